package page

import (
	"slices"

	"fyne.io/fyne/v2"

	"campaigndesk/app"
)

// Desk is everything on the screen: the main window and the windows of records around it.
type Desk struct {
	app      fyne.App
	session  *app.Session
	register []Entry
	home     func(s *app.Session) Page
	main     *Window
	windows  []*Window
	back     []Page                          // pages of the main window that Esc goes back to
	beside   func(work func() (show func())) // works beside the windows, then calls show on their goroutine
	asking   *Window                         // asked for the job that is about to start
	jobs     int                             // that are running
	noticed  func(tables []string)           // takes the data's notices while none is

	// Records opens a record that the search has found, by the name of its table; the windows set it.
	Records map[string]func(s *app.Session, id int64) Page

	// Company is called for New company, Open company, Demo company and Restore, which replace the session; main.go sets it.
	Company CompanyCommands
}

// CompanyCommands change which company is open.
type CompanyCommands struct {
	New, Open, Demo func(w *Window) error
	Restore         func(w *Window, backup string) error // puts a backup in the place of the company
}

// NewDesk makes the desk of a session: register are all windows, home is the page of the main window.
func NewDesk(a fyne.App, s *app.Session, register []Entry, home func(s *app.Session) Page) *Desk {
	d := &Desk{app: a, register: register, home: home, beside: func(work func() func()) {
		go func() { fyne.Do(work()) }()
	}}
	d.work(s)
	return d
}

// work puts a session on the desk: its language and theme are followed from now on.
func (d *Desk) work(s *app.Session) {
	d.session = s
	setup := s.Setup
	s.On([]string{"setup"}, func() {
		if setup.Language != s.Setup.Language || setup.Region != s.Setup.Region || setup.Dark != s.Setup.Dark {
			setup = s.Setup
			d.rebuild()
		}
	})
}

// Start shows the main window with Home.
func (d *Desk) Start() *Window {
	d.applyTheme()
	d.session.Run = d.runJob
	d.main = d.newWindow()
	d.main.frame = newFrame(d)
	d.windows = append(d.windows, d.main)
	d.main.fyne.Resize(d.rememberedSize(mainWindow, usualMainSize))
	d.main.fyne.SetMaster()
	d.main.show(d.home(d.session))
	d.main.fyne.Show()
	return d.main
}

// OpenWindow shows a page in a window of its own, raising the one that already shows it.
func (d *Desk) OpenWindow(p Page) *Window {
	for _, w := range d.windows {
		if w.page.name() == p.name() && w.page.identity() == p.identity() && p.identity() != "" {
			w.fyne.RequestFocus()
			return w
		}
	}
	w := d.newWindow()
	d.windows = append(d.windows, w)
	w.fyne.Resize(d.rememberedSize(p.name(), usualSize))
	w.show(p)
	w.fyne.Show()
	return w
}

// open opens a page asked for from a window. Lists asked for in the main window are shown there.
func (d *Desk) open(from *Window, p Page) {
	if from == d.main && p.inMain() {
		d.back = append(d.back, d.main.page)
		d.main.show(p)
		return
	}
	d.OpenWindow(p)
}

// goTo opens a page chosen in the navigation or the search, from wherever it was chosen.
func (d *Desk) goTo(p Page) {
	if d.main != nil && p.inMain() {
		if d.main.commit() != nil {
			return
		}
		d.back = nil
		d.main.show(p)
		d.main.fyne.RequestFocus()
		return
	}
	d.OpenWindow(p)
}

// close closes a window, or goes back in the main one.
func (d *Desk) close(w *Window) {
	if w != d.main {
		d.rememberSize(w)
		w.content.stop()
		d.windows = slices.DeleteFunc(d.windows, func(other *Window) bool { return other == w })
		w.fyne.Close()
		return
	}
	p := d.home(d.session)
	if n := len(d.back); n > 0 {
		p, d.back = d.back[n-1], d.back[:n-1]
	}
	d.main.show(p)
}

// Session is the work in hand.
func (d *Desk) Session() *app.Session { return d.session }

// Raise brings the main window to the front.
func (d *Desk) Raise() { d.main.fyne.RequestFocus() }

// Main is the main window.
func (d *Desk) Main() *Window { return d.main }

// Quit stores what is being entered in every window and ends the program; a refused value keeps it running.
func (d *Desk) Quit() {
	for _, w := range d.windows {
		if w.commit() != nil {
			w.fyne.RequestFocus()
			return
		}
		d.rememberSize(w)
	}
	for _, w := range d.windows {
		w.content.stop()
	}
	d.app.Quit()
}

// Replace puts another session, of another company, on the desk.
func (d *Desk) Replace(s *app.Session) {
	for _, w := range slices.Clone(d.windows) {
		if w != d.main {
			d.close(w)
		}
	}
	if d.main != nil {
		d.main.content.stop()
	}
	d.work(s)
	d.back = nil
	d.applyTheme()
	if d.main != nil {
		s.Run = d.runJob
		d.main.session, d.main.content = s, nil
		d.main.frame = newFrame(d)
		d.main.show(d.home(s))
	}
}

// rebuild makes every window anew after the language or the theme changed.
func (d *Desk) rebuild() {
	d.applyTheme()
	for _, w := range slices.Clone(d.windows) {
		if w.frame != nil {
			w.frame = newFrame(d)
		}
		w.show(w.page)
	}
}
