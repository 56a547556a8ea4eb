package data

import (
	"strings"
	"unicode/utf8"

	"campaigndesk/data/filter"
)

// compareSwedish orders texts as [filter.SortKey] does: without regard to case, and Å, Ä, Ö after Z as letters of their
// own. It is the collation "swedish" of the schema; once files exist its order must never change. Nearly always the
// texts differ at some plain letter after a common beginning, and no keys need to be made.
func compareSwedish(a, b string) int {
	for i := 0; ; i++ {
		switch {
		case i == len(a) && i == len(b):
			return 0
		case i == len(a) && b[i] < utf8.RuneSelf:
			return -1
		case i == len(b) && a[i] < utf8.RuneSelf:
			return 1
		case i == len(a) || i == len(b):
			return strings.Compare(filter.SortKey(a), filter.SortKey(b))
		case a[i] == b[i]:
		case a[i] >= utf8.RuneSelf || b[i] >= utf8.RuneSelf || accented(a, i) || accented(b, i):
			return strings.Compare(filter.SortKey(a), filter.SortKey(b))
		default:
			if d := int(upper(a[i])) - int(upper(b[i])); d != 0 {
				return d
			}
		}
	}
}

// accented reports whether something follows the letter that may change it.
func accented(s string, i int) bool { return i+1 < len(s) && s[i+1] >= utf8.RuneSelf }

func upper(letter byte) byte {
	if 'a' <= letter && letter <= 'z' {
		return letter - 'a' + 'A'
	}
	return letter
}
