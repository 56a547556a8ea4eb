package page

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"campaigndesk/windows/theme"
)

// colour is a theme colour as it is now. Windows are built anew when the variant changes.
func colour(name fyne.ThemeColorName) color.Color {
	t := fyne.CurrentApp().Settings().Theme()
	return t.Color(name, fyne.CurrentApp().Settings().ThemeVariant())
}

const (
	textSize    = 13
	smallSize   = 11
	titleSize   = 15
	cueSize     = 24
	panelGap    = 10 // between the panels of a page
	fieldHeight = 26
)

// words is a line of plain text.
func words(text string, name fyne.ThemeColorName, size float32, bold bool) *canvas.Text {
	t := canvas.NewText(text, colour(name))
	t.TextSize, t.TextStyle.Bold = size, bold
	return t
}

var toneColours = map[Tone]fyne.ThemeColorName{Plain: theme.Text, Muted: theme.Muted, Good: theme.Good, Warning: theme.Warning, Bad: theme.Bad}

// chipTints are the backgrounds of states, and the colour of the word on them.
var chipTints = map[Tone][2]fyne.ThemeColorName{
	Plain: {theme.ChipPlain, theme.Muted}, Muted: {theme.ChipPlain, theme.Muted}, Good: {theme.ChipGood, theme.Good},
	Warning: {theme.ChipWarning, theme.Warning}, Bad: {theme.ChipBad, theme.Bad},
}

// chip is a state in a word on a tint.
func chipObject(c Chip) fyne.CanvasObject {
	tint := chipTints[c.Tone]
	back := canvas.NewRectangle(colour(tint[0]))
	back.CornerRadius = 9
	return container.NewStack(back, inset(words(c.Text, tint[1], smallSize, false), 2, 8))
}

// panel is a surface with a line around it, as every FastTab, list and fact stands on.
func panel(inner fyne.CanvasObject) fyne.CanvasObject {
	back := canvas.NewRectangle(colour(theme.Surface))
	back.StrokeColor, back.StrokeWidth, back.CornerRadius = colour(theme.Line), 1, 3
	return container.NewStack(back, inset(inner, 1, 1))
}

// surface is a plain background behind an object.
func surface(name fyne.ThemeColorName, inner fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(canvas.NewRectangle(colour(name)), inner)
}

// rule is a thin line.
func rule() fyne.CanvasObject {
	r := canvas.NewRectangle(colour(theme.Line))
	r.SetMinSize(fyne.NewSize(1, 1))
	return r
}

// space is nothing of a size.
func space(w, h float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(w, h))
	return r
}

// inset puts room around an object.
func inset(inner fyne.CanvasObject, vertical, horizontal float32) fyne.CanvasObject {
	return container.New(insetLayout{vertical, horizontal}, inner)
}

type insetLayout struct{ v, h float32 }

func (l insetLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size.AddWidthHeight(2*l.h, 2*l.v)
}

func (l insetLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(l.h, l.v))
		o.Resize(size.SubtractWidthHeight(2*l.h, 2*l.v))
	}
}

// column stacks objects with a gap; the last one marked to grow takes the rest.
type columnLayout struct {
	gap  float32
	grow fyne.CanvasObject // takes the height that is left, nil: none
}

func (l columnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if size.Height > 0 {
			size.Height += l.gap
		}
		m := o.MinSize()
		size = fyne.NewSize(max(size.Width, m.Width), size.Height+m.Height)
	}
	return size
}

// Layout tells every object its width first, because the height of forms depends on it.
func (l columnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		if o.Visible() && o.Size().Width != size.Width {
			o.Resize(fyne.NewSize(size.Width, max(o.Size().Height, o.MinSize().Height)))
		}
	}
	rest := max(0, size.Height-l.MinSize(objects).Height)
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		h := o.MinSize().Height
		if o == l.grow {
			h += rest
		}
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h + l.gap
	}
}

// rowLayout puts objects beside each other with a gap, centred in height; the one marked grows.
type rowLayout struct {
	gap  float32
	grow fyne.CanvasObject
}

func (l rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if size.Width > 0 {
			size.Width += l.gap
		}
		m := o.MinSize()
		size = fyne.NewSize(size.Width+m.Width, max(size.Height, m.Height))
	}
	return size
}

func (l rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	rest := max(0, size.Width-l.MinSize(objects).Width)
	x := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if o == l.grow {
			m.Width += rest
		}
		o.Move(fyne.NewPos(x, (size.Height-m.Height)/2))
		o.Resize(m)
		x += m.Width + l.gap
	}
}

// scrolled lets an object scroll up and down.
func scrolled(inner fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVScroll(container.New(wholeLayout{}, inner))
}

// wholeLayout gives its object all the height it needs at its width, which may be more than it said before it knew it.
type wholeLayout struct{}

func (wholeLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (wholeLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	if needed := objects[0].MinSize().Height; needed > size.Height {
		objects[0].Resize(fyne.NewSize(size.Width, needed))
	}
}

func column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(columnLayout{gap: gap}, objects...)
}

func columnGrowing(gap float32, grow fyne.CanvasObject, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(columnLayout{gap, grow}, objects...)
}

func row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(rowLayout{gap: gap}, objects...)
}

func rowGrowing(gap float32, grow fyne.CanvasObject, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(rowLayout{gap, grow}, objects...)
}
