package page_test

import (
	"os"
	"path/filepath"
	"testing"

	"campaigndesk/data"
	"campaigndesk/windows/pagetest"
)

// folder makes a folder with a sub-folder and files of two kinds.
func folder(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	if err := os.Mkdir(filepath.Join(root, "prices"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"customers.csv", "notes.doc", "prices/spring.csv", ".hidden.csv"} {
		if err := os.WriteFile(filepath.Join(root, name), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// asked opens the dialog for an existing CSV file in a folder.
func asked(t *testing.T, root string) (p *pagetest.Page, chosen *string) {
	t.Helper()
	p, chosen = pagetest.Open(t, campaigns), new(string)
	p.Window().OpenFile(data.Msg("open-company"), []string{".csv"}, func(path string) { *chosen = path })
	p.Press("Ctrl+A").Type(root + string(filepath.Separator))
	return p, chosen
}

func TestOpenFileByTypingItsBeginning(t *testing.T) {
	root := folder(t)
	p, chosen := asked(t, root)
	if p.Rows() != 2 || p.Cell(0, "file-name") != "prices"+string(filepath.Separator) || p.Cell(1, "file-name") != "customers.csv" {
		t.Fatalf("it lists %d names: %q", p.Rows(), p.Texts())
	}
	p.Type("cu")
	if p.Rows() != 1 {
		t.Errorf("%d names begin with cu", p.Rows())
	}
	p.Press("Down", "Enter")
	if want := filepath.Join(root, "customers.csv"); *chosen != want || p.Dialog() {
		t.Errorf("chose %q, want %q", *chosen, want)
	}
}

func TestOpenFileThroughAFolder(t *testing.T) {
	root := folder(t)
	p, chosen := asked(t, root)
	p.Press("Down", "Enter")
	if p.Rows() != 1 || p.Cell(0, "file-name") != "spring.csv" {
		t.Fatalf("the folder shows %q", p.Texts())
	}
	p.Press("Backspace")
	if p.Rows() != 2 {
		t.Errorf("Backspace does not lead back: %q", p.Texts())
	}
	p.Press("Enter", "Enter")
	if want := filepath.Join(root, "prices", "spring.csv"); *chosen != want {
		t.Errorf("chose %q, want %q", *chosen, want)
	}
}

func TestOpenFileRefusesWhatIsNotThere(t *testing.T) {
	p, chosen := asked(t, folder(t))
	p.Type("missing.csv").Press("Enter")
	if *chosen != "" || !p.Dialog() || !p.Sees("does not exist") {
		t.Errorf("chose %q; %q", *chosen, p.Texts())
	}
	p.Press("Esc")
	if p.Dialog() {
		t.Error("Esc does not close the dialog")
	}
}

func TestSaveFile(t *testing.T) {
	for _, c := range []struct {
		name, typed string
		keys        []string // after Enter
		want        string   // blank: nothing is chosen yet
	}{
		{"a new file", "out.csv", nil, "out.csv"},
		{"the ending is added", "out", nil, "out.xlsx"},
		{"an existing file, No", "customers.csv", []string{"Enter"}, ""},
		{"an existing file, Yes", "customers.csv", []string{"Y"}, "customers.csv"},
		{"in a folder that is not there", "none/out.csv", nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			root, chosen := folder(t), ""
			p := pagetest.Open(t, campaigns)
			p.Window().SaveFile(data.Msg("export-title"), "Campaigns.xlsx", func(path string) { chosen = path })
			p.Press("Ctrl+A").Type(filepath.Join(root, c.typed)).Press("Enter").Press(c.keys...)
			want := ""
			if c.want != "" {
				want = filepath.Join(root, c.want)
			}
			if chosen != want || p.Dialog() != (want == "") {
				t.Errorf("chose %q, want %q; %q", chosen, want, p.Texts())
			}
		})
	}
}

func TestTheFolderIsRemembered(t *testing.T) {
	root := folder(t)
	p, _ := asked(t, root)
	p.Press("Down", "Down", "Enter")
	p.Window().OpenFile(data.Msg("open-company"), []string{".csv"}, func(string) {})
	if p.Rows() != 2 || p.Cell(1, "file-name") != "customers.csv" {
		t.Errorf("it starts with %q", p.Texts())
	}
}
