package dateformula_test

import (
	"errors"
	"testing"

	"campaigndesk/app/dateformula"
	"campaigndesk/data"

	"pgregory.net/rapid"
)

// The worked examples of the specification, chapter 1.5, by their row numbers.
func TestWorkedExamples(t *testing.T) {
	for _, c := range []struct{ row, base, formula, want string }{
		{"1", "2026-03-18", "10D", "2026-03-28"},
		{"2", "2026-03-18", "2W", "2026-04-01"},
		{"3", "2026-03-18", "-2W", "2026-03-04"},
		{"4", "2026-03-18", "1W-1D", "2026-03-24"},
		{"5", "2026-03-18", "0D", "2026-03-18"},
		{"6", "2026-03-18", "", "2026-03-18"},
		{"7", "2026-03-18", "CD", "2026-03-18"},
		{"8", "2026-03-18", "CD+5Y", "2031-03-18"},
		{"9", "2026-01-31", "1M", "2026-02-28"},
		{"10", "2026-01-30", "1M", "2026-02-28"},
		{"11", "2026-01-31", "2M", "2026-03-31"},
		{"12", "2026-01-31", "1M+1M", "2026-03-28"},
		{"13", "2026-03-31", "-1M", "2026-02-28"},
		{"14", "2024-01-31", "1M", "2024-02-29"},
		{"15", "2024-02-29", "1Y", "2025-02-28"},
		{"16", "2024-02-29", "-1Y", "2023-02-28"},
		{"17", "2024-02-29", "4Y", "2028-02-29"},
		{"18", "2026-02-28", "1M", "2026-03-28"},
		{"19", "2026-11-30", "1Q", "2027-02-28"},
		{"20", "2026-05-31", "1Q", "2026-08-31"},
		{"21", "2026-12-31", "2M", "2027-02-28"},
		{"22", "2026-01-31", "1D+1M-1D", "2026-02-28"},
		{"23", "2026-02-28", "1D+1M-1D", "2026-03-31"},
		{"24", "2026-03-18", "CW", "2026-03-22"},
		{"25", "2026-03-22", "CW", "2026-03-22"},
		{"26", "2026-03-16", "CW", "2026-03-22"},
		{"27", "2026-03-18", "-CW", "2026-03-16"},
		{"28", "2026-03-22", "-CW", "2026-03-16"},
		{"29", "2026-03-16", "-CW", "2026-03-16"},
		{"30", "2026-12-31", "CW", "2027-01-03"},
		{"31", "2027-01-01", "-CW", "2026-12-28"},
		{"32", "2026-03-18", "CM", "2026-03-31"},
		{"33", "2026-03-31", "CM", "2026-03-31"},
		{"34", "2026-03-18", "-CM", "2026-03-01"},
		{"35", "2024-02-10", "CM", "2024-02-29"},
		{"36", "2026-03-18", "CM+1D", "2026-04-01"},
		{"37", "2026-03-18", "CM+10D", "2026-04-10"},
		{"38", "2026-02-18", "CM+1M", "2026-03-28"},
		{"39", "2026-02-18", "1M+CM", "2026-03-31"},
		{"40", "2026-03-18", "1M-CM", "2026-04-01"},
		{"41", "2026-03-18", "-CM-1D", "2026-02-28"},
		{"42", "2026-03-18", "CQ", "2026-03-31"},
		{"43", "2026-03-18", "-CQ", "2026-01-01"},
		{"44", "2026-10-01", "CQ", "2026-12-31"},
		{"45", "2026-03-18", "CQ+1D-1Q", "2026-01-01"},
		{"46", "1996-05-21", "CQ+1M-10D", "1996-07-20"},
		{"47", "1996-05-21", "CM+30D", "1996-06-30"},
		{"48", "1996-05-21", "-WD2", "1996-05-14"},
		{"49", "2026-03-18", "CY", "2026-12-31"},
		{"50", "2026-03-18", "-CY", "2026-01-01"},
		{"51", "2026-03-18", "CY+1D", "2027-01-01"},
		{"52", "2026-03-18", "-CY-1Y", "2025-01-01"},
		{"53", "2026-03-18", "CY-1Y", "2025-12-31"},
		{"54", "2019-06-15", "5M-CY+7M-1D", "2019-07-31"},
		{"55", "2019-10-15", "5M-CY+7M-1D", "2020-07-31"},
		{"56", "2026-03-18", "D20", "2026-03-20"},
		{"57", "2026-03-18", "D18", "2026-04-18"},
		{"58", "2026-03-18", "D10", "2026-04-10"},
		{"59", "2026-03-18", "-D18", "2026-02-18"},
		{"60", "2026-03-18", "-D20", "2026-02-20"},
		{"61", "2026-03-18", "-D10", "2026-03-10"},
		{"62", "2026-01-31", "D31", "2026-02-28"},
		{"63", "2026-02-28", "D31", "2026-03-31"},
		{"64", "2026-03-31", "-D31", "2026-02-28"},
		{"65", "2024-08-05", "D6+CM", "2024-08-31"},
		{"66", "2024-08-06", "D6+CM", "2024-09-30"},
		{"67", "2013-09-23", "D15+1M", "2013-11-15"},
		{"68", "2019-11-05", "WD4", "2019-11-07"},
		{"69", "2026-03-18", "WD1", "2026-03-23"},
		{"70", "2026-03-18", "WD3", "2026-03-25"},
		{"71", "2026-03-18", "WD7", "2026-03-22"},
		{"72", "2026-03-18", "-WD3", "2026-03-11"},
		{"73", "2026-03-18", "-WD2", "2026-03-17"},
		{"74", "2026-03-18", "1W+WD1", "2026-03-30"},
		{"75", "2021-06-15", "3M-CQ+WD1", "2021-07-05"},
		{"76", "2015-05-05", "CM-WD5", "2015-05-29"},
		{"77", "2026-03-18", "D10+WD2", "2026-04-14"},
		{"78", "2015-01-31", "1Y+1M", "2016-02-29"},
		{"79", "2015-01-31", "1M+1Y", "2016-02-28"},
		{"80", "2026-03-18", "AM+10D", "2026-04-10"},
		{"81", "2026-03-18", "LM", "2026-03-31"},
		{"82", "2026-03-18", "1K-1D", "2026-06-17"},
		{"83", "2026-03-18", "VD1", "2026-03-23"},
		{"84", "2026-03-18", "2V", "2026-04-01"},
		{"85", "2026-03-18", "1å", "2027-03-18"},
		{"86", "2026-03-18", "-AÅ", "2026-01-01"},
		{"87", "2026-03-18", "< cm + 10 d >", "2026-04-10"},
		{"a blank base stays blank", "", "1M", ""},
		{"decomposed Å (DF-32)", "2026-03-18", "1A\u030a", "2027-03-18"},
		{"years before data.FirstDate (DF-29)", "2026-03-18", "-2000Y", "0026-03-18"},
		{"last day of the calendar (DF-29)", "9999-01-01", "CY", "9999-12-31"},
	} {
		t.Run("row "+c.row, func(t *testing.T) {
			formula, err := dateformula.ParseFormula(c.formula)
			if err != nil {
				t.Fatal(err)
			}
			got, err := formula.Apply(data.Date(c.base))
			if err != nil || string(got) != c.want {
				t.Errorf("%s from %s: got %s, %v; want %s", c.formula, c.base, got, err, c.want)
			}
		})
	}
}

func TestStoredAndShownForms(t *testing.T) {
	for _, c := range []struct{ typed, stored, swedish string }{
		{"CQ+1M-10D", "CQ+1M-10D", "AK+1M-10D"},
		{"-WD2", "-WD2", "-VD2"},
		{"2W+1Y", "2W+1Y", "2V+1Å"},
		{"am + 10d", "CM+10D", "AM+10D"},
		{"LM", "CM", "AM"},
		{"1K-1D", "1Q-1D", "1K-1D"},
		{"VD1", "WD1", "VD1"},
		{"2v+CÅ", "2W+CY", "2V+AÅ"},
		{"<+01d>", "1D", "1D"},
		{"<>", "", ""},
		{"-0D", "-0D", "-0D"},
	} {
		t.Run(c.typed, func(t *testing.T) {
			formula, err := dateformula.ParseFormula(c.typed)
			if err != nil {
				t.Fatal(err)
			}
			if string(formula) != c.stored || formula.Format("en") != c.stored || formula.Format("sv") != c.swedish {
				t.Errorf("stored %s, shown %s / %s; want %s / %s", formula, formula.Format("en"), formula.Format("sv"), c.stored, c.swedish)
			}
		})
	}
}

// The cases of DF-33. The first number of a message, or the one after the offending text, is the position.
func TestFormulaRefuses(t *testing.T) {
	for _, c := range []struct {
		letter, text, key string
		position          int
	}{
		{"a", "10X", "formula-unknown-letter", 3},
		{"a", "10C", "formula-unknown-letter", 3},
		{"a", "x", "formula-unknown-letter", 1},
		{"a", "1D X", "formula-unknown-letter", 4},
		{"a", "1Ä", "formula-unknown-letter", 2},
		{"b", "10", "formula-incomplete", 3},
		{"b", "10+1D", "formula-incomplete", 3},
		{"b", "+", "formula-incomplete", 2},
		{"b", "D", "formula-incomplete", 1},
		{"b", "WD", "formula-incomplete", 1},
		{"b", "W", "formula-incomplete", 1},
		{"b", "1D+", "formula-incomplete", 4},
		{"c", "1M2D", "formula-sign-missing", 3},
		{"c", "1M CM", "formula-sign-missing", 4},
		{"d", "12345D", "formula-number-too-large", 1},
		{"d", "1D+99999999999999999999D", "formula-too-long", 21},
		{"d", "1234567890123456789D", "formula-number-too-large", 1},
		{"e", "W10", "formula-unit-then-number", 1},
		{"e", "M3", "formula-unit-then-number", 1},
		{"e", "1D+Q2", "formula-unit-then-number", 4},
		{"e", "Y1", "formula-unit-then-number", 1},
		{"f", "WD8", "formula-out-of-range", 3},
		{"f", "WD0", "formula-out-of-range", 3},
		{"f", "D32", "formula-out-of-range", 2},
		{"f", "D0", "formula-out-of-range", 2},
		{"f", "D12345678901234", "formula-out-of-range", 2},
		{"g", "<1J>", "formula-letters-in-brackets", 3},
		{"g", "<2V>", "formula-letters-in-brackets", 3},
		{"g", "<AM>", "formula-letters-in-brackets", 2},
		{"g", "<CÅ>", "formula-letters-in-brackets", 3},
		{"h", "<1D", "formula-bracket-missing", 1},
		{"h", "1D>", "formula-bracket-missing", 3},
		{"h", "<", "formula-bracket-missing", 1},
		{"i", "CWD", "formula-current", 3},
		{"i", "C5D", "formula-current", 2},
		{"i", "C", "formula-current", 1},
		{"i", "CX", "formula-current", 2},
		{"j", "1D+1D+1D+1D+1D+1D+1D+1D", "formula-too-long", 21},
		{"k", "1.5M", "formula-whole-numbers", 2},
		{"k", "1,5M", "formula-whole-numbers", 2},
		{"k", "½W", "formula-whole-numbers", 1},
		{"l", "--1D", "formula-two-signs", 2},
		{"l", "+ -1D", "formula-two-signs", 3},
	} {
		t.Run(c.letter+" "+c.text, func(t *testing.T) {
			formula, err := dateformula.ParseFormula(c.text)
			var message data.Message
			if !errors.As(err, &message) || message.Key != c.key {
				t.Fatalf("got %q, %v; want %s", formula, err, c.key)
			}
			position, ok := message.Args[0].(int)
			if !ok {
				position = message.Args[1].(int)
			}
			if position != c.position {
				t.Errorf("position %d, want %d", position, c.position)
			}
		})
	}
}

func TestTwentyCharactersAreAllowed(t *testing.T) { // DF-5: blanks and brackets do not count
	if _, err := dateformula.ParseFormula("< 10D+10D+10D+10D+100D >"); err != nil {
		t.Error(err)
	}
}

func TestApplyFailsOutsideTheCalendar(t *testing.T) { // DF-29
	for _, formula := range []dateformula.Formula{"-2026Y", "9999Y", "9999Y-9999Y", "no formula"} {
		if got, err := formula.Apply("2026-03-18"); err == nil {
			t.Errorf("%s gives %s", formula, got)
		}
	}
}

func TestFormulaProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		terms := rapid.SliceOfN(rapid.Custom(drawTerm), 0, 4).Draw(t, "terms")
		text := ""
		for _, term := range terms {
			text += term
		}
		if len(text) > 20 {
			t.Skip("too long")
		}
		formula, err := dateformula.ParseFormula(text)
		if err != nil {
			t.Fatal(err)
		}
		for _, language := range []string{"en", "sv"} { // DF-35
			if again, err := dateformula.ParseFormula(formula.Format(language)); err != nil || again != formula {
				t.Fatalf("%s is shown as %s, which reads as %s, %v", formula, formula.Format(language), again, err)
			}
		}
		base := data.Date("2026-03-18").AddDays(rapid.IntRange(-20000, 20000).Draw(t, "days"))
		want := base
		for _, term := range terms {
			want = slowly(want, term)
		}
		if got, err := formula.Apply(base); err != nil || got != want {
			t.Fatalf("%s from %s: got %s, %v; day by day %s", formula, base, got, err, want)
		}
	})
}

func drawTerm(t *rapid.T) string {
	sign := rapid.SampledFrom([]string{"+", "-"}).Draw(t, "sign")
	unit := rapid.SampledFrom([]string{"D", "W", "M", "Q", "Y"}).Draw(t, "unit")
	switch rapid.IntRange(0, 3).Draw(t, "shape") {
	case 0:
		return sign + rapid.StringMatching("[1-9]?[0-9]").Draw(t, "number") + unit
	case 1:
		return sign + "C" + unit
	case 2:
		return sign + "D" + rapid.SampledFrom([]string{"1", "2", "15", "28", "29", "30", "31"}).Draw(t, "day")
	default:
		return sign + "WD" + rapid.StringMatching("[1-7]").Draw(t, "weekday")
	}
}
