package page

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"campaigndesk/windows/theme"
)

// cueBar is the row of figures on top of a page.
type cueBar[T any] struct {
	w       *Window
	cues    []Cue[T]
	current func() *T
	values  []*canvas.Text
	object  fyne.CanvasObject
}

func newCueBar[T any](w *Window, cues []Cue[T], current func() *T) *cueBar[T] {
	b := &cueBar[T]{w: w, cues: cues, current: current}
	var tiles []fyne.CanvasObject
	for _, c := range cues {
		value := words("", theme.Accent, cueSize, true)
		b.values = append(b.values, value)
		tile := panel(inset(column(2, value, words(w.session.Texts.T(c.Caption), theme.Muted, 12, false)), 10, 12))
		tiles = append(tiles, newCueTile(w, tile, func() {
			if c.Open != nil {
				w.Open(c.Open(current()))
			}
		}))
	}
	b.object = container.New(&evenLayout{gap: panelGap, most: 1000}, tiles...)
	return b
}

func (b *cueBar[T]) refresh() {
	r := b.current()
	if r == nil {
		return
	}
	for i, c := range b.cues {
		tone := theme.Accent
		if c.Tone != nil {
			if t := c.Tone(r); t != Plain {
				tone = toneColours[t]
			}
		}
		b.values[i].Text, b.values[i].Color = c.Value(r), colour(tone)
		b.values[i].Refresh()
	}
}

// cueTile is a cue that can be reached by Tab and opened by Enter, Space or a click.
type cueTile struct {
	tapArea
	w     *Window
	frame *canvas.Rectangle
}

func newCueTile(w *Window, inner fyne.CanvasObject, do func()) *cueTile {
	frame := canvas.NewRectangle(color.Transparent)
	frame.CornerRadius = 3
	t := &cueTile{w: w, frame: frame}
	t.inner, t.do = container.NewStack(inner, frame), do
	t.ExtendBaseWidget(t)
	return t
}

// The rest belongs to Fyne.
func (t *cueTile) FocusGained() { t.outline(2) }
func (t *cueTile) FocusLost()   { t.outline(0) }

func (t *cueTile) outline(width float32) {
	t.frame.StrokeColor, t.frame.StrokeWidth = colour(theme.Accent), width
	t.frame.Refresh()
}

func (t *cueTile) TypedRune(rune) {}

func (t *cueTile) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		t.do()
	default:
		t.w.key(e.Name, t.w.heldShift())
	}
}

func (t *cueTile) TypedShortcut(s fyne.Shortcut) { t.w.shortcut(s) }
