package report

// listing puts sections one below the other, as many as there is room for: their fields, and their rows under common columns.
type listing struct{}

func (listing) begin(p *paper) { p.head() }

const (
	fieldsAcross = 4
	fieldHeight  = 9.0
	rowHeight    = 4.4 // of one line of text
	cellGap      = 2.0 // between columns
)

func (listing) draw(p *paper, s Section) {
	fields, cells := p.onPaper(s)
	fieldLines := (len(fields) + fieldsAcross - 1) / fieldsAcross
	p.need(8 + float64(fieldLines)*fieldHeight + 20) // never without a row
	p.y += 6
	p.text(margin, p.y, 11, p.fit(s.Title, 11, true, bodyWidth), bold)
	p.y += 2
	for i, field := range fields {
		if i%fieldsAcross == 0 {
			p.y += fieldHeight
		}
		const width = bodyWidth / fieldsAcross
		x := margin + float64(i%fieldsAcross)*width
		p.text(x, p.y-4.2, 7, p.fit(field.Caption, 7, false, width-cellGap), muted)
		p.text(x, p.y, 9, p.fit(p.format(field, cells[i]), 9, false, width-cellGap), plain)
	}
	p.y += 3
	for _, group := range s.Groups {
		p.group(group)
	}
	p.y += 4
	p.rule(p.y)
}

func (p *paper) group(g Group) {
	if len(g.Rows) == 0 {
		return
	}
	p.need(20)
	p.columnHeads(g)
	for _, row := range g.Rows {
		cells, height := p.cells(row)
		if p.y+height > bodyBottom {
			p.turn()
			p.columnHeads(g)
		}
		look := plain
		if row.Canceled {
			look = muted
		}
		p.row(cells, look)
		p.y += height
	}
	p.total(g)
	p.y += 2
}

// columnHeads writes the caption of the group and those of the columns.
func (p *paper) columnHeads(g Group) {
	p.y += 5
	p.text(margin, p.y, 9, p.fit(g.Caption, 9, true, bodyWidth), bold)
	p.y += 1
	heads := make([]cell, len(p.Columns))
	most := 1
	for i, c := range p.Columns {
		heads[i] = cell{lines: p.wrap(c.Caption, 7, false, p.columnWidth(i)), right: rightAligned(g.Rows[0].Cells[i])}
		most = max(most, len(heads[i].lines))
	}
	for i := range heads { // captions stand on the line below them
		for len(heads[i].lines) < most {
			heads[i].lines = append([]string{""}, heads[i].lines...)
		}
	}
	p.rowOf(heads, 7, 3.2, muted)
	p.y += float64(most)*3.2 + 1
	p.rule(p.y)
}

// total adds up under a line the columns that can be; one row needs no sum.
func (p *paper) total(g Group) {
	if len(g.Rows) < 2 {
		return
	}
	row := Row{Cells: make([]any, len(p.Columns))}
	summed := false
	for i, c := range p.Columns {
		if c.Sum {
			row.Cells[i] = g.sum(i)
			summed = true
		}
	}
	if !summed {
		return
	}
	p.need(2 * rowHeight)
	p.rule(p.y + 1)
	p.y++
	if row.Cells[0] == nil {
		row.Cells[0] = p.texts.T("report-total")
	}
	cells, height := p.cells(row)
	p.row(cells, bold)
	p.y += height
}

// cell is the lines of a cell as they stand in their column.
type cell struct {
	lines []string
	right bool
}

// mostLines is how many lines a text may take in a row.
const mostLines = 3

// cells breaks the texts of a row into the widths of their columns, and says how high the row becomes.
func (p *paper) cells(row Row) ([]cell, float64) {
	cells := make([]cell, len(p.Columns))
	most := 1
	for i, c := range p.Columns {
		width := p.columnWidth(i)
		text := p.format(c, row.Cells[i])
		if cells[i].right = rightAligned(row.Cells[i]); cells[i].right {
			cells[i].lines = []string{p.fit(text, 8, false, width)}
			continue
		}
		lines := p.wrap(text, 8, false, width)
		if len(lines) > mostLines {
			lines = lines[:mostLines]
			lines[mostLines-1] = p.fit(lines[mostLines-1]+" …", 8, false, width)
		}
		cells[i].lines = lines
		most = max(most, len(lines))
	}
	return cells, float64(most) * rowHeight
}

func (p *paper) row(cells []cell, look style) { p.rowOf(cells, 8, rowHeight, look) }

func (p *paper) rowOf(cells []cell, points, height float64, look style) {
	x := margin
	for i, c := range cells {
		width := p.columnWidth(i)
		for n, line := range c.lines {
			y := p.y + float64(n+1)*height - 0.6
			if c.right {
				p.textRight(x+width, y, points, line, look)
			} else {
				p.text(x, y, points, line, look)
			}
		}
		x += width + cellGap
	}
}

// columnWidth is the width of a column, of those that the columns have together.
func (p *paper) columnWidth(i int) float64 {
	all := 0.0
	for _, c := range p.Columns {
		all += c.Width
	}
	return (bodyWidth - cellGap*float64(len(p.Columns)-1)) * p.Columns[i].Width / all
}
