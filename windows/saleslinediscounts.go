package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/pricing"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// SalesLineDiscounts is the worksheet of sales line discounts (CP 14.8): those that the filters above it leave.
func SalesLineDiscounts(s *app.Session, filters priceFilters) page.Page {
	type D = data.SalesLineDiscount
	f := filters.recalled(s, "sales-line-discounts")
	return &page.Worksheet[D]{
		Name: "sales-line-discounts", Session: s, Table: data.SalesLineDiscounts,
		Title:   func() string { return f.title(s, discGroups) },
		View:    func() data.View { return f.discountView() },
		Watches: []string{data.Items.Name(), data.ItemDiscGroups.Name(), data.Campaigns.Name()},
		Header: page.HeaderOf(&f, page.Fields[priceFilters]{
			salesTypeFilter(discGroups), salesCodeFilter(s, discGroups), startingDateFilter(s),
			page.Choice("type-filter", func(f *priceFilters) *data.DiscountType { return &f.Type }, "item", "item-discount-group", "none").
				ValidateChange(func(before, after *priceFilters) error {
					if after.Type != before.Type { // CP-142
						after.Code = ""
					}
					return nil
				}),
			page.Filter("code-filter", func(f *priceFilters) *string { return &f.Code }).
				EditableIf(func(f *priceFilters) bool { return f.Type != anyType }).
				LookupFor(func(f *priceFilters) page.Lookup { return discountCodeLookup(f.Type) }). // CP-144
				Validate(func(f *priceFilters) error {
					if f.Type == data.DiscountItemGroup {
						return matchesSomething(s, data.ItemDiscGroups, "code", f.Code)
					}
					return matchesSomething(s, data.Items, "no", f.Code)
				}),
			currencyFilter(s), validOnFilter(),
		}, func(f *priceFilters) error { return f.remember(s, "sales-line-discounts") }),
		New: func(*D) D {
			row, _ := pricing.Enter(s.DB, s.Setup).NewDiscount(f.newDiscount(s)) // what cannot be taken over is only an offer
			return row
		},
		Insert: func(w *page.Window, d *D) error { return w.Noticed(pricing.SaveDiscount(s, d)) },
		Save:   func(w *page.Window, _, d *D) error { return w.Noticed(pricing.SaveDiscount(s, d)) },
		Delete: func(_ *page.Window, rows []D) error { return pricing.DeleteDiscounts(s, rows) },
		Fields: salesLineDiscountFields(s, &f),
		Actions: []page.Action[D]{
			{Caption: "copy-discounts", NoRow: true, Promoted: true,
				Do: func(w *page.Window, _ *D) error { return copyDiscounts(s, w, &f) }},
			{Caption: "clear-filter", NoRow: true, Promoted: true,
				Do: func(w *page.Window, _ *D) error { return f.clear(s, w, "sales-line-discounts") }},
			{Caption: "why-this-price", Key: "Ctrl+F8", Promoted: true, Enabled: func(d *D) bool { return d.Type == data.DiscountItem },
				Open: func(d *D) page.Page { return WhyThisPrice(s, questionOfDiscount(s, d)) }},
		},
		Empty: "sales-line-discounts-empty",
	}
}

// salesLineDiscountFields are the columns of CP 14.8.
func salesLineDiscountFields(s *app.Session, f *priceFilters) page.Fields[data.SalesLineDiscount] {
	type D = data.SalesLineDiscount
	enter := func(what func(*pricing.Entry, *D) error) func(*D) error {
		return func(d *D) error { return what(pricing.Enter(s.DB, s.Setup), d) }
	}
	notCampaign := func(d *D) bool { return d.SalesType != data.ForCampaign }
	ofItem := func(d *D) bool { return d.Type == data.DiscountItem } // CP-132, CP-136
	return page.Fields[D]{
		page.Choice("sales-type", func(d *D) *data.SalesType { return &d.SalesType }, salesTypes(discGroups)...).
			EditableIf(func(*D) bool { return f.SalesType == anySalesType }).
			ValidateChange(func(before, after *D) error {
				pricing.Enter(s.DB, s.Setup).DiscountSalesTypeEntered(after, before.SalesType)
				return nil
			}),
		page.Code("sales-code", func(d *D) *string { return &d.SalesCode }).
			EditableIf(func(d *D) bool { return d.SalesType != data.ForAllCustomers }).
			SkipIf(func(d *D) bool { return d.SalesCode != "" && d.SalesCode == single(f.SalesCode) }).
			LookupFor(func(d *D) page.Lookup { return salesCodeLookup(d.SalesType, discGroups) }).
			Validate(enter((*pricing.Entry).DiscountSalesCodeEntered)),
		page.Choice("type", func(d *D) *data.DiscountType { return &d.Type }, "item", "item-discount-group").
			SkipIf(func(d *D) bool { return f.Type == d.Type }).
			ValidateChange(func(before, after *D) error {
				pricing.Enter(s.DB, s.Setup).DiscountTypeEntered(after, before.Type)
				return nil
			}),
		page.Code("code", func(d *D) *string { return &d.Code }).
			LookupFor(func(d *D) page.Lookup { return discountCodeLookup(d.Type) }).Validate(enter((*pricing.Entry).DiscountCodeEntered)).
			Validate(func(d *D) error { d.Description = objectName(s, d.Type, d.Code); return nil }),
		page.Text("description", func(d *D) *string { return &d.Description }).ReadOnly(),
		page.Code("variant-code", func(d *D) *data.VariantCode { return &d.VariantCode }).Hidden().EditableIf(ofItem).
			LookupFor(func(d *D) page.Lookup { return itemVariantLookup(data.ItemNo(d.Code)) }).Validate(enter((*pricing.Entry).DiscountVariantEntered)),
		page.Code("currency-code", func(d *D) *data.CurrencyCode { return &d.CurrencyCode }).Hidden().Lookup(currencyLookup()),
		page.Code("unit-of-measure-code", func(d *D) *data.UnitCode { return &d.UnitCode }).EditableIf(ofItem).
			LookupFor(func(d *D) page.Lookup { return itemUnitLookup(data.ItemNo(d.Code)) }),
		page.Amount("minimum-quantity", func(d *D) *data.Amount { return &d.MinimumQuantity }).Places(0, 5),
		page.Amount("line-discount-percent", func(d *D) *data.Amount { return &d.LineDiscount }).Places(0, 5).
			BlankIf(func(d *D) bool { return d.ID == 0 && d.LineDiscount == 0 }),
		page.Date("starting-date", func(d *D) *data.Date { return &d.StartingDate }).EditableIf(notCampaign).Validate(enter((*pricing.Entry).DiscountDateEntered)),
		page.Date("ending-date", func(d *D) *data.Date { return &d.EndingDate }).EditableIf(notCampaign).Validate(enter((*pricing.Entry).DiscountDateEntered)),
	}
}

// discountCodeLookup offers what a discount of a type is about.
func discountCodeLookup(of data.DiscountType) page.Lookup {
	switch of {
	case data.DiscountItem:
		return itemLookup()
	case data.DiscountItemGroup:
		return itemDiscGroupLookup()
	}
	return page.Lookup{}
}
