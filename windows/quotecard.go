package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/quote"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// QuoteCard is one sales quote: for whom and on which terms, and its lines with the prices they got. An id of 0 is a new one.
func QuoteCard(s *app.Session, id int64) page.Page {
	type H = data.QuoteHeader
	entered := func(what func(*app.Session, *H) error) func(*H) error {
		return func(h *H) error { return what(s, h) }
	}
	return &page.Card[H]{
		Name: "sales-quote", Session: s, Table: data.QuoteHeaders, ID: id,
		Title:   func(h *H) string { return string(h.No) + " " + h.Name },
		Watches: []string{data.QuoteLines.Name()},
		New:     func() H { return quote.New(s) },
		Insert:  func(w *page.Window, h *H) error { return w.Noticed(quote.Create(s, h)) },
		Ask: func(before, after *H) (*app.Question, error) {
			if q := quote.AskBeforeRename(before, after); q != nil {
				return q, nil
			}
			return quote.AskRecalculate(s, before, after) // CP-201
		},
		Answered: func(w *page.Window, before, after *H, yes bool) error {
			renamed := after.No != before.No
			if renamed && !yes {
				return nil
			}
			return w.Noticed(quote.Save(s, before, after, yes && !renamed))
		},
		Save:   func(w *page.Window, before, after *H) error { return w.Noticed(quote.Save(s, before, after, false)) },
		Delete: func(_ *page.Window, h *H) error { return quote.Delete(s, []H{*h}) },
		Chips:  func(h *H) []page.Chip { return quoteState(s, h) },
		Tabs: []page.Tab[H]{
			{Caption: "general", Fields: page.Fields[H]{
				page.Code("no", func(h *H) *data.QuoteNo { return &h.No }),
				page.Code("customer-no", func(h *H) *data.CustomerNo { return &h.CustomerNo }).Lookup(customerLookup()).EditableIf(quoteOpen).
					Validate(entered(quote.CustomerEntered)),
				page.Code("contact-no", func(h *H) *data.ContactNo { return &h.ContactNo }).Lookup(contactLookup()).EditableIf(quoteOpen).
					Validate(entered(quote.ContactEntered)),
				page.Text("name", func(h *H) *string { return &h.Name }),
				page.Choice("status", func(h *H) *data.QuoteStatus { return &h.Status }, quoteStatuses...).ReadOnly(),
				page.Date("order-date", func(h *H) *data.Date { return &h.OrderDate }).EditableIf(quoteOpen),
				page.Date("valid-until", func(h *H) *data.Date { return &h.ValidUntil }),
				page.Code("salesperson-code", func(h *H) *data.SalespersonCode { return &h.SalespersonCode }).Lookup(salespersonLookup()),
				page.Code("campaign-no", func(h *H) *data.CampaignNo { return &h.CampaignNo }).Lookup(campaignLookup()),
			}},
			{Caption: "pricing", Closed: true, Summary: func(h *H) string { return quoteTerms(s, h) }, Fields: quotePricing(s)},
		},
		Parts:     []page.Part[H]{quoteLines(s)},
		FactBoxes: []page.FactBox[H]{quoteTotals(s)},
		Actions: []page.Action[H]{
			{Caption: "recalculate-lines", Group: "prices-and-discounts", Promoted: true, Enabled: quoteOpen,
				Do: func(w *page.Window, h *H) error { return quote.Recalculate(s, h) }},
			{Caption: "release", Promoted: true, Enabled: quoteOpen,
				Do: func(w *page.Window, h *H) error { return quote.Release(s, h) }},
			{Caption: "reopen", Promoted: true, Enabled: func(h *H) bool { return !quoteOpen(h) },
				Do: func(w *page.Window, h *H) error { return quote.Reopen(s, h) }},
			{Caption: "customer", Group: "menu-view", Enabled: func(h *H) bool { return h.CustomerNo != "" },
				Open: func(h *H) page.Page { return customerCardOf(s, h.CustomerNo) }},
		},
	}
}

func quoteOpen(h *data.QuoteHeader) bool { return h.Status == data.QuoteOpen }

// quotePricing are the terms that the quote keeps (CP-208, CP-209).
func quotePricing(s *app.Session) page.Fields[data.QuoteHeader] {
	type H = data.QuoteHeader
	fields := page.Fields[H]{
		page.Code("currency-code", func(h *H) *data.CurrencyCode { return &h.CurrencyCode }).Lookup(currencyLookup()).EditableIf(quoteOpen).
			Validate(func(h *H) error { return quote.CurrencyEntered(s, h) }),
		page.Code("customer-price-group", func(h *H) *data.CustomerPriceGroup { return &h.PriceGroup }).Lookup(customerPriceGroupLookup()).EditableIf(quoteOpen),
		page.Code("customer-disc-group", func(h *H) *data.CustomerDiscGroup { return &h.DiscGroup }).Lookup(customerDiscGroupLookup()).EditableIf(quoteOpen),
		page.Check("allow-line-disc", func(h *H) *bool { return &h.AllowLineDisc }).EditableIf(quoteOpen),
	}
	if s.Setup.VAT { // CP-139
		fields = append(fields,
			page.Check("prices-including-vat", func(h *H) *bool { return &h.PricesIncludingVAT }).EditableIf(quoteOpen),
			page.Code("vat-bus-posting-group", func(h *H) *data.VATBusinessGroup { return &h.VATGroup }).EditableIf(quoteOpen))
	}
	return fields
}

// quoteTerms says the terms that are not blank in one line.
func quoteTerms(s *app.Session, h *data.QuoteHeader) string {
	terms := string(h.CurrencyCode)
	if terms == "" {
		terms = string(s.Setup.LCYCode)
	}
	for _, group := range []string{string(h.PriceGroup), string(h.DiscGroup)} {
		if group != "" {
			terms += " · " + group
		}
	}
	return terms
}

// quoteTotals are the sums of the quote.
func quoteTotals(s *app.Session) page.FactBox[data.QuoteHeader] {
	return page.FactBox[data.QuoteHeader]{
		Caption: "totals",
		Facts: func(h *data.QuoteHeader) ([]page.Fact, error) {
			lines, err := data.QuoteLines.Select(s.DB, linesOfQuote(h))
			var amount, discount data.Amount
			for _, l := range lines {
				amount, discount = amount+l.LineAmount, discount+l.LineDiscountAmount
			}
			return []page.Fact{
				{Caption: "no-of-lines", Text: s.Locale.FormatInt(int64(len(lines)))},
				{Caption: "before-discounts", Text: s.Locale.FormatAmount(amount+discount, 2, 2)},
				{Caption: "line-discount-amount", Text: s.Locale.FormatAmount(discount, 2, 2)},
				{Caption: "amount", Text: s.Locale.FormatAmount(amount, 2, 2)},
			}, err
		},
	}
}

func linesOfQuote(h *data.QuoteHeader) data.View {
	return data.View{Fixed: []data.Cond{data.Equal("quote_no", h.No)}}
}
