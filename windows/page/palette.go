package page

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"campaigndesk/app/text"
	"campaigndesk/data"
	"campaigndesk/windows/field"
)

// palette is the search over everything (UI-20…23): actions of the window, windows, and records. In the main window its entry
// stands in the bar on top; other windows show it over their page. The results stand in the window's layer, so that the
// entry keeps the focus.
type palette struct {
	w      *Window
	entry  *field.Entry
	list   *choiceList
	panel  fyne.CanvasObject // what stands in the layer, nil if nothing
	hits   []hit             // line by line of the list, headings with a nil open
	before fyne.Focusable    // had the focus before
}

// hit is one result.
type hit struct {
	choiceLine
	rank int // 0: begins with what was typed
	open func()
}

const (
	recordsFrom    = 3 // characters typed before records are searched (UI-22)
	recordsPerKind = 5
	windowsShown   = 8
	actionsShown   = 6
)

func newPalette(w *Window) *palette {
	p := &palette{w: w}
	p.entry = field.NewText(field.Events{Before: p.key, Key: w.key, Typed: p.typed, Leave: p.leave, Reading: searchKey})
	p.entry.SetPlaceHolder(w.session.Texts.T("search-everything-hint"))
	p.entry.SetText("")
	p.list = newChoiceList(onSurface, p.take)
	return p
}

// openPalette gives the keyboard to the search.
func (w *Window) openPalette() {
	if w.frame != nil {
		w.palette = w.frame.find
	} else if w.palette == nil {
		w.palette = newPalette(w)
	}
	p := w.palette
	if focused := w.fyne.Canvas().Focused(); focused != fyne.Focusable(p.entry) {
		p.before = focused
	}
	if w.frame == nil {
		p.draw()
	}
	w.fyne.Canvas().Focus(p.entry)
}

// typed shows what is found.
func (p *palette) typed(typed string) {
	p.hits = p.find(strings.TrimSpace(typed))
	p.list.lines, p.list.marked = nil, -1
	for i, h := range p.hits {
		p.list.lines = append(p.list.lines, h.choiceLine)
		if p.list.marked < 0 && h.open != nil {
			p.list.marked = i
		}
	}
	p.draw()
}

// draw puts the results, and the entry where the window has no bar for it, into the layer.
func (p *palette) draw() {
	layer, w := p.w.layer, p.w
	p.clear()
	var at fyne.Position
	width := float32(searchWidth)
	var stack []fyne.CanvasObject
	if w.frame == nil {
		at = fyne.NewPos((layer.Size().Width-width)/2, 8)
		stack = append(stack, inset(p.entry, 6, 6))
	} else {
		if len(p.hits) == 0 {
			return
		}
		at = w.inLayer(layer, p.entry).AddXY(0, p.entry.Size().Height+2)
		width = p.entry.Size().Width
	}
	if len(p.hits) > 0 {
		p.list.Refresh()
		stack = append(stack, field.NewShield(inset(p.list, 4, 1)))
	}
	p.panel = panel(column(0, stack...))
	p.panel.Move(at)
	p.panel.Resize(fyne.NewSize(width, p.panel.MinSize().Height))
	layer.Add(p.panel)
}

func (p *palette) clear() {
	if p.panel != nil {
		p.w.layer.Remove(p.panel)
		p.panel = nil
	}
}

// leave forgets the search when the keyboard goes elsewhere.
func (p *palette) leave() bool {
	p.hits = nil
	p.entry.SetText("")
	p.clear()
	return true
}

// close gives the keyboard back.
func (p *palette) close() {
	p.leave()
	if p.before != nil {
		p.w.fyne.Canvas().Focus(p.before)
	} else {
		p.w.focusPage()
	}
}

// key moves in the results, takes one, or closes the search.
func (p *palette) key(name fyne.KeyName, mod fyne.KeyModifier) bool {
	switch {
	case mod != 0:
		return false
	case name == fyne.KeyDown:
		p.mark(p.list.next(p.list.marked, 1))
	case name == fyne.KeyUp:
		p.mark(p.list.next(p.list.marked, -1))
	case name == fyne.KeyReturn, name == fyne.KeyEnter:
		p.take(p.list.marked)
	case name == fyne.KeyEscape:
		p.close()
	default:
		return false
	}
	return true
}

func (p *palette) mark(i int) {
	if len(p.hits) > 0 {
		p.list.marked = i
		p.list.Refresh()
	}
}

func (p *palette) take(i int) {
	if i < 0 || i >= len(p.hits) || p.hits[i].open == nil {
		return
	}
	open := p.hits[i].open
	p.close()
	open()
}

// find collects the results under their headings.
func (p *palette) find(typed string) []hit {
	if typed == "" {
		return nil
	}
	var hits []hit
	add := func(heading string, found []hit) {
		if len(found) > 0 {
			hits = append(hits, hit{choiceLine: choiceLine{text: p.w.session.Texts.T(heading), heading: true}})
			hits = append(hits, found...)
		}
	}
	add("found-windows", p.windows(typed))
	add("found-actions", p.actions(typed))
	add("found-records", p.records(typed))
	if hits == nil {
		hits = []hit{{choiceLine: choiceLine{text: p.w.session.Texts.T("found-nothing", typed), heading: true}}}
	}
	return hits
}

// windows are the pages of the register that match.
func (p *palette) windows(typed string) []hit {
	d := p.w.desk
	var hits []hit
	for _, e := range d.register {
		keys := []string{e.Caption}
		if e.Words != "" {
			keys = append(keys, e.Words)
		}
		if rank, ok := matches(typed, p.spoken(keys...)); ok {
			hits = append(hits, hit{choiceLine{text: p.w.session.Texts.T(e.Caption)}, rank, func() { d.goTo(e.Open(d.session)) }})
		}
	}
	return best(hits, windowsShown)
}

// actions are the commands of the window that match and can be given now.
func (p *palette) actions(typed string) []hit {
	var hits []hit
	for _, c := range p.w.commands() {
		if rank, ok := matches(typed, p.spoken(c.caption)); ok && c.can() {
			line := choiceLine{text: p.w.session.Texts.T(c.caption)}
			if len(c.keys) > 0 {
				line.note = c.keys[0]
			}
			hits = append(hits, hit{line, rank, func() { p.w.give(c) }})
		}
	}
	return best(hits, actionsShown)
}

// records are found by number and name, once enough has been typed.
func (p *palette) records(typed string) []hit {
	if len([]rune(typed)) < recordsFrom {
		return nil
	}
	d, s := p.w.desk, p.w.session
	found, err := data.Search(s.DB, typed, recordsPerKind)
	if err != nil {
		p.w.Fail(err)
	}
	var hits []hit
	for _, f := range found {
		if open := d.Records[f.Table]; open != nil {
			line := choiceLine{text: f.No + " · " + f.Name, note: s.Texts.T("record-" + strings.ReplaceAll(f.Table, "_", "-"))}
			hits = append(hits, hit{line, 1, func() { d.goTo(open(s, f.ID)) }})
		}
	}
	return hits
}

// spoken are the texts of keys in every language, whatever language is displayed (UI-23).
func (p *palette) spoken(keys ...string) []string {
	var all []string
	for _, language := range text.Languages {
		catalogue := text.For(language, p.w.session.Locale)
		for _, key := range keys {
			all = append(all, strings.ToLower(catalogue.T(key)))
		}
	}
	return all
}

// matches is whether every typed word begins a word of the texts; rank 0 if one of them begins with all that was typed.
func matches(typed string, texts []string) (rank int, ok bool) {
	typed = strings.ToLower(typed)
	rank = 1
	if slices.ContainsFunc(texts, func(t string) bool { return strings.HasPrefix(t, typed) }) {
		rank = 0
	}
	known := strings.Fields(strings.Join(texts, " "))
	for word := range strings.FieldsSeq(typed) {
		if !slices.ContainsFunc(known, func(k string) bool { return strings.HasPrefix(strings.TrimLeft(k, "(/"), word) }) {
			return rank, rank == 0
		}
	}
	return rank, true
}

// searchKey stands in the empty entry.
func searchKey(typed string) string {
	if typed == "" {
		return "Alt+Q"
	}
	return ""
}

// best are the first hits, those that begin with what was typed before the others.
func best(hits []hit, limit int) []hit {
	slices.SortStableFunc(hits, func(a, b hit) int { return a.rank - b.rank })
	return hits[:min(len(hits), limit)]
}

// inLayer is where an object stands, relative to a layer of the window.
func (w *Window) inLayer(layer, o fyne.CanvasObject) fyne.Position {
	driver := fyne.CurrentApp().Driver()
	return driver.AbsolutePositionForObject(o).Subtract(driver.AbsolutePositionForObject(layer))
}
