package exchange

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"campaigndesk/data"
)

// recordReader cuts lines into cells. A cell that starts with a quotation mark ends at the next single one; in between,
// delimiters and line breaks are text and a doubled mark stands for one. A mark anywhere else is a character like others.
type recordReader struct {
	lines     *lineReader
	delimiter []byte // empty: each line is one cell
	quotes    bool
	text      []byte // the cells of the record, one after the other
	ends      []int  // where each cell ends in text
}

// next returns the next record that is not blank, or io.EOF. Line breaks inside cells come out as "\n".
func (r *recordReader) next() (Row, error) {
	for {
		row, err := r.record()
		if err != nil || !row.blank() {
			return row, err
		}
	}
}

func (r *recordReader) record() (Row, error) {
	line, err := r.lines.next()
	if err != nil {
		return Row{}, err
	}
	r.text, r.ends = r.text[:0], r.ends[:0]
	start, invalid := r.lines.line, r.lines.invalid
	for more := true; more; {
		if r.quotes && len(line) > 0 && line[0] == '"' {
			if line, err = r.quoted(line[1:], start); err != nil {
				return Row{}, err
			}
			invalid = invalid || r.lines.invalid
		}
		var cell []byte
		cell, line, more = r.cut(line)
		r.text = append(r.text, cell...)
		r.ends = append(r.ends, len(r.text))
	}
	row := Row{Line: start, Cells: r.cells()}
	if invalid {
		row.Fault = data.Msg("import-not-utf8", start)
	}
	return row, nil
}

// cut splits the line at its first delimiter; without one the rest, less its terminator, is the last cell.
func (r *recordReader) cut(line []byte) (cell, rest []byte, more bool) {
	if len(r.delimiter) > 0 {
		if cell, rest, more = bytes.Cut(line, r.delimiter); more {
			return cell, rest, true
		}
	}
	return bytes.TrimRight(line, "\r\n"), nil, false
}

// quoted appends the text up to the closing mark and returns what follows it, reading on as far as necessary.
func (r *recordReader) quoted(line []byte, start int) ([]byte, error) {
	opened := r.lines.line
	for {
		i := bytes.IndexByte(line, '"')
		switch {
		case i < 0:
			r.text = appendLine(r.text, line)
			var err error
			if line, err = r.lines.next(); errors.Is(err, io.EOF) || len(r.text) > maxRecord {
				return nil, data.Msg("import-unclosed-quote", r.lines.file, opened)
			} else if err != nil {
				return nil, err
			}
		case i+1 < len(line) && line[i+1] == '"':
			r.text = append(r.text, line[:i+1]...)
			line = line[i+2:]
		default:
			r.text = append(r.text, line[:i]...)
			return line[i+1:], nil
		}
	}
}

// appendLine appends a line that goes on in the next, with a plain line break.
func appendLine(text, line []byte) []byte {
	body := bytes.TrimRight(line, "\r\n")
	text = append(text, body...)
	if len(body) < len(line) {
		text = append(text, '\n')
	}
	return text
}

// cells copies the record's text once and cuts it up.
func (r *recordReader) cells() []string {
	all := string(r.text)
	cells := make([]string, len(r.ends))
	from := 0
	for i, end := range r.ends {
		cells[i] = unguarded(all[from:end])
		from = end
	}
	return cells
}

// unguarded takes away the apostrophe that protects spreadsheets from text that looks like a formula; see guarded.
func unguarded(cell string) string {
	if len(cell) > 1 && cell[0] == '\'' && looksLikeFormula(cell[1:]) {
		return cell[1:]
	}
	return cell
}

// guarded puts an apostrophe before text that a spreadsheet would take for a formula. Reading takes exactly one away.
func guarded(cell string) string {
	if looksLikeFormula(cell) {
		return "'" + cell
	}
	return cell
}

func looksLikeFormula(cell string) bool {
	bare := strings.TrimLeft(cell, "'")
	return bare != "" && strings.IndexByte("=+-@\t\r", bare[0]) >= 0
}
