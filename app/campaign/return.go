package campaign

import (
	"errors"
	"fmt"

	"campaigndesk/app"
	"campaigndesk/app/pricing"
	"campaigndesk/data"

	"github.com/shopspring/decimal"
)

// Return is the honest side of a campaign's statistics: contacts counted once, and what the prices given away on quotes cost
// besides the interactions (S:OQ-4).
type Return struct {
	data.CampaignPeople
	ResponseRate    data.Amount // per cent of the contacts contacted that responded, to 0.1
	GivenAway       data.Amount // LCY: what quotes charge less because of the campaign
	CostOfAll       data.Amount // LCY: interactions and what was given away
	CostPerResponse data.Amount // LCY: the same per contact that responded, to 0.01
}

// ReturnOf computes what a campaign really brought in a period.
func ReturnOf(s *app.Session, no data.CampaignNo, p data.Period) (Return, error) {
	people, err := data.PeopleOfCampaign(s.DB, no, p)
	if err != nil {
		return Return{}, err
	}
	figures, err := data.FiguresOfCampaign(s.DB, no, p)
	if err != nil {
		return Return{}, err
	}
	gifts, err := GivenAway(s, no, p)
	if err != nil {
		return Return{}, err
	}
	back := Return{CampaignPeople: people}
	for _, g := range gifts {
		back.GivenAway += g.Amount
	}
	back.CostOfAll = figures.Cost + back.GivenAway
	if back.ResponseRate, err = rate(people.Responded, people.Contacted); err != nil {
		return Return{}, err
	}
	back.CostPerResponse, err = ratio(back.CostOfAll.Decimal(), people.Responded, 2)
	return back, err
}

// Gift is a quote line that charges less because of a campaign.
type Gift struct {
	data.CampaignOffer
	ListPrice data.Amount // of the item card, in the line's terms; 0 where the campaign gives no price
	Amount    data.Amount // LCY, to the amount rounding of LCY; not below 0
}

// GivenAway lists the quote lines of a period with what a campaign gives away on each: the difference to the item card's price
// where the price is the campaign's, and the line discount where that is.
func GivenAway(s *app.Session, no data.CampaignNo, p data.Period) ([]Gift, error) {
	offers, err := data.CampaignOffers(s.DB, no, p)
	if err != nil || len(offers) == 0 {
		return nil, err
	}
	c := cards{s: s, lines: map[[2]string]*pricing.Line{}}
	if c.vat, err = pricing.LoadVAT(s.DB, s.Setup); err != nil {
		return nil, err
	}
	gifts := make([]Gift, len(offers))
	for i, o := range offers {
		gifts[i].CampaignOffer = o
		var off decimal.Decimal
		if o.PriceCampaignNo == no {
			if gifts[i].ListPrice, err = c.price(&o); err != nil {
				return nil, fmt.Errorf("list price of %s: %w", o.ItemNo, err)
			}
			if gifts[i].ListPrice > o.UnitPrice {
				off = (gifts[i].ListPrice - o.UnitPrice).Decimal().Mul(o.Quantity.Decimal())
			}
		}
		if o.DiscountCampaignNo == no {
			off = off.Add(o.LineDiscountAmount.Decimal())
		}
		if o.CurrencyCode != "" && o.ExchangeRateAmount != 0 {
			off = off.Mul(o.RelationalAmount.Decimal()).Div(o.ExchangeRateAmount.Decimal())
		}
		if gifts[i].Amount, err = data.AmountOf(off.Round(2)); err != nil {
			return nil, err
		}
	}
	return gifts, nil
}

// cards finds the item cards' prices for quote lines; each item and unit is read once.
type cards struct {
	s     *app.Session
	vat   pricing.VAT
	lines map[[2]string]*pricing.Line // nil: no such item or unit any more
}

// price is the item card's price in the terms of a quote line; 0 when it cannot be told.
func (c *cards) price(o *data.CampaignOffer) (data.Amount, error) {
	key := [2]string{string(o.ItemNo), string(o.UnitCode)}
	known, ok := c.lines[key]
	if !ok {
		var err error
		if known, err = c.read(o.ItemNo, o.UnitCode); err != nil {
			return 0, err
		}
		c.lines[key] = known
	}
	if known == nil {
		return 0, nil
	}
	line := *known
	line.Party = pricing.Party{PricesIncludingVAT: o.PricesIncludingVAT, VATGroup: o.VATGroup}
	var err error
	if line.Currency, err = pricing.CurrencyAt(c.s.DB, c.s.Setup, o.CurrencyCode, o.ExchangeRateAmount, o.RelationalAmount); err != nil {
		return 0, err
	}
	price, _ := pricing.CardPrice(&line)
	return price, nil
}

func (c *cards) read(no data.ItemNo, unit data.UnitCode) (*pricing.Line, error) {
	item, err := data.Items.Get(c.s.DB, no)
	if errors.Is(err, data.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	line := &pricing.Line{Item: &item, QtyPerUnit: data.One, VAT: c.vat}
	if unit == "" || unit == item.BaseUnit {
		return line, nil
	}
	of, err := data.ItemUnits.Get(c.s.DB, no, unit)
	if errors.Is(err, data.ErrNotFound) {
		return nil, nil
	}
	line.QtyPerUnit = of.QtyPerUnit
	return line, err
}

// Response is a bar of the chart of responses: those of a segment or of a week, against the contacts contacted.
type Response struct {
	data.CampaignReturn
	Rate data.Amount // per cent, to 0.1
}

// ResponsesBySegment says for each segment how many of the contacts contacted through it responded.
func ResponsesBySegment(r data.Reader, no data.CampaignNo, p data.Period) ([]Response, error) {
	rows, err := data.ReturnBySegment(r, no, p)
	if err != nil {
		return nil, err
	}
	all := make([]Response, len(rows))
	for i, row := range rows {
		all[i].CampaignReturn = row
		if all[i].Rate, err = rate(row.Responded, row.Contacted); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// longestAxis is how many weeks are shown without a gap; over a longer time only those in which something happened.
const longestAxis = 104

// ResponsesByWeek says week by week how many contacts responded for the first time, in per cent of all contacts contacted: together
// the weeks have the rate of the campaign. Weeks in which nothing happened stand between the others, so that time is drawn as it was.
func ResponsesByWeek(r data.Reader, no data.CampaignNo, p data.Period) ([]Response, error) {
	rows, err := data.ReturnByWeek(r, no, p)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	contacted := 0
	for _, row := range rows {
		contacted += row.Contacted
	}
	gapless := rows[0].Week.AddDays(7*longestAxis) >= rows[len(rows)-1].Week
	var all []Response
	for _, row := range rows {
		for n := len(all); gapless && n > 0 && all[n-1].Week.AddDays(7) != row.Week; n++ {
			all = append(all, Response{CampaignReturn: data.CampaignReturn{Week: all[n-1].Week.AddDays(7)}})
		}
		share, err := rate(row.Responded, contacted)
		if err != nil {
			return nil, err
		}
		all = append(all, Response{row, share})
	}
	return all, nil
}
