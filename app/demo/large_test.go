package demo

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

// The large company at a hundredth of its size.
var hundredth = FullSize.Percent(1)

func large(t *testing.T, sizes Sizes, seed uint64) *data.DB {
	t.Helper()
	db, err := Large(t.Context(), filepath.Join(t.TempDir(), "large.campaigndesk"), sizes, seed, func(int, int) {})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func TestALargeCompany(t *testing.T) {
	db := large(t, hundredth, 1)
	t.Run("has its sizes", func(t *testing.T) {
		lines := map[data.QuoteNo]int{}
		for _, l := range all(t, db, data.QuoteLines) {
			lines[l.QuoteNo]++
		}
		got := Sizes{Contacts: len(all(t, db, data.Contacts)), Customers: len(all(t, db, data.Customers)), Items: len(all(t, db, data.Items)),
			Prices: len(all(t, db, data.SalesPrices)), Discounts: len(all(t, db, data.SalesLineDiscounts)) - groups*itemGroups,
			Campaigns: len(all(t, db, data.Campaigns)), SegmentLines: len(all(t, db, data.SegmentLines)) - hundredth.Contacts,
			Interactions: len(all(t, db, data.Interactions)), Quotes: len(all(t, db, data.QuoteHeaders)), LongestQuote: lines["SQ00001"]}
		want := Sizes{Contacts: 1000, Customers: 200, Items: 200, Prices: 10_000, Discounts: 1000, Campaigns: 3,
			SegmentLines: 2 * 2, Interactions: 500, Quotes: 20, LongestQuote: 10} // of two segments
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("has nothing to undo", func(t *testing.T) {
		if journal, err := data.Journal(db, 1); err != nil || len(journal) != 0 {
			t.Errorf("journal %v, %v", journal, err)
		}
	})
	t.Run("plans its first campaign for everybody", func(t *testing.T) {
		companies := 0
		for _, c := range all(t, db, data.Contacts) {
			if c.Type == data.Company {
				companies++
			}
		}
		drift, err := data.DriftOf(db, "CP0001")
		if err != nil || drift.Entering != companies || drift.Leaving != 0 {
			t.Errorf("%+v, %v, want %d companies to enter", drift, err, companies)
		}
	})
	t.Run("has activated campaigns", func(t *testing.T) {
		if activated, err := data.IsActivated(db, "CP0002"); err != nil || !activated {
			t.Errorf("CP0002 activated: %v, %v", activated, err)
		}
	})
	t.Run("has everything that it names", func(t *testing.T) {
		if found := stray(t, db); found != nil {
			t.Errorf("%d, first %s", len(found), found[0])
		}
	})
	t.Run("opens again", func(t *testing.T) {
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
		opened, err := data.Open(db.Path()) // checks the file
		if err != nil {
			t.Fatal(err)
		}
		opened.Close()
	})
}

func TestTheSeedMakesTheLargeCompany(t *testing.T) {
	sizes := FullSize.Percent(1)
	sizes.Prices = 2000
	first := dump(t, large(t, sizes, 1))
	if diff := cmp.Diff(first, dump(t, large(t, sizes, 1))); diff != "" {
		t.Error(diff)
	}
	if cmp.Equal(first, dump(t, large(t, sizes, 2))) {
		t.Error("another seed makes the same company")
	}
}

func TestCancellingLeavesNoFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "large.campaigndesk")
	ctx, cancel := context.WithCancel(t.Context())
	_, err := Large(ctx, path, hundredth, 1, func(done, total int) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want cancelled", err)
	}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the file is there: %v", err)
	}
}

func TestProgressComesToItsEnd(t *testing.T) {
	var reports [][2]int
	db, err := Large(t.Context(), filepath.Join(t.TempDir(), "large.campaigndesk"), hundredth, 1, func(done, total int) {
		reports = append(reports, [2]int{done, total})
	})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if len(reports) < 3 {
		t.Fatalf("reports %v, want some on the way", reports)
	}
	for i, r := range reports {
		if r[0] > r[1] || i > 0 && r[0] < reports[i-1][0] {
			t.Errorf("report %d is %v", i, r)
		}
	}
	if last := reports[len(reports)-1]; last[0] != last[1] {
		t.Errorf("ends with %v", last)
	}
}
