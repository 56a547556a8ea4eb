package pricing_test

import (
	"testing"

	"campaigndesk/app/pricing"
	"campaigndesk/data"
	"campaigndesk/data/datatest"
)

// example is the company of CP section 10 in a file of its own.
type example struct {
	db        *data.DB
	setup     data.Setup
	prices    map[int64]string // id → P1, P2, …
	discounts map[int64]string // id → D1, D2, …
}

const day data.Date = "2026-03-10"

func amount(text string) data.Amount {
	a, err := data.ParseAmount(text)
	if err != nil {
		panic(err)
	}
	return a
}

// insert stores records of one kind.
func insert[T any](t testing.TB, db *data.DB, table *data.Table[T], records ...T) []T {
	t.Helper()
	datatest.Write(t, db, func(tx *data.Tx) error {
		put(t, tx, table, records...)
		return nil
	})
	return records
}

func put[T any](t testing.TB, tx *data.Tx, table *data.Table[T], records ...T) {
	t.Helper()
	for i := range records {
		if err := table.Insert(tx, &records[i]); err != nil {
			t.Fatal(err)
		}
	}
}

// section10 sets the company of CP section 10 up.
func section10(t testing.TB) *example {
	t.Helper()
	e := &example{db: datatest.New(t), prices: map[int64]string{}, discounts: map[int64]string{}}
	db := e.db
	setups, err := data.Setups.Select(db, data.View{})
	if err != nil {
		t.Fatal(err)
	}
	e.setup = setups[0]
	e.setup.VAT, e.setup.QuoteVATGroup = true, "DOM"
	datatest.Write(t, db, func(tx *data.Tx) error {
		e.insertRegisters(t, tx)
		e.insertItems(t, tx)
		e.insertParties(t, tx)
		e.insertPrices(t, tx)
		e.insertDiscounts(t, tx)
		return data.Setups.Update(tx, &e.setup)
	})
	return e
}

func (e *example) insertRegisters(t testing.TB, tx *data.Tx) {
	t.Helper()
	put(t, tx, data.Currencies,
		data.Currency{Code: "EUR", AmountRounding: amount("0.01"), UnitAmountRounding: amount("0.00001")},
		data.Currency{Code: "NOK", AmountRounding: amount("0.01"), UnitAmountRounding: amount("0.01")})
	put(t, tx, data.ExchangeRates,
		data.ExchangeRate{CurrencyCode: "EUR", ExchangeRateAmount: amount("100"), RelationalAmount: amount("1125")},
		data.ExchangeRate{CurrencyCode: "NOK", ExchangeRateAmount: amount("100"), RelationalAmount: amount("97")})
	put(t, tx, data.VATPostingSetups,
		data.VATPostingSetup{BusinessGroup: "DOM", ProductGroup: "STD", VAT: amount("25")},
		data.VATPostingSetup{BusinessGroup: "DOM", ProductGroup: "BK", VAT: amount("6")},
		data.VATPostingSetup{BusinessGroup: "EXP", ProductGroup: "STD"})
	put(t, tx, data.CustomerPriceGroups, data.PriceGroup{Code: "RETAIL", AllowLineDisc: true, AllowInvoiceDisc: true})
	put(t, tx, data.CustomerDiscGroups, data.CustomerDiscountGroup{Code: "GOLD"})
	put(t, tx, data.ItemDiscGroups, data.ItemDiscountGroup{Code: "FURN"})
	put(t, tx, data.Units, data.Unit{Code: "PCS"}, data.Unit{Code: "BOX"}, data.Unit{Code: "M"}, data.Unit{Code: "DRUM"})
}

func (e *example) insertItems(t testing.TB, tx *data.Tx) {
	t.Helper()
	item := func(no data.ItemNo, unit data.UnitCode, price string, group data.ItemDiscGroup) data.Item {
		return data.Item{No: no, BaseUnit: unit, UnitPrice: amount(price), VATProductGroup: "STD", DiscGroup: group, AllowInvoiceDisc: true}
	}
	lamp, book := item("LAMP", "PCS", "249", ""), item("BOOK", "PCS", "249", "")
	lamp.PriceIncludesVAT, lamp.PriceVATGroup = true, "DOM"
	book.PriceIncludesVAT, book.PriceVATGroup, book.VATProductGroup = true, "DOM", "BK"
	put(t, tx, data.Items, item("CHAIR", "PCS", "1000", "FURN"), item("TABLE", "PCS", "3000", "FURN"), lamp, book,
		item("CABLE", "M", "9.99", ""), item("GIFT", "PCS", "50", ""), item("SHELF", "PCS", "1000", ""))
	put(t, tx, data.ItemUnits,
		data.ItemUnit{ItemNo: "CHAIR", Code: "PCS", QtyPerUnit: data.One}, data.ItemUnit{ItemNo: "CHAIR", Code: "BOX", QtyPerUnit: data.Int(4)},
		data.ItemUnit{ItemNo: "TABLE", Code: "PCS", QtyPerUnit: data.One}, data.ItemUnit{ItemNo: "LAMP", Code: "PCS", QtyPerUnit: data.One},
		data.ItemUnit{ItemNo: "BOOK", Code: "PCS", QtyPerUnit: data.One}, data.ItemUnit{ItemNo: "CABLE", Code: "M", QtyPerUnit: data.One},
		data.ItemUnit{ItemNo: "CABLE", Code: "DRUM", QtyPerUnit: data.Int(100)}, data.ItemUnit{ItemNo: "GIFT", Code: "PCS", QtyPerUnit: data.One},
		data.ItemUnit{ItemNo: "SHELF", Code: "PCS", QtyPerUnit: data.One})
	put(t, tx, data.ItemVariants, data.ItemVariant{ItemNo: "CHAIR", Code: "RED"}, data.ItemVariant{ItemNo: "CHAIR", Code: "BLUE"},
		data.ItemVariant{ItemNo: "CHAIR", Code: "GREEN"})
}

func (e *example) insertParties(t testing.TB, tx *data.Tx) {
	t.Helper()
	domestic := func(no data.CustomerNo) data.Customer {
		return data.Customer{No: no, VATGroup: "DOM", AllowLineDisc: true}
	}
	c20, c21, c30, c40, c60 := domestic("C20"), domestic("C21"), domestic("C30"), domestic("C40"), domestic("C60")
	c50, c70 := domestic("C50"), domestic("C70")
	c20.PriceGroup, c20.DiscGroup = "RETAIL", "GOLD"
	c21.PriceGroup = "RETAIL"
	c30.AllowLineDisc = false
	c40.CurrencyCode, c40.VATGroup = "EUR", "EXP"
	c60.CurrencyCode, c60.VATGroup = "NOK", "EXP"
	c50.PricesIncludingVAT = true
	c70.PricesIncludingVAT, c70.VATGroup = true, "EXP"
	put(t, tx, data.Customers, domestic("C10"), c20, c21, domestic("C22"), c30, c40, c50, c60, c70)
	put(t, tx, data.Contacts,
		data.Contact{No: "CT500", CompanyNo: "CT500"}, data.Contact{No: "CT501", Type: data.Person, CompanyNo: "CT500"},
		data.Contact{No: "CT600", CompanyNo: "CT600"})
	put(t, tx, data.Campaigns, data.Campaign{No: "SPRING", StartingDate: "2026-03-01", EndingDate: "2026-03-31"},
		data.Campaign{No: "LOYAL", StartingDate: "2026-01-01"})
	put(t, tx, data.CampaignTargets,
		data.CampaignTarget{Type: data.TargetCustomer, No: "C10", CampaignNo: "SPRING"},
		data.CampaignTarget{Type: data.TargetCustomer, No: "C10", CampaignNo: "LOYAL"},
		data.CampaignTarget{Type: data.TargetContact, No: "CT500", CampaignNo: "SPRING"})
}

func (e *example) insertPrices(t testing.TB, tx *data.Tx) {
	t.Helper()
	type row = data.SalesPrice
	spring := func(r row) row {
		r.SalesType, r.SalesCode, r.StartingDate, r.EndingDate = data.ForCampaign, "SPRING", "2026-03-01", "2026-03-31"
		return r
	}
	everybody := func(r row) row {
		r.SalesType = data.ForAllCustomers
		return r
	}
	rows := []row{
		spring(row{ItemNo: "CHAIR", UnitCode: "PCS", UnitPrice: amount("900")}),
		spring(row{ItemNo: "CHAIR", UnitCode: "PCS", MinimumQuantity: amount("10"), UnitPrice: amount("850")}),
		everybody(row{ItemNo: "CHAIR", UnitPrice: amount("980")}),
		{SalesType: data.ForGroup, SalesCode: "RETAIL", ItemNo: "CHAIR", UnitCode: "PCS", UnitPrice: amount("940")}, // no line discounts
		{SalesType: data.ForCustomer, SalesCode: "C10", ItemNo: "CHAIR", UnitCode: "PCS", UnitPrice: amount("920"), StartingDate: "2026-01-01"},
		spring(row{ItemNo: "CHAIR", UnitCode: "BOX", UnitPrice: amount("3500")}),
		spring(row{ItemNo: "CHAIR", UnitCode: "PCS", VariantCode: "RED", UnitPrice: amount("960")}),
		everybody(row{ItemNo: "CHAIR", UnitCode: "PCS", CurrencyCode: "EUR", UnitPrice: amount("88")}),
		spring(row{ItemNo: "LAMP", UnitPrice: amount("199"), PriceIncludesVAT: true, VATGroup: "DOM"}),
		everybody(row{ItemNo: "CABLE", MinimumQuantity: amount("250"), UnitPrice: amount("8.49")}),
		{SalesType: data.ForCampaign, SalesCode: "LOYAL", ItemNo: "CABLE", UnitCode: "DRUM", UnitPrice: amount("840"), StartingDate: "2026-01-01"},
		spring(row{ItemNo: "TABLE", UnitCode: "PCS", UnitPrice: amount("3100")}),
		{SalesType: data.ForCustomer, SalesCode: "C10", ItemNo: "GIFT", UnitCode: "PCS"},
		everybody(row{ItemNo: "GIFT", UnitCode: "PCS", UnitPrice: amount("45")}),
		spring(row{ItemNo: "CHAIR", UnitCode: "PCS", VariantCode: "GREEN", UnitPrice: amount("1020")}),
		everybody(row{ItemNo: "SHELF", UnitCode: "PCS", UnitPrice: amount("900"), StartingDate: "2026-01-01"}),
		everybody(row{ItemNo: "SHELF", UnitCode: "PCS", UnitPrice: amount("950"), StartingDate: "2026-03-01"}),
		everybody(row{ItemNo: "SHELF", UnitCode: "PCS", MinimumQuantity: amount("50"), UnitPrice: amount("930")}),
	}
	for i := range rows {
		rows[i].AllowLineDisc, rows[i].AllowInvoiceDisc = i != 3, true
	}
	put(t, tx, data.SalesPrices, rows...)
	for i, row := range rows {
		e.prices[row.ID] = name("P", i)
	}
}

func (e *example) insertDiscounts(t testing.TB, tx *data.Tx) {
	t.Helper()
	type row = data.SalesLineDiscount
	rows := []row{
		{Type: data.DiscountItem, Code: "CHAIR", SalesType: data.ForCampaign, SalesCode: "SPRING", LineDiscount: amount("5")},
		{Type: data.DiscountItemGroup, Code: "FURN", SalesType: data.ForGroup, SalesCode: "GOLD", LineDiscount: amount("8")},
		{Type: data.DiscountItemGroup, Code: "FURN", SalesType: data.ForAllCustomers, LineDiscount: amount("3")},
		{Type: data.DiscountItem, Code: "CHAIR", SalesType: data.ForCustomer, SalesCode: "C10", UnitCode: "PCS", MinimumQuantity: amount("10"), LineDiscount: amount("7")},
		{Type: data.DiscountItem, Code: "CHAIR", SalesType: data.ForCampaign, SalesCode: "SPRING", VariantCode: "BLUE"},
		{Type: data.DiscountItemGroup, Code: "FURN", SalesType: data.ForCampaign, SalesCode: "LOYAL", MinimumQuantity: amount("20"), LineDiscount: amount("6")},
		{Type: data.DiscountItem, Code: "CHAIR", SalesType: data.ForAllCustomers, CurrencyCode: "EUR", LineDiscount: amount("2")},
	}
	for i := range rows {
		switch rows[i].SalesCode {
		case "SPRING":
			rows[i].StartingDate, rows[i].EndingDate = "2026-03-01", "2026-03-31"
		case "LOYAL":
			rows[i].StartingDate = "2026-01-01"
		}
	}
	put(t, tx, data.SalesLineDiscounts, rows...)
	for i, row := range rows {
		e.discounts[row.ID] = name("D", i)
	}
}

func name(letter string, i int) string { return letter + data.Int(int64(i+1)).String() }

// party is a customer or, when it begins with CT, a contact, with another currency where one is given.
func (e *example) party(t testing.TB, no string, currency data.CurrencyCode) pricing.Party {
	t.Helper()
	customer, contact := data.CustomerNo(no), data.ContactNo("")
	if no[:2] == "CT" {
		customer, contact = "", data.ContactNo(no)
	}
	party, err := pricing.PartyOf(e.db, e.setup, customer, contact, day)
	if err != nil {
		t.Fatal(err)
	}
	if currency != "" {
		if party.Currency, err = pricing.CurrencyOn(e.db, e.setup, currency, day); err != nil {
			t.Fatal(err)
		}
	}
	return party
}

// sources names the rows a result came from, "card" for the item card.
func (e *example) sources(r pricing.Result) string {
	from := "card"
	if r.Price != nil {
		from = e.prices[r.Price.ID]
	}
	if r.LineDiscount != nil {
		from += " " + e.discounts[r.LineDiscount.ID]
	}
	return from
}
