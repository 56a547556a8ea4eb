package page

import (
	"context"
	"errors"
	"fmt"

	"fyne.io/fyne/v2"

	"campaigndesk/data"
	"campaigndesk/windows/theme"
)

// commands are what can be done in every window.
func (d *Desk) commands(w *Window) []*command {
	commands := d.companyCommands(w)
	if w.frame != nil {
		commands = append(commands, &command{caption: "switch-area", keys: []string{"F6"}, group: groupView, run: func() error { w.switchArea(); return nil }})
	}
	return append(commands, []*command{
		{caption: "close", keys: []string{"Ctrl+W", "Ctrl+Enter"}, group: groupFile, run: func() error { w.Close(); return nil }},
		{caption: "quit", keys: []string{"Ctrl+Q"}, group: groupFile, run: func() error { d.Quit(); return nil }},
		{caption: "undo", keys: []string{"Ctrl+Z"}, group: groupEdit, run: func() error { return w.timeTravel(d.session.DB.Undo, "undone", "nothing-to-undo") }},
		{caption: "redo", keys: []string{"Ctrl+Shift+Z", "Ctrl+Y"}, group: groupEdit,
			run: func() error { return w.timeTravel(d.session.DB.Redo, "redone", "nothing-to-redo") }},
		{caption: "search-everything", keys: []string{"Alt+Q", "Ctrl+K"}, group: groupView, run: func() error { w.openPalette(); return nil }},
		{caption: "work-date", keys: []string{"Alt+W"}, group: groupView, run: func() error { d.askWorkDate(w); return nil }},
		{caption: "side-panel", keys: []string{"Alt+F2", "Ctrl+Shift+F"}, group: groupView, enabled: func() bool { return w.side != nil },
			checked: func() bool { return w.side != nil && w.side.Visible() }, run: func() error { w.toggleSide(); return nil }},
		d.language("english", "en"),
		d.language("swedish", "sv"),
		d.variant("light", false),
		d.variant("dark", true),
		{caption: "keyboard", keys: []string{"F1", "Ctrl+F1"}, group: groupHelp, run: func() error { w.Open(keyboardPage(w)); return nil }},
	}...)
}

// companyCommands lead to other companies.
func (d *Desk) companyCommands(w *Window) []*command {
	var commands []*command
	for _, c := range []struct {
		caption string
		keys    []string
		do      func(*Window) error
	}{{"new-company", nil, d.Company.New}, {"open-company", []string{"Ctrl+O"}, d.Company.Open}, {"demo-company", nil, d.Company.Demo}} {
		if c.do != nil {
			commands = append(commands, &command{caption: c.caption, keys: c.keys, group: groupFile, run: func() error { return c.do(w) }})
		}
	}
	return commands
}

func (d *Desk) language(caption, code string) *command {
	return &command{caption: caption, group: groupView, checked: func() bool { return d.session.Setup.Language == code }, run: func() error {
		return d.changeSetup(data.Msg("journal-language", data.Msg(caption)), func(s *data.Setup) { s.Language = code })
	}}
}

func (d *Desk) variant(caption string, dark bool) *command {
	return &command{caption: caption, group: groupView, checked: func() bool { return d.session.Setup.Dark == dark }, run: func() error {
		return d.changeSetup(data.Msg("journal-variant", data.Msg(caption)), func(s *data.Setup) { s.Dark = dark })
	}}
}

// changeSetup changes the company's settings; the desk is told of it and builds its windows anew.
func (d *Desk) changeSetup(name data.Message, change func(*data.Setup)) error {
	setup := d.session.Setup
	change(&setup)
	return d.session.Write(name, func(tx *data.Tx) error { return data.Setups.Update(tx, &setup) })
}

// timeTravel undoes or redoes the command whose turn it is, and names it.
func (w *Window) timeTravel(travel func(context.Context) (data.Message, error), done, nothing string) error {
	name, err := travel(context.Background())
	if errors.Is(err, data.ErrNotFound) {
		w.Tell(data.Msg(nothing))
		return nil
	}
	if err == nil {
		w.Tell(data.Msg(done, name))
	}
	return err
}

// switchArea takes the keyboard from the page to the navigation and back.
func (w *Window) switchArea() {
	if w.fyne.Canvas().Focused() == fyne.Focusable(w.frame.nav) {
		w.focusPage()
		return
	}
	w.fyne.Canvas().Focus(w.frame.nav)
}

// toggleSide shows or hides the fact boxes.
func (w *Window) toggleSide() {
	setVisible(w.side, !w.side.Visible())
	w.relayout()
}

// workDay is what the dialog of the work date edits.
type workDay struct{ Day data.Date }

// askWorkDate lets the user work in another day; every window then shows its figures for that day.
func (d *Desk) askWorkDate(w *Window) {
	(&Dialog[workDay]{
		Title:  data.Msg("work-date"),
		Text:   data.Msg("work-date-hint"),
		Record: &workDay{d.session.WorkDate},
		Fields: Fields[workDay]{Date("work-date", func(r *workDay) *data.Date { return &r.Day })},
		Do: func(_ *Window, r *workDay) error {
			if r.Day.Blank() {
				return data.Msg("must-not-be-blank")
			}
			d.session.WorkDate = r.Day
			if d.main != nil {
				d.main.frame.showDay()
			}
			for _, w := range d.windows {
				w.content.refresh()
			}
			return nil
		},
	}).Show(w)
}

// applyTheme draws everything in the variant of the settings.
func (d *Desk) applyTheme() { d.app.Settings().SetTheme(theme.New(d.session.Setup.Dark)) }

// What windows are as large as until the user gives them another size.
var (
	usualSize     = fyne.NewSize(1100, 740)
	usualMainSize = fyne.NewSize(1280, 800)
)

const mainWindow = "main" // under which the size of the main window is kept, whatever page it shows

// rememberSize keeps a window's size for the next window of its page.
func (d *Desk) rememberSize(w *Window) {
	name, usual := w.page.name(), usualSize
	if w == d.main {
		name, usual = mainWindow, usualMainSize
	}
	size := w.fyne.Canvas().Size()
	if size == d.rememberedSize(name, usual) {
		return
	}
	value := fmt.Sprintf("%.0f×%.0f", size.Width, size.Height)
	if err := data.SetPageState(context.Background(), d.session.DB, name, "", "size", value); err != nil {
		w.Fail(err)
	}
}

// rememberedSize is the size that the last window of a name had.
func (d *Desk) rememberedSize(name string, usual fyne.Size) fyne.Size {
	if value, err := data.PageState(d.session.DB, name, "", "size"); err == nil && value != "" {
		fmt.Sscanf(value, "%f×%f", &usual.Width, &usual.Height)
	}
	return usual
}
