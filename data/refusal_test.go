package data

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestValuesThatAColumnDoesNotTake(t *testing.T) {
	db := newCompany(t)
	write(t, db, func(tx *Tx) error {
		for _, err := range []error{
			Items.Insert(tx, &Item{No: "I1"}),
			Campaigns.Insert(tx, &Campaign{No: "CP1"}),
			Salespeople.Insert(tx, &Salesperson{Code: "JR"}),
			SalesPrices.Insert(tx, &SalesPrice{SalesType: ForAllCustomers, ItemNo: "I1"}),
		} {
			if err != nil {
				return err
			}
		}
		return nil
	})
	price := func(change func(*SalesPrice)) func(*Tx) error {
		return func(tx *Tx) error {
			p := SalesPrice{SalesType: ForAllCustomers, ItemNo: "I1", MinimumQuantity: 5 * One}
			change(&p)
			return SalesPrices.Insert(tx, &p)
		}
	}
	discount := func(change func(*SalesLineDiscount)) func(*Tx) error {
		return func(tx *Tx) error {
			d := SalesLineDiscount{SalesType: ForAllCustomers, Code: "I1"}
			change(&d)
			return SalesLineDiscounts.Insert(tx, &d)
		}
	}
	tests := []struct {
		name string
		do   func(*Tx) error
		want error
	}{
		{"a text that is too long", func(tx *Tx) error {
			return Campaigns.Insert(tx, &Campaign{No: "CP2", Description: strings.Repeat("å", 101)})
		}, Msg("text-too-long", 100, 101).At("description")},
		{"a text that just fits", func(tx *Tx) error {
			return Campaigns.Insert(tx, &Campaign{No: "CP2", Description: strings.Repeat("å", 100)})
		}, nil},
		{"a code that is too long", func(tx *Tx) error {
			return Campaigns.Insert(tx, &Campaign{No: CampaignNo(strings.Repeat("x", 21))})
		}, Msg("text-too-long", 20, 21).At("no")},
		{"no code", func(tx *Tx) error { return Campaigns.Insert(tx, &Campaign{No: " "}) }, Msg("must-not-be-blank").At("no")},
		{"a code that exists", func(tx *Tx) error { return Campaigns.Insert(tx, &Campaign{No: " cp1"}) }, Msg("already-exists", "CP1").At("no")},
		{"a price that exists", price(func(p *SalesPrice) { p.MinimumQuantity = 0 }), Msg("m13-same-row", "I1").At("item_no")},
		{"a change into a code that exists", func(tx *Tx) error {
			if err := Campaigns.Insert(tx, &Campaign{No: "CP3"}); err != nil {
				return err
			}
			c, err := Campaigns.Get(tx, CampaignNo("CP3"))
			if err != nil {
				return err
			}
			c.No = "CP1"
			return Campaigns.Update(tx, &c)
		}, Msg("already-exists", "CP1").At("no")},
		{"a record that is gone", func(tx *Tx) error { return Campaigns.Update(tx, &Campaign{ID: 99, No: "CP9"}) }, ErrNotFound},
		{"a negative price", price(func(p *SalesPrice) { p.UnitPrice = -1 }), Msg("must-not-be-negative").At("unit_price")},
		{"a negative quantity", price(func(p *SalesPrice) { p.MinimumQuantity = -1 }), Msg("must-not-be-negative").At("minimum_quantity")},
		{"an amount out of bounds", price(func(p *SalesPrice) { p.UnitPrice = MaxAmount + 1 }), Msg("amount-too-large").At("unit_price")},
		{"a price for an unnamed campaign", price(func(p *SalesPrice) { p.SalesType = ForCampaign }), Msg("must-not-be-blank").At("sales_code")},
		{"an unknown sales type", price(func(p *SalesPrice) { p.SalesType, p.SalesCode = 7, "X" }), Msg("value-not-allowed").At("sales_type")},
		{"no item", price(func(p *SalesPrice) { p.ItemNo = "" }), Msg("must-not-be-blank").At("item_no")},
		{"an unknown item", price(func(p *SalesPrice) { p.ItemNo = "I9" }), Msg("unknown-code", "I9").At("item_no")},
		{"an unknown currency", price(func(p *SalesPrice) { p.CurrencyCode = "XXX" }), Msg("unknown-code", "XXX").At("currency_code")},
		{"a discount above 100", discount(func(d *SalesLineDiscount) { d.LineDiscount = 101 * One }), Msg("must-be-a-percentage").At("line_discount")},
		{"a discount below 0", discount(func(d *SalesLineDiscount) { d.LineDiscount = -1 }), Msg("must-be-a-percentage").At("line_discount")},
		{"a discount of 100", discount(func(d *SalesLineDiscount) { d.LineDiscount = 100 * One }), nil},
		{"no such day", func(tx *Tx) error { return Campaigns.Insert(tx, &Campaign{No: "CP2", StartingDate: "2026-02-30"}) }, Msg("no-such-day", "2026-02-30").At("starting_date")},
		{"a number series that goes backwards", func(tx *Tx) error {
			if err := NoSeriesTable.Insert(tx, &NoSeries{Code: "S"}); err != nil {
				return err
			}
			return NoSeriesLines.Insert(tx, &NoSeriesLine{SeriesCode: "S", IncrementBy: -1})
		}, Msg("must-be-positive").At("increment_by")},
		{"an exchange rate of nothing", func(tx *Tx) error {
			if err := Currencies.Insert(tx, &Currency{Code: "EUR", AmountRounding: 1, UnitAmountRounding: 1}); err != nil {
				return err
			}
			return ExchangeRates.Insert(tx, &ExchangeRate{CurrencyCode: "EUR", RelationalAmount: One})
		}, Msg("must-be-positive").At("exchange_rate_amount")},
		{"deleting what is in use", func(tx *Tx) error { return Items.Delete(tx, 1) }, Msg("still-referred-to", "I1")},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			err := db.Write(t.Context(), Msg("test"), test.do)
			if test.want == ErrNotFound {
				if err != ErrNotFound {
					t.Errorf("got %v", err)
				}
			} else if diff := cmp.Diff(test.want, err); diff != "" {
				t.Error(diff)
			}
			if err == nil {
				if _, err := db.Undo(t.Context()); err != nil {
					t.Error(err)
				}
			}
			if n, err := Campaigns.Count(db, View{}); err != nil || n != 1 {
				t.Errorf("%d campaigns afterwards, %v", n, err)
			}
		})
	}
}

func TestARefusedRowDoesNotSpoilTheCommand(t *testing.T) {
	db := newCompany(t)
	write(t, db, func(tx *Tx) error {
		for _, no := range []CampaignNo{"CP1", "CP1", "CP2"} {
			if err := Campaigns.Insert(tx, &Campaign{No: no}); err != nil && refusalOf(err) != "no: already-exists" {
				return err
			}
		}
		return nil
	})
	if n, err := Campaigns.Count(db, View{}); err != nil || n != 2 {
		t.Errorf("%d campaigns, %v", n, err)
	}
}

func TestTextsAreStoredInOneForm(t *testing.T) {
	db := newCompany(t)
	c := Campaign{No: " a\u030a-1\x00 ", Description: "  O\u0308l \x00och\xff vin\n"}
	write(t, db, func(tx *Tx) error { return Campaigns.Insert(tx, &c) })
	stored, err := Campaigns.Get(db, CampaignNo(" å-1"))
	if err != nil {
		t.Fatal(err)
	}
	if stored.No != "Å-1" || stored.Description != "  Öl och\uFFFD vin\n" {
		t.Errorf("stored %q %q", stored.No, stored.Description)
	}
	if diff := cmp.Diff(stored, c); diff != "" {
		t.Errorf("the record that was stored (-file +record): %s", diff)
	}
}
