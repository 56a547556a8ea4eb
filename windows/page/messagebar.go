package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"campaigndesk/windows/theme"
)

// messageBar is the foot of a window: what the page says of its rows, and the message to the user.
type messageBar struct {
	object  fyne.CanvasObject
	status  *canvas.Text
	message *canvas.Text
}

func newMessageBar() *messageBar {
	b := &messageBar{status: words("", theme.Muted, 12, false), message: words("", theme.Text, 12, false)}
	b.object = surface(theme.Bar, inset(row(12, b.status, b.message), 3, 12))
	return b
}

// show puts a message into the bar.
func (b *messageBar) show(text string, tone Tone) {
	b.message.Text, b.message.Color = text, colour(toneColours[tone])
	b.refresh()
}

// take shows the message of another bar, whose window is closed.
func (b *messageBar) take(other *messageBar) {
	if other.message.Text != "" {
		b.message.Text, b.message.Color = other.message.Text, other.message.Color
		b.refresh()
	}
}

// say puts what the page says of its rows into the bar: "4 lines · line 3 not saved yet".
func (b *messageBar) say(text string) {
	b.status.Text, b.status.Color = text, colour(theme.Muted)
	b.refresh()
}

func (b *messageBar) clear() {
	if b.message.Text != "" {
		b.show("", Plain)
	}
}

func (b *messageBar) refresh() {
	b.status.Refresh()
	b.message.Refresh()
	b.object.Refresh()
}
