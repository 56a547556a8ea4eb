package contact

import (
	"campaigndesk/app"
	"campaigndesk/data"
)

// AddQuestionnaireLine stores a new line below the line numbered above, 0 for the top.
func AddQuestionnaireLine(s *app.Session, line *data.QuestionnaireLine, above int) error {
	if err := checkLine(s, line); err != nil {
		return err
	}
	return s.Write(data.Msg("questionnaire-changed", line.Questionnaire), func(tx *data.Tx) (err error) {
		if line.LineNo, err = data.LineNo(tx, data.QuestionnaireLines, data.Equal("questionnaire_code", line.Questionnaire), above); err != nil {
			return err
		}
		return data.QuestionnaireLines.Insert(tx, line)
	})
}

// SaveQuestionnaireLine stores a changed line. A line with answers stays what it is (CO-47).
func SaveQuestionnaireLine(s *app.Session, before, after *data.QuestionnaireLine) error {
	if err := checkLine(s, after); err != nil {
		return err
	}
	if before.Contacts > 0 && after.Type != before.Type {
		return data.Msg("questionnaire-line-answered", before.Description, before.Contacts).At("type")
	}
	return s.Write(data.Msg("questionnaire-changed", after.Questionnaire), func(tx *data.Tx) error { return data.QuestionnaireLines.Update(tx, after) })
}

// checkLine refuses an automatic question that cannot be computed, and values that are none.
func checkLine(s *app.Session, line *data.QuestionnaireLine) error {
	if line.Type == data.Answer {
		if line.ToValue != 0 && line.ToValue < line.FromValue {
			return data.Msg("answer-values-backwards").At("to_value")
		}
		return nil
	}
	if line.Automatic && !data.Computable(line.Figure) {
		return data.Msg("question-needs-figure").At("figure")
	}
	_, _, err := periodOf(s, line)
	return err
}

// DeleteQuestionnaireLines removes lines, but none with answers recorded and no question without its answers (CO-47).
func DeleteQuestionnaireLines(s *app.Session, lines []data.QuestionnaireLine) error {
	if len(lines) == 0 {
		return nil
	}
	return s.Write(data.Msg("questionnaire-changed", lines[0].Questionnaire), func(tx *data.Tx) error {
		for _, line := range lines {
			if line.Contacts > 0 {
				return data.Msg("questionnaire-line-answered", line.Description, line.Contacts)
			}
			if err := data.QuestionnaireLines.Delete(tx, line.ID); err != nil {
				return err
			}
		}
		left, err := linesOf(tx, lines[0].Questionnaire)
		if err != nil {
			return err
		}
		for _, gone := range lines {
			if gone.Type == data.Question && orphaned(lines, left, gone) {
				return data.Msg("question-has-answers", gone.Description)
			}
		}
		return nil
	})
}

// orphaned reports whether the line that follows a deleted question is one of its answers.
func orphaned(deleted, left []data.QuestionnaireLine, question data.QuestionnaireLine) bool {
	next := data.QuestionnaireLine{Type: data.Question}
	for _, line := range left {
		if line.LineNo > question.LineNo {
			next = line
			break
		}
	}
	for _, line := range deleted {
		if line.Type == data.Question && line.LineNo > question.LineNo && line.LineNo < next.LineNo {
			return false // another deleted question stands between
		}
	}
	return next.Type == data.Answer
}

// DeleteQuestionnaires removes questionnaires with their lines; one with answers recorded is refused (CO-47).
func DeleteQuestionnaires(s *app.Session, all []data.Questionnaire) error {
	return s.Write(data.Msg("questionnaires-deleted", len(all)), func(tx *data.Tx) error {
		for _, q := range all {
			answers, err := data.ProfileAnswers.Count(tx, data.View{Fixed: []data.Cond{data.Equal("questionnaire_code", q.Code)}})
			if err != nil {
				return err
			}
			if answers > 0 {
				return data.Msg("questionnaire-answered", q.Code, answers)
			}
			if err := data.DeleteOwned(tx, data.QuestionnaireLines.Name(), data.Equal("questionnaire_code", q.Code)); err != nil {
				return err
			}
			if err := data.Questionnaires.Delete(tx, q.ID); err != nil {
				return err
			}
		}
		return nil
	})
}
