package pagetest

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"campaigndesk/windows/theme"
)

// What the contract calls a fault, so that it is known to be able to fail.
func TestOverflowsAreFound(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(false))
	text := func(x, width float32) fyne.CanvasObject {
		c := canvas.NewText("Sales Line Discounts", theme.Color(theme.Text))
		c.Move(fyne.NewPos(x, 10))
		c.Resize(fyne.NewSize(width, 20))
		return c
	}
	for _, c := range []struct {
		name   string
		object fyne.CanvasObject
		fault  string // blank: none
	}{
		{"a text in its place", text(10, 200), ""},
		{"a text too long for its place", text(10, 60), "Sales Line Discounts"},
		{"a text that begins too far right", text(250, 200), "Sales Line Discounts"},
		{"a text in a scroller that is not scrolled to it", container.NewHScroll(container.NewHBox(text(0, 200), text(0, 200), text(0, 200))), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			holder := container.NewWithoutLayout(c.object)
			holder.Resize(fyne.NewSize(300, 100))
			if _, scrolls := c.object.(*container.Scroll); scrolls {
				c.object.Resize(holder.Size())
			}
			var found []string
			overflows(holder, fyne.Position{}, place{size: holder.Size()}, &found)
			if got := strings.Join(found, "\n"); (c.fault == "") != (got == "") || !strings.Contains(got, c.fault) {
				t.Errorf("found %q, want %q", got, c.fault)
			}
		})
	}
}
