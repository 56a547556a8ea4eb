package data

import "campaigndesk/data/filter"

// compareSwedish orders names as a Swedish register does: without regard to case, and Å, Ä, Ö after Z as letters of
// their own. It is the collation "swedish" of the schema; once files exist its order must never change.
func compareSwedish(a, b string) int {
	for a != "" && b != "" {
		if a[0] < 0x80 && b[0] < 0x80 {
			if d := int(asciiWeight[a[0]]) - int(asciiWeight[b[0]]); d != 0 {
				return d
			}
			a, b = a[1:], b[1:]
			continue
		}
		ra, rb := []rune(filter.Fold(a)), []rune(filter.Fold(b))
		for i := range min(len(ra), len(rb)) {
			if d := swedishWeight(ra[i]) - swedishWeight(rb[i]); d != 0 {
				return d
			}
		}
		return len(ra) - len(rb)
	}
	return len(a) - len(b)
}

// asciiWeight folds case for the common letters without allocating.
var asciiWeight = func() (w [128]byte) {
	for i := range w {
		w[i] = byte(i)
		if 'a' <= i && i <= 'z' {
			w[i] = byte(i - 'a' + 'A')
		}
	}
	return w
}()

func swedishWeight(r rune) int {
	if r < 0x80 {
		return int(asciiWeight[r])
	}
	switch r {
	case 'å', 'Å':
		return 'Z'*4 + 1
	case 'ä', 'Ä', 'æ', 'Æ':
		return 'Z'*4 + 2
	case 'ö', 'Ö', 'ø', 'Ø':
		return 'Z'*4 + 3
	}
	return int(r) + 1000
}
