// Package segment keeps the rules of segments (SG section 2): worksheets of contacts for a campaign, whose lines marked
// Campaign Target decide who gets its prices. Every command keeps the target groups of activated campaigns in step (CP-90…99)
// and returns the notices to show.
package segment

import (
	"cmp"
	"context"
	"errors"

	"campaigndesk/app"
	"campaigndesk/app/campaign"
	"campaigndesk/app/noseries"
	"campaigndesk/data"
)

// Create stores a new segment of the work date. A blank number is taken from the segment's No. Series, else from the series
// of Setup; a blank salesperson becomes the laptop's own (SG-1, SG-2). A template brings its values (SG-18).
func Create(s *app.Session, h *data.SegmentHeader) (notices []data.Message, err error) {
	h.Date = s.WorkDate
	withoutIdleMarks(&data.SegmentHeader{}, h)
	defaultSalesperson(s, h)
	if err := check(s.DB, &data.SegmentHeader{}, h); err != nil {
		return nil, err
	}
	if err := takeTemplate(s.DB, h); err != nil {
		return nil, err
	}
	if notices, err = takeNumber(s, h); err != nil {
		return nil, err
	}
	return notices, s.Write(data.Msg("segment-created", h.No), func(tx *data.Tx) error {
		if err := data.SegmentHeaders.Insert(tx, h); err != nil {
			return err
		}
		return data.CopyTemplateLanguages(tx, h.No, 0, h.InteractionTemplateCode)
	})
}

func defaultSalesperson(s *app.Session, h *data.SegmentHeader) {
	if h.SalespersonCode == "" && app.CheckSalesperson(s.DB, s.Setup.SalespersonCode) == nil {
		h.SalespersonCode = s.Setup.SalespersonCode
	}
}

// takeNumber gives a new segment its number, or checks that it may have the one that was typed (SG-1).
func takeNumber(s *app.Session, h *data.SegmentHeader) ([]data.Message, error) {
	if h.No != "" {
		if h.NoSeries == "" {
			return nil, noseries.CheckManual(s.DB, s.Setup.SegmentNos)
		}
		return nil, nil
	}
	h.NoSeries = cmp.Or(h.NoSeries, s.Setup.SegmentNos)
	no, notices, err := noseries.Take(s.DB, data.SegmentHeaders, h.NoSeries, s.WorkDate)
	h.No = data.SegmentNo(no)
	return notices, err
}

// Renumber gives a segment a number from another series, related to its own (SG-1).
func Renumber(s *app.Session, h *data.SegmentHeader, series data.NoSeriesCode) ([]data.Message, error) {
	no, notices, err := noseries.Take(s.DB, data.SegmentHeaders, series, s.WorkDate)
	if err != nil {
		return nil, err
	}
	after := *h
	after.No, after.NoSeries = data.SegmentNo(no), series
	more, err := write(context.Background(), s, data.Msg("segment-renamed", h.No, after.No), func(tx *data.Tx) ([]data.Message, error) {
		if err := data.SegmentHeaders.Update(tx, &after); err != nil {
			return nil, err
		}
		return nil, data.RenameSegment(tx, h.No, after.No)
	})
	return append(notices, more...), err
}

// withoutIdleMarks takes Campaign Target and Campaign Response from a header whose campaign is cleared, or that is marked without
// having one (SG-23). Marks that came with a template wait for the campaign.
func withoutIdleMarks(before, after *data.SegmentHeader) {
	if after.CampaignNo == "" {
		after.CampaignTarget = after.CampaignTarget && before.CampaignTarget && before.CampaignNo == ""
		after.CampaignResponse = after.CampaignResponse && before.CampaignResponse && before.CampaignNo == ""
	}
}

// Delete removes segments with their lines (SG-75, CP-94).
func Delete(s *app.Session, headers []data.SegmentHeader) ([]data.Message, error) {
	name := data.Msg("segments-deleted", len(headers))
	if len(headers) == 1 {
		name = data.Msg("segment-deleted", headers[0].No)
	}
	return write(context.Background(), s, name, func(tx *data.Tx) ([]data.Message, error) {
		var notices []data.Message
		for _, h := range headers {
			ended, err := keepTargets(tx, h.No, func() error { return data.ClearSegment(tx, h.No) })
			if err != nil {
				return nil, err
			}
			notices = append(notices, ended...)
			if err := data.SegmentHeaders.Delete(tx, h.ID); err != nil {
				return nil, err
			}
		}
		return notices, nil
	})
}

// check refuses a salesperson, campaign or template that a header newly names and cannot have.
func check(r data.Reader, before, after *data.SegmentHeader) error {
	if after.SalespersonCode != before.SalespersonCode {
		if err := app.CheckSalesperson(r, after.SalespersonCode); err != nil {
			return err
		}
	}
	if after.InteractionTemplateCode == "" && before.InteractionTemplateCode != "" {
		return data.Msg("segment-template-stays").At("interaction_template_code")
	}
	if after.InteractionTemplateCode != before.InteractionTemplateCode {
		if _, err := template(r, after.InteractionTemplateCode); err != nil {
			return err
		}
	}
	return checkCampaign(r, before.CampaignNo, after.CampaignNo)
}

func checkCampaign(r data.Reader, before, after data.CampaignNo) error {
	if after == "" || after == before {
		return nil
	}
	_, err := data.Campaigns.Get(r, after)
	if errors.Is(err, data.ErrNotFound) {
		return data.Msg("campaign-missing", after).At("campaign_no")
	}
	return err
}

// template reads an interaction template; blank is none.
func template(r data.Reader, code data.InteractionTemplateCode) (data.InteractionTemplate, error) {
	if code == "" {
		return data.InteractionTemplate{}, nil
	}
	t, err := data.InteractionTemplates.Get(r, code)
	if errors.Is(err, data.ErrNotFound) {
		return t, data.Msg("segment-template-missing", code).At("interaction_template_code")
	}
	return t, err
}

// find reads the header of a segment.
func find(r data.Reader, no data.SegmentNo) (data.SegmentHeader, error) {
	h, err := data.SegmentHeaders.Get(r, no)
	if errors.Is(err, data.ErrNotFound) {
		return h, data.Msg("segment-missing", no)
	}
	return h, err
}

// keepTargets carries out a change of a segment's lines, and the target groups follow (S:DV-3).
func keepTargets(tx *data.Tx, no data.SegmentNo, change func() error) ([]data.Message, error) {
	return campaign.KeepTargets(tx, func() ([]data.Reason, error) { return data.ReasonsOfSegment(tx, no) }, change)
}

// write carries out a command that gives notices; a command that failed or was cancelled gives none.
func write(ctx context.Context, s *app.Session, name data.Message, fn func(*data.Tx) ([]data.Message, error)) (notices []data.Message, err error) {
	err = s.DB.Write(ctx, name, func(tx *data.Tx) (err error) {
		notices, err = fn(tx)
		return err
	})
	if err != nil {
		return nil, err
	}
	return notices, nil
}
