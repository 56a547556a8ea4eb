package pagetest

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Press presses keys such as "F2", "Tab", "Shift+Tab", "Ctrl+F9", handing them out as Fyne's desktop driver does: a menu
// first, then the focused widget, then the window.
func (p *Page) Press(keys ...string) *Page {
	p.t.Helper()
	for _, k := range keys {
		parts := strings.Split(k, "+")
		held := parts[:len(parts)-1]
		for _, m := range held {
			if _, ok := modifiers[m]; !ok {
				p.t.Fatalf("no such modifier: %s", k)
			}
			p.held |= modifiers[m].mod
			p.down(modifiers[m].key)
		}
		name := fyne.KeyName(parts[len(parts)-1])
		if n, ok := names[string(name)]; ok {
			name = n
		}
		p.down(name)
		p.stroke(name)
		p.up(name)
		for _, m := range held {
			p.held &^= modifiers[m].mod
			p.up(modifiers[m].key)
		}
	}
	return p
}

// Type types characters into what has the keyboard. Each arrives as a key first, as from the desktop driver.
func (p *Page) Type(text string) *Page {
	p.t.Helper()
	for _, r := range text {
		focused := p.canvas().Focused()
		if focused == nil {
			p.t.Fatalf("typing %q, but nothing has the keyboard", text)
		}
		name := fyne.KeyName(strings.ToUpper(string(r)))
		if r == ' ' {
			name = fyne.KeySpace
		}
		focused.TypedKey(&fyne.KeyEvent{Name: name})
		if focused = p.canvas().Focused(); focused != nil {
			focused.TypedRune(r)
		}
	}
	return p
}

var modifiers = map[string]struct {
	mod fyne.KeyModifier
	key fyne.KeyName
}{
	"Shift": {fyne.KeyModifierShift, desktop.KeyShiftLeft},
	"Ctrl":  {fyne.KeyModifierControl, desktop.KeyControlLeft},
	"Alt":   {fyne.KeyModifierAlt, desktop.KeyAltLeft},
}

// names are the keys that Fyne names otherwise than people do.
var names = map[string]fyne.KeyName{"Enter": fyne.KeyReturn, "Esc": fyne.KeyEscape, "PgUp": fyne.KeyPageUp, "PgDn": fyne.KeyPageDown, "Backspace": fyne.KeyBackspace}

func (p *Page) down(name fyne.KeyName) {
	if k, ok := p.canvas().Focused().(desktop.Keyable); ok {
		k.KeyDown(&fyne.KeyEvent{Name: name})
	}
}

func (p *Page) up(name fyne.KeyName) {
	if k, ok := p.canvas().Focused().(desktop.Keyable); ok {
		k.KeyUp(&fyne.KeyEvent{Name: name})
	}
}

// stroke is what the driver does with a key once KeyDown has been told.
func (p *Page) stroke(name fyne.KeyName) {
	c := p.canvas()
	if name == fyne.KeyTab && p.held&^fyne.KeyModifierShift == 0 {
		if t, ok := c.Focused().(fyne.Tabbable); !ok || !t.AcceptsTab() {
			if p.held == 0 {
				c.FocusNext()
			} else {
				c.FocusPrevious()
			}
			return
		}
	}
	if s := p.shortcut(name); s != nil {
		p.give(s)
		return
	}
	if focused := c.Focused(); focused != nil {
		focused.TypedKey(&fyne.KeyEvent{Name: name})
		if focused = c.Focused(); focused != nil && p.held == 0 && len(name) == 1 && unicode.IsLetter(rune(name[0])) {
			focused.TypedRune(unicode.ToLower(rune(name[0])))
		}
	} else if typed := c.OnTypedKey(); typed != nil {
		typed(&fyne.KeyEvent{Name: name})
	}
}

// give hands out a shortcut.
func (p *Page) give(s fyne.Shortcut) {
	for _, menu := range p.w.Fyne().MainMenu().Items {
		for _, item := range menu.Items {
			if item.Shortcut != nil && item.Shortcut.ShortcutName() == s.ShortcutName() {
				item.Action()
				return
			}
		}
	}
	if f, ok := p.canvas().Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(s)
		return
	}
	if c, ok := p.canvas().(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// shortcut is the shortcut that the driver makes of a key with what is held, nil if it makes none.
func (p *Page) shortcut(name fyne.KeyName) fyne.Shortcut {
	clipboard := fyne.CurrentApp().Clipboard()
	switch p.held {
	case fyne.KeyModifierControl:
		switch name {
		case fyne.KeyZ:
			return &fyne.ShortcutUndo{}
		case fyne.KeyY:
			return &fyne.ShortcutRedo{}
		case fyne.KeyV:
			return &fyne.ShortcutPaste{Clipboard: clipboard}
		case fyne.KeyC, fyne.KeyInsert:
			return &fyne.ShortcutCopy{Clipboard: clipboard}
		case fyne.KeyX:
			return &fyne.ShortcutCut{Clipboard: clipboard}
		case fyne.KeyA:
			return &fyne.ShortcutSelectAll{}
		}
	case fyne.KeyModifierShift:
		switch name {
		case fyne.KeyInsert:
			return &fyne.ShortcutPaste{Clipboard: clipboard}
		case fyne.KeyDelete:
			return &fyne.ShortcutCut{Clipboard: clipboard}
		}
	}
	if p.held&^fyne.KeyModifierShift == 0 {
		return nil
	}
	return &desktop.CustomShortcut{KeyName: name, Modifier: p.held}
}
