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

// columnChoice is the order, width and visibility of a sheet's columns: the declared ones with what the user changed.
// Columns that are new since take their declared place; unknown names are ignored. At least one column stays visible.
func columnChoice(declared []data.PageColumn, changed []data.PageColumn) []data.PageColumn {
	place := map[string]data.PageColumn{}
	for _, c := range changed {
		place[c.ID] = c
	}
	merged := make([]data.PageColumn, 0, len(declared))
	for _, c := range declared {
		if own, ok := place[c.ID]; ok {
			c.Width, c.Hidden = own.Width, own.Hidden
		} else {
			merged = append(merged, c)
			continue
		}
		merged = append(merged, c)
	}
	// Moved columns go to their remembered places, in order, among the ones never touched.
	moved := slices.Clone(changed)
	slices.SortStableFunc(moved, func(a, b data.PageColumn) int { return a.Position - b.Position })
	for _, own := range moved {
		from := slices.IndexFunc(merged, func(c data.PageColumn) bool { return c.ID == own.ID })
		if from < 0 {
			continue
		}
		c := merged[from]
		merged = slices.Delete(merged, from, from+1)
		merged = slices.Insert(merged, min(max(own.Position, 0), len(merged)), c)
	}
	if len(merged) > 0 && !slices.ContainsFunc(merged, func(c data.PageColumn) bool { return !c.Hidden }) {
		merged[0].Hidden = false
	}
	for i := range merged {
		merged[i].Position = i
	}
	return merged
}
