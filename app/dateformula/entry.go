package dateformula

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"campaigndesk/app/locale"
	"campaigndesk/data"
)

// Parse reads what was typed into a date field (DE-1 to DE-13); the blank text is the blank date. Besides the rules, an
// ISO date (four-digit year first) is read in every region, so that pasted dates work.
func Parse(text string, ctx Context) (data.Date, error) {
	entry := clean(text)
	if entry == "" {
		return "", nil
	}
	span, err := ctx.resolve(entry, func(entry string) (span, error) {
		d, err := ctx.singleDay(entry)
		return oneDay(d), err
	})
	if err != nil {
		return "", err
	}
	return inCalendar(span.from)
}

// resolve reads a day or a period, a formula with its sign (from today), or the former shifted by the latter (DE-13,
// FX-29). What is read as a day in itself, like "t-1", is not taken apart.
func (c Context) resolve(entry string, single func(string) (span, error)) (span, error) {
	if entry[0] == '+' || entry[0] == '-' {
		return shifted(oneDay(c.Today), entry, 0)
	}
	whole, wholeErr := single(entry)
	if wholeErr == nil {
		return whole, nil
	}
	var formulaErr error
	for i, sign := range entry {
		if sign != '+' && sign != '-' {
			continue
		}
		base, err := single(strings.TrimSpace(entry[:i]))
		if err != nil {
			continue
		}
		result, err := shifted(base, entry[i:], len([]rune(entry[:i])))
		if err == nil {
			return result, nil
		}
		if formulaErr == nil && (sign == '+' || !isDigit(rune(entry[0]))) { // a minus between digits is a date separator
			formulaErr = err
		}
	}
	if formulaErr != nil {
		return span{}, formulaErr
	}
	return span{}, wholeErr
}

// shifted applies a formula to both ends of a span.
func shifted(s span, formula string, skipped int) (span, error) {
	terms, err := parseTerms(formula, skipped)
	if err != nil {
		return span{}, err
	}
	from, err := apply(terms, s.from)
	if err != nil {
		return span{}, err
	}
	to, err := apply(terms, s.to)
	return span{from, to}, err
}

// singleDay reads a day in figures, a word or a weekday.
func (c Context) singleDay(entry string) (data.Date, error) {
	if entry != "" && isDigit(rune(entry[0])) {
		return c.figures(entry)
	}
	for _, v := range c.vocabularies() {
		if w, ok := findWord(v.field, entry); ok {
			return w.span(c).from, nil
		}
		if weekday, ok := v.findWeekday(entry); ok {
			return c.weekdayOfWorkDate(weekday), nil
		}
	}
	return c.weekdayOfWeek(entry)
}

func (c Context) weekdayOfWorkDate(weekday int) data.Date {
	return c.WorkDate.AddDays(weekday - isoWeekday(c.WorkDate.Time()))
}

var (
	weekdayAndWeek   = regexp.MustCompile(`^(\pL+)[ -]?(\d{1,2})(?:[ /.,-]+(\d{2}|\d{4}))?$`)
	accountingPeriod = regexp.MustCompile(`^p ?\d+$`)
	closingDate      = regexp.MustCompile(`^[ca] ?\d{2,}`)
)

// weekdayOfWeek reads a weekday with the number of an ISO week and perhaps a year: "mon25", "t-1", "m25 2027" (DE-9).
func (c Context) weekdayOfWeek(entry string) (data.Date, error) {
	switch {
	case accountingPeriod.MatchString(entry):
		return "", data.Msg("date-accounting-period", entry)
	case closingDate.MatchString(entry):
		return "", data.Msg("date-closing", entry)
	}
	parts := weekdayAndWeek.FindStringSubmatch(entry)
	if parts == nil || parts[1] == "w" { // w means the work date or a week, never Wednesday (DE-7)
		return "", data.Msg("date-not-understood", entry)
	}
	for _, v := range c.vocabularies() {
		weekday, ok := v.findWeekday(parts[1])
		if !ok {
			continue
		}
		year := c.WorkDate.Time().Year()
		if parts[3] != "" {
			year = fullYear(parts[3])
		}
		week, _ := strconv.Atoi(parts[2])
		fourth := time.Date(year, time.January, 4, 0, 0, 0, 0, time.UTC) // always in week 1
		d := fourth.AddDate(0, 0, 7*(week-1)+weekday-isoWeekday(fourth))
		if thursday := d.AddDate(0, 0, 4-weekday); thursday.Year() != year { // the day that says whose week it is
			return "", data.Msg("date-no-such-week", strconv.Itoa(year), week)
		}
		return inCalendar(data.DateOf(d))
	}
	return "", data.Msg("date-not-understood", entry)
}

// figures reads a date of digits and separators (DE-1 to DE-5).
func (c Context) figures(entry string) (data.Date, error) {
	parts := strings.FieldsFunc(entry, func(r rune) bool { return strings.ContainsRune("-/., ", r) })
	for _, part := range parts {
		if strings.Trim(part, "0123456789") != "" {
			return "", data.Msg("date-not-understood", entry)
		}
	}
	order := c.Locale.Order
	switch {
	case len(parts) == 1:
		return c.digits(parts[0])
	case len(parts) != 3:
		return "", data.Msg("date-parts-missing", entry, orderMessage(order))
	case len(parts[0]) == 4:
		order = locale.YearMonthDay
	}
	var year, month, day string
	switch order {
	case locale.YearMonthDay:
		year, month, day = parts[0], parts[1], parts[2]
	case locale.DayMonthYear:
		day, month, year = parts[0], parts[1], parts[2]
	case locale.MonthDayYear:
		month, day, year = parts[0], parts[1], parts[2]
	}
	if len(year) != 2 && len(year) != 4 || len(month) > 2 || len(day) > 2 {
		return "", data.Msg("date-parts-missing", entry, orderMessage(order))
	}
	return c.date(fullYear(year), month, day)
}

// digits reads a date without separators by the number of its digits (DE-2).
func (c Context) digits(d string) (data.Date, error) {
	workYear, workMonth := c.WorkDate.Time().Year(), string(c.WorkDate[5:7])
	dayFirst := c.Locale.Order == locale.DayMonthYear
	yearFirst := c.Locale.Order == locale.YearMonthDay
	switch {
	case len(d) <= 2:
		return c.date(workYear, workMonth, d)
	case len(d) == 4 && dayFirst:
		return c.date(workYear, d[2:], d[:2])
	case len(d) == 4:
		return c.date(workYear, d[:2], d[2:])
	case len(d) != 6 && len(d) != 8:
		return "", data.Msg("date-digits", len(d))
	}
	yearLength := len(d) - 4
	switch {
	case yearFirst:
		return c.date(fullYear(d[:yearLength]), d[yearLength:yearLength+2], d[yearLength+2:])
	case dayFirst:
		return c.date(fullYear(d[4:]), d[2:4], d[:2])
	default:
		return c.date(fullYear(d[4:]), d[:2], d[2:4])
	}
}

// date refuses days that no calendar has, showing how the entry was read; months and days are never swapped (DE-3).
func (c Context) date(year int, month, day string) (data.Date, error) {
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	read := data.Date(fmt.Sprintf("%04d-%02d-%02d", year, m, d))
	if _, err := time.Parse("2006-01-02", string(read)); err != nil {
		return "", data.Msg("date-no-such-day", c.Locale.FormatDate(read), orderMessage(c.Locale.Order))
	}
	return inCalendar(read)
}

// fullYear completes a year of two digits (DE-4).
func fullYear(digits string) int {
	year, _ := strconv.Atoi(digits)
	switch {
	case len(digits) > 2:
		return year
	case year >= 50:
		return 1900 + year
	default:
		return 2000 + year
	}
}

// inCalendar refuses days outside the calendar of the program (DE-11).
func inCalendar(d data.Date) (data.Date, error) {
	if d < data.FirstDate || d > data.LastDate {
		return "", data.Msg("date-outside", data.FirstDate, data.LastDate)
	}
	return d, nil
}

func orderMessage(order locale.DateOrder) data.Message {
	switch order {
	case locale.DayMonthYear:
		return data.Msg("date-order-dmy")
	case locale.MonthDayYear:
		return data.Msg("date-order-mdy")
	default:
		return data.Msg("date-order-ymd")
	}
}
