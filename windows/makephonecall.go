package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/interaction"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// openCall opens Make Phone Call to a contact; a blank number is the contact's own.
func openCall(s *app.Session, w *page.Window, from interaction.From, number string) error {
	d, err := interaction.NewCall(s, from, number)
	if err == nil {
		w.Open(MakePhoneCall(s, d))
	}
	return err
}

// openCallOfLine opens Make Phone Call from a segment line (IN-39).
func openCallOfLine(s *app.Session, w *page.Window, line *data.SegmentLine) error {
	d, err := interaction.CallOfLine(s, line)
	if err == nil {
		w.Open(MakePhoneCall(s, d))
	}
	return err
}

// MakePhoneCall is one page to call a contact and to log what came of it (UI-33). The call itself is the system's telephone program's.
func MakePhoneCall(s *app.Session, d interaction.Draft) page.Page {
	type D = interaction.Draft
	desk := newDraftDesk(s, d, "make-phone-call")
	desk.card.Tabs = []page.Tab[D]{
		{Caption: "call", Fields: page.Fields[D]{
			page.Text("contact-name", func(d *D) *string { return &d.ContactName }).ReadOnly(),
			page.Text("contact-phone-no", func(d *D) *string { return &d.ContactVia }).Required().
				Assist(func(w *page.Window, d *D) { pickNumber(s, w, desk, d.ContactNo) }),
			page.Text("description", func(d *D) *string { return &d.Description }).Required(),
			page.Code("salesperson-code", func(d *D) *data.SalespersonCode { return &d.SalespersonCode }).Lookup(salespersonLookup()).Required().
				EditableIf(func(d *D) bool { return d.From.SalespersonCode == "" }),
			page.Choice("initiated-by", func(d *D) *data.InitiatedBy { return &d.InitiatedBy }, initiators...),
			page.Date("date", func(d *D) *data.Date { return &d.Date }),
			page.Text("contact-company-name", func(d *D) *string { return &d.CompanyName }).ReadOnly(),
			page.Text("time-of-interaction", func(d *D) *string { return &d.Time }),
		}},
		resultTab(),
		relatedTab(s),
	}
	desk.card.Actions = append([]page.Action[D]{{Caption: "dial", Key: "F9", Promoted: true, Enabled: func(d *D) bool { return d.ContactVia != "" },
		Do: func(_ *page.Window, d *D) error { return dial(d.ContactVia) }}}, desk.card.Actions...)
	return desk.card
}

// pickNumber lets a number be chosen among those by which the contact can be reached (UI-34).
func pickNumber(s *app.Session, w *page.Window, desk *draftDesk, contact data.ContactNo) {
	type N = interaction.Number
	numbers, err := interaction.Numbers(s, contact)
	if err != nil {
		w.Fail(err)
		return
	}
	page.Pick(w, &page.List[N]{
		Name: "contact-through", Session: s,
		Rows: func() ([]N, error) { return numbers, nil },
		Fields: page.Fields[N]{
			page.Calc("type", func(n *N) string { return s.Texts.Message(n.Kind) }).Width(20),
			page.Text("description", func(n *N) *string { return &n.Of }).Width(40),
			page.Text("number", func(n *N) *string { return &n.Number }).Width(20),
		},
	}, func(rows []N) error {
		desk.draft.ContactVia = rows[0].Number
		w.Refresh()
		return nil
	})
}
