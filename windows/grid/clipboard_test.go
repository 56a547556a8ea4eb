package grid

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"
)

func TestCopy(t *testing.T) {
	for _, c := range []struct {
		name string
		list bool
		keys []string
		want string
	}{
		{"a cell of a worksheet", false, []string{"Down", "Tab"}, "10"},
		{"rows of a worksheet", false, []string{"Shift+Down"},
			"Item No.\tDescription\tUnit Price\tLine Disc.\nI0\tText 0\t0\tfalse\nI1\tText 1\t10\tfalse\n"},
		{"a row of a list", true, []string{"Down"}, "item 1\ttext 1\tprice 1\tdisc 1\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var src Source = prices(3)
			if c.list {
				src = &list{n: 3}
			}
			u := sit(t, priceColumns(), src)
			u.press(c.keys...).press("Ctrl+C")
			if diff := cmp.Diff(c.want, fyne.CurrentApp().Clipboard().Content()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestPaste(t *testing.T) {
	s := prices(2)
	u := sit(t, priceColumns(), s)
	u.SetColumnStates([]ColumnState{{ID: "price"}, {ID: "text", Hidden: true}, {ID: "item"}, {ID: "disc"}})
	u.SetCursor(1, "price")
	fyne.CurrentApp().Clipboard().SetContent("5\tA\r\n6\tB\ttrue\r\n")
	u.press("Ctrl+V")
	want := [][]string{{"I0", "Text 0", "0", "false"}, {"A", "Text 1", "5", "false"}, {"B", "", "6", "true"}}
	if diff := cmp.Diff(want, s.rows); diff != "" {
		t.Error(diff)
	}
	u.wantCursor(1, "price")
}

func TestPasteRefused(t *testing.T) {
	s := prices(2)
	s.refuse = func(string, string) error { return errRefused }
	u := sit(t, priceColumns(), s)
	var refused error
	u.OnRefused = func(_ int, _ string, err error) { refused = err }
	fyne.CurrentApp().Clipboard().SetContent("x")
	if u.press("Ctrl+V"); refused != errRefused {
		t.Error("the refusal was not shown")
	}
}

func TestPasteIntoTheEditorIsText(t *testing.T) {
	s := prices(2)
	u := sit(t, priceColumns(), s)
	fyne.CurrentApp().Clipboard().SetContent("clip")
	u.press("F2", "Ctrl+V", "Return")
	if s.rows[0][0] != "I0clip" {
		t.Errorf("stored %q", s.rows[0][0])
	}
}

func TestParseBlock(t *testing.T) {
	for text, want := range map[string][][]string{
		"":               nil,
		"\n":             nil,
		"a":              {{"a"}},
		"a\tb\nc":        {{"a", "b"}, {"c"}},
		"a\r\n\r\nb\r\n": {{"a"}, {""}, {"b"}},
		"\ta":            {{"", "a"}},
	} {
		if diff := cmp.Diff(want, parseBlock(text)); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}
