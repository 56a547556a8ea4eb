package report

// LabelSheet is a sheet of labels as the trade sells it, in millimetres.
type LabelSheet struct {
	Name          string // of the maker, or the size in millimetres
	Across, Down  int
	Width, Height float64 // of a label
	Left, Top     float64 // of the first label
	Pitch         float64 // from a label to its neighbour on the right; below there is no gap
}

// LabelSheets are the sheets on which labels are printed: Avery's and the four sizes of RP-4.
var LabelSheets = []LabelSheet{
	{Name: "Avery L7159", Across: 3, Down: 8, Width: 63.5, Height: 33.9, Left: 7.25, Top: 12.9, Pitch: 66.04},
	{Name: "Avery L7160", Across: 3, Down: 7, Width: 63.5, Height: 38.1, Left: 7.25, Top: 15.15, Pitch: 66.04},
	{Name: "Avery L7161", Across: 3, Down: 6, Width: 63.5, Height: 46.6, Left: 7.25, Top: 8.7, Pitch: 66.04},
	{Name: "Avery L7162", Across: 2, Down: 8, Width: 99.1, Height: 33.9, Left: 4.65, Top: 12.9, Pitch: 101.6},
	{Name: "Avery L7163", Across: 2, Down: 7, Width: 99.1, Height: 38.1, Left: 4.65, Top: 15.15, Pitch: 101.6},
	{Name: "Avery L7165", Across: 2, Down: 4, Width: 99.1, Height: 67.7, Left: 4.65, Top: 13.1, Pitch: 101.6},
	{Name: "Avery L7173", Across: 2, Down: 5, Width: 99.1, Height: 57, Left: 4.65, Top: 6, Pitch: 101.6},
	{Name: "36 × 70", Across: 3, Down: 8, Width: 70, Height: 36, Left: 0, Top: 4.5, Pitch: 70},
	{Name: "37 × 70", Across: 3, Down: 8, Width: 70, Height: 37, Left: 0, Top: 0.5, Pitch: 70},
	{Name: "36 × 105", Across: 2, Down: 8, Width: 105, Height: 36, Left: 0, Top: 4.5, Pitch: 105},
	{Name: "37 × 105", Across: 2, Down: 8, Width: 105, Height: 37, Left: 0, Top: 0.5, Pitch: 105},
}

// labels fills a sheet row by row, after so many labels that are gone from the first sheet already.
type labels struct {
	sheet LabelSheet
	used  int
}

func (l labels) begin(p *paper) {
	if p.count == 1 {
		p.placed = l.used % (l.sheet.Across * l.sheet.Down)
	}
}

func (l labels) draw(p *paper, s Section) {
	if p.placed == l.sheet.Across*l.sheet.Down {
		p.turn()
	}
	column, row := p.placed%l.sheet.Across, p.placed/l.sheet.Across
	p.placed++
	l.sheet.write(p, l.sheet.Left+float64(column)*l.sheet.Pitch, l.sheet.Top+float64(row)*l.sheet.Height, s.Address)
}

// write puts an address on the label at x, y, smaller if it would not fit else.
func (l LabelSheet) write(p *paper, x, y float64, address []string) {
	const inset, largest, smallest, leading = 5.0, 11.0, 6.5, 1.25
	width, height := l.Width-2*inset, l.Height-2*inset
	fits := func(points float64) bool {
		if float64(len(address))*points*pointsToMM*leading > height {
			return false
		}
		for _, line := range address {
			if p.ruler.width(line, points, false) > width {
				return false
			}
		}
		return true
	}
	points := largest
	for points > smallest && !fits(points) {
		points -= 0.5
	}
	step := points * pointsToMM * leading
	y += inset + step*0.8
	for _, line := range address {
		p.text(x+inset, y, points, p.fit(line, points, false, width), plain)
		y += step
	}
}
