package windows

import (
	"cmp"
	"slices"

	"campaigndesk/app"
	"campaigndesk/app/pricing"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// candidate is a row of either table with what became of it.
type candidate struct {
	Row     priceRow
	Verdict pricing.Verdict

	Price, Net data.Amount // in the line's terms
	Comparable bool        // Price and Net say something
}

// priceCandidates are all rows of both tables for the item, those that were nearest on top (CP-257).
func priceCandidates(s *app.Session) page.Part[priceQuestion] {
	type Q = priceQuestion
	type C = candidate
	fields := page.Fields[C]{
		page.Calc("verdict", func(c *C) string { return s.Texts.Message(c.Verdict.Message()) }).Width(32).
			Chip(func(c *C) page.Tone { return toneOfVerdict(c.Verdict) }),
	}
	row := func(c *C) *priceRow { return &c.Row }
	fields = append(fields, priceRowFields(s, row)...)
	fields = append(fields,
		page.CalcAmount("converted-price", func(c *C) data.Amount { return c.Price }).Width(11).BlankIf(func(c *C) bool { return !c.Comparable }),
		page.CalcAmount("net-value", func(c *C) data.Amount { return c.Net }).Width(10).BlankIf(func(c *C) bool { return !c.Comparable }))
	fields = append(fields, priceRowTerms(row)...)
	return &page.ListPart[Q, C]{
		Name: "candidates", Session: s, Height: 10,
		Rows:   func(q *Q) ([]C, error) { return q.candidates(), nil },
		Fields: fields,
		Card:   func(c *C) page.Page { return c.Row.page(s) },
		Empty:  "candidates-empty",
	}
}

func (q *priceQuestion) candidates() []candidate {
	if !q.answered {
		return nil
	}
	var all []candidate
	for _, p := range q.found.Prices {
		all = append(all, candidate{priceRow{Price: p.Row}, p.Verdict, p.Price, p.Net, p.Comparable})
	}
	for _, d := range q.found.Discounts {
		all = append(all, candidate{Row: priceRow{Discount: d.Row}, Verdict: d.Verdict})
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(a.Verdict, b.Verdict) }) // verdicts stand from won to out of question
	return all
}

func toneOfVerdict(v pricing.Verdict) page.Tone {
	switch v {
	case pricing.Chosen:
		return page.Good
	case pricing.UnusableVAT:
		return page.Bad
	case pricing.DiscountNotAllowed, pricing.CampaignNotForParty:
		return page.Warning
	}
	return page.Muted
}
