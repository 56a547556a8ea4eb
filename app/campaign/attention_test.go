package campaign_test

import (
	"testing"

	"campaigndesk/app/apptest"
	"campaigndesk/app/campaign"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

func TestReadiness(t *testing.T) {
	s := newShop(t) // two prices
	dear := func(p *data.SalesPrice) { p.UnitPrice = data.Int(310) }
	apptest.Add(t, s, data.SalesPrices, priceRow("CP1", "DESK", dear), priceRow("CP1", "DESK", func(p *data.SalesPrice) { p.MinimumQuantity, p.UnitPrice = data.Int(10), data.Int(150) }),
		priceRow("CP1", "DESK", func(p *data.SalesPrice) { p.MinimumQuantity, p.UnitPrice = data.Int(100), 0 }), priceRow("CP2", "DESK", dear))
	apptest.Add(t, s, data.SegmentLines, line(1, "ALFA-1"), line(2, "LONE"))
	for _, c := range []struct {
		name  string
		group []data.CampaignTarget
		want  campaign.Readiness
	}{
		{"not activated", nil, campaign.Readiness{Rows: 5, Targets: 2, BelowCost: 1, AboveList: 1, ZeroPrice: 1}},
		{"activated for others", []data.CampaignTarget{target(data.TargetContact, "BETA", "CP1")},
			campaign.Readiness{Rows: 5, Targets: 2, Entering: 2, Leaving: 1, BelowCost: 1, AboveList: 1, ZeroPrice: 1}},
		{"and a target of another campaign too", []data.CampaignTarget{target(data.TargetContact, "BETA", "CP2")},
			campaign.Readiness{Rows: 5, Targets: 2, Entering: 2, Leaving: 1, Conflicts: 3, BelowCost: 1, AboveList: 1, ZeroPrice: 1}},
	} {
		apptest.Add(t, s, data.CampaignTargets, c.group...)
		got, err := campaign.Check(s, apptest.Get(t, s, data.Campaigns, data.CampaignNo("CP1")))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestNeedsAttention(t *testing.T) {
	s := newShop(t)
	apptest.Add(t, s, data.Campaigns, data.Campaign{No: "OVER", EndingDate: "2026-03-01"}, data.Campaign{No: "PAST", EndingDate: "2026-03-01"})
	apptest.Add(t, s, data.SalesPrices, priceRow("CP2", "CHAIR", func(p *data.SalesPrice) { p.UnitPrice = data.Int(50) }), priceRow("PAST", "CHAIR", func(p *data.SalesPrice) { p.UnitPrice = 0 }))
	apptest.Add(t, s, data.CampaignTargets, target(data.TargetContact, "BETA", "OVER"), target(data.TargetContact, "BETA", "CP1"))
	found, err := campaign.NeedsAttention(s)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, a := range found {
		got = append(got, string(a.CampaignNo)+" "+a.Kind.Key)
	}
	if diff := cmp.Diff([]string{"OVER fault-over", "CP1 fault-drift", "CP2 fault-below-cost"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestRenumber(t *testing.T) { // CP-42: also where numbers cannot be typed
	s := newDesk(t)
	setManual(t, s, false)
	for _, want := range []data.CampaignNo{"CP0001", "CP0002"} {
		before := apptest.All(t, s, data.Campaigns)[0]
		apptest.Undoes(t, s, func() {
			if _, err := campaign.Renumber(s, &before, "CAMP"); err != nil {
				t.Fatal(err)
			}
		})
		if got := apptest.Get(t, s, data.Campaigns, want); got.NoSeries != "CAMP" {
			t.Errorf("%+v", got)
		}
	}
}
