package segment_test

import (
	"context"
	"maps"
	"slices"
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/campaign"
	"campaigndesk/app/segment"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// T3: what happens to segments while a campaign is activated, each event where the contact's company has one target and
// where it has two. Before the event SM1 has Eva of Sandhamn, Siv, and the contacts given; SM2 has the contacts in second.
func TestTargetsFollowSegments(t *testing.T) {
	const customer, contact, siv = "customer 10000", "contact CT20", "contact CT30"
	change := func(of data.ContactNo, do func(*data.SegmentLine)) func(*testing.T, *app.Session) []data.Message {
		return func(t *testing.T, s *app.Session) []data.Message {
			before := lineOf(t, s, "SM1", of)
			after := before
			do(&after)
			notices, err := segment.SaveLine(s, &before, &after)
			if err != nil {
				t.Fatal(err)
			}
			return notices
		}
	}
	header := func(do func(*data.SegmentHeader)) func(*testing.T, *app.Session) []data.Message {
		return func(t *testing.T, s *app.Session) []data.Message {
			before := apptest.Get(t, s, data.SegmentHeaders, data.SegmentNo("SM1"))
			after := before
			do(&after)
			notices, err := segment.Save(s, &before, &after, segment.Yes)
			if err != nil {
				t.Fatal(err)
			}
			return notices
		}
	}
	deleted := func(of ...data.ContactNo) func(*testing.T, *app.Session) []data.Message {
		return func(t *testing.T, s *app.Session) []data.Message {
			var lines []data.SegmentLine
			for _, contact := range of {
				lines = append(lines, lineOf(t, s, "SM1", contact))
			}
			notices, err := segment.DeleteLines(s, lines)
			if err != nil {
				t.Fatal(err)
			}
			return notices
		}
	}
	typed := func(of data.ContactNo) func(*testing.T, *app.Session) []data.Message {
		return func(t *testing.T, s *app.Session) []data.Message { put(t, s, "SM1", of); return nil }
	}
	m06 := []string{"m06-last-target-gone"}

	for _, c := range []struct {
		name        string
		contacts    []data.ContactNo // further ones on SM1
		second      []data.ContactNo // on SM2
		other       []data.ContactNo // on SM3, which is for CP2; that is activated when there is one
		event       func(*testing.T, *app.Session) []data.Message
		want, want2 []string // target groups of CP1 and CP2
		notices     []string
	}{
		{"CP-90 a contact is typed", nil, nil, nil, typed("CT11"), []string{customer, contact, siv}, nil, nil},
		{"CP-90 a second of the same company", []data.ContactNo{"CT12"}, nil, nil, typed("CT11"), []string{customer, contact, siv}, nil, nil},
		{"CP-90 contacts are added", nil, nil, nil, func(t *testing.T, s *app.Session) []data.Message {
			if done := apply(t, s, "SM1", add(map[string]string{"no": "CT1*"})); done.Lines != 3 {
				t.Fatalf("%+v", done)
			}
			return nil
		}, []string{customer, contact, siv}, nil, nil},

		{"CP-91 target unticked", []data.ContactNo{"CT11"}, nil, nil, change("CT11", func(l *data.SegmentLine) { l.CampaignTarget = false }), []string{contact, siv}, nil, nil},
		{"CP-91 target unticked, another line of the company", []data.ContactNo{"CT11", "CT12"}, nil, nil, change("CT11", func(l *data.SegmentLine) { l.CampaignTarget = false }),
			[]string{customer, contact, siv}, nil, nil},
		{"CP-91 target unticked, another segment has the company", []data.ContactNo{"CT11"}, []data.ContactNo{"CT12"}, nil,
			change("CT11", func(l *data.SegmentLine) { l.CampaignTarget = false }), []string{customer, contact, siv}, nil, nil},
		{"CP-91 another campaign, not activated", []data.ContactNo{"CT11"}, nil, nil, change("CT11", func(l *data.SegmentLine) { l.CampaignNo = "CP2" }), []string{contact, siv}, nil, nil},
		{"CP-91 another campaign, activated", []data.ContactNo{"CT11"}, nil, []data.ContactNo{"CT20"}, change("CT11", func(l *data.SegmentLine) { l.CampaignNo = "CP2" }),
			[]string{contact, siv}, []string{customer, contact}, nil},
		{"CP-91 another campaign, one of two of the company", []data.ContactNo{"CT11", "CT12"}, nil, []data.ContactNo{"CT20"},
			change("CT11", func(l *data.SegmentLine) { l.CampaignNo = "CP2" }), []string{customer, contact, siv}, []string{customer, contact}, nil},
		{"CP-91 no campaign any more", []data.ContactNo{"CT11"}, nil, nil, change("CT11", func(l *data.SegmentLine) { l.CampaignNo = "" }), []string{contact, siv}, nil, nil},
		{"CP-91 another contact", nil, nil, nil, change("CT30", func(l *data.SegmentLine) { l.ContactNo = "CT11" }), []string{customer, contact}, nil, nil},
		{"CP-91 another contact of the same company", []data.ContactNo{"CT11"}, nil, nil, change("CT11", func(l *data.SegmentLine) { l.ContactNo = "CT12" }),
			[]string{customer, contact, siv}, nil, nil},
		{"CP-91 another contact, one of two of the company", []data.ContactNo{"CT11", "CT12"}, nil, nil, change("CT11", func(l *data.SegmentLine) { l.ContactNo = "CT20" }),
			[]string{customer, contact, siv}, nil, nil},
		{"CP-91 the contact is cleared", nil, nil, nil, change("CT21", func(l *data.SegmentLine) { l.ContactNo = "" }), []string{siv}, nil, nil},
		{"another field changes nothing", []data.ContactNo{"CT11"}, nil, nil, change("CT11", func(l *data.SegmentLine) { l.Description = "New" }), []string{customer, contact, siv}, nil, nil},

		{"CP-92 header to another campaign", []data.ContactNo{"CT11"}, nil, []data.ContactNo{"CT30"}, header(func(h *data.SegmentHeader) { h.CampaignNo = "CP2" }),
			nil, []string{customer, contact, siv}, m06},
		{"CP-92 header to another campaign, another segment has the company", []data.ContactNo{"CT11"}, []data.ContactNo{"CT12"}, nil,
			header(func(h *data.SegmentHeader) { h.CampaignNo = "CP2" }), []string{customer}, nil, nil},
		{"CP-92 header target off", []data.ContactNo{"CT11"}, []data.ContactNo{"CT10"}, nil, header(func(h *data.SegmentHeader) { h.CampaignTarget = false }), []string{customer}, nil, nil},
		{"CP-92 header without campaign", nil, []data.ContactNo{"CT20"}, nil, header(func(h *data.SegmentHeader) { h.CampaignNo = "" }), []string{contact}, nil, nil},

		{"CP-94 a line is deleted", []data.ContactNo{"CT11"}, nil, nil, deleted("CT11"), []string{contact, siv}, nil, nil},
		{"CP-94 one of two lines of the company", []data.ContactNo{"CT11", "CT12"}, nil, nil, deleted("CT11"), []string{customer, contact, siv}, nil, nil},
		{"CP-94 both lines of the company", []data.ContactNo{"CT11", "CT12"}, nil, nil, deleted("CT11", "CT12"), []string{contact, siv}, nil, nil},
		{"CP-94 another segment has the company", []data.ContactNo{"CT11"}, []data.ContactNo{"CT12"}, nil, deleted("CT11"), []string{customer, contact, siv}, nil, nil},
		{"CP-94 the segment is deleted", nil, []data.ContactNo{"CT11"}, nil, func(t *testing.T, s *app.Session) []data.Message {
			notices, err := segment.Delete(s, []data.SegmentHeader{apptest.Get(t, s, data.SegmentHeaders, data.SegmentNo("SM1"))})
			if err != nil {
				t.Fatal(err)
			}
			return notices
		}, []string{customer}, nil, nil},
		{"CP-99 the last segment is deleted", nil, nil, nil, func(t *testing.T, s *app.Session) []data.Message {
			notices, err := segment.Delete(s, apptest.All(t, s, data.SegmentHeaders))
			if err != nil {
				t.Fatal(err)
			}
			return notices
		}, nil, nil, m06},
		{"CP-99 the last targets are deleted", nil, nil, nil, deleted("CT21", "CT30"), nil, nil, m06},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			put(t, s, "SM1", append([]data.ContactNo{"CT21", "CT30"}, c.contacts...)...)
			put(t, s, "SM2", c.second...)
			activate(t, s, "CP1")
			if c.other != nil {
				apptest.Add(t, s, data.SegmentHeaders, data.SegmentHeader{No: "SM3", CampaignNo: "CP2", CampaignTarget: true})
				put(t, s, "SM3", c.other...)
				activate(t, s, "CP2")
			}
			apptest.Undoes(t, s, func() {
				if diff := cmp.Diff(c.notices, keys(c.event(t, s))); diff != "" {
					t.Errorf("notices (-want +got):\n%s", diff)
				}
			})
			if diff := cmp.Diff(c.want, group(t, s, "CP1")); diff != "" {
				t.Errorf("CP1 (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.want2, group(t, s, "CP2")); diff != "" {
				t.Errorf("CP2 (-want +got):\n%s", diff)
			}
		})
	}
}

func TestACampaignWithoutTargetsTakesNobodyIn(t *testing.T) { // CP-99
	s := newDesk(t)
	put(t, s, "SM1", "CT11")
	activate(t, s, "CP1")
	if notices, err := segment.DeleteLines(s, apptest.All(t, s, data.SegmentLines)); err != nil || len(notices) != 1 {
		t.Fatalf("%v, %v", notices, err)
	}
	put(t, s, "SM1", "CT21")
	if got := group(t, s, "CP1"); got != nil {
		t.Errorf("taken in: %v", got)
	}
}

// Whatever is done to segments, the target group of a campaign that stays activated is what its lines call for, and all of
// it can be undone and redone.
func TestActivatedCampaignsNeverDrift(t *testing.T) {
	s := newDesk(t)
	put(t, s, "SM1", "CT11", "CT21", "CT30")
	activate(t, s, "CP1")
	rapid.Check(t, func(rt *rapid.T) {
		defer apptest.Rewind(t, s)()
		contacts := rapid.SampledFrom([]data.ContactNo{"CT10", "CT11", "CT12", "CT20", "CT21", "CT30", ""})
		campaigns := rapid.SampledFrom([]data.CampaignNo{"CP1", "CP2", ""})
		mark := rapid.Bool()
		anyLine := func() *data.SegmentLine {
			lines := apptest.All(rt, s, data.SegmentLines)
			if len(lines) == 0 {
				return nil
			}
			return &lines[rapid.IntRange(0, len(lines)-1).Draw(rt, "line")]
		}
		commands := map[string]func() ([]data.Message, error){
			"type": func() ([]data.Message, error) {
				put(rt, s, rapid.SampledFrom([]data.SegmentNo{"SM1", "SM2"}).Draw(rt, "segment"), contacts.Draw(rt, "contact"))
				return nil, nil
			},
			"edit": func() ([]data.Message, error) {
				before := anyLine()
				if before == nil {
					return nil, nil
				}
				after := *before
				after.ContactNo, after.CampaignNo, after.CampaignTarget = contacts.Draw(rt, "contact"), campaigns.Draw(rt, "campaign"), mark.Draw(rt, "target")
				return segment.SaveLine(s, before, &after)
			},
			"header": func() ([]data.Message, error) {
				before := apptest.Get(rt, s, data.SegmentHeaders, data.SegmentNo("SM1"))
				after := before
				after.CampaignNo, after.CampaignTarget = campaigns.Draw(rt, "campaign"), mark.Draw(rt, "target")
				return segment.Save(s, &before, &after, answer(mark.Draw(rt, "lines")))
			},
			"delete": func() ([]data.Message, error) {
				line := anyLine()
				if line == nil {
					return nil, nil
				}
				return segment.DeleteLines(s, []data.SegmentLine{*line})
			},
			"add": func() ([]data.Message, error) {
				c := add(map[string]string{"no": string(contacts.Draw(rt, "contact")) + "*"})
				c.AllowExisting, c.ExpandCompanies = mark.Draw(rt, "existing"), mark.Draw(rt, "expand")
				_, notices, err := segment.Apply(context.Background(), s, "SM2", c)
				return notices, err
			},
			"reduce": func() ([]data.Message, error) {
				c := add(map[string]string{"no": string(contacts.Draw(rt, "contact")) + "*"})
				c.Action, c.EntireCompanies = rapid.SampledFrom([]data.SegmentAction{data.ReduceAction, data.RefineAction}).Draw(rt, "action"), mark.Draw(rt, "entire")
				_, notices, err := segment.Apply(context.Background(), s, "SM1", c)
				return notices, err
			},
			"go back": func() ([]data.Message, error) {
				no := rapid.SampledFrom([]data.SegmentNo{"SM1", "SM2"}).Draw(rt, "segment")
				if apptest.Get(rt, s, data.SegmentHeaders, no).CriteriaActions == 0 {
					return nil, nil
				}
				return segment.GoBack(s, no, 1)
			},
			"activate other": func() ([]data.Message, error) {
				campaign.Activate(s, "CP2") // refused when nobody is its target
				return nil, nil
			},
		}
		names := slices.Sorted(maps.Keys(commands))
		step := func() {
			name := rapid.SampledFrom(names).Draw(rt, "command")
			activated := map[data.CampaignNo]bool{"CP1": group(rt, s, "CP1") != nil, "CP2": group(rt, s, "CP2") != nil}
			notices, err := commands[name]()
			if err != nil {
				rt.Fatalf("%s: %v", name, err)
			}
			for _, no := range []data.CampaignNo{"CP1", "CP2"} {
				got, called := group(rt, s, no), calledFor(rt, s, no)
				if got != nil && !slices.Equal(got, called) {
					rt.Fatalf("after %s %s has %v, its lines call for %v", name, no, got, called)
				}
				ended := slices.ContainsFunc(notices, func(m data.Message) bool { return m.Args[0] == no })
				if ended != (activated[no] && got == nil) {
					rt.Fatalf("after %s: %s has ended: %v, was activated: %v, has %v", name, no, ended, activated[no], got)
				}
			}
		}
		apptest.Undoes(rt, s, func() {
			for range rapid.IntRange(1, 8).Draw(rt, "commands") {
				step()
			}
		})
	})
}

// calledFor is the target group that a campaign's lines call for, found the slow way.
func calledFor(t apptest.T, s *app.Session, no data.CampaignNo) []string {
	found := map[string]bool{}
	for _, line := range apptest.All(t, s, data.SegmentLines) {
		if line.CampaignNo != no || !line.CampaignTarget || line.ContactNo == "" {
			continue
		}
		party := line.ContactNo
		if company := apptest.Get(t, s, data.Contacts, line.ContactNo).CompanyNo; company != "" {
			party = company
		}
		name := "contact " + string(party)
		for _, link := range apptest.All(t, s, data.ContactBusinessRelations) {
			if link.ContactNo == party {
				name = "customer " + string(link.CustomerNo)
			}
		}
		found[name] = true
	}
	var customers, contacts []string
	for _, name := range slices.Sorted(maps.Keys(found)) {
		if name[:2] == "cu" {
			customers = append(customers, name)
		} else {
			contacts = append(contacts, name)
		}
	}
	return append(customers, contacts...)
}
