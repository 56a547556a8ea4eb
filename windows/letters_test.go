package windows

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"campaigndesk/app"
	"campaigndesk/data"
	"campaigndesk/windows/pagetest"
)

// wordDocument is a Word document of one paragraph.
func wordDocument(t *testing.T, text string) []byte {
	t.Helper()
	var content bytes.Buffer
	archive := zip.NewWriter(&content)
	part, err := archive.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	_, err = part.Write([]byte(`<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>` +
		text + `</w:t></w:r></w:p><w:sectPr/></w:body></w:document>`))
	if err != nil {
		t.Fatal(err)
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return content.Bytes()
}

// openLetters opens the letters to the first segment, with a folder to write to.
func openLetters(t *testing.T) (s *app.Session, p *pagetest.Page, folder string) {
	t.Helper()
	s = pagetest.Session(t, "en")
	p = pagetest.OpenIn(t, s, Letters(s, first(s, data.SegmentHeaders).No))
	folder = t.TempDir()
	p.Action("choose-target-folder").Do()
	p.Press("Ctrl+A").Type(folder).Press("Enter")
	p.WantField("target-folder", folder)
	return s, p, folder
}

// chooseDocument chooses a document for all lines as the user does.
func chooseDocument(t *testing.T, p *pagetest.Page, name string, content []byte) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	p.Action("choose-letter-template").Do()
	p.Press("Ctrl+A").Type(path).Press("Enter")
}

func written(t *testing.T, folder, ending string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, "*"+ending))
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// Letters are written into the folder, unknown fields are named, and nothing is logged.
func TestLettersAreWritten(t *testing.T) {
	s, p, folder := openLetters(t)
	before, err := data.Interactions.Count(s.DB, data.View{})
	if err != nil {
		t.Fatal(err)
	}
	chooseDocument(t, p, "letter.docx", wordDocument(t, "To «Contact_Name», size «Shoe_Size»"))
	p.WantField("letter-template", "letter.docx")
	p.Press("F9")
	p.WantMessage("Unknown fields: Shoe_Size.").WantMessage("Nothing has been logged.")
	each := len(written(t, folder, ".docx"))
	if each == 0 {
		t.Fatalf("no letters: %s", p.Message())
	}
	p.Field("letter-kind").Enter("O")
	p.Press("F9")
	if n := len(written(t, folder, ".docx")); n != each+1 {
		t.Errorf("%d files after %d letters and a long one", n, each)
	}
	if after, err := data.Interactions.Count(s.DB, data.View{}); err != nil || after != before {
		t.Errorf("%d interactions, %d before, %v", after, before, err)
	}
}

// Drafts have the subject and the text that were entered, with their fields.
func TestDraftsAreWritten(t *testing.T) {
	_, p, folder := openLetters(t)
	p.Field("letter-kind").Enter("E")
	p.Field("draft-subject").Enter("News")
	p.Press("Ctrl+3")
	p.Part("draft-text").GoTo(0, "text").Type("Dear «Contact_Name»").Press("Enter")
	p.Press("F9")
	drafts := written(t, folder, ".eml")
	if len(drafts) == 0 {
		t.Fatalf("no drafts: %s", p.Message())
	}
	content, err := os.ReadFile(drafts[0])
	if err != nil || !strings.Contains(string(content), "Subject: News") || !strings.Contains(string(content), "Dear ") || strings.Contains(string(content), "Contact_Name") {
		t.Errorf("%v %s", err, content)
	}
}

// What cannot be carried out is refused, with what to do.
func TestLettersRefused(t *testing.T) {
	t.Run("what is no Word document", func(t *testing.T) {
		_, p, folder := openLetters(t)
		chooseDocument(t, p, "letter.docx", []byte("no zip"))
		p.WantMessage("letter.docx is no Word document")
		p.WantField("letter-template", "each line's own document, in its language")
		if n := len(written(t, folder, "*")); n != 0 {
			t.Errorf("%d files", n)
		}
	})
	t.Run("no folder", func(t *testing.T) {
		_, p, _ := openLetters(t)
		p.Field("target-folder").Enter("")
		p.Press("F9")
		p.WantMessage("Choose the folder")
	})
	t.Run("a folder that is gone", func(t *testing.T) {
		_, p, folder := openLetters(t)
		chooseDocument(t, p, "letter.docx", wordDocument(t, "Hello"))
		p.Field("target-folder").Enter(filepath.Join(folder, "gone"))
		p.Press("F9")
		if p.Message() == "" || strings.Contains(p.Message(), "Nothing has been logged.") {
			t.Errorf("said %q", p.Message())
		}
	})
}
