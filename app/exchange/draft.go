package exchange

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"campaigndesk/data"
)

// draft is a row as the fields of its target: only those that the file gives. A blank cell gives nothing, so that it
// neither empties a field of a stored record nor takes the usual value from a new one.
type draft struct {
	line   int
	fields []Field
	values []value // one for each field
}

// value is what a row gives for a field, by the field's kind.
type value struct {
	given  bool
	text   string
	amount data.Amount
	yes    bool
	choice int
}

func (v value) put(kind Kind, field reflect.Value) {
	switch kind {
	case Text, Code, Date:
		field.SetString(v.text)
	case Amount, Percent:
		field.SetInt(int64(v.amount))
	case Bool:
		field.SetBool(v.yes)
	case Option:
		field.SetInt(int64(v.choice))
	}
}

func (d *draft) at(id string) *value {
	return &d.values[slices.IndexFunc(d.fields, func(f Field) bool { return f.ID == id })]
}

// given reports whether the row gives the field.
func (d *draft) given(id string) bool { return d.at(id).given }

// text is the text, code or date that the row gives, blank if it does not.
func (d *draft) text(id string) string { return d.at(id).text }

// setText gives a text, code or date that the row implies, unless it is blank.
func (d *draft) setText(id, text string) {
	if text != "" {
		*d.at(id) = value{given: true, text: text}
	}
}

// reader turns rows into drafts.
type reader struct {
	fields []Field
	from   []int    // for each field the column of the table, -1 for none
	fixed  []*value // for each field the value of every row, nil for none
	survey []Column
}

// newReader prepares the reading; a fixed value that is none of its field's is refused.
func newReader(target Target, mapping Mapping, columns []Column) (*reader, error) {
	r := &reader{fields: target.Fields, survey: columns}
	for _, f := range target.Fields {
		r.from = append(r.from, mapping.Column(f.ID))
		var fixed *value
		if text, ok := mapping.Fixed[f.ID]; ok {
			v, err := f.read(typed(text), text)
			if err != nil {
				return nil, err
			}
			fixed = &v
		}
		r.fixed = append(r.fixed, fixed)
	}
	return r, nil
}

// typed is how a person writes a single value: a sign in a number is the decimal one, because nobody types groups.
func typed(text string) Column {
	var c Column
	c.weigh(text)
	c.Decimal, c.Order = '.', c.dates.likeliest(nil)
	if c.numbers.comma > 0 || strings.Contains(c.numbers.either, ",") {
		c.Decimal = ','
	}
	return c
}

// draft reads the cells of a row; a cell that is no value of its field makes the row faulty.
func (r *reader) draft(row Row) (*draft, error) {
	d := &draft{line: row.Line, fields: r.fields, values: make([]value, len(r.fields))}
	for i, f := range r.fields {
		switch {
		case r.from[i] >= 0:
			v, err := f.read(r.survey[r.from[i]], row.Cells[r.from[i]])
			if err != nil {
				return nil, err
			}
			d.values[i] = v
		case r.fixed[i] != nil:
			d.values[i] = *r.fixed[i]
		}
	}
	return d, nil
}

// read makes a cell a value of the field, as the column writes them.
func (f Field) read(column Column, cell string) (value, error) {
	cell = trimmed(cell)
	if cell == "" {
		return value{}, nil
	}
	v := value{given: true}
	var err error
	switch f.Kind {
	case Text:
		v.text, err = f.fitting(oneLine(cell))
	case Code:
		v.text, err = f.fitting(f.code(oneLine(cell)))
	case Amount:
		v.amount, err = column.Amount(cell)
	case Percent:
		if v.amount, err = column.Percent(cell); err == nil && v.amount > 100*data.One {
			err = data.Msg("must-be-a-percentage")
		}
	case Date:
		var day data.Date
		day, err = column.Date(cell)
		v.text = string(day)
	case Bool:
		v.yes, err = column.Bool(cell)
	case Option:
		v.choice, err = f.choice(cell)
	}
	if err == nil && v.amount < 0 {
		err = data.Msg("must-not-be-negative")
	}
	if reason, ok := err.(data.Message); ok {
		err = reason.At(f.ID)
	}
	return v, err
}

func (f Field) fitting(text string) (string, error) {
	if n := len(text); n > f.Length {
		if n = utf8.RuneCountInString(text); n > f.Length {
			return "", data.Msg("text-too-long", f.Length, n)
		}
	}
	return text, nil
}

// oneLine puts the lines of a cell one behind the other.
func oneLine(cell string) string {
	if !strings.ContainsAny(cell, "\n\r\t\v\f") {
		return cell
	}
	lines := strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune("\n\r\t\v\f", r) })
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return strings.Join(lines, ", ")
}

// choice finds the option that a cell names: by its word in English or Swedish, or by its position.
func (f Field) choice(cell string) (int, error) {
	name := normalised(cell)
	for i, choice := range f.Options {
		if strconv.Itoa(i) == cell || normalised(choice.ID) == name ||
			slices.ContainsFunc(choice.words, func(word string) bool { return normalised(word) == name }) {
			return i, nil
		}
	}
	return 0, data.Msg("import-no-choice", cell)
}
