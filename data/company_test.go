package data

import (
	"bufio"
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// closedCompany makes a company file with one campaign that nobody has open.
func closedCompany(t *testing.T) string {
	t.Helper()
	db := newCompany(t)
	write(t, db, func(tx *Tx) error { return Campaigns.Insert(tx, &Campaign{No: "CP1"}) })
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return db.path
}

func TestAFileThatCannotBeUsedIsRefusedAndLeftAsItIs(t *testing.T) {
	overwrite := func(content string) func(*testing.T, string) {
		return func(t *testing.T, path string) {
			if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	tests := []struct {
		name  string
		spoil func(t *testing.T, path string)
		want  string
	}{
		{"no file", func(t *testing.T, path string) { os.Remove(path) }, "file-missing"},
		{"a folder", func(t *testing.T, path string) { os.Remove(path); os.Mkdir(path, 0o700) }, "file-no-company"},
		{"an empty file", overwrite(""), "file-no-company"},
		{"a text", overwrite("Item No.;Unit Price\n1000;12,50\n"), "file-no-company"},
		{"another database", func(t *testing.T, path string) { statement(t, path, "PRAGMA application_id=7") }, "file-no-company"},
		{"a newer format", func(t *testing.T, path string) { statement(t, path, "PRAGMA user_version=99") }, "file-newer"},
		{"half a file", halve, "file-damaged"},
		{"a spoilt page", func(t *testing.T, path string) { spoil(t, path) }, "file-damaged"},
		{"a write-protected file", func(t *testing.T, path string) { os.Chmod(path, 0o400) }, "file-read-only"},
		{"a folder that is none", func(t *testing.T, path string) {
			dir := filepath.Dir(path)
			os.RemoveAll(dir)
			overwrite("")(t, dir)
		}, "file-cannot-lock"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			path := closedCompany(t)
			test.spoil(t, path)
			before, _ := os.ReadFile(path)
			for range 2 { // the second time too
				_, err := Open(path)
				if refusalOf(err) != test.want {
					t.Errorf("got %v, want %s", err, test.want)
				}
			}
			if after, _ := os.ReadFile(path); string(after) != string(before) {
				t.Error("the file was changed")
			}
			beside, _ := filepath.Glob(path + "?*")
			if diff := cmp.Diff([]string{path + "-lock"}, beside); diff != "" && test.want != "file-missing" && test.want != "file-cannot-lock" {
				t.Errorf("left beside the file: %v", beside)
			}
		})
	}
}

// statement runs SQL on a file that nobody has open.
func statement(t *testing.T, path, query string) {
	t.Helper()
	file, err := sql.Open("sqlite", address(path, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if _, err := file.Exec(query); err != nil {
		t.Fatal(err)
	}
}

// spoil writes nonsense over a page that is not read when a company opens.
func spoil(t *testing.T, path string) {
	t.Helper()
	database, err := sql.Open("sqlite", address(path, ""))
	if err != nil {
		t.Fatal(err)
	}
	var page, size int64
	err = database.QueryRow("SELECT rootpage, page_size FROM sqlite_schema, pragma_page_size WHERE name='interaction_by_contact'").Scan(&page, &size)
	if err := errors.Join(err, database.Close()); err != nil {
		t.Fatal(err)
	}
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if _, err := file.WriteAt(bytes.Repeat([]byte("nonsense"), int(size)/8), (page-1)*size); err != nil {
		t.Fatal(err)
	}
}

func halve(t *testing.T, path string) {
	t.Helper()
	info, err := os.Stat(path)
	if err := errors.Join(err, os.Truncate(path, info.Size()/2)); err != nil {
		t.Fatal(err)
	}
}

func TestALargeFileIsCheckedOnlyAfterAnUncleanEnd(t *testing.T) {
	path := closedCompany(t)
	spoil(t, path)
	if err := os.Truncate(path, quickly+1); err != nil {
		t.Fatal(err)
	}
	db, err := Open(path)
	if err != nil {
		t.Fatalf("after a clean end: %v", err)
	}
	db.Close()
	if err := os.WriteFile(holderFile(path), []byte("1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if _, err := Open(path); refusalOf(err) != "file-damaged" {
			t.Errorf("after an unclean end: %v", err)
		}
	}
}

func TestAnyNameWillDo(t *testing.T) {
	for _, name := range []string{"plain", "with blanks", "Åkes Änglar Öl", "a#b", "what?", "100%", "50%20off", "a&b=c;d", "1+1", "it's", `"quoted"`, "file:x", "[x]", "~"} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), name, name+".campaigndesk")
			if err := os.Mkdir(filepath.Dir(path), 0o700); err != nil {
				t.Fatal(err)
			}
			db, err := Create(path, name)
			if err != nil {
				t.Fatal(err)
			}
			write(t, db, func(tx *Tx) error { return Campaigns.Insert(tx, &Campaign{No: "CP1"}) })
			if _, err := Backup(t.Context(), db, ""); err != nil {
				t.Fatal(err)
			}
			if backups, err := Backups(db); err != nil || len(backups) != 1 {
				t.Errorf("found %v %v", backups, err)
			}
			db = reopen(t, db)
			if _, err := Campaigns.Get(db, CampaignNo("CP1")); err != nil {
				t.Error(err)
			}
			db.Close()
			files, _ := os.ReadDir(filepath.Dir(path))
			var names []string
			for _, f := range files {
				names = append(names, f.Name())
			}
			if diff := cmp.Diff([]string{name + " backups", name + ".campaigndesk", name + ".campaigndesk-lock"}, names); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAddressOfWindowsPaths(t *testing.T) {
	for path, want := range map[string]string{
		"C:/Users/Åsa B/50% #1.campaigndesk": "file:///C:/Users/%C3%85sa%20B/50%25%20%231.campaigndesk?mode=rw",
		"//server/share/a?.campaigndesk":     "file:////server/share/a%3F.campaigndesk?mode=rw",
		"/home/a.campaigndesk":               "file:///home/a.campaigndesk?mode=rw",
	} {
		if got := address(path, "mode=rw"); got != want {
			t.Errorf("%s: got %s, want %s", path, got, want)
		}
	}
}

func TestCreateRefuses(t *testing.T) {
	path := closedCompany(t)
	if _, err := Create(path, "Second"); refusalOf(err) != "file-exists" {
		t.Errorf("over a company: %v", err)
	}
	db := opened(t, path)
	if _, err := Campaigns.Get(db, CampaignNo("CP1")); err != nil {
		t.Errorf("the first company: %v", err)
	}
	if _, err := Create(filepath.Join(path, "inside a file"), "Third"); refusalOf(err) != "file-cannot-lock" {
		t.Errorf("where nothing can be: %v", err)
	}
	long := filepath.Join(t.TempDir(), "long")
	if _, err := Create(long, strings.Repeat("x", 101)); refusalOf(err) != "company_name: text-too-long" {
		t.Errorf("with a long name: %v", err)
	}
	if _, err := os.Stat(long); err == nil {
		t.Error("a refused company was left behind")
	}
}

// holdCompany is the second process: it keeps a company open and tells of knocks.
func holdCompany(path string) {
	db, err := Open(path)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("open")
	go func() {
		for range db.Knocks() {
			fmt.Println("knock")
		}
	}()
	io.Copy(io.Discard, os.Stdin)
	db.Close()
}

func TestASecondStartIsToldWhoHasTheCompanyAndCanKnock(t *testing.T) {
	path := closedCompany(t)
	if err := Knock(path); err == nil {
		t.Error("somebody answers in an empty house")
	}
	holder, said, stop := child(t, "hold", path)
	expect(t, said, "open")
	_, err := Open(path)
	if diff := cmp.Diff(Msg("file-in-use", path, strconv.Itoa(holder.Process.Pid)), err); diff != "" {
		t.Error(diff)
	}
	if !InUse(err) {
		t.Error("in use, says Open, but InUse does not")
	}
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(link); !InUse(err) {
		t.Errorf("by another name: %v", err)
	}
	for range 3 {
		if err := Knock(link); err != nil {
			t.Fatal(err)
		}
		expect(t, said, "knock")
	}

	stop.Close()
	if err := holder.Wait(); err != nil {
		t.Fatal(err)
	}
	if err := Knock(path); err == nil {
		t.Error("somebody answers after the end")
	}
	opened(t, path)
}

func TestAKilledHolderLeavesTheCompanyFree(t *testing.T) {
	path := closedCompany(t)
	holder, said, _ := child(t, "hold", path)
	expect(t, said, "open")
	holder.Process.Kill()
	holder.Wait()
	if err := Knock(path); err == nil {
		t.Error("a dead process answers")
	}
	opened(t, path)
}

func expect(t *testing.T, said *bufio.Scanner, want string) {
	t.Helper()
	if !said.Scan() || said.Text() != want {
		t.Fatalf("the other process said %q, want %q (%v)", said.Text(), want, said.Err())
	}
}

func TestOneProcessCannotOpenACompanyTwice(t *testing.T) {
	db := newCompany(t)
	if _, err := Open(db.path); !InUse(err) {
		t.Errorf("got %v", err)
	}
}

// addMigration pretends that the program knows one format more.
func addMigration(t *testing.T, statements string) {
	known := migrations
	migrations = append(known[:len(known):len(known)], statements)
	t.Cleanup(func() { migrations = known })
}

func TestAnOlderFormatIsBackedUpAndBroughtUpToDate(t *testing.T) {
	path := closedCompany(t)
	old := len(migrations)
	addMigration(t, "ALTER TABLE campaign ADD COLUMN budget INTEGER NOT NULL DEFAULT 5")
	db := opened(t, path)
	if budget, err := scalar[int](db, "SELECT budget FROM campaign WHERE no='CP1'"); err != nil || budget != 5 {
		t.Errorf("after the migration the campaign has %d, %v", budget, err)
	}
	if entries, err := Journal(db, 10); err != nil || len(entries) != 0 {
		t.Errorf("commands of the old format can still be undone: %v %v", entries, err)
	}
	backups, err := Backups(db)
	if err != nil || len(backups) != 1 || backups[0].Kind != BeforeUpgrade {
		t.Fatalf("backups: %v %v", backups, err)
	}
	if version, err := inspect(backups[0].Path, true); err != nil || version != old {
		t.Errorf("the backup has format %d, %v", version, err)
	}
	db = reopen(t, db)
	if again, _ := Backups(db); len(again) != 1 {
		t.Errorf("opening once more made another backup: %v", again)
	}
}

func TestAFailedMigrationChangesNothing(t *testing.T) {
	path := closedCompany(t)
	t.Run("fails", func(t *testing.T) {
		addMigration(t, "ALTER TABLE campaign ADD COLUMN budget INTEGER; INSERT INTO nowhere VALUES (1)")
		if _, err := Open(path); err == nil {
			t.Error("no error")
		}
	})
	db := opened(t, path)
	if _, err := Campaigns.Get(db, CampaignNo("CP1")); err != nil {
		t.Error(err)
	}
	if n, _ := scalar[int](db, "SELECT count(*) FROM pragma_table_info('campaign') WHERE name='budget'"); n != 0 {
		t.Error("half of the migration is there")
	}
}
