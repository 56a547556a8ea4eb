package pricing

import (
	"cmp"
	"slices"

	"campaigndesk/data"

	"github.com/shopspring/decimal"
)

// Verdict says what became of a row, or why.
type Verdict int

const (
	Chosen Verdict = iota
	MoreExpensive
	LowerDiscount
	LessSpecific
	BelowMinimum
	NotYetValid
	Expired
	OtherCurrency
	OtherUnit
	OtherVariant
	NotForParty
	CampaignNotForParty // the campaign is not activated for this party
	UnusableVAT         // the price includes VAT of an unknown rate (CP-235)
	DiscountNotAllowed  // the best discount, blocked by the chosen price (CP-230)

	Candidate // passes all tests; [Explain] says instead how it fared against the others
)

var verdictKeys = [...]string{"verdict-chosen", "verdict-more-expensive", "verdict-lower-discount", "verdict-less-specific",
	"verdict-below-minimum", "verdict-not-yet-valid", "verdict-expired", "verdict-other-currency", "verdict-other-unit",
	"verdict-other-variant", "verdict-not-for-party", "verdict-campaign-not-for-party", "verdict-unusable-vat",
	"verdict-discount-not-allowed", ""}

// Message is the verdict in words.
func (v Verdict) Message() data.Message { return data.Msg(verdictKeys[v]) }

// String is the key of the verdict's words, for logs and tests.
func (v Verdict) String() string { return verdictKeys[v] }

// applies reports whether the row is meant for the line, its quantity not looked at.
func (v Verdict) applies() bool { return v == Candidate || v == BelowMinimum }

// Explanation is a result with what became of every row, in reading order (CP-257).
type Explanation struct {
	Result
	Prices    []PriceVerdict
	Discounts []DiscountVerdict
	CardPrice data.Amount // the item card's in the line's terms, taken when no row is chosen; 0 when it cannot be converted

	bestDiscount *data.SalesLineDiscount // also where the price does not allow it
}

// PriceVerdict is what became of a price row.
type PriceVerdict struct {
	Row     *data.SalesPrice
	Verdict Verdict
	// Price is the row's price in the line's terms and Net what is left after the best discount. They are 0 and not
	// Comparable where the row is in another currency or its VAT is unknown.
	Price, Net data.Amount
	Comparable bool
}

// DiscountVerdict is what became of a discount row.
type DiscountVerdict struct {
	Row     *data.SalesLineDiscount
	Verdict Verdict
}

// Explain decides as [Best] does and says why: it is "Why this price?" and the list of Price Check.
func Explain(l *Line, rows Rows) Explanation {
	var e Explanation
	decide(l, &rows, &e)
	e.CardPrice, _ = CardPrice(l)
	e.settleDiscounts()
	e.settlePrices(l)
	return e
}

// settleDiscounts tells the candidates how they fared.
func (e *Explanation) settleDiscounts() {
	best := e.bestDiscount
	for i := range e.Discounts {
		d := &e.Discounts[i]
		switch {
		case d.Verdict != Candidate:
		case d.Row == best && e.LineDiscount == nil:
			d.Verdict = DiscountNotAllowed
		case d.Row == best:
			d.Verdict = Chosen
		case specificity(d.Row.CurrencyCode, d.Row.VariantCode) < specificity(best.CurrencyCode, best.VariantCode):
			d.Verdict = LessSpecific
		default:
			d.Verdict = LowerDiscount
		}
	}
	slices.SortFunc(e.Discounts, func(a, b DiscountVerdict) int { return CompareDiscounts(a.Row, b.Row) })
}

// settlePrices tells the candidates how they fared and gives every row its price and net value.
func (e *Explanation) settlePrices(l *Line) {
	discount := data.Amount(0)
	if e.bestDiscount != nil {
		discount = e.bestDiscount.LineDiscount
	}
	for i := range e.Prices {
		p := &e.Prices[i]
		if p.Row.CurrencyCode == "" || p.Row.CurrencyCode == l.Currency.Code {
			p.Price, p.Comparable = l.priceOf(p.Row)
			p.Net = netValue(p.Row, p.Price, discount)
		}
		switch {
		case p.Verdict != Candidate:
		case p.Row == e.Price:
			p.Verdict = Chosen
		case specificity(p.Row.CurrencyCode, p.Row.VariantCode) < specificity(e.Price.CurrencyCode, e.Price.VariantCode):
			p.Verdict = LessSpecific
		default:
			p.Verdict = MoreExpensive
		}
	}
	slices.SortFunc(e.Prices, func(a, b PriceVerdict) int { return ComparePrices(a.Row, b.Row) })
}

// netValue is the net value to show, rounded to the five decimals of an amount (CP-224).
func netValue(row *data.SalesPrice, price, discount data.Amount) data.Amount {
	if !row.AllowLineDisc || discount == 0 {
		return price
	}
	return bounded(price.Decimal().Mul((hundred - discount).Decimal()).Div(decimal.NewFromInt(100)))
}

// ComparePrices is the reading order of price rows of one item (CP-226).
func ComparePrices(a, b *data.SalesPrice) int {
	return cmp.Or(
		cmp.Compare(a.SalesType, b.SalesType),
		cmp.Compare(a.SalesCode, b.SalesCode),
		cmp.Compare(a.StartingDate, b.StartingDate),
		cmp.Compare(a.CurrencyCode, b.CurrencyCode),
		cmp.Compare(a.VariantCode, b.VariantCode),
		cmp.Compare(a.UnitCode, b.UnitCode),
		cmp.Compare(a.MinimumQuantity, b.MinimumQuantity),
	)
}

// CompareDiscounts is the reading order of the discount rows of one item and its group: the item's before the group's,
// then as [ComparePrices].
func CompareDiscounts(a, b *data.SalesLineDiscount) int {
	return cmp.Or(
		cmp.Compare(a.Type, b.Type),
		cmp.Compare(a.SalesType, b.SalesType),
		cmp.Compare(a.SalesCode, b.SalesCode),
		cmp.Compare(a.StartingDate, b.StartingDate),
		cmp.Compare(a.CurrencyCode, b.CurrencyCode),
		cmp.Compare(a.VariantCode, b.VariantCode),
		cmp.Compare(a.UnitCode, b.UnitCode),
		cmp.Compare(a.MinimumQuantity, b.MinimumQuantity),
	)
}
