package data

import (
	"context"
	"errors"
	"testing"
	"time"

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

func TestUndoAndRedoAfterARestart(t *testing.T) {
	db := companyWith(t, "CP1", "CP2")
	db = reopen(t, db)
	if name, err := db.Undo(t.Context()); err != nil || name.Key != "test" {
		t.Fatal(name, err)
	}
	db = reopen(t, db)
	if name, err := db.Redo(t.Context()); err != nil || name.Key != "test" {
		t.Fatal(name, err)
	}
	db = reopen(t, db)
	for range 2 {
		if _, err := db.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := Campaigns.Count(db, View{}); err != nil || n != 0 {
		t.Errorf("%d campaigns, %v", n, err)
	}
}

func TestTheJournalTellsWhatWasDoneInWordsThatCanBeTranslated(t *testing.T) {
	db := newCompany(t)
	name := Msg("change-dates", CampaignNo("CP1"), Date("2026-03-01"), Int(5), 7, Msg("inner", "x"))
	var told []string
	db.Changed = func(tables []string) { told = tables }
	if err := db.Write(t.Context(), name, func(tx *Tx) error {
		if err := Items.Insert(tx, &Item{No: "I1"}); err != nil {
			return err
		}
		return Campaigns.Insert(tx, &Campaign{No: "CP1"})
	}); err != nil {
		t.Fatal(err)
	}
	want := Msg("change-dates", "CP1", Date("2026-03-01"), Int(5), int64(7), Msg("inner", "x"))
	entries, err := Journal(reopen(t, db), 10)
	if err != nil || len(entries) != 1 {
		t.Fatal(entries, err)
	}
	if diff := cmp.Diff(want, entries[0].Name); diff != "" {
		t.Error(diff)
	}
	if entries[0].Rows != 2 || time.Since(entries[0].At).Abs() > time.Minute {
		t.Errorf("kept as %+v", entries[0])
	}
	if diff := cmp.Diff([]string{"campaign", "item"}, told); diff != "" {
		t.Errorf("the notice: %s", diff)
	}
}

func TestACommandThatChangesNothingLeavesNoEntryAndKeepsWhatCanBeRedone(t *testing.T) {
	db := companyWith(t, "CP1", "CP2")
	if _, err := db.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	db.Changed = func(tables []string) { t.Errorf("notice of %v", tables) }
	write(t, db, func(tx *Tx) error { return nil })
	write(t, db, func(tx *Tx) error {
		c, err := Campaigns.Get(tx, CampaignNo("CP1"))
		if err != nil {
			return err
		}
		return Campaigns.Update(tx, &c) // as it is
	})
	db.Changed = nil
	if entries, err := Journal(db, 10); err != nil || len(entries) != 2 {
		t.Errorf("the journal has %v, %v", entries, err)
	}
	if _, err := db.Redo(t.Context()); err != nil {
		t.Errorf("redo: %v", err)
	}
}

func TestWhatStandsInTheWayOfUndoIsNamed(t *testing.T) {
	named := func(t *testing.T, db *DB, name string, fn func(*Tx) error) {
		t.Helper()
		if err := db.Write(t.Context(), Msg(name), fn); err != nil {
			t.Fatal(err)
		}
	}
	change := func(change func(*Campaign)) func(*Tx) error {
		return func(tx *Tx) error {
			c, err := Campaigns.Get(tx, CampaignNo("CP1"))
			if err != nil {
				return err
			}
			change(&c)
			return Campaigns.Update(tx, &c)
		}
	}
	insert := func(tx *Tx) error { return Campaigns.Insert(tx, &Campaign{No: "CP1"}) }
	remove := func(tx *Tx) error {
		c, err := Campaigns.Get(tx, CampaignNo("CP1"))
		if err != nil {
			return err
		}
		return Campaigns.Delete(tx, c.ID)
	}
	comment := func(tx *Tx) error {
		return CommentLines.Insert(tx, &CommentLine{TableName: CommentOnCampaign, No: "CP1"})
	}
	removeComment := func(tx *Tx) error { return CommentLines.Delete(tx, 1) }
	item := func(tx *Tx) error { return Items.Insert(tx, &Item{No: "I"}) }
	price := func(tx *Tx) error {
		return SalesPrices.Insert(tx, &SalesPrice{SalesType: ForCampaign, SalesCode: "CP1", ItemNo: "I"})
	}
	type step struct {
		name string
		do   func(*Tx) error
	}
	tests := []struct {
		name  string
		steps []step
		undo  int // which of them, from 1
		want  error
	}{
		{"later commands changed the same record",
			[]step{{"insert", insert}, {"describe", change(func(c *Campaign) { c.Description = "a" })}, {"date", change(func(c *Campaign) { c.StartingDate = "2026-01-01" })}},
			1, Msg("undo-in-the-way", Msg("date"), 2)},
		{"a later command refers to what would vanish",
			[]step{{"insert", insert}, {"comment", comment}}, 1, Msg("undo-reference", "CP1", Msg("comment"))},
		{"a later command deleted what would be referred to",
			[]step{{"insert", insert}, {"comment", comment}, {"uncomment", removeComment}, {"remove", remove}}, 3, Msg("undo-reference", "CP1", Msg("remove"))},
		{"a later command has taken the number",
			[]step{{"insert", insert}, {"remove", remove}, {"again", insert}}, 2, Msg("undo-key-taken", "CP1", Msg("again"))},
		{"a later price is for the campaign that would vanish",
			[]step{{"item", item}, {"insert", insert}, {"price", price}}, 2, Msg("undo-reference", "CP1", Msg("price"))},
		{"a later command renamed the campaign whose price would come back",
			[]step{{"item", item}, {"insert", insert}, {"price", price}, {"unprice", func(tx *Tx) error { return SalesPrices.Delete(tx, 1) }},
				{"rename", change(func(c *Campaign) { c.No = "CP2" })}}, 4, Msg("undo-reference", "CP1", Msg("rename"))},
		{"nothing", []step{{"insert", insert}, {"item", item}}, 1, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			db := newCompany(t)
			for _, s := range test.steps {
				named(t, db, s.name, s.do)
			}
			_, err := db.UndoEntry(t.Context(), int64(test.undo))
			if diff := cmp.Diff(test.want, err); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWhatIsUndoneCanBeRedoneUntilSomethingElseIsDone(t *testing.T) {
	db := companyWith(t, "CP1", "CP2", "CP3")
	for range 2 {
		if _, err := db.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	addCampaigns(t, db, "CP4")
	if _, err := db.Redo(t.Context()); !errors.Is(err, ErrNotFound) {
		t.Errorf("redo: %v", err)
	}
	entries, err := Journal(db, 10)
	if err != nil {
		t.Fatal(err)
	}
	var states []JournalState
	for _, e := range entries {
		states = append(states, e.State)
	}
	if diff := cmp.Diff([]JournalState{Applied, Abandoned, Abandoned, Applied}, states); diff != "" {
		t.Error(diff)
	}
	if n, err := scalar[int](db, "SELECT count(*) FROM journal_row"); err != nil || n != 2 {
		t.Errorf("%d images kept, %v: those of abandoned commands are of no use", n, err)
	}
}

func TestANumberTakenStaysTaken(t *testing.T) {
	db := newCompany(t)
	line := NoSeriesLine{SeriesCode: "CAMP", LineNo: 10000, StartingNo: "CP1", IncrementBy: 1}
	take := func(no string) func(*Tx) error {
		return func(tx *Tx) error {
			l, err := NoSeriesLines.ByID(tx, line.ID)
			if err != nil {
				return err
			}
			l.LastNoUsed, l.LastDateUsed = no, "2026-03-02"
			if err := NoSeriesLines.Update(tx, &l); err != nil {
				return err
			}
			return Campaigns.Insert(tx, &Campaign{No: CampaignNo(no)})
		}
	}
	write(t, db, func(tx *Tx) error {
		if err := NoSeriesTable.Insert(tx, &NoSeries{Code: "CAMP"}); err != nil {
			return err
		}
		return NoSeriesLines.Insert(tx, &line)
	})
	write(t, db, func(tx *Tx) error {
		l := line
		l.WarningNo = "CP9"
		return NoSeriesLines.Update(tx, &l)
	})
	for _, no := range []string{"CP1", "CP2"} {
		write(t, db, take(no))
	}
	for range 3 { // both numbers and the warning
		if _, err := db.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	l, err := NoSeriesLines.ByID(db, line.ID)
	if err != nil {
		t.Fatal(err)
	}
	want := line
	want.LastNoUsed, want.LastDateUsed = "CP2", "2026-03-02"
	if diff := cmp.Diff(want, l); diff != "" {
		t.Error(diff)
	}
}

func TestPruning(t *testing.T) {
	age := func(t *testing.T, db *DB, entry, days int) {
		t.Helper()
		if err := db.Remember(t.Context(), func(tx *Tx) error {
			_, err := tx.exec("UPDATE journal SET at=? WHERE id=?", time.Now().UTC().AddDate(0, 0, -days).Format(time.RFC3339Nano), entry)
			return err
		}); err != nil {
			t.Fatal(err)
		}
	}
	left := func(t *testing.T, db *DB) (ids []int64) {
		t.Helper()
		entries, err := Journal(db, 10)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			ids = append(ids, e.ID)
		}
		rows, err := column1[int64](db, "SELECT DISTINCT entry FROM journal_row ORDER BY entry DESC")
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(ids, rows); diff != "" {
			t.Errorf("entries and rows: %s", diff)
		}
		return ids
	}
	t.Run("by age, when a company opens", func(t *testing.T) {
		db := companyWith(t, "CP1", "CP2", "CP3")
		age(t, db, 1, 91)
		age(t, db, 2, 89)
		if diff := cmp.Diff([]int64{3, 2}, left(t, reopen(t, db))); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("by size", func(t *testing.T) {
		db := companyWith(t, "CP1", "CP2", "CP3", "CP4")
		if n, err := db.PruneJournal(t.Context(), 90, 2); err != nil || n != 2 {
			t.Errorf("%d forgotten, %v", n, err)
		}
		if diff := cmp.Diff([]int64{4, 3}, left(t, db)); diff != "" {
			t.Error(diff)
		}
		for range 2 {
			if _, err := db.Undo(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := db.Undo(t.Context()); !errors.Is(err, ErrNotFound) {
			t.Errorf("undo of what is forgotten: %v", err)
		}
	})
}
