package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/register"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// ItemCard shows one item with its prices, units and variants. An id of 0 is a new item.
func ItemCard(s *app.Session, id int64) page.Page {
	type I = data.Item
	return &page.Card[I]{
		Name: "item-card", Session: s, Table: data.Items, ID: id,
		Title:  func(i *I) string { return string(i.No) + " " + i.Description },
		New:    func() I { return I{AllowInvoiceDisc: true} },
		Insert: func(w *page.Window, i *I) error { return w.Noticed(register.CreateItem(s, i)) },
		Save:   func(_ *page.Window, before, after *I) error { return register.SaveItem(s, before, after) },
		Delete: func(_ *page.Window, i *I) error { return register.Delete(s, data.Items, []I{*i}) },
		Tabs: []page.Tab[I]{
			{Caption: "general", Fields: page.Fields[I]{
				page.Code("no", func(i *I) *data.ItemNo { return &i.No }),
				page.Text("description", func(i *I) *string { return &i.Description }).Required(),
				page.Code("base-unit-of-measure", func(i *I) *data.UnitCode { return &i.BaseUnit }).Required().Lookup(unitLookup()),
				page.Code("sales-unit-of-measure", func(i *I) *data.UnitCode { return &i.SalesUnit }).LookupFor(func(i *I) page.Lookup { return itemUnitLookup(i.No) }),
				page.Code("item-disc-group", func(i *I) *data.ItemDiscGroup { return &i.DiscGroup }).Lookup(itemDiscGroupLookup()),
				page.Check("blocked", func(i *I) *bool { return &i.Blocked }),
			}},
			{Caption: "prices-and-discounts", Fields: itemPricing(s)},
		},
		Parts:   []page.Part[I]{itemUnits(s), itemVariants(s)},
		Actions: itemActions(s),
	}
}

// itemPricing are the fields of an item's price; VAT is left out while Setup has it off (CP-139).
func itemPricing(s *app.Session) page.Fields[data.Item] {
	type I = data.Item
	fields := page.Fields[I]{
		page.Amount("unit-price", func(i *I) *data.Amount { return &i.UnitPrice }),
		page.Amount("unit-cost", func(i *I) *data.Amount { return &i.UnitCost }),
		page.Check("allow-invoice-disc", func(i *I) *bool { return &i.AllowInvoiceDisc }),
	}
	if s.Setup.VAT {
		fields = append(fields,
			page.Check("price-includes-vat", func(i *I) *bool { return &i.PriceIncludesVAT }),
			page.Code("vat-bus-posting-gr-price", func(i *I) *data.VATBusinessGroup { return &i.PriceVATGroup }),
			page.Code("vat-prod-posting-group", func(i *I) *data.VATProductGroup { return &i.VATProductGroup }))
	}
	return fields
}

// itemUnits are the units that the item is sold in.
func itemUnits(s *app.Session) page.Part[data.Item] {
	type I = data.Item
	type U = data.ItemUnit
	return &page.ListPart[I, U]{
		Name: "item-units-of-measure", Session: s, Table: data.ItemUnits,
		View:   func(i *I) data.View { return ofItem(i.No)(s) },
		Locked: func(i *I) bool { return i.No == "" },
		New:    func(i *I, _ *U) U { return U{ItemNo: i.No, QtyPerUnit: data.One} },
		Save:   func(_ *page.Window, _ *I, before, after *U) error { return register.SaveUnit(s, before, after) },
		Delete: func(_ *page.Window, i *I, rows []U) error { return register.DeleteUnits(s, i, rows) },
		Fields: page.Fields[U]{
			page.Code("code", func(u *U) *data.UnitCode { return &u.Code }).Lookup(unitLookup()),
			page.Amount("qty-per-unit-of-measure", func(u *U) *data.Amount { return &u.QtyPerUnit }).Places(0, 5).Width(24).
				Validate(func(u *U) error { return positive(u.QtyPerUnit, "qty_per_unit") }),
		},
		Empty: "item-units-empty",
	}
}

// itemVariants are the kinds of the item, such as colours.
func itemVariants(s *app.Session) page.Part[data.Item] {
	type I = data.Item
	type V = data.ItemVariant
	return &page.ListPart[I, V]{
		Name: "item-variants", Session: s, Table: data.ItemVariants,
		View:   func(i *I) data.View { return ofItem(i.No)(s) },
		Locked: func(i *I) bool { return i.No == "" },
		New:    func(i *I, _ *V) V { return V{ItemNo: i.No} },
		Delete: func(_ *page.Window, _ *I, rows []V) error { return register.DeleteVariants(s, rows) },
		Fields: page.Fields[V]{
			page.Code("code", func(v *V) *data.VariantCode { return &v.Code }),
			page.Text("description", func(v *V) *string { return &v.Description }).Width(40),
		},
		Empty: "item-variants-empty",
	}
}
