package windows

import (
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/campaign"
	"campaigndesk/app/segment"
	"campaigndesk/data"
	"campaigndesk/windows/page"
	"campaigndesk/windows/pagetest"

	"github.com/google/go-cmp/cmp"
)

// The dry run shows what would happen, and does nothing: who comes in, which price changes from what to what for how many, and
// what is probably not meant.
func TestDryRunOfActivation(t *testing.T) {
	p := pagetest.Open(t, func(s *app.Session) page.Page { return Activation(s, "CP0004") }).Resize(1280, 2000)
	before := apptest.Read(t, p.Session())
	for caption, want := range map[string]string{"Entering the target group": "18", "Leaving the target group": "0", "Staying in it": "0", "To look at": "1"} {
		wantCue(t, p, caption, want)
	}
	changes := p.Part("Prices that change")
	for _, c := range []struct {
		item, currency, before, after, parties, margin string
	}{
		{"7010", "", "1 290,00", "990,00", "16", "38,4"},
		{"7010", "EUR", "115,30726", "88,49162", "1", "38,4"},
		{"7115", "", "1 990,00", "990,00", "16", "-5,1"},
		{"7120", "", "790,00", "655,50", "16", "43,6"}, // price and discount together
	} {
		row := changes.Find("item-no", c.item)
		for row >= 0 && row < changes.Rows() && changes.Cell(row, "currency-code") != c.currency {
			row++
		}
		for column, want := range map[string]string{"item-no": c.item, "price-before": noBreak(c.before), "price-after": noBreak(c.after),
			"no-of-parties": c.parties, "margin-percent": c.margin} {
			changes.WantCell(row, column, want)
		}
	}
	faults := p.Part("To look at")
	faults.WantCell(0, "Kind", "Below cost")
	faults.WantCell(0, "Description", "7115 Dager daylight lamp is sold below cost: margin -5,1 %.")

	p.Press("Ctrl+3") // who enters and leaves is closed at first
	parties := p.Part("Who enters and leaves")
	if parties.Rows() != 18 || parties.Find("dry-run-move", "Leaves") >= 0 {
		t.Errorf("%d parties", parties.Rows())
	}
	if diff := cmp.Diff(before, apptest.Read(t, p.Session())); diff != "" {
		t.Errorf("the dry run changes something:\n%s", diff)
	}
}

// Rows of other activated campaigns that meet the campaign's are shown with the one that is taken.
func TestDryRunShowsConflicts(t *testing.T) {
	s := pagetest.Session(t, "en")
	if _, err := campaign.Deactivate(s, "CP0008"); err != nil {
		t.Fatal(err)
	}
	p := pagetest.OpenIn(t, s, Activation(s, "CP0008")).Resize(1280, 2000)
	p.Press("Ctrl+4")
	conflicts := p.Part("Conflicts")
	row := conflicts.Find("conflict-with", "CP0003")
	if row < 0 {
		t.Fatalf("no conflict with CP0003 in %d rows", conflicts.Rows())
	}
	conflicts.WantCell(row, "item-no", "1010")
	taken := map[string]bool{}
	for row := range conflicts.Rows() {
		taken[conflicts.Cell(row, "conflict-taken")] = true
	}
	if !taken["This campaign"] || !taken["The other"] {
		t.Errorf("taken are %v", taken)
	}
	if p.Part("To look at").Find("Kind", "Conflict") < 0 {
		t.Error("no conflict among what is to be looked at")
	}
}

// CP-76…85, M-03: Ctrl+F9 on the card shows the dry run, Ctrl+F9 there activates. The card has the state at once.
func TestActivateFromCard(t *testing.T) {
	card := openCampaign(t, "CP0004")
	if !shows(card, "Not activated") {
		t.Fatalf("no state among %q", card.Texts())
	}
	run := card.Press("Ctrl+F9").Newest()
	undoes(t, run, func() {
		run.Press("Ctrl+F9").WantMessage("Campaign CP0004 is active for 12 customers and 6 contacts.")
		if !shows(card, "Active") {
			t.Errorf("no state among %q", card.Texts())
		}
	})
	wantCue(t, run, "Staying in it", "18")
	if !shows(card, "Active") || shows(card, "Not activated") {
		t.Errorf("no state among %q", card.Texts())
	}
	card.Press("Ctrl+4") // the part with the targets is closed at first
	if n := card.Part("Targets").Rows(); n != 18 {
		t.Errorf("%d targets", n)
	}
}

// offer is a campaign without prices whose segment has one target.
func offer(t *testing.T, s *app.Session) data.CampaignNo {
	t.Helper()
	c := data.Campaign{Description: "Offer"}
	h := data.SegmentHeader{Description: "Offer", CampaignTarget: true}
	_, err := campaign.Create(s, &c)
	if err == nil {
		h.CampaignNo = c.No
		_, err = segment.Create(s, &h)
	}
	line := data.SegmentLine{SegmentNo: h.No}
	if err == nil {
		err = segment.SetContact(s.DB, &line, "CT000061")
	}
	if err == nil {
		_, err = segment.AddLine(s, &line, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return c.No
}

// CP-75, CP-84: what speaks against an activation is in the dry run, and is said again with who has the prices now.
func TestActivationWarns(t *testing.T) {
	for _, c := range []struct {
		name      string
		campaign  func(t *testing.T, s *app.Session) data.CampaignNo
		fault     string
		question  string // blank: none
		messages  []string
		activated bool
	}{
		{"no targets", numbered("CP0007"), "No targets", "", []string{"Nobody is marked as target of campaign CP0007."}, false}, // M-02
		{"not begun", numbered("CP0006"), "Not begun", "", []string{"Campaign CP0006 is active for", "Campaign CP0006 begins only on 2026-04-27."}, true},
		{"over", numbered("CP0002"), "Over", "", []string{"Campaign CP0002 is active for", "Campaign CP0002 ended on 2026-01-25."}, true},
		{"no prices", offer, "No prices", "Campaign CP0009 has no prices and no line discounts yet. Activate it anyway?", // M-01
			[]string{"Campaign CP0009 is active for 1 customers and 0 contacts.", "nobody pays less yet"}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := pagetest.Session(t, "en")
			no := c.campaign(t, s)
			p := pagetest.OpenIn(t, s, Activation(s, no))
			p.Part("To look at").WantCell(0, "Kind", c.fault)
			p.Press("Ctrl+F9")
			if c.question != "" {
				wantQuestion(t, p, c.question)
				p.Press("N")
				if apptest.Get(t, s, data.Campaigns, no).Activated {
					t.Error("activated after No")
				}
				p.Press("Ctrl+F9", "Enter")
			}
			if p.Dialog() {
				t.Fatalf("asked %q", p.Texts())
			}
			for _, message := range c.messages {
				p.WantMessage(message)
			}
			if got := apptest.Get(t, s, data.Campaigns, no).Activated; got != c.activated {
				t.Errorf("activated: %v", got)
			}
		})
	}
}

func numbered(no data.CampaignNo) func(*testing.T, *app.Session) data.CampaignNo {
	return func(*testing.T, *app.Session) data.CampaignNo { return no }
}

// CP-86…89, M-04: deactivation empties the target group, and prices and segments stay; it is there only for activated campaigns.
func TestDeactivateFromCard(t *testing.T) {
	card := openCampaign(t, "CP0003")
	run := card.Press("Ctrl+Shift+F9").Newest()
	wantCue(t, run, "Leaving the target group", "24")
	run.Part("Prices that change").WantCell(0, "item-no", "1010")
	undoes(t, run, func() {
		run.Press("Ctrl+Shift+F9").WantMessage("Campaign CP0003 is switched off.")
	})
	if !shows(card, "Not activated") {
		t.Errorf("no state among %q", card.Texts())
	}
	if prices, segments := card.Part("Prices and Discounts").Rows(), card.Part("Audience").Rows(); prices != 13 || segments != 2 {
		t.Errorf("%d prices and discounts, %d segments", prices, segments)
	}
	run.Press("Esc")
	card.Press("Ctrl+Shift+F9")
	if len(card.Windows()) != 1 {
		t.Error("what is not activated can be deactivated")
	}
}

// OQ-2: a target group that is not what the segments call for shows on the card and on Home; F9 shows what would change, F9
// there does it.
func TestBringInLine(t *testing.T) {
	s := pagetest.Session(t, "en")
	home := pagetest.Start(t, s, All(), Home)
	home.Window().Open(campaignCardOf(s, "CP0005"))
	card := home.Newest().Resize(1280, 2000)
	const drifted = "8 to add, 2 to remove"
	if !shows(card, drifted) {
		t.Fatalf("no drift among %q", card.Texts())
	}
	wantCue(t, home, "Target groups to update", "1")
	attention := home.Part("Needs attention")
	if attention.Find("Kind", "Drift") < 0 {
		t.Errorf("no drift among the %d rows that need attention", attention.Rows())
	}

	run := card.Press("F9").Newest()
	for caption, want := range map[string]string{"Entering the target group": "8", "Leaving the target group": "2", "Staying in it": "15"} {
		wantCue(t, run, caption, want)
	}
	undoes(t, run, func() {
		run.Press("F9").WantMessage("Campaign CP0005 is active for")
	})
	if shows(card, drifted) || !shows(card, "Active") {
		t.Errorf("the card shows %q", card.Texts())
	}
	wantCue(t, home, "Target groups to update", "0")
	if attention.Find("Kind", "Drift") >= 0 {
		t.Error("the drift still needs attention")
	}
}
