package page

import (
	"image"
	"image/draw"
	"image/png"
	"os"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"campaigndesk/app"
	"campaigndesk/data"
	"campaigndesk/windows/theme"
)

// ChartPart is a chart on a card: upright bars of what is calculated from the card's record. It can be copied as figures and saved
// as a picture.
type ChartPart[H any] struct {
	Name    string // catalogue key of the caption
	Session *app.Session
	Bars    func(h *H) ([]Bar, error)
	Summary func(h *H) string // at the right of the header
	Watches []string
	Empty   string // catalogue key of what a chart without bars is for
	Closed  bool
}

// Bar is one bar of a chart.
type Bar struct {
	Caption string // below it
	Text    string // above it, the value as people read it
	Value   data.Amount
}

func (p *ChartPart[H]) caption() string { return p.Name }

func (p *ChartPart[H]) buildPart(w *Window, head func() *H) *partContent {
	c := &chart{empty: words(w.session.Texts.T(p.Empty), theme.Muted, textSize, false), floor: canvas.NewRectangle(colour(theme.Line))}
	c.object = &fyne.Container{Layout: c}
	pc := &partContent{}
	drawn := func() bool { return len(c.bars) > 0 && pc.open }
	pc.commands = []*command{
		{caption: "copy-chart", group: p.Name, enabled: drawn, run: func() error {
			w.Copy(c.text())
			w.Tell(data.Msg("chart-copied", len(c.bars)))
			return nil
		}},
		{caption: "save-chart", group: p.Name, enabled: drawn, run: func() error {
			picture := w.picture(c.object) // before the dialog covers it
			w.SaveFile(data.Msg("save-chart-title"), w.session.Texts.T(p.Name)+".png", func(path string) {
				if err := savePicture(path, picture); err != nil {
					w.Fail(data.Msg("file-not-written", path))
					return
				}
				w.Tell(data.Msg("chart-saved", path))
			})
			return nil
		}},
	}
	pc.fold = newFold(w.session.Texts.T(p.Name), !p.Closed, column(0, partBar(w, pc.commands), inset(c.object, 8, 12)))
	pc.refresh = func() {
		if head() == nil {
			c.show(nil)
			return
		}
		bars, err := p.Bars(head())
		if err != nil {
			w.Fail(err)
		}
		c.show(bars)
		if p.Summary != nil {
			pc.summarise(p.Summary(head()))
		}
	}
	pc.commit = func() error { return nil }
	pc.focus, pc.focused = func() bool { return false }, func() bool { return false }
	pc.calculating = func(bool) {}
	pc.stop = w.session.On(p.Watches, pc.refresh)
	pc.refresh()
	return pc
}

const (
	chartHeight = 200
	widestBar   = 64
	barGap      = 0.25 // of the room for a bar
)

// chart draws bars. It is the layout of its own container: the bars share the width, and captions that have no room are left out.
type chart struct {
	object   *fyne.Container
	bars     []Bar
	columns  []*canvas.Rectangle
	captions []*canvas.Text
	values   []*canvas.Text
	floor    *canvas.Rectangle
	empty    *canvas.Text
}

func (c *chart) show(bars []Bar) {
	c.bars, c.columns, c.captions, c.values = bars, nil, nil, nil
	c.object.Objects = []fyne.CanvasObject{c.empty, c.floor}
	for _, b := range bars {
		column := canvas.NewRectangle(colour(theme.Accent))
		caption, value := words(b.Caption, theme.Muted, smallSize, false), words(b.Text, theme.Text, smallSize, false)
		c.columns, c.captions, c.values = append(c.columns, column), append(c.captions, caption), append(c.values, value)
		c.object.Objects = append(c.object.Objects, column, caption, value)
	}
	c.object.Refresh()
	c.Layout(nil, c.object.Size())
}

// MinSize belongs to Fyne.
func (c *chart) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, chartHeight) }

// Layout belongs to Fyne.
func (c *chart) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	setVisible(c.empty, len(c.bars) == 0)
	setVisible(c.floor, len(c.bars) > 0)
	c.empty.Move(fyne.NewPos(0, 0))
	c.empty.Resize(c.empty.MinSize())
	if len(c.bars) == 0 || size.Width <= 0 {
		return
	}
	line := c.captions[0].MinSize().Height
	bottom := size.Height - line - 4
	room := size.Width / float32(len(c.bars))
	highest := data.Amount(1)
	for _, b := range c.bars {
		highest = max(highest, b.Value)
	}
	c.floor.Move(fyne.NewPos(0, bottom))
	c.floor.Resize(fyne.NewSize(size.Width, 1))
	captioned, valued := every(c.captions, room), every(c.values, room)
	for i, b := range c.bars {
		width := min(room*(1-barGap), widestBar)
		height := max((bottom-line-2)*float32(b.Value)/float32(highest), 0)
		left := room*float32(i) + (room-width)/2
		c.columns[i].Move(fyne.NewPos(left, bottom-height))
		c.columns[i].Resize(fyne.NewSize(width, height))
		centre(c.captions[i], left+width/2, bottom+3, size.Width, i%captioned == 0)
		centre(c.values[i], left+width/2, bottom-height-line-1, size.Width, valued == 1 && b.Value > 0)
	}
}

// every is how many bars share a text so that none touches the next.
func every(texts []*canvas.Text, room float32) int {
	var widest float32
	for _, t := range texts {
		widest = max(widest, t.MinSize().Width+6)
	}
	n := 1
	for room*float32(n) < widest {
		n++
	}
	return n
}

// centre puts a text around a place, within the width of the chart.
func centre(t *canvas.Text, x, y, within float32, visible bool) {
	size := t.MinSize()
	t.Resize(size)
	t.Move(fyne.NewPos(min(max(x-size.Width/2, 0), max(within-size.Width, 0)), max(y, 0)))
	setVisible(t, visible && size.Width <= within)
}

// text is the chart as lines of caption and value, as spreadsheets take them.
func (c *chart) text() string {
	var b strings.Builder
	for _, bar := range c.bars {
		b.WriteString(bar.Caption + "\t" + bar.Text + "\n")
	}
	return b.String()
}

// picture is what the window shows of an object.
func (w *Window) picture(o fyne.CanvasObject) image.Image {
	shown := w.fyne.Canvas().Capture()
	at, size := fyne.CurrentApp().Driver().AbsolutePositionForObject(o), o.Size()
	x, y := w.fyne.Canvas().PixelCoordinateForPosition(at)
	right, below := w.fyne.Canvas().PixelCoordinateForPosition(at.Add(size))
	part := image.Rect(x, y, right, below).Intersect(shown.Bounds())
	picture := image.NewNRGBA(image.Rect(0, 0, part.Dx(), part.Dy()))
	draw.Draw(picture, picture.Bounds(), shown, part.Min, draw.Src)
	return picture
}

func savePicture(path string, picture image.Image) (err error) {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() {
		if closing := file.Close(); err == nil {
			err = closing
		}
	}()
	return png.Encode(file, picture)
}
