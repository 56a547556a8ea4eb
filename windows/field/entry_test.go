package field

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	stock "fyne.io/fyne/v2/theme"
)

func TestTypingReplacesTheSelectedText(t *testing.T) {
	d, w := newDesk(t, kinds["text"])
	w.SetText("Spring chairs")
	d.focus(w)
	if got := w.(*Entry).SelectedText(); got != "Spring chairs" {
		t.Errorf("selected %q", got)
	}
	d.typeText("Autumn")
	d.wantText(w, "Autumn")
	d.press("Return")
	d.wantSaid("typed A, typed Au, typed Aut, typed Autu, typed Autum, typed Autumn, leave Autumn, key Return")
}

func TestF2TogglesBetweenSelectionAndEnd(t *testing.T) { // UI-43
	d, w := newDesk(t, kinds["text"])
	w.SetText("Spring")
	d.focus(w)
	d.press("F2")
	if e := w.(*Entry); e.SelectedText() != "" || e.CursorColumn != 6 {
		t.Errorf("selected %q, cursor at %d", e.SelectedText(), e.CursorColumn)
	}
	d.typeText("s")
	d.wantText(w, "Springs")
	d.press("F2")
	if got := w.(*Entry).SelectedText(); got != "Springs" {
		t.Errorf("selected %q", got)
	}
}

func TestLeaveIsCalledOnce(t *testing.T) {
	for _, c := range []struct {
		name string
		how  func(d *desk)
		want string
	}{
		{"Enter, then a click elsewhere", func(d *desk) { d.press("Return"); d.window.Canvas().Focus(d.after) }, "typed x, leave x, key Return"},
		{"Shift+Enter", func(d *desk) { d.press("Shift+Return") }, "typed x, leave x, key Shift+Return"},
		{"Tab", func(d *desk) { d.press("Tab") }, "typed x, leave x, key Tab"},
		{"Shift+Tab", func(d *desk) { d.press("Shift+Tab") }, "typed x, leave x, key Shift+Tab"},
		{"a click elsewhere", func(d *desk) { d.window.Canvas().Focus(d.after) }, "typed x, leave x"},
		{"Enter, more typing, Tab", func(d *desk) { d.press("Return"); d.typeText("y"); d.press("Tab") }, "typed x, leave x, key Return, typed xy, leave xy, key Tab"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, w := newDesk(t, kinds["text"])
			d.focus(w)
			d.typeText("x")
			c.how(d)
			d.wantSaid(c.want)
		})
	}
}

// The page may move the focus or open a dialog while it takes a text over; that is no second leaving.
func TestLeaveIsNotNested(t *testing.T) {
	d, w := newDesk(t, kinds["text"])
	calls := 0
	w.(*Entry).ev.Leave = func() bool {
		calls++
		d.window.Canvas().Focus(d.after)
		return true
	}
	d.focus(w)
	d.typeText("x")
	d.press("Return")
	if calls != 1 {
		t.Errorf("Leave was called %d times", calls)
	}
}

func TestRefusedTextStays(t *testing.T) { // UI-11
	for _, key := range []string{"Return", "Tab", "Shift+Tab"} {
		t.Run(key, func(t *testing.T) {
			d, w := newDesk(t, kinds["text"])
			w.SetText("good")
			d.focus(w)
			d.refuse = true
			d.typeText("bad")
			d.log = nil
			d.press(key)
			d.wantSaid("leave bad") // and nothing else: the page is not told of the key
			d.wantText(w, "bad")
			e := w.(*Entry)
			if !e.fault || d.focused() != fyne.Focusable(e) {
				t.Errorf("marked %v, focus on %T", e.fault, d.focused())
			}
			d.press("Escape") // UI-39: the first restores, the second is the page's
			d.wantText(w, "good")
			d.wantSaid("typed good")
			if e.fault {
				t.Error("still marked after Esc")
			}
			d.press("Escape")
			d.wantSaid("key Escape")
		})
	}
}

func TestTypingTakesTheMarkAway(t *testing.T) {
	d, w := newDesk(t, kinds["text"])
	d.focus(w)
	w.SetFault(true)
	d.typeText("x")
	if w.(*Entry).fault {
		t.Error("still marked")
	}
}

func TestRefusalAfterAClickElsewhere(t *testing.T) {
	d, w := newDesk(t, kinds["text"])
	d.focus(w)
	d.refuse = true
	d.typeText("bad")
	d.window.Canvas().Focus(d.after)
	d.wantText(w, "bad")
	if !w.(*Entry).fault {
		t.Error("not marked")
	}
	d.log = nil
	d.window.Canvas().Focus(w) // the page comes back to it
	d.press("Tab")
	d.wantSaid("gained, leave bad")
}

func TestFillIsNotYetAccepted(t *testing.T) {
	d, w := newDesk(t, kinds["code"])
	w.SetText("OLD")
	d.focus(w)
	w.Fill("NEW")
	d.wantSaid("")
	d.press("Escape")
	d.wantText(w, "OLD")
}

func TestAcceptedTextIsWhatEscComesBackTo(t *testing.T) {
	d, w := newDesk(t, kinds["text"])
	d.focus(w)
	d.typeText("one")
	d.press("Return", "F2")
	d.typeText(" two")
	d.press("Escape")
	d.wantText(w, "one")
}

func TestCodesAreCapitals(t *testing.T) {
	d, w := newDesk(t, kinds["code"])
	d.focus(w)
	d.typeText("sm-å1")
	d.wantText(w, "SM-Å1")
	clipboard := test.NewClipboard()
	clipboard.SetContent("abc")
	d.press("F2", "F2")
	w.(*Entry).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	d.wantText(w, "SM-Å1ABC")
}

func TestTextShortcutsStayInTheField(t *testing.T) {
	d, w := newDesk(t, kinds["text"])
	w.SetText("one two")
	d.focus(w)
	d.press("F2", "Ctrl+Left", "Ctrl+BackSpace")
	d.wantText(w, "two")
	d.wantSaid("typed two")
}

func TestUndoIsThePagesUntilSomethingIsTyped(t *testing.T) { // UI-80
	d, w := newDesk(t, kinds["text"])
	w.SetText("old")
	d.focus(w)
	w.(*Entry).TypedShortcut(&fyne.ShortcutUndo{})
	d.wantSaid("key Ctrl+Z")
	d.typeText("x")
	d.log = nil
	w.(*Entry).TypedShortcut(&fyne.ShortcutUndo{})
	if got := d.said(); got == "key Ctrl+Z" {
		t.Error("the page undoes although there is something to undo in the text")
	}
	if w.Text() == "x" {
		t.Error("nothing undone")
	}
}

func TestLookupAndAssistKeys(t *testing.T) { // UI-44, UI-45
	for key, want := range map[string]string{
		"Alt+Down": "open", "F4": "key F4, open", "Alt+Right": "assist", "Shift+F4": "assist",
	} {
		t.Run(key, func(t *testing.T) {
			var d *desk
			d, w := newDesk(t, func(ev Events) Widget {
				ev.Open, ev.Assist = func() { d.note("open") }, func() { d.note("assist") }
				return NewCode(ev)
			})
			d.focus(w)
			d.press(key)
			d.wantSaid(want)
		})
	}
}

func TestTheButtonInTheFieldFocusesIt(t *testing.T) {
	var d *desk
	d, w := newDesk(t, func(ev Events) Widget {
		ev.Open = func() { d.note("open") }
		return NewCode(ev)
	})
	e := w.(*Entry)
	size := e.Size()
	test.TapCanvas(d.window.Canvas(), e.Position().AddXY(size.Width-5, size.Height/2))
	d.wantSaid("gained, open")
	if d.focused() != fyne.Focusable(e) {
		t.Error("the field has not got the focus")
	}
}

func TestReadingIsShownBesideTheText(t *testing.T) {
	d, w := newDesk(t, func(ev Events) Widget {
		ev.Reading = func(text string) string {
			if text == "3-PROD" {
				return "In production"
			}
			return ""
		}
		return NewCode(ev)
	})
	w.SetText("3-PROD")
	if got := w.(*Entry).note; got != "In production" {
		t.Errorf("reading %q", got)
	}
	d.focus(w)
	d.typeText("4")
	if got := w.(*Entry).note; got != "" {
		t.Errorf("reading %q", got)
	}
}

// drawn is where the text of an entry starts and what stands there, as it is drawn.
func drawn(t *testing.T, e *Entry) (start float32, short string) {
	r := test.TempWidgetRenderer(t, e).(*entryRenderer)
	if !r.short.Hidden {
		short = r.short.Text
	}
	return e.offset + e.Theme().Size(stock.SizeNameInnerPadding), short
}

// An amount ends at the right edge, where Fyne's entry would begin at the left; a click must still find the character.
func TestAmountsAreWrittenToTheRight(t *testing.T) {
	d, w := newDesk(t, kinds["amount"])
	w.SetText("1 234,50")
	e := w.(*Entry)
	width := fyne.MeasureText("1 234,50", textSize, fyne.TextStyle{}).Width
	if start, _ := drawn(t, e); start != e.Size().Width-textInset-width {
		t.Errorf("the text starts at %v", start)
	}
	e.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(e.Size().Width-textInset-1, 13)}, Button: desktop.MouseButtonPrimary})
	if e.CursorColumn != 8 {
		t.Errorf("a click on the last figure puts the cursor at %d", e.CursorColumn)
	}
	d.focus(w)
	d.press("F2", "F2")
	d.typeText("9")
	if start, _ := drawn(t, e); start >= e.Size().Width-textInset-width {
		t.Errorf("a longer text starts at %v", start)
	}
}

// A text that is too long is shortened while it is only read, and scrolled to the cursor while it is edited.
func TestLongTexts(t *testing.T) {
	d, w := newDesk(t, kinds["text"])
	e := w.(*Entry)
	e.SetText(strings.Repeat("long ", 40))
	if _, short := drawn(t, e); !strings.HasPrefix(short, "long long") || !strings.HasSuffix(short, "…") {
		t.Errorf("shown %q", short)
	}
	d.focus(w)
	d.press("F2")
	end, short := drawn(t, e)
	if short != "" || end > -200 {
		t.Errorf("at the end the text starts at %v, %q", end, short)
	}
	d.press("Home")
	if start, _ := drawn(t, e); start != textInset {
		t.Errorf("at the beginning the text starts at %v", start)
	}
}
