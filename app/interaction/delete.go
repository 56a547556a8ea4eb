package interaction

import (
	"campaigndesk/app"
	"campaigndesk/app/campaign"
	"campaigndesk/data"
)

// canceledOnly narrows a view of interactions or campaign entries to what may be deleted.
func canceledOnly(v data.View, more ...data.Cond) data.View {
	v.Fixed = append(append(v.Fixed[:len(v.Fixed):len(v.Fixed)], data.Equal("canceled", true)), more...)
	return v
}

// ids are those of the rows of a view.
func ids[T any](r data.Reader, table *data.Table[T], v data.View) ([]int64, error) {
	list, err := table.Open(r, v)
	if err != nil {
		return nil, err
	}
	all := make([]int64, list.Len())
	for row := range all {
		if all[row], err = list.ID(row); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// CountCanceled counts the canceled interactions of a view, which [DeleteCanceled] would delete.
func CountCanceled(r data.Reader, v data.View) (int, error) {
	return data.Interactions.Count(r, canceledOnly(v, data.NotPostponed()))
}

// DeleteCanceled deletes the canceled interactions of a view with their comments (IN-51), and returns how many. Their campaign
// entries and logged segments stay (IN-52). No target leaves: canceled ones give no reason (S:OQ-7, S:DV-4).
func DeleteCanceled(s *app.Session, v data.View) (int, error) {
	found, err := ids(s.DB, data.Interactions, canceledOnly(v, data.NotPostponed()))
	if err != nil || len(found) == 0 {
		return 0, err
	}
	return len(found), s.Write(data.Msg("interactions-deleted", len(found)), func(tx *data.Tx) error { return data.DeleteInteractions(tx, found...) })
}

// DeletePostponed deletes postponed interactions with their comments (IN-42).
func DeletePostponed(s *app.Session, rows []data.Interaction) error {
	return s.Write(data.Msg("postponed-deleted", len(rows)), func(tx *data.Tx) error { return data.DeleteInteractions(tx, idsOf(rows)...) })
}

// Entries says what a deletion of campaign entries takes along.
type Entries struct{ Entries, Interactions int }

// CountCanceledEntries counts the canceled campaign entries of a view and the interactions that hang on them (S:DV-8).
func CountCanceledEntries(r data.Reader, v data.View) (Entries, error) {
	found, err := ids(r, data.CampaignEntries, canceledOnly(v))
	if err != nil {
		return Entries{}, err
	}
	interactions, err := data.InteractionsOfEntries(r, found...)
	return Entries{len(found), len(interactions)}, err
}

// DeleteCanceledEntries deletes the canceled campaign entries of a view with all their interactions, those that are live among them, and
// returns how many entries went (CE-13…15, S:DV-8).
func DeleteCanceledEntries(s *app.Session, v data.View) (int, []data.Message, error) {
	found, err := ids(s.DB, data.CampaignEntries, canceledOnly(v))
	if err != nil || len(found) == 0 {
		return 0, nil, err
	}
	notices, err := write(s, data.Msg("entries-deleted", len(found)), func(tx *data.Tx) ([]data.Message, error) {
		going, err := data.InteractionsOfEntries(tx, found...)
		if err != nil {
			return nil, err
		}
		return campaign.KeepTargets(tx, func() ([]data.Reason, error) { return data.ReasonsOfInteractions(tx, going...) }, func() error {
			_, err := data.DeleteEntries(tx, found...)
			return err
		})
	})
	return len(found), notices, err
}
