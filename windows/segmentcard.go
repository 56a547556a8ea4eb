package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/segment"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// SegmentCard shows one segment with its contacts (UI-11). A change of the header asks once whether the lines follow. An id of
// 0 is a new segment, of the campaign if one is given (SG-3).
func SegmentCard(s *app.Session, id int64, campaign data.CampaignNo) page.Page {
	type H = data.SegmentHeader
	ofCampaign := func(h *H) bool { return h.CampaignNo != "" }
	return &page.Card[H]{
		Name: "segment-card", Session: s, Table: data.SegmentHeaders, ID: id,
		Title:   func(h *H) string { return string(h.No) + " " + h.Description },
		Watches: []string{data.SegmentLines.Name(), data.Campaigns.Name()},
		New:     func() H { return H{CampaignNo: campaign} },
		Insert:  func(w *page.Window, h *H) error { return w.Noticed(segment.Create(s, h)) },
		Ask:     func(before, after *H) (*app.Question, error) { return segment.AskLines(s, before, after) },
		Answered: func(w *page.Window, before, after *H, yes bool) error {
			return answered(s, w, before, after, yes)
		},
		Save: func(w *page.Window, before, after *H) error {
			return w.Noticed(segment.Save(s, before, after, segment.No))
		},
		Delete: func(w *page.Window, h *H) error { return w.Noticed(segment.Delete(s, []H{*h})) },
		Tabs: []page.Tab[H]{
			{Caption: "general", Fields: page.Fields[H]{
				page.Code("no", func(h *H) *data.SegmentNo { return &h.No }),
				page.Text("description", func(h *H) *string { return &h.Description }).Required(),
				page.Code("salesperson-code", func(h *H) *data.SalespersonCode { return &h.SalespersonCode }).Lookup(salespersonLookup()),
				page.Date("date", func(h *H) *data.Date { return &h.Date }),
			}},
			{Caption: "campaign", Fields: page.Fields[H]{
				page.Code("campaign-no", func(h *H) *data.CampaignNo { return &h.CampaignNo }).Lookup(campaignLookup()),
				page.Text("campaign-description", func(h *H) *string { return &h.CampaignName }).ReadOnly(),
				page.Check("campaign-target", func(h *H) *bool { return &h.CampaignTarget }).EditableIf(ofCampaign),
				page.Check("campaign-response", func(h *H) *bool { return &h.CampaignResponse }).EditableIf(ofCampaign),
			}},
		},
		Parts: []page.Part[H]{segmentLines(s)},
		Actions: []page.Action[H]{
			{Caption: "add-contacts", Key: "Ctrl+Shift+A", Promoted: true, Primary: true,
				Do: func(w *page.Window, h *H) error { return askContacts(s, w, h) }},
			{Caption: "campaign", Group: "menu-view", Enabled: ofCampaign, Promoted: true,
				Open: func(h *H) page.Page { return campaignCardOf(s, h.CampaignNo) }},
		},
	}
}

// answered saves a header after the question for its lines; a new template that goes to them is followed by the question for its values
// (S:DV-2).
func answered(s *app.Session, w *page.Window, before, after *data.SegmentHeader, yes bool) error {
	if !yes {
		return w.Noticed(segment.Save(s, before, after, segment.No))
	}
	q := segment.AskValues(before, after)
	if q == nil {
		return w.Noticed(segment.Save(s, before, after, segment.Yes))
	}
	w.Ask(*q, func(values bool) {
		answer := segment.Yes
		if values {
			answer = segment.YesWithValues
		}
		if err := w.Noticed(segment.Save(s, before, after, answer)); err != nil {
			w.Fail(err)
		}
	})
	return nil
}

// segmentLines are the contacts of a segment. Campaign Target can be set and cleared on each.
func segmentLines(s *app.Session) page.Part[data.SegmentHeader] {
	type H = data.SegmentHeader
	type L = data.SegmentLine
	return &page.ListPart[H, L]{
		Name: "segment-lines", Session: s, Table: data.SegmentLines, Height: 12,
		Summary: func(h *H) string { return s.Texts.T("segment-lines-summary", h.Lines, h.Targets) },
		View:    func(h *H) data.View { return data.View{Fixed: []data.Cond{data.Equal("segment_no", h.No)}} },
		Watches: []string{data.Contacts.Name()},
		New: func(h *H, above *L) L {
			line := L{SegmentNo: h.No}
			if above != nil {
				line.LineNo = above.LineNo // until it has a number of its own: the line it follows
			}
			return line
		},
		Insert: func(w *page.Window, _ *H, l *L) error { return w.Noticed(segment.AddLine(s, l, &L{LineNo: l.LineNo})) },
		Save: func(w *page.Window, _ *H, before, after *L) error {
			return w.Noticed(segment.SaveLine(s, before, after))
		},
		Delete: func(w *page.Window, _ *H, rows []L) error { return w.Noticed(segment.DeleteLines(s, rows)) },
		Fields: page.Fields[L]{
			page.Code("contact-no", func(l *L) *data.ContactNo { return &l.ContactNo }).Lookup(contactLookup()).
				Validate(func(l *L) error { return segment.SetContact(s.DB, l, l.ContactNo) }),
			page.Text("company-name", func(l *L) *string { return &l.CompanyName }).ReadOnly(),
			page.Text("contact-name", func(l *L) *string { return &l.ContactName }).ReadOnly().Width(22),
			page.Text("description", func(l *L) *string { return &l.Description }),
			page.Code("salesperson-code", func(l *L) *data.SalespersonCode { return &l.SalespersonCode }).Lookup(salespersonLookup()),
			page.Code("campaign-no", func(l *L) *data.CampaignNo { return &l.CampaignNo }).Lookup(campaignLookup()),
			page.Check("campaign-target", func(l *L) *bool { return &l.CampaignTarget }).Width(14).EditableIf(func(l *L) bool { return l.CampaignNo != "" }),
			page.Check("campaign-response", func(l *L) *bool { return &l.CampaignResponse }).Width(14).EditableIf(func(l *L) bool { return l.CampaignNo != "" }).Hidden(),
			page.Date("date", func(l *L) *data.Date { return &l.Date }).Hidden(),
			page.Text("phone-no", func(l *L) *string { return &l.PhoneNo }).ReadOnly().Hidden(),
			page.Text("e-mail", func(l *L) *string { return &l.EMail }).ReadOnly().Hidden(),
		},
		Empty: "segment-lines-empty",
	}
}
