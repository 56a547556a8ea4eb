package pricing

import (
	"campaigndesk/data"

	"github.com/shopspring/decimal"
)

// VAT holds the rates of a company by the groups of customer and item; nil where prices know no VAT (CP-139).
type VAT map[VATGroups]data.VATPostingSetup

// VATGroups is what a VAT rate depends on.
type VATGroups struct {
	Business data.VATBusinessGroup
	Product  data.VATProductGroup
}

// rate is the percentage of the groups and whether the buyer owes the tax (reverse charge); known is false when nothing
// is set up for them.
func (v VAT) rate(business data.VATBusinessGroup, product data.VATProductGroup) (percent data.Amount, reverse, known bool) {
	setup, known := v[VATGroups{business, product}]
	switch setup.CalculationType {
	case data.VATReverseCharge:
		return 0, true, known
	case data.VATSalesTax:
		return 0, false, known
	}
	return setup.VAT, false, known
}

// usable reports whether a price that includes VAT of the groups can be converted (CP-235).
func (v VAT) usable(business data.VATBusinessGroup, product data.VATProductGroup) bool {
	setup, known := v[VATGroups{business, product}]
	return known && setup.CalculationType != data.VATSalesTax
}

const hundred = 100 * data.One

// vatFactor is what takes a price with its VAT terms to the line's: × num ÷ den (table of CP-222). It is not ok when a
// rate is missing that is needed.
func (l *Line) vatFactor(including bool, group data.VATBusinessGroup) (num, den data.Amount, ok bool) {
	if l.VAT == nil || !including && !l.PricesIncludingVAT {
		return 1, 1, true
	}
	own, reverse, known := l.VAT.rate(l.VATGroup, l.Item.VATProductGroup)
	if !including {
		return hundred + own, hundred, known
	}
	theirs, _, _ := l.VAT.rate(group, l.Item.VATProductGroup)
	switch {
	case !l.VAT.usable(group, l.Item.VATProductGroup):
		return 1, 1, false
	case known && reverse, !l.PricesIncludingVAT:
		return hundred, hundred + theirs, true
	case group == l.VATGroup:
		return 1, 1, true
	}
	return hundred + own, hundred + theirs, known
}

// convert takes a unit price to the line's VAT terms, unit and currency, rounding once at the end (CP-222). It is not ok
// when a VAT rate is missing. A price beyond data.MaxAmount becomes that, so that the line's amount is refused.
func (l *Line) convert(price data.Amount, including bool, group data.VATBusinessGroup, unit data.UnitCode, currency data.CurrencyCode) (converted data.Amount, ok bool) {
	num, den, ok := l.vatFactor(including, group)
	if !ok {
		return 0, false
	}
	perUnit := unit == "" && l.QtyPerUnit != data.One
	fromLCY := currency == "" && l.Currency.Code != ""
	if num == den && !perUnit && !fromLCY {
		return round(price, l.Currency.UnitAmountRounding), true
	}
	n, d := decimal.NewFromInt(int64(price)).Mul(decimal.NewFromInt(int64(num))), decimal.NewFromInt(int64(den))
	if perUnit {
		n = n.Mul(l.QtyPerUnit.Decimal())
	}
	if fromLCY {
		n = n.Mul(decimal.NewFromInt(int64(l.Currency.ExchangeRateAmount)))
		d = d.Mul(decimal.NewFromInt(int64(l.Currency.RelationalAmount)))
	}
	precision := decimal.NewFromInt(int64(l.Currency.UnitAmountRounding))
	steps := n.DivRound(d.Mul(precision), 0).Mul(precision)
	return bounded(steps.Shift(-data.AmountPlaces)), true
}

func bounded(d decimal.Decimal) data.Amount {
	amount, err := data.AmountOf(d)
	if err != nil {
		return data.MaxAmount
	}
	return amount
}

// round rounds to a multiple of the precision, a half away from zero.
func round(a, precision data.Amount) data.Amount {
	if a < 0 {
		return -round(-a, precision)
	}
	rest := a % precision
	if rest >= precision-rest {
		return a - rest + precision
	}
	return a - rest
}

// CardPrice is the item card's price in the line's terms (CP-228); not ok when its VAT rate is unknown.
func CardPrice(l *Line) (price data.Amount, ok bool) {
	return l.convert(l.Item.UnitPrice, l.Item.PriceIncludesVAT, l.Item.PriceVATGroup, "", "")
}
