package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"campaigndesk/windows/theme"
)

// options is the open list of a choice. It never has the focus: the choice hands it the keys.
type options struct {
	widget.BaseWidget
	texts  []string
	marked int // index of the option that Enter chooses, -1 if there is none
	width  float32
	chosen func(option string) bool
}

var (
	_ fyne.Tappable     = (*options)(nil)
	_ desktop.Hoverable = (*options)(nil)
)

// newOptions makes a list with one option marked, at least as wide as its field.
func newOptions(texts []string, marked string, width float32, chosen func(string) bool) *options {
	o := &options{texts: texts, marked: -1, width: width, chosen: chosen}
	for i, text := range texts {
		o.width = max(o.width, fyne.MeasureText(text, textSize, fyne.TextStyle{}).Width+2*textInset+2)
		if text == marked {
			o.marked = i
		}
	}
	o.ExtendBaseWidget(o)
	return o
}

// option is the marked option, "" if there is none.
func (o *options) option() string {
	if o.marked < 0 {
		return ""
	}
	return o.texts[o.marked]
}

func (o *options) mark(i int) {
	if i != o.marked {
		o.marked = i
		o.Refresh()
	}
}

// move marks another option by key; false when the key does not move.
func (o *options) move(name fyne.KeyName) bool {
	last := len(o.texts) - 1
	switch name {
	case fyne.KeyDown:
		o.mark(min(o.marked+1, last))
	case fyne.KeyUp:
		o.mark(max(o.marked-1, 0))
	case fyne.KeyHome, fyne.KeyPageUp:
		o.mark(0)
	case fyne.KeyEnd, fyne.KeyPageDown:
		o.mark(last)
	default:
		return false
	}
	return true
}

// at is the index of the option at a height, -1 outside.
func (o *options) at(pos fyne.Position) int {
	i := int((pos.Y - 1) / theme.RowHeight)
	if pos.Y < 1 || i >= len(o.texts) {
		return -1
	}
	return i
}

// Tapped belongs to Fyne.
func (o *options) Tapped(e *fyne.PointEvent) {
	if i := o.at(e.Position); i >= 0 {
		o.chosen(o.texts[i])
	}
}

// MouseIn belongs to Fyne.
func (o *options) MouseIn(*desktop.MouseEvent) {}

// MouseMoved belongs to Fyne.
func (o *options) MouseMoved(e *desktop.MouseEvent) {
	if i := o.at(e.Position); i >= 0 {
		o.mark(i)
	}
}

// MouseOut belongs to Fyne.
func (o *options) MouseOut() {}

// CreateRenderer belongs to Fyne.
func (o *options) CreateRenderer() fyne.WidgetRenderer {
	r := &optionsRenderer{o: o, frame: newFrame(), mark: canvas.NewRectangle(nil)}
	r.objects = []fyne.CanvasObject{r.frame, r.mark}
	for _, text := range o.texts {
		t := newText(textSize)
		t.Text = text
		r.texts = append(r.texts, t)
		r.objects = append(r.objects, t)
	}
	r.Layout(o.Size())
	r.paint()
	return r
}

type optionsRenderer struct {
	o       *options
	frame   *canvas.Rectangle
	mark    *canvas.Rectangle
	texts   []*canvas.Text
	objects []fyne.CanvasObject
}

func (r *optionsRenderer) Destroy() {}

func (r *optionsRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *optionsRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.o.width, float32(len(r.o.texts))*theme.RowHeight+2)
}

func (r *optionsRenderer) Layout(size fyne.Size) {
	r.frame.Resize(size)
	for i, t := range r.texts {
		height := t.MinSize().Height
		t.Move(fyne.NewPos(textInset, 1+float32(i)*theme.RowHeight+(theme.RowHeight-height)/2))
		t.Resize(fyne.NewSize(size.Width-2*textInset, height))
	}
	r.mark.Move(fyne.NewPos(1, 1+float32(r.o.marked)*theme.RowHeight))
	r.mark.Resize(fyne.NewSize(size.Width-2, theme.RowHeight))
}

func (r *optionsRenderer) Refresh() {
	r.Layout(r.o.Size())
	r.paint()
	canvas.Refresh(r.o)
}

func (r *optionsRenderer) paint() {
	paintFrame(r.frame, false, false, false)
	r.mark.FillColor, r.mark.Hidden = theme.Color(theme.AccentSoft), r.o.marked < 0
	for _, t := range r.texts {
		t.Color = theme.Color(theme.Text)
	}
}
