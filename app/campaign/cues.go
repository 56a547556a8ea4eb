package campaign

import (
	"time"

	"campaigndesk/app"
	"campaigndesk/data"
)

// Cues are the figures on Home.
type Cues struct {
	Active         int // activated and within their dates
	EndingThisWeek int // ending date from the work date to the Sunday after it
	QuotesOpen     int

	Attended  bool         // what follows is known
	Drifting  []data.Drift // activated campaigns whose target group is not what segments and interactions say (OQ-2)
	Attention []Attention  // what is probably not meant
}

// CuesOf counts what Home shows for a work date.
func CuesOf(r data.Reader, workDate data.Date) (c Cues, err error) {
	if c.Active, err = data.Campaigns.Count(r, ActiveOn(workDate)); err != nil {
		return c, err
	}
	if c.EndingThisWeek, err = data.Campaigns.Count(r, EndingInWeekOf(workDate)); err != nil {
		return c, err
	}
	c.QuotesOpen, err = data.QuoteHeaders.Count(r, data.View{Fixed: []data.Cond{data.Equal("status", data.QuoteOpen)}})
	return c, err
}

// Attend completes the figures with what takes longer to find: drift, and what needs attention.
func (c Cues) Attend(s *app.Session) (Cues, error) {
	var err error
	if c.Drifting, err = data.Drifting(s.DB); err != nil {
		return c, err
	}
	c.Attention, err = NeedsAttention(s)
	c.Attended = true
	return c, err
}

// ActiveOn shows the campaigns that are activated and within their dates on a day.
func ActiveOn(day data.Date) data.View {
	return data.View{Fixed: []data.Cond{data.Activated(), data.Between("starting_date", "ending_date", day)}}
}

// EndingInWeekOf shows the campaigns that end between a day and the Sunday after it.
func EndingInWeekOf(day data.Date) data.View {
	toSunday := (7 - int(day.Time().Weekday()-time.Sunday)) % 7
	return data.View{Fixed: []data.Cond{data.EndingBetween(day, day.AddDays(toSunday))}}
}

// NotOver are the campaigns that have not ended before a day, those that end first on top.
func NotOver(day data.Date) data.View {
	return data.View{Fixed: []data.Cond{data.NotBefore("ending_date", day)}, Sort: "ending_date"}
}
