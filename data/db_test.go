package data

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestADiskThatIsFull(t *testing.T) {
	db := companyWith(t, "CP1")
	limitPages := func(pages int) {
		if err := db.Remember(t.Context(), func(tx *Tx) error {
			_, err := scalar[int](tx, fmt.Sprintf("PRAGMA max_page_count=%d", pages))
			return err
		}); err != nil {
			t.Fatal(err)
		}
	}
	many := func(tx *Tx) error {
		for i := range 2000 {
			if err := Campaigns.Insert(tx, &Campaign{No: CampaignNo(fmt.Sprintf("X%d", i)), Description: strings.Repeat("x", 100)}); err != nil {
				return err
			}
		}
		return nil
	}
	limitPages(1) // as many as there are
	for name, fn := range map[string]func(*Tx) error{
		"told": many,
		"not told by the rule": func(tx *Tx) error {
			many(tx)
			Campaigns.Insert(tx, &Campaign{No: "AFTER"})
			return nil
		},
	} {
		t.Run(name, func(t *testing.T) {
			if err := db.Write(t.Context(), Msg("test"), fn); refusalOf(err) != "disk-full" {
				t.Errorf("got %v", err)
			}
			if n, err := Campaigns.Count(db, View{}); err != nil || n != 1 {
				t.Errorf("%d campaigns, %v", n, err)
			}
			if entries, err := Journal(db, 10); err != nil || len(entries) != 1 {
				t.Errorf("the journal has %v, %v", entries, err)
			}
		})
	}
	limitPages(1 << 30)
	write(t, db, many)
	if _, err := db.Undo(t.Context()); err != nil {
		t.Error(err)
	}
	db.Close()
	if got := campaignsIn(t, db.path); got != "CP1" {
		t.Errorf("in the end the company holds %q", got)
	}
}

func TestACancelledCommandHasNotHappenedAndTheNextIsInTheJournal(t *testing.T) {
	db := companyWith(t, "CP1")
	for name, cancelled := range map[string]func(tx *Tx, cancel func()) error{
		"between two statements": func(tx *Tx, cancel func()) error {
			cancel()
			return Campaigns.Insert(tx, &Campaign{No: "CP3"})
		},
		"before the end": func(tx *Tx, cancel func()) error {
			cancel()
			return nil
		},
		"in a long statement": func(tx *Tx, cancel func()) error {
			stop := context.AfterFunc(tx.ctx, func() {})
			defer stop()
			go cancel()
			_, err := tx.exec("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) INSERT INTO campaign (no) SELECT 'X' || i FROM n")
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			err := db.Write(ctx, Msg("test"), func(tx *Tx) error {
				if err := Campaigns.Insert(tx, &Campaign{No: "CP2"}); err != nil {
					return err
				}
				return cancelled(tx, cancel)
			})
			if !errors.Is(err, context.Canceled) {
				t.Errorf("got %v", err)
			}
			if n, err := Campaigns.Count(db, View{}); err != nil || n != 1 {
				t.Errorf("%d campaigns, %v", n, err)
			}
			addCampaigns(t, db, "CP4")
			if _, err := db.Undo(t.Context()); err != nil {
				t.Error(err)
			}
			if n, err := Campaigns.Count(db, View{}); err != nil || n != 1 {
				t.Errorf("%d campaigns after undo, %v", n, err)
			}
		})
	}
}

func TestAPanicInACommandHarmsNobodyElse(t *testing.T) {
	db := companyWith(t, "CP1")
	func() {
		defer func() { recover() }()
		db.Write(t.Context(), Msg("test"), func(tx *Tx) error {
			if err := Campaigns.Insert(tx, &Campaign{No: "CP2"}); err != nil {
				t.Error(err)
			}
			panic("a fault of a rule")
		})
	}()
	addCampaigns(t, db, "CP3")
	if n, err := Campaigns.Count(db, View{}); err != nil || n != 2 {
		t.Errorf("%d campaigns, %v", n, err)
	}
}
