package windows

import (
	"slices"
	"testing"

	"campaigndesk/app/apptest"
	"campaigndesk/data"
	"campaigndesk/windows/pagetest"
)

// wantCue fails the test unless the figure with a caption is what is wanted.
func wantCue(t *testing.T, p *pagetest.Page, caption, want string) {
	t.Helper()
	texts := p.Texts()
	switch i := slices.Index(texts, caption); {
	case i < 1:
		t.Errorf("no figure %q among %q", caption, texts)
	case texts[i-1] != want:
		t.Errorf("%s is %q, want %q", caption, texts[i-1], want)
	}
}

// The figures of Home lead by keyboard to what they count: Shift+Tab from the first list goes through them backwards.
func TestCuesLeadToWhatTheyCount(t *testing.T) {
	for _, c := range []struct {
		caption, figure string
		back            int // times Shift+Tab
		column          string
		want            []string
	}{
		{"Open quotes", "10", 1, "Status", slices.Repeat([]string{"Open"}, 10)},
		{"Ending this week", "1", 3, "No.", []string{"CP0008"}},
		{"Active campaigns", "3", 4, "No.", []string{"CP0003", "CP0005", "CP0008"}},
	} {
		t.Run(c.caption, func(t *testing.T) {
			p := pagetest.Open(t, Home)
			wantCue(t, p, c.caption, c.figure)
			for range c.back {
				p.Press("Shift+Tab")
			}
			list := p.Press("Enter").Newest()
			var got []string
			for row := range list.Rows() {
				got = append(got, list.Cell(row, c.column))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%s shows %v, want %v", list.Title(), got, c.want)
			}
		})
	}
}

// What needs attention opens its campaign, and is gone once it is mended.
func TestAttentionOpensCampaign(t *testing.T) {
	p := pagetest.Open(t, Home)
	attention := p.Part("Needs attention")
	for row, want := range []struct{ kind, campaign string }{
		{"Over", "CP0002"}, {"Conflict", "CP0008"}, {"Conflict", "CP0003"}, {"Below cost", "CP0004"}, {"Drift", "CP0005"}, {"Above list", "CP0005"},
	} {
		attention.WantCell(row, "Kind", want.kind)
		attention.WantCell(row, "Campaign No.", want.campaign)
		attention.GoTo(row, "Campaign No.").Press("Enter")
		p.Newest().WantField("No.", want.campaign)
	}
	if n := len(p.Windows()); n != 6 { // Home and five campaigns: one of them is asked for twice
		t.Errorf("%d windows", n)
	}

	run := pagetest.OpenIn(t, p.Session(), Deactivation(p.Session(), "CP0002"))
	run.Press("Ctrl+Shift+F9")
	if attention.Find("Campaign No.", "CP0002") >= 0 {
		t.Error("a campaign that is switched off still needs attention")
	}
}

// Campaigns that are not over, those that end first on top; Enter opens their card.
func TestCampaignsUnderWay(t *testing.T) {
	p := pagetest.Open(t, Home)
	campaigns := p.Part("Campaigns under way")
	if campaigns.Find("No.", "CP0001") >= 0 || campaigns.Find("No.", "CP0002") >= 0 {
		t.Error("a campaign that is over")
	}
	row := campaigns.Find("No.", "CP0003")
	campaigns.WantCell(row, "State", "Active")
	campaigns.GoTo(row, "No.").Press("Enter")
	p.Newest().WantField("No.", "CP0003")
	p.Press("Ctrl+N")
	p.Newest().WantField("No.", "")
	if p.Newest().Title() == p.Title() {
		t.Error("no card of a new campaign")
	}
}

// In a new company Home leads through the first steps; done steps are ticked, and with the last one the list is gone.
func TestFirstSteps(t *testing.T) {
	s := apptest.New(t)
	p := pagetest.OpenIn(t, s, Home(s))
	wantCue(t, p, "Active campaigns", "0")
	steps := p.Part("First steps")
	for row, title := range []string{"Setup", "Import", "Campaign Card"} {
		steps.WantCell(row, "Done", "")
		steps.GoTo(row, "Step").Press("Enter")
		if got := p.Newest().Title(); got != title+" — Campaign Desk" {
			t.Errorf("step %d opens %q", row, got)
		}
		p.Newest().Press("Esc")
	}
	apptest.Add(t, s, data.Salespeople, data.Salesperson{Code: "EK"})
	setup := pagetest.OpenIn(t, s, Setup(s))
	setup.Field("Salesperson Code").Enter("EK")
	card := pagetest.OpenIn(t, s, CampaignCard(s, 0))
	card.Field("Description").Enter("Spring")

	again := pagetest.OpenIn(t, s, Home(s))
	steps = again.Part("First steps")
	for row, done := range []string{"true", "", "true"} {
		steps.WantCell(row, "Done", done)
	}
	item := pagetest.OpenIn(t, s, ItemCard(s, 0))
	item.Field("Description").Enter("Chair")
	if pagetest.OpenIn(t, s, Home(s)).Sees("First steps") {
		t.Error("first steps, though all are done")
	}
}
