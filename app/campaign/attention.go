package campaign

import (
	"campaigndesk/app"
	"campaigndesk/data"
)

// Readiness is what an activation would find, in figures for the campaign card. It is read at every look at a campaign and
// therefore counts; [Try] says which rows and for whom.
type Readiness struct {
	Rows, Targets     int
	Entering, Leaving int // between target group and plan, while activated
	Conflicts         int // prices that meet one of another activated campaign
	BelowCost         int
	AboveList         int
	ZeroPrice         int
}

// Check counts what an activation would find.
func Check(s *app.Session, c data.Campaign) (r Readiness, err error) {
	rows, err := Rows(s, c.No)
	if err != nil {
		return r, err
	}
	r.Rows = len(rows)
	for _, row := range rows {
		switch {
		case row.zero():
			r.ZeroPrice++
		case row.belowCost():
			r.BelowCost++
		case row.aboveList():
			r.AboveList++
		}
	}
	customers, contacts, err := data.TargetCounts(s.DB, c.No)
	if err != nil {
		return r, err
	}
	drift, err := data.DriftOf(s.DB, c.No)
	if err != nil {
		return r, err
	}
	r.Targets = customers + contacts + drift.Entering - drift.Leaving
	if c.Activated {
		r.Entering, r.Leaving = drift.Entering, drift.Leaving
	}
	r.Conflicts, err = data.ConflictingPrices(s.DB, c.No)
	return r, err
}

// Attention is something about a campaign that should be looked at before a customer does.
type Attention struct {
	CampaignNo data.CampaignNo
	Fault
}

// Home has to open at once: it looks into a number of campaigns, those that end first, and stops when these had many rows.
const (
	attended     = 20
	attendedRows = 2000
)

// NeedsAttention lists what is probably not meant about campaigns that are not over, and campaigns that are over and still
// activated.
func NeedsAttention(s *app.Session) ([]Attention, error) {
	over, err := data.Campaigns.First(s.DB, data.View{Fixed: []data.Cond{data.Activated(), data.Before("ending_date", s.WorkDate)}}, attended)
	if err != nil {
		return nil, err
	}
	campaigns, err := data.Campaigns.First(s.DB, NotOver(s.WorkDate), attended)
	if err != nil {
		return nil, err
	}
	var found []Attention
	for _, c := range over {
		found = append(found, Attention{c.No, Fault{Kind: data.Msg("fault-over"), Text: data.Msg("campaign-over", c.No, c.EndingDate)}})
	}
	rows := 0
	for _, c := range campaigns {
		r, err := Check(s, c)
		if err != nil {
			return nil, err
		}
		for _, f := range []struct {
			n    int
			kind string
			text data.Message
			bad  bool
		}{
			{r.Entering + r.Leaving, "fault-drift", data.Msg("fault-drift-text", r.Entering, r.Leaving), false},
			{r.Conflicts, "fault-conflict", data.Msg("attention-conflicts", r.Conflicts, c.Description), true},
			{r.BelowCost, "fault-below-cost", data.Msg("attention-below-cost", r.BelowCost, c.Description), true},
			{r.ZeroPrice, "fault-zero", data.Msg("attention-zero", r.ZeroPrice, c.Description), true},
			{r.AboveList, "fault-above-list", data.Msg("attention-above-list", r.AboveList, c.Description), false},
		} {
			if f.n > 0 {
				found = append(found, Attention{c.No, Fault{data.Msg(f.kind), f.text, f.bad}})
			}
		}
		if rows += r.Rows; rows > attendedRows {
			break
		}
	}
	return found, nil
}
