package page

import (
	"slices"

	"campaigndesk/data"
)

// rows is where a sheet gets its records from.
type rows[L any] interface {
	Len() int
	At(row int) (L, error)
	Reload() error
}

// slice is the rows of a calculation.
type slice[L any] struct {
	load func() ([]L, error)
	all  []L
}

func (s *slice[L]) Len() int { return len(s.all) }

func (s *slice[L]) At(row int) (L, error) {
	if row < 0 || row >= len(s.all) {
		var none L
		return none, data.ErrNotFound
	}
	return s.all[row], nil
}

func (s *slice[L]) Reload() (err error) {
	s.all, err = s.load()
	return err
}

// columnChoice is the order, width and visibility of a sheet's columns: the declared ones with what the user changed. A
// changed column stands where the user put it, the others fill the places between in their declared order, columns that are
// new since among them; unknown names are ignored. At least one column stays visible.
func columnChoice(declared, changed []data.PageColumn) []data.PageColumn {
	chosen := make([]data.PageColumn, len(declared))
	taken := make([]bool, len(declared))
	put := func(c data.PageColumn, from int) {
		for i := range declared { // the place itself, or the next free one
			if at := (from + i) % len(declared); !taken[at] {
				c.Position = at
				chosen[at], taken[at] = c, true
				return
			}
		}
	}
	own := map[string]bool{}
	byPosition := func(a, b data.PageColumn) int { return a.Position - b.Position }
	for _, c := range slices.SortedStableFunc(slices.Values(changed), byPosition) {
		known := slices.ContainsFunc(declared, func(d data.PageColumn) bool { return d.ID == c.ID })
		if known && !own[c.ID] {
			own[c.ID] = true
			put(c, min(max(c.Position, 0), len(declared)-1))
		}
	}
	for _, c := range declared {
		if !own[c.ID] {
			put(c, 0)
		}
	}
	if len(chosen) > 0 && !slices.ContainsFunc(chosen, func(c data.PageColumn) bool { return !c.Hidden }) {
		chosen[0].Hidden = false
	}
	return chosen
}

// columnChanges are those of the columns that are not as declared: what is worth remembering.
func columnChanges(declared, columns []data.PageColumn) []data.PageColumn {
	return slices.DeleteFunc(slices.Clone(columns), func(c data.PageColumn) bool { return slices.Contains(declared, c) })
}
