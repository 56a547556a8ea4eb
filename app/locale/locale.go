// Package locale knows how the people of a region write numbers and dates, and reads what they type.
//
// The region is a setting of its own beside the language (UI-86): an English-speaking user in Sweden keeps the decimal
// comma. Weeks are ISO weeks from Monday in every region (DF-23), so a locale says nothing about them.
package locale

import (
	"strings"

	"campaigndesk/data"
)

// DateOrder is the order in which a region writes year, month and day.
type DateOrder int

// The three orders of the world.
const (
	YearMonthDay DateOrder = iota
	DayMonthYear
	MonthDayYear
)

// Locale is how one region writes.
type Locale struct {
	Region   string    // code of the region: "sv", "en-GB"
	Name     string    // the region in its own words, for the choice in My Settings
	Language string    // "sv" or "en": the words for yes, no and dates. Find sets what fits the region, a session its own choice
	Decimal  rune      // decimal mark
	Group    rune      // between groups of three digits; U+00A0 and U+202F are blanks at which a line does not break
	Order    DateOrder // order of the parts of a date
	DateSign string    // between the parts of a date
}

const (
	blank       = '\u00a0' // no-break
	narrowBlank = '\u202f' // narrow no-break
)

var locales = []Locale{
	{"sv", "Svenska (Sverige)", "sv", ',', blank, YearMonthDay, "-"},
	{"en-GB", "English (United Kingdom)", "en", '.', ',', DayMonthYear, "/"},
	{"en-US", "English (United States)", "en", '.', ',', MonthDayYear, "/"},
	{"da", "Dansk (Danmark)", "en", ',', '.', DayMonthYear, "-"},
	{"de", "Deutsch (Deutschland)", "en", ',', '.', DayMonthYear, "."},
	{"de-CH", "Deutsch (Schweiz)", "en", '.', '’', DayMonthYear, "."},
	{"es", "Español (España)", "en", ',', '.', DayMonthYear, "/"},
	{"fi", "Suomi (Suomi)", "en", ',', blank, DayMonthYear, "."},
	{"fr", "Français (France)", "en", ',', narrowBlank, DayMonthYear, "/"},
	{"it", "Italiano (Italia)", "en", ',', '.', DayMonthYear, "/"},
	{"nb", "Norsk (Norge)", "en", ',', blank, DayMonthYear, "."},
	{"nl", "Nederlands (Nederland)", "en", ',', '.', DayMonthYear, "-"},
	{"pl", "Polski (Polska)", "en", ',', blank, DayMonthYear, "."},
}

// All returns every known region, Swedish first.
func All() []Locale { return append([]Locale(nil), locales...) }

// Find returns the locale of a region code; false when the region is not known.
func Find(region string) (Locale, bool) {
	for _, l := range locales {
		if l.Region == region {
			return l, true
		}
	}
	return Locale{}, false
}

// FormatDate writes a day with the region's order and signs, always ten characters wide; nothing for the blank date.
func (l Locale) FormatDate(d data.Date) string {
	if d.Blank() {
		return ""
	}
	year, month, day := string(d[0:4]), string(d[5:7]), string(d[8:10])
	switch l.Order {
	case DayMonthYear:
		return day + l.DateSign + month + l.DateSign + year
	case MonthDayYear:
		return month + l.DateSign + day + l.DateSign + year
	default:
		return year + l.DateSign + month + l.DateSign + day
	}
}

// FormatBool writes yes or no in the locale's language.
func (l Locale) FormatBool(yes bool) string {
	switch {
	case l.Language == "sv" && yes:
		return "Ja"
	case l.Language == "sv":
		return "Nej"
	case yes:
		return "Yes"
	default:
		return "No"
	}
}

// ParseBool reads yes or no in either language, the first letter being enough (FX-24), and what spreadsheets write
// (true, false, 1, 0). Blank is no. Anything else is refused with the message "yes-no-expected".
func (l Locale) ParseBool(text string) (bool, error) {
	word := strings.ToLower(strings.TrimSpace(text))
	for _, no := range []string{"no", "nej", "false", "falskt", "0"} {
		if strings.HasPrefix(no, word) { // the blank text, too
			return false, nil
		}
	}
	for _, yes := range []string{"yes", "ja", "true", "sant", "1"} {
		if strings.HasPrefix(yes, word) {
			return true, nil
		}
	}
	return false, data.Msg("yes-no-expected", text, l.FormatBool(true), l.FormatBool(false))
}
