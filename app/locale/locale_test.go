package locale_test

import (
	"errors"
	"strings"
	"testing"

	"campaigndesk/app/locale"
	"campaigndesk/data"

	"pgregory.net/rapid"
)

func region(t testing.TB, code string) locale.Locale {
	t.Helper()
	l, ok := locale.Find(code)
	if !ok {
		t.Fatalf("region %s is not known", code)
	}
	return l
}

func amount(t testing.TB, text string) data.Amount {
	t.Helper()
	a, err := data.ParseAmount(text)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestFormatDate(t *testing.T) {
	for code, want := range map[string]string{
		"sv": "2026-03-02", "en-GB": "02/03/2026", "en-US": "03/02/2026", "de": "02.03.2026",
	} {
		t.Run(code, func(t *testing.T) {
			if got := region(t, code).FormatDate("2026-03-02"); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
			if got := region(t, code).FormatDate(""); got != "" {
				t.Errorf("the blank date is written as %q", got)
			}
		})
	}
}

func TestFormatAmount(t *testing.T) {
	for _, c := range []struct {
		region, amount string
		min, max       int
		want           string
	}{
		{"sv", "1234567.5", 2, 2, "1\u00a0234\u00a0567,50"},
		{"sv", "999", 0, 5, "999"},
		{"sv", "0.00001", 0, 5, "0,00001"},
		{"sv", "0.00001", 2, 2, "0,00"},
		{"sv", "-0.001", 2, 2, "0,00"},
		{"sv", "-2", 0, 0, "-2"},
		{"sv", "-1234.5", 0, 0, "-1\u00a0235"},
		{"sv", "10.125", 2, 2, "10,13"},
		{"sv", "10.5", 2, 5, "10,50"},
		{"sv", "10.12345", 2, 5, "10,12345"},
		{"en-GB", "1234567.5", 2, 2, "1,234,567.50"},
		{"de", "1234.5", 2, 2, "1.234,50"},
		{"fr", "1234.5", 2, 2, "1\u202f234,50"},
		{"de-CH", "1234.5", 2, 2, "1’234.50"},
	} {
		t.Run(c.region+" "+c.amount, func(t *testing.T) {
			if got := region(t, c.region).FormatAmount(amount(t, c.amount), c.min, c.max); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestFormatInt(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 999: "999", 1000: "1\u00a0000", -1234567: "-1\u00a0234\u00a0567"} {
		if got := region(t, "sv").FormatInt(n); got != want {
			t.Errorf("%d: got %q, want %q", n, got, want)
		}
	}
}

func TestParseAmount(t *testing.T) {
	for _, c := range []struct{ name, region, text, want string }{
		{"blank is zero (FX-23)", "sv", " ", "0"},
		{"decimal comma", "sv", "12,5", "12.5"},
		{"point of the keypad (DE-18)", "sv", "12.5", "12.5"},
		{"comma of the keypad (DE-18)", "en-GB", "12,5", "12.5"},
		{"own grouping mark as keypad decimal", "de", "1.5", "1.5"},
		{"blank groups", "sv", "1 234 567,5", "1234567.5"},
		{"no-break blank groups", "sv", "1\u00a0234", "1234"},
		{"narrow blank groups", "fr", "1\u202f234,5", "1234.5"},
		{"apostrophe groups everywhere", "sv", "1'234,5", "1234.5"},
		{"typographic apostrophe groups", "de-CH", "1’234.5", "1234.5"},
		{"own grouping mark at thousands", "de", "1.234", "1234"},
		{"own grouping mark at thousands, English", "en-US", "1,234", "1234"},
		{"own decimal mark before three digits", "sv", "1,234", "1.234"},
		{"own decimal mark before three digits, English", "en-GB", "1.234", "1.234"},
		{"both marks: the last is the decimal mark", "sv", "1.234,56", "1234.56"},
		{"both marks the other way round", "sv", "1,234.56", "1234.56"},
		{"foreign mark twice groups", "sv", "1.234.567", "1234567"},
		{"decimal mark twice groups", "sv", "1,234,567", "1234567"},
		{"zero before a mark cannot be a group", "sv", "0.125", "0.125"},
		{"four digits after a mark cannot be a group", "sv", "1.2345", "1.2345"},
		{"four digits before a mark cannot be a group", "sv", "1234.567", "1234.567"},
		{"grouped with blanks, so the point is decimal", "sv", "1 234.567", "1234.567"},
		{"leading mark", "sv", ",5", "0.5"},
		{"ending mark", "sv", "5,", "5"},
		{"minus", "sv", "-5", "-5"},
		{"typographic minus", "sv", "−5", "-5"},
		{"plus", "sv", "+5", "5"},
		{"sum (DE-18)", "sv", "19+19", "38"},
		{"product (DE-18)", "sv", "12*4", "48"},
		{"difference (DE-18)", "sv", "41-9", "32"},
		{"quotient (DE-18)", "sv", "12/4", "3"},
		{"spreadsheet habit", "sv", "=12*3", "36"},
		{"blanks round operators", "sv", "1 000 - 12 * 2", "976"},
		{"products first", "sv", "2+3*4", "14"},
		{"from left to right", "sv", "100/10/2", "5"},
		{"signed factor", "sv", "12*-4", "-48"},
		{"rounded once, at the end", "sv", "1/3*3", "1"},
		{"rounded to five decimals", "sv", "2/3", "0.66667"},
		{"trailing minus (DE-18)", "en-GB", "20.5-", "-20.5"},
		{"trailing plus sets the sign of the whole (DE-18)", "sv", "10-20+", "10"},
		{"largest", "sv", "9999999999", "9999999999"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := region(t, c.region).ParseAmount(c.text)
			if err != nil || got != amount(t, c.want) {
				t.Errorf("%q in %s: got %s, %v; want %s", c.text, c.region, got, err, c.want)
			}
		})
	}
}

func TestParseAmountRefuses(t *testing.T) {
	for _, c := range []struct{ name, region, text, key string }{
		{"thousand or one and a bit", "sv", "1.234", "number-ambiguous"},
		{"thousand or one and a bit, Swiss", "de-CH", "1,234", "number-ambiguous"},
		{"exponent", "sv", "1e5", "number-unexpected"},
		{"letters", "sv", "abc", "number-unexpected"},
		{"underscore", "sv", "1_000", "number-unexpected"},
		{"unknown operator", "sv", "2^3", "number-unexpected"},
		{"two operators", "sv", "2**3", "number-unexpected"},
		{"three signs", "sv", "1---1", "number-unexpected"},
		{"operator at the end", "sv", "12*", "number-incomplete"},
		{"operator at the start", "sv", "*4", "number-unexpected"},
		{"sign only", "sv", "-", "number-incomplete"},
		{"equals sign only", "sv", "=", "number-incomplete"},
		{"mark only", "sv", ",", "number-unexpected"},
		{"two numbers", "sv", "12 34", "number-grouping"},
		{"groups of two", "sv", "1 23 456", "number-grouping"},
		{"group of four", "sv", "1 2345", "number-grouping"},
		{"two decimal marks", "sv", "1,5,2", "number-grouping"},
		{"decimal mark before grouping", "sv", "1,234.567,8", "number-grouping"},
		{"grouped decimals", "sv", "1,234 567", "number-grouping"},
		{"division by zero", "sv", "1/0", "number-division-by-zero"},
		{"too large", "sv", "10000000000", "number-too-large"},
		{"too large by calculation", "sv", "9999999999*10", "number-too-large"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := region(t, c.region).ParseAmount(c.text)
			var message data.Message
			if !errors.As(err, &message) || message.Key != c.key {
				t.Errorf("%q: got %s, %v; want the message %s", c.text, got, err, c.key)
			}
		})
	}
}

func TestAmbiguousNumberNamesBothReadings(t *testing.T) {
	_, err := region(t, "sv").ParseAmount("1.234")
	if message := err.(data.Message); message.Args[1] != "1234" || message.Args[2] != "1,234" {
		t.Errorf("readings %v", message.Args[1:])
	}
}

func TestParseInt(t *testing.T) {
	l := region(t, "sv")
	for text, want := range map[string]int64{"": 0, "1 000": 1000, "12*4": 48, "-3": -3, "7,0": 7} {
		if got, err := l.ParseInt(text); err != nil || got != want {
			t.Errorf("%q: got %d, %v; want %d", text, got, err, want)
		}
	}
	for text, key := range map[string]string{"1,5": "whole-number-expected", "99999999999": "number-too-large", "x": "number-unexpected"} {
		if _, err := l.ParseInt(text); err == nil || err.(data.Message).Key != key {
			t.Errorf("%q: got %v, want %s", text, err, key)
		}
	}
}

func TestBool(t *testing.T) {
	l := region(t, "sv")
	for text, want := range map[string]bool{"": false, "ja": true, "J": true, "y": true, "Yes": true, "n": false, "nej": false, "no": false, "TRUE": true, "SANT": true, "0": false, "1": true} {
		if got, err := l.ParseBool(text); err != nil || got != want {
			t.Errorf("%q: got %v, %v", text, got, err)
		}
	}
	if _, err := l.ParseBool("kanske"); err == nil {
		t.Error("maybe is taken for an answer")
	}
	if l.FormatBool(true) != "Ja" || region(t, "en-GB").FormatBool(false) != "No" {
		t.Error("yes and no are in the wrong language")
	}
}

// What is shown can be typed back, in every region.
func TestFormatAndParseAreInverse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := rapid.SampledFrom(locale.All()).Draw(t, "region")
		min := rapid.IntRange(0, 5).Draw(t, "min")
		want := data.Amount(rapid.Int64Range(-int64(data.MaxAmount), int64(data.MaxAmount)).Draw(t, "amount"))
		text := l.FormatAmount(want, min, 5)
		if got, err := l.ParseAmount(text); err != nil || got != want {
			t.Fatalf("%s writes %s as %q and reads %s, %v", l.Region, want, text, got, err)
		}
	})
}

// Whatever is typed gives an amount or a message, never a fault.
func TestNonsenseIsRefusedWithAMessage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("0123456789.,+-*/= '\u00a0eå"))).Draw(t, "text")
		_, err := rapid.SampledFrom(locale.All()).Draw(t, "region").ParseAmount(text)
		var message data.Message
		if err != nil && !errors.As(err, &message) {
			t.Fatalf("%q: %v", text, err)
		}
		if err == nil && strings.ContainsAny(text, "eå") {
			t.Fatalf("%q is taken for a number", text)
		}
	})
}
