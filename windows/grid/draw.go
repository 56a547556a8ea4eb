package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Drawing is done in two steps. arrange follows a change of size, columns, theme or sideways scroll: it gives every
// visible cell its canvas objects and places them. paint follows everything else: it only sets texts and colours of
// objects that stand already, and asks for one redraw. Moving the cursor costs even less, see paintCursor.

// The panes are the clips that cells are drawn in.
const (
	headScroll = iota
	headFrozen
	bodyScroll
	bodyFrozen
	editing
	footScroll
	footFrozen
	paneCount
)

const (
	pad        = 8 // between a cell's edge and its text
	frameWidth = 2 // of the cursor in a worksheet
)

// picture is all that is drawn of a grid.
type picture struct {
	objects []fyne.CanvasObject // what the renderer shows, back to front
	colours colours
	plain   *ruler
	bold    *ruler
	caption *ruler
	chip    *ruler
	zones   zones

	panes  [paneCount]*pane
	slots  [][]cellView // by row on screen and index in view
	heads  []headView
	foots  []*canvas.Text
	backs  []*canvas.Rectangle // behind the rows
	lines  []*canvas.Rectangle // below the rows
	frames [2]frame            // around the cursor's cell, in either body
	border frame
	input  *canvas.Rectangle // the ground of the cell editor
	edges  *pointer          // gives the mouse its shape over the headers

	surface, headBack, headLine, frozenLine, footBack, footLine *canvas.Rectangle
	vTrack, vThumb, hTrack, hThumb, marker, tipBorder, tipBack  *canvas.Rectangle
	emptyText, tipText                                          *canvas.Text

	cache        []line
	dirty        bool // some cached cell has been forgotten
	paintedFirst int  // the first row when the cells were last filled
	uncollected  bool // a cell has got a new object
}

// zones is where the parts of a grid stand, relative to it.
type zones struct {
	size       fyne.Size
	total      int // rows that the rest was worked out for
	bodyTop    float32
	bodyHeight float32
	bodyWidth  float32
	fixed      int     // columns that are drawn frozen
	fixedWidth float32 // of those
	fullWidth  float32 // of all columns
	vBar, hBar bool
}

// pane clips what it shows to its own size.
type pane struct {
	widget.BaseWidget
	objects []fyne.CanvasObject
}

func newPane() *pane {
	p := &pane{}
	p.ExtendBaseWidget(p)
	return p
}

func (p *pane) CreateRenderer() fyne.WidgetRenderer { return paneRenderer{p} }

type paneRenderer struct{ p *pane }

func (r paneRenderer) Layout(fyne.Size)             {}
func (r paneRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r paneRenderer) Refresh()                     {}
func (r paneRenderer) Objects() []fyne.CanvasObject { return r.p.objects }
func (r paneRenderer) Destroy()                     {}
func (r paneRenderer) IsClip()                      {} // asked for by Fyne's painters

func (p *pane) place(x, y, w, h float32) {
	p.Hidden = w <= 0 || h <= 0
	p.Move(fyne.NewPos(x, y))
	p.Resize(fyne.NewSize(max(0, w), max(0, h)))
}

// paintOnce makes the objects that every grid has.
func (g *Grid) paintOnce() {
	for i := range g.panes {
		g.panes[i] = newPane()
	}
	for _, r := range []**canvas.Rectangle{
		&g.surface, &g.headBack, &g.headLine, &g.frozenLine, &g.footBack, &g.footLine, &g.vTrack, &g.vThumb,
		&g.hTrack, &g.hThumb, &g.marker, &g.tipBorder, &g.tipBack, &g.input,
	} {
		*r = canvas.NewRectangle(nil)
	}
	g.border, g.frames[0], g.frames[1] = newFrame(), newFrame(), newFrame()
	g.vThumb.CornerRadius, g.hThumb.CornerRadius = 3, 3
	g.emptyText, g.tipText = canvas.NewText("", nil), canvas.NewText("", nil)
	g.emptyText.TextSize, g.tipText.TextSize = textSize, textSize
	g.emptyText.Alignment = fyne.TextAlignCenter
	g.marker.Hidden, g.tipBorder.Hidden, g.tipBack.Hidden, g.tipText.Hidden = true, true, true, true
	g.edges = newPointer(g)
	g.panes[editing].objects = []fyne.CanvasObject{g.input, g.edit.entry}
	g.plain, g.bold = newRuler(textSize, false), newRuler(textSize, true)
	g.caption, g.chip = newRuler(captionSize, true), newRuler(chipSize, false)
}

// arrange places everything for the present size and columns, and paints it.
func (g *Grid) arrange() {
	g.colours = readColours()
	g.zone()
	g.build()
	g.place()
	g.dirty = true
	g.paint()
}

// zone divides the grid's size between header, rows, totals and scroll bars.
func (g *Grid) zone() {
	z := zones{size: g.Size(), total: g.total(), bodyTop: HeaderHeight}
	for _, c := range g.view {
		c.x = z.fullWidth
		z.fullWidth += c.Width
	}
	foot := float32(0)
	if len(g.totals) > 0 {
		foot = RowHeight
	}
	room := max(0, z.size.Height-z.bodyTop-foot)
	z.bodyWidth, z.bodyHeight = z.size.Width, room
	z.hBar = z.fullWidth > z.bodyWidth
	if z.hBar {
		z.bodyHeight = max(0, room-barSize)
	}
	z.vBar = float32(z.total)*RowHeight > z.bodyHeight
	if z.vBar {
		z.bodyWidth = max(0, z.bodyWidth-barSize)
		if !z.hBar && z.fullWidth > z.bodyWidth {
			z.hBar = true
			z.bodyHeight = max(0, room-barSize)
		}
	}
	for i := 0; i < g.frozen && i < len(g.view); i++ {
		w := z.fixedWidth + g.view[i].Width
		if w > z.bodyWidth*0.7 { // the others must stay reachable
			break
		}
		z.fixed, z.fixedWidth = i+1, w
	}
	g.zones = z
	g.first = max(0, min(g.first, g.lastFirst()))
	g.left = max(0, min(g.left, z.fullWidth-z.bodyWidth))
}

// build makes the objects of the cells, if there are too few or they belong to other columns.
func (g *Grid) build() {
	rows := g.rowsInSight()
	if len(g.slots) == rows && len(g.heads) == len(g.view) && (rows == 0 || len(g.slots[0]) == len(g.view)) {
		return
	}
	g.slots = make([][]cellView, rows)
	for r := range g.slots {
		g.slots[r] = make([]cellView, len(g.view))
		for i, c := range g.view {
			g.slots[r][i] = newCellView(c)
		}
	}
	g.backs, g.lines = make([]*canvas.Rectangle, rows), make([]*canvas.Rectangle, rows)
	for r := range g.backs {
		g.backs[r], g.lines[r] = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	}
	g.heads, g.foots = make([]headView, len(g.view)), make([]*canvas.Text, len(g.view))
	for i, c := range g.view {
		g.heads[i] = newHeadView(c)
		g.foots[i] = newText(c.Align, textSize, true)
	}
	g.cache = make([]line, rows)
	g.forget()
	g.collect()
}

// collect lists all objects in the order they are drawn in.
func (g *Grid) collect() {
	for i := range g.panes {
		if i != editing {
			g.panes[i].objects = nil
		}
	}
	for i := range g.view {
		side := g.side(i)
		head, foot := g.panes[headScroll+side], g.panes[footScroll+side]
		head.objects = append(head.objects, g.heads[i].objects()...)
		foot.objects = append(foot.objects, g.foots[i])
		body := g.panes[bodyScroll+side]
		for r := range g.slots {
			body.objects = append(body.objects, g.slots[r][i].objects()...)
		}
	}
	for side := range g.frames {
		body := g.panes[bodyScroll+side]
		body.objects = append(body.objects, g.frames[side].objects()...)
	}
	g.objects = append(g.objects[:0:0], g.surface)
	for r := range g.backs {
		g.objects = append(g.objects, g.backs[r], g.lines[r])
	}
	g.objects = append(g.objects, g.emptyText, g.headBack, g.panes[headScroll], g.panes[headFrozen], g.headLine,
		g.panes[bodyScroll], g.panes[bodyFrozen], g.frozenLine, g.panes[editing],
		g.footBack, g.panes[footScroll], g.panes[footFrozen], g.footLine,
		g.vTrack, g.vThumb, g.hTrack, g.hThumb)
	g.objects = append(g.objects, g.border.objects()...)
	g.objects = append(g.objects, g.marker, g.edges, g.tipBorder, g.tipBack, g.tipText)
	g.uncollected = false
}

// side is 1 for a column that is drawn frozen, else 0.
func (g *Grid) side(i int) int {
	if i < g.zones.fixed {
		return 1
	}
	return 0
}

// place moves all objects to where they belong.
func (g *Grid) place() {
	z, c := g.zones, &g.colours
	bottom := z.bodyTop + z.bodyHeight
	foot := z.size.Height - RowHeight
	if z.hBar {
		foot -= barSize
	}
	footHeight := float32(RowHeight)
	if len(g.totals) == 0 {
		footHeight = 0
	}
	scrollWidth := z.bodyWidth - z.fixedWidth
	put(g.surface, c.surface, 0, 0, z.size.Width, z.size.Height)
	put(g.headBack, c.surface, 1, 1, z.size.Width-2, HeaderHeight-1)
	put(g.headLine, c.line, 0, HeaderHeight-1, z.size.Width, 1)
	g.edges.Resize(fyne.NewSize(z.size.Width, HeaderHeight))
	put(g.footBack, c.surface, 1, foot, z.size.Width-2, footHeight)
	put(g.footLine, c.line, 0, foot, z.size.Width, min(1, footHeight))
	g.border.place(c.line, 0, 0, z.size.Width, z.size.Height, 1)
	put(g.frozenLine, c.line, z.fixedWidth-1, 0, 1, bottom)
	g.frozenLine.Hidden = z.fixed == 0
	for _, p := range []struct {
		pane      int
		y, height float32
	}{{headScroll, 0, HeaderHeight}, {bodyScroll, z.bodyTop, z.bodyHeight}, {footScroll, foot, footHeight}} {
		g.panes[p.pane].place(z.fixedWidth, p.y, scrollWidth, p.height)
		g.panes[p.pane+1].place(0, p.y, z.fixedWidth, p.height)
	}
	for r := range g.slots {
		y := z.bodyTop + float32(r)*RowHeight
		put(g.backs[r], nil, 1, y, z.size.Width-2, min(RowHeight, bottom-y))
		put(g.lines[r], c.line, 1, y+RowHeight-1, z.size.Width-2, min(1, max(0, bottom-y-RowHeight+1)))
		for i, col := range g.view {
			g.slots[r][i].place(col, g.paneX(i), float32(r)*RowHeight)
		}
	}
	for i, col := range g.view {
		g.placeHead(i)
		g.foots[i].Move(fyne.NewPos(g.paneX(i)+pad, 0))
		g.foots[i].Resize(fyne.NewSize(max(0, col.Width-2*pad), RowHeight))
		g.foots[i].Text = g.bold.fit(g.totals[col.ID], col.Width-2*pad, col.Align == Right)
		g.foots[i].Color = c.tone[Plain]
	}
	g.emptyText.Text, g.emptyText.Color = g.plain.fit(g.empty, z.bodyWidth-2*pad, false), c.tone[Muted]
	g.emptyText.Move(fyne.NewPos(pad, z.bodyTop))
	g.emptyText.Resize(fyne.NewSize(max(0, z.bodyWidth-2*pad), min(z.bodyHeight, 3*RowHeight)))
}

// paneX is the left edge of a column in its pane.
func (g *Grid) paneX(i int) float32 {
	if i < g.zones.fixed {
		return g.view[i].x
	}
	return g.view[i].x - g.zones.fixedWidth - g.left
}

// inSight tells whether any of a column can be seen.
func (g *Grid) inSight(i int) bool {
	x := g.paneX(i)
	return i < g.zones.fixed || x+g.view[i].Width > 0 && x < g.zones.bodyWidth-g.zones.fixedWidth
}

// paint fills the cells, as far as they have changed, and asks for a redraw.
func (g *Grid) paint() {
	if g.zones.total != g.total() { // the scroll bar may come or go
		g.arrange()
		return
	}
	if g.dirty || g.paintedFirst != g.first {
		g.dirty, g.paintedFirst = false, g.first
		g.fill()
	}
	g.placeBars()
	g.paintCursor()
}

// fill sets the texts of all cells in sight.
func (g *Grid) fill() {
	total, length := g.total(), g.src.Len()
	if p, ok := g.src.(Pager); ok && length > g.first && len(g.slots) > 0 {
		p.Page(g.first, min(len(g.slots), length-g.first))
	}
	for r := range g.slots {
		row := g.first + r
		g.backs[r].Hidden, g.lines[r].Hidden = row >= total, row >= total
		for i, c := range g.view {
			v := &g.slots[r][i]
			if row >= total || !g.inSight(i) {
				v.hide()
				continue
			}
			g.showCell(v, c, g.cell(row, c))
		}
	}
	g.emptyText.Hidden = total > 0
	if g.uncollected {
		g.collect()
	}
}

// paintCursor shows where the cursor is and what is selected; nothing else has changed.
func (g *Grid) paintCursor() {
	c := &g.colours
	total := g.total()
	for r, back := range g.backs {
		row := g.first + r
		switch {
		case row < total && g.isSelected(row):
			back.FillColor = c.accentSoft
		case row%2 == 0:
			back.FillColor = c.zebra
		default:
			back.FillColor = c.surface
		}
	}
	g.placeFrame()
	g.placeEditor()
	g.canvas.Refresh(g.surface) // any object of the grid makes the whole window be drawn again
}

// placeFrame puts the frame around the cursor's cell.
func (g *Grid) placeFrame() {
	for side, f := range g.frames {
		hidden := len(g.view) == 0 || side != g.side(g.col) || g.total() == 0 || !g.editable() && !g.focused ||
			!g.rowInSight(g.row)
		f.hide(hidden)
		if hidden {
			continue
		}
		colour, thick := g.colours.accent, float32(frameWidth)
		switch {
		case g.edit.open && g.edit.faulty:
			colour = g.colours.tone[Bad]
		case g.edit.open:
		case !g.focused:
			colour, thick = g.colours.tone[Muted], 1
		case !g.editable():
			thick = 1
		}
		f.place(colour, g.paneX(g.col), float32(g.row-g.first)*RowHeight, g.view[g.col].Width, RowHeight, thick)
	}
}
