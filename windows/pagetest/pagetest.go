// Package pagetest opens pages without a display and types at them, so that tests of windows read like a user's day:
//
//	p := pagetest.Open(t, func(s *app.Session) page.Page { return windows.SalesPrices(s, "CP0001") })
//	p.Type("1000").Press("Tab", "Tab").Type("12,5").Press("Enter")
//	p.WantCell(0, "Unit Price", "12.50")
//
// Everything is named by its caption as the user reads it, or by the catalogue key of that. Tests that use this package must not run in parallel, because
// Fyne's test app is one for the process; and while two windows are open, Tab is only to be pressed in the newer one.
package pagetest

import (
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"campaigndesk/app"
	"campaigndesk/app/demo"
	"campaigndesk/data"
	"campaigndesk/windows/page"
	"campaigndesk/windows/theme"
)

// WorkDate is the day that tests are in.
const WorkDate data.Date = "2026-03-16"

// Page is a window on the screen with the page it shows.
type Page struct {
	t    testing.TB
	desk *page.Desk
	w    *page.Window
	held fyne.KeyModifier
}

// Session opens the demo company in a language ("en" or "sv") for one test. Long jobs run at once.
func Session(t testing.TB, language string) *app.Session {
	t.Helper()
	path := filepath.Join(t.TempDir(), "demo.campaigndesk")
	if err := os.WriteFile(path, companies[language](), 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := data.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return SessionIn(t, db)
}

// SessionIn is a session in a company of the test's own.
func SessionIn(t testing.TB, db *data.DB) *app.Session {
	t.Helper()
	s, err := app.Start(db)
	if err != nil {
		t.Fatal(err)
	}
	s.Now = func() time.Time { return WorkDate.Time().Add(12 * time.Hour) }
	s.WorkDate = WorkDate
	return s
}

// companies are the demo companies as files, made once for all tests of a process.
var companies = map[string]func() []byte{"en": demoCompany("en"), "sv": demoCompany("sv")}

func demoCompany(language string) func() []byte {
	return sync.OnceValue(func() []byte {
		folder, err := os.MkdirTemp("", "pagetest")
		if err != nil {
			panic(err)
		}
		defer os.RemoveAll(folder)
		path := filepath.Join(folder, "demo.campaigndesk")
		db, err := demo.New(path, language, WorkDate)
		if err != nil {
			panic(err)
		}
		if err := db.Close(); err != nil {
			panic(err)
		}
		file, err := os.ReadFile(path)
		if err != nil {
			panic(err)
		}
		return file
	})
}

// Open shows a page in a window of its own on the English demo company.
func Open(t testing.TB, open func(s *app.Session) page.Page) *Page {
	t.Helper()
	s := Session(t, "en")
	return OpenIn(t, s, open(s))
}

// OpenIn shows a page in a window of its own in a session.
func OpenIn(t testing.TB, s *app.Session, p page.Page) *Page {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(theme.New(s.Setup.Dark))
	d := page.NewDesk(a, s, nil, func(*app.Session) page.Page { return p })
	d.AtOnce()
	return &Page{t: t, desk: d, w: d.OpenWindow(p)}
}

// Start shows the main window with its navigation: register are all windows, home is the first page.
func Start(t testing.TB, s *app.Session, register []page.Entry, home func(s *app.Session) page.Page) *Page {
	t.Helper()
	d := page.NewDesk(test.NewTempApp(t), s, register, home)
	d.AtOnce()
	run := s.Run
	p := &Page{t: t, desk: d, w: d.Start()}
	s.Run = run
	return p
}

// On is a window that a test has opened itself.
func On(t testing.TB, w *page.Window) *Page { return &Page{t: t, w: w} }

// Desk is everything on the screen.
func (p *Page) Desk() *page.Desk { return p.desk }

// Window is the window that the page stands in.
func (p *Page) Window() *page.Window { return p.w }

// Session is the work in hand.
func (p *Page) Session() *app.Session { return p.w.Session() }

// Windows are all windows on the screen, the oldest first.
func (p *Page) Windows() []*Page {
	var all []*Page
	for _, w := range p.desk.Windows() {
		all = append(all, &Page{t: p.t, desk: p.desk, w: w})
	}
	return all
}

// Newest is the window opened last.
func (p *Page) Newest() *Page {
	all := p.Windows()
	return all[len(all)-1]
}

// Title is the title of the window.
func (p *Page) Title() string { return p.w.Fyne().Title() }

// Message is what stands at the foot of the window.
func (p *Page) Message() string { return p.w.Message() }

// WantMessage fails the test unless the message contains the text.
func (p *Page) WantMessage(text string) *Page {
	p.t.Helper()
	if !strings.Contains(p.Message(), text) {
		p.t.Errorf("the message is %q, want %q in it", p.Message(), text)
	}
	return p
}

// Resize gives the window a size.
func (p *Page) Resize(width, height float32) *Page {
	p.w.Fyne().Resize(fyne.NewSize(width, height))
	return p
}

// Shot writes a picture of the window as PNG.
func (p *Page) Shot(path string) *Page {
	p.t.Helper()
	file, err := os.Create(path)
	if err != nil {
		p.t.Fatal(err)
	}
	defer file.Close()
	if err := png.Encode(file, p.canvas().Capture()); err != nil {
		p.t.Fatal(err)
	}
	return p
}

func (p *Page) canvas() fyne.Canvas { return p.w.Fyne().Canvas() }
