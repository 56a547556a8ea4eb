package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/register"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// CustomerDiscGroups is the list of groups of customers that share line discounts (CP 14.9), edited in place.
func CustomerDiscGroups(s *app.Session) page.Page {
	type G = data.CustomerDiscountGroup
	return &page.Worksheet[G]{
		Name: "customer-disc-groups", Session: s, Table: data.CustomerDiscGroups,
		New:    func(*G) G { return G{} },
		Delete: func(_ *page.Window, rows []G) error { return register.Delete(s, data.CustomerDiscGroups, rows) },
		Fields: page.Fields[G]{
			page.Code("code", func(g *G) *data.CustomerDiscGroup { return &g.Code }).Width(20),
			page.Text("description", func(g *G) *string { return &g.Description }).Width(40),
		},
		Actions: []page.Action[G]{
			{Caption: "sales-line-discounts", Promoted: true, Open: func(g *G) page.Page { return SalesLineDiscounts(s, forDiscGroup(g.Code)) }},
		},
		Empty: "customer-disc-groups-empty",
	}
}
