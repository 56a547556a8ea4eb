package page

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"campaigndesk/windows/field"
	"campaigndesk/windows/theme"
)

// form lays out the fields of one record with their captions: a FastTab, a filter header or a dialog.
type form[T any] struct {
	w      *Window
	record func() *T                            // what is shown
	enter  func(f *Field[T], text string) error // takes over an entry; a refusal has not been shown yet
	past   func(f *Field[T]) error              // Enter or Tab goes past a field that was not changed; nil: nothing
	giveUp func() bool                          // Esc in a field that was not changed; false, or nil: nothing to give up
	fields []*formField[T]
	object fyne.CanvasObject
	more   bool    // the additional fields are shown
	widest float32 // of the captions
}

type formField[T any] struct {
	Field[T]
	form    *form[T]
	caption *canvas.Text
	entry   field.Widget
	cell    fyne.CanvasObject
	refused string // what was typed and refused, until it is mended or given up
}

// newForm makes a form whose fields flow down at most columns columns.
func newForm[T any](w *Window, fields Fields[T], columns int, record func() *T, enter func(*Field[T], string) error) *form[T] {
	f := &form[T]{w: w, record: record, enter: enter}
	var cells []fyne.CanvasObject
	for _, declared := range fields {
		ff := &formField[T]{Field: declared, form: f}
		ff.build()
		f.fields = append(f.fields, ff)
		cells = append(cells, ff.cell)
	}
	f.object = container.New(&formLayout{columns: columns}, cells...)
	f.refresh()
	return f
}

func (ff *formField[T]) build() {
	w := ff.form.w
	name := w.session.Texts.T(ff.Field.caption)
	if ff.required {
		name += " *"
	}
	ff.caption = words(name, theme.Muted, textSize, false)
	events := field.Events{
		Before: func(name fyne.KeyName, mod fyne.KeyModifier) bool { return w.drop != nil && w.drop.key(name, mod) },
		Key:    ff.key,
		Gained: ff.form.sendBack,
		Leave:  ff.leave,
		Typed:  ff.typed,
		Drop:   func(list fyne.CanvasObject) { w.dropBelow(ff.entry, list) },
	}
	if ff.assist != nil {
		events.Assist = func() { ff.assist(w, ff.form.record()) }
	}
	if ff.lookup != nil {
		events.Open = ff.openLookup
	}
	switch {
	case ff.readOnly && ff.kind == kindCheck:
		ff.entry = field.NewCheck(events)
		ff.entry.SetEnabled(false)
	case ff.readOnly:
		if ff.drill != nil {
			events.Open = func() { w.Open(ff.drill(ff.form.record())) }
		}
		ff.entry = field.NewValue(ff.drill != nil, events)
	case ff.kind == kindCode:
		ff.entry = field.NewCode(events)
	case ff.kind == kindAmount, ff.kind == kindNumber:
		ff.entry = field.NewAmount(events)
	case ff.kind == kindDate:
		ff.entry = field.NewDate(w.session.Texts, w.session.DateContext, events)
	case ff.kind == kindCheck:
		ff.entry = field.NewCheck(events)
	case ff.kind == kindChoice:
		captions := make([]string, len(ff.options))
		for i, key := range ff.options {
			captions[i] = w.session.Texts.T(key)
		}
		ff.entry = field.NewChoice(captions, events)
	default:
		ff.entry = field.NewText(events)
	}
	ff.cell = fieldCell(ff.caption, ff.entry, &ff.form.widest)
}

// refresh shows the record, keeping what was typed and refused.
func (f *form[T]) refresh() {
	r := f.record()
	for _, ff := range f.fields {
		if r == nil {
			continue
		}
		ff.entry.SetEnabled(ff.canEdit(r) || ff.readOnly && ff.kind != kindCheck)
		if ff.refused == "" {
			ff.entry.SetText(ff.shown(r))
		}
		if ff.more {
			setVisible(ff.cell, f.more)
		}
	}
}

// shown is the field's text; a code is followed by nothing else, a check field's text is the word for yes or no.
func (ff *formField[T]) shown(r *T) string {
	if ff.kind == kindCheck {
		if ff.checked(r) {
			return field.Checked
		}
		return field.Unchecked
	}
	return ff.text(ff.form.w.session, r)
}

// leave takes over what was typed; false keeps the cursor in the field.
func (ff *formField[T]) leave() bool {
	w, r := ff.form.w, ff.form.record()
	w.closeDropdown()
	text := ff.entry.Text()
	if r == nil || ff.readOnly || text == ff.shown(r) {
		ff.accepted()
		return true
	}
	if ff.kind == kindCheck {
		text = w.session.Locale.FormatBool(text == field.Checked)
	}
	w.clearMessage()
	if err := ff.form.enter(&ff.Field, text); err != nil {
		ff.refused = ff.entry.Text()
		ff.entry.SetFault(true)
		if !errors.Is(err, errAsked) {
			w.Fail(err)
		}
		return false
	}
	ff.accepted()
	ff.form.refresh()
	return true
}

// sendBack returns the cursor to a field whose text was refused after a click elsewhere, once the other has the focus; Fyne
// does not let the refused one keep it.
func (f *form[T]) sendBack() {
	for _, ff := range f.fields {
		if ff.refused != "" && fyne.Focusable(ff.entry) != f.w.fyne.Canvas().Focused() {
			f.w.fyne.Canvas().Focus(ff.entry)
			return
		}
	}
}

func (ff *formField[T]) accepted() {
	ff.refused = ""
	ff.entry.SetFault(false)
}

// restore gives up what was typed.
func (ff *formField[T]) restore() bool {
	if ff.form.record() == nil || ff.entry.Text() == ff.shown(ff.form.record()) {
		return false
	}
	ff.accepted()
	ff.entry.SetText(ff.shown(ff.form.record()))
	ff.form.w.clearMessage()
	return true
}

// key handles the keys of a field that its widget has no use for.
func (ff *formField[T]) key(name fyne.KeyName, mod fyne.KeyModifier) bool {
	w := ff.form.w
	switch {
	case name == fyne.KeyEscape && mod == 0 && (ff.restore() || ff.form.giveUp != nil && ff.form.giveUp()):
		return true
	case ff.lookup != nil && name == fyne.KeyF4 && mod == 0:
		ff.openList()
		return true
	case name == fyne.KeyTab && mod&^fyne.KeyModifierShift == 0:
		ff.goPast()
		return false // Fyne moves the focus
	case (name == fyne.KeyReturn || name == fyne.KeyEnter) && mod&^fyne.KeyModifierShift == 0 && len(w.modals) == 0:
		ff.goPast()
		w.moveFocus(mod == fyne.KeyModifierShift)
		return true
	}
	return w.key(name, mod)
}

// goPast tells that Enter or Tab goes past the field.
func (ff *formField[T]) goPast() {
	if ff.form.past == nil || ff.refused != "" {
		return
	}
	if err := ff.form.past(&ff.Field); err != nil {
		ff.form.w.Fail(err)
	}
}

// moveFocus goes to the next field, as Enter does, or back.
func (w *Window) moveFocus(back bool) {
	if back {
		w.fyne.Canvas().FocusPrevious()
	} else {
		w.fyne.Canvas().FocusNext()
	}
}

// typed offers what goes with what is typed; nothing when the field is as it was again.
func (ff *formField[T]) typed(text string) {
	switch r := ff.form.record(); {
	case ff.lookup == nil:
	case r == nil || text == ff.shown(r):
		ff.form.w.closeDropdown()
	default:
		ff.form.w.offer(ff.lookup(r), text, ff.entry, ff.choose)
	}
}

func (ff *formField[T]) openLookup() {
	ff.form.w.fyne.Canvas().Focus(ff.entry)
	ff.form.w.offer(ff.lookup(ff.form.record()), "", ff.entry, ff.choose)
}

func (ff *formField[T]) openList() {
	ff.form.w.pickFrom(ff.lookup(ff.form.record()), ff.choose)
}

// choose enters what was chosen in a lookup.
func (ff *formField[T]) choose(codes []string) {
	ff.entry.Fill(ff.entered(codes))
	ff.leave()
}

// commit takes over the field that has the focus.
func (f *form[T]) commit() bool {
	focused := f.w.fyne.Canvas().Focused()
	for _, ff := range f.fields {
		if ff.refused != "" || fyne.Focusable(ff.entry) == focused {
			if !ff.leave() {
				return false
			}
		}
	}
	return true
}

// focusOn puts the cursor into the field of a caption, or into the first that can be entered when the caption is blank.
func (f *form[T]) focusOn(caption string) bool {
	for _, ff := range f.fields {
		if ff.cell.Visible() && (ff.Field.caption == caption || caption == "" && !ff.readOnly && ff.canEdit(f.record())) {
			f.w.fyne.Canvas().Focus(ff.entry)
			return true
		}
	}
	return false
}

func setVisible(o fyne.CanvasObject, visible bool) {
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}

// captionWidth is the room for captions beside fields.
const captionWidth = 160

// stackCaptions puts the captions above the fields, all in one row: a filter header.
func (f *form[T]) stackCaptions() {
	cells := make([]fyne.CanvasObject, len(f.fields))
	for i, ff := range f.fields {
		cells[i] = column(2, ff.caption, ff.entry)
	}
	f.object = container.New(&evenLayout{gap: 12, most: 260}, cells...)
}

// evenLayout gives every object the same width, up to a limit.
type evenLayout struct{ gap, most float32 }

func (l *evenLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var h float32
	for _, o := range objects {
		h = max(h, o.MinSize().Height)
	}
	return fyne.NewSize(float32(len(objects))*100, h)
}

func (l *evenLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	n := float32(len(objects))
	width := min(l.most, (size.Width-(n-1)*l.gap)/n)
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i)*(width+l.gap), 0))
		o.Resize(fyne.NewSize(width, size.Height))
	}
}

// fieldLayout puts a caption left of its field; the fields of one form begin below each other. A caption too long for half
// of the room is cut with an ellipsis.
type fieldLayout struct {
	caption string
	widest  *float32 // of the form's captions
}

// fieldCell is a caption with its field, laid out with the others of its form.
func fieldCell(caption *canvas.Text, entry fyne.CanvasObject, widest *float32) fyne.CanvasObject {
	*widest = max(*widest, caption.MinSize().Width)
	return container.New(fieldLayout{caption.Text, widest}, caption, entry)
}

func (fieldLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(captionWidth+120, max(fieldHeight, objects[1].MinSize().Height))
}

func (l fieldLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const gap = 8
	caption, entry := objects[0].(*canvas.Text), objects[1]
	width := max(captionWidth, min(size.Width/2, *l.widest+gap))
	caption.Text = fitted(l.caption, width-gap, textSize)
	h := caption.MinSize().Height
	caption.Move(fyne.NewPos(0, (fieldHeight-h)/2))
	caption.Resize(fyne.NewSize(width-gap, h))
	entry.Move(fyne.NewPos(width, 0))
	entry.Resize(fyne.NewSize(size.Width-width, size.Height))
}

// formLayout lets fields flow down in columns: the first half left, the rest right. A narrow form has one column.
type formLayout struct {
	columns int // at most
	fitted  int // at the width it has; 0: not known yet
}

const (
	fieldGap    = 6
	columnGap   = 24
	narrowField = 340 // below this a second column is not worth it
)

func (l *formLayout) fit(width float32) int {
	return max(1, min(l.columns, int((width+columnGap)/(narrowField+columnGap))))
}

func (l *formLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	columns := l.columns
	if l.fitted > 0 {
		columns = l.fitted
	}
	rows := (len(visible(objects)) + columns - 1) / columns
	return fyne.NewSize(captionWidth+120, float32(rows)*(fieldHeight+fieldGap)-fieldGap)
}

func (l *formLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	shown := visible(objects)
	columns := l.fit(size.Width)
	l.fitted = columns
	rows := (len(shown) + columns - 1) / columns
	width := (size.Width - float32(columns-1)*columnGap) / float32(columns)
	for i, o := range shown {
		o.Move(fyne.NewPos(float32(i/rows)*(width+columnGap), float32(i%rows)*(fieldHeight+fieldGap)))
		o.Resize(fyne.NewSize(width, fieldHeight))
	}
}

func visible(objects []fyne.CanvasObject) []fyne.CanvasObject {
	var shown []fyne.CanvasObject
	for _, o := range objects {
		if o.Visible() {
			shown = append(shown, o)
		}
	}
	return shown
}
