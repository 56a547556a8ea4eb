package grid

import "fyne.io/fyne/v2"

// target is where a movement key leads from the cursor, inside the data; ok is false for any other key.
func (g *Grid) target(name fyne.KeyName, ctrl bool) (row, col int, ok bool) {
	row, col = g.row, g.col
	switch name {
	case fyne.KeyUp:
		row--
	case fyne.KeyDown:
		row++
	case fyne.KeyPageUp:
		row -= g.page()
	case fyne.KeyPageDown:
		row += g.page()
	case fyne.KeyLeft:
		col--
	case fyne.KeyRight:
		col++
	case fyne.KeyHome:
		if ctrl {
			row = 0
		} else {
			col = 0
		}
	case fyne.KeyEnd:
		if ctrl {
			row = g.src.Len() - 1
		} else {
			col = len(g.view) - 1
		}
	default:
		return row, col, false
	}
	return clamp(row, g.total()), clamp(col, len(g.view)), true
}

// page is how far Page Up and Page Down go.
func (g *Grid) page() int {
	return max(1, g.fullRows())
}

// mayMove does what must be done before the cursor goes to a row: an open editor is committed and a row that is left
// is stored. False if one of them was refused.
func (g *Grid) mayMove(row int) bool {
	return g.CommitEdit() == nil && (row == g.row || g.leaveRow())
}

// moveTo takes the cursor to a cell as the user does it, and keeps a selection of several rows. False if it could not
// leave.
func (g *Grid) moveTo(row, col int) bool {
	if !g.mayMove(row) {
		return false
	}
	if g.goTo(row, col) {
		g.selected()
	}
	return true
}

// leaveRow has the cursor's row stored.
func (g *Grid) leaveRow() bool {
	e := g.editor()
	if e == nil || g.row >= g.src.Len() {
		return true
	}
	before := g.src.Len()
	if err := e.LeaveRow(g.row); err != nil {
		g.refuse(err)
		return false
	}
	if g.src.Len() != before {
		g.forget()
	} else {
		g.forgetRow(g.row)
	}
	return true
}

// Leave commits the open editor and has the cursor's row stored, as before the grid is left by Ctrl+Tab or sorted. The
// page calls it before it closes or runs an action; losing the focus to another field commits the cell only. The error has been shown by OnRefused.
func (g *Grid) Leave() error {
	if err := g.CommitEdit(); err != nil {
		return err
	}
	e := g.editor()
	if e == nil || g.row >= g.src.Len() {
		return nil
	}
	err := e.LeaveRow(g.row)
	g.refuse(err)
	g.Refresh()
	return err
}

// goTo puts the cursor into a cell, brought inside the data, and scrolls there. It tells whether the row is another.
func (g *Grid) goTo(row, col int) bool {
	was := g.row
	g.row, g.col = clamp(row, g.total()), clamp(col, len(g.view))
	if g.zones.total != g.total() {
		g.arrange()
	}
	if g.scrollToCursor() {
		g.arrange()
	} else {
		g.paint()
	}
	return g.row != was
}

// step goes to the next (1) or previous (-1) cell that can be edited, over the ends of lines; past the last line to
// the empty one. With quick it passes over cells to be skipped. It stays if there is none near. What is being entered is
// taken over first, as it may decide which cells those are.
func (g *Grid) step(direction int, quick bool) {
	if g.CommitEdit() != nil {
		return
	}
	const near = 200 // rows to look through; a sheet may be locked over thousands of rows
	row, col, total := g.row, g.col, g.total()
	for tries := near * len(g.view); tries > 0; tries-- {
		col += direction
		if col < 0 {
			row, col = row-1, len(g.view)-1
		} else if col >= len(g.view) {
			row, col = row+1, 0
		}
		if row < 0 || row >= total {
			return
		}
		if g.canEdit(row, col) && !(quick && g.cellOf(row, col).Skip) {
			g.plainMove(row, col)
			return
		}
	}
}

// canEdit tells whether Tab stops at a cell.
func (g *Grid) canEdit(row, col int) bool {
	c := g.view[col]
	if !g.editable() || !c.Editable {
		return false
	}
	return !g.cellOf(row, col).Locked
}

// cellOf is a cell, of the empty line too, whether or not it is in sight.
func (g *Grid) cellOf(row, col int) Cell {
	if row >= g.src.Len() {
		return g.blankCell(g.view[col])
	}
	return g.src.Cell(row, g.view[col].ID)
}

// plainMove moves and forgets a selection of several rows.
func (g *Grid) plainMove(row, col int) bool {
	if !g.mayMove(row) {
		return false
	}
	several := !g.picked.empty()
	g.picked.clear()
	moved := g.goTo(row, col)
	g.anchor = g.row
	if moved || several {
		g.selected()
	}
	return true
}

// extendMove moves and selects all rows from where the selection started.
func (g *Grid) extendMove(row, col int) {
	if !g.mayMove(row) {
		return
	}
	g.goTo(row, col)
	g.picked.clear()
	g.picked.add(g.anchor, min(g.row, g.src.Len()-1))
	g.paint()
	g.selected()
}

// clampCursor brings cursor, scroll and selection inside the data after it has changed.
func (g *Grid) clampCursor() {
	was := g.row
	total := g.total()
	g.row = clamp(g.row, total)
	g.anchor = clamp(g.anchor, total)
	g.picked.cut(g.src.Len())
	if g.row != was || g.row >= g.src.Len() {
		g.CancelEdit()
	}
	if g.row != was {
		g.selected()
	}
}

// clamp brings i into 0 … n-1, or to 0 if n is 0.
func clamp(i, n int) int {
	return max(0, min(i, n-1))
}
