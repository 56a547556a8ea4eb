package quote

import (
	"cmp"
	"errors"

	"campaigndesk/app"
	"campaigndesk/app/pricing"
	"campaigndesk/data"
)

// variantOf is the line's variant, an empty one when it names none.
func variantOf(r data.Reader, l *data.QuoteLine) (variant data.ItemVariant, err error) {
	if l.VariantCode == "" {
		return variant, nil
	}
	variant, err = data.ItemVariants.Get(r, l.ItemNo, l.VariantCode)
	if errors.Is(err, data.ErrNotFound) {
		err = data.Msg("variant-of-item-missing", l.ItemNo, l.VariantCode).At("variant_code")
	}
	return variant, err
}

// NewLine begins a line of a quote, with the groups that the quote keeps (CP-208).
func NewLine(h *data.QuoteHeader) data.QuoteLine {
	return data.QuoteLine{QuoteNo: h.No, PriceGroup: h.PriceGroup, DiscGroup: h.DiscGroup, AllowLineDisc: h.AllowLineDisc, AllowInvoiceDisc: true}
}

// ItemEntered fills the line from the item, in its sales unit, else its base unit (CP-233), with the best price and discount.
// Nothing is kept but the quantity. It refuses an item that does not exist or cannot be priced.
func ItemEntered(s *app.Session, l *data.QuoteLine) error {
	h, err := data.QuoteHeaders.Get(s.DB, l.QuoteNo)
	if err != nil {
		return err
	}
	line := NewLine(&h)
	line.ID, line.LineNo, line.Quantity, line.ItemNo = l.ID, l.LineNo, l.Quantity, l.ItemNo
	if line.ItemNo != "" {
		c, err := calculate(s.DB, s, &h, line)
		if err != nil {
			return err
		}
		if err := c.price(&line, anew); err != nil {
			return err
		}
		line.Description = c.book.Item(line.ItemNo).Description
	}
	*l = line
	return nil
}

// VariantEntered takes the variant's description, the item's where it has none, and prices the line; typed values stay as
// after a change of the quantity (CP-203, CP-205). It refuses a variant that the item does not have.
func VariantEntered(s *app.Session, l *data.QuoteLine) error {
	variant, err := variantOf(s.DB, l)
	if err != nil {
		return err
	}
	return entered(s, l, byQuantity, func(item *data.Item) {
		l.Description = cmp.Or(variant.Description, item.Description)
	})
}

// UnitEntered prices the line in the unit; a price or discount typed for another unit is lost (S4). A blank unit is the
// item's own. It refuses a unit that the item does not have.
func UnitEntered(s *app.Session, l *data.QuoteLine) error { return entered(s, l, anew, nil) }

// QuantityEntered prices the line for its quantity. A typed price or discount stays (CP-205); with BC-like overwriting only
// a price that no price row contradicts (CP-203, CP-204).
func QuantityEntered(s *app.Session, l *data.QuoteLine) error { return entered(s, l, byQuantity, nil) }

// GroupEntered prices the line for another customer price group or customer discount group of its own.
func GroupEntered(s *app.Session, l *data.QuoteLine) error { return entered(s, l, byHeader, nil) }

// entered prices a line and completes it from its item. A line without an item has nothing to be priced.
func entered(s *app.Session, l *data.QuoteLine, by cause, complete func(*data.Item)) error {
	if l.ItemNo == "" {
		return nil
	}
	h, err := data.QuoteHeaders.Get(s.DB, l.QuoteNo)
	if err != nil {
		return err
	}
	c, err := calculate(s.DB, s, &h, *l)
	if err != nil {
		return err
	}
	if err := c.price(l, by); err != nil {
		return err
	}
	if complete != nil {
		complete(c.book.Item(l.ItemNo))
	}
	return nil
}

// PriceEntered marks the unit price as typed (CP-205) and multiplies the line out. It refuses a negative price.
func PriceEntered(s *app.Session, l *data.QuoteLine) error {
	if l.UnitPrice < 0 {
		return data.Msg("must-not-be-negative").At("unit_price")
	}
	l.ManualPrice, l.PriceCampaignNo = true, ""
	return remultiply(s, l)
}

// DiscountEntered marks the percentage as typed (CP-205) and multiplies the line out. It refuses what is no percentage.
func DiscountEntered(s *app.Session, l *data.QuoteLine) error {
	if l.LineDiscount < 0 || l.LineDiscount > data.Int(100) {
		return data.Msg("must-be-a-percentage").At("line_discount")
	}
	l.ManualDiscount, l.DiscountCampaignNo = true, ""
	return remultiply(s, l)
}

// DiscountAmountEntered derives the percentage from the discount amount (CP-238) and marks it as typed. It refuses a
// discount below nothing or above the whole.
func DiscountAmountEntered(s *app.Session, l *data.QuoteLine) error {
	return derived(s, l, "line_discount_amount", func(data.Amount) data.Amount { return l.LineDiscountAmount })
}

// AmountEntered derives discount and percentage from the line amount (CP-238) and marks them as typed. It refuses an amount
// that no discount leads to.
func AmountEntered(s *app.Session, l *data.QuoteLine) error {
	return derived(s, l, "line_amount", func(gross data.Amount) data.Amount { return gross - l.LineAmount })
}

// derived finds the discount amount that leaves the entered column and what follows from it.
func derived(s *app.Session, l *data.QuoteLine, column string, discount func(gross data.Amount) data.Amount) error {
	precision, err := amountRounding(s, l.QuoteNo)
	if err != nil {
		return err
	}
	whole, err := pricing.AmountsOf(l.Quantity, l.UnitPrice, 0, precision)
	if err != nil {
		return err
	}
	amounts, percent, err := pricing.AmountsLess(l.Quantity, l.UnitPrice, discount(whole.Gross), precision)
	var refusal data.Message
	if errors.As(err, &refusal) {
		return refusal.At(column)
	}
	l.LineDiscount, l.LineDiscountAmount, l.LineAmount = percent, amounts.Discount, amounts.Amount
	l.ManualDiscount, l.DiscountCampaignNo = true, ""
	return err
}

func remultiply(s *app.Session, l *data.QuoteLine) error {
	precision, err := amountRounding(s, l.QuoteNo)
	if err != nil {
		return err
	}
	return multiply(l, precision)
}

// amountRounding is the precision of amounts in the quote's currency.
func amountRounding(s *app.Session, no data.QuoteNo) (data.Amount, error) {
	h, err := data.QuoteHeaders.Get(s.DB, no)
	if err != nil {
		return 0, err
	}
	currency, err := pricing.CurrencyAt(s.DB, s.Setup, h.CurrencyCode, h.ExchangeRateAmount, h.RelationalAmount)
	return currency.AmountRounding, err
}
