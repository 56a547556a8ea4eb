package pricing_test

import (
	"errors"
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/pricing"
	"campaigndesk/data"
	"campaigndesk/data/datatest"

	"github.com/google/go-cmp/cmp"
)

// entryCompany has, beside section 10, records whose every default is unlike the others'.
func entryCompany(t testing.TB) (*app.Session, *pricing.Entry) {
	t.Helper()
	e := section10(t)
	datatest.Write(t, e.db, func(tx *data.Tx) error {
		put(t, tx, data.Items, data.Item{No: "LATHE", BaseUnit: "PCS", SalesUnit: "BOX", VATProductGroup: "STD", PriceIncludesVAT: true, PriceVATGroup: "EXP"})
		put(t, tx, data.ItemUnits, data.ItemUnit{ItemNo: "LATHE", Code: "PCS", QtyPerUnit: data.One}, data.ItemUnit{ItemNo: "LATHE", Code: "BOX", QtyPerUnit: data.Int(2)})
		put(t, tx, data.CustomerPriceGroups, data.PriceGroup{Code: "WEB", PriceIncludesVAT: true, VATGroup: "DOM", AllowInvoiceDisc: true})
		put(t, tx, data.Customers, data.Customer{No: "C80", CurrencyCode: "EUR", PricesIncludingVAT: true, VATGroup: "DOM"})
		return nil
	})
	s, err := app.Start(e.db)
	if err != nil {
		t.Fatal(err)
	}
	return s, pricing.Enter(e.db, s.Setup)
}

// T7: each sales type, the item entered first and the code entered first (CP-119…125).
func TestDefaultsOfAPrice(t *testing.T) {
	_, entry := entryCompany(t)
	for _, c := range []struct {
		name      string
		salesType data.SalesType
		code      string
		want      data.SalesPrice // whichever is entered first
	}{
		{"customer", data.ForCustomer, "C80",
			data.SalesPrice{CurrencyCode: "EUR", PriceIncludesVAT: true, VATGroup: "DOM", AllowLineDisc: false, AllowInvoiceDisc: false}},
		{"price group: its word on invoice discounts beats the item's (CP-121)", data.ForGroup, "WEB",
			data.SalesPrice{PriceIncludesVAT: true, VATGroup: "DOM", AllowLineDisc: false, AllowInvoiceDisc: true}},
		{"all customers: VAT from the item", data.ForAllCustomers, "",
			data.SalesPrice{PriceIncludesVAT: true, VATGroup: "EXP", AllowLineDisc: true, AllowInvoiceDisc: false}},
		{"campaign: only its dates", data.ForCampaign, "SPRING",
			data.SalesPrice{StartingDate: "2026-03-01", EndingDate: "2026-03-31", AllowLineDisc: true, AllowInvoiceDisc: false}},
	} {
		want := c.want
		want.SalesType, want.SalesCode, want.ItemNo, want.UnitCode = c.salesType, c.code, "LATHE", "BOX"
		for _, order := range []string{"code first", "item first"} {
			t.Run(c.name+", "+order, func(t *testing.T) {
				row, err := entry.NewPrice(data.SalesPrice{SalesType: c.salesType})
				if err != nil {
					t.Fatal(err)
				}
				enterCode := func() error { row.SalesCode = c.code; return entry.PriceSalesCodeEntered(&row) }
				enterItem := func() error { row.ItemNo = "lathe "; return entry.PriceItemEntered(&row) }
				first, second := enterCode, enterItem
				if order == "item first" {
					first, second = enterItem, enterCode
				}
				if err := errors.Join(first(), second()); err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(want, row); diff != "" {
					t.Errorf("(-want +got):\n%s", diff)
				}
			})
		}
	}
}

// T7 for discounts (CP-130…134).
func TestDefaultsOfADiscount(t *testing.T) {
	_, entry := entryCompany(t)
	for _, c := range []struct {
		name      string
		salesType data.SalesType
		salesCode string
		kind      data.DiscountType
		code      string
		want      data.SalesLineDiscount
	}{
		{"customer and item", data.ForCustomer, "C80", data.DiscountItem, "LATHE", data.SalesLineDiscount{UnitCode: "BOX"}},
		{"group and item", data.ForGroup, "GOLD", data.DiscountItem, "LATHE", data.SalesLineDiscount{UnitCode: "BOX"}},
		{"campaign and item", data.ForCampaign, "SPRING", data.DiscountItem, "LATHE", data.SalesLineDiscount{UnitCode: "BOX", StartingDate: "2026-03-01", EndingDate: "2026-03-31"}},
		{"campaign and group of items", data.ForCampaign, "SPRING", data.DiscountItemGroup, "FURN", data.SalesLineDiscount{StartingDate: "2026-03-01", EndingDate: "2026-03-31"}},
		{"all customers and group of items", data.ForAllCustomers, "", data.DiscountItemGroup, "FURN", data.SalesLineDiscount{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := c.want
			want.SalesType, want.SalesCode, want.Type, want.Code = c.salesType, c.salesCode, c.kind, c.code
			row, err := entry.NewDiscount(data.SalesLineDiscount{SalesType: c.salesType, SalesCode: c.salesCode, Type: c.kind, Code: c.code})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, row); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestNewRowsTakeTheFilters(t *testing.T) { // CP-119
	_, entry := entryCompany(t)
	row, err := entry.NewPrice(data.SalesPrice{SalesType: data.ForCustomer, SalesCode: "C80", ItemNo: "LATHE", StartingDate: "2026-05-01", CurrencyCode: "NOK"})
	if err != nil {
		t.Fatal(err)
	}
	if row.StartingDate != "2026-05-01" || row.CurrencyCode != "NOK" || row.UnitCode != "BOX" {
		t.Errorf("the filters' values are lost: %+v", row)
	}
	row, err = entry.NewPrice(data.SalesPrice{SalesType: data.ForCampaign, SalesCode: "SPRING", StartingDate: "2026-05-01"})
	if err != nil {
		t.Fatal(err)
	}
	if row.StartingDate != "2026-03-01" {
		t.Errorf("a campaign's row starts on %s", row.StartingDate)
	}
}

func TestAnotherSalesType(t *testing.T) { // CP-112
	_, entry := entryCompany(t)
	for _, c := range []struct {
		name          string
		before, after data.SalesType
		want          data.SalesPrice
	}{
		{"the code goes, what it filled stays", data.ForCustomer, data.ForGroup, data.SalesPrice{CurrencyCode: "EUR", StartingDate: "2026-03-01", EndingDate: "2026-03-31"}},
		{"a campaign's dates go too", data.ForCampaign, data.ForCustomer, data.SalesPrice{CurrencyCode: "EUR"}},
		{"the same type changes nothing", data.ForGroup, data.ForGroup, data.SalesPrice{SalesCode: "X", CurrencyCode: "EUR", StartingDate: "2026-03-01", EndingDate: "2026-03-31"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			row := data.SalesPrice{SalesType: c.after, SalesCode: "X", CurrencyCode: "EUR", StartingDate: "2026-03-01", EndingDate: "2026-03-31"}
			entry.PriceSalesTypeEntered(&row, c.before)
			c.want.SalesType = c.after
			if diff := cmp.Diff(c.want, row); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			discount := data.SalesLineDiscount{SalesType: c.after, SalesCode: "X", CurrencyCode: "EUR", StartingDate: "2026-03-01", EndingDate: "2026-03-31"}
			entry.DiscountSalesTypeEntered(&discount, c.before)
			want := data.SalesLineDiscount{SalesType: c.after, SalesCode: c.want.SalesCode, CurrencyCode: "EUR", StartingDate: c.want.StartingDate, EndingDate: c.want.EndingDate}
			if diff := cmp.Diff(want, discount); diff != "" {
				t.Errorf("discount (-want +got):\n%s", diff)
			}
		})
	}
}

func TestAnotherDiscountType(t *testing.T) { // CP-130
	_, entry := entryCompany(t)
	row := data.SalesLineDiscount{Type: data.DiscountItemGroup, Code: "CHAIR", UnitCode: "PCS", VariantCode: "RED", LineDiscount: 1}
	entry.DiscountTypeEntered(&row, data.DiscountItem)
	if want := (data.SalesLineDiscount{Type: data.DiscountItemGroup, LineDiscount: 1}); row != want {
		t.Errorf("%+v", row)
	}
}

// refusal names a message by key and column, "" for none.
func refusal(t testing.TB, err error) string {
	t.Helper()
	if err == nil {
		return ""
	}
	var m data.Message
	if !errors.As(err, &m) {
		t.Fatal(err)
	}
	return m.Key + " at " + m.Field
}

func TestPricesThatMayNotBeStored(t *testing.T) { // CP-110…138
	s, _ := entryCompany(t)
	good := data.SalesPrice{SalesType: data.ForCustomer, SalesCode: "C10", ItemNo: "CHAIR", UnitCode: "BOX", VariantCode: "RED", CurrencyCode: "EUR", UnitPrice: 1}
	for _, c := range []struct {
		name   string
		change func(*data.SalesPrice)
		want   string
	}{
		{"a good one", func(*data.SalesPrice) {}, ""},
		{"a price of 0", func(p *data.SalesPrice) { p.UnitPrice = 0 }, ""},
		{"one day only", func(p *data.SalesPrice) { p.StartingDate, p.EndingDate = "2026-03-01", "2026-03-01" }, ""},
		{"CP-110 without sales code", func(p *data.SalesPrice) { p.SalesCode = "" }, "must-not-be-blank at sales_code"},
		{"CP-110 without item", func(p *data.SalesPrice) { p.ItemNo = "" }, "must-not-be-blank at item_no"},
		{"CP-113 start after end", func(p *data.SalesPrice) { p.StartingDate, p.EndingDate = "2026-03-02", "2026-03-01" }, "m07-start-after-end at ending_date"},
		{"customer unknown", func(p *data.SalesPrice) { p.SalesCode = "GONE" }, "customer-missing at sales_code"},
		{"price group unknown", func(p *data.SalesPrice) { p.SalesType = data.ForGroup }, "price-group-missing at sales_code"},
		{"campaign unknown", func(p *data.SalesPrice) { p.SalesType = data.ForCampaign }, "campaign-missing at sales_code"},
		{"item unknown", func(p *data.SalesPrice) { p.ItemNo = "GONE" }, "item-missing at item_no"},
		{"variant of another item", func(p *data.SalesPrice) { p.VariantCode = "BLACK" }, "variant-of-item-missing at variant_code"},
		{"unit of another item", func(p *data.SalesPrice) { p.UnitCode = "DRUM" }, "unit-of-item-missing at unit_code"},
		{"currency unknown", func(p *data.SalesPrice) { p.CurrencyCode = "XXX" }, "currency-missing at currency_code"},
		{"minimum below 0", func(p *data.SalesPrice) { p.MinimumQuantity = -1 }, "must-not-be-negative at minimum_quantity"},
		{"price below 0", func(p *data.SalesPrice) { p.UnitPrice = -1 }, "must-not-be-negative at unit_price"},
		{"CP-138 incl. VAT without group", func(p *data.SalesPrice) { p.PriceIncludesVAT = true }, "m15-unusable-vat at vat_group"},
		{"CP-138 incl. VAT of an unknown rate", func(p *data.SalesPrice) { p.PriceIncludesVAT, p.VATGroup = true, "NONE" }, "m15-unusable-vat at vat_group"},
		{"CP-138 incl. VAT of a known rate", func(p *data.SalesPrice) { p.PriceIncludesVAT, p.VATGroup = true, "DOM" }, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			row := good
			c.change(&row)
			if got := refusal(t, pricing.Enter(s.DB, s.Setup).CheckPrice(&row)); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
			s.Setup.VAT = false // CP-139
			defer func() { s.Setup.VAT = true }()
			if err := pricing.Enter(s.DB, s.Setup).CheckPrice(&row); err != nil && refusal(t, err) == "m15-unusable-vat at vat_group" {
				t.Error("refused for its VAT where prices know none")
			}
		})
	}
}

func TestDiscountsThatMayNotBeStored(t *testing.T) { // CP-110…136
	_, entry := entryCompany(t)
	good := data.SalesLineDiscount{SalesType: data.ForCustomer, SalesCode: "C10", Code: "CHAIR", UnitCode: "BOX", VariantCode: "RED", CurrencyCode: "EUR", LineDiscount: 1}
	group := func(d *data.SalesLineDiscount) {
		d.Type, d.Code, d.UnitCode, d.VariantCode = data.DiscountItemGroup, "FURN", "", ""
	}
	for _, c := range []struct {
		name   string
		change func(*data.SalesLineDiscount)
		want   string
	}{
		{"a good one", func(*data.SalesLineDiscount) {}, ""},
		{"one for a group of items", group, ""},
		{"0 % and 100 %", func(d *data.SalesLineDiscount) { d.LineDiscount = amount("100") }, ""},
		{"CP-110 without sales code", func(d *data.SalesLineDiscount) { d.SalesCode = "" }, "must-not-be-blank at sales_code"},
		{"CP-110 without code", func(d *data.SalesLineDiscount) { d.Code = "" }, "must-not-be-blank at code"},
		{"CP-113 start after end", func(d *data.SalesLineDiscount) { d.StartingDate, d.EndingDate = "2026-03-02", "2026-03-01" }, "m07-start-after-end at ending_date"},
		{"discount group unknown", func(d *data.SalesLineDiscount) { d.SalesType = data.ForGroup }, "disc-group-missing at sales_code"},
		{"item unknown", func(d *data.SalesLineDiscount) { d.Code = "GONE" }, "item-missing at code"},
		{"item discount group unknown", func(d *data.SalesLineDiscount) { group(d); d.Code = "CHAIR" }, "item-disc-group-missing at code"},
		{"CP-132 a variant of a group", func(d *data.SalesLineDiscount) { group(d); d.VariantCode = "RED" }, "m12-variant-needs-item at variant_code"},
		{"unit of another item", func(d *data.SalesLineDiscount) { d.UnitCode = "DRUM" }, "unit-of-item-missing at unit_code"},
		{"CP-135 below 0 %", func(d *data.SalesLineDiscount) { d.LineDiscount = -1 }, "must-be-a-percentage at line_discount"},
		{"CP-135 above 100 %", func(d *data.SalesLineDiscount) { d.LineDiscount = amount("100.00001") }, "must-be-a-percentage at line_discount"},
		{"CP-135 minimum below 0", func(d *data.SalesLineDiscount) { d.MinimumQuantity = -1 }, "must-not-be-negative at minimum_quantity"},
	} {
		t.Run(c.name, func(t *testing.T) {
			row := good
			c.change(&row)
			if got := refusal(t, entry.CheckDiscount(&row)); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestFieldsThatRefuse(t *testing.T) {
	_, entry := entryCompany(t)
	spring := data.SalesPrice{SalesType: data.ForCampaign, SalesCode: "SPRING", StartingDate: "2026-03-02"}
	free := data.SalesPrice{SalesType: data.ForCustomer, SalesCode: "C10", StartingDate: "2026-03-02", EndingDate: "2026-03-01"}
	for _, c := range []struct {
		name string
		err  error
		want string
	}{
		{"CP-111 a code for all customers", entry.PriceSalesCodeEntered(&data.SalesPrice{SalesType: data.ForAllCustomers, SalesCode: "C10"}), "no-code-for-all-customers at sales_code"},
		{"CP-111 also on discounts", entry.DiscountSalesCodeEntered(&data.SalesLineDiscount{SalesType: data.ForAllCustomers, SalesCode: "C10"}), "no-code-for-all-customers at sales_code"},
		{"CP-126 a date on a campaign's row", entry.PriceDateEntered(&spring), "m11-dates-of-campaign at starting_date"},
		{"CP-126 also on discounts", entry.DiscountDateEntered(&data.SalesLineDiscount{SalesType: data.ForCampaign, SalesCode: "SPRING"}), "m11-dates-of-campaign at starting_date"},
		{"CP-113 start after end", entry.PriceDateEntered(&free), "m07-start-after-end at ending_date"},
		{"CP-132 a variant of a group", entry.DiscountVariantEntered(&data.SalesLineDiscount{Type: data.DiscountItemGroup, VariantCode: "RED"}), "m12-variant-needs-item at variant_code"},
		{"a variant of an item", entry.DiscountVariantEntered(&data.SalesLineDiscount{VariantCode: "RED"}), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := refusal(t, c.err); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
