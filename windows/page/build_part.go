package page

import (
	"fyne.io/fyne/v2"

	"campaigndesk/app"
	"campaigndesk/app/register"
	"campaigndesk/data"
	"campaigndesk/windows/field"
)

// partContent is a part built for a window.
type partContent struct {
	*fold
	commands    []*command
	facts       []*factBox // about the row under the cursor
	refresh     func()
	commit      func() error
	focus       func() bool
	focused     func() bool
	calculating func(running bool) // says so where rows will stand
	stop        func()
}

func (p *ListPart[H, L]) caption() string { return p.Name }

func (p *ListPart[H, L]) buildPart(w *Window, head func() *H) *partContent {
	s := &sheet[L]{w: w, page: w.pageName(), part: p.Name, table: p.Table, fields: p.Fields}
	if p.Table == nil {
		s.rows = &slice[L]{load: func() ([]L, error) {
			if head() == nil {
				return nil, nil
			}
			return p.Rows(head())
		}}
	} else {
		s.view = func() data.View {
			if head() == nil {
				return data.View{Fixed: []data.Cond{data.Nothing()}}
			}
			return p.View(head())
		}
	}
	s.editable = p.New != nil || p.Save != nil
	s.locked = func() bool { return head() == nil || p.Locked != nil && p.Locked(head()) }
	if p.New != nil {
		s.add = func(above *L) L { return p.New(head(), above) }
	}
	s.insert = func(r *L) error {
		if p.Insert != nil {
			return p.Insert(w, head(), r)
		}
		return register.Insert(p.Session, p.Table, r)
	}
	s.ask = p.Ask
	s.save = func(before, after *L) error {
		if p.Save != nil {
			return p.Save(w, head(), before, after)
		}
		return register.Save(p.Session, p.Table, before, after)
	}
	s.open()
	if s.err != nil {
		w.Fail(s.err)
	}
	s.grid.MinRows = partRows(p.Height, s.Len(), s.editable)
	if p.Card != nil {
		s.grid.OnOpen = func(row int) {
			if r := s.record(row); r != nil {
				w.Open(p.Card(r))
			}
		}
	}

	pc := &partContent{commands: p.partCommands(w, s, head)}
	if p.Card == nil && !s.editable && len(p.Actions) > 0 {
		s.grid.OnOpen = func(int) { w.give(pc.commands[0]) }
	}
	var body []fyne.CanvasObject
	if bar := partBar(w, pc.commands); bar != nil {
		body = append(body, bar)
	}
	body = append(body, s.grid)
	pc.fold = newFold(w.session.Texts.T(p.Name), !p.Closed, column(0, body...))
	pc.facts = newFactBoxes(w, p.FactBoxes, s.current)
	show := func() {
		for _, f := range pc.facts {
			f.refresh()
		}
		if p.Summary != nil && head() != nil {
			pc.summarise(p.Summary(head()))
		}
	}
	s.changed = show
	pc.refresh = func() {
		s.refresh()
		rows, visible := partRows(p.Height, s.Len(), s.editable), !p.HideEmpty || s.Len() > 0
		if rows != s.grid.MinRows || visible != pc.object.Visible() {
			s.grid.MinRows = rows
			setVisible(pc.object, visible)
			w.relayout()
		}
		show()
	}
	setVisible(pc.object, !p.HideEmpty || s.Len() > 0)
	pc.commit = s.leave
	pc.focus = func() bool {
		if !pc.open || !pc.object.Visible() {
			return false
		}
		w.fyne.Canvas().Focus(s.grid)
		return true
	}
	pc.focused = s.grid.HasFocus
	pc.calculating = func(running bool) {
		switch {
		case running:
			s.grid.SetEmptyText(w.session.Texts.T("calculating"))
		case p.Empty != "":
			s.grid.SetEmptyText(w.session.Texts.T(p.Empty))
		default:
			s.grid.SetEmptyText("")
		}
	}
	pc.calculating(false)
	tables := append([]string{}, p.Watches...)
	if p.Table != nil {
		tables = append(tables, p.Table.Name())
	}
	for _, f := range p.FactBoxes {
		tables = append(tables, f.Watches...)
	}
	pc.stop = w.session.On(tables, pc.refresh)
	show()
	return pc
}

// partRows is how many rows a part shows: as asked, or what there is, up to ten.
func partRows(asked, rows int, editable bool) int {
	if asked > 0 {
		return asked
	}
	if editable {
		rows++
	}
	return min(max(rows, 2), 10)
}

// partCommands are the part's actions and, where its lines can go, their deletion.
func (p *ListPart[H, L]) partCommands(w *Window, s *sheet[L], head func() *H) []*command {
	var commands []*command
	for _, a := range p.Actions {
		c := &command{caption: a.Caption, group: p.Name}
		if a.Key != "" {
			c.keys = []string{a.Key}
		}
		c.enabled = func() bool {
			r := s.current()
			return head() != nil && (r != nil && (a.Enabled == nil || a.Enabled(head(), r)) || r == nil && a.NoRow)
		}
		c.run = func() error {
			switch {
			case a.Open != nil:
				w.Open(a.Open(head(), s.current()))
				return nil
			case a.DoRows != nil:
				return a.DoRows(w, head(), s.marked())
			}
			return a.Do(w, head(), s.current())
		}
		commands = append(commands, c)
	}
	if p.Delete != nil {
		commands = append(commands, &command{caption: "delete-line", group: p.Name, keys: []string{"Ctrl+Shift+Delete"},
			here:    func() bool { return s.grid.Editing() || w.fyne.Canvas().Focused() == fyne.Focusable(s.grid) },
			enabled: func() bool { return s.current() != nil && !s.isLocked() },
			run: func() error {
				rows := s.marked()
				w.Ask(app.Question{Text: data.Msg("ask-delete-rows", len(rows)), Yes: true}, func(yes bool) {
					if !yes {
						return
					}
					if err := p.Delete(w, head(), rows); err != nil {
						w.Fail(err)
					}
				})
				return nil
			}})
	}
	return commands
}

// partBar is the row of a part's own buttons.
func partBar(w *Window, commands []*command) fyne.CanvasObject {
	if len(commands) == 0 {
		return nil
	}
	quiet := func(*command) field.Look { return field.Quiet }
	return inset(w.buttonRow(commands, quiet, func(_, _ *command) []fyne.CanvasObject { return nil }), 0, 4)
}
