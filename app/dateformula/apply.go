package dateformula

import (
	"time"

	"campaigndesk/data"
)

// Apply returns the date that the formula makes of the base date, term by term from left to right. A blank base stays
// blank. It fails when a date leaves the years 1 to 9999 (DF-29), or when f did not come from ParseFormula and is none.
func (f Formula) Apply(base data.Date) (data.Date, error) {
	terms, err := parseTerms(string(f), 0)
	if err != nil || base.Blank() {
		return "", err
	}
	return apply(terms, base)
}

func apply(terms []term, base data.Date) (data.Date, error) {
	day := base.Time()
	for _, t := range terms {
		day = t.apply(day)
		if day.Year() < 1 || day.Year() > 9999 {
			return "", data.Msg("formula-leaves-calendar")
		}
	}
	return data.DateOf(day), nil
}

func (t term) apply(day time.Time) time.Time {
	sign := 1
	if t.minus {
		sign = -1
	}
	switch t.shape {
	case quantity:
		return shift(day, sign*t.number, t.unit)
	case current:
		return edge(day, t.unit, t.minus)
	case dayOfMonth:
		return t.nearestDay(day, sign)
	default:
		return t.nearestWeekday(day, sign)
	}
}

// shift moves by whole units, keeping to the last day of a month that is too short (DF-11 to DF-15).
func shift(day time.Time, n int, unit rune) time.Time {
	switch unit {
	case 'D':
		return day.AddDate(0, 0, n)
	case 'W':
		return day.AddDate(0, 0, 7*n)
	case 'Q':
		n *= 3
	case 'Y':
		n *= 12
	}
	return inMonth(day.Year(), day.Month()+time.Month(n), day.Day())
}

// inMonth returns the day of a month, or the month's last when it has no such day; months may run past the year.
func inMonth(year int, month time.Month, day int) time.Time {
	last := time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC)
	if day >= last.Day() {
		return last
	}
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// edge returns the first or last day of the period around the day (DF-16 to DF-20).
func edge(day time.Time, unit rune, first bool) time.Time {
	var start time.Time
	switch year, month, _ := day.Date(); unit {
	case 'D':
		return day
	case 'W':
		start = day.AddDate(0, 0, 1-isoWeekday(day))
	case 'M':
		start = inMonth(year, month, 1)
	case 'Q':
		start = inMonth(year, month-(month-1)%3, 1)
	case 'Y':
		start = inMonth(year, time.January, 1)
	}
	if first {
		return start
	}
	return shift(start, 1, unit).AddDate(0, 0, -1)
}

// nearestDay looks in this month, then in the next or previous one (DF-21, DF-26).
func (t term) nearestDay(day time.Time, sign int) time.Time {
	candidate := inMonth(day.Year(), day.Month(), t.number)
	if sign*candidate.Compare(day) > 0 {
		return candidate
	}
	return inMonth(day.Year(), day.Month()+time.Month(sign), t.number)
}

// nearestWeekday is one to seven days away, never the day itself (DF-22, DF-24).
func (t term) nearestWeekday(day time.Time, sign int) time.Time {
	days := (sign*(t.number-isoWeekday(day)) + 7) % 7
	if days == 0 {
		days = 7
	}
	return day.AddDate(0, 0, sign*days)
}

// isoWeekday is 1 for Monday to 7 for Sunday.
func isoWeekday(day time.Time) int { return (int(day.Weekday())+6)%7 + 1 }
