package page

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"campaigndesk/app/report"
	"campaigndesk/assets"
	"campaigndesk/windows/theme"
)

// paper is a page of a report drawn as it will be printed: black on white whatever the theme is. It is the layout of its own
// container.
type paper struct {
	object *fyne.Container
	page   report.Page
	scale  float32 // pixels of a millimetre

	sheet *canvas.Rectangle
	texts []*canvas.Text
	lines []*canvas.Line
	boxes []*canvas.Rectangle
}

// The colours of what is printed, those of the light theme.
var (
	inkColour   = color.NRGBA{0x1E, 0x2A, 0x36, 0xFF}
	mutedColour = color.NRGBA{0x66, 0x72, 0x7F, 0xFF}
	ruleColour  = color.NRGBA{0x96, 0x9E, 0xA6, 0xFF}
)

// The faces of what is printed, which give texts the widths that they have on paper.
var (
	face     = fyne.NewStaticResource("NotoSans-Regular.ttf", assets.FontRegular)
	boldFace = fyne.NewStaticResource("NotoSans-Bold.ttf", assets.FontBold)
)

const (
	naturalScale = 96 / 25.4 // pixels of a millimetre on a usual screen
	pointsToMM   = 25.4 / 72
)

// draw shows a page; nothing if there is none.
func (p *paper) draw(page report.Page, exists bool) {
	p.page, p.texts, p.lines, p.boxes = page, nil, nil, nil
	p.object.Objects = nil
	if exists {
		p.sheet = canvas.NewRectangle(color.White)
		p.sheet.StrokeColor, p.sheet.StrokeWidth = colour(theme.Line), 1
		p.object.Objects = append(p.object.Objects, p.sheet)
		for range page.Lines {
			p.lines = append(p.lines, canvas.NewLine(ruleColour))
		}
		for range page.Boxes {
			box := canvas.NewRectangle(color.Transparent)
			box.StrokeColor, box.StrokeWidth = inkColour, 1
			p.boxes = append(p.boxes, box)
		}
		for _, t := range page.Texts {
			p.texts = append(p.texts, printed(t))
		}
		for _, l := range p.lines {
			p.object.Objects = append(p.object.Objects, l)
		}
		for _, b := range p.boxes {
			p.object.Objects = append(p.object.Objects, b)
		}
		for _, t := range p.texts {
			p.object.Objects = append(p.object.Objects, t)
		}
	}
	p.object.Refresh()
	p.Layout(nil, p.object.Size())
}

func printed(t report.Text) *canvas.Text {
	text := canvas.NewText(t.Text, inkColour)
	text.FontSource = face
	if t.Bold {
		text.FontSource = boldFace
	}
	if t.Muted {
		text.Color = mutedColour
	}
	return text
}

// fit gives the paper its size in a room.
func (p *paper) fit(z zoom, room fyne.Size) {
	width := room.Width / report.PageWidth
	switch z {
	case fitWidth:
		p.scale = width
	case wholePage:
		p.scale = min(width, room.Height/report.PageHeight)
	default:
		p.scale = min(width, naturalScale)
	}
}

func (p *paper) size() fyne.Size {
	return fyne.NewSize(report.PageWidth*p.scale, report.PageHeight*p.scale)
}

// MinSize belongs to Fyne.
func (p *paper) MinSize([]fyne.CanvasObject) fyne.Size { return p.size() }

// Layout belongs to Fyne.
func (p *paper) Layout([]fyne.CanvasObject, fyne.Size) {
	if len(p.object.Objects) == 0 || p.scale <= 0 {
		return
	}
	at := func(x, y float64) fyne.Position { return fyne.NewPos(float32(x)*p.scale, float32(y)*p.scale) }
	p.sheet.Resize(p.size())
	for i, l := range p.page.Lines {
		p.lines[i].Position1, p.lines[i].Position2 = at(l.X1, l.Y1), at(l.X2, l.Y2)
	}
	for i, b := range p.page.Boxes {
		p.boxes[i].Move(at(b.X, b.Y))
		p.boxes[i].Resize(fyne.NewSquareSize(float32(b.Side) * p.scale))
	}
	for i, t := range p.page.Texts {
		text := p.texts[i]
		text.TextSize = float32(t.Points*pointsToMM) * p.scale
		size, baseline := fyne.CurrentApp().Driver().RenderedTextSize(text.Text, text.TextSize, text.TextStyle, text.FontSource)
		text.Resize(size)
		text.Move(at(t.X, t.Y).SubtractXY(0, baseline))
	}
}
