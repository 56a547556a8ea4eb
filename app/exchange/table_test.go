package exchange

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"

	"campaigndesk/data"
)

// fileOf writes a file for a test and returns its path.
func fileOf(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// readAll returns the rows of a table, those at fault as the key of their message.
func readAll(t *testing.T, table *Table) (rows [][]string) {
	t.Helper()
	for row, err := range table.Rows(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		if row.Fault != nil {
			row.Cells = []string{keyOf(row.Fault)}
		}
		rows = append(rows, row.Cells)
	}
	return rows
}

func keyOf(err error) string {
	var m data.Message
	if errors.As(err, &m) {
		return m.Key
	}
	return "no message: " + err.Error()
}

func utf16Of(text string, bigEndian bool) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(text)) {
		low, high := byte(u), byte(u>>8)
		if bigEndian {
			low, high = high, low
		}
		b.WriteByte(low)
		b.WriteByte(high)
	}
	return b.String()
}

func windows1252Of(t *testing.T, text string) string {
	t.Helper()
	s, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestEncodingsAreRecognised(t *testing.T) {
	const text = "Nr;Namn;Ort\r\n1;Åsa Öberg;Malmö\r\n2;Zoë;Gävle\r\n"
	want := [][]string{{"1", "Åsa Öberg", "Malmö"}, {"2", "Zoë", "Gävle"}}
	late := "Nr;Namn;Ort\r\n" + strings.Repeat("1;Anna;Lund\r\n", 30_000) // ASCII for longer than is looked at
	for _, c := range []struct {
		name, content string
		encoding      Encoding
		last          []string
	}{
		{"UTF-8", text, UTF8, want[1]},
		{"UTF-8 with byte order mark", byteOrderMark + text, UTF8, want[1]},
		{"UTF-16 little endian", "\xFF\xFE" + utf16Of(text, false), UTF16LE, want[1]},
		{"UTF-16 big endian", "\xFE\xFF" + utf16Of(text, true), UTF16BE, want[1]},
		{"UTF-16 little endian without mark", utf16Of(text, false), UTF16LE, want[1]},
		{"UTF-16 big endian without mark", utf16Of(text, true), UTF16BE, want[1]},
		{"Windows-1252", windows1252Of(t, text), Windows1252, want[1]},
		{"Windows-1252 that shows late", late + windows1252Of(t, "2;Zoë;Gävle\r\n"), UTF8, want[1]},
		{"UTF-8 that shows late", late + "2;Zoë;Gävle\r\n", UTF8, want[1]},
		{"old Macintosh line ends", strings.ReplaceAll(text, "\r\n", "\r"), UTF8, want[1]},
	} {
		t.Run(c.name, func(t *testing.T) {
			table, err := Open(fileOf(t, "a.csv", c.content))
			if err != nil {
				t.Fatal(err)
			}
			if table.Layout.Encoding != c.encoding {
				t.Errorf("encoding %s, want %s", table.Layout.Encoding, c.encoding)
			}
			if diff := cmp.Diff([]string{"Nr", "Namn", "Ort"}, table.Headings); diff != "" {
				t.Error(diff)
			}
			rows := readAll(t, table)
			if diff := cmp.Diff(c.last, rows[len(rows)-1]); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestDelimitersAreRecognised(t *testing.T) {
	for _, c := range []struct {
		name, content, delimiter string
		row                      []string // the first one below the headings
	}{
		{"comma", "No.,Name,City\n1,Anna,Lund\n2,Bo,Lund\n", ",", []string{"1", "Anna", "Lund"}},
		{"semicolon", "Nr;Namn;Ort\n1;Anna;Lund\n2;Bo;Lund\n", ";", []string{"1", "Anna", "Lund"}},
		{"semicolon with decimal commas", "1;Anna;12,50\n2;Bo;13,50\n", ";", []string{"1", "Anna", "12,50"}},
		{"as many decimal commas as semicolons", "10,5;12,50\n11,5;13,50\n", ";", []string{"10,5", "12,50"}},
		{"tab with commas in texts", "Nr\tNamn\n1\tBerg, Anna\n2\tEk, Bo\n", "\t", []string{"1", "Berg, Anna"}},
		{"pipe", "Nr|Namn\n1|Anna\n", "|", []string{"1", "Anna"}},
		{"two pipes", "Nr||Namn||Ort\n1||Anna||Lund\n2||||Lund\n", "||", []string{"1", "Anna", "Lund"}},
		{"two semicolons", "Nr;;Namn\n1;;Anna\n", ";;", []string{"1", "Anna"}},
		{"tilde pipe tilde", "Nr~|~Namn~|~Ort\n1~|~Anna~|~Lund\n2~|~~|~Lund\n", "~|~", []string{"1", "Anna", "Lund"}},
		{"sign beyond ASCII", "Nr¤¤Namn\n1¤¤Anna\n2¤¤Bo\n", "¤¤", []string{"1", "Anna"}},
		{"empty columns in a semicolon file", "Nr;Namn;;Ort\n1;Anna;;Lund\n2;;;Ystad\n", ";", []string{"1", "Anna", "", "Lund"}},
		{"said in the first line", "sep=|\nNr|Namn;Ort\n1|Anna;Lund\n", "|", []string{"1", "Anna;Lund"}},
		{"one column", "E-mail\nanna@example.com\nbo@example.com\n", "", []string{"anna@example.com"}},
		{"delimiters inside quotation marks", "No.,Name\n1,\"Berg, Anna; Lund\"\n2,\"Ek, Bo\"\n", ",", []string{"1", "Berg, Anna; Lund"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			table, err := Open(fileOf(t, "a.txt", c.content))
			if err != nil {
				t.Fatal(err)
			}
			if table.Layout.Delimiter != c.delimiter {
				t.Errorf("delimiter %q, want %q", table.Layout.Delimiter, c.delimiter)
			}
			if diff := cmp.Diff(c.row, readAll(t, table)[0]); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCells(t *testing.T) {
	for _, c := range []struct {
		name, content string
		rows          [][]string
	}{
		{"line break in quotation marks", "Nr;Namn\n1;\"Anna\r\nBerg\"\n2;Bo\n", [][]string{{"1", "Anna\nBerg"}, {"2", "Bo"}}},
		{"blank line in quotation marks", "Nr;Namn\n1;\"Anna\n\nBerg\"\n", [][]string{{"1", "Anna\n\nBerg"}}},
		{"doubled marks", "Nr;Namn\n1;\"Berg \"\"Bettan\"\" Anna\"\n2;\"\"\"\"\n", [][]string{{"1", `Berg "Bettan" Anna`}, {"2", `"`}}},
		{"mark inside a cell", "Nr;Namn\n1;Skärm 24\"\n", [][]string{{"1", `Skärm 24"`}}},
		{"text behind the closing mark", "Nr;Namn\n1;\"Stora\" Bo\n2;Bo\n", [][]string{{"1", "Stora Bo"}, {"2", "Bo"}}},
		{"empty quotation marks", "Nr;Namn;Ort\n1;\"\";Lund\n", [][]string{{"1", "", "Lund"}}},
		{"no line end at the end", "Nr;Namn\n1;Anna", [][]string{{"1", "Anna"}}},
		{"quotation marks around the last cell", "Nr;Namn\n1;\"Anna\"", [][]string{{"1", "Anna"}}},
		{"blank lines", "Nr;Namn\n\n1;Anna\n;\n \n2;Bo\n\n", [][]string{{"1", "Anna"}, {"2", "Bo"}}},
		{"blank cells too many", "Nr;Namn\n1;Anna;;\n2;Bo\n", [][]string{{"1", "Anna"}, {"2", "Bo"}}},
		{"cells too many and too few", "Nr;Namn\n1;Anna;x\n2\n3;Bo\n4;Eva\n5;Ulf\n", [][]string{{"import-wrong-width"}, {"import-wrong-width"}, {"3", "Bo"}, {"4", "Eva"}, {"5", "Ulf"}}},
		{"bytes that are not UTF-8", "Nr;Namn\n1;Åsa\n2;\xC5sa\n3;Bo\n", [][]string{{"1", "Åsa"}, {"import-not-utf8"}, {"3", "Bo"}}},
		{"guarded against formulas", "Nr;Namn\n1;'=Anna\n2;'+46 8\n3;'n Roos\n", [][]string{{"1", "=Anna"}, {"2", "+46 8"}, {"3", "'n Roos"}}},
		{"column without heading", ";Nr;Namn\n1;A;Anna\n2;B;Bo\n", [][]string{{"1", "A", "Anna"}, {"2", "B", "Bo"}}},
		{"heading missing at the end", "Nr;Namn\n1;Anna;Lund\n2;Bo;Ystad\n", [][]string{{"1", "Anna", "Lund"}, {"2", "Bo", "Ystad"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			table, err := Open(fileOf(t, "a.csv", c.content))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.rows, readAll(t, table)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestRowsKnowTheirLine(t *testing.T) {
	table, err := Open(fileOf(t, "a.csv", "Nr;Namn\n1;\"Anna\nBerg\"\n\n2;Bo\n"))
	if err != nil {
		t.Fatal(err)
	}
	var lines []int
	for row := range table.Rows(context.Background()) {
		lines = append(lines, row.Line)
	}
	if diff := cmp.Diff([]int{2, 5}, lines); diff != "" {
		t.Error(diff)
	}
}

func TestHeadingsAreFound(t *testing.T) {
	for _, c := range []struct {
		name, content string
		first         int
		headings      []string
	}{
		{"known", "Nr;Namn\n1;Anna\n", 1, []string{"Nr", "Namn"}},
		{"unknown words", "Alfa;Beta\nx;y\nz;y\n", 1, []string{"Alfa", "Beta"}},
		{"none: numbers", "1;Anna;12,50\n2;Bo;13,50\n", 1, []string{"", "", ""}},
		{"none: e-mail", "Anna;anna@example.com\nBo;bo@example.com\n", 1, []string{"", ""}},
		{"none: repeated", "ja;ja\nnej;ja\n", 1, []string{"", ""}},
		{"known and repeated", "Nr;Namn;Adress;Adress\n1;Anna;Gatan 1;Box 2\n", 1, []string{"Nr", "Namn", "Adress", "Adress"}},
		{"below a title", "Kunder 2026-01-31\n\nNr;Namn;Ort\n1;Anna;Lund\n", 3, []string{"Nr", "Namn", "Ort"}},
		{"blanks and line breaks in headings", "\" Nr \";\"Nam\nn\"\n1;Anna\n", 1, []string{"Nr", "Nam n"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			table, err := Open(fileOf(t, "a.csv", c.content))
			if err != nil {
				t.Fatal(err)
			}
			if table.Layout.First != c.first {
				t.Errorf("first line %d, want %d", table.Layout.First, c.first)
			}
			if diff := cmp.Diff(c.headings, table.Headings); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTheUserDecidesTheLayout(t *testing.T) {
	path := fileOf(t, "a.csv", "Kunder\n1;Anna,Lund\n2;Bo,Ystad\n")
	table, err := OpenAs(path, Layout{Encoding: UTF8, Delimiter: ",", First: 2})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([][]string{{"1;Anna", "Lund"}, {"2;Bo", "Ystad"}}, readAll(t, table)); diff != "" {
		t.Error(diff)
	}
}

func TestBadFilesAreRefused(t *testing.T) {
	xlsx := workbookOf(t, [][]any{{"Nr", "Namn"}, {1, "Anna"}})
	for _, c := range []struct {
		name, content, key string
	}{
		{"empty", "", "import-empty"},
		{"only blank lines", "\n \n\n", "import-no-rows"},
		{"only a byte order mark", byteOrderMark, "import-no-rows"},
		{"picture", "\x89PNG\r\n\x1a\n\x00\x00", "import-binary"},
		{"PDF", "%PDF-1.7\n", "import-binary"},
		{"old Excel", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\x00\x00", "import-old-excel"},
		{"program", "\x7FELF\x02\x01\x01\x00\x00\x00;a\nb;c\n", "import-binary-at"},
		{"zero bytes in a text", "Nr;Namn\n1;An\x00na\n", "import-binary-at"},
		{"zeros", strings.Repeat("\x00", 4096), "import-binary-at"},
		{"unclosed quotation mark", "Nr;Namn\n1;Anna\n2;\"Bo\n3;Eva\n", "import-unclosed-quote"},
		{"line without end", strings.Repeat("x", maxRecord+10), "import-line-too-long"},
		{"truncated workbook", xlsx[:len(xlsx)/2], "import-damaged-workbook"},
		{"damaged workbook", damaged(xlsx), "import-damaged-workbook"},
		{"zip that is no workbook", zipOf(t, map[string]string{"a.txt": "Nr;Namn"}), "import-no-workbook"},
		{"zip bomb", zipOf(t, map[string]string{"xl/worksheets/sheet1.xml": strings.Repeat(" ", 80<<20)}), "import-zip-bomb"},
		{"workbook without rows", workbookOf(t, nil), "import-no-rows"},
	} {
		t.Run(c.name, func(t *testing.T) {
			table, err := Open(fileOf(t, "bad.csv", c.content))
			if err == nil {
				_, err = table.Survey(context.Background(), nil)
			}
			if err == nil {
				t.Fatalf("read as %+v", table.Layout)
			}
			if keyOf(err) != c.key {
				t.Errorf("refused with %v, want %s", err, c.key)
			}
			var m data.Message
			if errors.As(err, &m) && (len(m.Args) == 0 || m.Args[0] != "bad.csv") {
				t.Errorf("the message does not name the file: %v", m)
			}
		})
	}
}

func TestTheMessageNamesTheLine(t *testing.T) {
	for _, c := range []struct {
		name, content string
		line          int
	}{
		{"unclosed quotation mark", "Nr;Namn\n1;Anna\n2;\"Bo\n3;Eva\n", 3},
		{"zero byte", "Nr;Namn\n1;Anna\n2;B\x00o\n", 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Open(fileOf(t, "a.csv", c.content))
			var m data.Message
			if !errors.As(err, &m) || len(m.Args) < 2 || m.Args[1] != c.line {
				t.Errorf("got %v, want line %d", err, c.line)
			}
		})
	}
}

func TestFilesThatCannotBeOpened(t *testing.T) {
	if _, err := Open(filepath.Join(t.TempDir(), "none.csv")); keyOf(err) != "import-no-such-file" {
		t.Error(err)
	}
	if _, err := Open(t.TempDir()); keyOf(err) != "import-cannot-read" {
		t.Error(err)
	}
	huge := fileOf(t, "huge.csv", "Nr;Namn\n")
	if err := os.Truncate(huge, 2<<30); err != nil { // takes no room: the rest is a hole
		t.Fatal(err)
	}
	if _, err := Open(huge); keyOf(err) != "import-too-large" {
		t.Error(err)
	}
}

func TestAFileThatChangedIsNoticed(t *testing.T) {
	path := fileOf(t, "a.csv", "Nr;Namn\n1;Anna\n")
	table, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("Namn;Nr\nAnna;12\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := table.Survey(context.Background(), nil); keyOf(err) != "import-file-changed" {
		t.Error(err)
	}
}

func TestReadingCanBeCancelled(t *testing.T) {
	table, err := Open(fileOf(t, "a.csv", "Nr;Namn\n"+strings.Repeat("1;Anna\n", 5000)))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	_, err = table.Survey(ctx, func(int) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// workbookOf makes a workbook of one sheet; the rows stand at their place in the slice, nil leaves one out.
func workbookOf(t *testing.T, rows [][]any) string {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	for i, row := range rows {
		cell, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := book.SetSheetRow("Sheet1", cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if _, err := book.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func zipOf(t *testing.T, parts map[string]string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, content := range parts {
		part, err := w.Create(name)
		if err == nil {
			_, err = part.Write([]byte(content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// damaged flips a byte of the first compressed part.
func damaged(zipped string) string {
	b := []byte(zipped)
	for i := 60; i < 90; i++ {
		b[i] ^= 0x55
	}
	return string(b)
}
