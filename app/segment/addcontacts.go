package segment

import (
	"campaigndesk/app"
	"campaigndesk/app/campaign"
	"campaigndesk/data"
)

// AddContacts adds the chosen contacts to a segment, each filled from the header (SG-32…39). Targets of an activated campaign
// join its target group (CP-90). It returns how many were added;
// [data.CountContacts] tells it beforehand.
func AddContacts(s *app.Session, no data.SegmentNo, choice data.ContactChoice) (added int, err error) {
	n, err := data.CountContacts(s.DB, no, choice)
	if err != nil || n == 0 {
		return 0, err
	}
	_, err = write(s, data.Msg("segment-contacts-added", n, no), func(tx *data.Tx) ([]data.Message, error) {
		return campaign.KeepTargets(tx, func() ([]data.Reason, error) { return data.ReasonsOfSegment(tx, no) }, func() (err error) {
			added, err = data.AddContacts(tx, no, choice)
			return err
		})
	})
	return added, err
}
