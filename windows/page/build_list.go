package page

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"campaigndesk/app"
	"campaigndesk/app/register"
	"campaigndesk/data"
	"campaigndesk/windows/theme"
)

func idText(id int64) string { return strconv.FormatInt(id, 10) }

func (l *List[T]) name() string     { return l.Name }
func (l *List[T]) identity() string { return titleOf(l.Title) }
func (l *List[T]) inMain() bool     { return true }

func (ws *Worksheet[T]) name() string                          { return ws.Name }
func (ws *Worksheet[T]) identity() string                      { return ws.Name + titleOf(ws.Title) }
func (ws *Worksheet[T]) inMain() bool                          { return ws.Header == nil && ws.Title == nil }
func (ws *Worksheet[T]) pick(w *Window, choose func([]string)) { ws.asList().pick(w, choose) }

func titleOf(title func() string) string {
	if title == nil {
		return ""
	}
	return title()
}

// asList is the worksheet as a list to choose from.
func (ws *Worksheet[T]) asList() *List[T] {
	return &List[T]{Name: ws.Name, Title: ws.Title, Session: ws.Session, Table: ws.Table, View: ws.View, Fields: ws.Fields}
}

// pick lets codes be chosen: those of the list's first field.
func (l *List[T]) pick(w *Window, choose func([]string)) {
	Pick(w, l, func(rows []T) error {
		codes := make([]string, len(rows))
		for i := range rows {
			codes[i] = l.Fields[0].text(w.session, &rows[i])
		}
		choose(codes)
		return nil
	})
}

func (l *List[T]) title(w *Window) string {
	caption := w.session.Texts.T(l.Name)
	if t := titleOf(l.Title); t != "" {
		caption += " · " + t
	}
	return caption
}

func (l *List[T]) sheet(w *Window) *sheet[T] {
	s := &sheet[T]{w: w, page: l.Name, table: l.Table, view: l.View, fields: l.Fields}
	if l.Table == nil {
		s.rows = &slice[T]{load: l.Rows}
	}
	return s
}

func (l *List[T]) build(w *Window) *content {
	s := l.sheet(w)
	b := &sheetPage[T]{sheet: s, title: func() string { return l.title(w) }, facts: l.FactBoxes, watches: l.Watches, empty: l.Empty,
		remove: l.Delete, askDelete: l.AskDelete}
	if l.Card != nil {
		b.openRow = func(r *T) Page { return l.Card(r) }
	}
	b.newCard = l.NewCard
	return b.build(l.Actions, nil)
}

func (ws *Worksheet[T]) build(w *Window) *content {
	s := ws.asList().sheet(w)
	s.editable = true
	s.add = ws.New
	s.insert = func(r *T) error {
		if ws.Insert != nil {
			return ws.Insert(w, r)
		}
		return register.Insert(ws.Session, ws.Table, r)
	}
	s.save = func(before, after *T) error {
		if ws.Save != nil {
			return ws.Save(w, before, after)
		}
		return register.Save(ws.Session, ws.Table, before, after)
	}
	b := &sheetPage[T]{sheet: s, title: func() string { return ws.asList().title(w) }, facts: ws.FactBoxes, watches: ws.Watches, empty: ws.Empty,
		remove: ws.Delete, askDelete: ws.AskDelete}
	return b.build(ws.Actions, ws.Header)
}

// sheetPage is a list or worksheet on the screen.
type sheetPage[T any] struct {
	*sheet[T]
	title     func() string
	facts     []FactBox[T]
	watches   []string
	empty     string
	openRow   func(r *T) Page
	newCard   func() Page
	remove    func(w *Window, rows []T) error
	askDelete func(rows []T) (*app.Question, error)

	boxes  []*factBox
	header *content
	search *searchBox
	pane   *filterPane
}

func (b *sheetPage[T]) build(actions []Action[T], header *Header) *content {
	w := b.w
	b.open()
	b.search = newSearchBox(w, b.sheet)
	b.pane = newFilterPane(w, b.sheet)
	if b.empty != "" {
		b.grid.SetEmptyText(w.session.Texts.T(b.empty))
	}
	if b.openRow != nil {
		b.grid.OnOpen = func(row int) {
			if r := b.record(row); r != nil {
				w.Open(b.openRow(r))
			}
		}
	}
	var above []fyne.CanvasObject
	if header != nil {
		b.header = header.build(w, b.leave, b.reread)
		above = append(above, b.header.object)
	}
	lines := panel(b.grid)
	above = append(above, b.search.object, b.pane.object)
	inner := fyne.CanvasObject(inset(columnGrowing(8, lines, append(above, lines)...), 12, 16))
	if len(b.facts) > 0 {
		b.boxes = newFactBoxes(w, b.facts, b.current)
		inner = container.NewBorder(nil, nil, nil, w.sidePanel(b.boxes), inner)
	}
	out := &content{
		object:   surface(theme.Background, inner),
		title:    b.title,
		commands: append(b.standard(), commandsOf(w, actions, b.current, b.marked)...),
		focus:    func() { w.fyne.Canvas().Focus(b.grid) },
		commit:   b.commit,
		refresh:  b.reread,
		search:   b.search.start,
		next:     b.nextRow,
	}
	b.changed = b.show
	b.grid.OnMenu = b.showMenu
	out.stop = b.listen()
	if b.err != nil {
		w.Fail(b.err)
	}
	b.show()
	return out
}

func (b *sheetPage[T]) listen() (stop func()) {
	tables := slices.Clone(b.watches)
	if b.table != nil {
		tables = append(tables, b.table.Name())
	}
	for _, f := range b.facts {
		tables = append(tables, f.Watches...)
	}
	return b.w.session.On(tables, b.refresh)
}

// show says in the bar how many rows there are and what is not stored yet, and fills the fact boxes.
func (b *sheetPage[T]) show() {
	t := b.w.session.Texts
	said := t.T("bar-rows", b.rows.Len())
	if n := len(b.grid.Selected()); n > 1 {
		said += " · " + t.T("bar-marked", n)
	}
	if b.draft != nil {
		said += " · " + t.T("bar-not-stored", b.draftRow+1)
	}
	b.w.bar.say(said)
	for _, box := range b.boxes {
		box.refresh()
	}
}

// reread shows everything anew: the filters of the header, the lines that they leave, and the title.
func (b *sheetPage[T]) reread() {
	if b.header != nil {
		b.header.refresh()
	}
	b.refresh()
	b.w.retitle()
}

func (b *sheetPage[T]) commit() error {
	if b.header != nil {
		if err := b.header.commit(); err != nil {
			return err
		}
	}
	return b.leave()
}

// nextRow puts the cursor on the row below, if there is one.
func (b *sheetPage[T]) nextRow() {
	if row, column := b.grid.Cursor(); row+1 < b.rows.Len() {
		b.grid.SetCursor(row+1, column)
	}
}

// standard are the commands of every list.
func (b *sheetPage[T]) standard() []*command {
	var commands []*command
	has := func() bool { return b.current() != nil }
	switch {
	case b.newCard != nil:
		commands = append(commands, &command{caption: "new", keys: []string{"Alt+N", "Ctrl+N"}, group: groupFile, promoted: true,
			run: func() error { b.w.Open(b.newCard()); return nil }})
	case b.add != nil:
		commands = append(commands, &command{caption: "new-line", keys: []string{"Alt+N", "Ctrl+N", "Ctrl+Insert"}, group: groupFile, promoted: true,
			run: func() error { b.grid.SetCursor(b.rows.Len(), b.firstEditable()); return nil }})
	}
	if b.openRow != nil {
		commands = append(commands, &command{caption: "edit", keys: []string{"Shift+F7"}, group: groupFile, promoted: true, enabled: has,
			run: func() error { b.w.Open(b.openRow(b.current())); return nil }})
	}
	if b.remove != nil {
		commands = append(commands, &command{caption: "delete", keys: []string{"Ctrl+Delete"}, group: groupFile, promoted: true, enabled: has, run: b.removeMarked})
	}
	return append(commands, b.sheetCommands()...)
}

// firstEditable is the first column that a new line is entered in.
func (s *sheet[L]) firstEditable() string {
	for i := range s.fields {
		if f := &s.fields[i]; !f.hidden && f.canEdit(s.newLine()) && !f.skips(s.newLine()) {
			return f.caption
		}
	}
	return ""
}

func (b *sheetPage[T]) removeMarked() error {
	rows := b.marked()
	question := app.Question{Text: data.Msg("ask-delete-rows", len(rows)), Yes: true}
	if b.askDelete != nil {
		q, err := b.askDelete(rows)
		if err != nil {
			return err
		}
		if q != nil {
			question = *q
		}
	}
	b.w.Ask(question, func(yes bool) {
		if !yes {
			return
		}
		if err := b.remove(b.w, rows); err != nil {
			b.w.Fail(err)
		}
	})
	return nil
}
