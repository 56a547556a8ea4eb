package grid

// Align is the side of its cell that a text stands at.
type Align int

// The alignments: texts left, numbers right.
const (
	Left Align = iota
	Right
	Center
)

// Column describes one column of a grid.
type Column struct {
	ID       string  // stable name, never translated
	Caption  string  // header text in the user's language
	Width    float32 // width at first, in Fyne units
	MinWidth float32 // the user cannot make it narrower; 0 means the grid's own minimum
	Align    Align
	Editable bool   // its cells can be edited when the Source is an Editor
	Check    bool   // shown as a box, toggled by Space or a click
	Chip     bool   // shown as a word on a tint of its tone
	Help     string // tool text of the header
}

// ColumnState is what the user may change about a column. The order of a []ColumnState is the order on screen.
type ColumnState struct {
	ID     string
	Width  float32
	Hidden bool
	Frozen bool // stays in sight when the others scroll; frozen columns come first
}

const (
	narrowest    = 28  // no column gets narrower than this
	defaultWidth = 100 // of a column without a width
)

// column is a declared column with the user's changes.
type column struct {
	Column
	place  int     // index in the declared order, used to find its cached cell
	x      float32 // left edge when nothing is scrolled
	hidden bool
}

// SetColumns replaces all columns. The cursor stays in its column if that is still there.
func (g *Grid) SetColumns(columns []Column) {
	at := g.cursorColumn()
	g.cols = make([]*column, 0, len(columns))
	for i, c := range columns {
		if c.Width <= 0 {
			c.Width = defaultWidth
		}
		c.Width = max(c.Width, c.narrowest())
		g.cols = append(g.cols, &column{Column: c, place: i})
	}
	g.columnsChanged(at)
}

// ColumnStates tells order, width, hidden and frozen of every column, in the order on screen.
func (g *Grid) ColumnStates() []ColumnState {
	states := make([]ColumnState, 0, len(g.cols))
	visible := 0
	for _, c := range g.cols {
		s := ColumnState{ID: c.ID, Width: c.Width, Hidden: c.hidden}
		if !c.hidden {
			s.Frozen = visible < g.frozen
			visible++
		}
		states = append(states, s)
	}
	return states
}

// SetColumnStates gives the columns the order, widths, hidden and frozen of states. Unknown ids are ignored; columns
// that states does not name follow in their present order; at least one column stays visible.
func (g *Grid) SetColumnStates(states []ColumnState) {
	at := g.cursorColumn()
	known := make(map[string]*column, len(g.cols))
	for _, c := range g.cols {
		known[c.ID] = c
	}
	ordered := make([]*column, 0, len(g.cols))
	g.frozen = 0
	leading := true
	for _, s := range states {
		c := known[s.ID]
		if c == nil {
			continue
		}
		delete(known, s.ID)
		if s.Width > 0 {
			c.Width = max(s.Width, c.narrowest())
		}
		c.hidden = s.Hidden
		ordered = append(ordered, c)
		if !c.hidden {
			leading = leading && s.Frozen
			if leading {
				g.frozen++
			}
		}
	}
	for _, c := range g.cols {
		if known[c.ID] != nil {
			ordered = append(ordered, c)
		}
	}
	g.cols = ordered
	g.columnsChanged(at)
}

// SetFrozen keeps the first n visible columns in sight while the others scroll.
func (g *Grid) SetFrozen(n int) {
	g.frozen = max(0, n)
	g.columnsChanged(g.cursorColumn())
}

// SetSort shows an arrow in the header of the column that the rows are sorted by; "" for none. The grid does not sort.
func (g *Grid) SetSort(column string, desc bool) {
	g.sorted, g.descending = column, desc
	g.arrange()
}

// columnsChanged works out the visible columns and brings the cursor back to the column with the id at.
func (g *Grid) columnsChanged(at string) {
	g.CancelEdit()
	g.view = g.view[:0]
	for _, c := range g.cols {
		if !c.hidden {
			g.view = append(g.view, c)
		}
	}
	if len(g.view) == 0 && len(g.cols) > 0 {
		g.cols[0].hidden = false
		g.view = append(g.view, g.cols[0])
	}
	g.col = 0
	if i := g.viewIndex(at); i >= 0 {
		g.col = i
	}
	g.slots = nil
	g.forget()
	g.arrange()
}

// moveColumn puts the visible column from before the visible column to (len(view): last).
func (g *Grid) moveColumn(from, to int) {
	moved := g.view[from]
	at := g.cursorColumn()
	var before *column
	if to < len(g.view) {
		before = g.view[to]
	}
	ordered := make([]*column, 0, len(g.cols))
	for _, c := range g.cols {
		if c == moved {
			continue
		}
		if c == before {
			ordered = append(ordered, moved)
		}
		ordered = append(ordered, c)
	}
	if before == nil {
		ordered = append(ordered, moved)
	}
	g.cols = ordered
	g.columnsChanged(at)
}

func (g *Grid) viewIndex(id string) int {
	for i, c := range g.view {
		if c.ID == id {
			return i
		}
	}
	return -1
}

// cursorColumn is the id of the column the cursor is in.
func (g *Grid) cursorColumn() string {
	if g.col < len(g.view) {
		return g.view[g.col].ID
	}
	return ""
}

func (c *Column) narrowest() float32 {
	return max(c.MinWidth, narrowest)
}
