package filter

import "cmp"

// condition writes the condition of one term.
func (p *parser) condition(t term) (Clause, error) {
	switch p.column.Kind {
	case Text, Code:
		return p.textCondition(t)
	case Amount, Int:
		return p.numberCondition(t)
	case Date:
		return p.dateCondition(t)
	case Bool:
		return p.boolCondition(t)
	default:
		return p.optionCondition(t)
	}
}

// orBlank lets the condition also be met by a column that holds nothing.
func orBlank(column string, clause Clause) Clause {
	return or(Clause{SQL: column + " IS NULL"}, clause)
}

// ordered writes a comparison or range between values of one order. read returns the smallest and the largest value that
// a typed value stands for, which differ for a week or a month. Where the blank value, zero in T, meets the condition,
// blank completes it for columns that hold nothing.
func ordered[T cmp.Ordered](operand string, t term, read func(*value) (T, T, error), blank func(Clause) Clause) (Clause, error) {
	var zero T
	if t.operator != ".." {
		low, high, err := read(t.from)
		if err != nil {
			return Clause{}, err
		}
		clause := compare(operand, t.operator, low, high)
		if holds(zero, t.operator, low, high) {
			clause = blank(clause)
		}
		return clause, nil
	}

	var ends []Clause
	var low, high T
	blankMeets := true
	if t.from != nil {
		first, _, err := read(t.from)
		if err != nil {
			return Clause{}, err
		}
		low = first
		ends = append(ends, compare(operand, ">=", low, low))
		blankMeets = zero >= low
	}
	if t.to != nil {
		_, last, err := read(t.to)
		if err != nil {
			return Clause{}, err
		}
		high = last
		ends = append(ends, compare(operand, "<=", high, high))
		blankMeets = blankMeets && zero <= high
	}
	clause := and(ends...)
	if blankMeets {
		clause = blank(clause)
	}
	if len(ends) == 2 && low > high {
		clause.Hints = append(clause.Hints, ReversedRange)
	}
	return clause, nil
}

func compare[T cmp.Ordered](operand, operator string, low, high T) Clause {
	bound := low
	switch operator {
	case "=", "<>":
		if low != high {
			between := map[string]string{"=": " BETWEEN ? AND ?", "<>": " NOT BETWEEN ? AND ?"}[operator]
			return Clause{SQL: "(" + operand + between + ")", Args: []any{low, high}}
		}
	case "<=", ">":
		bound = high
	}
	return Clause{SQL: operand + " " + operator + " ?", Args: []any{bound}}
}

func holds[T cmp.Ordered](v T, operator string, low, high T) bool {
	switch operator {
	case "=":
		return low <= v && v <= high
	case "<>":
		return v < low || high < v
	case "<":
		return v < low
	case "<=":
		return v <= high
	case ">":
		return v > high
	default:
		return v >= low
	}
}

// numberCondition: FX-17…FX-23; the blank value is zero.
func (p *parser) numberCondition(t term) (Clause, error) {
	const hundredThousandths = 100_000
	read := func(v *value) (int64, int64, error) {
		if v.text == "" {
			return 0, 0, nil
		}
		n, err := p.env.Amount(v.text)
		if err != nil {
			return 0, 0, fault(v.pos, "filter-no-number", v.text)
		}
		if p.column.Kind == Int {
			if n%hundredThousandths != 0 {
				return 0, 0, fault(v.pos, "filter-no-whole-number", v.text)
			}
			n /= hundredThousandths
		}
		return n, n, nil
	}
	return ordered(p.column.SQL, t, read, func(c Clause) Clause { return orBlank(p.column.SQL, c) })
}

// dateCondition: the ends of a range may themselves be periods (FX-30). Only ” and <> find a blank date (FX-33).
func (p *parser) dateCondition(t term) (Clause, error) {
	x := p.column.SQL
	if t.from != nil && t.from.text == "" {
		switch t.operator {
		case "=":
			return Clause{SQL: "(" + x + " IS NULL OR " + x + " = '')"}, nil
		case "<>":
			return Clause{SQL: x + " > ''"}, nil
		}
	}
	read := func(v *value) (string, string, error) {
		if v.text == "" {
			return "", "", fault(v.pos, "filter-blank-date")
		}
		first, last, err := p.env.Date(v.text)
		if err != nil {
			return "", "", fault(v.pos, "filter-no-date", v.text)
		}
		return first, last, nil
	}
	return ordered(x, t, read, func(c Clause) Clause {
		if t.operator == "<>" {
			return orBlank(x, c)
		}
		return and(Clause{SQL: x + " > ''"}, c)
	})
}
