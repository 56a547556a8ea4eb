package pricing

import "campaigndesk/data"

// PricesToPick lists the price rows that Get Price offers for a line: those for the party and the variant that have not
// expired; currency, unit, start and minimum quantity are held against the row only when it is picked (CP-250).
func PricesToPick(l *Line, rows Rows) []PriceVerdict {
	var offered []PriceVerdict
	for _, p := range Explain(l, rows).Prices {
		if l.offers(p.Row.SalesType, p.Row.SalesCode, string(l.PriceGroup), p.Row.VariantCode, p.Row.EndingDate) {
			offered = append(offered, p)
		}
	}
	return offered
}

// DiscountsToPick is [PricesToPick] for Get Line Discount.
func DiscountsToPick(l *Line, rows Rows) []DiscountVerdict {
	var offered []DiscountVerdict
	for _, d := range Explain(l, rows).Discounts {
		if l.offers(d.Row.SalesType, d.Row.SalesCode, string(l.DiscGroup), d.Row.VariantCode, d.Row.EndingDate) {
			offered = append(offered, d)
		}
	}
	return offered
}

// offers is the tests (a), (c) and (g) of CP-216.
func (l *Line) offers(salesType data.SalesType, code, group string, variant data.VariantCode, end data.Date) bool {
	return l.reaches(salesType, code, group) && (variant == "" || variant == l.VariantCode) && (end == "" || end >= l.Date)
}

// PickPrice is the picked row's price in the line's terms (CP-252). It refuses a row whose minimum quantity is not reached
// (M-22), that is for another currency or unit or not yet valid (M-23), or whose VAT is unknown (M-15) (CP-251).
func PickPrice(l *Line, row *data.SalesPrice) (data.Amount, error) {
	if err := l.refusePick(row.CurrencyCode, row.UnitCode, row.StartingDate, row.MinimumQuantity); err != nil {
		return 0, err
	}
	price, ok := l.priceOf(row)
	if !ok {
		return 0, data.Msg("m15-unusable-vat")
	}
	return price, nil
}

// PickDiscount is the picked row's percentage (CP-253). It refuses as [PickPrice] does.
func PickDiscount(l *Line, row *data.SalesLineDiscount) (data.Amount, error) {
	return row.LineDiscount, l.refusePick(row.CurrencyCode, row.UnitCode, row.StartingDate, row.MinimumQuantity)
}

func (l *Line) refusePick(currency data.CurrencyCode, unit data.UnitCode, start data.Date, minimum data.Amount) error {
	q := newQuestion(l)
	switch q.judge("", currency, unit, start, "", minimum) {
	case Candidate:
		return nil
	case BelowMinimum:
		return data.Msg("m22-below-minimum")
	}
	return data.Msg("m23-row-not-valid")
}
