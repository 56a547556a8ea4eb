// Package segment keeps the rules of segments (SG section 2): worksheets of contacts for a campaign, whose lines marked
// Campaign Target decide who gets its prices. Every command keeps the target groups of activated campaigns in step (CP-90…99)
// and returns the notices to show.
package segment

import (
	"cmp"
	"errors"

	"campaigndesk/app"
	"campaigndesk/app/campaign"
	"campaigndesk/app/noseries"
	"campaigndesk/data"
)

// Create stores a new segment of the work date. A blank number is taken from the segment's No. Series, else from the series
// of Setup; a blank salesperson becomes the laptop's own (SG-1, SG-2).
func Create(s *app.Session, h *data.SegmentHeader) (notices []data.Message, err error) {
	h.Date = s.WorkDate
	*h = *withoutIdleMarks(h)
	if h.SalespersonCode == "" && app.CheckSalesperson(s.DB, s.Setup.SalespersonCode) == nil {
		h.SalespersonCode = s.Setup.SalespersonCode
	}
	if err := check(s.DB, &data.SegmentHeader{}, h); err != nil {
		return nil, err
	}
	if h.No == "" {
		h.NoSeries = cmp.Or(h.NoSeries, s.Setup.SegmentNos)
		var no string
		if no, notices, err = noseries.Take(s.DB, data.SegmentHeaders, h.NoSeries, s.WorkDate); err != nil {
			return nil, err
		}
		h.No = data.SegmentNo(no)
	} else if h.NoSeries == "" {
		if err := noseries.CheckManual(s.DB, s.Setup.SegmentNos); err != nil {
			return nil, err
		}
	}
	return notices, s.Write(data.Msg("segment-created", h.No), func(tx *data.Tx) error { return data.SegmentHeaders.Insert(tx, h) })
}

// passedOn are the header's fields that can go over to the lines, with the catalogue keys of their captions (SG-10…13, SG-15).
var passedOn = []struct {
	column, caption string
	differs         func(a, b *data.SegmentHeader) bool
}{
	{"description", "description", func(a, b *data.SegmentHeader) bool { return a.Description != b.Description }},
	{"campaign_no", "campaign-no", func(a, b *data.SegmentHeader) bool { return a.CampaignNo != b.CampaignNo }},
	{"salesperson_code", "salesperson-code", func(a, b *data.SegmentHeader) bool { return a.SalespersonCode != b.SalespersonCode }},
	{"date", "date", func(a, b *data.SegmentHeader) bool { return a.Date != b.Date }},
	{"campaign_target", "campaign-target", func(a, b *data.SegmentHeader) bool { return a.CampaignTarget != b.CampaignTarget }},
	{"campaign_response", "campaign-response", func(a, b *data.SegmentHeader) bool { return a.CampaignResponse != b.CampaignResponse }},
}

// AskLines asks whether the changed fields of a header go over to its lines, once for all fields (SG-10…15). Both answers
// save the header: the answer is given to [Save]. Without lines or such a change there is no question.
func AskLines(s *app.Session, before, after *data.SegmentHeader) (*app.Question, error) {
	after = withoutIdleMarks(after)
	var fields []data.Message
	for _, f := range passedOn {
		if f.differs(before, after) && !idle(f.column, after) {
			fields = append(fields, data.Msg(f.caption))
		}
	}
	if fields == nil {
		return nil, nil
	}
	lines, err := data.SegmentLines.Count(s.DB, data.View{Fixed: []data.Cond{data.Equal("segment_no", before.No)}})
	if err != nil || lines == 0 {
		return nil, err
	}
	list := fields[len(fields)-1]
	for i := len(fields) - 2; i >= 0; i-- {
		joint := "list-and"
		if i < len(fields)-2 {
			joint = "list-comma"
		}
		list = data.Msg(joint, fields[i], list)
	}
	return &app.Question{Text: data.Msg("segment-update-lines", lines, list), Yes: true}, nil
}

// Save stores a changed header and, with lines, passes the changed fields on to all lines (SG-10…15, CP-92). A header
// without a campaign has no marks (SG-23); the lines keep theirs.
func Save(s *app.Session, before, after *data.SegmentHeader, lines bool) (notices []data.Message, err error) {
	*after = *withoutIdleMarks(after)
	if *after == *before {
		return nil, nil
	}
	if err := check(s.DB, before, after); err != nil {
		return nil, err
	}
	name := data.Msg("segment-changed", before.No)
	if after.No != before.No {
		if after.NoSeries == before.NoSeries { // typed, not taken from another series
			if err := noseries.CheckManual(s.DB, s.Setup.SegmentNos); err != nil {
				return nil, err
			}
			after.NoSeries = ""
		}
		name = data.Msg("segment-renamed", before.No, after.No)
	}
	var columns []string
	for _, f := range passedOn {
		if lines && f.differs(before, after) && !idle(f.column, after) {
			columns = append(columns, f.column)
		}
	}
	return write(s, name, func(tx *data.Tx) ([]data.Message, error) {
		if err := data.SegmentHeaders.Update(tx, after); err != nil {
			return nil, err
		}
		if after.No != before.No {
			if err := data.RenameSegment(tx, before.No, after.No); err != nil {
				return nil, err
			}
		}
		if columns == nil {
			return nil, nil
		}
		return campaign.KeepTargets(tx, func() ([]data.Reason, error) { return data.ReasonsOfSegment(tx, after.No) },
			func() error { return data.HeaderToLines(tx, after.No, columns) })
	})
}

// withoutIdleMarks returns the header without Campaign Target and Campaign Response when it has no campaign (SG-23).
func withoutIdleMarks(h *data.SegmentHeader) *data.SegmentHeader {
	cleared := *h
	if cleared.CampaignNo == "" {
		cleared.CampaignTarget, cleared.CampaignResponse = false, false
	}
	return &cleared
}

// idle reports whether a field changed only because the campaign was cleared; the lines keep their marks then (SG-23).
func idle(column string, h *data.SegmentHeader) bool {
	return h.CampaignNo == "" && (column == "campaign_target" || column == "campaign_response")
}

// Delete removes segments with their lines (SG-75, CP-94).
func Delete(s *app.Session, headers []data.SegmentHeader) ([]data.Message, error) {
	name := data.Msg("segments-deleted", len(headers))
	if len(headers) == 1 {
		name = data.Msg("segment-deleted", headers[0].No)
	}
	return write(s, name, func(tx *data.Tx) ([]data.Message, error) {
		var notices []data.Message
		for _, h := range headers {
			ended, err := campaign.KeepTargets(tx, func() ([]data.Reason, error) { return data.ReasonsOfSegment(tx, h.No) },
				func() error { return data.ClearSegment(tx, h.No) })
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

// check refuses a salesperson or campaign that a header or line newly names and cannot have.
func check(r data.Reader, before, after *data.SegmentHeader) error {
	if after.SalespersonCode != before.SalespersonCode {
		if err := app.CheckSalesperson(r, after.SalespersonCode); err != nil {
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

// write carries out a command that gives notices; a command that failed gives none.
func write(s *app.Session, name data.Message, fn func(*data.Tx) ([]data.Message, error)) (notices []data.Message, err error) {
	err = s.Write(name, func(tx *data.Tx) (err error) {
		notices, err = fn(tx)
		return err
	})
	if err != nil {
		return nil, err
	}
	return notices, nil
}
