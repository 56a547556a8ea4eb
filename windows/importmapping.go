package windows

import (
	"slices"
	"strings"

	"campaigndesk/app/exchange"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// importColumn is a column of the file with the field it is given to.
type importColumn struct {
	Heading, Sample string
	Field           string // in words, blank: not imported
	Decimal         decimalSign
	Order           dateOrder
	Fractions       bool

	column int
	kind   exchange.Kind // of the field, blank without one
}

type (
	decimalSign int // a place among decimalSigns
	dateOrder   int // a place among dateOrders
)

var (
	decimalSigns = []byte{'.', ','}
	dateOrders   = []exchange.DateOrder{exchange.DayFirst, exchange.MonthFirst, exchange.YearFirst}
)

// columnRows are the columns as the part shows them.
func (i *importing) columnRows() []importColumn {
	if i.table == nil {
		return nil
	}
	rows := make([]importColumn, len(i.table.Headings))
	for n, heading := range i.table.Headings {
		surveyed := i.survey.Columns[n]
		rows[n] = importColumn{column: n, Heading: heading, Sample: i.sample(n), Fractions: surveyed.Fractions,
			Decimal: decimalSign(max(0, slices.Index(decimalSigns, surveyed.Decimal))), Order: dateOrder(max(0, slices.Index(dateOrders, surveyed.Order)))}
		if heading == "" {
			rows[n].Heading = i.s.Texts.T("column-without-heading", n+1)
		}
		if f, ok := i.target().Field(i.mapping.Columns[n]); ok {
			rows[n].Field, rows[n].kind = i.s.Texts.T(f.ID), f.Kind
		}
	}
	return rows
}

// sampleCells is how many cells stand for a column.
const sampleCells = 4

// sample are the first different cells of a column that are not blank.
func (i *importing) sample(column int) string {
	var cells []string
	for _, row := range i.table.Sample {
		cell := strings.Join(strings.Fields(row[column]), " ")
		if cell != "" && !slices.Contains(cells, cell) {
			cells = append(cells, cell)
		}
		if len(cells) == sampleCells {
			break
		}
	}
	return strings.Join(cells, " · ")
}

// fieldNames are the target's fields as they are offered.
func (i *importing) fieldNames() [][]string {
	var names [][]string
	for _, f := range i.target().Fields {
		names = append(names, []string{i.s.Texts.T(f.ID)})
	}
	return names
}

// takeField understands the name of a field, the beginning being enough.
func (i *importing) takeField(c *importColumn) error {
	c.kind = ""
	if c.Field == "" {
		return nil
	}
	f, err := i.fieldNamed(c.Field)
	if err == nil {
		c.Field, c.kind = i.s.Texts.T(f.ID), f.Kind
	}
	return err
}

func (i *importing) fieldNamed(name string) (exchange.Field, error) {
	typed := strings.ToLower(name)
	var begun []exchange.Field
	for _, f := range i.target().Fields {
		caption := strings.ToLower(i.s.Texts.T(f.ID))
		if caption == typed {
			return f, nil
		}
		if strings.HasPrefix(caption, typed) {
			begun = append(begun, f)
		}
	}
	if len(begun) == 0 {
		return exchange.Field{}, data.Msg("import-no-such-field", name, data.Msg(i.target().ID))
	}
	return begun[0], nil
}

// mapColumn gives a column to a field, taking the field from the column that had it, and checks the rows anew.
func (i *importing) mapColumn(w *page.Window, c *importColumn) error {
	id := ""
	if c.Field != "" {
		f, err := i.fieldNamed(c.Field)
		if err != nil {
			return err
		}
		id = f.ID
		if other := i.mapping.Column(id); other >= 0 {
			i.mapping.Columns[other] = ""
		}
		delete(i.mapping.Fixed, id)
	}
	i.mapping.Columns[c.column] = id
	surveyed := &i.survey.Columns[c.column]
	surveyed.Decimal, surveyed.Order, surveyed.Fractions = decimalSigns[c.Decimal], dateOrders[c.Order], c.Fractions
	return i.changed(w)
}

// fixedValue is a field that no column fills, with the value that all rows get, if any.
type fixedValue struct {
	Field    string
	Value    string
	Required bool

	field   exchange.Field
	choices func() [][]string // of an option
}

func (i *importing) fixedRows() []fixedValue {
	if i.table == nil {
		return nil
	}
	var rows []fixedValue
	for _, f := range i.target().Fields {
		if i.mapping.Column(f.ID) >= 0 {
			continue
		}
		rows = append(rows, fixedValue{Field: i.s.Texts.T(f.ID), Value: i.mapping.Fixed[f.ID], Required: f.Required, field: f, choices: func() [][]string {
			var choices [][]string
			for _, c := range f.Options {
				choices = append(choices, []string{i.s.Texts.T(c.ID)})
			}
			return choices
		}})
	}
	return rows
}

// fix gives all rows a value, and checks them anew.
func (i *importing) fix(w *page.Window, v *fixedValue) error {
	if i.mapping.Fixed == nil {
		i.mapping.Fixed = map[string]string{}
	}
	before := i.mapping.Fixed[v.field.ID]
	i.mapping.Fixed[v.field.ID] = v.Value
	if v.Value == "" {
		delete(i.mapping.Fixed, v.field.ID)
	}
	if err := i.mapping.Check(i.target()); err != nil {
		i.mapping.Fixed[v.field.ID] = before
		return err
	}
	return i.changed(w)
}
