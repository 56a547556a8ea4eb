package grid

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The theme colours of Campaign Desk that the grid uses. Under another theme each falls back to one that every theme
// has.
const (
	nameSurface    fyne.ThemeColorName = "desk.surface"
	nameLine       fyne.ThemeColorName = "desk.line"
	nameText       fyne.ThemeColorName = "desk.text"
	nameMuted      fyne.ThemeColorName = "desk.muted"
	nameAccent     fyne.ThemeColorName = "desk.accent"
	nameAccentSoft fyne.ThemeColorName = "desk.accentSoft"
	nameGood       fyne.ThemeColorName = "desk.good"
	nameWarning    fyne.ThemeColorName = "desk.warning"
	nameBad        fyne.ThemeColorName = "desk.bad"
	nameZebra      fyne.ThemeColorName = "desk.zebra"

	nameChipGood    fyne.ThemeColorName = "desk.chipGood"
	nameChipWarning fyne.ThemeColorName = "desk.chipWarning"
	nameChipBad     fyne.ThemeColorName = "desk.chipBad"
	nameChipPlain   fyne.ThemeColorName = "desk.chipPlain"
)

// colours are asked of the theme once per refresh.
type colours struct {
	surface, line, zebra, accent, accentSoft, input color.Color

	tone [Link + 1]color.Color // of a text
	tint [Link + 1]color.Color // of what stands behind it in a chip
}

func readColours() colours {
	settings := fyne.CurrentApp().Settings()
	th, variant := settings.Theme(), settings.ThemeVariant()
	known := func(name fyne.ThemeColorName) color.Color {
		c := th.Color(name, variant)
		if c == nil {
			return nil
		}
		if _, _, _, a := c.RGBA(); a == 0 {
			return nil
		}
		return c
	}
	ask := func(name, otherwise fyne.ThemeColorName) color.Color {
		if c := known(name); c != nil {
			return c
		}
		return th.Color(otherwise, variant)
	}
	c := colours{
		surface:    ask(nameSurface, theme.ColorNameBackground),
		line:       ask(nameLine, theme.ColorNameSeparator),
		zebra:      ask(nameZebra, theme.ColorNameBackground),
		accent:     ask(nameAccent, theme.ColorNamePrimary),
		accentSoft: ask(nameAccentSoft, theme.ColorNameSelection),
		input:      th.Color(theme.ColorNameInputBackground, variant),
	}
	c.tone = [...]color.Color{
		Plain:   ask(nameText, theme.ColorNameForeground),
		Muted:   ask(nameMuted, theme.ColorNamePlaceHolder),
		Good:    ask(nameGood, theme.ColorNameSuccess),
		Warning: ask(nameWarning, theme.ColorNameWarning),
		Bad:     ask(nameBad, theme.ColorNameError),
		Link:    c.accent,
	}
	chips := [...]fyne.ThemeColorName{
		Plain: nameChipPlain, Muted: nameChipPlain, Good: nameChipGood, Warning: nameChipWarning, Bad: nameChipBad,
		Link: nameChipPlain,
	}
	for t, name := range chips {
		if c.tint[t] = known(name); c.tint[t] == nil {
			c.tint[t] = thin(c.tone[max(Tone(t), Muted)], 0.12)
		}
	}
	return c
}

// thin is a colour with only a part of its opacity.
func thin(c color.Color, part float64) color.Color {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	n.A = uint8(float64(n.A) * part)
	return n
}
