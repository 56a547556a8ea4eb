package segment

import (
	"context"
	"errors"

	"campaigndesk/app"
	"campaigndesk/app/campaign"
	"campaigndesk/data"
	"campaigndesk/data/filter"
)

// SetContact puts a contact on a line: everything else comes anew from the segment's header, the salesperson from the
// contact when the header has none, and company, alternative address, correspondence type and language from the contact
// (SG-24). A blank contact leaves a line for later (SG-27); one that is privacy-blocked is refused (S:DV-17).
func SetContact(r data.Reader, line *data.SegmentLine, no data.ContactNo) error {
	header, err := find(r, line.SegmentNo)
	if err != nil {
		return err
	}
	contact, err := contactOf(r, no)
	if err != nil {
		return err
	}
	if contact.PrivacyBlocked {
		return data.Msg("segment-contact-blocked", no, contact.Name).At("contact_no")
	}
	t, err := template(r, header.InteractionTemplateCode)
	if err != nil {
		return err
	}
	*line = data.SegmentLine{ID: line.ID, SegmentNo: line.SegmentNo, LineNo: line.LineNo,
		ContactNo: no, ContactCompanyNo: contact.CompanyNo,
		Description: header.Description, Date: header.Date, SalespersonCode: header.SalespersonCode,
		CampaignNo: header.CampaignNo, CampaignTarget: header.CampaignTarget, CampaignResponse: header.CampaignResponse,
		InteractionTemplateCode: header.InteractionTemplateCode, InteractionGroupCode: header.InteractionGroupCode,
		Cost: header.UnitCost, Duration: header.UnitDuration, InformationFlow: header.InformationFlow, InitiatedBy: header.InitiatedBy}
	if line.SalespersonCode == "" { // SG-24a
		line.SalespersonCode = contact.SalespersonCode
	}
	switch { // SG-24b
	case header.IgnoreContactCorresType && header.CorrespondenceType != data.NoCorrespondence:
		line.CorrespondenceType = header.CorrespondenceType
	case t.IgnoreContactCorresType || contact.CorrespondenceType == data.NoCorrespondence:
		line.CorrespondenceType = t.CorrespondenceType
	default:
		line.CorrespondenceType = contact.CorrespondenceType
	}
	if line.AltAddressCode, err = data.ActiveAltAddress(r, no, line.Date); err != nil {
		return err
	}
	return headerLanguage(r, line, &header, contact.LanguageCode)
}

// headerLanguage gives a line the language and the subject of the header, in the contact's language if the header has it
// (SG-24c, IN-16).
func headerLanguage(r data.Reader, line *data.SegmentLine, header *data.SegmentHeader, language string) error {
	line.LanguageCode, line.Subject = header.LanguageCode, header.Subject
	row, err := data.SegmentLanguages.Get(r, line.SegmentNo, 0, language)
	if errors.Is(err, data.ErrNotFound) {
		return nil
	}
	line.LanguageCode, line.Subject = row.LanguageCode, row.Subject
	return err
}

// contactOf reads a contact; blank is no contact.
func contactOf(r data.Reader, no data.ContactNo) (data.Contact, error) {
	if no == "" {
		return data.Contact{}, nil
	}
	contact, err := data.Contacts.Get(r, no)
	if errors.Is(err, data.ErrNotFound) {
		return contact, data.Msg("contact-missing", no).At("contact_no")
	}
	return contact, err
}

// SetTemplate puts an interaction template on a line, which needs a contact: cost, duration, group, information flow, initiator
// and marks come from the template, the description where it is blank or came from another template, the campaign where neither
// header nor line has one (SG-25). Before is the line as it was.
func SetTemplate(r data.Reader, before, line *data.SegmentLine) error {
	if line.ContactNo == "" {
		return data.Msg("segment-contact-first").At("contact_no")
	}
	header, err := find(r, line.SegmentNo)
	if err != nil {
		return err
	}
	contact, err := contactOf(r, line.ContactNo)
	if err != nil {
		return err
	}
	t, err := template(r, line.InteractionTemplateCode)
	if err != nil {
		return err
	}
	line.InteractionGroupCode, line.Cost, line.Duration = t.InteractionGroupCode, t.UnitCost, t.UnitDuration
	line.InformationFlow, line.InitiatedBy = t.InformationFlow, t.InitiatedBy
	line.CampaignTarget, line.CampaignResponse = t.CampaignTarget, t.CampaignResponse
	if line.Description == "" || before.InteractionTemplateCode != "" && before.InteractionTemplateCode != line.InteractionTemplateCode {
		line.Description = t.Description
	}
	switch {
	case header.CampaignNo != "":
		line.CampaignNo = header.CampaignNo
	case t.CampaignNo != "":
		line.CampaignNo = t.CampaignNo
	}
	switch { // SG-25a
	case header.IgnoreContactCorresType && header.CorrespondenceType != data.NoCorrespondence:
		line.CorrespondenceType = header.CorrespondenceType
	case t.IgnoreContactCorresType, contact.CorrespondenceType == data.NoCorrespondence && t.CorrespondenceType != data.NoCorrespondence:
		line.CorrespondenceType = t.CorrespondenceType
	case contact.CorrespondenceType != data.NoCorrespondence:
		line.CorrespondenceType = contact.CorrespondenceType
	}
	if line.InteractionTemplateCode == header.InteractionTemplateCode {
		return headerLanguage(r, line, &header, contact.LanguageCode)
	}
	return templateLanguage(r, line, &t, contact.LanguageCode)
}

// templateLanguage gives a line with a template of its own the contact's language if the template has it, else the template's
// default, else the first it has (IN-17).
func templateLanguage(r data.Reader, line *data.SegmentLine, t *data.InteractionTemplate, language string) error {
	rows, err := data.InteractionTemplateLanguages.Select(r, data.View{Fixed: []data.Cond{data.Equal("template_code", t.Code)}})
	if err != nil {
		return err
	}
	line.LanguageCode, line.Subject = t.LanguageCode, ""
	for i, row := range rows {
		if row.LanguageCode == language || i == 0 && t.LanguageCode == "" {
			line.LanguageCode = row.LanguageCode
		}
	}
	return nil
}

// AddLine stores a new line, filled by [SetContact] and edited since, below the line above, at the top when that is nil. A
// target of an activated campaign joins its target group (CP-90). The contact is noted among the criteria (SG-48).
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
	return write(context.Background(), s, data.Msg("segment-line-added", line.SegmentNo), func(tx *data.Tx) ([]data.Message, error) {
		return campaign.KeepTargets(tx, reasonsOf(tx, line), func() (err error) {
			if line.LineNo, err = data.SegmentLineNo(tx, line.SegmentNo, place); err != nil {
				return err
			}
			if err := data.SegmentLines.Insert(tx, line); err != nil {
				return err
			}
			if err := lineLanguages(tx, &filled, line); err != nil {
				return err
			}
			return typed(tx, line)
		})
	})
}

// SaveLine stores a changed line. The target groups of the campaigns it named and names follow (CP-91). Another contact is noted
// among the criteria as one that goes and one that comes (SG-48).
func SaveLine(s *app.Session, before, after *data.SegmentLine) ([]data.Message, error) {
	if *after == *before {
		return nil, nil
	}
	if err := checkLine(s.DB, before, after); err != nil {
		return nil, err
	}
	return write(context.Background(), s, data.Msg("segment-line-changed", after.SegmentNo), func(tx *data.Tx) ([]data.Message, error) {
		return campaign.KeepTargets(tx, reasonsOf(tx, after), func() error {
			another := after.ContactNo != before.ContactNo
			if another && before.ContactNo != "" {
				action, err := record(tx, after.SegmentNo, contactsNamed(data.ReduceAction, before.ContactNo))
				if err != nil {
					return err
				}
				if err := data.NoteDeletions(tx, action, after.ID); err != nil {
					return err
				}
			}
			if err := data.SegmentLines.Update(tx, after); err != nil {
				return err
			}
			if another || after.InteractionTemplateCode != before.InteractionTemplateCode {
				if err := lineLanguages(tx, before, after); err != nil {
					return err
				}
			}
			if another {
				return typed(tx, after)
			}
			return nil
		})
	})
}

// typed notes that a contact was typed on a line (SG-48). Repeated, it comes even if it is there already or left out of segments.
func typed(tx *data.Tx, line *data.SegmentLine) error {
	if line.ContactNo == "" {
		return nil
	}
	named := contactsNamed(data.AddContactsAction, line.ContactNo)
	named.AllowExisting, named.IgnoreExclusion = true, true
	action, err := record(tx, line.SegmentNo, named)
	if err != nil {
		return err
	}
	return data.NoteInsertion(tx, action, line)
}

// contactsNamed are criteria with a filter on contact numbers.
func contactsNamed(action data.SegmentAction, contacts ...data.ContactNo) Criteria {
	codes := make([]string, len(contacts))
	for i, no := range contacts {
		codes[i] = string(no)
	}
	return Criteria{Action: action, Filters: Filters{data.ContactSection: {"no": filter.OneOf(codes...)}}}
}

// lineLanguages gives a line the languages of its template when that is not the header's, and none of its own when it is (SG-25).
// Filled is the line as the header fills it, or as it was.
func lineLanguages(tx *data.Tx, filled, line *data.SegmentLine) error {
	header, err := find(tx, line.SegmentNo)
	if err != nil {
		return err
	}
	switch {
	case line.InteractionTemplateCode != header.InteractionTemplateCode:
		return data.CopyTemplateLanguages(tx, line.SegmentNo, line.LineNo, line.InteractionTemplateCode)
	case line.ContactNo != filled.ContactNo || line.InteractionTemplateCode != filled.InteractionTemplateCode:
		return data.CopyTemplateLanguages(tx, line.SegmentNo, line.LineNo, "")
	}
	return nil
}

// reasonsOf reads the reason that one line gives, before and after a change.
func reasonsOf(tx *data.Tx, line *data.SegmentLine) func() ([]data.Reason, error) {
	return func() ([]data.Reason, error) { return data.ReasonsOfLines(tx, line.ID) }
}

// checkLine refuses what a line newly names and cannot have, and takes the company of its contact.
func checkLine(r data.Reader, before, after *data.SegmentLine) error {
	contact, err := contactOf(r, after.ContactNo)
	if err != nil {
		return err
	}
	if contact.PrivacyBlocked && after.ContactNo != before.ContactNo {
		return data.Msg("segment-contact-blocked", after.ContactNo, contact.Name).At("contact_no")
	}
	after.ContactCompanyNo = contact.CompanyNo
	if after.SalespersonCode != before.SalespersonCode {
		if err := app.CheckSalesperson(r, after.SalespersonCode); err != nil {
			return err
		}
	}
	if after.InteractionTemplateCode != before.InteractionTemplateCode {
		if _, err := template(r, after.InteractionTemplateCode); err != nil {
			return err
		}
	}
	if after.LanguageCode != before.LanguageCode && after.InteractionTemplateCode == before.InteractionTemplateCode && after.ContactNo == before.ContactNo {
		if _, err := FindLanguage(r, after, after.LanguageCode); err != nil {
			return err
		}
	}
	return checkCampaign(r, before.CampaignNo, after.CampaignNo)
}

// someLines is how many lines deleted at once are named in one action of the criteria; a filter must not become endless.
const someLines = 250

// DeleteLines removes lines of one segment. Who is no target of an activated campaign any more leaves its target group
// (CP-94, CP-95). The contacts are noted among the criteria (SG-48).
func DeleteLines(s *app.Session, lines []data.SegmentLine) ([]data.Message, error) {
	if len(lines) == 0 {
		return nil, nil
	}
	no := lines[0].SegmentNo
	ids := make([]int64, len(lines))
	for i, line := range lines {
		ids[i] = line.ID
	}
	return write(context.Background(), s, data.Msg("segment-lines-deleted", len(lines), no), func(tx *data.Tx) ([]data.Message, error) {
		return campaign.KeepTargets(tx, func() ([]data.Reason, error) { return data.ReasonsOfLines(tx, ids...) }, func() error {
			for len(lines) > 0 {
				some := lines[:min(someLines, len(lines))]
				lines = lines[len(some):]
				if err := deleteSome(tx, no, some); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

func deleteSome(tx *data.Tx, no data.SegmentNo, lines []data.SegmentLine) error {
	var ids []int64
	var contacts []data.ContactNo
	for _, line := range lines {
		ids = append(ids, line.ID)
		if line.ContactNo != "" {
			contacts = append(contacts, line.ContactNo)
		}
	}
	action := 0
	if contacts != nil {
		var err error
		if action, err = record(tx, no, contactsNamed(data.ReduceAction, contacts...)); err != nil {
			return err
		}
	}
	return data.RemoveLines(tx, no, action, ids...)
}
