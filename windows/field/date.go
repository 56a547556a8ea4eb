package field

import (
	"fyne.io/fyne/v2"

	"campaigndesk/app/dateformula"
	"campaigndesk/app/text"
	"campaigndesk/windows/theme"
)

// NewDate returns a field for a day. It takes the short forms of date entry and shows in grey, while the user types, how
// it understands them. Its button, Ctrl+Home, Alt+Down and F4 open a calendar, if Events.Drop is set (DE-14, UI-55).
func NewDate(texts *text.Catalogue, context func() dateformula.Context, ev Events) *Entry {
	ev.Reading = func(typed string) string {
		d, err := dateformula.Parse(typed, context())
		if err != nil {
			return ""
		}
		return texts.Day(d)
	}
	e := &Entry{}
	if ev.Drop != nil {
		p := &picker{e: e, texts: texts, context: context}
		e.icon, e.press, e.picker = theme.IconCalendar, p.toggle, p
	}
	return newEntry(e, ev)
}

// picker opens and closes the calendar of a date field.
type picker struct {
	e        *Entry
	texts    *text.Catalogue
	context  func() dateformula.Context
	calendar *calendar // nil while closed
}

func (p *picker) toggle() {
	if p.calendar != nil {
		p.close()
		return
	}
	if p.e.Disabled() {
		return
	}
	ctx := p.context()
	day, err := dateformula.Parse(p.e.Text(), ctx)
	if err != nil || day.Blank() {
		day = ctx.WorkDate
	}
	p.calendar = newCalendar(p.texts, day, ctx.Today, p.choose)
	p.e.ev.Drop(NewShield(p.calendar))
}

func (p *picker) close() {
	if p != nil && p.calendar != nil {
		p.calendar = nil
		p.e.ev.drop(nil)
	}
}

// choose takes the calendar's day; the calendar is closed and the field committed.
func (p *picker) choose() {
	text := p.texts.Locale().FormatDate(p.calendar.day)
	p.close()
	p.enter(text)
}

func (p *picker) enter(text string) {
	p.e.Fill(text)
	p.e.ev.typed(text)
	p.e.commit()
}

// key opens the calendar, and takes every key while it is open that is not for the text.
func (p *picker) key(name fyne.KeyName, mod fyne.KeyModifier) bool {
	ctrl := mod == fyne.KeyModifierControl
	if p.calendar == nil {
		if ctrl && name == fyne.KeyHome || mod == fyne.KeyModifierAlt && name == fyne.KeyDown || mod == 0 && name == fyne.KeyF4 {
			p.toggle()
			return true
		}
		return false
	}
	switch {
	case name == fyne.KeyReturn, name == fyne.KeyEnter:
		p.choose()
	case name == fyne.KeyEscape, name == fyne.KeyF4, name == fyne.KeyUp && mod == fyne.KeyModifierAlt:
		p.close()
	case ctrl && name == fyne.KeyEnd:
		p.close()
		p.enter("")
	case ctrl && name == fyne.KeyHome:
		if today := p.context().Today; p.calendar.day != today {
			p.calendar.goTo(today)
		} else {
			p.close()
		}
	case mod == fyne.KeyModifierShift && name == fyne.KeyHome:
		p.calendar.showWeeks(!p.calendar.weeks)
	case name == fyne.KeyTab:
		p.close()
		return false
	default:
		return mod == 0 && p.calendar.move(name)
	}
	return true
}
