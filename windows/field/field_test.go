package field

import (
	"strings"
	"testing"

	"campaigndesk/app/dateformula"
	"campaigndesk/app/locale"
	"campaigndesk/app/text"
	"campaigndesk/windows/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// desk is a window with two fields in which a test types as a user does; what the fields tell is kept in log.
type desk struct {
	t      *testing.T
	window fyne.Window
	log    []string
	refuse bool              // Leave refuses
	take   string            // Before takes this key
	drop   fyne.CanvasObject // what is shown in the layer
	after  *Entry            // stands after the field under test
}

func newDesk(t *testing.T, build func(Events) Widget) (*desk, Widget) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(false))
	d := &desk{t: t}
	d.after = NewText(Events{})
	var w Widget
	w = build(Events{
		Before: func(name fyne.KeyName, mod fyne.KeyModifier) bool { return d.take != "" && d.take == chord(name, mod) },
		Key: func(name fyne.KeyName, mod fyne.KeyModifier) bool {
			d.note("key " + chord(name, mod))
			return false
		},
		Leave: func() bool {
			d.note("leave " + w.Text())
			return !d.refuse
		},
		Typed:  func(text string) { d.note("typed " + text) },
		Drop:   func(list fyne.CanvasObject) { d.drop = list },
		Gained: func() { d.note("gained") },
	})
	d.window = test.NewTempWindow(t, container.NewVBox(w, d.after))
	d.window.Resize(fyne.NewSize(400, 300))
	return d, w
}

func (d *desk) note(line string) { d.log = append(d.log, line) }

// said returns what the field has told since the last call.
func (d *desk) said() string {
	said := strings.Join(d.log, ", ")
	d.log = nil
	return said
}

func (d *desk) wantSaid(want string) {
	d.t.Helper()
	if got := d.said(); got != want {
		d.t.Errorf("told %q, want %q", got, want)
	}
}

func (d *desk) wantText(w Widget, want string) {
	d.t.Helper()
	if got := w.Text(); got != want {
		d.t.Errorf("text %q, want %q", got, want)
	}
}

func (d *desk) focus(w Widget) {
	d.window.Canvas().Focus(w)
	d.log = nil
}

func (d *desk) focused() fyne.Focusable { return d.window.Canvas().Focused() }

func (d *desk) typeText(text string) {
	for _, r := range text {
		d.focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyName(strings.ToUpper(string(r)))})
		d.focused().TypedRune(r)
	}
}

// press sends keys in the order of Fyne's desktop driver.
func (d *desk) press(keys ...string) {
	for _, key := range keys {
		parts := strings.Split(key, "+")
		name := fyne.KeyName(parts[len(parts)-1])
		var mod fyne.KeyModifier
		for _, part := range parts[:len(parts)-1] {
			mod |= map[string]fyne.KeyModifier{"Ctrl": fyne.KeyModifierControl, "Alt": fyne.KeyModifierAlt, "Shift": fyne.KeyModifierShift}[part]
		}
		d.pressKey(name, mod)
	}
}

func (d *desk) pressKey(name fyne.KeyName, mod fyne.KeyModifier) {
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	keyable, _ := d.focused().(desktop.Keyable)
	if mod&fyne.KeyModifierShift != 0 && keyable != nil {
		keyable.KeyDown(shift)
		defer keyable.KeyUp(shift)
	}
	tabbable, _ := d.focused().(fyne.Tabbable)
	switch {
	case name == fyne.KeyTab && mod&^fyne.KeyModifierShift == 0 && (tabbable == nil || !tabbable.AcceptsTab()):
		if mod == 0 {
			d.window.Canvas().FocusNext()
		} else {
			d.window.Canvas().FocusPrevious()
		}
	case mod&^fyne.KeyModifierShift != 0:
		d.focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: name, Modifier: mod})
	default:
		d.focused().TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func chord(name fyne.KeyName, mod fyne.KeyModifier) string {
	word := ""
	for _, m := range []struct {
		mod  fyne.KeyModifier
		word string
	}{{fyne.KeyModifierControl, "Ctrl+"}, {fyne.KeyModifierAlt, "Alt+"}, {fyne.KeyModifierShift, "Shift+"}} {
		if mod&m.mod != 0 {
			word += m.word
		}
	}
	return word + string(name)
}

func swedish() *text.Catalogue {
	l, _ := locale.Find("sv")
	return text.For("sv", l)
}

func march2026() dateformula.Context {
	return dateformula.Context{Locale: swedish().Locale(), WorkDate: "2026-03-18", Today: "2026-03-20"}
}

// kinds are all widgets that a form can hold.
var kinds = map[string]func(Events) Widget{
	"text":    func(ev Events) Widget { return NewText(ev) },
	"code":    func(ev Events) Widget { return NewCode(ev) },
	"amount":  func(ev Events) Widget { return NewAmount(ev) },
	"formula": func(ev Events) Widget { return NewFormula(ev) },
	"date":    func(ev Events) Widget { return NewDate(swedish(), march2026, ev) },
	"choice":  func(ev Events) Widget { return NewChoice([]string{"Customer", "Campaign", "All Customers"}, ev) },
	"check":   func(ev Events) Widget { return NewCheck(ev) },
	"link":    func(ev Events) Widget { return NewValue(true, ev) },
}

// UI-81: whatever has the focus, keys that it does not use reach the page.
func TestUnusedKeysGoToThePage(t *testing.T) {
	keys := []string{"F1", "F3", "F5", "F7", "F8", "F9", "F12", "Shift+F7", "Shift+F12", "Escape", "Ctrl+F9", "Ctrl+N", "Alt+N", "Ctrl+Return",
		"Alt+Q", "Ctrl+Up", "Ctrl+Down", "Ctrl+Insert", "Up", "Prior", "Next", "Ctrl+Shift+F3", "Alt+Left", "Alt+Up"}
	for name, build := range kinds {
		t.Run(name, func(t *testing.T) {
			d, w := newDesk(t, build)
			d.focus(w)
			for _, key := range keys {
				d.press(key)
				if got := d.said(); got != "key "+key {
					t.Errorf("%s: told %q", key, got)
				}
			}
		})
	}
	t.Run("button", func(t *testing.T) {
		d, _ := newDesk(t, kinds["text"])
		b := NewButton("Do", Plain, func() { d.note("done") })
		b.OnKey = func(name fyne.KeyName, mod fyne.KeyModifier) bool {
			d.note("key " + chord(name, mod))
			return true
		}
		d.window.SetContent(b)
		d.window.Canvas().Focus(b)
		for _, key := range keys {
			d.press(key)
			if got := d.said(); got != "key "+key {
				t.Errorf("%s: told %q", key, got)
			}
		}
		d.press("Return", "Space")
		d.wantSaid("done, done")
		b.Disable()
		d.press("Return")
		d.wantSaid("")
	})
}

// An open lookup of the page gets a key before the field looks at it.
func TestBeforeGoesFirst(t *testing.T) {
	for name, build := range kinds {
		for _, key := range []string{"Return", "Escape", "Up", "Down", "Ctrl+Return", "F4"} {
			t.Run(name+" "+key, func(t *testing.T) {
				d, w := newDesk(t, build)
				d.focus(w)
				d.take = key
				d.press(key)
				d.wantSaid("")
			})
		}
	}
}

// Tab and Shift+Tab go through all kinds of fields and back, whatever is above.
func TestTabOrder(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(false))
	box := container.NewVBox()
	var want []fyne.Focusable
	for _, name := range []string{"text", "code", "amount", "formula", "date", "choice", "check", "link"} {
		w := kinds[name](Events{})
		box.Add(w)
		want = append(want, w)
	}
	box.Add(NewValue(false, Events{})) // cannot be reached
	button := NewButton("Do", Plain, func() {})
	box.Add(button)
	want = append(want, button)
	d := &desk{t: t, window: test.NewTempWindow(t, box)}
	d.window.Canvas().FocusNext()
	for i, w := range want {
		if d.focused() != w {
			t.Fatalf("field %d: the focus is on %T, want %T", i, d.focused(), w)
		}
		if i < len(want)-1 {
			d.press("Tab")
		}
	}
	for i := len(want) - 1; i > 0; i-- {
		d.press("Shift+Tab")
		if d.focused() != want[i-1] {
			t.Fatalf("back to field %d: the focus is on %T", i-1, d.focused())
		}
	}
}

func TestFieldsAreOfOneHeight(t *testing.T) {
	for name, build := range kinds {
		_, w := newDesk(t, build)
		if got := w.MinSize().Height; got != theme.FieldHeight {
			t.Errorf("%s is %v high", name, got)
		}
	}
	if got := NewButton("Do", Plain, func() {}).MinSize().Height; got != theme.FieldHeight {
		t.Errorf("the button is %v high", got)
	}
}

func TestDisabledFieldsCannotBeChangedOrReached(t *testing.T) {
	for name, build := range kinds {
		t.Run(name, func(t *testing.T) {
			d, w := newDesk(t, build)
			w.SetText("Customer")
			w.SetEnabled(false)
			d.window.Canvas().FocusNext()
			if d.focused() != fyne.Focusable(d.after) {
				t.Error("it can be reached by Tab")
			}
			if tapped, ok := w.(fyne.Tappable); ok {
				before := w.Text()
				tapped.Tapped(&fyne.PointEvent{})
				if w.Text() != before || d.drop != nil {
					t.Error("a click works")
				}
			}
		})
	}
}
