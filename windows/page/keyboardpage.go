package page

import "strings"

// keyLine is one line of the keyboard page.
type keyLine struct{ where, keys, does, help string }

// ownKeys are the keys that fields and lists handle themselves, with the catalogue key of what they do.
var ownKeys = []struct{ where, keys, does string }{
	{"keys-fields", "Tab, Enter", "key-next-field"},
	{"keys-fields", "Shift+Tab", "key-previous-field"},
	{"keys-fields", "F2", "key-whole-or-end"},
	{"keys-fields", "Alt+Down", "key-drop-down"},
	{"keys-fields", "F4", "key-lookup-list"},
	{"keys-fields", "Alt+Right, Shift+F4", "key-assist"},
	{"keys-fields", "Esc", "key-restore"},
	{"keys-fields", "Ctrl+1 … Ctrl+9", "key-fasttab"},
	{"keys-lists", "Enter", "key-open-row"},
	{"keys-lists", "PgUp, PgDn, Home, End", "key-page"},
	{"keys-lists", "Ctrl+Home, Ctrl+End", "key-first-last"},
	{"keys-lists", "Shift+Up, Shift+Down, Ctrl+Space", "key-mark"},
	{"keys-lists", "Shift+F10", "key-menu"},
	{"keys-worksheets", "F2", "key-edit-cell"},
	{"keys-worksheets", "F8", "key-copy-above"},
	{"keys-worksheets", "Delete", "key-clear-cell"},
	{"keys-worksheets", "Ctrl+V", "key-paste"},
	{"keys-worksheets", "Ctrl+Tab", "key-leave-list"},
}

// keyboardPage lists every key of a window with what it does, from the same commands that carry the keys out (UI-84).
func keyboardPage(w *Window) Page {
	t, title := w.session.Texts, w.content.title()
	var lines []keyLine
	for _, c := range w.commands() {
		if len(c.keys) > 0 {
			lines = append(lines, keyLine{t.T(c.group), strings.Join(c.keys, ", "), t.T(c.caption), t.T(c.caption + "-help")})
		}
	}
	for _, k := range ownKeys {
		lines = append(lines, keyLine{where: t.T(k.where), keys: k.keys, does: t.T(k.does)})
	}
	return &List[keyLine]{
		Name:    "keyboard",
		Title:   func() string { return title },
		Session: w.session,
		Rows:    func() ([]keyLine, error) { return lines, nil },
		Fields: Fields[keyLine]{
			Calc("key-where", func(k *keyLine) string { return k.where }).Width(22),
			Calc("key", func(k *keyLine) string { return k.keys }).Width(26),
			Calc("key-does", func(k *keyLine) string { return k.does }).Width(34),
			Calc("key-help", func(k *keyLine) string { return k.help }).Width(80),
		},
	}
}
