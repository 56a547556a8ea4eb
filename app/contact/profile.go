package contact

import (
	"cmp"
	"slices"

	"campaigndesk/app"
	"campaigndesk/data"
)

// ProfileLine is a line of a questionnaire as a contact answers it.
type ProfileLine struct {
	data.QuestionnaireLine
	Set             bool      // the answer fits the contact
	LastDateUpdated data.Date // when that was said
}

// Offered lists the questionnaires that a contact can answer: those for its type and its company's business relations, and
// those in which it has answers (CO-44).
func Offered(r data.Reader, c data.Contact) ([]data.Questionnaire, error) {
	all, err := data.Questionnaires.Select(r, data.View{})
	if err != nil {
		return nil, err
	}
	company := c.No
	if c.CompanyNo != "" {
		company = c.CompanyNo
	}
	var offered []data.Questionnaire
	for _, q := range all {
		fits := q.ContactType == data.AllContacts || (q.ContactType == data.People) == (c.Type == data.Person)
		if fits && q.BusinessRelation != "" {
			if fits, err = data.ContactBusinessRelations.Exists(r, company, q.BusinessRelation); err != nil {
				return nil, err
			}
		}
		if !fits {
			answers, err := data.ProfileAnswers.Count(r, data.View{Fixed: answersTo(c.No, q.Code)})
			if err != nil {
				return nil, err
			}
			fits = answers > 0
		}
		if fits {
			offered = append(offered, q)
		}
	}
	return offered, nil
}

// Profile lists the questions and answers of a questionnaire with what is said of a contact.
func Profile(r data.Reader, no data.ContactNo, questionnaire data.QuestionnaireCode) ([]ProfileLine, error) {
	lines, err := linesOf(r, questionnaire)
	if err != nil {
		return nil, err
	}
	answers, err := data.ProfileAnswers.Select(r, data.View{Fixed: answersTo(no, questionnaire)})
	if err != nil {
		return nil, err
	}
	profile := make([]ProfileLine, len(lines))
	for i, line := range lines {
		profile[i].QuestionnaireLine = line
		for _, a := range answers {
			if a.LineNo == line.LineNo {
				profile[i].Set, profile[i].LastDateUpdated = true, a.LastDateUpdated
			}
		}
	}
	return profile, nil
}

// Answer says that an answer fits a contact, or does not fit any more (CO-45). An answer to a question that takes only one
// puts out the other.
func Answer(s *app.Session, no data.ContactNo, line data.QuestionnaireLine, fits bool) error {
	if line.Type != data.Answer {
		return data.Msg("question-is-no-answer").At("set")
	}
	c, err := data.Contacts.Get(s.DB, no)
	if err != nil {
		return err
	}
	if c.Minor {
		return data.Msg("minor-has-no-profile", c.No, c.Name).At("set")
	}
	q, err := data.Questionnaires.Get(s.DB, line.Questionnaire)
	if err != nil {
		return err
	}
	lines, err := linesOf(s.DB, line.Questionnaire)
	if err != nil {
		return err
	}
	question, others := questionOf(lines, line.LineNo)
	if question.Automatic {
		return data.Msg("question-is-automatic", question.Description).At("set")
	}
	return s.Write(data.Msg("profile-answered", no, line.Description), func(tx *data.Tx) error {
		if err := data.DeleteOwned(tx, data.ProfileAnswers.Name(), append(answersTo(no, q.Code), data.Equal("line_no", line.LineNo))...); err != nil {
			return err
		}
		if fits {
			if !question.MultipleAnswers {
				for _, other := range others {
					if err := data.DeleteOwned(tx, data.ProfileAnswers.Name(), append(answersTo(no, q.Code), data.Equal("line_no", other))...); err != nil {
						return err
					}
				}
			}
			if err := data.ProfileAnswers.Insert(tx, &data.ProfileAnswer{ContactNo: no, Questionnaire: q.Code, LineNo: line.LineNo,
				AnswerPriority: line.Priority, QuestionnairePriority: q.Priority, LastDateUpdated: s.Today()}); err != nil {
				return err
			}
		}
		return touch(s, tx, no)
	})
}

// linesOf are the lines of a questionnaire in order.
func linesOf(r data.Reader, questionnaire data.QuestionnaireCode) ([]data.QuestionnaireLine, error) {
	return data.QuestionnaireLines.Select(r, data.View{Fixed: []data.Cond{data.Equal("questionnaire_code", questionnaire)}})
}

// questionOf finds the question of an answer, the nearest above (CO-43), and the numbers of its other answers.
func questionOf(lines []data.QuestionnaireLine, lineNo int) (question data.QuestionnaireLine, others []int) {
	found := false
	for _, line := range lines {
		switch {
		case line.Type == data.Question && found:
			return question, others
		case line.Type == data.Question:
			question, others = line, nil
		case line.LineNo == lineNo:
			found = true
		default:
			others = append(others, line.LineNo)
		}
	}
	return question, others
}

func answersTo(no data.ContactNo, questionnaire data.QuestionnaireCode) []data.Cond {
	return []data.Cond{data.Equal("contact_no", no), data.Equal("questionnaire_code", questionnaire)}
}

// ShownAnswer is an answer as the card shows it, with how much of its questionnaire is answered.
type ShownAnswer struct {
	data.ProfileAnswer
	Answered int // Questions Answered, in per cent
}

// ShownAnswers are the answers of a contact, the most important first; those with the hidden priority are left out (CO-46).
func ShownAnswers(r data.Reader, no data.ContactNo) ([]ShownAnswer, error) {
	answers, err := data.ProfileAnswers.Select(r, data.View{Fixed: []data.Cond{data.Equal("contact_no", no)}})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(answers, func(a, b data.ProfileAnswer) int {
		return cmp.Or(cmp.Compare(b.AnswerPriority, a.AnswerPriority), cmp.Compare(b.QuestionnairePriority, a.QuestionnairePriority))
	})
	answered := map[data.QuestionnaireCode]int{}
	var shown []ShownAnswer
	for _, a := range answers {
		if a.AnswerPriority == data.VeryLowPriority {
			continue
		}
		if _, known := answered[a.Questionnaire]; !known {
			if answered[a.Questionnaire], err = percentAnswered(r, a.Questionnaire, answers); err != nil {
				return nil, err
			}
		}
		shown = append(shown, ShownAnswer{a, answered[a.Questionnaire]})
	}
	return shown, nil
}

// percentAnswered is how many of the questions of a questionnaire have one of the answers.
func percentAnswered(r data.Reader, questionnaire data.QuestionnaireCode, answers []data.ProfileAnswer) (int, error) {
	lines, err := linesOf(r, questionnaire)
	if err != nil {
		return 0, err
	}
	questions, done, open := 0, 0, false
	for _, line := range lines {
		if line.Type == data.Question {
			questions, open = questions+1, true
			continue
		}
		if open && slices.ContainsFunc(answers, func(a data.ProfileAnswer) bool { return a.Questionnaire == questionnaire && a.LineNo == line.LineNo }) {
			done, open = done+1, false
		}
	}
	return done * 100 / max(questions, 1), nil
}
