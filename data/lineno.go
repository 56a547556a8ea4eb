package data

import (
	"fmt"
	"slices"
)

// lineStep is the distance between line numbers, so that lines can be put between others.
const lineStep = 10000

// LineNo returns the number for a new line after the line numbered above, 0 for the first place, among the lines for which
// the condition holds: half-way to the next line, or one step on at the end (CP-54). Where there is no room left, the lines
// are numbered anew in their order.
func LineNo[T any](tx *Tx, t *Table[T], of Cond, above int) (int, error) {
	for {
		below, err := scalar[*int](tx, fmt.Sprintf("SELECT min(line_no) FROM %s WHERE %s AND line_no > ?", t.name, of.sql), append(slices.Clip(of.args), above)...)
		switch {
		case err != nil:
			return 0, err
		case below == nil:
			return above + lineStep, nil
		case *below-above > 1:
			return above + (*below-above)/2, nil
		}
		place, err := scalar[int](tx, fmt.Sprintf("SELECT count(*) FROM %s WHERE %s AND line_no <= ?", t.name, of.sql), append(slices.Clip(of.args), above)...)
		if err != nil {
			return 0, err
		}
		if err := renumber(tx, t.name, of); err != nil {
			return 0, err
		}
		above = place * lineStep
	}
}

// renumber goes through negative numbers, because no two lines may ever have the same.
func renumber(tx *Tx, table string, of Cond) error {
	if _, err := tx.exec(fmt.Sprintf(`UPDATE %[1]s SET line_no=-%[2]d*place FROM (
		SELECT id AS line, row_number() OVER (ORDER BY line_no) AS place FROM %[1]s WHERE %[3]s) WHERE id=line`, table, lineStep, of.sql), of.args...); err != nil {
		return err
	}
	_, err := tx.exec(fmt.Sprintf("UPDATE %s SET line_no=-line_no WHERE %s", table, of.sql), of.args...)
	return err
}
