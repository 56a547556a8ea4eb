package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/register"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// ItemDiscountGroups is the list of groups of items that share line discounts (CP 14.9), edited in place.
func ItemDiscountGroups(s *app.Session) page.Page {
	type G = data.ItemDiscountGroup
	return &page.Worksheet[G]{
		Name: "item-discount-groups", Session: s, Table: data.ItemDiscGroups,
		New:    func(*G) G { return G{} },
		Delete: func(_ *page.Window, rows []G) error { return register.Delete(s, data.ItemDiscGroups, rows) },
		Fields: page.Fields[G]{
			page.Code("code", func(g *G) *data.ItemDiscGroup { return &g.Code }).Width(20),
			page.Text("description", func(g *G) *string { return &g.Description }).Width(40),
		},
		Actions: []page.Action[G]{
			{Caption: "sales-line-discounts", Promoted: true, Open: func(g *G) page.Page { return SalesLineDiscounts(s, forItemDiscGroup(g.Code)) }},
		},
		Empty: "item-discount-groups-empty",
	}
}
