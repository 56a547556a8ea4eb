package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"campaigndesk/windows/theme"
)

// Value is a text that can only be read (UI-14). As a link it is underlined and opens the records behind it by Enter,
// Space or a click (UI-16); only then it takes the focus.
type Value struct {
	control
	text  string
	link  bool
	right bool
	tone  fyne.ThemeColorName
}

var (
	_ Widget             = (*Value)(nil)
	_ fyne.Shortcutable  = (*Value)(nil)
	_ desktop.Keyable    = (*Value)(nil)
	_ desktop.Cursorable = (*Value)(nil)
	_ fyne.Tappable      = (*Value)(nil)
)

// NewValue returns a text to be read; link makes it lead to Events.Open.
func NewValue(link bool, ev Events) *Value {
	v := &Value{control: control{ev: ev}, link: link, tone: theme.Text}
	v.ExtendBaseWidget(v)
	return v
}

// SetText shows a text.
func (v *Value) SetText(text string) {
	if v.text != text {
		v.text = text
		v.Refresh()
	}
}

// Fill shows a text.
func (v *Value) Fill(text string) { v.SetText(text) }

// Text is what is shown.
func (v *Value) Text() string { return v.text }

// SetFault colours the text as bad, or no longer.
func (v *Value) SetFault(fault bool) {
	if fault {
		v.SetTone(theme.Bad)
	} else {
		v.SetTone(theme.Text)
	}
}

// SetTone sets the colour of a text that is no link.
func (v *Value) SetTone(tone fyne.ThemeColorName) {
	if v.tone != tone {
		v.tone = tone
		v.Refresh()
	}
}

// SetRight writes the text to the right, as figures are.
func (v *Value) SetRight() {
	v.right = true
	v.Refresh()
}

// Restore does nothing: there is nothing to give up.
func (v *Value) Restore() {}

// Disabled belongs to Fyne: what leads nowhere is passed over by the focus.
func (v *Value) Disabled() bool { return !v.link || v.control.Disabled() }

// FocusGained belongs to Fyne.
func (v *Value) FocusGained() { v.gainFocus() }

// FocusLost belongs to Fyne.
func (v *Value) FocusLost() { v.loseFocus() }

// Cursor belongs to Fyne.
func (v *Value) Cursor() desktop.Cursor {
	if v.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// Tapped belongs to Fyne.
func (v *Value) Tapped(*fyne.PointEvent) { v.open() }

func (v *Value) open() {
	if !v.Disabled() && v.ev.Open != nil {
		v.ev.Open()
	}
}

// TypedKey belongs to Fyne.
func (v *Value) TypedKey(k *fyne.KeyEvent) { v.key(k.Name, v.shift.modifier()) }

// TypedShortcut belongs to Fyne; copying takes the text.
func (v *Value) TypedShortcut(s fyne.Shortcut) {
	if c, ok := s.(*fyne.ShortcutCopy); ok {
		c.Clipboard.SetContent(v.text)
		return
	}
	if name, mod, ok := keysOf(s); ok {
		v.key(name, mod)
	}
}

func (v *Value) key(name fyne.KeyName, mod fyne.KeyModifier) {
	switch {
	case v.ev.before(name, mod):
	case mod == 0 && (name == fyne.KeyReturn || name == fyne.KeyEnter || name == fyne.KeySpace):
		v.open()
	default:
		v.ev.key(name, mod)
	}
}

// CreateRenderer belongs to Fyne.
func (v *Value) CreateRenderer() fyne.WidgetRenderer {
	r := &valueRenderer{v: v, frame: newFrame(), text: newText(textSize), line: canvas.NewRectangle(nil)}
	r.Layout(v.Size())
	r.paint()
	return r
}

type valueRenderer struct {
	v     *Value
	frame *canvas.Rectangle // around the focus
	text  *canvas.Text
	line  *canvas.Rectangle // below a link
}

func (r *valueRenderer) Destroy() {}

func (r *valueRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.frame, r.line, r.text}
}

func (r *valueRenderer) MinSize() fyne.Size { return fyne.NewSize(leastWidth, theme.FieldHeight) }

func (r *valueRenderer) Layout(size fyne.Size) {
	placeFrame(r.frame, size)
	r.text.Text = fit(r.v.text, size.Width-2*textInset, textSize)
	text := r.text.MinSize()
	x, y := float32(textInset), (size.Height-text.Height)/2
	if r.v.right {
		x = size.Width - textInset - text.Width
	}
	r.text.Move(fyne.NewPos(x, y))
	r.text.Resize(text)
	r.line.Move(fyne.NewPos(x, y+text.Height-2))
	r.line.Resize(fyne.NewSize(text.Width, 1))
}

func (r *valueRenderer) Refresh() {
	r.Layout(r.v.Size())
	r.paint()
	canvas.Refresh(r.v)
}

func (r *valueRenderer) paint() {
	paintFrame(r.frame, r.v.focused, false, false)
	r.frame.Hidden = !r.v.focused
	r.text.Color = theme.Color(r.v.tone)
	if r.v.link {
		r.text.Color = theme.Color(theme.Accent)
	}
	r.line.FillColor, r.line.Hidden = r.text.Color, !r.v.link || r.v.text == ""
}
