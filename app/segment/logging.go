package segment

import (
	"context"

	"campaigndesk/app"
	"campaigndesk/data"
)

// LogOptions are the choices when a segment is logged (SG-61). Nothing is sent from here (S:DV-1).
type LogOptions struct {
	FollowUp   bool // makes a segment with the same contacts (SG-68)
	KeepTarget bool // the follow-up segment keeps the header's mark Campaign Target (S:DV-18)
}

// LogSummary says what logging a segment did.
type LogSummary struct {
	data.Logged
	WithoutContact int            // lines that were dropped (S:DV-16)
	FollowUp       data.SegmentNo // blank if none
}

// CheckLog refuses to log a segment that is not ready, in the order of SG-60, and says what its lines are, for the dialog.
func CheckLog(s *app.Session, no data.SegmentNo) (data.LinesToLog, error) {
	return checkLog(s.DB, no)
}

func checkLog(r data.Reader, no data.SegmentNo) (data.LinesToLog, error) {
	h, err := find(r, no)
	if err != nil {
		return data.LinesToLog{}, err
	}
	logged, err := data.IsLogged(r, no)
	if err != nil {
		return data.LinesToLog{}, err
	}
	if logged {
		return data.LinesToLog{}, data.Msg("segment-logged-already", no)
	}
	if h.Description == "" {
		return data.LinesToLog{}, data.Msg("segment-description-missing", no).At("description")
	}
	lines, err := data.CountLinesToLog(r, no)
	if err != nil {
		return lines, err
	}
	if lines.WithContact == 0 {
		return lines, data.Msg("segment-empty", no)
	}
	unready, found, err := data.UnreadyLine(r, no)
	if err != nil || !found {
		return lines, err
	}
	return lines, unreadyMessage(r, no, unready)
}

// unreadyMessage names the contact of the line that cannot be logged, and what it lacks.
func unreadyMessage(r data.Reader, no data.SegmentNo, u data.Unready) error {
	line, err := data.SegmentLines.Get(r, no, u.LineNo)
	if err != nil {
		return err
	}
	if u.Column == "contact_no" {
		return data.Msg("segment-line-blocked", line.ContactNo).At("contact_no")
	}
	caption := map[string]string{"date": "date", "salesperson_code": "salesperson-code", "interaction_template_code": "interaction-template-code"}[u.Column]
	return data.Msg("segment-line-unready", data.Msg(caption), line.ContactNo).At(u.Column)
}

// Log turns each line with a contact into an interaction, gathered in campaign entries, and removes the segment (SG-60…69). Lines
// to go by e-mail without an address lose the type (SG-65). Targets stay targets through their interaction (SG-31). Cancelling ctx
// leaves nothing done.
func Log(ctx context.Context, s *app.Session, no data.SegmentNo, o LogOptions) (LogSummary, []data.Message, error) {
	var summary LogSummary
	lines, err := checkLog(s.DB, no)
	if err != nil {
		return summary, nil, err
	}
	summary.WithoutContact = lines.WithoutContact
	h, err := find(s.DB, no)
	if err != nil {
		return summary, nil, err
	}
	var next *data.SegmentHeader
	var warnings []data.Message
	if o.FollowUp {
		next = followUp(s, &h, o.KeepTarget)
		if warnings, err = takeNumber(s, next); err != nil {
			return summary, nil, err
		}
	}
	notices, err := write(ctx, s, data.Msg("segment-logged", no), func(tx *data.Tx) ([]data.Message, error) {
		if summary.Logged, err = data.LogSegment(tx, no, s.Today(), app.User()); err != nil || next == nil {
			return nil, err
		}
		if err := data.SegmentHeaders.Insert(tx, next); err != nil {
			return nil, err
		}
		summary.FollowUp = next.No
		return keepTargets(tx, next.No, func() error {
			_, err := addLogged(tx, next.No, summary.Logged.Segment)
			return err
		})
	})
	return summary, append(warnings, notices...), err
}

// followUp is the header of a segment that follows up another: its campaign, and nothing of its template, costs and marks
// but Campaign Target where that is kept (SG-68, S:DV-18).
func followUp(s *app.Session, of *data.SegmentHeader, keepTarget bool) *data.SegmentHeader {
	h := &data.SegmentHeader{Description: s.Texts.T("segment-follow-up", of.No), Date: s.WorkDate, CampaignNo: of.CampaignNo,
		CampaignTarget: keepTarget && of.CampaignTarget}
	defaultSalesperson(s, h)
	return h
}
