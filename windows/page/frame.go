package page

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"campaigndesk/windows/field"
	"campaigndesk/windows/theme"
)

// frame is what stands around the page in the main window: the navigation at the left, the search on top, the work date and
// the salesperson at the right.
type frame struct {
	desk *Desk
	nav  *navigation
	find *palette
	day  *field.Button
	stop func() // ends listening for counts
}

const (
	navWidth    = 196
	topHeight   = 46
	searchWidth = 520
)

// newFrame makes the frame of the main window, in place of the one it has.
func newFrame(d *Desk) *frame {
	if d.main.frame != nil {
		d.main.frame.stop()
	}
	f := &frame{desk: d, nav: newNavigation(d)}
	f.find = newPalette(d.main)
	f.day = field.NewButton("", field.Quiet, func() { d.askWorkDate(d.main) })
	f.day.OnKey = d.main.key
	f.stop = d.session.On(f.nav.counted(), f.nav.recount)
	f.showDay()
	return f
}

// around puts the frame around a page. Tab visits the page first.
func (f *frame) around(w *Window, page fyne.CanvasObject) fyne.CanvasObject {
	f.nav.mark(w.page.name())
	name := words(fitted(f.desk.session.Setup.CompanyName, navWidth-32, titleSize), theme.NavText, titleSize, true)
	filler := space(1, 1)
	search := container.New(widthLayout(searchWidth), f.find.entry)
	top := column(0, surface(theme.Surface, container.New(heightLayout(topHeight-1), inset(rowGrowing(12, filler, search, filler, f.day), 0, 16))), rule())
	side := columnGrowing(0, f.nav.scroll, container.New(heightLayout(topHeight+2), inset(row(0, name), 0, 16)), f.nav.scroll)
	return container.New(frameLayout{}, page, surface(theme.Nav, side), top)
}

func (f *frame) showDay() {
	s := f.desk.session
	text := s.Texts.T("work-date-is", s.WorkDate)
	if s.Setup.SalespersonCode != "" {
		text += " · " + string(s.Setup.SalespersonCode)
	}
	f.day.SetCaption(text)
}

// frameLayout places the page, the navigation left of it and the bar above it.
type frameLayout struct{}

func (frameLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(navWidth, topHeight)
}

func (frameLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	page, nav, top := objects[0], objects[1], objects[2]
	nav.Resize(fyne.NewSize(navWidth, size.Height))
	top.Move(fyne.NewPos(navWidth, 0))
	top.Resize(fyne.NewSize(size.Width-navWidth, topHeight))
	page.Move(fyne.NewPos(navWidth, topHeight))
	page.Resize(size.SubtractWidthHeight(navWidth, topHeight))
}

// heightLayout gives its object a fixed height.
type heightLayout float32

func (l heightLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, float32(l))
}

func (l heightLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// navigation lists the windows of the register by group. Up and Down move, Enter opens.
type navigation struct {
	choiceList
	desk   *Desk
	names  []string // of the pages, line by line; blank for headings
	open   []func() Page
	scroll *container.Scroll
	shift  bool
}

// navGroups are the groups of the navigation in their order; the first one has no heading.
var navGroups = []string{"marketing", "prices", "registers", "setup"}

func newNavigation(d *Desk) *navigation {
	n := &navigation{desk: d}
	n.look, n.marked, n.cursor, n.hover, n.choose = onNavigation, -1, -1, -1, n.goTo
	n.ExtendBaseWidget(n)
	t := d.session.Texts
	home := d.home(d.session).name()
	n.add(choiceLine{text: t.T(home)}, home, func() Page { return d.home(d.session) })
	for _, group := range navGroups {
		heading := choiceLine{text: t.T("nav-" + group), heading: true}
		for _, e := range d.register {
			if e.Group != group {
				continue
			}
			if heading.heading {
				n.add(heading, "", nil)
				heading.heading = false
			}
			n.add(choiceLine{text: t.T(e.Caption)}, e.Name, func() Page { return e.Open(d.session) })
		}
	}
	n.scroll = container.NewVScroll(n)
	n.recount()
	return n
}

func (n *navigation) add(line choiceLine, name string, open func() Page) {
	n.lines, n.names, n.open = append(n.lines, line), append(n.names, name), append(n.open, open)
}

// counted are the tables that the counts beside the windows come from.
func (n *navigation) counted() []string {
	var tables []string
	for _, e := range n.desk.register {
		tables = append(tables, e.Counts...)
	}
	return tables
}

// recount brings the counts up to date.
func (n *navigation) recount() {
	for _, e := range n.desk.register {
		line := slices.Index(n.names, e.Name)
		if e.Count == nil || line < 0 {
			continue
		}
		count, err := e.Count(n.desk.session)
		if err != nil {
			n.desk.main.Fail(err)
		}
		n.lines[line].note = ""
		if count > 0 {
			n.lines[line].note = n.desk.session.Locale.FormatInt(int64(count))
		}
	}
	n.Refresh()
}

// mark shows which page stands in the main window.
func (n *navigation) mark(name string) {
	n.marked = slices.Index(n.names, name)
	n.Refresh()
}

// goTo shows the page of a line, once what is being entered is stored.
func (n *navigation) goTo(line int) {
	w := n.desk.main
	if w.commit() != nil {
		return
	}
	n.desk.back = nil
	w.show(n.open[line]())
}

// move takes the cursor to a line and scrolls there.
func (n *navigation) move(line int) {
	n.cursor = line
	top, height := n.place(line)
	switch at := n.scroll.Offset.Y; {
	case top < at:
		n.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case top+height > at+n.scroll.Size().Height:
		n.scroll.ScrollToOffset(fyne.NewPos(0, top+height-n.scroll.Size().Height))
	}
	n.Refresh()
}

// FocusGained belongs to Fyne.
func (n *navigation) FocusGained() { n.move(max(n.marked, 0)) }

// FocusLost belongs to Fyne.
func (n *navigation) FocusLost() {
	n.cursor, n.shift = -1, false
	n.Refresh()
}

// TypedRune belongs to Fyne.
func (n *navigation) TypedRune(rune) {}

// KeyDown belongs to Fyne.
func (n *navigation) KeyDown(e *fyne.KeyEvent) { n.followShift(e.Name, true) }

// KeyUp belongs to Fyne.
func (n *navigation) KeyUp(e *fyne.KeyEvent) { n.followShift(e.Name, false) }

func (n *navigation) followShift(name fyne.KeyName, down bool) {
	if name == desktop.KeyShiftLeft || name == desktop.KeyShiftRight {
		n.shift = down
	}
}

// TypedKey belongs to Fyne.
func (n *navigation) TypedKey(e *fyne.KeyEvent) {
	last := len(n.lines) - 1
	switch e.Name {
	case fyne.KeyUp:
		n.move(n.next(n.cursor, -1))
	case fyne.KeyDown:
		n.move(n.next(n.cursor, 1))
	case fyne.KeyHome, fyne.KeyPageUp:
		n.move(0)
	case fyne.KeyEnd, fyne.KeyPageDown:
		n.move(last)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace, fyne.KeyRight:
		n.choose(n.cursor)
	case fyne.KeyEscape:
		n.desk.main.focusPage()
	default:
		var mod fyne.KeyModifier
		if n.shift {
			mod = fyne.KeyModifierShift
		}
		n.desk.main.key(e.Name, mod)
	}
}

// TypedShortcut belongs to Fyne.
func (n *navigation) TypedShortcut(s fyne.Shortcut) { n.desk.main.shortcut(s) }

// focusPage puts the cursor where work in the page starts.
func (w *Window) focusPage() {
	if w.content.focus != nil {
		w.content.focus()
	}
}
