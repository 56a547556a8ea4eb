package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// entry is the cell editor: Fyne's entry, with the keys of a grid.
type entry struct {
	widget.Entry
	grid *Grid
}

func newEntry(g *Grid) *entry {
	e := &entry{grid: g}
	e.Wrapping, e.Scroll = fyne.TextWrapOff, fyne.ScrollNone // the grid scrolls it, see placeEditor
	e.ExtendBaseWidget(e)
	e.OnChanged = g.editorChanged
	e.OnCursorChanged = g.placeEditor
	e.Hide()
	return e
}

// CreateRenderer belongs to Fyne. It leaves out the entry's own ground and border; the cursor's frame stands for them.
func (e *entry) CreateRenderer() fyne.WidgetRenderer {
	return bare{e.Entry.CreateRenderer()}
}

type bare struct{ fyne.WidgetRenderer }

// Objects are the entry's without the first two, which are its ground and its border.
func (b bare) Objects() []fyne.CanvasObject { return b.WidgetRenderer.Objects()[2:] }

// TypedKey belongs to Fyne.
func (e *entry) TypedKey(k *fyne.KeyEvent) {
	g := e.grid
	mod := g.modifiers()
	if named(k.Name) && (g.pageTakes(k.Name, mod) || g.editKey(k.Name, mod)) {
		return
	}
	e.Entry.TypedKey(k)
}

// TypedShortcut belongs to Fyne: shortcuts of text stay with the text, the others go to the page.
func (e *entry) TypedShortcut(s fyne.Shortcut) {
	g := e.grid
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		if g.inserts {
			g.TypedShortcut(s)
			return
		}
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo: // the page's, while there is nothing to undo in the text
		if e.Text == g.edit.before && g.offerShortcut(s) {
			return
		}
	case *desktop.CustomShortcut:
		switch s.KeyName {
		case fyne.KeyTab, fyne.KeyHome, fyne.KeyEnd:
			if g.controlKey(s.KeyName, s.Modifier) {
				return
			}
		case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace:
			e.Entry.TypedShortcut(s)
			return
		}
		if g.offerShortcut(s) {
			return
		}
	}
	e.Entry.TypedShortcut(s)
}

// KeyDown belongs to Fyne.
func (e *entry) KeyDown(k *fyne.KeyEvent) {
	e.grid.KeyDown(k)
	e.Entry.KeyDown(k)
}

// KeyUp belongs to Fyne.
func (e *entry) KeyUp(k *fyne.KeyEvent) {
	e.grid.KeyUp(k)
	e.Entry.KeyUp(k)
}

// MouseDown belongs to Fyne: who clicks into the text wants to move in it.
func (e *entry) MouseDown(m *desktop.MouseEvent) {
	e.grid.edit.typed = false
	e.Entry.MouseDown(m)
}

// TappedSecondary belongs to Fyne: the page's menu instead of the entry's own, which would take the keyboard and so
// commit before it could paste.
func (e *entry) TappedSecondary(p *fyne.PointEvent) {
	if g := e.grid; g.OnMenu != nil {
		g.OnMenu(g.row, g.cursorColumn(), p.AbsolutePosition)
	}
}

// AcceptsTab belongs to Fyne.
func (e *entry) AcceptsTab() bool { return true }

// FocusGained belongs to Fyne. The focus can come back to a closed editor when its window gets the keyboard again.
func (e *entry) FocusGained() {
	g := e.grid
	if !g.edit.open {
		g.canvas.Focus(g)
		return
	}
	g.focused = true
	e.Entry.FocusGained()
	g.paintCursor()
}

// FocusLost belongs to Fyne: going elsewhere commits. If that is refused the editor stays open and is focused again as
// soon as the grid is.
func (e *entry) FocusLost() {
	g := e.grid
	e.Entry.FocusLost()
	if !g.edit.open {
		return
	}
	g.focused, g.shift, g.inserts = false, false, false
	g.edit.losing = true
	_ = g.CommitEdit() // has been shown by OnRefused
	g.edit.losing = false
}

func (e *entry) caretToEnd() {
	e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
}

// selectOrEnd selects all of the text, or, if something is selected, puts the cursor at its end.
func (e *entry) selectOrEnd() {
	if e.SelectedText() == "" {
		e.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	} else {
		e.caretToEnd()
	}
}

// placeEditor puts the editor's text exactly where the cell's text stands: left, or right for numbers, and scrolled so
// that the caret can be seen. Fyne's entry can do neither, so it is moved about behind the cell's clip.
func (g *Grid) placeEditor() {
	if !g.edit.open {
		return
	}
	e, c := g.edit.entry, g.view[g.col]
	x, y, w, h := g.cellRect(g.row, g.col)
	g.panes[editing].place(x+frameWidth, y+frameWidth, w-2*frameWidth, h-2*frameWidth)

	put(g.input, g.colours.input, 0, 0, w, h)

	border, inner := e.Theme().Size(theme.SizeNameInputBorder), e.Theme().Size(theme.SizeNameInnerPadding)
	size := e.Theme().Size(theme.SizeNameText)
	text := fyne.MeasureText(e.Text, size, e.TextStyle)
	caret := e.CursorPosition().X + border/2 - inner
	room := c.Width - 2*pad
	start := float32(pad) // of the text, in the cell
	if text.Width > room {
		shift := max(g.edit.shift, caret-room)
		g.edit.shift = max(0, min(shift, caret, text.Width-room))
		start -= g.edit.shift
	} else {
		g.edit.shift = 0
		switch c.Align {
		case Right:
			start = c.Width - pad - text.Width
		case Center:
			start = (c.Width - text.Width) / 2
		}
	}
	// All positions are now made relative to the clip, whose corner is not the cell's if the cell is cut.
	left := g.columnX(g.col) - (x + frameWidth)
	top := (RowHeight-text.Height)/2 - frameWidth
	width := max(text.Width, c.Width-start) + 2*inner + border
	e.Move(fyne.NewPos(left+start-inner, top-inner))
	e.Resize(fyne.NewSize(width, text.Height+2*inner))
}
