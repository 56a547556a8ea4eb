package page

import (
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"campaigndesk/app"
	"campaigndesk/app/register"
	"campaigndesk/data"
	"campaigndesk/windows/theme"
)

func (c *Card[T]) name() string { return c.Name }

func (c *Card[T]) identity() string {
	if c.Table == nil {
		return c.Name + c.Key
	}
	if c.ID == 0 {
		return ""
	}
	return idText(c.ID)
}

func (c *Card[T]) inMain() bool { return false }

func (c *Card[T]) pick(*Window, func([]string)) {}

// cardPage is a card on the screen.
type cardPage[T any] struct {
	*Card[T]
	w      *Window
	record *T // nil when the record is gone
	stored *T // the record as it is stored while a pair of fields waits for its second half, else nil
	tabs   []*fastTab[T]
	parts  []*partContent
	facts  []*factBox
	cues   *cueBar[T]
	asking bool
	going  bool // the record is being deleted from here
	finish finishing
}

func (c *Card[T]) build(w *Window) *content {
	p := &cardPage[T]{Card: c, w: w}
	p.read()
	var body []fyne.CanvasObject
	if len(c.Cues) > 0 {
		p.cues = newCueBar(w, c.Cues, p.current)
		body = append(body, p.cues.object)
	}
	for i := range c.Tabs {
		tab := newFastTab(w, &c.Tabs[i], p.current, p.enter)
		tab.form.giveUp = p.giveUpPair
		if i == 0 {
			tab.form.past = p.pastNumber
			if c.Chips != nil {
				tab.showChips(c.Chips)
			}
		}
		p.tabs = append(p.tabs, tab)
		body = append(body, tab.object)
	}
	for _, part := range c.Parts {
		pc := part.buildPart(w, p.current)
		p.parts = append(p.parts, pc)
		body = append(body, pc.object)
	}
	inner := scrolled(inset(column(panelGap, body...), 12, 16))
	p.facts = newFactBoxes(w, c.FactBoxes, p.current)
	boxes := slices.Clone(p.facts)
	for _, pc := range p.parts {
		boxes = append(boxes, pc.facts...)
	}
	if len(boxes) > 0 {
		inner = container.NewBorder(nil, nil, nil, w.sidePanel(boxes), inner)
	}
	commands := append(append(p.standard(), p.areaCommands()...), commandsOf(w, c.Actions, p.current, func() []T { return []T{*p.record} })...)
	for _, pc := range p.parts {
		commands = append(commands, pc.commands...)
	}
	out := &content{
		object:   surface(theme.Background, inner),
		title:    p.title,
		commands: commands,
		focus:    p.focus,
		commit:   p.commit,
		refresh:  p.refresh,
		key:      p.key,
	}
	out.stop = p.listen()
	if c.Finish != nil {
		out.opened = p.finishFirst
	}
	if c.Leave != nil {
		out.leave = p.leave
	}
	p.showRecord() // the parts have just read their rows
	return out
}

func (p *cardPage[T]) leave() []data.Message {
	if p.record == nil || p.isNew() {
		return nil
	}
	return p.Leave(p.record)
}

func (p *cardPage[T]) current() *T { return p.record }

// read gets the record from the table, or makes or calculates it.
func (p *cardPage[T]) read() {
	var r T
	var err error
	switch {
	case p.stored != nil:
		return // half of a pair is entered and not stored yet
	case p.Table == nil && p.record != nil && p.Save != nil:
		r, err = *p.record, nil // edited in memory
		if p.Load != nil {
			r, err = p.Load()
		}
	case p.Table == nil:
		r, err = p.Load()
	case p.ID != 0:
		r, err = p.Table.ByID(p.Session.DB, p.ID)
	case p.record != nil:
		return
	case p.New != nil:
		r = p.New()
	}
	if errors.Is(err, data.ErrNotFound) {
		p.record = nil
		if !p.going {
			p.w.Warn(data.Msg("record-gone"))
		}
		return
	}
	if err != nil {
		p.w.Fail(err)
	}
	p.record = &r
}

// show brings everything on the screen in line with the record.
func (p *cardPage[T]) show() {
	p.showRecord()
	for _, pc := range p.parts {
		pc.refresh()
	}
}

// showRecord shows what there is about the record besides the parts.
func (p *cardPage[T]) showRecord() {
	for _, t := range p.tabs {
		t.refresh()
	}
	for _, f := range p.facts {
		f.refresh()
	}
	if p.cues != nil {
		p.cues.refresh()
	}
}

func (p *cardPage[T]) refresh() {
	if p.Finish != nil && p.record != nil {
		p.finishRecord()
		return
	}
	p.read()
	p.show()
	p.w.retitle()
}

func (p *cardPage[T]) listen() (stop func()) {
	tables := slices.Clone(p.Watches)
	if p.Table != nil {
		tables = append(tables, p.Table.Name())
	}
	for _, f := range p.FactBoxes {
		tables = append(tables, f.Watches...)
	}
	stops := []func(){p.Session.On(tables, func() {
		if p.w.content != nil { // the window may still be under construction
			p.refresh()
		}
	})}
	for _, pc := range p.parts {
		stops = append(stops, pc.stop)
	}
	return func() {
		p.finish.stopped = true
		for _, s := range stops {
			s()
		}
	}
}

// enter takes over a field: checks, asks if the page wants an answer first, and stores. A line being entered is stored before,
// as it may depend on the field.
func (p *cardPage[T]) enter(f *Field[T], text string) error {
	for _, pc := range p.parts {
		if pc.commit() != nil {
			return errAsked // has been shown
		}
	}
	if p.record == nil {
		return data.Msg("record-gone")
	}
	if p.stored != nil && !f.paired {
		return p.enterBesidePair(f, text)
	}
	before, after := *p.record, *p.record
	if p.stored != nil {
		before = *p.stored
	}
	if err := f.enter(p.Session, &after, text); err != nil {
		return err
	}
	err := p.storeEntry(before, after)
	var refused data.Message
	if f.paired && p.stored == nil && errors.As(err, &refused) {
		p.stored, p.record = &before, &after
		p.w.Warn(refused)
		return nil
	}
	return err
}

// enterBesidePair stores another field while a pair waits for its second half, and lets it wait on.
func (p *cardPage[T]) enterBesidePair(f *Field[T], text string) error {
	after, waiting := *p.stored, *p.record
	for _, r := range []*T{&after, &waiting} {
		if err := f.enter(p.Session, r, text); err != nil {
			return err
		}
	}
	if err := p.storeEntry(*p.stored, after); err != nil {
		return err
	}
	p.stored, p.record = p.record, &waiting
	p.show()
	return nil
}

// giveUpPair brings back the stored values of a pair that waits for its second half.
func (p *cardPage[T]) giveUpPair() bool {
	if p.stored == nil {
		return false
	}
	p.record, p.stored = p.stored, nil
	p.w.clearMessage()
	p.show()
	return true
}

// pastNumber creates a new record when Enter or Tab goes past its first field: it then gets its number (CP-41, UI-12).
func (p *cardPage[T]) pastNumber(f *Field[T]) error {
	if !p.isNew() || p.record == nil || f.caption != p.Tabs[0].Fields[0].caption {
		return nil
	}
	return p.insertRecord(*p.record)
}

// storeEntry stores what a field has changed, after asking if the page wants an answer first.
func (p *cardPage[T]) storeEntry(before, after T) error {
	if p.isNew() {
		return p.insertRecord(after)
	}
	if p.Ask != nil && !p.asking {
		q, err := p.Ask(&before, &after)
		if err != nil {
			return err
		}
		if q != nil {
			p.ask(*q, before, after)
			return errAsked
		}
	}
	return p.saveRecord(before, after)
}

// ask puts the question; No restores what was there.
func (p *cardPage[T]) ask(q app.Question, before, after T) {
	p.asking = true
	p.w.Ask(q, func(yes bool) {
		p.asking = false
		var err error
		switch {
		case p.Answered != nil:
			err = p.Answered(p.w, &before, &after, yes)
		case yes:
			err = p.saveRecord(before, after)
		}
		if err != nil {
			p.w.Fail(err)
			return
		}
		p.stored = nil
		for _, t := range p.tabs {
			t.accept()
		}
		p.refresh()
	})
}

func (p *cardPage[T]) isNew() bool { return p.Table != nil && p.ID == 0 }

func (p *cardPage[T]) insertRecord(after T) error {
	insert := p.Insert
	if insert == nil {
		insert = func(_ *Window, r *T) error { return register.Insert(p.Session, p.Table, r) }
	}
	if err := insert(p.w, &after); err != nil {
		return err
	}
	p.ID = p.Table.ID(&after)
	p.record, p.stored = &after, nil
	p.refresh()
	return nil
}

func (p *cardPage[T]) saveRecord(before, after T) error {
	save := p.Save
	if save == nil {
		save = func(_ *Window, before, after *T) error { return register.Save(p.Session, p.Table, before, after) }
	}
	if err := save(p.w, &before, &after); err != nil {
		return err
	}
	p.record, p.stored = &after, nil
	p.refresh()
	return nil
}

func (p *cardPage[T]) commit() error {
	for _, t := range p.tabs {
		if !t.form.commit() {
			return errAsked
		}
	}
	if p.stored != nil {
		if err := p.storeEntry(*p.stored, *p.record); err != nil {
			p.w.Fail(err)
			return err
		}
	}
	for _, pc := range p.parts {
		if err := pc.commit(); err != nil {
			return err
		}
	}
	return nil
}

func (p *cardPage[T]) title() string {
	caption := p.w.session.Texts.T(p.Name)
	if p.Title == nil || p.record == nil {
		return caption
	}
	if of := strings.TrimSpace(p.Title(p.record)); of != "" {
		caption += " · " + of
	}
	return caption
}

func (p *cardPage[T]) focus() {
	for _, t := range p.tabs {
		if t.open && t.form.focusOn("") {
			return
		}
	}
	for _, pc := range p.parts {
		if pc.focus() {
			return
		}
	}
}

// key: Ctrl+1…9 open and close FastTabs and parts.
func (p *cardPage[T]) key(name fyne.KeyName, mod fyne.KeyModifier) bool {
	if mod != fyne.KeyModifierControl || len(name) != 1 || name < "1" || name > "9" {
		return false
	}
	n := int(name[0] - '1')
	switch {
	case n < len(p.tabs):
		p.tabs[n].toggle()
	case n-len(p.tabs) < len(p.parts):
		p.parts[n-len(p.tabs)].toggle()
	default:
		return false
	}
	return true
}

// standard are the commands of every card with a table.
func (p *cardPage[T]) standard() []*command {
	if p.Table == nil {
		return nil
	}
	has := func() bool { return p.record != nil && !p.isNew() }
	commands := []*command{
		{caption: "new", keys: []string{"Alt+N", "Ctrl+N"}, group: groupFile, promoted: p.New != nil, enabled: func() bool { return p.New != nil },
			run: func() error { p.w.Open(p.fresh()); return nil }},
	}
	if p.Delete != nil {
		commands = append(commands, &command{caption: "delete", keys: []string{"Ctrl+Delete"}, group: groupFile, promoted: true, enabled: has, run: p.remove})
	}
	return append(commands,
		&command{caption: "previous-record", keys: []string{"Ctrl+Up", "Ctrl+PgUp"}, group: groupView, enabled: has, run: func() error { return p.step(-1) }},
		&command{caption: "next-record", keys: []string{"Ctrl+Down", "Ctrl+PgDn"}, group: groupView, enabled: has, run: func() error { return p.step(1) }})
}

// fresh is the card of a new record.
func (p *cardPage[T]) fresh() Page {
	next := *p.Card
	next.ID = 0
	return &next
}

func (p *cardPage[T]) remove() error {
	question := app.Question{Text: data.Msg("ask-delete", p.title()), Yes: true}
	if p.AskDelete != nil {
		q, err := p.AskDelete(p.record)
		if err != nil {
			return err
		}
		if q != nil {
			question = *q
		}
	}
	p.w.Ask(question, func(yes bool) {
		if !yes {
			return
		}
		p.w.clearMessage()
		p.going = true
		err := p.Delete(p.w, p.record)
		p.going = false
		if err != nil {
			p.w.Fail(err)
			return
		}
		p.w.desk.close(p.w)
		if main := p.w.desk.main; main != nil {
			main.bar.take(p.w.bar) // what the deletion led to
		}
	})
	return nil
}

// step shows the record before or after this one in the table's order.
func (p *cardPage[T]) step(by int) error {
	list, err := p.Table.Open(p.Session.DB, data.View{})
	if err != nil {
		return err
	}
	id, err := list.ID(list.IndexOf(p.ID) + by)
	if err != nil {
		p.w.Tell(data.Msg("no-more-records"))
		return nil
	}
	next := *p.Card
	next.ID = id
	p.w.show(&next)
	return nil
}
