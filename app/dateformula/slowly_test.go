package dateformula_test

import (
	"strconv"
	"strings"
	"time"

	"campaigndesk/data"
)

// slowly applies one term by walking through the calendar day by day, knowing nothing of the real implementation.
func slowly(date data.Date, term string) data.Date {
	step := 1
	if term[0] == '-' {
		step = -1
	}
	body := term[1:]
	day := date.Time()
	next := func() { day = day.AddDate(0, 0, step) }
	isLast := func(d time.Time) bool { return d.AddDate(0, 0, 1).Day() == 1 }
	switch {
	case strings.HasPrefix(body, "WD"):
		wanted, _ := strconv.Atoi(body[2:])
		for next(); weekdayNumber(day) != wanted; next() {
		}
	case body[0] == 'D':
		wanted, _ := strconv.Atoi(body[1:])
		for next(); day.Day() != wanted && !(isLast(day) && day.Day() < wanted); next() {
		}
	case body[0] == 'C':
		key := periodKey(body[1:])
		for period := key(day); key(day.AddDate(0, 0, step)) == period && body != "CD"; next() {
		}
	default:
		unit := body[len(body)-1:]
		n, _ := strconv.Atoi(body[:len(body)-1])
		switch unit {
		case "D":
			for range n {
				next()
			}
		case "W":
			for range 7 * n {
				next()
			}
		default:
			n *= map[string]int{"M": 1, "Q": 3, "Y": 12}[unit]
			wanted := day.Day()
			for range n { // to the neighbouring month, any day of it
				for month := day.Month(); day.Month() == month; next() {
				}
				day = time.Date(day.Year(), day.Month(), 15, 0, 0, 0, 0, time.UTC)
			}
			if n == 0 {
				break
			}
			day = time.Date(day.Year(), day.Month(), 1, 0, 0, 0, 0, time.UTC)
			for day.Day() < wanted && !isLast(day) {
				day = day.AddDate(0, 0, 1)
			}
		}
	}
	return data.DateOf(day)
}

func weekdayNumber(d time.Time) int {
	for i, weekday := range []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday} {
		if d.Weekday() == weekday {
			return i + 1
		}
	}
	return 0
}

// periodKey names the period a day lies in.
func periodKey(unit string) func(time.Time) string {
	return func(d time.Time) string {
		switch unit {
		case "W":
			year, week := d.ISOWeek()
			return strconv.Itoa(year) + "w" + strconv.Itoa(week)
		case "M":
			return d.Format("2006-01")
		case "Q":
			return d.Format("2006") + []string{"", "1", "1", "1", "2", "2", "2", "3", "3", "3", "4", "4", "4"}[d.Month()]
		default:
			return d.Format("2006")
		}
	}
}
