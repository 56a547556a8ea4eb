package data

import (
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// kind says how a column is stored and compared.
type kind int

const (
	kindText kind = iota
	kindCode
	kindAmount
	kindInt // also options, stored by their position
	kindDate
	kindBool
)

// column is one stored or calculated field of a record, read off the struct tag `db:"name,…"`:
//
//	code=n   a code of at most n characters, upper-cased
//	text=n   free text of at most n characters
//	ref      names another record, or nothing: blank is stored as NULL so that the foreign key holds
//	calc     calculated by the table's expression for it, never stored
type column struct {
	name     string
	kind     kind
	max      int
	nullable bool
	calc     string // SQL expression, blank for a stored column
	lookup   lookup // what the expression looks up in another table, if that is all it does
	index    int    // field position in the struct
}

// lookup is a calculated column that shows a column of the row named by a code of this one. Filters on it look through the
// other table once, not once per row.
type lookup struct{ field, table, key, code string }

var lookupSQL = regexp.MustCompile(`^SELECT (\w+) FROM (\w+) WHERE \w+\.(\w+)=\w+\.(\w+)$`)

// sql is the expression that yields the column in a query.
func (c column) sql() string {
	if c.calc != "" {
		return "(" + c.calc + ")"
	}
	return c.name
}

// keySQL is the expression by which a key is looked up and ordered: nothing, NULL, is blank, as in the unique indexes.
func (c column) keySQL() string {
	if c.nullable {
		return "ifnull(" + c.name + ", '')"
	}
	return c.name
}

// keyValue is the value that keySQL has for a field.
func (c column) keyValue(field reflect.Value) any {
	if field.Kind() != reflect.String {
		return c.value(field)
	}
	if c.kind == kindCode {
		return normalCode(field.String())
	}
	return field.String()
}

// columnsOf reads the record type's columns. A fault in the declaration is a fault of the program, hence the panic.
func columnsOf(record reflect.Type, calc map[string]string) []column {
	var columns []column
	for i := range record.NumField() {
		tag, ok := record.Field(i).Tag.Lookup("db")
		if !ok {
			continue
		}
		parts := strings.Split(tag, ",")
		c := column{name: parts[0], index: i, kind: kindOf(record.Field(i).Type)}
		c.nullable = c.kind == kindDate
		for _, option := range parts[1:] {
			name, value, _ := strings.Cut(option, "=")
			switch name {
			case "code":
				c.kind, c.max = kindCode, mustInt(value)
			case "text":
				c.max = mustInt(value)
			case "ref":
				c.nullable = true
			case "calc":
				if c.calc = calc[c.name]; c.calc == "" {
					panic(fmt.Sprintf("%s.%s: no expression", record, c.name))
				}
				if found := lookupSQL.FindStringSubmatch(c.calc); found != nil {
					c.lookup = lookup{field: found[1], table: found[2], key: found[3], code: found[4]}
				}
			default:
				panic(fmt.Sprintf("%s.%s: unknown option %q", record, c.name, option))
			}
		}
		columns = append(columns, c)
	}
	return columns
}

func kindOf(t reflect.Type) kind {
	switch {
	case t == reflect.TypeFor[Amount]():
		return kindAmount
	case t == reflect.TypeFor[Date]():
		return kindDate
	case t.Kind() == reflect.Bool:
		return kindBool
	case t.Kind() == reflect.String:
		return kindText
	case t.Kind() == reflect.Int || t.Kind() == reflect.Int64:
		return kindInt
	}
	panic("no column can hold a " + t.String())
}

func mustInt(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic(err)
	}
	return n
}

// normalise brings the field into its stored form, refusing what is too long or out of bounds.
func (c column) normalise(field reflect.Value) error {
	switch c.kind {
	case kindCode:
		if code := normalCode(field.String()); code != field.String() {
			field.SetString(code)
		}
	case kindText:
		if text := normalText(field.String()); text != field.String() {
			field.SetString(text)
		}
	case kindAmount:
		if Amount(field.Int()).Abs() > MaxAmount {
			return Msg("amount-too-large").At(c.name)
		}
		return nil
	case kindDate:
		if _, err := ParseDate(field.String()); err != nil {
			return Msg("no-such-day", field.String()).At(c.name)
		}
		return nil
	default:
		return nil
	}
	if c.max > 0 && len(field.String()) > c.max {
		if length := utf8.RuneCountInString(field.String()); length > c.max {
			return Msg("text-too-long", c.max, length).At(c.name)
		}
	}
	return nil
}

// value returns what SQLite stores for the field.
func (c column) value(field reflect.Value) any {
	switch c.kind {
	case kindText, kindCode, kindDate:
		if s := field.String(); s != "" || !c.nullable {
			return s
		}
		return nil
	case kindBool:
		return field.Bool()
	default:
		return field.Int()
	}
}

// set puts a value read from SQLite into the field; NULL becomes the zero value.
func (c column) set(field reflect.Value, v any) {
	switch v := v.(type) {
	case nil:
		field.SetZero()
	case string:
		field.SetString(v)
	case int64:
		if c.kind == kindBool {
			field.SetBool(v != 0)
		} else {
			field.SetInt(v)
		}
	default:
		panic(fmt.Sprintf("column %s holds a %T", c.name, v))
	}
}
