package field

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"campaigndesk/windows/theme"
)

// Check is a box that is ticked or not. Space and a click turn it over and commit at once.
type Check struct {
	control
	checked  bool
	accepted bool
	fault    bool
}

var (
	_ Widget            = (*Check)(nil)
	_ fyne.Shortcutable = (*Check)(nil)
	_ desktop.Keyable   = (*Check)(nil)
	_ fyne.Tappable     = (*Check)(nil)
)

// NewCheck returns a check field. Its text is Checked or Unchecked.
func NewCheck(ev Events) *Check {
	c := &Check{control: control{ev: ev}}
	c.ExtendBaseWidget(c)
	return c
}

// SetText ticks the box if the text is Checked.
func (c *Check) SetText(text string) {
	c.Fill(text)
	c.accepted = c.checked
}

// Fill ticks the box, uncommitted.
func (c *Check) Fill(text string) {
	c.checked, c.fault = text == Checked, false
	c.Refresh()
}

// Text is Checked or Unchecked.
func (c *Check) Text() string {
	if c.checked {
		return Checked
	}
	return Unchecked
}

// SetFault marks the box as refused.
func (c *Check) SetFault(fault bool) {
	c.fault = fault
	c.Refresh()
}

// Restore comes back to the last valid state.
func (c *Check) Restore() {
	c.checked, c.fault = c.accepted, false
	c.Refresh()
	c.ev.typed(c.Text())
}

func (c *Check) toggle() {
	if c.Disabled() {
		return
	}
	c.checked, c.fault = !c.checked, false
	c.ev.typed(c.Text())
	if c.ev.leave() {
		c.accepted = c.checked
	} else {
		c.fault = true
	}
	c.Refresh()
}

// FocusGained belongs to Fyne.
func (c *Check) FocusGained() { c.gainFocus() }

// FocusLost belongs to Fyne. There is nothing to commit: that has been done when the box was turned over.
func (c *Check) FocusLost() { c.loseFocus() }

// Tapped belongs to Fyne.
func (c *Check) Tapped(*fyne.PointEvent) {
	if !c.Disabled() {
		takeFocus(c)
		c.toggle()
	}
}

// TypedKey belongs to Fyne.
func (c *Check) TypedKey(k *fyne.KeyEvent) { c.key(k.Name, c.shift.modifier()) }

// TypedShortcut belongs to Fyne.
func (c *Check) TypedShortcut(s fyne.Shortcut) {
	if name, mod, ok := keysOf(s); ok {
		c.key(name, mod)
	}
}

func (c *Check) key(name fyne.KeyName, mod fyne.KeyModifier) {
	switch {
	case c.ev.before(name, mod):
	case name == fyne.KeySpace && mod == 0:
		c.toggle()
	case name == fyne.KeyEscape && mod == 0 && c.fault:
		c.Restore()
	default:
		c.ev.key(name, mod)
	}
}

const boxSize = 16

// CreateRenderer belongs to Fyne.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	r := &checkRenderer{c: c, box: newFrame(), tick: [2]*canvas.Line{canvas.NewLine(color.Transparent), canvas.NewLine(color.Transparent)}}
	r.Layout(c.Size())
	r.paint()
	return r
}

type checkRenderer struct {
	c    *Check
	box  *canvas.Rectangle
	tick [2]*canvas.Line
}

func (r *checkRenderer) Destroy() {}

func (r *checkRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.tick[0], r.tick[1]}
}

func (r *checkRenderer) MinSize() fyne.Size {
	return fyne.NewSize(boxSize+2*textInset, theme.FieldHeight)
}

func (r *checkRenderer) Layout(size fyne.Size) {
	x, y := float32(textInset), (size.Height-boxSize)/2
	r.box.Move(fyne.NewPos(x, y))
	r.box.Resize(fyne.NewSquareSize(boxSize))
	low := fyne.NewPos(x+6.500, y+11.500)
	r.tick[0].Position1, r.tick[0].Position2 = fyne.NewPos(x+3.500, y+8), low
	r.tick[1].Position1, r.tick[1].Position2 = low, fyne.NewPos(x+12.500, y+4.500)
}

func (r *checkRenderer) Refresh() {
	r.Layout(r.c.Size())
	r.paint()
	canvas.Refresh(r.c)
}

func (r *checkRenderer) paint() {
	paintFrame(r.box, r.c.focused, r.c.fault, r.c.Disabled())
	if !r.c.focused && !r.c.fault {
		r.box.StrokeColor = theme.Color(theme.Muted)
	}
	ink := theme.Color(theme.Accent)
	if r.c.Disabled() {
		ink = theme.Color(theme.Muted)
	}
	for _, line := range r.tick {
		line.StrokeColor, line.StrokeWidth, line.Hidden = ink, 2, !r.c.checked
	}
}
