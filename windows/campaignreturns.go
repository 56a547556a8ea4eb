package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/campaign"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// AllCampaignStatistics is the list of all campaigns with what came of each in a period (CS-15).
func AllCampaignStatistics(s *app.Session) page.Page {
	type C = campaign.Summary
	period := data.Period{}
	amount := func(caption string, least, most int, of func(*C) data.Amount) page.Field[C] {
		return page.CalcAmount(caption, of).Places(least, most).Width(13)
	}
	return &page.List[C]{
		Name: "statistics-of-all-campaigns", Session: s,
		Rows:    func() ([]C, error) { return campaign.StatisticsOfAll(s.DB, period) },
		Watches: []string{data.Campaigns.Name(), data.Interactions.Name()},
		Card:    func(c *C) page.Page { return CampaignStatistics(s, c.No) },
		Fields: page.Fields[C]{
			page.Code("no", func(c *C) *data.CampaignNo { return &c.No }).Width(10),
			page.Text("description", func(c *C) *string { return &c.Description }).Width(26),
			page.CalcNumber("target-contacts-contacted", func(c *C) int { return c.TargetsContacted }).Width(11).Drill(func(c *C) page.Page {
				return countedLog(s, &c.Campaign, campaign.CountedTargets(c.No, period))
			}),
			page.CalcNumber("contacts-responded", func(c *C) int { return c.Responded }).Width(11).Drill(func(c *C) page.Page {
				return countedLog(s, &c.Campaign, campaign.CountedResponses(c.No, period))
			}),
			amount("response-rate-percent", 1, 1, func(c *C) data.Amount { return c.ResponseRate }),
			amount("cost-lcy", 2, 2, func(c *C) data.Amount { return c.Cost }).Drill(func(c *C) page.Page {
				return countedLog(s, &c.Campaign, campaign.Counted(c.No, period))
			}),
			amount("avg-cost-per-response", 2, 2, func(c *C) data.Amount { return c.AvgCostPerResponse }),
			amount("duration-min", 0, 0, func(c *C) data.Amount { return c.Duration }),
			amount("avg-duration-per-response", 0, 0, func(c *C) data.Amount { return c.AvgDurationPerResponse }),
		},
		Actions: []page.Action[C]{
			{Caption: "choose-period", Key: "F9", NoRow: true, Promoted: true, Primary: true, Do: func(w *page.Window, _ *C) error {
				asked := period
				(&page.Dialog[data.Period]{
					Title: data.Msg("choose-period"), Record: &asked,
					Fields: page.Fields[data.Period]{
						page.Date("from-date", func(p *data.Period) *data.Date { return &p.From }),
						page.Date("to-date", func(p *data.Period) *data.Date { return &p.To }),
					},
					Do: func(w *page.Window, p *data.Period) error {
						if p.To != "" && p.From > p.To {
							return data.Msg("m07-start-after-end")
						}
						period = *p
						w.Refresh()
						w.Tell(data.Msg("period-shown", s.Locale.FormatDate(p.From), s.Locale.FormatDate(p.To)))
						return nil
					},
				}).Show(w)
				return nil
			}},
			{Caption: "entries", Key: "Ctrl+F7", Promoted: true, Open: func(c *C) page.Page { return entriesOfCampaign(s, &c.Campaign) }},
			{Caption: "campaign", Group: "menu-view", Promoted: true, Open: func(c *C) page.Page { return CampaignCard(s, c.Campaign.ID) }},
		},
		Empty: "campaigns-empty",
	}
}
