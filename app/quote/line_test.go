package quote_test

import (
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/pricing"
	"campaigndesk/app/quote"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

func TestFieldsOfALine(t *testing.T) {
	for _, c := range []struct {
		name   string
		party  string
		fields []typed
		want   string
	}{
		{"an item comes with its unit and price", "C22", []typed{item("CHAIR")}, "0 PCS CHAIR at 980, 3 %: 0"},
		{"in its sales unit if it has one (CP-233)", "C22", []typed{item("HOSE"), quantity("2")}, "2 DRUM HOSE at 1000, 0 %: 2000"},
		{"quantity before item", "C10", []typed{quantity("10"), item("CHAIR")}, "10 PCS CHAIR at 850 SPRING, 7 %: 7905"},
		{"quantity steps", "C10", []typed{item("CHAIR"), quantity("1"), quantity("10")}, "10 PCS CHAIR at 850 SPRING, 7 %: 7905"},
		{"a return (CP-211)", "C10", []typed{item("CHAIR"), quantity("-10")}, "-10 PCS CHAIR at 850 SPRING, 7 %: -7905"},
		{"unit", "C10", []typed{item("CHAIR"), quantity("2"), unit("BOX")}, "2 BOX CHAIR at 3500 SPRING, 5 % SPRING: 6650"},
		{"a blank unit is the item's own", "C10", []typed{item("CHAIR"), quantity("2"), unit("BOX"), unit("")}, "2 PCS CHAIR at 900 SPRING, 5 % SPRING: 1710"},
		{"variant", "C10", []typed{item("CHAIR"), quantity("1"), variant("RED")}, "1 PCS CHAIR RED at 900 SPRING, 5 % SPRING: 855"},
		{"groups of the quote (CP-208)", "C21", []typed{item("CHAIR"), quantity("1")}, "1 PCS CHAIR at 940, 0 %: 940"},
		{"groups of the line's own", "C22", []typed{item("CHAIR"), quantity("1"), groups("", "GOLD")}, "1 PCS CHAIR at 980, 8 %: 901.6"},
		{"a contact whose company is targeted", "CT501", []typed{item("CHAIR"), quantity("1")}, "1 PCS CHAIR at 900 SPRING, 5 % SPRING: 855"},
		{"the card's price converted", "C40", []typed{item("TABLE"), quantity("1")}, "1 PCS TABLE at 266.66667, 3 %: 258.67"},

		{"a typed price", "C10", []typed{item("CHAIR"), quantity("1"), price("700")}, "1 PCS CHAIR at 700*, 5 % SPRING: 665"},
		{"stays when the variant changes", "C10", []typed{item("CHAIR"), quantity("1"), price("700"), variant("RED")}, "1 PCS CHAIR RED at 700*, 5 % SPRING: 665"},
		{"stays when the groups change", "C22", []typed{item("CHAIR"), quantity("1"), price("700"), groups("RETAIL", "")}, "1 PCS CHAIR at 700*, 0 %: 700"},
		{"0 is a price", "C10", []typed{item("CHAIR"), quantity("1"), price("0"), quantity("3")}, "3 PCS CHAIR at 0*, 5 % SPRING: 0"},
		{"another item forgets it", "C10", []typed{item("CHAIR"), quantity("3"), price("700"), discount("50"), item("CABLE")}, "3 M CABLE at 9.99, 0 %: 29.97"},
		{"a typed discount", "C10", []typed{item("CHAIR"), quantity("1"), discount("12.5")}, "1 PCS CHAIR at 900 SPRING, 12.5 %*: 787.5"},
		{"no discount is a discount", "C10", []typed{item("CHAIR"), quantity("1"), discount("0"), quantity("2")}, "2 PCS CHAIR at 900 SPRING, 0 %*: 1800"},
		{"discount amount (CP-238)", "C10", []typed{item("CHAIR"), quantity("2"), discountAmount("100")}, "2 PCS CHAIR at 900 SPRING, 5.55556 %*: 1700"},
		{"line amount (CP-238)", "C10", []typed{item("CHAIR"), quantity("3"), lineAmount("2000")}, "3 PCS CHAIR at 900 SPRING, 25.92593 %*: 2000"},
		{"line amount of a return", "C10", []typed{item("CHAIR"), quantity("-3"), lineAmount("-2000")}, "-3 PCS CHAIR at 900 SPRING, 25.92593 %*: -2000"},
		{"amounts are rounded to the currency's precision", "C10", []typed{item("CABLE"), quantity("3.333"), discount("3.33333")}, "3.333 M CABLE at 9.99, 3.33333 %*: 32.19"},
		{"no item, nothing to price", "C10", []typed{quantity("3"), unit("PCS"), variant("")}, "3 PCS  at 0, 0 %: 0"},
		{"the item taken away again", "C10", []typed{item("CHAIR"), quantity("3"), item("")}, "3   at 0, 0 %: 0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			h := quoteFor(t, s, c.party)
			l := quote.NewLine(&h)
			for _, field := range c.fields {
				do(t, field(s, &l))
			}
			if diff := cmp.Diff(c.want, inWords(l)); diff != "" {
				t.Errorf("line (-want +got):\n%s", diff)
			}
		})
	}
}

func TestFieldsRefuse(t *testing.T) {
	for _, c := range []struct {
		name        string
		field       typed
		key, column string
	}{
		{"an unknown item", item("NONE"), "item-missing", "item_no"},
		{"an item of unknown VAT", item("RUG"), "quote-no-price", "item_no"},
		{"a variant of another item", variant("NONE"), "variant-of-item-missing", "variant_code"},
		{"a unit of another item", unit("DRUM"), "unit-of-item-missing", "unit_code"},
		{"a negative price", price("-1"), "must-not-be-negative", "unit_price"},
		{"a negative discount", discount("-1"), "must-be-a-percentage", "line_discount"},
		{"more than everything off", discount("100.00001"), "must-be-a-percentage", "line_discount"},
		{"a discount amount above the whole", discountAmount("1800.01"), "discount-out-of-range", "line_discount_amount"},
		{"a negative discount amount", discountAmount("-1"), "discount-out-of-range", "line_discount_amount"},
		{"a line amount above the whole", lineAmount("1800.01"), "discount-out-of-range", "line_amount"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			l := addLine(t, s, quoteFor(t, s, "C10"), "CHAIR", "2")
			refused(t, c.field(s, &l), c.key, c.column)
		})
	}
}

func TestDescriptions(t *testing.T) {
	s := newDesk(t)
	l := addLine(t, s, quoteFor(t, s, "C10"), "CHAIR", "1")
	for _, c := range []struct {
		variant data.VariantCode
		want    string
	}{{"", "Item CHAIR"}, {"RED", "Red chair"}, {"BLUE", "Item CHAIR"}, {"RED", "Red chair"}, {"", "Item CHAIR"}} {
		do(t, variant(c.variant)(s, &l))
		if l.Description != c.want {
			t.Errorf("variant %q: %q, want %q", c.variant, l.Description, c.want)
		}
	}
	if l.AllowInvoiceDisc {
		t.Error("the campaign's price row allows no invoice discount (CP-230)")
	}
}

func TestLinesAreStoredInTheirPlace(t *testing.T) {
	s := newDesk(t)
	h := quoteFor(t, s, "C22")
	first := addLine(t, s, h, "CHAIR", "1")
	addLine(t, s, h, "TABLE", "1")
	between, top := quote.NewLine(&h), quote.NewLine(&h)
	do(t, item("CABLE")(s, &between))
	do(t, item("LAMP")(s, &top))
	apptest.Undoes(t, s, func() {
		do(t, quote.AddLine(s, &between, &first))
		do(t, quote.AddLine(s, &top, nil))
	})
	var order []data.ItemNo
	for _, l := range linesOf(t, s, h.No) {
		order = append(order, l.ItemNo)
	}
	if diff := cmp.Diff([]data.ItemNo{"LAMP", "CHAIR", "CABLE", "TABLE"}, order); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
	if got := apptest.Get(t, s, data.QuoteHeaders, h.No).Amount; got != amount("3860.6") {
		t.Errorf("the quote comes to %s", got)
	}
	apptest.Undoes(t, s, func() { change(t, s, first, quantity("2")) })
	apptest.Undoes(t, s, func() { do(t, quote.DeleteLines(s, []data.QuoteLine{first, between})) })
	if got := stored(t, s, h.No); len(got) != 2 {
		t.Errorf("left: %v", got)
	}
}

func TestLinesRefuseToBeStored(t *testing.T) {
	for _, c := range []struct {
		name        string
		spoil       func(*data.QuoteLine)
		key, column string
	}{
		{"without an item", func(l *data.QuoteLine) { l.ItemNo = "" }, "must-not-be-blank", "item_no"},
		{"with an unknown item", func(l *data.QuoteLine) { l.ItemNo = "NONE" }, "item-missing", "item_no"},
		{"with a unit of another item", func(l *data.QuoteLine) { l.UnitCode = "M" }, "unit-of-item-missing", "unit_code"},
		{"with an unknown variant", func(l *data.QuoteLine) { l.VariantCode = "PINK" }, "variant-of-item-missing", "variant_code"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			before := addLine(t, s, quoteFor(t, s, "C10"), "CHAIR", "1")
			after := before
			c.spoil(&after)
			apptest.Undoes(t, s, func() {
				refused(t, quote.SaveLine(s, &before, &after), c.key, c.column)
				after.ID = 0
				refused(t, quote.AddLine(s, &after, &before), c.key, c.column)
			})
		})
	}
}

func TestBestPrice(t *testing.T) { // CP-205
	for _, asBC := range []bool{false, true} {
		s := newDesk(t)
		s.Setup.BCOverwriting = asBC
		h := quoteFor(t, s, "C10")
		chair := change(t, s, addLine(t, s, h, "CHAIR", "1"), price("700"))
		table := change(t, s, addLine(t, s, h, "TABLE", "1"), discount("12"))
		change(t, s, addLine(t, s, h, "TABLE", "2"), price("1000"))
		apptest.Undoes(t, s, func() { do(t, quote.BestPrice(s, []data.QuoteLine{chair, table})) })
		want := []string{"1 PCS CHAIR at 900 SPRING, 5 % SPRING: 855", "1 PCS TABLE at 3000, 3 %: 2910", "2 PCS TABLE at 1000*, 3 %: 1940"}
		if diff := cmp.Diff(want, stored(t, s, h.No)); diff != "" {
			t.Errorf("lines (-want +got):\n%s", diff)
		}
	}
}

func TestBestPriceLooksAtTheLinesOwnGroups(t *testing.T) { // CP-208
	s := newDesk(t)
	h := quoteFor(t, s, "C22")
	l := change(t, s, addLine(t, s, h, "CHAIR", "1"), groups("", "GOLD"), price("500"))
	do(t, quote.BestPrice(s, []data.QuoteLine{l}))
	if diff := cmp.Diff([]string{"1 PCS CHAIR at 980, 8 %: 901.6"}, stored(t, s, h.No)); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
}

func TestRecalculate(t *testing.T) {
	s := newDesk(t)
	h := quoteFor(t, s, "C10")
	addLine(t, s, h, "CHAIR", "1")
	change(t, s, addLine(t, s, h, "CHAIR", "10"), price("700"))
	deactivate(t, s)
	apptest.Undoes(t, s, func() { do(t, quote.Recalculate(s, &h)) })
	want := []string{"1 PCS CHAIR at 920, 3 %: 892.4", "10 PCS CHAIR at 700*, 7 %: 6510"}
	if diff := cmp.Diff(want, stored(t, s, h.No)); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
	apptest.Undoes(t, s, func() { do(t, quote.Recalculate(s, &h)) }) // changes nothing
}

func TestRecalculationThatFailsChangesNothing(t *testing.T) {
	s := newDesk(t)
	h := quoteFor(t, s, "C10")
	addLine(t, s, h, "CHAIR", "1")
	addLine(t, s, h, "LAMP", "1")
	deactivate(t, s)
	lamp := apptest.Get(t, s, data.Items, data.ItemNo("LAMP"))
	lamp.PriceVATGroup = "NONE"
	do(t, s.Write(data.Msg("test"), func(tx *data.Tx) error { return data.Items.Update(tx, &lamp) }))
	apptest.Undoes(t, s, func() { refused(t, quote.Recalculate(s, &h), "quote-no-price", "item_no") })
}

func TestLineOfAsksWithTheTermsThatTheQuoteKeeps(t *testing.T) {
	s := newDesk(t)
	h := quoteFor(t, s, "C40")
	l := addLine(t, s, h, "CHAIR", "1")
	customer := apptest.Get(t, s, data.Customers, data.CustomerNo("C40"))
	customer.CurrencyCode, customer.DiscGroup = "", "GOLD"
	do(t, s.Write(data.Msg("test"), func(tx *data.Tx) error { return data.Customers.Update(tx, &customer) }))
	line, err := quote.LineOf(s, &h, &l)
	do(t, err)
	book, err := pricing.Load(s.DB, s.Setup, []data.ItemNo{l.ItemNo})
	do(t, err)
	got := book.Explain(&line)
	if got.UnitPrice != l.UnitPrice || got.Discount != l.LineDiscount || line.Date != "2026-03-10" {
		t.Errorf("%s, %s %% on %s, want what stands on the line: %s", got.UnitPrice, got.Discount, line.Date, inWords(l))
	}
}

func TestRowCounts(t *testing.T) { // CP-254
	for _, c := range []struct {
		name, party       string
		item              data.ItemNo
		prices, discounts int
	}{
		{"a row whose minimum is not reached counts", "C22", "CABLE", 1, 0},
		{"rows of other parties, units and days do not", "C10", "CHAIR", 4, 3},
		{"only the card's price", "C22", "LAMP", 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			h := quoteFor(t, s, c.party)
			l := addLine(t, s, h, c.item, "1")
			prices, discounts, err := quote.RowCounts(s, &h, &l)
			do(t, err)
			if prices != c.prices || discounts != c.discounts {
				t.Errorf("%d prices and %d discounts, want %d and %d", prices, discounts, c.prices, c.discounts)
			}
		})
	}
}

func TestEveryDayButNoneIsTheWorkDate(t *testing.T) { // CP-210
	s := newDesk(t)
	before := quoteFor(t, s, "C10")
	after := before
	after.OrderDate = ""
	_, err := quote.Save(s, &before, &after, false)
	do(t, err)
	for _, c := range []struct {
		day  data.Date
		want string
	}{{"2026-03-31", "1 PCS CHAIR at 900 SPRING, 5 % SPRING: 855"}, {"2026-04-01", "1 PCS CHAIR at 920, 3 %: 892.4"}} {
		s.WorkDate = c.day
		if got := inWords(addLine(t, s, after, "CHAIR", "1")); got != c.want {
			t.Errorf("on %s: %s, want %s", c.day, got, c.want)
		}
	}
}

// pickDesk has the quote of a customer with one line of a chair.
func pickDesk(t *testing.T, party, quantity string) (*app.Session, data.QuoteLine) {
	t.Helper()
	s := newDesk(t)
	return s, addLine(t, s, quoteFor(t, s, party), "CHAIR", quantity)
}
