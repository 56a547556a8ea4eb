package grid

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

var transparent color.Color = color.Transparent

// line is one row as the source gave it, kept while it is in sight. The cache has as many lines as there are rows on
// screen, and a row is kept in line row modulo that number, so that scrolling by one row asks the source for one row.
type line struct {
	row   int
	blank bool    // the empty line at the end
	cells []shown // by column.place
}

// shown is a cell and its text as it fits.
type shown struct {
	Cell
	known  bool
	blank  bool // of the empty line at the end
	fitted string
	width  float32 // that fitted was made for
}

// cell is what to show at a row and column, from the cache if it is there.
func (g *Grid) cell(row int, c *column) *shown {
	l := &g.cache[row%len(g.cache)]
	blank := row >= g.src.Len()
	if l.row != row || l.blank != blank || len(l.cells) != len(g.cols) {
		if len(l.cells) == len(g.cols) {
			clear(l.cells)
		} else {
			l.cells = make([]shown, len(g.cols))
		}
		l.row, l.blank = row, blank
	}
	s := &l.cells[c.place]
	if s.known {
		return s
	}
	s.known = true
	if blank {
		s.blank = true
		s.Cell = g.blankCell(c)
	} else {
		s.Cell = g.src.Cell(row, c.ID)
	}
	return s
}

// blankCell is a cell of the empty line: in grey what a new line will have, and a plus where it starts.
func (g *Grid) blankCell(c *column) Cell {
	cell := Cell{}
	if n, ok := g.src.(NewLiner); ok {
		cell = n.NewLine(c.ID)
	}
	if cell.Text != "" {
		cell.Hint, cell.Text = cell.Text, ""
	}
	if cell.Hint == "" && c == g.firstEditable() {
		cell.Hint = "+"
	}
	return cell
}

// firstEditable is the column where entering a new line starts.
func (g *Grid) firstEditable() *column {
	for _, c := range g.view {
		if !c.Editable || c.Check {
			continue
		}
		if n, ok := g.src.(NewLiner); ok {
			if cell := n.NewLine(c.ID); cell.Locked || cell.Skip {
				continue
			}
		}
		return c
	}
	return nil
}

// forget empties the cache.
func (g *Grid) forget() {
	for i := range g.cache {
		g.cache[i].row = -1
	}
	g.dirty = true
}

func (g *Grid) forgetRow(row int) {
	if len(g.cache) > 0 && row >= 0 {
		g.cache[row%len(g.cache)].row = -1
	}
	g.dirty = true
}

// cellView is the canvas objects of one cell on screen. Most cells have nothing but a text.
type cellView struct {
	x, y, width float32 // of the cell, in its pane
	text        *canvas.Text
	tint        *canvas.Rectangle // behind a chip or a fault
	box         *canvas.Rectangle
	tick        [2]*canvas.Line
}

const (
	boxSize    = 12
	chipInset  = 8 // between a chip's edge and its text
	chipHeight = 18
)

func newCellView(c *column) cellView {
	v := cellView{}
	switch {
	case c.Check:
		v.text = newText(Left, textSize, false)
		v.box = canvas.NewRectangle(transparent)
		v.box.StrokeWidth, v.box.CornerRadius = 1, 2
		for i := range v.tick {
			v.tick[i] = canvas.NewLine(nil)
			v.tick[i].StrokeWidth = 1.5
		}
	case c.Chip:
		v.text = newText(Left, chipSize, false)
	default:
		v.text = newText(c.Align, textSize, false)
	}
	return v
}

func newText(align Align, size float32, bold bool) *canvas.Text {
	t := canvas.NewText("", nil)
	t.TextSize, t.TextStyle.Bold = size, bold
	switch align {
	case Right:
		t.Alignment = fyne.TextAlignTrailing
	case Center:
		t.Alignment = fyne.TextAlignCenter
	}
	return t
}

func (v *cellView) objects() []fyne.CanvasObject {
	var list []fyne.CanvasObject
	if v.tint != nil {
		list = append(list, v.tint)
	}
	if v.box != nil {
		return append(list, v.box, v.tick[0], v.tick[1])
	}
	return append(list, v.text)
}

func (v *cellView) hide() {
	v.text.Hidden = true
	if v.tint != nil {
		v.tint.Hidden = true
	}
	if v.box != nil {
		v.box.Hidden, v.tick[0].Hidden, v.tick[1].Hidden = true, true, true
	}
}

// place moves the objects to a cell whose upper left corner is at x, y of the pane.
func (v *cellView) place(c *column, x, y float32) {
	v.x, v.y, v.width = x, y, c.Width
	if v.box != nil {
		left, top := boxAt(c, x), y+(RowHeight-boxSize)/2
		v.box.Move(fyne.NewPos(left, top))
		v.box.Resize(fyne.NewSize(boxSize, boxSize))
		v.tick[0].Position1, v.tick[0].Position2 = fyne.NewPos(left+2.5, top+6), fyne.NewPos(left+5, top+9)
		v.tick[1].Position1, v.tick[1].Position2 = fyne.NewPos(left+5, top+9), fyne.NewPos(left+9.5, top+3)
		return
	}
	v.text.Move(fyne.NewPos(x+c.inset(), y))
	v.text.Resize(fyne.NewSize(max(0, c.Width-2*c.inset()), RowHeight))
}

// boxAt is the left edge of the box in a check cell that starts at x.
func boxAt(c *column, x float32) float32 {
	if c.Align == Center {
		return x + (c.Width-boxSize)/2
	}
	return x + pad
}

// inset is the distance of a cell's text from its edges.
func (c *column) inset() float32 {
	if c.Chip {
		return pad + chipInset
	}
	return pad
}

// showCell fills a cell on screen.
func (g *Grid) showCell(v *cellView, c *column, s *shown) {
	tone := s.Tone
	switch {
	case s.Faulty:
		tone = Bad
	case c.Chip && tone == Plain:
		tone = Muted
	}
	g.showTint(v, c, s, tone)
	if v.box != nil {
		off := !s.Checked
		v.box.Hidden, v.tick[0].Hidden, v.tick[1].Hidden = s.blank && off, off, off
		v.box.StrokeColor = g.colours.tone[Muted]
		v.tick[0].StrokeColor, v.tick[1].StrokeColor = g.colours.accent, g.colours.accent
		return
	}
	text, colour := s.Text, g.colours.tone[tone]
	if text == "" {
		text, colour = s.Hint, g.colours.tone[Muted]
	}
	if room := c.Width - 2*c.inset(); s.width != room {
		s.width = room
		s.fitted = g.rulerOf(c).fit(text, room, c.Align == Right)
	}
	v.text.Text, v.text.Color = s.fitted, colour
	v.text.Hidden = s.fitted == ""
}

func (g *Grid) rulerOf(c *column) *ruler {
	if c.Chip {
		return g.chip
	}
	return g.plain
}

// showTint colours the ground of a chip or of a faulty cell.
func (g *Grid) showTint(v *cellView, c *column, s *shown, tone Tone) {
	chip := c.Chip && s.Text != ""
	if !chip && !s.Faulty {
		if v.tint != nil {
			v.tint.Hidden = true
		}
		return
	}
	if v.tint == nil {
		v.tint = canvas.NewRectangle(nil)
		g.uncollected = true
	}
	v.tint.CornerRadius = 0
	x, y, w, h := v.x+1, v.y+1, v.width-2, float32(RowHeight-2)
	if chip {
		room := v.width - 2*c.inset()
		w = min(room, g.chip.width(s.Text)) + 2*chipInset
		x, y, h = v.x+pad, v.y+(RowHeight-chipHeight)/2, chipHeight
		v.tint.CornerRadius = chipHeight / 2
	}
	put(v.tint, g.colours.tint[tone], x, y, max(0, w), h)
	v.tint.Hidden = false
}

// put places and colours a rectangle; a nil colour leaves it as it is.
func put(r *canvas.Rectangle, c color.Color, x, y, w, h float32) {
	if c != nil {
		r.FillColor = c
	}
	r.Move(fyne.NewPos(x, y))
	r.Resize(fyne.NewSize(max(0, w), max(0, h)))
}
