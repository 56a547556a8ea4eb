package pricing_test

import (
	"testing"

	"campaigndesk/app/pricing"
	"campaigndesk/data"
)

// The table of CP-222 and the cases of CP-235, by the card price of an item.
func TestVATConversion(t *testing.T) {
	rates := pricing.VAT{
		{Business: "DOM", Product: "STD"}: {VAT: amount("25")},
		{Business: "LOW", Product: "STD"}: {VAT: amount("10")},
		{Business: "RC", Product: "STD"}:  {VAT: amount("25"), CalculationType: data.VATReverseCharge},
		{Business: "TAX", Product: "STD"}: {VAT: amount("8"), CalculationType: data.VATSalesTax},
	}
	const excl, incl = false, true
	for _, c := range []struct {
		name     string
		row      bool // incl. VAT
		rowGroup data.VATBusinessGroup
		line     bool // incl. VAT
		group    data.VATBusinessGroup
		want     string // of 100, "" for none
	}{
		{"excl. to excl.: unchanged", excl, "", excl, "DOM", "100"},
		{"excl. to incl.: plus the line's rate", excl, "", incl, "DOM", "125"},
		{"incl. to excl.: less the row's rate", incl, "DOM", excl, "LOW", "80"},
		{"incl. to incl., same group: unchanged", incl, "DOM", incl, "DOM", "100"},
		{"incl. to incl., other group: from rate to rate", incl, "DOM", incl, "LOW", "88"},
		{"incl. to excl., reverse-charge line: less the row's rate", incl, "DOM", excl, "RC", "80"},
		{"incl. to incl., reverse-charge line: less the row's rate", incl, "DOM", incl, "RC", "80"},
		{"excl. to incl., reverse-charge line: its rate counts as 0 (CP-236)", excl, "", incl, "RC", "100"},
		{"CP-235 a reverse-charge row's rate counts as 0", incl, "RC", excl, "DOM", "100"},
		{"CP-235 a sales-tax row is unusable", incl, "TAX", excl, "DOM", ""},
		{"CP-235 a row of unknown VAT is unusable", incl, "NONE", excl, "DOM", ""},
		{"CP-235 even where nothing would have to be converted", incl, "NONE", incl, "NONE", ""},
		{"a line of unknown VAT takes prices excl. VAT", excl, "", excl, "NONE", "100"},
		{"but not incl. VAT", excl, "", incl, "NONE", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			line := pricing.Line{Item: &data.Item{UnitPrice: amount("100"), PriceIncludesVAT: c.row, PriceVATGroup: c.rowGroup, VATProductGroup: "STD"},
				QtyPerUnit: data.One, VAT: rates,
				Party: pricing.Party{PricesIncludingVAT: c.line, VATGroup: c.group, Currency: pricing.Currency{AmountRounding: 1000, UnitAmountRounding: 1}}}
			got, ok := pricing.CardPrice(&line)
			if ok != (c.want != "") || ok && got != amount(c.want) {
				t.Errorf("%s, %t; want %q", got, ok, c.want)
			}
			line.VAT = nil
			if got, ok := pricing.CardPrice(&line); !ok || got != amount("100") {
				t.Errorf("CP-139 without VAT: %s, %t", got, ok)
			}
		})
	}
}

// Rounding happens once, at the end, a half away from zero, also when nothing was converted (CP-222).
func TestUnitPriceRounding(t *testing.T) {
	for _, c := range []struct {
		name                            string
		price, perUnit, rate, precision string
		want                            string
	}{
		{"nothing converted, rounded down", "10.024", "1", "1", "0.05", "10"},
		{"nothing converted, half up", "10.025", "1", "1", "0.05", "10.05"},
		{"per unit before rounding", "0.00333", "3", "1", "0.01", "0.01"},
		{"per unit and currency before rounding", "0.333", "3", "0.5", "1", "0"},
		{"just half", "1", "1", "0.5", "1", "1"},
		{"whole precision", "149", "1", "1", "100", "100"},
		{"whole precision, half", "150", "1", "1", "100", "200"},
	} {
		t.Run(c.name, func(t *testing.T) {
			line := pricing.Line{Item: &data.Item{UnitPrice: amount(c.price)}, QtyPerUnit: amount(c.perUnit), UnitCode: "BOX",
				Party: pricing.Party{Currency: pricing.Currency{Code: "XXX", UnitAmountRounding: amount(c.precision), ExchangeRateAmount: amount(c.rate), RelationalAmount: data.One}}}
			if got, _ := pricing.CardPrice(&line); got != amount(c.want) {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

// CP-237, CP-238.
func TestAmounts(t *testing.T) {
	for _, c := range []struct{ name, quantity, price, discount, precision, gross, off, amount string }{
		{"E17 gross and discount are rounded each", "3", "1010.31", "3", "0.01", "3030.93", "90.93", "2940"},
		{"E26 only the line is rounded", "3", "234.90566", "0", "0.01", "704.72", "0", "704.72"},
		{"a return", "-3", "1010.31", "3", "0.01", "-3030.93", "-90.93", "-2940"},
		{"a half away from zero", "1", "0.005", "0", "0.01", "0.01", "0", "0.01"},
		{"a half away from zero, below it", "-1", "0.005", "0", "0.01", "-0.01", "0", "-0.01"},
		{"whole amounts", "1", "12.5", "10", "1", "13", "1", "12"},
		{"everything off", "2", "10", "100", "0.01", "20", "20", "0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := pricing.AmountsOf(amount(c.quantity), amount(c.price), amount(c.discount), amount(c.precision))
			if err != nil || got != (pricing.Amounts{Gross: amount(c.gross), Discount: amount(c.off), Amount: amount(c.amount)}) {
				t.Errorf("%+v, %v", got, err)
			}
		})
	}
	if _, err := pricing.AmountsOf(data.MaxAmount, amount("2"), 0, 1000); err == nil {
		t.Error("an amount beyond all bounds is accepted")
	}
}

func TestDiscountAmountTyped(t *testing.T) { // CP-238
	for _, c := range []struct{ name, quantity, price, off, percent, amount string }{
		{"a third", "3", "100", "100", "33.33333", "200"},
		{"nothing", "3", "100", "0", "0", "300"},
		{"all", "3", "100", "300", "100", "0"},
		{"more than all is refused", "3", "100", "300.01", "", ""},
		{"less than nothing is refused", "3", "100", "-1", "", ""},
		{"a return's is negative", "-3", "100", "-30", "10", "-270"},
		{"a return's above 0 is refused", "-3", "100", "30", "", ""},
		{"nothing of nothing", "0", "100", "0", "0", "0"},
		{"something of nothing is refused", "0", "100", "1", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, percent, err := pricing.AmountsLess(amount(c.quantity), amount(c.price), amount(c.off), 1000)
			if (err != nil) != (c.percent == "") {
				t.Fatalf("%v", err)
			}
			if err == nil && (percent != amount(c.percent) || got.Amount != amount(c.amount) || got.Discount != amount(c.off)) {
				t.Errorf("%s %%, %+v", percent, got)
			}
		})
	}
}
