package windows

import (
	"strings"

	"campaigndesk/app"
	"campaigndesk/app/campaign"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// campaignReturn is what came of a campaign in a period.
type campaignReturn struct {
	data.Campaign
	period data.Period
	figures
	honest campaign.Return
}

// figures are BC's.
type figures = campaign.Statistics

// CampaignStatistics shows what came of a campaign (CP 14.5, UI-2): BC's figures, the honest ones below them, and the responses by
// segment and by week. Every figure leads to the rows it counts.
func CampaignStatistics(s *app.Session, no data.CampaignNo) page.Page {
	type R = campaignReturn
	period := data.Period{}
	behind := func(rows func(data.CampaignNo, data.Period) []data.Cond) func(*R) page.Page {
		return func(r *R) page.Page { return countedLog(s, &r.Campaign, rows(r.No, r.period)) }
	}
	amount := func(caption string, least, most int, of func(*R) data.Amount) page.Field[R] {
		return page.Calc(caption, func(r *R) string { return s.Locale.FormatAmount(of(r), least, most) }).Right()
	}
	number := func(caption string, of func(*R) int) page.Field[R] {
		return page.Calc(caption, func(r *R) string { return s.Locale.FormatInt(int64(of(r))) }).Right()
	}
	step := func(by int) func(*page.Window, *R) error {
		return func(w *page.Window, r *R) error {
			next, ok := neighbour(s, r.Campaign.ID, by)
			if !ok {
				w.Tell(data.Msg("no-more-records"))
				return nil
			}
			no = next
			w.Refresh()
			return nil
		}
	}
	return &page.Card[R]{
		Name: "campaign-statistics", Session: s, Key: string(no),
		Title: func(r *R) string { return strings.TrimSpace(string(r.No) + " " + r.Description) },
		Load:  func() (R, error) { return loadReturn(s, no, period) },
		Save: func(_ *page.Window, _, after *R) error {
			if period = after.period; period.To != "" && period.From > period.To {
				period = data.Period{}
				return data.Msg("m07-start-after-end")
			}
			fresh, err := loadReturn(s, no, period)
			*after = fresh
			return err
		},
		Watches: []string{data.Campaigns.Name(), data.Interactions.Name(), data.QuoteLines.Name(), data.QuoteHeaders.Name()},
		Tabs: []page.Tab[R]{
			{Caption: "period", Fields: page.Fields[R]{
				page.Date("from-date", func(r *R) *data.Date { return &r.period.From }),
				page.Date("to-date", func(r *R) *data.Date { return &r.period.To }),
			}},
			{Caption: "general", Fields: page.Fields[R]{
				number("target-contacts-contacted", func(r *R) int { return r.TargetsContacted }).Drill(behind(campaign.CountedTargets)),
				number("contacts-responded", func(r *R) int { return r.Responded }).Drill(behind(campaign.CountedResponses)),
				amount("response-rate-percent", 1, 1, func(r *R) data.Amount { return r.ResponseRate }).Drill(behind(campaign.CountedResponses)),
				page.Calc("status-code", func(r *R) string { return string(r.StatusCode) }),
				amount("cost-lcy", 2, 2, func(r *R) data.Amount { return r.Cost }).Drill(behind(campaign.Counted)),
				amount("avg-cost-per-response", 2, 2, func(r *R) data.Amount { return r.AvgCostPerResponse }).Drill(behind(campaign.CountedResponses)),
				amount("duration-min", 0, 0, func(r *R) data.Amount { return r.Duration }).Drill(behind(campaign.Counted)),
				amount("avg-duration-per-response", 0, 0, func(r *R) data.Amount { return r.AvgDurationPerResponse }).Drill(behind(campaign.CountedResponses)),
			}},
			{Caption: "honest-return", Fields: page.Fields[R]{
				number("distinct-contacts-contacted", func(r *R) int { return r.honest.Contacted }).Drill(behind(campaign.CountedTargets)),
				number("distinct-contacts-responded", func(r *R) int { return r.honest.Responded }).Drill(behind(campaign.CountedResponses)),
				amount("response-rate-of-contacts-percent", 1, 1, func(r *R) data.Amount { return r.honest.ResponseRate }).Drill(behind(campaign.CountedResponses)),
				amount("given-away-on-quotes", 2, 2, func(r *R) data.Amount { return r.honest.GivenAway }).Drill(func(r *R) page.Page { return givenAway(s, &r.Campaign, r.period) }),
				amount("cost-with-what-was-given-away", 2, 2, func(r *R) data.Amount { return r.honest.CostOfAll }).Drill(behind(campaign.Counted)),
				amount("cost-per-contact-responded", 2, 2, func(r *R) data.Amount { return r.honest.CostPerResponse }).Drill(behind(campaign.CountedResponses)),
			}},
		},
		Parts: []page.Part[R]{weeksChart(s), responsesBySegment(s), segmentsChart(s), responsesByWeek(s)},
		Actions: []page.Action[R]{
			{Caption: "entries", Key: "Ctrl+F7", Promoted: true, Open: func(r *R) page.Page { return entriesOfCampaign(s, &r.Campaign) }},
			{Caption: "interaction-log-entries", Promoted: true, Open: func(r *R) page.Page { return interactionLog(s, logOfCampaign(&r.Campaign)) }},
			{Caption: "statistics-of-all-campaigns", Promoted: true, Open: func(*R) page.Page { return AllCampaignStatistics(s) }},
			{Caption: "previous-campaign", Group: "menu-view", Key: "Ctrl+Up", Do: step(-1)},
			{Caption: "next-campaign", Group: "menu-view", Key: "Ctrl+Down", Do: step(1)},
		},
	}
}

func loadReturn(s *app.Session, no data.CampaignNo, period data.Period) (r campaignReturn, err error) {
	r.period = period
	if r.Campaign, err = data.Campaigns.Get(s.DB, no); err != nil {
		return r, err
	}
	if r.figures, err = campaign.StatisticsOf(s.DB, no, period); err != nil {
		return r, err
	}
	r.honest, err = campaign.ReturnOf(s, no, period)
	return r, err
}

// neighbour is the campaign before or after one in the order of their numbers.
func neighbour(s *app.Session, id int64, by int) (data.CampaignNo, bool) {
	list, err := data.Campaigns.Open(s.DB, data.View{})
	if err != nil {
		return "", false
	}
	at := list.IndexOf(id)
	if at < 0 {
		return "", false
	}
	next, err := list.At(at + by)
	return next.No, err == nil
}

// countedLog are the interactions behind a figure.
func countedLog(s *app.Session, c *data.Campaign, rows []data.Cond) page.Page {
	of := logOfCampaign(c)
	of.rows = rows
	of.what += " · " + s.Texts.T("counted")
	return interactionLog(s, of)
}

// weeksChart shows how the responses came in, week by week.
func weeksChart(s *app.Session) page.Part[campaignReturn] {
	return &page.ChartPart[campaignReturn]{
		Name: "response-rate-by-week", Session: s, Empty: "no-responses-yet",
		Bars: func(r *campaignReturn) ([]page.Bar, error) {
			weeks, err := campaign.ResponsesByWeek(s.DB, r.No, r.period)
			bars := make([]page.Bar, len(weeks))
			for i, week := range weeks {
				bars[i] = page.Bar{Caption: s.Locale.FormatDate(week.Week), Text: s.Locale.FormatAmount(week.Rate, 1, 1) + " %", Value: week.Rate}
			}
			return bars, err
		},
	}
}

func segmentsChart(s *app.Session) page.Part[campaignReturn] {
	return &page.ChartPart[campaignReturn]{
		Name: "response-rate-by-segment", Session: s, Empty: "no-responses-yet", Closed: true,
		Bars: func(r *campaignReturn) ([]page.Bar, error) {
			segments, err := campaign.ResponsesBySegment(s.DB, r.No, r.period)
			bars := make([]page.Bar, len(segments))
			for i, segment := range segments {
				bars[i] = page.Bar{Caption: segmentName(s, segment.SegmentNo), Text: s.Locale.FormatAmount(segment.Rate, 1, 1) + " %", Value: segment.Rate}
			}
			return bars, err
		},
	}
}

// segmentName is a segment's number, or what stands for none.
func segmentName(s *app.Session, no data.SegmentNo) string {
	if no == "" {
		return s.Texts.T("single-interactions")
	}
	return string(no)
}

// responsesBySegment are the segments through which contacts were contacted, and how many of them responded.
func responsesBySegment(s *app.Session) page.Part[campaignReturn] {
	type R = campaignReturn
	type B = behindResponse
	return &page.ListPart[R, B]{
		Name: "responses-by-segment", Session: s,
		Rows: func(r *R) ([]B, error) {
			rows, err := campaign.ResponsesBySegment(s.DB, r.No, r.period)
			return behindResponses(r, rows, func(b *B) []data.Cond {
				return append(campaign.CountedTargets(r.No, r.period), data.Equal("segment_no", b.SegmentNo))
			}), err
		},
		Card: func(b *B) page.Page { return countedLog(s, &b.of, b.rows) },
		Fields: page.Fields[B]{
			page.Calc("segment-no", func(b *B) string { return segmentName(s, b.SegmentNo) }).Width(20),
			page.Text("description", func(b *B) *string { return &b.Description }).Width(34),
			page.Number("distinct-contacts-contacted", func(b *B) *int { return &b.Contacted }).Width(14),
			page.Number("distinct-contacts-responded", func(b *B) *int { return &b.Responded }).Width(14),
			page.Amount("response-rate-percent", func(b *B) *data.Amount { return &b.Rate }).Places(1, 1).Width(14),
		},
		Empty: "no-responses-yet",
	}
}

// responsesByWeek are the weeks with the contacts that were contacted, and that responded, for the first time.
func responsesByWeek(s *app.Session) page.Part[campaignReturn] {
	type R = campaignReturn
	type B = behindResponse
	return &page.ListPart[R, B]{
		Name: "responses-by-week", Session: s, Closed: true,
		Rows: func(r *R) ([]B, error) {
			rows, err := campaign.ResponsesByWeek(s.DB, r.No, r.period)
			return behindResponses(r, rows, func(b *B) []data.Cond {
				return campaign.Counted(r.No, data.Period{From: b.Week, To: b.Week.AddDays(6)})
			}), err
		},
		Card: func(b *B) page.Page { return countedLog(s, &b.of, b.rows) },
		Fields: page.Fields[B]{
			page.Date("week-from", func(b *B) *data.Date { return &b.Week }),
			page.Number("distinct-contacts-contacted", func(b *B) *int { return &b.Contacted }).Width(14),
			page.Number("distinct-contacts-responded", func(b *B) *int { return &b.Responded }).Width(14),
			page.Amount("response-rate-percent", func(b *B) *data.Amount { return &b.Rate }).Places(1, 1).Width(14),
		},
		Empty: "no-responses-yet",
	}
}

// behindResponse is a response with the interactions behind it.
type behindResponse struct {
	campaign.Response
	of   data.Campaign
	rows []data.Cond
}

func behindResponses(r *campaignReturn, all []campaign.Response, rows func(*behindResponse) []data.Cond) []behindResponse {
	found := make([]behindResponse, len(all))
	for i, one := range all {
		found[i] = behindResponse{Response: one, of: r.Campaign}
		found[i].rows = rows(&found[i])
	}
	return found
}

// givenAway are the quote lines that charge less because of a campaign.
func givenAway(s *app.Session, c *data.Campaign, period data.Period) page.Page {
	type G = campaign.Gift
	return &page.List[G]{
		Name: "given-away-on-quotes", Session: s,
		Title:   func() string { return strings.TrimSpace(string(c.No) + " " + c.Description) },
		Rows:    func() ([]G, error) { return campaign.GivenAway(s, c.No, period) },
		Watches: []string{data.QuoteLines.Name(), data.QuoteHeaders.Name()},
		Card:    func(g *G) page.Page { return QuoteCard(s, g.QuoteID) },
		Fields: page.Fields[G]{
			page.Calc("quote-no", func(g *G) string { return string(g.CampaignOffer.QuoteNo) }).Width(12),
			page.Date("order-date", func(g *G) *data.Date { return &g.OrderDate }),
			page.Text("name", func(g *G) *string { return &g.Name }).Width(24),
			page.Code("item-no", func(g *G) *data.ItemNo { return &g.ItemNo }),
			page.Text("description", func(g *G) *string { return &g.Description }).Width(26),
			page.Amount("quantity", func(g *G) *data.Amount { return &g.Quantity }).Places(0, 5),
			page.Amount("list-price", func(g *G) *data.Amount { return &g.ListPrice }).BlankZero(),
			page.Amount("unit-price", func(g *G) *data.Amount { return &g.UnitPrice }),
			page.Amount("line-discount-amount", func(g *G) *data.Amount { return &g.LineDiscountAmount }).Places(2, 2).BlankZero(),
			page.Amount("given-away-on-quotes", func(g *G) *data.Amount { return &g.Amount }).Places(2, 2),
		},
		Empty: "given-away-empty",
	}
}
