package grid

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"
)

// A day at the worksheet, one habit per case. The cursor starts in row 1 of three (I0, I1, I2), in "item"; "|" types.
func TestEditing(t *testing.T) {
	for _, c := range []struct {
		name, keys string
		want       string // row 1, or the row of the cursor's number
		row        int
		column     string
		editing    bool
	}{
		{"typing replaces", "|AB Return", "AB", 1, "price", false},
		{"typing and Tab", "|A Tab", "A", 1, "price", false},
		{"typing and Shift+Tab", "|A Shift+Tab", "A", 0, "disc", false},
		{"typing and Shift+Return", "|A Shift+Return", "A", 0, "disc", false},
		{"typing and Down", "|A Down", "A", 2, "item", false},
		{"typing and Up", "|A Up", "A", 0, "item", false},
		{"typing and Right", "|A Right", "A", 1, "text", false},
		{"typing and End", "|A End", "A", 1, "disc", false},
		{"typing and Page Down", "|A Next", "A", 3, "item", false},
		{"F2 keeps the text", "F2 |x Return", "I1x", 1, "price", false},
		{"F2 and Left move in the text", "F2 Left |x Return", "Ix1", 1, "price", false},
		{"F2 and Home move in the text", "F2 Home |x Return", "xI1", 1, "price", false},
		{"F2 twice selects all", "F2 F2 |x Return", "x", 1, "price", false},
		{"F2 thrice goes to the end", "F2 F2 F2 |x Return", "I1x", 1, "price", false},
		{"F2 while typing keeps the arrows in the text", "|AB F2 F2 Left |x Return", "AxB", 1, "price", false},
		{"Backspace empties and opens", "BackSpace |x Return", "x", 1, "price", false},
		{"Escape restores", "|AB Escape", "I1", 1, "item", false},
		{"Escape after F2 restores", "F2 |AB Escape", "I1", 1, "item", false},
		{"Delete clears", "Delete", "", 1, "item", false},
		{"F8 copies the cell above and goes on", "F8", "I0", 1, "price", false},
		{"F8 while editing too", "|AB F8", "I0", 1, "price", false},
		{"Ctrl+Home commits", "|A Ctrl+Home", "A", 0, "item", false},
		{"a column that is not editable", "Right |A", "I1", 1, "text", false},
		{"opened and left alone", "F2", "I1", 1, "item", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := prices(3)
			u := sit(t, priceColumns(), s)
			u.SetCursor(1, "item")
			for _, k := range strings.Fields(c.keys) {
				if text, typed := strings.CutPrefix(k, "|"); typed {
					u.typed(text)
				} else {
					u.press(k)
				}
			}
			u.wantCursor(c.row, c.column)
			if got := s.rows[1][0]; got != c.want {
				t.Errorf("cell is %q, want %q", got, c.want)
			}
			if u.Editing() != c.editing {
				t.Errorf("editing %v, want %v", u.Editing(), c.editing)
			}
			wantFocus := fyne.Focusable(u.Grid)
			if c.editing {
				wantFocus = u.edit.entry
			}
			if u.window.Canvas().Focused() != wantFocus {
				t.Error("the focus is somewhere else")
			}
		})
	}
}

func TestRefusedTextStays(t *testing.T) {
	s := prices(3)
	s.refuse = func(column, text string) error {
		if text == "bad" {
			return errRefused
		}
		return nil
	}
	u := sit(t, priceColumns(), s)
	refusals := 0
	u.OnRefused = func(row int, column string, err error) {
		if row != 0 || column != "item" || err != errRefused {
			t.Error("refused", row, column, err)
		}
		refusals++
	}
	u.typed("bad")
	for i, key := range []string{"Return", "Tab", "Down", "Ctrl+Tab", "Shift+Tab"} {
		u.press(key).wantCursor(0, "item")
		if !u.Editing() || u.EditorText() != "bad" || refusals != i+1 {
			t.Fatalf("%s: editing %v %q after %d refusals", key, u.Editing(), u.EditorText(), refusals)
		}
	}
	if u.click(2, "item").wantCursor(0, "item"); !u.Editing() {
		t.Error("a click elsewhere closed the editor")
	}
	u.press("BackSpace", "BackSpace", "BackSpace").typed("good").press("Down").wantCursor(1, "item")
	if s.rows[0][0] != "good" {
		t.Errorf("stored %q", s.rows[0][0])
	}
}

// A refused text survives a click on another field: when the grid is focused again its editor has the keyboard.
func TestRefusedTextWaitsForTheFocus(t *testing.T) {
	s := prices(3)
	s.refuse = func(string, string) error { return errRefused }
	u := sit(t, priceColumns(), s)
	u.typed("bad")
	u.window.Canvas().Focus(u.after)
	if !u.Editing() || u.EditorText() != "bad" {
		t.Fatal("the text is gone")
	}
	u.Focus()
	if u.window.Canvas().Focused() != fyne.Focusable(u.edit.entry) {
		t.Error("the editor did not get the keyboard back")
	}
	u.press("Escape")
	if u.Editing() || s.rows[0][0] != "I0" {
		t.Error("Escape does not restore")
	}
}

func TestLosingTheFocusCommitsOnce(t *testing.T) {
	s := prices(3)
	commits := 0
	s.refuse = func(string, string) error { commits++; return nil }
	u := sit(t, priceColumns(), s)
	u.typed("A")
	u.window.Canvas().Focus(u.after)
	if commits != 1 || s.rows[0][0] != "A" || u.Editing() {
		t.Errorf("%d commits, cell %q, editing %v", commits, s.rows[0][0], u.Editing())
	}
	if u.window.Canvas().Focused() != fyne.Focusable(u.after) {
		t.Error("the grid took the focus back")
	}
}

func TestUnchangedTextIsNotCommitted(t *testing.T) {
	s := prices(3)
	s.refuse = func(string, string) error { t.Error("committed"); return nil }
	u := sit(t, priceColumns(), s)
	u.press("F2", "Return").wantCursor(0, "price")
}

func TestNewLine(t *testing.T) {
	s := prices(1)
	u := sit(t, priceColumns(), s)
	u.press("Down").wantCursor(1, "item").typed("N").press("Tab").typed("7").press("Return")
	u.wantCursor(1, "disc").press("Tab").wantCursor(2, "item")
	if diff := cmp.Diff([]string{"N", "", "7", ""}, s.rows[1]); diff != "" {
		t.Error(diff)
	}
	if s.Len() != 2 || !s.stored[1] {
		t.Error("rows", s.rows, s.stored)
	}
	u.typed("M").press("Escape", "Escape")
	if s.Len() != 2 || u.Editing() {
		t.Error("Escape did not throw the new row away")
	}
	u.wantCursor(2, "item")
	escaped := false
	u.OnKey = func(name fyne.KeyName, _ fyne.KeyModifier) bool { escaped = name == fyne.KeyEscape; return true }
	if u.press("Escape"); !escaped {
		t.Error("the third Escape did not go to the page")
	}
}

func TestNoNewLineWhenThereCanBeNone(t *testing.T) {
	s := prices(2)
	s.closed = true
	u := sit(t, priceColumns(), s)
	u.press("Down", "Down", "Down").wantCursor(1, "item").press("End", "Tab").wantCursor(1, "disc")
}

func TestCheckBox(t *testing.T) {
	s := prices(3)
	u := sit(t, priceColumns(), s)
	u.SetCursor(1, "disc")
	for _, want := range []string{Checked, Unchecked} {
		if u.typed(" "); s.rows[1][3] != want || u.Editing() {
			t.Errorf("after Space %q, want %q", s.rows[1][3], want)
		}
	}
	if u.typed("x"); u.Editing() {
		t.Error("a letter opened an editor over a box")
	}
	pos, _ := u.CellPosition(2, "disc")
	u.clickAt(pos.X+pad+boxSize/2, pos.Y+RowHeight/2, 1)
	if s.rows[2][3] != Checked {
		t.Error("the first click on a box does not toggle it")
	}
	u.clickAt(pos.X+70, pos.Y+RowHeight/2, 1)
	if s.rows[2][3] != Checked {
		t.Error("a click beside the box toggles it")
	}
}

func TestLookupGetsItsKeysFirst(t *testing.T) {
	s := prices(3)
	u := sit(t, priceColumns(), s)
	var typed, taken []string
	u.OnType = func(column, text string) { typed = append(typed, column+":"+text) }
	u.OnKey = func(name fyne.KeyName, _ fyne.KeyModifier) bool {
		taken = append(taken, string(name))
		return true
	}
	u.typed("20").press("Down", "Up").wantCursor(0, "item")
	if !u.Editing() {
		t.Fatal("Down left the cell although the page had used it")
	}
	u.OnEditKey = func(name fyne.KeyName, _ fyne.KeyModifier) bool {
		if name != fyne.KeyReturn {
			return false
		}
		u.SetEditorText("2010-S")
		return true
	}
	u.press("Return").wantCursor(0, "item")
	if u.EditorText() != "2010-S" || s.rows[0][0] != "I0" {
		t.Error("Return was not the lookup's")
	}
	u.press("Tab")
	if s.rows[0][0] != "2010-S" {
		t.Errorf("stored %q", s.rows[0][0])
	}
	if diff := cmp.Diff([]string{"item:2", "item:20"}, typed); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"Down", "Up"}, taken); diff != "" {
		t.Error(diff)
	}
}

func TestEditingIsTold(t *testing.T) {
	u := sit(t, priceColumns(), prices(3))
	var got []bool
	u.OnEditing = func(row int, column string, editing bool) { got = append(got, editing) }
	u.press("F2", "Escape", "F2").press("Tab")
	if diff := cmp.Diff([]bool{true, false, true, false}, got); diff != "" {
		t.Error(diff)
	}
}

func TestReadOnlySheetIsAList(t *testing.T) {
	s := prices(3)
	u := sit(t, priceColumns(), s)
	u.ReadOnly = true
	u.Refresh()
	u.typed("x").press("F2", "Delete", "F8", "Ctrl+End").wantCursor(2, "item")
	if u.Editing() || s.rows[0][0] != "I0" {
		t.Error("a read-only grid was edited")
	}
}

// What a commit sets off, such as the page's reading everything again, does not commit a second time.
func TestCommitIsNotRepeatedByItsConsequences(t *testing.T) {
	s := prices(3)
	u := sit(t, priceColumns(), s)
	commits := 0
	s.refuse = func(string, string) error {
		commits++
		u.Refresh()
		u.SetCursor(1, "item")
		u.window.Canvas().Focus(u.Grid)
		return nil
	}
	u.SetCursor(1, "item")
	u.typed("A").press("Return").wantCursor(1, "price")
	if commits != 1 || s.rows[1][0] != "A" || u.Editing() {
		t.Errorf("%d commits, cell %q, editing %v", commits, s.rows[1][0], u.Editing())
	}
}

func TestEditorClosesWhenItsRowIsGone(t *testing.T) {
	s := prices(3)
	u := sit(t, priceColumns(), s)
	s.refuse = func(string, string) error { t.Error("committed"); return nil }
	u.SetCursor(2, "item")
	u.typed("A")
	s.rows, s.stored = s.rows[:2], s.stored[:2]
	u.Refresh()
	if u.wantCursor(2, "item"); u.Editing() {
		t.Error("the editor is open over the empty line")
	}
}

func TestSortingStoresTheRowFirst(t *testing.T) {
	s := prices(3)
	u := sit(t, priceColumns(), s)
	sorted := false
	u.OnSort = func(string) { sorted = true }
	s.stay = errRefused
	if u.clickAt(20, 10, 1); sorted {
		t.Error("sorted although the row was refused")
	}
	s.stay = nil
	if u.clickAt(20, 10, 1); !sorted || s.log[0] != "leave 0" {
		t.Error("sorted", sorted, s.log)
	}
}

// filled is a sheet that fills in the text itself: as soon as an item is there, Enter passes the price over. Nothing can be
// typed into the item of its empty line.
type filled struct{ *sheet }

func (f filled) Cell(row int, column string) Cell {
	c := f.sheet.Cell(row, column)
	c.Skip = column == "price" && f.rows[row][0] == "ready"
	return c
}

func (f filled) NewLine(column string) Cell { return Cell{Locked: column == "item"} }

// What Enter passes over is decided after the text that was typed has been taken over.
func TestEnterPassesOverWhatIsFilledIn(t *testing.T) {
	u := sit(t, priceColumns(), filled{prices(2)})
	u.typed("x").press("Return").wantCursor(0, "price")
	u.press("Home").typed("ready").press("Return").wantCursor(0, "disc")
	u.press("Home", "Tab").wantCursor(0, "price")
}

func TestLockedCellsOfTheEmptyLine(t *testing.T) {
	u := sit(t, priceColumns(), filled{prices(1)})
	u.press("End", "Tab").wantCursor(1, "price")
	if got := u.slots[1][2].text.Text; got != "+" {
		t.Errorf("the empty line starts with %q", got)
	}
}

func TestClosedEditorLeavesNothing(t *testing.T) {
	u := sit(t, priceColumns(), prices(2))
	for _, key := range []string{"Return", "Escape"} {
		u.typed("x")
		if !u.panes[editing].Visible() {
			t.Error("an open editor cannot be seen")
		}
		u.press(key)
		if u.panes[editing].Visible() {
			t.Errorf("after %s the ground of the editor is still there", key)
		}
	}
}
