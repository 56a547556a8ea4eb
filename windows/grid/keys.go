package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Keys while no cell is being edited; edit.go has those of the cell editor.

// TypedKey belongs to Fyne.
func (g *Grid) TypedKey(e *fyne.KeyEvent) {
	g.hideTip()
	mod := g.modifiers()
	if !named(e.Name) {
		if e.Name == fyne.KeySpace {
			g.toggleCheck()
		}
		return // comes again as TypedRune
	}
	if g.movementKey(e.Name, mod) || g.worksheetKey(e.Name, mod) || g.listKey(e.Name, mod) {
		return
	}
	g.offer(e.Name, mod)
}

// movementKey handles the keys that move the cursor without a modifier other than Shift.
func (g *Grid) movementKey(name fyne.KeyName, mod fyne.KeyModifier) bool {
	row, col, ok := g.target(name, false)
	if !ok || mod&^fyne.KeyModifierShift != 0 {
		return false
	}
	if mod == fyne.KeyModifierShift {
		if col != g.col || name == fyne.KeyLeft || name == fyne.KeyRight {
			return false
		}
		g.extendMove(row, col)
		return true
	}
	g.plainMove(row, col)
	return true
}

// worksheetKey handles what only an editable grid knows.
func (g *Grid) worksheetKey(name fyne.KeyName, mod fyne.KeyModifier) bool {
	e := g.editor()
	if e == nil {
		return false
	}
	switch name {
	case fyne.KeyTab, fyne.KeyReturn, fyne.KeyEnter:
		g.step(direction(mod), name != fyne.KeyTab)
	case fyne.KeyF2:
		if mod != 0 {
			return false
		}
		g.EditCell("", false)
	case fyne.KeyF8:
		if mod != 0 {
			return false
		}
		g.copyAbove()
	case fyne.KeyBackspace:
		g.EditCell("", true)
	case fyne.KeyDelete:
		if mod != 0 {
			return false
		}
		g.clearCell()
	case fyne.KeyEscape:
		if !g.escape(e) {
			return false
		}
	default:
		return false
	}
	return true
}

// listKey handles what only a grid that is not editable knows, and what both do.
func (g *Grid) listKey(name fyne.KeyName, mod fyne.KeyModifier) bool {
	switch {
	case name == desktop.KeyMenu, name == fyne.KeyF10 && mod == fyne.KeyModifierShift:
		g.menuAtCursor()
	case g.editable() || mod != 0:
		return false
	case g.OnOpen == nil:
		return false
	case name == fyne.KeyReturn, name == fyne.KeyEnter, name == fyne.KeyF2:
		g.open()
	default:
		return false
	}
	return true
}

// escape takes back the last thing that can be taken back: a selection, then a row that is not stored.
func (g *Grid) escape(e Editor) bool {
	if !g.picked.empty() {
		g.picked.clear()
		g.paint()
		g.selected()
		return true
	}
	if g.row < g.src.Len() && e.Escape(g.row) {
		g.Refresh()
		g.selected()
		return true
	}
	return false
}

func (g *Grid) open() {
	if g.OnOpen != nil && g.row < g.src.Len() {
		g.OnOpen(g.row)
	}
}

func (g *Grid) menuAtCursor() {
	if g.OnMenu == nil || len(g.view) == 0 {
		return
	}
	pos, size := g.CellPosition(g.row, g.cursorColumn())
	corner := fyne.CurrentApp().Driver().AbsolutePositionForObject(g)
	g.OnMenu(g.row, g.cursorColumn(), corner.Add(pos).Add(fyne.NewPos(0, size.Height)))
}

// TypedRune belongs to Fyne: a typed character replaces the cell's text, or goes to the page's search.
func (g *Grid) TypedRune(r rune) {
	if len(g.view) == 0 {
		return
	}
	if g.editable() {
		if !g.view[g.col].Check {
			g.EditCell(string(r), true)
		}
		return
	}
	if g.OnType != nil {
		g.OnType(g.cursorColumn(), string(r))
	}
}

// TypedShortcut belongs to Fyne.
func (g *Grid) TypedShortcut(s fyne.Shortcut) {
	g.hideTip()
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		if g.inserts {
			// The driver turns Ctrl+Insert into Copy; here it is a key of its own.
			g.offerShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyInsert, Modifier: fyne.KeyModifierControl})
			return
		}
		g.copy(s.Clipboard)
	case *fyne.ShortcutPaste:
		if !g.paste(s.Clipboard) {
			g.offerShortcut(s)
		}
	case *fyne.ShortcutSelectAll:
		g.SelectAll()
	case *desktop.CustomShortcut:
		if !g.controlKey(s.KeyName, s.Modifier) {
			g.offerShortcut(s)
		}
	default:
		g.offerShortcut(s)
	}
}

// controlKey handles the grid's own keys with Ctrl.
func (g *Grid) controlKey(name fyne.KeyName, mod fyne.KeyModifier) bool {
	if mod&^fyne.KeyModifierShift != fyne.KeyModifierShortcutDefault {
		return false
	}
	extend := mod&fyne.KeyModifierShift != 0
	switch name {
	case fyne.KeyTab:
		g.leave(direction(mod))
	case fyne.KeySpace:
		g.toggleRow(g.row)
		g.paint()
		g.selected()
	case fyne.KeyHome, fyne.KeyEnd:
		row, col, _ := g.target(name, true)
		if extend {
			g.extendMove(row, col)
		} else {
			g.plainMove(row, col)
		}
	case fyne.KeyUp, fyne.KeyDown: // to another row without losing a selection
		row, col, _ := g.target(name, false)
		if g.picked.empty() && g.row < g.src.Len() {
			g.picked.add(g.row, g.row)
		}
		g.moveTo(row, col)
	default:
		return false
	}
	return true
}

// leave goes to the next or previous widget of the page.
func (g *Grid) leave(direction int) {
	if g.Leave() != nil {
		return
	}
	g.canvas.Focus(g)
	if direction > 0 {
		g.canvas.FocusNext()
	} else {
		g.canvas.FocusPrevious()
	}
}

// offer hands a key on to the page.
func (g *Grid) offer(name fyne.KeyName, mod fyne.KeyModifier) bool {
	return g.OnKey != nil && g.OnKey(name, mod)
}

func (g *Grid) offerShortcut(s fyne.Shortcut) bool {
	if c, ok := s.(*desktop.CustomShortcut); ok && g.offer(c.KeyName, c.Modifier) {
		return true
	}
	return g.OnShortcut != nil && g.OnShortcut(s)
}

// KeyDown belongs to Fyne. It is the only way to learn of Shift where the driver does not tell, and of Insert below
// Ctrl+Insert.
func (g *Grid) KeyDown(e *fyne.KeyEvent) {
	switch e.Name {
	case desktop.KeyShiftLeft, desktop.KeyShiftRight:
		g.shift = true
	default:
		g.inserts = e.Name == fyne.KeyInsert
	}
}

// KeyUp belongs to Fyne.
func (g *Grid) KeyUp(e *fyne.KeyEvent) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		g.shift = false
	}
}

// modifiers tells which modifier keys are down.
func (g *Grid) modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	if g.shift {
		return fyne.KeyModifierShift
	}
	return 0
}

func direction(mod fyne.KeyModifier) int {
	if mod&fyne.KeyModifierShift != 0 {
		return -1
	}
	return 1
}

// named tells a key with a name from one that types a character (which arrives as a key too) and from a modifier.
func named(name fyne.KeyName) bool {
	switch name {
	case fyne.KeySpace, fyne.KeyUnknown, desktop.KeyCapsLock,
		desktop.KeyShiftLeft, desktop.KeyShiftRight, desktop.KeyControlLeft, desktop.KeyControlRight,
		desktop.KeyAltLeft, desktop.KeyAltRight, desktop.KeySuperLeft, desktop.KeySuperRight:
		return false
	}
	return len(name) > 1
}
