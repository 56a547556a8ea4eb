package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/campaign"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// CampaignCard shows one campaign: its dates and status, its audience, its prices and discounts, and who has them (CP 14.2).
// An id of 0 is a new campaign.
func CampaignCard(s *app.Session, id int64) page.Page {
	type C = data.Campaign
	return &page.Card[C]{
		Name: "campaign-card", Session: s, Table: data.Campaigns, ID: id,
		Title:     func(c *C) string { return string(c.No) + " " + c.Description },
		Watches:   []string{data.CampaignTargets.Name(), data.SegmentLines.Name(), data.Interactions.Name(), data.CommentLines.Name()},
		New:       func() C { return C{} },
		Insert:    func(w *page.Window, c *C) error { return w.Noticed(campaign.Create(s, c)) },
		Ask:       func(before, after *C) (*app.Question, error) { return campaign.AskBeforeSave(s, before, after) },
		Save:      func(_ *page.Window, before, after *C) error { return campaign.Save(s, before, after) },
		Delete:    func(_ *page.Window, c *C) error { return campaign.Delete(s, []C{*c}) },
		AskDelete: func(c *C) (*app.Question, error) { return campaign.AskBeforeDelete(s, []C{*c}) },
		Leave:     campaign.Unfinished,
		Chips:     func(c *C) []page.Chip { return campaignState(s, c) },
		Tabs: []page.Tab[C]{
			{Caption: "general", Fields: page.Fields[C]{
				page.Code("no", func(c *C) *data.CampaignNo { return &c.No }).Assist(func(w *page.Window, c *C) { pickCampaignNo(s, w, c) }),
				page.Text("description", func(c *C) *string { return &c.Description }).Required(),
				page.Code("status-code", func(c *C) *data.CampaignStatusCode { return &c.StatusCode }).Lookup(statusLookup()),
				page.Check("activated", func(c *C) *bool { return &c.Activated }).ReadOnly(),
				page.Date("starting-date", func(c *C) *data.Date { return &c.StartingDate }).Paired(),
				page.Date("ending-date", func(c *C) *data.Date { return &c.EndingDate }).Paired(),
				page.Code("salesperson-code", func(c *C) *data.SalespersonCode { return &c.SalespersonCode }).Lookup(salespersonLookup()),
				page.Date("last-date-modified", func(c *C) *data.Date { return &c.LastDateModified }).ReadOnly(),
				page.Code("global-dimension-1-code", func(c *C) *data.DimensionCode { return &c.Dimension1 }).More().Lookup(dimensionLookup(1)),
				page.Code("global-dimension-2-code", func(c *C) *data.DimensionCode { return &c.Dimension2 }).More().Lookup(dimensionLookup(2)),
			}},
		},
		Parts:     []page.Part[C]{campaignAudience(s), campaignPrices(s), campaignTargets(s)},
		FactBoxes: []page.FactBox[C]{campaignStatistics(s), beforeActivation(s)},
		Actions:   campaignActions(s),
	}
}
