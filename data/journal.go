package data

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
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

// How undo works. While a command runs, temporary triggers on the writing connection keep, for each row it touches first,
// the row as it was before: an image, NULL for a row that did not exist. Undo swaps: it puts the images into the tables
// and the rows that stood there into the journal. So redo is the same swap once more, and both work on whole sets.

// unjournaled tables are about windows, not about campaign work, or are the journal itself.
var unjournaled = []string{"journal", "journal_row", "page_state", "page_column", "import_mapping", "sqlite_sequence"}

// uncounted columns change without a trace in the journal: a number taken stays taken (CP-48).
var uncounted = map[string][]string{"no_series_line": {"last_no_used", "last_date_used", "open"}}

// Write carries out a command: fn's changes become one transaction, one entry of the journal under the given name, and one
// change notice. It is the only way to write. When fn fails or ctx is cancelled, nothing has happened.
// A command that changes no row leaves no entry.
func (db *DB) Write(ctx context.Context, name Message, fn func(*Tx) error) error {
	var changed []string
	err := db.transact(ctx, func(tx *Tx) error {
		entry, err := tx.openEntry(name)
		if err != nil {
			return err
		}
		if err := fn(tx); err != nil {
			return err
		}
		changed, err = tx.closeEntry(entry)
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

func (tx *Tx) openEntry(name Message) (int64, error) {
	words, err := json.Marshal(name)
	if err != nil {
		return 0, err
	}
	result, err := tx.exec("INSERT INTO journal (at, name) VALUES (?, ?)", time.Now().UTC().Format(time.RFC3339Nano), string(words))
	if err != nil {
		return 0, err
	}
	entry, err := result.LastInsertId()
	if err != nil {
		return 0, err
	}
	_, err = tx.exec("INSERT INTO temp.journal_now VALUES (?)", entry)
	return entry, err
}

// closeEntry ends the recording and returns the tables touched; an entry without rows vanishes.
func (tx *Tx) closeEntry(entry int64) ([]string, error) {
	if _, err := tx.exec("DELETE FROM temp.journal_now"); err != nil {
		return nil, err
	}
	tables, err := touched(tx, entry)
	if err != nil {
		return nil, err
	}
	if len(tables) == 0 {
		_, err := tx.exec("DELETE FROM journal WHERE id=?", entry)
		return nil, err
	}
	if _, err := tx.exec("UPDATE journal SET rows=(SELECT count(*) FROM journal_row WHERE entry=?) WHERE id=?", entry, entry); err != nil {
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
	id, err := scalar[int64](db, "SELECT id FROM journal WHERE state=0 ORDER BY id DESC LIMIT 1")
	if err != nil {
		return Message{}, err
	}
	return db.UndoEntry(ctx, id)
}

// Redo carries out again the command undone last, unless something else was done since; ErrNotFound when there is none.
func (db *DB) Redo(ctx context.Context) (Message, error) {
	id, err := scalar[int64](db, "SELECT id FROM journal WHERE state=1 ORDER BY id LIMIT 1")
	if err != nil {
		return Message{}, err
	}
	return db.flip(ctx, id, Undone, Applied)
}

// UndoEntry takes back any command. It refuses, naming the commands in the way, when later ones touched the same rows.
func (db *DB) UndoEntry(ctx context.Context, id int64) (Message, error) {
	return db.flip(ctx, id, Applied, Undone)
}

func (db *DB) flip(ctx context.Context, id int64, from, to JournalState) (Message, error) {
	var name Message
	var changed []string
	err := db.transact(ctx, func(tx *Tx) error {
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
		_, err = tx.exec("UPDATE journal SET state=? WHERE id=?", to, id)
		return err
	})
	if err == nil {
		db.notify(changed)
	}
	return name, err
}

// refuseOverlaid refuses when later commands that count touched a row of the entry.
func (tx *Tx) refuseOverlaid(entry int64) error {
	later, err := journalEntries(tx, `WHERE id > ? AND state=0 AND EXISTS (
		SELECT 1 FROM journal_row AS later JOIN journal_row AS mine ON mine.entry=? AND mine.tbl=later.tbl AND mine.row_id=later.row_id
		WHERE later.entry=journal.id) ORDER BY id DESC`, entry, entry)
	if err != nil || len(later) == 0 {
		return err
	}
	return Msg("undo-in-the-way", later[0].Name, len(later))
}

// swap exchanges the entry's rows in a table with their images.
func (tx *Tx) swap(entry int64, table string) error {
	columns, err := tableColumns(tx, table)
	if err != nil {
		return err
	}
	extracted := make([]string, len(columns))
	for i, c := range columns {
		extracted[i] = fmt.Sprintf("image->>'$.%s'", c)
	}
	for _, statement := range []string{
		fmt.Sprintf(`CREATE TEMP TABLE swapped AS SELECT row_id, image, (SELECT %s FROM %s AS t WHERE t.id=row_id) AS now
			FROM journal_row WHERE entry=%d AND tbl='%s'`, imageOf("t", columns), table, entry, table),
		fmt.Sprintf("DELETE FROM %s WHERE id IN (SELECT row_id FROM swapped)", table),
		fmt.Sprintf("INSERT INTO %s (%s) SELECT %s FROM swapped WHERE image IS NOT NULL",
			table, strings.Join(columns, ", "), strings.Join(extracted, ", ")),
		fmt.Sprintf("UPDATE journal_row SET image=swapped.now FROM swapped WHERE entry=%d AND tbl='%s' AND journal_row.row_id=swapped.row_id",
			entry, table),
		"DROP TABLE swapped",
	} {
		if _, err := tx.tx.ExecContext(tx.ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

// prepareWriter sets up what runs along with every change on the writing connection: the journal's recording and the
// upkeep of the full-text index.
func (db *DB) prepareWriter() error {
	return db.transact(context.Background(), func(tx *Tx) error {
		for _, table := range []string{"journal_now (entry INTEGER)", "search_paused (now INTEGER)"} {
			if _, err := tx.exec("CREATE TEMP TABLE " + table); err != nil {
				return err
			}
		}
		tables, err := column1[string](tx, "SELECT name FROM sqlite_schema WHERE type='table' ORDER BY name")
		if err != nil {
			return err
		}
		for _, table := range tables {
			if slices.Contains(unjournaled, table) || strings.HasPrefix(table, "search") {
				continue
			}
			columns, err := tableColumns(tx, table)
			if err != nil {
				return err
			}
			triggers := recordingTriggers(table, columns)
			if _, searched := searchWords[table]; searched {
				triggers = append(triggers, searchTriggers(table)...)
			}
			for _, trigger := range triggers {
				if _, err := tx.exec(trigger); err != nil {
					return fmt.Errorf("journal of %s: %w", table, err)
				}
			}
		}
		return nil
	})
}

// recordingTriggers keeps the first image of each row that an entry touches.
func recordingTriggers(table string, columns []string) []string {
	record := func(row, image string) string {
		return fmt.Sprintf(`BEGIN
			INSERT OR IGNORE INTO journal_row (entry, tbl, row_id, image) SELECT entry, '%s', %s.id, %s FROM journal_now;
		END`, table, row, image)
	}
	counted := columns
	if skip := uncounted[table]; skip != nil {
		counted = nil
		for _, c := range columns {
			if !slices.Contains(skip, c) {
				counted = append(counted, c)
			}
		}
	}
	name := "TEMP TRIGGER journal_" + table
	return []string{
		fmt.Sprintf("CREATE %s_insert AFTER INSERT ON main.%s %s", name, table, record("NEW", "NULL")),
		fmt.Sprintf("CREATE %s_update AFTER UPDATE OF %s ON main.%s %s", name, strings.Join(counted, ", "), table, record("OLD", imageOf("OLD", columns))),
		fmt.Sprintf("CREATE %s_delete AFTER DELETE ON main.%s %s", name, table, record("OLD", imageOf("OLD", columns))),
	}
}

// imageOf is the SQL expression of a row's image.
func imageOf(row string, columns []string) string {
	parts := make([]string, len(columns))
	for i, c := range columns {
		parts[i] = fmt.Sprintf("'%s', %s.%s", c, row, c)
	}
	return "json_object(" + strings.Join(parts, ", ") + ")"
}

// tableColumns lists the stored columns of a table in the file.
func tableColumns(r Reader, table string) ([]string, error) {
	return column1[string](r, "SELECT name FROM pragma_table_info(?)", table)
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
