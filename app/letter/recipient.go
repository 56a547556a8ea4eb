package letter

import (
	"errors"

	"campaigndesk/app"
	"campaigndesk/app/locale"
	"campaigndesk/data"
)

// sender is what the letters of a segment have in common. It reads a record once, however many letters need it.
type sender struct {
	session     *app.Session
	header      data.SegmentHeader
	salespeople map[data.SalespersonCode]data.Salesperson
	campaigns   map[data.CampaignNo]data.Campaign
	templates   map[int64]*Template // by attachment
	files       map[int64]data.Attachment
}

func newSender(s *app.Session, segment data.SegmentNo) (*sender, error) {
	header, err := data.SegmentHeaders.Get(s.DB, segment)
	if errors.Is(err, data.ErrNotFound) {
		err = data.Msg("report-no-such-segment", segment)
	}
	return &sender{session: s, header: header, salespeople: map[data.SalespersonCode]data.Salesperson{},
		campaigns: map[data.CampaignNo]data.Campaign{}, templates: map[int64]*Template{}, files: map[int64]data.Attachment{}}, err
}

// recipient is whom a letter is for: a line of the segment, with its contact.
type recipient struct {
	*sender
	line    data.SegmentLine
	contact data.Contact
}

// recipient reads the contact of a line. Those who must not be written to are refused.
func (s *sender) recipient(line data.SegmentLine) (*recipient, error) {
	c, err := data.Contacts.Get(s.session.DB, line.ContactNo)
	if err == nil && c.PrivacyBlocked {
		err = data.Msg("letter-privacy-blocked")
	}
	return &recipient{s, line, c}, err
}

// value is the text of a field.
func (r *recipient) value(field int) (string, error) { return Fields[field].value(r) }

// day writes a date as the contact's region does, if it has one of its own.
func (r *recipient) day(d data.Date) string {
	l, ok := locale.Find(r.contact.FormatRegion)
	if !ok {
		l = r.session.Locale
	}
	return l.FormatDate(d)
}

func (r *recipient) salesperson() (data.Salesperson, error) {
	return kept(r.salespeople, r.line.SalespersonCode, func(code data.SalespersonCode) (data.Salesperson, error) {
		return data.Salespeople.Get(r.session.DB, code)
	})
}

func (r *recipient) campaign() (data.Campaign, error) {
	return kept(r.campaigns, r.line.CampaignNo, func(no data.CampaignNo) (data.Campaign, error) {
		return data.Campaigns.Get(r.session.DB, no)
	})
}

// kept reads a record unless it was read before; a blank record if there is none.
func kept[K comparable, R any](known map[K]R, key K, read func(K) (R, error)) (R, error) {
	if record, ok := known[key]; ok {
		return record, nil
	}
	record, err := read(key)
	if errors.Is(err, data.ErrNotFound) {
		err = nil
	}
	if err == nil {
		known[key] = record
	}
	return record, err
}

// attachment is the number of the file that a line sends: its own in its language, else that of the segment, if the line has the
// segment's template (IN-16, IN-17); 0 if none.
func (r *recipient) attachment() (int64, error) {
	for _, line := range []int{r.line.LineNo, 0} {
		if line == 0 && r.line.InteractionTemplateCode != r.header.InteractionTemplateCode {
			return 0, nil
		}
		row, err := data.SegmentLanguages.Get(r.session.DB, r.header.No, line, r.language())
		if err == nil && row.AttachmentNo != 0 {
			return row.AttachmentNo, nil
		}
		if err != nil && !errors.Is(err, data.ErrNotFound) {
			return 0, err
		}
	}
	return 0, nil
}

func (r *recipient) language() string {
	if r.line.LanguageCode != "" {
		return r.line.LanguageCode
	}
	return r.header.LanguageCode
}

// file is what is known of an attachment.
func (s *sender) file(attachment int64) (data.Attachment, error) {
	return kept(s.files, attachment, func(id int64) (data.Attachment, error) { return data.GetAttachment(s.session.DB, id) })
}

// template reads an attachment as a document with merge fields.
func (s *sender) template(attachment int64) (*Template, error) {
	return kept(s.templates, attachment, func(id int64) (*Template, error) {
		file, err := s.file(id)
		if err != nil {
			return nil, err
		}
		content, err := data.AttachmentContent(s.session.DB, id)
		if err != nil {
			return nil, err
		}
		return Open(file.FileName, content)
	})
}
