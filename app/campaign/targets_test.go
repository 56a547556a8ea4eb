package campaign_test

import (
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/campaign"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

// activate gives CP1 the target group that its segments and interactions call for.
func activate(t testing.TB, s *app.Session) {
	t.Helper()
	if _, err := campaign.Activate(s, "CP1"); err != nil {
		t.Fatal(err)
	}
}

// T3: interactions come and go while a campaign is activated. Events of segments are in the tests of app/segment, those of
// contacts in app/contact.
func TestTargetsFollowInteractions(t *testing.T) {
	deleteFirst := func(tx *data.Tx, i data.Interaction) error { return data.Interactions.Delete(tx, i.ID) }
	for _, c := range []struct {
		name         string
		interactions []data.Interaction // the first is changed
		lines        []data.SegmentLine
		change       func(*data.Tx, data.Interaction) error
		want         []string
		notices      []string
	}{
		{"CP-98 the only reason is deleted", []data.Interaction{interaction("ALFA-1"), interaction("BETA")}, nil, deleteFirst, []string{"contact BETA"}, nil},
		{"CP-98 another interaction of the same company stays", []data.Interaction{interaction("ALFA-1"), interaction("ALFA-2")}, nil, deleteFirst, []string{"customer 10000"}, nil},
		{"CP-95 a line of the same company stays", []data.Interaction{interaction("BETA-1")}, []data.SegmentLine{line(1, "BETA")}, deleteFirst, []string{"contact BETA"}, nil},
		{"CP-95 what stays is not targeted", []data.Interaction{interaction("ALFA-1"), interaction("ALFA-2", notTargeted), interaction("BETA")}, nil, deleteFirst, []string{"contact BETA"}, nil},
		{"CP-95 what stays is postponed", []data.Interaction{interaction("ALFA-1"), interaction("ALFA-2", postponed), interaction("BETA")}, nil, deleteFirst, []string{"contact BETA"}, nil},
		{"CP-82 what stays is canceled", []data.Interaction{interaction("ALFA-1"), interaction("ALFA-2", canceled), interaction("BETA")}, nil, deleteFirst, []string{"contact BETA"}, nil},
		{"CP-95 what stays is of another campaign", []data.Interaction{interaction("ALFA-1"), interaction("BETA")}, []data.SegmentLine{line(1, "ALFA", ofCampaign("CP2"))}, deleteFirst, []string{"contact BETA"}, nil},
		{"CP-96 what is deleted was no target", []data.Interaction{interaction("ALFA-1", notTargeted)}, []data.SegmentLine{line(1, "ALFA")}, deleteFirst, []string{"customer 10000"}, nil},
		{"CP-99 the last target", []data.Interaction{interaction("ALFA-1")}, nil, deleteFirst, nil, []string{"m06-last-target-gone"}},
		{"canceling is like deleting", []data.Interaction{interaction("ALFA-1"), interaction("BETA")}, nil,
			func(tx *data.Tx, i data.Interaction) error {
				i.Canceled = true
				return data.Interactions.Update(tx, &i)
			}, []string{"contact BETA"}, nil},
		{"and taking it back like logging", []data.Interaction{interaction("ALFA-1", canceled), interaction("BETA")}, nil,
			func(tx *data.Tx, i data.Interaction) error {
				i.Canceled = false
				return data.Interactions.Update(tx, &i)
			}, []string{"customer 10000", "contact BETA"}, nil},
		{"another campaign is not activated by it", []data.Interaction{interaction("ALFA-1"), interaction("BETA")}, nil,
			func(tx *data.Tx, i data.Interaction) error {
				i.CampaignNo = "CP2"
				return data.Interactions.Update(tx, &i)
			}, []string{"contact BETA"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			apptest.Add(t, s, data.Interactions, c.interactions...)
			apptest.Add(t, s, data.SegmentLines, c.lines...)
			activate(t, s)
			first := apptest.All(t, s, data.Interactions)[0]
			apptest.Undoes(t, s, func() {
				err := s.Write(data.Msg("test"), func(tx *data.Tx) error {
					notices, err := campaign.KeepTargets(tx, func() ([]data.Reason, error) { return data.ReasonsOfInteractions(tx, first.ID) },
						func() error { return c.change(tx, first) })
					if diff := cmp.Diff(c.notices, keys(notices)); diff != "" {
						t.Errorf("notices (-want +got):\n%s", diff)
					}
					return err
				})
				if err != nil {
					t.Fatal(err)
				}
			})
			if diff := cmp.Diff(c.want, group(t, s, "CP1")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if got := group(t, s, "CP2"); got != nil {
				t.Errorf("the other campaign got %v", got)
			}
		})
	}
}

func TestLoggingASegmentLosesNobody(t *testing.T) { // CP-97
	s := newDesk(t)
	apptest.Add(t, s, data.SegmentLines, line(1, "ALFA-1"), line(2, "LONE"))
	activate(t, s)
	err := s.Write(data.Msg("test"), func(tx *data.Tx) error {
		notices, err := campaign.KeepTargets(tx, func() ([]data.Reason, error) { return data.ReasonsOfSegment(tx, "SM1") }, func() error {
			for _, contact := range []data.ContactNo{"ALFA-1", "LONE"} {
				logged := interaction(contact)
				if err := data.Interactions.Insert(tx, &logged); err != nil {
					return err
				}
			}
			return data.ClearSegment(tx, "SM1")
		})
		if notices != nil {
			t.Errorf("notices %v", notices)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"customer 10000", "contact LONE"}, group(t, s, "CP1")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTargetsFollowCustomers(t *testing.T) {
	becomes := func(tx *data.Tx) error { return campaign.ContactIsCustomer(tx, "BETA", "20000") }
	gone := func(no data.CustomerNo) func(tx *data.Tx) error {
		return func(tx *data.Tx) error { return campaign.CustomerIsGone(tx, no) }
	}
	target := func(kind data.TargetType, no string, of data.CampaignNo) data.CampaignTarget {
		return data.CampaignTarget{Type: kind, No: no, CampaignNo: of}
	}
	for _, c := range []struct {
		name     string
		group    []data.CampaignTarget
		change   func(*data.Tx) error
		cp1, cp2 []string
	}{
		{"CP-100 a contact becomes a customer, in all campaigns",
			[]data.CampaignTarget{target(data.TargetContact, "BETA", "CP1"), target(data.TargetContact, "BETA", "CP2"), target(data.TargetContact, "LONE", "CP2")},
			becomes, []string{"customer 20000"}, []string{"customer 20000", "contact LONE"}},
		{"CP-101 and the customer is a target already", []data.CampaignTarget{target(data.TargetContact, "BETA", "CP1"), target(data.TargetCustomer, "20000", "CP1")},
			becomes, []string{"customer 20000"}, nil},
		{"CP-102 a customer goes, its contact stays", []data.CampaignTarget{target(data.TargetCustomer, "10000", "CP1"), target(data.TargetCustomer, "10000", "CP2")},
			gone("10000"), []string{"contact ALFA"}, []string{"contact ALFA"}},
		{"CP-102 and the contact is a target already", []data.CampaignTarget{target(data.TargetCustomer, "10000", "CP1"), target(data.TargetContact, "ALFA", "CP1")},
			gone("10000"), []string{"contact ALFA"}, nil},
		{"CP-102 a customer without contact", []data.CampaignTarget{target(data.TargetCustomer, "20000", "CP1"), target(data.TargetContact, "LONE", "CP1")},
			gone("20000"), []string{"contact LONE"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			apptest.Add(t, s, data.Customers, data.Customer{No: "20000", Name: "Beta AB"})
			apptest.Add(t, s, data.CampaignTargets, c.group...)
			apptest.Undoes(t, s, func() {
				if err := s.Write(data.Msg("test"), c.change); err != nil {
					t.Fatal(err)
				}
			})
			if diff := cmp.Diff(c.cp1, group(t, s, "CP1")); diff != "" {
				t.Errorf("CP1 (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.cp2, group(t, s, "CP2")); diff != "" {
				t.Errorf("CP2 (-want +got):\n%s", diff)
			}
		})
	}
}

func TestOtherDatesLeaveTheTargetsAlone(t *testing.T) { // CP-104
	s := newDesk(t)
	apptest.Add(t, s, data.SegmentLines, line(1, "ALFA-1"), line(2, "BETA"))
	activate(t, s)
	before := apptest.Get(t, s, data.Campaigns, data.CampaignNo("CP1"))
	after := before
	after.StartingDate, after.EndingDate = "2020-01-01", "2020-12-31"
	if err := campaign.Save(s, &before, &after); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"customer 10000", "contact BETA"}, group(t, s, "CP1")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
