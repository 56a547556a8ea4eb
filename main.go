// Campaign Desk plans and runs marketing campaigns on one salesperson's laptop. This file only wires: flags, company file,
// theme and first window.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"github.com/adrg/xdg"

	"campaigndesk/app"
	"campaigndesk/app/demo"
	"campaigndesk/app/locale"
	"campaigndesk/app/text"
	"campaigndesk/assets"
	"campaigndesk/data"
	"campaigndesk/windows"
	"campaigndesk/windows/page"
)

func main() {
	large := flag.String("generate-large", "", "write a large company for measuring into `FILE` and stop")
	shots := flag.String("shots", "", "write pictures of every window into `DIR` and stop")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "Usage: campaigndesk [COMPANY FILE]")
		flag.PrintDefaults()
	}
	flag.Parse()

	var err error
	switch {
	case *large != "":
		err = generateLarge(*large)
	case *shots != "":
		err = takeShots(*shots)
	default:
		err = work(flag.Arg(0))
	}
	if err != nil {
		region, _ := locale.Find("sv")
		fmt.Fprintln(os.Stderr, text.For(systemLanguage(), region).Error(err))
		os.Exit(1)
	}
}

// work opens a company, the one named, else the one worked with last, else the demo company, and shows its windows. When the
// company is open in another window already, that one is asked to come to the front.
func work(path string) error {
	if path == "" {
		path = lastCompany()
	}
	session, err := open(path)
	if data.InUse(err) && data.Knock(path) == nil {
		return nil
	}
	if err != nil {
		return err
	}
	var desk *page.Desk
	err = show(func(a fyne.App) {
		desk = page.NewDesk(a, session, windows.All(), windows.Home)
		desk.Records = windows.Records()
		desk.Company = windows.CompanyCommands(desk, companyFolder(), demoPath(), func(path string) (*app.Session, error) {
			next, err := open(path)
			if err == nil {
				remember(path)
				go attend(desk, next.DB)
			}
			return next, err
		})
		remember(path)
		desk.Start()
		go attend(desk, session.DB)
	})
	if err == nil {
		err = desk.Session().DB.Close()
	}
	return err
}

// journalRows bounds the journal: beyond so many rows the oldest commands can no longer be undone.
const journalRows = 5_000_000

// attend looks after an open company beside the work: it makes the backup of the day, forgets old commands, and brings the
// main window to the front when the program is started a second time. It ends when the company is closed.
func attend(desk *page.Desk, db *data.DB) {
	ctx := context.Background()
	err := data.BackupDaily(ctx, db)
	if setup, serr := data.GetSetup(db); err == nil && serr == nil {
		_, err = db.PruneJournal(ctx, setup.JournalDays, journalRows)
	}
	if err != nil {
		fyne.Do(func() { desk.Main().Fail(err) })
	}
	for range db.Knocks() {
		fyne.Do(desk.Raise)
	}
}

// open starts work in a company file; the demo company is made when it is asked for and missing.
func open(path string) (*app.Session, error) {
	var db *data.DB
	_, err := os.Stat(path)
	if os.IsNotExist(err) && path == demoPath() {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return nil, err
		}
		db, err = demo.New(path, systemLanguage(), data.DateOf(time.Now()))
	} else {
		db, err = data.Open(path)
	}
	if err != nil {
		return nil, err
	}
	return app.Start(db)
}

// show runs the program's windows until the last one is closed.
func show(build func(fyne.App)) error {
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return data.Msg("no-display")
	}
	log.SetOutput(displayFaults{os.Stderr})
	a := fyneapp.NewWithID("org.campaigndesk.CampaignDesk")
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon))
	build(a)
	a.Run()
	return nil
}

// displayFaults watches the toolkit's log, the only place where it says that it cannot draw, and then ends the program with
// a text for people.
type displayFaults struct{ out io.Writer }

func (f displayFaults) Write(line []byte) (int, error) {
	if strings.Contains(string(line), "window creation error") || strings.Contains(string(line), "failed to initialise GLFW") {
		region, _ := locale.Find("sv")
		fmt.Fprintln(f.out, text.For(systemLanguage(), region).T("no-opengl"))
		os.Exit(1)
	}
	return f.out.Write(line)
}

func takeShots(dir string) error {
	return show(func(a fyne.App) { windows.TakeShots(a, dir) })
}

func generateLarge(path string) error {
	db, err := demo.Large(context.Background(), path, demo.FullSize, 1, func(done, total int) {
		fmt.Fprintf(os.Stderr, "\r%d / %d", done, total)
	})
	fmt.Fprintln(os.Stderr)
	if err != nil {
		return err
	}
	return db.Close()
}

func companyFolder() string { return filepath.Join(xdg.UserDirs.Documents, "Campaign Desk") }
func demoPath() string      { return filepath.Join(xdg.DataHome, "campaigndesk", "demo.campaigndesk") }
func lastPath() string      { return filepath.Join(xdg.StateHome, "campaigndesk", "last") }

// lastCompany is the file worked with last if it still exists, else the demo company.
func lastCompany() string {
	if path, err := os.ReadFile(lastPath()); err == nil {
		if _, err := os.Stat(string(path)); err == nil {
			return string(path)
		}
	}
	return demoPath()
}

// remember notes the company for the next start; without it the next start opens the demo company.
func remember(path string) {
	if err := os.MkdirAll(filepath.Dir(lastPath()), 0o755); err == nil {
		os.WriteFile(lastPath(), []byte(path), 0o644)
	}
}

// systemLanguage is the language of the program before a company is open.
func systemLanguage() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := os.Getenv(name); value != "" {
			if strings.HasPrefix(value, "sv") {
				return "sv"
			}
			break
		}
	}
	return "en"
}
