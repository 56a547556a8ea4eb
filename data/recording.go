package data

import (
	"fmt"
	"slices"
	"strings"
)

// How undo works. While a command runs, temporary triggers on the writing connection keep, for each row it touches first,
// the row as it was before: an image, NULL for a row that did not exist. Undo swaps: it puts the images into the tables
// and the rows that stood there into the journal. So redo is the same swap once more, and both work on whole sets.
// (SQLite's pre-update hook is no faster, see BenchmarkRecording, and would have to keep the images in memory.)

// uncounted columns change without a trace in the journal: a number taken stays taken (CP-48).
var uncounted = map[string][]string{"no_series_line": {"last_no_used", "last_date_used", "open"}}

// prepareWriter sets up what runs along with every change on the writing connection: the journal's recording and the
// upkeep of the full-text index.
func prepareWriter(tx *Tx) error {
	statements := []string{
		"CREATE TEMP TABLE journal_now (entry INTEGER)",
		"CREATE TEMP TABLE journal_swap (row_id INTEGER PRIMARY KEY, image TEXT, now TEXT)",
		"CREATE TEMP TABLE search_paused (tbl TEXT, last INTEGER)",
	}
	for _, table := range declared {
		statements = append(statements, recordingTriggers(table)...)
	}
	for table := range searched {
		statements = append(statements, searchTriggers(table)...)
	}
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

// swap exchanges the entry's rows in a table with their images. Columns that do not count keep what they hold.
func (tx *Tx) swap(entry int64, name string) error {
	table := declared[name]
	columns := table.storedNames()
	extracted := make([]string, len(columns))
	for i, c := range columns {
		extracted[i] = fmt.Sprintf("image->>'$.%s'", c)
		if slices.Contains(uncounted[name], c) {
			extracted[i] = fmt.Sprintf("iif(now IS NULL, image, now)->>'$.%s'", c)
		}
	}
	if _, err := tx.exec(fmt.Sprintf(`INSERT INTO temp.journal_swap SELECT row_id, image, (SELECT %s FROM %s AS t WHERE t.id=row_id)
		FROM journal_row WHERE entry=? AND tbl=?`, imageOf("t", columns), name), entry, name); err != nil {
		return err
	}
	if _, err := tx.exec(fmt.Sprintf("DELETE FROM %s WHERE id IN (SELECT row_id FROM temp.journal_swap)", name)); err != nil {
		return err
	}
	_, err := tx.exec(fmt.Sprintf("INSERT INTO %s (%s) SELECT %s FROM temp.journal_swap WHERE image IS NOT NULL",
		name, strings.Join(columns, ", "), strings.Join(extracted, ", ")))
	if constraintOf(err) == constraintUnique {
		return tx.keyTaken(table, err)
	}
	if err != nil {
		return err
	}
	if _, err := tx.exec(`UPDATE journal_row SET image=(SELECT now FROM temp.journal_swap AS s WHERE s.row_id=journal_row.row_id)
		WHERE entry=? AND tbl=?`, entry, name); err != nil {
		return err
	}
	_, err = tx.exec("DELETE FROM temp.journal_swap")
	return err
}
