package grid

import (
	"fmt"
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"pgregory.net/rapid"
)

// texts is a list whose cells hold what the test puts there.
type texts struct {
	list
	cell func(row int, column string) Cell
}

func (s *texts) Cell(row int, column string) Cell { return s.cell(row, column) }

// Whatever texts, widths and scrolls: every text fits into its cell, every object of a cell lies inside it, and every
// pane lies inside the grid.
func TestNothingIsDrawnOutsideItsCell(t *testing.T) {
	kinds := []Column{
		{ID: "a", Caption: "A long caption that is cut", Editable: true},
		{ID: "b", Caption: "Number", Align: Right, Editable: true},
		{ID: "c", Caption: "State", Chip: true},
		{ID: "d", Caption: "Done", Check: true, Align: Center},
		{ID: "e", Caption: "Middle", Align: Center},
	}
	s := &texts{list: list{n: 40}, cell: func(int, string) Cell { return Cell{} }}
	u := sit(t, kinds, s)
	text := rapid.StringMatching(`[a-zåäöÅÄÖWMi0-9 ,.]{0,60}`)
	rapid.Check(t, func(t *rapid.T) {
		samples := rapid.SliceOfN(text, 1, 6).Draw(t, "texts")
		s.cell = func(row int, column string) Cell {
			k := row + int(column[0])
			return Cell{
				Text: samples[k%len(samples)], Tone: Tone(k % int(Link+1)), Faulty: k%5 == 0, Checked: k%2 == 0,
				Hint: samples[(k+1)%len(samples)],
			}
		}
		columns := append([]Column(nil), kinds...)
		for i := range columns {
			columns[i].Width = float32(rapid.IntRange(1, 300).Draw(t, "width"))
		}
		u.SetColumns(columns)
		u.SetFrozen(rapid.IntRange(0, 5).Draw(t, "frozen"))
		u.size(float32(rapid.IntRange(120, 900).Draw(t, "room")), rapid.IntRange(0, 12).Draw(t, "rows"))
		u.SetSort(rapid.SampledFrom([]string{"", "a", "b"}).Draw(t, "sort"), rapid.Bool().Draw(t, "descending"))
		u.SetTotals(map[string]string{"b": samples[0]})
		u.Refresh()
		u.scrollTo(rapid.IntRange(0, 40).Draw(t, "first"))
		u.scrollSideways(float32(rapid.IntRange(0, 1000).Draw(t, "left")))
		checkDrawing(t, u.Grid)
	})
}

func checkDrawing(t *rapid.T, g *Grid) {
	for i := range g.panes {
		p := g.panes[i]
		end := p.Position().AddXY(p.Size().Width, p.Size().Height)
		if p.Visible() && (end.X > g.Size().Width+0.1 || end.Y > g.Size().Height+0.1) {
			t.Fatalf("pane %d ends at %v in a grid of %v", i, end, g.Size())
		}
	}
	fits := func(what string, o fyne.CanvasObject, x, width float32) {
		if !o.Visible() {
			return
		}
		left, right := o.Position().X, o.Position().X+o.Size().Width
		if text, ok := o.(*canvas.Text); ok && text.MinSize().Width > text.Size().Width+0.1 {
			t.Fatalf("%s: %q needs %v, has %v", what, text.Text, text.MinSize().Width, text.Size().Width)
		}
		if left < x-0.1 || right > x+width+0.1 {
			t.Fatalf("%s: %T from %v to %v in a cell from %v to %v", what, o, left, right, x, x+width)
		}
	}
	for i, c := range g.view {
		x := g.paneX(i)
		for r := range g.slots {
			for _, o := range g.slots[r][i].objects() {
				fits(fmt.Sprintf("row %d %s", g.first+r, c.ID), o, x, c.Width)
			}
		}
		for _, o := range g.heads[i].objects() {
			fits("header "+c.ID, o, x, c.Width)
		}
		fits("total "+c.ID, g.foots[i], x, c.Width)
	}
}

func TestTextIsCutWithAnEllipsis(t *testing.T) {
	test.NewTempApp(t)
	u := newRuler(textSize, false)
	const long = "FJORD guest chair, yellow"
	for _, c := range []struct {
		text     string
		width    float32
		fromLeft bool
		prefix   string
		suffix   string
	}{
		{long, 500, false, long, long},
		{long, 80, false, "FJORD", ellipsis},
		{"1 234 567,89", 50, true, ellipsis, "67,89"},
		{long, 3, false, "", ""},
		{"two\nlines\tand more", 500, false, "two lines and more", ""},
		{"", 50, false, "", ""},
	} {
		got := u.fit(c.text, c.width, c.fromLeft)
		if !strings.HasPrefix(got, c.prefix) || !strings.HasSuffix(got, c.suffix) {
			t.Errorf("%q in %v: %q", c.text, c.width, got)
		}
		if w := fyne.MeasureText(got, textSize, fyne.TextStyle{}).Width; w > c.width {
			t.Errorf("%q is %v wide, has %v", got, w, c.width)
		}
	}
}

func TestHintAndNewLine(t *testing.T) {
	s := &texts{list: list{n: 1}, cell: func(_ int, column string) Cell {
		if column == "price" {
			return Cell{Hint: "1 289,00"}
		}
		return Cell{Text: "x"}
	}}
	u := sit(t, priceColumns(), s)
	price := u.slots[0][2].text
	if price.Text != "1 289,00" || price.Color != u.colours.tone[Muted] {
		t.Error("hint:", price.Text, price.Color)
	}
	u = sit(t, priceColumns(), prices(1))
	if got := u.slots[1][0].text.Text; got != "+" {
		t.Errorf("the empty line starts with %q", got)
	}
	if u.slots[1][3].box.Visible() {
		t.Error("a box in the empty line")
	}
}

func TestEmptyText(t *testing.T) {
	l := &list{}
	u := sit(t, priceColumns(), l)
	u.SetEmptyText("No campaigns yet")
	if !u.emptyText.Visible() || u.emptyText.Text != "No campaigns yet" {
		t.Error("an empty list says nothing")
	}
	l.n = 1
	if u.Refresh(); u.emptyText.Visible() {
		t.Error("a list with rows says that it is empty")
	}
}

// The editor's text stands where the cell's text stands, and its caret never leaves the cell.
func TestEditorIsPlacedOnItsText(t *testing.T) {
	s := prices(20)
	s.rows[3][0] = "Left"
	s.rows[3][2] = "12,50"
	u := sit(t, priceColumns(), s)
	for _, column := range []string{"item", "price"} {
		u.SetCursor(3, column)
		i := u.col
		x := u.paneX(i) + pad
		shown := u.slots[3][i].text
		if u.view[i].Align == Right {
			x = u.paneX(i) + u.view[i].Width - pad - shown.MinSize().Width
		}
		u.press("F2")
		e := u.edit.entry
		inner := e.Theme().Size("innerPadding")
		if got := u.panes[editing].Position().X + e.Position().X + inner; got-x > 0.5 || x-got > 0.5 {
			t.Errorf("%s: text at %v, in the editor at %v", column, x, got)
		}
		for _, keys := range []string{strings.Repeat("W", 40), ""} {
			u.typed(keys).press("Home")
			for range 41 {
				caret := e.Position().X + e.CursorPosition().X
				if caret < -1 || caret > u.panes[editing].Size().Width {
					t.Fatalf("%s: caret at %v of %v", column, caret, u.panes[editing].Size().Width)
				}
				u.press("Right")
			}
		}
		u.press("Escape")
	}
}

// Scrolling by a row asks the source for that row only, moving the cursor for nothing.
func TestSourceIsAskedForWhatComesIntoSight(t *testing.T) {
	l := &list{n: 1000}
	u := sit(t, priceColumns(), l)
	for _, c := range []struct {
		name string
		do   func()
		want int
	}{
		{"Down inside the view", func() { u.press("Down") }, 0},
		{"a row scrolls in", func() { u.scrollTo(u.first + 1) }, 4},
		{"a page scrolls in", func() { u.press("Next", "Next") }, 80},
		{"one row read again", func() { u.RefreshRow(u.row) }, 4},
		{"all read again", func() { u.Refresh() }, 40},
	} {
		l.asked = 0
		if c.do(); l.asked > c.want {
			t.Errorf("%s: %d cells asked, want at most %d", c.name, l.asked, c.want)
		}
	}
}

// paged is a list that is told which rows are wanted.
type paged struct {
	list
	first, count int
}

func (p *paged) Page(first, count int) { p.first, p.count = first, count }

func TestPagerIsTold(t *testing.T) {
	p := &paged{list: list{n: 12}}
	u := sit(t, priceColumns(), p)
	if p.first != 0 || p.count != 10 {
		t.Error("at first", p.first, p.count)
	}
	if u.press("Ctrl+End"); p.first != 2 || p.count != 10 {
		t.Error("at the end", p.first, p.count)
	}
}

// Fyne throws renderers away when it likes. A new one shows the same.
func TestRendererHoldsNoState(t *testing.T) {
	u := sit(t, priceColumns(), prices(5))
	before := test.RenderObjectToMarkup(u.Grid)
	u.Grid.CreateRenderer().Layout(u.Grid.Size())
	if after := test.RenderObjectToMarkup(u.Grid); after != before {
		t.Error("a new renderer shows something else")
	}
}

// Under a theme that does not know the program's colours every colour can be seen all the same.
func TestColoursUnderAnotherTheme(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.DefaultTheme())
	c := readColours()
	all := append(append([]color.Color{c.surface, c.line, c.zebra, c.accent, c.accentSoft, c.input}, c.tone[:]...), c.tint[:]...)
	for i, one := range all {
		if _, _, _, a := one.RGBA(); a == 0 {
			t.Errorf("colour %d is invisible", i)
		}
	}
}
