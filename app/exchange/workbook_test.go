package exchange

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// sheetOf makes a workbook whose column B has the values in the given number formats.
func sheetOf(t *testing.T, cells []formatted) string {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	set := func(cell string, value any) {
		if err := book.SetCellValue("Sheet1", cell, value); err != nil {
			t.Fatal(err)
		}
	}
	set("A1", "No.")
	set("B1", "Value")
	for i, c := range cells {
		cell, _ := excelize.CoordinatesToCellName(2, i+2)
		key, _ := excelize.CoordinatesToCellName(1, i+2)
		set(key, c.name)
		set(cell, c.value)
		format := c.format
		style, err := book.NewStyle(&excelize.Style{NumFmt: c.builtIn, CustomNumFmt: &format})
		if c.format == "" {
			style, err = book.NewStyle(&excelize.Style{NumFmt: c.builtIn})
		}
		if err == nil {
			err = book.SetCellStyle("Sheet1", cell, cell, style)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	b, err := book.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

type formatted struct {
	name    string
	value   any
	builtIn int
	format  string // own number format
	want    string
}

func TestCellsOfAWorkbookKeepTheirValue(t *testing.T) {
	day := time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
	cells := []formatted{
		{"general number", 12.5, 0, "", "12.5"},
		{"number shown rounded", 12.34567, 2, "", "12.34567"},
		{"number shown with grouping", 1234567.5, 4, "", "1234567.5"},
		{"number shown with currency", 12.5, 0, `#,##0.00 "kr"`, "12.5"},
		{"number shown in red", -12.5, 0, `0.00;[Red]-0.00`, "-12.5"},
		{"binary fraction", 0.1 + 0.2, 2, "", "0.3"},
		{"more digits than General shows", -107374.18241, 0, "0.00", "-107374.18241"},
		{"large whole number", 46701234567, 0, "", "46701234567"},
		{"percentage", 0.155, 10, "", "15.5000000%"},
		{"percentage of own format", 0.5, 0, "0 %", "50.0000000%"},
		{"day", day, 14, "", "2026-03-02"},
		{"day of own format", day, 0, "d mmm yyyy", "2026-03-02"},
		{"day of Swedish format", day, 0, `yyyy\-mm\-dd;@`, "2026-03-02"},
		{"day and time", day.Add(15 * time.Hour), 22, "", "2026-03-02"},
		{"text", "0123", 49, "", "0123"},
		{"text with letters of a day format", "dyd", 0, "", "dyd"},
		{"yes", true, 0, "", "TRUE"},
	}
	table, err := Open(fileOf(t, "a.xlsx", sheetOf(t, cells)))
	if err != nil {
		t.Fatal(err)
	}
	rows := readAll(t, table)
	for i, c := range cells {
		if got := rows[i][1]; got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// A configuration sheet of BC has the package, the table's name and its number in the first line, headings in the third.
func TestConfigurationSheetOfBC(t *testing.T) {
	table, err := Open(fileOf(t, "a.xlsx", workbookOf(t, [][]any{
		{"PRISER", "Försäljningspris", 7002},
		nil,
		{"Artikelnr", "Förs.typ", "Förs.kod", "Startdatum", "A-pris"},
		{"1000", "Kampanj", "CP0001", "2026-03-02", 12.5},
		{"1001", "Kampanj", "CP0001", nil, 1.234},
		nil,
		{"1002", "Alla kunder"},
	})))
	if err != nil {
		t.Fatal(err)
	}
	if table.Layout.First != 3 {
		t.Errorf("headings in line %d", table.Layout.First)
	}
	want := [][]string{
		{"1000", "Kampanj", "CP0001", "2026-03-02", "12.5"},
		{"1001", "Kampanj", "CP0001", "", "1.234"},
		{"1002", "Alla kunder", "", "", ""},
	}
	if diff := cmp.Diff(want, readAll(t, table)); diff != "" {
		t.Error(diff)
	}
	survey, err := table.Survey(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if price := survey.Columns[4]; price.Decimal != '.' || price.DecimalDoubt != "" {
		t.Errorf("a workbook leaves no doubt about its numbers: %c, %q", price.Decimal, price.DecimalDoubt)
	}
	mapping := Propose(SalesPrices, table.Headings, table.Sample)
	if diff := cmp.Diff([]string{"item-no", "sales-type", "sales-code", "starting-date", "unit-price"}, mapping.Columns); diff != "" {
		t.Error(diff)
	}
}

func TestTheSheetWithOurHeadingsIsChosen(t *testing.T) {
	book := excelize.NewFile()
	defer book.Close()
	for sheet, rows := range map[string][][]any{
		"Sheet1": {{"Läs mig"}, {"Denna arbetsbok har artiklar"}},
		"Data":   {{"Artikelnr", "Benämning", "Enhet"}, {"1000", "Stol", "ST"}},
		"Tom":    nil,
	} {
		if _, err := book.NewSheet(sheet); err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			cell, _ := excelize.CoordinatesToCellName(1, i+1)
			if err := book.SetSheetRow(sheet, cell, &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	b, err := book.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	path := fileOf(t, "a.xlsx", b.String())
	table, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if table.Layout.Sheet != "Data" {
		t.Errorf("chose sheet %q of %v", table.Layout.Sheet, table.Sheets)
	}
	if _, err := OpenAs(path, Layout{Sheet: "Borta", First: 1}); keyOf(err) != "import-no-such-sheet" {
		t.Error(err)
	}
	table, err = OpenAs(path, Layout{Sheet: "Sheet1", First: 1})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([][]string{{"Läs mig"}, {"Denna arbetsbok har artiklar"}}, readAll(t, table)); diff != "" {
		t.Error(diff)
	}
}

func TestDayFormats(t *testing.T) {
	for format, want := range map[string]bool{
		"yyyy-mm-dd": true, `d" maj "yyyy`: true, "[$-41D]d mmmm yyyy;@": true, "mmm-yy": true,
		"0.00": false, `0.00" day"`: false, "[Red]0": false, "General": false, "hh:mm": false, "0.00E+00": false, `#,##0\ "kr"_d`: false,
	} {
		if got := isDayFormat(200, format); got != want {
			t.Errorf("%s: %v", format, got)
		}
	}
}

func TestDaysOfWorkbooks(t *testing.T) {
	for _, c := range []struct {
		number   string
		from1904 bool
		want     string
	}{
		{"1.00000", false, "1900-01-01"}, {"59.00000", false, "1900-02-28"}, {"61.00000", false, "1900-03-01"},
		{"46083.99000", false, "2026-03-02"}, {"0.00000", true, "1904-01-01"}, {"44621.00000", true, "2026-03-02"},
		{"-5.00000", false, "-5.00000"}, {"99999999.00000", false, "99999999.00000"},
	} {
		if got := dayOf(c.number, c.from1904); got != c.want {
			t.Errorf("%s, from 1904 %v: %s, want %s", c.number, c.from1904, got, c.want)
		}
	}
}
