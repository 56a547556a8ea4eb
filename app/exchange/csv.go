package exchange

import (
	"bufio"
	"os"
	"strconv"
	"strings"

	"campaigndesk/data"
)

// CSVStyle is what spreadsheets of a country expect: Swedish ones ';' and ',', English ones ',' and '.'.
type CSVStyle struct {
	Delimiter byte
	Decimal   byte
}

// WriteCSV writes the table as delimited text in UTF-8 with a byte order mark, days in ISO form. Text that a spreadsheet
// would run as a formula gets an apostrophe in front, which reading takes away again.
func WriteCSV(path string, table Export, style CSVStyle) error {
	return ReplaceFile(path, func(file *os.File) error {
		w := csvWriter{Writer: bufio.NewWriterSize(file, 64<<10), style: style}
		w.WriteString(byteOrderMark)
		captions := make([]any, len(table.Captions))
		for i, caption := range table.Captions {
			captions[i] = caption
		}
		w.row(captions)
		for cells, err := range table.Rows {
			if err != nil {
				return err
			}
			w.row(cells)
		}
		return w.Flush()
	})
}

// csvWriter keeps the first error of the file for Flush, as bufio does.
type csvWriter struct {
	*bufio.Writer
	style CSVStyle
}

func (w csvWriter) row(cells []any) {
	for i, cell := range cells {
		if i > 0 {
			w.WriteByte(w.style.Delimiter)
		}
		switch cell := cell.(type) {
		case data.Amount:
			w.value(strings.Replace(cell.String(), ".", string(w.style.Decimal), 1))
		case data.Date:
			w.WriteString(string(cell))
		case bool:
			w.WriteString(strconv.FormatBool(cell))
		case int:
			w.WriteString(strconv.Itoa(cell))
		default:
			w.value(guarded(textOf(cell)))
		}
	}
	w.WriteString("\r\n")
}

// value writes a text, in quotation marks where it could be misread.
func (w csvWriter) value(text string) {
	if text == "" || !strings.ContainsAny(text, "\"\r\n \t\u00A0"+string(w.style.Delimiter)) {
		w.WriteString(text)
		return
	}
	w.WriteByte('"')
	w.WriteString(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), `"`, `""`))
	w.WriteByte('"')
}
