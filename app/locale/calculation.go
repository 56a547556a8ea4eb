package locale

import (
	"strings"

	"campaigndesk/data"

	"github.com/shopspring/decimal"
)

// calculation reads "12*4-1" from left to right. Positions in its messages count characters of the text from 1.
type calculation struct {
	locale Locale
	text   []rune // with plain blanks, signs and apostrophes
	next   int    // index of the next character to read
}

// plainSigns turns the many blanks, minus signs and apostrophes of the world into the ones on the keyboard, one for one.
var plainSigns = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2009", " ", "\t", " ", "\u2212", "-", "\u2013", "-", "\u2019", "'")

func (l Locale) calculate(text string) (decimal.Decimal, error) {
	c := calculation{locale: l, text: []rune(plainSigns.Replace(strings.TrimSpace(text)))}
	if len(c.text) == 0 {
		return decimal.Zero, nil
	}
	sign := c.cutTrailingSign()
	if c.peek() == '=' {
		c.next++
	}
	value, err := c.sum()
	if err != nil {
		return decimal.Zero, err
	}
	switch sign {
	case '-':
		value = value.Abs().Neg()
	case '+':
		value = value.Abs()
	}
	return value, nil
}

// cutTrailingSign removes a sign that ends the text and returns it, 0 when there is none.
func (c *calculation) cutTrailingSign() rune {
	last := c.text[len(c.text)-1]
	if len(c.text) == 1 || last != '-' && last != '+' {
		return 0
	}
	c.text = c.text[:len(c.text)-1]
	return last
}

func (c *calculation) sum() (decimal.Decimal, error) {
	total, err := c.product()
	for err == nil && c.peek() != 0 {
		operator := c.peek()
		if operator != '+' && operator != '-' {
			return total, data.Msg("number-unexpected", string(operator), c.next+1)
		}
		c.next++
		var term decimal.Decimal
		term, err = c.product()
		if operator == '-' {
			term = term.Neg()
		}
		total = total.Add(term)
	}
	return total, err
}

func (c *calculation) product() (decimal.Decimal, error) {
	total, err := c.signed()
	for err == nil && (c.peek() == '*' || c.peek() == '/') {
		operator, at := c.peek(), c.next
		c.next++
		var factor decimal.Decimal
		if factor, err = c.signed(); err != nil {
			return total, err
		}
		switch {
		case operator == '*':
			total = total.Mul(factor)
		case factor.IsZero():
			return total, data.Msg("number-division-by-zero", at+1)
		default:
			total = total.Div(factor)
		}
	}
	return total, err
}

// signed reads a number with at most one sign before it.
func (c *calculation) signed() (decimal.Decimal, error) {
	sign := c.peek()
	if sign == '-' || sign == '+' {
		c.next++
	}
	value, err := c.number()
	if sign == '-' {
		value = value.Neg()
	}
	return value, err
}

// number reads one run of digits, marks, and blanks between digits.
func (c *calculation) number() (decimal.Decimal, error) {
	first := c.peek()
	if first == 0 {
		return decimal.Zero, data.Msg("number-incomplete")
	}
	start := c.next
	for c.next < len(c.text) {
		r := c.text[c.next]
		digitFollows := c.next+1 < len(c.text) && isDigit(c.text[c.next+1])
		if !isDigit(r) && r != '.' && r != ',' && !(digitFollows && (r == ' ' || r == '\'')) {
			break
		}
		c.next++
	}
	literal := string(c.text[start:c.next])
	if !strings.ContainsAny(literal, "0123456789") {
		return decimal.Zero, data.Msg("number-unexpected", string(first), start+1)
	}
	return c.locale.literal(literal)
}

// peek returns the next character that is no blank without reading it, 0 at the end.
func (c *calculation) peek() rune {
	for c.next < len(c.text) && c.text[c.next] == ' ' {
		c.next++
	}
	if c.next == len(c.text) {
		return 0
	}
	return c.text[c.next]
}

// literal decides what the marks in a single number mean; see ParseAmount.
func (l Locale) literal(text string) (decimal.Decimal, error) {
	whole, decimals := text, ""
	if at := strings.LastIndexAny(text, ".,"); at >= 0 {
		mark := text[at : at+1]
		before, after := text[:at], text[at+1:]
		standsAtThousands := len(after) == 3 && len(before) >= 1 && len(before) <= 3 && before[0] != '0' && allDigits(before+after)
		switch {
		case strings.Contains(before, mark): // grouping: the whole text is digits before the decimal mark
		case mark == string(l.Decimal) || !standsAtThousands:
			whole, decimals = before, after
		case mark == string(l.Group):
		default:
			return decimal.Zero, data.Msg("number-ambiguous", text, before+after, before+string(l.Decimal)+after)
		}
	}
	digits, ok := ungroup(whole)
	if !ok || !allDigits(decimals) {
		return decimal.Zero, data.Msg("number-grouping", text)
	}
	value, err := decimal.NewFromString("0" + digits + "." + decimals + "0")
	if err != nil {
		return decimal.Zero, data.Msg("number-grouping", text)
	}
	return value, nil
}

// ungroup strips grouping marks; false when the groups are not of three digits or the marks are of two kinds.
func ungroup(text string) (string, bool) {
	at := strings.IndexAny(text, " '.,")
	if at < 0 {
		return text, true
	}
	groups := strings.Split(text, text[at:at+1])
	for i, group := range groups {
		if !allDigits(group) || i > 0 && len(group) != 3 || i == 0 && (len(group) < 1 || len(group) > 3) {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

func allDigits(text string) bool { return strings.Trim(text, "0123456789") == "" }

func isDigit(r rune) bool { return r >= '0' && r <= '9' }
