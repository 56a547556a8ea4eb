package data

import (
	"database/sql"
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strings"
)

// ErrNotFound answers a Get for a record that does not exist.
var ErrNotFound = errors.New("no such record")

// Table stores the records of one kind. Every table has the column id, a number that never changes and is never given
// twice; lists keep ids, and the journal knows a record by it. Tables are values of the program, not of a company: the
// company's file is the [Reader] or [Tx] handed to each method.
type Table[T any] struct{ *shape }

// newTable declares a table: its SQL name, the columns of its key separated by blanks, the message for a duplicate key
// (blank: the general one), and the expressions of the calculated columns.
func newTable[T any](name, key, duplicate string, calc map[string]string) *Table[T] {
	return &Table[T]{newShape(reflect.TypeFor[T](), name, key, duplicate, calc)}
}

// ColumnAt returns the name of the column that a pointer into the record names, and false when it points elsewhere.
// It lets one closure such as func(c *Campaign) any { return &c.EndingDate } serve reading, writing, sorting and filters.
func (t *Table[T]) ColumnAt(at func(*T) any) (string, bool) {
	record := new(T)
	target := reflect.ValueOf(at(record))
	for _, c := range t.columns {
		field := reflect.ValueOf(record).Elem().Field(c.index)
		if field.Addr().Pointer() == target.Pointer() && field.Type() == target.Type().Elem() {
			return c.name, true
		}
	}
	return "", false
}

// ID returns the record's id, 0 for one not stored yet.
func (t *Table[T]) ID(record *T) int64 { return reflect.ValueOf(record).Elem().Field(t.id).Int() }

// Get reads the record with the given key values, in the order the table was declared with; ErrNotFound if there is none.
func (t *Table[T]) Get(r Reader, key ...any) (T, error) {
	where, values := make([]string, len(t.key)), make([]any, len(t.key))
	for i, c := range t.key {
		where[i] = c.keySQL() + "=?"
		values[i] = c.keyValue(reflect.ValueOf(key[i]))
	}
	return t.one(r, t.selectSQL+" WHERE "+strings.Join(where, " AND "), values...)
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
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	records, err := t.query(r, t.selectSQL+" WHERE id IN (SELECT value FROM json_each(?))", string(list))
	place := make(map[int64]int, len(records))
	for i := range records {
		place[t.ID(&records[i])] = i
	}
	var ordered []T
	for _, id := range ids {
		if i, ok := place[id]; ok {
			ordered = append(ordered, records[i])
			delete(place, id)
		}
	}
	return ordered, err
}

// Insert stores a new record and sets its id. It brings codes and texts into their stored form and refuses, at the column:
// a text that is too long, an amount or a day out of bounds, a value that the column does not take, a key that exists.
func (t *Table[T]) Insert(tx *Tx, record *T) error {
	v := reflect.ValueOf(record).Elem()
	args, err := t.values(v)
	if err != nil {
		return err
	}
	result, err := tx.exec(t.insertSQL, args...)
	if err != nil {
		return t.refusal(err, t.keyText(v))
	}
	id, err := result.LastInsertId()
	v.Field(t.id).SetInt(id)
	return err
}

// Update stores the changed record under its id, with the refusals of Insert. ErrNotFound says that the record is gone.
func (t *Table[T]) Update(tx *Tx, record *T) error {
	v := reflect.ValueOf(record).Elem()
	args, err := t.values(v)
	if err != nil {
		return err
	}
	result, err := tx.exec(t.updateSQL, append(args, t.ID(record))...)
	if err != nil {
		return t.refusal(err, t.keyText(v))
	}
	n, err := result.RowsAffected()
	if err == nil && n == 0 {
		err = ErrNotFound
	}
	return err
}

// Delete removes the record of the id. References to it are the caller's concern: what still names it makes the commit fail.
func (t *Table[T]) Delete(tx *Tx, id int64) error {
	_, err := tx.exec(t.deleteSQL, id)
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
	cells := make([]any, len(t.columns))
	into := make([]any, len(t.columns))
	for i := range cells {
		into[i] = &cells[i]
	}
	err := each(r, query, args, func(rows *sql.Rows) error {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		var blank T
		records = append(records, blank)
		v := reflect.ValueOf(&records[len(records)-1]).Elem()
		for i, c := range t.columns {
			c.set(v.Field(c.index), cells[i])
		}
		return nil
	})
	return records, err
}

// CodeOf is the record's code: the first code in its key.
func (t *Table[T]) CodeOf(record *T) string {
	i := slices.IndexFunc(t.key, func(c column) bool { return c.kind == kindCode })
	return reflect.ValueOf(record).Elem().Field(t.key[max(i, 0)].index).String()
}
