package data_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"campaigndesk/data"
	"campaigndesk/data/datatest"
)

func TestInsertAllStoresEveryRecord(t *testing.T) {
	for _, n := range []int{0, 1, 19, 20, 21, 45} {
		db := datatest.New(t)
		units := make([]data.Unit, n)
		for i := range units {
			units[i].Code = data.UnitCode(fmt.Sprintf("u%02d", i))
		}
		datatest.Write(t, db, func(tx *data.Tx) error { return data.Units.InsertAll(tx, units) })
		stored, err := data.Units.Select(db, data.View{})
		if err != nil || len(stored) != n {
			t.Errorf("%d of %d stored, %v", len(stored), n, err)
		}
		if n > 0 && stored[n-1].Code != data.UnitCode(fmt.Sprintf("U%02d", n-1)) {
			t.Errorf("the code is not in its stored form: %s", stored[n-1].Code)
		}
		if _, err := db.Undo(context.Background()); n > 0 && err != nil {
			t.Error(err)
		}
		if left, err := data.Units.Count(db, data.View{}); left != 0 || err != nil {
			t.Errorf("%d left after undo, %v", left, err)
		}
	}
}

func TestInsertAllNamesTheRecordThatIsRefused(t *testing.T) {
	db := datatest.New(t)
	err := db.Write(context.Background(), data.Msg("test"), func(tx *data.Tx) error {
		return data.Units.InsertAll(tx, []data.Unit{{Code: "A"}, {Code: "B"}, {Code: "A"}})
	})
	var refusal data.Message
	if !errors.As(err, &refusal) || refusal.Field != "code" || len(refusal.Args) == 0 || refusal.Args[0] != "A" {
		t.Errorf("got %v", err)
	}
	if n, err := data.Units.Count(db, data.View{}); n != 0 || err != nil {
		t.Errorf("%d stored, %v", n, err)
	}
}

func TestTwinHasTheSameKey(t *testing.T) {
	db := datatest.New(t)
	price := data.SalesPrice{SalesType: data.ForAllCustomers, ItemNo: "1000", StartingDate: "2026-01-01", MinimumQuantity: data.Int(10), UnitPrice: data.Int(5)}
	datatest.Write(t, db, func(tx *data.Tx) error {
		if err := data.Items.Insert(tx, &data.Item{No: "1000"}); err != nil {
			return err
		}
		return data.SalesPrices.Insert(tx, &price)
	})
	same := price
	same.UnitPrice, same.EndingDate, same.ID = 0, "2026-12-31", 0
	twin, err := data.SalesPrices.Twin(db, &same)
	if diff := cmp.Diff(price, twin); diff != "" || err != nil {
		t.Error(err, diff)
	}
	if data.SalesPrices.Key(&same) != data.SalesPrices.Key(&price) {
		t.Error("price and ending date are no part of the key")
	}
	for name, change := range map[string]func(*data.SalesPrice){
		"start":    func(p *data.SalesPrice) { p.StartingDate = "" },
		"minimum":  func(p *data.SalesPrice) { p.MinimumQuantity = 0 },
		"type":     func(p *data.SalesPrice) { p.SalesType = data.ForGroup },
		"currency": func(p *data.SalesPrice) { p.CurrencyCode = "EUR" },
	} {
		other := price
		change(&other)
		if _, err := data.SalesPrices.Twin(db, &other); !errors.Is(err, data.ErrNotFound) {
			t.Errorf("another %s has a twin: %v", name, err)
		}
		if data.SalesPrices.Key(&other) == data.SalesPrices.Key(&price) {
			t.Errorf("another %s has the same key", name)
		}
	}
	if key := data.Contacts.Key(&data.Contact{Name: "Anna"}); key != "" {
		t.Errorf("a blank key is %q", key)
	}
}
