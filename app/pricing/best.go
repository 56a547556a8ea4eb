package pricing

import (
	"math"
	"math/bits"
	"slices"

	"campaigndesk/data"
)

// Best finds the best discount and the best price for a line (CP-202). It does not allocate unless a price has to be
// converted.
func Best(l *Line, rows Rows) Result { return decide(l, &rows, nil) }

// decide is the engine. Where seen is not nil, it also notes what it finds, row by row.
func decide(l *Line, rows *Rows, seen *Explanation) Result {
	q := newQuestion(l)
	discount := q.bestDiscount(rows, seen)
	price := q.bestPrice(rows, discount.percent, seen)

	result := Result{PriceRows: price.rows, DiscountRows: discount.rows, Price: price.row}
	if price.row != nil {
		result.UnitPrice = price.price
		result.AllowLineDisc, result.AllowInvoiceDisc = price.row.AllowLineDisc, price.row.AllowInvoiceDisc
	} else {
		card, ok := CardPrice(l)
		result.UnitPrice, result.NoPrice = card, !ok
		result.AllowLineDisc, result.AllowInvoiceDisc = l.AllowLineDisc, l.Item.AllowInvoiceDisc
	}
	if result.AllowLineDisc {
		result.Discount, result.LineDiscount = discount.percent, discount.row
	}
	if seen != nil {
		seen.Result, seen.bestDiscount = result, discount.row
	}
	return result
}

// question is a line with the two quantities that minimum quantities are held against (CP-217).
type question struct {
	*Line
	quantity, base data.Amount
	holes          uint64 // in the sieve, for the party's rows
}

func newQuestion(l *Line) question {
	quantity := l.Quantity.Abs()
	return question{Line: l, quantity: quantity, base: baseQuantity(quantity, l.QtyPerUnit), holes: l.holes()}
}

// baseQuantity is the quantity in base units, rounded down: a minimum with its five decimals is reached either way.
func baseQuantity(quantity, perUnit data.Amount) data.Amount {
	hi, lo := bits.Mul64(uint64(quantity), uint64(perUnit))
	if hi >= uint64(data.One) {
		return math.MaxInt64
	}
	base, _ := bits.Div64(hi, lo, uint64(data.One))
	return data.Amount(min(base, math.MaxInt64))
}

// foundDiscount is the best discount row so far.
type foundDiscount struct {
	row     *data.SalesLineDiscount
	percent data.Amount
	class   int
	rows    int // that apply when the quantity is not looked at
}

// bestDiscount is step A (CP-216…219).
func (q *question) bestDiscount(rows *Rows, seen *Explanation) foundDiscount {
	var best foundDiscount
	for kind := range rows.Discounts {
		for i := range rows.Discounts[kind] {
			if seen == nil && rows.discountMarks[kind].holdsBack(i, q.holes) {
				continue
			}
			row := &rows.Discounts[kind][i]
			verdict := q.judgeDiscount(row)
			if verdict.applies() {
				best.rows++
			}
			if verdict == Candidate {
				best.consider(row)
			}
			if seen != nil {
				seen.Discounts = append(seen.Discounts, DiscountVerdict{Row: row, Verdict: verdict})
			}
		}
	}
	return best
}

// consider takes the row if it is more specific, or as specific and higher, or equal to the best and read before it.
func (best *foundDiscount) consider(row *data.SalesLineDiscount) {
	class := specificity(row.CurrencyCode, row.VariantCode)
	if best.row != nil {
		switch {
		case class != best.class:
			if class < best.class {
				return
			}
		case row.LineDiscount != best.percent:
			if row.LineDiscount < best.percent {
				return
			}
		case CompareDiscounts(row, best.row) > 0:
			return
		}
	}
	best.row, best.percent, best.class = row, row.LineDiscount, class
}

// foundPrice is the best price row so far.
type foundPrice struct {
	row   *data.SalesPrice
	price data.Amount // in the line's terms
	net   net
	class int
	rows  int
}

// bestPrice is step B (CP-220…227), given the discount of step A.
func (q *question) bestPrice(rows *Rows, discount data.Amount, seen *Explanation) foundPrice {
	var best foundPrice
	for i := range rows.Prices {
		if seen == nil && rows.priceMarks.holdsBack(i, q.holes) {
			continue
		}
		row := &rows.Prices[i]
		verdict := q.judgePrice(row)
		if verdict.applies() {
			best.rows++
		}
		if verdict == Candidate {
			if price, ok := q.priceOf(row); ok {
				best.consider(row, price, discount)
			} else {
				verdict = UnusableVAT
			}
		}
		if seen != nil {
			seen.Prices = append(seen.Prices, PriceVerdict{Row: row, Verdict: verdict})
		}
	}
	return best
}

// consider takes the row if it is more specific, or as specific and cheaper, or equal to the best and read before it.
func (best *foundPrice) consider(row *data.SalesPrice, price, discount data.Amount) {
	class, value := specificity(row.CurrencyCode, row.VariantCode), netOf(row, price, discount)
	if best.row != nil {
		switch {
		case class != best.class:
			if class < best.class {
				return
			}
		case value != best.net:
			if best.net.less(value) {
				return
			}
		case ComparePrices(row, best.row) > 0:
			return
		}
	}
	best.row, best.price, best.net, best.class = row, price, value, class
}

// judgePrice says whether a price row passes the tests of CP-216 and CP-217: [Candidate], or why not.
func (q *question) judgePrice(row *data.SalesPrice) Verdict {
	if !q.reaches(row.SalesType, row.SalesCode, string(q.PriceGroup)) {
		return notReached(row.SalesType)
	}
	return q.judge(row.VariantCode, row.CurrencyCode, row.UnitCode, row.StartingDate, row.EndingDate, row.MinimumQuantity)
}

// judgeDiscount says whether a discount row passes the tests of CP-216 and CP-217: [Candidate], or why not.
func (q *question) judgeDiscount(row *data.SalesLineDiscount) Verdict {
	if !q.reaches(row.SalesType, row.SalesCode, string(q.DiscGroup)) {
		return notReached(row.SalesType)
	}
	return q.judge(row.VariantCode, row.CurrencyCode, row.UnitCode, row.StartingDate, row.EndingDate, row.MinimumQuantity)
}

// reaches is test (a) of CP-216: whether rows of a sales type and code are meant for the party. Blank matches nothing.
func (p *Party) reaches(salesType data.SalesType, code, group string) bool {
	switch salesType {
	case data.ForAllCustomers:
		return true
	case data.ForCustomer:
		return code == string(p.CustomerNo) && code != ""
	case data.ForGroup:
		return code == group && code != ""
	default:
		_, found := slices.BinarySearch(p.Campaigns, data.CampaignNo(code))
		return found
	}
}

func notReached(salesType data.SalesType) Verdict {
	if salesType == data.ForCampaign {
		return CampaignNotForParty
	}
	return NotForParty
}

// judge is the tests (c)–(g) of CP-216 and the minimum quantity of CP-217.
func (q *question) judge(variant data.VariantCode, currency data.CurrencyCode, unit data.UnitCode, start, end data.Date, minimum data.Amount) Verdict {
	switch {
	case variant != "" && variant != q.VariantCode:
		return OtherVariant
	case currency != "" && currency != q.Currency.Code:
		return OtherCurrency
	case unit != "" && unit != q.UnitCode:
		return OtherUnit
	case start > q.Date:
		return NotYetValid
	case end != "" && end < q.Date:
		return Expired
	case !q.reached(minimum, unit):
		return BelowMinimum
	}
	return Candidate
}

func (q *question) reached(minimum data.Amount, unit data.UnitCode) bool {
	if unit == "" {
		return minimum <= q.base
	}
	return minimum <= q.quantity
}

// priceOf is the row's price in the line's terms.
func (l *Line) priceOf(row *data.SalesPrice) (data.Amount, bool) {
	return l.convert(row.UnitPrice, row.PriceIncludesVAT, row.VATGroup, row.UnitCode, row.CurrencyCode)
}

// specificity counts in what a row is specific: 2 for currency and variant, 1 for either, 0 for none (CP-218).
func specificity(currency data.CurrencyCode, variant data.VariantCode) (class int) {
	if currency != "" {
		class++
	}
	if variant != "" {
		class++
	}
	return class
}

// net is the exact net value of a price, the price times the per cent that are left (CP-224); it needs more than 64 bits.
type net struct{ hi, lo uint64 }

func netOf(row *data.SalesPrice, price, discount data.Amount) net {
	left := hundred
	if row.AllowLineDisc {
		left -= discount
	}
	hi, lo := bits.Mul64(uint64(price), uint64(left))
	return net{hi, lo}
}

func (n net) less(other net) bool {
	return n.hi < other.hi || n.hi == other.hi && n.lo < other.lo
}
