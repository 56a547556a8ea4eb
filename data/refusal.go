package data

import (
	"errors"
	"regexp"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// constraint names the kind of rule of the schema that a statement broke.
type constraint int

const (
	constraintNone constraint = iota
	constraintUnique
	constraintForeignKey
	constraintNotNull
	constraintCheck
	constraintOther
)

func constraintOf(err error) constraint {
	code := sqliteCode(err)
	switch code {
	case sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY:
		return constraintUnique
	case sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
		return constraintForeignKey
	case sqlite3.SQLITE_CONSTRAINT_NOTNULL:
		return constraintNotNull
	case sqlite3.SQLITE_CONSTRAINT_CHECK:
		return constraintCheck
	}
	if code&0xff == sqlite3.SQLITE_CONSTRAINT {
		return constraintOther
	}
	return constraintNone
}

// sqliteCode returns SQLite's extended result code, 0 for an error that is not SQLite's.
func sqliteCode(err error) int {
	var failed *sqlite.Error
	if !errors.As(err, &failed) {
		return 0
	}
	return failed.Code()
}

// explain turns troubles with the disk or the file into messages; other errors pass.
func explain(err error) error {
	switch sqliteCode(err) & 0xff {
	case sqlite3.SQLITE_FULL:
		return Msg("disk-full")
	case sqlite3.SQLITE_READONLY:
		return Msg("file-not-writable")
	case sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN:
		return Msg("disk-failed", err.Error())
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return Msg("damage-found", err.Error())
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return Msg("file-busy")
	}
	return err
}

// The schema's rules on single values begin with the column: "unit_price >= 0".
var brokenCheck = regexp.MustCompile(`CHECK constraint failed: (\w+) (.*?)(?: \(\d+\))?$`)

var checkMessages = []struct{ rule, key string }{
	{"<> ''", "must-not-be-blank"},
	{">= 0", "must-not-be-negative"},
	{"> 0", "must-be-positive"},
	{">= 1", "must-be-positive"},
	{"BETWEEN 0 AND 10000000", "must-be-a-percentage"},
}

var brokenNotNull = regexp.MustCompile(`NOT NULL constraint failed: \w+\.(\w+)`)

// refusal turns SQLite's answer to a broken rule of the schema into something the user understands.
func (t *shape) refusal(err error, key string) error {
	switch constraintOf(err) {
	case constraintUnique:
		return Msg(t.duplicate, key).At(t.key[0].name)
	case constraintNotNull:
		if found := brokenNotNull.FindStringSubmatch(err.Error()); found != nil {
			return Msg("must-not-be-blank").At(found[1])
		}
	case constraintCheck:
		found := brokenCheck.FindStringSubmatch(err.Error())
		if found == nil {
			break
		}
		for _, m := range checkMessages {
			if strings.HasPrefix(found[2], m.rule) {
				return Msg(m.key).At(found[1])
			}
		}
		return Msg("value-not-allowed").At(found[1])
	}
	return err
}
