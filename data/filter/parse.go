package filter

import (
	"strings"
	"unicode"
)

// parser reads an expression by the grammar of FX-2 and writes the condition as it goes.
type parser struct {
	text      []rune
	at        int // index of the next character
	operators int
	column    Column
	env       Env
}

// term is one comparison or range. A range has the operator ".." and one or both ends.
type term struct {
	operator string
	from, to *value // a comparison has only from
	pos      int    // of its first character, from 1
}

// value is one value as typed.
type value struct {
	text   string // without quotes
	quoted bool
	pos    int // of its first character, from 1
}

func (p *parser) filter() (Clause, error) { return p.chain('|', p.conjunction, or) }

func (p *parser) conjunction() (Clause, error) { return p.chain('&', p.unit, and) }

// chain reads parts with the operator between them.
func (p *parser) chain(operator rune, part func() (Clause, error), join func(...Clause) Clause) (Clause, error) {
	var parts []Clause
	for {
		clause, err := part()
		if err != nil {
			return Clause{}, err
		}
		parts = append(parts, clause)
		if !p.eat(string(operator)) {
			return join(parts...), nil
		}
		if err := p.count(); err != nil {
			return Clause{}, err
		}
	}
}

// unit reads a parenthesis, a comparison, a range or a value, and makes sure that something sensible follows.
func (p *parser) unit() (Clause, error) {
	var clause Clause
	var err error
	p.blanks()
	if start := p.at; p.eat("(") {
		if clause, err = p.filter(); err != nil {
			return Clause{}, err
		}
		if !p.eat(")") {
			return Clause{}, fault(start+1, "filter-open-unclosed")
		}
	} else {
		t, err := p.term()
		if err != nil {
			return Clause{}, err
		}
		if clause, err = p.condition(t); err != nil {
			return Clause{}, err
		}
	}
	if p.blanks(); !p.done() && !strings.ContainsRune("&|)", p.text[p.at]) {
		return Clause{}, fault(p.at+1, "filter-unexpected", string(p.text[p.at]))
	}
	return clause, nil
}

func (p *parser) term() (term, error) {
	p.blanks()
	start := p.at + 1
	operator := p.comparison()
	if operator != "" {
		if err := p.count(); err != nil {
			return term{}, err
		}
	}
	from, err := p.value()
	if err != nil {
		return term{}, err
	}
	if operator == "" && p.eat("..") {
		if err := p.count(); err != nil {
			return term{}, err
		}
		to, err := p.value()
		if err != nil {
			return term{}, err
		}
		if from != nil || to != nil {
			return term{"..", from, to, start}, nil
		}
	}
	if from == nil {
		return term{}, fault(p.at+1, "filter-value-missing")
	}
	if operator == "" {
		operator = "="
	}
	return term{operator, from, nil, start}, nil
}

// comparison reads a comparison operator, or nothing. A date formula in angle brackets is none (DF-31).
func (p *parser) comparison() string {
	if p.column.Kind == Date && p.bracketed() {
		return ""
	}
	for _, operator := range []string{"<>", "<=", ">=", "<", ">", "="} {
		if p.eat(operator) {
			return operator
		}
	}
	return ""
}

// bracketed reports whether a plain value in angle brackets comes next: <1W>, but not <>1W or <1W.
func (p *parser) bracketed() bool {
	ahead := *p
	if !ahead.eat("<") || ahead.eat(">") || ahead.eat("=") {
		return false
	}
	for ; !ahead.done() && !ahead.plainEnds(); ahead.at++ {
		if ahead.text[ahead.at] == '>' {
			return true
		}
	}
	return false
}

// value reads a quoted or plain value; nil when there is none.
func (p *parser) value() (*value, error) {
	p.blanks()
	start := p.at
	if p.eat("'") {
		var text strings.Builder
		for !p.done() {
			r := p.text[p.at]
			p.at++
			if r == '\'' && (p.done() || p.text[p.at] != '\'') {
				return &value{text.String(), true, start + 1}, nil
			}
			if r == '\'' {
				p.at++
			}
			text.WriteRune(r)
		}
		return nil, fault(start+1, "filter-quote-unclosed")
	}
	for !p.done() && !p.plainEnds() {
		p.at++
	}
	text := strings.TrimRightFunc(string(p.text[start:p.at]), unicode.IsSpace)
	if text == "" {
		return nil, nil
	}
	return &value{text, false, start + 1}, nil
}

// plainEnds reports whether the next characters end a plain value.
func (p *parser) plainEnds() bool {
	return strings.ContainsRune("&|()=", p.text[p.at]) || p.next("..")
}

func (p *parser) count() error {
	if p.operators++; p.operators > MaxOperators {
		return fault(p.at, "filter-too-many-operators", MaxOperators)
	}
	return nil
}

func (p *parser) done() bool { return p.at == len(p.text) }

func (p *parser) blanks() {
	for !p.done() && unicode.IsSpace(p.text[p.at]) {
		p.at++
	}
}

func (p *parser) next(token string) bool {
	rest := p.text[p.at:]
	return len(rest) >= len(token) && string(rest[:len(token)]) == token
}

// eat skips blanks and then the token, if it is there.
func (p *parser) eat(token string) bool {
	p.blanks()
	if !p.next(token) {
		return false
	}
	p.at += len(token)
	return true
}
