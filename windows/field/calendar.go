package field

import (
	"fmt"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"campaigndesk/app/text"
	"campaigndesk/data"
	"campaigndesk/windows/theme"
)

// calendar shows the month of a day, Monday first, with ISO week numbers. It never has the focus: its date field hands it
// the keys.
type calendar struct {
	widget.BaseWidget
	texts  *text.Catalogue
	day    data.Date // marked
	today  data.Date
	weeks  bool   // week numbers are shown
	chosen func() // the marked day has been clicked
}

var _ fyne.Tappable = (*calendar)(nil)

func newCalendar(texts *text.Catalogue, day, today data.Date, chosen func()) *calendar {
	c := &calendar{texts: texts, day: day, today: today, weeks: true, chosen: chosen}
	c.ExtendBaseWidget(c)
	return c
}

// goTo marks a day, unless it lies outside the program's calendar.
func (c *calendar) goTo(day data.Date) {
	if day >= data.FirstDate && day <= data.LastDate && len(day) == len(data.LastDate) {
		c.day = day
		c.Refresh()
	}
}

func (c *calendar) showWeeks(shown bool) {
	c.weeks = shown
	c.Refresh()
}

// move marks another day by key; false when the key does not move.
func (c *calendar) move(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyLeft:
		c.goTo(c.day.AddDays(-1))
	case fyne.KeyRight:
		c.goTo(c.day.AddDays(1))
	case fyne.KeyUp:
		c.goTo(c.day.AddDays(-7))
	case fyne.KeyDown:
		c.goTo(c.day.AddDays(7))
	case fyne.KeyPageUp:
		c.goTo(c.sameDay(-1))
	case fyne.KeyPageDown:
		c.goTo(c.sameDay(1))
	case fyne.KeyHome:
		c.goTo(c.day.AddDays(1 - c.day.Time().Day()))
	case fyne.KeyEnd:
		c.goTo(c.lastOfMonth(c.day.Time()))
	default:
		return false
	}
	return true
}

func (c *calendar) lastOfMonth(t time.Time) data.Date {
	return data.DateOf(time.Date(t.Year(), t.Month()+1, 0, 0, 0, 0, 0, time.UTC))
}

// sameDay is the marked day some months later, or the last of that month if it has no such day.
func (c *calendar) sameDay(months int) data.Date {
	t := c.day.Time()
	first := time.Date(t.Year(), t.Month()+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	return min(data.DateOf(first).AddDays(t.Day()-1), c.lastOfMonth(first))
}

// firstShown is the Monday on or before the first of the month.
func (c *calendar) firstShown() data.Date {
	first := c.day.AddDays(1 - c.day.Time().Day())
	return first.AddDays(-(int(first.Time().Weekday()) + 6) % 7)
}

const (
	calendarRows = 6
	cellWidth    = 32
	cellHeight   = 24
	calendarEdge = 4
)

// Tapped belongs to Fyne: a click on a day chooses it, one on an arrow turns the page.
func (c *calendar) Tapped(e *fyne.PointEvent) {
	column, row := int((e.Position.X-calendarEdge)/cellWidth), int((e.Position.Y-calendarEdge)/cellHeight)
	switch {
	case row == 0 && column == 0:
		c.goTo(c.sameDay(-1))
	case row == 0 && column == 7:
		c.goTo(c.sameDay(1))
	case row >= 2 && row < 2+calendarRows && column >= 1 && column <= 7:
		day := c.firstShown().AddDays(7*(row-2) + column - 1)
		if c.goTo(day); c.day == day {
			c.chosen()
		}
	}
}

// CreateRenderer belongs to Fyne.
func (c *calendar) CreateRenderer() fyne.WidgetRenderer {
	r := &calendarRenderer{c: c, frame: newFrame(), mark: newFrame(), today: newFrame()}
	r.objects = []fyne.CanvasObject{r.frame, r.mark, r.today}
	text := func(column, row, columns int) *canvas.Text {
		t := newText(textSize)
		t.Alignment = fyne.TextAlignCenter
		height := t.MinSize().Height
		t.Move(fyne.NewPos(calendarEdge+float32(column*cellWidth), calendarEdge+float32(row*cellHeight)+(cellHeight-height)/2))
		t.Resize(fyne.NewSize(float32(columns*cellWidth), height))
		r.objects = append(r.objects, t)
		return t
	}
	r.back, r.title, r.forth = text(0, 0, 1), text(1, 0, 6), text(7, 0, 1)
	r.back.Text, r.forth.Text, r.title.TextStyle.Bold = "‹", "›", true
	for column := range 8 {
		r.heads[column] = text(column, 1, 1)
		for row := range calendarRows {
			r.cells[row][column] = text(column, row+2, 1)
		}
	}
	r.paint()
	return r
}

type calendarRenderer struct {
	c                  *calendar
	frame, mark, today *canvas.Rectangle
	back, title, forth *canvas.Text
	heads              [8]*canvas.Text               // of the weeks and the days
	cells              [calendarRows][8]*canvas.Text // week numbers and days
	objects            []fyne.CanvasObject
}

func (r *calendarRenderer) Destroy() {}

func (r *calendarRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *calendarRenderer) MinSize() fyne.Size {
	return fyne.NewSize(8*cellWidth+2*calendarEdge, (2+calendarRows)*cellHeight+2*calendarEdge)
}

func (r *calendarRenderer) Layout(size fyne.Size) { r.frame.Resize(size) }

func (r *calendarRenderer) Refresh() {
	r.paint()
	canvas.Refresh(r.c)
}

func (r *calendarRenderer) paint() {
	c := r.c
	plain, muted, accent := theme.Color(theme.Text), theme.Color(theme.Muted), theme.Color(theme.Accent)
	paintFrame(r.frame, false, false, false)
	r.mark.FillColor = theme.Color(theme.AccentSoft)
	r.today.StrokeColor, r.today.StrokeWidth, r.today.Hidden = accent, 1, true
	r.back.Color, r.forth.Color, r.title.Color = accent, accent, plain
	month := c.day.Time()
	r.title.Text = fmt.Sprintf("%s %d", c.texts.T(fmt.Sprintf("month-%d", month.Month())), month.Year())
	for column, head := range r.heads {
		head.Color, head.TextSize = muted, theme.SmallText
		if column == 0 {
			head.Text, head.Hidden = c.texts.T("week-short"), !c.weeks
		} else {
			head.Text = c.texts.T(fmt.Sprintf("weekday-short-%d", column))
		}
	}
	day := c.firstShown()
	for _, cells := range r.cells {
		_, week := day.Time().ISOWeek()
		cells[0].Text, cells[0].Color, cells[0].TextSize, cells[0].Hidden = strconv.Itoa(week), muted, theme.SmallText, !c.weeks
		for _, cell := range cells[1:] {
			t := day.Time()
			cell.Text, cell.Color = strconv.Itoa(t.Day()), plain
			if t.Month() != month.Month() {
				cell.Color = muted
			}
			if day == c.day {
				around(r.mark, cell)
			}
			if day == c.today {
				around(r.today, cell)
				r.today.Hidden = false
			}
			day = day.AddDays(1)
		}
	}
}

// around places a box on the cell of a text.
func around(box *canvas.Rectangle, cell *canvas.Text) {
	box.Move(fyne.NewPos(cell.Position().X+1, cell.Position().Y-(cellHeight-cell.Size().Height)/2+1))
	box.Resize(fyne.NewSize(cellWidth-2, cellHeight-2))
}
