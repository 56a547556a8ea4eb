package page

import (
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"campaigndesk/app"
	"campaigndesk/data"
	"campaigndesk/windows/field"
	"campaigndesk/windows/theme"
)

// errAsked says that an entry waits for the answer to a question, which is on the screen.
var errAsked = errors.New("the user is being asked")

// modal is a dialog over a window. It stands in the canvas's overlays, which keep the focus; keys its widgets do not use
// come to key, and nothing reaches the page below (craft C 4, C 5).
type modal struct {
	w      *Window
	object fyne.CanvasObject
	enter  func()
	cancel func()
	before fyne.Focusable  // had the focus before
	layer  *fyne.Container // for the lookup list of a field in the dialog
}

// openModal shows a dialog: body in a panel with a title and buttons, as wide as asked.
func (w *Window) openModal(title string, body fyne.CanvasObject, width float32, m *modal, buttons ...*field.Button) {
	m.w, m.before = w, w.fyne.Canvas().Focused()
	bar := []fyne.CanvasObject{}
	filler := space(1, 1)
	bar = append(bar, filler)
	for _, b := range buttons {
		bar = append(bar, b)
	}
	inner := columnGrowing(12, body, words(title, theme.Text, titleSize, true), body, rowGrowing(8, filler, bar...))
	shade := canvas.NewRectangle(theme.Shade)
	box := container.New(&boxLayout{width: width}, panel(inset(inner, 14, 18)))
	m.layer = container.NewWithoutLayout()
	m.object = container.NewStack(shade, box, m.layer)
	w.modals = append(w.modals, m)
	w.fyne.Canvas().Overlays().Add(m.object)
	m.object.Resize(w.fyne.Canvas().Size())
}

// close takes the dialog away and gives the focus back.
func (m *modal) close() {
	w := m.w
	w.closeDropdown()
	w.fyne.Canvas().Overlays().Remove(m.object)
	for i, open := range w.modals {
		if open == m {
			w.modals = append(w.modals[:i], w.modals[i+1:]...)
			break
		}
	}
	if m.before == nil {
		return
	}
	w.fyne.Canvas().Focus(m.before)
	if k, ok := m.before.(desktop.Keyable); ok { // the Shift of the keys that opened the dialog was let go in it
		k.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	}
}

func (m *modal) key(name fyne.KeyName, mod fyne.KeyModifier) {
	switch {
	case (name == fyne.KeyReturn || name == fyne.KeyEnter) && mod&^fyne.KeyModifierControl == 0:
		m.enter()
	case name == fyne.KeyEscape && mod == 0:
		m.cancel()
	}
}

// Ask puts a question with Yes and No before the user and then calls answer. Enter gives the default, Y and N answer
// (Swedish J and N), Esc means No (UI-17).
func (w *Window) Ask(q app.Question, answer func(yes bool)) {
	t := w.session.Texts
	m := &modal{}
	give := func(yes bool) func() {
		return func() {
			m.close()
			answer(yes)
		}
	}
	yes, no := field.NewButton(t.T("answer-yes"), lookOf(q.Yes), give(true)), field.NewButton(t.T("answer-no"), lookOf(!q.Yes), give(false))
	yes.OnKey, no.OnKey = w.key, w.key
	m.enter, m.cancel = give(q.Yes), give(false)
	letter := func(r rune) {
		switch strings.ToUpper(string(r)) {
		case initial(t.T("answer-yes")), "Y":
			give(true)()
		case initial(t.T("answer-no")):
			give(false)()
		}
	}
	yes.OnRune, no.OnRune = letter, letter
	w.openModal(t.T("question"), paragraph(t.Message(q.Text), 460), 500, m, yes, no)
	if q.Yes {
		w.fyne.Canvas().Focus(yes)
	} else {
		w.fyne.Canvas().Focus(no)
	}
}

func lookOf(primary bool) field.Look {
	if primary {
		return field.Primary
	}
	return field.Plain
}

func initial(word string) string { return strings.ToUpper(string([]rune(word)[:1])) }

// showDialog opens a dialog of fields.
func showDialog[T any](w *Window, d *Dialog[T]) {
	t := w.session.Texts
	var body []fyne.CanvasObject
	if d.Text.Key != "" {
		body = append(body, paragraph(t.Message(d.Text), 520))
	}
	fault := words("", theme.Bad, textSize, false)
	count := words("", theme.Muted, textSize, false)
	fail := func(err error) {
		fault.Text = t.Error(err)
		fault.Refresh()
	}
	recount := func() {
		if d.Count == nil {
			return
		}
		m, err := d.Count(d.Record)
		if err != nil {
			fail(err)
			return
		}
		count.Text = t.Message(m)
		count.Refresh()
	}
	width, columns := float32(580), 1
	if d.Groups != nil {
		width, columns = groupsWidth, 2
	}
	var groups []*dialogGroup[T]
	enter := func(fd *Field[T], text string) error {
		after := *d.Record
		if err := fd.enter(w.session, &after, text); err != nil {
			fail(err)
			return err
		}
		*d.Record = after
		fault.Text = ""
		fault.Refresh()
		recount()
		for _, g := range groups {
			g.show(w, d.Record)
		}
		return nil
	}
	f := newForm(w, d.Fields, columns, func() *T { return d.Record }, enter)
	body = append(body, f.object)
	m := &modal{}
	groups = newDialogGroups(w, d, enter, func() { m.object.Refresh() })
	for _, g := range groups {
		body = append(body, g.objects()...)
	}
	body = append(body, count, fault)
	ok := func() {
		if !f.commit() || slices.ContainsFunc(groups, func(g *dialogGroup[T]) bool { return !g.form.commit() }) {
			return
		}
		if d.Do == nil {
			m.close()
			d.Then(w, d.Record)
			return
		}
		if err := d.Do(w, d.Record); err != nil {
			fail(err)
			var message data.Message
			if errors.As(err, &message) && message.Field != "" {
				f.focusOn(message.Field)
			}
			return
		}
		m.close()
		if d.Then != nil {
			d.Then(w, d.Record)
		}
	}
	m.enter, m.cancel = ok, m.close
	caption := d.OK
	if caption == "" {
		caption = "ok"
	}
	do, cancel := field.NewButton(t.T(caption), field.Primary, ok), field.NewButton(t.T("cancel"), field.Plain, m.close)
	do.OnKey, cancel.OnKey = w.key, w.key
	w.openModal(t.Message(d.Title), column(10, body...), width, m, do, cancel)
	recount()
	opened := func(g *dialogGroup[T]) bool { return g.open && g.form.focusOn("") }
	if !slices.ContainsFunc(groups, opened) && !f.focusOn("") {
		w.fyne.Canvas().Focus(do)
	}
}

// Pick opens a list to choose from: Enter or OK gives the marked rows, Esc nothing.
func Pick[T any](w *Window, list *List[T], chosen func(rows []T) error) {
	t := w.session.Texts
	s := list.sheet(w)
	m := &modal{}
	ok := func() {
		rows := s.marked()
		m.close()
		if len(rows) == 0 {
			return
		}
		if err := chosen(rows); err != nil {
			w.Fail(err)
		}
	}
	m.enter, m.cancel = ok, m.close
	s.open()
	s.grid.OnOpen = func(int) { ok() }
	s.grid.MinRows = 16
	do, cancel := field.NewButton(t.T("ok"), field.Primary, ok), field.NewButton(t.T("cancel"), field.Plain, m.close)
	do.OnKey, cancel.OnKey = w.key, w.key
	search := newSearchBox(w, s)
	body := columnGrowing(6, s.grid, search.object, panel(s.grid))
	body.Layout = columnLayout{6, body.Objects[1]}
	w.openModal(list.title(w), body, max(560, s.width()+60), m, do, cancel)
	s.grid.OnType = func(_, text string) { search.start(text) }
	w.fyne.Canvas().Focus(s.grid)
}

// paragraph is text broken into lines no wider than width.
func paragraph(text string, width float32) fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for _, part := range strings.Split(text, "\n") {
		line := ""
		for _, word := range strings.Fields(part) {
			next := strings.TrimSpace(line + " " + word)
			if line != "" && fyne.MeasureText(next, textSize, fyne.TextStyle{}).Width > width {
				lines = append(lines, words(line, theme.Text, textSize, false))
				next = word
			}
			line = next
		}
		lines = append(lines, words(line, theme.Text, textSize, false))
	}
	return column(4, lines...)
}

// boxLayout centres a dialog in its window, a little above the middle, no larger than the window.
type boxLayout struct{ width float32 }

func (l *boxLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 100) }

func (l *boxLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		m := o.MinSize()
		m = fyne.NewSize(min(max(l.width, m.Width), size.Width-20), min(m.Height, size.Height-20))
		o.Resize(m)
		o.Move(fyne.NewPos((size.Width-m.Width)/2, (size.Height-m.Height)*0.4))
	}
}
