package grid

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// A rowSet is a set: any sequence of changes leaves the same rows as with a map, in as few spans as possible.
func TestRowSetProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var s rowSet
		model := map[int]bool{}
		row := rapid.IntRange(0, 30)
		t.Repeat(map[string]func(*rapid.T){
			"add": func(t *rapid.T) {
				a, b := row.Draw(t, "a"), row.Draw(t, "b")
				s.add(a, b)
				for r := min(a, b); r <= max(a, b); r++ {
					model[r] = true
				}
			},
			"toggle": func(t *rapid.T) {
				r := row.Draw(t, "row")
				s.toggle(r)
				model[r] = !model[r]
			},
			"cut": func(t *rapid.T) {
				n := row.Draw(t, "n")
				s.cut(n)
				for r := n; r <= 30; r++ {
					model[r] = false
				}
			},
			"": func(t *rapid.T) {
				var want []int
				for r := range 31 {
					if model[r] {
						want = append(want, r)
					}
					if s.has(r) != model[r] {
						t.Fatalf("has(%d) = %v", r, s.has(r))
					}
				}
				if diff := cmp.Diff(want, s.rows(), cmpopts.EquateEmpty()); diff != "" {
					t.Fatal(diff)
				}
				for i := 1; i < len(s.spans); i++ {
					if s.spans[i].first <= s.spans[i-1].last+1 {
						t.Fatalf("spans touch: %v", s.spans)
					}
				}
			},
		})
	})
}
