package data

import "fmt"

// figureSQL is what an automatic question asks, in hundred-thousandths, of the sums n, cost, duration and last of a contact's
// interactions; NULL where there is no answer. ?7 is the number of days asked about, ?8 the work date.
var figureSQL = map[ClassificationFigure]string{
	InteractionQuantity:    "ifnull(n, 0)*100000",
	InteractionFrequency:   "ifnull(n, 0)*36500000/?7",
	AvgInteractionCost:     "cost/n",
	AvgInteractionDuration: "duration/n",
	DaysSinceInteraction:   "CAST(julianday(?8)-julianday(last) AS INTEGER)*100000",
}

// Computable reports whether this program has the figure that an automatic question asks for.
func Computable(f ClassificationFigure) bool { return figureSQL[f] != "" }

// Classification is one automatic answer to be given to all contacts that it fits.
type Classification struct {
	Questionnaire Questionnaire
	Answer        QuestionnaireLine
	Figure        ClassificationFigure
	Period        Period // the interactions asked about
	Days          int    // in the period, for the frequency
	Day           Date   // the work date
	Updated       Date   // stamped on the answers
}

// Classify gives an automatic answer to every contact whose figure lies between the answer's values and whom the questionnaire is
// for; a company's figure counts those of its persons. A To Value of 0 is open. It returns how many there are.
func Classify(tx *Tx, c Classification) (int, error) {
	from, to := c.Period.ends()
	live := " FROM interaction WHERE postponed=0 AND canceled=0 AND ifnull(date, '') BETWEEN ?1 AND ?2"
	// The last condition names ?7 and ?8, which not every figure does.
	result, err := tx.exec(fmt.Sprintf(`WITH sums AS MATERIALIZED (
			SELECT contact_no AS no, count(*) AS n, sum(cost) AS cost, sum(duration) AS duration, max(date) AS last%s AND contact_no<>contact_company_no GROUP BY contact_no
			UNION ALL SELECT contact_company_no, count(*), sum(cost), sum(duration), max(date)%[1]s AND contact_company_no<>'' GROUP BY contact_company_no),
		figures AS (SELECT contact.no, %s AS figure FROM contact LEFT JOIN sums ON sums.no=contact.no
			WHERE contact.minor=0 AND (?5=0 OR contact.type=?5-1)
			AND (?6='' OR EXISTS (SELECT 1 FROM contact_business_relation AS r WHERE r.contact_no=ifnull(contact.company_no, contact.no) AND r.business_relation_code=?6)))
		INSERT INTO contact_profile_answer (contact_no, questionnaire_code, line_no, answer_priority, questionnaire_priority, last_date_updated)
		SELECT no, ?9, ?10, ?11, ?12, ?13 FROM figures WHERE figure >= ?3 AND (?4=0 OR figure <= ?4) AND (?7 > 0 AND ?8 <> '') ORDER BY no`, live, figureSQL[c.Figure]),
		from, to, int64(c.Answer.FromValue), int64(c.Answer.ToValue), int(c.Questionnaire.ContactType), string(c.Questionnaire.BusinessRelation), max(c.Days, 1), string(c.Day),
		string(c.Questionnaire.Code), c.Answer.LineNo, int(c.Answer.Priority), int(c.Questionnaire.Priority), string(c.Updated))
	if err != nil {
		return 0, err
	}
	n, err := result.RowsAffected()
	return int(n), err
}
