// Package datatest gives the tests of other packages a company to work in.
package datatest

import (
	"context"
	"path/filepath"
	"testing"

	"campaigndesk/data"
)

// New makes an empty company in a file of its own, closed and removed when the test ends.
func New(t testing.TB) *data.DB {
	t.Helper()
	db, err := data.Create(filepath.Join(t.TempDir(), "test.campaigndesk"), "Test AB")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db
}

// Write carries out a command that must succeed.
func Write(t testing.TB, db *data.DB, fn func(*data.Tx) error) {
	t.Helper()
	if err := db.Write(context.Background(), data.Msg("test"), fn); err != nil {
		t.Fatal(err)
	}
}
