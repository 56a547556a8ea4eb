package report

import (
	"errors"
	"iter"
	"slices"
	"strings"

	"campaigndesk/app"
	"campaigndesk/app/addressee"
	"campaigndesk/data"
)

// ContactList shows contacts with their address and figures, four to a page (RP-3).
func ContactList(s *app.Session, contacts data.View) (Report, error) {
	r := start(s, "report-contact-list", quarters{})
	r.Filters = filters(s, "", contacts)
	list, err := data.Contacts.Open(s.DB, contacts)
	if err != nil {
		return r, err
	}
	r.Fields = append(tableOnly(r.columns("no", "name", "address")),
		r.columns("type", "salesperson-code", "phone-no", "cost-lcy", "duration-min", "report-interactions")...)
	minutes(r.Fields, len(r.Fields)-2)
	r.Total = list.Len()
	r.Sections = sections(list, func(c data.Contact) (Section, error) {
		address, err := addressee.Block(s, c, "", s.WorkDate)
		if err != nil {
			return Section{}, err
		}
		figures, err := data.FiguresOfContact(s.DB, c.No, data.Period{})
		return Section{
			Title:   titled(string(c.No), c.Name),
			Address: address,
			Fields: []any{c.No, c.Name, strings.Join(address, ", "), typeOf(s, c), c.SalespersonCode, c.PhoneNo,
				figures.Cost, figures.Duration, figures.Interactions},
		}, err
	})
	return r, nil
}

// SegmentContacts shows the contacts of segments, each once, with their address and figures, four to a page (RP-2, RP-11). The
// second view chooses among the contacts.
func SegmentContacts(s *app.Session, segments, contacts data.View) (Report, error) {
	r := start(s, "report-segment-contacts", quarters{})
	r.Filters = append(filters(s, "", segments), filters(s, "contact", contacts)...)
	headers, err := data.SegmentHeaders.Open(s.DB, segments)
	if err != nil {
		return r, err
	}
	if _, err := data.Contacts.Open(s.DB, contacts); err != nil { // a fault in a filter shows now
		return r, err
	}
	r.Fields = append(tableOnly(r.columns("report-segment-no", "no", "name", "address")),
		r.columns("report-interactions", "salesperson-code", "currency-code", "cost-lcy")...)
	for row := range headers.Len() {
		h, err := headers.At(row)
		if err != nil {
			return r, err
		}
		r.Total += h.Lines
	}
	r.Sections = func(yield func(Section, error) bool) {
		for row := range headers.Len() {
			h, err := headers.At(row)
			if err != nil {
				yield(Section{}, err)
				return
			}
			for section, err := range contactsOf(s, h, contacts) {
				if !yield(section, err) || err != nil {
					return
				}
			}
		}
	}
	return r, nil
}

func contactsOf(s *app.Session, h data.SegmentHeader, view data.View) iter.Seq2[Section, error] {
	return func(yield func(Section, error) bool) {
		numbers, err := distinctContacts(s, h.No)
		if err != nil {
			yield(Section{}, err)
			return
		}
		slices.Sort(numbers)
		for _, no := range numbers {
			found, err := data.Contacts.First(s.DB, within(view, data.Equal("no", no)), 1)
			if err == nil && len(found) == 0 {
				continue
			}
			var section Section
			if err == nil {
				section, err = contactOf(s, h, found[0])
			}
			if !yield(section, err) || err != nil {
				return
			}
		}
	}
}

func contactOf(s *app.Session, h data.SegmentHeader, c data.Contact) (Section, error) {
	address, err := addressee.Block(s, c, "", s.WorkDate)
	if err != nil {
		return Section{}, err
	}
	figures, err := data.FiguresOfContact(s.DB, c.No, data.Period{})
	return Section{
		Under:   titled(string(h.No), h.Description),
		Title:   titled(string(c.No), c.Name),
		Address: address,
		Fields: []any{h.No, c.No, c.Name, strings.Join(address, ", "), figures.Interactions, c.SalespersonCode, c.CurrencyCode,
			figures.Cost},
	}, err
}

// distinctContacts are the contacts of a segment in the order of its lines, each once.
func distinctContacts(s *app.Session, segment data.SegmentNo) ([]data.ContactNo, error) {
	lines, err := segmentLines(s, segment)
	if err != nil {
		return nil, err
	}
	var numbers []data.ContactNo
	seen := map[data.ContactNo]bool{}
	for row := range lines.Len() {
		line, err := lines.At(row)
		if err != nil {
			return nil, err
		}
		if line.ContactNo != "" && !seen[line.ContactNo] {
			seen[line.ContactNo] = true
			numbers = append(numbers, line.ContactNo)
		}
	}
	return numbers, nil
}

// segmentLines is the lines of a segment in order; lines without a contact are for the caller to skip (RP-11).
func segmentLines(s *app.Session, segment data.SegmentNo) (*data.List[data.SegmentLine], error) {
	if _, err := data.SegmentHeaders.Get(s.DB, segment); err != nil {
		if errors.Is(err, data.ErrNotFound) {
			err = data.Msg("report-no-such-segment", segment)
		}
		return nil, err
	}
	return data.SegmentLines.Open(s.DB, data.View{Fixed: []data.Cond{data.Equal("segment_no", segment)}})
}

func typeOf(s *app.Session, c data.Contact) string {
	if c.Type == data.Person {
		return s.Texts.T("person")
	}
	return s.Texts.T("company")
}
