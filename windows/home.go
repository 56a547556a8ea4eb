package windows

import (
	"strconv"

	"campaigndesk/app"
	"campaigndesk/app/campaign"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// Home is where work starts: the figures of the day, the campaigns with their dates, and what needs attention.
func Home(s *app.Session) page.Page {
	type H = campaign.Cues
	return &page.Card[H]{
		Name: "home", Session: s,
		Load:   func() (H, error) { return campaign.CuesOf(s.DB, s.WorkDate) },
		Finish: func(c H) (H, error) { return c.Attend(s) },
		Watches: []string{data.Campaigns.Name(), data.CampaignTargets.Name(), data.SegmentLines.Name(), data.QuoteHeaders.Name(),
			data.SalesPrices.Name(), data.SalesLineDiscounts.Name()},
		Cues: []page.Cue[H]{
			{Caption: "cue-active-campaigns", Value: func(c *H) string { return strconv.Itoa(c.Active) },
				Open: func(*H) page.Page {
					return campaignList(s, s.Texts.T("cue-active-campaigns"), func() data.View { return campaign.ActiveOn(s.WorkDate) })
				}},
			{Caption: "cue-ending-this-week", Value: func(c *H) string { return strconv.Itoa(c.EndingThisWeek) },
				Open: func(*H) page.Page {
					return campaignList(s, s.Texts.T("cue-ending-this-week"), func() data.View { return campaign.EndingInWeekOf(s.WorkDate) })
				}},
			{Caption: "cue-drift",
				Value: func(c *H) string {
					if !c.Attended {
						return "…"
					}
					return strconv.Itoa(len(c.Drifting))
				},
				Tone: func(c *H) page.Tone {
					if len(c.Drifting) > 0 {
						return page.Warning
					}
					return page.Plain
				},
				Open: func(*H) page.Page { return Campaigns(s) }},
			{Caption: "cue-open-quotes", Value: func(c *H) string { return strconv.Itoa(c.QuotesOpen) },
				Open: func(*H) page.Page { return openQuotes(s) }},
		},
		Parts: []page.Part[H]{homeHints(s), homeAttention(s), homeCampaigns(s)},
		Actions: []page.Action[H]{
			{Caption: "new-campaign", Promoted: true, Primary: true, Key: "Ctrl+N", Open: func(*H) page.Page { return CampaignCard(s, 0) }},
			{Caption: "new-quote", Promoted: true, Open: func(*H) page.Page { return QuoteCard(s, 0) }},
			{Caption: "price-check", Promoted: true, Key: "Ctrl+F8", Open: func(*H) page.Page { return PriceCheck(s) }},
			{Caption: "import", Promoted: true, Open: func(*H) page.Page { return Import(s) }},
		},
	}
}

// homeCampaigns are the campaigns that are not over, those that end first on top.
func homeCampaigns(s *app.Session) page.Part[campaign.Cues] {
	type C = data.Campaign
	return &page.ListPart[campaign.Cues, C]{
		Name: "campaigns-under-way", Session: s, Table: data.Campaigns,
		View:    func(*campaign.Cues) data.View { return campaign.NotOver(s.WorkDate) },
		Watches: []string{data.CampaignTargets.Name()},
		Card:    func(c *C) page.Page { return CampaignCard(s, c.ID) },
		Fields: page.Fields[C]{
			page.Code("no", func(c *C) *data.CampaignNo { return &c.No }),
			page.Text("description", func(c *C) *string { return &c.Description }).Width(40),
			page.Calc("state", func(c *C) string { return campaignState(s, c)[0].Text }).Width(16).
				Chip(func(c *C) page.Tone { return campaignState(s, c)[0].Tone }),
			page.Date("starting-date", func(c *C) *data.Date { return &c.StartingDate }),
			page.Date("ending-date", func(c *C) *data.Date { return &c.EndingDate }),
			page.Code("status-code", func(c *C) *data.CampaignStatusCode { return &c.StatusCode }),
			page.Code("salesperson-code", func(c *C) *data.SalespersonCode { return &c.SalespersonCode }),
		},
		Empty: "campaigns-empty",
	}
}

// homeAttention lists what should be looked at before a customer does.
func homeAttention(s *app.Session) page.Part[campaign.Cues] {
	type A = campaign.Attention
	return &page.ListPart[campaign.Cues, A]{
		Name: "needs-attention", Session: s,
		Rows: func(c *campaign.Cues) ([]A, error) { return c.Attention, nil },
		Card: func(a *A) page.Page { return campaignCardOf(s, a.CampaignNo) },
		Fields: page.Fields[A]{
			page.Calc("attention-kind", func(a *A) string { return s.Texts.Message(a.Kind) }).Width(18).
				Chip(func(a *A) page.Tone { return toneOf(a.Grave) }),
			page.Code("campaign-no", func(a *A) *data.CampaignNo { return &a.CampaignNo }),
			page.Calc("description", func(a *A) string { return s.Texts.Message(a.Text) }).Width(90),
		},
		Empty: "needs-attention-empty",
	}
}

func toneOf(grave bool) page.Tone {
	if grave {
		return page.Bad
	}
	return page.Warning
}

// homeHints leads through the first steps in a new company; done steps are ticked.
func homeHints(s *app.Session) page.Part[campaign.Cues] {
	type H = setupHint
	return &page.ListPart[campaign.Cues, H]{
		Name: "first-steps", Session: s,
		Rows: func(*campaign.Cues) ([]H, error) { return setupHints(s) },
		Card: func(h *H) page.Page { return h.open() },
		Fields: page.Fields[H]{
			page.Check("done", func(h *H) *bool { return &h.Done }).ReadOnly(),
			page.Calc("first-step", func(h *H) string { return s.Texts.T(h.Caption) }).Width(90),
		},
		HideEmpty: true,
	}
}

// setupHint is one of the first steps.
type setupHint struct {
	Done    bool
	Caption string
	open    func() page.Page
}

// setupHints are the steps that are open in a new company; none once there is something of each.
func setupHints(s *app.Session) ([]setupHint, error) {
	hints := []setupHint{
		{Caption: "hint-salesperson", Done: s.Setup.SalespersonCode != "", open: func() page.Page { return Setup(s) }},
		{Caption: "hint-import", open: func() page.Page { return Import(s) }},
		{Caption: "hint-campaign", open: func() page.Page { return CampaignCard(s, 0) }},
	}
	items, err := data.Items.Count(s.DB, data.View{})
	if err != nil {
		return nil, err
	}
	campaigns, err := data.Campaigns.Count(s.DB, data.View{})
	if err != nil {
		return nil, err
	}
	hints[1].Done, hints[2].Done = items > 0, campaigns > 0
	for _, h := range hints {
		if !h.Done {
			return hints, nil
		}
	}
	return nil, nil
}
