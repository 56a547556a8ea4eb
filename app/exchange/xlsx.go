package exchange

import (
	"os"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"campaigndesk/data"
)

// WriteXLSX writes the table as a workbook of one sheet with typed cells: numbers are numbers, days are days, and text is
// marked as text, so that no spreadsheet takes it for a formula.
func WriteXLSX(path string, table Export) error {
	return ReplaceFile(path, func(file *os.File) error {
		book := excelize.NewFile()
		defer book.Close()
		sheet := sheetName(table.Name)
		if err := book.SetSheetName(book.GetSheetName(0), sheet); err != nil {
			return err
		}
		styles, err := newCellStyles(book)
		if err != nil {
			return err
		}
		if err := writeSheet(book, sheet, table, styles); err != nil {
			return err
		}
		_, err = book.WriteTo(file)
		return err
	})
}

func writeSheet(book *excelize.File, sheet string, table Export, styles cellStyles) error {
	w, err := book.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	if len(table.Captions) > 0 {
		if err := w.SetColWidth(1, len(table.Captions), 18); err != nil {
			return err
		}
	}
	if err := w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	head := make([]any, len(table.Captions))
	for i, caption := range table.Captions {
		head[i] = excelize.Cell{StyleID: styles.caption, Value: caption}
	}
	if err := w.SetRow("A1", head); err != nil {
		return err
	}
	line := 1
	for cells, err := range table.Rows {
		if err != nil {
			return err
		}
		if line++; line > excelize.TotalRows {
			return data.Msg("export-too-many-rows", excelize.TotalRows-1)
		}
		typed := make([]any, len(cells))
		for i, cell := range cells {
			typed[i] = styles.cell(cell)
		}
		if err := w.SetRow("A"+strconv.Itoa(line), typed); err != nil {
			return err
		}
	}
	return w.Flush()
}

type cellStyles struct{ caption, text, amount, day int }

func newCellStyles(book *excelize.File) (s cellStyles, err error) {
	for _, style := range []struct {
		id     *int
		layout excelize.Style
	}{
		{&s.caption, excelize.Style{Font: &excelize.Font{Bold: true}}},
		{&s.text, excelize.Style{Alignment: &excelize.Alignment{Vertical: "top"}}},
		{&s.amount, excelize.Style{CustomNumFmt: ptr("#,##0.00###")}},
		{&s.day, excelize.Style{CustomNumFmt: ptr("yyyy-mm-dd")}},
	} {
		if *style.id, err = book.NewStyle(&style.layout); err != nil {
			return s, err
		}
	}
	book.Styles.CellXfs.Xf[s.text].QuotePrefix = ptr(true)
	return s, nil
}

// firstSheetDate is the first day on which spreadsheets agree; earlier ones are written as text.
const firstSheetDate data.Date = "1900-03-01"

func (s cellStyles) cell(cell any) any {
	switch cell := cell.(type) {
	case nil, bool, int:
		return cell
	case data.Amount:
		// A workbook stores every number as a binary fraction; the shortest text of it is the amount's own.
		number, err := strconv.ParseFloat(cell.String(), 64)
		if err != nil {
			return cell.String()
		}
		return excelize.Cell{StyleID: s.amount, Value: number}
	case data.Date:
		if cell < firstSheetDate {
			return string(cell)
		}
		return excelize.Cell{StyleID: s.day, Value: cell.Time()}
	}
	return excelize.Cell{StyleID: s.text, Value: textOf(cell)}
}

// sheetName brings a caption into the form that spreadsheets allow: at most 31 characters and none of :\/?*[].
func sheetName(name string) string {
	name = strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) {
			return ' '
		}
		return r
	}, name), " '")
	for utf8.RuneCountInString(name) > excelize.MaxSheetNameLength {
		_, size := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-size]
	}
	if name == "" {
		return "1"
	}
	return name
}
