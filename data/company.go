package data

import (
	"bytes"
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

//go:embed schema/*.sql
var schema embed.FS

// applicationID marks a file as a company of this program in SQLite's header ("CaDe").
const applicationID = 0x43614465

// migrations are the steps from each format version to the next; the number of them is the newest format known.
var migrations = func() (steps []string) {
	files, err := fs.Glob(schema, "schema/*.sql")
	if err != nil {
		panic(err)
	}
	for _, file := range files {
		statements, err := schema.ReadFile(file)
		if err != nil {
			panic(err)
		}
		steps = append(steps, string(statements))
	}
	return steps
}()

// Create makes a new company file, refusing one that exists, and opens it. It holds the settings record and
// the business relation that means customer, and nothing else.
func Create(path, companyName string) (*DB, error) {
	path, err := fullPath(path)
	if err != nil {
		return nil, err
	}
	lock, err := lockCompany(path)
	if err != nil {
		return nil, err
	}
	db, err := create(path, companyName)
	if err != nil {
		lock.release()
		return nil, err
	}
	db.lock = lock
	return db, nil
}

func create(path, companyName string) (*DB, error) {
	if _, err := os.Lstat(path); err == nil {
		return nil, Msg("file-exists", path)
	}
	unfinished := path + "-new" // so that a file that bears the name is a company
	os.Remove(unfinished)
	defer os.Remove(unfinished)
	if err := migrate(unfinished, 0); err != nil {
		return nil, explainFile(err, path)
	}
	if err := os.Rename(unfinished, path); err != nil {
		return nil, explainFile(err, path)
	}
	db, err := connect(path)
	if err != nil {
		os.Remove(path)
		return nil, err
	}
	setup := Setup{CompanyName: companyName, Language: "en", Region: "sv", LCYCode: "SEK", AmountRounding: 1000, UnitAmountRounding: 1,
		JournalDays: 90, CustomerRelation: "CUST", InheritSalesperson: true, InheritTerritory: true, InheritCountry: true, InheritLanguage: true,
		InheritFormatRegion: true, InheritAddress: true, InheritCommunication: true, SearchHit: Int(60)}
	if err := db.Remember(context.Background(), func(tx *Tx) error {
		if err := BusinessRelations.Insert(tx, &BusinessRelation{Code: setup.CustomerRelation, Description: "Customer"}); err != nil {
			return err
		}
		return Setups.Insert(tx, &setup)
	}); err != nil {
		db.disconnect()
		os.Remove(path)
		return nil, err
	}
	return db, nil
}

// Open opens a company file for this process alone. It refuses, saying why and leaving the file as it is: a file that is
// missing, in use, read-only, no company, damaged, or of a newer format. An older format is brought up to date after a
// verified backup. What the journal has kept for long enough is forgotten.
func Open(path string) (*DB, error) {
	path, err := fullPath(path)
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, Msg("file-missing", path)
	}
	lock, err := lockCompany(path)
	if err != nil {
		return nil, err
	}
	db, err := open(path, lock)
	if err != nil {
		lock.release()
		return nil, explainFile(err, path)
	}
	db.lock = lock
	return db, nil
}

func open(path string, lock *fileLock) (*DB, error) {
	if err := checkWritable(path); err != nil {
		return nil, err
	}
	version, err := inspect(path, lock.unclean || needsCheck(path))
	if err != nil {
		return nil, err
	}
	lock.unclean = false
	if version < len(migrations) {
		if _, err := backUp(context.Background(), path, BeforeUpgrade); err != nil {
			return nil, err
		}
		if err := migrate(path, version); err != nil {
			return nil, err
		}
	}
	db, err := connect(path)
	if err != nil {
		return nil, err
	}
	if err := db.forgetOld(context.Background()); err != nil {
		db.disconnect()
		return nil, err
	}
	return db, nil
}

// Close ends the work with the company and gives the file free.
func (db *DB) Close() error {
	return errors.Join(db.disconnect(), db.lock.release())
}

// fullPath names the file in one way only, so that two starts of the program meet at the same lock.
func fullPath(path string) (string, error) {
	full, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(full); err == nil {
		return real, nil
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(full)); err == nil {
		return filepath.Join(dir, filepath.Base(full)), nil
	}
	return full, nil
}

// checkWritable refuses a file that is marked read-only or that this user may not change.
func checkWritable(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return Msg("file-no-company", path)
	}
	if info.Mode().Perm()&0o222 == 0 {
		return Msg("file-read-only", path)
	}
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return Msg("file-read-only", path)
	}
	return file.Close()
}

// quickly is the size up to which a file is checked at every opening: that takes about a tenth of a second.
const quickly = 32 << 20

// needsCheck reports whether a file that was released in order is to be looked through before use all the same: when it is
// small, or when SQLite's log lies beside it because it was copied while in use.
func needsCheck(path string) bool {
	info, err := os.Stat(path)
	if err != nil || info.Size() <= quickly {
		return true
	}
	_, err = os.Stat(path + "-wal")
	return err == nil
}

// inspect looks at a file without changing it: whether it is a company of a format that can be used, if wanted also
// whether it is sound, and of which format it is.
func inspect(path string, thoroughly bool) (version int, err error) {
	if !isDatabase(path) {
		return 0, Msg("file-no-company", path)
	}
	file, err := sql.Open("sqlite", address(path, "mode=rw"))
	if err != nil {
		return 0, err
	}
	defer file.Close()
	file.SetMaxOpenConns(1)
	var id int
	if err := file.QueryRow("PRAGMA application_id").Scan(&id); err != nil {
		return 0, explainFile(err, path)
	}
	if id != applicationID {
		return 0, Msg("file-no-company", path)
	}
	if err := file.QueryRow("PRAGMA user_version").Scan(&version); err != nil {
		return 0, explainFile(err, path)
	}
	if version > len(migrations) {
		return 0, Msg("file-newer", path, version, len(migrations))
	}
	if thoroughly {
		var found string
		if err := file.QueryRow("PRAGMA quick_check(1)").Scan(&found); err != nil {
			return 0, explainFile(err, path)
		}
		if found != "ok" {
			return 0, Msg("file-damaged", path, found)
		}
	}
	return version, nil
}

// isDatabase reports whether a file begins as SQLite's files do.
func isDatabase(path string) bool {
	file, err := os.Open(path)
	if err != nil {
		return false
	}
	defer file.Close()
	const beginning = "SQLite format 3\x00"
	head := make([]byte, len(beginning))
	_, err = io.ReadFull(file, head)
	return err == nil && bytes.Equal(head, []byte(beginning))
}

// migrate brings a file from a format version to the newest, one transaction per step. What was done under an older
// format cannot be undone under a newer one.
func migrate(path string, version int) error {
	file, err := sql.Open("sqlite", address(path, ""))
	if err != nil {
		return err
	}
	defer file.Close()
	for _, step := range migrations[version:] {
		version++
		if _, err := file.Exec(fmt.Sprintf("BEGIN; %s; DELETE FROM journal; DELETE FROM journal_row; PRAGMA application_id=%d; PRAGMA user_version=%d; COMMIT",
			step, applicationID, version)); err != nil {
			return fmt.Errorf("migration to format %d: %w", version, err)
		}
	}
	return nil
}

// explainFile is explain for troubles on the way to an open company, where the file is not yet known to the user.
func explainFile(err error, path string) error {
	switch explained := explain(err).(type) {
	case Message:
		if explained.Key == "damage-found" {
			return Msg("file-damaged", path, explained.Args[0])
		}
		return explained
	default:
		if errors.Is(err, fs.ErrPermission) || errors.Is(err, fs.ErrNotExist) {
			return Msg("file-cannot-create", path, err.Error())
		}
		return err
	}
}
