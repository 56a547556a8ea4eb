package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"campaigndesk/windows/field"
	"campaigndesk/windows/theme"
)

// fold is a panel with a header that opens and closes it, with a summary at the right of the header: a FastTab or a part.
type fold struct {
	object  fyne.CanvasObject
	open    bool
	body    fyne.CanvasObject
	arrow   *canvas.Text
	summary *canvas.Text
	extras  *fyne.Container // chips beside the caption
}

func newFold(caption string, open bool, body fyne.CanvasObject) *fold {
	f := &fold{open: open, body: body, arrow: words("", theme.Accent, textSize, false), summary: words("", theme.Muted, smallSize, false),
		extras: container.NewHBox()}
	filler := space(1, 1)
	header := newTapArea(inset(rowGrowing(8, filler, f.arrow, words(caption, theme.Text, textSize, true), f.extras, filler, f.summary), 6, 12), f.toggle)
	f.object = panel(column(0, header, body))
	f.draw()
	return f
}

func (f *fold) toggle() {
	f.open = !f.open
	f.draw()
}

func (f *fold) draw() {
	f.arrow.Text = "▸"
	if f.open {
		f.arrow.Text = "▾"
	}
	setVisible(f.body, f.open)
	f.arrow.Refresh()
	f.object.Refresh()
}

func (f *fold) summarise(text string) {
	f.summary.Text = text
	f.summary.Refresh()
	f.object.Refresh()
}

// fastTab is a group of fields on a card.
type fastTab[T any] struct {
	*fold
	tab   *Tab[T]
	form  *form[T]
	chips func(*T) []Chip
}

func newFastTab[T any](w *Window, tab *Tab[T], current func() *T, enter func(*Field[T], string) error) *fastTab[T] {
	t := &fastTab[T]{tab: tab}
	t.form = newForm(w, tab.Fields, 2, current, enter)
	body := []fyne.CanvasObject{t.form.object}
	if hasMore(tab.Fields) {
		var more *field.Button
		more = field.NewButton(w.session.Texts.T("show-more"), field.Quiet, func() {
			t.form.more = !t.form.more
			more.SetCaption(w.session.Texts.T(map[bool]string{false: "show-more", true: "show-less"}[t.form.more]))
			t.form.refresh()
			t.object.Refresh()
		})
		more.OnKey = w.key
		body = append(body, container.NewHBox(more))
	}
	t.fold = newFold(w.session.Texts.T(tab.Caption), !tab.Closed, column(0, rule(), inset(column(6, body...), 10, 12)))
	return t
}

func hasMore[T any](fields Fields[T]) bool {
	for i := range fields {
		if fields[i].more {
			return true
		}
	}
	return false
}

func (t *fastTab[T]) showChips(chips func(*T) []Chip) { t.chips = chips }

func (t *fastTab[T]) refresh() {
	t.form.refresh()
	r := t.form.record()
	if r == nil {
		return
	}
	if t.tab.Summary != nil {
		t.summarise(t.tab.Summary(r))
	}
	if t.chips != nil {
		t.extras.RemoveAll()
		for _, c := range t.chips(r) {
			t.extras.Add(chipObject(c))
		}
		t.object.Refresh()
	}
}

// accept gives up every refused text, after the question about it was answered.
func (t *fastTab[T]) accept() {
	for _, ff := range t.form.fields {
		ff.accepted()
	}
}

// tapArea makes an object answer a click without taking the focus.
type tapArea struct {
	widget.BaseWidget
	inner fyne.CanvasObject
	do    func()
}

func newTapArea(inner fyne.CanvasObject, do func()) *tapArea {
	t := &tapArea{inner: inner, do: do}
	t.ExtendBaseWidget(t)
	return t
}

// Tapped and CreateRenderer belong to Fyne.
func (t *tapArea) Tapped(*fyne.PointEvent) { t.do() }

func (t *tapArea) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.inner) }
