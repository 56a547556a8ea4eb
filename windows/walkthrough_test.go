package windows

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"campaigndesk/app/apptest"
	"campaigndesk/data"
	"campaigndesk/windows/field"
	"campaigndesk/windows/pagetest"

	"github.com/google/go-cmp/cmp"
)

// openSection goes by Tab to a section of a request and opens it.
func openSection(t *testing.T, p *pagetest.Page, section string) {
	t.Helper()
	for range 40 {
		if b, ok := p.Window().Fyne().Canvas().Focused().(*field.Button); ok && strings.HasPrefix(b.Caption(), "▸ "+section) {
			p.Press("Space")
			return
		}
		p.Press("Tab")
	}
	t.Fatalf("Tab does not lead to %s among %q", section, p.Texts())
}

// perform gives a command of a window, as from its menu.
func perform(p *pagetest.Page, action string) *pagetest.Page {
	p.Action(action).Do()
	return p
}

// wantSight fails the test unless a text stands in sight.
func wantSight(t *testing.T, p *pagetest.Page, text string) {
	t.Helper()
	if !p.Sees(text) {
		t.Errorf("no %q among %q", text, p.Texts())
	}
}

// wantLines fails the test unless a segment has so many lines.
func wantLines(t *testing.T, segment *pagetest.Page, lines int) {
	t.Helper()
	if got := segment.Part("Lines").Rows(); got != lines {
		t.Errorf("%d lines, want %d; message %q", got, lines, segment.Message())
	}
}

// setForLines enters a field of a segment by keyboard and says yes to the question for its lines.
func setForLines(t *testing.T, segment *pagetest.Page, caption, text, question string) {
	t.Helper()
	tabTo(t, segment, segment.Field(caption)).Type(text).Press("Enter")
	wantQuestion(t, segment, question)
	segment.Press("Enter")
	if !segment.Dialog() { // a template asks once more
		segment.WantField(caption, text)
	}
}

// wantStatistics fails the test unless the statistics of a campaign show the figures.
func wantStatistics(t *testing.T, p *pagetest.Page, figures map[string]string) {
	t.Helper()
	for caption, want := range figures {
		p.WantField(caption, want)
	}
}

// The published walkthrough of a sales campaign in the demo company, by keyboard: its audience is chosen, written to, and answers; what
// came of it is counted, and counted again without what was canceled. All of it can be undone.
func TestWalkthroughOfASalesCampaign(t *testing.T) {
	s := pagetest.Session(t, "en")
	home := pagetest.Start(t, s, All(), Home)
	home.Desk().Records = Records()
	before := apptest.Read(t, s)

	// The campaign.
	card := home.Press("Ctrl+N").Newest()
	card.Press("Tab").Type("Desks for buyers").Press("Enter").Type("5-START").Press("Enter").Type("2026-03-16").Press("Enter").Type("2026-05-31").Press("Enter")
	card.WantField("No.", "CP0009").WantField("Ending Date", "2026-05-31")

	// A segment from the campaign: who is responsible for purchasing.
	first := search(card, "New Segment")
	first.Press("Tab").Type("Buyers").Press("Enter")
	first.WantField("No.", "SM00012").WantField("Campaign No.", "CP0009")
	first.Press("Ctrl+Shift+A")
	openSection(t, first, "Contact Job Responsibility")
	first.Type("PURCHASE").Press("Tab")
	wantSight(t, first, "28 contacts will be added")
	first.Press("Shift+Tab", "Enter").WantMessage("28 contacts were added.")
	wantLines(t, first, 28)

	// Its criteria are saved, and used again in a second segment.
	perform(first, "save-criteria").Type("BUYERS").Press("Tab").Type("Who buys for companies").Press("Enter")
	first.WantMessage("The criteria were saved as BUYERS.").Press("Esc")
	search(home, "Segments")
	segment := home.Press("Ctrl+N").Newest().Resize(1280, 800)
	segment.Press("Tab").Type("Buyers who are no customers").Press("Enter")
	segment.WantField("No.", "SM00013").WantField("Campaign No.", "")
	perform(segment, "reuse-criteria").Press("Enter").WantMessage("1 action of criteria BUYERS was repeated.")
	wantLines(t, segment, 28)

	// Customers go: the relation is that of their companies.
	segment.Press("Ctrl+Shift+R")
	openSection(t, segment, "Contact Business Relation")
	segment.Type("CUST").Press("Tab")
	wantSight(t, segment, "18 lines will be removed")
	tabTo(t, segment, segment.Field("Entire Companies")).Press("Space")
	wantSight(t, segment, "18 lines will be removed")
	segment.Press("Enter").WantMessage("18 lines were removed.")
	wantLines(t, segment, 10)

	// Back, and forward again.
	segment.Press("Ctrl+Shift+B")
	wantQuestion(t, segment, "Take back the last action on segment SM00013?")
	segment.Press("Y")
	wantLines(t, segment, 28)
	segment.Press("Ctrl+Z").WantMessage("Undone: Go back 1 action in segment SM00013")
	wantLines(t, segment, 10)
	segment.Press("Ctrl+Shift+Z").WantMessage("Done again: Go back 1 action in segment SM00013")
	wantLines(t, segment, 28)
	segment.Press("Ctrl+Z")
	wantLines(t, segment, 10)

	// It is linked to the campaign with its lines, which are targets (SG-12, SG-15).
	setForLines(t, segment, "Campaign No.", "CP0009", "Change Campaign No. on all 10 lines of the segment as well?")
	segment.WantField("Campaign Description", "Desks for buyers")
	tabTo(t, segment, segment.Field("Campaign Target")).Press("Space")
	wantQuestion(t, segment, "Change Campaign Target on all 10 lines of the segment as well?")
	segment.Press("Enter")
	lines := segment.Part("Lines")
	lines.WantCell(0, "campaign-no", "CP0009")
	lines.WantCell(9, "campaign-target", "true")

	// What they get: a letter, whose values of the template the lines do not take (SG-17, S:DV-2).
	setForLines(t, segment, "Interaction Template Code", "LETTER", "Change Interaction Template Code on all 10 lines of the segment as well?")
	wantQuestion(t, segment, "Also replace cost, duration, information flow, initiated by and the campaign marks on the lines")
	segment.Press("Enter")
	segment.WantField("Unit Cost (LCY)", "18,00").WantField("Language Code (Default)", "SV").WantField("Attachment", "Letter.txt")
	lines.WantCell(9, "campaign-target", "true")
	lines.WantCell(9, "cost-lcy", "0,00")
	setForLines(t, segment, "Unit Cost (LCY)", "20,00", "Change Unit Cost (LCY) on all 10 lines of the segment as well?")
	setForLines(t, segment, "Unit Duration (Min.)", "5", "Change Unit Duration (Min.) on all 10 lines of the segment as well?")

	// In which language, about what, how it is sent, and with which document (SG-21, SG-22, IN-9).
	tabTo(t, segment, segment.Field("Language Code (Default)")).Type("EN").Press("Enter")
	segment.WantField("Language Code (Default)", "EN")
	lines.WantCell(0, "language-code", "SV") // SG-20
	tabTo(t, segment, segment.Field("Language Code (Default)")).Type("SV").Press("Enter")
	setForLines(t, segment, "Subject (Default)", "Desks to try", "Change Subject (Default) on all 10 lines of the segment as well?")
	lines.WantCell(0, "subject", "Desks to try")
	tabTo(t, segment, segment.Field("Ignore Contact Corres. Type")).Press("Space")
	setForLines(t, segment, "Correspondence Type (Default)", "Email", "Change Correspondence Type (Default) on all 10 lines of the segment as well?")
	lines.WantCell(0, "correspondence-type", "Email")
	offer := filepath.Join(t.TempDir(), "Offer.txt")
	if err := os.WriteFile(offer, []byte("Two weeks, free of charge."), 0o600); err != nil {
		t.Fatal(err)
	}
	perform(segment, "import-document")
	wantQuestion(t, segment, "Replace the document Letter.txt?")
	segment.Press("Y", "Ctrl+A").Type(offer).Press("Enter")
	segment.WantField("Attachment", "Offer.txt")
	lines.WantCell(0, "attachment", "Inherited")

	// Logged: one interaction for each contact and one entry of the campaign, with what they cost and took.
	segment.Press("F9")
	wantSight(t, segment, "10 interactions will be logged.")
	tabTo(t, segment, segment.Field("Create Follow-up Segment")).Press("Space", "Enter")
	home.WantMessage("Segment SM00013 was logged: 10 interactions, campaign entries: 1.")
	delivered := home.Newest()
	if delivered.Title() == "" || delivered.Rows() != 10 {
		t.Errorf("%s lists %d documents to deliver", delivered.Title(), delivered.Rows())
	}
	delivered.WantCell(0, "Attachment", "Offer.txt").Press("Esc")
	contacted := map[data.ContactNo]int{}
	for _, i := range apptest.All(t, s, data.Interactions, data.Equal("campaign_no", "CP0009")) {
		contacted[i.ContactNo]++
	}
	if want := (map[data.ContactNo]int{"CT000127": 1, "CT000128": 1, "CT000131": 1, "CT000141": 1, "CT000155": 1, "CT000159": 1, "CT000164": 1,
		"CT000165": 1, "CT000203": 1, "CT000204": 1}); !cmp.Equal(want, contacted) {
		t.Errorf("interactions by contact (-want +got):\n%s", cmp.Diff(want, contacted))
	}
	entries := card.Press("Ctrl+F7").Newest()
	for caption, want := range map[string]string{"Description": "Buyers who are no customers", "Cost (LCY)": "200,00", "Duration (Min.)": "50", "No. of Interactions": "10"} {
		entries.WantCell(0, caption, want)
	}
	if entries.Rows() != 1 {
		t.Errorf("%d campaign entries", entries.Rows())
	}
	entries.Press("Esc")

	// Three of them answer: the others leave the follow-up segment, whose template marks responses. Reduce left Entire Companies on (SG-41).
	answers := home.Newest().Resize(1280, 800)
	answers.WantField("No.", "SM00014").WantField("Description", "Follow-up on segment SM00013").WantField("Campaign No.", "CP0009").
		WantField("Campaign Target", "false").WantField("Interaction Template Code", "")
	wantLines(t, answers, 10)
	perform(answers, "refine-contacts").WantField("Entire Companies", "true").Type("CT000127|CT000131|CT000203").Press("Tab")
	wantSight(t, answers, "5 lines will be removed") // their companies stay
	tabTo(t, answers, answers.Field("Entire Companies")).Press("Space")
	wantSight(t, answers, "7 lines will be removed")
	answers.Press("Enter").WantMessage("7 lines were removed.")
	setForLines(t, answers, "Interaction Template Code", "RESPONSE", "Change Interaction Template Code on all 3 lines of the segment as well?")
	wantQuestion(t, answers, "Also replace cost")
	answers.Press("Y")
	answers.WantField("Campaign Response", "true")
	setForLines(t, answers, "Unit Cost (LCY)", "5,00", "Change Unit Cost (LCY) on all 3 lines of the segment as well?")
	setForLines(t, answers, "Unit Duration (Min.)", "2", "Change Unit Duration (Min.) on all 3 lines of the segment as well?")
	answers.Part("Lines").WantCell(2, "campaign-response", "true")
	answers.Press("F9")
	wantSight(t, answers, "3 interactions will be logged.")
	answers.Press("Enter")
	home.WantMessage("Segment SM00014 was logged: 3 interactions, campaign entries: 1.")

	// What came of it (CS-1…7).
	statistics := card.Press("F7").Newest()
	wantStatistics(t, statistics, map[string]string{"Target Contacts Contacted": "10", "Contacts Responded": "3", "Response Rate %": "30,0", "Cost (LCY)": "215,00",
		"Avg. Cost per Response": "71,67", "Duration (Min.)": "56", "Avg. Duration per Response": "19", "Distinct Contacts Contacted": "10",
		"Distinct Contacts Responded": "3", "Response Rate of Contacts %": "30,0", "Given Away on Quotes": "0,00", "Total Cost": "215,00",
		"Cost per Contact Responded": "71,67"})
	bySegment := statistics.Part("Responses by Segment")
	bySegment.WantCell(0, "segment-no", "SM00013")
	bySegment.WantCell(0, "distinct-contacts-responded", "3")

	// An entry that is canceled counts no more (CE-9, IN-1).
	entries = statistics.Press("Ctrl+F7").Newest()
	answered := entries.Lines().Find("Description", "Follow-up on segment SM00013")
	entries.WantCell(answered, "Cost (LCY)", "15,00").WantCell(answered, "No. of Interactions", "3")
	live, canceled := entries.Cell(1-answered, "Entry No."), entries.Cell(answered, "Entry No.")
	entries.Lines().GoTo(answered, "Description")
	perform(entries, "switch-canceled")
	wantQuestion(t, entries, "Mark campaign entry "+canceled+" and its 3 interactions as canceled?")
	entries.Press("Enter")
	entries.WantCell(answered, "Canceled", "true")
	wantStatistics(t, statistics, map[string]string{"Target Contacts Contacted": "10", "Contacts Responded": "0", "Response Rate %": "0,0", "Cost (LCY)": "200,00",
		"Avg. Cost per Response": "0,00", "Duration (Min.)": "50"})

	// Only what is canceled can be deleted (CE-13).
	kept := apptest.Read(t, s)
	perform(entries, "delete-canceled-entries").Type(live).Press("Tab")
	wantSight(t, entries, "0 canceled campaign entries will be deleted, with 0 interactions.")
	entries.Press("Enter").WantMessage("0 campaign entries were deleted.")
	if diff := cmp.Diff(kept, apptest.Read(t, s)); diff != "" {
		t.Errorf("what is not canceled was deleted (-want +got):\n%s", diff)
	}
	perform(entries, "delete-canceled-entries")
	wantSight(t, entries, "1 canceled campaign entry will be deleted, with 3 interactions.")
	entries.Press("Enter").WantMessage("1 campaign entry was deleted.")
	if entries.Rows() != 1 || entries.Cell(0, "Entry No.") != live {
		t.Errorf("%d campaign entries are left, %q the first", entries.Rows(), entries.Cell(0, "Entry No."))
	}
	if n := len(apptest.All(t, s, data.Interactions, data.Equal("campaign_no", "CP0009"))); n != 10 {
		t.Errorf("%d interactions are left", n)
	}
	entries.Press("Esc")
	statistics.Press("Esc")
	card.Press("Esc")

	// All of it undone, and done again.
	after, steps := apptest.Read(t, s), 0
	for home.Message() != "Undone: Create campaign CP0009" {
		if steps++; steps > 60 || !strings.HasPrefix(home.Press("Ctrl+Z").Message(), "Undone: ") {
			t.Fatalf("after %d steps: %s", steps, home.Message())
		}
	}
	if diff := cmp.Diff(before, apptest.Read(t, s)); diff != "" {
		t.Errorf("undone it is not as before (-want +got):\n%s", diff)
	}
	if n := len(apptest.All(t, s, data.SavedCriteriaSets)); n != 0 {
		t.Errorf("%d saved criteria are left", n)
	}
	for range steps {
		home.Press("Ctrl+Shift+Z").WantMessage("Done again: ")
	}
	home.Press("Ctrl+Shift+Z").WantMessage("There is nothing to do again.")
	if diff := cmp.Diff(after, apptest.Read(t, s)); diff != "" {
		t.Errorf("done again it is not as after (-want +got):\n%s", diff)
	}
}
