package report

// quarters puts four sections on a page (RP-2, RP-3): the address on the left, the fields on the right.
type quarters struct{}

func (quarters) begin(p *paper) { p.head() }

// quarterHeight leaves room for four below the longest usual head.
const quarterHeight = 56.0

func (quarters) draw(p *paper, s Section) {
	p.need(quarterHeight)
	const half = bodyWidth/2 - 4
	y := p.y + 6
	p.text(margin, y, 10, p.fit(s.Title, 10, true, half), bold)
	for _, line := range s.Address {
		y += 4.8
		p.text(margin, y, 9, p.fit(line, 9, false, half), plain)
	}
	y = p.y + 6
	fields, cells := p.onPaper(s)
	for i, field := range fields {
		const x, caption = margin + bodyWidth/2, 46.0
		p.text(x, y, 8, p.fit(field.Caption, 8, false, caption-cellGap), muted)
		value := p.format(field, cells[i])
		if width := bodyWidth/2 - caption; rightAligned(cells[i]) {
			p.textRight(PageWidth-margin, y, 9, p.fit(value, 9, false, width), plain)
		} else {
			p.text(x+caption, y, 9, p.fit(value, 9, false, width), plain)
		}
		y += 5.2
	}
	p.y += quarterHeight
	p.rule(p.y)
}
