package data

import (
	"fmt"
	"slices"
	"strings"
)

// How undo works. While a command runs, temporary triggers on the writing connection keep, for each row it touches first,
// the row as it was before: an image, NULL for a row that did not exist. Undo swaps: it puts the images into the tables
// and the rows that stood there into the journal. So redo is the same swap once more, and both work on sets of rows.
// (SQLite's pre-update hook is no faster, see BenchmarkRecording, and would have to keep the images in memory.)

// uncounted columns change without a trace in the journal: a number taken stays taken (CP-48).
var uncounted = map[string][]string{"no_series_line": {"last_no_used", "last_date_used", "open"}}

// prepareWriter sets up what runs along with every change on the writing connection: the journal's recording the
// upkeep of the full-text index, and that of what companies are compared by.
func prepareWriter(tx *Tx) error {
	statements := []string{
		"CREATE TEMP TABLE journal_now (entry INTEGER)",
		"CREATE TEMP TABLE search_paused (tbl TEXT, last INTEGER)",
	}
	for _, table := range declared {
		statements = append(statements, recordingTriggers(table)...)
	}
	for table := range searched {
		statements = append(statements, searchTriggers(table)...)
	}
	statements = append(statements, duplicateTriggers()...)
	// Not through exec, which would keep what is needed only once.
	_, err := tx.writer.conn.ExecContext(tx.ctx, strings.Join(statements, ";\n"))
	return err
}

// recordingTriggers keeps the first image of each row that an entry touches. They come before a change and not after it,
// because a renamed code is brought to its references in between: a company contact refers to itself.
func recordingTriggers(table *shape) []string {
	columns := table.storedNames()
	record := func(row, image string) string {
		return fmt.Sprintf(`BEGIN
			INSERT OR IGNORE INTO journal_row (entry, tbl, row_id, image) SELECT entry, '%s', %s.id, %s FROM journal_now;
		END`, table.name, row, image)
	}
	counted := slices.DeleteFunc(slices.Clone(columns), func(c string) bool { return slices.Contains(uncounted[table.name], c) })
	name := "TEMP TRIGGER journal_" + table.name
	return []string{
		fmt.Sprintf("CREATE %s_insert AFTER INSERT ON main.%s %s", name, table.name, record("NEW", "NULL")),
		fmt.Sprintf("CREATE %s_update BEFORE UPDATE ON main.%s WHEN (OLD.%s) IS NOT (NEW.%s) %s", name, table.name,
			strings.Join(counted, ", OLD."), strings.Join(counted, ", NEW."), record("OLD", imageOf("OLD", columns))),
		fmt.Sprintf("CREATE %s_delete BEFORE DELETE ON main.%s %s", name, table.name, record("OLD", imageOf("OLD", columns))),
	}
}

// storedNames are the columns that an image holds.
func (t *shape) storedNames() []string {
	names := []string{"id"}
	for _, c := range t.stored {
		names = append(names, c.name)
	}
	return names
}

// imageOf is the SQL expression of a row's image.
func imageOf(row string, columns []string) string {
	parts := make([]string, len(columns))
	for i, c := range columns {
		parts[i] = fmt.Sprintf("'%s', %s.%s", c, row, c)
	}
	return "json_object(" + strings.Join(parts, ", ") + ")"
}

// swapRows is how many rows one statement of a swap moves; SQLite keeps in memory what a statement changes.
const swapRows = 20_000

// swap exchanges the entry's rows in a table with their images. Columns that do not count keep what they hold. All rows are
// taken away before the first comes back, because they may have exchanged their keys.
func (tx *Tx) swap(entry int64, name string) error {
	table := declared[name]
	columns := table.storedNames()
	extracted := make([]string, len(columns))
	for i, c := range columns {
		extracted[i] = fmt.Sprintf("image->>'$.%s'", c)
		if slices.Contains(uncounted[name], c) {
			extracted[i] = fmt.Sprintf("ifnull(swapped, image)->>'$.%s'", c)
		}
	}
	if err := tx.writer.setCache(bulkCache); err != nil {
		return err
	}
	defer tx.writer.setCache(usualCache)
	const some = " WHERE entry=? AND tbl=? AND row_id BETWEEN ? AND ?"
	for _, statement := range []string{
		fmt.Sprintf("UPDATE journal_row SET swapped=(SELECT %s FROM %s AS t WHERE t.id=row_id)", imageOf("t", columns), name) + some,
		fmt.Sprintf("DELETE FROM %s WHERE id IN (SELECT row_id FROM journal_row", name) + some + ")",
		fmt.Sprintf("INSERT INTO %s (%s) SELECT %s FROM journal_row", name, strings.Join(columns, ", "), strings.Join(extracted, ", ")) + some + " AND image IS NOT NULL",
		"UPDATE journal_row SET image=swapped, swapped=NULL" + some,
	} {
		err := tx.eachStretch(entry, name, func(first, last int64) error {
			_, err := tx.exec(statement, entry, name, first, last)
			return err
		})
		if constraintOf(err) == constraintUnique {
			return tx.keyTaken(entry, table, err)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// eachStretch calls fn for one stretch after another of an entry's rows in a table, given by their first and last id.
func (tx *Tx) eachStretch(entry int64, name string, fn func(first, last int64) error) error {
	for first := int64(0); ; {
		last, err := scalar[*int64](tx, `SELECT max(row_id) FROM (
			SELECT row_id FROM journal_row WHERE entry=? AND tbl=? AND row_id >= ? ORDER BY row_id LIMIT ?)`, entry, name, first, swapRows)
		if err != nil || last == nil {
			return err
		}
		if err := fn(first, *last); err != nil {
			return err
		}
		first = *last + 1
	}
}
