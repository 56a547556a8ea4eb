// Package apptest gives the tests of the rules a company to work in, and checks that what they do can be undone.
package apptest

import (
	"context"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"sync"
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/company"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

// WorkDate is the work date of test sessions, a Monday.
const WorkDate data.Date = "2026-03-02"

// T is what a test or a property hands to the functions here: *testing.T, *testing.B or *rapid.T.
type T interface {
	Helper()
	Fatalf(format string, args ...any)
	Errorf(format string, args ...any)
}

// blank is the file of a new company; making one takes longer than most tests.
var blank = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "apptest")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	db, err := company.New(filepath.Join(dir, "blank.campaigndesk"), company.Choices{Name: "Test AB", Language: "en", Region: "sv", Currency: "SEK"})
	if err != nil {
		return nil, err
	}
	if err := db.Close(); err != nil {
		return nil, err
	}
	return os.ReadFile(db.Path())
})

// New opens a new company in English with number series and campaign statuses, for the length of the test.
func New(t testing.TB) *app.Session {
	t.Helper()
	content, err := blank()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "test.campaigndesk")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := data.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	s, err := app.Start(db)
	if err != nil {
		t.Fatal(err)
	}
	s.WorkDate = WorkDate
	return s
}

// Add stores rows as they are, past the rules and the journal.
func Add[R any](t T, s *app.Session, table *data.Table[R], rows ...R) {
	t.Helper()
	err := s.DB.Remember(context.Background(), func(tx *data.Tx) error {
		return tx.Bulk(table.Name(), func() error {
			for i := range rows {
				if err := table.Insert(tx, &rows[i]); err != nil {
					return err
				}
			}
			return nil
		})
	})
	if err != nil {
		t.Fatalf("%s: %v", table.Name(), err)
	}
}

// All reads the rows of a table for which the conditions hold, in the order of their key.
func All[R any](t T, s *app.Session, table *data.Table[R], conditions ...data.Cond) []R {
	t.Helper()
	rows, err := table.Select(s.DB, data.View{Fixed: conditions})
	if err != nil {
		t.Fatalf("%s: %v", table.Name(), err)
	}
	return rows
}

// Get reads the record of a key.
func Get[R any](t T, s *app.Session, table *data.Table[R], key ...any) R {
	t.Helper()
	row, err := table.Get(s.DB, key...)
	if err != nil {
		t.Fatalf("%s %v: %v", table.Name(), key, err)
	}
	return row
}

// Content is every row of the tables that rules write to.
type Content map[string]any

// Read reads the company's content. What taking a number changes on a series is left out: it is not undone (CP-48).
func Read(t T, s *app.Session) Content {
	t.Helper()
	content := Content{}
	read(t, s, content, data.Campaigns)
	read(t, s, content, data.CampaignTargets)
	read(t, s, content, data.CommentLines)
	read(t, s, content, data.SalesPrices)
	read(t, s, content, data.SalesLineDiscounts)
	read(t, s, content, data.SegmentHeaders)
	read(t, s, content, data.SegmentLines)
	read(t, s, content, data.SegmentLanguages)
	read(t, s, content, data.SegmentCriteriaLines)
	read(t, s, content, data.SegmentHistories)
	read(t, s, content, data.LoggedSegments)
	read(t, s, content, data.CampaignEntries)
	read(t, s, content, data.ContactMailingGroups)
	read(t, s, content, data.Interactions)
	read(t, s, content, data.Contacts)
	read(t, s, content, data.ContactBusinessRelations)
	read(t, s, content, data.Customers)
	read(t, s, content, data.QuoteHeaders)
	read(t, s, content, data.QuoteLines)
	return content
}

func read[R any](t T, s *app.Session, content Content, table *data.Table[R]) {
	t.Helper()
	content[table.Name()] = All(t, s, table)
}

// Undoes carries out commands, undoes them all and redoes them, and checks that undo brought back all there was before and
// redo all there was after. Commands that change nothing must leave nothing to undo.
func Undoes(t T, s *app.Session, commands func()) {
	t.Helper()
	before, last := Read(t, s), applied(t, s)
	commands()
	after, count := Read(t, s), applied(t, s)-last
	for _, step := range []struct {
		name string
		do   func(context.Context) (data.Message, error)
		want Content
	}{{"undo", s.DB.Undo, before}, {"redo", s.DB.Redo, after}} {
		for range count {
			if _, err := step.do(context.Background()); err != nil {
				t.Fatalf("%s: %v", step.name, err)
			}
		}
		if got := Read(t, s); !reflect.DeepEqual(step.want, got) {
			t.Fatalf("after %s of %d commands (-want +got):\n%s", step.name, count, cmp.Diff(step.want, got))
		}
	}
}

// Rewind returns what undoes all commands carried out since, so that the runs of a property can share a company.
func Rewind(t T, s *app.Session) func() {
	last := applied(t, s)
	return func() {
		for range applied(t, s) - last {
			if _, err := s.DB.Undo(context.Background()); err != nil {
				t.Fatalf("rewind: %v", err)
			}
		}
	}
}

// applied counts the commands that could be undone.
func applied(t T, s *app.Session) (n int) {
	t.Helper()
	entries, err := data.Journal(s.DB, math.MaxInt32)
	if err != nil {
		t.Fatalf("journal: %v", err)
	}
	for _, entry := range entries {
		if entry.State == data.Applied {
			n++
		}
	}
	return n
}
