package grid

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/google/go-cmp/cmp"
)

// Every movement starts in the middle of the sheet, at row 20 in "price", with ten rows in sight; the columns are
// item (editable), text, price (editable) and disc (a box, editable).
func TestWorksheetMovement(t *testing.T) {
	for _, c := range []struct {
		keys   string
		row    int
		column string
	}{
		{"Up", 19, "price"},
		{"Down", 21, "price"},
		{"Left", 20, "text"},
		{"Right", 20, "disc"},
		{"Right Right", 20, "disc"},
		{"Home", 20, "item"},
		{"End", 20, "disc"},
		{"Prior", 10, "price"},
		{"Next", 30, "price"},
		{"Next Next Next Next", 40, "price"}, // the empty line
		{"Ctrl+Home", 0, "price"},
		{"Ctrl+End", 39, "price"},
		{"Ctrl+End Down", 40, "price"},
		{"Ctrl+End Down Down", 40, "price"},
		{"Tab", 20, "disc"},
		{"Tab Tab", 21, "item"}, // over the end of the line
		{"Shift+Tab", 20, "item"},
		{"Shift+Tab Shift+Tab", 19, "disc"},
		{"Return", 20, "disc"},
		{"KP_Enter", 20, "disc"},
		{"Shift+Return", 20, "item"},
		{"Ctrl+End Tab Tab", 40, "item"}, // past the last line a new one
		{"Ctrl+End Tab Tab Tab Tab Tab", 40, "disc"},
		{"Ctrl+Home Shift+Tab Shift+Tab", 0, "item"},
		{"Ctrl+Down Ctrl+Up Ctrl+Up", 19, "price"},
	} {
		t.Run(c.keys, func(t *testing.T) {
			u := sit(t, priceColumns(), prices(40))
			u.SetCursor(20, "price")
			u.press(strings.Fields(c.keys)...).wantCursor(c.row, c.column)
			if _, size := u.CellPosition(u.row, u.cursorColumn()); size.Height != RowHeight {
				t.Error("the cursor is not in sight")
			}
		})
	}
}

func TestTabSkipsLockedCells(t *testing.T) {
	s := prices(5)
	s.locked = func(row int, column string) bool { return row == 1 || column == "price" }
	u := sit(t, priceColumns(), s)
	u.press("Tab").wantCursor(0, "disc").press("Tab").wantCursor(2, "item").press("Shift+Tab").wantCursor(0, "disc")
}

func TestTabInFullyLockedSheetStays(t *testing.T) {
	s := prices(1000)
	s.locked, s.closed = func(int, string) bool { return true }, true
	u := sit(t, priceColumns(), s)
	u.press("Tab", "Return").wantCursor(0, "item")
}

func TestListKeys(t *testing.T) {
	opened := -1
	var searched []string
	u := sit(t, priceColumns(), &list{n: 100})
	u.OnOpen = func(row int) { opened = row }
	u.OnType = func(column, text string) { searched = append(searched, column+":"+text) }
	u.press("Down", "Down").wantCursor(2, "item")
	for _, key := range []string{"Return", "F2", "KP_Enter"} {
		opened = -1
		if u.press(key); opened != 2 {
			t.Errorf("%s opened row %d, want 2", key, opened)
		}
	}
	u.press("Right").typed("f ")
	if diff := cmp.Diff([]string{"text:f", "text: "}, searched); diff != "" {
		t.Error(diff)
	}
	u.press("Ctrl+End").wantCursor(99, "text").press("Down").wantCursor(99, "text")
	if u.press("Tab"); u.window.Canvas().Focused() != fyne.Focusable(u.after) {
		t.Error("Tab does not leave a list")
	}
	u.Focus()
	if u.press("Shift+Tab"); u.window.Canvas().Focused() != fyne.Focusable(u.before) {
		t.Error("Shift+Tab does not leave a list")
	}
}

func TestCtrlTabLeavesWorksheet(t *testing.T) {
	s := prices(3)
	u := sit(t, priceColumns(), s)
	u.typed("X").press("Ctrl+Tab")
	if u.window.Canvas().Focused() != fyne.Focusable(u.after) {
		t.Error("Ctrl+Tab does not leave a worksheet")
	}
	if s.rows[0][0] != "X" || u.Editing() || !slices.Contains(s.log, "leave 0") {
		t.Error("the cell and the row were not stored on leaving", s.rows[0], s.log)
	}
	u.Focus()
	if u.press("Ctrl+Shift+Tab"); u.window.Canvas().Focused() != fyne.Focusable(u.before) {
		t.Error("Ctrl+Shift+Tab does not go back")
	}
	u.Focus()
	s.stay = errRefused
	if u.press("Ctrl+Tab"); u.window.Canvas().Focused() != fyne.Focusable(u.Grid) {
		t.Error("Ctrl+Tab leaves although the row was refused")
	}
}

func TestUnusedKeysGoToThePage(t *testing.T) {
	type given struct {
		Name fyne.KeyName
		Mod  fyne.KeyModifier
	}
	const ctrl, alt, shift = fyne.KeyModifierControl, fyne.KeyModifierAlt, fyne.KeyModifierShift
	all := []struct {
		key  string
		want given
	}{
		{"F5", given{fyne.KeyF5, 0}},
		{"F4", given{fyne.KeyF4, 0}},
		{"Alt+Down", given{fyne.KeyDown, alt}},
		{"Ctrl+N", given{fyne.KeyN, ctrl}},
		{"Ctrl+Delete", given{fyne.KeyDelete, ctrl}},
		{"Ctrl+Insert", given{fyne.KeyInsert, ctrl}},
		{"Ctrl+F7", given{fyne.KeyF7, ctrl}},
		{"Ctrl+Shift+P", given{fyne.KeyP, ctrl | shift}},
	}
	idle := append(all[:len(all):len(all)], struct {
		key  string
		want given
	}{"Escape", given{fyne.KeyEscape, 0}})
	for _, c := range []struct {
		name string
		src  Source
		edit bool
	}{{"list", &list{n: 9}, false}, {"worksheet", prices(9), false}, {"editing", prices(9), true}} {
		t.Run(c.name, func(t *testing.T) {
			u := sit(t, priceColumns(), c.src)
			keys := idle
			if c.edit {
				u.press("F2")
				keys = all
			}
			var got, want []given
			u.OnKey = func(name fyne.KeyName, mod fyne.KeyModifier) bool {
				got = append(got, given{name, mod})
				return true
			}
			for _, k := range keys {
				u.press(k.key)
				want = append(want, k.want)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
			if u.Editing() != c.edit {
				t.Error("the editor was opened or closed by a key of the page")
			}
		})
	}
}

func TestShortcutsThatNobodyKnowsGoToThePage(t *testing.T) {
	u := sit(t, priceColumns(), prices(3))
	var got fyne.Shortcut
	u.OnShortcut = func(s fyne.Shortcut) bool { got = s; return true }
	u.press("Ctrl+Z")
	if _, ok := got.(*fyne.ShortcutUndo); !ok {
		t.Errorf("got %v, want Undo", got)
	}
	u.press("Ctrl+N")
	if c, ok := got.(*desktop.CustomShortcut); !ok || c.KeyName != fyne.KeyN {
		t.Errorf("got %v, want Ctrl+N", got)
	}
}

func TestMenuKey(t *testing.T) {
	u := sit(t, priceColumns(), prices(3))
	var got []int
	u.OnMenu = func(row int, column string, at fyne.Position) {
		if column != "item" || at.Y <= u.Position().Y+HeaderHeight {
			t.Error("menu at", column, at)
		}
		got = append(got, row)
	}
	u.press("Menu", "Down", "Shift+F10")
	if diff := cmp.Diff([]int{0, 1}, got); diff != "" {
		t.Error(diff)
	}
}

func TestSelectedIsTold(t *testing.T) {
	s := prices(2)
	u := sit(t, priceColumns(), s)
	var got []int
	u.OnSelected = func(row int) { got = append(got, row) }
	u.press("Right", "Down", "Down", "Up")
	if diff := cmp.Diff([]int{1, -1, 1}, got); diff != "" {
		t.Error(diff)
	}

	l := sit(t, priceColumns(), &list{n: 9})
	var sets [][]int
	l.OnSelected = func(int) { sets = append(sets, l.Selected()) }
	l.press("Shift+Down", "Shift+Down", "Down").SetCursor(6, "item")
	if diff := cmp.Diff([][]int{{0, 1}, {0, 1, 2}, {3}, {6}}, sets); diff != "" {
		t.Error(diff)
	}
}

func TestLeavingARowStoresIt(t *testing.T) {
	s := prices(3)
	u := sit(t, priceColumns(), s)
	u.press("Down", "Right", "Up")
	if diff := cmp.Diff([]string{"leave 0", "leave 1"}, s.log); diff != "" {
		t.Error(diff)
	}
	var refused error
	u.OnRefused = func(_ int, _ string, err error) { refused = err }
	s.stay = errRefused
	for _, key := range []string{"Down", "Next", "Ctrl+End"} {
		refused = nil
		u.press(key).wantCursor(0, "text")
		if refused != errRefused {
			t.Errorf("%s: the refusal was not shown", key)
		}
	}
	u.click(2, "item").wantCursor(0, "text")
}
