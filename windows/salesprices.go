package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/pricing"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// SalesPrices is the worksheet of sales prices (CP 14.7): those that the filters above it leave.
func SalesPrices(s *app.Session, filters priceFilters) page.Page {
	type P = data.SalesPrice
	f := filters.recalled(s, "sales-prices")
	return &page.Worksheet[P]{
		Name: "sales-prices", Session: s, Table: data.SalesPrices,
		Title:   func() string { return f.title(s, priceGroups) },
		View:    func() data.View { return f.view("item_no") },
		Watches: []string{data.Items.Name(), data.Campaigns.Name()},
		Header: page.HeaderOf(&f, page.Fields[priceFilters]{
			salesTypeFilter(priceGroups), salesCodeFilter(s, priceGroups),
			page.Filter("item-no-filter", func(f *priceFilters) *string { return &f.Code }).Lookup(itemLookup()).
				Validate(func(f *priceFilters) error { return matchesSomething(s, data.Items, "no", f.Code) }),
			startingDateFilter(s), currencyFilter(s), validOnFilter(),
		}, func(f *priceFilters) error { return f.remember(s, "sales-prices") }),
		New: func(*P) P {
			row, _ := pricing.Enter(s.DB, s.Setup).NewPrice(f.newPrice(s)) // what cannot be taken over is only an offer
			return row
		},
		Insert: func(w *page.Window, p *P) error { return w.Noticed(pricing.SavePrice(s, p)) },
		Save:   func(w *page.Window, _, p *P) error { return w.Noticed(pricing.SavePrice(s, p)) },
		Delete: func(_ *page.Window, rows []P) error { return pricing.DeletePrices(s, rows) },
		Fields: salesPriceFields(s, &f),
		Actions: []page.Action[P]{
			{Caption: "copy-prices", NoRow: true, Promoted: true,
				Do: func(w *page.Window, _ *P) error { return copyPrices(s, w, &f) }},
			{Caption: "clear-filter", NoRow: true, Promoted: true,
				Do: func(w *page.Window, _ *P) error { return f.clear(s, w, "sales-prices") }},
			{Caption: "why-this-price", Key: "Ctrl+F8", Promoted: true,
				Open: func(p *P) page.Page { return WhyThisPrice(s, questionOfPrice(s, p)) }},
		},
		Empty: "sales-prices-empty",
	}
}

// salesPriceFields are the columns of CP 14.7; the currency is in sight, as a price says nothing without it. The flags of VAT are left out of companies whose prices know no VAT (CP-139).
func salesPriceFields(s *app.Session, f *priceFilters) page.Fields[data.SalesPrice] {
	type P = data.SalesPrice
	enter := func(what func(*pricing.Entry, *P) error) func(*P) error {
		return func(p *P) error { return what(pricing.Enter(s.DB, s.Setup), p) }
	}
	notCampaign := func(p *P) bool { return p.SalesType != data.ForCampaign }
	fields := page.Fields[P]{
		page.Choice("sales-type", func(p *P) *data.SalesType { return &p.SalesType }, salesTypes(priceGroups)...).Width(18).
			EditableIf(func(*P) bool { return f.SalesType == anySalesType }). // CP-148
			ValidateChange(func(before, after *P) error {
				pricing.Enter(s.DB, s.Setup).PriceSalesTypeEntered(after, before.SalesType)
				return nil
			}),
		page.Code("sales-code", func(p *P) *string { return &p.SalesCode }).Width(10).
			EditableIf(func(p *P) bool { return p.SalesType != data.ForAllCustomers }).
			SkipIf(func(p *P) bool { return p.SalesCode != "" && p.SalesCode == single(f.SalesCode) }).
			LookupFor(func(p *P) page.Lookup { return salesCodeLookup(p.SalesType, priceGroups) }).
			Validate(enter((*pricing.Entry).PriceSalesCodeEntered)),
		page.Code("item-no", func(p *P) *data.ItemNo { return &p.ItemNo }).Width(10).Lookup(itemLookup()).Validate(enter((*pricing.Entry).PriceItemEntered)).
			Validate(func(p *P) error { p.Description = itemName(s, string(p.ItemNo)); return nil }),
		page.Text("description", func(p *P) *string { return &p.Description }).ReadOnly().Width(18),
		page.Code("variant-code", func(p *P) *data.VariantCode { return &p.VariantCode }).Hidden().
			LookupFor(func(p *P) page.Lookup { return itemVariantLookup(p.ItemNo) }),
		page.Code("currency-code", func(p *P) *data.CurrencyCode { return &p.CurrencyCode }).Width(9).Lookup(currencyLookup()).
			SkipIf(func(p *P) bool { return p.CurrencyCode == "" }), // most prices are in local currency
		page.Code("unit-of-measure-code", func(p *P) *data.UnitCode { return &p.UnitCode }).
			LookupFor(func(p *P) page.Lookup { return itemUnitLookup(p.ItemNo) }),
		page.Amount("minimum-quantity", func(p *P) *data.Amount { return &p.MinimumQuantity }).Places(0, 5),
		page.Amount("unit-price", func(p *P) *data.Amount { return &p.UnitPrice }).
			BlankIf(func(p *P) bool { return p.ID == 0 && p.UnitPrice == 0 }).
			Hint(func(p *P) string { return listPriceHint(s, p) }),
		page.Date("starting-date", func(p *P) *data.Date { return &p.StartingDate }).EditableIf(notCampaign).Validate(enter((*pricing.Entry).PriceDateEntered)),
		page.Date("ending-date", func(p *P) *data.Date { return &p.EndingDate }).EditableIf(notCampaign).Validate(enter((*pricing.Entry).PriceDateEntered)),
		page.Check("allow-line-disc", func(p *P) *bool { return &p.AllowLineDisc }).Width(14).Hidden(),
		page.Check("allow-invoice-disc", func(p *P) *bool { return &p.AllowInvoiceDisc }).Width(16).Hidden(),
	}
	if s.Setup.VAT {
		fields = append(fields,
			page.Check("price-includes-vat", func(p *P) *bool { return &p.PriceIncludesVAT }).Width(16).Hidden(),
			page.Code("vat-bus-posting-gr-price", func(p *P) *data.VATBusinessGroup { return &p.VATGroup }).Width(24).Hidden())
	}
	return fields
}

// listPriceHint is the item card's price in the row's unit and currency (CP-125).
func listPriceHint(s *app.Session, p *data.SalesPrice) string {
	price, ok := pricing.Enter(s.DB, s.Setup).ListPrice(p, s.WorkDate)
	if !ok {
		return ""
	}
	return s.Locale.FormatAmount(price, 2, 5)
}
