package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/campaign"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// The parts of the campaign card.

// campaignAudience are the segments that the campaign is for.
func campaignAudience(s *app.Session) page.Part[data.Campaign] {
	type C = data.Campaign
	type H = data.SegmentHeader
	return &page.ListPart[C, H]{
		Name: "audience", Session: s, Table: data.SegmentHeaders,
		View:    func(c *C) data.View { return data.View{Fixed: []data.Cond{data.Equal("campaign_no", c.No)}} },
		Watches: []string{data.SegmentLines.Name()},
		Summary: func(c *C) string {
			entering, leaving := drift(s, c)
			if !c.Activated || entering+leaving == 0 {
				return ""
			}
			return s.Texts.T("drift-summary", entering, leaving)
		},
		Card: func(h *H) page.Page { return SegmentCard(s, h.ID, "") },
		Fields: page.Fields[H]{
			page.Code("no", func(h *H) *data.SegmentNo { return &h.No }),
			page.Text("description", func(h *H) *string { return &h.Description }).Width(34),
			page.Number("no-of-lines", func(h *H) *int { return &h.Lines }),
			page.Number("no-of-targets", func(h *H) *int { return &h.Targets }),
			page.Check("campaign-target", func(h *H) *bool { return &h.CampaignTarget }).Width(14),
			page.Date("date", func(h *H) *data.Date { return &h.Date }),
		},
		Actions: []page.PartAction[C, H]{
			{Caption: "new-segment", NoRow: true, Open: func(c *C, _ *H) page.Page { return SegmentCard(s, 0, c.No) }},
		},
		Empty: "audience-empty",
	}
}

// campaignPrices are the campaign's prices and discounts with what they mean against list price and cost.
func campaignPrices(s *app.Session) page.Part[data.Campaign] {
	type C = data.Campaign
	type R = campaign.Row
	return &page.ListPart[C, R]{
		Name: "prices-and-discounts", Session: s,
		Rows:    func(c *C) ([]R, error) { return campaign.Rows(s, c.No) },
		Watches: []string{data.SalesPrices.Name(), data.SalesLineDiscounts.Name(), data.Items.Name()},
		Card: func(r *R) page.Page {
			if r.Discount != nil {
				return SalesLineDiscounts(s, forCampaignDiscount(data.CampaignNo(r.Discount.SalesCode)))
			}
			return SalesPrices(s, forCampaign(data.CampaignNo(r.Price.SalesCode)))
		},
		Fields: page.Fields[R]{
			page.Calc("line-type", func(r *R) string {
				if r.Discount != nil {
					return s.Texts.T("discount")
				}
				return s.Texts.T("price")
			}).Width(9),
			page.Calc("item-or-group", func(r *R) string {
				return rowText(r, priceItem, func(d *data.SalesLineDiscount) string { return d.Code })
			}).Width(13),
			page.Calc("description", func(r *R) string {
				return rowText(r, func(p *data.SalesPrice) string { return p.Description }, func(d *data.SalesLineDiscount) string { return d.Description })
			}).Width(23),
			page.Calc("variant", func(r *R) string {
				return rowText(r, func(p *data.SalesPrice) string { return string(p.VariantCode) }, func(d *data.SalesLineDiscount) string { return string(d.VariantCode) })
			}).Width(9).Hidden(),
			page.Calc("unit", func(r *R) string {
				return rowText(r, func(p *data.SalesPrice) string { return string(p.UnitCode) }, func(d *data.SalesLineDiscount) string { return string(d.UnitCode) })
			}).Width(8),
			page.CalcAmount("min-qty", func(r *R) data.Amount {
				if r.Price != nil {
					return r.Price.MinimumQuantity
				}
				return r.Discount.MinimumQuantity
			}).Places(0, 5).BlankZero().Width(10),
			page.Calc("unit-price", func(r *R) string {
				return rowText(r, func(p *data.SalesPrice) string { return s.Locale.FormatAmount(p.UnitPrice, 2, 5) }, nothing)
			}).Width(10).Right(),
			page.CalcAmount("list-price", func(r *R) data.Amount { return r.ListPrice }).BlankZero().Width(10),
			page.Calc("discount-percent", func(r *R) string {
				if r.Discount == nil {
					return ""
				}
				return s.Locale.FormatAmount(r.Discount.LineDiscount, 0, 5)
			}).Width(10).Right(),
			page.Calc("margin-percent", func(r *R) string {
				if !r.HasMargin {
					return ""
				}
				return s.Locale.FormatAmount(r.Margin, 1, 1)
			}).Width(10).Right().Toned(func(r *R) page.Tone {
				if r.Margin < 0 {
					return page.Bad
				}
				return page.Plain
			}),
		},
		Actions: []page.PartAction[C, R]{
			{Caption: "sales-prices", NoRow: true, Open: func(c *C, _ *R) page.Page { return SalesPrices(s, forCampaign(c.No)) }},
			{Caption: "sales-line-discounts", NoRow: true, Open: func(c *C, _ *R) page.Page { return SalesLineDiscounts(s, forCampaignDiscount(c.No)) }},
		},
		Empty: "prices-and-discounts-empty",
	}
}

// rowText is a text of a row that is a price or a discount.
func rowText(r *campaign.Row, ofPrice func(*data.SalesPrice) string, ofDiscount func(*data.SalesLineDiscount) string) string {
	if r.Price != nil {
		return ofPrice(r.Price)
	}
	return ofDiscount(r.Discount)
}

func priceItem(p *data.SalesPrice) string { return string(p.ItemNo) }

func nothing(*data.SalesLineDiscount) string { return "" }

// campaignTargets are the parties that have the campaign's prices now (CP-74).
func campaignTargets(s *app.Session) page.Part[data.Campaign] {
	type C = data.Campaign
	type T = data.CampaignTarget
	return &page.ListPart[C, T]{
		Name: "targets", Session: s, Table: data.CampaignTargets, Closed: true,
		View: func(c *C) data.View {
			return data.View{Fixed: []data.Cond{data.Equal("campaign_no", c.No)}, Sort: "name"}
		},
		Summary: func(c *C) string { return campaignState(s, c)[0].Text },
		Card: func(t *T) page.Page {
			if t.Type == data.TargetCustomer {
				return customerCardOf(s, data.CustomerNo(t.No))
			}
			return contactCardOf(s, data.ContactNo(t.No))
		},
		Fields: page.Fields[T]{
			page.Choice("type", func(t *T) *data.TargetType { return &t.Type }, "customer", "contact").Width(10),
			page.Code("no", func(t *T) *string { return &t.No }),
			page.Text("name", func(t *T) *string { return &t.Name }).Width(40),
			page.Calc("target-reason", func(t *T) string {
				if t.SegmentNo == "" {
					return s.Texts.T("logged-interaction")
				}
				return string(t.SegmentNo)
			}).Width(20),
		},
		Empty: "targets-empty",
	}
}
