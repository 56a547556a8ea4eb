package page

import "fyne.io/fyne/v2"

// area is a FastTab or a part of a card, as F6 goes through them (UI-52).
type area struct {
	*fold
	focus func() bool // puts the cursor into it; false: there is nothing in it to go to
	holds func() bool // the cursor is in it
}

// areas are the FastTabs and parts on the screen, from top to bottom.
func (p *cardPage[T]) areas() []area {
	var areas []area
	for _, t := range p.tabs {
		areas = append(areas, area{t.fold, func() bool { return t.form.focusOn("") }, t.form.focused})
	}
	for _, pc := range p.parts {
		if pc.object.Visible() {
			areas = append(areas, area{pc.fold, pc.focus, pc.focused})
		}
	}
	return areas
}

// here is the area with the cursor, -1 when it is elsewhere.
func here(areas []area) int {
	for i, a := range areas {
		if a.holds() {
			return i
		}
	}
	return -1
}

// goToArea moves the cursor to the next area that has something to go to, or the one before, and opens it.
func (p *cardPage[T]) goToArea(by int) {
	areas := p.areas()
	at := here(areas)
	for range areas {
		at = (at + by + len(areas)) % len(areas)
		if !areas[at].open {
			areas[at].toggle()
		}
		if areas[at].focus() {
			return
		}
	}
}

// foldArea folds the area with the cursor, which goes on to the next open one.
func (p *cardPage[T]) foldArea() {
	areas := p.areas()
	at := here(areas)
	if at < 0 {
		return
	}
	areas[at].toggle()
	for i := range areas {
		if next := areas[(at+i+1)%len(areas)]; next.open && next.focus() {
			return
		}
	}
}

// areaCommands are the keys of areas. In the main window F6 leads to the navigation.
func (p *cardPage[T]) areaCommands() []*command {
	commands := []*command{{caption: "fold-area", keys: []string{"Ctrl+F6", "Alt+F6"}, group: groupView,
		enabled: func() bool { return here(p.areas()) >= 0 }, run: func() error { p.foldArea(); return nil }}}
	if p.w.frame != nil {
		return commands
	}
	return append([]*command{
		{caption: "next-area", keys: []string{"F6"}, group: groupView, run: func() error { p.goToArea(1); return nil }},
		{caption: "previous-area", keys: []string{"Shift+F6"}, group: groupView, run: func() error { p.goToArea(-1); return nil }},
	}, commands...)
}

// focused reports whether the cursor is in a field of the form.
func (f *form[T]) focused() bool {
	focused := f.w.fyne.Canvas().Focused()
	for _, ff := range f.fields {
		if fyne.Focusable(ff.entry) == focused {
			return true
		}
	}
	return false
}
