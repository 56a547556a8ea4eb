package windows

import (
	"campaigndesk/app"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// ContactSegments is the list of the open segments that a contact is on: a company's with its persons' lines, a person's its own
// (SG-79, UI-23).
func ContactSegments(s *app.Session, c *data.Contact) page.Page {
	type L = data.SegmentLine
	column, title := "contact_no", string(c.No)+" "+c.Name
	if c.Type == data.Company {
		column = "contact_company_no"
	}
	no := c.No
	return &page.List[L]{
		Name: "contact-segments", Session: s, Table: data.SegmentLines, Watches: []string{data.Contacts.Name()},
		Title: func() string { return title },
		View:  func() data.View { return data.View{Fixed: []data.Cond{data.Equal(column, no)}} },
		Card:  func(l *L) page.Page { return segmentCardOf(s, l.SegmentNo) },
		Fields: page.Fields[L]{
			page.Code("segment-no", func(l *L) *data.SegmentNo { return &l.SegmentNo }),
			page.Text("description", func(l *L) *string { return &l.Description }).Width(40),
			page.Date("date", func(l *L) *data.Date { return &l.Date }),
			page.Code("contact-no", func(l *L) *data.ContactNo { return &l.ContactNo }),
			page.Text("contact-name", func(l *L) *string { return &l.ContactName }).Width(30),
		},
		Empty: "contact-segments-empty",
	}
}
