package grid

import (
	"strings"
	"testing"

	"campaigndesk/windows/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// user sits in front of a window with a grid between two entries. Press hands out keys in the order of Fyne's desktop
// driver, which the test driver has no idea of.
type user struct {
	testing.TB
	*Grid
	window        fyne.Window
	before, after *widget.Entry
	held          fyne.KeyModifier
}

// sit opens a window of a size that shows ten rows of the grid.
func sit(t testing.TB, columns []Column, src Source) *user {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(false))
	u := &user{TB: t, window: test.NewTempWindow(t, nil), before: widget.NewEntry(), after: widget.NewEntry()}
	u.Grid = New(u.window.Canvas(), columns, src)
	u.window.SetPadded(false)
	u.window.SetContent(container.New(stacked{}, u.before, u.Grid, u.after))
	u.size(600, 10)
	u.Focus()
	return u
}

// stacked puts three objects one below the other and gives the middle one the room that is left. Unlike Fyne's border
// layout it leaves them in the order of Tab.
type stacked struct{}

func (stacked) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 150) }

func (stacked) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const field = 30
	for i, y := range []float32{0, field, size.Height - field} {
		objects[i].Move(fyne.NewPos(0, y))
		objects[i].Resize(fyne.NewSize(size.Width, field))
	}
	objects[1].Resize(fyne.NewSize(size.Width, size.Height-2*field))
}

// size makes the grid so wide and so many rows high.
func (u *user) size(width float32, rows int) {
	fields := u.window.Canvas().Size().Height - u.Grid.Size().Height
	u.window.Resize(fyne.NewSize(width, fields+HeaderHeight+float32(rows*RowHeight)))
}

var modifierKeys = map[string]struct {
	mod fyne.KeyModifier
	key fyne.KeyName
}{
	"Shift": {fyne.KeyModifierShift, desktop.KeyShiftLeft},
	"Ctrl":  {fyne.KeyModifierControl, desktop.KeyControlLeft},
	"Alt":   {fyne.KeyModifierAlt, desktop.KeyAltLeft},
}

// press types keys such as "Tab", "Shift+Tab" or "Ctrl+Home".
func (u *user) press(keys ...string) *user {
	u.Helper()
	for _, k := range keys {
		parts := strings.Split(k, "+")
		name := fyne.KeyName(parts[len(parts)-1])
		for _, m := range parts[:len(parts)-1] {
			u.held |= modifierKeys[m].mod
			u.down(modifierKeys[m].key)
			u.stroke(modifierKeys[m].key)
		}
		u.down(name)
		u.stroke(name)
		u.up(name)
		for _, m := range parts[:len(parts)-1] {
			u.held &^= modifierKeys[m].mod
			u.up(modifierKeys[m].key)
		}
	}
	return u
}

func (u *user) down(name fyne.KeyName) {
	if k, ok := u.window.Canvas().Focused().(desktop.Keyable); ok {
		k.KeyDown(&fyne.KeyEvent{Name: name})
	}
}

func (u *user) up(name fyne.KeyName) {
	if k, ok := u.window.Canvas().Focused().(desktop.Keyable); ok {
		k.KeyUp(&fyne.KeyEvent{Name: name})
	}
}

// stroke is what the driver does with a key press once KeyDown has been told.
func (u *user) stroke(name fyne.KeyName) {
	c := u.window.Canvas()
	if name == fyne.KeyTab && u.held&^fyne.KeyModifierShift == 0 {
		if t, ok := c.Focused().(fyne.Tabbable); !ok || !t.AcceptsTab() {
			if u.held == 0 {
				c.FocusNext()
			} else {
				c.FocusPrevious()
			}
			return
		}
	}
	if s := u.shortcut(name); s != nil {
		if f, ok := c.Focused().(fyne.Shortcutable); ok {
			f.TypedShortcut(s)
		}
		return
	}
	if f := c.Focused(); f != nil {
		f.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func (u *user) shortcut(name fyne.KeyName) fyne.Shortcut {
	clipboard := fyne.CurrentApp().Clipboard()
	if u.held == fyne.KeyModifierControl {
		switch name {
		case fyne.KeyV:
			return &fyne.ShortcutPaste{Clipboard: clipboard}
		case fyne.KeyC, fyne.KeyInsert:
			return &fyne.ShortcutCopy{Clipboard: clipboard}
		case fyne.KeyA:
			return &fyne.ShortcutSelectAll{}
		case fyne.KeyZ:
			return &fyne.ShortcutUndo{}
		}
	}
	if u.held&^fyne.KeyModifierShift == 0 || len(name) > 1 && !named(name) && name != fyne.KeySpace {
		return nil
	}
	return &desktop.CustomShortcut{KeyName: name, Modifier: u.held}
}

// typed types characters, each of which arrives as a key first.
func (u *user) typed(text string) *user {
	u.Helper()
	for _, r := range text {
		f := u.window.Canvas().Focused()
		if f == nil {
			u.Fatalf("typing %q with no focus", text)
		}
		name := fyne.KeyName(strings.ToUpper(string(r)))
		if r == ' ' {
			name = fyne.KeySpace
		}
		f.TypedKey(&fyne.KeyEvent{Name: name})
		if f = u.window.Canvas().Focused(); f != nil {
			f.TypedRune(r)
		}
	}
	return u
}

// click presses and releases the left mouse button in the middle of a cell, and clickAt at a place in the grid.
func (u *user) click(row int, column string, mod ...fyne.KeyModifier) *user {
	u.Helper()
	pos, size := u.CellPosition(row, column)
	if size.IsZero() {
		u.Fatalf("cell %d %s is not in sight", row, column)
	}
	return u.clickAt(pos.X+size.Width/2, pos.Y+size.Height/2, desktop.MouseButtonPrimary, mod...)
}

func (u *user) clickAt(x, y float32, button desktop.MouseButton, mod ...fyne.KeyModifier) *user {
	e := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Button: button}
	for _, m := range mod {
		e.Modifier |= m
	}
	u.MouseDown(e)
	u.MouseUp(e)
	if button == desktop.MouseButtonSecondary {
		u.TappedSecondary(&e.PointEvent)
	} else {
		u.Tapped(&e.PointEvent)
	}
	return u
}

// pull drags from one place in the grid to another.
func (u *user) pull(x, y, toX, toY float32) *user {
	u.MouseDown(&desktop.MouseEvent{
		PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Button: desktop.MouseButtonPrimary,
	})
	const steps = 4
	dx, dy := (toX-x)/steps, (toY-y)/steps
	for range steps {
		x, y = x+dx, y+dy
		u.Dragged(&fyne.DragEvent{
			PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Dragged: fyne.NewDelta(dx, dy),
		})
	}
	u.DragEnd()
	return u
}

func (u *user) wantCursor(row int, column string) *user {
	u.Helper()
	if r, c := u.Cursor(); r != row || c != column {
		u.Errorf("cursor at %d %s, want %d %s", r, c, row, column)
	}
	return u
}
