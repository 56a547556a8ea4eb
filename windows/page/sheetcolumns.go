package page

import (
	"context"

	"fyne.io/fyne/v2"

	"campaigndesk/data"
	"campaigndesk/windows/grid"
)

// What the width of a column is made of: room for its characters, but at least for its caption.
const (
	charWidth = 7.6
	sortRoom  = 13 // beside a caption, for the arrow of the order
)

// columns are the declared columns as the grid wants them.
func (s *sheet[L]) columns() []grid.Column {
	t := s.w.session.Texts
	columns := make([]grid.Column, len(s.fields))
	for i := range s.fields {
		f := &s.fields[i]
		c := grid.Column{ID: f.caption, Caption: t.T(f.caption), Editable: s.editable && !f.readOnly, Check: f.kind == kindCheck, Chip: f.chip}
		if f.right || f.kind == kindAmount || f.kind == kindNumber {
			c.Align = grid.Right
		}
		if f.kind == kindCheck {
			c.Align = grid.Center
		}
		caption := fyne.MeasureText(c.Caption, 12, fyne.TextStyle{Bold: true}).Width
		c.Width = max(float32(f.characters())*charWidth, caption+sortRoom) + 16
		columns[i] = c
	}
	return columns
}

// characters is the declared width of a column, or the usual one of its kind.
func (f *Field[T]) characters() int {
	if f.width > 0 {
		return f.width
	}
	switch f.kind {
	case kindCode:
		return 12
	case kindDate:
		return 11
	case kindAmount, kindNumber:
		return 12
	case kindCheck:
		return 8
	case kindChoice:
		return 16
	}
	return 26
}

// declared is the columns' order and width before the user changed anything.
func (s *sheet[L]) declared() []data.PageColumn {
	columns := make([]data.PageColumn, len(s.fields))
	for i, c := range s.columns() {
		columns[i] = data.PageColumn{ID: c.ID, Position: i, Width: int(c.Width), Hidden: s.fields[i].hidden}
	}
	return columns
}

// recallColumns gives the grid the columns as the user left them.
func (s *sheet[L]) recallColumns() {
	changed, err := data.PageColumns(s.w.session.DB, s.page, s.part)
	if err != nil {
		s.w.Fail(err)
	}
	s.useColumns(columnChoice(s.declared(), changed))
}

func (s *sheet[L]) useColumns(columns []data.PageColumn) {
	states := make([]grid.ColumnState, len(columns))
	for i, c := range columns {
		states[i] = grid.ColumnState{ID: c.ID, Width: float32(c.Width), Hidden: c.Hidden}
	}
	s.grid.SetColumnStates(states)
}

// width is the room that the visible columns take.
func (s *sheet[L]) width() float32 {
	var width float32
	for _, c := range s.grid.ColumnStates() {
		if !c.Hidden {
			width += c.Width
		}
	}
	return width
}

// rememberColumns keeps the columns that differ from the declared ones.
func (s *sheet[L]) rememberColumns(states []grid.ColumnState) {
	columns := make([]data.PageColumn, len(states))
	for i, st := range states {
		columns[i] = data.PageColumn{ID: st.ID, Position: i, Width: int(st.Width), Hidden: st.Hidden}
	}
	changed := columnChanges(s.declared(), columns)
	if err := data.SetPageColumns(context.Background(), s.w.session.DB, s.page, s.part, changed); err != nil {
		s.w.Fail(err)
	}
}
