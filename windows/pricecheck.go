package windows

import (
	"cmp"
	"strings"

	"campaigndesk/app"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// PriceCheck says what an item costs somebody, and why (CP 9.9). It never stores anything (CP-258).
func PriceCheck(s *app.Session) page.Page {
	return priceCheck(s, priceQuestion{Quantity: data.One, Date: s.WorkDate})
}

// WhyThisPrice is Price Check with the question filled in, from a line or a row.
func WhyThisPrice(s *app.Session, q priceQuestion) page.Page {
	p := priceCheck(s, q)
	p.Key = strings.Join([]string{string(q.CustomerNo), string(q.ContactNo), string(q.ItemNo), string(q.VariantCode), string(q.UnitCode),
		q.Quantity.String(), string(q.CurrencyCode), string(q.Date)}, "\t")
	return p
}

func priceCheck(s *app.Session, asked priceQuestion) *page.Card[priceQuestion] {
	type Q = priceQuestion
	return &page.Card[Q]{
		Name: "price-check", Session: s,
		Title: func(q *Q) string { return q.title() },
		Load: func() (Q, error) {
			err := asked.ask(s)
			return asked, err
		},
		Save: func(_ *page.Window, _, after *Q) error {
			if err := after.ask(s); err != nil {
				return err
			}
			asked = *after
			return nil
		},
		Watches: []string{data.SalesPrices.Name(), data.SalesLineDiscounts.Name(), data.CampaignTargets.Name(), data.Items.Name(), data.Customers.Name()},
		Cues: []page.Cue[Q]{
			{Caption: "unit-price", Value: func(q *Q) string { return q.show(s, q.found.UnitPrice, 2, 5) }},
			{Caption: "line-discount-percent", Value: func(q *Q) string { return q.show(s, q.found.Discount, 0, 5) }},
			{Caption: "line-amount", Value: func(q *Q) string { return q.show(s, q.amounts.Amount, 2, 2) }},
		},
		Tabs: []page.Tab[Q]{
			{Caption: "question-asked", Fields: page.Fields[Q]{
				page.Code("customer-no", func(q *Q) *data.CustomerNo { return &q.CustomerNo }).Lookup(customerLookup()).
					Validate(func(q *Q) error { q.ContactNo = ""; return q.partyEntered(s) }),
				page.Code("contact-no", func(q *Q) *data.ContactNo { return &q.ContactNo }).Lookup(contactLookup()).
					Validate(func(q *Q) error { q.CustomerNo = ""; return q.partyEntered(s) }),
				page.Calc("name", func(q *Q) string { return q.name }),
				page.Code("currency-code", func(q *Q) *data.CurrencyCode { return &q.CurrencyCode }).Lookup(currencyLookup()),
				page.Date("date", func(q *Q) *data.Date { return &q.Date }),
				page.Code("item-no", func(q *Q) *data.ItemNo { return &q.ItemNo }).Lookup(itemLookup()).
					Validate(func(q *Q) error { q.itemEntered(); return nil }),
				page.Code("variant-code", func(q *Q) *data.VariantCode { return &q.VariantCode }).
					LookupFor(func(q *Q) page.Lookup { return itemVariantLookup(q.ItemNo) }),
				page.Calc("description", func(q *Q) string { return q.description }),
				page.Code("unit-of-measure-code", func(q *Q) *data.UnitCode { return &q.UnitCode }).
					LookupFor(func(q *Q) page.Lookup { return itemUnitLookup(q.ItemNo) }),
				page.Amount("quantity", func(q *Q) *data.Amount { return &q.Quantity }).Places(0, 5),
			}},
			{Caption: "answer", Fields: page.Fields[Q]{
				page.Calc("price-from", func(q *Q) string { return q.priceSource(s) }),
				page.Calc("discount-from", func(q *Q) string { return q.discountSource(s) }),
			}},
		},
		Parts: []page.Part[Q]{priceCandidates(s)},
		Actions: []page.Action[Q]{
			{Caption: "copy-as-text", Key: "Ctrl+Shift+C", Promoted: true, Enabled: func(q *Q) bool { return q.answered },
				Do: func(w *page.Window, q *Q) error {
					w.Copy(q.text(s))
					w.Tell(data.Msg("copied-as-text"))
					return nil
				}},
		},
	}
}

// show is a figure of the answer, blank as long as there is none.
func (q *priceQuestion) show(s *app.Session, a data.Amount, least, most int) string {
	if !q.answered {
		return "–"
	}
	return s.Locale.FormatAmount(a, least, most)
}

func (q *priceQuestion) title() string {
	return strings.TrimSpace(string(q.ItemNo) + " " + q.description)
}

// priceSource says where the price comes from.
func (q *priceQuestion) priceSource(s *app.Session) string {
	switch {
	case !q.answered:
		return ""
	case q.found.NoPrice:
		return s.Texts.T("no-price-without-vat-rate")
	case q.found.Price == nil:
		return s.Texts.T("from-item-card")
	}
	row := priceRow{Price: q.found.Price}
	return row.source(s)
}

// discountSource says where the discount comes from.
func (q *priceQuestion) discountSource(s *app.Session) string {
	switch {
	case !q.answered:
		return ""
	case q.found.LineDiscount != nil:
		row := priceRow{Discount: q.found.LineDiscount}
		return row.source(s)
	case !q.found.AllowLineDisc && q.found.DiscountRows > 0:
		return s.Texts.T("no-discount-allowed")
	}
	return s.Texts.T("no-discount")
}

// text is the answer for the clipboard, line by line.
func (q *priceQuestion) text(s *app.Session) string {
	t, l := s.Texts, s.Locale
	currency := cmp.Or(q.CurrencyCode, s.Setup.LCYCode)
	var b strings.Builder
	for _, line := range [][2]string{
		{"name", q.name},
		{"item-no", q.title()},
		{"quantity", l.FormatAmount(q.Quantity, 0, 5) + " " + string(q.UnitCode)},
		{"date", l.FormatDate(q.Date)},
		{"unit-price", l.FormatAmount(q.found.UnitPrice, 2, 5) + " " + string(currency)},
		{"price-from", q.priceSource(s)},
		{"line-discount-percent", l.FormatAmount(q.found.Discount, 0, 5)},
		{"discount-from", q.discountSource(s)},
		{"line-amount", l.FormatAmount(q.amounts.Amount, 2, 2) + " " + string(currency)},
	} {
		if strings.TrimSpace(line[1]) != "" {
			b.WriteString(t.T(line[0]) + ": " + strings.TrimSpace(line[1]) + "\n")
		}
	}
	return b.String()
}
