package windows

import (
	"context"
	"fmt"
	"image"
	"image/color"
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
//
// Mesa's usual software driver gives nothing back of what is on the screen, its slower one does; it is asked for before the
// first window is made. A graphics card does not care.
func TakeShots(a fyne.App, dir string) {
	os.Setenv("GALLIUM_DRIVER", "softpipe")
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
	main := desk.Windows()[0]
	for _, entry := range All() {
		if err := data.SetPageState(context.Background(), s.DB, entry.Name, "", "size", fmt.Sprintf("%.0f×%.0f", shotSize.Width, shotSize.Height)); err != nil {
			return err
		}
		fyne.DoAndWait(func() { main.Open(entry.Open(s)) })
		if err := take(desk, filepath.Join(dir, entry.Name+".png")); err != nil {
			return err
		}
		fyne.DoAndWait(func() {
			if w := newest(desk); w != main {
				w.Close()
			}
		})
	}
	return nil
}

// newest is the window opened last.
func newest(desk *page.Desk) *page.Window {
	windows := desk.Windows()
	return windows[len(windows)-1]
}

// take takes a picture of the newest window once it is painted; windows open in the size they are taken in.
func take(desk *page.Desk, path string) error {
	time.Sleep(shotPause)
	var picture image.Image
	fyne.DoAndWait(func() { picture = newest(desk).Fyne().Canvas().Capture() })
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := png.Encode(file, opaque(picture)); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}

// opaque is a picture without the transparency that a screen does not have.
func opaque(picture image.Image) image.Image {
	bounds := picture.Bounds()
	out := image.NewRGBA(bounds)
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			r, g, b, _ := picture.At(x, y).RGBA()
			out.SetRGBA(x, y, color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 0xff})
		}
	}
	return out
}
