package pagetest

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"go.uber.org/goleak"

	"campaigndesk/app"
	"campaigndesk/data"
	"campaigndesk/windows/field"
	"campaigndesk/windows/grid"
	"campaigndesk/windows/page"
)

// Contract tests what every window of a register must do, in each language and each variant: it opens with a title; all its
// words are in the catalogue; its keys are unambiguous and every command has a help text; every field can be reached by Tab
// and left by Shift+Tab; nothing is drawn outside the place it belongs to, at a small and a large screen; closing it ends all
// listening.
func Contract(t *testing.T, register []page.Entry) {
	for _, e := range register {
		for _, language := range []string{"en", "sv"} {
			for _, dark := range []bool{false, true} {
				variant := map[bool]string{false: "light", true: "dark"}[dark]
				t.Run(strings.Join([]string{e.Name, language, variant}, "/"), func(t *testing.T) {
					s := Session(t, language)
					draw(t, s, dark)
					contract(t, s, e)
				})
			}
		}
	}
}

// draw chooses the light or the dark variant.
func draw(t *testing.T, s *app.Session, dark bool) {
	t.Helper()
	setup := s.Setup
	setup.Dark = dark
	if err := s.Write(data.Msg("journal-variant", data.Msg("dark")), func(tx *data.Tx) error { return data.Setups.Update(tx, &setup) }); err != nil {
		t.Fatal(err)
	}
}

func contract(t *testing.T, s *app.Session, e page.Entry) {
	listening, running := listeners(s), goleak.IgnoreCurrent()
	p := OpenIn(t, s, e.Open(s)).Resize(1280, 800)
	checkWords(t, p, e)
	checkCommands(t, p)
	checkTab(t, p)
	for _, size := range []fyne.Size{{Width: 1280, Height: 800}, {Width: 1920, Height: 1080}} {
		p.Resize(size.Width, size.Height)
		for _, fault := range Overflows(p) {
			t.Errorf("at %v: %s", size, fault)
		}
	}
	checkClosing(t, p)
	if left := listeners(s) - listening; left != 1 { // the desk follows the settings
		t.Errorf("%d listeners are left, want the desk's own", left)
	}
	if err := goleak.Find(running); err != nil {
		t.Error(err)
	}
}

func checkClosing(t *testing.T, p *Page) {
	t.Helper()
	p.w.Close()
	if open := len(p.desk.Windows()); open > 0 {
		t.Errorf("the window does not close: %s", p.Message())
	}
}

// ContractIn tests that every window of a register opens and closes in a company, an empty or a large one.
func ContractIn(t *testing.T, db *data.DB, register []page.Entry) {
	s := SessionIn(t, db)
	for _, e := range register {
		t.Run(e.Name, func(t *testing.T) {
			p := OpenIn(t, s, e.Open(s)).Resize(1280, 800)
			fault, _, _ := strings.Cut(s.Texts.T("unexpected-error"), "%1")
			if message := p.Message(); strings.HasPrefix(message, fault) { // that a record is missing may be said
				t.Errorf("it opens with %q", message)
			}
			for _, fault := range Overflows(p) {
				t.Error(fault)
			}
			checkClosing(t, p)
		})
	}
}

// listeners is how many wait for changes in a session.
func listeners(s *app.Session) int { return reflect.ValueOf(s).Elem().FieldByName("listeners").Len() }

// unknown is how the catalogue shows a key that it does not have.
var unknown = regexp.MustCompile(`\[[a-z0-9]+(-[a-z0-9]+)*\]`)

func checkWords(t *testing.T, p *Page, e page.Entry) {
	t.Helper()
	texts := append(p.Texts(), p.Title(), p.Session().Texts.T(e.Caption))
	if e.Words != "" {
		texts = append(texts, p.Session().Texts.T(e.Words))
	}
	walk(p.top(), func(o, _ fyne.CanvasObject) bool {
		if g, ok := o.(*grid.Grid); ok { // hidden columns too
			for _, c := range g.ColumnStates() {
				texts = append(texts, p.Session().Texts.T(c.ID))
			}
		}
		return true
	})
	for _, text := range texts {
		if key := unknown.FindString(text); key != "" {
			t.Errorf("no words for %s", key)
		}
	}
}

func checkCommands(t *testing.T, p *Page) {
	t.Helper()
	texts, owner := p.Session().Texts, map[string]string{}
	p.w.Commands(func(caption string, keys []string) {
		for _, key := range []string{caption, caption + "-help"} {
			if unknown.MatchString(texts.T(key)) {
				t.Errorf("no words for [%s]", key)
			}
		}
		for _, k := range keys {
			if other, taken := owner[k]; taken && other != caption { // parts have the same commands, each for itself
				t.Errorf("%s is the key of both %s and %s", k, other, caption)
			}
			owner[k] = caption
		}
	})
}

// ContractInMain tests that the navigation of the main window leads by keys to every window that has a group, and that the
// pages are drawn in their place there.
func ContractInMain(t *testing.T, register []page.Entry, home func(s *app.Session) page.Page) {
	p := Start(t, Session(t, "sv"), register, home).Resize(1280, 800)
	titles := map[string]bool{}
	lines := 1 // Home
	for _, e := range register {
		if e.Group != "" {
			lines++
		}
	}
	for line := range lines {
		p.Press("F6", "Home")
		for range line {
			p.Press("Down")
		}
		opened := p.Press("Enter").Newest()
		titles[opened.Title()] = true
		for _, fault := range Overflows(opened) {
			t.Errorf("%s: %s", opened.Title(), fault)
		}
		if opened.w != p.w {
			opened.w.Close()
		}
	}
	if len(titles) != lines {
		t.Errorf("the %d lines of the navigation lead to %d pages", lines, len(titles))
	}
}

// checkTab walks by Tab through everything that can have the keyboard, and back.
func checkTab(t *testing.T, p *Page) {
	t.Helper()
	wanted := map[fyne.Focusable]string{}
	walk(p.top(), func(o, _ fyne.CanvasObject) bool {
		f, ok := o.(fyne.Focusable)
		if d, can := o.(fyne.Disableable); ok && (!can || !d.Disabled()) {
			wanted[f] = describe(o)
		}
		return true
	})
	for _, key := range []string{"Tab", "Shift+Tab"} {
		reached := map[fyne.Focusable]bool{}
		for range 2*len(wanted) + 2 {
			focused := p.canvas().Focused()
			if focused != nil {
				reached[focused] = true
			}
			if g, ok := focused.(*grid.Grid); ok && g.AcceptsTab() {
				p.Press("Ctrl+" + key)
			} else if focused == nil {
				p.canvas().FocusNext()
			} else {
				p.Press(key)
			}
			if message := p.Message(); p.canvas().Focused() == focused && len(wanted) > 1 {
				t.Errorf("%s does not leave %s: %s", key, wanted[focused], message)
				break
			}
		}
		for f, what := range wanted {
			if !reached[f] {
				t.Errorf("%s does not reach %s", key, what)
			}
		}
	}
}

func describe(o fyne.CanvasObject) string {
	switch o := o.(type) {
	case *field.Button:
		return "the button " + o.Caption()
	case field.Widget:
		return fmt.Sprintf("the field with %q at %v", o.Text(), o.Position())
	}
	return fmt.Sprintf("a %T at %v", o, o.Position())
}

// Overflows lists what is drawn outside its place: texts longer than the room they were given, and objects that stick out of
// what holds them. What a scroller or a list clips is not drawn.
func Overflows(p *Page) []string {
	var found []string
	overflows(p.top(), fyne.Position{}, place{size: p.canvas().Size()}, &found)
	return slices.Compact(found)
}

// place is a rectangle of the window.
type place struct {
	at   fyne.Position
	size fyne.Size
}

const hair = 1.5 // what rounding may cost

func (r place) holds(other place) bool {
	return other.at.X >= r.at.X-hair && other.at.Y >= r.at.Y-hair &&
		other.at.X+other.size.Width <= r.at.X+r.size.Width+hair && other.at.Y+other.size.Height <= r.at.Y+r.size.Height+hair
}

func overflows(o fyne.CanvasObject, origin fyne.Position, holder place, found *[]string) {
	if o == nil || !o.Visible() {
		return
	}
	own := place{origin.Add(o.Position()), o.Size()}
	switch o := o.(type) {
	case *canvas.Text:
		if o.Text != "" && !holder.holds(drawn(o, own)) || o.MinSize().Width > own.size.Width+hair {
			*found = append(*found, fmt.Sprintf("%q is drawn at %v, %v wide, outside %v %v", o.Text, own.at, o.MinSize().Width, holder.at, holder.size))
		}
		return
	case *container.Scroll: // clips its content, which must be in order all the same
		overflows(o.Content, own.at, place{own.at.Add(o.Content.Position()), o.Content.Size()}, found)
		return
	case *field.Entry: // scrolls its text itself
		return
	case *fyne.Container, fyne.Widget:
		if !holder.holds(own) && own.size.Width > 0 && own.size.Height > 0 {
			*found = append(*found, fmt.Sprintf("%s stands at %v %v outside %v %v", describe(o), own.at, own.size, holder.at, holder.size))
		}
		inside := own
		if clips(o) {
			inside = everywhere
		}
		for _, child := range children(o) {
			overflows(child, own.at, inside, found)
		}
	}
}

// everywhere holds what a list clips: only that a text fits its own cell is then asked.
var everywhere = place{fyne.NewPos(-1e6, -1e6), fyne.NewSize(2e6, 2e6)}

func clips(o fyne.CanvasObject) bool {
	w, ok := o.(fyne.Widget)
	if !ok {
		return false
	}
	_, ok = test.WidgetRenderer(w).(interface{ IsClip() })
	return ok
}

// drawn is where a text's characters stand.
func drawn(t *canvas.Text, box place) place {
	size := t.MinSize()
	switch room := box.size.Width - size.Width; t.Alignment {
	case fyne.TextAlignTrailing:
		box.at.X += room
	case fyne.TextAlignCenter:
		box.at.X += room / 2
	}
	box.size = fyne.NewSize(size.Width, min(size.Height, box.size.Height))
	return box
}
