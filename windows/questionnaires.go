package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/contact"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// The words of options in the stored order.
var (
	questionnaireTypes = []string{"all-contacts", "companies", "people"}
	priorities         = []string{"priority-very-low", "priority-low", "priority-normal", "priority-high", "priority-very-high"}
	figureNames        = []string{"none", "figure-quantity", "figure-frequency", "figure-avg-cost", "figure-avg-duration", "figure-won-percent", "figure-lost-percent", "figure-days-since"}
)

// Questionnaires is the list of profile questionnaires (CO-43), edited in place.
func Questionnaires(s *app.Session) page.Page {
	type Q = data.Questionnaire
	return &page.Worksheet[Q]{
		Name: "profile-questionnaires", Session: s, Table: data.Questionnaires,
		New:    func(*Q) Q { return Q{Priority: data.NormalPriority} },
		Delete: func(_ *page.Window, rows []Q) error { return contact.DeleteQuestionnaires(s, rows) },
		Fields: page.Fields[Q]{
			page.Code("code", func(q *Q) *data.QuestionnaireCode { return &q.Code }).Width(16),
			page.Text("description", func(q *Q) *string { return &q.Description }).Width(36),
			page.Choice("contact-type", func(q *Q) *data.QuestionnaireContactType { return &q.ContactType }, questionnaireTypes...),
			page.Code("business-relation-code", func(q *Q) *data.BusinessRelationCode { return &q.BusinessRelation }).Width(18).Lookup(businessRelationLookup()),
			page.Choice("priority", func(q *Q) *data.Priority { return &q.Priority }, priorities...),
		},
		Actions: []page.Action[Q]{
			{Caption: "questions", Promoted: true, Primary: true, Open: func(q *Q) page.Page { return QuestionnaireLines(s, q.Code) }},
			{Caption: "answer-automatically", Promoted: true, Do: func(w *page.Window, q *Q) error { return answerAutomatically(s, w, q.Code) }},
		},
		Empty: "profile-questionnaires-empty",
	}
}

// answerAutomatically computes the automatic answers of a questionnaire for all contacts.
func answerAutomatically(s *app.Session, w *page.Window, code data.QuestionnaireCode) error {
	contact.Classify(s, code, func(answers int, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		w.Tell(data.Msg("contacts-classified", answers))
	})
	return nil
}

// QuestionnaireLines is the list of the questions of a questionnaire, each with its answers below (CO-43), edited in place.
func QuestionnaireLines(s *app.Session, code data.QuestionnaireCode) page.Page {
	type L = data.QuestionnaireLine
	question := func(l *L) bool { return l.Type == data.Question }
	automatic := func(l *L) bool { return l.Type == data.Question && l.Automatic }
	answer := func(l *L) bool { return l.Type == data.Answer }
	return &page.Worksheet[L]{
		Name: "profile-questionnaire-lines", Session: s, Table: data.QuestionnaireLines,
		Title:   func() string { return string(code) },
		View:    func() data.View { return data.View{Fixed: []data.Cond{data.Equal("questionnaire_code", code)}} },
		Watches: []string{data.ProfileAnswers.Name()},
		New: func(above *L) L {
			line := L{Questionnaire: code, Priority: data.NormalPriority}
			if above != nil { // until it has a number of its own: the line it follows
				line.LineNo, line.Type = above.LineNo, data.Answer
			}
			return line
		},
		Insert: func(_ *page.Window, l *L) error { return contact.AddQuestionnaireLine(s, l, l.LineNo) },
		Save:   func(_ *page.Window, before, after *L) error { return contact.SaveQuestionnaireLine(s, before, after) },
		Delete: func(_ *page.Window, rows []L) error { return contact.DeleteQuestionnaireLines(s, rows) },
		Fields: page.Fields[L]{
			page.Choice("type", func(l *L) *data.QuestionnaireLineType { return &l.Type }, "question-line", "answer-line").Width(10),
			page.Text("description", func(l *L) *string { return &l.Description }).Width(36),
			page.Check("multiple-answers", func(l *L) *bool { return &l.MultipleAnswers }).Width(16).EditableIf(question),
			page.Choice("priority", func(l *L) *data.Priority { return &l.Priority }, priorities...).EditableIf(answer).BlankIf(question),
			page.Check("auto-contact-classification", func(l *L) *bool { return &l.Automatic }).Width(22).EditableIf(question),
			page.Choice("figure", func(l *L) *data.ClassificationFigure { return &l.Figure }, figureNames...).Width(20).EditableIf(automatic).BlankIf(answer),
			page.Text("starting-date-formula", func(l *L) *string { return &l.StartingFormula }).Width(18).EditableIf(automatic).Hidden(),
			page.Text("ending-date-formula", func(l *L) *string { return &l.EndingFormula }).Width(18).EditableIf(automatic).Hidden(),
			page.Amount("from-value", func(l *L) *data.Amount { return &l.FromValue }).Places(0, 2).BlankZero().EditableIf(answer),
			page.Amount("to-value", func(l *L) *data.Amount { return &l.ToValue }).Places(0, 2).BlankZero().EditableIf(answer),
			page.Number("no-of-contacts", func(l *L) *int { return &l.Contacts }).ReadOnly().BlankIf(question).Width(16),
		},
		Actions: []page.Action[L]{
			{Caption: "answer-automatically", Promoted: true, NoRow: true, Do: func(w *page.Window, _ *L) error { return answerAutomatically(s, w, code) }},
		},
		Empty: "profile-questionnaire-lines-empty",
	}
}

func questionnaireLookup(offered func() ([]data.Questionnaire, error)) page.Lookup {
	return page.LookupAmong(func() (rows [][]string) {
		all, err := offered()
		if err != nil {
			return nil
		}
		for _, q := range all {
			rows = append(rows, []string{string(q.Code), q.Description})
		}
		return rows
	}, "code", "description")
}
