package data

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
)

// shape is what a [Table] knows of its SQL table: everything but the type of its records.
type shape struct {
	name      string
	key       []column
	columns   []column
	id        int      // position of the field ID in the record
	stored    []column // all but id and the calculated ones
	duplicate string   // message key for a record whose key exists already

	selectSQL, insertSQL, updateSQL, deleteSQL string
}

// declared are the tables of records by name: those the journal keeps.
var declared = map[string]*shape{}

// TableNames are the names of all tables of records, for what shows everything that happens.
func TableNames() []string { return slices.Sorted(maps.Keys(declared)) }

// newShape declares a table; see newTable.
func newShape(record reflect.Type, name, key, duplicate string, calc map[string]string) *shape {
	t := &shape{name: name, duplicate: duplicate, columns: columnsOf(record, calc)}
	if t.duplicate == "" {
		t.duplicate = "already-exists"
	}
	var names, marks, sets, selected []string
	for _, c := range t.columns {
		selected = append(selected, c.sql())
		switch {
		case c.name == "id":
			t.id = c.index
		case c.calc == "":
			t.stored = append(t.stored, c)
			names, marks, sets = append(names, c.name), append(marks, "?"), append(sets, c.name+"=?")
		}
	}
	for _, k := range strings.Fields(key) {
		t.key = append(t.key, t.column(k))
	}
	t.selectSQL = fmt.Sprintf("SELECT %s FROM %s", strings.Join(selected, ", "), name)
	t.insertSQL = fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s)", name, strings.Join(names, ", "), strings.Join(marks, ", "))
	t.updateSQL = fmt.Sprintf("UPDATE %s SET %s WHERE id=?", name, strings.Join(sets, ", "))
	t.deleteSQL = fmt.Sprintf("DELETE FROM %s WHERE id=?", name)
	declared[name] = t
	return t
}

// Name is the table's name in the file, in change notices and in the journal.
func (t *shape) Name() string { return t.name }

// column finds a column by name; an unknown name is a fault of the program.
func (t *shape) column(name string) column {
	i := slices.IndexFunc(t.columns, func(c column) bool { return c.name == name })
	if i < 0 {
		panic(fmt.Sprintf("table %s has no column %q", t.name, name))
	}
	return t.columns[i]
}

// MaxLength returns how many characters a text or code column takes, 0 for other columns.
func (t *shape) MaxLength(columnName string) int { return t.column(columnName).max }

// values normalises the record and returns what its stored columns hold.
func (t *shape) values(record reflect.Value) ([]any, error) {
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

// keyText is what messages call a record: the codes in its key.
func (t *shape) keyText(record reflect.Value) string {
	var parts []string
	for _, c := range t.key {
		if code := record.Field(c.index); c.kind == kindCode && code.String() != "" {
			parts = append(parts, code.String())
		}
	}
	return strings.Join(parts, " ")
}
