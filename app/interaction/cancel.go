package interaction

import (
	"campaigndesk/app"
	"campaigndesk/app/campaign"
	"campaigndesk/data"
)

// AskSwitch asks before the check mark in Canceled is switched on interactions (IN-43): the first one decides for all.
func AskSwitch(rows []data.Interaction) *app.Question {
	key := "ask-cancel-interactions"
	if rows[0].Canceled {
		key = "ask-uncancel-interactions"
	}
	return &app.Question{Text: data.Msg(key, len(rows)), Yes: true}
}

// Switch cancels interactions, or takes the mark from them: all get the opposite of what the first one has (IN-43). One whose campaign
// entry or logged segment is canceled cannot be live (IN-44). Whoever is no target any more leaves the target groups of activated
// campaigns, and comes back (S:OQ-7).
func Switch(s *app.Session, rows []data.Interaction) ([]data.Message, error) {
	canceled, ids := !rows[0].Canceled, idsOf(rows)
	name := data.Msg("interactions-canceled", len(rows))
	if !canceled {
		name = data.Msg("interactions-uncanceled", len(rows))
		held, err := data.HeldCanceled(s.DB, ids...)
		if err != nil {
			return nil, err
		}
		if len(held) > 0 {
			return nil, data.Msg("interaction-held-canceled", held[0], len(held))
		}
	}
	return write(s, name, func(tx *data.Tx) ([]data.Message, error) {
		return campaign.KeepTargets(tx, func() ([]data.Reason, error) { return data.ReasonsOfInteractions(tx, ids...) },
			func() error { return data.CancelInteractions(tx, canceled, ids...) })
	})
}

func idsOf(rows []data.Interaction) []int64 {
	ids := make([]int64, len(rows))
	for i, row := range rows {
		ids[i] = row.ID
	}
	return ids
}

// AskDocuments asks whether the documents of interactions that were canceled go, when nothing else has them (IN-46); nil when
// there are none.
func AskDocuments(s *app.Session, rows []data.Interaction) (*app.Question, error) {
	alone, err := withDocumentAlone(s.DB, rows)
	if err != nil || len(alone) == 0 {
		return nil, err
	}
	return &app.Question{Text: data.Msg("ask-remove-documents", len(alone))}, nil
}

// RemoveDocuments takes the documents that nothing else has from interactions (IN-46).
func RemoveDocuments(s *app.Session, rows []data.Interaction) error {
	alone, err := withDocumentAlone(s.DB, rows)
	if err != nil {
		return err
	}
	return s.Write(data.Msg("documents-removed", len(alone)), func(tx *data.Tx) error {
		for _, row := range alone {
			stored, err := data.Interactions.ByID(tx, row.ID)
			if err != nil {
				return err
			}
			stored.AttachmentNo = 0
			if err := data.Interactions.Update(tx, &stored); err != nil {
				return err
			}
		}
		return nil
	})
}

// withDocumentAlone are those of the interactions whose document no other interaction, template or segment names.
func withDocumentAlone(r data.Reader, rows []data.Interaction) (alone []data.Interaction, err error) {
	named := map[int64]int{}
	for _, row := range rows {
		if row.AttachmentNo != 0 {
			named[row.AttachmentNo]++
		}
	}
	shared := map[int64]bool{}
	for no, here := range named {
		n, err := data.AttachmentUses(r, no)
		if err != nil {
			return nil, err
		}
		shared[no] = n > here
	}
	for _, row := range rows {
		if row.AttachmentNo != 0 && !shared[row.AttachmentNo] {
			alone = append(alone, row)
		}
	}
	return alone, nil
}

// AskSwitchEntry asks before a campaign entry is canceled with its interactions, or brought back (CE-9).
func AskSwitchEntry(e *data.CampaignEntry) *app.Question {
	key := "ask-cancel-entry"
	if e.Canceled {
		key = "ask-uncancel-entry"
	}
	return &app.Question{Text: data.Msg(key, e.ID, e.Interactions), Yes: true}
}

// SwitchEntry cancels a campaign entry with its live interactions, or brings it back with those that were canceled with it (CE-9,
// CE-10, S:DV-13).
func SwitchEntry(s *app.Session, e *data.CampaignEntry) ([]data.Message, error) {
	name := data.Msg("entry-canceled", e.ID, e.CampaignNo)
	if e.Canceled {
		name = data.Msg("entry-uncanceled", e.ID, e.CampaignNo)
	}
	return write(s, name, func(tx *data.Tx) ([]data.Message, error) {
		ids, err := data.InteractionsOfEntries(tx, e.ID)
		if err != nil {
			return nil, err
		}
		return campaign.KeepTargets(tx, func() ([]data.Reason, error) { return data.ReasonsOfInteractions(tx, ids...) },
			func() error { return data.CancelEntry(tx, e.ID, !e.Canceled) })
	})
}

// Evaluate says of interactions how the contact took them, also of canceled ones (IN-48). Saying nothing changes nothing.
func Evaluate(s *app.Session, rows []data.Interaction, evaluation data.Evaluation) error {
	if evaluation == data.NotEvaluated || len(rows) == 0 {
		return nil
	}
	return s.Write(data.Msg("interactions-evaluated", len(rows)), func(tx *data.Tx) error {
		return data.EvaluateInteractions(tx, evaluation, idsOf(rows)...)
	})
}
