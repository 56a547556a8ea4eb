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
		err := takeAll(a, dir)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fyne.Do(a.Quit)
	}()
}

func takeAll(a fyne.App, dir string) error {
	companies, err := os.MkdirTemp("", "campaigndesk-shots")
	if err != nil {
		return err
	}
	defer os.RemoveAll(companies)
	var desk *page.Desk
	for _, language := range text.Languages {
		for _, variant := range []string{"light", "dark"} {
			s, err := shotSession(filepath.Join(companies, language+variant+companyEnding), language, variant == "dark")
			if err != nil {
				return err
			}
			defer s.DB.Close()
			fyne.DoAndWait(func() {
				if desk != nil {
					desk.Replace(s)
					return
				}
				desk = page.NewDesk(a, s, All(), Home)
				desk.Start()
			})
			if err := takeEach(desk, s, filepath.Join(dir, language+"-"+variant)); err != nil {
				return err
			}
		}
	}
	return nil
}

// shotSession is a session on a fresh demo company, light or dark.
func shotSession(path, language string, dark bool) (*app.Session, error) {
	db, err := demo.New(path, language, shotDay)
	if err != nil {
		return nil, err
	}
	s, err := app.Start(db)
	if err != nil {
		return nil, err
	}
	s.WorkDate = shotDay
	setup := s.Setup
	setup.Dark = dark
	return s, s.Write(data.Msg("setup-changed"), func(tx *data.Tx) error { return data.Setups.Update(tx, &setup) })
}

// takeEach takes the pictures of all windows in one language, light or dark.
func takeEach(desk *page.Desk, s *app.Session, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
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
