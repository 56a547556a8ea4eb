package pricing_test

import (
	"testing"

	"campaigndesk/app/pricing"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

// A book of the whole company, one of some items and one of one item and party decide alike for every item and party.
func TestBooksDecideAlike(t *testing.T) {
	company := section10(t)
	load := func(items []data.ItemNo, parties ...pricing.Party) *pricing.Book {
		t.Helper()
		book, err := pricing.Load(company.db, company.setup, items, parties...)
		if err != nil {
			t.Fatal(err)
		}
		return book
	}
	whole := load(nil)
	if diff := cmp.Diff([]data.ItemNo{"BOOK", "CABLE", "CHAIR", "GIFT", "LAMP", "SHELF", "TABLE"}, whole.Items()); diff != "" {
		t.Fatalf("items of the company (-want +got):\n%s", diff)
	}
	best := func(book *pricing.Book, party pricing.Party, item data.ItemNo) answer {
		t.Helper()
		line, err := book.Line(party, item, "", "", data.Int(300), day)
		if err != nil {
			t.Fatal(err)
		}
		return answerOf(book.Best(&line))
	}
	for _, item := range whole.Items() {
		some := load([]data.ItemNo{"TABLE", item, "SHELF", item, "GONE"})
		for _, no := range []string{"C10", "C20", "C21", "C22", "C30", "C40", "C50", "C60", "C70", "CT501", "CT600"} {
			party := company.party(t, no, "")
			want := best(whole, party, item)
			if got := best(some, party, item); got != want {
				t.Errorf("%s for %s from a book of some items: %+v, from the company's: %+v", item, no, got, want)
			}
			if got := best(load([]data.ItemNo{item}, party), party, item); got != want {
				t.Errorf("%s for %s from a book of its own: %+v, from the company's: %+v", item, no, got, want)
			}
		}
	}
}

func TestAnItemNamedTwiceHasItsRowsOnce(t *testing.T) {
	company := section10(t)
	book, err := pricing.Load(company.db, company.setup, []data.ItemNo{"CHAIR", "CHAIR"})
	if err != nil {
		t.Fatal(err)
	}
	rows := book.Rows("CHAIR")
	if len(rows.Prices) != 9 || len(rows.Discounts[data.DiscountItem]) != 4 || len(rows.Discounts[data.DiscountItemGroup]) != 3 {
		t.Errorf("%d prices, %d and %d discounts", len(rows.Prices), len(rows.Discounts[0]), len(rows.Discounts[1]))
	}
}

func TestLinesThatCannotBeAsked(t *testing.T) {
	company := section10(t)
	book, err := pricing.Load(company.db, company.setup, []data.ItemNo{"CHAIR"})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		item data.ItemNo
		unit data.UnitCode
		want string
	}{
		{"no such item", "GONE", "", "item-missing at item_no"},
		{"no such unit of the item", "CHAIR", "M", "unit-of-item-missing at unit_code"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := book.Line(pricing.Party{}, c.item, "", c.unit, data.One, day)
			if got := refusal(t, err); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
