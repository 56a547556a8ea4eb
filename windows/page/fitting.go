package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"campaigndesk/windows/field"
)

// buttonRow is a row of buttons for commands. Those that find no room are behind a last button, so that no window is wider
// than its content asks for. Every command stands in the menu, too.
func (w *Window) buttonRow(commands []*command, look func(*command) field.Look, between func(a, b *command) []fyne.CanvasObject) fyne.CanvasObject {
	row := &fittingRow{}
	var objects []fyne.CanvasObject
	for i, c := range commands {
		if i > 0 {
			for _, o := range between(commands[i-1], c) {
				objects, row.commands = append(objects, o), append(row.commands, nil)
			}
		}
		b := field.NewButton(w.session.Texts.T(c.caption), look(c), func() { w.give(c) })
		b.OnKey = w.key
		objects, row.commands = append(objects, b), append(row.commands, c)
	}
	var more *field.Button
	more = field.NewButton("…", field.Quiet, func() {
		menu := fyne.NewMenu("")
		for _, c := range row.commands[row.shown:] {
			if c != nil {
				menu.Items = append(menu.Items, w.menuItem(c))
			}
		}
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(more)
		widget.ShowPopUpMenuAtPosition(menu, w.fyne.Canvas(), at.AddXY(0, more.Size().Height))
	})
	more.OnKey = w.key
	return container.New(row, append(objects, more)...)
}

// fittingRow lays out as many objects as there is room for, from the left; the last one only when not all found room.
type fittingRow struct {
	commands []*command // of the objects but the last; nil: a separator
	shown    int        // how many found room
}

const buttonGap = 3

func (r *fittingRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = size.Max(fyne.NewSize(0, o.MinSize().Height))
	}
	size.Width = objects[0].MinSize().Width + buttonGap + objects[len(objects)-1].MinSize().Width
	return size
}

func (r *fittingRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	buttons, more := objects[:len(objects)-1], objects[len(objects)-1]
	r.shown = r.fit(buttons, size.Width)
	if r.shown < len(buttons) {
		r.shown = r.fit(buttons, size.Width-buttonGap-more.MinSize().Width)
	}
	for r.shown > 0 && r.commands[r.shown-1] == nil {
		r.shown-- // no separator at the end
	}
	var x float32
	for i, o := range buttons {
		setVisible(o, i < r.shown)
		if i < r.shown {
			o.Move(fyne.NewPos(x, 0))
			o.Resize(fyne.NewSize(o.MinSize().Width, size.Height))
			x += o.MinSize().Width + buttonGap
		}
	}
	setVisible(more, r.shown < len(buttons))
	more.Move(fyne.NewPos(x, 0))
	more.Resize(fyne.NewSize(more.MinSize().Width, size.Height))
}

// fit is how many of the objects find room in a width.
func (r *fittingRow) fit(objects []fyne.CanvasObject, width float32) int {
	var x float32
	for i, o := range objects {
		if x += o.MinSize().Width; x > width {
			return i
		}
		x += buttonGap
	}
	return len(objects)
}
