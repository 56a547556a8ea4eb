package exchange

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/data"
)

// market is a company with what price rows refer to.
func market(t testing.TB) *app.Session {
	t.Helper()
	s := apptest.New(t)
	apptest.Add(t, s, data.Units, data.Unit{Code: "ST"}, data.Unit{Code: "KRT"}, data.Unit{Code: "KG"})
	apptest.Add(t, s, data.Currencies, data.Currency{Code: "EUR", AmountRounding: 1000, UnitAmountRounding: 1})
	apptest.Add(t, s, data.ItemDiscGroups, data.ItemDiscountGroup{Code: "MÖBLER"})
	apptest.Add(t, s, data.Items,
		data.Item{No: "1000", Description: "Stol", BaseUnit: "ST", SalesUnit: "KRT", UnitPrice: data.Int(100)},
		data.Item{No: "1001", Description: "Bord", BaseUnit: "ST", UnitPrice: data.Int(200), AllowInvoiceDisc: true})
	apptest.Add(t, s, data.ItemUnits, data.ItemUnit{ItemNo: "1000", Code: "ST", QtyPerUnit: data.One},
		data.ItemUnit{ItemNo: "1000", Code: "KRT", QtyPerUnit: data.Int(4)}, data.ItemUnit{ItemNo: "1001", Code: "ST", QtyPerUnit: data.One})
	apptest.Add(t, s, data.ItemVariants, data.ItemVariant{ItemNo: "1000", Code: "RÖD"})
	apptest.Add(t, s, data.CustomerPriceGroups, data.PriceGroup{Code: "GROSS", AllowLineDisc: false, AllowInvoiceDisc: true})
	apptest.Add(t, s, data.CustomerDiscGroups, data.CustomerDiscountGroup{Code: "STOR"})
	apptest.Add(t, s, data.Customers, data.Customer{No: "C1", Name: "Alfa AB", CurrencyCode: "EUR", AllowLineDisc: false, PriceGroup: "GROSS"})
	apptest.Add(t, s, data.Campaigns, data.Campaign{No: "CP0001", StartingDate: "2026-03-01", EndingDate: "2026-03-31"})
	return s
}

func TestSalesPricesAreImported(t *testing.T) {
	s := market(t)
	before := apptest.Read(t, s)
	const file = "Försäljningstyp;Försäljningskod;Artikelnr;Variantkod;Enhetskod;Minimiantal;A-pris;Startdatum;Slutdatum\n" +
		"Kampanj;CP0001;1000;;ST;10;89,50;;\n" +
		"Kampanj;CP0001;1001;;;;179;2026-03-01;2026-03-31\n" +
		"Alla kunder;;1000;RÖD;;;95;2026-01-01;\n" +
		"Kund;C1;1001;;;;9,95;;\n" +
		"Kundprisgrupp;GROSS;1001;;;;150;;\n" +
		"Kampanj;CP0001;1000;;ST;10;80;;\n" + // line 7
		"Kampanj;CP0001;1001;;;5;170;2026-04-01;\n" +
		"Kampanj;CP9999;1001;;;;1;;\n" +
		"Kund;;1001;;;;1;;\n" +
		"Kund;C1;9999;;;;1;;\n" +
		"Kund;C1;1001;;KG;;1;;\n" +
		"Kund;C1;1001;RÖD;;;1;;\n" +
		"Kund;C1;1001;;;;1;2026-05-01;2026-04-01\n" +
		"Alla;;1001;;;-1;1;;\n" +
		"Grossist;;1001;;;;1;;\n" +
		"Alla;;1001;;;;;;\n"
	wantVerdicts(t, imported(t, s, SalesPrices, file),
		"2 new", "3 new", "4 new", "5 new", "6 new",
		"7 faulty: import-repeated",
		"8 faulty: starting-date m11-dates-of-campaign",
		"9 faulty: sales-code campaign-missing",
		"10 faulty: sales-code must-not-be-blank",
		"11 faulty: item-no item-missing",
		"12 faulty: unit-of-measure-code unit-of-item-missing",
		"13 faulty: variant-code variant-of-item-missing",
		"14 faulty: ending-date m07-start-after-end",
		"15 faulty: minimum-quantity must-not-be-negative",
		"16 faulty: sales-type import-no-choice",
		"17 faulty: unit-price must-not-be-blank",
	)
	want := []data.SalesPrice{
		{SalesType: data.ForAllCustomers, ItemNo: "1000", VariantCode: "RÖD", UnitCode: "KRT", UnitPrice: data.Int(95), StartingDate: "2026-01-01", AllowLineDisc: true},
		{SalesType: data.ForCampaign, SalesCode: "CP0001", ItemNo: "1000", UnitCode: "ST", MinimumQuantity: data.Int(10), UnitPrice: 8950_000,
			StartingDate: "2026-03-01", EndingDate: "2026-03-31", AllowLineDisc: true},
		{SalesType: data.ForCustomer, SalesCode: "C1", ItemNo: "1001", CurrencyCode: "EUR", UnitPrice: 995_000, AllowInvoiceDisc: true},
		{SalesType: data.ForGroup, SalesCode: "GROSS", ItemNo: "1001", UnitPrice: data.Int(150), AllowInvoiceDisc: true},
		{SalesType: data.ForCampaign, SalesCode: "CP0001", ItemNo: "1001", UnitPrice: data.Int(179),
			StartingDate: "2026-03-01", EndingDate: "2026-03-31", AllowLineDisc: true, AllowInvoiceDisc: true},
	}
	if diff := cmp.Diff(want, apptest.All(t, s, data.SalesPrices), cmpopts.IgnoreFields(data.SalesPrice{}, "ID", "Description")); diff != "" {
		t.Error(diff)
	}
	again := imported(t, s, SalesPrices, "Försäljningstyp;Försäljningskod;Artikelnr;Variantkod;Enhetskod;Minimiantal;A-pris;Startdatum;Slutdatum\n"+
		"Kampanj;CP0001;1000;;ST;10;79,5;;\nKund;C1;1001;;;;9,95;;\n")
	wantVerdicts(t, again, "2 changed, unit-price 89.5 → 79.5", "3 same")
	if _, err := s.DB.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	undone(t, s, before)
}

// A plain list of items and prices says nothing of buyers: the code alone tells, and without one the price is for all.
func TestBuyersAreGuessedFromTheirCode(t *testing.T) {
	s := market(t)
	report := imported(t, s, SalesPrices, "Artikelnr;Pris;Förs.kod\n1000;1,5;\n1000;2,5;C1\n1000;3,5;GROSS\n1000;4,5;CP0001\n1000;5,5;X\n")
	wantVerdicts(t, report, "2 new", "3 new", "4 new", "5 new", "6 faulty: sales-code import-unknown-code")
	var types []data.SalesType
	for _, p := range apptest.All(t, s, data.SalesPrices) {
		types = append(types, p.SalesType)
	}
	if diff := cmp.Diff([]data.SalesType{data.ForCustomer, data.ForGroup, data.ForAllCustomers, data.ForCampaign}, types); diff != "" {
		t.Error(diff)
	}
}

func TestLineDiscountsAreImported(t *testing.T) {
	s := market(t)
	before := apptest.Read(t, s)
	report := imported(t, s, SalesLineDiscounts, "Sales Type,Sales Code,Type,Code,Variant Code,Unit of Measure Code,Minimum Quantity,Line Discount %\n"+
		"Campaign,CP0001,Item,1000,,ST,10,12.5\n"+
		"Customer Disc. Group,STOR,Item Disc. Group,MÖBLER,,ST,,5\n"+
		"All Customers,,,MÖBLER,,,,2\n"+
		"All Customers,,,1000,,,,0\n"+
		"All Customers,,Item Disc. Group,MÖBLER,RÖD,,1,2\n"+
		"All Customers,,Item,1001,,,,101\n"+
		"Customer Disc. Group,GROSS,Item,1001,,,,1\n")
	wantVerdicts(t, report, "2 new", "3 new", "4 new", "5 new",
		"6 faulty: variant-code m12-variant-needs-item", "7 faulty: line-discount-percent must-be-a-percentage", "8 faulty: sales-code disc-group-missing")
	want := []data.SalesLineDiscount{
		{SalesType: data.ForAllCustomers, Type: data.DiscountItem, Code: "1000", UnitCode: "KRT"},
		{SalesType: data.ForCampaign, SalesCode: "CP0001", Type: data.DiscountItem, Code: "1000", UnitCode: "ST", MinimumQuantity: data.Int(10),
			LineDiscount: 1250_000, StartingDate: "2026-03-01", EndingDate: "2026-03-31"},
		{SalesType: data.ForGroup, SalesCode: "STOR", Type: data.DiscountItemGroup, Code: "MÖBLER", LineDiscount: data.Int(5)},
		{SalesType: data.ForAllCustomers, Type: data.DiscountItemGroup, Code: "MÖBLER", LineDiscount: data.Int(2)},
	}
	if diff := cmp.Diff(want, apptest.All(t, s, data.SalesLineDiscounts), cmpopts.IgnoreFields(data.SalesLineDiscount{}, "ID", "Description")); diff != "" {
		t.Error(diff)
	}
	undone(t, s, before)
}

func TestQuotesAreImported(t *testing.T) {
	s := market(t)
	apptest.Add(t, s, data.ExchangeRates, data.ExchangeRate{CurrencyCode: "EUR", StartingDate: "2026-01-01", ExchangeRateAmount: data.One, RelationalAmount: data.Int(11)})
	before := apptest.Read(t, s)
	wantVerdicts(t, imported(t, s, SalesQuotes, "Ordernr;Kundnr;Orderdatum\nQ1;C1;2026-03-02\nQ2;C9;2026-03-02\nQ3;C1;2025-12-31\n"),
		"2 new", "3 faulty: customer-no customer-missing", "4 faulty: rate-missing")
	quote := apptest.Get(t, s, data.QuoteHeaders, data.QuoteNo("Q1"))
	if quote.Name != "Alfa AB" || quote.CurrencyCode != "EUR" || quote.RelationalAmount != data.Int(11) || quote.PriceGroup != "GROSS" || quote.AllowLineDisc {
		t.Errorf("a quote has the terms of its customer (CP-208): %+v", quote)
	}
	const lines = "Ordernr;Artikelnr;Antal;Pris;Rabatt\n" +
		"Q1;1000;3;9,95;0,1\n" +
		"Q1;1001;1;20;\n" +
		"Q1;1000;2;9,95;0,05\n" + // the same item once more
		"Q9;1000;1;1;\n"
	wantVerdicts(t, imported(t, s, SalesQuoteLines, lines), "2 new", "3 new", "4 new", "5 faulty: document-no import-unknown-code")
	var got [][4]string
	for _, l := range apptest.All(t, s, data.QuoteLines) {
		got = append(got, [4]string{string(l.ItemNo), l.LineDiscount.String(), l.LineDiscountAmount.String(), l.LineAmount.String()})
	}
	want := [][4]string{{"1000", "10", "2.99", "26.86"}, {"1001", "0", "0", "20"}, {"1000", "5", "1", "18.9"}} // 2.985 → 2.99, 0.995 → 1 (CP-237)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	again := imported(t, s, SalesQuoteLines, "Ordernr;Artikelnr;Antal;Pris;Rabatt\nQ1;1000;3;9,95;0,1\nQ1;1001;2;20;\nQ1;1000;2;9,95;0,05\nQ1;1001;5;20,5;\n")
	wantVerdicts(t, again, "2 same", "3 changed, quantity 1 → 2", "4 same", "5 new")
	wantVerdicts(t, imported(t, s, SalesQuoteLines, "Ordernr;Artikelnr;Enhetskod;Antal\nQ1;1000;ST;4\nQ1;1000;KG;4\n"),
		"2 new", "3 faulty: unit-of-measure-code unit-of-item-missing")
	priced := apptest.All(t, s, data.QuoteLines, data.Equal("unit_code", data.UnitCode("ST")), data.Equal("item_no", data.ItemNo("1000")))
	if len(priced) != 1 || priced[0].UnitPrice.String() != "9.09091" || priced[0].ManualPrice {
		t.Errorf("a line without a price has the best one, 100 SEK in EUR at 11: %+v", priced)
	}
	for range 3 {
		if _, err := s.DB.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	undone(t, s, before)
}

// The small tables, so that a company can be filled from files alone.
func TestCodesUnitsAndVariantsAreImported(t *testing.T) {
	s := market(t)
	wantVerdicts(t, imported(t, s, Units, "Kod;Beskrivning\nst;Styck\nPALL;Pall\n"), "2 changed, description  → Styck", "3 new")
	wantVerdicts(t, imported(t, s, CustomerPriceGroups, "Kod;Beskrivning\nGROSS;Grossister\nDETALJ;Detaljister\n"), "2 changed, description  → Grossister", "3 new")
	wantVerdicts(t, imported(t, s, ItemUnits, "Artikelnr;Enhetskod;Antal per enhet\n1001;KRT;6\n1001;PALL;0\n1001;ST;1\n9;ST;1\n"),
		"2 new", "3 faulty: qty-per-unit-of-measure must-be-positive", "4 same", "5 faulty: item-no import-unknown-code")
	wantVerdicts(t, imported(t, s, ItemVariants, "Artikelnr;Variantkod;Beskrivning\n1001;EK;I ek\n1000;röd;Röd\n"), "2 new", "3 changed, description  → Röd")
}
