package locale

import (
	"strconv"
	"strings"

	"campaigndesk/data"
)

// FormatAmount writes an amount with at least least and at most most decimals (0–5), rounded half away from zero, the
// digits before the mark grouped in threes.
func (l Locale) FormatAmount(a data.Amount, least, most int) string {
	step := int64(1)
	for range data.AmountPlaces - most {
		step *= 10
	}
	units := (int64(a.Abs()) + step/2) / step // in 10^-most
	digits := strconv.FormatInt(units, 10)
	if len(digits) <= most {
		digits = strings.Repeat("0", most+1-len(digits)) + digits
	}
	whole, decimals := digits[:len(digits)-most], digits[len(digits)-most:]
	for len(decimals) > least && decimals[len(decimals)-1] == '0' {
		decimals = decimals[:len(decimals)-1]
	}
	text := l.group(whole)
	if decimals != "" {
		text += string(l.Decimal) + decimals
	}
	if a < 0 && units != 0 {
		return "-" + text
	}
	return text
}

// FormatInt writes a whole number, grouped in threes.
func (l Locale) FormatInt(n int64) string {
	digits := strconv.FormatInt(n, 10)
	if n < 0 {
		return "-" + l.group(digits[1:])
	}
	return l.group(digits)
}

func (l Locale) group(digits string) string {
	if len(digits) <= 3 {
		return digits
	}
	var b strings.Builder
	for i, digit := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteRune(l.Group)
		}
		b.WriteRune(digit)
	}
	return b.String()
}

// ParseAmount reads a number or a small calculation (DE-18): "1 234,5", "12*4", "=12*3", "20,5-". The blank text is 0
// (FX-23). Products go before sums; a sign at the very end sets the sign of the whole. The result is rounded once, to
// five decimals. Refusals are messages of the area "locale".
//
// Both point and comma are understood, but never by a guess that could be wrong by a factor of thousand:
//
//   - the region's decimal mark is always the decimal mark, unless it stands more than once: then it groups;
//   - with both marks in a number the last is the decimal mark and the other groups;
//   - the region's grouping mark groups when it stands at thousands ("1.234" in Germany), else it is the decimal mark
//     of the numeric keypad ("1.5" in Germany is one and a half);
//   - a mark that the region uses for neither is the decimal mark ("1.5" in Sweden), but refused where it could stand
//     at thousands ("1.234" in Sweden).
//
// Blanks and apostrophes group in every region. Grouped digits must stand in threes.
func (l Locale) ParseAmount(text string) (data.Amount, error) {
	value, err := l.calculate(text)
	if err != nil {
		return 0, err
	}
	amount, err := data.AmountOf(value)
	if err != nil {
		return 0, data.Msg("number-too-large", l.FormatAmount(data.MaxAmount, 0, 0))
	}
	return amount, nil
}

// ParseInt reads a whole number as ParseAmount does and refuses decimals ("whole-number-expected").
func (l Locale) ParseInt(text string) (int64, error) {
	value, err := l.calculate(text)
	if err != nil {
		return 0, err
	}
	if !value.IsInteger() {
		return 0, data.Msg("whole-number-expected", text)
	}
	if _, err := data.AmountOf(value); err != nil {
		return 0, data.Msg("number-too-large", l.FormatAmount(data.MaxAmount, 0, 0))
	}
	return value.IntPart(), nil
}
