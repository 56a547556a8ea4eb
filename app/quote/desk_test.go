package quote_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/quote"
	"campaigndesk/data"
)

// newDesk is the part of the company of CP section 10 that quotes are tested with, on 2026-03-10: campaign SPRING is
// activated for C10 and CT500. CT10 with Anna, CT11, is customer C10. Typed values are kept unless told otherwise (CP-205).
func newDesk(t testing.TB) *app.Session {
	t.Helper()
	s := apptest.New(t)
	s.WorkDate = "2026-03-10"
	s.Setup.VAT, s.Setup.QuoteVATGroup, s.Setup.CustomerRelation = true, "DOM", "CUST"
	s.Setup.SalespersonCode = "JL"
	err := s.DB.Remember(context.Background(), func(tx *data.Tx) error {
		addTerms(t, tx)
		addParties(t, tx)
		addItems(t, tx)
		addPrices(t, tx)
		return nil
	})
	do(t, err)
	return s
}

// put stores rows as they are.
func put[R any](t testing.TB, tx *data.Tx, table *data.Table[R], rows ...R) {
	t.Helper()
	do(t, table.InsertAll(tx, rows))
}

func addTerms(t testing.TB, tx *data.Tx) {
	t.Helper()
	put(t, tx, data.Salespeople, data.Salesperson{Code: "JL"}, data.Salesperson{Code: "MK"}, data.Salesperson{Code: "OUT", Blocked: true})
	put(t, tx, data.Currencies, data.Currency{Code: "EUR", AmountRounding: amount("0.01"), UnitAmountRounding: amount("0.00001")},
		data.Currency{Code: "USD", AmountRounding: amount("0.01"), UnitAmountRounding: amount("0.00001")})
	put(t, tx, data.ExchangeRates, data.ExchangeRate{CurrencyCode: "EUR", StartingDate: "2026-01-01", ExchangeRateAmount: amount("100"), RelationalAmount: amount("1125")})
	put(t, tx, data.VATPostingSetups, data.VATPostingSetup{BusinessGroup: "DOM", ProductGroup: "STD", VAT: amount("25")},
		data.VATPostingSetup{BusinessGroup: "EXP", ProductGroup: "STD"})
	put(t, tx, data.CustomerPriceGroups, data.PriceGroup{Code: "RETAIL", AllowLineDisc: true, AllowInvoiceDisc: true})
	put(t, tx, data.CustomerDiscGroups, data.CustomerDiscountGroup{Code: "GOLD"})
	put(t, tx, data.ItemDiscGroups, data.ItemDiscountGroup{Code: "FURN"})
}

func addParties(t testing.TB, tx *data.Tx) {
	t.Helper()
	customer := func(no data.CustomerNo) data.Customer {
		return data.Customer{No: no, Name: "Customer " + string(no), VATGroup: "DOM", AllowLineDisc: true}
	}
	c10, c20, c21, c30, c40 := customer("C10"), customer("C20"), customer("C21"), customer("C30"), customer("C40")
	c10.SalespersonCode = "MK"
	c20.PriceGroup, c20.DiscGroup, c20.SalespersonCode = "RETAIL", "GOLD", "OUT"
	c21.PriceGroup = "RETAIL"
	c30.AllowLineDisc, c30.PricesIncludingVAT = false, true
	c40.CurrencyCode, c40.VATGroup = "EUR", "EXP"
	c99 := customer("C99")
	c99.CurrencyCode = "USD" // which has no rate
	put(t, tx, data.Customers, c10, c20, c21, customer("C22"), c30, c40, c99)
	put(t, tx, data.Contacts,
		data.Contact{No: "CT10", Name: "Customer C10", CompanyNo: "CT10"}, data.Contact{No: "CT11", Type: data.Person, Name: "Anna Berg", CompanyNo: "CT10"},
		data.Contact{No: "CT500", Name: "Sandhamn", CompanyNo: "CT500"}, data.Contact{No: "CT501", Type: data.Person, Name: "Eva Ek", CompanyNo: "CT500", SalespersonCode: "MK"},
		data.Contact{No: "CT600", Name: "Handel 600", CompanyNo: "CT600"},
		data.Contact{No: "CT700", Name: "Handel 700", CompanyNo: "CT700", PrivacyBlocked: true})
	put(t, tx, data.ContactBusinessRelations, data.ContactBusinessRelation{Code: "CUST", ContactNo: "CT10", CustomerNo: "C10"})
	put(t, tx, data.Campaigns, data.Campaign{No: "SPRING", StartingDate: "2026-03-01", EndingDate: "2026-03-31"}, data.Campaign{No: "AUTUMN"})
	put(t, tx, data.CampaignTargets, data.CampaignTarget{Type: data.TargetCustomer, No: "C10", CampaignNo: "SPRING"},
		data.CampaignTarget{Type: data.TargetContact, No: "CT500", CampaignNo: "SPRING"})
}

func addItems(t testing.TB, tx *data.Tx) {
	t.Helper()
	put(t, tx, data.Units, data.Unit{Code: "PCS"}, data.Unit{Code: "BOX"}, data.Unit{Code: "M"}, data.Unit{Code: "DRUM"})
	item := func(no data.ItemNo, unit data.UnitCode, price string, group data.ItemDiscGroup) data.Item {
		return data.Item{No: no, Description: "Item " + string(no), BaseUnit: unit, UnitPrice: amount(price), VATProductGroup: "STD", DiscGroup: group, AllowInvoiceDisc: true}
	}
	lamp, rug, hose := item("LAMP", "PCS", "249", ""), item("RUG", "PCS", "100", ""), item("HOSE", "M", "20", "")
	lamp.PriceIncludesVAT, lamp.PriceVATGroup = true, "DOM"
	rug.PriceIncludesVAT, rug.PriceVATGroup = true, "NONE" // of an unknown rate
	hose.SalesUnit, hose.AllowInvoiceDisc = "DRUM", false
	put(t, tx, data.Items, item("CHAIR", "PCS", "1000", "FURN"), item("TABLE", "PCS", "3000", "FURN"), item("CABLE", "M", "9.99", ""), lamp, rug, hose)
	put(t, tx, data.ItemUnits,
		data.ItemUnit{ItemNo: "CHAIR", Code: "PCS", QtyPerUnit: data.One}, data.ItemUnit{ItemNo: "CHAIR", Code: "BOX", QtyPerUnit: data.Int(4)},
		data.ItemUnit{ItemNo: "TABLE", Code: "PCS", QtyPerUnit: data.One}, data.ItemUnit{ItemNo: "LAMP", Code: "PCS", QtyPerUnit: data.One},
		data.ItemUnit{ItemNo: "CABLE", Code: "M", QtyPerUnit: data.One}, data.ItemUnit{ItemNo: "CABLE", Code: "DRUM", QtyPerUnit: data.Int(100)},
		data.ItemUnit{ItemNo: "HOSE", Code: "M", QtyPerUnit: data.One}, data.ItemUnit{ItemNo: "HOSE", Code: "DRUM", QtyPerUnit: data.Int(50)})
	put(t, tx, data.ItemVariants, data.ItemVariant{ItemNo: "CHAIR", Code: "RED", Description: "Red chair"}, data.ItemVariant{ItemNo: "CHAIR", Code: "BLUE"})
}

func addPrices(t testing.TB, tx *data.Tx) {
	t.Helper()
	type price = data.SalesPrice
	spring := func(p price) price {
		p.SalesType, p.SalesCode, p.StartingDate, p.EndingDate, p.AllowLineDisc = data.ForCampaign, "SPRING", "2026-03-01", "2026-03-31", true
		return p
	}
	put(t, tx, data.SalesPrices,
		spring(price{ItemNo: "CHAIR", UnitCode: "PCS", UnitPrice: amount("900")}),
		spring(price{ItemNo: "CHAIR", UnitCode: "PCS", MinimumQuantity: amount("10"), UnitPrice: amount("850")}),
		price{SalesType: data.ForAllCustomers, ItemNo: "CHAIR", UnitPrice: amount("980"), AllowLineDisc: true, AllowInvoiceDisc: true},
		price{SalesType: data.ForGroup, SalesCode: "RETAIL", ItemNo: "CHAIR", UnitCode: "PCS", UnitPrice: amount("940")}, // no line discounts
		price{SalesType: data.ForCustomer, SalesCode: "C10", ItemNo: "CHAIR", UnitCode: "PCS", UnitPrice: amount("920"), StartingDate: "2026-01-01", AllowLineDisc: true},
		spring(price{ItemNo: "CHAIR", UnitCode: "BOX", UnitPrice: amount("3500")}),
		price{SalesType: data.ForAllCustomers, ItemNo: "CABLE", MinimumQuantity: amount("250"), UnitPrice: amount("8.49"), AllowLineDisc: true},
		price{SalesType: data.ForAllCustomers, ItemNo: "TABLE", UnitCode: "PCS", UnitPrice: amount("2700"), EndingDate: "2026-02-28", AllowLineDisc: true})
	type discount = data.SalesLineDiscount
	put(t, tx, data.SalesLineDiscounts,
		discount{Type: data.DiscountItem, Code: "CHAIR", SalesType: data.ForCampaign, SalesCode: "SPRING", StartingDate: "2026-03-01", EndingDate: "2026-03-31", LineDiscount: amount("5")},
		discount{Type: data.DiscountItemGroup, Code: "FURN", SalesType: data.ForGroup, SalesCode: "GOLD", LineDiscount: amount("8")},
		discount{Type: data.DiscountItemGroup, Code: "FURN", SalesType: data.ForAllCustomers, LineDiscount: amount("3")},
		discount{Type: data.DiscountItem, Code: "CHAIR", SalesType: data.ForCustomer, SalesCode: "C10", UnitCode: "PCS", MinimumQuantity: amount("10"), LineDiscount: amount("7")})
}

func amount(text string) data.Amount {
	a, err := data.ParseAmount(text)
	if err != nil {
		panic(err)
	}
	return a
}

// quoteFor creates a quote for a customer or, when the number begins with CT, a contact.
func quoteFor(t testing.TB, s *app.Session, no string) data.QuoteHeader {
	t.Helper()
	var h data.QuoteHeader
	var err error
	if no[:2] == "CT" {
		h, _, err = quote.ForContact(s, data.ContactNo(no))
	} else {
		h, _, err = quote.ForCustomer(s, data.CustomerNo(no))
	}
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// addLine adds a line at the end as it is typed: item, then quantity.
func addLine(t testing.TB, s *app.Session, h data.QuoteHeader, item data.ItemNo, quantity string) data.QuoteLine {
	t.Helper()
	l := quote.NewLine(&h)
	l.ItemNo = item
	do(t, quote.ItemEntered(s, &l))
	l.Quantity = amount(quantity)
	do(t, quote.QuantityEntered(s, &l))
	var above *data.QuoteLine
	if lines := linesOf(t, s, h.No); len(lines) > 0 {
		above = &lines[len(lines)-1]
	}
	do(t, quote.AddLine(s, &l, above))
	return l
}

// typed is one field of a line being filled in.
type typed func(*app.Session, *data.QuoteLine) error

func price(text string) typed {
	return func(s *app.Session, l *data.QuoteLine) error {
		l.UnitPrice = amount(text)
		return quote.PriceEntered(s, l)
	}
}

func discount(text string) typed {
	return func(s *app.Session, l *data.QuoteLine) error {
		l.LineDiscount = amount(text)
		return quote.DiscountEntered(s, l)
	}
}

func discountAmount(text string) typed {
	return func(s *app.Session, l *data.QuoteLine) error {
		l.LineDiscountAmount = amount(text)
		return quote.DiscountAmountEntered(s, l)
	}
}

func lineAmount(text string) typed {
	return func(s *app.Session, l *data.QuoteLine) error {
		l.LineAmount = amount(text)
		return quote.AmountEntered(s, l)
	}
}

func quantity(text string) typed {
	return func(s *app.Session, l *data.QuoteLine) error {
		l.Quantity = amount(text)
		return quote.QuantityEntered(s, l)
	}
}

func item(no data.ItemNo) typed {
	return func(s *app.Session, l *data.QuoteLine) error {
		l.ItemNo = no
		return quote.ItemEntered(s, l)
	}
}

func unit(code data.UnitCode) typed {
	return func(s *app.Session, l *data.QuoteLine) error {
		l.UnitCode = code
		return quote.UnitEntered(s, l)
	}
}

func variant(code data.VariantCode) typed {
	return func(s *app.Session, l *data.QuoteLine) error {
		l.VariantCode = code
		return quote.VariantEntered(s, l)
	}
}

func groups(price data.CustomerPriceGroup, disc data.CustomerDiscGroup) typed {
	return func(s *app.Session, l *data.QuoteLine) error {
		l.PriceGroup, l.DiscGroup = price, disc
		return quote.GroupEntered(s, l)
	}
}

// change fills in fields of a stored line one after the other and stores it.
func change(t testing.TB, s *app.Session, l data.QuoteLine, fields ...typed) data.QuoteLine {
	t.Helper()
	after := l
	for _, field := range fields {
		do(t, field(s, &after))
	}
	do(t, quote.SaveLine(s, &l, &after))
	return after
}

func linesOf(t testing.TB, s *app.Session, no data.QuoteNo) []data.QuoteLine {
	t.Helper()
	return apptest.All(t, s, data.QuoteLines, data.Equal("quote_no", no))
}

// stored are a quote's lines as the file has them, in words.
func stored(t testing.TB, s *app.Session, no data.QuoteNo) []string {
	t.Helper()
	var words []string
	for _, l := range linesOf(t, s, no) {
		words = append(words, inWords(l))
	}
	return words
}

// inWords is a line as "2 BOX CHAIR RED at 3500, 5 %: 6650", with * after what was typed and the campaigns that gave the rest.
func inWords(l data.QuoteLine) string {
	mark := func(manual bool, campaign data.CampaignNo) string {
		words := ""
		if manual {
			words = "*"
		}
		if campaign != "" {
			words += " " + string(campaign)
		}
		return words
	}
	article := string(l.ItemNo)
	if l.VariantCode != "" {
		article += " " + string(l.VariantCode)
	}
	return fmt.Sprintf("%s %s %s at %s%s, %s %%%s: %s", l.Quantity, l.UnitCode, article,
		l.UnitPrice, mark(l.ManualPrice, l.PriceCampaignNo), l.LineDiscount, mark(l.ManualDiscount, l.DiscountCampaignNo), l.LineAmount)
}

func do(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// refused checks that the error is the message of the key, at the column.
func refused(t testing.TB, err error, key, column string) {
	t.Helper()
	var m data.Message
	if !errors.As(err, &m) || m.Key != key || m.Field != column {
		t.Errorf("got %v at %q, want %s at %q", err, m.Field, key, column)
	}
}

func keys(messages []data.Message) []string {
	var all []string
	for _, m := range messages {
		all = append(all, m.Key)
	}
	return all
}
