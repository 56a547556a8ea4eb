package windows

import (
	"errors"

	"campaigndesk/app"
	"campaigndesk/app/quote"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// quoteLines are the lines of a quote: item and quantity are typed, price and discount are found (CP-200).
func quoteLines(s *app.Session) page.Part[data.QuoteHeader] {
	type H = data.QuoteHeader
	type L = data.QuoteLine
	entered := func(what func(*app.Session, *L) error) func(*L) error {
		return func(l *L) error { return what(s, l) }
	}
	isOpen := func(h *H, _ *L) bool { return quoteOpen(h) }
	return &page.ListPart[H, L]{
		Name: "quote-lines", Session: s, Table: data.QuoteLines, Height: 12,
		View:   linesOfQuote,
		Locked: func(h *H) bool { return h.ID == 0 || !quoteOpen(h) },
		New:    func(h *H, _ *L) L { return quote.NewLine(h) },
		Insert: func(_ *page.Window, h *H, l *L) error { return quote.AddLine(s, l, lastQuoteLine(s, h)) },
		Ask:    func(before, after *L) *app.Question { return quote.AskBeforeSaveLine(s, before, after) }, // S4
		Save:   func(_ *page.Window, _ *H, before, after *L) error { return quote.SaveLine(s, before, after) },
		Delete: func(_ *page.Window, _ *H, rows []L) error { return quote.DeleteLines(s, rows) },
		Fields: page.Fields[L]{
			page.Code("item-no", func(l *L) *data.ItemNo { return &l.ItemNo }).Width(10).Lookup(itemLookup()).Validate(entered(quote.ItemEntered)),
			page.Code("variant-code", func(l *L) *data.VariantCode { return &l.VariantCode }).Hidden().
				LookupFor(func(l *L) page.Lookup { return itemVariantLookup(l.ItemNo) }).Validate(entered(quote.VariantEntered)),
			page.Text("description", func(l *L) *string { return &l.Description }).Width(20).SkipIf(func(l *L) bool { return l.Description != "" }),
			page.Code("unit", func(l *L) *data.UnitCode { return &l.UnitCode }).Width(7).SkipIf(func(l *L) bool { return l.UnitCode != "" }).
				LookupFor(func(l *L) page.Lookup { return itemUnitLookup(l.ItemNo) }).Validate(entered(quote.UnitEntered)),
			page.Amount("quantity", func(l *L) *data.Amount { return &l.Quantity }).Places(0, 5).Width(9).Validate(entered(quote.QuantityEntered)),
			page.Amount("unit-price", func(l *L) *data.Amount { return &l.UnitPrice }).Validate(entered(quote.PriceEntered)),
			page.Amount("line-discount-percent", func(l *L) *data.Amount { return &l.LineDiscount }).Places(0, 5).BlankZero().Width(10).
				Validate(entered(quote.DiscountEntered)),
			page.Amount("line-discount-amount", func(l *L) *data.Amount { return &l.LineDiscountAmount }).Places(2, 2).BlankZero().Hidden().
				Validate(entered(quote.DiscountAmountEntered)),
			page.Amount("line-amount", func(l *L) *data.Amount { return &l.LineAmount }).Places(2, 2).
				SkipIf(func(*L) bool { return true }).Validate(entered(quote.AmountEntered)),
			page.Calc("price-origin", func(l *L) string { return origin(s, l.ManualPrice, l.PriceCampaignNo) }).Width(11).
				Chip(func(l *L) page.Tone { return toneOfOrigin(l.ManualPrice) }),
			page.Calc("discount-origin", func(l *L) string { return origin(s, l.ManualDiscount, l.DiscountCampaignNo) }).Width(11).
				Chip(func(l *L) page.Tone { return toneOfOrigin(l.ManualDiscount) }),
		},
		FactBoxes: []page.FactBox[L]{quoteLineFacts(s)},
		Actions: []page.PartAction[H, L]{
			{Caption: "get-price", Enabled: isOpen, Do: func(w *page.Window, _ *H, l *L) error { return getPrice(s, w, l) }},
			{Caption: "get-line-discount", Enabled: isOpen, Do: func(w *page.Window, _ *H, l *L) error { return getLineDiscount(s, w, l) }},
			{Caption: "best-price", Enabled: isOpen, DoRows: func(_ *page.Window, _ *H, lines []L) error { return quote.BestPrice(s, lines) }},
			{Caption: "why-this-price", Key: "Ctrl+F8", Open: func(h *H, l *L) page.Page { return whyThisLine(s, h, l) }},
		},
		Empty: "quote-lines-empty",
	}
}

// origin says in a word where a price or discount comes from when it is not the usual one.
func origin(s *app.Session, manual bool, campaign data.CampaignNo) string {
	if manual && campaign == "" {
		return s.Texts.T("typed")
	}
	return string(campaign)
}

func toneOfOrigin(manual bool) page.Tone {
	if manual {
		return page.Warning
	}
	return page.Good
}

// quoteLineFacts says how many rows apply to the line; a click on the number lets one be picked (CP-254).
func quoteLineFacts(s *app.Session) page.FactBox[data.QuoteLine] {
	type L = data.QuoteLine
	return page.FactBox[L]{
		Caption: "line-details",
		Watches: []string{data.SalesPrices.Name(), data.SalesLineDiscounts.Name(), data.CampaignTargets.Name()},
		Facts: func(l *L) ([]page.Fact, error) {
			if l.ItemNo == "" {
				return nil, nil
			}
			h, err := data.QuoteHeaders.Get(s.DB, l.QuoteNo)
			if err != nil {
				return nil, err
			}
			prices, discounts, err := quote.RowCounts(s, &h, l)
			if err != nil {
				return nil, err
			}
			return []page.Fact{
				{Caption: "item-no", Text: string(l.ItemNo), Open: func() page.Page { return itemCardOf(s, l.ItemNo) }},
				{Caption: "sales-prices", Text: s.Locale.FormatInt(int64(prices)), Do: func(w *page.Window) error { return getPrice(s, w, l) }},
				{Caption: "sales-line-discounts", Text: s.Locale.FormatInt(int64(discounts)), Do: func(w *page.Window) error { return getLineDiscount(s, w, l) }},
			}, nil
		},
	}
}

// whyThisLine is Price Check for a line, on the terms that its quote keeps.
func whyThisLine(s *app.Session, h *data.QuoteHeader, l *data.QuoteLine) page.Page {
	q := priceQuestion{CustomerNo: h.CustomerNo, ContactNo: h.ContactNo, ItemNo: l.ItemNo, VariantCode: l.VariantCode, UnitCode: l.UnitCode,
		Quantity: l.Quantity, CurrencyCode: h.CurrencyCode, Date: h.OrderDate}
	if line, err := quote.LineOf(s, h, l); err == nil { // else Price Check says what is wrong
		q.terms, q.Date = &line.Party, line.Date
	}
	return WhyThisPrice(s, q)
}

// lastQuoteLine is the line that a new one follows, nil for the first.
func lastQuoteLine(s *app.Session, h *data.QuoteHeader) *data.QuoteLine {
	v := linesOfQuote(h)
	v.Desc = true
	last, err := data.QuoteLines.First(s.DB, v, 1)
	if err != nil || len(last) == 0 {
		return nil
	}
	return &last[0]
}

// itemCardOf is the card of the item with a number; for one that is gone the list of those that are there.
func itemCardOf(s *app.Session, no data.ItemNo) page.Page {
	i, err := data.Items.Get(s.DB, no)
	if errors.Is(err, data.ErrNotFound) {
		return Items(s)
	}
	return ItemCard(s, i.ID)
}
