package filter

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns the text by which values are compared without regard to case: å equals Å, é equals É, but neither equals
// A or E (FX-15, Q-4). It is also the form in which codes are stored. SQL knows it as fold.
func Fold(text string) string {
	if ascii(text) {
		return strings.ToUpper(text)
	}
	return norm.NFC.String(strings.ToUpper(norm.NFC.String(text)))
}

// SortKey returns a text whose byte order is the Swedish order of the folded text: accents do not count unless all else
// is equal, and Å, Ä, Ö follow Z. SQL knows it as sortkey.
func SortKey(text string) string {
	folded := Fold(text)
	if ascii(folded) {
		return folded
	}
	var key strings.Builder
	for _, r := range folded {
		switch r {
		case 'Å':
			key.WriteString("Z\U0010FFFD")
		case 'Ä', 'Æ':
			key.WriteString("Z\U0010FFFE")
		case 'Ö', 'Ø':
			key.WriteString("Z\U0010FFFF")
		default:
			key.WriteString(unaccented(r))
		}
	}
	return key.String() + "\x00" + folded
}

// unaccented returns the character without its accents.
func unaccented(r rune) string {
	if r < utf8.RuneSelf {
		return string(r)
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(string(r)))
}

func ascii(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
