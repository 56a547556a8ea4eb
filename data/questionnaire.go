package data

// QuestionnaireContactType says which contacts a questionnaire is for.
type QuestionnaireContactType int

const (
	AllContacts QuestionnaireContactType = iota
	Companies
	People
)

// Priority orders questionnaires and answers (CO-46).
type Priority int

const (
	VeryLowPriority Priority = iota // an answer's: hidden
	LowPriority
	NormalPriority
	HighPriority
	VeryHighPriority
)

// QuestionnaireLineType tells questions from their answers.
type QuestionnaireLineType int

const (
	Question QuestionnaireLineType = iota
	Answer
)

// ClassificationFigure is what an automatic question asks of a contact's interactions and opportunities.
type ClassificationFigure int

const (
	NoFigure ClassificationFigure = iota
	InteractionQuantity
	InteractionFrequency // a year
	AvgInteractionCost
	AvgInteractionDuration
	OpportunityWonPercent
	OpportunityLostPercent
	DaysSinceInteraction
)

// Questionnaire is a set of questions about contacts (CO-43).
type Questionnaire struct {
	ID               int64                    `db:"id"`
	Code             QuestionnaireCode        `db:"code,code=20"`
	Description      string                   `db:"description,text=250"`
	ContactType      QuestionnaireContactType `db:"contact_type"`
	BusinessRelation BusinessRelationCode     `db:"business_relation_code,code=10,ref"` // blank: for all
	Priority         Priority                 `db:"priority"`
}

// QuestionnaireLine is a question, or an answer to the nearest question above (CO-43).
type QuestionnaireLine struct {
	ID              int64                 `db:"id"`
	Questionnaire   QuestionnaireCode     `db:"questionnaire_code,code=20"`
	LineNo          int                   `db:"line_no"`
	Type            QuestionnaireLineType `db:"type"`
	Description     string                `db:"description,text=250"`
	MultipleAnswers bool                  `db:"multiple_answers"`
	Priority        Priority              `db:"priority"`  // of an answer
	Automatic       bool                  `db:"automatic"` // Auto Contact Classification: answered from the figure, not by hand
	Figure          ClassificationFigure  `db:"figure"`
	StartingFormula string                `db:"starting_date_formula,text=20"` // the figure's days, reckoned from the work date
	EndingFormula   string                `db:"ending_date_formula,text=20"`
	FromValue       Amount                `db:"from_value"` // of an answer: fits when the figure lies between both; both 0: never
	ToValue         Amount                `db:"to_value"`
	Contacts        int                   `db:"contacts,calc"` // No. of Contacts with this answer
}

// ProfileAnswer is an answer that fits a contact (CO-45).
type ProfileAnswer struct {
	ID                    int64             `db:"id"`
	ContactNo             ContactNo         `db:"contact_no,code=20"`
	Questionnaire         QuestionnaireCode `db:"questionnaire_code,code=20"`
	LineNo                int               `db:"line_no"`
	AnswerPriority        Priority          `db:"answer_priority"`
	QuestionnairePriority Priority          `db:"questionnaire_priority"`
	LastDateUpdated       Date              `db:"last_date_updated"`
	Answer                string            `db:"answer,calc"`
	Question              string            `db:"question,calc"`
	ContactName           string            `db:"contact_name,calc"`
}

// The tables of profile questionnaires.
var (
	Questionnaires     = newTable[Questionnaire]("profile_questionnaire", "code", "", nil)
	QuestionnaireLines = newTable[QuestionnaireLine]("profile_questionnaire_line", "questionnaire_code line_no", "", map[string]string{
		"contacts": `SELECT count(*) FROM contact_profile_answer AS a
			WHERE a.questionnaire_code=profile_questionnaire_line.questionnaire_code AND a.line_no=profile_questionnaire_line.line_no`,
	})
	ProfileAnswers = newTable[ProfileAnswer]("contact_profile_answer", "contact_no questionnaire_code line_no", "", map[string]string{
		"answer": `SELECT description FROM profile_questionnaire_line AS l
			WHERE l.questionnaire_code=contact_profile_answer.questionnaire_code AND l.line_no=contact_profile_answer.line_no`,
		"question": `SELECT description FROM profile_questionnaire_line AS l WHERE l.questionnaire_code=contact_profile_answer.questionnaire_code
			AND l.line_no < contact_profile_answer.line_no AND l.type=0 ORDER BY l.line_no DESC LIMIT 1`,
		"contact_name": "SELECT name FROM contact WHERE contact.no=contact_profile_answer.contact_no",
	})
)
