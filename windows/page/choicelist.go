package page

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"campaigndesk/windows/theme"
)

// choiceList is a short list of lines under headings, one of which can be chosen: the navigation, the results of the search.
// Its owner handles the keys.
type choiceList struct {
	widget.BaseWidget
	look   *choiceLook
	lines  []choiceLine
	marked int // drawn as chosen, -1: none
	cursor int // has a frame around it, -1: none
	hover  int
	choose func(i int)
}

// choiceLine is one line of a choiceList.
type choiceLine struct {
	text    string
	note    string // at the right: a count, a key, what kind of thing it is
	heading bool   // a caption for the lines below; cannot be chosen
}

// choiceLook is how a choiceList is drawn.
type choiceLook struct {
	row, heading, inset                           float32
	text, markedText, muted, marked, hover, frame fyne.ThemeColorName
	pill                                          fyne.ThemeColorName // behind notes; blank: they are only muted
}

var (
	onNavigation = &choiceLook{row: 29, heading: 34, inset: 16, text: theme.NavText, markedText: theme.NavText, muted: theme.NavMuted,
		marked: theme.NavSelected, hover: theme.NavBadge, frame: theme.NavText, pill: theme.NavBadge}
	onSurface = &choiceLook{row: 26, heading: 26, inset: 10, text: theme.Text, markedText: theme.Text, muted: theme.Muted,
		marked: theme.AccentSoft, hover: theme.Hover, frame: theme.Accent}
)

func newChoiceList(look *choiceLook, choose func(i int)) *choiceList {
	c := &choiceList{look: look, choose: choose, marked: -1, cursor: -1, hover: -1}
	c.ExtendBaseWidget(c)
	return c
}

// next is the line from i on in a direction that can be chosen; i when there is none.
func (c *choiceList) next(i, direction int) int {
	for to := i + direction; to >= 0 && to < len(c.lines); to += direction {
		if !c.lines[to].heading {
			return to
		}
	}
	return i
}

// place is where a line stands in the list.
func (c *choiceList) place(i int) (top, height float32) {
	for _, l := range c.lines[:i] {
		top += c.look.height(l)
	}
	return top, c.look.height(c.lines[i])
}

func (l *choiceLook) height(line choiceLine) float32 {
	if line.heading {
		return l.heading
	}
	return l.row
}

// lineAt is the line at a height, -1 where nothing can be chosen.
func (c *choiceList) lineAt(y float32) int {
	for i, l := range c.lines {
		if y -= c.look.height(l); y < 0 {
			if l.heading {
				return -1
			}
			return i
		}
	}
	return -1
}

// Tapped belongs to Fyne.
func (c *choiceList) Tapped(e *fyne.PointEvent) {
	if i := c.lineAt(e.Position.Y); i >= 0 {
		c.choose(i)
	}
}

// MouseIn belongs to Fyne.
func (c *choiceList) MouseIn(e *desktop.MouseEvent) { c.MouseMoved(e) }

// MouseMoved belongs to Fyne.
func (c *choiceList) MouseMoved(e *desktop.MouseEvent) { c.hoverOver(c.lineAt(e.Position.Y)) }

// MouseOut belongs to Fyne.
func (c *choiceList) MouseOut() { c.hoverOver(-1) }

func (c *choiceList) hoverOver(i int) {
	if i != c.hover {
		c.hover = i
		c.Refresh()
	}
}

// CreateRenderer belongs to Fyne.
func (c *choiceList) CreateRenderer() fyne.WidgetRenderer {
	r := &choiceRenderer{c: c}
	r.draw()
	return r
}

type choiceRenderer struct {
	c       *choiceList
	objects []fyne.CanvasObject
}

func (r *choiceRenderer) Destroy()                     {}
func (r *choiceRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *choiceRenderer) Layout(fyne.Size)             { r.draw() }

func (r *choiceRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.c)
}

func (r *choiceRenderer) MinSize() fyne.Size {
	size := fyne.NewSize(120, 0)
	for _, l := range r.c.lines {
		size.Height += r.c.look.height(l)
	}
	return size
}

// draw makes the lines anew; there are few.
func (r *choiceRenderer) draw() {
	c, look := r.c, r.c.look
	width := c.Size().Width
	r.objects = nil
	y := float32(0)
	for i, l := range c.lines {
		h := look.height(l)
		if l.heading {
			t := words(fitted(l.text, width-2*look.inset, smallSize), look.muted, smallSize, false)
			r.put(t, look.inset, y+h-t.MinSize().Height-6, t.MinSize())
			y += h
			continue
		}
		if fill := r.fill(i); fill != nil {
			r.put(fill, 0, y, fyne.NewSize(width, h))
		}
		room := width - 2*look.inset
		if l.note != "" {
			room -= r.note(l.note, y, h) + 8
		}
		text := look.text
		if i == c.marked {
			text = look.markedText
		}
		t := words(fitted(l.text, room, textSize), text, textSize, false)
		r.put(t, look.inset, y+(h-t.MinSize().Height)/2, t.MinSize())
		y += h
	}
}

// fill is what lies behind a line, nil if nothing.
func (r *choiceRenderer) fill(i int) *canvas.Rectangle {
	c := r.c
	fill := canvas.NewRectangle(color.Transparent)
	switch i {
	case c.marked:
		fill.FillColor = colour(c.look.marked)
	case c.hover:
		fill.FillColor = colour(c.look.hover)
	}
	if i == c.cursor {
		fill.StrokeColor, fill.StrokeWidth = colour(c.look.frame), 1.5
	}
	if fill.FillColor == color.Transparent && fill.StrokeColor == nil {
		return nil
	}
	return fill
}

// note draws what stands at the right of a line and returns its width.
func (r *choiceRenderer) note(text string, y, h float32) float32 {
	look, right := r.c.look, r.c.Size().Width-r.c.look.inset
	t := words(text, look.muted, smallSize, false)
	size := t.MinSize()
	if look.pill == "" {
		r.put(t, right-size.Width, y+(h-size.Height)/2, size)
		return size.Width
	}
	t.Color = colour(look.text)
	back := canvas.NewRectangle(colour(look.pill))
	back.CornerRadius = 9
	pill := fyne.NewSize(size.Width+14, 18)
	r.put(back, right-pill.Width, y+(h-pill.Height)/2, pill)
	r.put(t, right-pill.Width+7, y+(h-size.Height)/2, size)
	return pill.Width
}

func (r *choiceRenderer) put(o fyne.CanvasObject, x, y float32, size fyne.Size) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(size)
	r.objects = append(r.objects, o)
}

// fitted shortens a text to a width, with an ellipsis.
func fitted(text string, width, size float32) string {
	if fyne.MeasureText(text, size, fyne.TextStyle{}).Width <= width {
		return text
	}
	runes := []rune(text)
	for n := len(runes) - 1; n > 0; n-- {
		if short := string(runes[:n]) + "…"; fyne.MeasureText(short, size, fyne.TextStyle{}).Width <= width {
			return short
		}
	}
	return ""
}
