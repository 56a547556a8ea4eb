package grid

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// frame is a rectangular border made of four filled strips. Fyne's stroked rectangles would do, but where a clip cuts
// them they are soft at the edges, and its software painter shifts them.
type frame [4]*canvas.Rectangle

func newFrame() frame {
	var f frame
	for i := range f {
		f[i] = canvas.NewRectangle(nil)
	}
	return f
}

// place draws the border inside the given bounds.
func (f frame) place(c color.Color, x, y, w, h, thick float32) {
	put(f[0], c, x, y, w, thick)
	put(f[1], c, x, y+h-thick, w, thick)
	put(f[2], c, x, y+thick, thick, h-2*thick)
	put(f[3], c, x+w-thick, y+thick, thick, h-2*thick)
}

func (f frame) hide(hidden bool) {
	for _, r := range f {
		r.Hidden = hidden
	}
}

func (f frame) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{f[0], f[1], f[2], f[3]}
}
