package windows

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"campaigndesk/app"
	"campaigndesk/app/demo"
	"campaigndesk/app/text"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// shotSize is the size of the windows on the pictures.
var shotSize = fyne.NewSize(1280, 800)

// shotPause is what the toolkit is given to paint a window before it is taken.
const shotPause = 700 * time.Millisecond

// shotDay is the work date on the pictures, so that they do not change from day to day.
const shotDay data.Date = "2026-03-16"

// TakeShots takes a picture of every window of the register, on a fresh demo company in each language, light and dark, into
// dir/<language>-<variant>/<name>.png, and quits. It is the one place that works beside the windows' goroutine: pictures
// can only be taken of what has been painted in the meantime.
func TakeShots(a fyne.App, dir string) {
	go func() {
		failed := false
		for _, language := range text.Languages {
			for variant, dark := range map[string]bool{"light": false, "dark": true} {
				if err := takeVariant(a, filepath.Join(dir, language+"-"+variant), language, dark); err != nil {
					fmt.Fprintln(os.Stderr, err)
					failed = true
				}
			}
		}
		fyne.Do(a.Quit)
		if failed {
			os.Exit(1)
		}
	}()
}

// takeVariant takes the pictures in one language, light or dark.
func takeVariant(a fyne.App, dir, language string, dark bool) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	company, err := os.MkdirTemp("", "campaigndesk-shots")
	if err != nil {
		return err
	}
	defer os.RemoveAll(company)
	db, err := demo.New(filepath.Join(company, "Nordic Office AB.campaigndesk"), language, shotDay)
	if err != nil {
		return err
	}
	defer db.Close()
	s, err := app.Start(db)
	if err != nil {
		return err
	}
	s.WorkDate = shotDay
	if err := s.Write(data.Msg("setup-changed"), func(tx *data.Tx) error {
		setup := s.Setup
		setup.Dark = dark
		return data.Setups.Update(tx, &setup)
	}); err != nil {
		return err
	}
	var desk *page.Desk
	fyne.DoAndWait(func() {
		desk = page.NewDesk(a, s, All(), Home)
		desk.Start()
	})
	if err := take(desk, filepath.Join(dir, "home.png")); err != nil {
		return err
	}
	for _, entry := range All() {
		fyne.DoAndWait(func() { desk.Windows()[0].Open(entry.Open(s)) })
		if err := take(desk, filepath.Join(dir, entry.Name+".png")); err != nil {
			return err
		}
		fyne.DoAndWait(func() { newest(desk).Close() })
	}
	fyne.DoAndWait(func() { desk.Windows()[0].Fyne().Close() })
	return nil
}

// newest is the window opened last.
func newest(desk *page.Desk) *page.Window {
	windows := desk.Windows()
	return windows[len(windows)-1]
}

// take takes a picture of the newest window once it is painted.
func take(desk *page.Desk, path string) error {
	var w fyne.Window
	fyne.DoAndWait(func() {
		w = newest(desk).Fyne()
		w.Resize(shotSize)
	})
	time.Sleep(shotPause)
	var picture image.Image
	fyne.DoAndWait(func() { picture = w.Canvas().Capture() })
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := png.Encode(file, picture); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}
