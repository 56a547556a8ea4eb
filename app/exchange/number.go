package exchange

import (
	"strings"

	"github.com/shopspring/decimal"

	"campaigndesk/data"
)

// numberEvidence counts what the cells of a column say about its decimal sign.
type numberEvidence struct {
	numbers      int // cells that are numbers
	point, comma int // cells that can only be read with this decimal sign
	broken       int // cells that are not whole
	either       string
	beyondOne    bool // a number is larger than 1 or has a percent sign
}

// weigh takes a trimmed cell as evidence.
func (e *numberEvidence) weigh(cell string) {
	body, percent, ok := numberBody(cell)
	if !ok {
		return
	}
	point, comma := readable(body, '.'), readable(body, ',')
	switch {
	case !point && !comma:
		return
	case !comma:
		e.point++
	case !point:
		e.comma++
	case strings.ContainsAny(body, ".,") && e.either == "":
		e.either = cell
	}
	e.numbers++
	if strings.ContainsAny(body, ".,") {
		e.broken++
	}
	if percent || !e.beyondOne && largerThanOne(body, point) {
		e.beyondOne = true
	}
}

func largerThanOne(body string, point bool) bool {
	sign := byte(',')
	if point {
		sign = '.'
	}
	amount, ok := readNumber(body, sign)
	return ok && amount.Abs() > data.One
}

// fractions reports whether the column writes percentages as parts of one: nothing is larger than 1, something is smaller,
// and the heading does not promise percent.
func (e *numberEvidence) fractions(heading string) bool {
	heading = strings.ToLower(heading)
	for _, sign := range []string{"%", "percent", "procent", "pct"} {
		if strings.Contains(heading, sign) {
			return false
		}
	}
	return e.broken > 0 && !e.beyondOne
}

// isNumber reports whether the cell is a number under any decimal sign.
func isNumber(cell string) bool {
	body, _, ok := numberBody(trimmed(cell))
	return ok && (readable(body, '.') || readable(body, ','))
}

// currencies may stand before or behind an amount.
var currencies = []string{"kr.", "kr", "sek", "nok", "dkk", "eur", "usd", "gbp", "chf", "€", "$", "£", ":-"}

// numberBody takes the signs around a number away: currency, percent, and a minus before or behind, which is put first.
// ok is false for what has no digit.
func numberBody(cell string) (body string, percent, ok bool) {
	if plainDigits(cell) {
		return cell, false, true
	}
	if len(cell) > maxValue {
		return "", false, false
	}
	body = strings.ReplaceAll(cell, "\u2212", "-")
	body, percent = strings.CutSuffix(body, "%")
	body = withoutCurrency(strings.TrimSpace(body))
	minus := false
	if rest, found := strings.CutPrefix(body, "-"); found {
		body, minus = rest, true
	} else if rest, found := strings.CutSuffix(body, "-"); found {
		body, minus = rest, true
	}
	body = withoutCurrency(strings.TrimSpace(strings.TrimPrefix(body, "+")))
	if body == "" || !strings.ContainsAny(body, "0123456789") {
		return "", false, false
	}
	if minus {
		body = "-" + body
	}
	return body, percent, true
}

func plainDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func withoutCurrency(s string) string {
	lower := strings.ToLower(s)
	if len(lower) != len(s) { // never for what can be a number
		return s
	}
	for _, c := range currencies {
		if strings.HasSuffix(lower, c) {
			return strings.TrimSpace(s[:len(s)-len(c)])
		}
		if strings.HasPrefix(lower, c) {
			return strings.TrimSpace(s[len(c):])
		}
	}
	return s
}

// readable reports whether the body is a number with this decimal sign.
func readable(body string, decimalSign byte) bool {
	_, ok := plainNumber(body, decimalSign)
	return ok
}

// plainNumber checks the grouping and returns the number as digits with a point, as decimal reads it. Groups of three may
// be separated by blanks, apostrophes or the sign that is not the decimal one; an exponent is allowed.
func plainNumber(body string, decimalSign byte) (string, bool) {
	if plainDigits(body) {
		return body, true
	}
	var plain strings.Builder
	rest := body
	if rest[0] == '-' {
		plain.WriteByte('-')
		rest = rest[1:]
	}
	exponent := ""
	if i := strings.IndexAny(rest, "eE"); i > 0 {
		rest, exponent = rest[:i], rest[i:]
		if !plainDigits(strings.TrimLeft(exponent[1:], "+-")) || len(exponent) > 4 {
			return "", false
		}
	}
	whole, fraction, hasFraction := strings.Cut(rest, string(decimalSign))
	if hasFraction && (!plainDigits(fraction) && (fraction != "" || whole == "")) {
		return "", false
	}
	if !ungrouped(&plain, whole, decimalSign) && (whole != "" || fraction == "") {
		return "", false
	}
	if fraction != "" {
		plain.WriteByte('.')
		plain.WriteString(fraction)
	}
	plain.WriteString(exponent)
	return plain.String(), true
}

// ungrouped writes the whole part without its separators, reporting false unless it is made of digits, and of groups of
// three behind every separator, which must all be alike.
func ungrouped(plain *strings.Builder, whole string, decimalSign byte) bool {
	if plainDigits(whole) {
		plain.WriteString(whole)
		return true
	}
	separator, run, groups := rune(0), 0, 0
	for _, r := range whole {
		if r >= '0' && r <= '9' {
			plain.WriteRune(r)
			run++
			continue
		}
		if !groupSeparator(r, decimalSign) || separator != 0 && r != separator ||
			run == 0 || run > 3 || groups > 0 && run != 3 {
			return false
		}
		separator, run, groups = r, 0, groups+1
	}
	return groups > 0 && run == 3 && whole[0] != '0'
}

func groupSeparator(r rune, decimalSign byte) bool {
	switch r {
	case ' ', '\u00A0', '\u202F', '\u2009', '\'', '\u2019':
		return true
	case '.', ',':
		return byte(r) != decimalSign
	}
	return false
}

// readNumber reads a trimmed cell with the decimal sign of its column, rounding to the five places of an amount.
func readNumber(cell string, decimalSign byte) (data.Amount, bool) {
	if len(cell) <= 12 && plainDigits(cell) {
		var n int64
		for i := range len(cell) {
			n = n*10 + int64(cell[i]-'0')
		}
		return data.Int(n), n <= int64(data.MaxAmount/data.One)
	}
	body, _, ok := numberBody(cell)
	if !ok {
		return 0, false
	}
	plain, ok := plainNumber(body, decimalSign)
	if !ok {
		return 0, false
	}
	d, err := decimal.NewFromString(plain)
	if err != nil {
		return 0, false
	}
	amount, err := data.AmountOf(d)
	return amount, err == nil
}
