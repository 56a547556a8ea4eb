package exchange

import (
	"strings"
	"time"
	"unicode"

	"campaigndesk/data"
)

// DateOrder is the order of day, month and year in a column.
type DateOrder string

// The orders in use. Text with the year first in four digits, and months in letters, need no order.
const (
	YearFirst  DateOrder = "ymd"
	DayFirst   DateOrder = "dmy"
	MonthFirst DateOrder = "mdy"
)

var dateOrders = [...]DateOrder{DayFirst, MonthFirst, YearFirst}

// dateEvidence counts with which orders the dates of a column can be read.
type dateEvidence struct {
	dates  int
	valid  [len(dateOrders)]int
	either string // a date that means different days in different orders
}

// weigh takes a trimmed cell as evidence.
func (e *dateEvidence) weigh(cell string) {
	parts, ok := splitDate(cell)
	if !ok {
		return
	}
	var first data.Date
	differs, valid := false, false
	for i, order := range dateOrders {
		day, ok := parts.day(order)
		if !ok {
			continue
		}
		e.valid[i]++
		differs = differs || valid && day != first
		first, valid = day, true
	}
	if valid {
		e.dates++
	}
	if differs && e.either == "" {
		e.either = cell
	}
}

// order returns the order that reads more of the dates than any other; clear is false when two read equally many.
func (e *dateEvidence) order() (order DateOrder, clear bool) {
	best := 0
	for i, n := range e.valid {
		switch {
		case n > best:
			order, best, clear = dateOrders[i], n, true
		case n == best:
			clear = false
		}
	}
	return order, clear && best > 0
}

// likeliest chooses among the orders that read as many dates as any: the one that other columns have, else the first.
func (e *dateEvidence) likeliest(elsewhere map[DateOrder]int) DateOrder {
	best := max(e.valid[0], e.valid[1], e.valid[2])
	order := DateOrder("")
	for i, n := range e.valid {
		if n == best && (order == "" || elsewhere[dateOrders[i]] > elsewhere[order]) {
			order = dateOrders[i]
		}
	}
	return order
}

func isDate(cell string) bool {
	parts, ok := splitDate(trimmed(cell))
	if !ok {
		return false
	}
	for _, order := range dateOrders {
		if _, ok := parts.day(order); ok {
			return true
		}
	}
	return false
}

// dateParts are the three parts of a date in the order they stand, or one run of six or eight digits.
type dateParts struct {
	part  [3]string
	month int // which part names its month in letters, -1 if none
	solid string
}

// splitDate cuts a text such as 7/4/1996, 4 juli 1996 or 1996-07-04T00:00:00 into its parts.
func splitDate(cell string) (dateParts, bool) {
	p := dateParts{month: -1}
	cell = withoutTime(cell)
	if plainDigits(cell) {
		p.solid = cell
		return p, len(cell) == 6 || len(cell) == 8
	}
	n := 0
	for word := range strings.FieldsFuncSeq(cell, func(r rune) bool { return strings.ContainsRune("-/. ,", r) }) {
		if n == len(p.part) {
			return p, false
		}
		switch {
		case plainDigits(word) && len(word) <= 4:
		case p.month < 0 && monthOf(word) > 0:
			p.month = n
		default:
			return p, false
		}
		p.part[n] = word
		n++
	}
	return p, n == len(p.part)
}

// withoutTime cuts off a time of day: what follows a T or a blank and has a colon.
func withoutTime(cell string) string {
	colon := strings.IndexByte(cell, ':')
	if colon < 0 {
		return cell
	}
	if i := strings.LastIndexAny(cell[:colon], " T"); i > 0 {
		return strings.TrimRight(cell[:i], " ,")
	}
	return cell
}

// day reads the parts in the given order. The order yields to a year of four digits and to a month in letters, where they
// leave no choice.
func (p dateParts) day(order DateOrder) (data.Date, bool) {
	if p.solid != "" {
		return p.solidDay(order)
	}
	year, month, day := p.part[0], p.part[1], p.part[2]
	switch {
	case p.month == 0: // Jul 4 1996
		month, day, year = p.part[0], p.part[1], p.part[2]
	case p.month == 1 && len(p.part[0]) <= 2 && (order != YearFirst || len(p.part[2]) == 4): // 4 Jul 1996
		day, year = p.part[0], p.part[2]
	case p.month == 2:
		return "", false
	case p.month < 0 && len(p.part[0]) <= 2:
		switch order {
		case DayFirst:
			day, month, year = p.part[0], p.part[1], p.part[2]
		case MonthFirst:
			month, day, year = p.part[0], p.part[1], p.part[2]
		}
	}
	return calendarDay(year, month, day)
}

// solidDay reads digits without separators, 19960704 or 960704.
func (p dateParts) solidDay(order DateOrder) (data.Date, bool) {
	s, yearLen := p.solid, len(p.solid)-4
	switch order {
	case DayFirst:
		return calendarDay(s[4:], s[2:4], s[:2])
	case MonthFirst:
		return calendarDay(s[4:], s[:2], s[2:4])
	}
	return calendarDay(s[:yearLen], s[yearLen:yearLen+2], s[yearLen+2:])
}

// calendarDay checks the three parts; years of two digits are 1950 to 2049 (DE-4).
func calendarDay(year, month, day string) (data.Date, bool) {
	if len(day) > 2 || len(year) != 2 && len(year) != 4 || !plainDigits(year) || !plainDigits(day) {
		return "", false
	}
	m := monthOf(month)
	if plainDigits(month) && len(month) <= 2 {
		m = time.Month(digits(month))
	}
	y := digits(year)
	if len(year) == 2 {
		if y += 1900; y < 1950 {
			y += 100
		}
	}
	date, err := data.NewDate(y, m, digits(day))
	return date, err == nil
}

func digits(s string) int {
	n := 0
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// monthOf understands the names of months in English, Swedish and German, whole or shortened to at least three letters;
// 0 for anything else.
func monthOf(word string) time.Month {
	if len(word) < 3 || !unicode.IsLetter(rune(word[0])) {
		return 0
	}
	word = strings.ToLower(word)
	for i, names := range monthNames {
		for name := range strings.SplitSeq(names, " ") {
			if strings.HasPrefix(name, word) {
				return time.Month(i + 1)
			}
		}
	}
	return 0
}

var monthNames = [12]string{
	"january januari januar", "february februari februar", "march mars märz", "april", "may maj mai", "june juni",
	"july juli", "august augusti", "september", "october oktober", "november", "december dezember",
}
