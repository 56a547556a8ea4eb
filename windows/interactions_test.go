package windows

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/interaction"
	"campaigndesk/data"
	"campaigndesk/windows/page"
	"campaigndesk/windows/pagetest"
)

// phones gives the company of a test a template for calls, and a letter.
func phones(t *testing.T, s *app.Session) {
	t.Helper()
	if err := s.Write(data.Msg("test"), func(tx *data.Tx) error {
		if _, err := data.InteractionGroups.Get(tx, data.InteractionGroupCode("TESTS")); err != nil {
			if err := data.InteractionGroups.Insert(tx, &data.InteractionGroup{Code: "TESTS"}); err != nil {
				return err
			}
		}
		for _, row := range []data.InteractionTemplate{
			{Code: "TESTCALL", InteractionGroupCode: "TESTS", Description: "Call", UnitCost: data.One, UnitDuration: data.Int(15), InitiatedBy: data.ByUs},
			{Code: "TESTBUS", InteractionGroupCode: "TESTS", Description: "Letter", UnitCost: data.Int(8), UnitDuration: data.Int(30), CorrespondenceType: data.HardCopy},
		} {
			if err := data.InteractionTemplates.Insert(tx, &row); err != nil {
				return err
			}
		}
		setup := s.Setup
		setup.OutgoingCallTemplate = "TESTCALL"
		return data.Setups.Update(tx, &setup)
	}); err != nil {
		t.Fatal(err)
	}
}

// An interaction is entered on one page, logged by one key, and counted; canceled it counts no more (IN-24, IN-43).
func TestInteractionIsLoggedAndCanceled(t *testing.T) {
	s := pagetest.Session(t, "en")
	phones(t, s)
	c := first(s, data.Campaigns)
	contact := first(s, data.Contacts)
	before := len(apptest.All(t, s, data.Interactions))
	d, err := interaction.New(s, interaction.From{CampaignNo: c.No})
	if err != nil {
		t.Fatal(err)
	}
	p := pagetest.OpenIn(t, s, CreateInteraction(s, d))
	p.Field("Contact No.").Enter(string(contact.No))
	p.Field("Interaction Template Code").Enter("TESTBUS")
	p.WantField("Description", "Letter").WantField("Cost (LCY)", "8,00")
	p.Press("Ctrl+F9")
	all := apptest.All(t, s, data.Interactions)
	if len(all) != before+1 {
		t.Fatalf("%d interactions, message %q", len(all), p.Message())
	}
	logged := all[len(all)-1]
	list := pagetest.OpenIn(t, s, interactionLog(s, logOf{rows: []data.Cond{data.Equal("id", logged.ID)}}))
	list.WantCell(0, "Description", "Letter")
	list.Action("switch-canceled").Do()
	wantQuestion(t, list, "canceled")
	list.Press("Y")
	if row, err := data.Interactions.ByID(s.DB, logged.ID); err != nil || !row.Canceled {
		t.Errorf("canceled: %v, %v", row.Canceled, err)
	}
}

// What is left before it is logged can be finished later (IN-28, IN-42).
func TestInteractionIsFinishedLater(t *testing.T) {
	s := pagetest.Session(t, "en")
	phones(t, s)
	d, err := interaction.New(s, interaction.From{ContactNo: first(s, data.Contacts).No})
	if err != nil {
		t.Fatal(err)
	}
	before := len(apptest.All(t, s, data.Interactions, data.Postponed()))
	p := pagetest.OpenIn(t, s, CreateInteraction(s, d))
	p.Field("Interaction Template Code").Enter("TESTBUS")
	p.Press("Esc")
	wantQuestion(t, p, "Finish it later?")
	p.Press("Y")
	if n := len(apptest.All(t, s, data.Interactions, data.Postponed())); n != before+1 {
		t.Fatalf("%d postponed, before %d", n, before)
	}
	list := pagetest.OpenIn(t, s, PostponedInteractions(s))
	lines := list.Lines()
	again := lines.GoTo(lines.Find("description", "Letter"), "description").Press("Enter").Newest()
	again.WantField("Description", "Letter").Press("Ctrl+F9")
	if n := len(apptest.All(t, s, data.Interactions, data.Postponed())); n != before {
		t.Errorf("%d postponed after logging, message %q", n, again.Message())
	}
}

// R, N and C log at once, Enter goes on, and Ctrl+Z takes the last one back.
func TestCallRound(t *testing.T) {
	s := pagetest.Session(t, "en")
	phones(t, s)
	var segment data.SegmentNo
	for _, h := range apptest.All(t, s, data.SegmentHeaders) {
		if h.CampaignNo != "" && h.Lines > 2 && segment == "" {
			segment = h.No
		}
	}
	p := pagetest.OpenIn(t, s, CallRound(s, segment))
	undoes(t, p, func() { p.Type("r") })
	p.WantCell(0, "Outcome", "Response")
	p.Press("Enter").Type("n")
	p.WantCell(1, "Outcome", "No answer")
	p.Press("Enter").Type("c").Press("Enter")
	p.WantCell(2, "Outcome", "Call back on 2026-03-17")
	p.Press("Ctrl+Z")
	p.WantCell(2, "Outcome", "")
}

// Ctrl+F7 on a campaign opens its entries, as in BC; from there the interactions, and F7 the statistics.
func TestEntriesOfACampaign(t *testing.T) {
	p := openCampaign(t, "CP0001")
	entries := p.Press("Ctrl+F7").Newest()
	if !strings.HasPrefix(entries.Title(), "Campaign Entries · CP0001") {
		t.Errorf("Ctrl+F7 opens %q", entries.Title())
	}
	entries.Window().Close()
	if title := p.Press("F7").Newest().Title(); !strings.HasPrefix(title, "Campaign Statistics") {
		t.Errorf("F7 opens %q", title)
	}
}

// The chart of a campaign's responses can be copied as figures and saved as a picture.
func TestChart(t *testing.T) {
	s := pagetest.Session(t, "en")
	bars := []page.Bar{{Caption: "SM1", Text: "50 %", Value: data.Int(50)}, {Caption: "SM2", Text: "0 %"}}
	type R struct{ No string }
	p := pagetest.OpenIn(t, s, &page.Card[R]{Name: "campaign-statistics", Session: s, Load: func() (R, error) { return R{"x"}, nil },
		Tabs: []page.Tab[R]{{Caption: "general", Fields: page.Fields[R]{page.Text("no", func(r *R) *string { return &r.No })}}},
		Parts: []page.Part[R]{&page.ChartPart[R]{Name: "response-rate-by-segment", Session: s, Empty: "no-responses-yet",
			Bars: func(*R) ([]page.Bar, error) { return bars, nil }}}}).Resize(1280, 800)
	for _, fault := range pagetest.Overflows(p) {
		t.Error(fault)
	}
	p.Action("copy-chart").Do()
	p.WantMessage("2 figures were copied.")
	path := filepath.Join(t.TempDir(), "chart.png")
	p.Action("save-chart").Do()
	p.Press("Ctrl+A").Type(path).Press("Enter")
	if content, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(content), "\x89PNG") {
		t.Errorf("no picture: %v, message %q", err, p.Message())
	}
}
