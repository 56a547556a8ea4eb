package page

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"campaigndesk/data"
)

// command is an action of a page with its record filled in, as the action bar, the menus, the keyboard page and the search
// read it. The standard commands of the kit are commands too.
type command struct {
	caption  string // catalogue key; the help text has "-help" added
	keys     []string
	group    string
	promoted bool
	primary  bool
	whole    bool        // about the whole list, so not in the menu on a row
	enabled  func() bool // nil: always
	here     func() bool // whether its keys are meant for it now, where several parts have the same; nil: always
	checked  func() bool // nil: no check mark
	run      func() error
}

// can is whether the command can be given now.
func (c *command) can() bool { return c.enabled == nil || c.enabled() }

// Menu groups, in menu order.
const (
	groupFile    = "menu-file"
	groupEdit    = "menu-edit"
	groupView    = "menu-view"
	groupActions = "menu-actions"
	groupHelp    = "menu-help"
)

var groupOrder = []string{groupFile, groupEdit, groupView, groupActions, groupHelp}

// commandsOf makes commands of a page's actions on the current row or record.
func commandsOf[T any](w *Window, actions []Action[T], current func() *T, marked func() []T) []*command {
	commands := make([]*command, len(actions))
	for i, a := range actions {
		group := a.Group
		if group == "" {
			group = groupActions
		}
		c := &command{caption: a.Caption, group: group, promoted: a.Promoted, primary: a.Primary}
		if a.Key != "" {
			c.keys = []string{a.Key}
		}
		c.enabled = func() bool {
			r := current()
			if r == nil {
				return a.NoRow
			}
			return a.Enabled == nil || a.Enabled(r)
		}
		c.run = func() error {
			switch {
			case a.Open != nil:
				w.Open(a.Open(current()))
				return nil
			case a.DoRows != nil:
				return a.DoRows(w, marked())
			}
			return a.Do(w, current())
		}
		commands[i] = c
	}
	return commands
}

// find returns the command of a pressed key that can be given now.
func find(commands []*command, pressed func(chord) bool) *command {
	for _, c := range commands {
		if slices.ContainsFunc(c.keys, func(k string) bool { return pressed(parseChord(k)) }) && (c.here == nil || c.here()) && c.can() {
			return c
		}
	}
	return nil
}

// pressed gives the command that has a letter as its key, false if there is none.
func (w *Window) pressed(letter string) bool {
	c := find(w.commands(), func(c chord) bool { return c.is(fyne.KeyName(strings.ToUpper(letter)), 0) })
	if c == nil {
		return false
	}
	w.give(c)
	return true
}

// give carries out a command: what is being entered is stored first, so that the command sees it (UI-11, IN UI-26).
func (w *Window) give(c *command) {
	w.clearMessage()
	if !c.can() {
		w.Fail(data.Msg("not-possible-now", data.Msg(c.caption)))
		return
	}
	if err := w.commit(); err != nil {
		return // refused, and said so
	}
	if err := c.run(); err != nil {
		w.Fail(err)
	}
}
