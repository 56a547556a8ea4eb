package data

import (
	"errors"
	"fmt"
	"reflect"
	"strings"

	"campaigndesk/data/filter"
)

// Cond is a condition on the rows of a list, made by this package only.
type Cond struct {
	sql  string
	args []any
}

// Equal holds for rows whose column has the value; a blank code or date is matched by blank.
func Equal(column string, value any) Cond {
	v := reflect.ValueOf(value)
	switch {
	case v.Kind() == reflect.String && v.String() == "":
		return Cond{sql: "ifnull(" + column + ", '')=''"}
	case v.Kind() == reflect.String:
		return Cond{column + "=?", []any{v.String()}}
	case v.Kind() == reflect.Bool:
		return Cond{column + "=?", []any{v.Bool()}}
	default:
		return Cond{column + "=?", []any{v.Int()}}
	}
}

// Between holds for rows whose period from the starting to the ending column contains the day, blank ends being open (CP-146).
func Between(starting, ending string, day Date) Cond {
	return Cond{fmt.Sprintf("ifnull(%s, '') <= ? AND ifnull(%s, '%s') >= ?", starting, ending, LastDate), []any{string(day), string(day)}}
}

// View says which rows of a table a list shows and in which order.
type View struct {
	Fixed   []Cond              // the window's own, which the user cannot lift
	Filters map[string]string   // column → filter expression (FX rules); all must hold
	Options map[string][]string // column → captions of its options, for filters on them
	Env     filter.Env          // who and where the reader of the filters is
	Search  string              // words to be found in the text and code columns (FX-35)
	Sort    string              // column; blank: the table's key
	Desc    bool
}

var filterKinds = map[kind]filter.Kind{kindText: filter.Text, kindCode: filter.Code, kindAmount: filter.Amount,
	kindInt: filter.Int, kindDate: filter.Date, kindBool: filter.Bool}

// FilterError is a fault in the filter of one column: a message whose %1 is the position of the fault in the expression.
// CheckFilter answers it while the user types (UI-27).
func (t *Table[T]) CheckFilter(columnName, expr string, v View) error {
	_, err := t.compile(columnName, expr, v)
	return err
}

func (t *Table[T]) compile(columnName, expr string, v View) (filter.Clause, error) {
	clause, err := filter.Compile(expr, t.filterColumn(t.column(columnName), v), v.Env)
	var fault *filter.Error
	if errors.As(err, &fault) {
		return clause, Msg(fault.Key, fault.Args...).At(columnName)
	}
	return clause, err
}

func (t *Table[T]) filterColumn(c column, v View) filter.Column {
	fc := filter.Column{SQL: c.sql(), Kind: filterKinds[c.kind], Options: v.Options[c.name]}
	if c.kind == kindInt && fc.Options != nil {
		fc.Kind = filter.Option
	}
	return fc
}

// where is the condition of the view as SQL that follows the table's name, with its values.
func (t *Table[T]) where(v View) (string, []any, error) {
	var conds []string
	var args []any
	add := func(sql string, values []any) {
		if sql != "" {
			conds, args = append(conds, "("+sql+")"), append(args, values...)
		}
	}
	for _, c := range v.Fixed {
		add(c.sql, c.args)
	}
	for _, c := range t.columns { // in the order of the record, so that the same view is the same statement
		expr, ok := v.Filters[c.name]
		if !ok {
			continue
		}
		clause, err := t.compile(c.name, expr, v)
		if err != nil {
			return "", nil, err
		}
		add(clause.SQL, clause.Args)
	}
	if words := strings.TrimSpace(v.Search); words != "" {
		clause := t.search(words, v)
		add(clause.SQL, clause.Args)
	}
	if conds == nil {
		return "", nil, nil
	}
	return " WHERE " + strings.Join(conds, " AND "), args, nil
}

// search finds words in the table's full-text index where it has one, else in its text and code columns.
func (t *Table[T]) search(words string, v View) filter.Clause {
	if _, indexed := searchWords[t.name]; indexed {
		return filter.Clause{
			SQL:  fmt.Sprintf("id IN (SELECT rowid FROM search_%s WHERE search_%[1]s MATCH ?)", t.name),
			Args: []any{matchExpression(words)},
		}
	}
	columns := make([]filter.Column, len(t.columns))
	for i, c := range t.columns {
		columns[i] = t.filterColumn(c, v)
	}
	return filter.Search(words, columns, v.Env)
}

// order is the ORDER BY of the view. The key decides between equals, so that a list never jumps.
func (t *Table[T]) order(v View) string {
	var parts []string
	direction := ""
	if v.Desc {
		direction = " DESC"
	}
	if v.Sort != "" {
		parts = append(parts, t.column(v.Sort).sql()+direction)
	}
	for _, c := range t.key {
		if c.name == v.Sort {
			continue
		}
		expression := c.name
		if c.nullable { // as the unique index over the key has it
			expression = "ifnull(" + c.name + ", '')"
		}
		parts = append(parts, expression+direction)
	}
	return " ORDER BY " + strings.Join(parts, ", ")
}

// Select reads all records of a view, for short lists and for reports.
func (t *Table[T]) Select(r Reader, v View) ([]T, error) {
	where, args, err := t.where(v)
	if err != nil {
		return nil, err
	}
	return t.query(r, t.selectSQL+where+t.order(v), args...)
}

// Count returns how many records a view has.
func (t *Table[T]) Count(r Reader, v View) (int, error) {
	where, args, err := t.where(v)
	if err != nil {
		return 0, err
	}
	return scalar[int](r, "SELECT count(*) FROM "+t.name+where, args...)
}

// StartsWith holds for rows whose code column begins with the text.
func StartsWith(column, text string) Cond {
	text = normalCode(text)
	return Cond{column + " >= ? AND " + column + " < ?", []any{text, text + "\U0010FFFF"}}
}

// First reads at most limit records of a view, for lookups.
func (t *Table[T]) First(r Reader, v View, limit int) ([]T, error) {
	where, args, err := t.where(v)
	if err != nil {
		return nil, err
	}
	return t.query(r, t.selectSQL+where+t.order(v)+" LIMIT ?", append(args, limit)...)
}

// Nothing holds for no row: the view of a part whose card has no record yet.
func Nothing() Cond { return Cond{sql: "0"} }
