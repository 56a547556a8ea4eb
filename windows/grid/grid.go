// Package grid is the table of Campaign Desk: one widget for lists, worksheets, the lists on cards and the drop-downs
// of lookups. It knows nothing of records; a Source gives it texts, and a Source that is also an Editor makes it a
// worksheet.
//
// It draws only what is in sight. The first visible row is a whole number, so a million rows scroll as steadily as ten.
package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Heights of a grid's parts, in Fyne units.
const (
	RowHeight    = 24
	HeaderHeight = 26
)

// Grid shows the rows of a Source. All callbacks may be nil; all methods belong to the UI goroutine.
//
// Rows count from 0. An editable grid whose Editor can add shows one empty line more, row Len(); callbacks and
// Cursor name it by that number, OnSelected by -1.
type Grid struct {
	widget.BaseWidget

	// OnSelected tells that the cursor has come to another row, or that other rows are selected. -1: no row.
	OnSelected func(row int)
	// OnOpen asks to open a row: Enter, F2 or a second click in a grid that is not editable.
	OnOpen func(row int)
	// OnSort tells that a header was clicked. The page sorts and calls SetSort.
	OnSort func(column string)
	// OnColumns tells the new order and widths once the user has let go of a header.
	OnColumns func([]ColumnState)
	// OnKey gets every named key that the grid has no use for, with and without modifiers; true means used. While a
	// cell is edited it is asked before the grid for Up and Down, which belong to an open lookup.
	OnKey func(name fyne.KeyName, mod fyne.KeyModifier) bool
	// OnEditKey is asked before the grid for every named key while a cell is edited, Enter, Tab and Escape included:
	// a page with an open lookup takes what it needs. True means used.
	OnEditKey func(name fyne.KeyName, mod fyne.KeyModifier) bool
	// OnShortcut gets the shortcuts that the grid has no use for and that OnKey did not take; true means used.
	OnShortcut func(fyne.Shortcut) bool
	// OnRefused gets every error of the Editor.
	OnRefused func(row int, column string, err error)
	// OnEditing tells that a cell's editor has been opened or closed.
	OnEditing func(row int, column string, editing bool)
	// OnType gets the whole text of the editor at every change by the user. In a grid that is not editable it gets
	// each typed character, for a search or a jump.
	OnType func(column, text string)
	// OnMenu asks for a context menu, at a position on the canvas: right click, Menu key or Shift+F10.
	OnMenu func(row int, column string, at fyne.Position)
	// OnDrill tells that a cell of tone Link was clicked.
	OnDrill func(row int, column string)

	// OnOverscroll gets the turns of the wheel when there is nothing to scroll to in their direction, so that a page
	// around the grid can scroll instead.
	OnOverscroll func(*fyne.ScrollEvent)

	// ReadOnly makes a grid a list although its Source is an Editor. Call Refresh after changing it.
	ReadOnly bool
	// MinRows is the number of rows that the layout must leave room for; 0 means 3.
	MinRows int

	canvas fyne.Canvas
	src    Source

	cols       []*column // in the order on screen, hidden ones too
	view       []*column // the visible ones
	frozen     int       // how many of view the user has frozen
	sorted     string
	descending bool
	totals     map[string]string
	empty      string

	row, col int // the cursor; col is an index into view
	first    int // first visible row
	left     float32
	wheel    float32 // part of a row that the wheel has turned
	anchor   int     // where a selection by Shift started
	picked   rowSet  // rows selected beyond the cursor's

	focused bool // the grid or its editor has the keyboard
	shift   bool // a Shift key is down; only asked where the driver does not know
	inserts bool // the last key pressed was Insert, see shortcut
	edit    edit
	press   press
	drag    drag
	hover   spot // where the mouse is

	picture // what is drawn, see draw.go
}

var (
	_ fyne.Widget            = (*Grid)(nil)
	_ fyne.Focusable         = (*Grid)(nil)
	_ fyne.Tabbable          = (*Grid)(nil)
	_ fyne.Shortcutable      = (*Grid)(nil)
	_ fyne.Tappable          = (*Grid)(nil)
	_ fyne.SecondaryTappable = (*Grid)(nil)
	_ fyne.Draggable         = (*Grid)(nil)
	_ fyne.Scrollable        = (*Grid)(nil)
	_ desktop.Keyable        = (*Grid)(nil)
	_ desktop.Mouseable      = (*Grid)(nil)
	_ desktop.Hoverable      = (*Grid)(nil)
	_ desktop.Cursorable     = (*pointer)(nil)
)

// New makes a grid that will stand on the given canvas. It must be told its canvas because Fyne cannot say reliably
// on which one a widget stands, and the grid moves the focus between itself and its cell editor.
func New(canvas fyne.Canvas, columns []Column, src Source) *Grid {
	g := &Grid{canvas: canvas, src: src}
	g.ExtendBaseWidget(g)
	g.edit.entry = newEntry(g)
	g.paintOnce()
	g.SetColumns(columns)
	return g
}

// CreateRenderer belongs to Fyne.
func (g *Grid) CreateRenderer() fyne.WidgetRenderer {
	g.arrange()
	return renderer{g}
}

// SetSource shows other rows; the cursor goes to the first one.
func (g *Grid) SetSource(src Source) {
	g.CancelEdit()
	g.src = src
	g.row, g.first, g.anchor = 0, 0, 0
	g.picked.clear()
	g.Refresh()
}

// Source is where the rows come from.
func (g *Grid) Source() Source { return g.src }

// SetTotals shows a total row at the foot, text by column id; nil takes it away.
func (g *Grid) SetTotals(totals map[string]string) {
	g.totals = totals
	g.arrange()
}

// SetEmptyText sets what stands in a grid without rows.
func (g *Grid) SetEmptyText(text string) {
	g.empty = text
	g.arrange()
}

// Refresh reads every visible row again, for instance after rows were added or sorted. Cursor and scroll stay, as far
// as there are rows.
func (g *Grid) Refresh() {
	g.forget()
	g.clampCursor()
	g.arrange()
	canvas.Refresh(g)
}

// RefreshRow reads one row again.
func (g *Grid) RefreshRow(row int) {
	g.forgetRow(row)
	g.paint()
}

// Cursor tells the row and column the cursor is in. The row is Len() on the empty line at the end or without rows.
func (g *Grid) Cursor() (row int, column string) {
	return g.row, g.cursorColumn()
}

// SetCursor moves the cursor without asking Editor.LeaveRow, and scrolls it into sight. A row outside the data is
// brought inside, an unknown column leaves the column as it is, and a selection of several rows is forgotten. An open
// cell editor is committed first; if that is refused the cursor stays.
func (g *Grid) SetCursor(row int, column string) {
	if g.CommitEdit() != nil {
		return
	}
	if i := g.viewIndex(column); i >= 0 {
		g.col = i
	}
	several := !g.picked.empty()
	g.picked.clear()
	moved := g.goTo(row, g.col)
	g.anchor = g.row
	if moved || several {
		g.selected()
	}
}

// VisibleRows is the number of whole rows that fit.
func (g *Grid) VisibleRows() int {
	return g.fullRows()
}

// HeightFor is the height a grid needs to show n rows without scrolling.
func (g *Grid) HeightFor(n int) float32 {
	h := float32(HeaderHeight + n*RowHeight + 1)
	if len(g.totals) > 0 {
		h += RowHeight
	}
	return h
}

// CellPosition tells where a cell stands relative to the grid, as far as it is in sight; the size is zero if it is not.
func (g *Grid) CellPosition(row int, column string) (fyne.Position, fyne.Size) {
	i := g.viewIndex(column)
	if i < 0 {
		return fyne.Position{}, fyne.Size{}
	}
	x, y, w, h := g.cellRect(row, i)
	return fyne.NewPos(x, y), fyne.NewSize(w, h)
}

// HasFocus reports whether the grid or its cell editor has the keyboard.
func (g *Grid) HasFocus() bool { return g.focused }

// Focus gives the grid the keyboard.
func (g *Grid) Focus() {
	g.canvas.Focus(g)
}

// FocusGained belongs to Fyne. A grid whose editor is still open, because its text was refused, hands the focus on to it.
func (g *Grid) FocusGained() {
	g.focused = true
	if g.edit.open {
		g.canvas.Focus(g.edit.entry)
		return
	}
	g.paintCursor()
}

// FocusLost belongs to Fyne.
func (g *Grid) FocusLost() {
	if g.edit.open {
		return // to the grid's own editor
	}
	g.focused = false
	g.shift, g.inserts = false, false
	g.hideTip()
	g.paintCursor()
}

// AcceptsTab belongs to Fyne: Tab moves inside an editable grid and leaves one that is not.
func (g *Grid) AcceptsTab() bool {
	return g.editable()
}

// editor is the source's editor, nil in a list.
func (g *Grid) editor() Editor {
	if g.ReadOnly {
		return nil
	}
	e, _ := g.src.(Editor)
	return e
}

func (g *Grid) editable() bool {
	return g.editor() != nil
}

// total is the number of rows on screen: those of the source and the empty line for a new one.
func (g *Grid) total() int {
	n := g.src.Len()
	if e := g.editor(); e != nil && e.CanAdd() {
		n++
	}
	return n
}

func (g *Grid) refuse(err error) {
	if err != nil && g.OnRefused != nil {
		g.OnRefused(g.row, g.cursorColumn(), err)
	}
}

func (g *Grid) selected() {
	if g.OnSelected == nil {
		return
	}
	row := g.row
	if row >= g.src.Len() {
		row = -1
	}
	g.OnSelected(row)
}

// renderer only forwards: Fyne may throw it away and make another at any time.
type renderer struct{ g *Grid }

func (r renderer) Layout(fyne.Size)             { r.g.arrange() }
func (r renderer) Refresh()                     { r.g.arrange() }
func (r renderer) Objects() []fyne.CanvasObject { return r.g.objects }
func (r renderer) Destroy()                     {}

func (r renderer) MinSize() fyne.Size {
	rows := r.g.MinRows
	if rows == 0 {
		rows = 3
	}
	height := r.g.HeightFor(rows)
	if r.g.zones.hBar {
		height += barSize
	}
	return fyne.NewSize(120, height)
}
