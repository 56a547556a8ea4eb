package campaign

import (
	"campaigndesk/app"
	"campaigndesk/data"
)

// Readiness is what an activation would find, in figures for the campaign card.
type Readiness struct {
	Rows, Targets                              int
	Entering, Leaving                          int // between target group and plan
	Conflicts, BelowCost, AboveList, ZeroPrice int
}

// Check sums up what an activation would find.
func Check(s *app.Session, no data.CampaignNo) (Readiness, error) {
	run, err := Try(s, no, Aligning)
	if err != nil {
		return Readiness{}, err
	}
	rows, err := Rows(s, no)
	if err != nil {
		return Readiness{}, err
	}
	r := Readiness{Rows: len(rows), Targets: run.Staying + len(run.Entering)}
	if run.Campaign.Activated {
		r.Entering, r.Leaving = len(run.Entering), len(run.Leaving)
	}
	for _, f := range run.Faults {
		switch f.Kind.Key {
		case "fault-conflict":
			r.Conflicts++
		case "fault-below-cost":
			r.BelowCost++
		case "fault-above-list":
			r.AboveList++
		case "fault-zero":
			r.ZeroPrice++
		}
	}
	return r, nil
}

// Attention is something about a campaign that should be looked at before a customer does.
type Attention struct {
	CampaignNo data.CampaignNo
	Fault
}

// attended bounds how many campaigns are looked into; Home has to open at once.
const attended = 20

// NeedsAttention lists what is probably not meant about campaigns that are not over and either activated or soon to be, and
// campaigns that are over and still activated.
func NeedsAttention(s *app.Session) ([]Attention, error) {
	campaigns, err := data.Campaigns.First(s.DB, NotOver(s.WorkDate), attended)
	if err != nil {
		return nil, err
	}
	over, err := data.Campaigns.First(s.DB, data.View{Fixed: []data.Cond{data.Activated(), data.Before("ending_date", s.WorkDate)}}, attended)
	if err != nil {
		return nil, err
	}
	var found []Attention
	for _, c := range over {
		found = append(found, Attention{c.No, Fault{Kind: data.Msg("fault-over"), Text: data.Msg("campaign-over", c.No, c.EndingDate)}})
	}
	for _, c := range campaigns {
		run, err := Try(s, c.No, Aligning)
		if err != nil {
			return nil, err
		}
		if n := len(run.Entering) + len(run.Leaving); c.Activated && n > 0 {
			found = append(found, Attention{c.No, Fault{Kind: data.Msg("fault-drift"), Text: data.Msg("fault-drift-text", len(run.Entering), len(run.Leaving))}})
		}
		for _, f := range run.Faults {
			if f.Kind.Key != "fault-not-begun" && (c.Activated || f.Kind.Key == "fault-below-cost") {
				found = append(found, Attention{c.No, f})
			}
		}
	}
	return found, nil
}
