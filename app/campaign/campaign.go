// Package campaign keeps the rules of campaigns (CP sections 1–6): their numbers, dates and comments, who their prices and
// discounts reach, and what activating one would do.
//
// Commands take the session, carry out one journal entry and return notices to show. Questions are functions beside the
// commands, named Ask…; a window asks and then calls the command.
package campaign

import (
	"cmp"
	"errors"

	"campaigndesk/app"
	"campaigndesk/app/noseries"
	"campaigndesk/data"
)

// Create stores a new campaign. A blank number is taken from the campaign's No. Series, else from the series of Setup (CP-40…42);
// a typed one must be allowed (CP-46). A blank salesperson becomes the laptop's own (CP-11).
func Create(s *app.Session, c *data.Campaign) (notices []data.Message, err error) {
	if c.SalespersonCode == "" && app.CheckSalesperson(s.DB, s.Setup.SalespersonCode) == nil {
		c.SalespersonCode = s.Setup.SalespersonCode
	}
	if err := check(s.DB, data.Campaign{}, *c); err != nil {
		return nil, err
	}
	if c.No == "" {
		c.NoSeries = cmp.Or(c.NoSeries, s.Setup.CampaignNos)
		var no string
		if no, notices, err = noseries.Take(s.DB, data.Campaigns, c.NoSeries, s.WorkDate); err != nil {
			return nil, err
		}
		c.No = data.CampaignNo(no)
	} else if c.NoSeries == "" {
		if err := noseries.CheckManual(s.DB, s.Setup.CampaignNos); err != nil {
			return nil, err
		}
	}
	return notices, s.Write(data.Msg("campaign-created", c.No), func(tx *data.Tx) error { return data.Campaigns.Insert(tx, c) })
}

// Save stores a changed campaign. Other dates go over to all its prices and discounts (CP-20…24), another number to every
// reference (CP-36…39), in the same command.
func Save(s *app.Session, before, after *data.Campaign) error {
	if *after == *before {
		return nil
	}
	if after.No != before.No { // typed
		if err := noseries.CheckManual(s.DB, s.Setup.CampaignNos); err != nil {
			return err
		}
		after.NoSeries = ""
	}
	return save(s, before, after)
}

// Unfinished is what to tell somebody who leaves a campaign: that it has no description (CP 2.1).
func Unfinished(c *data.Campaign) []data.Message {
	if c.Description != "" {
		return nil
	}
	return []data.Message{data.Msg("campaign-without-description", c.No)}
}

// save stores a changed campaign whose number, when it is another, may be so.
func save(s *app.Session, before, after *data.Campaign) error {
	if err := check(s.DB, *before, *after); err != nil {
		return err
	}
	name := data.Msg("campaign-changed", before.No)
	renamed := after.No != before.No
	if renamed {
		name = data.Msg("campaign-renamed", before.No, after.No)
	}
	after.LastDateModified = s.Today()
	return s.Write(name, func(tx *data.Tx) error {
		if err := data.Campaigns.Update(tx, after); err != nil {
			return err
		}
		if renamed {
			if err := data.RenameCampaign(tx, before.No, after.No); err != nil {
				return err
			}
		}
		if datesDiffer(before, after) {
			return data.MovePrices(tx, after.No, after.StartingDate, after.EndingDate)
		}
		return nil
	})
}

// AskBeforeSave asks before a rename (CP-39), and before the dates of an activated campaign's prices move (CP-25, M-05). A pair
// of dates that cannot be is refused without a question.
func AskBeforeSave(s *app.Session, before, after *data.Campaign) (*app.Question, error) {
	if after.No != before.No {
		return &app.Question{Text: data.Msg("campaign-rename-question", before.No, after.No), Yes: true}, nil
	}
	if !datesDiffer(before, after) {
		return nil, nil
	}
	if err := CheckDates(after.StartingDate, after.EndingDate); err != nil {
		return nil, err
	}
	activated, err := data.IsActivated(s.DB, before.No)
	if err != nil || !activated {
		return nil, err
	}
	n, err := data.ReferencesToCampaign(s.DB, before.No)
	if err != nil || n.Prices+n.Discounts == 0 {
		return nil, err
	}
	return &app.Question{Text: data.Msg("m05-dates-follow", n.Prices, n.Discounts), Yes: true}, nil
}

func datesDiffer(before, after *data.Campaign) bool {
	return before.StartingDate != after.StartingDate || before.EndingDate != after.EndingDate
}

// Renumber gives a campaign the next number of another series (CP-42). Every reference follows, as after a rename.
func Renumber(s *app.Session, before *data.Campaign, series data.NoSeriesCode) (notices []data.Message, err error) {
	after := *before
	no, notices, err := noseries.Take(s.DB, data.Campaigns, series, s.WorkDate)
	if err != nil {
		return nil, err
	}
	after.No, after.NoSeries = data.CampaignNo(no), series
	return notices, save(s, before, &after)
}

// Delete removes campaigns with their comments, target groups, prices and discounts, and takes them off open segments
// (CP-30, CP-31, CP-34).
func Delete(s *app.Session, campaigns []data.Campaign) error {
	name := data.Msg("campaigns-deleted", len(campaigns))
	if len(campaigns) == 1 {
		name = data.Msg("campaign-deleted", campaigns[0].No)
	}
	return s.Write(name, func(tx *data.Tx) error {
		for _, c := range campaigns {
			if err := data.ClearCampaign(tx, c.No); err != nil {
				return err
			}
			if err := data.Campaigns.Delete(tx, c.ID); err != nil {
				return err
			}
		}
		return nil
	})
}

// AskBeforeDelete says what a deletion takes along (M-10). The default is No when one of the campaigns is activated (CP-33).
func AskBeforeDelete(s *app.Session, campaigns []data.Campaign) (*app.Question, error) {
	var all data.CampaignReferences
	for _, c := range campaigns {
		n, err := data.ReferencesToCampaign(s.DB, c.No)
		if err != nil {
			return nil, err
		}
		all.Prices += n.Prices
		all.Discounts += n.Discounts
		all.Comments += n.Comments
		all.Targets += n.Targets
		all.Segments += n.Segments
	}
	text := data.Msg("delete-campaigns", len(campaigns), all.Prices, all.Discounts, all.Comments, all.Targets, all.Segments)
	if len(campaigns) == 1 {
		text = data.Msg("m10-delete-campaign", campaigns[0].No, all.Prices, all.Discounts, all.Comments, all.Targets, all.Segments)
	}
	return &app.Question{Text: text, Yes: all.Targets == 0}, nil
}

// check refuses what a campaign may not be. What was so before is let alone: a salesperson may have been blocked since.
func check(r data.Reader, before, after data.Campaign) error {
	if err := CheckDates(after.StartingDate, after.EndingDate); err != nil {
		return err
	}
	if after.SalespersonCode != before.SalespersonCode {
		if err := app.CheckSalesperson(r, after.SalespersonCode); err != nil {
			return err
		}
	}
	if after.StatusCode != "" && after.StatusCode != before.StatusCode {
		_, err := data.CampaignStatuses.Get(r, after.StatusCode)
		if errors.Is(err, data.ErrNotFound) {
			return data.Msg("campaign-status-missing", after.StatusCode).At("status_code")
		}
		return err
	}
	return nil
}

// CheckDates refuses a pair of dates of which the start lies after the end (CP-12…15, M-07), for cards that check the pair
// when the cursor leaves it.
func CheckDates(starting, ending data.Date) error {
	if ending != "" && starting > ending {
		return data.Msg("m07-start-after-end").At("ending_date")
	}
	return nil
}
