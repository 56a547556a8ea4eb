package report

// calls puts contacts one below the other, each with boxes to tick and lines to write on.
type calls struct{ boxes []string }

func (calls) begin(p *paper) { p.head() }

const (
	callHeight = 29.0
	boxSide    = 3.6
	noteHeight = 7.5
)

func (c calls) draw(p *paper, s Section) {
	p.need(callHeight)
	const half = bodyWidth * 0.52
	p.text(margin, p.y+6, 11, p.fit(s.Title, 11, true, half-4), bold)
	x := margin + half
	for _, caption := range c.boxes {
		p.page.Boxes = append(p.page.Boxes, Box{x, p.y + 6 - boxSide, boxSide})
		p.text(x+boxSide+1.5, p.y+5.6, 8, caption, plain)
		x += (bodyWidth - half) / float64(len(c.boxes))
	}
	x = margin
	fields, cells := p.onPaper(s)
	for i, field := range fields {
		text := p.format(field, cells[i])
		if text == "" {
			continue
		}
		caption := field.Caption + " "
		if i == 0 { // the company needs no caption
			caption = ""
		}
		width := bodyWidth / float64(len(fields))
		p.text(x, p.y+11, 7.5, caption, muted)
		indent := p.ruler.width(caption, 7.5, false)
		p.text(x+indent, p.y+11, 9, p.fit(text, 9, false, width-indent-2), plain)
		x += width
	}
	for line := range 2 {
		p.rule(p.y + 18.5 + float64(line)*noteHeight)
	}
	p.y += callHeight
}
