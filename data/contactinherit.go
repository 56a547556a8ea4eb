package data

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Inheritance is what persons take from their company (CO-19…21).
type Inheritance struct {
	Columns []string // passed one by one, where a person has the company's old value
	Address bool     // passed where all of the person's address was the company's old one
}

// The columns of an address: those that decide whether an address is the company's, and all that goes with it.
var (
	addressKey     = []string{"address", "address_2", "post_code", "city"}
	addressColumns = append(slices.Clip(addressKey), "county")
)

// PassToPersons gives the persons of a company what changed on it (CO-12, CO-21); those that change get the company's stamp of
// day and time (CO-16).
func PassToPersons(tx *Tx, before, after *Contact, inherited Inheritance) error {
	old, now := reflect.ValueOf(before).Elem(), reflect.ValueOf(after).Elem()
	equal := func(column string) Cond { return Equal(column, old.Field(Contacts.column(column).index).String()) }
	var sets, where []string
	var values, whereValues []any
	pass := func(column, to string, condition string, args []any) {
		c := Contacts.column(column)
		if new := now.Field(Contacts.column(to).index); !new.Equal(old.Field(Contacts.column(to).index)) {
			sets, where = append(sets, fmt.Sprintf("%s=iif(%s, ?, %[1]s)", c.name, condition)), append(where, condition)
			values, whereValues = append(append(values, args...), c.value(new)), append(whereValues, args...)
		}
	}
	pass("company_name", "name", "true", nil)
	for _, column := range inherited.Columns {
		condition := equal(column)
		pass(column, column, condition.sql, condition.args)
	}
	if inherited.Address {
		var conditions []Cond
		for _, column := range addressKey {
			conditions = append(conditions, equal(column))
		}
		condition, args := all(conditions)
		for _, column := range addressColumns {
			pass(column, column, condition, args)
		}
	}
	if sets == nil {
		return nil
	}
	_, err := tx.exec(fmt.Sprintf("UPDATE contact SET %s, last_date_modified=?, last_time_modified=? WHERE company_no=? AND type=1 AND (%s)",
		strings.Join(sets, ", "), strings.Join(where, " OR ")),
		slices.Concat(values, []any{string(after.LastDateModified), after.LastTimeModified, string(after.No)}, whereValues)...)
	return err
}
