package windows

import (
	"errors"

	"campaigndesk/app"
	"campaigndesk/app/campaign"
	"campaigndesk/app/noseries"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// campaignState is the state of a campaign in a word: whether it is active for somebody today.
func campaignState(s *app.Session, c *data.Campaign) []page.Chip {
	switch {
	case !c.Activated:
		return []page.Chip{{Text: s.Texts.T("state-not-activated"), Tone: page.Muted}}
	case !s.WorkDate.Within(c.StartingDate, ""):
		return []page.Chip{{Text: s.Texts.T("state-waiting"), Tone: page.Good}}
	case !s.WorkDate.Within("", c.EndingDate):
		return []page.Chip{{Text: s.Texts.T("state-over"), Tone: page.Warning}}
	}
	chips := []page.Chip{{Text: s.Texts.T("state-active"), Tone: page.Good}}
	if entering, leaving := drift(s, c); entering+leaving > 0 {
		chips = append(chips, page.Chip{Text: s.Texts.T("drift-summary", entering, leaving), Tone: page.Warning})
	}
	return chips
}

// drift is how many parties would enter and leave the target group now.
func drift(s *app.Session, c *data.Campaign) (entering, leaving int) {
	d, err := data.DriftOf(s.DB, c.No)
	if err != nil {
		return 0, 0
	}
	return d.Entering, d.Leaving
}

// campaignStatistics are the figures of what came of the campaign so far (CP 14.5).
func campaignStatistics(s *app.Session) page.FactBox[data.Campaign] {
	return page.FactBox[data.Campaign]{
		Caption: "campaign-statistics",
		Watches: []string{data.Interactions.Name()},
		Facts:   func(c *data.Campaign) ([]page.Fact, error) { return statisticsFacts(s, c) },
	}
}

// statisticsFacts are the statistics of a campaign, each leading to the rows it counts.
func statisticsFacts(s *app.Session, c *data.Campaign) ([]page.Fact, error) {
	f, err := campaign.StatisticsOf(s.DB, c.No, data.Period{})
	if err != nil {
		return nil, err
	}
	of := *c
	behind := func(rows []data.Cond) func() page.Page { return func() page.Page { return countedLog(s, &of, rows) } }
	all, targets, responses := behind(campaign.Counted(c.No, data.Period{})), behind(campaign.CountedTargets(c.No, data.Period{})), behind(campaign.CountedResponses(c.No, data.Period{}))
	l := s.Locale
	return []page.Fact{
		{Caption: "target-contacts-contacted", Text: l.FormatInt(int64(f.TargetsContacted)), Open: targets},
		{Caption: "contacts-responded", Text: l.FormatInt(int64(f.Responded)), Open: responses},
		{Caption: "response-rate-percent", Text: l.FormatAmount(f.ResponseRate, 1, 1), Open: func() page.Page { return CampaignStatistics(s, of.No) }},
		{Caption: "cost-lcy", Text: l.FormatAmount(f.Cost, 2, 2), Open: all},
		{Caption: "avg-cost-per-response", Text: l.FormatAmount(f.AvgCostPerResponse, 2, 2), Open: responses},
		{Caption: "duration-min", Text: l.FormatAmount(f.Duration, 0, 0), Open: all},
		{Caption: "avg-duration-per-response", Text: l.FormatAmount(f.AvgDurationPerResponse, 0, 0), Open: responses},
	}, nil
}

// beforeActivation says what an activation would find: what is there, and what is wrong.
func beforeActivation(s *app.Session) page.FactBox[data.Campaign] {
	return page.FactBox[data.Campaign]{
		Caption: "before-you-activate",
		Watches: []string{data.SalesPrices.Name(), data.SalesLineDiscounts.Name(), data.SegmentLines.Name(), data.CampaignTargets.Name()},
		Facts: func(c *data.Campaign) ([]page.Fact, error) {
			check, err := campaign.Check(s, *c)
			if err != nil {
				return nil, err
			}
			facts := []page.Fact{
				{Caption: "fact-rows", Text: s.Locale.FormatInt(int64(check.Rows)), Tone: wanted(check.Rows)},
				{Caption: "fact-targets", Text: s.Locale.FormatInt(int64(check.Targets)), Tone: wanted(check.Targets)},
			}
			for _, f := range []struct {
				caption string
				n       int
				tone    page.Tone
			}{
				{"fact-not-activated", check.Entering, page.Warning}, {"fact-to-leave", check.Leaving, page.Warning},
				{"fact-conflicts", check.Conflicts, page.Bad}, {"fact-below-cost", check.BelowCost, page.Bad},
				{"fact-above-list", check.AboveList, page.Warning},
			} {
				if f.n > 0 {
					facts = append(facts, page.Fact{Caption: f.caption, Text: s.Locale.FormatInt(int64(f.n)), Tone: f.tone,
						Open: func() page.Page { return Activation(s, c.No) }})
				}
			}
			return facts, nil
		},
	}
}

// wanted is the tone of a count that should not be nothing.
func wanted(n int) page.Tone {
	if n == 0 {
		return page.Warning
	}
	return page.Plain
}

// pickCampaignNo lets the number be taken from the series of Setup or one related to it (CP-42).
func pickCampaignNo(s *app.Session, w *page.Window, c *data.Campaign) {
	page.Pick(w, noSeriesToChoose(s, s.Setup.CampaignNos), func(rows []data.NoSeries) error {
		if c.No != "" {
			return w.Noticed(campaign.Renumber(s, c, rows[0].Code))
		}
		fresh := data.Campaign{NoSeries: rows[0].Code}
		if err := w.Noticed(campaign.Create(s, &fresh)); err != nil {
			return err
		}
		w.Open(CampaignCard(s, fresh.ID))
		return nil
	})
}

// noSeriesToChoose lists a series and those related to it.
func noSeriesToChoose(s *app.Session, series data.NoSeriesCode) *page.List[data.NoSeries] {
	type N = data.NoSeries
	return &page.List[N]{
		Name: "number-series", Session: s,
		Rows: func() ([]N, error) { return noseries.Related(s.DB, series) },
		Fields: page.Fields[N]{
			page.Code("code", func(n *N) *data.NoSeriesCode { return &n.Code }),
			page.Text("description", func(n *N) *string { return &n.Description }),
		},
	}
}

// campaignCardOf is the card of the campaign with a number; for one that is gone the list of those that are there.
func campaignCardOf(s *app.Session, no data.CampaignNo) page.Page {
	c, err := data.Campaigns.Get(s.DB, no)
	if errors.Is(err, data.ErrNotFound) {
		return Campaigns(s)
	}
	return CampaignCard(s, c.ID)
}
