package field

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	stock "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"campaigndesk/windows/theme"
)

const (
	textSize    = 13
	textInset   = 7  // of a text from the frame
	frameWidth  = 2  // of the frame around the focus
	buttonWidth = 22 // of the button inside a field
	leastWidth  = 44 // of a field, without its button
	leastNote   = 30 // a reading with less room is not shown
	noteGap     = 8  // between a text and its reading
)

// CreateRenderer belongs to Fyne. Fyne's entry draws its text and caret, which the field scrolls and writes to the right
// where Fyne cannot; the frame, the reading and the button are the field's own.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	r := &entryRenderer{e: e, inner: e.Entry.CreateRenderer(), frame: newFrame(), short: newText(textSize), note: newText(theme.SmallText)}
	for _, o := range r.inner.Objects() {
		if w, ok := o.(fyne.Widget); ok { // everything else is Fyne's own frame
			r.text = w
		}
	}
	r.clip = container.NewClip(container.NewWithoutLayout(r.text))
	r.objects = []fyne.CanvasObject{r.frame, r.clip, r.short, r.note}
	if e.icon != nil {
		r.button = newIconButton(e.icon, e.pressButton)
		r.objects = append(r.objects, r.button)
	}
	r.Layout(e.Size())
	r.paint()
	return r
}

func (e *Entry) pressButton() {
	if !e.Disabled() {
		takeFocus(e)
		e.press()
	}
}

type entryRenderer struct {
	e       *Entry
	inner   fyne.WidgetRenderer
	text    fyne.Widget // Fyne's text and caret
	clip    *container.Clip
	short   *canvas.Text // stands for a text that does not fit, with an ellipsis, while it is not being edited
	frame   *canvas.Rectangle
	note    *canvas.Text
	button  *iconButton
	objects []fyne.CanvasObject
}

func (r *entryRenderer) Destroy() { r.inner.Destroy() }

func (r *entryRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *entryRenderer) MinSize() fyne.Size {
	return fyne.NewSize(leastWidth+r.reserved(), theme.FieldHeight)
}

func (r *entryRenderer) reserved() float32 {
	if r.button == nil {
		return 0
	}
	return buttonWidth
}

func (r *entryRenderer) Layout(size fyne.Size) {
	placeFrame(r.frame, size)
	room := size.Width - r.reserved()
	if r.button != nil {
		r.button.Move(fyne.NewPos(room, 0))
		r.button.Resize(fyne.NewSize(buttonWidth, size.Height))
	}
	width := fyne.MeasureText(r.e.Text(), textSize, fyne.TextStyle{}).Width
	r.placeText(room, size.Height, width)
	r.placeNote(room, size.Height, width)
}

// placeText puts a text that is so wide into the room left of the button.
func (r *entryRenderer) placeText(room, height, width float32) {
	e, th := r.e, r.e.Theme()
	padding, border := th.Size(stock.SizeNameInnerPadding), th.Size(stock.SizeNameInputBorder)
	free := room - 2*textInset
	start := float32(textInset)
	switch caret := e.CursorPosition().X + border/2 - padding; {
	case width <= free || !e.focused:
		e.scroll = 0
		if e.right {
			start = max(start, room-textInset-width)
		}
	default:
		e.scroll = max(0, min(max(e.scroll, caret-free), caret, width-free))
		start -= e.scroll
	}
	r.clip.Move(fyne.NewPos(frameWidth, 0))
	r.clip.Resize(fyne.NewSize(max(0, room-2*frameWidth), height))
	r.inner.Layout(fyne.NewSize(width+2*padding+border, height))
	e.offset = start - padding
	r.text.Move(fyne.NewPos(e.offset-frameWidth, r.text.Position().Y))

	r.short.Hidden = width <= free || e.focused
	r.clip.Hidden = !r.short.Hidden
	if !r.short.Hidden {
		r.short.Text = fit(e.Text(), free, textSize)
		size := r.short.MinSize()
		r.short.Move(fyne.NewPos(textInset, (height-size.Height)/2))
		r.short.Resize(size)
	}
}

// placeNote puts the reading into the room that the text leaves, at the other side.
func (r *entryRenderer) placeNote(room, height, width float32) {
	free := room - width - 2*textInset - noteGap
	if free < leastNote {
		r.note.Text = ""
	} else {
		r.note.Text = fit(r.e.note, free, theme.SmallText)
	}
	size := r.note.MinSize()
	x := room - textInset - size.Width
	if r.e.right {
		x = textInset
	}
	r.note.Move(fyne.NewPos(x, (height-size.Height)/2))
	r.note.Resize(size)
}

func (r *entryRenderer) Refresh() {
	r.Layout(r.e.Size())
	r.paint()
	r.inner.Refresh()
}

func (r *entryRenderer) paint() {
	paintFrame(r.frame, r.e.focused, r.e.fault, r.e.Disabled())
	r.note.Color, r.short.Color = theme.Color(theme.Muted), theme.Color(theme.Text)
	if r.e.Disabled() {
		r.short.Color = r.note.Color
	}
}

// newFrame, placeFrame and paintFrame draw the box of a field: a thin line, a thick one in the accent colour around the
// focus, in the colour of faults around a refused text.
func newFrame() *canvas.Rectangle {
	frame := canvas.NewRectangle(color.Transparent)
	frame.CornerRadius = theme.Corner
	return frame
}

func placeFrame(frame *canvas.Rectangle, size fyne.Size) {
	frame.Move(fyne.NewPos(1, 1))
	frame.Resize(size.SubtractWidthHeight(2, 2))
}

func paintFrame(frame *canvas.Rectangle, focused, fault, disabled bool) {
	frame.FillColor = theme.Color(theme.Surface)
	frame.StrokeColor, frame.StrokeWidth = theme.Color(theme.Line), 1
	if disabled {
		frame.FillColor = theme.Color(theme.Background)
	}
	if focused {
		frame.StrokeColor, frame.StrokeWidth = theme.Color(theme.Accent), 2
	}
	if fault {
		frame.StrokeColor, frame.StrokeWidth = theme.Color(theme.Bad), 2
	}
}

func newText(size float32) *canvas.Text {
	t := canvas.NewText("", color.Transparent)
	t.TextSize = size
	return t
}

// fit shortens a text to a width, with an ellipsis.
func fit(text string, width, size float32) string {
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

// iconButton is the small button inside a field. It is not focusable: a click focuses the field.
type iconButton struct {
	widget.BaseWidget
	icon   fyne.Resource
	tapped func()
}

var (
	_ fyne.Tappable      = (*iconButton)(nil)
	_ desktop.Cursorable = (*iconButton)(nil)
)

func newIconButton(icon fyne.Resource, tapped func()) *iconButton {
	b := &iconButton{icon: icon, tapped: tapped}
	b.ExtendBaseWidget(b)
	return b
}

// Tapped belongs to Fyne.
func (b *iconButton) Tapped(*fyne.PointEvent) { b.tapped() }

// Cursor belongs to Fyne.
func (b *iconButton) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer belongs to Fyne.
func (b *iconButton) CreateRenderer() fyne.WidgetRenderer {
	image := canvas.NewImageFromResource(b.icon)
	image.FillMode = canvas.ImageFillContain
	image.SetMinSize(fyne.NewSize(14, 14))
	return widget.NewSimpleRenderer(centred(image, fyne.NewSize(14, 14)))
}
