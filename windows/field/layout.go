package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// centred keeps an object at a size in the middle of whatever room it gets.
func centred(o fyne.CanvasObject, size fyne.Size) fyne.CanvasObject {
	return container.New(centredLayout(size), o)
}

type centredLayout fyne.Size

func (l centredLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size(l) }

func (l centredLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	o := objects[0]
	o.Resize(fyne.Size(l))
	o.Move(fyne.NewPos((size.Width-l.Width)/2, (size.Height-l.Height)/2))
}

// Shield wraps what is shown in a layer above the page, so that a click on it leaves the focus where it is: Fyne takes the
// focus away from everything when something is clicked that stands on no focusable widget, and a field would be left.
type Shield struct {
	widget.BaseWidget
	content fyne.CanvasObject
}

var (
	_ fyne.Focusable   = (*Shield)(nil)
	_ fyne.Disableable = (*Shield)(nil)
)

// NewShield wraps an object.
func NewShield(content fyne.CanvasObject) *Shield {
	s := &Shield{content: content}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer belongs to Fyne.
func (s *Shield) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.content) }

// Disabled belongs to Fyne: what is always disabled never gets the focus itself.
func (s *Shield) Disabled() bool { return true }

// Enable, Disable and the methods of a focusable widget do nothing; they make the shield one for Fyne.
func (s *Shield) Enable() {}

// Disable does nothing.
func (s *Shield) Disable() {}

// FocusGained does nothing.
func (s *Shield) FocusGained() {}

// FocusLost does nothing.
func (s *Shield) FocusLost() {}

// TypedRune does nothing.
func (s *Shield) TypedRune(rune) {}

// TypedKey does nothing.
func (s *Shield) TypedKey(*fyne.KeyEvent) {}
