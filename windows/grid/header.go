package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// headView is the canvas objects of one column's header: its caption and the two strokes of the sort arrow.
type headView struct {
	text  *canvas.Text
	arrow [2]*canvas.Line
}

const (
	arrowWidth = 7
	arrowRoom  = arrowWidth + 5 // what the arrow takes from the caption
)

func newHeadView(c *column) headView {
	h := headView{text: newText(c.Align, captionSize, true)}
	for i := range h.arrow {
		h.arrow[i] = canvas.NewLine(nil)
		h.arrow[i].StrokeWidth = 1.5
	}
	return h
}

func (h *headView) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{h.text, h.arrow[0], h.arrow[1]}
}

// placeHead moves and fills the header of a column.
func (g *Grid) placeHead(i int) {
	c, h, x := g.view[i], &g.heads[i], g.paneX(i)
	sorted := c.ID == g.sorted
	room := c.Width - 2*pad
	if sorted {
		room -= arrowRoom
	}
	h.text.Text = g.caption.fit(c.Caption, room, false)
	h.text.Color = g.colours.tone[Muted]
	h.text.Move(fyne.NewPos(x+pad, 0))
	h.text.Resize(fyne.NewSize(max(0, room), HeaderHeight-1))
	left := x + c.Width - pad - arrowWidth // right of a right-aligned caption, else behind the text
	if c.Align == Left {
		left = x + pad + min(room, g.caption.width(h.text.Text)) + arrowRoom - arrowWidth
	}
	const middle = HeaderHeight / 2
	tip, foot := float32(middle-2), float32(middle+2)
	if g.descending {
		tip, foot = foot, tip
	}
	ends := [...]float32{left, left + arrowWidth}
	for k, stroke := range h.arrow {
		stroke.Hidden = !sorted || room < 0
		stroke.StrokeColor = g.colours.tone[Muted]
		stroke.Position1 = fyne.NewPos(ends[k], foot)
		stroke.Position2 = fyne.NewPos(left+arrowWidth/2.0, tip)
	}
}

// drop is the place in view that a header dragged to x would take.
func (g *Grid) drop(x float32) int {
	for i, c := range g.view {
		if x < g.columnX(i)+c.Width/2 {
			return i
		}
	}
	return len(g.view)
}

// showMarker draws the line where a dragged header would be put.
func (g *Grid) showMarker(to int) {
	x := float32(0)
	if to < len(g.view) {
		x = g.columnX(to)
	} else if to > 0 {
		x = g.columnX(to-1) + g.view[to-1].Width
	}
	put(g.marker, g.colours.accent, max(0, min(x-1, g.zones.bodyWidth-2)), 0, 2, g.zones.bodyTop+g.zones.bodyHeight)
	g.marker.Hidden = false
	g.canvas.Refresh(g.surface)
}

// showTip shows a tool text whose ground starts at x, y: below a header, or over the cell that it is the whole text of.
func (g *Grid) showTip(text string, x, y float32) {
	text = g.plain.fit(text, g.zones.size.Width-2*pad, false)
	if text == "" {
		g.hideTip()
		return
	}
	w := g.plain.width(text) + 2*pad
	x = max(0, min(x, g.zones.size.Width-w))
	put(g.tipBorder, g.colours.tone[Muted], x, y, w, RowHeight)
	put(g.tipBack, g.colours.surface, x+1, y+1, w-2, RowHeight-2)
	g.tipText.Text, g.tipText.Color = text, g.colours.tone[Plain]
	g.tipText.Move(fyne.NewPos(x+pad, y))
	g.tipText.Resize(fyne.NewSize(w-2*pad, RowHeight))
	g.hideTipIf(false)
}

func (g *Grid) hideTip() {
	if !g.tipBack.Hidden {
		g.hideTipIf(true)
	}
}

func (g *Grid) hideTipIf(hidden bool) {
	g.tipBorder.Hidden, g.tipBack.Hidden, g.tipText.Hidden = hidden, hidden, hidden
	g.canvas.Refresh(g.surface)
}
