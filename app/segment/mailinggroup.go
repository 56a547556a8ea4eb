package segment

import (
	"context"
	"errors"

	"campaigndesk/app"
	"campaigndesk/data"
)

// AskMailingGroup asks before the old assignments of a mailing group are deleted, naming how many contacts that are not on the
// segment lose the group (S:DV-14). A nil question asks nothing.
func AskMailingGroup(s *app.Session, no data.SegmentNo, group data.MailingGroupCode, dropOld bool) (*app.Question, error) {
	if err := checkMailingGroup(s.DB, group); err != nil || !dropOld {
		return nil, err
	}
	losing, err := data.CountLosingGroup(s.DB, no, group)
	if err != nil || losing == 0 {
		return nil, err
	}
	return &app.Question{Text: data.Msg("segment-ask-drop-group", losing, group)}, nil
}

// ApplyMailingGroup gives the contacts of a segment a mailing group, and with dropOld takes it from all others (SG-57). Lines
// without contact are passed over (S:DV-20). It returns how many contacts got it.
func ApplyMailingGroup(ctx context.Context, s *app.Session, no data.SegmentNo, group data.MailingGroupCode, dropOld bool) (added int, err error) {
	if err := checkMailingGroup(s.DB, group); err != nil {
		return 0, err
	}
	now := s.Now().UTC()
	err = s.DB.Write(ctx, data.Msg("segment-group-applied", group, no), func(tx *data.Tx) (err error) {
		added, err = data.ApplyMailingGroup(tx, no, group, dropOld, data.DateOf(now), now.Format("15:04:05"))
		return err
	})
	return added, err
}

func checkMailingGroup(r data.Reader, group data.MailingGroupCode) error {
	if group == "" {
		return data.Msg("mailing-group-blank").At("mailing_group_code")
	}
	_, err := data.MailingGroups.Get(r, group)
	if errors.Is(err, data.ErrNotFound) {
		return data.Msg("mailing-group-missing", group).At("mailing_group_code")
	}
	return err
}
