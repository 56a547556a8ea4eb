package page

import "fyne.io/fyne/v2"

// What tests and the pictures of windows see of the desk.

// Windows are the windows on the screen, the oldest first.
func (d *Desk) Windows() []*Window { return d.windows }

// AtOnce makes cards finish what takes longer at once instead of beside the windows.
func (d *Desk) AtOnce() { d.beside = func(work func() func()) { work()() } }

// Fyne is the window on the screen.
func (w *Window) Fyne() fyne.Window { return w.fyne }

// Message is what stands at the foot of the window: what was told last, blank if nothing.
func (w *Window) Message() string { return w.bar.message.Text }

// Commands calls fn for every command that the window knows, with the catalogue key of its caption and its keys.
func (w *Window) Commands(fn func(caption string, keys []string)) {
	for _, c := range w.commands() {
		fn(c.caption, c.keys)
	}
}
