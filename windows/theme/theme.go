// Package theme is the look of the program: quiet, dense, light or dark. Its colours have names of their own (desk.…)
// beside Fyne's, which they also feed, so that stock widgets fit in.
package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	stock "fyne.io/fyne/v2/theme"
)

// Sizes of the program that Fyne's theme has no name for, in device-independent units.
const (
	FieldHeight float32 = 26 // an entry field, a button
	RowHeight   float32 = 22 // a line of a list; also of a drop-down
	SmallText   float32 = 11 // chips, readings, summaries
	Corner      float32 = 3  // radius of fields, buttons and cards
)

// Theme is one of the two variants. Which one is the user's setting, so the variant Fyne passes is ignored.
type Theme struct{ dark bool }

var _ fyne.Theme = Theme{}

// New returns the light or the dark theme.
func New(dark bool) Theme { return Theme{dark} }

// Color returns a colour of the theme in force, so that widgets of our own can be drawn with it.
func Color(name fyne.ThemeColorName) color.Color {
	settings := fyne.CurrentApp().Settings()
	return settings.Theme().Color(name, settings.ThemeVariant())
}

// Color returns the colour of a name, ours or Fyne's.
func (t Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	palette, variant := lightPalette, stock.VariantLight
	if t.dark {
		palette, variant = darkPalette, stock.VariantDark
	}
	if ours, ok := fromStock[name]; ok {
		name = ours
	}
	if c, ok := palette[name]; ok {
		return c
	}
	return stock.DefaultTheme().Color(name, variant)
}

// Font returns Fyne's own font, whose figures are all equally wide.
func (t Theme) Font(style fyne.TextStyle) fyne.Resource { return stock.DefaultTheme().Font(style) }

// Icon returns Fyne's icons; ours are in this package.
func (t Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return stock.DefaultTheme().Icon(name) }

// Size returns the sizes of a dense business program.
func (t Theme) Size(name fyne.ThemeSizeName) float32 {
	if size, ok := sizes[name]; ok {
		return size
	}
	return stock.DefaultTheme().Size(name)
}

var sizes = map[fyne.ThemeSizeName]float32{
	stock.SizeNameText:            13,
	stock.SizeNameCaptionText:     SmallText,
	stock.SizeNameHeadingText:     20,
	stock.SizeNameSubHeadingText:  15,
	stock.SizeNamePadding:         3,
	stock.SizeNameInnerPadding:    4,
	stock.SizeNameLineSpacing:     3,
	stock.SizeNameInlineIcon:      16,
	stock.SizeNameInputRadius:     Corner,
	stock.SizeNameSelectionRadius: Corner,
	stock.SizeNameScrollBar:       11,
	stock.SizeNameScrollBarSmall:  5,
}
