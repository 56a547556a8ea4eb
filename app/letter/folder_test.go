package letter

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestSafeName(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"a plain name", "CT000001 Åsa Öberg", "CT000001 Åsa Öberg"},
		{"a way out of the folder", "../../etc/passwd", "_.._etc_passwd"},
		{"a way out in Windows", `..\..\x`, `_.._x`},
		{"signs that Windows forbids", `a<b>c:d"e|f?g*h`, "a_b_c_d_e_f_g_h"},
		{"control characters", "a\r\nb\x00\x7F", "a__b__"},
		{"a point at the end", "Berg & Co. ", "Berg & Co"},
		{"nothing", "", "_"},
		{"only points", "...", "_"},
		{"a device", "con", "_con"},
		{"a device with an ending", "LPT1.old", "_LPT1.old"},
		{"a device with a raised number", "com¹", "_com¹"},
		{"no device", "Consul", "Consul"},
		{"a name too long", strings.Repeat("å", 300), strings.Repeat("å", maxFileName)},
		{"bytes that are no text", "a\xFFb", "a_b"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := safeName(test.text); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// Whatever a contact is called, its file lies in the folder.
func TestPropertyFilesLieInTheFolder(t *testing.T) {
	root := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		dir, err := os.MkdirTemp(root, "")
		if err != nil {
			rt.Fatal(err)
		}
		f := folder{path: dir}
		names := rapid.SliceOfN(rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"../x", "/", "a", "A", "NUL", "a (2)"})), 1, 6).Draw(rt, "names")
		for _, name := range names {
			if err := f.create(name, ".eml", func(io.Writer) error { return nil }); err != nil {
				rt.Fatal(err)
			}
		}
		found, err := filepath.Glob(filepath.Join(dir, "*"))
		if err != nil || len(found) != len(names) {
			rt.Fatalf("%d files of %d names: %v", len(found), len(names), err)
		}
		if outside, _ := os.ReadDir(root); len(outside) != 1 {
			rt.Fatal("a file outside the folder")
		}
		os.RemoveAll(dir)
	})
}

func TestFilesThatAreThereAreNotTouched(t *testing.T) {
	dir := t.TempDir()
	theirs := filepath.Join(dir, "Anna.docx")
	if err := os.WriteFile(theirs, []byte("theirs"), 0o600); err != nil {
		t.Fatal(err)
	}
	f := folder{path: dir}
	for _, content := range []string{"first", "second"} {
		err := f.create("Anna", ".docx", func(w io.Writer) error {
			_, err := io.WriteString(w, content)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	want := map[string]string{"Anna.docx": "theirs", "Anna (2).docx": "first", "Anna (3).docx": "second"}
	if diff := cmp.Diff(want, contents(t, dir)); diff != "" {
		t.Error(diff)
	}
	f.takeBack()
	if diff := cmp.Diff(map[string]string{"Anna.docx": "theirs"}, contents(t, dir)); diff != "" {
		t.Error(diff)
	}
}

// contents is the files of a folder by name.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, file := range files {
		content, err := os.ReadFile(filepath.Join(dir, file.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all[file.Name()] = string(content)
	}
	return all
}
