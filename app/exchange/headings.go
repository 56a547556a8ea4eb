package exchange

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// Mapping says which column fills which field.
type Mapping struct {
	Columns []string          // for each column of the table the ID of the field it fills, blank for none
	Fixed   map[string]string // for fields without a column: the value that every row gets, as a person types it
}

// Column returns the column that fills the field, -1 if none does.
func (m Mapping) Column(fieldID string) int { return slices.Index(m.Columns, fieldID) }

// Propose maps the columns to the target's fields by their headings, and looks into the sample to leave out columns whose
// cells cannot be what the heading promises. Without any headings it still recognises e-mail addresses.
func Propose(target Target, headings []string, sample [][]string) Mapping {
	type proposal struct{ column, field, rank int }
	var proposals []proposal
	for c, heading := range headings {
		cells := columnOf(sample, c)
		vague := proposal{c, 0, noRank}
		for f, field := range target.Fields {
			switch rank := field.rank(heading, cells); {
			case rank == noRank || !field.takes(cells):
			case rank < vagueRank:
				proposals = append(proposals, proposal{c, f, rank})
			case rank < vague.rank: // a vague name is taken for what it resembles most, or for nothing
				vague.field, vague.rank = f, rank
			}
		}
		if vague.rank < noRank {
			proposals = append(proposals, vague)
		}
	}
	slices.SortStableFunc(proposals, func(a, b proposal) int { return cmp.Compare(a.rank, b.rank) })
	mapping := Mapping{Columns: make([]string, len(headings))}
	for _, p := range proposals {
		id := target.Fields[p.field].ID
		if mapping.Columns[p.column] == "" && mapping.Column(id) < 0 {
			mapping.Columns[p.column] = id
		}
	}
	return mapping
}

// The ranks of a heading for a field; the smaller, the better.
const (
	vagueRank = 100  // from here on: names with something added, such as "Phone (office)"
	cellsRank = 500  // no name, but what the cells give away
	noRank    = 1000 // nothing speaks for the field
)

// rank says how well the heading names the field. Exact names come first, in the order in which the field knows them; then
// those that contain a name, the longest first, because it says the most.
func (f Field) rank(heading string, cells []string) int {
	name := normalised(heading)
	if name == "" {
		if f.ID == email.ID && slices.ContainsFunc(cells, isEmail) {
			return cellsRank
		}
		return noRank
	}
	words := " " + strings.Join(wordsOf(heading), " ") + " "
	best := noRank
	for i, known := range f.known {
		if normalised(known) == name {
			return i
		}
		if k := strings.Join(wordsOf(known), " "); len(k) >= 5 && strings.Contains(words, " "+k+" ") {
			best = min(best, vagueRank+max(0, 50-len(k)))
		}
	}
	return best
}

// takes reports whether the cells can be values of the field: at least half of those that are filled.
func (f Field) takes(cells []string) bool {
	check := func(string) bool { return true }
	switch f.Kind {
	case Amount, Percent:
		check = isNumber
	case Date:
		check = isDate
	case Bool:
		check = func(cell string) bool { _, err := Column{}.Bool(cell); return err == nil }
	}
	filled, fitting := 0, 0
	for _, cell := range cells {
		if cell = trimmed(cell); cell == "" {
			continue
		}
		if filled++; check(cell) {
			fitting++
		}
	}
	return fitting*2 >= filled
}

func isEmail(cell string) bool {
	name, host, found := strings.Cut(trimmed(cell), "@")
	return found && name != "" && strings.Contains(host, ".") && !strings.ContainsAny(cell, " ,;")
}

func columnOf(rows [][]string, column int) []string {
	var cells []string
	for _, row := range rows {
		if column < len(row) {
			cells = append(cells, row[column])
		}
	}
	return cells
}

// knownHeadings counts the cells that name a field of some target.
func knownHeadings(cells []string) int {
	n := 0
	for _, cell := range cells {
		if headingNames()[normalised(cell)] {
			n++
		}
	}
	return n
}

// headingNames has every heading that some field knows.
var headingNames = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	for _, target := range Targets() {
		for _, field := range target.Fields {
			for _, known := range field.known {
				names[normalised(known)] = true
			}
		}
	}
	return names
})

// normalised reduces a heading to its letters, digits and percent signs in lower case, so that "E-Mail", "e_mail" and
// "Email" are one.
func normalised(heading string) string {
	return strings.Map(func(r rune) rune {
		if isWordRune(r) || r == '%' {
			return unicode.ToLower(r)
		}
		return -1
	}, heading)
}

// wordsOf splits a heading at everything that is no letter, digit or percent sign, and where a capital follows a small
// letter.
func wordsOf(heading string) []string {
	var b strings.Builder
	previous := ' '
	for _, r := range heading {
		switch {
		case !isWordRune(r) && r != '%':
			b.WriteByte(' ')
		case unicode.IsUpper(r) && unicode.IsLower(previous):
			b.WriteByte(' ')
			fallthrough
		default:
			b.WriteRune(unicode.ToLower(r))
		}
		previous = r
	}
	return strings.Fields(b.String())
}
