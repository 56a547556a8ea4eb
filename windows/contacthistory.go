package windows

import (
	"campaigndesk/app"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// historyPart are the interactions of exactly this contact, the newest first, canceled and postponed ones too (UI-51).
func historyPart(s *app.Session) page.Part[data.Contact] {
	type C = data.Contact
	type I = data.Interaction
	return &page.ListPart[C, I]{
		Name: "history", Session: s, Table: data.Interactions,
		View: func(c *C) data.View {
			return data.View{Fixed: []data.Cond{data.Equal("contact_no", c.No)}, Sort: "date", Desc: true}
		},
		Watches: []string{data.CommentLines.Name()},
		Card:    func(i *I) page.Page { return InteractionComments(s, i) },
		Fields: page.Fields[I]{
			page.Date("date", func(i *I) *data.Date { return &i.Date }),
			page.Text("description", func(i *I) *string { return &i.Description }).Width(30),
			page.Code("salesperson-code", func(i *I) *data.SalespersonCode { return &i.SalespersonCode }).Width(10),
			page.Code("campaign-no", func(i *I) *data.CampaignNo { return &i.CampaignNo }),
			page.Text("attachment", func(i *I) *string { return &i.Attachment }).Width(14),
			page.Check("comment", func(i *I) *bool { return &i.Comment }).Width(11),
			page.Choice("evaluation", func(i *I) *data.Evaluation { return &i.Evaluation }, evaluations...).BlankIf(func(i *I) bool { return i.Evaluation == data.NotEvaluated }).Hidden(),
			page.Check("canceled", func(i *I) *bool { return &i.Canceled }).Width(9),
			page.Check("attempt-failed", func(i *I) *bool { return &i.AttemptFailed }).Hidden(),
			page.Text("time-of-interaction", func(i *I) *string { return &i.Time }).Hidden(),
			page.Amount("duration-min", func(i *I) *data.Amount { return &i.Duration }).Places(0, 0).BlankZero().Hidden(),
			page.Amount("cost-lcy", func(i *I) *data.Amount { return &i.Cost }).Places(2, 2).BlankZero().Hidden(),
		},
		Actions: []page.PartAction[C, I]{
			{Caption: "comments", Open: func(_ *C, i *I) page.Page { return InteractionComments(s, i) }},
			{Caption: "switch-canceled", Enabled: func(_ *C, i *I) bool { return !i.Postponed }, DoRows: func(w *page.Window, _ *C, rows []I) error {
				switchInteractions(s, w, rows)
				return nil
			}},
			{Caption: "evaluate-interaction", DoRows: func(w *page.Window, _ *C, rows []I) error {
				askEvaluation(s, w, rows)
				return nil
			}},
			{Caption: "show-attachments", Enabled: func(_ *C, i *I) bool { return i.AttachmentNo != 0 },
				Do: func(_ *page.Window, _ *C, i *I) error { return showDocument(s, i.AttachmentNo) }},
		},
		Empty: "history-empty",
	}
}

// interactionsOfContact lists the interactions that a contact's figures count (CO-53), of a period.
func interactionsOfContact(s *app.Session, no data.ContactNo, p data.Period) page.Page {
	c, err := data.Contacts.Get(s.DB, no)
	if err != nil {
		return Contacts(s)
	}
	of := onlyLive(logOfContact(&c))
	if p.From != "" {
		of.rows = append(of.rows, data.NotBefore("date", p.From))
	}
	if p.To != "" {
		of.rows = append(of.rows, data.Before("date", p.To.AddDays(1)))
	}
	return interactionLog(s, of)
}
