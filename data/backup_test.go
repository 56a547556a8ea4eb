package data

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// company holds one campaign per number.
func companyWith(t *testing.T, numbers ...CampaignNo) *DB {
	t.Helper()
	db := newCompany(t)
	addCampaigns(t, db, numbers...)
	return db
}

func addCampaigns(t *testing.T, db *DB, numbers ...CampaignNo) {
	t.Helper()
	for _, no := range numbers {
		write(t, db, func(tx *Tx) error { return Campaigns.Insert(tx, &Campaign{No: no}) })
	}
}

// campaignsIn lists the campaigns of a file that nobody has open.
func campaignsIn(t *testing.T, path string) string {
	t.Helper()
	db, err := Open(path)
	if err != nil {
		return refusalOf(err)
	}
	defer db.Close()
	numbers, err := column1[string](db, "SELECT no FROM campaign ORDER BY no")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(numbers, " ")
}

func TestABackupIsTheCompanyAsItWas(t *testing.T) {
	db := companyWith(t, "CP1")
	elsewhere := filepath.Join(t.TempDir(), "elsewhere.campaigndesk")
	if _, err := Backup(t.Context(), db, elsewhere); err != nil {
		t.Fatal(err)
	}
	beside, err := Backup(t.Context(), db, "")
	if err != nil {
		t.Fatal(err)
	}
	again, err := Backup(t.Context(), db, "") // within the same second
	if err != nil {
		t.Fatal(err)
	}
	addCampaigns(t, db, "CP2")

	backups, err := Backups(db)
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, b := range backups {
		paths = append(paths, b.Path)
		if b.Kind != Manual || b.Size == 0 || time.Since(b.At).Abs() > time.Minute {
			t.Errorf("listed as %+v", b)
		}
	}
	if diff := cmp.Diff([]string{again.Path, beside.Path}, paths); diff != "" {
		t.Error(diff)
	}
	for _, path := range []string{elsewhere, beside.Path, again.Path} {
		if got := campaignsIn(t, path); got != "CP1" {
			t.Errorf("%s holds %q", path, got)
		}
	}
	if _, err := Backup(t.Context(), db, elsewhere); refusalOf(err) != "file-exists" {
		t.Errorf("over another backup: %v", err)
	}
}

func TestABackupCannotBeMade(t *testing.T) {
	db := companyWith(t, "CP1")
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	target := filepath.Join(t.TempDir(), "target")
	if _, err := Backup(cancelled, db, target); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if _, err := Backup(t.Context(), db, filepath.Join(target, "no folder")); err == nil {
		t.Error("into a folder that is not there: no error")
	}
	if left, _ := filepath.Glob(target + "*"); left != nil {
		t.Errorf("left behind: %v", left)
	}
}

func TestOneDailyBackupAndSevenKept(t *testing.T) {
	db := companyWith(t, "CP1")
	for range 2 {
		if err := BackupDaily(t.Context(), db); err != nil {
			t.Fatal(err)
		}
	}
	manual, err := Backup(t.Context(), db, "")
	if err != nil {
		t.Fatal(err)
	}
	backups, err := Backups(db)
	if err != nil || len(backups) != 2 {
		t.Fatalf("two on one day: %v %v", backups, err)
	}
	// The days before, as the names of the files tell them; and files that are none of ours.
	folder, name, extension := backupPlace(db.path)
	today := time.Now()
	for _, b := range backups {
		if b.Kind == Daily {
			if err := os.Rename(b.Path, filepath.Join(folder, fmt.Sprintf("%s %s daily%s", name, today.AddDate(0, 0, -1).Format(backupTime), extension))); err != nil {
				t.Fatal(err)
			}
		}
	}
	for day := 2; day <= 10; day++ {
		file := fmt.Sprintf("%s %s daily%s", name, today.AddDate(0, 0, -day).Format(backupTime), extension)
		if err := os.WriteFile(filepath.Join(folder, file), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, other := range []string{"notes.txt", name + " 2026-01-01 weekly" + extension, name + " daily" + extension, "other 2026-01-01 00.00.00 daily" + extension} {
		if err := os.WriteFile(filepath.Join(folder, other), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := BackupDaily(t.Context(), db); err != nil {
		t.Fatal(err)
	}
	backups, err = Backups(db)
	if err != nil {
		t.Fatal(err)
	}
	var daily []Date
	others := map[string]bool{}
	for _, b := range backups {
		if b.Kind == Daily {
			daily = append(daily, DateOf(b.At))
		} else {
			others[b.Path] = true
		}
	}
	var want []Date
	for day := range keptDaily {
		want = append(want, DateOf(today).AddDays(-day))
	}
	if diff := cmp.Diff(want, daily); diff != "" {
		t.Errorf("days kept: %s", diff)
	}
	if diff := cmp.Diff(map[string]bool{manual.Path: true}, others); diff != "" {
		t.Errorf("others: %s", diff)
	}
}

func TestRestoreKeepsWhatWasThere(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(t *testing.T, path string)
		kept  string // in the backup of what was there
	}{
		{"a sound company", func(*testing.T, string) {}, "CP1 CP2"},
		{"a company with a damaged index, which can be built anew", spoil, "CP1 CP2"},
		{"a damaged company", halve, "file-damaged"},
		{"no file", func(t *testing.T, path string) { os.Remove(path) }, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			db := companyWith(t, "CP1")
			backup, err := Backup(t.Context(), db, "")
			if err != nil {
				t.Fatal(err)
			}
			addCampaigns(t, db, "CP2")
			if err := Restore(db.path, backup.Path); !InUse(err) {
				t.Errorf("of an open company: %v", err)
			}
			db.Close()
			test.spoil(t, db.path)
			if err := Restore(db.path, backup.Path); err != nil {
				t.Fatal(err)
			}
			if got := campaignsIn(t, db.path); got != "CP1" {
				t.Errorf("the company holds %q", got)
			}
			backups, err := Backups(db)
			if err != nil {
				t.Fatal(err)
			}
			kept := ""
			for _, b := range backups {
				if b.Kind == BeforeRestore {
					kept += campaignsIn(t, b.Path)
				}
			}
			if kept != test.kept {
				t.Errorf("kept %q, want %q", kept, test.kept)
			}
		})
	}
}

func TestRestoreRefusesWhatIsNoSoundBackup(t *testing.T) {
	db := companyWith(t, "CP1")
	backup, err := Backup(t.Context(), db, "")
	if err != nil {
		t.Fatal(err)
	}
	addCampaigns(t, db, "CP2")
	db.Close()
	spoil(t, backup.Path)
	if err := Restore(db.path, backup.Path); refusalOf(err) != "file-damaged" {
		t.Errorf("got %v", err)
	}
	if got := campaignsIn(t, db.path); got != "CP1 CP2" {
		t.Errorf("the company holds %q", got)
	}
}
