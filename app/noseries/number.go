package noseries

import (
	"cmp"
	"math/big"
	"regexp"
	"strings"
)

var digits = regexp.MustCompile(`[0-9]+`)

// increment raises the last group of digits of a number, keeping its leading zeros: CP0042 → CP0043, A9 → A10,
// K-09-X → K-10-X (CP-44). It fails when the number has no digit.
func increment(no string, by int) (string, bool) {
	groups := digits.FindAllStringIndex(no, -1)
	if groups == nil {
		return "", false
	}
	at := groups[len(groups)-1]
	before, group, after := no[:at[0]], no[at[0]:at[1]], no[at[1]:]
	value, _ := new(big.Int).SetString(group, 10)
	raised := value.Add(value, big.NewInt(int64(by))).String()
	return before + strings.Repeat("0", max(0, len(group)-len(raised))) + raised + after, true
}

// pattern is what of a number stays the same through a series: everything but the digits.
func pattern(no string) string { return digits.ReplaceAllString(no, "0") }

// compare orders two numbers of one pattern by the values of their digit groups, the first group deciding: A9 is before A10.
func compare(a, b string) int {
	as, bs := digits.FindAllString(a, -1), digits.FindAllString(b, -1)
	for i := range min(len(as), len(bs)) {
		x, y := strings.TrimLeft(as[i], "0"), strings.TrimLeft(bs[i], "0")
		if c := cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(x, y)); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(as), len(bs))
}
