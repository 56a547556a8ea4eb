package campaign

import (
	"errors"

	"campaigndesk/app"
	"campaigndesk/data"
)

// AskActivate asks whether to activate a campaign that has neither prices nor discounts (CP-75, M-01).
func AskActivate(s *app.Session, no data.CampaignNo) (*app.Question, error) {
	has, err := data.HasPrices(s.DB, no)
	if err != nil || has {
		return nil, err
	}
	return &app.Question{Text: data.Msg("m01-no-prices", no), Yes: true}, nil
}

// Activate puts into the campaign's target group everybody whom segment lines and logged interactions mark as target
// (CP-76…83); it removes nobody (CP-80). Without anybody it refuses (M-02). The notices say who is in the group now and
// what may be wrong (CP-84).
func Activate(s *app.Session, no data.CampaignNo) (notices []data.Message, err error) {
	err = s.Write(data.Msg("campaign-activated", no), func(tx *data.Tx) error {
		campaign, err := get(tx, no)
		if err != nil {
			return err
		}
		called, err := data.HasReasons(tx, no)
		if err != nil {
			return err
		}
		if !called {
			return data.Msg("m02-no-targets", no)
		}
		if err := data.AddPlannedTargets(tx, no); err != nil {
			return err
		}
		if notices, err = active(tx, no); err != nil {
			return err
		}
		warnings, err := warnings(tx, campaign, s.WorkDate)
		notices = append(notices, warnings...)
		return err
	})
	if err != nil {
		return nil, err
	}
	return notices, nil
}

// Deactivate empties the campaign's target group (CP-86, M-04). Prices, segments and marks stay (CP-87).
func Deactivate(s *app.Session, no data.CampaignNo) (notices []data.Message, err error) {
	err = s.Write(data.Msg("campaign-deactivated", no), func(tx *data.Tx) error {
		if _, err := get(tx, no); err != nil {
			return err
		}
		return data.RemoveTargets(tx, no)
	})
	if err != nil {
		return nil, err
	}
	return []data.Message{data.Msg("m04-switched-off", no)}, nil
}

// BringInLine makes the target group of an activated campaign what its segments and logged interactions now say: it adds
// and removes (OQ-2). When nobody is left, the campaign is not activated any more (M-06).
func BringInLine(s *app.Session, no data.CampaignNo) (notices []data.Message, err error) {
	err = s.Write(data.Msg("campaign-brought-in-line", no), func(tx *data.Tx) error {
		campaign, err := get(tx, no)
		if err != nil {
			return err
		}
		if !campaign.Activated {
			return data.Msg("campaign-not-activated", no)
		}
		if err := data.RemoveUnplannedTargets(tx, no); err != nil {
			return err
		}
		if err := data.AddPlannedTargets(tx, no); err != nil {
			return err
		}
		notices, err = active(tx, no)
		return err
	})
	if err != nil {
		return nil, err
	}
	return notices, nil
}

// active says for whom a campaign is active (M-03), or that it is no longer (M-06).
func active(r data.Reader, no data.CampaignNo) ([]data.Message, error) {
	customers, contacts, err := data.TargetCounts(r, no)
	if err != nil {
		return nil, err
	}
	if customers+contacts == 0 {
		return []data.Message{data.Msg("m06-last-target-gone", no)}, nil
	}
	return []data.Message{data.Msg("m03-active", no, customers, contacts)}, nil
}

// warnings are the reasons why an activated campaign gives nobody another price on a day: it is outside its dates, or it
// has no prices and discounts (CP-84).
func warnings(r data.Reader, c data.Campaign, day data.Date) (found []data.Message, err error) {
	switch {
	case c.StartingDate > day:
		found = append(found, data.Msg("campaign-not-begun", c.No, c.StartingDate))
	case c.EndingDate != "" && c.EndingDate < day:
		found = append(found, data.Msg("campaign-over", c.No, c.EndingDate))
	}
	has, err := data.HasPrices(r, c.No)
	if err == nil && !has {
		found = append(found, data.Msg("campaign-without-prices", c.No))
	}
	return found, err
}

func get(r data.Reader, no data.CampaignNo) (data.Campaign, error) {
	campaign, err := data.Campaigns.Get(r, no)
	if errors.Is(err, data.ErrNotFound) {
		return campaign, data.Msg("campaign-missing", no)
	}
	return campaign, err
}
