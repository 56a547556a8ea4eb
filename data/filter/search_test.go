package filter

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSearch(t *testing.T) {
	columns := []Column{
		{SQL: "no", Kind: Code}, {SQL: "name", Kind: Text}, {SQL: "city", Kind: Text},
		{SQL: "credit", Kind: Amount}, {SQL: "since", Kind: Date},
	}
	tests := []struct {
		rule, text string
		want       string // the numbers found
	}{
		{"a blank search finds all", "  ", "C10 C20 C30 C40"},
		{"FX-35 anywhere in a text", "ström", "C10 C30"},
		{"FX-35 case does not count", "STRÖM", "C10 C30"},
		{"FX-35 codes too", "c2", "C20"},
		{"FX-35 Ö is not O", "strom", ""},
		{"FX-35 numbers are not searched", "500", ""},
		{"FX-35 a date word", "idag", "C40"},
		{"FX-35 a date", "2026-03-01", "C10"},
		{"FX-35 a period", "month", "C10 C40"},
		{"FX-35 two characters are no date", "18", ""},
		{"FX-36 words in any order and any column", "malmö ström", "C10"},
		{"FX-36 a word may be split over columns by none", "strömmalmö", ""},
		{"FX-36 quotes match a whole column", "'malmö'", "C10 C40"},
		{"FX-36 wildcards match a whole column", "malm?", "C10 C40"},
		{"FX-36 star", "*ab", "C10 C20"},
		{"FX-36 quoted words keep their blank", "'Östra ström ab' malm", "C10"},
		{"FX-36 a quote not closed yet", "'östra ström AB", "C10"},
		{"operators are plain characters", "&", "C20"},
		{"a lone apostrophe finds all", "'", "C10 C20 C30 C40"},
	}
	for _, test := range tests {
		t.Run(test.rule, func(t *testing.T) {
			clause := Search(test.text, columns, reader)
			if clause.SQL == "" {
				clause.SQL = "1"
			}
			rows, err := db.Query(`WITH list(no, name, city, credit, since) AS (VALUES
				('C10', 'Östra Ström AB', 'Malmö', 500, '2026-03-01'),
				('C20', 'Berg & Dal AB', NULL, 100, NULL),
				('C30', 'Strömbergs', 'Lund', 500, ''),
				('C40', 'Eva Alm', 'Malmö', 0, '2026-03-18'))
				SELECT no FROM list WHERE `+clause.SQL, clause.Args...)
			if err != nil {
				t.Fatal(err)
			}
			defer rows.Close()
			var got []string
			for rows.Next() {
				var no string
				if err := rows.Scan(&no); err != nil {
					t.Fatal(err)
				}
				got = append(got, no)
			}
			if diff := cmp.Diff(test.want, strings.Join(got, " ")); diff != "" {
				t.Error(clause.SQL, diff)
			}
		})
	}
	if clause := Search("Ström", columns[3:4], reader); clause.SQL != "0" {
		t.Errorf("without a text column nothing can be found: %s", clause.SQL)
	}
}
