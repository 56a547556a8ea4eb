package filter

import (
	"regexp"
	"slices"
	"strings"
)

// boolCondition: any leading part of the words for yes and no (FX-24); blank is no.
func (p *parser) boolCondition(t term) (Clause, error) {
	if t.operator != "=" && t.operator != "<>" {
		return Clause{}, fault(t.pos, "filter-no-order")
	}
	v := t.from
	begins := func(word string) bool { return strings.HasPrefix(Fold(word), Fold(v.text)) }
	var wanted int
	switch {
	case v.text == "" || slices.ContainsFunc(p.env.No, begins):
	case slices.ContainsFunc(p.env.Yes, begins):
		wanted = 1
	default:
		return Clause{}, fault(v.pos, "filter-no-yes-no", v.text, p.env.Yes[0], p.env.No[0])
	}
	if t.operator == "<>" {
		wanted = 1 - wanted
	}
	return oneOf(p.column, []int{wanted}), nil
}

// optionCondition: captions, whole, by their beginning or with wildcards (FX-25). Options have the order of their numbers.
func (p *parser) optionCondition(t term) (Clause, error) {
	equality := t.operator == "=" || t.operator == "<>"
	last := len(p.column.Options) - 1
	from, to := []int{0}, []int{last}
	var err error
	if t.from != nil {
		if from, err = p.options(t.from, equality); err != nil {
			return Clause{}, err
		}
	}
	if t.to != nil {
		if to, err = p.options(t.to, false); err != nil {
			return Clause{}, err
		}
	}
	var clause Clause
	switch t.operator {
	case "=":
		clause = oneOf(p.column, from)
	case "<>":
		others := slices.DeleteFunc(numbers(0, last), func(n int) bool { return slices.Contains(from, n) })
		clause = oneOf(p.column, others)
	case "<":
		clause = oneOf(p.column, numbers(0, from[0]-1))
	case "<=":
		clause = oneOf(p.column, numbers(0, from[0]))
	case ">":
		clause = oneOf(p.column, numbers(from[0]+1, last))
	default: // >= and ..
		clause = oneOf(p.column, numbers(from[0], to[0]))
		if from[0] > to[0] {
			clause.Hints = []Hint{ReversedRange}
		}
	}
	return clause, nil
}

// options returns the numbers of the options that a typed value stands for: at least one, and exactly one unless it has
// wildcards. The caption of one option may begin that of another, so whole captions go first.
func (p *parser) options(v *value, wildcards bool) ([]int, error) {
	text := strings.TrimSpace(strings.TrimPrefix(v.text, "@"))
	if wild(text) && !wildcards {
		return nil, fault(v.pos, "filter-wildcard")
	}
	found := captioned(p.column.Options, text)
	if found == nil && text != "" {
		found = captioned(p.column.Options, text+"*")
		if len(found) > 1 && !wild(text) {
			return nil, fault(v.pos, "filter-several-options", v.text, captions(p.column.Options, found))
		}
	}
	if found == nil {
		return nil, fault(v.pos, "filter-no-option", v.text, captions(p.column.Options, numbers(0, len(p.column.Options)-1)))
	}
	return found, nil
}

// captioned returns the numbers of the options whose caption matches the pattern.
func captioned(options []string, pattern string) []int {
	rule := strings.NewReplacer(`\*`, `.*`, `\?`, `.`).Replace(regexp.QuoteMeta(Fold(pattern)))
	whole := regexp.MustCompile(`(?s)^` + rule + `$`)
	var found []int
	for n, caption := range options {
		if whole.MatchString(Fold(strings.TrimSpace(caption))) {
			found = append(found, n)
		}
	}
	return found
}

func captions(options []string, which []int) string {
	var names []string
	for _, n := range which {
		if name := strings.TrimSpace(options[n]); name != "" {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

func numbers(first, last int) []int {
	var numbers []int
	for n := first; n <= last; n++ {
		numbers = append(numbers, n)
	}
	return numbers
}

// oneOf writes the condition that the column holds one of the numbers; nothing counts as 0.
func oneOf(col Column, numbers []int) Clause {
	if len(numbers) == 0 {
		return Clause{SQL: "0"}
	}
	marks := strings.TrimPrefix(strings.Repeat(", ?", len(numbers)), ", ")
	clause := Clause{SQL: col.SQL + " IN (" + marks + ")"}
	for _, n := range numbers {
		clause.Args = append(clause.Args, int64(n))
	}
	if slices.Contains(numbers, 0) {
		return orBlank(col.SQL, clause)
	}
	return clause
}
