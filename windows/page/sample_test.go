package page_test

import (
	"campaigndesk/app"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// A list, a card with a part and a worksheet, for the tests of the kit. The program's own windows have theirs.

func register() []page.Entry {
	return []page.Entry{
		{Name: "campaigns", Caption: "campaigns", Group: "marketing", Open: campaigns, Counts: []string{"campaign"},
			Count: func(s *app.Session) (int, error) { return data.Campaigns.Count(s.DB, data.View{}) }},
		{Name: "sales-prices", Caption: "sales-prices", Group: "prices", Open: prices},
		{Name: "campaign-status", Caption: "campaign-status", Group: "setup", Open: statuses},
	}
}

func home(s *app.Session) page.Page {
	type H struct{ Active, Open int }
	return &page.Card[H]{Name: "home", Session: s, Load: func() (H, error) { return H{4, 12}, nil },
		Cues: []page.Cue[H]{
			{Caption: "campaigns", Value: func(h *H) string { return s.Locale.FormatInt(int64(h.Active)) }, Open: func(*H) page.Page { return campaigns(s) }},
			{Caption: "sales-prices", Value: func(h *H) string { return s.Locale.FormatInt(int64(h.Open)) }, Tone: func(*H) page.Tone { return page.Bad }},
		},
		Parts: []page.Part[H]{&page.ListPart[H, data.Campaign]{Name: "campaigns", Session: s, Table: data.Campaigns,
			View: func(*H) data.View { return data.View{} }, Fields: campaignFields()}},
	}
}

func campaignFields() page.Fields[data.Campaign] {
	type C = data.Campaign
	return page.Fields[C]{
		page.Code("no", func(c *C) *data.CampaignNo { return &c.No }).Width(10),
		page.Text("description", func(c *C) *string { return &c.Description }).Width(34),
		page.Code("salesperson-code", func(c *C) *data.SalespersonCode { return &c.SalespersonCode }),
		page.Code("status-code", func(c *C) *data.CampaignStatusCode { return &c.StatusCode }),
		page.Date("starting-date", func(c *C) *data.Date { return &c.StartingDate }),
		page.Date("ending-date", func(c *C) *data.Date { return &c.EndingDate }),
		page.Check("activated", func(c *C) *bool { return &c.Activated }).ReadOnly(),
		page.Date("last-date-modified", func(c *C) *data.Date { return &c.LastDateModified }).ReadOnly().Hidden(),
	}
}

func campaigns(s *app.Session) page.Page {
	type C = data.Campaign
	return &page.List[C]{Name: "campaigns", Session: s, Table: data.Campaigns, Fields: campaignFields(),
		Card:      func(c *C) page.Page { return campaign(s, c.ID) },
		NewCard:   func() page.Page { return campaign(s, 0) },
		FactBoxes: []page.FactBox[C]{campaignFacts()},
		Actions: []page.Action[C]{
			{Caption: "sales-prices", Key: "Ctrl+Shift+P", Promoted: true, Primary: true, Open: func(*C) page.Page { return prices(s) }},
		},
	}
}

func campaignFacts() page.FactBox[data.Campaign] {
	return page.FactBox[data.Campaign]{Caption: "campaign-statistics", Facts: func(c *data.Campaign) ([]page.Fact, error) {
		return []page.Fact{{Caption: "starting-date", Text: string(c.StartingDate)}, {Caption: "ending-date", Text: string(c.EndingDate), Tone: page.Bad}}, nil
	}}
}

func campaign(s *app.Session, id int64) page.Page {
	type C = data.Campaign
	fields := campaignFields()
	lookup := page.LookupIn(data.CampaignStatuses, nil, statuses,
		page.Code("code", func(r *data.CampaignStatus) *data.CampaignStatusCode { return &r.Code }),
		page.Text("description", func(r *data.CampaignStatus) *string { return &r.Description }))
	fields[3] = fields[3].Lookup(lookup)
	return &page.Card[C]{Name: "campaign-card", Session: s, Table: data.Campaigns, ID: id,
		Title: func(c *C) string { return string(c.No) + " " + c.Description },
		New:   func() C { return C{} },
		Tabs:  []page.Tab[C]{{Caption: "general", Fields: fields}},
		Parts: []page.Part[C]{&page.ListPart[C, data.SalesPrice]{Name: "sales-prices", Session: s, Table: data.SalesPrices,
			View: func(c *C) data.View {
				return data.View{Fixed: []data.Cond{data.Equal("sales_type", int(data.ForCampaign)), data.Equal("sales_code", string(c.No))}}
			},
			Fields: priceFields(), Save: func(_ *page.Window, _ *C, _, p *data.SalesPrice) error {
				return s.Write(data.Msg("journal-change-sales-price"), func(tx *data.Tx) error { return data.SalesPrices.Update(tx, p) })
			}}},
		FactBoxes: []page.FactBox[C]{campaignFacts()},
		Actions:   []page.Action[C]{{Caption: "sales-prices", Promoted: true, Primary: true, Open: func(*C) page.Page { return prices(s) }}},
	}
}

func priceFields() page.Fields[data.SalesPrice] {
	type P = data.SalesPrice
	return page.Fields[P]{
		page.Code("sales-code", func(p *P) *string { return &p.SalesCode }),
		page.Code("item-no", func(p *P) *data.ItemNo { return &p.ItemNo }),
		page.Code("unit-of-measure-code", func(p *P) *data.UnitCode { return &p.UnitCode }),
		page.Amount("minimum-quantity", func(p *P) *data.Amount { return &p.MinimumQuantity }).Places(0, 5),
		page.Amount("unit-price", func(p *P) *data.Amount { return &p.UnitPrice }),
		page.Date("starting-date", func(p *P) *data.Date { return &p.StartingDate }),
		page.Date("ending-date", func(p *P) *data.Date { return &p.EndingDate }),
		page.Check("allow-line-disc", func(p *P) *bool { return &p.AllowLineDisc }),
	}
}

func prices(s *app.Session) page.Page {
	type P = data.SalesPrice
	type F struct{ Code string }
	state := &F{}
	return &page.Worksheet[P]{Name: "sales-prices", Session: s, Table: data.SalesPrices, Fields: priceFields(),
		View: func() data.View {
			if state.Code == "" {
				return data.View{}
			}
			return data.View{Filters: map[string]string{"sales_code": state.Code}}
		},
		Header: page.HeaderOf(state, page.Fields[F]{page.Text("sales-code-filter", func(f *F) *string { return &f.Code })}, nil),
		New:    func(above *P) P { return P{SalesType: data.ForCampaign} },
	}
}

func statuses(s *app.Session) page.Page {
	type S = data.CampaignStatus
	return &page.Worksheet[S]{Name: "campaign-status", Session: s, Table: data.CampaignStatuses,
		New: func(*S) S { return S{} },
		Delete: func(_ *page.Window, rows []S) error {
			return s.Write(data.Msg("journal-change-campaign-status"), func(tx *data.Tx) error {
				for _, r := range rows {
					if err := data.CampaignStatuses.Delete(tx, r.ID); err != nil {
						return err
					}
				}
				return nil
			})
		},
		Fields: page.Fields[S]{
			page.Code("code", func(r *S) *data.CampaignStatusCode { return &r.Code }),
			page.Text("description", func(r *S) *string { return &r.Description }),
		}}
}
