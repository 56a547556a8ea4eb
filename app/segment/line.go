package segment

import (
	"errors"

	"campaigndesk/app"
	"campaigndesk/app/campaign"
	"campaigndesk/data"
)

// SetContact puts a contact on a line: everything else comes anew from the segment's header, the salesperson from the
// contact when the header has none, and the company from the contact (SG-24). A blank contact leaves a line for later (SG-27).
func SetContact(r data.Reader, line *data.SegmentLine, no data.ContactNo) error {
	header, err := data.SegmentHeaders.Get(r, line.SegmentNo)
	if err != nil {
		return err
	}
	contact, err := find(r, no)
	if err != nil {
		return err
	}
	line.ContactNo, line.ContactCompanyNo = no, contact.CompanyNo
	line.Description, line.Date = header.Description, header.Date
	line.CampaignNo, line.CampaignTarget, line.CampaignResponse = header.CampaignNo, header.CampaignTarget, header.CampaignResponse
	line.SalespersonCode = header.SalespersonCode
	if line.SalespersonCode == "" {
		line.SalespersonCode = contact.SalespersonCode
	}
	return nil
}

// find reads a contact; blank is no contact.
func find(r data.Reader, no data.ContactNo) (data.Contact, error) {
	if no == "" {
		return data.Contact{}, nil
	}
	contact, err := data.Contacts.Get(r, no)
	if errors.Is(err, data.ErrNotFound) {
		return contact, data.Msg("contact-missing", no).At("contact_no")
	}
	return contact, err
}

// AddLine stores a new line, filled by [SetContact] and edited since, below the line above, at the top when that is nil. A
// target of an activated campaign joins its target group (CP-90).
func AddLine(s *app.Session, line, above *data.SegmentLine) ([]data.Message, error) {
	filled := data.SegmentLine{SegmentNo: line.SegmentNo}
	if err := SetContact(s.DB, &filled, line.ContactNo); err != nil {
		return nil, err
	}
	if err := checkLine(s.DB, &filled, line); err != nil {
		return nil, err
	}
	place := 0
	if above != nil {
		place = above.LineNo
	}
	return write(s, data.Msg("segment-line-added", line.SegmentNo), func(tx *data.Tx) ([]data.Message, error) {
		return campaign.KeepTargets(tx, reasonsOf(tx, line), func() (err error) {
			if line.LineNo, err = data.LineNo(tx, data.SegmentLines, data.Equal("segment_no", line.SegmentNo), place); err != nil {
				return err
			}
			return data.SegmentLines.Insert(tx, line)
		})
	})
}

// SaveLine stores a changed line. The target groups of the campaigns it named and names follow (CP-91).
func SaveLine(s *app.Session, before, after *data.SegmentLine) ([]data.Message, error) {
	if *after == *before {
		return nil, nil
	}
	if err := checkLine(s.DB, before, after); err != nil {
		return nil, err
	}
	return write(s, data.Msg("segment-line-changed", after.SegmentNo), func(tx *data.Tx) ([]data.Message, error) {
		return campaign.KeepTargets(tx, reasonsOf(tx, after), func() error { return data.SegmentLines.Update(tx, after) })
	})
}

// reasonsOf reads the reason that one line gives, before and after a change.
func reasonsOf(tx *data.Tx, line *data.SegmentLine) func() ([]data.Reason, error) {
	return func() ([]data.Reason, error) { return data.ReasonsOfLines(tx, line.ID) }
}

// checkLine refuses what a line newly names and cannot have, and takes the company of its contact.
func checkLine(r data.Reader, before, after *data.SegmentLine) error {
	contact, err := find(r, after.ContactNo)
	if err != nil {
		return err
	}
	after.ContactCompanyNo = contact.CompanyNo
	if after.SalespersonCode != before.SalespersonCode {
		if err := app.CheckSalesperson(r, after.SalespersonCode); err != nil {
			return err
		}
	}
	return checkCampaign(r, before.CampaignNo, after.CampaignNo)
}

// DeleteLines removes lines of one segment. Who is no target of an activated campaign any more leaves its target group
// (CP-94, CP-95).
func DeleteLines(s *app.Session, lines []data.SegmentLine) ([]data.Message, error) {
	if len(lines) == 0 {
		return nil, nil
	}
	ids := make([]int64, len(lines))
	for i, line := range lines {
		ids[i] = line.ID
	}
	return write(s, data.Msg("segment-lines-deleted", len(lines), lines[0].SegmentNo), func(tx *data.Tx) ([]data.Message, error) {
		return campaign.KeepTargets(tx, func() ([]data.Reason, error) { return data.ReasonsOfLines(tx, ids...) }, func() error {
			for _, id := range ids {
				if err := data.SegmentLines.Delete(tx, id); err != nil {
					return err
				}
			}
			return nil
		})
	})
}
