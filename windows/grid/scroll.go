package grid

import "fyne.io/fyne/v2"

const (
	barSize   = 10 // room for a scroll bar
	thumbSize = 6
	minThumb  = 24
	wheelRows = 3 // rows for one notch of the wheel
	notch     = 25
)

// fullRows is how many rows can be seen whole, rowsInSight how many at least in part.
func (g *Grid) fullRows() int    { return int(g.zones.bodyHeight) / RowHeight }
func (g *Grid) rowsInSight() int { return (int(g.zones.bodyHeight) + RowHeight - 1) / RowHeight }

func (g *Grid) rowInSight(row int) bool {
	return row >= g.first && row < g.first+g.rowsInSight()
}

// lastFirst is the last row that the view can start with.
func (g *Grid) lastFirst() int {
	return max(0, g.total()-max(1, g.fullRows()))
}

// scrollToCursor scrolls as little as brings the cursor's cell into sight; true if it went sideways.
func (g *Grid) scrollToCursor() bool {
	full := max(1, g.fullRows())
	g.first = max(g.first, g.row-full+1)
	g.first = max(0, min(g.first, g.row, g.lastFirst()))
	if g.col < g.zones.fixed || len(g.view) == 0 || g.zones.size.Width == 0 {
		return false
	}
	was := g.left
	c := g.view[g.col]
	room := g.zones.bodyWidth - g.zones.fixedWidth
	x := c.x - g.zones.fixedWidth
	g.left = max(g.left, x+c.Width-room)
	g.left = max(0, min(g.left, x, g.zones.fullWidth-g.zones.bodyWidth))
	return g.left != was
}

// Scrolled belongs to Fyne: the wheel scrolls rows, with Shift or sideways columns.
func (g *Grid) Scrolled(e *fyne.ScrollEvent) {
	g.hideTip()
	dx, dy := e.Scrolled.DX, e.Scrolled.DY
	if g.modifiers()&fyne.KeyModifierShift != 0 && dx == 0 {
		dx, dy = dy, 0
	}
	if dx != 0 {
		g.scrollSideways(g.left - dx)
	}
	if dy > 0 && g.first == 0 || dy < 0 && g.first == g.lastFirst() {
		g.wheel = 0
		if g.OnOverscroll != nil {
			g.OnOverscroll(e)
		}
		return
	}
	g.wheel -= dy * wheelRows / notch
	rows := int(g.wheel)
	g.wheel -= float32(rows)
	g.scrollTo(g.first + rows)
}

// scrollTo makes row the first one in sight.
func (g *Grid) scrollTo(row int) {
	row = max(0, min(row, g.lastFirst()))
	if row != g.first {
		g.first = row
		g.paint()
	}
}

func (g *Grid) scrollSideways(left float32) {
	left = max(0, min(left, g.zones.fullWidth-g.zones.bodyWidth))
	if left != g.left {
		g.left = left
		g.arrange()
	}
}

// bar is a scroll bar: the length it has, and where its thumb starts and how long it is.
type bar struct{ length, start, thumb float32 }

func newBar(length float32, position, most, part float64) bar {
	b := bar{length: length}
	b.thumb = min(length, max(minThumb, length*float32(part)))
	if most > 0 {
		b.start = (length - b.thumb) * float32(position/most)
	}
	return b
}

// at is the position that the thumb shows if it starts at start.
func (b bar) at(start float32, most float64) float64 {
	way := b.length - b.thumb
	if way <= 0 {
		return 0
	}
	return most * float64(max(0, min(start, way))/way)
}

func (g *Grid) vertical() bar {
	return newBar(g.zones.bodyHeight, float64(g.first), float64(g.lastFirst()),
		float64(g.fullRows())/float64(max(1, g.total())))
}

func (g *Grid) horizontal() bar {
	z := g.zones
	return newBar(z.bodyWidth, float64(g.left), float64(z.fullWidth-z.bodyWidth), float64(z.bodyWidth/max(1, z.fullWidth)))
}

// placeBars draws the scroll bars.
func (g *Grid) placeBars() {
	z, c := g.zones, &g.colours
	g.vTrack.Hidden, g.vThumb.Hidden = !z.vBar, !z.vBar
	g.hTrack.Hidden, g.hThumb.Hidden = !z.hBar, !z.hBar
	const gap = (barSize - thumbSize) / 2
	thumb := thin(c.tone[Muted], 0.5)
	if z.vBar {
		b := g.vertical()
		put(g.vTrack, c.surface, z.bodyWidth, z.bodyTop, barSize-1, z.bodyHeight)
		put(g.vThumb, thumb, z.bodyWidth+gap, z.bodyTop+b.start, thumbSize, b.thumb)
	}
	if z.hBar {
		b, y := g.horizontal(), z.size.Height-barSize
		put(g.hTrack, c.surface, 1, y, z.size.Width-2, barSize-1)
		put(g.hThumb, thumb, b.start, y+gap, b.thumb, thumbSize)
	}
}
