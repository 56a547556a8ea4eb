package pricing_test

import (
	"fmt"
	"strings"
	"testing"

	"campaigndesk/app/pricing"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

// line asks for an item's price in the company of section 10.
func (e *example) line(t testing.TB, party pricing.Party, item data.ItemNo, variant data.VariantCode, unit data.UnitCode, quantity string) (*pricing.Book, pricing.Line) {
	t.Helper()
	book, err := pricing.Load(e.db, e.setup, []data.ItemNo{item})
	if err != nil {
		t.Fatal(err)
	}
	line, err := book.Line(party, item, variant, unit, amount(quantity), day)
	if err != nil {
		t.Fatal(err)
	}
	return book, line
}

// CP-257: every row of both tables with its price, net value and verdict, in reading order.
func TestExplanation(t *testing.T) {
	company := section10(t)
	insert(t, company.db, data.SalesPrices,
		data.SalesPrice{SalesType: data.ForAllCustomers, ItemNo: "CHAIR", UnitCode: "PCS", UnitPrice: amount("1"), EndingDate: "2026-03-09", AllowLineDisc: true},
		data.SalesPrice{SalesType: data.ForAllCustomers, ItemNo: "CHAIR", UnitCode: "PCS", UnitPrice: amount("2"), StartingDate: "2026-03-11", AllowLineDisc: true},
		data.SalesPrice{SalesType: data.ForAllCustomers, ItemNo: "CHAIR", UnitCode: "PCS", UnitPrice: amount("3"), MinimumQuantity: amount("1"), PriceIncludesVAT: true, VATGroup: "NONE"})
	for _, c := range []struct {
		name     string
		party    string
		currency data.CurrencyCode
		variant  data.VariantCode
		prices   []string // row, price, net, verdict; "-" where they cannot be compared
		discount []string
	}{
		{"E4 a target of SPRING", "C10", "", "", []string{
			"P5 920 874 more-expensive", "P4 940 940 not-for-party", "P3 980 931 more-expensive",
			"unit price 1 1 0.95 expired", "unit price 3 - unusable-vat", "P8 - other-currency", "unit price 2 2 1.9 not-yet-valid",
			"P6 3500 3325 other-unit", "P1 900 855 chosen", "P2 850 807.5 below-minimum", "P15 1020 969 other-variant", "P7 960 912 other-variant",
		}, []string{"D4 below-minimum", "D7 other-currency", "D1 chosen", "D5 other-variant", "D2 not-for-party", "D3 lower-discount", "D6 below-minimum"}},
		{"E9 the discount is not allowed", "C21", "", "", []string{
			"P5 920 892.4 not-for-party", "P4 940 940 chosen", "P3 980 950.6 more-expensive",
			"unit price 1 1 0.97 expired", "unit price 3 - unusable-vat", "P8 - other-currency", "unit price 2 2 1.94 not-yet-valid",
			"P6 3500 3395 campaign-not-for-party", "P1 900 873 campaign-not-for-party", "P2 850 824.5 campaign-not-for-party",
			"P15 1020 989.4 campaign-not-for-party", "P7 960 931.2 campaign-not-for-party",
		}, []string{"D4 not-for-party", "D7 other-currency", "D1 campaign-not-for-party", "D5 campaign-not-for-party", "D2 not-for-party", "D3 discount-not-allowed", "D6 campaign-not-for-party"}},
		{"E16 rows in the line's currency are more specific", "C40", "", "", []string{
			"P5 81.77778 80.14222 not-for-party", "P4 83.55556 83.55556 not-for-party", "P3 87.11111 85.36889 less-specific",
			"unit price 1 0.08889 0.08711 expired", "unit price 3 - unusable-vat", "P8 88 86.24 chosen", "unit price 2 0.17778 0.17422 not-yet-valid",
			"P6 311.11111 304.88889 campaign-not-for-party", "P1 80 78.4 campaign-not-for-party", "P2 75.55556 74.04445 campaign-not-for-party",
			"P15 90.66667 88.85334 campaign-not-for-party", "P7 85.33333 83.62666 campaign-not-for-party",
		}, []string{"D4 not-for-party", "D7 chosen", "D1 campaign-not-for-party", "D5 campaign-not-for-party", "D2 not-for-party", "D3 less-specific", "D6 campaign-not-for-party"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			book, line := company.line(t, company.party(t, c.party, c.currency), "CHAIR", c.variant, "", "1")
			e := book.Explain(&line)
			var prices, discounts []string
			for _, p := range e.Prices {
				name, figures := company.prices[p.Row.ID], "-"
				if name == "" {
					name = "unit price " + p.Row.UnitPrice.String()
				}
				if p.Comparable {
					figures = fmt.Sprintf("%s %s", p.Price, p.Net)
				}
				prices = append(prices, fmt.Sprintf("%s %s %s", name, figures, short(p.Verdict)))
			}
			for _, d := range e.Discounts {
				discounts = append(discounts, company.discounts[d.Row.ID]+" "+short(d.Verdict))
			}
			if diff := cmp.Diff(c.prices, prices); diff != "" {
				t.Errorf("prices (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.discount, discounts); diff != "" {
				t.Errorf("discounts (-want +got):\n%s", diff)
			}
			if best := book.Best(&line); best != e.Result {
				t.Errorf("explained %+v, decided %+v", e.Result, best)
			}
		})
	}
}

func short(v pricing.Verdict) string { return strings.TrimPrefix(v.String(), "verdict-") }

// CP-250: party, variant and end are filtered, nothing else.
func TestRowsToPick(t *testing.T) {
	company := section10(t)
	insert(t, company.db, data.SalesPrices,
		data.SalesPrice{SalesType: data.ForAllCustomers, ItemNo: "CHAIR", UnitCode: "PCS", UnitPrice: amount("1"), EndingDate: "2026-03-09"})
	book, line := company.line(t, company.party(t, "C10", ""), "CHAIR", "RED", "", "1")
	var prices, discounts []string
	for _, p := range pricing.PricesToPick(&line, book.Rows("CHAIR")) {
		prices = append(prices, company.prices[p.Row.ID])
	}
	for _, d := range pricing.DiscountsToPick(&line, book.Rows("CHAIR")) {
		discounts = append(discounts, company.discounts[d.Row.ID])
	}
	if diff := cmp.Diff([]string{"P5", "P3", "P8", "P6", "P1", "P2", "P7"}, prices); diff != "" {
		t.Errorf("prices (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"D4", "D7", "D1", "D3", "D6"}, discounts); diff != "" {
		t.Errorf("discounts (-want +got):\n%s", diff)
	}
}

// CP-251, CP-252.
func TestPickingAPrice(t *testing.T) {
	company := section10(t)
	inFuture := insert(t, company.db, data.SalesPrices,
		data.SalesPrice{SalesType: data.ForAllCustomers, ItemNo: "CHAIR", UnitPrice: amount("1"), StartingDate: "2026-03-11"},
		data.SalesPrice{SalesType: data.ForAllCustomers, ItemNo: "CHAIR", UnitCode: "PCS", UnitPrice: amount("1"), PriceIncludesVAT: true, VATGroup: "NONE"})
	company.prices[inFuture[0].ID], company.prices[inFuture[1].ID] = "future", "VAT"
	for _, c := range []struct {
		row      string
		unit     data.UnitCode
		quantity string
		want     string // price or message
	}{
		{"P3", "PCS", "1", "980"},
		{"P3", "BOX", "1", "3920"},
		{"P1", "PCS", "1", "900"},
		{"P2", "PCS", "9", "m22-below-minimum"},
		{"P2", "PCS", "10", "850"},
		{"P8", "PCS", "1", "m23-row-not-valid"},
		{"P6", "PCS", "1", "m23-row-not-valid"},
		{"future", "PCS", "1", "m23-row-not-valid"},
		{"VAT", "PCS", "1", "m15-unusable-vat"},
	} {
		t.Run(c.row+" "+c.quantity+" "+string(c.unit), func(t *testing.T) {
			book, line := company.line(t, company.party(t, "C10", ""), "CHAIR", "", c.unit, c.quantity)
			for _, row := range book.Rows("CHAIR").Prices {
				if company.prices[row.ID] != c.row {
					continue
				}
				price, err := pricing.PickPrice(&line, &row)
				got := price.String()
				if err != nil {
					got = err.Error()
				}
				if got != c.want {
					t.Errorf("%s, want %s", got, c.want)
				}
			}
		})
	}
}
