package data

import (
	"context"
	"path/filepath"
	"testing"
)

// newCompany makes an empty company for a test.
func newCompany(t testing.TB) *DB {
	t.Helper()
	db, err := Create(filepath.Join(t.TempDir(), "test.campaigndesk"), "Test AB")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// write carries out a command that must succeed.
func write(t testing.TB, db *DB, fn func(*Tx) error) {
	t.Helper()
	if err := db.Write(context.Background(), Msg("test"), fn); err != nil {
		t.Fatal(err)
	}
}
