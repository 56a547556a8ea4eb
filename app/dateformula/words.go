package dateformula

import (
	"strings"
	"unicode"

	"campaigndesk/app/locale"
	"campaigndesk/data"

	"golang.org/x/text/unicode/norm"
)

// Context is what the meaning of a typed day depends on.
type Context struct {
	Locale   locale.Locale // order of the parts of a date; its Language says whose words go first
	WorkDate data.Date     // stands in for missing parts of a date
	Today    data.Date
}

// span is the period that a date word stands for, the same day twice when it is a day.
type span struct{ from, to data.Date }

func oneDay(d data.Date) span { return span{d, d} }

// word is a date word without blanks. Any leading part will do; earlier words win (DE-6, FX-27).
type word struct {
	text string
	span func(Context) span
}

func today(c Context) span    { return oneDay(c.Today) }
func workDate(c Context) span { return oneDay(c.WorkDate) }

func daysFromToday(n int) func(Context) span {
	return func(c Context) span { return oneDay(c.Today.AddDays(n)) }
}

// periodOfToday is the whole week, month, quarter or year around today.
func periodOfToday(unit rune) func(Context) span {
	return func(c Context) span {
		t := c.Today.Time()
		return span{data.DateOf(edge(t, unit, true)), data.DateOf(edge(t, unit, false))}
	}
}

// vocabulary holds the words of one language.
type vocabulary struct {
	field    []word   // words of date fields
	filter   []word   // words of date filters, the field's included
	weekdays []string // Monday to Sunday
	precede  []int    // order in which weekdays claim a leading part, as indexes of weekdays
}

var (
	english = vocabulary{
		field: []word{{"today", today}, {"workdate", workDate}},
		filter: []word{
			{"today", today}, {"workdate", workDate}, {"now", today}, {"yesterday", daysFromToday(-1)}, {"tomorrow", daysFromToday(1)},
			{"week", periodOfToday('W')}, {"month", periodOfToday('M')}, {"quarter", periodOfToday('Q')}, {"year", periodOfToday('Y')},
		},
		weekdays: []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"},
		precede:  []int{0, 1, 2, 3, 4, 6, 5}, // s is Sunday (DE-8)
	}
	swedish = vocabulary{
		field: []word{{"idag", today}, {"dagensdatum", today}, {"arbetsdatum", workDate}},
		filter: []word{
			{"idag", today}, {"dagensdatum", today}, {"arbetsdatum", workDate}, {"nu", today}, {"igår", daysFromToday(-1)}, {"imorgon", daysFromToday(1)},
			{"vecka", periodOfToday('W')}, {"månad", periodOfToday('M')}, {"kvartal", periodOfToday('Q')}, {"år", periodOfToday('Y')},
		},
		weekdays: []string{"måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"},
		precede:  []int{0, 1, 2, 3, 4, 5, 6},
	}
)

// vocabularies returns both, the user's language first: its words and weekdays win where the languages collide (UI-86).
func (c Context) vocabularies() [2]vocabulary {
	if c.Locale.Language == "sv" {
		return [2]vocabulary{swedish, english}
	}
	return [2]vocabulary{english, swedish}
}

// findWord returns the first word of which the text is a leading part.
func findWord(words []word, text string) (word, bool) {
	typed := strings.ReplaceAll(text, " ", "")
	for _, w := range words {
		if leads(typed, w.text) {
			return w, true
		}
	}
	return word{}, false
}

// findWeekday returns 1 (Monday) to 7 of the first weekday of which the text is a leading part.
func (v vocabulary) findWeekday(text string) (int, bool) {
	for _, i := range v.precede {
		if leads(text, v.weekdays[i]) {
			return i + 1, true
		}
	}
	return 0, false
}

var withoutDots = strings.NewReplacer("å", "a", "ä", "a", "ö", "o")

// leads reports whether text is a leading part of the word, which may be typed without dots and rings ("lor" for lördag).
func leads(text, word string) bool {
	return text != "" && (strings.HasPrefix(word, text) || strings.HasPrefix(withoutDots.Replace(word), text))
}

// clean lowers the case, composes å, ä and ö, and leaves single blanks between words.
func clean(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(norm.NFC.String(text)), unicode.IsSpace), " ")
}
