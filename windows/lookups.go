package windows

import (
	"campaigndesk/app"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// The lookups that several windows share: what is offered while a code is typed, and the list behind F4.

func statusLookup() page.Lookup {
	type S = data.CampaignStatus
	return page.LookupIn(data.CampaignStatuses, nil, CampaignStatus,
		page.Code("code", func(s *S) *data.CampaignStatusCode { return &s.Code }),
		page.Text("description", func(s *S) *string { return &s.Description }))
}

// salespersonLookup offers only salespeople that can be assigned (SP-3, SP-4).
func salespersonLookup() page.Lookup {
	type S = data.Salesperson
	assignable := func(*app.Session) data.View {
		return data.View{Fixed: []data.Cond{data.Equal("blocked", false), data.Equal("privacy_blocked", false)}}
	}
	return page.LookupIn(data.Salespeople, assignable, Salespeople,
		page.Code("code", func(s *S) *data.SalespersonCode { return &s.Code }),
		page.Text("name", func(s *S) *string { return &s.Name }))
}

func campaignLookup() page.Lookup {
	type C = data.Campaign
	return page.LookupIn(data.Campaigns, nil, Campaigns,
		page.Code("no", func(c *C) *data.CampaignNo { return &c.No }),
		page.Text("description", func(c *C) *string { return &c.Description }),
		page.Date("starting-date", func(c *C) *data.Date { return &c.StartingDate }),
		page.Date("ending-date", func(c *C) *data.Date { return &c.EndingDate }))
}

func itemLookup() page.Lookup {
	type I = data.Item
	return page.LookupIn(data.Items, notBlocked, Items,
		page.Code("no", func(i *I) *data.ItemNo { return &i.No }),
		page.Text("description", func(i *I) *string { return &i.Description }),
		page.Amount("unit-price", func(i *I) *data.Amount { return &i.UnitPrice }))
}

func notBlocked(*app.Session) data.View {
	return data.View{Fixed: []data.Cond{data.Equal("blocked", false)}}
}

// itemUnitLookup offers the units of one item.
func itemUnitLookup(item data.ItemNo) page.Lookup {
	type U = data.ItemUnit
	return page.LookupIn(data.ItemUnits, ofItem(item), nil,
		page.Code("code", func(u *U) *data.UnitCode { return &u.Code }),
		page.Amount("qty-per-unit-of-measure", func(u *U) *data.Amount { return &u.QtyPerUnit }).Places(0, 5))
}

// itemVariantLookup offers the variants of one item.
func itemVariantLookup(item data.ItemNo) page.Lookup {
	type V = data.ItemVariant
	return page.LookupIn(data.ItemVariants, ofItem(item), nil,
		page.Code("code", func(v *V) *data.VariantCode { return &v.Code }),
		page.Text("description", func(v *V) *string { return &v.Description }))
}

func ofItem(item data.ItemNo) func(*app.Session) data.View {
	return func(*app.Session) data.View {
		return data.View{Fixed: []data.Cond{data.Equal("item_no", item)}}
	}
}

func customerLookup() page.Lookup {
	type C = data.Customer
	return page.LookupIn(data.Customers, nil, Customers,
		page.Code("no", func(c *C) *data.CustomerNo { return &c.No }),
		page.Text("name", func(c *C) *string { return &c.Name }),
		page.Text("city", func(c *C) *string { return &c.City }))
}

func contactLookup() page.Lookup {
	type C = data.Contact
	return page.LookupIn(data.Contacts, nil, Contacts,
		page.Code("no", func(c *C) *data.ContactNo { return &c.No }),
		page.Text("name", func(c *C) *string { return &c.Name }),
		page.Text("company-name", func(c *C) *string { return &c.CompanyName }))
}

func unitLookup() page.Lookup {
	type U = data.Unit
	return page.LookupIn(data.Units, nil, UnitsOfMeasure,
		page.Code("code", func(u *U) *data.UnitCode { return &u.Code }),
		page.Text("description", func(u *U) *string { return &u.Description }))
}

func currencyLookup() page.Lookup {
	type C = data.Currency
	return page.LookupIn(data.Currencies, nil, Currencies,
		page.Code("code", func(c *C) *data.CurrencyCode { return &c.Code }),
		page.Text("description", func(c *C) *string { return &c.Description }))
}

func customerPriceGroupLookup() page.Lookup {
	type G = data.PriceGroup
	return page.LookupIn(data.CustomerPriceGroups, nil, CustomerPriceGroups,
		page.Code("code", func(g *G) *data.CustomerPriceGroup { return &g.Code }),
		page.Text("description", func(g *G) *string { return &g.Description }))
}

func customerDiscGroupLookup() page.Lookup {
	type G = data.CustomerDiscountGroup
	return page.LookupIn(data.CustomerDiscGroups, nil, CustomerDiscGroups,
		page.Code("code", func(g *G) *data.CustomerDiscGroup { return &g.Code }),
		page.Text("description", func(g *G) *string { return &g.Description }))
}

func itemDiscGroupLookup() page.Lookup {
	type G = data.ItemDiscountGroup
	return page.LookupIn(data.ItemDiscGroups, nil, ItemDiscountGroups,
		page.Code("code", func(g *G) *data.ItemDiscGroup { return &g.Code }),
		page.Text("description", func(g *G) *string { return &g.Description }))
}

func noSeriesLookup() page.Lookup {
	type N = data.NoSeries
	return page.LookupIn(data.NoSeriesTable, nil, NumberSeries,
		page.Code("code", func(n *N) *data.NoSeriesCode { return &n.Code }),
		page.Text("description", func(n *N) *string { return &n.Description }))
}
