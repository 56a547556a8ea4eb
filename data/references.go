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
	First []string // the codes in the keys of the first ten rows, each once
}

// ShownUses is how many rows of a table a refusal names.
const ShownUses = 10

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
		use, err := UsesIn(r, from, Equal(column, code))
		if err != nil {
			return nil, err
		}
		if use.Count > 0 {
			uses = append(uses, use)
		}
	}
	return uses, nil
}

// UsesIn lists the rows of a table that meet the conditions: a use that no foreign key shows.
func UsesIn(r Reader, table string, conditions ...Cond) (Use, error) {
	use := Use{Table: table}
	where, args := all(conditions)
	var err error
	if use.Count, err = scalar[int](r, fmt.Sprintf("SELECT count(*) FROM %s WHERE %s", table, where), args...); err != nil || use.Count == 0 {
		return use, err
	}
	use.First, err = column1[string](r, fmt.Sprintf("SELECT %s FROM %s WHERE %s GROUP BY 1 ORDER BY min(id) LIMIT ?", declared[table].keyExpression(), table, where),
		append(args, ShownUses)...)
	return use, err
}

// keyExpression is the expression that shows the codes in a row's key, separated by blanks; the key itself where it has none.
func (t *shape) keyExpression() string {
	var parts []string
	for _, k := range t.key {
		if k.kind == kindCode {
			parts = append(parts, "nullif("+k.name+", '')")
		}
	}
	if parts == nil {
		return t.key[0].name
	}
	return "concat_ws(' ', " + strings.Join(parts, ", ") + ")"
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

// ClearIn takes a reference that may be blank out of the rows that meet the conditions.
func ClearIn(tx *Tx, table, column string, conditions ...Cond) error {
	where, args := all(conditions)
	_, err := tx.exec(fmt.Sprintf("UPDATE %s SET %s=NULL WHERE %s", table, column, where), args...)
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
