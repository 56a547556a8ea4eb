package data

import (
	"fmt"
	"time"
)

// Date is a calendar day in ISO form (2026-03-02), or blank. Blank is smaller than every day, so dates compare with < and
// sort as text. A blank starting date means "since ever", a blank ending date "never ends" (CP-14).
type Date string

// FirstDate and LastDate bound every date of the program (DE-11).
const (
	FirstDate Date = "1753-01-01"
	LastDate  Date = "9999-12-31"
)

const isoDay = "2006-01-02"

// NewDate returns the day, refusing one that no calendar has or that lies outside FirstDate..LastDate.
func NewDate(year int, month time.Month, day int) (Date, error) {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day || t.Month() != month || t.Year() != year {
		return "", fmt.Errorf("no such day: %04d-%02d-%02d", year, month, day)
	}
	d := Date(t.Format(isoDay))
	if len(d) != len(isoDay) || d < FirstDate || d > LastDate {
		return "", fmt.Errorf("day outside %s..%s: %s", FirstDate, LastDate, d)
	}
	return d, nil
}

// ParseDate reads an ISO day; the empty text is the blank date.
func ParseDate(iso string) (Date, error) {
	if iso == "" {
		return "", nil
	}
	t, err := time.Parse(isoDay, iso)
	if err != nil {
		return "", fmt.Errorf("no ISO day: %q", iso)
	}
	return NewDate(t.Date())
}

// DateOf returns the calendar day of a moment in that moment's own time zone.
func DateOf(t time.Time) Date { return Date(t.Format(isoDay)) }

// Time returns midnight UTC of the day, for calendar arithmetic only; the zero time for a blank date.
func (d Date) Time() time.Time {
	t, _ := time.Parse(isoDay, string(d))
	return t
}

// Blank reports whether the date is empty.
func (d Date) Blank() bool { return d == "" }

// AddDays returns the day n days later (earlier when n is negative); a blank date stays blank.
func (d Date) AddDays(n int) Date {
	if d == "" {
		return ""
	}
	return DateOf(d.Time().AddDate(0, 0, n))
}

// Within reports whether the day lies in the period, both ends included, a blank end being open (CP-14).
func (d Date) Within(start, end Date) bool {
	return (start == "" || start <= d) && (end == "" || d <= end)
}
