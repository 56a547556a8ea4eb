package data

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestUndoPutsBackEveryRowAndRedoDoesItAgain(t *testing.T) {
	db, ctx := newCompany(t), context.Background()
	spring := Campaign{No: "cp1 ", Description: "Spring", StartingDate: "2026-03-01"}
	write(t, db, func(tx *Tx) error { return Campaigns.Insert(tx, &spring) })
	stored, err := Campaigns.Get(db, CampaignNo("CP1"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, db, func(tx *Tx) error {
		changed := stored
		changed.EndingDate = "2026-03-31"
		if err := Campaigns.Update(tx, &changed); err != nil {
			return err
		}
		return CampaignTargets.Insert(tx, &CampaignTarget{Type: TargetContact, No: "CT1", CampaignNo: "CP1"})
	})
	after, _ := Campaigns.Get(db, CampaignNo("CP1"))
	if after.EndingDate != "2026-03-31" || !after.Activated {
		t.Fatalf("the second command left %+v", after)
	}

	if _, err := db.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	undone, _ := Campaigns.Get(db, CampaignNo("CP1"))
	if diff := cmp.Diff(stored, undone); diff != "" {
		t.Errorf("after undo (-was +is):\n%s", diff)
	}
	if _, err := db.Redo(ctx); err != nil {
		t.Fatal(err)
	}
	redone, _ := Campaigns.Get(db, CampaignNo("CP1"))
	if diff := cmp.Diff(after, redone); diff != "" {
		t.Errorf("after redo (-was +is):\n%s", diff)
	}

	db.Undo(ctx)
	db.Undo(ctx)
	if _, err := Campaigns.Get(db, CampaignNo("CP1")); !errors.Is(err, ErrNotFound) {
		t.Errorf("undoing everything left the campaign: %v", err)
	}
	if _, err := db.Undo(ctx); !errors.Is(err, ErrNotFound) {
		t.Errorf("undo of nothing says %v", err)
	}
}

func TestRenameReachesEveryReferenceAndUndoBringsThemBack(t *testing.T) {
	db := newCompany(t)
	write(t, db, func(tx *Tx) error {
		if err := Salespeople.Insert(tx, &Salesperson{Code: "JR"}); err != nil {
			return err
		}
		return Campaigns.Insert(tx, &Campaign{No: "CP1", SalespersonCode: "JR"})
	})
	write(t, db, func(tx *Tx) error {
		s, err := Salespeople.Get(tx, SalespersonCode("JR"))
		if err != nil {
			return err
		}
		s.Code = "JOHAN"
		return Salespeople.Update(tx, &s)
	})
	if c, _ := Campaigns.Get(db, CampaignNo("CP1")); c.SalespersonCode != "JOHAN" {
		t.Errorf("the campaign still names %q", c.SalespersonCode)
	}
	if _, err := db.Undo(context.Background()); err != nil {
		t.Fatal(err)
	}
	if c, _ := Campaigns.Get(db, CampaignNo("CP1")); c.SalespersonCode != "JR" {
		t.Errorf("after undo the campaign names %q", c.SalespersonCode)
	}
}
