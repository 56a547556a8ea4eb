package exchange

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"time"

	"campaigndesk/data"
)

// Table is a foreign file with rows and columns.
type Table struct {
	Name     string     // the file's name without its folder, for messages
	Layout   Layout     // how it is read
	Sheets   []string   // the sheets of a workbook, nil for a text file
	Headings []string   // one for each column, blank where the file has none
	Sample   [][]string // the first rows, at most sampleRows

	path     string
	endMark  byte // of a text file's lines
	size     int64
	modified time.Time
}

const sampleRows = 100

// Row is one line of a table.
type Row struct {
	Line  int      // the line of the file or the row of the sheet where it begins, from 1
	Cells []string // as many as the table has headings, unless Fault says otherwise
	Fault error    // why the row cannot be used, a data.Message; nil for a sound row
}

// filled counts the cells that are not blank.
func (r Row) filled() int {
	n := 0
	for _, cell := range r.Cells {
		if strings.TrimSpace(cell) != "" {
			n++
		}
	}
	return n
}

func (r Row) blank() bool { return r.filled() == 0 }

// Open looks at the beginning of the file and guesses how it is to be read. What is no table is refused.
func Open(path string) (*Table, error) {
	t, start, err := look(path)
	if err != nil {
		return nil, err
	}
	if isZip(start) {
		t.Layout, t.Sheets, err = sniffWorkbook(t)
	} else {
		t.Layout, err = sniffText(t.Name, start, int64(len(start)) == t.size)
	}
	if err != nil {
		return nil, err
	}
	return t, t.readStart()
}

// OpenAs opens the file with the layout of the user's choice.
func OpenAs(path string, layout Layout) (*Table, error) {
	t, start, err := look(path)
	if err != nil {
		return nil, err
	}
	if isZip(start) {
		if _, t.Sheets, err = sniffWorkbook(t); err != nil {
			return nil, err
		}
	}
	t.Layout = layout
	return t, t.readStart()
}

// look reads the beginning of the file and what is needed to notice later that it was changed.
func look(path string) (*Table, []byte, error) {
	t := &Table{Name: filepath.Base(path), path: path}
	file, err := os.Open(path)
	if err != nil {
		return nil, nil, cannotRead(t.Name, err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, nil, cannotRead(t.Name, err)
	}
	t.size, t.modified = info.Size(), info.ModTime()
	start, err := io.ReadAll(io.LimitReader(file, sniffed))
	if err != nil {
		return nil, nil, cannotRead(t.Name, err)
	}
	limit := int64(maxTextFile)
	if isZip(start) {
		limit = maxWorkbook
	}
	switch {
	case len(start) == 0:
		return nil, nil, data.Msg("import-empty", t.Name)
	case t.size > limit:
		return nil, nil, data.Msg("import-too-large", t.Name, int(t.size>>20), int(limit>>20))
	}
	t.endMark = sniffEndMark(start)
	return t, start, nil
}

// cannotRead says why the system does not give us the file.
func cannotRead(name string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return data.Msg("import-no-such-file", name)
	case errors.Is(err, fs.ErrPermission):
		return data.Msg("import-no-permission", name)
	}
	return data.Msg("import-cannot-read", name, err.Error())
}

// readStart fills the headings and the sample.
func (t *Table) readStart() error {
	var rows []Row
	for row, err := range t.records(context.Background()) {
		if err != nil {
			return err
		}
		if rows = append(rows, row); len(rows) > sampleRows {
			break
		}
	}
	if len(rows) == 0 {
		return data.Msg("import-no-rows", t.Name)
	}
	t.Headings, t.Sample = nil, nil
	if t.Layout.Headings {
		for _, heading := range rows[0].Cells {
			t.Headings = append(t.Headings, strings.Join(strings.Fields(heading), " "))
		}
		rows = rows[1:]
	}
	for i := range rows {
		rows[i].Cells = withoutBlankEnd(rows[i].Cells, len(t.Headings))
	}
	width, _ := usualWidth(rows)
	if t.Sheets != nil { // where the width is no sign of a sound row
		for _, row := range rows {
			width = max(width, len(row.Cells))
		}
	}
	t.Headings = append(t.Headings, make([]string, max(0, width-len(t.Headings)))...)
	for _, row := range rows {
		if row = t.fitted(row); row.Fault == nil {
			t.Sample = append(t.Sample, row.Cells)
		}
	}
	return nil
}

// Rows reads the rows below the headings from the beginning of the file. It stops at the first error, which is the last
// thing it yields; a row that alone is at fault has [Row.Fault] instead.
func (t *Table) Rows(ctx context.Context) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		headings := t.Layout.Headings
		for row, err := range t.records(ctx) {
			if headings && err == nil {
				headings = false
				continue
			}
			if err == nil {
				row = t.fitted(row)
			}
			if !yield(row, err) || err != nil {
				return
			}
		}
	}
}

// fitted gives the row as many cells as there are columns. Blank cells too many are harmless anywhere; cells too few only
// in a workbook, where a text file most likely has a line break inside a cell that is not in quotation marks.
func (t *Table) fitted(row Row) Row {
	width := len(t.Headings)
	row.Cells = withoutBlankEnd(row.Cells, width)
	switch n := len(row.Cells); {
	case n == width:
		return row
	case n < width && t.Sheets != nil:
		row.Cells = append(row.Cells, make([]string, width-n)...)
	case row.Fault == nil:
		row.Fault = data.Msg("import-wrong-width", row.Line, n, width)
	}
	return row
}

// withoutBlankEnd takes away blank cells at the end beyond the width.
func withoutBlankEnd(cells []string, width int) []string {
	for len(cells) > width && strings.TrimSpace(cells[len(cells)-1]) == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}

// records reads everything from the first line of the layout on, and looks for cancellation now and then.
func (t *Table) records(ctx context.Context) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		source := t.textRows
		if t.Sheets != nil {
			source = t.sheetRows
		}
		n := 0
		for row, err := range source() {
			if n++; n%512 == 0 && ctx.Err() != nil {
				yield(Row{}, ctx.Err())
				return
			}
			if err == nil && row.Line < t.Layout.First {
				continue
			}
			if !yield(row, err) || err != nil {
				return
			}
		}
	}
}

// textRows reads the records of a text file.
func (t *Table) textRows() iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		file, err := t.open()
		if err != nil {
			yield(Row{}, err)
			return
		}
		defer file.Close()
		records := recordReader{
			lines:     newLineReader(t.Name, file, t.Layout.Encoding, t.endMark),
			delimiter: []byte(t.Layout.Delimiter),
			quotes:    t.Layout.Quotes,
		}
		for {
			row, err := records.next()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil && !errors.As(err, new(data.Message)) {
				err = cannotRead(t.Name, err)
			}
			if !yield(row, err) || err != nil {
				return
			}
		}
	}
}

// open opens the file again, refusing it when it is no longer the one that was looked at.
func (t *Table) open() (*os.File, error) {
	file, err := os.Open(t.path)
	if err != nil {
		return nil, cannotRead(t.Name, err)
	}
	info, err := file.Stat()
	if err == nil && (info.Size() != t.size || !info.ModTime().Equal(t.modified)) {
		err = data.Msg("import-file-changed", t.Name)
	}
	if err != nil {
		file.Close()
		return nil, err
	}
	return file, nil
}
