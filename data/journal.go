package data

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"
)

// JournalEntry is one command in the history of the company: what the user did, when, and whether it is undone.
type JournalEntry struct {
	ID    int64
	At    time.Time // when it was carried out, UTC
	Name  Message   // what was done, in the words of the text catalogue: "Activate campaign CP1001"
	Rows  int       // how many rows it touched
	State JournalState
}

// JournalState says whether a command counts.
type JournalState int

const (
	Applied   JournalState = iota // carried out
	Undone                        // undone, can be redone
	Abandoned                     // undone, and something else done since: no more to be redone in order
)

// Write carries out a command: fn's changes become one transaction, one entry of the journal under the given name, and one
// change notice. It is the only way to write. When fn fails or ctx is cancelled, nothing has happened.
// A command that changes no row leaves no entry.
func (db *DB) Write(ctx context.Context, name Message, fn func(*Tx) error) error {
	var changed []string
	err := db.transact(ctx, func(tx *Tx) error {
		if err := tx.openEntry(name); err != nil {
			return err
		}
		if err := fn(tx); err != nil {
			return err
		}
		var err error
		changed, err = tx.closeEntry()
		return err
	})
	if err == nil {
		db.notify(changed)
	}
	return err
}

// Remember writes what is no campaign work and therefore not in the journal: how windows look, how files were mapped.
func (db *DB) Remember(ctx context.Context, fn func(*Tx) error) error {
	return db.transact(ctx, fn)
}

func (db *DB) notify(tables []string) {
	if db.Changed != nil && len(tables) > 0 {
		db.Changed(tables)
	}
}

func (tx *Tx) openEntry(name Message) error {
	words, err := json.Marshal(name)
	if err != nil {
		return err
	}
	result, err := tx.exec("INSERT INTO journal (at, name) VALUES (?, ?)", time.Now().UTC().Format(time.RFC3339Nano), string(words))
	if err != nil {
		return err
	}
	if tx.entry, err = result.LastInsertId(); err != nil {
		return err
	}
	_, err = tx.exec("INSERT INTO temp.journal_now VALUES (?)", tx.entry)
	return err
}

// closeEntry ends the recording and returns the tables touched; an entry without rows vanishes. What was undone before can
// no longer be redone.
func (tx *Tx) closeEntry() ([]string, error) {
	if _, err := tx.exec("DELETE FROM temp.journal_now"); err != nil {
		return nil, err
	}
	tables, err := touched(tx, tx.entry)
	if err != nil {
		return nil, err
	}
	if len(tables) == 0 {
		_, err := tx.exec("DELETE FROM journal WHERE id=?", tx.entry)
		return nil, err
	}
	if _, err := tx.exec("UPDATE journal SET rows=(SELECT count(*) FROM journal_row WHERE entry=?1) WHERE id=?1", tx.entry); err != nil {
		return nil, err
	}
	if _, err := tx.exec("DELETE FROM journal_row WHERE entry IN (SELECT id FROM journal WHERE state=?)", Undone); err != nil {
		return nil, err
	}
	_, err = tx.exec("UPDATE journal SET state=? WHERE state=?", Abandoned, Undone)
	return tables, err
}

// touched lists the tables of an entry by stepping from one to the next in the index, however many rows each has.
func touched(r Reader, entry int64) ([]string, error) {
	return column1[string](r, `
		WITH RECURSIVE step(tbl) AS (
			SELECT (SELECT min(tbl) FROM journal_row WHERE entry=?1)
			UNION ALL
			SELECT (SELECT min(tbl) FROM journal_row WHERE entry=?1 AND tbl > step.tbl) FROM step WHERE tbl IS NOT NULL)
		SELECT tbl FROM step WHERE tbl IS NOT NULL`, entry)
}

// Undo takes back the newest command that counts and returns its name; ErrNotFound when there is none.
func (db *DB) Undo(ctx context.Context) (Message, error) {
	id, err := scalar[int64](db, "SELECT id FROM journal WHERE state=? ORDER BY id DESC LIMIT 1", Applied)
	if err != nil {
		return Message{}, err
	}
	return db.UndoEntry(ctx, id)
}

// Redo carries out again the command undone last, unless something else was done since; ErrNotFound when there is none.
func (db *DB) Redo(ctx context.Context) (Message, error) {
	id, err := scalar[int64](db, "SELECT id FROM journal WHERE state=? ORDER BY undone DESC LIMIT 1", Undone)
	if err != nil {
		return Message{}, err
	}
	return db.flip(ctx, id, Undone, Applied)
}

// UndoEntry takes back any command. It refuses, saying what stands in the way, when later commands touched the same rows,
// refer to what would vanish, or have taken a number that would come back.
func (db *DB) UndoEntry(ctx context.Context, id int64) (Message, error) {
	return db.flip(ctx, id, Applied, Undone)
}

func (db *DB) flip(ctx context.Context, id int64, from, to JournalState) (Message, error) {
	var name Message
	var changed []string
	err := db.transact(ctx, func(tx *Tx) error {
		tx.flipping = id
		entries, err := journalEntries(tx, "WHERE id=? AND state=?", id, from)
		if err != nil {
			return err
		}
		if len(entries) == 0 {
			return ErrNotFound
		}
		name = entries[0].Name
		if err := tx.refuseOverlaid(id); err != nil {
			return err
		}
		if changed, err = touched(tx, id); err != nil {
			return err
		}
		for _, table := range changed {
			if err := tx.swap(id, table); err != nil {
				return err
			}
		}
		if err := tx.refuseLooseEnds(id, changed); err != nil {
			return err
		}
		_, err = tx.exec("UPDATE journal SET state=?, undone=iif(?1=?3, (SELECT max(undone)+1 FROM journal), 0) WHERE id=?2", to, id, Undone)
		return err
	})
	if err == nil {
		db.notify(changed)
	}
	return name, err
}

// Journal lists the newest commands, at most limit of them.
func Journal(r Reader, limit int) ([]JournalEntry, error) {
	return journalEntries(r, "ORDER BY id DESC LIMIT ?", limit)
}

func journalEntries(r Reader, condition string, args ...any) ([]JournalEntry, error) {
	var entries []JournalEntry
	err := each(r, "SELECT id, at, name, rows, state FROM journal "+condition, args, func(rows *sql.Rows) error {
		var e JournalEntry
		var at, words string
		if err := rows.Scan(&e.ID, &at, &words, &e.Rows, &e.State); err != nil {
			return err
		}
		var err error
		if e.At, err = time.Parse(time.RFC3339Nano, at); err != nil {
			return err
		}
		if e.Name, err = parseMessage(words); err != nil {
			return err
		}
		entries = append(entries, e)
		return nil
	})
	return entries, err
}

// PruneJournal forgets commands older than the given number of days, and the oldest beyond maxRows rows in all; what is
// forgotten can no longer be undone. It returns how many entries went.
func (db *DB) PruneJournal(ctx context.Context, days int, maxRows int64) (int64, error) {
	before := time.Now().UTC().AddDate(0, 0, -days).Format(time.RFC3339Nano)
	var pruned int64
	err := db.transact(ctx, func(tx *Tx) error {
		last, err := scalar[int64](tx, `SELECT coalesce(max(id), 0) FROM (
			SELECT id, at, sum(rows) OVER (ORDER BY id DESC) AS newer FROM journal) WHERE at < ? OR newer > ?`, before, maxRows)
		if err != nil || last == 0 {
			return err
		}
		if _, err := tx.exec("DELETE FROM journal_row WHERE entry <= ?", last); err != nil {
			return err
		}
		result, err := tx.exec("DELETE FROM journal WHERE id <= ?", last)
		if err != nil {
			return err
		}
		pruned, err = result.RowsAffected()
		return err
	})
	return pruned, err
}

// maxJournalRows bounds the journal: about half a gigabyte when all of them are changed rows.
const maxJournalRows = 2_000_000

// forgetOld prunes the journal by the company's own setting, and removes the attachments that it alone kept.
func (db *DB) forgetOld(ctx context.Context) error {
	setup, err := GetSetup(db)
	if err != nil {
		return err
	}
	if _, err = db.PruneJournal(ctx, setup.JournalDays, maxJournalRows); err != nil {
		return err
	}
	return db.transact(ctx, dropUnusedAttachments)
}
