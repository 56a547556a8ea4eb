package campaign_test

import (
	"testing"

	"campaigndesk/app/apptest"
	"campaigndesk/app/campaign"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

func noTarget(l *data.SegmentLine)    { l.CampaignTarget = false }
func notTargeted(i *data.Interaction) { i.CampaignTarget = false }
func postponed(i *data.Interaction)   { i.Postponed = true }
func canceled(i *data.Interaction)    { i.Canceled = true }
func ofCampaign(no data.CampaignNo) func(*data.SegmentLine) {
	return func(l *data.SegmentLine) { l.CampaignNo = no }
}

// T2: every row of the table in CP 6.2, and CP-76…84.
func TestActivate(t *testing.T) {
	const asked, notAsked = true, false
	for _, c := range []struct {
		name         string
		priced       bool
		lines        []data.SegmentLine
		interactions []data.Interaction
		asked        bool
		yes          bool // the answer
		refused      string
		want         []string
	}{
		{"no prices, the user says No: nothing happens", false, []data.SegmentLine{line(1, "ALFA-1")}, nil, asked, false, "", nil},
		{"no prices, the user says Yes, no targets", false, nil, nil, asked, true, "m02-no-targets", nil},
		{"prices, no segment line or interaction", true, nil, nil, notAsked, true, "m02-no-targets", nil},
		{"prices, segment assigned, Campaign Target off everywhere", true, []data.SegmentLine{line(1, "ALFA-1", noTarget)}, nil, notAsked, true, "m02-no-targets", nil},
		{"prices, only logged interactions with Campaign Target", true, nil, []data.Interaction{interaction("ALFA-1"), interaction("BETA-1")}, notAsked, true, "",
			[]string{"customer 10000", "contact BETA"}},
		{"prices, only logged interactions without Campaign Target", true, nil, []data.Interaction{interaction("ALFA-1", notTargeted)}, notAsked, true, "m02-no-targets", nil},
		{"prices, only postponed interactions", true, nil, []data.Interaction{interaction("ALFA-1", postponed)}, notAsked, true, "m02-no-targets", nil},
		{"no prices, the user says Yes, targets exist", false, []data.SegmentLine{line(1, "ALFA-1")}, nil, asked, true, "", []string{"customer 10000"}},

		{"CP-73 a person makes the company the target", true, []data.SegmentLine{line(1, "BETA-1")}, nil, notAsked, true, "", []string{"contact BETA"}},
		{"CP-73 a company is the target itself", true, []data.SegmentLine{line(1, "BETA")}, nil, notAsked, true, "", []string{"contact BETA"}},
		{"CP-78 two persons of a customer give one row", true, []data.SegmentLine{line(1, "ALFA-1"), line(2, "ALFA-2")}, []data.Interaction{interaction("ALFA")}, notAsked, true, "",
			[]string{"customer 10000"}},
		{"CP-76 the line's campaign counts", true, []data.SegmentLine{line(1, "ALFA-1", ofCampaign("CP2")), line(2, "BETA-1")}, nil, notAsked, true, "", []string{"contact BETA"}},
		{"CP-82 canceled interactions are skipped", true, nil, []data.Interaction{interaction("ALFA-1", canceled), interaction("BETA-1")}, notAsked, true, "", []string{"contact BETA"}},
		{"CP-83 a line without contact is skipped", true, []data.SegmentLine{line(1, ""), line(2, "BETA")}, nil, notAsked, true, "", []string{"contact BETA"}},
		{"CP-83 a line without contact alone", true, []data.SegmentLine{line(1, "")}, nil, notAsked, true, "m02-no-targets", nil},
		{"CP-83 a person without company is the target itself", true, []data.SegmentLine{line(1, "LONE")}, nil, notAsked, true, "", []string{"contact LONE"}},
		{"an interaction of a contact that is gone", true, nil, []data.Interaction{interaction("GONE")}, notAsked, true, "m02-no-targets", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			if c.priced {
				apptest.Add(t, s, data.SalesLineDiscounts, discountRow("CP1", "CHAIR"))
			}
			apptest.Add(t, s, data.SegmentLines, c.lines...)
			apptest.Add(t, s, data.Interactions, c.interactions...)
			question, err := campaign.AskActivate(s, "CP1")
			if err != nil {
				t.Fatal(err)
			}
			if (question != nil) != c.asked {
				t.Fatalf("asked %v", question)
			}
			if c.asked && (question.Text.Key != "m01-no-prices" || !question.Yes) {
				t.Errorf("question %+v", question)
			}
			if c.yes {
				apptest.Undoes(t, s, func() {
					notices, err := campaign.Activate(s, "CP1")
					refused(t, err, c.refused)
					if err == nil && notices[0].Key != "m03-active" {
						t.Errorf("notices %v", notices)
					}
				})
			}
			if diff := cmp.Diff(c.want, group(t, s, "CP1")); diff != "" {
				t.Errorf("target group (-want +got):\n%s", diff)
			}
			if got := apptest.Get(t, s, data.Campaigns, data.CampaignNo("CP1")).Activated; got != (c.want != nil) { // CP-71
				t.Errorf("activated: %v", got)
			}
		})
	}
}

func TestActivateAgainAddsAndNeverRemoves(t *testing.T) { // CP-80
	s := newDesk(t)
	apptest.Add(t, s, data.CampaignTargets, data.CampaignTarget{Type: data.TargetContact, No: "BETA", CampaignNo: "CP1"})
	apptest.Add(t, s, data.SegmentLines, line(1, "ALFA-1"))
	apptest.Undoes(t, s, func() {
		if _, err := campaign.Activate(s, "CP1"); err != nil {
			t.Fatal(err)
		}
	})
	if diff := cmp.Diff([]string{"customer 10000", "contact BETA"}, group(t, s, "CP1")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestActivationSaysForWhomAndWarns(t *testing.T) { // CP-81, CP-84, OQ-8
	for _, c := range []struct {
		name       string
		start, end data.Date
		priced     bool
		want       []string
	}{
		{"within its dates", "2026-03-01", "2026-03-31", true, []string{"m03-active"}},
		{"without dates", "", "", true, []string{"m03-active"}},
		{"on its last day", "", apptest.WorkDate, true, []string{"m03-active"}},
		{"over", "2026-01-01", "2026-03-01", true, []string{"m03-active", "campaign-over"}},
		{"not begun", "2026-03-03", "", true, []string{"m03-active", "campaign-not-begun"}},
		{"without rows", "", "", false, []string{"m03-active", "campaign-without-prices"}},
		{"over and without rows", "", "2026-03-01", false, []string{"m03-active", "campaign-over", "campaign-without-prices"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			apptest.Add(t, s, data.Campaigns, data.Campaign{No: "CP3", StartingDate: c.start, EndingDate: c.end})
			apptest.Add(t, s, data.SegmentLines, line(1, "ALFA-1", ofCampaign("CP3")), line(2, "BETA", ofCampaign("CP3")), line(3, "LONE", ofCampaign("CP3")))
			if c.priced {
				apptest.Add(t, s, data.SalesPrices, priceRow("CP3", "CHAIR"))
			}
			notices, err := campaign.Activate(s, "CP3")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, keys(notices)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if diff := cmp.Diff([]any{data.CampaignNo("CP3"), 1, 2}, notices[0].Args); diff != "" {
				t.Errorf("for whom (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDeactivate(t *testing.T) { // CP-86, CP-87
	s := newDesk(t)
	apptest.Add(t, s, data.SalesPrices, priceRow("CP1", "CHAIR"))
	apptest.Add(t, s, data.SegmentLines, line(1, "ALFA-1"))
	apptest.Add(t, s, data.CampaignTargets, data.CampaignTarget{Type: data.TargetCustomer, No: "10000", CampaignNo: "CP1"},
		data.CampaignTarget{Type: data.TargetCustomer, No: "10000", CampaignNo: "CP2"})
	for _, when := range []string{"activated", "nothing was activated"} {
		apptest.Undoes(t, s, func() {
			notices, err := campaign.Deactivate(s, "CP1")
			if err != nil || notices[0].Key != "m04-switched-off" {
				t.Errorf("%s: %v %v", when, notices, err)
			}
		})
		if got := group(t, s, "CP1"); got != nil {
			t.Errorf("%s: left %v", when, got)
		}
	}
	if diff := cmp.Diff([]string{"customer 10000"}, group(t, s, "CP2")); diff != "" {
		t.Errorf("the other campaign (-want +got):\n%s", diff)
	}
	if len(apptest.All(t, s, data.SalesPrices)) != 1 || !apptest.All(t, s, data.SegmentLines)[0].CampaignTarget {
		t.Error("a price or a mark is gone")
	}
}

func TestBringInLine(t *testing.T) { // OQ-2
	for _, c := range []struct {
		name            string
		lines           []data.SegmentLine
		group           []data.CampaignTarget
		drift           data.Drift
		refused, notice string
		want            []string
	}{
		{"adds and removes", []data.SegmentLine{line(1, "ALFA-1"), line(2, "LONE")},
			[]data.CampaignTarget{{Type: data.TargetContact, No: "BETA", CampaignNo: "CP1"}, {Type: data.TargetContact, No: "LONE", CampaignNo: "CP1"}},
			data.Drift{CampaignNo: "CP1", Entering: 1, Leaving: 1}, "", "m03-active", []string{"customer 10000", "contact LONE"}},
		{"a customer standing as contact becomes the customer", []data.SegmentLine{line(1, "ALFA-1")},
			[]data.CampaignTarget{{Type: data.TargetContact, No: "ALFA", CampaignNo: "CP1"}},
			data.Drift{CampaignNo: "CP1", Entering: 1, Leaving: 1}, "", "m03-active", []string{"customer 10000"}},
		{"nobody is left", nil, []data.CampaignTarget{{Type: data.TargetContact, No: "BETA", CampaignNo: "CP1"}},
			data.Drift{CampaignNo: "CP1", Leaving: 1}, "", "m06-last-target-gone", nil},
		{"all is in line", []data.SegmentLine{line(1, "BETA")}, []data.CampaignTarget{{Type: data.TargetContact, No: "BETA", CampaignNo: "CP1"}},
			data.Drift{CampaignNo: "CP1"}, "", "m03-active", []string{"contact BETA"}},
		{"not activated", []data.SegmentLine{line(1, "BETA")}, nil, data.Drift{CampaignNo: "CP1", Entering: 1}, "campaign-not-activated", "", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			apptest.Add(t, s, data.SegmentLines, c.lines...)
			apptest.Add(t, s, data.CampaignTargets, c.group...)
			drift, err := data.DriftOf(s.DB, "CP1")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.drift, drift); diff != "" {
				t.Errorf("drift (-want +got):\n%s", diff)
			}
			apptest.Undoes(t, s, func() {
				notices, err := campaign.BringInLine(s, "CP1")
				refused(t, err, c.refused)
				if err == nil && notices[0].Key != c.notice {
					t.Errorf("notices %v", notices)
				}
			})
			if diff := cmp.Diff(c.want, group(t, s, "CP1")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestUnknownCampaigns(t *testing.T) {
	s := newDesk(t)
	for name, do := range map[string]func() error{
		"activate":      func() error { _, err := campaign.Activate(s, "NONE"); return err },
		"deactivate":    func() error { _, err := campaign.Deactivate(s, "NONE"); return err },
		"bring in line": func() error { _, err := campaign.BringInLine(s, "NONE"); return err },
	} {
		t.Run(name, func(t *testing.T) { refused(t, do(), "campaign-missing") })
	}
}
