package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"campaigndesk/windows/field"
	"campaigndesk/windows/theme"
)

const sideWidth = 270

// factBox is a box of facts beside a card or list.
type factBox struct {
	w      *Window
	object fyne.CanvasObject
	load   func() ([]Fact, error)
	facts  *fyne.Container
}

// newFactBoxes makes boxes about the record that current gives; they are empty until the first refresh.
func newFactBoxes[T any](w *Window, boxes []FactBox[T], current func() *T) []*factBox {
	var made []*factBox
	for _, b := range boxes {
		f := &factBox{w: w, facts: column(2)}
		f.load = func() ([]Fact, error) {
			if r := current(); r != nil {
				return b.Facts(r)
			}
			return nil, nil
		}
		f.object = column(6, words(w.session.Texts.T(b.Caption), theme.Text, textSize, true), rule(), f.facts)
		made = append(made, f)
	}
	return made
}

// sidePanel puts boxes beside the page.
func (w *Window) sidePanel(boxes []*factBox) fyne.CanvasObject {
	var stack []fyne.CanvasObject
	for _, b := range boxes {
		stack = append(stack, b.object, space(1, 12))
	}
	side := container.NewBorder(nil, nil, rule(), nil, scrolled(inset(column(0, stack...), 14, 12)))
	w.side = surface(theme.Surface, container.New(widthLayout(sideWidth), side))
	return w.side
}

func (f *factBox) refresh() {
	f.facts.RemoveAll()
	facts, err := f.load()
	if err != nil {
		f.w.Fail(err)
	}
	for _, fact := range facts {
		f.facts.Add(f.line(fact))
	}
	f.facts.Refresh()
}

// line is a caption with its figure at the right; a figure with records behind it can be opened.
func (f *factBox) line(fact Fact) fyne.CanvasObject {
	filler := space(1, 20)
	caption := words(f.w.session.Texts.T(fact.Caption), theme.Muted, textSize, false)
	if fact.Open == nil && fact.Do == nil {
		return rowGrowing(6, filler, caption, filler, words(fact.Text, toneColours[fact.Tone], textSize, false), space(0, 1)) // in line with links
	}
	link := field.NewValue(true, field.Events{Key: f.w.key, Open: func() { f.follow(fact) }})
	link.SetText(fact.Text)
	link.SetRight()
	return rowGrowing(6, link, caption, link)
}

// follow opens or does what is behind a figure, once what is being entered is stored.
func (f *factBox) follow(fact Fact) {
	if f.w.commit() != nil {
		return
	}
	if fact.Open != nil {
		f.w.Open(fact.Open())
	} else if err := fact.Do(f.w); err != nil {
		f.w.Fail(err)
	}
}

// widthLayout gives its object a fixed width.
type widthLayout float32

func (l widthLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(float32(l), objects[0].MinSize().Height)
}

func (l widthLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }
