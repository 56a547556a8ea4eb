package data

import (
	"database/sql"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// ErrNotFound answers a Get for a record that does not exist.
var ErrNotFound = errors.New("no such record")

// Table stores the records of one kind. Every table has the column id, a number that never changes and is never given
// twice; lists keep ids, and the journal knows a record by it. Tables are values of the program, not of a company: the
// company's file is the [Reader] or [Tx] handed to each method.
type Table[T any] struct {
	name      string
	key       []column
	columns   []column
	stored    []column // all but id and the calculated ones
	duplicate string   // message key for a record whose key exists already

	selectSQL, insertSQL, updateSQL, deleteSQL string
}

// newTable declares a table: its SQL name, the columns of its key separated by blanks, the message for a duplicate key
// (blank: the general one), and the expressions of the calculated columns.
func newTable[T any](name, key, duplicate string, calc map[string]string) *Table[T] {
	t := &Table[T]{name: name, duplicate: duplicate, columns: columnsOf(reflect.TypeFor[T](), calc)}
	if t.duplicate == "" {
		t.duplicate = "already-exists"
	}
	var names, marks, sets, selected []string
	for _, c := range t.columns {
		selected = append(selected, c.sql())
		if c.calc != "" || c.name == "id" {
			continue
		}
		t.stored = append(t.stored, c)
		names, marks, sets = append(names, c.name), append(marks, "?"), append(sets, c.name+"=?")
	}
	for _, k := range strings.Fields(key) {
		t.key = append(t.key, t.column(k))
	}
	t.selectSQL = fmt.Sprintf("SELECT %s FROM %s", strings.Join(selected, ", "), name)
	t.insertSQL = fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s)", name, strings.Join(names, ", "), strings.Join(marks, ", "))
	t.updateSQL = fmt.Sprintf("UPDATE %s SET %s WHERE id=?", name, strings.Join(sets, ", "))
	t.deleteSQL = fmt.Sprintf("DELETE FROM %s WHERE id=?", name)
	return t
}

// Name is the table's name in the file, in change notices and in the journal.
func (t *Table[T]) Name() string { return t.name }

// column finds a column by name; an unknown name is a fault of the program.
func (t *Table[T]) column(name string) column {
	i := slices.IndexFunc(t.columns, func(c column) bool { return c.name == name })
	if i < 0 {
		panic(fmt.Sprintf("table %s has no column %q", t.name, name))
	}
	return t.columns[i]
}

// ColumnAt returns the name of the column that a pointer into the record names, and false when it points elsewhere.
// It lets one closure such as func(c *Campaign) any { return &c.EndingDate } serve reading, writing, sorting and filters.
func (t *Table[T]) ColumnAt(at func(*T) any) (string, bool) {
	record := new(T)
	target := reflect.ValueOf(at(record)).Pointer()
	for _, c := range t.columns {
		field := reflect.ValueOf(record).Elem().Field(c.index)
		if field.Addr().Pointer() == target && field.Type() == reflect.TypeOf(at(record)).Elem() {
			return c.name, true
		}
	}
	return "", false
}

// MaxLength returns how many characters a text or code column takes, 0 for other columns.
func (t *Table[T]) MaxLength(columnName string) int { return t.column(columnName).max }

// ID returns the record's id, 0 for one not stored yet.
func (t *Table[T]) ID(record *T) int64 {
	return reflect.ValueOf(record).Elem().FieldByName("ID").Int()
}

// Get reads the record with the given key values, in the order the table was declared with; ErrNotFound if there is none.
func (t *Table[T]) Get(r Reader, key ...any) (T, error) {
	where := make([]string, len(t.key))
	for i, c := range t.key {
		where[i] = c.name + " IS ?"
		key[i] = c.value(reflect.ValueOf(key[i]))
	}
	return t.one(r, t.selectSQL+" WHERE "+strings.Join(where, " AND "), key...)
}

// Exists reports whether a record has the given key.
func (t *Table[T]) Exists(r Reader, key ...any) (bool, error) {
	_, err := t.Get(r, key...)
	if errors.Is(err, ErrNotFound) {
		return false, nil
	}
	return err == nil, err
}

// ByID reads the record of the id; ErrNotFound if it is gone.
func (t *Table[T]) ByID(r Reader, id int64) (T, error) {
	return t.one(r, t.selectSQL+" WHERE id=?", id)
}

// ByIDs reads the records of the ids in their order, leaving out those that are gone.
func (t *Table[T]) ByIDs(r Reader, ids []int64) ([]T, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	place := make(map[int64]int, len(ids))
	args := make([]any, len(ids))
	for i, id := range ids {
		place[id], args[i] = i, id
	}
	records, err := t.query(r, t.selectSQL+" WHERE id IN (?"+strings.Repeat(",?", len(ids)-1)+")", args...)
	slices.SortFunc(records, func(a, b T) int { return place[t.ID(&a)] - place[t.ID(&b)] })
	return records, err
}

// Insert stores a new record and sets its id. It normalises codes, refuses text that is too long and a key that exists.
func (t *Table[T]) Insert(tx *Tx, record *T) error {
	v := reflect.ValueOf(record).Elem()
	args, err := t.values(v)
	if err != nil {
		return err
	}
	result, err := tx.exec(t.insertSQL, args...)
	if err != nil {
		return t.refusal(err, v)
	}
	id, err := result.LastInsertId()
	v.FieldByName("ID").SetInt(id)
	return err
}

// Update stores the changed record under its id, with the checks of Insert.
func (t *Table[T]) Update(tx *Tx, record *T) error {
	v := reflect.ValueOf(record).Elem()
	args, err := t.values(v)
	if err != nil {
		return err
	}
	if _, err := tx.exec(t.updateSQL, append(args, t.ID(record))...); err != nil {
		return t.refusal(err, v)
	}
	return nil
}

// Delete removes the record of the id. References to it are the caller's concern: what still names it makes the commit fail.
func (t *Table[T]) Delete(tx *Tx, id int64) error {
	_, err := tx.exec(t.deleteSQL, id)
	return err
}

// values normalises the record and returns what its stored columns hold.
func (t *Table[T]) values(record reflect.Value) ([]any, error) {
	args := make([]any, len(t.stored), len(t.stored)+1)
	for i, c := range t.stored {
		field := record.Field(c.index)
		if err := c.normalise(field); err != nil {
			return nil, err
		}
		args[i] = c.value(field)
	}
	return args, nil
}

// refusal turns SQLite's answer to a broken constraint into something the user understands.
func (t *Table[T]) refusal(err error, record reflect.Value) error {
	switch constraintOf(err) {
	case constraintUnique:
		key := make([]string, len(t.key))
		for i, c := range t.key {
			key[i] = fmt.Sprint(record.Field(c.index).Interface())
		}
		return Msg(t.duplicate, strings.TrimSpace(strings.Join(key, " "))).At(t.key[0].name)
	case constraintNotNull:
		return Msg("must-not-be-blank").At(t.key[0].name)
	}
	return err
}

func (t *Table[T]) one(r Reader, query string, args ...any) (T, error) {
	records, err := t.query(r, query, args...)
	if err == nil && len(records) == 0 {
		err = ErrNotFound
	}
	if err != nil {
		var none T
		return none, err
	}
	return records[0], nil
}

// query reads the records of a statement that selects the table's columns in order.
func (t *Table[T]) query(r Reader, query string, args ...any) ([]T, error) {
	var records []T
	err := each(r, query, args, func(rows *sql.Rows) error {
		var record T
		if err := t.scan(rows, &record); err != nil {
			return err
		}
		records = append(records, record)
		return nil
	})
	return records, err
}

func (t *Table[T]) scan(rows *sql.Rows, record *T) error {
	cells := make([]any, len(t.columns))
	into := make([]any, len(t.columns))
	for i := range cells {
		into[i] = &cells[i]
	}
	if err := rows.Scan(into...); err != nil {
		return err
	}
	v := reflect.ValueOf(record).Elem()
	for i, c := range t.columns {
		c.set(v.Field(c.index), cells[i])
	}
	return nil
}
