package report

import (
	"iter"
	"strings"

	"campaigndesk/app"
	"campaigndesk/app/addressee"
	"campaigndesk/data"
)

// SegmentLabels prints the addresses of a segment's lines on labels, in their order, with each line's alternative address and
// date (RP-4). So many labels of the first sheet are used already and stay free.
func SegmentLabels(s *app.Session, segment data.SegmentNo, sheet LabelSheet, used int) (Report, error) {
	r := addressed(s, "report-segment-labels", labels{sheet, used})
	lines, err := segmentLines(s, segment)
	if err != nil {
		return r, err
	}
	r.Total = lines.Len()
	r.Sections = func(yield func(Section, error) bool) {
		for row := range lines.Len() {
			line, err := lines.At(row)
			if err == nil && line.ContactNo == "" {
				continue
			}
			var section Section
			if err == nil {
				section, err = addressOf(s, line.ContactNo, line.AltAddressCode, line.Date)
			}
			if !yield(section, err) || err != nil {
				return
			}
		}
	}
	return r, nil
}

// ContactLabels prints the addresses of contacts on the work date on labels (RP-5).
func ContactLabels(s *app.Session, contacts data.View, sheet LabelSheet, used int) (Report, error) {
	return contactAddresses(s, "report-contact-labels", labels{sheet, used}, contacts)
}

// ContactCoverSheets prints a cover sheet for each of the contacts (RP-6).
func ContactCoverSheets(s *app.Session, contacts data.View, sheet CoverSheet) (Report, error) {
	return contactAddresses(s, "report-contact-cover-sheets", covers{sheet}, contacts)
}

// SegmentCoverSheets prints a cover sheet for each contact of a segment, one however many lines it has (RP-6).
func SegmentCoverSheets(s *app.Session, segment data.SegmentNo, sheet CoverSheet) (Report, error) {
	r := addressed(s, "report-segment-cover-sheets", covers{sheet})
	numbers, err := distinctContacts(s, segment)
	r.Total = len(numbers)
	r.Sections = func(yield func(Section, error) bool) {
		for _, no := range numbers {
			section, err := addressOf(s, no, "", s.WorkDate)
			if !yield(section, err) || err != nil {
				return
			}
		}
	}
	return r, err
}

// addressed is a report of addresses; cover sheets bear the work date.
func addressed(s *app.Session, title string, form Form) Report {
	r := start(s, title, form)
	r.Day = s.WorkDate
	r.Fields = tableOnly(r.columns("no", "name", "address"))
	r.Sections = iter.Seq2[Section, error](func(func(Section, error) bool) {})
	return r
}

func contactAddresses(s *app.Session, title string, form Form, contacts data.View) (Report, error) {
	r := addressed(s, title, form)
	list, err := data.Contacts.Open(s.DB, contacts)
	if err != nil {
		return r, err
	}
	r.Total = list.Len()
	r.Sections = sections(list, func(c data.Contact) (Section, error) { return address(s, c, "", s.WorkDate) })
	return r, nil
}

func addressOf(s *app.Session, no data.ContactNo, alternative data.AltAddressCode, day data.Date) (Section, error) {
	c, err := data.Contacts.Get(s.DB, no)
	if err != nil {
		return Section{}, err
	}
	return address(s, c, alternative, day)
}

func address(s *app.Session, c data.Contact, alternative data.AltAddressCode, day data.Date) (Section, error) {
	block, err := addressee.Block(s, c, alternative, day)
	return Section{Address: block, Fields: []any{c.No, c.Name, strings.Join(block, ", ")}}, err
}
