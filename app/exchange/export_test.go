package exchange

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"campaigndesk/data"
)

func rowsOf(rows ...[]any) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}

var swedishStyle = CSVStyle{Delimiter: ';', Decimal: ','}

var sample = Export{Name: "Kontakter", Captions: []string{"Nr", "Namn", "Belopp", "Datum", "Ja", "Antal"}, Rows: rowsOf(
	[]any{data.ContactNo("C1"), `Åsa "Bettan"; Berg`, -1250_000 * data.Amount(1), data.Date("2026-03-02"), true, 3},
	[]any{"=SUM(A1)", "+46 8 12", data.Amount(0), data.Date(""), false, 0},
	[]any{"'=x", "-", nil, data.Date("1850-01-01"), nil, nil},
	[]any{"@x", "två\nrader", data.MaxAmount, nil, nil, nil},
)}

func TestCSVForSwedishSpreadsheets(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.csv")
	if err := WriteCSV(path, sample, swedishStyle); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want := byteOrderMark + "Nr;Namn;Belopp;Datum;Ja;Antal\r\n" +
		"C1;\"Åsa \"\"Bettan\"\"; Berg\";-12,5;2026-03-02;true;3\r\n" +
		"'=SUM(A1);\"'+46 8 12\";0;;false;0\r\n" +
		"''=x;'-;;1850-01-01;;\r\n" +
		"'@x;\"två\nrader\";9999999999;;;\r\n"
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Error(diff)
	}
}

func TestWorkbookHasTypedCells(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.xlsx")
	if err := WriteXLSX(path, sample); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for cell, want := range map[string]struct {
		kind       excelize.CellType
		raw, shown string
	}{
		"A2": {excelize.CellTypeInlineString, "C1", "C1"},
		"C2": {excelize.CellTypeUnset, "-12.5", "-12.50"},
		"D2": {excelize.CellTypeUnset, "46083", "2026-03-02"},
		"E2": {excelize.CellTypeBool, "1", "TRUE"},
		"F2": {excelize.CellTypeUnset, "3", "3"},
		"A3": {excelize.CellTypeInlineString, "=SUM(A1)", "=SUM(A1)"},
		"D4": {excelize.CellTypeInlineString, "1850-01-01", "1850-01-01"},
		"C5": {excelize.CellTypeUnset, "9999999999", "9,999,999,999.00"},
	} {
		kind, err := book.GetCellType("Kontakter", cell)
		if err != nil {
			t.Fatal(err)
		}
		raw, _ := book.GetCellValue("Kontakter", cell, excelize.Options{RawCellValue: true})
		shown, _ := book.GetCellValue("Kontakter", cell)
		if kind != want.kind || raw != want.raw || shown != want.shown {
			t.Errorf("%s is %v %q shown %q, want %v %q %q", cell, kind, raw, shown, want.kind, want.raw, want.shown)
		}
		if formula, _ := book.GetCellFormula("Kontakter", cell); formula != "" {
			t.Errorf("%s is the formula %s", cell, formula)
		}
	}
}

func TestSheetNames(t *testing.T) {
	for name, want := range map[string]string{
		"Kontakter": "Kontakter", "a/b:c": "a b c", "": "1", "'x'": "x",
		strings.Repeat("ö", 40): strings.Repeat("ö", 31),
	} {
		if got := sheetName(name); got != want {
			t.Errorf("%q becomes %q, want %q", name, got, want)
		}
	}
}

// What is written is read back: the same texts, numbers and days, whatever the delimiter and the decimal sign.
func TestWrittenTablesAreRead(t *testing.T) {
	dir := t.TempDir()
	styles := []CSVStyle{{';', ','}, {',', '.'}, {'\t', ','}, {'|', '.'}}
	text := rapid.StringOf(rapid.OneOf(
		rapid.SampledFrom([]rune("=+-@'\";,\t|\n .0åÖ")), rapid.RuneFrom([]rune("abcxyz0123456789ßé漢")),
	)).Filter(func(s string) bool { return strings.TrimSpace(s) != "" })
	rapid.Check(t, func(t *rapid.T) {
		kinds := rapid.SliceOfN(rapid.SampledFrom([]string{"text", "amount", "date"}), 1, 5).Draw(t, "kinds")
		n := rapid.IntRange(1, 8).Draw(t, "rows")
		captions := []string{"No."}
		for i := range kinds {
			captions = append(captions, fmt.Sprintf("Column %c", 'A'+i))
		}
		var rows [][]any
		for i := range n {
			row := []any{fmt.Sprintf("K%d", i)}
			for _, kind := range kinds {
				switch kind {
				case "text":
					row = append(row, text.Draw(t, "text"))
				case "amount":
					row = append(row, data.Amount(rapid.Int64Range(-int64(data.MaxAmount), int64(data.MaxAmount)).Draw(t, "amount")))
				default:
					row = append(row, data.Date("1900-03-01").AddDays(rapid.IntRange(0, 60_000).Draw(t, "day")))
				}
			}
			rows = append(rows, row)
		}
		export := Export{Name: "Sheet", Captions: captions, Rows: rowsOf(rows...)}
		for _, style := range styles {
			path := filepath.Join(dir, "a.csv")
			if err := WriteCSV(path, export, style); err != nil {
				t.Fatal(err)
			}
			table, err := OpenAs(path, Layout{Encoding: UTF8, Delimiter: string(style.Delimiter), Quotes: true, First: 1, Headings: true})
			if err != nil {
				t.Fatal(err)
			}
			compare(t, table, rows, style.Decimal)
		}
		path := filepath.Join(dir, "a.xlsx")
		if err := WriteXLSX(path, export); err != nil {
			t.Fatal(err)
		}
		table, err := OpenAs(path, Layout{Sheet: "Sheet", First: 1, Headings: true})
		if err != nil {
			t.Fatal(err)
		}
		compare(t, table, rows, '.')
	})
}

func compare(t *rapid.T, table *Table, want [][]any, decimal byte) {
	column := Column{Decimal: decimal, Order: DayFirst}
	n := 0
	for row, err := range table.Rows(context.Background()) {
		if err = errors.Join(err, row.Fault); err != nil {
			t.Fatal(err)
		}
		for i, cell := range row.Cells {
			var got any = cell
			switch want[n][i].(type) {
			case data.Amount:
				got, err = column.Amount(cell)
			case data.Date:
				got, err = column.Date(cell)
			}
			if got != want[n][i] || err != nil {
				t.Fatalf("%s, row %d, cell %d: got %q, %v; want %q", table.Name, n, i, got, err, want[n][i])
			}
		}
		n++
	}
	if n != len(want) {
		t.Fatalf("%s: %d rows, want %d", table.Name, n, len(want))
	}
}

func TestAFaultLeavesTheOldFileAlone(t *testing.T) {
	stop := errors.New("stop")
	faulty := Export{Captions: []string{"A"}, Rows: func(yield func([]any, error) bool) {
		if yield([]any{"x"}, nil) {
			yield(nil, stop)
		}
	}}
	for name, write := range map[string]func(string, Export) error{
		"a.csv":  func(path string, e Export) error { return WriteCSV(path, e, swedishStyle) },
		"a.xlsx": WriteXLSX,
	} {
		path := fileOf(t, name, "old")
		if err := write(path, faulty); !errors.Is(err, stop) {
			t.Errorf("%s: %v", name, err)
		}
		if content, err := os.ReadFile(path); string(content) != "old" {
			t.Errorf("%s now has %q, %v", name, content, err)
		}
		if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
			t.Errorf("%s: left behind %v", name, left)
		}
	}
}

func TestPlacesThatCannotBeWritten(t *testing.T) {
	if err := WriteCSV(filepath.Join(t.TempDir(), "none", "a.csv"), sample, swedishStyle); keyOf(err) != "export-no-folder" {
		t.Error(err)
	}
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "a.csv"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := WriteCSV(filepath.Join(folder, "a.csv"), sample, swedishStyle); keyOf(err) != "export-cannot-write" {
		t.Error(err)
	}
}
