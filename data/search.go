package data

import (
	"database/sql"
	"fmt"
	"strings"
	"unicode"
)

// searchWords are the tables with a full-text index, search_<table>, and what of a row is in it.
var searchWords = map[string][]string{
	"campaign":       {"no", "description"},
	"segment_header": {"no", "description"},
	"contact":        {"no", "name", "company_name", "city", "post_code", "phone_no", "mobile_phone_no", "e_mail"},
	"customer":       {"no", "name", "city", "post_code", "phone_no", "e_mail"},
	"item":           {"no", "description"},
	"quote_header":   {"no", "name"},
	"salesperson":    {"code", "name"},
}

// searchTriggers keep the index in step with a table while the command is not a bulk one (see Tx.Bulk).
func searchTriggers(table string) []string {
	words := func(row string) string {
		parts := make([]string, len(searchWords[table]))
		for i, c := range searchWords[table] {
			parts[i] = row + "." + c
		}
		return strings.Join(parts, " || ' ' || ")
	}
	put := fmt.Sprintf("INSERT INTO search_%s (rowid, words) SELECT NEW.id, %s WHERE NOT EXISTS (SELECT 1 FROM search_paused);", table, words("NEW"))
	drop := fmt.Sprintf("DELETE FROM search_%s WHERE rowid = OLD.id;", table)
	return []string{
		fmt.Sprintf("CREATE TEMP TRIGGER search_%s_insert AFTER INSERT ON main.%s BEGIN %s END", table, table, put),
		fmt.Sprintf("CREATE TEMP TRIGGER search_%s_update AFTER UPDATE OF %s ON main.%s BEGIN %s %s END", table, strings.Join(searchWords[table], ", "), table, drop, put),
		fmt.Sprintf("CREATE TEMP TRIGGER search_%s_delete AFTER DELETE ON main.%s BEGIN %s END", table, table, drop),
	}
}

// Bulk runs fn, which inserts many rows into one table, with the full-text index filled once at the end instead of row by row.
func (tx *Tx) Bulk(table string, fn func() error) error {
	words, indexed := searchWords[table]
	if !indexed {
		return fn()
	}
	last, err := scalar[int64](tx, fmt.Sprintf("SELECT ifnull(max(id), 0) FROM %s", table))
	if err != nil {
		return err
	}
	if _, err := tx.exec("INSERT INTO temp.search_paused VALUES (1)"); err != nil {
		return err
	}
	if err := fn(); err != nil {
		return err
	}
	if _, err := tx.exec("DELETE FROM temp.search_paused"); err != nil {
		return err
	}
	_, err = tx.exec(fmt.Sprintf("INSERT INTO search_%s (rowid, words) SELECT id, %s FROM %s WHERE id > ?",
		table, strings.Join(words, " || ' ' || "), table), last)
	return err
}

// Hit is one record found by name.
type Hit struct {
	Table string // "campaign", "contact", …
	ID    int64
	No    string
	Name  string
}

// Search finds records whose words begin with all the words typed, at most limit of each kind (UI-22).
func Search(r Reader, words string, limit int) ([]Hit, error) {
	match := matchExpression(words)
	if match == "" {
		return nil, nil
	}
	var hits []Hit
	for _, kind := range []struct{ table, no, name string }{
		{"campaign", "no", "description"}, {"segment_header", "no", "description"}, {"quote_header", "no", "name"},
		{"contact", "no", "name"}, {"customer", "no", "name"}, {"item", "no", "description"}, {"salesperson", "code", "name"},
	} {
		query := fmt.Sprintf(`SELECT id, %s, %s FROM (SELECT rowid AS hit FROM search_%s WHERE search_%[3]s MATCH ? LIMIT ?) JOIN %[3]s ON id=hit`,
			kind.no, kind.name, kind.table)
		err := each(r, query, []any{match, limit}, func(rows *sql.Rows) error {
			hit := Hit{Table: kind.table}
			hits = append(hits, hit)
			h := &hits[len(hits)-1]
			return rows.Scan(&h.ID, &h.No, &h.Name)
		})
		if err != nil {
			return nil, err
		}
	}
	return hits, nil
}

// matchExpression makes a full-text query of what was typed: every word as the beginning of a word. Quoting keeps the
// text from being read as query syntax.
func matchExpression(typed string) string {
	words := strings.FieldsFunc(typed, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i, w := range words {
		words[i] = `"` + w + `"*`
	}
	return strings.Join(words, " ")
}
