package windows

import (
	"errors"

	"campaigndesk/app"
	"campaigndesk/app/segment"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// Segments is the list of all segments that are not logged yet (UI-10).
func Segments(s *app.Session) page.Page { return segmentList(s, "") }

// segmentsOf is the list of a campaign's segments; a new one belongs to it (SG-3).
func segmentsOf(s *app.Session, no data.CampaignNo) page.Page { return segmentList(s, no) }

func segmentList(s *app.Session, campaign data.CampaignNo) page.Page {
	type H = data.SegmentHeader
	list := &page.List[H]{
		Name: "segments", Session: s, Table: data.SegmentHeaders,
		Watches: []string{data.SegmentLines.Name()},
		Card:    func(h *H) page.Page { return SegmentCard(s, h.ID, "") },
		NewCard: func() page.Page { return SegmentCard(s, 0, campaign) },
		Delete:  func(w *page.Window, rows []H) error { return w.Noticed(segment.Delete(s, rows)) },
		Fields: page.Fields[H]{
			page.Code("no", func(h *H) *data.SegmentNo { return &h.No }),
			page.Text("description", func(h *H) *string { return &h.Description }).Width(30),
			page.Code("campaign-no", func(h *H) *data.CampaignNo { return &h.CampaignNo }),
			page.Text("campaign-description", func(h *H) *string { return &h.CampaignName }).Width(26),
			page.Code("salesperson-code", func(h *H) *data.SalespersonCode { return &h.SalespersonCode }),
			page.Date("date", func(h *H) *data.Date { return &h.Date }),
			page.Number("no-of-lines", func(h *H) *int { return &h.Lines }),
			page.Number("no-of-targets", func(h *H) *int { return &h.Targets }),
		},
		Actions: []page.Action[H]{
			{Caption: "logged-segments", NoRow: true, Promoted: true, Open: func(*H) page.Page { return LoggedSegments(s) }},
			{Caption: "saved-criteria", NoRow: true, Promoted: true, Open: func(*H) page.Page { return SavedCriteria(s) }},
		},
		Empty: "segments-empty",
	}
	if campaign != "" {
		list.Title = func() string { return string(campaign) }
		list.View = func() data.View { return data.View{Fixed: []data.Cond{data.Equal("campaign_no", campaign)}} }
	}
	return list
}

// segmentCardOf is the card of the segment with a number; for one that is gone the list of those that are there.
func segmentCardOf(s *app.Session, no data.SegmentNo) page.Page {
	h, err := data.SegmentHeaders.Get(s.DB, no)
	if errors.Is(err, data.ErrNotFound) {
		return Segments(s)
	}
	return SegmentCard(s, h.ID, "")
}
