package grid

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// modelSheet says what a worksheet of four columns should do with a key, as plainly as possible.
type modelSheet struct {
	rows     [][]string
	stored   []bool
	row, col int
	editing  bool
	typed    bool
	text     string
}

// The columns of priceColumns: which can be edited, which is the box.
var modelEditable = [4]bool{true, false, true, true}

const modelBox = 3

func modelLocked(row, col int) bool { return col == 2 && row%3 == 1 }

func (m *modelSheet) canEdit(row, col int) bool {
	return modelEditable[col] && (row >= len(m.rows) || !modelLocked(row, col))
}

// commit writes what was typed; "!" is refused.
func (m *modelSheet) commit() bool {
	if m.editing {
		if m.text == "!" {
			return false
		}
		m.rows[m.row][m.col] = m.text
		m.editing = false
	}
	return true
}

func (m *modelSheet) move(row, col int) {
	if !m.commit() {
		return
	}
	row = max(0, min(row, len(m.rows)))
	col = max(0, min(col, 3))
	if row != m.row && m.row < len(m.rows) {
		m.stored[m.row] = true
	}
	m.row, m.col = row, col
}

func (m *modelSheet) step(direction int) {
	for at := m.row*4 + m.col + direction; at >= 0 && at/4 <= len(m.rows); at += direction {
		if m.canEdit(at/4, at%4) {
			m.move(at/4, at%4)
			return
		}
	}
	m.commit()
}

// newRow makes the empty line a row, if the cursor is there.
func (m *modelSheet) newRow() {
	if m.row == len(m.rows) {
		m.rows = append(m.rows, make([]string, 4))
		m.stored = append(m.stored, false)
	}
}

func (m *modelSheet) open(text string, typed bool) {
	if m.editing || !m.canEdit(m.row, m.col) || m.col == modelBox {
		return
	}
	m.newRow()
	m.editing, m.typed, m.text = true, typed, text
	if !typed {
		m.text = m.rows[m.row][m.col]
	}
}

func (m *modelSheet) key(name string, page int) {
	switch name {
	case "Up":
		m.move(m.row-1, m.col)
	case "Down":
		m.move(m.row+1, m.col)
	case "Prior":
		m.move(m.row-page, m.col)
	case "Next":
		m.move(m.row+page, m.col)
	case "Left":
		m.move(m.row, m.col-1)
	case "Right":
		m.move(m.row, m.col+1)
	case "Home":
		m.move(m.row, 0)
	case "End":
		m.move(m.row, 3)
	case "Ctrl+Home":
		m.move(0, m.col)
	case "Ctrl+End":
		m.move(len(m.rows)-1, m.col)
	case "Tab", "Return":
		m.step(1)
	case "Shift+Tab", "Shift+Return":
		m.step(-1)
	case "F2":
		m.open("", false)
		m.typed = false
	case "F8":
		m.editing = false
		if m.row > 0 && m.canEdit(m.row, m.col) {
			m.newRow()
			m.rows[m.row][m.col] = m.rows[m.row-1][m.col]
			m.step(1)
		}
	case "Delete":
		if m.row < len(m.rows) && m.canEdit(m.row, m.col) {
			m.rows[m.row][m.col] = ""
		}
	case "Escape":
		if m.editing {
			m.editing = false
		} else if m.row < len(m.rows) && !m.stored[m.row] {
			m.rows = slices.Delete(m.rows, m.row, m.row+1)
			m.stored = slices.Delete(m.stored, m.row, m.row+1)
		}
	case " ":
		if m.col == modelBox && !m.editing {
			m.newRow()
			if m.rows[m.row][m.col] == Checked {
				m.rows[m.row][m.col] = Unchecked
			} else {
				m.rows[m.row][m.col] = Checked
			}
		}
	default: // a letter
		if m.editing {
			m.text += name
		} else {
			m.open(name, true)
		}
	}
}

var modelKeys = []string{
	"Up", "Down", "Prior", "Next", "Left", "Right", "Home", "End", "Ctrl+Home", "Ctrl+End", "Tab", "Return", "Shift+Tab",
	"Shift+Return", "F2", "F8", "Delete", "Escape", " ", "a", "7", "!",
}

// Any sequence of keys leaves the same rows and the same cursor as the model, the cursor inside the data and in
// sight, and the focus on the grid or its editor.
func TestKeysProperty(t *testing.T) {
	s := prices(0)
	s.locked = func(row int, column string) bool { return modelLocked(row, s.at(column)) }
	s.refuse = func(_, text string) error {
		if text == "!" {
			return errRefused
		}
		return nil
	}
	u := sit(t, priceColumns(), s)
	u.size(300, 6)
	rapid.Check(t, func(t *rapid.T) {
		u.CancelEdit()
		fresh := prices(rapid.IntRange(0, 30).Draw(t, "rows"))
		s.rows, s.stored = fresh.rows, fresh.stored
		u.SetSource(s)
		u.SetCursor(0, "item")
		m := &modelSheet{rows: prices(s.Len()).rows, stored: slices.Clone(s.stored)}
		for range rapid.IntRange(1, 60).Draw(t, "length") {
			key := rapid.SampledFrom(modelKeys).Draw(t, "key")
			switch key {
			case "Left", "Right", "Home", "End", "F2": // in the text, once it was opened by F2
				if m.editing && (!m.typed || key == "F2") {
					continue
				}
			case "Delete", " ": // of the text while editing
				if m.editing {
					continue
				}
				if key == " " && m.col != modelBox {
					continue
				}
			}
			page := u.page()
			if len(key) == 1 {
				u.typed(key)
			} else {
				u.press(key)
			}
			m.key(key, page)

			if diff := cmp.Diff(m.rows, s.rows); diff != "" {
				t.Fatalf("after %s: %s", key, diff)
			}
			if row, column := u.Cursor(); row != m.row || column != s.columns[m.col] {
				t.Fatalf("after %s: cursor at %d %s, want %d %s", key, row, column, m.row, s.columns[m.col])
			}
			if u.Editing() != m.editing || m.editing && u.EditorText() != m.text {
				t.Fatalf("after %s: editing %v %q, want %v %q", key, u.Editing(), u.EditorText(), m.editing, m.text)
			}
			if u.first < 0 || u.first > u.lastFirst() || u.left < 0 || u.left > u.zones.fullWidth-u.zones.bodyWidth {
				t.Fatalf("after %s: scrolled to %d, %v", key, u.first, u.left)
			}
			if _, size := u.CellPosition(u.Cursor()); size != fyne.NewSize(u.view[u.col].Width, RowHeight) {
				t.Fatalf("after %s: of the cursor's cell only %v is in sight", key, size)
			}
			if f := u.window.Canvas().Focused(); f != fyne.Focusable(u.Grid) && f != fyne.Focusable(u.edit.entry) {
				t.Fatalf("after %s: the focus is lost", key)
			}
		}
	})
}
