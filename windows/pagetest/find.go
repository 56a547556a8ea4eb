package pagetest

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"campaigndesk/windows/field"
	"campaigndesk/windows/grid"
)

// walk calls fn for every visible object of a tree, parents first, until fn returns false.
func walk(o fyne.CanvasObject, fn func(o, parent fyne.CanvasObject) bool) bool {
	return step(o, nil, fn)
}

func step(o, parent fyne.CanvasObject, fn func(o, parent fyne.CanvasObject) bool) bool {
	if o == nil || !o.Visible() {
		return true
	}
	if !fn(o, parent) {
		return false
	}
	for _, child := range children(o) {
		if !step(child, o, fn) {
			return false
		}
	}
	return true
}

func children(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}

// top is the dialog in front, or the page.
func (p *Page) top() fyne.CanvasObject {
	if o := p.canvas().Overlays().Top(); o != nil {
		return o
	}
	return p.canvas().Content()
}

// named tells whether what is shown is the caption, or the text of it as a catalogue key.
func (p *Page) named(shown, caption string) bool {
	return shown == caption || shown == p.Session().Texts.T(caption)
}

// Texts are all texts in sight, of the dialog in front if there is one.
func (p *Page) Texts() []string {
	var texts []string
	walk(p.top(), func(o, _ fyne.CanvasObject) bool {
		if t, ok := o.(*canvas.Text); ok && t.Text != "" {
			texts = append(texts, t.Text)
		}
		return true
	})
	return texts
}

// Sees tells whether a text stands somewhere in sight.
func (p *Page) Sees(text string) bool { return strings.Contains(strings.Join(p.Texts(), "\n"), text) }

// Dialog is whether a dialog is open.
func (p *Page) Dialog() bool { return p.canvas().Overlays().Top() != nil }

// Field is a field on a card, in a header or in a dialog.
type Field struct {
	p      *Page
	widget field.Widget
}

// Field finds a field by its caption, in the dialog in front if there is one.
func (p *Page) Field(caption string) Field {
	p.t.Helper()
	var found field.Widget
	walk(p.top(), func(o, parent fyne.CanvasObject) bool {
		text, ok := o.(*canvas.Text)
		if !ok || !p.named(strings.TrimSuffix(text.Text, " *"), caption) {
			return true
		}
		if box, ok := parent.(*fyne.Container); ok { // the field stands beside its caption
			for _, beside := range box.Objects {
				if w, ok := beside.(field.Widget); ok {
					found = w
				}
			}
		}
		return found == nil
	})
	if found == nil {
		p.t.Fatalf("no field %q among %q", caption, p.Texts())
	}
	return Field{p, found}
}

// Text is what stands in the field.
func (f Field) Text() string { return f.widget.Text() }

// Focus gives the field the keyboard.
func (f Field) Focus() *Page {
	f.p.canvas().Focus(f.widget)
	return f.p
}

// Focused is whether the field has the keyboard.
func (f Field) Focused() bool { return f.p.canvas().Focused() == fyne.Focusable(f.widget) }

// Enter types a text over what is there and presses Enter.
func (f Field) Enter(text string) *Page {
	f.p.t.Helper()
	f.Focus()
	if text == "" {
		return f.p.Press("Backspace", "Enter")
	}
	return f.p.Type(text).Press("Enter")
}

// WantField fails the test unless the field shows the text.
func (p *Page) WantField(caption, text string) *Page {
	p.t.Helper()
	if got := p.Field(caption).Text(); got != text {
		p.t.Errorf("%s is %q, want %q", caption, got, text)
	}
	return p
}

// Button is a button in the action bar or a dialog.
type Button struct{ b *field.Button }

// Button finds a button by its caption, in the dialog in front if there is one.
func (p *Page) Button(caption string) Button {
	p.t.Helper()
	var found *field.Button
	walk(p.top(), func(o, _ fyne.CanvasObject) bool {
		if b, ok := o.(*field.Button); ok && p.named(b.Caption(), caption) {
			found = b
		}
		return found == nil
	})
	if found == nil {
		p.t.Fatalf("no button %q among %q", caption, p.Texts())
	}
	return Button{found}
}

// Click clicks on it.
func (b Button) Click() { b.b.Tapped(&fyne.PointEvent{}) }

// Action is a command of the window as its menu has it.
type Action struct{ item *fyne.MenuItem }

// Action finds a command by its caption.
func (p *Page) Action(caption string) Action {
	p.t.Helper()
	var captions []string
	for _, menu := range p.w.Fyne().MainMenu().Items {
		for _, item := range menu.Items {
			if p.named(item.Label, caption) {
				return Action{item}
			}
			captions = append(captions, item.Label)
		}
	}
	p.t.Fatalf("no action %q among %q", caption, captions)
	return Action{}
}

// Do gives the command.
func (a Action) Do() { a.item.Action() }

// Lines is a list, worksheet or part of the page.
type Lines struct {
	p *Page
	g *grid.Grid
}

// Lines is the first list in sight, of the dialog in front if there is one.
func (p *Page) Lines() Lines {
	p.t.Helper()
	return p.linesAfter("")
}

// Part is the list under a caption.
func (p *Page) Part(caption string) Lines {
	p.t.Helper()
	return p.linesAfter(caption)
}

func (p *Page) linesAfter(caption string) Lines {
	p.t.Helper()
	passed := caption == ""
	var found *grid.Grid
	walk(p.top(), func(o, _ fyne.CanvasObject) bool {
		if t, ok := o.(*canvas.Text); ok && p.named(t.Text, caption) {
			passed = true
		}
		if g, ok := o.(*grid.Grid); ok && passed {
			found = g
		}
		return found == nil
	})
	if found == nil {
		p.t.Fatalf("no list after %q among %q", caption, p.Texts())
	}
	return Lines{p, found}
}

// Cell is the text of a cell in the first list; a check cell is "true" or "false". Column is the caption.
func (p *Page) Cell(row int, column string) string {
	p.t.Helper()
	return p.Lines().Cell(row, column)
}

// WantCell fails the test unless the cell of the first list shows the text.
func (p *Page) WantCell(row int, column, text string) *Page {
	p.t.Helper()
	p.Lines().WantCell(row, column, text)
	return p
}

// Rows is the number of rows of the first list.
func (p *Page) Rows() int {
	p.t.Helper()
	return p.Lines().Rows()
}

// Rows is the number of rows.
func (l Lines) Rows() int { return l.g.Source().Len() }

// Cell is the text of a cell; a check cell is "true" or "false". Column is the caption.
func (l Lines) Cell(row int, column string) string {
	l.p.t.Helper()
	if row >= l.Rows() {
		l.p.t.Fatalf("no row %d of %d", row, l.Rows())
	}
	cell := l.g.Source().Cell(row, l.id(column))
	if cell.Text == "" && cell.Checked {
		return grid.Checked
	}
	return cell.Text
}

// WantCell fails the test unless the cell shows the text.
func (l Lines) WantCell(row int, column, text string) {
	l.p.t.Helper()
	if got := l.Cell(row, column); got != text {
		l.p.t.Errorf("%s of row %d is %q, want %q", column, row, got, text)
	}
}

// Find is the row whose cell shows the text, -1 if none does.
func (l Lines) Find(column, text string) int {
	l.p.t.Helper()
	for row := range l.Rows() {
		if l.Cell(row, column) == text {
			return row
		}
	}
	return -1
}

// GoTo gives the list the keyboard with the cursor in a cell.
func (l Lines) GoTo(row int, column string) *Page {
	l.p.t.Helper()
	l.g.Focus()
	l.g.SetCursor(row, l.id(column))
	return l.p
}

// Focused is whether the list has the keyboard.
func (l Lines) Focused() bool { return l.p.canvas().Focused() == fyne.Focusable(l.g) }

// Cursor is the cell that the cursor is in, column by its catalogue key.
func (l Lines) Cursor() (row int, column string) { return l.g.Cursor() }

// id is the stable name of the column with a caption; a column can also be named by it.
func (l Lines) id(column string) string {
	l.p.t.Helper()
	texts := l.p.w.Session().Texts
	for _, c := range l.g.ColumnStates() {
		if c.ID == column || texts.T(c.ID) == column {
			return c.ID
		}
	}
	l.p.t.Fatalf("no column %q", column)
	return ""
}
