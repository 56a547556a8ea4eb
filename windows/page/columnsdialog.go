package page

import (
	"slices"

	"fyne.io/fyne/v2"

	"campaigndesk/data"
	"campaigndesk/windows/field"
	"campaigndesk/windows/grid"
)

// columnsDialog lets the user show, hide and reorder the columns of a list (UI-30). It is the source of its own list.
type columnsDialog struct {
	w        *Window
	grid     *grid.Grid
	columns  []data.PageColumn
	declared []data.PageColumn
}

// chooseColumns opens the dialog on the sheet's columns; what is chosen is kept in the company file.
func (s *sheet[L]) chooseColumns() error {
	if err := s.leave(); err != nil {
		return nil // has been shown
	}
	var columns []data.PageColumn
	for i, c := range s.grid.ColumnStates() {
		columns = append(columns, data.PageColumn{ID: c.ID, Position: i, Width: int(c.Width), Hidden: c.Hidden})
	}
	d := &columnsDialog{w: s.w, columns: columns, declared: s.declared()}
	d.show(func() {
		s.useColumns(d.columns)
		s.rememberColumns(s.grid.ColumnStates())
	})
	return nil
}

const (
	columnCaption = "column"
	columnShown   = "column-shown"
)

func (d *columnsDialog) show(chosen func()) {
	w, t := d.w, d.w.session.Texts
	d.grid = grid.New(w.fyne.Canvas(), []grid.Column{
		{ID: columnCaption, Caption: t.T(columnCaption), Width: 280},
		{ID: columnShown, Caption: t.T(columnShown), Width: 110},
	}, d)
	m := &modal{}
	ok := func() {
		m.close()
		chosen()
	}
	m.enter, m.cancel = ok, m.close
	d.grid.MinRows = min(len(d.columns), 16)
	d.grid.OnKey = d.key
	d.grid.OnOpen = func(int) { ok() }
	d.grid.OnDrill = func(row int, _ string) { d.turn(row) }
	d.grid.OnType = func(_, text string) {
		if text == " " {
			row, _ := d.grid.Cursor()
			d.turn(row)
		}
	}
	button := func(key string, look field.Look, do func()) *field.Button {
		b := field.NewButton(t.T(key), look, do)
		b.OnKey = w.key
		return b
	}
	filler := space(1, 1)
	tools := rowGrowing(6, filler, button("move-up", field.Plain, func() { d.move(-1) }), button("move-down", field.Plain, func() { d.move(1) }),
		filler, button("reset-columns", field.Plain, d.reset))
	lines := panel(d.grid)
	w.openModal(t.T("columns"), columnGrowing(8, lines, paragraph(t.T("columns-hint"), 400), lines, tools), 440, m,
		button("ok", field.Primary, ok), button("cancel", field.Plain, m.close))
	d.grid.Focus()
}

// key: Alt+Up and Alt+Down move the column.
func (d *columnsDialog) key(name fyne.KeyName, mod fyne.KeyModifier) bool {
	if mod == fyne.KeyModifierAlt {
		switch name {
		case fyne.KeyUp:
			d.move(-1)
			return true
		case fyne.KeyDown:
			d.move(1)
			return true
		}
	}
	return d.w.key(name, mod)
}

// turn shows a hidden column or hides a shown one; the last one stays.
func (d *columnsDialog) turn(row int) {
	others := slices.ContainsFunc(d.columns, func(c data.PageColumn) bool { return !c.Hidden && c.ID != d.columns[row].ID })
	d.columns[row].Hidden = !d.columns[row].Hidden && others
	d.grid.Refresh()
}

func (d *columnsDialog) move(by int) {
	row, column := d.grid.Cursor()
	to := row + by
	if to < 0 || to >= len(d.columns) {
		return
	}
	d.columns[row], d.columns[to] = d.columns[to], d.columns[row]
	d.grid.SetCursor(to, column)
	d.grid.Refresh()
}

// reset brings back order, widths and visibility as declared.
func (d *columnsDialog) reset() {
	d.columns = slices.Clone(d.declared)
	d.grid.Refresh()
	d.grid.Focus()
}

// Len and Cell are the list's rows.
func (d *columnsDialog) Len() int { return len(d.columns) }

func (d *columnsDialog) Cell(row int, column string) grid.Cell {
	c := d.columns[row]
	if column == columnCaption {
		return grid.Cell{Text: d.w.session.Texts.T(c.ID)}
	}
	answer := "answer-yes"
	if c.Hidden {
		answer = "answer-no"
	}
	return grid.Cell{Text: d.w.session.Texts.T(answer), Tone: grid.Link}
}
