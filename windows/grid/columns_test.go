package grid

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestColumnStates(t *testing.T) {
	u := sit(t, priceColumns(), prices(3))
	u.SetCursor(0, "price")
	u.SetColumnStates([]ColumnState{
		{ID: "price", Width: 70, Frozen: true},
		{ID: "gone", Width: 10},
		{ID: "text", Hidden: true},
		{ID: "item", Width: 1},
	})
	want := []ColumnState{
		{ID: "price", Width: 70, Frozen: true},
		{ID: "text", Width: 180, Hidden: true},
		{ID: "item", Width: narrowest},
		{ID: "disc", Width: 80},
	}
	if diff := cmp.Diff(want, u.ColumnStates()); diff != "" {
		t.Error(diff)
	}
	u.wantCursor(0, "price").press("Right").wantCursor(0, "item")
}

func TestOneColumnStaysVisible(t *testing.T) {
	u := sit(t, priceColumns(), prices(3))
	var none []ColumnState
	for _, c := range priceColumns() {
		none = append(none, ColumnState{ID: c.ID, Hidden: true})
	}
	u.SetColumnStates(none)
	if len(u.view) != 1 {
		t.Error(len(u.view), "columns visible, want 1")
	}
}

// Whatever states are applied, the columns stay a permutation of the declared ones, and what is told can be applied
// again without a change.
func TestColumnStatesProperty(t *testing.T) {
	u := sit(t, priceColumns(), prices(3))
	ids := []string{"item", "text", "price", "disc", "gone"}
	rapid.Check(t, func(t *rapid.T) {
		var states []ColumnState
		for _, id := range rapid.Permutation(ids).Draw(t, "order")[:rapid.IntRange(0, len(ids)).Draw(t, "named")] {
			states = append(states, ColumnState{
				ID: id, Width: float32(rapid.IntRange(0, 900).Draw(t, "width")),
				Hidden: rapid.Bool().Draw(t, "hidden"), Frozen: rapid.Bool().Draw(t, "frozen"),
			})
		}
		u.SetColumnStates(states)
		got := u.ColumnStates()
		var order []string
		for _, s := range got {
			order = append(order, s.ID)
			if s.Width < narrowest {
				t.Fatalf("%s is %v wide", s.ID, s.Width)
			}
		}
		slices.Sort(order)
		if diff := cmp.Diff([]string{"disc", "item", "price", "text"}, order); diff != "" {
			t.Fatal(diff)
		}
		u.SetColumnStates(got)
		if diff := cmp.Diff(got, u.ColumnStates()); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestFrozenColumnsStayInSight(t *testing.T) {
	u := sit(t, priceColumns(), prices(3))
	u.size(300, 5)
	u.SetFrozen(1)
	u.press("End")
	item, _ := u.CellPosition(0, "item")
	disc, size := u.CellPosition(0, "disc")
	if item.X != 0 || disc.X+size.Width != u.zones.bodyWidth || size.Width != 80 {
		t.Error("item at", item.X, "disc at", disc.X, size)
	}
	if text, size := u.CellPosition(0, "text"); text.X != 100 || size.Width >= 180 {
		t.Error("a column behind the frozen ones is not cut:", text, size)
	}
	u.SetFrozen(3) // too many to leave room for the rest
	u.press("Home", "End")
	if _, size := u.CellPosition(0, "disc"); size.Width != 80 {
		t.Error("frozen columns keep the last one out of reach")
	}
}

func TestCellPosition(t *testing.T) {
	u := sit(t, priceColumns(), prices(100))
	pos, size := u.CellPosition(2, "text")
	if pos != fyne.NewPos(100, HeaderHeight+2*RowHeight) || size != fyne.NewSize(180, RowHeight) {
		t.Error(pos, size)
	}
	for _, c := range []struct {
		row    int
		column string
	}{{99, "text"}, {2, "gone"}} {
		if _, size := u.CellPosition(c.row, c.column); !size.IsZero() {
			t.Error(c, "is in sight:", size)
		}
	}
}

func TestTotals(t *testing.T) {
	u := sit(t, priceColumns(), prices(100))
	if u.VisibleRows() != 10 {
		t.Fatal(u.VisibleRows(), "rows, want 10")
	}
	u.SetTotals(map[string]string{"price": "4 950,00"})
	if u.VisibleRows() != 9 {
		t.Error(u.VisibleRows(), "rows above the totals, want 9")
	}
	if got := u.foots[2]; got.Text != "4 950,00" || got.Alignment != fyne.TextAlignTrailing {
		t.Error(got.Text, got.Alignment)
	}
	u.SetTotals(nil)
	if u.VisibleRows() != 10 {
		t.Error(u.VisibleRows(), "rows, want 10")
	}
}

func TestHeightFor(t *testing.T) {
	u := sit(t, priceColumns(), &list{n: 4})
	u.Resize(fyne.NewSize(600, u.HeightFor(4)))
	if u.VisibleRows() != 4 || u.zones.vBar {
		t.Error(u.VisibleRows(), "rows, scroll bar", u.zones.vBar)
	}
}
