package data

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

//go:embed schema/*.sql
var schema embed.FS

// applicationID marks a file as a company of this program in SQLite's header ("CaDe").
const applicationID = 0x43614465

// FormatVersion is the newest format this program knows: the number of migrations.
var FormatVersion = func() int {
	files, err := fs.Glob(schema, "schema/*.sql")
	if err != nil {
		panic(err)
	}
	return len(files)
}()

// Create makes a new company file, refusing one that exists, and opens it. It holds the settings record and nothing else.
func Create(path, companyName string) (*DB, error) {
	if _, err := os.Stat(path); err == nil {
		return nil, Msg("file-exists", path)
	}
	lock, err := lockCompany(path)
	if err != nil {
		return nil, err
	}
	db, err := create(path, companyName)
	if err != nil {
		lock.release()
		os.Remove(path)
		return nil, err
	}
	db.lock = lock
	return db, nil
}

func create(path, companyName string) (*DB, error) {
	if err := migrate(path, 0); err != nil {
		return nil, err
	}
	db, err := connect(path)
	if err != nil {
		return nil, err
	}
	setup := Setup{CompanyName: companyName, Language: "en", Region: "sv", LCYCode: "SEK", AmountRounding: 1000, UnitAmountRounding: 1,
		JournalDays: 90, CustomerRelation: "CUST"}
	if err := db.Remember(context.Background(), func(tx *Tx) error { return Setups.Insert(tx, &setup) }); err != nil {
		db.closeConnections()
		return nil, err
	}
	return db, nil
}

// Open opens a company file for this process alone. It refuses, saying why and leaving the file as it is: a file that is
// missing, in use, no company, damaged, or of a newer format. An older format is brought up to date after a verified
// backup beside the file.
func Open(path string) (*DB, error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, Msg("file-missing", path)
	}
	lock, err := lockCompany(path)
	if err != nil {
		return nil, err
	}
	db, err := open(path)
	if err != nil {
		lock.release()
		return nil, err
	}
	db.lock = lock
	return db, nil
}

func open(path string) (*DB, error) {
	version, err := inspect(path)
	if err != nil {
		return nil, err
	}
	if version > FormatVersion {
		return nil, Msg("file-newer", path, version, FormatVersion)
	}
	if version < FormatVersion {
		if err := migrate(path, version); err != nil {
			return nil, err
		}
	}
	return connect(path)
}

// inspect looks at a file without changing it: whether it is a sound company, and of which format.
func inspect(path string) (version int, err error) {
	file, err := sql.Open("sqlite", "file:"+filepath.ToSlash(path)+"?mode=rw")
	if err != nil {
		return 0, err
	}
	defer file.Close()
	var id int
	if err := file.QueryRow("PRAGMA application_id").Scan(&id); err != nil || id != applicationID {
		return 0, Msg("file-no-company", path)
	}
	var sound string
	if err := file.QueryRow("PRAGMA quick_check(1)").Scan(&sound); err != nil || sound != "ok" {
		return 0, Msg("file-damaged", path, sound)
	}
	return version, file.QueryRow("PRAGMA user_version").Scan(&version)
}

// migrate brings a file from a format version to the newest, one transaction per step.
func migrate(path string, version int) error {
	file, err := sql.Open("sqlite", "file:"+filepath.ToSlash(path))
	if err != nil {
		return err
	}
	defer file.Close()
	steps, err := fs.Glob(schema, "schema/*.sql")
	if err != nil {
		return err
	}
	for _, step := range steps[version:] {
		statements, err := schema.ReadFile(step)
		if err != nil {
			return err
		}
		version++
		if _, err := file.Exec(fmt.Sprintf("BEGIN; %s; PRAGMA application_id=%d; PRAGMA user_version=%d; COMMIT",
			statements, applicationID, version)); err != nil {
			return fmt.Errorf("%s: %w", step, err)
		}
	}
	return nil
}

// Close ends the work with the company and gives the file free.
func (db *DB) Close() error {
	err := db.closeConnections()
	if lerr := db.lock.release(); err == nil {
		err = lerr
	}
	return err
}
