// Package filter turns what a user types to narrow a list into a condition in SQL: the filter expressions of Business
// Central for one column (FX-1…FX-34) and the words of the list search (FX-35, FX-36).
//
// A filter is read once, from left to right, by the grammar of FX-2. Values never become part of the SQL text; they
// are always bound. Upper and lower case are never told apart, while Å, Ä and Ö are letters of their own. Text
// columns are therefore compared through two SQL functions that the connection must know: fold, which is [Fold], and
// sortkey, which is [SortKey]; both return NULL for NULL. Codes are stored in upper case and are compared as they stand,
// so that their indexes serve.
//
// What a column does not hold, NULL, is its blank value: the empty text, zero, no date.
package filter

import (
	"fmt"
	"strings"
)

// Kind says how the values of a column are written in a filter and stored in the database.
type Kind int

// The kinds of columns.
const (
	Text   Kind = iota // any text
	Code               // text stored trimmed and in upper case
	Amount             // INTEGER, hundred-thousandths
	Int                // INTEGER
	Date               // TEXT, ISO day; blank is NULL or ''
	Bool               // INTEGER, 0 or 1
	Option             // INTEGER, place in Column.Options
)

// Column is one side of a condition.
type Column struct {
	SQL     string // trusted operand: a column name, or an expression in parentheses
	Kind    Kind
	Options []string // captions of an option in the reader's language, in the order of the stored numbers 0, 1, …
}

// Env is what the reader of a filter lives in: language, region, work date and who they are.
type Env struct {
	// Date reads a date, a date word or a date formula (FX-26…FX-30) as its first and last day in ISO form.
	Date func(text string) (first, last string, err error)
	// Amount reads a number in the reader's region (FX-23) as hundred-thousandths.
	Amount func(text string) (int64, error)
	// Me is the code that %me stands for (FX-34), blank when none is set up.
	Me string
	// Yes and No are the words for true and false (FX-24); the first of each is shown in messages.
	Yes, No []string
}

// Clause is a condition for WHERE with the values it binds. A blank SQL is no condition at all (FX-3).
type Clause struct {
	SQL   string
	Args  []any
	Hints []Hint // in the order of the expression
}

// Hint is something worth telling about a valid filter: a key of the text catalogue, without values.
type Hint string

// The hints.
const (
	ReversedRange  Hint = "filter-reversed-range"  // the left end is greater than the right: nothing matches (FX-4)
	UnequalLengths Hint = "filter-unequal-lengths" // the ends look like numbers but are compared as text (FX-14)
	// NumberRange is like UnequalLengths, but the ends are equally long: it is worth showing only when the values in
	// the column are not.
	NumberRange Hint = "filter-number-range"
)

// Error says what is wrong with an expression and where: a key of the text catalogue and the values of %1, %2, …;
// %1 is always the position.
type Error struct {
	Key  string
	Args []any
	Pos  int // character at fault, from 1
}

// Error is for logs; windows show the text of the key.
func (e *Error) Error() string { return fmt.Sprintf("%s %v", e.Key, e.Args) }

func fault(pos int, key string, args ...any) *Error {
	return &Error{Key: key, Args: append([]any{pos}, args...), Pos: pos}
}

// Limits of an expression.
const (
	MaxOperators = 200    // FX-5
	maxLength    = 10_000 // characters; SQLite refuses patterns of more than 50,000 bytes
)

// Compile returns the condition that the expression puts on the column, or an [*Error].
func Compile(expr string, col Column, env Env) (Clause, error) {
	p := parser{text: []rune(expr), column: col, env: env}
	if p.blanks(); p.done() {
		return Clause{}, nil
	}
	if len(p.text) > maxLength {
		return Clause{}, fault(maxLength+1, "filter-too-long", maxLength)
	}
	clause, err := p.filter()
	if err != nil {
		return Clause{}, err
	}
	if !p.done() {
		return Clause{}, fault(p.at+1, "filter-close-unopened")
	}
	return clause, nil
}

// OneOf returns the expression that matches exactly the given values, as far as the grammar can say it: * and ? keep
// their meaning (FX-10). It is how the rows marked in a lookup become a filter (CP-143).
func OneOf(values ...string) string {
	quoted := make([]string, len(values))
	for i, v := range values {
		quoted[i] = quote(v)
	}
	return strings.Join(quoted, "|")
}

func quote(value string) string {
	if strings.HasPrefix(value, "@") {
		value = "@" + value
	}
	plain := value != "" && value == strings.TrimSpace(value) &&
		!strings.ContainsAny(value, "&|()='<>@%") && !strings.Contains(value, "..")
	if plain {
		return value
	}
	return "'" + strings.ReplaceAll(value, "'", "''") + "'"
}

func and(clauses ...Clause) Clause { return join(" AND ", clauses) }

func or(clauses ...Clause) Clause { return join(" OR ", clauses) }

func join(operator string, clauses []Clause) Clause {
	if len(clauses) == 1 {
		return clauses[0]
	}
	var joined Clause
	texts := make([]string, len(clauses))
	for i, c := range clauses {
		texts[i] = c.SQL
		joined.Args = append(joined.Args, c.Args...)
		joined.Hints = append(joined.Hints, c.Hints...)
	}
	joined.SQL = "(" + strings.Join(texts, operator) + ")"
	return joined
}
