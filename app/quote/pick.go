package quote

import (
	"campaigndesk/app"
	"campaigndesk/app/pricing"
	"campaigndesk/data"
)

// GetPrices lists the price rows that Get Price offers for a line (CP-250).
func GetPrices(s *app.Session, l *data.QuoteLine) ([]pricing.PriceVerdict, error) {
	line, rows, err := question(s.DB, s, l)
	if err != nil {
		return nil, err
	}
	return pricing.PricesToPick(&line, rows), nil
}

// GetDiscounts lists the discount rows that Get Line Discount offers for a line (CP-250).
func GetDiscounts(s *app.Session, l *data.QuoteLine) ([]pricing.DiscountVerdict, error) {
	line, rows, err := question(s.DB, s, l)
	if err != nil {
		return nil, err
	}
	return pricing.DiscountsToPick(&line, rows), nil
}

// TakePrice gives a stored line the price and the flags of the picked row (CP-252). As it was chosen by hand, it stays like
// a typed one (CP-205). No other discount is looked for; one that the row does not allow goes. It refuses a row that does
// not hold for the line (CP-251, M-22, M-23).
func TakePrice(s *app.Session, l data.QuoteLine, row *data.SalesPrice) error {
	return take(s, "quote-price-taken", l, func(l *data.QuoteLine, line *pricing.Line) error {
		price, err := pricing.PickPrice(line, row)
		if err != nil {
			return err
		}
		l.UnitPrice, l.ManualPrice = price, true
		l.PriceCampaignNo = pricing.Result{Price: row}.PriceCampaign()
		l.AllowLineDisc, l.AllowInvoiceDisc = row.AllowLineDisc, row.AllowInvoiceDisc
		if !row.AllowLineDisc {
			l.LineDiscount, l.ManualDiscount, l.DiscountCampaignNo = 0, false, ""
		}
		return nil
	})
}

// TakeDiscount gives a stored line the percentage of the picked row, which stays like a typed one (CP-253, CP-205). It
// refuses a line that allows no line discounts and a row that does not hold for the line (CP-251, M-22, M-23).
func TakeDiscount(s *app.Session, l data.QuoteLine, row *data.SalesLineDiscount) error {
	return take(s, "quote-discount-taken", l, func(l *data.QuoteLine, line *pricing.Line) error {
		if !l.AllowLineDisc {
			return data.Msg("quote-line-without-discount")
		}
		percent, err := pricing.PickDiscount(line, row)
		l.LineDiscount, l.ManualDiscount = percent, true
		l.DiscountCampaignNo = pricing.Result{LineDiscount: row}.DiscountCampaign()
		return err
	})
}

// take changes a line of an open quote (CP-254) and multiplies it out.
func take(s *app.Session, name string, l data.QuoteLine, change func(*data.QuoteLine, *pricing.Line) error) error {
	return s.Write(data.Msg(name, l.QuoteNo, l.ItemNo), func(tx *data.Tx) error {
		if _, err := mustBeOpen(tx, l.QuoteNo); err != nil {
			return err
		}
		line, _, err := question(tx, s, &l)
		if err != nil {
			return err
		}
		if err := change(&l, &line); err != nil {
			return err
		}
		if err := multiply(&l, line.Currency.AmountRounding); err != nil {
			return err
		}
		return data.QuoteLines.Update(tx, &l)
	})
}

// question is what a line asks of the price engine, with the rows that might answer.
func question(r data.Reader, s *app.Session, l *data.QuoteLine) (pricing.Line, pricing.Rows, error) {
	h, err := data.QuoteHeaders.Get(r, l.QuoteNo)
	if err != nil {
		return pricing.Line{}, pricing.Rows{}, err
	}
	c, err := calculate(r, s, &h, *l)
	if err != nil {
		return pricing.Line{}, pricing.Rows{}, err
	}
	line, err := c.line(l)
	return line, c.book.Rows(l.ItemNo), err
}
