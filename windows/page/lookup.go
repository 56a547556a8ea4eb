package page

import (
	"slices"
	"strings"

	"campaigndesk/app"
	"campaigndesk/data"
)

// Lookup finds records of another table while their code is typed, and opens their list on F4.
type Lookup struct {
	find func(s *app.Session, typed string, limit int) ([]lookupRow, error)
	list func(s *app.Session) Page // the full list, nil if there is none
	only []string                  // catalogue keys of the columns
}

// lookupRow is one record offered; the first text is the code that is entered.
type lookupRow []string

// LookupIn looks records up in a table. The first field is the code that is entered; typing finds records whose code begins
// with the text, then those whose words do. The view says which records may be chosen, nil: all. The list opens on F4, nil: none.
func LookupIn[T any](table *data.Table[T], view func(s *app.Session) data.View, list func(s *app.Session) Page, fields ...Field[T]) Lookup {
	l := Lookup{list: list}
	for _, f := range fields {
		l.only = append(l.only, f.caption)
	}
	code := fields[0].column(table)
	l.find = func(s *app.Session, typed string, limit int) ([]lookupRow, error) {
		var v data.View
		if view != nil {
			v = view(s)
		}
		var found []lookupRow
		seen := map[string]bool{}
		collect := func(v data.View) error {
			records, err := table.First(s.DB, v, limit)
			for i := range records {
				row := make(lookupRow, len(fields))
				for j := range fields {
					row[j] = fields[j].text(s, &records[i])
				}
				if !seen[row[0]] && len(found) < limit {
					seen[row[0]] = true
					found = append(found, row)
				}
			}
			return err
		}
		if typed == "" {
			return found, collect(v)
		}
		byCode := v
		byCode.Fixed = append(v.Fixed[:len(v.Fixed):len(v.Fixed)], data.StartsWith(code, typed))
		if err := collect(byCode); err != nil || len(found) == limit {
			return found, err
		}
		v.Search = typed
		return found, collect(v)
	}
	return l
}

// LookupAmong looks a text up among a few rows that are no records; the first text of a row is what is entered. Typing finds
// the rows in which a word begins with the text. The captions are the columns'.
func LookupAmong(rows func() [][]string, captions ...string) Lookup {
	return Lookup{only: captions, find: func(_ *app.Session, typed string, _ int) ([]lookupRow, error) {
		typed = " " + strings.ToLower(typed)
		var found []lookupRow
		for _, row := range rows() {
			if slices.ContainsFunc(row, func(text string) bool { return strings.Contains(" "+strings.ToLower(text), typed) }) {
				found = append(found, row)
			}
		}
		return found, nil
	}}
}
