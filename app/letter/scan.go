package letter

import (
	"cmp"
	"encoding/xml"
	"regexp"
	"slices"
	"strings"
)

// scan finds the merge fields of a part in three shapes: simple fields, complex fields, and names between guillemets that
// Word has spread over runs.
type scan struct {
	*part
	decoder    *xml.Decoder
	stack      []*element
	open       []*complexField // fields that have begun, one inside another
	paragraphs []*paragraph
	inside     []*paragraph // paragraphs that have begun: a text box stands inside one
}

// element is an element that has begun.
type element struct {
	name       string // without prefix; blank if it is not of a text
	raw        xml.Name
	begin, end int    // of its start tag
	field      string // of a simple field
	looks      string // of a simple field: the properties of its first run
}

// complexField is a field that begins, has instructions, separates them from its result, and ends, all in runs.
type complexField struct {
	begin       int
	parent      *element // of the run that it begins in
	instruction strings.Builder
	separated   bool
	ended       bool
	kept        bool // cannot be replaced
}

// paragraph is the text of a paragraph, which Word has cut into elements as it liked.
type paragraph struct{ texts []textElement }

type textElement struct {
	begin, end int // in the source; both 0 for what is no text, such as a tab
	text       string
}

// The names under which the elements of a text are known, of the usual and of the strict format.
var namespaces = []string{"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"}

func (s *scan) start(token xml.StartElement, begin, end int) {
	if len(s.stack) == 0 {
		for _, a := range token.Attr {
			if a.Name.Space == "xmlns" && slices.Contains(namespaces, a.Value) {
				s.prefix = a.Name.Local + ":"
			}
		}
	}
	e := &element{raw: token.Name, begin: begin, end: end}
	if s.prefix == token.Name.Space+":" {
		e.name = token.Name.Local
	}
	switch e.name {
	case "body":
		s.bodyStart = end
	case "sectPr":
		if s.inBody() {
			s.sectionStart = begin
		}
	case "p":
		p := &paragraph{}
		s.paragraphs = append(s.paragraphs, p)
		s.inside = append(s.inside, p)
	case "t":
		s.add(textElement{begin: begin})
	case "tab", "br", "cr", "noBreakHyphen":
		s.add(textElement{text: "\t"})
	case "fldSimple":
		e.field = s.attribute(token, "instr")
	case "fldChar":
		s.fieldCharacter(s.attribute(token, "fldCharType"), begin)
	}
	s.stack = append(s.stack, e)
}

func (s *scan) end(token xml.EndElement, begin, end int) error {
	if len(s.stack) == 0 || s.stack[len(s.stack)-1].raw != token.Name {
		return errDamaged
	}
	e := s.stack[len(s.stack)-1]
	s.stack = s.stack[:len(s.stack)-1]
	switch e.name {
	case "body":
		s.bodyEnd = begin
		if s.sectionStart == 0 {
			s.sectionStart = begin
		}
	case "sectPr":
		if s.inBody() {
			s.sectionEnd = end
		}
	case "p":
		s.inside = s.inside[:len(s.inside)-1]
	case "t":
		if t := s.lastText(); t != nil {
			t.end = end
		}
	case "rPr":
		if field := s.around("fldSimple"); field != nil && field.looks == "" && s.stack[len(s.stack)-1].name == "r" {
			field.looks = string(s.source[e.begin:end])
		}
	case "fldSimple":
		w := s.prefix
		s.merge(e.field, e.begin, end, "<"+w+"r>"+e.looks+s.openText(), s.closeText()+"</"+w+"r>")
	case "fldChar":
		if len(s.open) > 0 && s.open[len(s.open)-1].ended {
			f := s.open[len(s.open)-1]
			s.open = s.open[:len(s.open)-1]
			if !f.kept {
				s.merge(f.instruction.String(), f.begin, end, s.openText(), s.closeText())
			}
		}
	}
	return nil
}

// fieldCharacter marks where a complex field begins, separates and ends.
func (s *scan) fieldCharacter(kind string, begin int) {
	switch {
	case kind == "begin":
		nested := len(s.open) > 0 // a field inside another is part of its instructions or its result
		if nested {
			s.open[len(s.open)-1].kept = true
		}
		s.open = append(s.open, &complexField{begin: begin, parent: s.runParent(), kept: nested})
	case len(s.open) == 0:
	case kind == "separate":
		s.open[len(s.open)-1].separated = true
	case kind == "end":
		f := s.open[len(s.open)-1]
		// What lies between two runs can go only if both stand in the same place.
		f.kept = f.kept || f.parent == nil || f.parent != s.runParent()
		f.ended = true
	}
}

// runParent is the element in which the run stands that is being read.
func (s *scan) runParent() *element {
	if n := len(s.stack); n >= 2 && s.stack[n-1].name == "r" {
		return s.stack[n-2]
	}
	return nil
}

func (s *scan) text(text string) {
	if len(s.stack) == 0 {
		return
	}
	switch s.stack[len(s.stack)-1].name {
	case "t":
		if t := s.lastText(); t != nil {
			t.text += text
		}
	case "instrText":
		if len(s.open) > 0 && !s.open[len(s.open)-1].separated {
			s.open[len(s.open)-1].instruction.WriteString(text)
		}
	}
}

func (s *scan) inBody() bool { return len(s.stack) > 0 && s.stack[len(s.stack)-1].name == "body" }

func (s *scan) around(name string) *element {
	for _, e := range slices.Backward(s.stack) {
		if e.name == name {
			return e
		}
	}
	return nil
}

func (s *scan) attribute(token xml.StartElement, name string) string {
	for _, a := range token.Attr {
		if a.Name.Local == name && a.Name.Space+":" == s.prefix {
			return a.Value
		}
	}
	return ""
}

func (s *scan) add(t textElement) {
	if len(s.inside) > 0 {
		p := s.inside[len(s.inside)-1]
		p.texts = append(p.texts, t)
	}
}

func (s *scan) lastText() *textElement {
	if len(s.inside) == 0 {
		return nil
	}
	texts := s.inside[len(s.inside)-1].texts
	return &texts[len(texts)-1]
}

var mergeField = regexp.MustCompile(`(?i)^\s*MERGEFIELD\s+(?:"([^"]+)"|(\S+))`)

// merge replaces a field by its value, if its instruction is that of a merge field.
func (s *scan) merge(instruction string, begin, end int, before, after string) {
	found := mergeField.FindStringSubmatch(instruction)
	if found == nil {
		return
	}
	name := found[1] + found[2]
	field := fieldNumber(name)
	if field < 0 {
		s.unknown = append(s.unknown, name)
		return
	}
	s.edits = append(s.edits, edit{begin, end, []piece{{before, -1}, {"", field}, {after, -1}}})
}

// finish finds the names between guillemets, outside the fields that are replaced already.
func (s *scan) finish() {
	fields := slices.Clone(s.edits)
	for _, p := range s.paragraphs {
		s.literals(slices.DeleteFunc(p.texts, func(t textElement) bool {
			return slices.ContainsFunc(fields, func(e edit) bool { return t.end > 0 && e.begin <= t.begin && t.end <= e.end })
		}))
	}
	slices.SortFunc(s.edits, func(a, b edit) int { return cmp.Compare(a.begin, b.begin) })
}

var literal = regexp.MustCompile(`«([\p{L}\p{N}_]+)»`)

// literals replaces the names between guillemets in the texts of a paragraph. The value goes where the name begins; what Word
// has put of it into further elements is taken out there.
func (s *scan) literals(texts []textElement) {
	var whole strings.Builder
	for _, t := range texts {
		whole.WriteString(t.text)
	}
	var found [][]int
	for _, match := range literal.FindAllStringSubmatchIndex(whole.String(), -1) {
		name := whole.String()[match[2]:match[3]]
		field := fieldNumber(name)
		if field < 0 {
			s.unknown = append(s.unknown, name)
			continue
		}
		found = append(found, []int{match[0], match[1], field})
	}
	at := 0
	for _, t := range texts {
		from, to := at, at+len(t.text)
		at = to
		pieces := []piece{{s.openText(), -1}}
		kept := from
		for _, match := range found {
			if match[1] <= from || match[0] >= to {
				continue
			}
			if match[0] >= from {
				pieces = append(pieces, piece{s.escaped(t.text[kept-from : match[0]-from]), -1}, piece{"", match[2]})
			}
			kept = min(match[1], to)
		}
		if kept > from {
			pieces = append(pieces, piece{s.escaped(t.text[kept-from:]) + s.closeText(), -1})
			s.edits = append(s.edits, edit{t.begin, t.end, pieces})
		}
	}
}
