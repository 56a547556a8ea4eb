package data

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
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

// CheckFilter returns the fault in a filter of one column, a message whose %1 is its position in the expression, while the
// user types (UI-27).
func (t *Table[T]) CheckFilter(columnName, expr string, v View) error {
	_, err := t.compile(columnName, expr, v)
	return err
}

func (t *shape) compile(columnName, expr string, v View) (filter.Clause, error) {
	c := t.column(columnName)
	if c.lookup.table == "" {
		return t.compileOn(c, c.sql(), expr, v)
	}
	of := func(operand string) filter.Clause {
		clause, _ := t.compileOn(c, operand, expr, v)
		return clause
	}
	clause, err := t.compileOn(c, c.sql(), expr, v)
	if err != nil || clause.SQL == "" {
		return clause, err
	}
	row, none := of(c.lookup.table+"."+c.lookup.field), of("NULL")
	return filter.Clause{
		SQL:   fmt.Sprintf("%s OR %s IS NULL AND %s", c.lookup.in(row.SQL), c.lookup.code, none.SQL),
		Args:  slices.Concat(row.Args, none.Args),
		Hints: clause.Hints,
	}, nil
}

// in is the condition that the row looked up fulfils a condition.
func (l lookup) in(condition string) string {
	return fmt.Sprintf("%s IN (SELECT %s FROM %s WHERE %s)", l.code, l.key, l.table, condition)
}

func (t *shape) compileOn(c column, operand, expr string, v View) (filter.Clause, error) {
	clause, err := filter.Compile(expr, filterColumn(c, operand, v), v.Env)
	var fault *filter.Error
	if errors.As(err, &fault) {
		return clause, Msg(fault.Key, fault.Args...).At(c.name)
	}
	return clause, err
}

func filterColumn(c column, operand string, v View) filter.Column {
	fc := filter.Column{SQL: operand, Kind: filterKinds[c.kind], Options: v.Options[c.name]}
	if c.kind == kindInt && fc.Options != nil {
		fc.Kind = filter.Option
	}
	return fc
}

// searchWay is how the rows are found that the full-text index knows for the words of a search.
type searchWay int

const (
	throughIndex searchWay = iota // from the index to the rows: for few
	alongOrder                    // along the order of the list, asking the index at each row: for the first of many
	rowByRow                      // along the order of the list, looking into each row: for the first of very many
)

// where is the condition of the view as SQL that follows the table's name, with its values.
func (t *shape) where(v View) (string, []any, error) { return t.whereFound(v, throughIndex) }

func (t *shape) whereFound(v View, way searchWay) (string, []any, error) {
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
	for _, clause := range t.search(v, way) {
		add(clause.SQL, clause.Args)
	}
	if conds == nil {
		return "", nil, nil
	}
	return " WHERE " + strings.Join(conds, " AND "), args, nil
}

// search returns the conditions that the words of the search occur in a row: in its column words where it has one, else in
// its text and code columns and those it looks up.
func (t *shape) search(v View, way searchWay) (all []filter.Clause) {
	match := matchExpression(v.Search)
	switch {
	case searched[t.name] && match == "":
		return nil
	case searched[t.name] && way != rowByRow:
		id := map[searchWay]string{throughIndex: "id", alongOrder: "+id"}[way] // the plus keeps SQLite from beginning with it
		return []filter.Clause{{SQL: fmt.Sprintf("%s IN (SELECT rowid FROM search_%s WHERE search_%[2]s MATCH ?)", id, t.name), Args: []any{match}}}
	case searched[t.name]:
		for _, w := range wordsOf(v.Search) {
			all = append(all, filter.Clause{SQL: "instr(words, ?)", Args: []any{" " + w}})
		}
		return all
	}
	for _, word := range apart(v.Search) {
		var own []filter.Column
		var places filter.Clause
		for _, c := range t.columns {
			if c.lookup.table == "" {
				own = append(own, filterColumn(c, c.sql(), v))
				continue
			}
			there := filter.Search(word, []filter.Column{filterColumn(c, c.lookup.table+"."+c.lookup.field, v)}, v.Env)
			places.SQL += " OR " + c.lookup.in(there.SQL)
			places.Args = append(places.Args, there.Args...)
		}
		here := filter.Search(word, own, v.Env)
		all = append(all, filter.Clause{SQL: here.SQL + places.SQL, Args: append(here.Args, places.Args...)})
	}
	return all
}

// apart splits a search at its blanks, so that each word may occur in another column; one with a text in apostrophes is
// left whole.
func apart(search string) []string {
	if strings.Contains(search, "'") {
		return []string{search}
	}
	return strings.Fields(search)
}

// searchesByIndex reports whether the view has words that are looked up in a full-text index.
func (t *shape) searchesByIndex(v View) bool {
	return searched[t.name] && matchExpression(v.Search) != ""
}

// hits counts the rows in which the full-text index finds the words of the search, whatever other conditions the view has.
func (t *shape) hits(r Reader, v View) (int, error) {
	return scalar[int](r, fmt.Sprintf("SELECT count(*) FROM search_%s WHERE search_%[1]s MATCH ?", t.name), matchExpression(v.Search))
}

// hasOrder reports whether an index has the order of the view.
func (t *shape) hasOrder(r Reader, v View) (bool, error) {
	if v.Sort == "" {
		return true, nil
	}
	return scalar[bool](r, `SELECT EXISTS (SELECT 1 FROM pragma_index_list(?) AS list JOIN pragma_index_info(list.name) AS info
		WHERE info.seqno=0 AND info.name=?)`, t.name, v.Sort)
}

// sortIndexes are the indexes in whose order the largest tables are read when sorted by a column. SQLite would rather sort a
// million rows than read the first ones in the order of an index that begins with only some of the columns.
var sortIndexes = map[string]string{
	"sales_price.sales_code":         "sales_price_by_party",
	"sales_price.unit_code":          "sales_price_by_unit",
	"sales_line_discount.sales_code": "sales_line_discount_by_party",
	"sales_line_discount.unit_code":  "sales_line_discount_by_unit",
}

// idsSQL is the query of the first ids of a view, with its values but for the last, which says how many.
func (t *shape) idsSQL(v View, way searchWay) (string, []any, error) {
	where, args, err := t.whereFound(v, way)
	if err != nil {
		return "", nil, err
	}
	from := t.name
	if index := sortIndexes[t.name+"."+v.Sort]; index != "" && where == "" {
		from += " INDEXED BY " + index
	}
	return fmt.Sprintf("SELECT id FROM %s%s%s LIMIT ?", from, where, t.order(v)), args, nil
}

// order is the ORDER BY of the view. The key decides between equals, so that a list never jumps.
func (t *shape) order(v View) string {
	var parts []string
	direction := ""
	if v.Desc {
		direction = " DESC"
	}
	if v.Sort != "" {
		c := t.column(v.Sort)
		expression := c.sql()
		if c.kind == kindText {
			expression += " COLLATE swedish"
		}
		parts = append(parts, expression+direction)
	}
	for _, c := range t.key {
		if c.name != v.Sort {
			parts = append(parts, c.keySQL()+direction)
		}
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
	if t.searchesByIndex(v) && len(v.Fixed)+len(v.Filters) == 0 {
		return t.hits(r, v)
	}
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

// NotBefore holds for rows whose date is the day, later, or blank: a period that is not over.
func NotBefore(column string, day Date) Cond {
	return Cond{fmt.Sprintf("ifnull(%s, '%s') >= ?", column, LastDate), []any{string(day)}}
}

// Before holds for rows whose date lies before the day; blank is never before.
func Before(column string, day Date) Cond { return Cond{column + " < ?", []any{string(day)}} }
