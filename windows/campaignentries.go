package windows

import (
	"strings"

	"campaigndesk/app"
	"campaigndesk/app/interaction"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// CampaignEntries is the list of all campaign entries (CP 14.4, UI-1): what was logged together for a campaign.
func CampaignEntries(s *app.Session) page.Page { return campaignEntries(s, "", "") }

// entriesOfCampaign are a campaign's entries, in the order of CE-18.
func entriesOfCampaign(s *app.Session, c *data.Campaign) page.Page {
	return campaignEntries(s, c.No, strings.TrimSpace(string(c.No)+" "+c.Description), data.Equal("campaign_no", c.No))
}

// entriesOfLoggedSegment are the entries that came with a logged segment.
func entriesOfLoggedSegment(s *app.Session, l *data.LoggedSegment) page.Page {
	return campaignEntries(s, "", string(l.SegmentNo), data.Equal("register_no", l.ID))
}

func campaignEntries(s *app.Session, campaign data.CampaignNo, what string, rows ...data.Cond) page.Page {
	type E = data.CampaignEntry
	list := &page.List[E]{
		Name: "campaign-entries", Session: s, Table: data.CampaignEntries,
		View:    func() data.View { return data.View{Fixed: rows, Sort: "date"} },
		Watches: []string{data.Interactions.Name()},
		Card:    func(e *E) page.Page { return interactionLog(s, logOfEntry(e)) },
		Fields: page.Fields[E]{
			page.Calc("entry-no", func(e *E) string { return entryNo(e.ID) }).Right().Width(9),
			page.Check("canceled", func(e *E) *bool { return &e.Canceled }).Width(9),
			page.Date("date", func(e *E) *data.Date { return &e.Date }),
			page.Calc("description", func(e *E) string { return entryText(s, e) }).Width(34),
			page.Amount("cost-lcy", func(e *E) *data.Amount { return &e.Cost }).Places(2, 2),
			page.Amount("duration-min", func(e *E) *data.Amount { return &e.Duration }).Places(0, 0),
			page.Number("no-of-interactions", func(e *E) *int { return &e.Interactions }).Width(12),
			page.Code("campaign-no", func(e *E) *data.CampaignNo { return &e.CampaignNo }).Hidden(),
			page.Code("segment-no", func(e *E) *data.SegmentNo { return &e.SegmentNo }).Hidden(),
			page.Code("salesperson-code", func(e *E) *data.SalespersonCode { return &e.SalespersonCode }).Hidden(),
			page.Text("user-id", func(e *E) *string { return &e.UserID }).Hidden(),
		},
		Actions: []page.Action[E]{
			{Caption: "interaction-log-entries", Key: "Ctrl+F7", Promoted: true, Primary: true, Open: func(e *E) page.Page { return interactionLog(s, logOfEntry(e)) }},
			{Caption: "switch-canceled", Promoted: true, Do: func(w *page.Window, e *E) error { // CE-9
				row := *e
				w.Ask(*interaction.AskSwitchEntry(&row), func(yes bool) {
					if yes {
						if err := w.Noticed(interaction.SwitchEntry(s, &row)); err != nil {
							w.Fail(err)
						}
					}
				})
				return nil
			}},
			{Caption: "delete-canceled-entries", NoRow: true, Promoted: true, Do: func(w *page.Window, _ *E) error {
				askDeleteEntries(s, w, campaign)
				return nil
			}},
			{Caption: "campaign", Group: "menu-view", Open: func(e *E) page.Page { return campaignCardOf(s, e.CampaignNo) }},
		},
		Empty: "campaign-entries-empty",
	}
	if what != "" {
		list.Title = func() string { return what }
	}
	return list
}

// entryText is what a campaign entry is called (CE-6).
func entryText(s *app.Session, e *data.CampaignEntry) string {
	switch {
	case e.Description != "":
		return e.Description
	case e.DocumentType == data.CoverSheetDocument:
		return s.Texts.T("cover-sheets")
	}
	return s.Texts.T("single-interactions")
}
