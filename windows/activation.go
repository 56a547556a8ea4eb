package windows

import (
	"errors"

	"campaigndesk/app"
	"campaigndesk/app/campaign"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// Activation is the dry run before a campaign's prices are activated: who comes into the target group, which price changes from
// what to what for how many, and what is probably not meant. Then Activate, or Esc.
func Activation(s *app.Session, no data.CampaignNo) page.Page {
	return dryRun(s, no, campaign.Activating, page.Action[campaign.DryRun]{
		Caption: "activate-now", Key: "Ctrl+F9", Promoted: true, Primary: true,
		Do: func(w *page.Window, _ *campaign.DryRun) error {
			q, err := campaign.AskActivate(s, no)
			if err != nil {
				return err
			}
			activate := func() {
				if err := w.Noticed(campaign.Activate(s, no)); err != nil {
					w.Fail(err)
				}
			}
			if q == nil {
				activate()
				return nil
			}
			w.Ask(*q, func(yes bool) {
				if yes {
					activate()
				}
			})
			return nil
		},
	})
}

// Deactivation is the same before the target group is emptied.
func Deactivation(s *app.Session, no data.CampaignNo) page.Page {
	return dryRun(s, no, campaign.Deactivating, page.Action[campaign.DryRun]{
		Caption: "deactivate-now", Key: "Ctrl+Shift+F9", Promoted: true, Primary: true,
		Do: func(w *page.Window, _ *campaign.DryRun) error { return w.Noticed(campaign.Deactivate(s, no)) },
	})
}

// Alignment is the same before the target group is made what segments and interactions call for.
func Alignment(s *app.Session, no data.CampaignNo) page.Page {
	return dryRun(s, no, campaign.Aligning, page.Action[campaign.DryRun]{
		Caption: "bring-in-line-now", Key: "F9", Promoted: true, Primary: true,
		Do: func(w *page.Window, _ *campaign.DryRun) error { return w.Noticed(campaign.BringInLine(s, no)) },
	})
}

var dryRunNames = map[campaign.Step]string{campaign.Activating: "activation", campaign.Deactivating: "deactivation", campaign.Aligning: "alignment"}

func dryRun(s *app.Session, no data.CampaignNo, step campaign.Step, do page.Action[campaign.DryRun]) page.Page {
	type D = campaign.DryRun
	figure := func(of func(*D) int) func(*D) string {
		return func(d *D) string {
			if !d.Tried {
				return "…"
			}
			return s.Locale.FormatInt(int64(of(d)))
		}
	}
	return &page.Card[D]{
		Name: dryRunNames[step], Session: s,
		Title: func(d *D) string { return string(no) + " " + d.Campaign.Description },
		Load: func() (D, error) {
			c, err := data.Campaigns.Get(s.DB, no)
			if errors.Is(err, data.ErrNotFound) {
				err = nil // Finish says so
			}
			return D{Campaign: c}, err
		},
		Finish: func(D) (D, error) {
			run, err := campaign.Try(s, no, step)
			if err != nil {
				return D{}, err
			}
			return *run, nil
		},
		Watches: []string{data.Campaigns.Name(), data.CampaignTargets.Name(), data.SegmentLines.Name(), data.SalesPrices.Name(), data.SalesLineDiscounts.Name()},
		Cues: []page.Cue[D]{
			{Caption: "dry-run-entering", Value: figure(func(d *D) int { return len(d.Entering) })},
			{Caption: "dry-run-leaving", Value: figure(func(d *D) int { return len(d.Leaving) })},
			{Caption: "dry-run-staying", Value: figure(func(d *D) int { return d.Staying })},
			{Caption: "dry-run-faults", Value: figure(func(d *D) int { return len(d.Faults) }), Tone: func(d *D) page.Tone {
				switch {
				case len(d.Faults) == 0:
					return page.Good
				case d.Faults[0].Grave:
					return page.Bad
				}
				return page.Warning
			}},
		},
		Parts:   []page.Part[D]{dryRunFaults(s), dryRunChanges(s), dryRunParties(s), dryRunConflicts(s)},
		Actions: []page.Action[D]{do, {Caption: "campaign", Group: "menu-view", Promoted: true, Open: func(*D) page.Page { return campaignCardOf(s, no) }}},
	}
}

// dryRunFaults are what is probably not meant, the grave ones first.
func dryRunFaults(s *app.Session) page.Part[campaign.DryRun] {
	type F = campaign.Fault
	return &page.ListPart[campaign.DryRun, F]{
		Name: "dry-run-faults", Session: s,
		Rows: func(d *campaign.DryRun) ([]F, error) { return d.Faults, nil },
		Fields: page.Fields[F]{
			page.Calc("attention-kind", func(f *F) string { return s.Texts.Message(f.Kind) }).Width(18).Chip(func(f *F) page.Tone { return toneOf(f.Grave) }),
			page.Calc("description", func(f *F) string { return s.Texts.Message(f.Text) }).Width(110),
		},
		Empty: "dry-run-no-faults",
	}
}

// dryRunChanges are the prices that change, per item and for how many.
func dryRunChanges(s *app.Session) page.Part[campaign.DryRun] {
	type C = campaign.PriceChange
	return &page.ListPart[campaign.DryRun, C]{
		Name: "dry-run-changes", Session: s,
		Summary: func(d *campaign.DryRun) string {
			if d.Unpriced > 0 {
				return s.Texts.T("dry-run-unpriced", d.Unpriced)
			}
			return s.Texts.T("dry-run-day", d.Day)
		},
		Rows: func(d *campaign.DryRun) ([]C, error) { return d.Changes, nil },
		Fields: page.Fields[C]{
			page.Code("item-no", func(c *C) *data.ItemNo { return &c.ItemNo }),
			page.Text("description", func(c *C) *string { return &c.Description }).Width(30),
			page.Code("variant-code", func(c *C) *data.VariantCode { return &c.VariantCode }).Width(10),
			page.Code("unit-of-measure-code", func(c *C) *data.UnitCode { return &c.UnitCode }).Width(9),
			page.Amount("quantity", func(c *C) *data.Amount { return &c.Quantity }).Places(0, 5).Width(9),
			page.Code("currency-code", func(c *C) *data.CurrencyCode { return &c.CurrencyCode }).Width(9),
			page.Amount("price-before", func(c *C) *data.Amount { return &c.Before }),
			page.Amount("price-after", func(c *C) *data.Amount { return &c.After }).Toned(func(c *C) page.Tone {
				if c.After > c.Before {
					return page.Warning
				}
				return page.Good
			}),
			page.Number("no-of-parties", func(c *C) *int { return &c.Parties }).Width(10),
			page.Amount("margin-percent", func(c *C) *data.Amount { return &c.Margin }).Places(1, 1).BlankZero().Width(10).Toned(func(c *C) page.Tone {
				if c.Margin < 0 {
					return page.Bad
				}
				return page.Plain
			}),
		},
		Empty: "dry-run-no-changes",
	}
}

// dryRunParties are who comes in and who goes.
func dryRunParties(s *app.Session) page.Part[campaign.DryRun] {
	type P struct {
		data.CampaignTarget
		Leaves bool
	}
	return &page.ListPart[campaign.DryRun, P]{
		Name: "dry-run-parties", Session: s, Closed: true,
		Summary: func(d *campaign.DryRun) string { return s.Texts.T("drift-summary", len(d.Entering), len(d.Leaving)) },
		Rows: func(d *campaign.DryRun) ([]P, error) {
			var all []P
			for _, t := range d.Entering {
				all = append(all, P{t, false})
			}
			for _, t := range d.Leaving {
				all = append(all, P{t, true})
			}
			return all, nil
		},
		Fields: page.Fields[P]{
			page.Calc("dry-run-move", func(p *P) string {
				if p.Leaves {
					return s.Texts.T("leaves")
				}
				return s.Texts.T("enters")
			}).Width(12).Chip(func(p *P) page.Tone {
				if p.Leaves {
					return page.Warning
				}
				return page.Good
			}),
			page.Choice("type", func(p *P) *data.TargetType { return &p.Type }, "customer", "contact").Width(10),
			page.Code("no", func(p *P) *string { return &p.No }),
			page.Text("name", func(p *P) *string { return &p.Name }).Width(40),
		},
		Empty: "dry-run-nobody",
	}
}

// dryRunConflicts are the rows of other campaigns and agreements that meet the campaign's, and which of the two is taken.
func dryRunConflicts(s *app.Session) page.Part[campaign.DryRun] {
	type C = campaign.Conflict
	return &page.ListPart[campaign.DryRun, C]{
		Name: "dry-run-conflicts", Session: s, Closed: true,
		Summary: func(d *campaign.DryRun) string { return s.Locale.FormatInt(int64(len(d.Conflicts))) },
		Rows:    func(d *campaign.DryRun) ([]C, error) { return d.Conflicts, nil },
		Fields: page.Fields[C]{
			page.Code("item-no", func(c *C) *data.ItemNo { return &c.ItemNo }),
			page.Text("description", func(c *C) *string { return &c.Description }).Width(30),
			page.Calc("conflict-with", func(c *C) string {
				if c.Agreement {
					return s.Texts.T("agreement-with", c.Other)
				}
				return c.Other
			}).Width(24),
			page.Calc("conflict-taken", func(c *C) string {
				if c.Wins {
					return s.Texts.T("this-campaign")
				}
				return s.Texts.T("the-other")
			}).Width(16).Chip(func(c *C) page.Tone {
				if c.Wins {
					return page.Good
				}
				return page.Warning
			}),
			page.Number("no-of-parties", func(c *C) *int { return &c.Parties }).Width(10),
			page.Date("starting-date", func(c *C) *data.Date { return &c.From }),
			page.Date("ending-date", func(c *C) *data.Date { return &c.To }),
		},
		Empty: "dry-run-no-conflicts",
	}
}
