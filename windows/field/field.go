// Package field holds the widgets with which a single value is entered or shown: text, code, amount, date, date formula,
// choice, check, plain value, and the button.
//
// A widget knows nothing of records. It edits a text, says when the user leaves it, and hands every key it has no use for
// to its page, because Fyne gives a key to the focused widget and to nobody else (UI-81). A refused text stays in the
// widget, marked, until it is mended or Esc brings back what was there before.
package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Widget is what all fields have in common.
type Widget interface {
	fyne.CanvasObject
	fyne.Focusable

	SetText(text string) // shows a value that is valid; Esc comes back to it. No event is sent
	Fill(text string)    // puts a text in as if the user had typed it; it is not committed yet
	Text() string        // as it stands in the widget
	SetEnabled(enabled bool)
	SetFault(fault bool) // marks the text as refused; typing takes the mark away
	Restore()            // back to the text of the last SetText or successful Leave
}

// Events is what a widget tells its page. Every function may be nil.
type Events struct {
	// Before is offered every named key and every shortcut that is not one of text editing, before the widget looks at it:
	// an open lookup takes what it needs. True means taken.
	Before func(name fyne.KeyName, mod fyne.KeyModifier) bool
	// Key gets the keys that the widget has no use for, and Enter and Tab after a successful Leave. If it does not take
	// Tab, the focus moves on as usual.
	Key func(name fyne.KeyName, mod fyne.KeyModifier) bool
	// Gained is called when the widget has got the focus.
	Gained func()
	// Leave is called once when the user leaves the widget by Enter, Tab or a click elsewhere, whether or not the text has
	// changed, and when a choice or check has been made. False refuses the text: the widget is marked, and keeps the focus
	// unless that has gone already.
	Leave func() bool
	// Typed is called for every change by the user, and by Restore.
	Typed func(text string)
	// Assist gives the field a button "…", also on Alt+Right and Shift+F4.
	Assist func()
	// Open gives the field a button for a lookup, also on Alt+Down, and on F4 unless Key takes that. On a value it is the
	// drill-down.
	Open func()
	// Drop shows an object just below the widget and above everything else in the window, which keeps the focus where it
	// is; nil takes it away. Without it a choice has no list and a date no calendar.
	Drop func(list fyne.CanvasObject)
	// Reading returns what a text means ("In production" for a status code, the result of a formula), shown in grey beside
	// it; blank when there is nothing to say.
	Reading func(text string) string
}

// The texts of a check field.
const (
	Checked   = "true"
	Unchecked = "false"
)

func (ev *Events) before(name fyne.KeyName, mod fyne.KeyModifier) bool {
	return ev.Before != nil && ev.Before(name, mod)
}

func (ev *Events) key(name fyne.KeyName, mod fyne.KeyModifier) bool {
	return ev.Key != nil && ev.Key(name, mod)
}

func (ev *Events) leave() bool { return ev.Leave == nil || ev.Leave() }

func (ev *Events) typed(text string) {
	if ev.Typed != nil {
		ev.Typed(text)
	}
}

func (ev *Events) gained() {
	if ev.Gained != nil {
		ev.Gained()
	}
}

func (ev *Events) drop(list fyne.CanvasObject) {
	if ev.Drop != nil {
		ev.Drop(list)
	}
}

// shiftKey follows whether Shift is held, which key events do not say.
type shiftKey bool

func (s *shiftKey) follow(name fyne.KeyName, down bool) {
	if name == desktop.KeyShiftLeft || name == desktop.KeyShiftRight {
		*s = shiftKey(down)
	}
}

func (s *shiftKey) modifier() fyne.KeyModifier {
	if *s {
		return fyne.KeyModifierShift
	}
	return 0
}

// isCharacter reports whether the key types a character, which arrives as a rune of its own.
func isCharacter(name fyne.KeyName) bool {
	return name == fyne.KeySpace || len([]rune(string(name))) == 1
}

// keysOf returns the keys of a shortcut, those that Fyne has turned into an action of text included.
func keysOf(s fyne.Shortcut) (fyne.KeyName, fyne.KeyModifier, bool) {
	if k, ok := s.(fyne.KeyboardShortcut); ok {
		return k.Key(), k.Mod(), true
	}
	return "", 0, false
}

func canvasOf(o fyne.CanvasObject) fyne.Canvas { return fyne.CurrentApp().Driver().CanvasForObject(o) }

// takeFocus focuses the widget after a click on a part of it.
func takeFocus(w fyne.Focusable) {
	if c := canvasOf(w.(fyne.CanvasObject)); c != nil {
		c.Focus(w)
	}
}

// moveOn moves the focus as Tab does where nobody wants the key.
func moveOn(w fyne.CanvasObject, mod fyne.KeyModifier) {
	c := canvasOf(w)
	switch {
	case c == nil:
	case mod == fyne.KeyModifierShift:
		c.FocusPrevious()
	default:
		c.FocusNext()
	}
}

// control is the common part of the widgets that are not text entries.
type control struct {
	widget.DisableableWidget
	ev      Events
	focused bool
	shift   shiftKey
}

// KeyDown belongs to Fyne.
func (c *control) KeyDown(k *fyne.KeyEvent) { c.shift.follow(k.Name, true) }

// KeyUp belongs to Fyne.
func (c *control) KeyUp(k *fyne.KeyEvent) { c.shift.follow(k.Name, false) }

// TypedRune belongs to Fyne.
func (c *control) TypedRune(rune) {}

func (c *control) gainFocus() {
	c.focused = true
	c.Refresh()
	c.ev.gained()
}

func (c *control) loseFocus() {
	c.focused, c.shift = false, false
	c.Refresh()
}

// SetEnabled lets the user change the widget, or not.
func (c *control) SetEnabled(enabled bool) {
	if enabled {
		c.Enable()
	} else {
		c.Disable()
	}
}
