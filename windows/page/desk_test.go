package page_test

import (
	"strings"
	"testing"

	"campaigndesk/app"
	"campaigndesk/data"
	"campaigndesk/windows/page"
	"campaigndesk/windows/pagetest"
)

// start opens the main window with the sample register in a language.
func start(t *testing.T, language string) *pagetest.Page {
	t.Helper()
	p := pagetest.Start(t, pagetest.Session(t, language), register(), home)
	p.Desk().Records = map[string]func(s *app.Session, id int64) page.Page{"campaign": campaign}
	return p
}

func TestNavigationByKeys(t *testing.T) {
	p := start(t, "en")
	p.Press("F6", "Down", "Enter")
	if got := p.Title(); !strings.HasPrefix(got, p.Session().Texts.T("campaigns")) {
		t.Fatalf("the page is %s", got)
	}
	p.Type("desk") // the list has the keyboard
	if p.Rows() != 1 {
		t.Errorf("%d rows", p.Rows())
	}
	p.Press("Esc", "F6", "Down", "Down", "F6").Press("End")
	if row, column := cursor(p); row != 0 || column == "no" {
		t.Errorf("F6 did not lead back into the list: cursor at %d %s", row, column)
	}
	p.Press("Esc")
	if got := p.Title(); !strings.HasPrefix(got, p.Session().Texts.T("home")) {
		t.Errorf("Esc led to %s", got)
	}
}

func cursor(p *pagetest.Page) (row int, column string) { return p.Lines().Cursor() }

func TestCountsFollowTheData(t *testing.T) {
	p := start(t, "en")
	if !p.Sees("8") {
		t.Fatalf("no count: %q", p.Texts())
	}
	err := p.Session().Write(data.Msg("test"), func(tx *data.Tx) error {
		for _, no := range []data.CampaignNo{"A", "B", "C"} {
			if err := data.Campaigns.Insert(tx, &data.Campaign{No: no}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if !p.Sees("11") {
		t.Errorf("the count is not up to date: %q", p.Texts())
	}
}

func TestTheSearchFindsWindowsInBothLanguages(t *testing.T) { // UI-23
	for _, typed := range []string{"sales pr", "försäljningspr"} {
		p := start(t, "en")
		p.Press("Alt+Q").Type(typed).Press("Enter")
		if got, want := p.Newest().Title(), p.Session().Texts.T("sales-prices"); !strings.HasPrefix(got, want) {
			t.Errorf("%q led to %s, want %s", typed, got, want)
		}
	}
}

func TestTheSearchFindsActionsAndRecords(t *testing.T) { // UI-20, UI-22
	p := start(t, "en")
	p.Press("F6", "Down", "Enter", "Alt+Q").Type("filt")
	if !p.Sees("On this page") || !p.Sees("Shift+F3") {
		t.Errorf("no actions among %q", p.Texts())
	}
	p.Press("Ctrl+A").Type("sit-st")
	if !p.Sees("CP0001 · Sit-stand desks, introduction") {
		t.Fatalf("no record among %q", p.Texts())
	}
	p.Press("Enter")
	if got := p.Newest().Title(); !strings.Contains(got, "CP0001") {
		t.Errorf("opened %s", got)
	}
}

func TestEscGivesTheKeyboardBackFromTheSearch(t *testing.T) {
	p := start(t, "en")
	p.Press("F6", "Down", "Enter", "Alt+Q").Type("zzz")
	if !p.Sees("Nothing found for “zzz”") {
		t.Errorf("silence about nothing found: %q", p.Texts())
	}
	p.Press("Esc", "Down")
	if row, _ := cursor(p); row != 1 {
		t.Errorf("the cursor is in row %d", row)
	}
}

func TestTheSearchInOtherWindows(t *testing.T) {
	p := pagetest.Open(t, campaigns)
	p.Press("Alt+Q").Type("refr").Press("Enter")
	p.Press("Down")
	if row, _ := cursor(p); row != 1 {
		t.Errorf("the list does not have the keyboard back: row %d", row)
	}
	if p.Sees("On this page") {
		t.Error("the search is still open")
	}
}

func TestUndoNamesWhatItUndid(t *testing.T) {
	p := pagetest.Open(t, func(s *app.Session) page.Page { return campaign(s, 1) })
	before := p.Field("description").Text()
	p.Field("description").Enter("Something else")
	p.Press("Ctrl+Z").WantMessage("Undone: ")
	p.WantField("description", before)
	p.Press("Ctrl+Y").WantMessage("Done again: ")
	p.WantField("description", "Something else")
	p.Press("Ctrl+Z", "Ctrl+Shift+Z").WantField("description", "Something else")
	p.Press("Ctrl+Y").WantMessage("nothing to do again")
}

func TestUndoInATextThatWasChangedBelongsToTheText(t *testing.T) {
	p := pagetest.Open(t, func(s *app.Session) page.Page { return campaign(s, 1) })
	p.Field("description").Enter("Stored")
	p.Field("description").Focus().Type("Typed").Press("Ctrl+Z")
	if p.Message() != "" || p.Field("description").Text() == "Typed" {
		t.Errorf("the field holds %q, the message is %q", p.Field("description").Text(), p.Message())
	}
}

func TestUndoFromACellBeingLookedAt(t *testing.T) {
	p := pagetest.Open(t, statuses)
	p.Lines().GoTo(0, "description").Type("Other").Press("Down")
	p.WantCell(0, "description", "Other")
	p.Press("F2", "Ctrl+Z").WantMessage("Undone: ")
	p.WantCell(0, "description", "Planned")
}

func TestLanguageAndVariantChangeAtOnce(t *testing.T) { // UI-85
	p := start(t, "en")
	p.Press("F6", "Down", "Enter")
	p.Action("Swedish").Do()
	if !p.Sees("MARKNADSFÖRING") || !p.Sees("Redigera") {
		t.Errorf("the window speaks another language: %q", p.Texts())
	}
	p.Action("Mörkt").Do()
	if !p.Session().Setup.Dark {
		t.Error("the setting was not stored")
	}
}

func TestWorkDate(t *testing.T) {
	p := start(t, "en")
	p.Press("Alt+W").Type("2026-04-01").Press("Enter")
	if p.Dialog() || p.Session().WorkDate != "2026-04-01" || !p.Sees("Work date 2026-04-01") {
		t.Errorf("the work date is %s, texts %q", p.Session().WorkDate, p.Texts())
	}
	p.Press("Alt+W", "Backspace", "Enter")
	if !p.Dialog() || p.Session().WorkDate != "2026-04-01" {
		t.Errorf("a blank work date was taken: %s", p.Session().WorkDate)
	}
}

func TestTabStaysInTheDialog(t *testing.T) {
	p := start(t, "en")
	p.Press("Alt+W", "Tab", "Tab", "Enter") // to Cancel
	if p.Dialog() {
		t.Error("Tab did not come to the buttons")
	}
}

func TestSidePanel(t *testing.T) { // UI-66
	p := pagetest.Open(t, campaigns)
	facts := p.Session().Texts.T("campaign-statistics")
	p.Press("Alt+F2")
	if p.Sees(facts) {
		t.Error("the side panel is still there")
	}
	p.Press("Ctrl+Shift+F")
	if !p.Sees(facts) {
		t.Error("the side panel did not come back")
	}
}

func TestKeyboardPageIsOfThisWindow(t *testing.T) { // UI-84
	p := pagetest.Open(t, campaigns)
	p.Press("F1")
	keys := p.Newest()
	if row := keys.Lines().Find("key", "Ctrl+Shift+P"); row < 0 {
		t.Error("the page's own action is missing")
	}
	if row := keys.Lines().Find("key", "F3, Ctrl+F"); row < 0 || keys.Cell(row, "key-does") != "Search in the list" {
		t.Error("the list's commands are missing")
	}
}

func TestWindowsOpenAsLargeAsTheyWereLeft(t *testing.T) {
	s := pagetest.Session(t, "en")
	pagetest.OpenIn(t, s, campaigns(s)).Resize(900, 640).Press("Esc")
	size := pagetest.OpenIn(t, s, campaigns(s)).Window().Fyne().Canvas().Size()
	if size.Width != 900 || size.Height != 640 {
		t.Errorf("the window is %v", size)
	}
}

func TestClosingStopsListening(t *testing.T) {
	s := pagetest.Session(t, "en")
	p := pagetest.OpenIn(t, s, campaigns(s))
	p.Press("Enter")
	card := p.Newest()
	opened := len(p.Windows())
	card.Press("Esc")
	if len(p.Windows()) != opened-1 {
		t.Errorf("%d windows are open, want %d", len(p.Windows()), opened-1)
	}
}
