package page

import (
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"campaigndesk/app"
	"campaigndesk/data"
)

// Window is one window on the screen with the page it shows. Actions are given it to ask, tell and open.
type Window struct {
	session *app.Session
	desk    *Desk
	fyne    fyne.Window
	page    Page
	content *content
	frame   *frame // what stands around the page in the main window, nil in others

	bar     *messageBar
	side    fyne.CanvasObject // the fact boxes, nil if the page has none
	palette *palette          // the search that was opened last, nil if none
	drop    *dropdown         // the lookup list that is open, nil if none
	modals  []*modal          // the dialogs that are open, the last one on top
	layer   *fyne.Container
	shift   bool // Shift is held, for keys that Fyne gives without modifiers
}

// content is a page built for a window.
type content struct {
	object   fyne.CanvasObject
	title    func() string
	commands []*command
	focus    func()                                             // puts the cursor where work starts
	opened   func()                                             // begins what takes longer; nil: nothing does
	commit   func() error                                       // stores what is being entered; a refusal has been shown already
	refresh  func()                                             // reads the data again
	stop     func()                                             // ends listening
	leave    func() []data.Message                              // what is worth knowing when the page is left; nil: nothing
	search   func(text string)                                  // searches for a text typed in the page's list; nil: it has none
	key      func(name fyne.KeyName, mod fyne.KeyModifier) bool // keys of the page that are no commands; nil: none
	next     func()                                             // puts the cursor on the next row of the page's list; nil: it has none
}

// newWindow makes a window on the screen; show puts a page into it.
func (d *Desk) newWindow() *Window {
	w := &Window{session: d.session, desk: d, fyne: d.app.NewWindow(""), bar: newMessageBar()}
	w.fyne.SetCloseIntercept(w.Close)
	w.fyne.SetPadded(false)
	canvas := w.fyne.Canvas()
	canvas.SetOnTypedKey(func(e *fyne.KeyEvent) { w.key(e.Name, w.heldShift()) })
	if dc, ok := canvas.(desktop.Canvas); ok {
		dc.SetOnKeyDown(func(e *fyne.KeyEvent) { w.holdShift(e.Name, true) })
		dc.SetOnKeyUp(func(e *fyne.KeyEvent) { w.holdShift(e.Name, false) })
	}
	return w
}

func (w *Window) holdShift(name fyne.KeyName, held bool) {
	if name == desktop.KeyShiftLeft || name == desktop.KeyShiftRight {
		w.shift = held
	}
}

func (w *Window) heldShift() fyne.KeyModifier {
	if w.shift {
		return fyne.KeyModifierShift
	}
	return 0
}

// show builds a page into the window, in place of the one it showed.
func (w *Window) show(p Page) {
	w.fyne.Canvas().Unfocus()
	if w.content != nil {
		w.content.stop()
	}
	w.closeDropdown()
	w.side, w.palette = nil, nil
	w.page = p
	w.bar = newMessageBar() // in the colours of now
	w.content = p.build(w)
	inner := columnGrowing(0, w.content.object, newActionBar(w), w.content.object, w.bar.object)
	w.layer = container.NewWithoutLayout()
	object := fyne.CanvasObject(inner)
	if w.frame != nil {
		object = w.frame.around(w, inner)
	}
	w.fyne.SetContent(container.NewStack(object, w.layer))
	w.retitle()
	w.bindShortcuts()
	w.fyne.SetMainMenu(w.menu())
	if w.content.focus != nil {
		w.content.focus()
	}
	if w.content.opened != nil {
		w.content.opened()
	}
}

func (w *Window) pageName() string { return w.page.name() }

// retitle writes the window's title: page, record, program.
func (w *Window) retitle() { w.fyne.SetTitle(w.content.title() + " — Campaign Desk") }

// bindShortcuts makes every chord of the window's commands reach key when nothing has the focus; what has it hands them on.
func (w *Window) bindShortcuts() {
	for _, named := range []fyne.Shortcut{&fyne.ShortcutUndo{}, &fyne.ShortcutRedo{}} { // Fyne has names of its own for these
		w.fyne.Canvas().AddShortcut(named, func(s fyne.Shortcut) { w.shortcut(s) })
	}
	for _, c := range w.commands() {
		for _, k := range c.keys {
			if chord := parseChord(k); chord.mod&^fyne.KeyModifierShift != 0 {
				w.fyne.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: chord.name, Modifier: chord.mod}, func(fyne.Shortcut) {
					w.key(chord.name, chord.mod)
				})
			}
		}
	}
}

// commands are what can be done now: the page's, then the kit's own.
func (w *Window) commands() []*command {
	return append(slices.Clone(w.content.commands), w.desk.commands(w)...)
}

// key handles a key that the focused widget has no use for: first the open lookup, then the open dialog, which keeps everything
// from the page below it, then the page and the commands.
func (w *Window) key(name fyne.KeyName, mod fyne.KeyModifier) bool {
	if w.drop != nil && w.drop.key(name, mod) {
		return true
	}
	if n := len(w.modals); n > 0 {
		w.modals[n-1].key(name, mod)
		return true
	}
	if c := find(w.commands(), func(c chord) bool { return c.is(name, mod) }); c != nil {
		w.give(c)
		return true
	}
	if w.content.key != nil && w.content.key(name, mod) {
		return true
	}
	if name == fyne.KeyEscape && mod == 0 {
		w.Close()
		return true
	}
	return false
}

// shortcut hands a shortcut that a widget got on to key.
func (w *Window) shortcut(s fyne.Shortcut) bool {
	if k, ok := s.(fyne.KeyboardShortcut); ok {
		return w.key(k.Key(), k.Mod())
	}
	return false
}

// commit stores what is being entered. The refusal has been shown when it returns one.
func (w *Window) commit() error {
	w.closeDropdown()
	if w.content.commit == nil {
		return nil
	}
	return w.content.commit()
}

// Session is the work in hand.
func (w *Window) Session() *app.Session { return w.session }

// Open opens a page: a list inside the main window when it is asked for there, everything else in a window of its own,
// raising the one that already shows the record.
func (w *Window) Open(p Page) { w.desk.open(w, p) }

// Refresh shows what the page's data are now, where no change notice tells of it: after a file was read or a folder changed.
func (w *Window) Refresh() { w.content.refresh() }

// Company is what changes which company is open.
func (w *Window) Company() CompanyCommands { return w.desk.Company }

// Close closes the window, or in the main window goes back to where the user came from. What is being entered is stored
// first; if that is refused the window stays.
func (w *Window) Close() {
	if w.commit() != nil {
		return
	}
	var notices []data.Message
	if w.content.leave != nil {
		notices = w.content.leave()
	}
	w.desk.close(w)
	for _, n := range notices {
		if w.desk.main != nil {
			w.desk.main.Warn(n)
		}
	}
}

// NextRow puts the cursor on the next row of the page's list.
func (w *Window) NextRow() {
	if w.content.next != nil {
		w.content.next()
	}
}

// Done closes the window, whose record is gone by what was done, and says so in the main window.
func (w *Window) Done(m data.Message) {
	w.desk.close(w)
	if w.desk.main != nil {
		w.desk.main.Tell(m)
	}
}

// Copy puts a text on the clipboard.
func (w *Window) Copy(text string) { fyne.CurrentApp().Clipboard().SetContent(text) }

// Tell shows a message at the foot of the window.
func (w *Window) Tell(m data.Message) { w.bar.show(w.session.Texts.Message(m), Plain) }

// Warn shows a message that needs attention at the foot of the window.
func (w *Window) Warn(m data.Message) { w.bar.show(w.session.Texts.Message(m), Warning) }

// Noticed shows what is worth knowing about something done, and passes the error on. It wraps a rule that returns both.
func (w *Window) Noticed(notices []data.Message, err error) error {
	if len(notices) > 0 {
		said := make([]string, len(notices))
		for i, n := range notices {
			said[i] = w.session.Texts.Message(n)
		}
		w.bar.show(strings.Join(said, " "), Warning)
	}
	return err
}

// Fail shows a refusal or a fault at the foot of the window.
func (w *Window) Fail(err error) { w.bar.show(w.session.Texts.Error(err), Bad) }

func (w *Window) clearMessage() { w.bar.clear() }

// Job carries out a long job with progress and Cancel, and then calls done if it succeeded; a failure is shown.
func (w *Window) Job(title data.Message, job func(ctx context.Context, progress app.Progress) error, done func()) {
	w.desk.asking = w
	w.session.Run(title, job, func(err error) {
		switch {
		case errors.Is(err, context.Canceled):
			w.Tell(data.Msg("job-canceled"))
		case err != nil:
			w.Fail(err)
		default:
			done()
		}
	})
}
