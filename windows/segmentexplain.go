package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/segment"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// explained is the question why a contact is on a segment or is not, with its answer.
type explained struct {
	ContactNo data.ContactNo
	segment.Explanation
}

// SegmentExplain says for a contact which criterion let it into a segment, or what keeps it out. The contact can be changed.
func SegmentExplain(s *app.Session, no data.SegmentNo, contact data.ContactNo) page.Page {
	type E = explained
	asked := E{ContactNo: contact}
	answer := func(e *E) (err error) {
		e.Explanation = segment.Explanation{}
		if e.ContactNo != "" {
			e.Explanation, err = segment.Explain(s, no, e.ContactNo)
		}
		return err
	}
	return &page.Card[E]{
		Name: "segment-explain", Session: s, Key: string(no) + " " + string(contact),
		Title: func(e *E) string { return string(no) + " " + e.Contact.Name },
		Load: func() (E, error) {
			err := answer(&asked)
			return asked, err
		},
		Save: func(_ *page.Window, _, after *E) error {
			if err := answer(after); err != nil {
				return err
			}
			asked = *after
			return nil
		},
		Watches: []string{data.SegmentLines.Name(), data.SegmentCriteriaLines.Name(), data.Contacts.Name()},
		Tabs: []page.Tab[E]{{Caption: "contact", Fields: page.Fields[E]{
			page.Code("contact-no", func(e *E) *data.ContactNo { return &e.ContactNo }).Lookup(contactLookup()),
			page.Calc("name", func(e *E) string { return e.Contact.Name }),
			page.Calc("company-name", func(e *E) string { return e.Contact.CompanyName }),
			page.Calc("on-the-segment", func(e *E) string {
				if e.Contact.No == "" {
					return ""
				}
				if e.On {
					return s.Texts.T("answer-yes")
				}
				return s.Texts.T("answer-no")
			}),
		}}},
		Parts: []page.Part[E]{&page.ListPart[E, data.Message]{
			Name: "explain-reasons", Session: s,
			Rows:   func(e *E) ([]data.Message, error) { return e.Reasons, nil },
			Fields: page.Fields[data.Message]{page.Calc("reason", func(m *data.Message) string { return s.Texts.Message(*m) }).Width(110)},
			Empty:  "segment-explain-empty",
		}},
	}
}
