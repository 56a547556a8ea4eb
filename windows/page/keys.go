package page

import (
	"strings"

	"fyne.io/fyne/v2"
)

// chord is a key with its modifiers, written as in menus: "Ctrl+Shift+F3".
type chord struct {
	name fyne.KeyName
	mod  fyne.KeyModifier
}

var modifiers = []struct {
	word string
	mod  fyne.KeyModifier
}{
	{"Ctrl", fyne.KeyModifierControl}, {"Alt", fyne.KeyModifierAlt}, {"Shift", fyne.KeyModifierShift},
}

// keyNames are the keys that Fyne names otherwise than people do.
var keyNames = map[string]fyne.KeyName{
	"Enter": fyne.KeyReturn, "Esc": fyne.KeyEscape, "Delete": fyne.KeyDelete, "Insert": fyne.KeyInsert, "Up": fyne.KeyUp, "Down": fyne.KeyDown,
	"Left": fyne.KeyLeft, "Right": fyne.KeyRight, "Home": fyne.KeyHome, "End": fyne.KeyEnd, "Tab": fyne.KeyTab, "Space": fyne.KeySpace,
	"PgUp": fyne.KeyPageUp, "PgDn": fyne.KeyPageDown,
}

// parseChord reads a key as written in an action; a fault is a fault of the program.
func parseChord(text string) chord {
	var c chord
	parts := strings.Split(text, "+")
	for _, part := range parts[:len(parts)-1] {
		known := false
		for _, m := range modifiers {
			if m.word == part {
				c.mod |= m.mod
				known = true
			}
		}
		if !known {
			panic("no such modifier in key " + text)
		}
	}
	key := parts[len(parts)-1]
	c.name = fyne.KeyName(key)
	if name, ok := keyNames[key]; ok {
		c.name = name
	}
	return c
}

// is reports whether the pressed key is the chord; both Enter keys are one.
func (c chord) is(name fyne.KeyName, mod fyne.KeyModifier) bool {
	if name == fyne.KeyEnter {
		name = fyne.KeyReturn
	}
	return c.name == name && c.mod == mod
}
