package quote_test

import (
	"fmt"
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/quote"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestCreate(t *testing.T) {
	for _, c := range []struct {
		name  string
		given func(*data.QuoteHeader)
		want  data.QuoteHeader
	}{
		{"number, work date and salesperson", func(*data.QuoteHeader) {},
			data.QuoteHeader{No: "SQ00001", NoSeries: "QUOTE", OrderDate: "2026-03-10", SalespersonCode: "JL"}},
		{"another date", func(h *data.QuoteHeader) { h.OrderDate = "2026-04-01" },
			data.QuoteHeader{No: "SQ00001", NoSeries: "QUOTE", OrderDate: "2026-04-01", SalespersonCode: "JL"}},
		{"what was cleared is filled again", func(h *data.QuoteHeader) { h.OrderDate, h.SalespersonCode = "", "" },
			data.QuoteHeader{No: "SQ00001", NoSeries: "QUOTE", OrderDate: "2026-03-10", SalespersonCode: "JL"}},
		{"a typed number", func(h *data.QuoteHeader) { h.No = "FAIR-1" },
			data.QuoteHeader{No: "FAIR-1", OrderDate: "2026-03-10", SalespersonCode: "JL"}},
		{"another salesperson and a campaign", func(h *data.QuoteHeader) { h.SalespersonCode, h.CampaignNo = "MK", "SPRING" },
			data.QuoteHeader{No: "SQ00001", NoSeries: "QUOTE", OrderDate: "2026-03-10", SalespersonCode: "MK", CampaignNo: "SPRING"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			h := quote.New(s)
			c.given(&h)
			apptest.Undoes(t, s, func() {
				_, err := quote.Create(s, &h)
				do(t, err)
			})
			c.want.VATGroup, c.want.AllowLineDisc = "DOM", true // the terms of nobody yet
			c.want.ExchangeRateAmount, c.want.RelationalAmount = data.One, data.One
			if diff := cmp.Diff(c.want, apptest.Get(t, s, data.QuoteHeaders, c.want.No), cmpopts.IgnoreFields(data.QuoteHeader{}, "ID")); diff != "" {
				t.Errorf("stored (-want +got):\n%s", diff)
			}
		})
	}
}

func TestHeadersRefuse(t *testing.T) {
	for _, c := range []struct {
		name        string
		change      func(*app.Session, *data.QuoteHeader) error
		key, column string
	}{
		{"an unknown salesperson", set(func(h *data.QuoteHeader) { h.SalespersonCode = "XX" }), "salesperson-missing", "salesperson_code"},
		{"a blocked salesperson", set(func(h *data.QuoteHeader) { h.SalespersonCode = "OUT" }), "salesperson-blocked", "salesperson_code"},
		{"an unknown campaign", set(func(h *data.QuoteHeader) { h.CampaignNo = "NONE" }), "campaign-missing", "campaign_no"},
		{"an unknown customer", customerOf("NONE"), "customer-missing", "customer_no"},
		{"an unknown contact", contactOf("NONE"), "contact-missing", "contact_no"},
		{"CO-60 a contact whose privacy is blocked", contactOf("CT700"), "contact-privacy-blocked", "contact_no"},
		{"an unknown currency", currencyOf("XXX"), "currency-missing", "currency_code"},
		{"a currency without a rate", currencyOf("USD"), "rate-missing", "currency_code"},
		{"a customer in a currency without a rate", customerOf("C99"), "rate-missing", "currency_code"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			before := quoteFor(t, s, "C22")
			save := func(after *data.QuoteHeader) error {
				_, err := quote.Save(s, &before, after, false)
				return err
			}
			create := func(h *data.QuoteHeader) error {
				h.ID, h.No = 0, ""
				_, err := quote.Create(s, h)
				return err
			}
			for _, store := range []func(*data.QuoteHeader) error{save, create} {
				apptest.Undoes(t, s, func() {
					h := before
					err := c.change(s, &h)
					if err == nil {
						err = store(&h)
					}
					refused(t, err, c.key, c.column)
				})
			}
		})
	}
}

// set fills in a field that brings nothing with it.
func set(field func(*data.QuoteHeader)) func(*app.Session, *data.QuoteHeader) error {
	return func(_ *app.Session, h *data.QuoteHeader) error {
		field(h)
		return nil
	}
}

func customerOf(no data.CustomerNo) func(*app.Session, *data.QuoteHeader) error {
	return func(s *app.Session, h *data.QuoteHeader) error {
		h.CustomerNo = no
		return quote.CustomerEntered(s, h)
	}
}

func contactOf(no data.ContactNo) func(*app.Session, *data.QuoteHeader) error {
	return func(s *app.Session, h *data.QuoteHeader) error {
		h.ContactNo = no
		return quote.ContactEntered(s, h)
	}
}

func currencyOf(code data.CurrencyCode) func(*app.Session, *data.QuoteHeader) error {
	return func(s *app.Session, h *data.QuoteHeader) error {
		h.CurrencyCode = code
		return quote.CurrencyEntered(s, h)
	}
}

// party is the part of a header that its party decides.
func party(h data.QuoteHeader) string {
	words := fmt.Sprintf("%s/%s %s, %s", h.CustomerNo, h.ContactNo, h.Name, h.SalespersonCode)
	if h.PriceGroup != "" || h.DiscGroup != "" {
		words += fmt.Sprintf(", %s/%s", h.PriceGroup, h.DiscGroup)
	}
	if h.CurrencyCode != "" {
		words += fmt.Sprintf(", %s %s=%s", h.CurrencyCode, h.ExchangeRateAmount, h.RelationalAmount)
	}
	words += ", " + string(h.VATGroup)
	if h.PricesIncludingVAT {
		words += " incl."
	}
	if !h.AllowLineDisc {
		words += ", no line discounts"
	}
	return words
}

func TestAPartyFillsTheHeader(t *testing.T) { // CP-206…212, OQ-5
	type step = func(*app.Session, *data.QuoteHeader) error
	for _, c := range []struct {
		name  string
		steps []step
		want  string
	}{
		{"a customer with a contact and a salesperson", []step{customerOf("C10")}, "C10/CT10 Customer C10, MK, DOM"},
		{"a customer with groups; its blocked salesperson is not assigned", []step{customerOf("C20")}, "C20/ Customer C20, JL, RETAIL/GOLD, DOM"},
		{"a customer with VAT in the prices and no line discounts", []step{customerOf("C30")}, "C30/ Customer C30, JL, DOM incl., no line discounts"},
		{"a customer in another currency", []step{customerOf("C40")}, "C40/ Customer C40, JL, EUR 100=1125, EXP"},
		{"a contact has the terms of Setup", []step{contactOf("CT600")}, "/CT600 Handel 600, JL, SETUP/GOLD, DOM"},
		{"a person of a company that is no customer", []step{contactOf("CT501")}, "/CT501 Eva Ek, MK, SETUP/GOLD, DOM"},
		{"a company that is a customer", []step{contactOf("CT10")}, "C10/CT10 Customer C10, MK, DOM"},
		{"a person of a customer", []step{contactOf("CT11")}, "C10/CT11 Customer C10, MK, DOM"},
		{"a person of the customer chosen already", []step{customerOf("C10"), contactOf("CT11")}, "C10/CT11 Customer C10, MK, DOM"},
		{"the customer of the person chosen already", []step{contactOf("CT11"), customerOf("C10")}, "C10/CT11 Customer C10, MK, DOM"},
		{"another customer than the contact's", []step{contactOf("CT11"), customerOf("C40")}, "C40/ Customer C40, MK, EUR 100=1125, EXP"},
		{"a contact that is no customer after a customer", []step{customerOf("C40"), contactOf("CT600")}, "/CT600 Handel 600, JL, SETUP/GOLD, DOM"},
		{"a customer after a contact that is none", []step{contactOf("CT600"), customerOf("C22")}, "C22/ Customer C22, JL, DOM"},
		{"a customer needs no contact", []step{customerOf("C10"), contactOf("")}, "C10/ Customer C10, MK, DOM"},
		{"nobody again", []step{customerOf("C40"), customerOf("")}, "/ , JL, SETUP/GOLD, DOM"},
		{"no contact again", []step{contactOf("CT600"), contactOf("")}, "/ , JL, SETUP/GOLD, DOM"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			apptest.Add(t, s, data.CustomerPriceGroups, data.PriceGroup{Code: "SETUP"})
			s.Setup.QuotePriceGroup, s.Setup.QuoteDiscGroup = "SETUP", "GOLD"
			h := quote.New(s)
			for _, step := range c.steps {
				do(t, step(s, &h))
			}
			if diff := cmp.Diff(c.want, party(h)); diff != "" {
				t.Errorf("header (-want +got):\n%s", diff)
			}
			_, err := quote.Create(s, &h)
			do(t, err)
		})
	}
}

func TestANewQuoteForAPartyIsOneCommand(t *testing.T) {
	s := newDesk(t)
	for _, no := range []string{"C40", "CT600", "CT11"} {
		apptest.Undoes(t, s, func() { quoteFor(t, s, no) })
	}
	want := []string{"C40/ Customer C40, JL, EUR 100=1125, EXP", "/CT600 Handel 600, JL, DOM", "C10/CT11 Customer C10, MK, DOM"}
	var got []string
	for _, h := range apptest.All(t, s, data.QuoteHeaders) {
		got = append(got, party(h))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("quotes (-want +got):\n%s", diff)
	}
}

func TestTheRateOfTheOrderDateIsKept(t *testing.T) { // CP-212
	s := newDesk(t)
	h := quoteFor(t, s, "C40")
	addLine(t, s, h, "CHAIR", "1")
	apptest.Add(t, s, data.ExchangeRates, data.ExchangeRate{CurrencyCode: "EUR", StartingDate: "2026-03-05", ExchangeRateAmount: amount("100"), RelationalAmount: amount("1000")})
	addLine(t, s, h, "CHAIR", "2")
	do(t, quote.Recalculate(s, &h))
	want := []string{"1 PCS CHAIR at 87.11111, 3 %: 84.5", "2 PCS CHAIR at 87.11111, 3 %: 168.99"}
	if diff := cmp.Diff(want, stored(t, s, h.No)); diff != "" {
		t.Errorf("at the kept rate (-want +got):\n%s", diff)
	}
	after := apptest.Get(t, s, data.QuoteHeaders, h.No)
	before := after
	do(t, quote.CurrencyEntered(s, &after))
	var notices []data.Message
	apptest.Undoes(t, s, func() {
		var err error
		notices, err = quote.Save(s, &before, &after, false)
		do(t, err)
	})
	want = []string{"1 PCS CHAIR at 98, 3 %: 95.06", "2 PCS CHAIR at 98, 3 %: 190.12"}
	if diff := cmp.Diff(want, stored(t, s, h.No)); diff != "" {
		t.Errorf("after the currency was entered again (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"quote-rebuilt"}, keys(notices)); diff != "" {
		t.Errorf("notices (-want +got):\n%s", diff)
	}
}

// What a change of the header does to a line at a calculated price, to one at a typed price and to one with a typed
// discount.
func TestHeaderChanges(t *testing.T) {
	unchanged := []string{"10 PCS CHAIR at 850 SPRING, 7 %: 7905", "1 PCS CHAIR at 700*, 5 % SPRING: 665", "1 PCS TABLE at 3000, 12 %*: 2640"}
	for _, c := range []struct {
		name   string
		change func(*app.Session, *data.QuoteHeader) error
		asks   int      // how many lines the question is about
		lines  []string // after Yes, or when nobody asks
		notice string
	}{
		{name: "another customer builds the lines anew (CP-200)", change: customerOf("C20"), notice: "quote-rebuilt-typed",
			lines: []string{"10 PCS CHAIR at 980, 8 %: 9016", "1 PCS CHAIR at 980, 8 %: 901.6", "1 PCS TABLE at 3000, 8 %: 2760"}},
		{name: "a contact that is no customer does too", change: contactOf("CT600"), notice: "quote-rebuilt-typed",
			lines: []string{"10 PCS CHAIR at 980, 3 %: 9506", "1 PCS CHAIR at 980, 3 %: 950.6", "1 PCS TABLE at 3000, 3 %: 2910"}},
		{name: "another currency does too", change: currencyOf("EUR"), notice: "quote-rebuilt-typed",
			lines: []string{"10 PCS CHAIR at 75.55556 SPRING, 7 %: 702.67", "1 PCS CHAIR at 80 SPRING, 5 % SPRING: 76", "1 PCS TABLE at 266.66667, 3 %: 258.67"}},
		{name: "prices that include VAT do too", change: set(func(h *data.QuoteHeader) { h.PricesIncludingVAT = true }), notice: "quote-rebuilt-typed",
			lines: []string{"10 PCS CHAIR at 1062.5 SPRING, 7 %: 9881.25", "1 PCS CHAIR at 1125 SPRING, 5 % SPRING: 1068.75", "1 PCS TABLE at 3750, 3 %: 3637.5"}},
		{name: "another person of the customer changes no line", change: contactOf("CT11"), lines: unchanged},
		{name: "another order date asks; typed values stay (CP-201, CP-205)", change: set(func(h *data.QuoteHeader) { h.OrderDate = "2026-04-01" }), asks: 2,
			lines: []string{"10 PCS CHAIR at 920, 7 %: 8556", "1 PCS CHAIR at 700*, 3 %: 679", "1 PCS TABLE at 3000, 12 %*: 2640"}},
		{name: "another order date with the same prices asks nothing", change: set(func(h *data.QuoteHeader) { h.OrderDate = "2026-03-11" }), lines: unchanged},
		{name: "other groups ask, as the lines have them too", change: set(func(h *data.QuoteHeader) { h.DiscGroup = "GOLD" }), asks: 3,
			lines: []string{"10 PCS CHAIR at 850 SPRING, 8 %: 7820", "1 PCS CHAIR at 700*, 8 %: 644", "1 PCS TABLE at 3000, 12 %*: 2640"}},
		{name: "no line discounts at the card's price", change: set(func(h *data.QuoteHeader) { h.AllowLineDisc = false }), asks: 1, lines: unchanged},
		{name: "a campaign is for statistics only (CP-109)", change: set(func(h *data.QuoteHeader) { h.CampaignNo = "AUTUMN" }), lines: unchanged},
		{name: "the day it is valid until changes no line", change: set(func(h *data.QuoteHeader) { h.ValidUntil = "2026-05-01" }), lines: unchanged},
	} {
		for _, yes := range []bool{true, false} {
			t.Run(fmt.Sprintf("%s: %v", c.name, yes), func(t *testing.T) {
				s := newDesk(t)
				before := quoteFor(t, s, "C10")
				addLine(t, s, before, "CHAIR", "10")
				change(t, s, addLine(t, s, before, "CHAIR", "1"), price("700"))
				change(t, s, addLine(t, s, before, "TABLE", "1"), discount("12"))
				after := before
				do(t, c.change(s, &after))
				question, err := quote.AskRecalculate(s, &before, &after)
				do(t, err)
				want := c.lines
				if c.asks == 0 && question != nil || c.asks > 0 && (question == nil || question.Text.Args[0] != c.asks) {
					t.Errorf("question %v, want one about %d lines", question, c.asks)
				}
				if c.asks > 0 && !yes {
					want = unchanged
				}
				var notices []data.Message
				apptest.Undoes(t, s, func() {
					notices, err = quote.Save(s, &before, &after, question != nil && yes)
					do(t, err)
				})
				if diff := cmp.Diff(want, stored(t, s, before.No)); diff != "" {
					t.Errorf("lines (-want +got):\n%s", diff)
				}
				if got := keys(notices); c.notice == "" && got != nil || c.notice != "" && !cmp.Equal(got, []string{c.notice}) {
					t.Errorf("notices %v, want %q", got, c.notice)
				}
				if diff := cmp.Diff(after, apptest.Get(t, s, data.QuoteHeaders, after.No), cmpopts.IgnoreFields(data.QuoteHeader{}, "Amount")); diff != "" {
					t.Errorf("header (-want +got):\n%s", diff)
				}
			})
		}
	}
}

func TestBCOverwritingRecalculatesTypedValuesToo(t *testing.T) { // CP-203, CP-204
	s := newDesk(t)
	s.Setup.BCOverwriting = true
	h := quoteFor(t, s, "C22")
	change(t, s, addLine(t, s, h, "LAMP", "1"), price("180"), discount("10"))
	do(t, quote.Recalculate(s, &h))
	if diff := cmp.Diff([]string{"1 PCS LAMP at 199.2, 0 %: 199.2"}, stored(t, s, h.No)); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
}

func TestRename(t *testing.T) {
	s := newDesk(t)
	before := quoteFor(t, s, "C10")
	addLine(t, s, before, "CHAIR", "1")
	after := before
	after.No = "FAIR-1"
	if q := quote.AskBeforeRename(&before, &after); q == nil || q.Text.Key != "quote-rename-question" {
		t.Errorf("question %v", q)
	}
	apptest.Undoes(t, s, func() {
		_, err := quote.Save(s, &before, &after, false)
		do(t, err)
	})
	h := apptest.Get(t, s, data.QuoteHeaders, data.QuoteNo("FAIR-1"))
	if lines := stored(t, s, "FAIR-1"); len(lines) != 1 || h.NoSeries != "" || h.Amount != amount("855") {
		t.Errorf("renamed quote has series %q, amount %s and lines %v", h.NoSeries, h.Amount, lines)
	}
	if q := quote.AskBeforeRename(&after, &after); q != nil {
		t.Errorf("question %v without a new number", q)
	}
}

func TestRenameWhileBuildingAnew(t *testing.T) {
	s := newDesk(t)
	before := quoteFor(t, s, "C10")
	addLine(t, s, before, "CHAIR", "1")
	after := before
	after.No = "FAIR-1"
	do(t, customerOf("C20")(s, &after))
	apptest.Undoes(t, s, func() {
		_, err := quote.Save(s, &before, &after, false)
		do(t, err)
	})
	if diff := cmp.Diff([]string{"1 PCS CHAIR at 980, 8 %: 901.6"}, stored(t, s, "FAIR-1")); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
}

func TestTypedNumbersMustBeAllowed(t *testing.T) { // CP-46
	s := newDesk(t)
	before := quoteFor(t, s, "C10")
	series := apptest.Get(t, s, data.NoSeriesTable, data.NoSeriesCode("QUOTE"))
	series.ManualNos = false
	do(t, s.Write(data.Msg("test"), func(tx *data.Tx) error { return data.NoSeriesTable.Update(tx, &series) }))
	h := quote.New(s)
	h.No = "FAIR-1"
	_, err := quote.Create(s, &h)
	refused(t, err, "m24-numbers-not-typed", "no")
	after := before
	after.No = "FAIR-1"
	_, err = quote.Save(s, &before, &after, false)
	refused(t, err, "m24-numbers-not-typed", "no")
}

func TestDelete(t *testing.T) {
	s := newDesk(t)
	stays, first, second := quoteFor(t, s, "C10"), quoteFor(t, s, "C20"), quoteFor(t, s, "CT600")
	for _, h := range []data.QuoteHeader{stays, first, second} {
		addLine(t, s, h, "CHAIR", "1")
	}
	do(t, quote.Release(s, &second))
	apptest.Undoes(t, s, func() { do(t, quote.Delete(s, []data.QuoteHeader{first, second})) })
	quotes, lines := apptest.All(t, s, data.QuoteHeaders), apptest.All(t, s, data.QuoteLines)
	if len(quotes) != 1 || quotes[0].No != stays.No || len(lines) != 1 || lines[0].QuoteNo != stays.No {
		t.Errorf("left: %v and %v", quotes, lines)
	}
}

func TestReleasedQuotesAreLocked(t *testing.T) {
	s := newDesk(t)
	h := quoteFor(t, s, "C10")
	l := change(t, s, addLine(t, s, h, "CHAIR", "1"), price("700"))
	open := h
	apptest.Undoes(t, s, func() { do(t, quote.Release(s, &h)) })
	save := func(field func(*data.QuoteHeader)) error {
		after := h
		field(&after)
		_, err := quote.Save(s, &h, &after, true)
		return err
	}
	rows := apptest.All(t, s, data.SalesPrices)
	discounts := apptest.All(t, s, data.SalesLineDiscounts)
	for _, c := range []struct {
		name    string
		command func() error
	}{
		{"another customer", func() error { return save(func(h *data.QuoteHeader) { h.CustomerNo = "C22" }) }},
		{"another order date", func() error { return save(func(h *data.QuoteHeader) { h.OrderDate = "2026-04-01" }) }},
		{"a line more", func() error {
			more := quote.NewLine(&h)
			do(t, item("CHAIR")(s, &more))
			return quote.AddLine(s, &more, nil)
		}},
		{"a changed line", func() error {
			after := l
			do(t, quantity("2")(s, &after))
			return quote.SaveLine(s, &l, &after)
		}},
		{"a line less", func() error { return quote.DeleteLines(s, []data.QuoteLine{l}) }},
		{"recalculation", func() error { return quote.Recalculate(s, &h) }},
		{"best price", func() error { return quote.BestPrice(s, []data.QuoteLine{l}) }},
		{"get price", func() error { return quote.TakePrice(s, l, &rows[0]) }},
		{"get line discount", func() error { return quote.TakeDiscount(s, l, &discounts[0]) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			apptest.Undoes(t, s, func() { refused(t, c.command(), "quote-is-released", "") })
			if diff := cmp.Diff([]string{"1 PCS CHAIR at 700*, 5 % SPRING: 665"}, stored(t, s, h.No)); diff != "" {
				t.Errorf("lines (-want +got):\n%s", diff)
			}
		})
	}
	t.Run("what prices do not depend on can still be changed", func(t *testing.T) {
		do(t, save(func(h *data.QuoteHeader) { h.ValidUntil = "2026-05-01" }))
	})
	t.Run("reopened", func(t *testing.T) {
		h := apptest.Get(t, s, data.QuoteHeaders, open.No)
		apptest.Undoes(t, s, func() { do(t, quote.Reopen(s, &h)) })
		change(t, s, l, quantity("2"))
	})
}

func TestAnotherContactBuildsTheLinesAnew(t *testing.T) { // CP-200: here the contact decides what the lines cost
	s := newDesk(t)
	before := quoteFor(t, s, "CT501")
	addLine(t, s, before, "CHAIR", "1")
	after := before
	do(t, contactOf("CT600")(s, &after))
	apptest.Undoes(t, s, func() {
		notices, err := quote.Save(s, &before, &after, false)
		do(t, err)
		if diff := cmp.Diff([]string{"quote-rebuilt"}, keys(notices)); diff != "" {
			t.Errorf("notices (-want +got):\n%s", diff)
		}
	})
	if diff := cmp.Diff([]string{"1 PCS CHAIR at 980, 3 %: 950.6"}, stored(t, s, before.No)); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
}
