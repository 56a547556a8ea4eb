package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"campaigndesk/windows/theme"
)

// Look is how much a button stands out.
type Look int

// The looks.
const (
	Plain   Look = iota // with a line around it: in dialogs
	Primary             // filled: the one action that is meant
	Quiet               // nothing but its caption: in action bars
)

// Button does something on Enter, Space or a click.
type Button struct {
	control
	caption string
	look    Look
	tapped  func()
	hovered bool

	// OnKey gets all other keys; nil: they are lost.
	OnKey func(name fyne.KeyName, mod fyne.KeyModifier) bool
	// OnRune gets the characters; nil: they are lost. A character comes after its key, so that nothing of it is left for what
	// has the keyboard next.
	OnRune func(r rune)
}

var (
	_ fyne.Focusable    = (*Button)(nil)
	_ fyne.Shortcutable = (*Button)(nil)
	_ fyne.Tappable     = (*Button)(nil)
	_ desktop.Keyable   = (*Button)(nil)
	_ desktop.Hoverable = (*Button)(nil)
)

// NewButton returns a button.
func NewButton(caption string, look Look, tapped func()) *Button {
	b := &Button{caption: caption, look: look, tapped: tapped}
	b.ExtendBaseWidget(b)
	return b
}

// Caption is what stands on the button.
func (b *Button) Caption() string { return b.caption }

// SetCaption changes what stands on the button.
func (b *Button) SetCaption(caption string) {
	b.caption = caption
	b.Refresh()
}

// FocusGained belongs to Fyne.
func (b *Button) FocusGained() { b.gainFocus() }

// FocusLost belongs to Fyne.
func (b *Button) FocusLost() { b.loseFocus() }

// Tapped belongs to Fyne.
func (b *Button) Tapped(*fyne.PointEvent) { b.press() }

func (b *Button) press() {
	if !b.Disabled() {
		b.tapped()
	}
}

// TypedKey belongs to Fyne.
func (b *Button) TypedKey(k *fyne.KeyEvent) { b.key(k.Name, b.shift.modifier()) }

// TypedRune belongs to Fyne.
func (b *Button) TypedRune(r rune) {
	if b.OnRune != nil {
		b.OnRune(r)
	}
}

// TypedShortcut belongs to Fyne.
func (b *Button) TypedShortcut(s fyne.Shortcut) {
	if name, mod, ok := keysOf(s); ok {
		b.key(name, mod)
	}
}

func (b *Button) key(name fyne.KeyName, mod fyne.KeyModifier) {
	switch {
	case mod == 0 && (name == fyne.KeyReturn || name == fyne.KeyEnter || name == fyne.KeySpace):
		b.press()
	case b.OnKey != nil:
		b.OnKey(name, mod)
	}
}

// MouseIn belongs to Fyne.
func (b *Button) MouseIn(*desktop.MouseEvent) { b.hover(true) }

// MouseMoved belongs to Fyne.
func (b *Button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut belongs to Fyne.
func (b *Button) MouseOut() { b.hover(false) }

func (b *Button) hover(on bool) {
	b.hovered = on
	b.Refresh()
}

// CreateRenderer belongs to Fyne.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{b: b, frame: newFrame(), over: newFrame(), text: newText(textSize)}
	r.text.Alignment = fyne.TextAlignCenter
	r.paint()
	r.Layout(b.Size())
	return r
}

type buttonRenderer struct {
	b     *Button
	frame *canvas.Rectangle
	over  *canvas.Rectangle // lies over the button under the pointer
	text  *canvas.Text
}

func (r *buttonRenderer) Destroy() {}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.frame, r.over, r.text}
}

func (r *buttonRenderer) MinSize() fyne.Size {
	text := fyne.MeasureText(r.b.caption, textSize, fyne.TextStyle{})
	return fyne.NewSize(text.Width+20, theme.FieldHeight)
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	placeFrame(r.frame, size)
	placeFrame(r.over, size)
	height := r.text.MinSize().Height
	r.text.Move(fyne.NewPos(0, (size.Height-height)/2))
	r.text.Resize(fyne.NewSize(size.Width, height))
}

func (r *buttonRenderer) Refresh() {
	r.paint()
	r.Layout(r.b.Size())
	canvas.Refresh(r.b)
}

func (r *buttonRenderer) paint() {
	b := r.b
	paintFrame(r.frame, b.focused, false, b.Disabled())
	r.text.Text, r.text.Color = b.caption, theme.Color(theme.Text)
	switch {
	case b.Disabled():
		r.text.Color = theme.Color(theme.Muted)
	case b.look == Primary:
		r.frame.FillColor, r.text.Color = theme.Color(theme.Accent), theme.Color(theme.OnAccent)
		if b.focused { // the accent frame would not be seen on the accent
			r.frame.StrokeColor = theme.Color(theme.Text)
		}
	}
	r.frame.Hidden = b.look == Quiet && !b.focused
	r.over.FillColor, r.over.Hidden = theme.Color(theme.Hover), !b.hovered || b.Disabled()
}
