package windows

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"campaigndesk/data"
	"campaigndesk/windows/page"
	"campaigndesk/windows/pagetest"
)

// saveAs saves a report as the user does, and returns what is in the file.
func saveAs(t *testing.T, p *pagetest.Page, action, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	p.Action(action).Do()
	p.Press("Ctrl+A").Type(path).Press("Enter")
	p.WantMessage(path)
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// The pages of a report are seen as they will be printed, and turned by keys.
func TestReportPages(t *testing.T) {
	s := pagetest.Session(t, "en")
	p := pagetest.OpenIn(t, s, contactListReport(s, nil).preview()).Resize(1280, 800)
	n, err := data.Contacts.Count(s.DB, data.View{})
	if err != nil {
		t.Fatal(err)
	}
	pages := s.Locale.FormatInt(int64((n + 3) / 4)) // four to a page (RP-3)
	for _, step := range []struct{ key, page string }{{"", "1"}, {"PgDn", "2"}, {"PgDn", "3"}, {"PgUp", "2"}, {"End", pages}, {"PgDn", pages}, {"Home", "1"}, {"PgUp", "1"}} {
		if step.key != "" {
			p.Press(step.key)
		}
		if want := "Page " + step.page + " (" + pages + ")"; !p.Sees(want) || !p.Sees(step.page+" ("+pages+")") {
			t.Errorf("after %s: no %q", step.key, want)
		}
	}
	for _, zoom := range []string{"Ctrl+0", "Ctrl+2", "Ctrl+1"} {
		p.Press(zoom)
		for _, fault := range pagetest.Overflows(p) {
			t.Errorf("%s: %s", zoom, fault)
		}
	}
}

// A report is saved as PDF, CSV and workbook.
func TestReportIsSaved(t *testing.T) {
	s := pagetest.Session(t, "en")
	p := pagetest.OpenIn(t, s, campaignDetails(s, running(s, true).No).preview())
	for _, c := range []struct{ action, name, begins string }{
		{"save-as-pdf", "details.pdf", "%PDF-"}, {"save-as-xlsx", "details.xlsx", "PK"}, {"save-as-csv", "details.csv", "\ufeff"},
	} {
		t.Run(c.name, func(t *testing.T) {
			content := saveAs(t, p, c.action, c.name)
			if !strings.HasPrefix(content, c.begins) || len(content) < 100 {
				t.Errorf("it begins with %q", content[:min(len(content), 20)])
			}
		})
	}
}

// A file that is there is replaced only after a question.
func TestReportNeverReplacesSilently(t *testing.T) {
	s := pagetest.Session(t, "en")
	p := pagetest.OpenIn(t, s, callSheet(s, first(s, data.SegmentHeaders).No).preview())
	path := filepath.Join(t.TempDir(), "calls.pdf")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	p.Action("save-as-pdf").Do()
	p.Press("Ctrl+A").Type(path).Press("Enter")
	if !p.Sees("calls.pdf exists") {
		t.Fatalf("no question among %q", p.Texts())
	}
	p.Press("N", "Esc")
	if content, err := os.ReadFile(path); err != nil || string(content) != "mine" {
		t.Errorf("%q, %v", content, err)
	}
}

// The request window comes before a report that has options; a fault in a filter keeps it open.
func TestReportOptions(t *testing.T) {
	s := pagetest.Session(t, "en")
	p := pagetest.OpenIn(t, s, Contacts(s))
	p.Action("report-contact-labels").Do()
	p.Field("label-sheet").Enter("Nothing").Press("Enter")
	if !p.Sees("There is no label sheet") {
		t.Errorf("no refusal among %q", p.Texts())
	}
	p.Field("label-sheet").Focus().Press("Ctrl+A").Type("37 × 70").Press("Tab", "Enter")
	preview := p.Newest()
	if !preview.Sees("Page 1 (1)") {
		t.Fatalf("no labels among %q", preview.Texts())
	}
	if kept, err := data.PageState(s.DB, printState, "", "label-sheet"); err != nil || kept != "37 × 70" {
		t.Errorf("kept %q, %v", kept, err)
	}
}

// Cover sheets that are printed are logged once when the user ticked it (RP-10), which needs a template (IN-12).
func TestCoverSheetsAreLogged(t *testing.T) {
	s := pagetest.Session(t, "en")
	setup := s.Setup
	setup.CoverSheetTemplate = ""
	save := func() {
		t.Helper()
		if err := s.Write(data.Msg("setup-changed"), func(tx *data.Tx) error { return data.Setups.Update(tx, &setup) }); err != nil {
			t.Fatal(err)
		}
	}
	save()
	count := func() int {
		t.Helper()
		n, err := data.Interactions.Count(s.DB, data.View{Fixed: []data.Cond{data.Equal("document_type", data.CoverSheetDocument)}})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	open := func() *pagetest.Page {
		p := pagetest.OpenIn(t, s, page.Page(Segments(s)))
		h := first(s, data.SegmentHeaders)
		if err := segmentCoverSheets(s, h.No, h.CampaignNo).show(p.Window()); err != nil {
			t.Fatal(err)
		}
		p.Press("Enter")
		return p.Newest()
	}
	saveAs(t, open(), "save-as-pdf", "unlogged.pdf")
	if n := count(); n != 0 {
		t.Errorf("%d logged without a template", n)
	}
	code := data.InteractionTemplateCode("OMSLAG")
	if err := s.Write(data.Msg("setup-changed"), func(tx *data.Tx) error {
		return data.InteractionTemplates.Insert(tx, &data.InteractionTemplate{Code: code, Description: "Cover sheet"})
	}); err != nil {
		t.Fatal(err)
	}
	setup = s.Setup
	setup.CoverSheetTemplate = code
	save()
	preview := open()
	for range 2 { // the second time is not logged again
		path := filepath.Join(t.TempDir(), "logged.pdf")
		preview.Action("save-as-pdf").Do()
		preview.Press("Ctrl+A").Type(path).Press("Enter")
		if _, err := os.Stat(path); err != nil {
			t.Error(err)
		}
	}
	contacts := map[data.ContactNo]bool{}
	lines, err := data.SegmentLines.Select(s.DB, data.View{Fixed: []data.Cond{data.Equal("segment_no", first(s, data.SegmentHeaders).No)}})
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lines {
		if l.ContactNo != "" {
			contacts[l.ContactNo] = true
		}
	}
	if n := count(); n != len(contacts) {
		t.Errorf("%d logged, want one for each of %d contacts", n, len(contacts))
	}
}
