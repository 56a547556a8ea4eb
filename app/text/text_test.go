package text_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"campaigndesk/app/locale"
	"campaigndesk/app/text"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

func swedish() *text.Catalogue {
	l, _ := locale.Find("sv")
	return text.For("sv", l)
}

func english() *text.Catalogue {
	l, _ := locale.Find("en-GB")
	return text.For("en", l)
}

func TestT(t *testing.T) {
	for _, c := range []struct {
		name      string
		catalogue *text.Catalogue
		key       string
		args      []any
		want      string
	}{
		{"plain", english(), "weekday-1", nil, "Monday"},
		{"plain Swedish", swedish(), "weekday-1", nil, "måndag"},
		{"date as in the region", swedish(), "date-no-such-week", []any{data.Date("2026-03-02"), 54}, "2026-03-02 har ingen vecka 54."},
		{"date as in another region", english(), "date-no-such-week", []any{data.Date("2026-03-02"), 54}, "02/03/2026 has no week 54."},
		{"amount and grouping", swedish(), "number-too-large", []any{1234 * data.One}, "Talet är för stort. Det största möjliga är 1\u00a0234."},
		{"decimals that count", swedish(), "number-too-large", []any{data.One / 4}, "Talet är för stort. Det största möjliga är 0,25."},
		{"whole number", english(), "number-too-large", []any{int64(12345)}, "The number is too large. The largest possible is 12,345."},
		{"message within", english(), "date-no-such-day", []any{"x", data.Msg("date-order-dmy")}, "There is no day x. Dates are read as day-month-year."},
		{"code", english(), "whole-number-expected", []any{code("CP1")}, "CP1 is not a whole number."},
		{"yes", swedish(), "whole-number-expected", []any{true}, "Ja är inte ett heltal."},
		{"value with a percent sign", english(), "whole-number-expected", []any{"%1"}, "%1 is not a whole number."},
		{"value missing", english(), "date-no-such-week", []any{"2026"}, "2026 has no week %2."},
		{"key missing", english(), "no-such-key", []any{1}, "[no-such-key]"},
		{"unknown language is English", text.For("xx", locale.Locale{}), "weekday-7", nil, "Sunday"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.catalogue.T(c.key, c.args...); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

type code string

func TestDay(t *testing.T) {
	if got := swedish().Day("2026-03-18"); got != "onsdag 2026-03-18, vecka 12" {
		t.Error(got)
	}
	if got := english().Day("2027-01-03"); got != "Sunday 03/01/2027, week 53" {
		t.Error(got)
	}
	if got := english().Day(""); got != "" {
		t.Error(got)
	}
}

func TestError(t *testing.T) {
	week := data.Msg("date-no-such-week", "2027", 53)
	order := data.Msg("date-order-dmy")
	const weekText = "2027 has no week 53."
	for _, c := range []struct {
		name string
		err  error
		want string
	}{
		{"none", nil, ""},
		{"message", week, weekText},
		{"message with a column", week.At("starting_date"), weekText},
		{"wrapped message", fmt.Errorf("line 3: %w", week), weekText},
		{"joined messages", errors.Join(week, order), weekText + "\nday-month-year"},
		{"joined, wrapped and repeated", fmt.Errorf("import: %w", errors.Join(week, fmt.Errorf("b: %w", order), week)), weekText + "\nday-month-year"},
		{"fault", errors.New("disk full"), english().T("unexpected-error", "disk full")},
		{"message and fault", errors.Join(week, errors.New("disk full")), weekText + "\n" + english().T("unexpected-error", "disk full")},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := english().Error(c.err); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestOrderIsTheLanguages(t *testing.T) {
	words := []string{"Öl", "Zon", "ärende", "Åtgärd", "apa", "Ö"}
	slices.SortFunc(words, swedish().Order())
	if diff := cmp.Diff([]string{"apa", "Zon", "Åtgärd", "ärende", "Ö", "Öl"}, words); diff != "" {
		t.Error(diff)
	}
}

func BenchmarkTWithoutValues(b *testing.B) {
	c := swedish()
	for b.Loop() {
		c.T("weekday-1")
	}
}

func BenchmarkTWithValues(b *testing.B) {
	c := swedish()
	for b.Loop() {
		c.T("date-no-such-week", data.Date("2026-03-02"), 54)
	}
}
