package letter

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
	"testing"

	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

const wordXML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`

// entry is a part of a document.
type entry struct{ name, content string }

func docx(t testing.TB, parts ...entry) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, part := range parts {
		f, err := w.Create(part.name)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(f, part.content)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// document is a document of one body.
func document(t testing.TB, body string) []byte {
	return docx(t, entry{"[Content_Types].xml", "<Types/>"}, entry{documentPart, wordXML + body + "</w:body></w:document>"})
}

func openTemplate(t testing.TB, content []byte) *Template {
	t.Helper()
	template, err := Open("letter.docx", content)
	if err != nil {
		t.Fatal(err)
	}
	return template
}

// partOf reads a part of a document.
func partOf(t testing.TB, content []byte, name string) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := archive.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	part, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(part)
}

// named gives fields the values of a map; a field that it lacks is blank.
func named(values map[string]string) values {
	return func(field int) (string, error) { return values[Fields[field].Name], nil }
}

func TestMerge(t *testing.T) {
	anna := map[string]string{"Contact_Name": "Anna & Åke <Berg>", "Contact_City": "Umeå", "Address_Block": "Berg AB\nStorgatan 1", "Initials": ""}
	run := func(text string) string { return "<w:r><w:t>" + text + "</w:t></w:r>" }
	character := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
	instruction := func(text string) string {
		return `<w:r><w:instrText xml:space="preserve">` + text + `</w:instrText></w:r>`
	}
	const open, name = `<w:t xml:space="preserve">`, "Anna &amp; Åke &lt;Berg&gt;"
	for _, test := range []struct{ name, body, want, unknown string }{
		{name: "text without fields stays", body: "<w:p>" + run("Hej på dig") + "</w:p>", want: "<w:p>" + run("Hej på dig") + "</w:p>"},
		{
			name: "a name between guillemets", body: "<w:p>" + run("Hej «Contact_Name»!") + "</w:p>",
			want: "<w:p><w:r>" + open + "Hej " + name + "!</w:t></w:r></w:p>",
		},
		{
			name: "two in one text, capitals do not matter", body: "<w:p>" + run("«contact_name» i «CONTACT_CITY»") + "</w:p>",
			want: "<w:p><w:r>" + open + name + " i Umeå</w:t></w:r></w:p>",
		},
		{
			name: "a name that Word has spread over runs", body: "<w:p>" + run("Hej «Con") + "<w:proofErr/>" + run("tact_") + run("Name», du") + "</w:p>",
			want: "<w:p><w:r>" + open + "Hej " + name + "</w:t></w:r><w:proofErr/><w:r>" + open + "</w:t></w:r><w:r>" + open + ", du</w:t></w:r></w:p>",
		},
		{name: "a tab inside is no name", body: "<w:p>" + run("«Contact_") + "<w:r><w:tab/></w:r>" + run("Name»") + "</w:p>", want: "<w:p>" + run("«Contact_") + "<w:r><w:tab/></w:r>" + run("Name»") + "</w:p>"},
		{name: "a name does not go on in the next paragraph", body: "<w:p>" + run("«Contact_") + "</w:p><w:p>" + run("Name»") + "</w:p>", want: "<w:p>" + run("«Contact_") + "</w:p><w:p>" + run("Name»") + "</w:p>"},
		{
			name: "several lines get breaks", body: "<w:p>" + run("«Address_Block»") + "</w:p>",
			want: "<w:p><w:r>" + open + "Berg AB</w:t><w:br/>" + open + "Storgatan 1</w:t></w:r></w:p>",
		},
		{name: "a blank value leaves nothing", body: "<w:p>" + run("[«Initials»]") + "</w:p>", want: "<w:p><w:r>" + open + "[]</w:t></w:r></w:p>"},
		{
			name: "an unknown name stays and is reported", body: "<w:p>" + run("«Contact_City» «Shoe_Size»") + "</w:p>",
			want: "<w:p><w:r>" + open + "Umeå «Shoe_Size»</w:t></w:r></w:p>", unknown: "Shoe_Size",
		},
		{name: "a quotation is no field", body: "<w:p>" + run("« Bonjour, dit-il »") + "</w:p>", want: "<w:p>" + run("« Bonjour, dit-il »") + "</w:p>"},
		{
			name: "a simple field keeps its looks",
			body: `<w:p><w:fldSimple w:instr=" MERGEFIELD Contact_City \* MERGEFORMAT "><w:r><w:rPr><w:b/></w:rPr><w:t>«Contact_City»</w:t></w:r></w:fldSimple></w:p>`,
			want: "<w:p><w:r><w:rPr><w:b/></w:rPr>" + open + "Umeå</w:t></w:r></w:p>",
		},
		{
			name: "a simple field of another kind stays", body: `<w:p><w:fldSimple w:instr=" DATE ">` + run("2026") + `</w:fldSimple></w:p>`,
			want: `<w:p><w:fldSimple w:instr=" DATE ">` + run("2026") + `</w:fldSimple></w:p>`,
		},
		{
			name: "a complex field",
			body: "<w:p>" + run("I ") + character("begin") + instruction(" MERGEFIELD  Contact_City ") + character("separate") + run("«Contact_City»") + character("end") + run("!") + "</w:p>",
			want: "<w:p>" + run("I ") + "<w:r>" + open + "Umeå</w:t></w:r>" + run("!") + "</w:p>",
		},
		{
			name: "a complex field with its instruction in pieces and its name in quotes",
			body: "<w:p>" + character("begin") + instruction(" MERGE") + instruction("FIELD &quot;Contact") + instruction(" City&quot; ") + character("separate") + run("x") + character("end") + "</w:p>",
			want: "<w:p><w:r>" + open + "Umeå</w:t></w:r></w:p>",
		},
		{
			name: "a complex field without result, all in one run",
			body: `<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>I </w:t><w:fldChar w:fldCharType="begin"/><w:instrText>MERGEFIELD Contact_City</w:instrText><w:fldChar w:fldCharType="end"/><w:t>.</w:t></w:r></w:p>`,
			want: "<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>I </w:t>" + open + "Umeå</w:t><w:t>.</w:t></w:r></w:p>",
		},
		{
			name: "an unknown complex field stays", body: "<w:p>" + character("begin") + instruction("MERGEFIELD Shoe_Size") + character("separate") + run("«Shoe_Size»") + character("end") + "</w:p>",
			want: "<w:p>" + character("begin") + instruction("MERGEFIELD Shoe_Size") + character("separate") + run("«Shoe_Size»") + character("end") + "</w:p>", unknown: "Shoe_Size",
		},
		{
			name: "a field inside another stays",
			body: "<w:p>" + character("begin") + instruction("IF ") + character("begin") + instruction("MERGEFIELD Contact_City") + character("end") + instruction(" = 1") + character("separate") + run("x") + character("end") + "</w:p>",
			want: "<w:p>" + character("begin") + instruction("IF ") + character("begin") + instruction("MERGEFIELD Contact_City") + character("end") + instruction(" = 1") + character("separate") + run("x") + character("end") + "</w:p>",
		},
		{
			name: "a field that goes on in the next paragraph stays", body: "<w:p>" + character("begin") + instruction("MERGEFIELD Contact_City") + "</w:p><w:p>" + character("end") + "</w:p>",
			want: "<w:p>" + character("begin") + instruction("MERGEFIELD Contact_City") + "</w:p><w:p>" + character("end") + "</w:p>",
		},
		{
			name: "a text box inside a paragraph", body: "<w:p>" + run("«Contact_") + "<w:r><w:pict><w:txbxContent><w:p>" + run("«Contact_City»") + "</w:p></w:txbxContent></w:pict></w:r>" + run("Name»") + "</w:p>",
			want: "<w:p><w:r>" + open + name + "</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r>" + open + "Umeå</w:t></w:r></w:p></w:txbxContent></w:pict></w:r><w:r>" + open + "</w:t></w:r></w:p>",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			template := openTemplate(t, document(t, test.body))
			var merged bytes.Buffer
			if err := template.write(&merged, named(anna)); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(wordXML+test.want+"</w:body></w:document>", partOf(t, merged.Bytes(), documentPart)); diff != "" {
				t.Error(diff)
			}
			if got := strings.Join(template.Unknown(), " "); got != test.unknown {
				t.Errorf("unknown: got %q, want %q", got, test.unknown)
			}
		})
	}
}

func TestHeadsAndFeetAreMergedToo(t *testing.T) {
	head := `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>«Company_Name»</w:t></w:r></w:p></w:hdr>`
	template := openTemplate(t, docx(t, entry{documentPart, wordXML + "</w:body></w:document>"}, entry{"word/header1.xml", head}))
	var merged bytes.Buffer
	if err := template.write(&merged, named(map[string]string{"Company_Name": "Nordic"})); err != nil {
		t.Fatal(err)
	}
	if got := partOf(t, merged.Bytes(), "word/header1.xml"); !strings.Contains(got, ">Nordic<") {
		t.Error(got)
	}
}

func TestLettersTogetherAreSectionsOfTheirOwn(t *testing.T) {
	const section = `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>`
	for _, test := range []struct{ name, section, turn string }{
		{"with the section of the template", section, `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>` + section + "</w:pPr></w:p>"},
		{"with a page break if there is no section", "", `<w:p><w:r><w:br w:type="page"/></w:r></w:p>`},
	} {
		t.Run(test.name, func(t *testing.T) {
			template := openTemplate(t, document(t, "<w:p><w:r><w:t>«Contact_Name»</w:t></w:r></w:p>"+test.section))
			var long bytes.Buffer
			err := template.writeTogether(&long, named(nil), func(write func(values) error) error {
				for _, name := range []string{"Anna", "", "Bo"} {
					err := write(func(field int) (string, error) {
						if name == "" {
							return "", errDamaged
						}
						return name, nil
					})
					if (err != nil) != (name == "") {
						t.Fatal(err)
					}
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
			letter := func(name string) string { return `<w:p><w:r><w:t xml:space="preserve">` + name + "</w:t></w:r></w:p>" }
			want := wordXML + letter("Anna") + test.turn + letter("Bo") + test.section + "</w:body></w:document>"
			if diff := cmp.Diff(want, partOf(t, long.Bytes(), documentPart)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWhatIsNoDocumentIsRefused(t *testing.T) {
	good := entry{documentPart, wordXML + "</w:body></w:document>"}
	damaged := document(t, "<w:p/>")
	for _, test := range []struct {
		name    string
		content []byte
		want    string
	}{
		{"nothing", nil, "letter-no-word-document"},
		{"text", []byte("Dear Anna,"), "letter-no-word-document"},
		{"the old format, or a password", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on"), "letter-no-word-document"},
		{"half a file", damaged[:len(damaged)/2], "letter-no-word-document"},
		{"an archive of something else", docx(t, entry{"xl/workbook.xml", "<workbook/>"}), "letter-no-word-document"},
		{"no XML", docx(t, entry{documentPart, "Dear Anna & Bo"}), "letter-damaged"},
		{"elements that do not end", docx(t, entry{documentPart, wordXML + "<w:p>"}), "letter-damaged"},
		{"elements that end in the wrong order", document(t, "<w:p><w:r></w:p></w:r>"), "letter-damaged"},
		{"no body", docx(t, entry{documentPart, `<document/>`}), "letter-damaged"},
		{"two documents", docx(t, good, good), "letter-damaged"},
		{"a wrong checksum", corrupted(t), "letter-damaged"},
		{"a part that claims to be huge", claiming(t, 1<<40), "letter-zip-bomb"},
		{"a document that is huge", docx(t, entry{documentPart, wordXML + strings.Repeat(" ", maxPart) + "</w:body></w:document>"}), "letter-zip-bomb"},
		{"a part that grows three hundred times", docx(t, good, entry{"word/media/image1.png", strings.Repeat("\x00", ratioFrom+1)}), "letter-zip-bomb"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := Open("x.docx", test.content)
			var refused data.Message
			if !errors.As(err, &refused) || refused.Key != test.want {
				t.Errorf("got %v, want %s", err, test.want)
			}
		})
	}
}

// corrupted is a document whose text was changed after it was packed.
func corrupted(t *testing.T) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	content := []byte(wordXML + "</w:body></w:document>")
	f, err := w.CreateRaw(&zip.FileHeader{Name: documentPart, Method: zip.Store, CRC32: crc32.ChecksumIEEE(content) + 1,
		CompressedSize64: uint64(len(content)), UncompressedSize64: uint64(len(content))})
	if err != nil {
		t.Fatal(err)
	}
	f.Write(content)
	w.Close()
	return b.Bytes()
}

// claiming is a document with a part that says it would become so large.
func claiming(t *testing.T, size uint64) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	f, err := w.CreateRaw(&zip.FileHeader{Name: documentPart, Method: zip.Deflate, CompressedSize64: 3, UncompressedSize64: size})
	if err != nil {
		t.Fatal(err)
	}
	f.Write([]byte{3, 0, 0})
	w.Close()
	return b.Bytes()
}

// However Word cuts a text into runs, what is read after the merge is the same.
func TestPropertyRunsDoNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := []rune(strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"Hej ", "«Contact_Name»", "«contact name", "»", "«", "«Nothing»", "å<&", "«Contact_City»"}), 1, 8).Draw(t, "words"), ""))
		cuts := rapid.SliceOfN(rapid.IntRange(0, len(text)), 0, 6).Draw(t, "cuts")
		values := named(map[string]string{"Contact_Name": "Anna «Contact_City»", "Contact_City": "Åmål"})
		var runs strings.Builder
		for i, r := range text {
			for _, cut := range cuts {
				if cut == i {
					runs.WriteString("</w:t></w:r><w:r><w:t>")
				}
			}
			xml.EscapeText(&runs, []byte(string(r)))
		}
		var got [2]string
		for i, body := range []string{"<w:p><w:r><w:t>" + runs.String() + "</w:t></w:r></w:p>", "<w:p><w:r><w:t>" + escape(string(text)) + "</w:t></w:r></w:p>"} {
			p, err := parse([]byte(wordXML + body + "</w:body></w:document>"))
			if err != nil {
				t.Fatal(err)
			}
			var merged bytes.Buffer
			if err := p.write(&merged, 0, len(p.source), values); err != nil {
				t.Fatal(err)
			}
			got[i] = textOf(t, merged.Bytes())
		}
		if got[0] != got[1] {
			t.Fatalf("in runs %q, in one %q", got[0], got[1])
		}
	})
}

func escape(text string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(text))
	return b.String()
}

// textOf is the text that a reader sees.
func textOf(t *rapid.T, source []byte) string {
	var b strings.Builder
	for d := xml.NewDecoder(bytes.NewReader(source)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		if text, ok := token.(xml.CharData); ok {
			b.Write(text)
		}
	}
}

// Merging changes the parts that have fields and leaves every other one as it is packed, byte for byte and in its place.
func TestPropertyOtherPartsStay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		document := rapid.IntRange(0, 4).Draw(t, "place of the document")
		for i := range 5 {
			head := &zip.FileHeader{Name: fmt.Sprintf("word/media/%d.bin", i), Method: rapid.SampledFrom([]uint16{zip.Store, zip.Deflate}).Draw(t, "method"), Comment: "c"}
			content := rapid.SliceOf(rapid.Byte()).Draw(t, "content")
			if i == document {
				head.Name, content = documentPart, []byte(wordXML+"<w:p><w:r><w:t>«Contact_Name»</w:t></w:r></w:p></w:body></w:document>")
			}
			f, err := w.CreateHeader(head)
			if err != nil {
				t.Fatal(err)
			}
			f.Write(content)
		}
		w.Close()
		template, err := Open("x.docx", b.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		var merged bytes.Buffer
		if err := template.write(&merged, named(map[string]string{"Contact_Name": "Anna"})); err != nil {
			t.Fatal(err)
		}
		before, after := packed(t, b.Bytes()), packed(t, merged.Bytes())
		if before[document] == after[document] {
			t.Fatal("the document was not merged")
		}
		before[document], after[document] = "", ""
		if diff := cmp.Diff(before, after); diff != "" {
			t.Fatal(diff)
		}
	})
}

// packed is each part with its name as it lies in the archive.
func packed(t *rapid.T, content []byte) (parts []string) {
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range archive.File {
		raw, err := file.OpenRaw()
		if err != nil {
			t.Fatal(err)
		}
		bytes, err := io.ReadAll(raw)
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, fmt.Sprintf("%s %d %d %x", file.Name, file.Method, file.CRC32, bytes))
	}
	return parts
}
