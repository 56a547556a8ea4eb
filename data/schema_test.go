package data

import (
	"database/sql"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// unrecorded are the tables that hold no records of campaign work; the journal does not keep them.
var unrecorded = []string{"attachment", "contact_search_string", "journal", "journal_row", "page_column", "page_state", "import_mapping"}

func TestSchemaAndRecordsAgree(t *testing.T) {
	db := newCompany(t)
	for name, table := range declared {
		t.Run(name, func(t *testing.T) {
			type stored struct {
				Type     string
				Nullable bool
			}
			want := map[string]stored{"id": {"INTEGER", true}} // a primary key does not say NOT NULL
			for _, c := range table.stored {
				kind := "INTEGER"
				if c.kind == kindText || c.kind == kindCode || c.kind == kindDate {
					kind = "TEXT"
				}
				want[c.name] = stored{kind, c.nullable}
				if (c.kind == kindText || c.kind == kindCode) && c.max == 0 && name != "setup" {
					t.Errorf("%s has no length", c.name)
				}
			}
			got := map[string]stored{}
			err := each(db, `SELECT name, type, "notnull" FROM pragma_table_info(?)`, []any{name}, func(rows *sql.Rows) error {
				var column, kind string
				var notNull bool
				err := rows.Scan(&column, &kind, &notNull)
				got[column] = stored{kind, !notNull}
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("columns (-record +schema): %s", diff)
			}
			words, err := scalar[bool](db, "SELECT count(*)>0 FROM pragma_table_xinfo(?) WHERE name='words'", name)
			if err != nil || words != searched[name] {
				t.Errorf("column words: %v, searched: %v, %v", words, searched[name], err)
			}
		})
	}
}

func TestEveryTable(t *testing.T) {
	db := newCompany(t)
	err := each(db, "SELECT name, sql FROM sqlite_schema WHERE type='table'", nil, func(rows *sql.Rows) error {
		var name, text string
		if err := rows.Scan(&name, &text); err != nil {
			return err
		}
		if strings.HasPrefix(name, "search_") || strings.HasPrefix(name, "sqlite_") {
			return nil
		}
		if !strings.HasSuffix(strings.TrimSuffix(text, ", WITHOUT ROWID"), "STRICT") {
			t.Errorf("%s is not STRICT", name)
		}
		if (declared[name] != nil) == slices.Contains(unrecorded, name) {
			t.Errorf("%s is neither a table of records nor listed as another", name)
		}
		if name != "setup" && declared[name] != nil && !strings.Contains(text, "id INTEGER PRIMARY KEY AUTOINCREMENT") {
			t.Errorf("%s can give an id twice", name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Renames and deletions look for references; without an index they would read whole tables.
func TestEveryReferenceFollowsAndHasAnIndex(t *testing.T) {
	db := newCompany(t)
	type reference struct{ table, column, target, update, remove string }
	var all []reference
	for name := range declared {
		err := each(db, `SELECT "from", "table", on_update, on_delete FROM pragma_foreign_key_list(?)`, []any{name}, func(rows *sql.Rows) error {
			r := reference{table: name}
			err := rows.Scan(&r.column, &r.target, &r.update, &r.remove)
			all = append(all, r)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(all) < 20 {
		t.Fatalf("only %d references found", len(all))
	}
	texts, err := column1[string](db, "SELECT sql FROM sqlite_schema WHERE type='table'")
	if err != nil {
		t.Fatal(err)
	}
	if deferred := strings.Count(strings.Join(texts, ""), "DEFERRABLE INITIALLY DEFERRED"); deferred != len(all) {
		t.Errorf("%d of %d references count only at the commit", deferred, len(all))
	}
	for _, r := range all {
		if r.update != "CASCADE" || r.remove != "NO ACTION" {
			t.Errorf("%s.%s: on update %s, on delete %s", r.table, r.column, r.update, r.remove)
		}
		if r.table == "setup" {
			continue // one row
		}
		plan := planOf(t, db, "SELECT 1 FROM "+r.table+" WHERE "+r.column+"='X'")
		if !regexp.MustCompile(`USING .*INDEX \w+ \(` + r.column + `=\?`).MatchString(plan) {
			t.Errorf("%s.%s has no index: %s", r.table, r.column, plan)
		}
	}
}

// planOf returns SQLite's plan for a query, a line for each step.
func planOf(t testing.TB, r Reader, query string) string {
	t.Helper()
	var steps []string
	err := each(r, "EXPLAIN QUERY PLAN "+query, make([]any, parametersOf(query)), func(rows *sql.Rows) error {
		var id, parent, unused int
		var step string
		err := rows.Scan(&id, &parent, &unused, &step)
		steps = append(steps, step)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(steps, "\n")
}

var parameter = regexp.MustCompile(`\?(\d*)`)

// parametersOf counts the values that a query takes.
func parametersOf(query string) (n int) {
	for i, p := range parameter.FindAllStringSubmatch(query, -1) {
		number, err := strconv.Atoi(p[1])
		if err != nil {
			number = i + 1
		}
		n = max(n, number)
	}
	return n
}
