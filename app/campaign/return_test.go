package campaign_test

import (
	"testing"

	"campaigndesk/app/apptest"
	"campaigndesk/app/campaign"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

// answered and contacted are interactions of CP1 on a day.
func contacted(contact data.ContactNo, day data.Date, segment data.SegmentNo) data.Interaction {
	return data.Interaction{ContactNo: contact, Date: day, SegmentNo: segment, CampaignNo: "CP1", CampaignTarget: true, Cost: data.Int(10)}
}

func answered(contact data.ContactNo, day data.Date) data.Interaction {
	return data.Interaction{ContactNo: contact, Date: day, CampaignNo: "CP1", CampaignResponse: true, Cost: data.Int(2)}
}

// S:OQ-4: the same contacts contacted through two segments, of which one answered twice.
func returned(t *testing.T) []data.Interaction {
	t.Helper()
	off := contacted("LONE", "2026-02-02", "SM0")
	off.Canceled = true
	later := contacted("LONE", "2026-02-02", "SM0")
	later.Postponed = true
	return []data.Interaction{contacted("ALFA-1", "2026-02-02", "SM0"), contacted("BETA-1", "2026-02-08", "SM0"), contacted("ALFA-1", "2026-02-10", "SM1"),
		answered("ALFA-1", "2026-02-23"), answered("ALFA-1", "2026-03-01"), off, later, {CampaignNo: "CP1", CampaignTarget: true}}
}

func TestReturn(t *testing.T) {
	for _, c := range []struct {
		name   string
		period data.Period
		want   campaign.Return
	}{
		{"all the time", data.Period{}, campaign.Return{CampaignPeople: data.CampaignPeople{Contacted: 2, Responded: 1}, ResponseRate: data.Int(50),
			CostOfAll: data.Int(34), CostPerResponse: data.Int(34)}},
		{"before the answers", data.Period{To: "2026-02-22"}, campaign.Return{CampaignPeople: data.CampaignPeople{Contacted: 2}, CostOfAll: data.Int(30)}},
		{"the first week", data.Period{From: "2026-02-02", To: "2026-02-08"}, campaign.Return{CampaignPeople: data.CampaignPeople{Contacted: 2}, CostOfAll: data.Int(20)}},
		{"from the second answer on", data.Period{From: "2026-03-01"}, campaign.Return{CampaignPeople: data.CampaignPeople{Responded: 1}, CostOfAll: data.Int(2),
			CostPerResponse: data.Int(2)}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			apptest.Add(t, s, data.Interactions, returned(t)...)
			got, err := campaign.ReturnOf(s, "CP1", c.period)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestResponses(t *testing.T) {
	s := newDesk(t)
	apptest.Add(t, s, data.Interactions, returned(t)...)
	apptest.Add(t, s, data.LoggedSegments, data.LoggedSegment{SegmentNo: "SM0", Description: "First letter"})
	bySegment, err := campaign.ResponsesBySegment(s.DB, "CP1", data.Period{})
	if err != nil {
		t.Fatal(err)
	}
	want := []campaign.Response{
		{data.CampaignReturn{SegmentNo: "SM0", Description: "First letter", Contacted: 2, Responded: 1}, data.Int(50)},
		{data.CampaignReturn{SegmentNo: "SM1", Description: "Fair", Contacted: 1, Responded: 1}, data.Int(100)},
	}
	if diff := cmp.Diff(want, bySegment); diff != "" {
		t.Errorf("by segment (-want +got):\n%s", diff)
	}
	byWeek, err := campaign.ResponsesByWeek(s.DB, "CP1", data.Period{})
	if err != nil {
		t.Fatal(err)
	}
	want = []campaign.Response{
		{data.CampaignReturn{Week: "2026-02-02", Contacted: 2}, 0}, // Monday to Sunday
		{data.CampaignReturn{Week: "2026-02-09"}, 0},
		{data.CampaignReturn{Week: "2026-02-16"}, 0},
		{data.CampaignReturn{Week: "2026-02-23", Responded: 1}, data.Int(50)}, // the first answer counts
	}
	if diff := cmp.Diff(want, byWeek); diff != "" {
		t.Errorf("by week (-want +got):\n%s", diff)
	}
}

// Weeks that lie years apart are not joined by empty ones.
func TestResponsesYearsApart(t *testing.T) {
	s := newDesk(t)
	apptest.Add(t, s, data.Interactions, contacted("ALFA-1", "2001-01-01", ""), answered("ALFA-1", "2026-02-02"))
	weeks, err := campaign.ResponsesByWeek(s.DB, "CP1", data.Period{})
	if err != nil || len(weeks) != 2 {
		t.Errorf("%d weeks, %v", len(weeks), err)
	}
}

func TestGivenAway(t *testing.T) {
	for _, c := range []struct {
		name   string
		quote  data.QuoteHeader
		line   data.QuoteLine
		period data.Period
		want   string
	}{
		{"a price below the card's", data.QuoteHeader{}, data.QuoteLine{Quantity: data.Int(3), UnitPrice: data.Int(80), PriceCampaignNo: "CP1"}, data.Period{}, "60"},
		{"a price above it", data.QuoteHeader{}, data.QuoteLine{Quantity: data.Int(3), UnitPrice: data.Int(120), PriceCampaignNo: "CP1"}, data.Period{}, "0"},
		{"a discount", data.QuoteHeader{}, data.QuoteLine{Quantity: data.One, UnitPrice: data.Int(100), LineDiscountAmount: amount(t, "12.5"), DiscountCampaignNo: "CP1"}, data.Period{}, "12.5"},
		{"both", data.QuoteHeader{}, data.QuoteLine{Quantity: data.One, UnitPrice: data.Int(80), LineDiscountAmount: data.Int(8), PriceCampaignNo: "CP1", DiscountCampaignNo: "CP1"}, data.Period{}, "28"},
		{"the discount of another campaign", data.QuoteHeader{}, data.QuoteLine{Quantity: data.One, UnitPrice: data.Int(80), LineDiscountAmount: data.Int(8), PriceCampaignNo: "CP1", DiscountCampaignNo: "CP2"}, data.Period{}, "20"},
		{"a discount in euro", data.QuoteHeader{CurrencyCode: "EUR", ExchangeRateAmount: data.One, RelationalAmount: data.Int(11)},
			data.QuoteLine{Quantity: data.One, UnitPrice: data.Int(9), LineDiscountAmount: data.Int(2), DiscountCampaignNo: "CP1"}, data.Period{}, "22"},
		{"a price in euro", data.QuoteHeader{CurrencyCode: "EUR", ExchangeRateAmount: data.One, RelationalAmount: data.Int(10)},
			data.QuoteLine{Quantity: data.Int(2), UnitPrice: data.Int(8), PriceCampaignNo: "CP1"}, data.Period{}, "40"},
		{"outside the period", data.QuoteHeader{}, data.QuoteLine{Quantity: data.One, UnitPrice: data.Int(80), PriceCampaignNo: "CP1"}, data.Period{To: "2026-02-28"}, ""},
		{"of another campaign", data.QuoteHeader{}, data.QuoteLine{Quantity: data.One, UnitPrice: data.Int(80), PriceCampaignNo: "CP2"}, data.Period{}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			apptest.Add(t, s, data.Currencies, data.Currency{Code: "EUR", AmountRounding: amount(t, "0.01"), UnitAmountRounding: amount(t, "0.00001")})
			c.quote.No, c.quote.OrderDate = "Q1", "2026-03-02"
			c.line.QuoteNo, c.line.LineNo, c.line.ItemNo = "Q1", 10000, "CHAIR"
			apptest.Add(t, s, data.QuoteHeaders, c.quote)
			apptest.Add(t, s, data.QuoteLines, c.line)
			gifts, err := campaign.GivenAway(s, "CP1", c.period)
			if err != nil {
				t.Fatal(err)
			}
			var got string
			for _, g := range gifts {
				got += g.Amount.String()
			}
			if got != c.want {
				t.Errorf("%s given away, want %s", got, c.want)
			}
		})
	}
}

// CS-15: the figures of all campaigns are those of each, in any period.
func TestStatisticsOfAll(t *testing.T) {
	s := newDesk(t)
	apptest.Add(t, s, data.Interactions, returned(t)...)
	apptest.Add(t, s, data.Interactions, data.Interaction{CampaignNo: "CP2", Date: "2026-02-05", CampaignTarget: true, Cost: data.Int(7)})
	for _, p := range []data.Period{{}, {From: "2026-02-05"}, {From: "2026-02-05", To: "2026-02-28"}, {To: "2026-01-01"}} {
		all, err := campaign.StatisticsOfAll(s.DB, p)
		if err != nil || len(all) != 2 {
			t.Fatalf("%d campaigns, %v", len(all), err)
		}
		for _, of := range all {
			one, err := campaign.StatisticsOf(s.DB, of.No, p)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(one, of.Statistics); diff != "" {
				t.Errorf("%s in %v (-alone +of all):\n%s", of.No, p, diff)
			}
			n, err := data.Interactions.Count(s.DB, data.View{Fixed: campaign.CountedTargets(of.No, p)})
			if err != nil || n != one.TargetsContacted {
				t.Errorf("%s in %v: %d rows behind %d targets, %v", of.No, p, n, one.TargetsContacted, err)
			}
			if n, err = data.Interactions.Count(s.DB, data.View{Fixed: campaign.CountedResponses(of.No, p)}); err != nil || n != one.Responded {
				t.Errorf("%s in %v: %d rows behind %d responses, %v", of.No, p, n, one.Responded, err)
			}
		}
	}
}
