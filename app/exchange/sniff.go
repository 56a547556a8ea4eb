package exchange

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"campaigndesk/data"
)

// Layout says how a file is to be read.
type Layout struct {
	Sheet     string // the sheet of a workbook; blank for a text file, to which alone the next three belong
	Encoding  Encoding
	Delimiter string // one or more characters; blank: each line is one cell
	Quotes    bool   // cells may stand in quotation marks
	First     int    // the line where the table begins: its headings or, without them, its first row
	Headings  bool   // the first line has headings
}

// sniffed is how much of a text file the guess rests on, sniffedRows how many of its rows.
const (
	sniffed     = 256 << 10
	sniffedRows = 200
)

// sniffText guesses the layout of a text file from its beginning.
func sniffText(file string, start []byte, whole bool) (Layout, error) {
	if err := refuseBinary(file, start); err != nil {
		return Layout{}, err
	}
	layout := Layout{Encoding: sniffEncoding(start), Quotes: true}
	endMark := sniffEndMark(start)
	if !whole { // the last line may be cut in two
		if i := bytes.LastIndexByte(start, endMark); i > 0 {
			start = start[:i+1]
		}
	}
	read := func(layout Layout) []Row {
		lines := newLineReader(file, bytes.NewReader(start), layout.Encoding, endMark)
		records := recordReader{lines: lines, delimiter: []byte(layout.Delimiter), quotes: layout.Quotes}
		var rows []Row
		for len(rows) < sniffedRows {
			row, err := records.next()
			if err != nil { // the end, or a cell that goes on beyond what is looked at
				break
			}
			rows = append(rows, row)
		}
		return rows
	}
	rows := read(layout)
	skip := 0
	if delimiter, ok := declaredDelimiter(rows); ok {
		layout.Delimiter, skip = delimiter, 1
	} else {
		layout.Delimiter = sniffDelimiter(layout, rows, read)
	}
	rows = read(layout)
	layout.First, layout.Headings = sniffHeadings(rows[min(skip, len(rows)):])
	return layout, nil
}

// magics are the first bytes of files that people take for tables.
var magics = []struct{ start, key string }{
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "import-old-excel"}, // .xls, and .xlsx with a password
	{"%PDF", "import-binary"},
	{"\x89PNG", "import-binary"},
	{"\xFF\xD8\xFF", "import-binary"},
	{"\x1F\x8B", "import-binary"},
	{"7z\xBC\xAF", "import-binary"},
	{"SQLite format 3", "import-binary"},
}

// refuseBinary refuses what is no text: known formats, and files with characters that no text has.
func refuseBinary(file string, start []byte) error {
	for _, m := range magics {
		if bytes.HasPrefix(start, []byte(m.start)) {
			return data.Msg(m.key, file)
		}
	}
	lines := newLineReader(file, bytes.NewReader(start), sniffEncoding(start), '\n')
	for {
		line, err := lines.next()
		if err != nil { // the end, or a line too long, which reading reports
			return nil
		}
		for _, c := range line {
			if c < ' ' && strings.IndexByte("\t\n\v\f\r\x1A\x1C\x1D\x1E\x1F", c) < 0 {
				return data.Msg("import-binary-at", file, lines.line)
			}
		}
	}
}

// sniffEncoding judges by the byte order mark, by the zeros that UTF-16 has in every Latin text, and by the first
// character beyond ASCII. A file without any is UTF-8 until lineReader finds one.
func sniffEncoding(start []byte) Encoding {
	switch {
	case bytes.HasPrefix(start, []byte("\xFF\xFE")):
		return UTF16LE
	case bytes.HasPrefix(start, []byte("\xFE\xFF")):
		return UTF16BE
	}
	var zeros [2]int
	for i, c := range start {
		if c == 0 {
			zeros[i%2]++
		}
	}
	switch half := len(start) / 2; {
	case zeros[1] > half/2 && zeros[0] < half/10:
		return UTF16LE
	case zeros[0] > half/2 && zeros[1] < half/10:
		return UTF16BE
	}
	if i := beyondASCII(start); i >= 0 && utf8.FullRune(start[i:]) {
		if r, size := utf8.DecodeRune(start[i:]); r == utf8.RuneError && size == 1 {
			return Windows1252
		}
	}
	return UTF8
}

func sniffEndMark(start []byte) byte {
	if bytes.IndexByte(start, '\n') < 0 && bytes.IndexByte(start, '\r') >= 0 {
		return '\r'
	}
	return '\n'
}

// declaredDelimiter understands the line "sep=;" with which spreadsheets are told the delimiter.
func declaredDelimiter(rows []Row) (string, bool) {
	if len(rows) == 0 || len(rows[0].Cells) != 1 {
		return "", false
	}
	delimiter, ok := strings.CutPrefix(rows[0].Cells[0], "sep=")
	return delimiter, ok && delimiter != ""
}

// sniffDelimiter tries each delimiter that occurs and takes the one that gives the most rows of equal width, then the
// most columns, then the longest. The comma must be clearly better than any other, because it stands in amounts as well.
func sniffDelimiter(layout Layout, lines []Row, read func(Layout) []Row) string {
	best, bestFit := "", fit{even: 0.5}
	for _, delimiter := range append(longDelimiters(lines), "\t", ";", "|", "~", "^", "\x1F", ",") {
		layout.Delimiter = delimiter
		rows := read(layout)
		f := fitOf(rows)
		switch {
		case len(delimiter) > 1 && leavesPieces(rows, delimiter):
		case delimiter == "," && f.even < bestFit.even+evenly:
		case f.betterThan(bestFit):
			best, bestFit = delimiter, f
		}
	}
	return best
}

// leavesPieces reports whether cells have the beginning of a long delimiter in them: two semicolons in a row may as well
// be an empty column between two single ones.
func leavesPieces(rows []Row, delimiter string) bool {
	first, _ := utf8.DecodeRuneInString(delimiter)
	pieces := 0
	for _, row := range rows {
		if slices.ContainsFunc(row.Cells, func(cell string) bool { return strings.ContainsRune(cell, first) }) {
			pieces++
		}
	}
	return pieces*5 > len(rows)
}

// fit says how well a delimiter explains the rows.
type fit struct {
	even    float64 // share of rows with the most frequent width, less the share of columns without any letter or digit
	columns int
}

func fitOf(rows []Row) fit {
	width, share := usualWidth(rows)
	if width < 2 {
		return fit{}
	}
	filled := make([]bool, width)
	for _, row := range rows {
		for i, cell := range row.Cells[:min(width, len(row.Cells))] {
			filled[i] = filled[i] || strings.ContainsFunc(cell, isWordRune)
		}
	}
	meaningful := 0
	for _, f := range filled {
		if f {
			meaningful++
		}
	}
	return fit{even: share * float64(meaningful) / float64(width), columns: width}
}

// evenly is the difference of two shares that decides.
const evenly = 0.02

func (f fit) betterThan(other fit) bool {
	if math.Abs(f.even-other.even) > evenly {
		return f.even > other.even
	}
	return f.columns > other.columns
}

// usualWidth returns the most frequent number of cells and the share of rows that have it.
func usualWidth(rows []Row) (width int, share float64) {
	counts := map[int]int{}
	for _, row := range rows {
		counts[len(row.Cells)]++
	}
	for w, n := range counts {
		if n > counts[width] || n == counts[width] && w > width {
			width = w
		}
	}
	return width, float64(counts[width]) / float64(max(1, len(rows)))
}

// longDelimiters finds delimiters of two to four characters: repeated signs and fixed groups such as ~|~. They come
// before the single ones, so that they win when both explain the file equally well.
func longDelimiters(lines []Row) []string {
	const signs = "|;,~^#*$&!<>:¤§=\t"
	var found []string
	seen := map[string]bool{}
	add := func(s string) {
		if n := utf8.RuneCountInString(s); n >= 2 && n <= 4 && !seen[s] {
			seen[s] = true
			found = append(found, s)
		}
	}
	for _, row := range lines[:min(5, len(lines))] {
		line := strings.Join(row.Cells, "")
		for _, run := range strings.FieldsFunc(line, func(r rune) bool { return !strings.ContainsRune(signs, r) }) {
			runes := []rune(run)
			if len(runes) < 2 {
				continue
			}
			if strings.Count(run, string(runes[0])) == len(runes) {
				add(string(runes[:2]))
			} else if half := len(runes) / 2; string(runes[:half]) == string(runes[half:]) {
				add(string(runes[:half]))
			} else {
				add(run)
			}
		}
	}
	return found
}

// sniffHeadings finds the line where the table begins and whether that line has headings. Lines before it, such as a title,
// are narrower; those of BC's configuration sheets, with the package and the number of the table, may be as wide but
// name hardly any field, which the headings below them do.
func sniffHeadings(rows []Row) (first int, headings bool) {
	if len(rows) == 0 {
		return 1, false
	}
	widest := 0
	for _, row := range rows {
		widest = max(widest, row.filled())
	}
	begin := slices.IndexFunc(rows, func(row Row) bool { return row.filled()*5 >= widest*3 })
	if knownHeadings(rows[begin].Cells)*2 < rows[begin].filled() {
		for i := begin + 1; i < min(begin+5, len(rows)); i++ {
			if row := rows[i]; row.filled() >= rows[begin].filled() && allWords(row.Cells) && knownHeadings(row.Cells)*2 >= row.filled() {
				begin = i
				break
			}
		}
	}
	head := rows[begin]
	return head.Line, knownHeadings(head.Cells)*2 >= head.filled() || allWords(head.Cells) && len(rows) > begin+1
}

// allWords reports whether the cells can be headings: all of them different words, none of them a value.
func allWords(cells []string) bool {
	seen := map[string]bool{}
	for _, cell := range cells {
		cell = strings.TrimSpace(cell)
		if cell == "" {
			continue
		}
		if seen[cell] || !strings.ContainsFunc(cell, unicode.IsLetter) || strings.Contains(cell, "@") || isDate(cell) || isNumber(cell) {
			return false
		}
		seen[cell] = true
	}
	return len(seen) > 0
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
