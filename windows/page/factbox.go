package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"campaigndesk/windows/field"
	"campaigndesk/windows/theme"
)

const sideWidth = 270

// factBox is a box of facts beside a card or list.
type factBox[T any] struct {
	w       *Window
	box     FactBox[T]
	current func() *T
	facts   *fyne.Container
}

// newFactBoxes makes the side panel with all boxes.
func newFactBoxes[T any](w *Window, boxes []FactBox[T], current func() *T) (fyne.CanvasObject, []*factBox[T]) {
	var made []*factBox[T]
	var stack []fyne.CanvasObject
	for _, b := range boxes {
		f := &factBox[T]{w: w, box: b, current: current, facts: column(2)}
		f.refresh()
		made = append(made, f)
		stack = append(stack, column(6, words(w.session.Texts.T(b.Caption), theme.Text, textSize, true), rule(), f.facts), space(1, 12))
	}
	side := container.NewBorder(nil, nil, rule(), nil, container.NewVScroll(inset(column(0, stack...), 14, 12)))
	w.side = surface(theme.Surface, container.New(widthLayout(sideWidth), side))
	return w.side, made
}

func (f *factBox[T]) refresh() {
	r := f.current()
	f.facts.RemoveAll()
	if r != nil {
		facts, err := f.box.Facts(r)
		if err != nil {
			f.w.Fail(err)
		}
		for _, fact := range facts {
			f.facts.Add(f.line(fact))
		}
	}
	f.facts.Refresh()
}

// line is a caption with its figure at the right; a figure with records behind it can be opened.
func (f *factBox[T]) line(fact Fact) fyne.CanvasObject {
	filler := space(1, 20)
	caption := words(f.w.session.Texts.T(fact.Caption), theme.Muted, textSize, false)
	if fact.Open == nil {
		return rowGrowing(6, filler, caption, filler, words(fact.Text, toneColours[fact.Tone], textSize, false))
	}
	link := field.NewValue(true, field.Events{Key: f.w.key, Open: func() { f.w.Open(fact.Open()) }})
	link.SetText(fact.Text)
	return rowGrowing(6, filler, caption, filler, link)
}

// widthLayout gives its object a fixed width.
type widthLayout float32

func (l widthLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(float32(l), objects[0].MinSize().Height)
}

func (l widthLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }
