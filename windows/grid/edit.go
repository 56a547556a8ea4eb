package grid

import "fyne.io/fyne/v2"

// edit is the state of the one cell editor, which stands over the cursor's cell while it is open.
type edit struct {
	entry  *entry
	open   bool
	typed  bool    // opened by typing: arrows, Home and End leave the cell; otherwise they move in the text
	faulty bool    // the last commit was refused
	before string  // the text before editing
	quiet  bool    // the text is being set by the program, not by the user
	losing bool    // the entry is losing the focus to something else
	busy   bool    // the editor is being asked to commit: whatever that sets off must not commit again
	shift  float32 // how far a text too long for its cell is scrolled
}

// EditCell opens the editor over the cursor's cell. With replace, text takes the place of what is there, as if it had
// just been typed; without, text is added to it and the cursor stands at the end. On the empty line at the end a new
// row is made first. Nothing happens where a cell cannot be edited.
func (g *Grid) EditCell(text string, replace bool) {
	e := g.editor()
	if e == nil || len(g.view) == 0 || g.edit.open {
		return
	}
	c := g.view[g.col]
	if c.Check || !g.canEdit(g.row, g.col) || !g.newRow(e) {
		return
	}
	before, ok := e.Begin(g.row, c.ID)
	if !ok {
		return
	}
	g.edit.open, g.edit.typed, g.edit.faulty, g.edit.before, g.edit.shift = true, replace, false, before, 0
	if !replace {
		text = before + text
	}
	if g.scrollToCursor() {
		g.arrange()
	}
	g.edit.entry.Show()
	g.SetEditorText(text)
	g.paint()
	g.panes[editing].Refresh() // without a renderer of its parent the entry cannot be focused
	g.canvas.Focus(g.edit.entry)
	if g.OnEditing != nil {
		g.OnEditing(g.row, c.ID, true)
	}
	if replace && g.OnType != nil {
		g.OnType(c.ID, text)
	}
}

// Editing tells whether a cell's editor is open.
func (g *Grid) Editing() bool { return g.edit.open }

// EditorText is the text in the open editor.
func (g *Grid) EditorText() string { return g.edit.entry.Text }

// SetEditorText replaces the text in the open editor, for instance by what was chosen in a lookup. OnType is not called.
func (g *Grid) SetEditorText(text string) {
	g.edit.quiet = true
	g.edit.entry.SetText(text)
	g.edit.quiet = false
	g.edit.entry.caretToEnd()
}

// CommitEdit hands the text of the open editor to Editor.Commit and closes it. If it is refused the editor stays open
// and OnRefused gets the error. A text that was not changed is not committed. Without an open editor nothing happens.
func (g *Grid) CommitEdit() error {
	if !g.edit.open || g.edit.busy {
		return nil
	}
	text := g.edit.entry.Text
	if text != g.edit.before {
		column, length := g.cursorColumn(), g.src.Len()
		g.edit.busy = true
		err := g.editor().Commit(g.row, column, text)
		if err != nil {
			g.edit.faulty = true
			g.refuse(err)
		}
		g.edit.busy = false
		if err != nil {
			g.paintCursor()
			return err
		}
		if g.src.Len() != length {
			g.forget()
		}
	}
	g.closeEditor()
	return nil
}

// CancelEdit closes the editor and leaves the cell as it was.
func (g *Grid) CancelEdit() {
	if g.edit.open {
		g.closeEditor()
	}
}

func (g *Grid) closeEditor() {
	g.edit.open = false
	if !g.edit.losing && g.canvas.Focused() == fyne.Focusable(g.edit.entry) {
		g.canvas.Focus(g)
	}
	g.edit.entry.Hide()
	g.panes[editing].place(0, 0, 0, 0)
	g.edit.entry.Resize(fyne.Size{}) // so that it is laid out anew when it opens next, whatever became of its renderer
	g.forgetRow(g.row)
	g.paint()
	if g.OnEditing != nil {
		g.OnEditing(g.row, g.cursorColumn(), false)
	}
}

func (g *Grid) editorChanged(text string) {
	if g.edit.quiet || !g.edit.open {
		return
	}
	g.edit.faulty = false
	g.paintCursor()
	if g.OnType != nil {
		g.OnType(g.cursorColumn(), text)
	}
}

// newRow turns the empty line at the end, if the cursor is there, into a row.
func (g *Grid) newRow(e Editor) bool {
	length := g.src.Len()
	if g.row < length {
		return true
	}
	row := e.NewRow(length - 1)
	if row < 0 {
		return false
	}
	g.forget()
	g.goTo(row, g.col)
	g.anchor = g.row
	g.selected()
	return true
}

// change lets the editor change the cursor's cell and shows the outcome.
func (g *Grid) change(do func(row int, column string) error) bool {
	e := g.editor()
	if len(g.view) == 0 || !g.canEdit(g.row, g.col) || !g.newRow(e) {
		return false
	}
	length := g.src.Len()
	err := do(g.row, g.cursorColumn())
	g.refuse(err)
	if g.src.Len() != length {
		g.Refresh()
	} else {
		g.RefreshRow(g.row)
	}
	return err == nil
}

func (g *Grid) copyAbove() {
	g.CancelEdit()
	if g.row > 0 && g.change(g.editor().CopyAbove) {
		g.step(1, true)
	}
}

func (g *Grid) clearCell() {
	if g.row < g.src.Len() {
		g.change(g.editor().Clear)
	}
}

// toggleCheck turns the box in the cursor's cell over.
func (g *Grid) toggleCheck() {
	if len(g.view) == 0 || !g.view[g.col].Check || !g.editable() {
		return
	}
	g.change(func(row int, column string) error {
		text := Checked
		if g.src.Cell(row, column).Checked {
			text = Unchecked
		}
		return g.editor().Commit(row, column, text)
	})
}

// pageTakes offers a key to an open lookup before the grid uses it.
func (g *Grid) pageTakes(name fyne.KeyName, mod fyne.KeyModifier) bool {
	if g.OnEditKey != nil && g.OnEditKey(name, mod) {
		return true
	}
	return (name == fyne.KeyUp || name == fyne.KeyDown) && g.offer(name, mod)
}

// editKey handles the keys that end, move or restore an editing; false leaves the key to the entry.
func (g *Grid) editKey(name fyne.KeyName, mod fyne.KeyModifier) bool {
	switch name {
	case fyne.KeyTab, fyne.KeyReturn, fyne.KeyEnter:
		g.step(direction(mod), name != fyne.KeyTab)
	case fyne.KeyEscape:
		g.CancelEdit()
	case fyne.KeyF2:
		g.edit.typed = false
		g.edit.entry.selectOrEnd()
	case fyne.KeyF8:
		g.copyAbove()
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		row, col, _ := g.target(name, false)
		g.plainMove(row, col)
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd:
		if !g.edit.typed || mod != 0 {
			g.edit.typed = false
			return false
		}
		row, col, _ := g.target(name, false)
		g.plainMove(row, col)
	case fyne.KeyBackspace, fyne.KeyDelete:
		return false
	default:
		g.offer(name, mod)
	}
	return true
}
