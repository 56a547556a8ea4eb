package pricing_test

import (
	"math/rand"
	"testing"

	"campaigndesk/app/pricing"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// drawn is a question with rows that might answer it. Few different codes, dates and figures make ties and conflicts common.
type drawn struct {
	line      pricing.Line
	prices    []data.SalesPrice
	discounts []data.SalesLineDiscount
}

func (d drawn) rows() pricing.Rows {
	var rows pricing.Rows
	rows.Prices = d.prices
	for _, row := range d.discounts {
		rows.Discounts[row.Type] = append(rows.Discounts[row.Type], row)
	}
	return rows
}

func of[T any](t *rapid.T, label string, values ...T) T {
	return rapid.SampledFrom(values).Draw(t, label)
}

func draw(t *rapid.T) drawn {
	dates := []data.Date{"", "2026-01-01", "2026-03-01", "2026-03-10", "2026-03-11", "2026-03-31"}
	quantities := []data.Amount{0, 1, data.One, 5 * data.One, 10*data.One - 1, 10 * data.One, 25 * data.One}
	vatGroups := []data.VATBusinessGroup{"", "DOM", "EXP", "RC", "TAX"}
	item := &data.Item{No: "ITEM", BaseUnit: "PCS", UnitPrice: of(t, "card", amount("100"), amount("99.99"), 1, 0), VATProductGroup: of[data.VATProductGroup](t, "product", "STD", "BK"),
		PriceIncludesVAT: rapid.Bool().Draw(t, "card incl."), PriceVATGroup: of(t, "card VAT", vatGroups...), AllowInvoiceDisc: rapid.Bool().Draw(t, "card invoice disc.")}
	d := drawn{line: pricing.Line{Item: item, Date: of(t, "date", dates[3:]...), Quantity: of(t, "quantity", quantities...),
		VariantCode: of[data.VariantCode](t, "variant", "", "RED"), UnitCode: "PCS", QtyPerUnit: data.One}}
	if rapid.Bool().Draw(t, "box") {
		d.line.UnitCode, d.line.QtyPerUnit = "BOX", of(t, "qty per", amount("2.5"), amount("12"), amount("0.33333"))
	}
	if rapid.Bool().Draw(t, "return") {
		d.line.Quantity = -d.line.Quantity
	}
	d.line.Party = pricing.Party{CustomerNo: of[data.CustomerNo](t, "customer", "", "C1"), PriceGroup: of[data.CustomerPriceGroup](t, "price group", "", "G"),
		DiscGroup: of[data.CustomerDiscGroup](t, "disc. group", "", "G"), Campaigns: of(t, "campaigns", nil, []data.CampaignNo{"A"}, []data.CampaignNo{"A", "B"}),
		PricesIncludingVAT: rapid.Bool().Draw(t, "incl."), VATGroup: of(t, "VAT", vatGroups...), AllowLineDisc: rapid.Bool().Draw(t, "line disc."),
		Currency: pricing.Currency{AmountRounding: 1000, UnitAmountRounding: 1, ExchangeRateAmount: data.One, RelationalAmount: data.One}}
	if rapid.Bool().Draw(t, "EUR") {
		d.line.Currency = pricing.Currency{Code: "EUR", AmountRounding: 1000, UnitAmountRounding: of(t, "rounding", data.Amount(1), 1000, 5000),
			ExchangeRateAmount: of(t, "rate", amount("100"), amount("1")), RelationalAmount: of(t, "relational", amount("1125"), amount("0.1"))}
	}
	if rapid.Bool().Draw(t, "VAT on") {
		d.line.VAT = pricing.VAT{}
		for _, s := range []data.VATPostingSetup{{BusinessGroup: "DOM", ProductGroup: "STD", VAT: amount("25")}, {BusinessGroup: "DOM", ProductGroup: "BK", VAT: amount("6")},
			{BusinessGroup: "EXP", ProductGroup: "STD"}, {BusinessGroup: "RC", ProductGroup: "STD", VAT: amount("25"), CalculationType: data.VATReverseCharge},
			{BusinessGroup: "TAX", ProductGroup: "STD", VAT: amount("8"), CalculationType: data.VATSalesTax}} {
			d.line.VAT[pricing.VATGroups{Business: s.BusinessGroup, Product: s.ProductGroup}] = s
		}
	}
	seen := map[any]bool{} // keys are unique in the file (CP-114)
	for range rapid.IntRange(0, 12).Draw(t, "prices") {
		salesType, code := drawBuyer(t)
		row := data.SalesPrice{SalesType: salesType, SalesCode: code, ItemNo: "ITEM", VariantCode: of[data.VariantCode](t, "variant", "", "", "RED", "BLUE"),
			CurrencyCode: of[data.CurrencyCode](t, "currency", "", "", "EUR", "NOK"), UnitCode: of[data.UnitCode](t, "unit", "", "PCS", "BOX"),
			MinimumQuantity: of(t, "minimum", quantities...), StartingDate: of(t, "start", dates...)}
		if seen[row] {
			continue
		}
		seen[row] = true
		row.ID = int64(len(seen))
		row.EndingDate, row.UnitPrice = of(t, "end", dates...), of(t, "price", 0, 1, amount("0.025"), amount("80"), amount("90"), amount("100"), amount("100.00001"))
		row.PriceIncludesVAT, row.VATGroup = rapid.Bool().Draw(t, "incl."), of(t, "VAT", vatGroups...)
		row.AllowLineDisc, row.AllowInvoiceDisc = rapid.Bool().Draw(t, "line disc."), rapid.Bool().Draw(t, "invoice disc.")
		d.prices = append(d.prices, row)
	}
	for range rapid.IntRange(0, 8).Draw(t, "discounts") {
		salesType, code := drawBuyer(t)
		row := data.SalesLineDiscount{SalesType: salesType, SalesCode: code, Type: of(t, "type", data.DiscountItem, data.DiscountItemGroup), Code: "ITEM",
			VariantCode: of[data.VariantCode](t, "variant", "", "", "RED", "BLUE"), CurrencyCode: of[data.CurrencyCode](t, "currency", "", "", "EUR", "NOK"),
			UnitCode: of[data.UnitCode](t, "unit", "", "PCS", "BOX"), MinimumQuantity: of(t, "minimum", quantities...), StartingDate: of(t, "start", dates...)}
		if seen[row] {
			continue
		}
		seen[row] = true
		row.ID = int64(len(seen))
		row.EndingDate, row.LineDiscount = of(t, "end", dates...), of(t, "discount", 0, amount("10"), amount("20"), amount("100"))
		d.discounts = append(d.discounts, row)
	}
	return d
}

func drawBuyer(t *rapid.T) (data.SalesType, string) {
	salesType := of(t, "sales type", data.ForCustomer, data.ForGroup, data.ForAllCustomers, data.ForCampaign)
	codes := map[data.SalesType][]string{data.ForCustomer: {"C1", "C2"}, data.ForGroup: {"G", "H"}, data.ForAllCustomers: {""}, data.ForCampaign: {"A", "B", "C"}}
	return salesType, of(t, "sales code", codes[salesType]...)
}

func answerOf(r pricing.Result) answer {
	a := answer{Price: r.UnitPrice, Discount: r.Discount, AllowLineDisc: r.AllowLineDisc, AllowInvoiceDisc: r.AllowInvoiceDisc, NoPrice: r.NoPrice}
	if r.Price != nil {
		a.PriceRow = r.Price.ID
	}
	if r.LineDiscount != nil {
		a.DiscountRow = r.LineDiscount.ID
	}
	return a
}

// The engine decides as the second implementation does.
func TestBestAsSlowly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		want := slowly{&d.line, d.prices, d.discounts}.answer()
		if diff := cmp.Diff(want, answerOf(pricing.Best(&d.line, d.rows()))); diff != "" {
			t.Fatalf("(-slowly +engine):\n%s", diff)
		}
	})
}

// T14: the order of the rows makes no difference.
func TestReadingOrderIndependence(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		before := answerOf(pricing.Best(&d.line, d.rows()))
		r := rand.New(rand.NewSource(rapid.Int64().Draw(t, "seed")))
		r.Shuffle(len(d.prices), func(i, j int) { d.prices[i], d.prices[j] = d.prices[j], d.prices[i] })
		r.Shuffle(len(d.discounts), func(i, j int) { d.discounts[i], d.discounts[j] = d.discounts[j], d.discounts[i] })
		if diff := cmp.Diff(before, answerOf(pricing.Best(&d.line, d.rows()))); diff != "" {
			t.Fatalf("(-before +shuffled):\n%s", diff)
		}
	})
}

// Every verdict can be checked against its row.
func TestVerdictsAreTrue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		e := pricing.Explain(&d.line, d.rows())
		if diff := cmp.Diff(answerOf(pricing.Best(&d.line, d.rows())), answerOf(e.Result)); diff != "" {
			t.Fatalf("Explain decides otherwise than Best:\n%s", diff)
		}
		if len(e.Prices) != len(d.prices) || len(e.Discounts) != len(d.discounts) {
			t.Fatalf("%d and %d verdicts for %d and %d rows", len(e.Prices), len(e.Discounts), len(d.prices), len(d.discounts))
		}
		s := slowly{line: &d.line}
		for _, p := range e.Prices {
			if !s.true(p.Verdict, fields{p.Row.SalesType, p.Row.SalesCode, string(d.line.PriceGroup), p.Row.VariantCode, p.Row.CurrencyCode, p.Row.UnitCode,
				p.Row.StartingDate, p.Row.EndingDate, p.Row.MinimumQuantity}) {
				t.Fatalf("%s: %+v", p.Verdict, p.Row)
			}
			switch p.Verdict {
			case pricing.Chosen:
				if p.Row != e.Price || p.Price != e.UnitPrice {
					t.Fatalf("chosen at %s: %+v", p.Price, p.Row)
				}
			case pricing.MoreExpensive:
				if class(p.Row.CurrencyCode, p.Row.VariantCode) != class(e.Price.CurrencyCode, e.Price.VariantCode) || p.Net < netOfChosen(e) {
					t.Fatalf("more expensive with net %s against %s: %+v", p.Net, netOfChosen(e), p.Row)
				}
			case pricing.LessSpecific:
				if class(p.Row.CurrencyCode, p.Row.VariantCode) >= class(e.Price.CurrencyCode, e.Price.VariantCode) {
					t.Fatalf("less specific: %+v", p.Row)
				}
			case pricing.UnusableVAT:
				if s.convert(p.Row.UnitPrice, p.Row.PriceIncludesVAT, p.Row.VATGroup, p.Row.UnitCode, p.Row.CurrencyCode) != nil {
					t.Fatalf("unusable VAT: %+v", p.Row)
				}
			}
		}
		chosen := 0
		for _, v := range e.Discounts {
			if !s.true(v.Verdict, fields{v.Row.SalesType, v.Row.SalesCode, string(d.line.DiscGroup), v.Row.VariantCode, v.Row.CurrencyCode, v.Row.UnitCode,
				v.Row.StartingDate, v.Row.EndingDate, v.Row.MinimumQuantity}) {
				t.Fatalf("%s: %+v", v.Verdict, v.Row)
			}
			if v.Verdict == pricing.Chosen && v.Row != e.LineDiscount || v.Verdict == pricing.DiscountNotAllowed && e.AllowLineDisc {
				t.Fatalf("%s: %+v", v.Verdict, v.Row)
			}
			if v.Verdict == pricing.Chosen || v.Verdict == pricing.DiscountNotAllowed {
				chosen++
			}
		}
		if chosen > 1 {
			t.Fatalf("%d best discounts", chosen)
		}
	})
}

func netOfChosen(e pricing.Explanation) data.Amount {
	for _, p := range e.Prices {
		if p.Verdict == pricing.Chosen {
			return p.Net
		}
	}
	return 0
}

// fields are what verdicts on prices and discounts alike are about.
type fields struct {
	salesType   data.SalesType
	code, group string
	variant     data.VariantCode
	currency    data.CurrencyCode
	unit        data.UnitCode
	start, end  data.Date
	minimum     data.Amount
}

// true reports whether a verdict holds for a row: the reason it names is one, and a verdict on the outcome is only for rows
// that pass every test.
func (s slowly) true(v pricing.Verdict, f fields) bool {
	reached := s.forParty(f.salesType, f.code, f.group)
	switch v {
	case pricing.NotForParty:
		return !reached && f.salesType != data.ForCampaign
	case pricing.CampaignNotForParty:
		return !reached && f.salesType == data.ForCampaign
	case pricing.OtherVariant:
		return f.variant != "" && f.variant != s.line.VariantCode
	case pricing.OtherCurrency:
		return f.currency != "" && f.currency != s.line.Currency.Code
	case pricing.OtherUnit:
		return f.unit != "" && f.unit != s.line.UnitCode
	case pricing.NotYetValid:
		return f.start > s.line.Date
	case pricing.Expired:
		return f.end != "" && f.end < s.line.Date
	case pricing.BelowMinimum:
		return !s.reached(f.unit, f.minimum)
	}
	return reached && s.fits(f.variant, f.currency, f.unit, f.start, f.end) && s.reached(f.unit, f.minimum) && v != pricing.Candidate
}
