package field

import (
	"testing"

	"fyne.io/fyne/v2"

	"campaigndesk/windows/theme"
)

func openedList(d *desk) *options {
	d.t.Helper()
	s, ok := d.drop.(*Shield)
	if !ok {
		d.t.Fatal("no list is open")
	}
	return s.content.(*options)
}

func TestChoiceByLetter(t *testing.T) {
	d, w := newDesk(t, kinds["choice"])
	w.SetText("Customer")
	d.focus(w)
	d.typeText("c")
	d.wantText(w, "Campaign")
	d.typeText("c")
	d.wantText(w, "Customer")
	d.typeText("a")
	d.wantText(w, "All Customers")
	d.typeText("x")
	d.wantText(w, "All Customers")
	d.wantSaid("typed Campaign, typed Customer, typed All Customers")
	d.press("Tab")
	d.wantSaid("leave All Customers, key Tab")
}

func TestChoiceList(t *testing.T) {
	for _, c := range []struct {
		name, open string
		keys       []string
		want, said string
	}{
		{"Space opens, Down and Enter choose", "Space", []string{"Down", "Return"}, "Campaign", "typed Campaign, leave Campaign"},
		{"Alt+Down opens, End and Space choose", "Alt+Down", []string{"End", "Space"}, "All Customers", "typed All Customers, leave All Customers"},
		{"F4 opens, Esc closes", "F4", []string{"Down", "Escape"}, "Customer", ""},
		{"Tab chooses and goes on", "Space", []string{"Down", "Tab"}, "Campaign", "typed Campaign, leave Campaign, key Tab"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, w := newDesk(t, kinds["choice"])
			w.SetText("Customer")
			d.focus(w)
			d.press(c.open)
			if got := openedList(d).option(); got != "Customer" {
				t.Errorf("marked %q", got)
			}
			d.press(c.keys...)
			d.wantText(w, c.want)
			d.wantSaid(c.said)
			if d.drop != nil {
				t.Error("the list is still open")
			}
		})
	}
}

func TestChoiceListByMouse(t *testing.T) {
	d, w := newDesk(t, kinds["choice"])
	w.SetText("Customer")
	w.(*Choice).Tapped(&fyne.PointEvent{})
	openedList(d).Tapped(&fyne.PointEvent{Position: fyne.NewPos(10, 2.5*theme.RowHeight)})
	d.wantText(w, "All Customers")
	d.wantSaid("gained, typed All Customers, leave All Customers")
}

func TestChoiceListCloses(t *testing.T) {
	d, w := newDesk(t, kinds["choice"])
	d.focus(w)
	d.press("Space")
	d.window.Canvas().Focus(d.after)
	if d.drop != nil {
		t.Error("the list is open although the field has lost the focus")
	}
}

func TestRefusedChoiceStays(t *testing.T) {
	d, w := newDesk(t, kinds["choice"])
	w.SetText("Customer")
	d.focus(w)
	d.refuse = true
	d.press("Space", "Down", "Return", "Tab")
	if d.focused() != fyne.Focusable(w) || !w.(*Choice).fault {
		t.Error("it has been left")
	}
	d.press("Escape")
	d.wantText(w, "Customer")
}

func TestChoiceLetterInTheOpenList(t *testing.T) {
	d, w := newDesk(t, kinds["choice"])
	w.SetText("Customer")
	d.focus(w)
	d.press("Space")
	d.typeText("a")
	if got := openedList(d).option(); got != "All Customers" {
		t.Errorf("marked %q", got)
	}
	d.wantText(w, "Customer")
}

func TestCheck(t *testing.T) {
	d, w := newDesk(t, kinds["check"])
	w.SetText(Checked)
	d.focus(w)
	d.press("Space")
	d.wantText(w, Unchecked)
	d.wantSaid("typed false, leave false")
	w.(*Check).Tapped(&fyne.PointEvent{})
	d.wantText(w, Checked)
	d.refuse = true
	d.press("Space")
	if !w.(*Check).fault {
		t.Error("the refusal is not marked")
	}
	d.press("Escape")
	d.wantText(w, Checked)
	d.log = nil
	d.press("Return")
	d.wantSaid("key Return")
}

func TestValue(t *testing.T) {
	var d *desk
	d, w := newDesk(t, func(ev Events) Widget {
		ev.Open = func() { d.note("open") }
		return NewValue(true, ev)
	})
	w.SetText("14 300,00")
	d.focus(w)
	d.press("Return", "Space") // UI-16
	w.(*Value).Tapped(&fyne.PointEvent{})
	d.wantSaid("open, open, open")
	d.wantText(w, "14 300,00")
}
