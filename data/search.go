package data

import (
	"database/sql"
	"fmt"
	"strings"
	"unicode"

	"campaigndesk/data/filter"
)

// searched are the tables with a full-text index, search_<table>. The index is over their column words, which the schema
// computes from what people look for: numbers, names, places, telephone numbers.
var searched = map[string]bool{
	"campaign": true, "segment_header": true, "quote_header": true, "contact": true, "customer": true, "item": true, "salesperson": true,
}

// searchable brings a text into the form of the column words: each word in one case and with a blank before it. SQL knows
// it as words.
func searchable(text string) string {
	words := wordsOf(text)
	if len(words) == 0 {
		return ""
	}
	return " " + strings.Join(words, " ")
}

func wordsOf(text string) []string {
	return strings.FieldsFunc(filter.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
}

// searchTriggers keep the index in step with a table, but for the rows that a bulk command is inserting (see Tx.Bulk).
func searchTriggers(table string) []string {
	put := fmt.Sprintf(`INSERT INTO search_%s (rowid, words) SELECT NEW.id, NEW.words
		WHERE NOT EXISTS (SELECT 1 FROM search_paused WHERE tbl='%[1]s' AND NEW.id > last);`, table)
	drop := fmt.Sprintf("DELETE FROM search_%s WHERE rowid = OLD.id;", table)
	return []string{
		fmt.Sprintf("CREATE TEMP TRIGGER search_%s_insert AFTER INSERT ON main.%[1]s BEGIN %s END", table, put),
		fmt.Sprintf("CREATE TEMP TRIGGER search_%s_update AFTER UPDATE ON main.%[1]s WHEN NEW.words <> OLD.words BEGIN %s %s END", table, drop, put),
		fmt.Sprintf("CREATE TEMP TRIGGER search_%s_delete AFTER DELETE ON main.%[1]s BEGIN %s END", table, drop),
	}
}

// Bulk runs fn, which inserts many rows into a table, with a large cache, and with the full-text index filled once at the end
// instead of row by row.
func (tx *Tx) Bulk(table string, fn func() error) error {
	if err := tx.writer.setCache(bulkCache); err != nil {
		return err
	}
	defer tx.writer.setCache(usualCache)
	if !searched[table] {
		return fn()
	}
	last, err := scalar[int64](tx, fmt.Sprintf("SELECT ifnull(max(id), 0) FROM %s", table))
	if err != nil {
		return err
	}
	if _, err := tx.exec("INSERT INTO temp.search_paused VALUES (?, ?)", table, last); err != nil {
		return err
	}
	if err := fn(); err != nil {
		return err
	}
	if _, err := tx.exec("DELETE FROM temp.search_paused WHERE tbl=?", table); err != nil {
		return err
	}
	_, err = tx.exec(fmt.Sprintf("INSERT INTO search_%s (rowid, words) SELECT id, words FROM %[1]s WHERE id > ?", table), last)
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
			if err := rows.Scan(&hit.ID, &hit.No, &hit.Name); err != nil {
				return err
			}
			hits = append(hits, hit)
			return nil
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
	words := wordsOf(typed)
	for i, w := range words {
		words[i] = `"` + w + `"*`
	}
	return strings.Join(words, " ")
}
