package page

import "campaigndesk/data"

// Dialog asks for a few values before something is done: a request window (UI-7). Enter is OK, Esc cancels.
type Dialog[T any] struct {
	Title  data.Message
	Record *T // edited in memory; what it holds at first is offered
	Fields Fields[T]
	Text   data.Message                     // explanation above the fields, blank key: none
	OK     string                           // catalogue key of the button; blank: "ok"
	Count  func(r *T) (data.Message, error) // shown below the fields and kept up to date: "214 contacts"; nil: none
	Do     func(w *Window, r *T) error      // an error keeps the dialog open with its message
}

// Show opens the dialog in the window.
func (d *Dialog[T]) Show(w *Window) { showDialog(w, d) }
