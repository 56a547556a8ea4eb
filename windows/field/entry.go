package field

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"campaigndesk/windows/theme"
)

// Entry is a field for a text of one line: Fyne's entry with the keys, the frame and the button of a field. The whole text
// is selected when it gets the focus by key.
type Entry struct {
	widget.Entry
	ev Events

	accepted string // what Restore comes back to
	quiet    bool   // the text is being set by the program
	edited   bool   // the user has changed the text since it was accepted
	left     bool   // Leave has been called for the text as it stands
	leaving  bool   // Leave is being called
	fault    bool
	focused  bool
	shift    shiftKey

	upper  bool          // codes
	right  bool          // amounts
	scroll float32       // how much of a long text is out of sight at the left
	offset float32       // of Fyne's text from the left edge, to find the character under the pointer
	note   string        // the reading shown
	always bool          // the reading is shown without focus and typing, too
	icon   fyne.Resource // of the button, nil if there is none
	press  func()        // of the button
	picker *picker       // of a date: its calendar takes the keys it needs; nil: none
}

var (
	_ Widget            = (*Entry)(nil)
	_ fyne.Shortcutable = (*Entry)(nil)
	_ desktop.Keyable   = (*Entry)(nil)
	_ desktop.Mouseable = (*Entry)(nil)
	_ fyne.Tabbable     = (*Entry)(nil)
)

// NewText returns a field for any text.
func NewText(ev Events) *Entry { return newEntry(&Entry{always: true}, ev) }

// NewCode returns a field for a code: letters become capitals as they are typed.
func NewCode(ev Events) *Entry { return newEntry(&Entry{upper: true, always: true}, ev) }

// NewAmount returns a field for a number, written to the right.
func NewAmount(ev Events) *Entry { return newEntry(&Entry{right: true}, ev) }

// NewFormula returns a field for a date formula; the page's Reading shows what it gives (DF-34).
func NewFormula(ev Events) *Entry { return newEntry(&Entry{}, ev) }

func newEntry(e *Entry, ev Events) *Entry {
	e.ev = ev
	e.Wrapping, e.Scroll = fyne.TextWrapOff, fyne.ScrollNone // the renderer scrolls, without a bar
	switch {
	case ev.Open != nil:
		e.icon, e.press = theme.IconDrop, ev.Open
	case ev.Assist != nil:
		e.icon, e.press = theme.IconAssist, ev.Assist
	}
	e.OnChanged = e.changed
	e.ExtendBaseWidget(e)
	return e
}

// Text is the text as it stands.
func (e *Entry) Text() string { return e.Entry.Text }

// SetText shows a valid text.
func (e *Entry) SetText(text string) {
	e.accepted, e.edited, e.left = text, false, false
	if text == e.Text() {
		e.read()
		e.SetFault(false)
		return
	}
	e.fault = false
	e.put(text)
	if e.focused {
		e.selectAll()
	} else {
		e.toStart()
	}
}

// Fill puts a text in as if typed.
func (e *Entry) Fill(text string) {
	e.put(text)
	e.edited, e.left = true, false
	e.toEnd()
	e.SetFault(false)
}

// Restore comes back to the last valid text.
func (e *Entry) Restore() {
	e.SetText(e.accepted)
	e.ev.typed(e.Text())
}

// SetEnabled lets the user change the text, or not.
func (e *Entry) SetEnabled(enabled bool) {
	switch {
	case enabled == !e.Disabled():
	case enabled:
		e.Enable()
	default:
		e.Disable()
	}
}

// SetFault marks the text as refused.
func (e *Entry) SetFault(fault bool) {
	if e.fault != fault {
		e.fault = fault
		e.Refresh()
	}
}

// put changes the text without telling the page.
func (e *Entry) put(text string) {
	e.quiet = true
	e.Entry.SetText(text)
	e.quiet = false
	e.read()
}

// changed is called for every change of the text.
func (e *Entry) changed(text string) {
	if e.quiet {
		return
	}
	if upper := strings.ToUpper(text); e.upper && upper != text { // pasted
		e.put(upper)
		text = upper
	}
	e.edited, e.left, e.fault = true, false, false
	e.picker.close()
	e.read()
	e.ev.typed(text)
}

// read asks what the text means.
func (e *Entry) read() {
	note := ""
	if e.ev.Reading != nil && (e.always || e.focused && e.edited) {
		note = e.ev.Reading(e.Text())
	}
	if note != e.note {
		e.note = note
		e.Refresh()
	}
}

// commit lets the page take the text over; false means that it is refused.
func (e *Entry) commit() bool {
	if e.left || e.leaving {
		return true
	}
	e.leaving = true
	accepted := e.ev.leave()
	e.leaving = false
	if !accepted {
		e.SetFault(true)
		return false
	}
	e.accepted, e.edited, e.left = e.Text(), false, true
	e.read()
	e.SetFault(false)
	return true
}

func (e *Entry) selectAll() { e.Entry.TypedShortcut(&fyne.ShortcutSelectAll{}) }

func (e *Entry) toEnd() { e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd}) }

// toStart moves the cursor to where the text begins.
func (e *Entry) toStart() {
	e.CursorColumn = 0
	e.Refresh()
}

// selectOrEnd selects the whole text or, if something is selected, puts the cursor at the end (UI-43).
func (e *Entry) selectOrEnd() {
	if e.SelectedText() == "" {
		e.selectAll()
	} else {
		e.toEnd()
	}
}

// FocusGained belongs to Fyne.
func (e *Entry) FocusGained() {
	e.focused, e.left = true, false
	e.Entry.FocusGained()
	e.selectAll()
	e.read()
	e.ev.gained()
}

// FocusLost belongs to Fyne.
func (e *Entry) FocusLost() {
	if e.SelectedText() != "" {
		e.toEnd()
	}
	e.focused, e.shift = false, false
	e.Entry.FocusLost()
	e.toStart()
	e.picker.close()
	e.commit()
	e.read()
}

// AcceptsTab belongs to Fyne: a refused text keeps the focus, so Tab must come here first.
func (e *Entry) AcceptsTab() bool { return true }

// KeyDown belongs to Fyne.
func (e *Entry) KeyDown(k *fyne.KeyEvent) {
	e.shift.follow(k.Name, true)
	e.Entry.KeyDown(k)
}

// KeyUp belongs to Fyne.
func (e *Entry) KeyUp(k *fyne.KeyEvent) {
	e.shift.follow(k.Name, false)
	e.Entry.KeyUp(k)
}

// TypedRune belongs to Fyne.
func (e *Entry) TypedRune(r rune) {
	if e.upper {
		r = unicode.ToUpper(r)
	}
	e.Entry.TypedRune(r)
}

// TypedKey belongs to Fyne.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	if !isCharacter(k.Name) && !e.named(k.Name, e.shift.modifier()) {
		e.Entry.TypedKey(k)
	}
}

// TypedShortcut belongs to Fyne: the shortcuts of text stay here, all others go to the page. Undo is the page's while there
// is nothing to undo in the text.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	name, mod, ok := keysOf(s)
	_, custom := s.(*desktop.CustomShortcut)
	_, undo := s.(*fyne.ShortcutUndo)
	_, redo := s.(*fyne.ShortcutRedo)
	if ok && (custom || (undo || redo) && !e.edited) && e.named(name, mod) {
		return
	}
	e.Entry.TypedShortcut(s)
}

// named handles a key that types no character; false leaves it to the text.
func (e *Entry) named(name fyne.KeyName, mod fyne.KeyModifier) bool {
	if e.picker != nil && e.picker.key(name, mod) || e.ev.before(name, mod) {
		return true
	}
	alt, shift := mod == fyne.KeyModifierAlt, mod == fyne.KeyModifierShift
	switch name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if (mod == 0 || shift) && !e.commit() {
			return true
		}
	case fyne.KeyTab:
		if mod == 0 || shift {
			if e.commit() && !e.ev.key(name, mod) {
				moveOn(e, mod)
			}
			return true
		}
	case fyne.KeyEscape:
		if mod == 0 && (e.fault || e.Text() != e.accepted) {
			e.Restore()
			return true
		}
	case fyne.KeyF2:
		if mod == 0 {
			e.selectOrEnd()
			return true
		}
	case fyne.KeyF4:
		if shift && e.ev.Assist != nil {
			e.ev.Assist()
			return true
		}
		if !e.ev.key(name, mod) && mod == 0 && e.ev.Open != nil {
			e.ev.Open()
		}
		return true
	case fyne.KeyDown:
		if alt && e.ev.Open != nil {
			e.ev.Open()
			return true
		}
	case fyne.KeyRight, fyne.KeyLeft:
		if alt && name == fyne.KeyRight && e.ev.Assist != nil {
			e.ev.Assist()
			return true
		}
		return alt && e.ev.key(name, mod)
	case fyne.KeyHome, fyne.KeyEnd:
		if mod == 0 || shift {
			return false
		}
	case fyne.KeyBackspace, fyne.KeyDelete:
		return false
	}
	e.ev.key(name, mod)
	return true
}

// MouseDown belongs to Fyne.
func (e *Entry) MouseDown(m *desktop.MouseEvent) {
	moved := *m
	moved.Position.X -= e.offset
	e.Entry.MouseDown(&moved)
}
