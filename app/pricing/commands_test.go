package pricing_test

import (
	"context"
	"testing"

	"campaigndesk/app/pricing"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

// T8: the key is everything but ending date, price and flags (7.1).
func TestKeyOfAPrice(t *testing.T) {
	s, _ := entryCompany(t)
	first := data.SalesPrice{SalesType: data.ForCustomer, SalesCode: "C20", ItemNo: "CHAIR", UnitCode: "PCS", UnitPrice: 1, AllowLineDisc: true}
	save := func(row data.SalesPrice) string {
		row.ID = 0
		_, err := pricing.SavePrice(s, &row)
		return refusal(t, err)
	}
	if got := save(first); got != "" {
		t.Fatal(got)
	}
	for _, c := range []struct {
		name   string
		change func(*data.SalesPrice)
		want   string
	}{
		{"sales type and code", func(p *data.SalesPrice) { p.SalesType, p.SalesCode = data.ForAllCustomers, "" }, ""},
		{"sales code", func(p *data.SalesPrice) { p.SalesCode = "C21" }, ""},
		{"item", func(p *data.SalesPrice) { p.ItemNo = "TABLE" }, ""},
		{"variant", func(p *data.SalesPrice) { p.VariantCode = "RED" }, ""},
		{"currency", func(p *data.SalesPrice) { p.CurrencyCode = "EUR" }, ""},
		{"unit", func(p *data.SalesPrice) { p.UnitCode = "BOX" }, ""},
		{"minimum quantity", func(p *data.SalesPrice) { p.MinimumQuantity = 1 }, ""},
		{"starting date", func(p *data.SalesPrice) { p.StartingDate = "2026-01-01" }, ""},
		{"ending date", func(p *data.SalesPrice) { p.EndingDate = "2026-01-01" }, "m13-same-row at item_no"},
		{"price", func(p *data.SalesPrice) { p.UnitPrice = 2 }, "m13-same-row at item_no"},
		{"price includes VAT", func(p *data.SalesPrice) { p.PriceIncludesVAT, p.VATGroup = true, "DOM" }, "m13-same-row at item_no"},
		{"allow line disc.", func(p *data.SalesPrice) { p.AllowLineDisc = false }, "m13-same-row at item_no"},
		{"allow invoice disc.", func(p *data.SalesPrice) { p.AllowInvoiceDisc = true }, "m13-same-row at item_no"},
	} {
		t.Run(c.name, func(t *testing.T) {
			row := first
			c.change(&row)
			if got := save(row); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// T8 for discounts (7.2).
func TestKeyOfADiscount(t *testing.T) {
	s, _ := entryCompany(t)
	first := data.SalesLineDiscount{SalesType: data.ForCustomer, SalesCode: "C20", Code: "CHAIR", UnitCode: "PCS", LineDiscount: 1}
	save := func(row data.SalesLineDiscount) string {
		row.ID = 0
		_, err := pricing.SaveDiscount(s, &row)
		return refusal(t, err)
	}
	if got := save(first); got != "" {
		t.Fatal(got)
	}
	for _, c := range []struct {
		name   string
		change func(*data.SalesLineDiscount)
		want   string
	}{
		{"sales type and code", func(d *data.SalesLineDiscount) { d.SalesType, d.SalesCode = data.ForAllCustomers, "" }, ""},
		{"sales code", func(d *data.SalesLineDiscount) { d.SalesCode = "C21" }, ""},
		{"type", func(d *data.SalesLineDiscount) { d.Type, d.Code = data.DiscountItemGroup, "FURN" }, ""},
		{"code", func(d *data.SalesLineDiscount) { d.Code = "TABLE" }, ""},
		{"variant", func(d *data.SalesLineDiscount) { d.VariantCode = "RED" }, ""},
		{"currency", func(d *data.SalesLineDiscount) { d.CurrencyCode = "EUR" }, ""},
		{"unit", func(d *data.SalesLineDiscount) { d.UnitCode = "BOX" }, ""},
		{"minimum quantity", func(d *data.SalesLineDiscount) { d.MinimumQuantity = 1 }, ""},
		{"starting date", func(d *data.SalesLineDiscount) { d.StartingDate = "2026-01-01" }, ""},
		{"ending date", func(d *data.SalesLineDiscount) { d.EndingDate = "2026-01-01" }, "m13-same-row at code"},
		{"percentage", func(d *data.SalesLineDiscount) { d.LineDiscount = 2 }, "m13-same-row at code"},
	} {
		t.Run(c.name, func(t *testing.T) {
			row := first
			c.change(&row)
			if got := save(row); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestSavedRowsAreCompleted(t *testing.T) {
	s, _ := entryCompany(t)
	price := data.SalesPrice{SalesType: data.ForCampaign, SalesCode: "spring", ItemNo: "shelf", StartingDate: "2020-01-01"}
	if _, err := pricing.SavePrice(s, &price); err != nil {
		t.Fatal(err)
	}
	stored, err := data.SalesPrices.ByID(s.DB, price.ID)
	if err != nil || stored.StartingDate != "2026-03-01" || stored.EndingDate != "2026-03-31" || stored.SalesCode != "SPRING" {
		t.Errorf("CP-126: stored %+v, %v", stored, err)
	}
	price = data.SalesPrice{SalesType: data.ForAllCustomers, SalesCode: "X", ItemNo: "BOOK"}
	if _, err := pricing.SavePrice(s, &price); err != nil {
		t.Fatal(err)
	}
	if stored, err = data.SalesPrices.ByID(s.DB, price.ID); err != nil || stored.SalesCode != "" {
		t.Errorf("CP-110: stored %+v, %v", stored, err)
	}
	discount := data.SalesLineDiscount{SalesType: data.ForAllCustomers, Type: data.DiscountItemGroup, Code: "FURN", UnitCode: "PCS", MinimumQuantity: 1}
	if _, err := pricing.SaveDiscount(s, &discount); err != nil {
		t.Fatal(err)
	}
	if stored, err := data.SalesLineDiscounts.ByID(s.DB, discount.ID); err != nil || stored.UnitCode != "" {
		t.Errorf("CP-136: stored %+v, %v", stored, err)
	}
}

func TestNoticeOfOverlap(t *testing.T) { // CP-116, M-14
	s, _ := entryCompany(t)
	stored := data.SalesPrice{SalesType: data.ForCustomer, SalesCode: "C20", ItemNo: "CHAIR", StartingDate: "2026-02-01", EndingDate: "2026-02-28"}
	if _, err := pricing.SavePrice(s, &stored); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		change func(*data.SalesPrice)
		want   bool
	}{
		{"before", func(p *data.SalesPrice) { p.StartingDate, p.EndingDate = "2026-01-01", "2026-01-31" }, false},
		{"to the first day", func(p *data.SalesPrice) { p.StartingDate, p.EndingDate = "2026-01-01", "2026-02-01" }, true},
		{"within", func(p *data.SalesPrice) { p.StartingDate, p.EndingDate = "2026-02-10", "2026-02-12" }, true},
		{"from the last day, open", func(p *data.SalesPrice) { p.StartingDate, p.EndingDate = "2026-02-28", "" }, true},
		{"after", func(p *data.SalesPrice) { p.StartingDate, p.EndingDate = "2026-03-01", "" }, false},
		{"always", func(p *data.SalesPrice) { p.StartingDate, p.EndingDate = "", "" }, true},
		{"always, other quantity", func(p *data.SalesPrice) { p.StartingDate, p.EndingDate, p.MinimumQuantity = "", "", 1 }, false},
		{"always, other customer", func(p *data.SalesPrice) { p.StartingDate, p.EndingDate, p.SalesCode = "", "", "C21" }, false},
		{"always, other currency", func(p *data.SalesPrice) { p.StartingDate, p.EndingDate, p.CurrencyCode = "", "", "EUR" }, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			row := stored
			row.ID = 0
			c.change(&row)
			notices, err := pricing.SavePrice(s, &row)
			if err != nil || (len(notices) == 1 && notices[0].Key == "m14-overlap") != c.want {
				t.Errorf("%v, %v", notices, err)
			}
			discount := data.SalesLineDiscount{SalesType: row.SalesType, SalesCode: row.SalesCode, Code: "CHAIR", CurrencyCode: row.CurrencyCode,
				MinimumQuantity: row.MinimumQuantity, StartingDate: row.StartingDate, EndingDate: row.EndingDate}
			other := data.SalesLineDiscount{SalesType: data.ForCustomer, SalesCode: "C20", Code: "CHAIR", StartingDate: "2026-02-01", EndingDate: "2026-02-28"}
			if _, err := pricing.SaveDiscount(s, &other); err != nil {
				t.Fatal(err)
			}
			notices, err = pricing.SaveDiscount(s, &discount)
			if err != nil || (len(notices) == 1) != c.want {
				t.Errorf("discount: %v, %v", notices, err)
			}
			for range 3 { // back to the one stored row
				if _, err := s.DB.Undo(context.Background()); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// T10, CP-155…159.
func TestWhomToCopyTo(t *testing.T) {
	s, _ := entryCompany(t)
	customer, group, campaign := data.ForCustomer, data.ForGroup, data.ForCampaign
	for _, c := range []struct {
		name   string
		filter *data.SalesType
		code   string
		want   string // the code or the refusal
	}{
		{"no sales type", nil, "C20", "m17-filter-by-customer at sales_type"},
		{"another sales type", &group, "RETAIL", "m17-filter-by-customer at sales_type"},
		{"no code", &customer, "", "m18-one-customer at sales_code"},
		{"two customers", &customer, "C20|C21", "m18-one-customer at sales_code"},
		{"a pattern for several", &customer, "C2*", "m18-one-customer at sales_code"},
		{"nobody", &customer, "GONE", "m18-one-customer at sales_code"},
		{"one customer", &customer, "c20", "C20"},
		{"a pattern for one", &customer, "*20", "C20"},
		{"one campaign", &campaign, "LOYAL", "LOYAL"},
		{"two campaigns", &campaign, "*", "copy-to-one-campaign at sales_code"},
	} {
		t.Run(c.name, func(t *testing.T) {
			to, err := pricing.CopyTarget(s, c.filter, c.code)
			got := to.Code
			if err != nil {
				got = refusal(t, err)
			}
			if got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestCopyPrices(t *testing.T) { // CP-158: everything but the customer is kept, what exists is skipped
	s, _ := entryCompany(t)
	whole := data.SalesPrice{SalesType: data.ForCustomer, SalesCode: "C40", ItemNo: "CHAIR", VariantCode: "RED", CurrencyCode: "EUR", UnitCode: "BOX", MinimumQuantity: 3,
		UnitPrice: 7, StartingDate: "2026-01-01", EndingDate: "2026-12-31", PriceIncludesVAT: true, VATGroup: "DOM", AllowInvoiceDisc: true}
	exists := data.SalesPrice{SalesType: data.ForCustomer, SalesCode: "C21", ItemNo: "TABLE", UnitPrice: 1}
	own := data.SalesPrice{SalesType: data.ForCustomer, SalesCode: "C20", ItemNo: "TABLE", UnitPrice: 2, AllowLineDisc: true}
	rows := []data.SalesPrice{whole, exists, own}
	for i := range rows {
		if _, err := pricing.SavePrice(s, &rows[i]); err != nil {
			t.Fatal(err)
		}
	}
	notices, err := pricing.CopyPrices(s, rows[:2], data.Buyer{Type: data.ForCustomer, Code: "C20"})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]data.Message{data.Msg("rows-copied", 1, 1)}, notices); diff != "" {
		t.Errorf("notices (-want +got):\n%s", diff)
	}
	got, err := data.SalesPrices.Select(s.DB, data.View{Fixed: []data.Cond{data.Equal("sales_type", data.ForCustomer), data.Equal("sales_code", "C20")}})
	if err != nil {
		t.Fatal(err)
	}
	for i := range got {
		got[i].ID = 0
	}
	whole.SalesCode = "C20"
	if diff := cmp.Diff([]data.SalesPrice{whole, own}, got); diff != "" {
		t.Errorf("C20's rows (-want +got):\n%s", diff)
	}
	if name, err := s.DB.Undo(context.Background()); err != nil || name.Key != "prices-copied" {
		t.Errorf("undone: %v, %v", name, err)
	}
}

func TestCopyToACampaign(t *testing.T) { // CP-159
	s, _ := entryCompany(t)
	spring := data.View{Fixed: []data.Cond{data.Equal("sales_type", data.ForCampaign), data.Equal("sales_code", "SPRING")}}
	prices, err := data.SalesPrices.Select(s.DB, spring)
	if err != nil {
		t.Fatal(err)
	}
	discounts, err := data.SalesLineDiscounts.Select(s.DB, spring)
	if err != nil {
		t.Fatal(err)
	}
	to := data.Buyer{Type: data.ForCampaign, Code: "LOYAL"}
	if _, err := pricing.CopyPrices(s, prices, to); err != nil {
		t.Fatal(err)
	}
	notices, err := pricing.CopyDiscounts(s, discounts, to)
	if err != nil || notices[0].Args[0] != 2 {
		t.Fatalf("%v, %v", notices, err)
	}
	loyal := data.View{Fixed: []data.Cond{data.Equal("sales_type", data.ForCampaign), data.Equal("sales_code", "LOYAL")}}
	got, err := data.SalesPrices.Select(s.DB, loyal)
	if err != nil || len(got) != len(prices)+1 {
		t.Fatalf("%d rows, %v", len(got), err)
	}
	for _, row := range got {
		if row.StartingDate != "2026-01-01" || row.EndingDate != "" {
			t.Errorf("%s has the dates %s..%s", row.ItemNo, row.StartingDate, row.EndingDate)
		}
	}
}

func TestCodeFilters(t *testing.T) { // CP-147, M-16
	s, _ := entryCompany(t)
	for expression, want := range map[string]string{"": "", "CH*": "", "CHAIR|GONE": "", "GONE": "m16-filter-matches-nothing at "} {
		if got := refusal(t, pricing.CheckFilter(s, data.Items, "no", expression)); got != want {
			t.Errorf("filter %q: %q, want %q", expression, got, want)
		}
	}
}

func TestListPriceOfARow(t *testing.T) { // CP-125
	s, _ := entryCompany(t)
	for _, c := range []struct {
		name string
		row  data.SalesPrice
		want string
	}{
		{"as on the card", data.SalesPrice{ItemNo: "CHAIR", UnitCode: "PCS"}, "1000"},
		{"per BOX", data.SalesPrice{ItemNo: "CHAIR", UnitCode: "BOX"}, "4000"},
		{"without a unit, per base unit", data.SalesPrice{ItemNo: "CABLE"}, "9.99"},
		{"in EUR", data.SalesPrice{ItemNo: "CHAIR", UnitCode: "PCS", CurrencyCode: "EUR"}, "88.88889"},
		{"incl. VAT", data.SalesPrice{ItemNo: "CHAIR", UnitCode: "PCS", PriceIncludesVAT: true, VATGroup: "DOM"}, "1250"},
		{"excl. VAT of a card incl. VAT", data.SalesPrice{ItemNo: "LAMP", UnitCode: "PCS"}, "199.2"},
		{"no item", data.SalesPrice{}, ""},
		{"no such unit", data.SalesPrice{ItemNo: "CHAIR", UnitCode: "M"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, ok := pricing.Enter(s.DB, s.Setup).ListPrice(&c.row, day)
			if ok != (c.want != "") || ok && got != amount(c.want) {
				t.Errorf("%s, %t; want %q", got, ok, c.want)
			}
		})
	}
}
