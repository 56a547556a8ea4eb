package pricing

import (
	"campaigndesk/data"

	"github.com/shopspring/decimal"
)

// Amounts are what a line comes to, in its currency (CP-237). A return's are negative.
type Amounts struct {
	Gross    data.Amount
	Discount data.Amount
	Amount   data.Amount // gross less discount
}

// AmountsOf multiplies a line out. It refuses an amount beyond data.MaxAmount.
func AmountsOf(quantity, unitPrice, discount, precision data.Amount) (Amounts, error) {
	gross, err := gross(quantity, unitPrice, precision)
	if err != nil {
		return Amounts{}, err
	}
	off := roundDecimal(gross.Decimal().Mul(discount.Decimal()).Shift(-2), precision)
	discountAmount, err := data.AmountOf(off)
	if err != nil {
		return Amounts{}, data.Msg("amount-too-large")
	}
	return Amounts{gross, discountAmount, gross - discountAmount}, nil
}

// AmountsLess derives the percentage from a discount amount entered by hand, rounded to five decimals (CP-238). It refuses
// a discount below 0 or above the whole.
func AmountsLess(quantity, unitPrice, discountAmount, precision data.Amount) (Amounts, data.Amount, error) {
	gross, err := gross(quantity, unitPrice, precision)
	if err != nil {
		return Amounts{}, 0, err
	}
	discountAmount = round(discountAmount, precision)
	a := Amounts{gross, discountAmount, gross - discountAmount}
	if gross == 0 {
		if discountAmount != 0 {
			return Amounts{}, 0, data.Msg("discount-out-of-range")
		}
		return a, 0, nil
	}
	percent := decimal.NewFromInt(int64(discountAmount)).Shift(2).DivRound(decimal.NewFromInt(int64(gross)), data.AmountPlaces)
	if percent.IsNegative() || percent.GreaterThan(hundred.Decimal()) {
		return Amounts{}, 0, data.Msg("discount-out-of-range")
	}
	return a, bounded(percent), nil
}

func gross(quantity, unitPrice, precision data.Amount) (data.Amount, error) {
	amount, err := data.AmountOf(roundDecimal(quantity.Decimal().Mul(unitPrice.Decimal()), precision))
	if err != nil {
		return 0, data.Msg("amount-too-large")
	}
	return amount, nil
}

// roundDecimal rounds to a multiple of the precision, a half away from zero.
func roundDecimal(d decimal.Decimal, precision data.Amount) decimal.Decimal {
	return d.DivRound(precision.Decimal(), 0).Mul(precision.Decimal())
}
