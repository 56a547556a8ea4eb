package exchange

import (
	"archive/zip"
	"errors"
	"fmt"
	"iter"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"campaigndesk/data"
)

func isZip(start []byte) bool {
	return strings.HasPrefix(string(start[:min(4, len(start))]), "PK\x03\x04")
}

// sniffWorkbook finds the sheet to read: the one with the most of our headings, else the first that is not empty.
func sniffWorkbook(t *Table) (Layout, []string, error) {
	book, err := openWorkbook(t)
	if err != nil {
		return Layout{}, nil, err
	}
	defer book.Close()
	sheets := book.GetSheetList()
	var best Layout
	bestKnown := -1
	for _, sheet := range sheets {
		var rows []Row
		for row, err := range sheetRows(book, t.Name, sheet) {
			if err != nil {
				return Layout{}, nil, err
			}
			if rows = append(rows, row); len(rows) == sniffedRows {
				break
			}
		}
		if len(rows) == 0 {
			continue
		}
		layout := Layout{Sheet: sheet}
		layout.First, layout.Headings = sniffHeadings(rows)
		head := rows[slices.IndexFunc(rows, func(r Row) bool { return r.Line == layout.First })]
		if known := knownHeadings(head.Cells); known > bestKnown {
			best, bestKnown = layout, known
		}
	}
	if bestKnown < 0 {
		return Layout{}, nil, data.Msg("import-no-rows", t.Name)
	}
	return best, sheets, nil
}

// sheetRows reads the rows of the layout's sheet.
func (t *Table) sheetRows() iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		book, err := openWorkbook(t)
		if err != nil {
			yield(Row{}, err)
			return
		}
		defer book.Close()
		for row, err := range sheetRows(book, t.Name, t.Layout.Sheet) {
			if !yield(row, err) {
				return
			}
		}
	}
}

// openWorkbook opens the file with its cells' formats reduced to what the import tells apart.
func openWorkbook(t *Table) (*excelize.File, error) {
	file, err := t.open()
	if err != nil {
		return nil, err
	}
	file.Close() // looked at only to notice a change
	if err := checkArchive(t); err != nil {
		return nil, err
	}
	book, err := openExcelize(t.path)
	if err != nil {
		return nil, data.Msg("import-damaged-workbook", t.Name)
	}
	plainFormats(book)
	return book, nil
}

// openExcelize answers a panic of the library over a damaged file with an error.
func openExcelize(path string) (book *excelize.File, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("damaged workbook: %v", fault)
		}
	}()
	return excelize.OpenFile(path, excelize.Options{UnzipSizeLimit: maxUnzipped})
}

// checkArchive refuses what is no workbook, and one whose parts are out of all proportion before any of them is unzipped.
// The reader of archive/zip then holds each part to its announced size.
func checkArchive(t *Table) error {
	archive, err := zip.OpenReader(t.path)
	if err != nil {
		return data.Msg("import-damaged-workbook", t.Name)
	}
	defer archive.Close()
	var unzipped uint64
	workbook := false
	for _, part := range archive.File {
		workbook = workbook || strings.EqualFold(part.Name, "xl/workbook.xml")
		if unzipped += part.UncompressedSize64; part.UncompressedSize64 > maxUnzipped || unzipped > maxUnzipped {
			return data.Msg("import-zip-bomb", t.Name)
		}
	}
	if unzipped > ratioFrom && unzipped > maxRatio*uint64(t.size) {
		return data.Msg("import-zip-bomb", t.Name)
	}
	if !workbook {
		return data.Msg("import-no-workbook", t.Name)
	}
	return nil
}

// The formats that are left: days with a mark that no text in XML can have, percentages with their sign, and none. Numbers
// without format come as they are stored, with a point, whatever the sheet shows. The mark is for us to make the day of it,
// because excelize takes ten times as long.
const (
	dayMark       = "\x01"
	dayFormat     = `"` + dayMark + `"0.00000`
	percentFormat = "0.0000000%"
	noFormat      = 1 << 20 // the number of a format that is none; General, number 0, rounds to what fits a cell
)

// plainFormats replaces the number formats of the workbook, so that no digit is lost to rounding and each day is
// recognised as one.
func plainFormats(book *excelize.File) {
	styles := book.Styles
	if styles == nil || styles.CellXfs == nil {
		return
	}
	custom := map[int]string{}
	if styles.NumFmts != nil {
		for _, f := range styles.NumFmts.NumFmt {
			custom[f.NumFmtID] = f.FormatCode
		}
	}
	day, errDay := book.NewStyle(&excelize.Style{CustomNumFmt: ptr(dayFormat)})
	percent, errPercent := book.NewStyle(&excelize.Style{CustomNumFmt: ptr(percentFormat)})
	if errDay != nil || errPercent != nil {
		return
	}
	dayID, percentID, none := *styles.CellXfs.Xf[day].NumFmtID, *styles.CellXfs.Xf[percent].NumFmtID, noFormat
	for i := range styles.CellXfs.Xf {
		xf := &styles.CellXfs.Xf[i]
		if xf.NumFmtID == nil {
			continue
		}
		switch id := *xf.NumFmtID; {
		case isDayFormat(id, custom[id]):
			xf.NumFmtID = &dayID
		case id == 9 || id == 10 || strings.Contains(bareFormat(custom[id]), "%"):
			xf.NumFmtID = &percentID
		default:
			xf.NumFmtID = &none
		}
	}
}

func ptr[T any](v T) *T { return &v }

// isDayFormat reports whether a number format shows a calendar day: one of those that every spreadsheet knows by number,
// or one with a day or a year in it.
func isDayFormat(id int, code string) bool {
	if code == "" {
		return id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58
	}
	return strings.ContainsAny(strings.ToLower(bareFormat(code)), "dy")
}

var formatText = regexp.MustCompile(`"[^"]*"|\\.|\[[^\]]*\]|_.|\*.`)

// bareFormat takes the literal text, colours and conditions out of a number format.
func bareFormat(code string) string {
	return formatText.ReplaceAllString(strings.ReplaceAll(code, "General", ""), "")
}

// sheetRows reads the rows of a sheet that are not blank.
func sheetRows(book *excelize.File, file, sheet string) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		rows, err := book.Rows(sheet)
		if errors.As(err, new(excelize.ErrSheetNotExist)) {
			yield(Row{}, data.Msg("import-no-such-sheet", file, sheet))
			return
		}
		if err != nil { // a sheet of charts or macros
			return
		}
		defer rows.Close()
		props, _ := book.GetWorkbookProps() // without them the usual calendar counts
		from1904 := props.Date1904 != nil && *props.Date1904
		line := 0
		for rows.Next() {
			line++
			cells, err := rows.Columns()
			if err != nil {
				yield(Row{}, data.Msg("import-damaged-sheet", file, sheet, line))
				return
			}
			for i, cell := range cells {
				if strings.Contains(cell, dayMark) {
					cells[i] = dayOf(strings.Replace(cell, dayMark, "", 1), from1904)
				}
			}
			if row := (Row{Line: line, Cells: cells}); !row.blank() && !yield(row, nil) {
				return
			}
		}
		if rows.Error() != nil {
			yield(Row{}, data.Msg("import-damaged-sheet", file, sheet, line+1))
		}
	}
}

// dayOf makes a day of the number that a workbook stores for it: the days since the end of 1899, with a 29th of February
// 1900 that never was, or since the beginning of 1904. What is no day of ours stays a number.
func dayOf(number string, from1904 bool) string {
	whole, _, _ := strings.Cut(number, ".")
	n, err := strconv.Atoi(whole)
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case from1904:
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case n < 60:
		first = first.AddDate(0, 0, 1)
	}
	day := first.AddDate(0, 0, n)
	if err != nil || n < 0 || day.Year() > 9999 {
		return number
	}
	return string(data.DateOf(day))
}
