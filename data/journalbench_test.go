package data

import (
	"context"
	"encoding/json"
	"fmt"
	"testing"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// The same work recorded in two ways: by triggers, as the journal does it, and by SQLite's pre-update hook, which hands
// every row to Go. The hook may not write while it runs, so its images wait in memory until the statement is done.
func BenchmarkRecording(b *testing.B) {
	const rows = 100_000
	work := []struct{ name, sql string }{
		{"insert", fmt.Sprintf(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < %d)
			INSERT INTO sales_price (sales_type, sales_code, item_no, unit_price, starting_date, ending_date)
			SELECT 3, 'CP' || (i %% 300), 'I' || (i / 300), i * 100000, '2026-01-01', '2026-12-31' FROM n`, rows)},
		{"update", "UPDATE sales_price SET unit_price=unit_price+1"},
		{"delete", "DELETE FROM sales_price"},
	}
	ways := []struct {
		name     string
		triggers bool
		record   func(*Tx, string) error
	}{
		{"nothing", false, justDo},
		{"triggers", true, justDo},
		{"hook", false, withHook},
	}
	for n, w := range work {
		for _, way := range ways {
			b.Run(w.name+"/"+way.name, func(b *testing.B) {
				for range b.N {
					b.StopTimer()
					db := newCompany(b)
					if err := db.Remember(context.Background(), func(tx *Tx) error {
						if !way.triggers {
							for _, event := range []string{"insert", "update", "delete"} {
								if _, err := tx.exec("DROP TRIGGER journal_sales_price_" + event); err != nil {
									return err
								}
							}
						}
						if _, err := tx.exec("WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i+1 FROM n WHERE i < 400) INSERT INTO item (no) SELECT 'I' || i FROM n"); err != nil {
							return err
						}
						for _, earlier := range work[:n] {
							if _, err := tx.exec(earlier.sql); err != nil {
								return err
							}
						}
						return nil
					}); err != nil {
						b.Fatal(err)
					}
					b.StartTimer()
					write(b, db, func(tx *Tx) error { return way.record(tx, w.sql) })
					b.StopTimer()
					db.Close()
				}
				b.ReportMetric(float64(rows*b.N)/b.Elapsed().Seconds(), "rows/s")
			})
		}
	}
}

func justDo(tx *Tx, statement string) error {
	_, err := tx.exec(statement)
	return err
}

func withHook(tx *Tx, statement string) error {
	type row struct {
		table string
		id    int64
	}
	images := map[row]any{}
	setHook := func(fn sqlite.PreUpdateHookFn) {
		tx.writer.conn.Raw(func(conn any) error {
			conn.(sqlite.HookRegisterer).RegisterPreUpdateHook(fn)
			return nil
		})
	}
	setHook(func(d sqlite.SQLitePreUpdateData) {
		r := row{d.TableName, d.OldRowID}
		if d.Op == sqlite3.SQLITE_INSERT {
			r.id = d.NewRowID
		}
		if _, known := images[r]; known || declared[r.table] == nil {
			return
		}
		images[r] = nil
		if d.Op != sqlite3.SQLITE_INSERT {
			cells := make([]any, d.Count())
			if err := d.Old(cells...); err != nil {
				panic(err)
			}
			image, err := json.Marshal(cells)
			if err != nil {
				panic(err)
			}
			images[r] = string(image)
		}
	})
	defer setHook(nil)
	if err := justDo(tx, statement); err != nil {
		return err
	}
	setHook(nil)
	for r, image := range images {
		if _, err := tx.exec("INSERT INTO journal_row (entry, tbl, row_id, image) VALUES (?, ?, ?, ?)", tx.entry, r.table, r.id, image); err != nil {
			return err
		}
	}
	return nil
}
