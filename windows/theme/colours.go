package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	stock "fyne.io/fyne/v2/theme"
)

// The colours of the program. Text stands on Background, Surface, Zebra, Bar or AccentSoft; a state's text also on its chip.
const (
	Background  fyne.ThemeColorName = "desk.background"  // behind everything
	Surface     fyne.ThemeColorName = "desk.surface"     // cards, lists, fields
	Zebra       fyne.ThemeColorName = "desk.zebra"       // every second line of a list
	Bar         fyne.ThemeColorName = "desk.bar"         // the message bar at the foot
	Line        fyne.ThemeColorName = "desk.line"        // borders and rules
	Text        fyne.ThemeColorName = "desk.text"        // what is read
	Muted       fyne.ThemeColorName = "desk.muted"       // captions, readings, what cannot be changed
	Accent      fyne.ThemeColorName = "desk.accent"      // focus, links, the primary action
	AccentSoft  fyne.ThemeColorName = "desk.accentSoft"  // the selected line
	OnAccent    fyne.ThemeColorName = "desk.onAccent"    // text on Accent
	Selection   fyne.ThemeColorName = "desk.selection"   // selected characters
	Hover       fyne.ThemeColorName = "desk.hover"       // under the pointer
	Thumb       fyne.ThemeColorName = "desk.thumb"       // of a scroll bar
	Nav         fyne.ThemeColorName = "desk.nav"         // the navigation bar
	NavText     fyne.ThemeColorName = "desk.navText"     // text on Nav, NavSelected and NavBadge
	NavMuted    fyne.ThemeColorName = "desk.navMuted"    // headings on Nav
	NavSelected fyne.ThemeColorName = "desk.navSelected" // the chosen entry of the navigation bar
	NavBadge    fyne.ThemeColorName = "desk.navBadge"    // counts in the navigation bar
	Good        fyne.ThemeColorName = "desk.good"
	Warning     fyne.ThemeColorName = "desk.warning"
	Bad         fyne.ThemeColorName = "desk.bad"
	ChipGood    fyne.ThemeColorName = "desk.chipGood"
	ChipWarning fyne.ThemeColorName = "desk.chipWarning"
	ChipBad     fyne.ThemeColorName = "desk.chipBad"
	ChipPlain   fyne.ThemeColorName = "desk.chipPlain" // for states that are neither; its text is Muted
)

// Shade lies over a window while a dialog is open, in both variants.
var Shade = rgba(0x0D2429, 0x66)

// Muted, good and warning of the light variant are a little darker than first drawn, to keep the contrast of 4.5:1 on
// every ground they stand on.
var lightPalette = map[fyne.ThemeColorName]color.Color{
	Background: rgb(0xF4F6F8), Surface: rgb(0xFFFFFF), Zebra: rgb(0xF8FAFB), Bar: rgb(0xE7EBEF), Line: rgb(0xDCE1E7),
	Text: rgb(0x1E2A36), Muted: rgb(0x5F6B78),
	Accent: rgb(0x0B6E75), AccentSoft: rgb(0xE3F1F2), OnAccent: rgb(0xFFFFFF), Selection: rgb(0xB5DADD), Hover: rgba(0x0B6E75, 0x14), Thumb: rgba(0x5F6B78, 0x80),
	Nav: rgb(0x12343B), NavText: rgb(0xCFE0E2), NavMuted: rgb(0x8FA9AC), NavSelected: rgb(0x0B666C), NavBadge: rgb(0x1F4A52),
	Good: rgb(0x27734A), Warning: rgb(0x8F5500), Bad: rgb(0xB3382C),
	ChipGood: rgb(0xE5EEE9), ChipWarning: rgb(0xF7EEDF), ChipBad: rgb(0xF6E7E6), ChipPlain: rgb(0xECEDEF),
}

var darkPalette = map[fyne.ThemeColorName]color.Color{
	Background: rgb(0x161B20), Surface: rgb(0x1E252B), Zebra: rgb(0x222A31), Bar: rgb(0x252D34), Line: rgb(0x323B44),
	Text: rgb(0xE6EBEF), Muted: rgb(0x97A3AF),
	Accent: rgb(0x3FB5BD), AccentSoft: rgb(0x173A3D), OnAccent: rgb(0x0D2429), Selection: rgb(0x1F5A5F), Hover: rgba(0x3FB5BD, 0x1C), Thumb: rgba(0x97A3AF, 0x80),
	Nav: rgb(0x0D2429), NavText: rgb(0xCFE0E2), NavMuted: rgb(0x8FA9AC), NavSelected: rgb(0x17565B), NavBadge: rgb(0x1B4148),
	Good: rgb(0x63C28C), Warning: rgb(0xE2A44A), Bad: rgb(0xEF8479),
	ChipGood: rgb(0x263837), ChipWarning: rgb(0x36342F), ChipBad: rgb(0x373034), ChipPlain: rgb(0x2C343B),
}

// fromStock says which of our colours Fyne's widgets use.
var fromStock = map[fyne.ThemeColorName]fyne.ThemeColorName{
	stock.ColorNameBackground:          Background,
	stock.ColorNameButton:              Surface,
	stock.ColorNameDisabled:            Muted,
	stock.ColorNameDisabledButton:      Background,
	stock.ColorNameError:               Bad,
	stock.ColorNameFocus:               Hover,
	stock.ColorNameForeground:          Text,
	stock.ColorNameForegroundOnPrimary: OnAccent,
	stock.ColorNameHeaderBackground:    Surface,
	stock.ColorNameHover:               Hover,
	stock.ColorNameHyperlink:           Accent,
	stock.ColorNameInputBackground:     Surface,
	stock.ColorNameInputBorder:         Line,
	stock.ColorNameMenuBackground:      Surface,
	stock.ColorNameOverlayBackground:   Surface,
	stock.ColorNamePlaceHolder:         Muted,
	stock.ColorNamePressed:             Hover,
	stock.ColorNamePrimary:             Accent,
	stock.ColorNameScrollBar:           Thumb,
	stock.ColorNameSelection:           Selection,
	stock.ColorNameSeparator:           Line,
	stock.ColorNameSuccess:             Good,
	stock.ColorNameWarning:             Warning,
}

func rgb(hex uint32) color.Color { return rgba(hex, 0xFF) }

func rgba(hex uint32, alpha uint8) color.Color {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: alpha}
}
