package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/contact"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// profile is which questionnaire is answered for which contact.
type profile struct {
	Contact       data.ContactNo
	Name          string
	Questionnaire data.QuestionnaireCode
}

// ContactProfile answers questionnaires for a contact (UI-66): the questions with their answers, each with a tick.
func ContactProfile(s *app.Session, no data.ContactNo) page.Page {
	type P = profile
	state := P{Contact: no}
	offered := func() ([]data.Questionnaire, error) {
		c, err := data.Contacts.Get(s.DB, no)
		if err != nil {
			return nil, ignoreMissing(err)
		}
		return contact.Offered(s.DB, c)
	}
	step := func(by int) func(*page.Window, *P) error {
		return func(w *page.Window, _ *P) error {
			all, err := offered()
			if err != nil || len(all) == 0 {
				return err
			}
			place := 0
			for i, q := range all {
				if q.Code == state.Questionnaire {
					place = i
				}
			}
			state.Questionnaire = all[(place+by+len(all))%len(all)].Code
			w.Refresh()
			return nil
		}
	}
	return &page.Card[P]{
		Name: "contact-profile", Session: s, Key: string(no),
		Title:   func(*P) string { return string(no) },
		Watches: []string{data.Contacts.Name()},
		Load: func() (P, error) {
			state.Name = contactName(s, no)
			if all, err := offered(); err == nil && state.Questionnaire == "" && len(all) > 0 {
				state.Questionnaire = all[0].Code
			}
			return state, nil
		},
		Save: func(_ *page.Window, _, after *P) error {
			state = *after
			return nil
		},
		Tabs: []page.Tab[P]{{Caption: "general", Fields: page.Fields[P]{
			page.Code("profile-questionnaire", func(p *P) *data.QuestionnaireCode { return &p.Questionnaire }).Lookup(questionnaireLookup(offered)),
			page.Text("contact-name", func(p *P) *string { return &p.Name }).ReadOnly(),
		}}},
		Parts: []page.Part[P]{profileLines(s)},
		Actions: []page.Action[P]{
			{Caption: "previous-questionnaire", Promoted: true, Do: step(-1)},
			{Caption: "next-questionnaire", Promoted: true, Do: step(1)},
			{Caption: "contact", Promoted: true, Open: func(p *P) page.Page { return contactCardOf(s, p.Contact) }},
		},
	}
}

// profileLines are the questions and answers, with a tick at what fits the contact.
func profileLines(s *app.Session) page.Part[profile] {
	type L = contact.ProfileLine
	return &page.ListPart[profile, L]{
		Name: "profile-answers", Session: s, Height: 14,
		Rows:    func(p *profile) ([]L, error) { return contact.Profile(s.DB, p.Contact, p.Questionnaire) },
		Watches: []string{data.ProfileAnswers.Name(), data.QuestionnaireLines.Name()},
		Save: func(_ *page.Window, p *profile, _, after *L) error {
			return contact.Answer(s, p.Contact, after.QuestionnaireLine, after.Set)
		},
		Fields: page.Fields[L]{
			page.Calc("question-or-answer", func(l *L) string {
				if l.Type == data.Answer {
					return "      " + l.Description
				}
				return l.Description
			}).Width(48).Toned(func(l *L) page.Tone {
				if l.Automatic {
					return page.Muted
				}
				return page.Plain
			}),
			page.Check("set", func(l *L) *bool { return &l.Set }).Width(8).EditableIf(func(l *L) bool { return l.Type == data.Answer }),
			page.Date("last-date-updated", func(l *L) *data.Date { return &l.LastDateUpdated }).ReadOnly(),
		},
		Empty: "profile-answers-empty",
	}
}

// profilePart are the answers on a contact's card, the most important first (CO-46).
func profilePart(s *app.Session) page.Part[data.Contact] {
	type A = contact.ShownAnswer
	return &page.ListPart[data.Contact, A]{
		Name: "profile-questionnaire", Session: s, HideEmpty: true,
		Rows:    func(c *data.Contact) ([]A, error) { return contact.ShownAnswers(s.DB, c.No) },
		Watches: []string{data.ProfileAnswers.Name(), data.QuestionnaireLines.Name()},
		Card:    func(a *A) page.Page { return ContactProfile(s, a.ContactNo) },
		Fields: page.Fields[A]{
			page.Text("question", func(a *A) *string { return &a.Question }).Width(36),
			page.Text("answer", func(a *A) *string { return &a.Answer }).Width(30),
			page.Number("questions-answered-percent", func(a *A) *int { return &a.Answered }).Width(22),
			page.Date("last-date-updated", func(a *A) *data.Date { return &a.LastDateUpdated }),
		},
	}
}
