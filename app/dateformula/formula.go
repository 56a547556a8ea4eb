// Package dateformula reads what people type for days: date formulas ("CM+10D", Swedish "AM+10D"), the short forms of
// date fields ("0315", "t", "mon25", "w-CM") and the date words of filters ("week-7D"). Refusals are messages of the
// area "dates". Weeks start on Monday and are numbered by ISO 8601 everywhere (DF-23).
package dateformula

import (
	"strconv"
	"strings"
	"unicode"

	"campaigndesk/data"

	"golang.org/x/text/unicode/norm"
)

// Formula turns a base date into another date: "1M-1D". It is the stored form (DF-31): upper case, without blanks and
// brackets, with the letters of no particular language. The empty formula is valid and changes nothing (DF-8).
type Formula string

const (
	maxLength = 20   // DF-5
	maxNumber = 9999 // DF-4
)

// shape is what a term does with the date.
type shape int

const (
	quantity   shape = iota // "3W": so many units later or earlier
	current                 // "CM": last or first day of the period
	dayOfMonth              // "D15": next or previous day with that number
	weekday                 // "WD2": next or previous such weekday
)

// term is one step of a formula.
type term struct {
	minus  bool
	shape  shape
	number int  // of a quantity, a day or a weekday
	unit   rune // D, W, M, Q or Y of a quantity or a current period
}

// ParseFormula reads a formula in English or Swedish letters, mixed at will; in angle brackets only the stored letters
// count (DF-31, DF-32). A refusal names the first offending character by its position from 1 (DF-33).
func ParseFormula(text string) (Formula, error) {
	terms, err := parseTerms(text, 0)
	if err != nil {
		return "", err
	}
	return Formula(write(terms, "")), nil
}

// Format writes the formula with the letters of a language ("sv"; any other gets the stored letters). The text parses
// back to the same formula (DF-35).
func (f Formula) Format(language string) string {
	terms, err := parseTerms(string(f), 0)
	if err != nil {
		return string(f)
	}
	return write(terms, language)
}

var (
	storedLetter  = map[rune]rune{'C': 'C', 'A': 'C', 'L': 'C', 'D': 'D', 'W': 'W', 'V': 'W', 'M': 'M', 'Q': 'Q', 'K': 'Q', 'Y': 'Y', 'Å': 'Y'}
	swedishLetter = strings.NewReplacer("C", "A", "W", "V", "Q", "K", "Y", "Å")
)

func write(terms []term, language string) string {
	var b strings.Builder
	for i, t := range terms {
		switch {
		case t.minus:
			b.WriteByte('-')
		case i > 0:
			b.WriteByte('+')
		}
		switch t.shape {
		case quantity:
			b.WriteString(strconv.Itoa(t.number) + string(t.unit))
		case current:
			b.WriteString("C" + string(t.unit))
		case dayOfMonth:
			b.WriteString("D" + strconv.Itoa(t.number))
		case weekday:
			b.WriteString("WD" + strconv.Itoa(t.number))
		}
	}
	if language == "sv" {
		return swedishLetter.Replace(b.String())
	}
	return b.String()
}

// character is a rune of the formula that counts, and its position in the typed text.
type character struct {
	letter rune
	at     int
}

// formulaReader reads the terms from left to right; blanks and brackets are gone already.
type formulaReader struct {
	characters []character
	next       int
	bracketed  bool
	end        int // position after the last character
}

// parseTerms reads a formula of which `skipped` characters were cut off before, so that positions fit what was typed.
func parseTerms(text string, skipped int) ([]term, error) {
	r := formulaReader{}
	for _, letter := range norm.NFC.String(text) {
		skipped++
		if !unicode.IsSpace(letter) {
			r.characters = append(r.characters, character{unicode.ToUpper(letter), skipped})
		}
	}
	r.end = skipped + 1
	if err := r.cutBrackets(); err != nil {
		return nil, err
	}
	if len(r.characters) > maxLength {
		return nil, data.Msg("formula-too-long", r.characters[maxLength].at, maxLength)
	}
	var terms []term
	for r.next < len(r.characters) {
		t, err := r.term(len(terms) == 0)
		if err != nil {
			return nil, err
		}
		terms = append(terms, t)
	}
	return terms, nil
}

func (r *formulaReader) cutBrackets() error {
	n := len(r.characters)
	opened := n > 0 && r.characters[0].letter == '<'
	closed := n > 0 && r.characters[n-1].letter == '>'
	switch {
	case opened != closed:
		at := r.characters[0].at
		if closed {
			at = r.characters[n-1].at
		}
		return data.Msg("formula-bracket-missing", at)
	case opened:
		r.bracketed = true
		r.characters = r.characters[1 : n-1]
	}
	return nil
}

// peek returns the next character, letter 0 at the end.
func (r *formulaReader) peek() character {
	if r.next == len(r.characters) {
		return character{0, r.end}
	}
	return r.characters[r.next]
}

// letter returns the stored letter of the next character: 0 when it is none, or one not allowed in brackets (DF-32).
func (r *formulaReader) letter() rune {
	typed := r.peek().letter
	stored := storedLetter[typed]
	if r.bracketed && stored != typed {
		return 0
	}
	return stored
}

func (r *formulaReader) term(first bool) (term, error) {
	var t term
	c := r.peek()
	if c.letter == '+' || c.letter == '-' {
		t.minus = c.letter == '-'
		r.next++
		if c = r.peek(); c.letter == '+' || c.letter == '-' {
			return t, data.Msg("formula-two-signs", c.at)
		}
	} else if !first {
		if isUnit(r.letter()) || r.letter() == 'C' || isDigit(c.letter) {
			return t, data.Msg("formula-sign-missing", c.at)
		}
		return t, r.unknown()
	}
	var err error
	switch letter := r.letter(); {
	case c.letter == 0:
		err = data.Msg("formula-incomplete", c.at)
	case isDigit(c.letter):
		err = r.quantity(&t)
	case letter == 'C':
		err = r.current(&t)
	case letter == 'D':
		r.next++
		t.shape = dayOfMonth
		err = r.ranged(&t, c, 31)
	case letter == 'W' && r.dayFollows():
		r.next += 2
		t.shape = weekday
		err = r.ranged(&t, c, 7)
	case letter != 0: // W, M, Q, Y without a number before
		r.next++
		if next := r.peek(); isDigit(next.letter) {
			err = data.Msg("formula-unit-then-number", c.at)
		} else {
			err = data.Msg("formula-incomplete", c.at)
		}
	default:
		err = r.unknown()
	}
	return t, err
}

func (r *formulaReader) quantity(t *term) error {
	start := r.peek()
	number, digits := r.number()
	if digits > 4 {
		return data.Msg("formula-number-too-large", start.at, maxNumber)
	}
	t.number = number
	switch c, letter := r.peek(), r.letter(); {
	case c.letter == 0 || c.letter == '+' || c.letter == '-':
		return data.Msg("formula-incomplete", c.at)
	case !isUnit(letter):
		return r.unknown()
	default:
		t.unit = letter
		r.next++
		return nil
	}
}

func (r *formulaReader) current(t *term) error {
	prefix := r.peek()
	r.next++
	t.shape, t.unit = current, r.letter()
	switch c := r.peek(); {
	case c.letter == 0:
		return data.Msg("formula-current", prefix.at)
	case !isUnit(t.unit):
		if r.bracketed && storedLetter[c.letter] != 0 {
			return r.unknown()
		}
		return data.Msg("formula-current", c.at)
	case t.unit == 'W' && r.dayFollows():
		return data.Msg("formula-current", r.characters[r.next+1].at)
	}
	r.next++
	return nil
}

// ranged reads the number of a day or weekday whose letters begin at c.
func (r *formulaReader) ranged(t *term, c character, largest int) error {
	start := r.peek()
	var digits int
	if t.number, digits = r.number(); digits == 0 {
		if start.letter != 0 && start.letter != '+' && start.letter != '-' && storedLetter[start.letter] == 0 {
			return r.unknown()
		}
		return data.Msg("formula-incomplete", c.at)
	}
	if t.number < 1 || t.number > largest {
		return data.Msg("formula-out-of-range", start.at, largest)
	}
	return nil
}

// dayFollows reports whether the character after the next is the D that makes a weekday of a W.
func (r *formulaReader) dayFollows() bool {
	return r.next+1 < len(r.characters) && r.characters[r.next+1].letter == 'D'
}

// number reads digits; a number of more than nine digits comes out as 0, which no caller accepts.
func (r *formulaReader) number() (n, digits int) {
	for isDigit(r.peek().letter) {
		if n, digits = n*10+int(r.peek().letter-'0'), digits+1; digits > 9 {
			n = 0
		}
		r.next++
	}
	return n, digits
}

// unknown says what is wrong with a next character that fits nowhere.
func (r *formulaReader) unknown() error {
	c := r.peek()
	switch {
	case c.letter == '.' || c.letter == ',' || c.letter == '/' || unicode.IsNumber(c.letter):
		return data.Msg("formula-whole-numbers", c.at)
	case r.bracketed:
		return data.Msg("formula-letters-in-brackets", string(c.letter), c.at)
	default:
		return data.Msg("formula-unknown-letter", string(c.letter), c.at)
	}
}

func isUnit(letter rune) bool {
	return letter != 0 && letter != 'C' && strings.ContainsRune("DWMQY", letter)
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }
