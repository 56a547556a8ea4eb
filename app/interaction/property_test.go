package interaction_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/campaign"
	"campaigndesk/app/interaction"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// Whatever is logged, postponed, canceled, deleted and undone: the statistics are what a slow recount of the raw rows gives, the
// figures of campaign entries too, and the target group of an activated campaign is what calls for it.
func TestStatisticsAreTheRecount(t *testing.T) {
	s := newDesk(t)
	letter(t, s)
	if _, err := campaign.Activate(s, "CP1001"); err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(rt *rapid.T) {
		defer apptest.Rewind(t, s)()
		names := slices.Sorted(maps.Keys(commands))
		for range rapid.IntRange(1, 10).Draw(rt, "commands") {
			name := rapid.SampledFrom(names).Draw(rt, "command")
			if err := commands[name](rt, s); err != nil && keyOf(err) != "interaction-held-canceled" {
				rt.Fatalf("%s: %v", name, err)
			}
			recount(rt, s, "after "+name)
		}
	})
}

// commands are the things that change figures.
var commands = map[string]func(rt *rapid.T, s *app.Session) error{
	"log": func(rt *rapid.T, s *app.Session) error {
		return logAny(rt, s, func(d *interaction.Draft) error { _, err := interaction.Log(s, d); return err })
	},
	"postpone": func(rt *rapid.T, s *app.Session) error {
		return logAny(rt, s, func(d *interaction.Draft) error { return interaction.Postpone(s, d) })
	},
	"resume": func(rt *rapid.T, s *app.Session) error {
		rows := apptest.All(rt, s, data.Interactions, data.Postponed())
		if len(rows) == 0 {
			return nil
		}
		d, err := interaction.Resume(s, rows[0].ID)
		if err == nil {
			_, err = interaction.Log(s, &d)
		}
		return err
	},
	"switch": func(rt *rapid.T, s *app.Session) error {
		rows := apptest.All(rt, s, data.Interactions, data.NotPostponed())
		if len(rows) == 0 {
			return nil
		}
		rows = slices.DeleteFunc(rows, func(data.Interaction) bool { return rapid.Bool().Draw(rt, "left out") })
		if len(rows) == 0 {
			return nil
		}
		_, err := interaction.Switch(s, rows)
		return err
	},
	"switch entry": func(rt *rapid.T, s *app.Session) error {
		all := apptest.All(rt, s, data.CampaignEntries)
		if len(all) == 0 {
			return nil
		}
		_, err := interaction.SwitchEntry(s, &all[rapid.IntRange(0, len(all)-1).Draw(rt, "entry")])
		return err
	},
	"delete": func(_ *rapid.T, s *app.Session) error {
		_, err := interaction.DeleteCanceled(s, data.View{})
		return err
	},
	"delete entries": func(_ *rapid.T, s *app.Session) error {
		_, _, err := interaction.DeleteCanceledEntries(s, data.View{})
		return err
	},
	"undo": func(rt *rapid.T, s *app.Session) error {
		apptest.Undoes(rt, s, func() {
			if err := logAny(rt, s, func(d *interaction.Draft) error { _, err := interaction.Log(s, d); return err }); err != nil {
				rt.Fatalf("%v", err)
			}
		})
		return nil
	},
}

func logAny(rt *rapid.T, s *app.Session, do func(*interaction.Draft) error) error {
	d := drafted(rt, s, rapid.SampledFrom([]data.ContactNo{"CT10", "CT11", "CT12", "CT20", "CT21"}).Draw(rt, "contact"),
		rapid.SampledFrom([]data.InteractionTemplateCode{"BUS", "RESP", "OUTGOING"}).Draw(rt, "template"),
		rapid.SampledFrom([]data.CampaignNo{"CP1001", "CP1002", ""}).Draw(rt, "campaign"),
		func(d *interaction.Draft) {
			d.SalespersonCode, d.CampaignTarget, d.CampaignResponse = "JL", rapid.Bool().Draw(rt, "target"), rapid.Bool().Draw(rt, "response")
			d.Cost = data.Amount(rapid.Int64Range(0, 10_000_000).Draw(rt, "cost"))
		})
	return do(&d)
}

// recount computes everything once more from the raw rows.
func recount(t apptest.T, s *app.Session, when string) {
	t.Helper()
	rows := apptest.All(t, s, data.Interactions)
	for _, no := range []data.CampaignNo{"CP1001", "CP1002"} {
		want := data.CampaignFigures{}
		contacted, responded := map[data.ContactNo]bool{}, map[data.ContactNo]bool{}
		for _, i := range rows {
			if i.CampaignNo != no || i.Canceled || i.Postponed {
				continue
			}
			want.Cost, want.Duration = want.Cost+i.Cost, want.Duration+i.Duration
			if i.CampaignTarget {
				want.TargetsContacted++
				contacted[i.ContactNo] = true
			}
			if i.CampaignResponse {
				want.Responded++
				responded[i.ContactNo] = true
			}
		}
		got, err := campaign.StatisticsOf(s.DB, no, data.Period{})
		if err != nil {
			t.Fatalf("%v", err)
		}
		if diff := cmp.Diff(want, got.CampaignFigures); diff != "" {
			t.Fatalf("%s: %s (-recount +got):\n%s", when, no, diff)
		}
		people, err := data.PeopleOfCampaign(s.DB, no, data.Period{})
		if err != nil || people != (data.CampaignPeople{Contacted: len(contacted), Responded: len(responded)}) {
			t.Fatalf("%s: %s has %+v, recounted %d and %d, %v", when, no, people, len(contacted), len(responded), err)
		}
		drift, err := data.DriftOf(s.DB, no)
		if err != nil {
			t.Fatalf("%v", err)
		}
		if activated, err := data.IsActivated(s.DB, no); err != nil || activated && !drift.None() {
			t.Fatalf("%s: %s drifts: %+v, %v", when, no, drift, err)
		}
	}
	for _, e := range apptest.All(t, s, data.CampaignEntries) {
		count, cost := 0, data.Amount(0)
		for _, i := range rows {
			if i.CampaignEntryNo == e.ID && i.Canceled == e.Canceled {
				count, cost = count+1, cost+i.Cost
			}
		}
		if e.Interactions != count || e.Cost != cost {
			t.Fatalf("%s: %s", when, fmt.Sprintf("entry %d shows %d / %v, recounted %d / %v", e.ID, e.Interactions, e.Cost, count, cost))
		}
	}
}
