package page_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"campaigndesk/app/exchange"
	"campaigndesk/windows/pagetest"
)

func TestTypingInAListSearchesIt(t *testing.T) { // UI-28
	p := pagetest.Open(t, campaigns)
	all := p.Rows()
	p.Type("desk")
	if p.Rows() != 1 || p.Cell(0, "no") != "CP0001" {
		t.Fatalf("%d rows, the first is %s", p.Rows(), p.Cell(0, "no"))
	}
	p.Press("Down").Press("Enter")
	if got := p.Newest().Title(); !strings.Contains(got, "CP0001") {
		t.Errorf("opened %s", got)
	}
	p.Press("F3", "Esc")
	if p.Rows() != all {
		t.Errorf("%d rows after Esc, want %d", p.Rows(), all)
	}
}

func TestCalculatedRowsAreSearchedToo(t *testing.T) {
	p := pagetest.Open(t, campaigns)
	p.Press("F1")
	keys := p.Newest()
	all := keys.Rows()
	keys.Type("refr")
	if keys.Rows() != 1 || keys.Cell(0, "key") != "F5" {
		t.Fatalf("%d rows of %d", keys.Rows(), all)
	}
	keys.Press("Esc")
	if keys.Rows() != all {
		t.Errorf("%d rows after Esc, want %d", keys.Rows(), all)
	}
}

func TestFilterPane(t *testing.T) { // UI-24, UI-27
	p := pagetest.Open(t, prices)
	all := p.Rows()
	p.Press("Shift+F3").Type("CP0003|")
	if !p.Sees("missing at character 8") {
		t.Errorf("a fault is not explained: %q", p.Texts())
	}
	p.Press("Tab")
	if p.Rows() != all {
		t.Error("a faulty filter changed the list")
	}
	p.Field("sales-code").Focus().Type("CP0003")
	matching := p.Session().Texts.T("filter-matches", count(p, "sales-code", "CP0003"))
	if !p.Sees(matching) {
		t.Errorf("%q is not among %q", matching, p.Texts())
	}
	p.Press("Enter")
	if p.Rows() == all || p.Cell(0, "sales-code") != "CP0003" {
		t.Errorf("%d rows, the first of %s", p.Rows(), p.Cell(0, "sales-code"))
	}
	p.Press("Shift+F3")
	chip := p.Session().Texts.T("sales-code") + ": CP0003"
	if !p.Sees(chip) {
		t.Error("a filter that is set cannot be seen while the pane is closed")
	}
	p.Press("Ctrl+Shift+Alt+F3")
	if p.Rows() != all || p.Sees(chip) {
		t.Errorf("%d rows after the reset, want %d", p.Rows(), all)
	}
}

// count is how many rows of the list show a text.
func count(p *pagetest.Page, column, text string) int {
	n := 0
	for row := range p.Rows() {
		if p.Cell(row, column) == text {
			n++
		}
	}
	return n
}

func TestFilterToValueAndBack(t *testing.T) { // UI-25
	for _, column := range []string{"salesperson-code", "starting-date", "activated", "description"} {
		t.Run(column, func(t *testing.T) {
			p := pagetest.Open(t, campaigns)
			all, value := p.Rows(), p.Cell(1, column)
			want := count(p, column, value)
			p.Lines().GoTo(1, column).Press("Alt+F3")
			if got := p.Rows(); got != want || count(p, column, value) != want {
				t.Errorf("%d rows with %q, want %d; %s", got, value, want, p.Message())
			}
			p.Press("Alt+F3")
			if p.Rows() != all {
				t.Errorf("%d rows after the second time, want %d", p.Rows(), all)
			}
		})
	}
}

func TestFilterOnTheColumnUnderTheCursor(t *testing.T) {
	p := pagetest.Open(t, campaigns)
	p.Lines().GoTo(0, "status-code").Press("Shift+Alt+F3").Type("5*").Press("Enter")
	for row := range p.Rows() {
		p.WantCell(row, "status-code", "5-START")
	}
	if p.Rows() == 0 {
		t.Error("no rows")
	}
}

func TestSortByKeyTwice(t *testing.T) { // UI-62
	p := pagetest.Open(t, campaigns)
	p.Lines().GoTo(0, "description").Press("Alt+F7")
	first := p.Cell(0, "description")
	p.Press("Alt+F7")
	if last := p.Cell(p.Rows()-1, "description"); last != first {
		t.Errorf("%q was first and %q is last", first, last)
	}
}

func TestColumnsAreChosenAndKept(t *testing.T) { // UI-30
	s := pagetest.Session(t, "en")
	p := pagetest.OpenIn(t, s, campaigns(s))
	p.Action("Columns…").Do()
	p.Type(" ").Press("Down", "Alt+Down", "Enter") // hide the first, move the second
	want := func(p *pagetest.Page, captions ...string) {
		t.Helper()
		for i, key := range captions {
			captions[i] = s.Texts.T(key)
		}
		if got := strings.Join(p.Texts(), "|"); !strings.Contains(got, strings.Join(captions, "|")) {
			t.Errorf("%q is not in %q", captions, got)
		}
	}
	want(p, "salesperson-code", "description", "status-code")
	again := pagetest.OpenIn(t, s, campaigns(s))
	want(again, "salesperson-code", "description", "status-code")
	again.Action("Columns…").Do()
	again.Button("Reset").Click()
	again.Press("Enter")
	want(again, "no", "description", "salesperson-code")
}

func TestTheLastColumnCannotBeHidden(t *testing.T) {
	p := pagetest.Open(t, statuses)
	p.Action("Columns…").Do()
	p.Type(" ").Press("Down").Type(" ").Press("Enter")
	if !p.Sees(p.Session().Texts.T("description")) {
		t.Errorf("no column is left: %q", p.Texts())
	}
}

func TestExport(t *testing.T) {
	for _, ending := range []string{".xlsx", ".csv"} {
		t.Run(ending, func(t *testing.T) {
			p := pagetest.Open(t, campaigns)
			path := filepath.Join(t.TempDir(), "out"+ending)
			p.Press("Ctrl+E", "Ctrl+A").Type(path).Press("Enter")
			p.WantMessage("8 rows written")
			table, err := exchange.Open(path)
			if err != nil {
				t.Fatal(err)
			}
			if len(table.Headings) != 7 || table.Headings[0] != p.Session().Texts.T("no") || len(table.Sample) != 8 || table.Sample[0][0] != "CP0001" {
				t.Errorf("headings %q, first row %q of %d", table.Headings, table.Sample[0], len(table.Sample))
			}
		})
	}
}

func TestExportRefusesOtherEndings(t *testing.T) {
	p := pagetest.Open(t, campaigns)
	path := filepath.Join(t.TempDir(), "out.doc")
	p.Press("Ctrl+E", "Ctrl+A").Type(path).Press("Enter").WantMessage(".xlsx or .csv")
	if _, err := os.Stat(path); err == nil {
		t.Error("the file was written all the same")
	}
}

func TestTheMenuOnARow(t *testing.T) { // UI-63
	p := pagetest.Open(t, campaigns)
	p.Press("Shift+F10")
	for _, want := range []string{"Edit", "Filter to this value", "Copy rows"} {
		if !p.Sees(want) {
			t.Errorf("the menu lacks %q", want)
		}
	}
	if p.Sees("Export") {
		t.Error("the menu on a row has what concerns the whole list")
	}
}
