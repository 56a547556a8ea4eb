package demo

import (
	"path/filepath"
	"testing"

	"campaigndesk/data"
)

const workDate data.Date = "2026-03-18" // a Wednesday

func open(t *testing.T, language string, day data.Date) *data.DB {
	t.Helper()
	db, err := New(filepath.Join(t.TempDir(), "demo.campaigndesk"), language, day)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func TestX(t *testing.T) {
	db := open(t, "sv", workDate)
	drifting, err := data.Drifting(db)
	t.Log(drifting, err)
	cs, _ := data.Campaigns.Select(db, data.View{})
	for _, c := range cs {
		t.Log(c)
		a, b, _ := data.TargetCounts(db, c.No)
		t.Log(a, b)
	}
}
