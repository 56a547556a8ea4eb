package page

import (
	"fyne.io/fyne/v2"

	"campaigndesk/app"
	"campaigndesk/windows/grid"
)

// dropdown is the list of a lookup under the field or cell being entered. It is drawn in a layer of the window's content,
// so that the entry keeps the focus (craft C 9); the keys it needs are offered to it first.
type dropdown struct {
	w      *Window
	rows   []lookupRow
	grid   *grid.Grid
	panel  fyne.CanvasObject
	choose func(codes []string)
	moved  bool // the user has gone into the list: Enter takes the row
}

const dropdownRows = 10

// offer shows what the lookup finds for the typed text under an entry.
func (w *Window) offer(l Lookup, typed string, entry fyne.CanvasObject, choose func(codes []string)) {
	w.offerAt(l, typed, fyne.CurrentApp().Driver().AbsolutePositionForObject(entry), entry.Size(), choose)
}

// offerAt shows it under a place in the window.
func (w *Window) offerAt(l Lookup, typed string, at fyne.Position, size fyne.Size, choose func(codes []string)) {
	w.closeDropdown()
	if l.find == nil { // there is nothing to choose from now
		return
	}
	rows, err := l.find(w.session, typed, dropdownRows)
	if err != nil {
		w.Fail(err)
		return
	}
	if len(rows) == 0 {
		return
	}
	d := &dropdown{w: w, rows: rows, choose: choose}
	d.grid = grid.New(w.fyne.Canvas(), l.columns(w.session), d)
	d.grid.OnOpen = func(row int) { d.take(row) }
	d.grid.OnSelected = func(int) { d.moved = true }
	d.panel = panel(d.grid)
	layer := w.topLayer()
	layer.Add(d.panel)
	at = at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(layer)) // which stands below a menu bar
	width := float32(6)
	for _, c := range l.columns(w.session) {
		width += c.Width
	}
	height := d.grid.HeightFor(len(rows)) + 4
	window := layer.Size()
	top := at.Y + size.Height + 1
	if top+height > window.Height && at.Y > height {
		top = at.Y - height - 1
	}
	d.panel.Resize(fyne.NewSize(max(width, size.Width), height))
	d.panel.Move(fyne.NewPos(max(0, min(at.X, window.Width-width-4)), top))
	d.moved = false
	w.drop = d
}

// dropBelow shows a field's own list, of a choice or a calendar, below it; nil takes it away.
func (w *Window) dropBelow(entry, list fyne.CanvasObject) {
	layer := w.topLayer()
	layer.RemoveAll()
	if list == nil {
		return
	}
	at, window := w.inLayer(layer, entry), layer.Size()
	size := list.MinSize()
	size.Width = max(size.Width, entry.Size().Width)
	top := at.Y + entry.Size().Height + 1
	if top+size.Height > window.Height && at.Y > size.Height {
		top = at.Y - size.Height - 1
	}
	list.Resize(size)
	list.Move(fyne.NewPos(max(0, min(at.X, window.Width-size.Width-4)), top))
	layer.Add(list)
}

// topLayer is the layer for lists over fields: that of the dialog on top, or of the window.
func (w *Window) topLayer() *fyne.Container {
	if n := len(w.modals); n > 0 {
		return w.modals[n-1].layer
	}
	return w.layer
}

func (w *Window) closeDropdown() {
	if w.drop == nil {
		return
	}
	d := w.drop
	w.drop = nil
	w.layer.Remove(d.panel)
	for _, m := range w.modals {
		m.layer.Remove(d.panel)
	}
}

func (d *dropdown) take(row int) {
	d.w.closeDropdown()
	d.choose(d.rows[row][:1])
}

// key moves in the list and takes the row; other keys are the entry's.
func (d *dropdown) key(name fyne.KeyName, mod fyne.KeyModifier) bool {
	row, column := d.grid.Cursor()
	switch {
	case mod != 0:
		return false
	case name == fyne.KeyDown:
		if d.moved {
			row++
		}
		d.grid.SetCursor(min(row, len(d.rows)-1), column)
		d.moved = true
	case name == fyne.KeyUp:
		d.grid.SetCursor(max(row-1, 0), column)
		d.moved = true
	case (name == fyne.KeyReturn || name == fyne.KeyEnter || name == fyne.KeyTab) && d.moved:
		d.take(row)
	case name == fyne.KeyEscape:
		d.w.closeDropdown()
	default:
		return false
	}
	return true
}

// Len and Cell are the grid's source.
func (d *dropdown) Len() int { return len(d.rows) }

func (d *dropdown) Cell(row int, column string) grid.Cell {
	for i := range d.rows[row] {
		if column == columnID(i) {
			return grid.Cell{Text: d.rows[row][i]}
		}
	}
	return grid.Cell{}
}

func columnID(i int) string { return string(rune('a' + i)) }

func (l Lookup) columns(s *app.Session) []grid.Column {
	columns := make([]grid.Column, len(l.only))
	for i, caption := range l.only {
		columns[i] = grid.Column{ID: columnID(i), Caption: s.Texts.T(caption), Width: 200}
	}
	columns[0].Width = 110
	return columns
}

// pickFrom opens the full list of a lookup to choose from.
func (w *Window) pickFrom(l Lookup, choose func(codes []string)) {
	w.closeDropdown()
	if l.list == nil {
		return
	}
	l.list(w.session).pick(w, choose)
}
