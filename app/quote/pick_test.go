package quote_test

import (
	"testing"

	"campaigndesk/app/apptest"
	"campaigndesk/app/quote"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

func TestGetPrice(t *testing.T) { // CP-250…252
	for _, c := range []struct {
		name, party, quantity, price string
		want                         string
		refusal                      string
	}{
		{name: "a dearer row with line discounts", party: "C10", quantity: "2", price: "980", want: "2 PCS CHAIR at 980*, 5 % SPRING: 1862"},
		{name: "a campaign's row", party: "C10", quantity: "10", price: "900", want: "10 PCS CHAIR at 900* SPRING, 7 %: 8370"},
		{name: "a row without line discounts takes the discount away", party: "C20", quantity: "1", price: "940", want: "1 PCS CHAIR at 940*, 0 %: 940"},
		{name: "minimum quantity not reached (M-22)", party: "C10", quantity: "9", price: "850", refusal: "m22-below-minimum"},
		{name: "another unit (M-23)", party: "C10", quantity: "1", price: "3500", refusal: "m23-row-not-valid"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, l := pickDesk(t, c.party, c.quantity)
			offered, err := quote.GetPrices(s, &l)
			do(t, err)
			var row *data.SalesPrice
			for _, p := range offered {
				if p.Row.UnitPrice == amount(c.price) {
					row = p.Row
				}
			}
			if row == nil {
				t.Fatalf("%s is not offered", c.price)
			}
			if c.refusal != "" {
				apptest.Undoes(t, s, func() { refused(t, quote.TakePrice(s, l, row), c.refusal, "") })
				return
			}
			apptest.Undoes(t, s, func() { do(t, quote.TakePrice(s, l, row)) })
			if diff := cmp.Diff([]string{c.want}, stored(t, s, l.QuoteNo)); diff != "" {
				t.Errorf("line (-want +got):\n%s", diff)
			}
		})
	}
}

func TestGetLineDiscount(t *testing.T) { // CP-250, CP-251, CP-253
	for _, c := range []struct {
		name, party, quantity, percent string
		want                           string
		refusal                        string
	}{
		{name: "a lower one", party: "C10", quantity: "10", percent: "3", want: "10 PCS CHAIR at 850 SPRING, 3 %*: 8245"},
		{name: "a campaign's", party: "C10", quantity: "10", percent: "5", want: "10 PCS CHAIR at 850 SPRING, 5 %* SPRING: 8075"},
		{name: "minimum quantity not reached (M-22)", party: "C10", quantity: "9", percent: "7", refusal: "m22-below-minimum"},
		{name: "the price allows none", party: "C21", quantity: "1", percent: "3", refusal: "quote-line-without-discount"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, l := pickDesk(t, c.party, c.quantity)
			offered, err := quote.GetDiscounts(s, &l)
			do(t, err)
			var row *data.SalesLineDiscount
			for _, d := range offered {
				if d.Row.LineDiscount == amount(c.percent) {
					row = d.Row
				}
			}
			if row == nil {
				t.Fatalf("%s %% is not offered", c.percent)
			}
			if c.refusal != "" {
				apptest.Undoes(t, s, func() { refused(t, quote.TakeDiscount(s, l, row), c.refusal, "") })
				return
			}
			apptest.Undoes(t, s, func() { do(t, quote.TakeDiscount(s, l, row)) })
			if diff := cmp.Diff([]string{c.want}, stored(t, s, l.QuoteNo)); diff != "" {
				t.Errorf("line (-want +got):\n%s", diff)
			}
		})
	}
}

func TestOffersAreThoseOfThePartyThatHaveNotExpired(t *testing.T) { // CP-250: (a), (c), (g) only
	for _, c := range []struct {
		item data.ItemNo
		want []string
	}{
		{"CHAIR", []string{"920", "980", "900", "850", "3500"}},
		{"TABLE", nil}, // the only row has expired
	} {
		s := newDesk(t)
		l := addLine(t, s, quoteFor(t, s, "C10"), c.item, "1")
		offered, err := quote.GetPrices(s, &l)
		do(t, err)
		found := map[string]bool{}
		for _, p := range offered {
			found[p.Row.UnitPrice.String()] = true
		}
		want := map[string]bool{}
		for _, p := range c.want {
			want[p] = true
		}
		if diff := cmp.Diff(want, found); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.item, diff)
		}
	}
}

func TestAPickedPriceStaysAsIfTyped(t *testing.T) { // CP-205
	s, l := pickDesk(t, "C10", "1")
	offered, err := quote.GetPrices(s, &l)
	do(t, err)
	for _, p := range offered {
		if p.Row.SalesType == data.ForAllCustomers {
			do(t, quote.TakePrice(s, l, p.Row))
		}
	}
	picked := linesOf(t, s, l.QuoteNo)[0]
	change(t, s, picked, quantity("10"))
	if diff := cmp.Diff([]string{"10 PCS CHAIR at 980*, 7 %: 9114"}, stored(t, s, l.QuoteNo)); diff != "" {
		t.Errorf("line (-want +got):\n%s", diff)
	}
}
