package field

import (
	"testing"

	"fyne.io/fyne/v2"
)

func opened(d *desk) *calendar {
	d.t.Helper()
	s, ok := d.drop.(*Shield)
	if !ok {
		d.t.Fatal("no calendar is open")
	}
	return s.content.(*calendar)
}

func TestDateShowsHowItUnderstands(t *testing.T) {
	d, w := newDesk(t, kinds["date"])
	w.SetText("2026-03-02")
	e := w.(*Entry)
	for _, c := range []struct{ typed, want string }{
		{"0315", "söndag 2026-03-15, vecka 11"},
		{"i", "fredag 2026-03-20, vecka 12"},
		{"mån25", "måndag 2026-06-15, vecka 25"},
		{"a-AM", "söndag 2026-03-01, vecka 9"},
		{"1503", ""},
	} {
		t.Run(c.typed, func(t *testing.T) {
			d.window.Canvas().Unfocus()
			d.focus(w)
			if e.note != "" {
				t.Errorf("reading %q before anything is typed", e.note)
			}
			d.typeText(c.typed)
			if e.note != c.want {
				t.Errorf("reading %q, want %q", e.note, c.want)
			}
		})
	}
}

func TestCalendarKeys(t *testing.T) { // UI-55; today is 2026-03-20, the work date 2026-03-18
	for _, c := range []struct {
		name, text, open string
		keys             []string
		want             string
	}{
		{"Ctrl+Home opens on the date", "2026-03-02", "Ctrl+Home", []string{"Return"}, "2026-03-02"},
		{"Alt+Down opens, on the work date when blank", "", "Alt+Down", []string{"Return"}, "2026-03-18"},
		{"F4 opens", "2026-03-02", "F4", []string{"Return"}, "2026-03-02"},
		{"left and right are days", "2026-03-02", "F4", []string{"Left", "Left", "Right", "Return"}, "2026-03-01"},
		{"up and down are weeks", "2026-03-02", "F4", []string{"Down", "Down", "Up", "Return"}, "2026-03-09"},
		{"Page Down is a month, kept inside it", "2026-01-31", "F4", []string{"Next", "Return"}, "2026-02-28"},
		{"Page Up is a month", "2026-01-15", "F4", []string{"Prior", "Return"}, "2025-12-15"},
		{"Home and End of the month", "2026-02-15", "F4", []string{"Home", "End", "Return"}, "2026-02-28"},
		{"Ctrl+Home in it goes to today", "2026-01-31", "F4", []string{"Ctrl+Home", "Return"}, "2026-03-20"},
		{"Ctrl+Home on today closes", "2026-03-20", "F4", []string{"Left", "Ctrl+Home", "Ctrl+Home"}, "2026-03-20"},
		{"Ctrl+End clears", "2026-03-20", "F4", []string{"Ctrl+End"}, ""},
		{"Esc closes", "2026-03-20", "F4", []string{"Down", "Escape"}, "2026-03-20"},
		{"Tab closes and goes on", "2026-03-20", "F4", []string{"Down", "Tab"}, "2026-03-20"},
		{"not before the calendar", "1753-01-01", "F4", []string{"Left", "Up", "Prior", "Return"}, "1753-01-01"},
		{"not after the calendar", "9999-12-31", "F4", []string{"Right", "Down", "Next", "Return"}, "9999-12-31"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, w := newDesk(t, kinds["date"])
			w.SetText(c.text)
			d.focus(w)
			d.press(c.open)
			opened(d)
			d.press(c.keys...)
			d.wantText(w, c.want)
			if d.drop != nil {
				t.Error("the calendar is still open")
			}
		})
	}
}

func TestCalendarChoiceIsCommitted(t *testing.T) {
	d, w := newDesk(t, kinds["date"])
	w.SetText("2026-03-02")
	d.focus(w)
	d.press("Ctrl+Home", "Down", "Return")
	d.wantSaid("typed 2026-03-09, leave 2026-03-09")
	d.refuse = true
	d.press("Ctrl+Home", "Down", "Return", "Escape")
	d.wantText(w, "2026-03-09")
}

func TestTypingClosesTheCalendar(t *testing.T) {
	d, w := newDesk(t, kinds["date"])
	d.focus(w)
	d.press("Ctrl+Home")
	d.typeText("1")
	if d.drop != nil {
		t.Error("the calendar is open")
	}
}

func TestCalendarByMouse(t *testing.T) {
	d, w := newDesk(t, kinds["date"])
	w.SetText("2026-03-18")
	d.focus(w)
	d.press("Ctrl+Home")
	cell := func(column, row int) *fyne.PointEvent {
		return &fyne.PointEvent{Position: fyne.NewPos(calendarEdge+(float32(column)+0.5)*cellWidth, calendarEdge+(float32(row)+0.5)*cellHeight)}
	}
	c := opened(d)
	c.Tapped(cell(0, 3)) // a week number
	c.Tapped(cell(7, 0)) // the next month: April begins on a Wednesday
	c.Tapped(cell(3, 2))
	d.wantText(w, "2026-04-01")
}

func TestCalendarPage(t *testing.T) {
	d, w := newDesk(t, kinds["date"])
	w.SetText("2026-03-18")
	d.focus(w)
	d.press("Ctrl+Home")
	c := opened(d)
	r := c.CreateRenderer().(*calendarRenderer)
	if r.title.Text != "mars 2026" || r.heads[0].Text != "v." || r.heads[1].Text != "mån" || r.heads[7].Text != "sön" {
		t.Errorf("headings %q %q %q %q", r.title.Text, r.heads[0].Text, r.heads[1].Text, r.heads[7].Text)
	}
	if first := r.cells[0]; first[0].Text != "9" || first[1].Text != "23" || first[7].Text != "1" {
		t.Errorf("first line %q %q … %q", first[0].Text, first[1].Text, first[7].Text)
	}
	d.press("Shift+Home")
	if c.weeks {
		t.Error("week numbers are still shown")
	}
}
