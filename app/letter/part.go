package letter

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
)

// part is the XML of a text on paper, and where merge fields stand in it.
type part struct {
	source  []byte
	prefix  string // of the elements of a text, "w:" as a rule
	edits   []edit // in order, none inside another
	unknown []string

	// Of the document: its body, which ends with the properties of its last section, if it has any.
	bodyStart, sectionStart, sectionEnd, bodyEnd int
}

// edit replaces a stretch of the source by pieces.
type edit struct {
	begin, end int
	pieces     []piece
}

// piece is XML as it is, or a field.
type piece struct {
	xml   string
	field int // in Fields; -1 for XML
}

// write writes a stretch of the source with the fields replaced.
func (p *part) write(w io.Writer, from, to int, of values) error {
	for _, e := range p.edits {
		if e.begin < from || e.end > to {
			continue
		}
		if _, err := w.Write(p.source[from:e.begin]); err != nil {
			return err
		}
		for _, piece := range e.pieces {
			text := piece.xml
			if piece.field >= 0 {
				value, err := of(piece.field)
				if err != nil {
					return err
				}
				text = p.escaped(value)
			}
			if _, err := io.WriteString(w, text); err != nil {
				return err
			}
		}
		from = e.end
	}
	_, err := w.Write(p.source[from:to])
	return err
}

// escaped is a text as it stands in a text element, with breaks between its lines.
func (p *part) escaped(text string) string {
	var b bytes.Buffer
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			b.WriteString("</" + p.prefix + "t><" + p.prefix + "br/>" + p.openText())
		}
		xml.EscapeText(&b, []byte(line)) // a buffer takes all
	}
	return b.String()
}

func (p *part) openText() string { return "<" + p.prefix + `t xml:space="preserve">` }

func (p *part) closeText() string { return "</" + p.prefix + "t>" }

// turn ends a letter inside a long document: as a section like the last one, so that first pages have heads of their own,
// or with a page break.
func (p *part) turn() []byte {
	w := p.prefix
	if p.sectionStart == p.bodyEnd {
		return []byte("<" + w + "p><" + w + "r><" + w + "br " + w + `type="page"/></` + w + "r></" + w + "p>")
	}
	spacing := "<" + w + "spacing " + w + `before="0" ` + w + `after="0" ` + w + `line="20" ` + w + `lineRule="exact"/>`
	return slices.Concat([]byte("<"+w+"p><"+w+"pPr>"+spacing), p.source[p.sectionStart:p.sectionEnd], []byte("</"+w+"pPr></"+w+"p>"))
}

var errDamaged = errors.New("damaged XML")

// parse finds the merge fields of a part.
func parse(source []byte) (*part, error) {
	s := scan{part: &part{source: source}, decoder: xml.NewDecoder(bytes.NewReader(source))}
	for {
		begin := int(s.decoder.InputOffset())
		token, err := s.decoder.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		end := int(s.decoder.InputOffset())
		switch token := token.(type) {
		case xml.StartElement:
			s.start(token, begin, end)
		case xml.EndElement:
			if err := s.end(token, begin, end); err != nil {
				return nil, err
			}
		case xml.CharData:
			s.text(string(token))
		}
	}
	if len(s.stack) > 0 {
		return nil, errDamaged
	}
	s.finish()
	return s.part, nil
}
