package page

import (
	"fmt"
	"slices"
	"testing"

	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// Whatever was remembered, by whatever version of the program, a list opens with each of its columns once, in places that
// count up from 0, and at least one in sight.
func TestColumnChoiceIsAPermutation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		declared := someColumns(t, "declared", 1)
		chosen := columnChoice(declared, someColumns(t, "remembered", 0))
		var ids, want []string
		visible := false
		for i, c := range chosen {
			ids = append(ids, c.ID)
			visible = visible || !c.Hidden
			if c.Position != i {
				t.Fatalf("%s stands at %d and says %d", c.ID, i, c.Position)
			}
		}
		for _, c := range declared {
			want = append(want, c.ID)
		}
		slices.Sort(ids)
		slices.Sort(want)
		if !slices.Equal(ids, want) {
			t.Fatalf("got the columns %v, want %v", ids, want)
		}
		if !visible {
			t.Fatal("no column can be seen")
		}
	})
}

// What the user sees when closing a list is what they see when opening it again.
func TestColumnsComeBackAsTheyWereLeft(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		declared := someColumns(t, "declared", 1)
		left := rapid.Permutation(declared).Draw(t, "left")
		for i := range left {
			left[i].Position = i
			left[i].Width = rapid.SampledFrom([]int{left[i].Width, 50, 80}).Draw(t, "width")
			left[i].Hidden = i > 0 && rapid.Bool().Draw(t, "hidden")
		}
		left[0].Hidden = false
		if diff := cmp.Diff(left, columnChoice(declared, columnChanges(declared, left))); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestColumnsLeftAsDeclaredAreNotRemembered(t *testing.T) {
	declared := []data.PageColumn{{ID: "no", Width: 100}, {ID: "description", Position: 1, Width: 200, Hidden: true}}
	if changes := columnChanges(declared, slices.Clone(declared)); len(changes) > 0 {
		t.Errorf("remembers %v", changes)
	}
}

// someColumns draws columns with different names at places from 0 on.
func someColumns(t *rapid.T, label string, least int) []data.PageColumn {
	numbers := rapid.SliceOfNDistinct(rapid.IntRange(0, 12), least, 10, rapid.ID[int]).Draw(t, label)
	columns := make([]data.PageColumn, len(numbers))
	for i, n := range numbers {
		columns[i] = data.PageColumn{ID: fmt.Sprint(n), Position: i, Width: 30 + n, Hidden: rapid.Bool().Draw(t, "hidden")}
	}
	return columns
}
