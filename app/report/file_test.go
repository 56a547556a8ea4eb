package report

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"campaigndesk/app/exchange"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

func silent(int, int) {}

// printed is the texts of a PDF, page by page, as a reader finds them.
func printed(t *testing.T, r Report) (pages [][]string) {
	t.Helper()
	pdf, err := r.pdf(context.Background(), silent)
	if err != nil {
		t.Fatal(err)
	}
	pdf.SetCompression(false)
	var file bytes.Buffer
	if err := pdf.Output(&file); err != nil {
		t.Fatal(err)
	}
	shown := regexp.MustCompile(`(?s)BT [\d.]+ [\d.]+ Td \((.*?[^\\](?:\\\\)*|)\) Tj ET`)
	for _, content := range regexp.MustCompile(`(?s)stream\n(.*?)\nendstream`).FindAllSubmatch(file.Bytes(), -1) {
		var texts []string
		for _, found := range shown.FindAllSubmatch(content[1], -1) {
			texts = append(texts, decoded(found[1]))
		}
		if texts != nil {
			pages = append(pages, texts)
		}
	}
	return pages
}

// decoded is a text of a PDF: two bytes a letter, some of them escaped.
func decoded(raw []byte) string {
	raw = []byte(strings.NewReplacer(`\\`, `\`, `\(`, `(`, `\)`, `)`, `\r`, "\r").Replace(string(raw)))
	var units []uint16
	for i := 0; i+1 < len(raw); i += 2 {
		units = append(units, binary.BigEndian.Uint16(raw[i:]))
	}
	return string(utf16.Decode(units))
}

func TestThePDFHasTheTextsAndNumbersItsPages(t *testing.T) {
	r := listed(130)
	r.Title = "Kampanjdetaljer för Åsa Öberg (€)"
	pages := printed(t, r)
	if len(pages) != 3 {
		t.Fatalf("%d pages", len(pages))
	}
	for i, want := range []string{"1 (3)", "2 (3)", "3 (3)"} {
		if !slices.Contains(pages[i], want) || !slices.Contains(pages[i], r.Title) {
			t.Errorf("page %d: %q", i+1, pages[i])
		}
	}
	if !slices.Contains(pages[2], "Entry 130") {
		t.Errorf("last page: %q", pages[2])
	}
}

func TestLabelsAndCoverSheetsHaveNoNumbers(t *testing.T) {
	for _, form := range []Form{labels{LabelSheets[0], 0}, covers{}} {
		for _, page := range printed(t, plainReport(form, Section{Address: []string{"Berg AB", "981 22 Ängelsby"}})) {
			if slices.Contains(page, "1 (1)") || !slices.Contains(page, "981 22 Ängelsby") {
				t.Errorf("%q", page)
			}
		}
	}
}

// The faces have the letters of Europe; those of the rest of the world become a sign for a missing letter, and no fault.
func TestLettersOfEurope(t *testing.T) {
	const letters = "ÅÄÖåäöÆØæøÉéÈèÊêËëÇçÑñßÜüÐðÞþŁłŚśŻżŐőŰűŘřŠšŽžČčĞğİıȘșȚțĀāĒēĢģŅņŪūαβγΩБЖЯщ€£«»–—…·’“”×"
	full := newRuler()
	for _, bold := range []bool{false, true} {
		for _, letter := range letters {
			if full.width(string(letter), 10, bold) <= 0 {
				t.Errorf("%c has no width", letter)
			}
		}
	}
	r := plainReport(quarters{}, Section{Title: "漢字 \U0001F600 \U00010000 " + letters})
	if got := printed(t, r); len(got) != 1 {
		t.Errorf("%d pages", len(got))
	}
}

func TestTheFileIsWrittenWholeOrNotAtAll(t *testing.T) {
	path := filepath.Join(t.TempDir(), "report.pdf")
	if err := listed(3).WritePDF(context.Background(), path, silent); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil || !bytes.HasPrefix(before, []byte("%PDF-")) {
		t.Fatalf("%.10q %v", before, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := listed(3).WritePDF(ctx, path, silent); err == nil {
		t.Error("canceled, but written")
	}
	files, _ := os.ReadDir(filepath.Dir(path))
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) || len(files) != 1 {
		t.Errorf("the file was touched; %d files, %v", len(files), err)
	}
}

func TestNobodyPrintsTenThousandPages(t *testing.T) {
	r := plainReport(covers{})
	pages := 0
	r.Sections = func(yield func(Section, error) bool) {
		for pages = 1; pages <= 2*maxPages && yield(Section{}, nil); pages++ {
		}
	}
	_, err := r.pdf(context.Background(), silent)
	var refused data.Message
	if !errors.As(err, &refused) || refused.Key != "report-too-long" || pages > maxPages+2 {
		t.Errorf("%d pages, then %v", pages, err)
	}
}

func TestCSVRepeatsTheFieldsAndRunsNoFormulas(t *testing.T) {
	r := listed(2)
	r.Fields = append(r.Fields, Column{Caption: "Address", TableOnly: true})
	r.Sections = given([]Section{
		{Fields: []any{data.Date("2026-03-02"), data.Amount(150_000), true, "=cmd()"}, Groups: []Group{{Rows: []Row{{Cells: []any{"-1 month", data.Int(7), 1}}, {Cells: []any{"b", nil, 2}}}}}},
		{Fields: []any{data.Date(""), data.Amount(0), false, "Storgatan 1, Umeå"}},
	})
	path := filepath.Join(t.TempDir(), "report.csv")
	if err := r.WriteCSV(context.Background(), path, exchange.CSVStyle{Delimiter: ';', Decimal: ','}, silent); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want := "\uFEFF" + `"Starting Date";Cost;Activated;Address;Description;"Line: Cost";Lines
2026-03-02;1,5;true;'=cmd();"'-1 month";7;1
2026-03-02;1,5;true;'=cmd();b;;2
;0;false;"Storgatan 1, Umeå";;;
`
	if diff := cmp.Diff(strings.ReplaceAll(want, "\n", "\r\n"), string(got)); diff != "" {
		t.Error(diff)
	}
}

func TestXLSXHasTypedCells(t *testing.T) {
	path := filepath.Join(t.TempDir(), "report.xlsx")
	if err := listed(2).WriteXLSX(context.Background(), path, silent); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows("Test Report", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"Starting Date", "Cost", "Activated", "Description", "Line: Cost", "Lines"}, {"46083", "1234", "1", "Entry 1", "10", "2"}, {"46083", "1234", "1", "Entry 2", "10", "2"}}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Error(diff)
	}
}
