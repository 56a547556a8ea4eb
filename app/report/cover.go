package report

// covers gives each section a page of its own that is folded around what is sent: sender, address, day, and what to do with it.
type covers struct{ sheet CoverSheet }

// CoverSheet is what a cover sheet says beside the address (RP-6, RP-7).
type CoverSheet struct {
	Sender  []string // the own address and numbers, below the company's name
	Text    []string // free lines
	Remarks []string // ticked remarks, such as "For your information"
}

func (covers) begin(*paper) {}

// The address stands where the window of an envelope is, on the right as in Sweden.
const (
	windowLeft = 110.0
	windowTop  = 50.0
)

func (c covers) draw(p *paper, s Section) {
	if p.placed > 0 {
		p.turn()
	}
	p.placed++
	y := margin + 5
	p.text(margin, y, 13, p.fit(p.Company, 13, true, windowLeft-margin-5), bold)
	for _, line := range c.sheet.Sender {
		y += 4.5
		p.text(margin, y, 9, p.fit(line, 9, false, windowLeft-margin-5), muted)
	}
	p.text(windowLeft, margin+5, 10, p.texts.Locale().FormatDate(p.Day), plain)
	y = windowTop
	for _, line := range s.Address {
		p.text(windowLeft, y, 11, p.fit(line, 11, false, PageWidth-margin-windowLeft), plain)
		y += 5.2
	}
	y = 115
	p.text(margin, y, 15, p.texts.T("report-cover-heading"), bold)
	y += 4
	for _, text := range c.sheet.Text {
		for _, line := range p.wrap(text, 11, false, bodyWidth) {
			y += 6
			p.text(margin, y, 11, line, plain)
		}
	}
	y += 6
	for _, remark := range c.sheet.Remarks {
		y += 7
		p.page.Boxes = append(p.page.Boxes, Box{margin, y - boxSide, boxSide})
		p.page.Lines = append(p.page.Lines, Line{margin, y - boxSide, margin + boxSide, y}, Line{margin, y, margin + boxSide, y - boxSide})
		p.text(margin+boxSide+2.5, y, 10, p.fit(remark, 10, false, bodyWidth-boxSide-3), plain)
	}
	y += 16
	p.text(margin, y, 11, p.texts.T("report-cover-closing"), plain)
	p.text(margin, y+8, 11, p.fit(p.Company, 11, false, bodyWidth), plain)
}
