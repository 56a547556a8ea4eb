package page

import (
	"strings"

	"campaigndesk/data"
	"campaigndesk/windows/grid"
)

// The sheet as the grid's Editor. The line under work is the draft; a refused cell leaves the draft as it was.

// CanAdd tells whether there is an empty line at the end. There is one below a line that is not stored yet, too: going
// there stores it.
func (s *sheet[L]) CanAdd() bool { return s.add != nil && !s.isLocked() }

func (s *sheet[L]) isLocked() bool { return s.locked != nil && s.locked() }

// Begin gives the text of a cell to edit.
func (s *sheet[L]) Begin(row int, column string) (string, bool) {
	r, f := s.record(row), s.field(column)
	if r == nil || f == nil || s.isLocked() || !f.canEdit(r) {
		return "", false
	}
	return f.text(s.w.session, r), true
}

// NewRow starts a new line at the end. The grid shows it once it is the draft.
func (s *sheet[L]) NewRow(int) int {
	if !s.CanAdd() || s.draft != nil {
		return -1
	}
	n := s.rows.Len()
	var above *L
	if n > 0 {
		above = s.record(n - 1)
	}
	fresh := s.add(above)
	s.draft, s.draftRow = &fresh, n
	return n
}

// Commit takes over a cell into the draft.
func (s *sheet[L]) Commit(row int, column, text string) error {
	s.w.clearMessage()
	f := s.field(column)
	after := s.begin(row)
	if after == nil || f == nil {
		return data.Msg("row-gone")
	}
	changed := *after
	if err := s.enterCell(f, &changed, text); err != nil {
		return err
	}
	s.draft, s.draftRow = &changed, row
	s.tellChanged()
	return nil
}

// enterCell enters a text as the grid gives it.
func (s *sheet[L]) enterCell(f *Field[L], r *L, text string) error {
	if !f.canEdit(r) || s.isLocked() {
		return data.Msg("field-locked", data.Msg(f.caption))
	}
	if f.kind == kindCheck {
		text = s.w.session.Locale.FormatBool(text == grid.Checked)
	}
	return f.enter(s.w.session, r, text)
}

// begin returns the row's record to be changed, storing another line under work first.
func (s *sheet[L]) begin(row int) *L {
	if s.draft != nil && s.draftRow != row {
		if s.LeaveRow(s.draftRow) != nil {
			return nil
		}
	}
	return s.record(row)
}

// LeaveRow stores the draft; a refusal keeps it, and so does a question until it is answered.
func (s *sheet[L]) LeaveRow(int) error { return s.storeDraft(true) }

func (s *sheet[L]) storeDraft(asking bool) error {
	if s.draft == nil {
		return nil
	}
	r, fresh := *s.draft, s.isFresh()
	// The change notice re-reads the rows while the write is on its way out; the draft must be gone by then.
	kept, keptRow := s.draft, s.draftRow
	s.draft = nil
	var err error
	if fresh {
		err = s.insert(&r)
	} else if before, rerr := s.storedRow(&r, keptRow); rerr != nil {
		err = rerr
	} else if asking && s.asks(&before, &r) {
		err = errAsked
	} else {
		err = s.save(&before, &r)
	}
	if err != nil {
		s.draft, s.draftRow = kept, keptRow
		return err
	}
	s.tellChanged()
	return nil
}

// asks puts the page's question before the user, if it has one about the change of a line. No gives the change up.
func (s *sheet[L]) asks(before, after *L) bool {
	if s.ask == nil {
		return false
	}
	q := s.ask(before, after)
	if q == nil {
		return false
	}
	s.w.Ask(*q, func(yes bool) {
		if !yes {
			s.draft = nil
		} else if err := s.storeDraft(false); err != nil {
			s.refused(s.draftRow, "", err)
		}
		s.grid.Refresh()
		s.tellChanged()
	})
	return true
}

// isFresh is whether the draft is a new line.
func (s *sheet[L]) isFresh() bool {
	if s.table == nil {
		return s.draftRow >= s.rows.Len()
	}
	return s.table.ID(s.draft) == 0
}

// storedRow is the line under work as it was before.
func (s *sheet[L]) storedRow(r *L, row int) (L, error) {
	if s.table == nil {
		return s.rows.At(row)
	}
	return s.table.ByID(s.w.session.DB, s.table.ID(r))
}

// CopyAbove gives a cell the value of the one above (F8).
func (s *sheet[L]) CopyAbove(row int, column string) error {
	f, above := s.field(column), s.record(row-1)
	if f == nil || above == nil {
		return nil
	}
	text := f.text(s.w.session, above)
	if f.kind == kindCheck {
		text = grid.Unchecked
		if f.checked(above) {
			text = grid.Checked
		}
	}
	return s.Commit(row, column, text)
}

// Clear empties a cell.
func (s *sheet[L]) Clear(row int, column string) error {
	if f := s.field(column); f == nil || f.kind == kindChoice || f.kind == kindCheck {
		return nil
	}
	return s.Commit(row, column, "")
}

// Paste enters a block cell by cell, line by line, each through validation and storing. It stops at the first refusal,
// which names the line of the block.
func (s *sheet[L]) Paste(row int, columns []string, block [][]string) error {
	for i, line := range block {
		at := row + i
		if at >= s.Len() {
			if s.draft != nil {
				if err := s.LeaveRow(s.draftRow); err != nil {
					return pasteError(i, err)
				}
			}
			if at = s.NewRow(-1); at < 0 {
				return data.Msg("paste-no-room", i+1)
			}
		}
		for j, text := range line {
			if j >= len(columns) {
				break
			}
			if err := s.pasteCell(at, columns[j], strings.TrimSpace(text)); err != nil {
				return pasteError(i, err)
			}
		}
		if i < len(block)-1 {
			if err := s.LeaveRow(at); err != nil {
				return pasteError(i, err)
			}
		}
	}
	return nil
}

// pasteCell enters one cell of a block. Columns that are never edited are passed over, and so is a cell that shows the value
// already.
func (s *sheet[L]) pasteCell(row int, column, text string) error {
	f, r := s.field(column), s.record(row)
	if f == nil || r == nil || f.readOnly || f.text(s.w.session, r) == text {
		return nil
	}
	if f.kind == kindCheck {
		yes, err := s.w.session.Locale.ParseBool(text)
		if err != nil {
			return err
		}
		text = grid.Unchecked
		if yes {
			text = grid.Checked
		}
	}
	return s.Commit(row, column, text)
}

func pasteError(line int, err error) error {
	if m, ok := err.(data.Message); ok {
		return data.Msg("paste-stopped", line+1, m)
	}
	return err
}

// Escape throws the draft away.
func (s *sheet[L]) Escape(int) bool {
	if s.draft == nil {
		return false
	}
	s.draft = nil
	s.w.clearMessage()
	s.tellChanged()
	return true
}
