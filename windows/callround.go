package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/interaction"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// CallRound goes through the contacts of a segment one after the other: R for a response, N for no answer, C to call back on a day, each
// logged at once; T writes a note, Enter goes to the next. The figures follow, and Ctrl+Z takes the last one back.
func CallRound(s *app.Session, segment data.SegmentNo) page.Page {
	type C = data.RoundCall
	logged := func(outcome interaction.Outcome) func(*page.Window, *C) error {
		return func(w *page.Window, c *C) error { return logOutcome(s, w, c, outcome, "") }
	}
	return &page.List[C]{
		Name: "call-round", Session: s,
		Title:   func() string { return string(segment) },
		Rows:    func() ([]C, error) { return data.CallRound(s.DB, segment) },
		Watches: []string{data.SegmentLines.Name(), data.Interactions.Name(), data.CommentLines.Name(), data.Contacts.Name()},
		Fields: page.Fields[C]{
			page.Calc("outcome", func(c *C) string { return outcomeOf(s, c) }).Width(20).Chip(outcomeTone),
			page.Text("contact-name", func(c *C) *string { return &c.ContactName }).Width(22),
			page.Text("company-name", func(c *C) *string { return &c.CompanyName }).Width(24),
			page.Text("phone-no", func(c *C) *string { return &c.PhoneNo }).Width(15),
			page.Text("mobile-phone-no", func(c *C) *string { return &c.MobilePhoneNo }).Width(15),
			page.Text("note", func(c *C) *string { return &c.Note }).Width(34),
			page.Text("e-mail", func(c *C) *string { return &c.EMail }).Hidden(),
			page.Date("date", func(c *C) *data.Date { return &c.Date }).Hidden(),
		},
		FactBoxes: []page.FactBox[C]{thisRound(s, segment), roundStatistics(s, segment)},
		Actions: []page.Action[C]{
			{Caption: "log-response", Key: "R", Promoted: true, Primary: true, Do: logged(interaction.Responded)},
			{Caption: "log-no-answer", Key: "N", Promoted: true, Do: logged(interaction.NoAnswer)},
			{Caption: "log-call-back", Key: "C", Promoted: true, Do: func(w *page.Window, c *C) error {
				askCallBack(s, w, *c)
				return nil
			}},
			{Caption: "write-note", Key: "T", Promoted: true, Enabled: func(c *C) bool { return c.Logged != 0 }, Do: func(w *page.Window, c *C) error {
				askNote(s, w, c.Logged)
				return nil
			}},
			{Caption: "next-contact", Key: "Enter", Promoted: true, Do: func(w *page.Window, _ *C) error {
				w.NextRow()
				return nil
			}},
			{Caption: "dial", Key: "F9", Promoted: true, Enabled: func(c *C) bool { return c.PhoneNo+c.MobilePhoneNo != "" }, Do: func(_ *page.Window, c *C) error {
				if c.PhoneNo == "" {
					return dial(c.MobilePhoneNo)
				}
				return dial(c.PhoneNo)
			}},
			{Caption: "contact", Key: "Shift+F7", Group: "menu-view", Open: func(c *C) page.Page { return contactCardOf(s, c.ContactNo) }},
			{Caption: "interaction-log-entries", Key: "Ctrl+F7", Group: "menu-view", NoRow: true,
				Open: func(*C) page.Page { return interactionLog(s, logOfSegment(segment)) }},
		},
		Empty: "call-round-empty",
	}
}

// logOutcome logs what came of a call to the contact of a row.
func logOutcome(s *app.Session, w *page.Window, c *data.RoundCall, outcome interaction.Outcome, on data.Date) error {
	line, err := data.SegmentLines.ByID(s.DB, c.LineID)
	if err != nil {
		return err
	}
	_, notices, err := interaction.LogOutcome(s, &line, outcome, on)
	return w.Noticed(notices, err)
}

// askCallBack asks for the day on which the contact is to be called again; tomorrow is offered.
func askCallBack(s *app.Session, w *page.Window, c data.RoundCall) {
	day := s.WorkDate.AddDays(1)
	(&page.Dialog[data.Date]{
		Title: data.Msg("call-back-title", c.ContactName), Record: &day, OK: "log-call-back",
		Fields: page.Fields[data.Date]{page.Date("call-back-on", func(d *data.Date) *data.Date { return d })},
		Do:     func(w *page.Window, d *data.Date) error { return logOutcome(s, w, &c, interaction.CallBack, *d) },
	}).Show(w)
}

// askNote asks for a note on the interaction that was logged.
func askNote(s *app.Session, w *page.Window, entry int64) {
	note := ""
	(&page.Dialog[string]{
		Title: data.Msg("note-title"), Record: &note, OK: "write-note",
		Fields: page.Fields[string]{page.Text("note", func(n *string) *string { return n })},
		Do:     func(_ *page.Window, n *string) error { return interaction.AddNote(s, entry, *n) },
	}).Show(w)
}

// outcomeOf is how far a contact is, in a word.
func outcomeOf(s *app.Session, c *data.RoundCall) string {
	switch {
	case c.Responded:
		return s.Texts.T("outcome-responded")
	case c.CallBack != "":
		return s.Texts.T("outcome-call-back", c.CallBack)
	case c.Failed:
		return s.Texts.T("outcome-no-answer")
	case c.Logged != 0:
		return s.Texts.T("outcome-called")
	}
	return ""
}

func outcomeTone(c *data.RoundCall) page.Tone {
	switch {
	case c.Responded:
		return page.Good
	case c.CallBack != "", c.Failed:
		return page.Warning
	}
	return page.Muted
}

// thisRound counts how far the round is.
func thisRound(s *app.Session, segment data.SegmentNo) page.FactBox[data.RoundCall] {
	return page.FactBox[data.RoundCall]{
		Caption: "this-round",
		Facts: func(*data.RoundCall) ([]page.Fact, error) {
			calls, err := data.CallRound(s.DB, segment)
			var done, responded, failed, later int
			for _, c := range calls {
				switch {
				case c.Responded:
					responded++
				case c.CallBack != "":
					later++
				case c.Failed:
					failed++
				}
				if c.Logged != 0 {
					done++
				}
			}
			count := func(caption string, n int) page.Fact {
				return page.Fact{Caption: caption, Text: s.Locale.FormatInt(int64(n))}
			}
			return []page.Fact{count("still-to-call", len(calls)-done), count("outcome-called", done), count("outcome-responded", responded),
				count("outcome-no-answer", failed), count("to-call-back", later)}, err
		},
	}
}

// roundStatistics are the figures of the segment's campaign.
func roundStatistics(s *app.Session, segment data.SegmentNo) page.FactBox[data.RoundCall] {
	return page.FactBox[data.RoundCall]{
		Caption: "campaign-statistics",
		Facts: func(*data.RoundCall) ([]page.Fact, error) {
			h, err := data.SegmentHeaders.Get(s.DB, segment)
			if err != nil || h.CampaignNo == "" {
				return nil, err
			}
			c, err := data.Campaigns.Get(s.DB, h.CampaignNo)
			if err != nil {
				return nil, err
			}
			return statisticsFacts(s, &c)
		},
	}
}
