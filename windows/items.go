package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/register"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// Items is the list of what is sold.
func Items(s *app.Session) page.Page {
	type I = data.Item
	return &page.List[I]{
		Name: "items", Session: s, Table: data.Items,
		Card:    func(i *I) page.Page { return ItemCard(s, i.ID) },
		NewCard: func() page.Page { return ItemCard(s, 0) },
		Delete:  func(_ *page.Window, rows []I) error { return register.Delete(s, data.Items, rows) },
		Fields: page.Fields[I]{
			page.Code("no", func(i *I) *data.ItemNo { return &i.No }),
			page.Text("description", func(i *I) *string { return &i.Description }).Width(36),
			page.Code("base-unit-of-measure", func(i *I) *data.UnitCode { return &i.BaseUnit }).Width(12),
			page.Code("sales-unit-of-measure", func(i *I) *data.UnitCode { return &i.SalesUnit }).Width(12).Hidden(),
			page.Amount("unit-price", func(i *I) *data.Amount { return &i.UnitPrice }),
			page.Amount("unit-cost", func(i *I) *data.Amount { return &i.UnitCost }),
			page.Code("item-disc-group", func(i *I) *data.ItemDiscGroup { return &i.DiscGroup }).Width(18),
			page.Check("allow-invoice-disc", func(i *I) *bool { return &i.AllowInvoiceDisc }).Width(18).Hidden(),
			page.Check("blocked", func(i *I) *bool { return &i.Blocked }),
		},
		Actions: itemActions(s),
		Empty:   "items-empty",
	}
}

// itemActions are what can be done with an item, on its card as in the list.
func itemActions(s *app.Session) []page.Action[data.Item] {
	type I = data.Item
	return []page.Action[I]{
		{Caption: "sales-prices", Group: "prices-and-discounts", Key: "Ctrl+Shift+P", Promoted: true,
			Open: func(i *I) page.Page { return SalesPrices(s, forItem(i.No)) }},
		{Caption: "sales-line-discounts", Group: "prices-and-discounts", Key: "Ctrl+Shift+L", Promoted: true,
			Open: func(i *I) page.Page { return SalesLineDiscounts(s, forItemDiscount(i.No)) }},
	}
}
