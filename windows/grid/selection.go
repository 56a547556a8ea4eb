package grid

import "slices"

// rowSet is a set of rows, kept as spans so that all of a million rows cost as little as one.
type rowSet struct {
	spans []span // sorted, apart from each other
}

// span is the rows from first to last, both included.
type span struct{ first, last int }

func (s *rowSet) clear()      { s.spans = s.spans[:0] }
func (s *rowSet) empty() bool { return len(s.spans) == 0 }

func (s *rowSet) has(row int) bool {
	_, found := slices.BinarySearchFunc(s.spans, row, func(p span, row int) int {
		switch {
		case p.last < row:
			return -1
		case p.first > row:
			return 1
		}
		return 0
	})
	return found
}

// add puts all rows between a and b, in either order, into the set.
func (s *rowSet) add(a, b int) {
	p := span{max(0, min(a, b)), max(a, b)}
	if p.last < 0 {
		return
	}
	joined := make([]span, 0, len(s.spans)+1)
	for _, q := range s.spans {
		if q.last+1 < p.first || p.last+1 < q.first {
			joined = append(joined, q)
			continue
		}
		p = span{min(p.first, q.first), max(p.last, q.last)}
	}
	joined = append(joined, p)
	slices.SortFunc(joined, func(a, b span) int { return a.first - b.first })
	s.spans = joined
}

// remove takes the rows from first to last out of the set.
func (s *rowSet) remove(first, last int) {
	var rest []span
	for _, q := range s.spans {
		if q.first < first {
			rest = append(rest, span{q.first, min(q.last, first-1)})
		}
		if q.last > last {
			rest = append(rest, span{max(q.first, last+1), q.last})
		}
	}
	s.spans = rest
}

func (s *rowSet) toggle(row int) {
	if s.has(row) {
		s.remove(row, row)
	} else {
		s.add(row, row)
	}
}

// cut takes out all rows from n on.
func (s *rowSet) cut(n int) {
	if len(s.spans) > 0 {
		s.remove(n, max(n, s.spans[len(s.spans)-1].last))
	}
}

func (s *rowSet) rows() []int {
	var rows []int
	for _, p := range s.spans {
		for r := p.first; r <= p.last; r++ {
			rows = append(rows, r)
		}
	}
	return rows
}

// Selected tells the selected rows in order: those that were selected together, else the cursor's row; none on the
// empty line at the end.
func (g *Grid) Selected() []int {
	if !g.picked.empty() {
		return g.picked.rows()
	}
	if g.row < g.src.Len() {
		return []int{g.row}
	}
	return nil
}

// SelectAll selects every row.
func (g *Grid) SelectAll() {
	if g.src.Len() == 0 {
		return
	}
	g.picked.clear()
	g.picked.add(0, g.src.Len()-1)
	g.paint()
	g.selected()
}

// toggleRow selects a row or takes it out of the selection. The first time the cursor's row, which was selected all
// along, is kept with it.
func (g *Grid) toggleRow(row int) {
	if row >= g.src.Len() {
		return
	}
	if g.picked.empty() && g.row < g.src.Len() {
		g.picked.add(g.row, g.row)
		if row == g.row {
			return
		}
	}
	g.picked.toggle(row)
}

// isSelected tells whether a row is drawn as selected.
func (g *Grid) isSelected(row int) bool {
	if g.picked.empty() {
		return row == g.row
	}
	return g.picked.has(row)
}
