package interaction_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/interaction"
	"campaigndesk/data"
)

func TestReadFile(t *testing.T) {
	folder := t.TempDir()
	path := func(name string) string { return filepath.Join(folder, name) }
	for name, content := range map[string]string{"letter.docx": "Dear", "empty.txt": ""} {
		if err := os.WriteFile(path(name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	huge, err := os.Create(path("huge.bin"))
	if err != nil {
		t.Fatal(err)
	}
	defer huge.Close()
	if err := huge.Truncate(1 << 30); err != nil { // sparse
		t.Fatal(err)
	}
	for _, c := range []struct{ name, path, refused string }{
		{"a letter", path("letter.docx"), ""},
		{"missing", path("gone.docx"), "document-missing"},
		{"empty", path("empty.txt"), "attachment-empty"},
		{"1 GB", path("huge.bin"), "attachment-too-large"},
		{"a folder", folder, "document-no-file"},
	} {
		t.Run(c.name, func(t *testing.T) {
			file, err := interaction.ReadFile(c.path)
			if got := keyOf(err); got != c.refused {
				t.Errorf("%q, want %q", got, c.refused)
			}
			if err == nil && (file.Name != "letter.docx" || string(file.Content) != "Dear") {
				t.Errorf("%q: %q", file.Name, file.Content)
			}
		})
	}
}

// letterIn is the English row of the template BUS with a document.
func letterIn(t *testing.T, s *app.Session, name string) *data.InteractionTemplateLanguage {
	t.Helper()
	row := data.InteractionTemplateLanguage{TemplateCode: "BUS", LanguageCode: "EN"}
	if err := interaction.AddLanguage(s, &row); err != nil {
		t.Fatal(err)
	}
	if err := interaction.SetDocument(s, &row, interaction.File{Name: name, Content: []byte("content")}); err != nil {
		t.Fatal(err)
	}
	return &apptest.All(t, s, data.InteractionTemplateLanguages)[0]
}

// Whatever a document is called, its copy lies in a folder of its own below that for temporary files.
func TestUnpack(t *testing.T) {
	for name, want := range map[string]string{"letter.docx": "letter.docx", "../../x": "x", `..\..\y.txt`: "y.txt", "/etc/passwd": "passwd", "a:b?.txt": "a_b_.txt",
		"..": "attachment", "run.EXE": "document-is-program", "x.sh": "document-is-program"} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("TMPDIR", t.TempDir())
			s := newDesk(t)
			row := letterIn(t, s, name)
			path, err := interaction.Unpack(s, row.AttachmentNo)
			if err != nil {
				if got := keyOf(err); got != want {
					t.Errorf("%q, want %q", got, want)
				}
				return
			}
			content, err := os.ReadFile(path)
			if err != nil || string(content) != "content" {
				t.Errorf("%q, %v", content, err)
			}
			if within, err := filepath.Rel(os.TempDir(), path); err != nil || filepath.Base(path) != want || strings.Count(within, string(filepath.Separator)) != 1 {
				t.Errorf("at %s, %v", path, err)
			}
			if info, err := os.Stat(filepath.Dir(path)); err != nil || info.Mode().Perm()&0o077 != 0 {
				t.Errorf("others may look: %v, %v", info.Mode(), err)
			}
		})
	}
}

func TestUnpackTidies(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	s := newDesk(t)
	row := letterIn(t, s, "letter.docx")
	first, err := interaction.Unpack(s, row.AttachmentNo)
	if err != nil {
		t.Fatal(err)
	}
	old := s.Now().AddDate(0, 0, -2)
	if err := os.Chtimes(filepath.Dir(first), old, old); err != nil {
		t.Fatal(err)
	}
	if _, err := interaction.Unpack(s, row.AttachmentNo); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(first); !os.IsNotExist(err) {
		t.Errorf("the copy of two days ago is still there: %v", err)
	}
}

func TestExport(t *testing.T) {
	s := newDesk(t)
	row := letterIn(t, s, "letter.docx")
	path := filepath.Join(t.TempDir(), "out.docx")
	if err := interaction.Export(s, row.AttachmentNo, path); err != nil {
		t.Fatal(err)
	}
	if content, err := os.ReadFile(path); err != nil || string(content) != "content" {
		t.Errorf("%q, %v", content, err)
	}
	if got := keyOf(interaction.Export(s, row.AttachmentNo, filepath.Join(path, "below a file"))); got != "document-unwritable" {
		t.Errorf("a folder that is not there: %q", got)
	}
	for _, no := range []int64{0, 999} {
		if got := keyOf(interaction.Export(s, no, path)); got != "no-document" {
			t.Errorf("document %d: %q", no, got)
		}
	}
}
