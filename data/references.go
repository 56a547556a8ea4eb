package data

import (
	"fmt"
	"slices"
	"strings"
)

// Use says that rows of a table name a record.
type Use struct {
	Table string
	Count int
	First []string // the keys of the first ten rows
}

// shownUses is how many rows of a table a refusal names.
const shownUses = 10

// UsesOf lists which rows name the record of a table with the code, found by the foreign keys of the schema. Tables whose rows
// go with the record are left out by name.
func UsesOf(r Reader, table string, code string, without ...string) ([]Use, error) {
	references, err := column1[string](r, `SELECT m.name || '.' || f."from" FROM sqlite_schema AS m, pragma_foreign_key_list(m.name) AS f
		WHERE m.type='table' AND f."table"=? ORDER BY 1`, table)
	if err != nil {
		return nil, err
	}
	var uses []Use
	for _, reference := range references {
		from, column, _ := strings.Cut(reference, ".")
		if slices.Contains(without, from) {
			continue
		}
		count, err := scalar[int](r, fmt.Sprintf("SELECT count(*) FROM %s WHERE %s=?", from, column), code)
		if err != nil {
			return nil, err
		}
		if count == 0 {
			continue
		}
		first, err := column1[string](r, fmt.Sprintf("SELECT %s FROM %s WHERE %s=? ORDER BY id LIMIT ?", declared[from].keyExpression(), from, column), code, shownUses)
		if err != nil {
			return nil, err
		}
		uses = append(uses, Use{Table: from, Count: count, First: first})
	}
	return uses, nil
}

// keyExpression is the expression that shows a row's key, its parts separated by blanks.
func (t *shape) keyExpression() string {
	parts := make([]string, len(t.key))
	for i, k := range t.key {
		parts[i] = "ifnull(" + k.name + ", '')"
	}
	return "trim(" + strings.Join(parts, " || ' ' || ") + ")"
}

// DeleteOwned deletes the rows of a table whose columns have the values: what goes with a record that is deleted.
func DeleteOwned(tx *Tx, table string, conditions ...Cond) error {
	where, args := all(conditions)
	_, err := tx.exec(fmt.Sprintf("DELETE FROM %s WHERE %s", table, where), args...)
	return err
}

// RenameIn gives a column a new value in the rows that meet the conditions: a reference that no foreign key carries along.
func RenameIn(tx *Tx, table, column, to string, conditions ...Cond) error {
	where, args := all(conditions)
	_, err := tx.exec(fmt.Sprintf("UPDATE %s SET %s=? WHERE %s", table, column, where), append([]any{to}, args...)...)
	return err
}

func all(conditions []Cond) (string, []any) {
	var parts []string
	var args []any
	for _, c := range conditions {
		parts, args = append(parts, c.sql), append(args, c.args...)
	}
	return strings.Join(parts, " AND "), args
}
