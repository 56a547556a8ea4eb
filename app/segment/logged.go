package segment

import (
	"context"

	"campaigndesk/app"
	"campaigndesk/app/campaign"
	"campaigndesk/data"
)

// AskSwitch asks before logged segments are marked as canceled, or the mark is taken away: the first of them decides (SG-71).
func AskSwitch(rows []data.LoggedSegment) *app.Question {
	key := "logged-segments-ask-cancel"
	if rows[0].Canceled {
		key = "logged-segments-ask-uncancel"
	}
	return &app.Question{Text: data.Msg(key, len(rows)), Yes: true}
}

// Switch marks logged segments as canceled with their campaign entries and interactions, or takes the mark from them and from what
// was canceled with them, as the first of them needs (SG-71, S:DV-13). Target groups of activated campaigns follow (S:OQ-7).
func Switch(ctx context.Context, s *app.Session, rows []data.LoggedSegment) ([]data.Message, error) {
	if len(rows) == 0 {
		return nil, nil
	}
	canceled := !rows[0].Canceled
	ids := idsOf(rows)
	name := data.Msg("logged-segments-canceled", len(rows))
	if !canceled {
		name = data.Msg("logged-segments-uncanceled", len(rows))
	}
	return write(ctx, s, name, func(tx *data.Tx) ([]data.Message, error) {
		interactions, err := data.InteractionsOfLogged(tx, ids...)
		if err != nil {
			return nil, err
		}
		return campaign.KeepTargets(tx, func() ([]data.Reason, error) { return data.ReasonsOfInteractions(tx, interactions...) },
			func() error { return data.CancelLoggedSegments(tx, canceled, ids...) })
	})
}

// CountCanceled counts the canceled logged segments that filters choose, which [DeleteLogged] would delete.
func CountCanceled(s *app.Session, filters map[string]string) (int, error) {
	return data.LoggedSegments.Count(s.DB, canceledLogged(s, filters))
}

// DeleteLogged deletes the canceled ones of the logged segments that filters choose; their interactions and campaign entries stay,
// without them (SG-72). It returns how many.
func DeleteLogged(ctx context.Context, s *app.Session, filters map[string]string) (deleted int, err error) {
	rows, err := data.LoggedSegments.Select(s.DB, canceledLogged(s, filters))
	if err != nil || len(rows) == 0 {
		return 0, err
	}
	_, err = write(ctx, s, data.Msg("logged-segments-deleted", len(rows)), func(tx *data.Tx) (_ []data.Message, err error) {
		deleted, err = data.DeleteLoggedSegments(tx, idsOf(rows)...)
		return nil, err
	})
	return deleted, err
}

func canceledLogged(s *app.Session, filters map[string]string) data.View {
	return data.View{Fixed: []data.Cond{data.Equal("canceled", true)}, Filters: filters, Env: s.FilterEnv()}
}

func idsOf(rows []data.LoggedSegment) []int64 {
	ids := make([]int64, len(rows))
	for i, row := range rows {
		ids[i] = row.ID
	}
	return ids
}
