package field

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	stock "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"campaigndesk/windows/theme"
)

const (
	textSize    = 13
	textInset   = 7  // of a text from the frame
	buttonWidth = 22 // of the button inside a field
	leastWidth  = 44 // of a field, without its button
	leastNote   = 30 // a reading with less room is not shown
	noteGap     = 8  // between a text and its reading
)

// CreateRenderer belongs to Fyne. Fyne's entry draws its text and caret; the frame, the reading and the button are ours.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	r := &entryRenderer{e: e, stock: e.Entry.CreateRenderer(), frame: newFrame(), note: newText(theme.SmallText)}
	r.objects = []fyne.CanvasObject{r.frame}
	for _, o := range r.stock.Objects() {
		if _, box := o.(*canvas.Rectangle); !box { // Fyne's own frame
			r.text = append(r.text, o)
			r.objects = append(r.objects, o)
		}
	}
	r.objects = append(r.objects, r.note)
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
	stock   fyne.WidgetRenderer
	text    []fyne.CanvasObject // Fyne's text and caret
	frame   *canvas.Rectangle
	note    *canvas.Text
	button  *iconButton
	objects []fyne.CanvasObject
}

func (r *entryRenderer) Destroy() { r.stock.Destroy() }

func (r *entryRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *entryRenderer) MinSize() fyne.Size {
	return fyne.NewSize(leastWidth+r.reserved(), max(theme.FieldHeight, r.stock.MinSize().Height))
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
	padding := r.e.Theme().Size(stock.SizeNameInnerPadding)
	width := fyne.MeasureText(r.e.Text(), textSize, fyne.TextStyle{}).Width
	inset := float32(textInset) - padding
	inner := room - inset // what Fyne's entry gets, from the left inset on
	r.e.offset = inset
	if needed := width + 2*padding; r.e.right && needed < inner-inset {
		r.e.offset, inner = room-inset-needed, needed
	}
	r.stock.Layout(fyne.NewSize(max(0, inner), size.Height))
	for _, o := range r.text {
		o.Move(o.Position().AddXY(r.e.offset, 0))
	}
	r.placeNote(room, size.Height, width)
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
	r.stock.Refresh()
}

func (r *entryRenderer) paint() {
	paintFrame(r.frame, r.e.focused, r.e.fault, r.e.Disabled())
	r.note.Color = theme.Color(theme.Muted)
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
