package windows

import (
	"campaigndesk/app"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// WhoGetsIt lists everybody who has a campaign's prices, with the way by which they have them: customer, its company, the
// person there, and the segment line or logged interaction that made them a target.
func WhoGetsIt(s *app.Session, no data.CampaignNo) page.Page {
	type W = data.Way
	return &page.List[W]{
		Name: "who-gets-it", Session: s,
		Title: func() string { return string(no) },
		Rows:  func() ([]W, error) { return data.WaysOf(s.DB, no) },
		Watches: []string{data.CampaignTargets.Name(), data.SegmentLines.Name(), data.Interactions.Name(), data.Contacts.Name(),
			data.Customers.Name(), data.ContactBusinessRelations.Name()},
		Card: func(w *W) page.Page {
			if w.CustomerNo != "" {
				return customerCardOf(s, w.CustomerNo)
			}
			return contactCardOf(s, w.CompanyNo)
		},
		Fields: page.Fields[W]{
			page.Choice("type", func(w *W) *data.TargetType { return &w.Type }, "customer", "contact").Width(10),
			page.Code("customer-no", func(w *W) *data.CustomerNo { return &w.CustomerNo }),
			page.Text("customer-name", func(w *W) *string { return &w.CustomerName }),
			page.Code("company-no", func(w *W) *data.ContactNo { return &w.CompanyNo }),
			page.Text("company-name", func(w *W) *string { return &w.CompanyName }),
			page.Text("person-name", func(w *W) *string { return &w.PersonName }).Width(20),
			page.Calc("target-reason", func(w *W) string { return wayReason(s, w) }).Width(22).Toned(func(w *W) page.Tone {
				if w.SegmentNo == "" && w.Interaction == 0 {
					return page.Warning
				}
				return page.Plain
			}),
			page.Date("date", func(w *W) *data.Date { return &w.Date }),
		},
		Actions: []page.Action[W]{
			{Caption: "contact", Promoted: true, Enabled: func(w *W) bool { return w.CompanyNo != "" || w.PersonNo != "" },
				Open: func(w *W) page.Page {
					if w.PersonNo != "" {
						return contactCardOf(s, w.PersonNo)
					}
					return contactCardOf(s, w.CompanyNo)
				}},
			{Caption: "segment", Promoted: true, Enabled: func(w *W) bool { return w.SegmentNo != "" && w.Interaction == 0 },
				Open: func(w *W) page.Page { return segmentCardOf(s, w.SegmentNo) }},
		},
		Empty: "who-gets-it-empty",
	}
}

// wayReason is what made the party a target: a segment, a logged interaction, or nothing any more.
func wayReason(s *app.Session, w *data.Way) string {
	switch {
	case w.Interaction != 0:
		return s.Texts.T("logged-interaction")
	case w.SegmentNo != "":
		return string(w.SegmentNo)
	}
	return s.Texts.T("no-reason-any-more")
}
