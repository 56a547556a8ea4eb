package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/campaign"
	"campaigndesk/app/interaction"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// Campaigns is the list of all campaigns (CP 14.1).
func Campaigns(s *app.Session) page.Page { return campaignList(s, "", nil) }

// campaignList is the list of the campaigns in a view; what says which ones, blank for all.
func campaignList(s *app.Session, what string, view func() data.View) page.Page {
	type C = data.Campaign
	list := &page.List[C]{
		Name: "campaigns", Session: s, Table: data.Campaigns, View: view,
		Watches: []string{data.CampaignTargets.Name()},
		Card:    func(c *C) page.Page { return CampaignCard(s, c.ID) },
		NewCard: func() page.Page { return CampaignCard(s, 0) },
		Delete: func(_ *page.Window, rows []C) error {
			return campaign.Delete(s, rows)
		},
		AskDelete: func(rows []C) (*app.Question, error) { return campaign.AskBeforeDelete(s, rows) },
		Fields: page.Fields[C]{
			page.Code("no", func(c *C) *data.CampaignNo { return &c.No }).Width(10),
			page.Text("description", func(c *C) *string { return &c.Description }).Width(26),
			page.Code("salesperson-code", func(c *C) *data.SalespersonCode { return &c.SalespersonCode }).Width(10),
			page.Code("status-code", func(c *C) *data.CampaignStatusCode { return &c.StatusCode }).Width(10),
			page.Date("starting-date", func(c *C) *data.Date { return &c.StartingDate }),
			page.Date("ending-date", func(c *C) *data.Date { return &c.EndingDate }),
			page.Check("activated", func(c *C) *bool { return &c.Activated }),
			page.Date("last-date-modified", func(c *C) *data.Date { return &c.LastDateModified }).Hidden(),
			page.Check("comment", func(c *C) *bool { return &c.Comment }).Hidden(),
		},
		FactBoxes: []page.FactBox[C]{campaignStatistics(s), beforeActivation(s)},
		Actions:   campaignActions(s),
		Empty:     "campaigns-empty",
	}
	if what != "" {
		list.Title = func() string { return what }
	}
	return list
}

// campaignActions are what can be done with a campaign, on its card as in the list (CP 14.1, 14.2).
func campaignActions(s *app.Session) []page.Action[data.Campaign] {
	type C = data.Campaign
	return []page.Action[C]{
		{Caption: "sales-prices", Group: "prices-and-discounts", Key: "Ctrl+Shift+P", Promoted: true,
			Open: func(c *C) page.Page { return SalesPrices(s, forCampaign(c.No)) }},
		{Caption: "sales-line-discounts", Group: "prices-and-discounts", Key: "Ctrl+Shift+L", Promoted: true,
			Open: func(c *C) page.Page { return SalesLineDiscounts(s, forCampaignDiscount(c.No)) }},
		{Caption: "activate-prices", Group: "prices-and-discounts", Key: "Ctrl+F9", Promoted: true, Primary: true,
			Open: func(c *C) page.Page { return Activation(s, c.No) }},
		{Caption: "deactivate-prices", Group: "prices-and-discounts", Key: "Ctrl+Shift+F9", Promoted: true,
			Enabled: func(c *C) bool { return c.Activated }, // CP-89
			Open:    func(c *C) page.Page { return Deactivation(s, c.No) }},
		{Caption: "bring-in-line", Group: "prices-and-discounts", Key: "F9",
			Enabled: func(c *C) bool { return c.Activated },
			Open:    func(c *C) page.Page { return Alignment(s, c.No) }},
		{Caption: "segments", Group: "campaign", Promoted: true,
			Open: func(c *C) page.Page { return segmentsOf(s, c.No) }},
		{Caption: "entries", Group: "campaign", Key: "Ctrl+F7", Promoted: true,
			Open: func(c *C) page.Page { return entriesOfCampaign(s, c) }},
		{Caption: "statistics", Group: "campaign", Key: "F7", Promoted: true,
			Open: func(c *C) page.Page { return CampaignStatistics(s, c.No) }},
		{Caption: "interaction-log-entries", Group: "campaign", Key: "Ctrl+Shift+F7",
			Open: func(c *C) page.Page { return interactionLog(s, logOfCampaign(c)) }},
		{Caption: "create-interaction", Group: "campaign", Key: "Ctrl+Shift+I",
			Do: func(w *page.Window, c *C) error { return openDraft(s, w, interaction.From{CampaignNo: c.No}) }},
		{Caption: "who-gets-it", Group: "campaign", Key: "Ctrl+Shift+W", Promoted: true,
			Open: func(c *C) page.Page { return WhoGetsIt(s, c.No) }},
		{Caption: "report-campaign-details", Group: "campaign",
			Do: func(w *page.Window, c *C) error { return campaignDetails(s, c.No).show(w) }},
		{Caption: "comments", Group: "campaign", Promoted: true,
			Open: func(c *C) page.Page { return CommentSheet(s, c.No) }},
	}
}
