package apptest

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/demo"
	"campaigndesk/data"
)

// Large opens a copy of the large company, on its work date, for the length of a benchmark. make bench makes the company
// once for all benchmarks and says in LARGE_COMPANY where it is; without it the benchmark is skipped.
func Large(b *testing.B) *app.Session {
	b.Helper()
	original := os.Getenv("LARGE_COMPANY")
	if original == "" {
		b.Skip("make bench makes the large company")
	}
	path := filepath.Join(b.TempDir(), "large.campaigndesk")
	if err := copyFile(path, original); err != nil {
		b.Fatal(err)
	}
	db, err := data.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { db.Close() })
	s, err := app.Start(db)
	if err != nil {
		b.Fatal(err)
	}
	s.WorkDate = demo.LargeWorkDate
	return s
}

func copyFile(to, from string) error {
	source, err := os.Open(from)
	if err != nil {
		return err
	}
	defer source.Close()
	target, err := os.Create(to)
	if err != nil {
		return err
	}
	defer target.Close()
	_, err = io.Copy(target, source)
	return err
}
