package grid

import (
	"strings"

	"fyne.io/fyne/v2"
)

// Text sizes, in Fyne units.
const (
	textSize    = 13
	captionSize = 12
	chipSize    = 11
)

const ellipsis = "…"

// ruler fits texts of one size and style into widths. It adds up the widths of single characters, each measured once:
// shaping every text would cost far more than drawing it, and kerning only ever makes a text narrower.
type ruler struct {
	size  float32
	style fyne.TextStyle
	low   [256]float32
	high  map[rune]float32
}

func newRuler(size float32, bold bool) *ruler {
	return &ruler{size: size, style: fyne.TextStyle{Bold: bold}, high: make(map[rune]float32)}
}

func (u *ruler) rune(r rune) float32 {
	if r < 256 {
		if u.low[r] == 0 {
			u.low[r] = fyne.MeasureText(string(r), u.size, u.style).Width
		}
		return u.low[r]
	}
	w, known := u.high[r]
	if !known {
		w = fyne.MeasureText(string(r), u.size, u.style).Width
		u.high[r] = w
	}
	return w
}

// width is an upper bound of a text's width.
func (u *ruler) width(text string) float32 {
	var w float32
	for _, r := range text {
		w += u.rune(r)
	}
	return w
}

// fit is the text on one line, cut with an ellipsis if it is wider than width: at its end, or for fromLeft at its
// start, where a number is least telling.
func (u *ruler) fit(text string, width float32, fromLeft bool) string {
	if text == "" || width <= 0 {
		return ""
	}
	if strings.ContainsAny(text, "\t\r\n") {
		text = flat(text)
	}
	if u.width(text) <= width || fyne.MeasureText(text, u.size, u.style).Width <= width {
		return text
	}
	room := width - u.rune('…')
	if room <= 0 {
		return ""
	}
	runes := []rune(text)
	n := 0
	for ; n < len(runes); n++ {
		r := runes[n]
		if fromLeft {
			r = runes[len(runes)-1-n]
		}
		if room -= u.rune(r); room < 0 {
			break
		}
	}
	if fromLeft {
		return ellipsis + string(runes[len(runes)-n:])
	}
	return strings.TrimRight(string(runes[:n]), " ") + ellipsis
}
