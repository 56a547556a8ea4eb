package page

import (
	"fyne.io/fyne/v2"

	"campaigndesk/data"
	"campaigndesk/windows/field"
)

// Dialog asks for a few values before something is done: a request window (UI-7). Enter is OK, Esc cancels.
type Dialog[T any] struct {
	Title  data.Message
	Record *T // edited in memory; what it holds at first is offered
	Fields Fields[T]
	Groups []Group[T]                       // further fields below, of which one group is open at a time
	Text   data.Message                     // explanation above the fields, blank key: none
	OK     string                           // catalogue key of the button; blank: "ok"
	Count  func(r *T) (data.Message, error) // shown below the fields and kept up to date: "214 contacts"; nil: none
	Do     func(w *Window, r *T) error      // an error keeps the dialog open with its message; nil: OK needs nothing but Then
	Then   func(w *Window, r *T)            // called when the dialog is closed after OK: for a question or a long job; nil: nothing
}

// Group is a group of fields in a dialog, folded to its caption and what is entered in it until it is opened.
type Group[T any] struct {
	Caption string // catalogue key
	Fields  Fields[T]
	Summary func(r *T) string // what is entered, blank for nothing
	Open    bool              // at first
}

// Show opens the dialog in the window.
func (d *Dialog[T]) Show(w *Window) { showDialog(w, d) }

// dialogGroup is a group of fields in a dialog on the screen: a button that opens and closes it, with the fields below.
type dialogGroup[T any] struct {
	group  *Group[T]
	header *field.Button
	form   *form[T]
	open   bool
}

// newDialogGroups makes the groups of a dialog. Changed is called when one was opened or closed, with room to be given anew.
func newDialogGroups[T any](w *Window, d *Dialog[T], enter func(*Field[T], string) error, changed func()) []*dialogGroup[T] {
	var all []*dialogGroup[T]
	for i := range d.Groups {
		g := &dialogGroup[T]{group: &d.Groups[i], open: d.Groups[i].Open}
		g.form = newForm(w, g.group.Fields, 2, func() *T { return d.Record }, enter)
		g.header = field.NewButton("", field.Quiet, func() {
			for _, other := range all {
				other.open = other == g && !g.open
			}
			for _, other := range all {
				other.show(w, d.Record)
			}
			changed()
			if g.open {
				g.form.focusOn("")
			}
		})
		g.header.OnKey = w.key
		all = append(all, g)
	}
	for _, g := range all {
		g.show(w, d.Record)
	}
	return all
}

func (g *dialogGroup[T]) show(w *Window, r *T) {
	caption := "▸ " + w.session.Texts.T(g.group.Caption)
	if g.open {
		caption = "▾ " + w.session.Texts.T(g.group.Caption)
	}
	if entered := g.group.Summary(r); entered != "" {
		caption += " · " + entered
	}
	g.header.SetCaption(fitted(caption, groupsWidth-80, textSize))
	setVisible(g.form.object, g.open)
}

// groupsWidth is the width of a dialog with groups, whose fields stand in two columns.
const groupsWidth = 780

// objects are the group's header, as wide as its caption, and its fields.
func (g *dialogGroup[T]) objects() []fyne.CanvasObject {
	filler := space(1, 1)
	return []fyne.CanvasObject{rowGrowing(0, filler, g.header, filler), g.form.object}
}
