package windows

import (
	"context"

	"campaigndesk/app"
	"campaigndesk/app/segment"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// LoggedSegments is the list of what segments became when they were logged (UI-22). Nothing in it is edited (SG-73).
func LoggedSegments(s *app.Session) page.Page { return loggedSegments(s) }

func loggedSegments(s *app.Session) *page.List[data.LoggedSegment] {
	type L = data.LoggedSegment
	return &page.List[L]{
		Name: "logged-segments", Session: s, Table: data.LoggedSegments,
		View:    func() data.View { return data.View{Desc: true} },
		Watches: []string{data.Interactions.Name(), data.CampaignEntries.Name()},
		Card:    func(l *L) page.Page { return interactionLog(s, logOfLoggedSegment(l)) },
		Fields: page.Fields[L]{
			page.Check("canceled", func(l *L) *bool { return &l.Canceled }).Width(10),
			page.Calc("entry-no", func(l *L) string { return data.EntryText(l.ID) }).Width(10).Right(),
			page.Date("creation-date", func(l *L) *data.Date { return &l.CreationDate }),
			page.Text("user-id", func(l *L) *string { return &l.UserID }).Width(14),
			page.Code("segment-no", func(l *L) *data.SegmentNo { return &l.SegmentNo }),
			page.Text("description", func(l *L) *string { return &l.Description }).Width(36),
			page.Number("no-of-interactions", func(l *L) *int { return &l.Interactions }),
			page.Number("no-of-campaign-entries", func(l *L) *int { return &l.CampaignEntries }),
		},
		Actions: []page.Action[L]{
			{Caption: "interaction-log-entries", Key: "Ctrl+F7", Promoted: true, Primary: true, Open: func(l *L) page.Page { return interactionLog(s, logOfLoggedSegment(l)) }},
			{Caption: "campaign-entries", Promoted: true, Open: func(l *L) page.Page { return entriesOfLoggedSegment(s, l) }},
			{Caption: "switch-canceled", Promoted: true, DoRows: func(w *page.Window, rows []L) error {
				w.Ask(*segment.AskSwitch(rows), func(yes bool) {
					if yes {
						switchLogged(s, w, rows)
					}
				})
				return nil
			}},
			{Caption: "delete-canceled-segments", NoRow: true, Do: func(w *page.Window, _ *L) error { askDeleteLogged(s, w); return nil }},
		},
		Empty: "logged-segments-empty",
	}
}

func switchLogged(s *app.Session, w *page.Window, rows []data.LoggedSegment) {
	var notices []data.Message
	w.Job(data.Msg("segment-working"), func(ctx context.Context, _ app.Progress) (err error) {
		notices, err = segment.Switch(ctx, s, rows)
		return err
	}, func() { w.Noticed(notices, nil) })
}

// askDeleteLogged asks which canceled logged segments are deleted (SG-72), and says how many.
func askDeleteLogged(s *app.Session, w *page.Window) {
	type F = struct{ EntryNo, SegmentNo string }
	filters := func(f *F) map[string]string {
		by := map[string]string{}
		if f.EntryNo != "" {
			by["id"] = f.EntryNo
		}
		if f.SegmentNo != "" {
			by["segment_no"] = f.SegmentNo
		}
		return by
	}
	(&page.Dialog[F]{
		Title: data.Msg("delete-logged-segments"), Text: data.Msg("delete-canceled-only"), Record: &F{}, OK: "delete",
		Fields: page.Fields[F]{
			page.Filter("entry-no", func(f *F) *string { return &f.EntryNo }),
			page.Filter("segment-no", func(f *F) *string { return &f.SegmentNo }),
		},
		Count: func(f *F) (data.Message, error) {
			n, err := segment.CountCanceled(s, filters(f))
			return data.Msg("logged-segments-found", n), err
		},
		Do: func(w *page.Window, f *F) error {
			n, err := segment.DeleteLogged(context.Background(), s, filters(f))
			if err == nil {
				w.Tell(data.Msg("logged-segments-gone", n))
			}
			return err
		},
	}).Show(w)
}
