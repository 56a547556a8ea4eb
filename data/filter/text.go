package filter

import "strings"

// textCondition: equality knows wildcards (FX-6…FX-11), order is that of the sort key or, for codes, of the stored form
// (FX-12).
func (p *parser) textCondition(t term) (Clause, error) {
	if t.operator == "=" || t.operator == "<>" {
		text, err := p.textValue(t.from)
		if err != nil {
			return Clause{}, err
		}
		if t.operator == "=" {
			return like(p.column, Fold(text)), nil
		}
		return unlike(p.column, Fold(text)), nil
	}

	operand, key := "sortkey("+p.column.SQL+")", SortKey
	if p.column.Kind == Code {
		operand, key = p.column.SQL, Fold
	}
	read := func(v *value) (string, string, error) {
		text, err := p.textValue(v)
		if err == nil && wild(text) {
			err = fault(v.pos, "filter-wildcard")
		}
		return key(text), key(text), err
	}
	clause, err := ordered(operand, t, read, func(c Clause) Clause { return orBlank(p.column.SQL, c) })
	if err == nil && p.column.Kind == Code && t.to != nil && t.from != nil {
		clause.Hints = append(clause.Hints, numberHint(t.from.text, t.to.text)...)
	}
	return clause, err
}

// textValue returns the text that a typed value stands for.
func (p *parser) textValue(v *value) (string, error) {
	text := v.text
	if p.column.Kind == Code {
		text = strings.TrimSpace(text)
	}
	switch strings.ToLower(text) {
	case "%me", "%user", "%jag":
		if v.quoted {
			break
		}
		if p.env.Me == "" {
			return "", fault(v.pos, "filter-nobody", text)
		}
		return p.env.Me, nil
	}
	return strings.TrimPrefix(text, "@"), nil // FX-15: redundant, but allowed
}

// numberHint warns of a range between codes that look like numbers (FX-14).
func numberHint(from, to string) []Hint {
	number := func(code string) bool { return code != "" && '0' <= code[len(code)-1] && code[len(code)-1] <= '9' }
	switch {
	case !number(from) || !number(to):
		return nil
	case len(from) != len(to):
		return []Hint{UnequalLengths}
	default:
		return []Hint{NumberRange}
	}
}

// wild reports whether the text has wildcards: * for any text, ? for one character.
func wild(text string) bool { return strings.ContainsAny(text, "*?") }

// like writes the condition that a text or code column matches a folded pattern, the whole of it.
func like(col Column, pattern string) Clause {
	operand := folded(col)
	core := strings.Trim(pattern, "*")
	switch {
	case pattern == "":
		return Clause{SQL: "(" + col.SQL + " IS NULL OR " + col.SQL + " = '')"}
	case core == "":
		return Clause{SQL: "1"}
	case !wild(pattern):
		return Clause{SQL: operand + " = ?", Args: []any{pattern}}
	case col.Kind == Code && pattern[0] != '*' && !wild(core):
		return Clause{SQL: "(" + operand + " >= ? AND " + operand + " < ?)", Args: []any{core, after(core)}}
	case pattern[0] == '*' && pattern[len(pattern)-1] == '*' && !wild(core):
		return contains(col, core)
	default:
		return Clause{SQL: operand + " GLOB ?", Args: []any{strings.ReplaceAll(pattern, "[", "[[]")}}
	}
}

// unlike writes the opposite of like; a column that holds nothing differs from every pattern that asks for something.
func unlike(col Column, pattern string) Clause {
	switch clause := like(col, pattern); {
	case pattern == "":
		return Clause{SQL: col.SQL + " <> ''"}
	case strings.Trim(pattern, "*") == "":
		return Clause{SQL: "0"}
	default:
		clause.SQL = "NOT " + clause.SQL
		return orBlank(col.SQL, clause)
	}
}

// contains writes the condition that the folded text occurs in the column.
func contains(col Column, text string) Clause {
	return Clause{SQL: "instr(" + folded(col) + ", ?) > 0", Args: []any{text}}
}

// folded returns the operand that holds the column in folded form, which codes always have.
func folded(col Column) string {
	if col.Kind == Code {
		return col.SQL
	}
	return "fold(" + col.SQL + ")"
}

// after returns the smallest text that is greater than every text with the prefix. It need not care for a prefix that ends
// in the very last number of Unicode, which no text uses.
func after(prefix string) string {
	const surrogates, afterSurrogates = 0xD800, 0xE000 // a gap in UTF-8
	runes := []rune(prefix)
	last := len(runes) - 1
	if runes[last]++; runes[last] == surrogates {
		runes[last] = afterSurrogates
	}
	return string(runes)
}
