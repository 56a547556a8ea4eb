package exchange

import (
	"context"
	"strings"
	"unicode/utf8"

	"campaigndesk/data"
)

// Column is how one column of a table writes its values. [Table.Survey] finds out; the user may correct Decimal, Order
// and Fractions.
type Column struct {
	Heading string
	Filled  int // how many cells are not blank
	Longest int // characters of the longest cell

	// Decimal is the decimal sign, '.' or ','. DecimalDoubt is a cell that could mean two numbers, when nothing in the
	// whole file says which; blank when all is clear.
	Decimal      byte
	DecimalDoubt string

	// Order is the order of day, month and year. OrderDoubt is a cell that could mean two days, when nothing in the whole
	// file says which; blank when all is clear.
	Order      DateOrder
	OrderDoubt string

	// Fractions says that percentages are written as parts of one: 0.15 for 15 %.
	Fractions bool

	numbers numberEvidence
	dates   dateEvidence
}

// Survey is what a whole table tells about itself.
type Survey struct {
	Rows    int // without the headings
	Faulty  int // rows that cannot be read, see [Row.Fault]
	Columns []Column
}

// Survey reads the whole table and finds out how each column writes numbers and dates. The progress function, if any,
// hears from time to time how many rows have been read.
func (t *Table) Survey(ctx context.Context, progress func(rows int)) (Survey, error) {
	s := Survey{Columns: make([]Column, len(t.Headings))}
	for i, heading := range t.Headings {
		s.Columns[i].Heading = heading
	}
	for row, err := range t.Rows(ctx) {
		if err != nil {
			return Survey{}, err
		}
		if s.Rows++; s.Rows%1000 == 0 && progress != nil {
			progress(s.Rows)
		}
		if row.Fault != nil {
			s.Faulty++
			continue
		}
		for i := range s.Columns {
			s.Columns[i].weigh(row.Cells[i])
		}
	}
	s.conclude(t.Sheets != nil || t.Layout.Delimiter == ",")
	return s, nil
}

// weigh takes one more cell as evidence.
func (c *Column) weigh(cell string) {
	cell = trimmed(cell)
	if cell == "" {
		return
	}
	c.Filled++
	if len(cell) > c.Longest { // bytes are never fewer than characters
		c.Longest = max(c.Longest, utf8.RuneCountInString(cell))
	}
	if !mayBeValue(cell) {
		return
	}
	c.numbers.weigh(cell)
	c.dates.weigh(cell)
}

// mayBeValue spares the bulk of the texts the closer look at numbers and dates.
func mayBeValue(cell string) bool {
	return len(cell) <= maxValue && strings.ContainsAny(cell, "0123456789")
}

// maxValue is the length of the longest text that can be a number or a date.
const maxValue = 40

// conclude decides each column, letting columns without evidence of their own follow the others: one program writes all
// its numbers and dates alike. Where nothing decides, the point is taken if the file has reason for it.
func (s *Survey) conclude(pointLikely bool) {
	var commas, points int
	orders := map[DateOrder]int{}
	for i := range s.Columns {
		c := &s.Columns[i]
		switch {
		case c.numbers.comma > c.numbers.point:
			c.Decimal = ','
			commas++
		case c.numbers.point > 0:
			c.Decimal = '.'
			points++
		}
		if order, clear := c.dates.order(); clear {
			c.Order = order
			orders[order]++
		}
		c.Fractions = c.numbers.fractions(c.Heading)
	}
	for i := range s.Columns {
		s.Columns[i].follow(commas, points, orders, pointLikely)
	}
}

func (c *Column) follow(commas, points int, orders map[DateOrder]int, pointLikely bool) {
	if c.Decimal == 0 {
		switch {
		case commas > points:
			c.Decimal = ','
		case points > 0 || pointLikely:
			c.Decimal = '.'
		default:
			c.Decimal = ','
		}
		if commas == 0 && points == 0 {
			c.DecimalDoubt = c.numbers.either
		}
	}
	if c.Order == "" {
		c.Order = c.dates.likeliest(orders)
		if len(orders) == 0 {
			c.OrderDoubt = c.dates.either
		}
	}
}

// Amount reads a cell as a number; blank is 0.
func (c Column) Amount(cell string) (data.Amount, error) {
	cell = trimmed(cell)
	if cell == "" {
		return 0, nil
	}
	amount, ok := readNumber(cell, c.Decimal)
	if !ok {
		return 0, data.Msg("import-no-number", cell)
	}
	return amount, nil
}

// Percent reads a cell as a percentage from 0 to 100; blank is 0.
func (c Column) Percent(cell string) (data.Amount, error) {
	amount, err := c.Amount(cell)
	if err == nil && c.Fractions {
		amount *= 100
	}
	return amount, err
}

// Date reads a cell as a day; blank is the blank date. A time of day behind it is left out.
func (c Column) Date(cell string) (data.Date, error) {
	cell = trimmed(cell)
	if cell == "" {
		return "", nil
	}
	parts, ok := splitDate(cell)
	if !ok {
		return "", data.Msg("import-no-date", cell)
	}
	day, ok := parts.day(c.Order)
	if !ok {
		return "", data.Msg("import-no-date", cell)
	}
	return day, nil
}

// Bool reads a cell as yes or no in the words of many programs; blank is no.
func (c Column) Bool(cell string) (bool, error) {
	yes, known := booleans[strings.ToLower(trimmed(cell))]
	if !known {
		return false, data.Msg("import-no-boolean", cell)
	}
	return yes, nil
}

var booleans = map[string]bool{
	"": false, "0": false, "no": false, "n": false, "false": false, "off": false,
	"nej": false, "falskt": false, "av": false, "nein": false, "falsch": false,
	"1": true, "-1": true, "yes": true, "y": true, "true": true, "on": true, "x": true, "✓": true,
	"ja": true, "j": true, "sant": true, "på": true, "wahr": true,
}

// trimmed takes away blanks of every kind at both ends.
func trimmed(cell string) string {
	if cell == "" || cell[0] > ' ' && cell[0] < utf8.RuneSelf && cell[len(cell)-1] > ' ' && cell[len(cell)-1] < utf8.RuneSelf {
		return cell
	}
	return strings.TrimSpace(strings.Trim(cell, "\uFEFF\u200B"))
}
