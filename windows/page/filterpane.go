package page

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"campaigndesk/windows/field"
	"campaigndesk/windows/theme"
)

// filterPane lets the user put a filter expression on every field of a list (UI-24). It is hidden until Shift+F3; when it
// is closed, the filters that are set stay in sight as chips.
type filterPane struct {
	w      *Window
	object *fyne.Container // holds the pane, the chips, or nothing
	rows   filteredRows
	toList func() // gives the list the keyboard

	open   bool
	pane   fyne.CanvasObject // made when it is first opened
	fields []*filterField
	said   *canvas.Text // how many rows match, or what is wrong with the expression
}

// filteredRows is what the pane knows of its list. Columns are those of the table.
type filteredRows struct {
	fields func() []filterable
	filter func(column string) string // the expression set, blank if none
	check  func(column, expr string) (matching int, err error)
	set    func(column, expr string) error // a blank expression lifts the filter
}

// filterable is a field that can be filtered.
type filterable struct {
	caption string // catalogue key
	column  string
}

// filterField is the field in which the expression on one column is entered.
type filterField struct {
	filterable
	pane  *filterPane
	entry *field.Entry
}

func newFilterPane[L any](w *Window, s *sheet[L]) *filterPane {
	p := &filterPane{w: w, object: container.NewStack(), toList: func() { s.grid.Focus() }}
	p.rows = filteredRows{fields: s.filterables, filter: func(column string) string { return s.filters[column] }, check: s.checkFilter, set: s.setFilter}
	p.object.Hide()
	return p
}

func (p *filterPane) toggle() {
	if p.open {
		p.close()
	} else {
		p.openAt("")
	}
}

// openAt opens the pane with the keyboard in the field of a column, or in the first one.
func (p *filterPane) openAt(column string) {
	p.open = true
	p.show()
	if len(p.fields) > 0 {
		at := slices.IndexFunc(p.fields, func(f *filterField) bool { return f.column == column })
		p.w.fyne.Canvas().Focus(p.fields[max(at, 0)].entry)
	}
}

func (p *filterPane) close() {
	p.toList() // first, so that an expression being entered is taken over
	p.open = false
	p.show()
}

// show brings the pane in line with the filters that are set.
func (p *filterPane) show() {
	p.object.Objects = nil
	switch chips := p.chips(); {
	case p.open:
		if p.pane == nil {
			p.build()
		}
		for _, f := range p.fields {
			f.entry.SetText(p.rows.filter(f.column))
		}
		p.say("", Muted)
		p.object.Objects = []fyne.CanvasObject{p.pane}
	case chips != nil:
		p.object.Objects = []fyne.CanvasObject{container.NewHScroll(row(6, chips...))}
	}
	setVisible(p.object, p.object.Objects != nil)
	p.w.relayout()
}

func (p *filterPane) build() {
	t := p.w.session.Texts
	var cells []fyne.CanvasObject
	var widest float32
	for _, able := range p.rows.fields() {
		f := &filterField{filterable: able, pane: p}
		f.entry = field.NewText(field.Events{Key: f.key, Typed: f.typed, Leave: f.leave})
		p.fields = append(p.fields, f)
		cells = append(cells, fieldCell(words(t.T(f.caption), theme.Muted, textSize, false), f.entry, &widest))
	}
	p.said = words("", theme.Muted, textSize, false)
	filler := space(1, 1)
	head := rowGrowing(12, filler, words(t.T("filter-pane"), theme.Text, textSize, true), filler, p.said)
	p.pane = panel(inset(column(8, head, container.New(&formLayout{columns: 3}, cells...)), 10, 12))
}

// say writes into the corner of the pane.
func (p *filterPane) say(text string, tone Tone) {
	p.said.Text, p.said.Color = text, colour(toneColours[tone])
	p.pane.Refresh()
}

// chips are the filters that are set; a click on one opens the pane at its field, one on its cross lifts it.
func (p *filterPane) chips() []fyne.CanvasObject {
	var chips []fyne.CanvasObject
	for _, f := range p.rows.fields() {
		expr := p.rows.filter(f.column)
		if expr == "" {
			continue
		}
		text := newTapArea(words(p.w.session.Texts.T(f.caption)+": "+expr, theme.Accent, smallSize, false), func() { p.openAt(f.column) })
		cross := newTapArea(words("×", theme.Muted, textSize, false), func() { p.lift(f.column) })
		back := canvas.NewRectangle(colour(theme.AccentSoft))
		back.CornerRadius = 9
		chips = append(chips, container.NewStack(back, inset(row(6, text, cross), 1, 9)))
	}
	return chips
}

func (p *filterPane) lift(column string) {
	if p.rows.set(column, "") == nil {
		p.show()
	}
}

// reset lifts all filters.
func (p *filterPane) reset() {
	for _, f := range p.rows.fields() {
		if p.rows.filter(f.column) != "" && p.rows.set(f.column, "") != nil {
			return
		}
	}
	p.open = false
	p.show()
	p.toList()
}

// typed says at once how many rows match, or marks a faulty expression with the reason (UI-27).
func (f *filterField) typed(text string) {
	matching, err := f.pane.rows.check(f.column, text)
	f.entry.SetFault(err != nil)
	if err != nil {
		f.pane.say(f.pane.w.session.Texts.Error(err), Bad)
		return
	}
	f.pane.say(f.pane.w.session.Texts.T("filter-matches", matching), Muted)
}

// leave sets the filter; a faulty one is refused.
func (f *filterField) leave() bool {
	text := strings.TrimSpace(f.entry.Text())
	if text == f.pane.rows.filter(f.column) {
		return true
	}
	if err := f.pane.rows.set(f.column, text); err != nil {
		f.pane.say(f.pane.w.session.Texts.Error(err), Bad)
		return false
	}
	return true
}

func (f *filterField) key(name fyne.KeyName, mod fyne.KeyModifier) bool {
	switch {
	case mod != 0:
		return f.pane.w.key(name, mod)
	case name == fyne.KeyReturn, name == fyne.KeyEnter, name == fyne.KeyDown:
		f.pane.toList()
	case name == fyne.KeyEscape:
		f.pane.close()
	default:
		return f.pane.w.key(name, mod)
	}
	return true
}

// filterables are the fields that the table can filter, hidden columns among them (UI-31).
func (s *sheet[L]) filterables() []filterable {
	var all []filterable
	for i := range s.fields {
		if column := s.fields[i].column(s.table); column != "" {
			all = append(all, filterable{s.fields[i].caption, column})
		}
	}
	return all
}

// checkFilter counts the rows that an expression would leave.
func (s *sheet[L]) checkFilter(column, expr string) (matching int, err error) {
	v := s.currentView()
	if err := s.table.CheckFilter(column, expr, v); err != nil {
		return 0, err
	}
	v.Filters[column] = expr
	return s.table.Count(s.w.session.DB, v)
}

// setFilter shows the rows that match an expression; a line being entered is stored first.
func (s *sheet[L]) setFilter(column, expr string) error {
	if err := s.table.CheckFilter(column, expr, s.currentView()); err != nil {
		return err
	}
	if err := s.leave(); err != nil {
		return err
	}
	if expr == "" {
		delete(s.filters, column)
	} else {
		s.filters[column] = expr
	}
	s.refresh()
	return nil
}
