package data

import (
	"cmp"
	"strings"
	"testing"

	"campaigndesk/data/filter"

	"pgregory.net/rapid"
)

// Lists are ordered by the collation, filters such as A..M by the sort key: both must be one order.
func TestOrderOfListsIsOrderOfFilters(t *testing.T) {
	letters := rapid.StringOfN(rapid.SampledFrom([]rune("aAbBeEéÉzZåÅäÄæöÖøÿß09 -&'\u030a\u0301\u0308ẞ漢😀")), 0, 6, -1)
	rapid.Check(t, func(t *rapid.T) {
		common := letters.Draw(t, "common")
		a, b := common+letters.Draw(t, "a"), common+letters.Draw(t, "b")
		if rapid.Bool().Draw(t, "anything") {
			a, b = rapid.String().Draw(t, "a"), rapid.String().Draw(t, "b")
		}
		if strings.ContainsRune(a+b, 0) {
			return // never stored
		}
		want := cmp.Compare(filter.SortKey(a), filter.SortKey(b))
		if got := cmp.Compare(compareSwedish(a, b), 0); got != want {
			t.Fatalf("%q against %q: the collation says %d, the sort key %d", a, b, got, want)
		}
	})
}
