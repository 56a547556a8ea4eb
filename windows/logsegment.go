package windows

import (
	"context"

	"campaigndesk/app"
	"campaigndesk/app/segment"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// askLog asks how a segment is logged, says what its lines are, and logs it (UI-19). The window closes with its segment (SG-67).
func askLog(s *app.Session, w *page.Window, h *data.SegmentHeader) error {
	lines, err := segment.CheckLog(s, h.No)
	if err != nil {
		return err
	}
	type R = struct{ FollowUp, KeepTarget, Deliver bool }
	no := h.No
	(&page.Dialog[R]{
		Title: data.Msg("log-segment", no), Record: &R{Deliver: lines.ToDeliver > 0}, OK: "log", Text: aboutToLog(lines),
		Fields: page.Fields[R]{
			page.Check("list-documents-to-deliver", func(r *R) *bool { return &r.Deliver }).EditableIf(func(*R) bool { return lines.ToDeliver > 0 }),
			page.Check("create-follow-up-segment", func(r *R) *bool { return &r.FollowUp }),
			page.Check("keep-target-mark", func(r *R) *bool { return &r.KeepTarget }).EditableIf(func(r *R) bool { return r.FollowUp }),
		},
		Then: func(w *page.Window, r *R) {
			logSegment(s, w, no, segment.LogOptions{FollowUp: r.FollowUp, KeepTarget: r.FollowUp && r.KeepTarget}, r.Deliver)
		},
	}).Show(w)
	return nil
}

// aboutToLog says what becomes of the lines: how many interactions, and what is worth knowing before (S:DV-1, S:DV-16).
func aboutToLog(lines data.LinesToLog) data.Message {
	said := data.Msg("log-interactions", lines.WithContact)
	for _, more := range []struct {
		n   int
		key string
	}{{lines.WithoutContact, "log-without-contact"}, {lines.NoEmail, "log-no-email"}, {lines.NoDocument, "log-no-document"}} {
		if more.n > 0 {
			said = data.Msg("sentences", said, data.Msg(more.key, more.n))
		}
	}
	return said
}

// logSegment logs a segment as a job that can be cancelled, and closes its window.
func logSegment(s *app.Session, w *page.Window, no data.SegmentNo, o segment.LogOptions, deliver bool) {
	var done segment.LogSummary
	var notices []data.Message
	w.Job(data.Msg("segment-logging"), func(ctx context.Context, _ app.Progress) (err error) {
		done, notices, err = segment.Log(ctx, s, no, o)
		return err
	}, func() {
		if done.FollowUp != "" {
			w.Open(segmentCardOf(s, done.FollowUp))
		}
		if deliver {
			logged := data.LoggedSegment{ID: done.Segment, SegmentNo: no}
			of := logOfLoggedSegment(&logged)
			of.rows = append(of.rows, data.ToDeliver())
			w.Open(interactionLog(s, of))
		}
		said := data.Msg("segment-was-logged", done.Interactions, no, done.Entries)
		if done.NoEmail > 0 {
			said = data.Msg("sentences", said, data.Msg("log-lost-email", done.NoEmail))
		}
		for _, n := range notices {
			said = data.Msg("sentences", said, n)
		}
		w.Done(said)
	})
}
