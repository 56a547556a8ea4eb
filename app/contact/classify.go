package contact

import (
	"context"
	"errors"

	"campaigndesk/app"
	"campaigndesk/app/dateformula"
	"campaigndesk/data"
)

// Classify answers the automatic questions of a questionnaire for all contacts, from their interactions (S:OQ-17); what was
// answered so before goes. It calls done with the number of answers.
func Classify(s *app.Session, code data.QuestionnaireCode, done func(answers int, err error)) {
	answers := 0
	s.Run(data.Msg("classifying", code), func(ctx context.Context, _ app.Progress) error {
		return s.DB.Write(ctx, data.Msg("classified", code), func(tx *data.Tx) (err error) {
			answers, err = classify(s, tx, code)
			return err
		})
	}, func(err error) { done(answers, err) })
}

func classify(s *app.Session, tx *data.Tx, code data.QuestionnaireCode) (answers int, err error) {
	q, err := data.Questionnaires.Get(tx, code)
	if errors.Is(err, data.ErrNotFound) {
		return 0, data.Msg("questionnaire-missing", code)
	}
	if err != nil {
		return 0, err
	}
	lines, err := linesOf(tx, code)
	if err != nil {
		return 0, err
	}
	var question data.QuestionnaireLine
	for _, line := range lines {
		switch {
		case line.Type == data.Question:
			question = line
		case question.Automatic && data.Computable(question.Figure):
			if err := data.DeleteOwned(tx, data.ProfileAnswers.Name(), data.Equal("questionnaire_code", code), data.Equal("line_no", line.LineNo)); err != nil {
				return 0, err
			}
			if line.FromValue == 0 && line.ToValue == 0 {
				continue
			}
			period, days, err := periodOf(s, &question)
			if err != nil {
				return 0, err
			}
			n, err := data.Classify(tx, data.Classification{Questionnaire: q, Answer: line, Figure: question.Figure, Period: period, Days: days, Day: s.WorkDate, Updated: s.Today()})
			if err != nil {
				return 0, err
			}
			answers += n
		}
	}
	return answers, nil
}

// periodOf is the time that an automatic question asks about, from its formulas and the work date, and its days; without a
// start a year is taken for the frequency.
func periodOf(s *app.Session, question *data.QuestionnaireLine) (p data.Period, days int, err error) {
	for _, end := range []struct {
		formula, column string
		day             *data.Date
	}{{question.StartingFormula, "starting_date_formula", &p.From}, {question.EndingFormula, "ending_date_formula", &p.To}} {
		if end.formula == "" {
			continue
		}
		formula, err := dateformula.ParseFormula(end.formula)
		if err == nil {
			*end.day, err = formula.Apply(s.WorkDate)
		}
		if err != nil {
			return p, 0, data.Msg("not-a-date-formula", end.formula).At(end.column)
		}
	}
	to := p.To
	if to == "" {
		to = s.WorkDate
	}
	if days = 365; p.From != "" {
		days = int(to.Time().Sub(p.From.Time()).Hours()/24) + 1
	}
	return p, days, nil
}
