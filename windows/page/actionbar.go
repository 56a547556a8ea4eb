package page

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"campaigndesk/windows/field"
	"campaigndesk/windows/theme"
)

// newActionBar makes the buttons of the page's promoted commands, in their order, a line between their groups.
func newActionBar(w *Window) fyne.CanvasObject {
	promoted := slices.DeleteFunc(slices.Clone(w.content.commands), func(c *command) bool { return !c.promoted })
	if len(promoted) == 0 {
		return space(0, 0)
	}
	look := func(c *command) field.Look {
		if c.primary {
			return field.Primary
		}
		return field.Quiet
	}
	row := w.buttonRow(promoted, look, func(a, b *command) []fyne.CanvasObject {
		if a.group == b.group {
			return nil
		}
		return []fyne.CanvasObject{space(4, 1), rule(), space(4, 1)}
	})
	return column(0, surface(theme.Surface, inset(row, 3, 8)), rule())
}

// menu is the window's main menu: every command with its key, by group.
func (w *Window) menu() *fyne.MainMenu {
	var menus []*fyne.Menu
	for _, group := range groupOrder {
		menu := fyne.NewMenu(w.session.Texts.T(group))
		for _, c := range w.commands() {
			if c.group != group && !(group == groupActions && !standardGroup(c.group)) {
				continue
			}
			menu.Items = append(menu.Items, w.menuItem(c))
		}
		if len(menu.Items) > 0 {
			menus = append(menus, menu)
		}
	}
	return fyne.NewMainMenu(menus...)
}

func standardGroup(group string) bool {
	for _, g := range groupOrder {
		if g == group {
			return true
		}
	}
	return false
}

func (w *Window) menuItem(c *command) *fyne.MenuItem {
	item := fyne.NewMenuItem(w.session.Texts.T(c.caption), func() {
		if len(w.modals) == 0 {
			w.give(c)
		}
	})
	if len(c.keys) > 0 && c.here == nil { // a menu cannot tell which part has the keyboard
		chord := parseChord(c.keys[0])
		item.Shortcut = &desktop.CustomShortcut{KeyName: chord.name, Modifier: chord.mod}
	}
	item.Checked = c.checked != nil && c.checked()
	return item
}
