package field

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"campaigndesk/windows/theme"
)

// Choice is a field for one of a few fixed options, at most twenty or so. A letter chooses the next option that begins
// with it; Space, F4, Alt+Down or a click opens the list, in which Enter, Tab or a click chooses and commits.
type Choice struct {
	control
	options  []string
	text     string
	accepted string
	fault    bool
	left     bool // Leave has been called for the text as it stands
	leaving  bool
	list     *options // open, or nil
}

var (
	_ Widget            = (*Choice)(nil)
	_ fyne.Shortcutable = (*Choice)(nil)
	_ desktop.Keyable   = (*Choice)(nil)
	_ fyne.Tabbable     = (*Choice)(nil)
	_ fyne.Tappable     = (*Choice)(nil)
)

// NewChoice returns a field for one of the options, which are captions in the user's language. Its text is an option.
func NewChoice(options []string, ev Events) *Choice {
	c := &Choice{control: control{ev: ev}, options: options}
	c.ExtendBaseWidget(c)
	return c
}

// SetText shows an option.
func (c *Choice) SetText(text string) {
	c.text, c.accepted, c.fault, c.left = text, text, false, false
	c.Refresh()
}

// Fill shows an option, uncommitted.
func (c *Choice) Fill(text string) {
	c.text, c.fault, c.left = text, false, false
	c.Refresh()
}

// Text is the chosen option.
func (c *Choice) Text() string { return c.text }

// SetFault marks the option as refused.
func (c *Choice) SetFault(fault bool) {
	c.fault = fault
	c.Refresh()
}

// Restore comes back to the last valid option.
func (c *Choice) Restore() {
	c.SetText(c.accepted)
	c.ev.typed(c.text)
}

func (c *Choice) commit() bool {
	if c.left || c.leaving {
		return true
	}
	c.leaving = true
	accepted := c.ev.leave()
	c.leaving = false
	if accepted {
		c.accepted, c.left = c.text, true
	}
	c.SetFault(!accepted)
	return accepted
}

func (c *Choice) open() {
	if c.Disabled() || c.ev.Drop == nil || c.list != nil {
		return
	}
	c.list = newOptions(c.options, c.text, c.Size().Width, c.choose)
	c.ev.Drop(NewShield(c.list))
	c.Refresh()
}

func (c *Choice) close() {
	if c.list != nil {
		c.list = nil
		c.ev.drop(nil)
		c.Refresh()
	}
}

// choose takes an option from the list.
func (c *Choice) choose(option string) bool {
	c.close()
	c.Fill(option)
	c.ev.typed(option)
	return c.commit()
}

// FocusGained belongs to Fyne.
func (c *Choice) FocusGained() {
	c.left = false
	c.gainFocus()
}

// FocusLost belongs to Fyne.
func (c *Choice) FocusLost() {
	c.close()
	c.loseFocus()
	c.commit()
}

// AcceptsTab belongs to Fyne: a refused option keeps the focus.
func (c *Choice) AcceptsTab() bool { return true }

// Tapped belongs to Fyne.
func (c *Choice) Tapped(*fyne.PointEvent) {
	if c.Disabled() {
		return
	}
	takeFocus(c)
	if c.list == nil {
		c.open()
	} else {
		c.close()
	}
}

// TypedRune belongs to Fyne: a letter chooses the next option that begins with it.
func (c *Choice) TypedRune(r rune) {
	if c.Disabled() || r == ' ' {
		return
	}
	if c.list != nil {
		c.list.mark(next(c.options, c.list.marked, r))
		return
	}
	current := -1
	for i, option := range c.options {
		if option == c.text {
			current = i
		}
	}
	if i := next(c.options, current, r); i != current {
		c.Fill(c.options[i])
		c.ev.typed(c.text)
	}
}

// next is the index of the first option after the current one, round and round, that begins with the letter; the current
// one if there is none.
func next(options []string, current int, letter rune) int {
	for n := 1; n <= len(options); n++ {
		i := (current + n) % len(options)
		if strings.HasPrefix(strings.ToLower(options[i]), strings.ToLower(string(letter))) {
			return i
		}
	}
	return current
}

// TypedKey belongs to Fyne.
func (c *Choice) TypedKey(k *fyne.KeyEvent) { c.key(k.Name, c.shift.modifier()) }

// TypedShortcut belongs to Fyne; copying takes the text.
func (c *Choice) TypedShortcut(s fyne.Shortcut) {
	if cp, ok := s.(*fyne.ShortcutCopy); ok {
		cp.Clipboard.SetContent(c.text)
		return
	}
	if name, mod, ok := keysOf(s); ok {
		c.key(name, mod)
	}
}

func (c *Choice) key(name fyne.KeyName, mod fyne.KeyModifier) {
	if c.list != nil && c.listKey(name, mod) || c.ev.before(name, mod) {
		return
	}
	switch {
	case (name == fyne.KeyReturn || name == fyne.KeyEnter) && mod&^fyne.KeyModifierShift == 0:
		if c.commit() {
			c.ev.key(name, mod)
		}
	case name == fyne.KeyTab && mod&^fyne.KeyModifierShift == 0:
		if c.commit() && !c.ev.key(name, mod) {
			moveOn(c, mod)
		}
	case name == fyne.KeySpace && mod == 0, name == fyne.KeyDown && mod == fyne.KeyModifierAlt, name == fyne.KeyF4 && mod == 0:
		c.open()
	case name == fyne.KeyEscape && mod == 0 && (c.fault || c.text != c.accepted):
		c.Restore()
	case len([]rune(string(name))) == 1 && mod&^fyne.KeyModifierShift == 0: // comes as a rune, too
	default:
		c.ev.key(name, mod)
	}
}

// listKey moves in the open list; Tab chooses and goes on.
func (c *Choice) listKey(name fyne.KeyName, mod fyne.KeyModifier) bool {
	switch {
	case name == fyne.KeyEscape, name == fyne.KeyUp && mod == fyne.KeyModifierAlt:
		c.close()
	case name == fyne.KeyReturn, name == fyne.KeyEnter, name == fyne.KeySpace:
		c.choose(c.list.option())
	case name == fyne.KeyTab:
		return !c.choose(c.list.option())
	default:
		return c.list.move(name)
	}
	return true
}

// CreateRenderer belongs to Fyne.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer {
	image := canvas.NewImageFromResource(theme.IconDrop)
	image.FillMode = canvas.ImageFillContain
	r := &choiceRenderer{c: c, frame: newFrame(), text: newText(textSize), icon: image}
	r.Layout(c.Size())
	r.paint()
	return r
}

type choiceRenderer struct {
	c     *Choice
	frame *canvas.Rectangle
	text  *canvas.Text
	icon  *canvas.Image
}

func (r *choiceRenderer) Destroy() {}

func (r *choiceRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.frame, r.text, r.icon}
}

func (r *choiceRenderer) MinSize() fyne.Size {
	return fyne.NewSize(leastWidth+buttonWidth, theme.FieldHeight)
}

func (r *choiceRenderer) Layout(size fyne.Size) {
	placeFrame(r.frame, size)
	r.text.Text = fit(r.c.text, size.Width-2*textInset-buttonWidth, textSize)
	text := r.text.MinSize()
	r.text.Move(fyne.NewPos(textInset, (size.Height-text.Height)/2))
	r.text.Resize(text)
	r.icon.Move(fyne.NewPos(size.Width-buttonWidth+4, (size.Height-14)/2))
	r.icon.Resize(fyne.NewSize(14, 14))
}

func (r *choiceRenderer) Refresh() {
	r.Layout(r.c.Size())
	r.paint()
	canvas.Refresh(r.c)
}

func (r *choiceRenderer) paint() {
	paintFrame(r.frame, r.c.focused, r.c.fault, r.c.Disabled())
	r.text.Color = theme.Color(theme.Text)
	if r.c.Disabled() {
		r.text.Color = theme.Color(theme.Muted)
	}
	r.icon.Hidden = r.c.Disabled()
}
