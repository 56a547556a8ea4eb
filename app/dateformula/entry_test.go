package dateformula_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"campaigndesk/app/dateformula"
	"campaigndesk/app/locale"
	"campaigndesk/data"

	"pgregory.net/rapid"
)

// contexts are the regions of the specification's examples: work date 2026-03-18 (Wednesday), today 2026-03-20 (Friday).
var contexts = map[string]dateformula.Context{"Swedish": in("sv"), "GB": in("en-GB"), "US": in("en-US")}

func in(region string) dateformula.Context {
	l, _ := locale.Find(region)
	return dateformula.Context{Locale: l, WorkDate: "2026-03-18", Today: "2026-03-20"}
}

const everywhere = "Swedish GB US"

func TestParse(t *testing.T) {
	for _, c := range []struct{ regions, entries, want string }{
		// the examples of chapter 2.1
		{"GB US", "t|today", "2026-03-20"},
		{"Swedish", "d|i|idag|dagens datum", "2026-03-20"},
		{"GB US", "w|work", "2026-03-18"},
		{"Swedish", "a|arbets", "2026-03-18"},
		{everywhere, "15", "2026-03-15"},
		{everywhere, "5", "2026-03-05"},
		{"Swedish", "0315", "2026-03-15"},
		{"GB", "1503", "2026-03-15"},
		{"GB", "150326", "2026-03-15"},
		{"Swedish", "150326", "2015-03-26"},
		{"Swedish", "260315", "2026-03-15"},
		{"US", "031526", "2026-03-15"},
		{"Swedish", "20260315", "2026-03-15"},
		{"Swedish", "26/3,15", "2026-03-15"},
		{"Swedish", "500101", "1950-01-01"},
		{"Swedish", "490101", "2049-01-01"},
		{"GB US", "m|mo|monday", "2026-03-16"},
		{"Swedish", "m|må|måndag", "2026-03-16"},
		{"GB US", "tu", "2026-03-17"},
		{"Swedish", "ti|t", "2026-03-17"},
		{"GB US", "th", "2026-03-19"},
		{"Swedish", "to", "2026-03-19"},
		{"GB US", "sa", "2026-03-21"},
		{"Swedish", "l|lör|lor", "2026-03-21"},
		{everywhere, "s", "2026-03-22"},
		{"Swedish", "sö", "2026-03-22"},
		{"GB US", "mon25", "2026-06-15"},
		{"Swedish", "mån25", "2026-06-15"},
		{everywhere, "t23", "2026-06-02"},
		{everywhere, "t-1", "2025-12-30"},
		{everywhere, "m1", "2025-12-29"},
		{everywhere, "m1 2027|m1/27", "2027-01-04"},
		{everywhere, "f53", "2027-01-01"},
		// beyond the examples
		{everywhere, " ", ""},
		{everywhere, "TU 23|tu-23", "2026-06-02"},
		{everywhere, "2026-03-15|2026/3/15|2026 03.15", "2026-03-15"}, // ISO everywhere
		{"GB", "15/3-26|15.03.2026|15 3 2026", "2026-03-15"},
		{"US", "3/15/2026|03152026|0315", "2026-03-15"},
		{"GB", "15032026", "2026-03-15"},
		{"GB US", "idag|dagens|i", "2026-03-20"},                  // words of the other language
		{"Swedish", "today|tod", "2026-03-20"},                    // where they do not collide
		{"Swedish", "w|work date", "2026-03-18"},                  // UI-86
		{"Swedish", "wednes", "2026-03-18"},                       //
		{"GB US", "mandag|lördag 12", "2026-03-16|2026-03-21"},    //
		{everywhere, "+3D", "2026-03-23"},                         // DE-13: from today
		{everywhere, "-CM", "2026-03-01"},                         //
		{"GB US", "t+1W", "2026-03-27"},                           //
		{"Swedish", "i + 1V", "2026-03-27"},                       //
		{everywhere, "w-CM", "2026-03-01"},                        //
		{everywhere, "15+1M", "2026-04-15"},                       //
		{everywhere, "2026-03-15-1W", "2026-03-08"},               //
		{everywhere, "w-cm+1d", "2026-03-02"},                     //
		{everywhere, "mon25+1d", "2026-06-16"},                    //
		{"Swedish", "må\u030andag|ma\u030an", "|2026-03-16"},      // decomposed å, and nonsense
		{"Swedish", "17530101|99991231", "1753-01-01|9999-12-31"}, // DE-11
	} {
		wants := strings.Split(c.want, "|")
		for i, entry := range strings.Split(c.entries, "|") {
			want := wants[min(i, len(wants)-1)]
			for _, region := range strings.Fields(c.regions) {
				t.Run(region+" "+entry, func(t *testing.T) {
					got, err := dateformula.Parse(entry, contexts[region])
					if string(got) != want || (err != nil) != (want == "" && strings.TrimSpace(entry) != "") {
						t.Errorf("got %q, %v; want %q", got, err, want)
					}
				})
			}
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, c := range []struct{ region, entry, key string }{
		{"Swedish", "1503", "date-no-such-day"}, // DE-3: never swapped
		{"US", "1503", "date-no-such-day"},
		{"GB", "0315", "date-no-such-day"},
		{"Swedish", "2026-02-30", "date-no-such-day"},
		{"Swedish", "0", "date-no-such-day"},
		{"Swedish", "123", "date-digits"}, // DE-5
		{"Swedish", "12345", "date-digits"},
		{"Swedish", "202603151", "date-digits"},
		{"Swedish", "3/4", "date-parts-missing"},
		{"Swedish", "15/3/2026", "date-parts-missing"},
		{"GB", "15/3/026", "date-parts-missing"},
		{"Swedish", "1/2/3/4", "date-parts-missing"},
		{"GB", "w10", "date-not-understood"}, // DE-7: w is never Wednesday
		{"GB", "m54", "date-no-such-week"},   // DE-10
		{"GB", "m53 2027", "date-no-such-week"},
		{"GB", "m0", "date-no-such-week"},
		{"GB", "p4", "date-accounting-period"}, // DE-12
		{"GB", "c150326", "date-closing"},
		{"Swedish", "a260315", "date-closing"},
		{"Swedish", "1752-12-31", "date-outside"}, // DE-11
		{"Swedish", "l52 9999", "date-outside"},
		{"Swedish", "i-999Y", "date-outside"},
		{"GB", "t+1X", "formula-unknown-letter"},
		{"GB", "t-1X", "formula-unknown-letter"},
		{"GB", "+1", "formula-incomplete"},
		{"GB", "hello", "date-not-understood"},
		{"GB", "15x", "date-not-understood"},
		{"GB", "tomorrow", "date-not-understood"}, // a word of filters only
		{"GB", "?", "date-not-understood"},
	} {
		t.Run(c.region+" "+c.entry, func(t *testing.T) {
			got, err := dateformula.Parse(c.entry, contexts[c.region])
			var message data.Message
			if !errors.As(err, &message) || message.Key != c.key {
				t.Errorf("got %q, %v; want %s", got, err, c.key)
			}
		})
	}
}

func TestDayOfWorkDatesMonth(t *testing.T) { // the example "31 with work date in April"
	ctx := in("sv")
	ctx.WorkDate = "2026-04-10"
	if got, err := dateformula.Parse("31", ctx); err == nil {
		t.Errorf("got %s", got)
	}
	if got, _ := dateformula.Parse("30", ctx); got != "2026-04-30" {
		t.Errorf("got %s", got)
	}
}

func TestFormulaPositionCountsFromTheStartOfTheEntry(t *testing.T) {
	_, err := dateformula.Parse("today+1X", contexts["GB"])
	if message := err.(data.Message); message.Args[1] != 8 {
		t.Errorf("position %v, want 8", message.Args[1])
	}
}

func TestParseFilterDate(t *testing.T) {
	for _, c := range []struct{ regions, entries, from, to string }{
		// the examples of chapter 3.4
		{"GB US", "t", "2026-03-20", "2026-03-20"},
		{everywhere, "w", "2026-03-18", "2026-03-18"},
		{everywhere, "yesterday|igår|igar", "2026-03-19", "2026-03-19"},
		{everywhere, "week|vecka", "2026-03-16", "2026-03-22"},
		{everywhere, "month|månad|m", "2026-03-01", "2026-03-31"},
		{everywhere, "quarter|kvartal|q|k", "2026-01-01", "2026-03-31"},
		{everywhere, "week-7D|vecka - 7d", "2026-03-09", "2026-03-15"},
		{everywhere, "month+1M", "2026-04-01", "2026-04-30"},
		{everywhere, "month-1M", "2026-02-01", "2026-02-28"},
		{everywhere, "quarter+1Q|kvartal+1K", "2026-04-01", "2026-06-30"},
		{everywhere, "15D|+15D", "2026-04-04", "2026-04-04"},
		{everywhere, "w+15D", "2026-04-02", "2026-04-02"},
		{everywhere, "CM|AM", "2026-03-31", "2026-03-31"},
		{everywhere, "CQ-34D", "2026-02-25", "2026-02-25"},
		{everywhere, "w+CQ-34D", "2026-02-25", "2026-02-25"},
		{"GB US", "t+3D", "2026-03-23", "2026-03-23"},
		{everywhere, "15", "2026-03-15", "2026-03-15"},
		// beyond the examples
		{everywhere, "now|nu|TODAY|idag", "2026-03-20", "2026-03-20"},
		{everywhere, "tom|imorgon", "2026-03-21", "2026-03-21"},
		{everywhere, "year|år", "2026-01-01", "2026-12-31"},
		{everywhere, "y|ye|ig", "2026-03-19", "2026-03-19"},
		{everywhere, "we", "2026-03-16", "2026-03-22"},
		{everywhere, "wed", "2026-03-18", "2026-03-18"},
		{everywhere, "TODAY - 15D", "2026-03-05", "2026-03-05"},
		{everywhere, "mon25", "2026-06-15", "2026-06-15"},
		{everywhere, "D25", "2026-03-25", "2026-03-25"},
		{"Swedish", "t", "2026-03-17", "2026-03-17"}, // Tuesday, as in a field
		{"Swedish", "mån", "2026-03-01", "2026-03-31"},
		{"Swedish", "månd", "2026-03-16", "2026-03-16"},
		{"Swedish", "2026-03-15+1W", "2026-03-22", "2026-03-22"},
		{everywhere, "", "", ""},
	} {
		for _, entry := range strings.Split(c.entries, "|") {
			for _, region := range strings.Fields(c.regions) {
				t.Run(region+" "+entry, func(t *testing.T) {
					from, to, err := dateformula.ParseFilterDate(entry, contexts[region])
					if err != nil || string(from) != c.from || string(to) != c.to {
						t.Errorf("got %s..%s, %v; want %s..%s", from, to, err, c.from, c.to)
					}
				})
			}
		}
	}
	for _, entry := range []string{"hello", "week-7X", "W10", "2026-02-30", "p4"} {
		if from, to, err := dateformula.ParseFilterDate(entry, contexts["GB"]); err == nil {
			t.Errorf("%q is read as %s..%s", entry, from, to)
		}
	}
}

// What a field shows can be typed back, in every region.
func TestFormatAndParseAreInverse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ctx := in(rapid.SampledFrom(locale.All()).Draw(t, "region").Region)
		want := data.FirstDate.AddDays(rapid.IntRange(0, 3012153).Draw(t, "days"))
		if got, err := dateformula.Parse(ctx.Locale.FormatDate(want), ctx); err != nil || got != want {
			t.Fatalf("%s is shown as %s, which reads as %s, %v", want, ctx.Locale.FormatDate(want), got, err)
		}
	})
}

// Whatever is typed gives a day of the calendar or a message, never a fault.
func TestNonsenseIsRefusedWithAMessage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ctx := in(rapid.SampledFrom([]string{"sv", "en-GB", "en-US"}).Draw(t, "region"))
		entry := rapid.StringOfN(rapid.RuneFrom([]rune("0123459 +-/.<>cdwmqyaltvkåiopns½")), 0, 8, -1).Draw(t, "entry")
		got, err := dateformula.Parse(entry, ctx)
		_, _, filterErr := dateformula.ParseFilterDate(entry, ctx)
		for _, err := range []error{err, filterErr} {
			var message data.Message
			if err != nil && !errors.As(err, &message) {
				t.Fatalf("%q: %v", entry, err)
			}
		}
		if _, parseErr := data.ParseDate(string(got)); parseErr != nil {
			t.Fatal(fmt.Errorf("%q: %w", entry, parseErr))
		}
	})
}
