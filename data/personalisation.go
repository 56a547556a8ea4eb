package data

import (
	"context"
	"database/sql"
)

// PageColumn is how the user wants one column of a list: stored only for columns that were touched.
type PageColumn struct {
	ID       string // the column's stable name, never its translated caption
	Position int    // place in the list, from 0
	Width    int    // in device-independent units
	Hidden   bool
}

// PageColumns reads the touched columns of a list, in their order.
func PageColumns(r Reader, page, part string) ([]PageColumn, error) {
	var columns []PageColumn
	err := each(r, "SELECT column_id, position, width, hidden FROM page_column WHERE page=? AND part=? ORDER BY position", []any{page, part},
		func(rows *sql.Rows) error {
			var c PageColumn
			if err := rows.Scan(&c.ID, &c.Position, &c.Width, &c.Hidden); err != nil {
				return err
			}
			columns = append(columns, c)
			return nil
		})
	return columns, err
}

// SetPageColumns replaces what is remembered of a list's columns; none resets the list.
func SetPageColumns(ctx context.Context, db *DB, page, part string, columns []PageColumn) error {
	return db.Remember(ctx, func(tx *Tx) error {
		if _, err := tx.exec("DELETE FROM page_column WHERE page=? AND part=?", page, part); err != nil {
			return err
		}
		for _, c := range columns {
			if _, err := tx.exec("INSERT INTO page_column VALUES (?, ?, ?, ?, ?, ?)", page, part, c.ID, c.Position, c.Width, c.Hidden); err != nil {
				return err
			}
		}
		return nil
	})
}

// PageState reads what a window remembers under a name, blank if nothing.
func PageState(r Reader, page, part, name string) (string, error) {
	values, err := column1[string](r, "SELECT value FROM page_state WHERE page=? AND part=? AND name=?", page, part, name)
	if err != nil || len(values) == 0 {
		return "", err
	}
	return values[0], nil
}

// SetPageState makes a window remember a value; a blank value forgets it.
func SetPageState(ctx context.Context, db *DB, page, part, name, value string) error {
	return db.Remember(ctx, func(tx *Tx) error {
		if value == "" {
			_, err := tx.exec("DELETE FROM page_state WHERE page=? AND part=? AND name=?", page, part, name)
			return err
		}
		_, err := tx.exec(`INSERT INTO page_state VALUES (?, ?, ?, ?)
			ON CONFLICT (page, part, name) DO UPDATE SET value=excluded.value`, page, part, name, value)
		return err
	})
}
