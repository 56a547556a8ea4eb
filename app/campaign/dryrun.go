package campaign

import (
	"campaigndesk/app"
	"campaigndesk/app/pricing"
	"campaigndesk/data"
)

// Step is what a dry run tries out.
type Step int

const (
	Activating   Step = iota // adds whom segments and interactions call for; removes nobody (CP-80)
	Aligning                 // adds and removes, so that the target group is what they call for (OQ-2)
	Deactivating             // removes everybody (CP-86)
)

// DryRun is what a step would do, found without writing anything.
type DryRun struct {
	Campaign  data.Campaign
	Step      Step
	Day       data.Date // on which prices are compared: the work date, or the campaign's start if that is still to come
	Entering  []data.CampaignTarget
	Leaving   []data.CampaignTarget
	Staying   int
	Changes   []PriceChange
	Conflicts []Conflict
	Faults    []Fault
	Unpriced  int // items of discount groups beyond those compared
	Tried     bool
}

// PriceChange says that a number of parties would pay another price for an item: what one unit costs after the discount.
type PriceChange struct {
	ItemNo        data.ItemNo
	Description   string
	VariantCode   data.VariantCode
	UnitCode      data.UnitCode
	CurrencyCode  data.CurrencyCode
	Quantity      data.Amount
	Before, After data.Amount
	Parties       int
	Margin        data.Amount // per cent of the new price that is above cost; negative below cost
	HasMargin     bool        // a cost is known
}

// Fault is something that is probably not meant.
type Fault struct {
	Kind  data.Message // in a word or two
	Text  data.Message
	Grave bool
}

// Try finds out what a step would do to a campaign.
func Try(s *app.Session, no data.CampaignNo, step Step) (*DryRun, error) {
	campaign, err := get(s.DB, no)
	if err != nil {
		return nil, err
	}
	run := &DryRun{Campaign: campaign, Step: step, Day: max(s.WorkDate, campaign.StartingDate), Tried: true}
	staying, err := run.group(s)
	if err != nil {
		return nil, err
	}
	rows, err := Rows(s, no)
	if err != nil {
		return nil, err
	}
	lines, unpriced, err := linesOf(s, rows, run.Day)
	if err != nil {
		return nil, err
	}
	run.Unpriced = unpriced
	won := map[int64]bool{}
	if len(lines) > 0 {
		audience, err := run.audience(s, staying)
		if err != nil {
			return nil, err
		}
		book, err := pricing.Load(s.DB, s.Setup, itemsOf(lines), audience.parties(no)...)
		if err != nil {
			return nil, err
		}
		won = run.compare(book, audience, lines)
	}
	return run, run.judge(s, rows, won)
}

// group finds who enters and leaves, and returns who stays.
func (run *DryRun) group(s *app.Session) (staying []data.CampaignTarget, err error) {
	no := run.Campaign.No
	if run.Step != Deactivating {
		if run.Entering, err = data.Entering(s.DB, no); err != nil {
			return nil, err
		}
	}
	current, err := data.CampaignTargets.Select(s.DB, data.View{Fixed: []data.Cond{data.Equal("campaign_no", no)}})
	if err != nil {
		return nil, err
	}
	switch run.Step {
	case Deactivating:
		run.Leaving = current
		return nil, nil
	case Aligning:
		if run.Leaving, err = data.Leaving(s.DB, no); err != nil {
			return nil, err
		}
	}
	leaves := make(map[int64]bool, len(run.Leaving))
	for _, t := range run.Leaving {
		leaves[t.ID] = true
	}
	for _, t := range current {
		if !leaves[t.ID] {
			staying = append(staying, t)
		}
	}
	run.Staying = len(staying)
	return staying, nil
}
