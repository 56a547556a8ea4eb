package grid

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"
)

func TestClicks(t *testing.T) {
	u := sit(t, priceColumns(), prices(5))
	u.click(3, "text").wantCursor(3, "text")
	if u.click(3, "text"); u.Editing() {
		t.Error("a second click opened a cell that cannot be edited")
	}
	if u.click(2, "price"); u.Editing() {
		t.Error("the first click opened the cell")
	}
	if u.click(2, "price"); !u.Editing() {
		t.Error("the second click did not open the cell")
	}
	u.typed("5").click(0, "item").wantCursor(0, "item")
	if u.Editing() || u.src.(*sheet).rows[2][2] != "205" {
		t.Errorf("a click elsewhere left %q", u.src.(*sheet).rows[2][2])
	}
}

func TestFirstClickIntoUnfocusedGridOnlyFocuses(t *testing.T) {
	u := sit(t, priceColumns(), prices(5))
	u.window.Canvas().Focus(u.before)
	if u.click(0, "item"); u.Editing() || u.window.Canvas().Focused() != fyne.Focusable(u.Grid) {
		t.Error("the first click opened a cell, or did not focus the grid")
	}
}

func TestSecondClickOpensInList(t *testing.T) {
	u := sit(t, priceColumns(), &list{n: 5})
	var opened []int
	u.OnOpen = func(row int) { opened = append(opened, row) }
	u.click(3, "item").click(2, "item").click(2, "item")
	if diff := cmp.Diff([]int{2}, opened); diff != "" {
		t.Error(diff)
	}
}

// linked is a list whose items lead somewhere.
type linked struct{ list }

func (l *linked) Cell(row int, column string) Cell {
	c := l.list.Cell(row, column)
	if column == "item" {
		c.Tone = Link
	}
	return c
}

func TestClickOnLinkDrills(t *testing.T) {
	u := sit(t, priceColumns(), &linked{list{n: 5}})
	var drilled []int
	u.OnDrill = func(row int, column string) { drilled = append(drilled, row) }
	u.click(3, "item").click(2, "price")
	if diff := cmp.Diff([]int{3}, drilled); diff != "" {
		t.Error(diff)
	}
}

func TestSelection(t *testing.T) {
	const ctrl, shift = fyne.KeyModifierControl, fyne.KeyModifierShift
	for _, c := range []struct {
		name string
		do   func(u *user)
		want []int
	}{
		{"the cursor's row", func(u *user) { u.press("Down") }, []int{1}},
		{"Shift+Down", func(u *user) { u.press("Down", "Shift+Down", "Shift+Down") }, []int{1, 2, 3}},
		{"Shift+Down and back", func(u *user) { u.press("Down", "Shift+Down", "Shift+Up", "Shift+Up") }, []int{0, 1}},
		{"Ctrl+Shift+End", func(u *user) { u.SetCursor(6, "item"); u.press("Up", "Ctrl+Shift+End") }, []int{5, 6, 7}},
		{"a plain move forgets", func(u *user) { u.press("Shift+Down", "Down") }, []int{2}},
		{"Ctrl+A", func(u *user) { u.press("Ctrl+A") }, []int{0, 1, 2, 3, 4, 5, 6, 7}},
		{"Ctrl+A and Ctrl+Space", func(u *user) { u.press("Down", "Ctrl+A", "Ctrl+Space") }, []int{0, 2, 3, 4, 5, 6, 7}},
		{"Ctrl+Down and Ctrl+Space", func(u *user) { u.press("Ctrl+Down", "Ctrl+Down", "Ctrl+Space") }, []int{0, 2}},
		{"Ctrl+click", func(u *user) { u.click(1, "item").click(4, "item", ctrl) }, []int{1, 4}},
		{"Ctrl+click twice", func(u *user) { u.click(1, "item").click(4, "item", ctrl).click(1, "item", ctrl) }, []int{4}},
		{"Shift+click", func(u *user) { u.click(1, "item").click(4, "item", shift) }, []int{1, 2, 3, 4}},
		{"Shift+click upwards", func(u *user) { u.click(4, "item").click(2, "item", shift) }, []int{2, 3, 4}},
		{"a right click inside keeps it", func(u *user) {
			u.press("Ctrl+A")
			u.clickAt(20, HeaderHeight+30, desktop.MouseButtonSecondary)
		}, []int{0, 1, 2, 3, 4, 5, 6, 7}},
		{"a right click outside takes the row", func(u *user) {
			u.press("Shift+Down")
			u.clickAt(20, HeaderHeight+3*RowHeight+5, desktop.MouseButtonSecondary)
		}, []int{3}},
	} {
		t.Run(c.name, func(t *testing.T) {
			u := sit(t, priceColumns(), &list{n: 8})
			c.do(u)
			if diff := cmp.Diff(c.want, u.Selected()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSelectionShrinksWithTheData(t *testing.T) {
	l := &list{n: 8}
	u := sit(t, priceColumns(), l)
	u.press("Ctrl+End", "Ctrl+A")
	l.n = 3
	u.Refresh()
	u.wantCursor(2, "item")
	if diff := cmp.Diff([]int{0, 1, 2}, u.Selected()); diff != "" {
		t.Error(diff)
	}
	l.n = 0
	u.Refresh()
	if u.wantCursor(0, "item"); len(u.Selected()) != 0 {
		t.Error("rows selected in an empty list")
	}
}

func TestContextMenu(t *testing.T) {
	u := sit(t, priceColumns(), &list{n: 5})
	row, column := -1, ""
	u.OnMenu = func(r int, c string, at fyne.Position) { row, column = r, c }
	u.clickAt(150, HeaderHeight+2*RowHeight+5, desktop.MouseButtonSecondary)
	if u.wantCursor(2, "text"); row != 2 || column != "text" {
		t.Error("menu for", row, column)
	}
}

func TestHeaderClickSorts(t *testing.T) {
	u := sit(t, priceColumns(), &list{n: 5})
	sorted := ""
	u.OnSort = func(column string) { sorted = column }
	u.clickAt(150, 10, desktop.MouseButtonPrimary)
	if sorted != "text" {
		t.Errorf("sorted by %q", sorted)
	}
	u.SetSort("text", true)
	for i, h := range u.heads {
		if h.arrow[0].Visible() != (u.view[i].ID == "text") {
			t.Error("arrow over", u.view[i].ID, h.arrow[0].Visible())
		}
	}
	tip, foot := u.heads[1].arrow[0].Position2.Y, u.heads[1].arrow[0].Position1.Y
	if tip < foot {
		t.Error("the arrow of a descending order points up")
	}
}

func TestColumnsByMouse(t *testing.T) {
	u := sit(t, priceColumns(), &list{n: 5})
	var told [][]ColumnState
	u.OnColumns = func(s []ColumnState) { told = append(told, s) }
	order := func() (ids []string) {
		for _, c := range u.view {
			ids = append(ids, c.ID)
		}
		return ids
	}

	u.pull(100, 10, 140, 10)
	if u.view[0].Width != 140 || len(told) != 1 || told[0][0] != (ColumnState{ID: "item", Width: 140}) {
		t.Fatal("resized", told)
	}
	if u.pull(140, 10, 2, 10); u.view[0].Width != narrowest {
		t.Error("narrower than possible:", u.view[0].Width)
	}
	if u.clickAt(narrowest, 10, desktop.MouseButtonPrimary); len(told) != 2 {
		t.Error("a click on an edge changed the columns")
	}

	u.press("End")
	u.pull(5, 10, 400, 10) // item behind price
	if diff := cmp.Diff([]string{"text", "price", "disc", "item"}, order()); diff != "" {
		t.Error(diff)
	}
	if u.wantCursor(0, "disc"); len(told) != 3 || u.marker.Visible() {
		t.Error("after the drag", len(told), u.marker.Visible())
	}
	u.pull(20, 10, 60, 10) // not far enough
	if diff := cmp.Diff([]string{"text", "price", "disc", "item"}, order()); diff != "" || len(told) != 3 {
		t.Error(diff, len(told))
	}
}

func TestThumbs(t *testing.T) {
	u := sit(t, priceColumns(), &list{n: 1_000_000})
	u.size(300, 11) // a row goes to the horizontal bar
	x := u.zones.bodyWidth + 5
	top, height := u.zones.bodyTop, u.zones.bodyHeight
	u.pull(x, top+5, x, top+height/2)
	if u.first < 400_000 || u.first > 600_000 {
		t.Error("half way down is row", u.first)
	}
	u.pull(x, top+u.vertical().start+5, x, top+2*height)
	if u.first != u.lastFirst() {
		t.Error("at the end is row", u.first, "want", u.lastFirst())
	}
	u.clickAt(x, top+1, desktop.MouseButtonPrimary)
	if u.first != u.lastFirst()-u.page() {
		t.Error("a click on the track did not scroll by a page")
	}
	y := u.Size().Height - 5
	u.pull(10, y, 400, y)
	if u.left != u.zones.fullWidth-u.zones.bodyWidth {
		t.Error("scrolled sideways to", u.left)
	}
	u.wantCursor(0, "item")
}

func TestWheel(t *testing.T) {
	u := sit(t, priceColumns(), &list{n: 100})
	u.size(300, 11)
	turn := func(dx, dy float32) {
		u.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(dx, dy)})
	}
	if turn(0, -notch); u.first != wheelRows {
		t.Error("a notch scrolls to", u.first)
	}
	for range 5 { // a touchpad sends small amounts
		turn(0, -5)
	}
	if u.first != 2*wheelRows {
		t.Error("five fifths of a notch scroll to", u.first)
	}
	if turn(0, 10*notch); u.first != 0 {
		t.Error("scrolled above the top:", u.first)
	}
	passed := 0
	u.OnOverscroll = func(*fyne.ScrollEvent) { passed++ }
	if turn(0, notch); passed != 1 {
		t.Error("the page was not given the wheel at the top")
	}
	u.scrollTo(u.lastFirst())
	turn(0, notch)
	u.scrollTo(u.lastFirst())
	if turn(0, -notch); passed != 2 {
		t.Error("the page was given the wheel", passed, "times, want 2")
	}
	u.scrollTo(0)
	if turn(-20, 0); u.left != 20 {
		t.Error("sideways", u.left)
	}
	u.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	if turn(0, -20); u.left != 40 || u.first != 0 {
		t.Error("with Shift", u.left, u.first)
	}
}

func TestEditorScrollsWithItsCell(t *testing.T) {
	u := sit(t, priceColumns(), prices(100))
	u.SetCursor(5, "item")
	u.press("F2")
	y := u.panes[editing].Position().Y
	u.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -notch)})
	if moved := y - u.panes[editing].Position().Y; moved != wheelRows*RowHeight || !u.Editing() {
		t.Error("the editor moved by", moved)
	}
	u.scrollTo(50)
	if u.panes[editing].Visible() {
		t.Error("the editor of a cell out of sight is in sight")
	}
	u.typed("x").press("Return").wantCursor(5, "price")
	if got := u.src.(*sheet).rows[5][0]; got != "I5x" {
		t.Errorf("stored %q", got)
	}
}

func TestToolTexts(t *testing.T) {
	columns := priceColumns()
	columns[1].Width = 40
	u := sit(t, columns, prices(5))
	at := func(x, y float32) string {
		u.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}})
		if !u.tipText.Visible() {
			return ""
		}
		return u.tipText.Text
	}
	got := []string{at(20, 10), at(120, 10), at(200, 10), at(120, 60), at(20, 60)}
	want := []string{"", "Description", "The price of one unit", "Text 1", ""}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	at(200, 10)
	if u.MouseOut(); u.tipBack.Visible() {
		t.Error("the tool text stays behind")
	}
}

func TestPointerShowsWhereColumnsCanBeSized(t *testing.T) {
	u := sit(t, priceColumns(), prices(5))
	corner := u.Grid.Position()
	test.MoveMouse(u.window.Canvas(), corner.AddXY(99, 10))
	if u.edges.Cursor() != desktop.HResizeCursor {
		t.Error("no sizing pointer over an edge")
	}
	test.MoveMouse(u.window.Canvas(), corner.AddXY(50, 10))
	if u.edges.Cursor() != desktop.DefaultCursor {
		t.Error("sizing pointer over a caption")
	}
}
