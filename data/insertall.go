package data

import (
	"fmt"
	"reflect"
	"strings"
)

// together is how many records one statement stores. SQLite secures the pages it touches once per statement, so that
// twenty records together take a third of the time that they take one by one.
const together = 20

// InsertAll stores many new records, with the refusals of [Table.Insert]; it does not set their ids.
func (t *Table[T]) InsertAll(tx *Tx, records []T) error {
	for len(records) > 0 {
		n := min(together, len(records))
		if err := t.insertTogether(tx, records[:n]); err != nil {
			return err
		}
		records = records[n:]
	}
	return nil
}

func (t *Table[T]) insertTogether(tx *Tx, records []T) error {
	args := make([]any, 0, len(records)*len(t.stored))
	for i := range records {
		values, err := t.values(reflect.ValueOf(&records[i]).Elem())
		if err != nil {
			return err
		}
		args = append(args, values...)
	}
	_, one, _ := strings.Cut(t.insertSQL, " VALUES ")
	_, err := tx.exec(t.insertSQL+strings.Repeat(", "+one, len(records)-1), args...)
	if constraintOf(err) == constraintNone {
		return err
	}
	for i := range records { // to find the one that is refused
		if err := t.Insert(tx, &records[i]); err != nil {
			return err
		}
	}
	return err
}

// Twin reads the stored record that has the same key as the given one; [ErrNotFound] if there is none.
func (t *Table[T]) Twin(r Reader, record *T) (T, error) {
	v := reflect.ValueOf(record).Elem()
	key := make([]any, len(t.key))
	for i, c := range t.key {
		key[i] = v.Field(c.index).Interface()
	}
	return t.Get(r, key...)
}

// Key is the record's key as one text that tells it from every other record, blank when all of the key is blank.
func (t *Table[T]) Key(record *T) string {
	v := reflect.ValueOf(record).Elem()
	if len(t.key) == 1 {
		return fmt.Sprint(v.Field(t.key[0].index).Interface())
	}
	var b strings.Builder
	blank := true
	for _, c := range t.key {
		field := v.Field(c.index)
		blank = blank && field.IsZero()
		fmt.Fprint(&b, c.value(field), "\x00")
	}
	if blank {
		return ""
	}
	return b.String()
}
