package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// zone names what the mouse is over.
type zone int

const (
	nowhere zone = iota
	overCell
	overHeader
	overEdge // between two headers
	overVBar
	overHBar
)

// spot is a place in the grid: a cell, a header or the right edge of one.
type spot struct {
	zone     zone
	row, col int
}

// press is what the mouse went down on, for the Tapped that follows.
type press struct {
	spot
	again bool // the cell was the cursor's already
}

// drag is what moves with the mouse.
type drag struct {
	zone  zone
	col   int
	from  float32 // where the mouse went down, in the direction of the drag
	start float32 // what is being moved stood there
	moved bool
}

const grip = 4 // how far from an edge it can be caught

// spotAt tells what is at a position in the grid.
func (g *Grid) spotAt(p fyne.Position) spot {
	z := g.zones
	switch {
	case p.X < 0 || p.Y < 0 || len(g.view) == 0:
		return spot{}
	case p.Y < z.bodyTop:
		return g.headerAt(p.X)
	case z.hBar && p.Y >= z.size.Height-barSize:
		return spot{zone: overHBar}
	case p.Y >= z.bodyTop+z.bodyHeight:
		return spot{}
	case z.vBar && p.X >= z.bodyWidth:
		return spot{zone: overVBar}
	}
	row := g.first + int((p.Y-z.bodyTop)/RowHeight)
	if row >= g.total() {
		return spot{}
	}
	for i, c := range g.view {
		if x := g.columnX(i); p.X >= x && p.X < x+c.Width && (i < z.fixed || p.X >= z.fixedWidth) {
			return spot{overCell, row, i}
		}
	}
	return spot{overCell, row, len(g.view) - 1} // right of the last column
}

func (g *Grid) headerAt(x float32) spot {
	for i, c := range g.view {
		left := g.columnX(i)
		right := left + c.Width
		if i >= g.zones.fixed && (x < g.zones.fixedWidth || right < g.zones.fixedWidth) {
			continue
		}
		if x >= right-grip && x < right+grip {
			return spot{overEdge, -1, i}
		}
		if x >= left && x < right {
			return spot{overHeader, -1, i}
		}
	}
	return spot{}
}

// columnX is the left edge of a column relative to the grid.
func (g *Grid) columnX(i int) float32 {
	if i < g.zones.fixed {
		return g.view[i].x
	}
	return g.view[i].x - g.left
}

// cellRect is where a cell stands relative to the grid, cut to what is in sight.
func (g *Grid) cellRect(row, i int) (x, y, w, h float32) {
	z := g.zones
	if !g.rowInSight(row) {
		return 0, 0, 0, 0
	}
	left, right := float32(0), z.fixedWidth
	if i >= z.fixed {
		left, right = z.fixedWidth, z.bodyWidth
	}
	x = g.columnX(i)
	y = z.bodyTop + float32(row-g.first)*RowHeight
	end := min(x+g.view[i].Width, right)
	x = max(x, left)
	h = min(RowHeight, z.bodyTop+z.bodyHeight-y)
	if end <= x || h <= 0 {
		return 0, 0, 0, 0
	}
	return x, y, end - x, h
}

// MouseDown belongs to Fyne.
func (g *Grid) MouseDown(e *desktop.MouseEvent) {
	g.hideTip()
	s := g.spotAt(e.Position)
	onCursor := s.zone == overCell && s.row == g.row && s.col == g.col
	g.press = press{spot: s}
	if g.edit.open && onCursor {
		return // beside the text of the editor
	}
	again := onCursor && g.focused
	if g.CommitEdit() != nil {
		g.press.zone = nowhere
		return
	}
	g.canvas.Focus(g)
	g.startDrag(s, e)
	if s.zone != overCell {
		return
	}
	g.press.again = again
	switch {
	case e.Button == desktop.MouseButtonSecondary:
		if g.picked.empty() || !g.picked.has(s.row) {
			g.plainMove(s.row, s.col)
		} else {
			g.moveTo(s.row, s.col)
		}
	case e.Modifier&fyne.KeyModifierShift != 0:
		g.extendMove(s.row, s.col)
		g.press.zone = nowhere
	case e.Modifier&fyne.KeyModifierShortcutDefault != 0:
		g.toggleAt(s)
		g.press.zone = nowhere
	default:
		if !g.plainMove(s.row, s.col) {
			g.press.zone = nowhere
		}
	}
}

// toggleAt adds a row to the selection, or takes it out, and takes the cursor there.
func (g *Grid) toggleAt(s spot) {
	if !g.mayMove(s.row) {
		return
	}
	g.toggleRow(s.row)
	g.goTo(s.row, s.col)
	g.anchor = g.row
	g.selected()
}

// MouseUp belongs to Fyne.
func (g *Grid) MouseUp(*desktop.MouseEvent) {}

// Tapped belongs to Fyne: the mouse went up where it had gone down.
func (g *Grid) Tapped(e *fyne.PointEvent) {
	s := g.press
	g.press = press{}
	g.drag = drag{}
	if s.spot != g.spotAt(e.Position) {
		return
	}
	switch s.zone {
	case overHeader:
		if g.OnSort != nil && g.Leave() == nil {
			g.OnSort(g.view[s.col].ID)
		}
	case overCell:
		g.tapCell(s, e.Position.X)
	}
}

func (g *Grid) tapCell(s press, x float32) {
	c := g.view[s.col]
	if c.Check {
		left := boxAt(c, g.columnX(s.col))
		if x >= left-grip && x < left+boxSize+grip {
			g.toggleCheck()
			return
		}
	}
	switch {
	case g.OnDrill != nil && s.row < g.src.Len() && g.src.Cell(s.row, c.ID).Tone == Link:
		g.OnDrill(s.row, c.ID)
	case !s.again:
	case g.editable():
		g.EditCell("", false)
	default:
		g.open()
	}
}

// TappedSecondary belongs to Fyne.
func (g *Grid) TappedSecondary(e *fyne.PointEvent) {
	s := g.press.spot
	g.press = press{}
	if s.zone == overCell && g.OnMenu != nil {
		g.OnMenu(s.row, g.view[s.col].ID, e.AbsolutePosition)
	}
}

// startDrag remembers where a drag would start.
func (g *Grid) startDrag(s spot, e *desktop.MouseEvent) {
	g.drag = drag{}
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	d := drag{zone: s.zone, col: s.col, from: e.Position.X}
	switch s.zone {
	case overEdge:
		d.start = g.view[s.col].Width
	case overHeader:
	case overVBar:
		b := g.vertical()
		d.from, d.start = e.Position.Y, b.start
		if at := e.Position.Y - g.zones.bodyTop; at < b.start {
			g.scrollTo(g.first - g.page())
			return
		} else if at >= b.start+b.thumb {
			g.scrollTo(g.first + g.page())
			return
		}
	case overHBar:
		b := g.horizontal()
		d.start = b.start
		if e.Position.X < b.start || e.Position.X >= b.start+b.thumb {
			step := g.zones.bodyWidth - g.zones.fixedWidth
			if e.Position.X < b.start {
				step = -step
			}
			g.scrollSideways(g.left + step)
			return
		}
	default:
		return
	}
	g.drag = d
}

// Dragged belongs to Fyne.
func (g *Grid) Dragged(e *fyne.DragEvent) {
	d := &g.drag
	d.moved = true
	switch d.zone {
	case overEdge:
		c := g.view[d.col]
		if w := max(c.narrowest(), d.start+e.Position.X-d.from); w != c.Width {
			c.Width = w
			g.arrange()
		}
	case overHeader:
		g.showMarker(g.drop(e.Position.X))
		d.start = e.Position.X
	case overVBar:
		g.scrollTo(int(g.vertical().at(d.start+e.Position.Y-d.from, float64(g.lastFirst())) + 0.5))
	case overHBar:
		z := g.zones
		g.scrollSideways(float32(g.horizontal().at(d.start+e.Position.X-d.from, float64(z.fullWidth-z.bodyWidth))))
	}
}

// DragEnd belongs to Fyne.
func (g *Grid) DragEnd() {
	d := g.drag
	g.drag, g.press = drag{}, press{}
	if !d.moved {
		return
	}
	switch d.zone {
	case overHeader:
		g.marker.Hidden = true
		if to := g.drop(d.start); to != d.col && to != d.col+1 {
			g.moveColumn(d.col, to)
		} else {
			g.canvas.Refresh(g.surface)
			return
		}
	case overEdge:
	default:
		return
	}
	if g.OnColumns != nil {
		g.OnColumns(g.ColumnStates())
	}
}

// MouseIn belongs to Fyne.
func (g *Grid) MouseIn(e *desktop.MouseEvent) { g.MouseMoved(e) }

// MouseMoved belongs to Fyne: over a header stands its help, over a cell that was cut its whole text.
func (g *Grid) MouseMoved(e *desktop.MouseEvent) {
	s := g.spotAt(e.Position)
	if s == g.hover {
		return
	}
	g.hover = s
	switch s.zone {
	case overHeader:
		c := g.view[s.col]
		text := c.Help
		if text == "" && g.heads[s.col].text.Text != c.Caption {
			text = c.Caption
		}
		g.showTip(text, g.columnX(s.col), g.zones.bodyTop)
	case overCell:
		text := ""
		if c := g.cell(s.row, g.view[s.col]); c.Text != c.fitted && c.width > 0 && c.Text != "" {
			text = c.Text
		}
		g.showTip(text, g.columnX(s.col), g.zones.bodyTop+float32(s.row-g.first)*RowHeight)
	default:
		g.hideTip()
	}
}

// MouseOut belongs to Fyne.
func (g *Grid) MouseOut() {
	g.hover = spot{}
	g.hideTip()
}

// pointer lies over the headers and gives the mouse its shape. It is an object of its own because Cursor is the name of
// another method of the grid.
type pointer struct {
	widget.BaseWidget
	grid *Grid
}

func newPointer(g *Grid) *pointer {
	p := &pointer{grid: g}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer belongs to Fyne.
func (p *pointer) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(transparent))
}

// Cursor belongs to Fyne.
func (p *pointer) Cursor() desktop.Cursor {
	if p.grid.hover.zone == overEdge {
		return desktop.HResizeCursor
	}
	return desktop.DefaultCursor
}
