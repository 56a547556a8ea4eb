package campaign_test

import (
	"testing"

	"campaigndesk/app/apptest"
	"campaigndesk/app/campaign"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

func amount(t testing.TB, text string) data.Amount {
	t.Helper()
	a, err := data.ParseAmount(text)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// logged is an interaction of a campaign as in the worked examples.
func logged(t testing.TB, contact data.ContactNo, target, response bool, cost, duration string) data.Interaction {
	t.Helper()
	return data.Interaction{ContactNo: contact, CampaignNo: "CP1", CampaignTarget: target, CampaignResponse: response, Cost: amount(t, cost), Duration: amount(t, duration)}
}

func TestStatistics(t *testing.T) { // CP-62…67
	letter := []data.Interaction{logged(t, "A", true, false, "8", "30"), logged(t, "B", true, false, "8", "30"), logged(t, "C", true, false, "12.50", "45")}
	answers := []data.Interaction{logged(t, "A", false, true, "2", "5"), logged(t, "C", false, true, "2", "5")}
	off := func(i data.Interaction, change func(*data.Interaction)) data.Interaction { change(&i); return i }
	for _, c := range []struct {
		name         string
		interactions []data.Interaction
		want         campaign.Statistics
	}{
		{"nothing logged", nil, campaign.Statistics{}},
		{"S:WE-1 a letter to three targets", letter, campaign.Statistics{
			CampaignFigures: data.CampaignFigures{TargetsContacted: 3, Cost: amount(t, "28.5"), Duration: data.Int(105)}}},
		{"S:WE-2 with two answers", append(answers, letter...), campaign.Statistics{
			CampaignFigures: data.CampaignFigures{TargetsContacted: 3, Responded: 2, Cost: amount(t, "32.5"), Duration: data.Int(115)},
			ResponseRate:    amount(t, "66.7"), AvgCostPerResponse: amount(t, "16.25"), AvgDurationPerResponse: amount(t, "57.5")}},
		{"S:WE-4 one canceled", append(answers, off(letter[0], canceled), letter[1], letter[2]), campaign.Statistics{
			CampaignFigures: data.CampaignFigures{TargetsContacted: 2, Responded: 2, Cost: amount(t, "24.5"), Duration: data.Int(85)},
			ResponseRate:    data.Int(100), AvgCostPerResponse: amount(t, "12.25"), AvgDurationPerResponse: amount(t, "42.5")}},
		{"CP-64 no targets, rate 0", answers, campaign.Statistics{
			CampaignFigures:    data.CampaignFigures{Responded: 2, Cost: data.Int(4), Duration: data.Int(10)},
			AvgCostPerResponse: data.Int(2), AvgDurationPerResponse: data.Int(5)}},
		{"CP-64 the rate may exceed 100", append(answers, answers[0], letter[0], letter[1]), campaign.Statistics{
			CampaignFigures: data.CampaignFigures{TargetsContacted: 2, Responded: 3, Cost: data.Int(22), Duration: data.Int(75)},
			ResponseRate:    data.Int(150), AvgCostPerResponse: amount(t, "7.33"), AvgDurationPerResponse: data.Int(25)}},
		{"postponed ones do not count", []data.Interaction{off(letter[0], postponed)}, campaign.Statistics{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			apptest.Add(t, s, data.Interactions, c.interactions...)
			apptest.Add(t, s, data.Interactions, data.Interaction{CampaignNo: "CP2", CampaignTarget: true, Cost: data.Int(999)})
			got, err := campaign.StatisticsOf(s.DB, "CP1", data.Period{})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestCues(t *testing.T) {
	s := newDesk(t)
	apptest.Add(t, s, data.Campaigns,
		data.Campaign{No: "RUNNING", StartingDate: "2026-03-01", EndingDate: "2026-03-31"},
		data.Campaign{No: "OVER", EndingDate: "2026-03-01"},
		data.Campaign{No: "ENDS-TODAY", EndingDate: "2026-03-02"},
		data.Campaign{No: "ENDS-SUNDAY", EndingDate: "2026-03-08"},
		data.Campaign{No: "ENDS-MONDAY", EndingDate: "2026-03-09"})
	apptest.Add(t, s, data.CampaignTargets,
		data.CampaignTarget{Type: data.TargetContact, No: "BETA", CampaignNo: "RUNNING"},
		data.CampaignTarget{Type: data.TargetContact, No: "BETA", CampaignNo: "OVER"},
		data.CampaignTarget{Type: data.TargetContact, No: "BETA", CampaignNo: "ENDS-TODAY"})
	apptest.Add(t, s, data.SegmentLines, line(1, "BETA", ofCampaign("RUNNING")), line(2, "ALFA", ofCampaign("RUNNING")), line(3, "BETA", ofCampaign("OVER")),
		line(4, "LONE"))
	apptest.Add(t, s, data.QuoteHeaders, data.QuoteHeader{No: "Q1"}, data.QuoteHeader{No: "Q2", Status: data.QuoteReleased})
	got, err := campaign.CuesOf(s.DB, s.WorkDate)
	if err != nil {
		t.Fatal(err)
	}
	if got, err = got.Attend(s); err != nil {
		t.Fatal(err)
	}
	got.Attention = nil // see TestNeedsAttention
	want := campaign.Cues{Active: 2, EndingThisWeek: 2, QuotesOpen: 1, Attended: true,
		Drifting: []data.Drift{{CampaignNo: "ENDS-TODAY", Leaving: 1}, {CampaignNo: "RUNNING", Entering: 1}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	sunday, err := data.Campaigns.Count(s.DB, campaign.EndingInWeekOf("2026-03-08"))
	if err != nil || sunday != 1 {
		t.Errorf("on Sunday %d end this week, %v", sunday, err)
	}
}

func TestWhoGetsIt(t *testing.T) {
	s := newDesk(t)
	apptest.Add(t, s, data.SegmentLines, line(1, "ALFA-1", func(l *data.SegmentLine) { l.Date = "2026-02-02" }), line(2, "LONE"))
	apptest.Add(t, s, data.Interactions, interaction("ALFA", func(i *data.Interaction) { i.SegmentNo = "SM0" }))
	apptest.Add(t, s, data.CampaignTargets, data.CampaignTarget{Type: data.TargetCustomer, No: "10000", CampaignNo: "CP1"},
		data.CampaignTarget{Type: data.TargetContact, No: "LONE", CampaignNo: "CP1"}, data.CampaignTarget{Type: data.TargetContact, No: "BETA", CampaignNo: "CP1"})
	apptest.Add(t, s, data.Contacts, data.Contact{No: "LONE-2", Type: data.Person, Name: "Bo Ensam"})
	apptest.Add(t, s, data.CampaignTargets, data.CampaignTarget{Type: data.TargetContact, No: "LONE-2", CampaignNo: "CP1"})
	got, err := data.WaysOf(s.DB, "CP1")
	if err != nil {
		t.Fatal(err)
	}
	alfa := data.Way{Type: data.TargetCustomer, CustomerNo: "10000", CustomerName: "Alfa AB", CompanyNo: "ALFA", CompanyName: "Alfa AB"}
	byInteraction, byLine := alfa, alfa
	byInteraction.SegmentNo, byInteraction.Interaction, byInteraction.Date = "SM0", apptest.All(t, s, data.Interactions)[0].ID, "2026-02-01"
	byLine.PersonNo, byLine.PersonName, byLine.SegmentNo, byLine.Date = "ALFA-1", "Anna Berg", "SM1", "2026-02-02"
	want := []data.Way{byInteraction, byLine,
		{Type: data.TargetContact, CompanyNo: "BETA", CompanyName: "Beta AB"},
		{Type: data.TargetContact, PersonNo: "LONE", PersonName: "Siv Ensam", SegmentNo: "SM1"},
		{Type: data.TargetContact, PersonNo: "LONE-2", PersonName: "Bo Ensam"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}

	var reasons []string // CP-74
	for _, target := range apptest.All(t, s, data.CampaignTargets) {
		reason := target.Name + " " + string(target.SegmentNo)
		if target.Logged {
			reason += " logged"
		}
		reasons = append(reasons, reason)
	}
	if diff := cmp.Diff([]string{"Alfa AB SM1 logged", "Beta AB ", "Siv Ensam SM1", "Bo Ensam "}, reasons); diff != "" {
		t.Errorf("reasons (-want +got):\n%s", diff)
	}
}
