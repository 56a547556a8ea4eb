package page

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"campaigndesk/app"
	"campaigndesk/data"
	"campaigndesk/windows/grid"
)

// sheet shows records of L in a grid: the body of lists, worksheets and parts. An editable sheet keeps the line being worked
// on as a draft until the cursor leaves it.
type sheet[L any] struct {
	w      *Window
	page   string // where the user's columns are remembered
	part   string
	table  *data.Table[L] // nil for calculated rows
	view   func() data.View
	fields Fields[L]
	rows   rows[L]
	grid   *grid.Grid

	editable bool
	locked   func() bool
	add      func(above *L) L // a new line; nil: none can be added
	insert   func(r *L) error
	ask      func(before, after *L) *app.Question // to be answered before save; nil: nothing is asked
	save     func(before, after *L) error

	filters map[string]string
	search  string
	sort    string // field caption
	desc    bool

	fresh    *L  // a new line as it begins, nil until it is asked for
	draft    *L  // the line being entered, nil if none
	draftRow int // its row; rows.Len() for a new one
	err      error
	changed  func() // tells the page that rows or cursor changed
}

// open makes the grid and reads the rows.
func (s *sheet[L]) open() {
	s.filters = map[string]string{}
	s.recallSort()
	if s.rows == nil {
		s.reopen()
	} else {
		s.err = s.rows.Reload()
	}
	s.grid = grid.New(s.w.fyne.Canvas(), s.columns(), s)
	s.recallColumns()
	s.grid.ReadOnly = !s.editable
	s.grid.SetSort(s.sort, s.desc)
	s.grid.OnKey = s.key
	s.grid.OnShortcut = s.w.shortcut
	s.grid.OnEditKey = s.editKey
	s.grid.OnRefused = s.refused
	s.grid.OnSort = s.sortBy
	s.grid.OnColumns = s.rememberColumns
	s.grid.OnSelected = func(int) { s.tellChanged() }
	s.grid.OnType = s.typed
	s.grid.OnEditing = func(_ int, _ string, editing bool) {
		if !editing {
			s.w.closeDropdown()
			s.w.clearMessage() // a text that was refused is mended or given up
		}
	}
	s.grid.OnDrill = s.drill
	if s.editable && s.CanAdd() {
		s.grid.SetCursor(0, s.firstEditable())
	}
}

// reopen reads the table anew with the current filters and order. A faulty filter leaves the rows as they were.
func (s *sheet[L]) reopen() error {
	list, err := s.table.Open(s.w.session.DB, s.currentView())
	if err != nil {
		if s.rows == nil {
			s.rows, s.err = &slice[L]{load: func() ([]L, error) { return nil, nil }}, err
		}
		return err
	}
	s.rows, s.err = list, nil
	return nil
}

// currentView is the page's view with what the user asked for on top.
func (s *sheet[L]) currentView() data.View {
	var v data.View
	if s.view != nil {
		v = s.view()
	}
	filters := map[string]string{}
	for column, expr := range v.Filters {
		filters[column] = expr
	}
	for column, expr := range s.filters {
		filters[column] = expr
	}
	v.Filters, v.Options, v.Env, v.Search = filters, s.optionCaptions(), s.w.session.FilterEnv(), s.search
	if f := s.field(s.sort); f != nil {
		v.Sort, v.Desc = f.column(s.table), s.desc
	}
	return v
}

func (s *sheet[L]) optionCaptions() map[string][]string {
	options := map[string][]string{}
	for i := range s.fields {
		if f := &s.fields[i]; f.kind == kindChoice {
			var captions []string
			for _, key := range f.options {
				captions = append(captions, s.w.session.Texts.T(key))
			}
			options[f.column(s.table)] = captions
		}
	}
	return options
}

func (s *sheet[L]) field(caption string) *Field[L] {
	for i := range s.fields {
		if s.fields[i].caption == caption {
			return &s.fields[i]
		}
	}
	return nil
}

// refresh reads the rows again, keeping the cursor on its record and the line being entered.
func (s *sheet[L]) refresh() {
	s.fresh = nil
	var id int64
	if r := s.current(); r != nil && s.table != nil {
		id = s.table.ID(r)
	}
	if s.table != nil {
		if err := s.reopen(); err != nil {
			s.w.Fail(err)
		}
	} else if err := s.rows.Reload(); err != nil {
		s.w.Fail(err)
	}
	if list, ok := s.rows.(*data.List[L]); ok && id != 0 && s.draft == nil {
		if row := list.IndexOf(id); row >= 0 {
			_, column := s.grid.Cursor()
			s.grid.SetCursor(row, column)
		}
	}
	s.grid.Refresh()
	s.tellChanged()
}

func (s *sheet[L]) tellChanged() {
	if s.changed != nil && s.grid != nil {
		s.changed()
	}
}

// record is the row's record, the draft included; nil if it is gone.
func (s *sheet[L]) record(row int) *L {
	if s.draft != nil && row == s.draftRow {
		return s.draft
	}
	r, err := s.rows.At(row)
	if err != nil {
		return nil
	}
	return &r
}

// current is the record under the cursor, nil if there is none.
func (s *sheet[L]) current() *L {
	if s.grid == nil {
		return nil
	}
	row, _ := s.grid.Cursor()
	return s.record(row)
}

// marked are the records of the selected rows, at least the one under the cursor.
func (s *sheet[L]) marked() []L {
	var records []L
	for _, row := range s.grid.Selected() {
		if r := s.record(row); r != nil {
			records = append(records, *r)
		}
	}
	return records
}

// Len, Cell and Page are the grid's source.
func (s *sheet[L]) Len() int {
	n := s.rows.Len()
	if s.draft != nil && s.draftRow == n {
		n++
	}
	return n
}

func (s *sheet[L]) Cell(row int, column string) grid.Cell {
	r, f := s.record(row), s.field(column)
	if r == nil || f == nil {
		return grid.Cell{}
	}
	return s.cell(r, f)
}

// NewLine is what the empty line at the end shows of what a new line will have; figures nobody has entered say nothing.
func (s *sheet[L]) NewLine(column string) grid.Cell {
	f := s.field(column)
	c := s.cell(s.newLine(), f)
	if f.kind == kindAmount || f.kind == kindNumber {
		c.Text = ""
	}
	return c
}

// newLine is a line as it would begin. It is made once and again after the rows are read.
func (s *sheet[L]) newLine() *L {
	if s.fresh == nil {
		fresh := s.add(nil)
		s.fresh = &fresh
	}
	return s.fresh
}

func (s *sheet[L]) cell(r *L, f *Field[L]) grid.Cell {
	c := grid.Cell{Locked: !f.canEdit(r), Skip: f.skips(r), Checked: f.checked(r)}
	if f.kind != kindCheck {
		c.Text = f.text(s.w.session, r)
	}
	if f.tone != nil {
		c.Tone = f.tone(r)
	}
	if f.drill != nil && c.Text != "" {
		c.Tone = grid.Link
	}
	if f.hint != nil && c.Text == "" {
		c.Hint = f.hint(r)
	}
	return c
}

// sortBy sorts by a column, and the other way round when it is sorted by it already.
func (s *sheet[L]) sortBy(column string) {
	f := s.field(column)
	if s.table == nil || f == nil || f.column(s.table) == "" || s.leave() != nil {
		return
	}
	s.desc = s.sort == column && !s.desc
	s.sort = column
	s.grid.SetSort(s.sort, s.desc)
	s.rememberSort()
	s.refresh()
}

func (s *sheet[L]) drill(row int, column string) {
	if f, r := s.field(column), s.record(row); f != nil && r != nil && f.drill != nil {
		s.w.Open(f.drill(r))
	}
}

// typed follows what is typed into a cell: the lookup under it; in a list the command of the letter, else the quick search.
func (s *sheet[L]) typed(column, text string) {
	if !s.grid.Editing() {
		if !s.w.pressed(text) {
			s.w.startSearch(text)
		}
		return
	}
	f, r := s.field(column), s.current()
	if f == nil || f.lookup == nil || r == nil {
		return
	}
	s.offer(f, r, text)
}

func (s *sheet[L]) offer(f *Field[L], r *L, text string) {
	row, column := s.grid.Cursor()
	at, size := s.grid.CellPosition(row, column)
	at = at.Add(fyne.CurrentApp().Driver().AbsolutePositionForObject(s.grid))
	s.w.offerAt(f.lookup(r), text, at, size, s.choose)
}

// choose puts a code chosen in a lookup into the cell and goes on.
func (s *sheet[L]) choose(codes []string) {
	if !s.grid.Editing() {
		s.grid.EditCell("", true)
	}
	s.grid.SetEditorText(codes[0])
	if err := s.grid.CommitEdit(); err == nil {
		s.grid.Focus()
	}
}

func (s *sheet[L]) editKey(name fyne.KeyName, mod fyne.KeyModifier) bool {
	return s.w.drop != nil && s.w.drop.key(name, mod)
}

// key handles what the grid has no use for.
func (s *sheet[L]) key(name fyne.KeyName, mod fyne.KeyModifier) bool {
	if s.w.drop != nil && s.w.drop.key(name, mod) {
		return true
	}
	_, column := s.grid.Cursor()
	f, r := s.field(column), s.current()
	if s.editable && f != nil && f.lookup != nil {
		if r == nil && s.CanAdd() {
			r = s.newLine()
		}
		switch {
		case r == nil || !f.canEdit(r):
		case name == fyne.KeyDown && mod == fyne.KeyModifierAlt:
			if !s.grid.Editing() {
				s.grid.EditCell("", false)
			}
			s.offer(f, r, "")
			return true
		case name == fyne.KeyF4 && mod == 0:
			s.w.pickFrom(f.lookup(r), s.choose)
			return true
		}
	}
	return s.w.key(name, mod)
}

// refused says what is wrong, with the cursor in the column that it is about.
func (s *sheet[L]) refused(row int, _ string, err error) {
	if errors.Is(err, errAsked) {
		return
	}
	s.w.Fail(err)
	var message data.Message
	if !errors.As(err, &message) || message.Field == "" || s.grid.Editing() {
		return
	}
	for i := range s.fields {
		if s.fields[i].column(s.table) == message.Field {
			s.grid.SetCursor(row, s.fields[i].caption)
		}
	}
}

// leave stores what is being entered; a refusal has been shown.
func (s *sheet[L]) leave() error {
	if !s.editable {
		return nil
	}
	return s.grid.Leave()
}

// filterValue is the expression that matches the value of the cell under the cursor (Alt+F3).
func (s *sheet[L]) filterValue() (column, expr string) {
	_, caption := s.grid.Cursor()
	f, r := s.field(caption), s.current()
	if f == nil || r == nil || f.column(s.table) == "" {
		return "", ""
	}
	text := f.text(s.w.session, r)
	if text == "" || strings.ContainsAny(text, "&()=|*?@<>'.") {
		text = "'" + strings.ReplaceAll(text, "'", "''") + "'"
	}
	return f.column(s.table), text
}

// remember keeps a value of this sheet in the company file.
func (s *sheet[L]) remember(name, value string) {
	if err := data.SetPageState(context.Background(), s.w.session.DB, s.page, s.part, name, value); err != nil {
		s.w.Fail(err)
	}
}

func (s *sheet[L]) recall(name string) string {
	value, err := data.PageState(s.w.session.DB, s.page, s.part, name)
	if err != nil {
		s.w.Fail(err)
	}
	return value
}

func (s *sheet[L]) rememberSort() {
	value := s.sort
	if s.desc {
		value = "-" + value
	}
	s.remember("sort", value)
}

func (s *sheet[L]) recallSort() {
	value := s.recall("sort")
	s.desc = strings.HasPrefix(value, "-")
	s.sort = strings.TrimPrefix(value, "-")
	if f := s.field(s.sort); f == nil || f.column(s.table) == "" {
		s.sort, s.desc = "", false
	}
}
