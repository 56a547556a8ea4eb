package report

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"campaigndesk/app/locale"
	"campaigndesk/app/text"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// plainReport is a report in English of sections that are there already.
func plainReport(form Form, sections ...Section) Report {
	region, _ := locale.Find("en-GB")
	return Report{Title: "Test Report", Company: "Nordic Office AB", Author: "JO", Day: "2026-03-02", Filters: []string{"City: Umeå"}, Form: form,
		Total: len(sections), Sections: given(sections), texts: text.For("en", region)}
}

func given(sections []Section) iter.Seq2[Section, error] {
	return func(yield func(Section, error) bool) {
		for _, s := range sections {
			if !yield(s, nil) {
				return
			}
		}
	}
}

func pagesOf(t rapid.TB, r Report) (pages []Page) {
	t.Helper()
	for page, err := range r.Pages() {
		if err != nil {
			t.Fatalf("%v", err)
		}
		pages = append(pages, page)
	}
	return pages
}

func textsOf(p Page) (texts []string) {
	for _, text := range p.Texts {
		texts = append(texts, text.Text)
	}
	return texts
}

// count is how often a text stands on a page.
func count(p Page, text string) int {
	return len(slices.DeleteFunc(textsOf(p), func(t string) bool { return t != text }))
}

func listed(rows int) Report {
	s := Section{Title: "CP0001 · Autumn", Fields: []any{data.Date("2026-03-02"), data.Int(1234), true}}
	group := Group{Caption: "Entries"}
	for i := range rows {
		group.Rows = append(group.Rows, Row{Cells: []any{fmt.Sprint("Entry ", i+1), data.Int(10), 2}, Canceled: i == 0})
	}
	s.Groups = []Group{{Caption: "Nothing"}, group}
	r := plainReport(listing{}, s)
	r.Fields = []Column{{Caption: "Starting Date"}, {Caption: "Cost", Places: 2}, {Caption: "Activated"}}
	r.Columns = []Column{{Caption: "Description", Width: 3}, {Caption: "Cost", Width: 1, Places: 2, Sum: true}, {Caption: "Lines", Width: 1, Sum: true}}
	return r
}

func TestAListGoesOnWithItsCaptions(t *testing.T) {
	pages := pagesOf(t, listed(130))
	if len(pages) != 3 {
		t.Fatalf("%d pages", len(pages))
	}
	for i, page := range pages {
		if count(page, "Test Report") != 1 || count(page, "Nordic Office AB") != 1 || count(page, "02/03/2026 · JO") != 1 || count(page, "Description") != 1 || count(page, "Entries") != 1 {
			t.Errorf("page %d lacks its head: %q", i+1, textsOf(page))
		}
		if got, first := count(page, "City: Umeå"), i == 0; (got == 1) != first {
			t.Errorf("page %d has the filters %d times", i+1, got)
		}
		if count(page, "Nothing") > 0 {
			t.Errorf("page %d has a group of no rows", i+1)
		}
	}
	for _, want := range []string{"CP0001 · Autumn", "Starting Date", "02/03/2026", "1,234.00", "Activated", "Yes"} {
		if count(pages[0], want) != 1 {
			t.Errorf("no %q on the first page", want)
		}
	}
}

func TestCanceledRowsAreGreyAndNotAddedUp(t *testing.T) {
	page := pagesOf(t, listed(3))[0]
	if count(page, "20.00") != 1 || count(page, "4") != 1 {
		t.Errorf("no total of two rows: %q", textsOf(page))
	}
	for _, text := range page.Texts {
		if grey := text.Text == "Entry 1"; strings.HasPrefix(text.Text, "Entry ") && text.Muted != grey {
			t.Errorf("%q is grey: %v", text.Text, text.Muted)
		}
	}
}

func contactSections(n int, under func(i int) string) (sections []Section) {
	for i := range n {
		sections = append(sections, Section{Under: under(i), Title: fmt.Sprint("Contact ", i+1), Address: []string{fmt.Sprint("Street ", i+1)}})
	}
	return sections
}

func TestSectionsOnPages(t *testing.T) {
	same := func(int) string { return "" }
	for _, test := range []struct {
		name  string
		form  Form
		n     int
		under func(int) string
		want  []int // sections on each page
	}{
		{"four to a page (RP-2)", quarters{}, 9, same, []int{4, 4, 1}},
		{"another segment begins a page", quarters{}, 6, func(i int) string { return fmt.Sprint("Segment ", i/5) }, []int{4, 1, 1}},
		{"a cover sheet each (RP-6)", covers{}, 3, same, []int{1, 1, 1}},
		{"L7160 has 3 × 7 labels", labels{sheet("Avery L7160"), 0}, 22, same, []int{21, 1}},
		{"L7163 has 2 × 7", labels{sheet("Avery L7163"), 0}, 15, same, []int{14, 1}},
		{"L7173 has 2 × 5", labels{sheet("Avery L7173"), 0}, 11, same, []int{10, 1}},
		{"of 36 × 70 there are eight rows (RP-4)", labels{sheet("36 × 70"), 0}, 24, same, []int{24}},
		{"a sheet that is begun", labels{sheet("Avery L7173"), 9}, 3, same, []int{1, 2}},
		{"a used-up sheet is a new one", labels{sheet("Avery L7173"), 10}, 3, same, []int{3}},
		{"calls", calls{boxes: []string{"Response"}}, 12, same, []int{8, 4}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []int
			for _, page := range pagesOf(t, plainReport(test.form, contactSections(test.n, test.under)...)) {
				n := 0
				for _, text := range textsOf(page) {
					if strings.HasPrefix(text, "Street ") || strings.HasPrefix(text, "Contact ") && test.name == "calls" {
						n++
					}
				}
				got = append(got, n)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func sheet(name string) LabelSheet {
	return LabelSheets[slices.IndexFunc(LabelSheets, func(l LabelSheet) bool { return l.Name == name })]
}

func TestLabelsLieOnThePaper(t *testing.T) {
	for _, l := range LabelSheets {
		t.Run(l.Name, func(t *testing.T) {
			right, bottom := l.Left+float64(l.Across-1)*l.Pitch+l.Width, l.Top+float64(l.Down)*l.Height
			if right > PageWidth || bottom > PageHeight || l.Pitch < l.Width {
				t.Errorf("ends at %.2f × %.2f", right, bottom)
			}
			if left, top := PageWidth-right, PageHeight-bottom; left-l.Left > 0.5 || l.Left-left > 0.5 || top-l.Top > 1 || l.Top-top > 1 {
				t.Errorf("not in the middle: margins %.2f and %.2f, %.2f and %.2f", l.Left, left, l.Top, top)
			}
		})
	}
}

func TestAReportOfNothingSaysSo(t *testing.T) {
	pages := pagesOf(t, plainReport(quarters{}))
	if len(pages) != 1 || count(pages[0], "There is nothing to print with these filters.") != 1 {
		t.Errorf("%d pages: %q", len(pages), textsOf(pages[0]))
	}
}

func TestAFaultEndsTheReport(t *testing.T) {
	fault := errors.New("disk")
	r := plainReport(quarters{})
	r.Sections = func(yield func(Section, error) bool) { yield(Section{}, fault) }
	for _, err := range r.Pages() {
		if err != fault {
			t.Errorf("got %v", err)
		}
	}
}

func TestThreePagesMayBeLookedAtAndNoMore(t *testing.T) {
	read := 0
	r := plainReport(covers{})
	r.Sections = func(yield func(Section, error) bool) {
		for yield(Section{Address: []string{"Street"}}, nil) {
			read++
		}
	}
	n := 0
	for range r.Pages() {
		if n++; n == 3 {
			break
		}
	}
	if read > 3 {
		t.Errorf("%d sections read for 3 pages", read)
	}
}

// Whatever texts a report has, nothing is drawn outside the paper, nor beyond the margins of the other texts on labels.
func TestPropertyNothingIsDrawnOutsideThePaper(t *testing.T) {
	measure := newRuler()
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.OneOf(rapid.StringN(0, 60, -1), rapid.SampledFrom([]string{"", "Å", strings.Repeat("W", 200), strings.Repeat("word ", 60), "Ünïcödé €"}))
		words := rapid.SliceOfN(word, 3, 8)
		form := rapid.SampledFrom([]Form{listing{}, quarters{}, covers{CoverSheet{Sender: []string{strings.Repeat("x", 99)}, Text: []string{strings.Repeat("y ", 99)}, Remarks: []string{strings.Repeat("z", 200)}}},
			calls{boxes: []string{"Response", "No answer", "Call back"}}, labels{LabelSheets[0], 0}, labels{sheet("36 × 105"), 5}}).Draw(t, "form")
		var sections []Section
		for range rapid.IntRange(0, 6).Draw(t, "sections") {
			w := words.Draw(t, "words")
			row := Row{Cells: []any{w[0], data.MaxAmount, w[2]}}
			sections = append(sections, Section{Under: w[1], Title: w[2], Address: w, Fields: []any{w[0], w[1], data.MaxAmount}, Groups: []Group{{Caption: w[0], Rows: slices.Repeat([]Row{row}, rapid.IntRange(0, 40).Draw(t, "rows"))}}})
		}
		r := plainReport(form, sections...)
		r.Fields = []Column{{Caption: word.Draw(t, "caption")}, {Caption: "B"}, {Caption: "C", Places: 5}}
		r.Columns = []Column{{Caption: word.Draw(t, "caption"), Width: 1}, {Caption: "Cost", Width: 2, Places: 5, Sum: true}, {Caption: "C", Width: 3}}
		for _, page := range pagesOf(t, r) {
			for _, text := range page.Texts {
				if right := text.X + measure.width(text.Text, text.Points, text.Bold); text.X < 0 || right > PageWidth-2 || text.Y < 2 || text.Y > PageHeight-3 {
					t.Fatalf("%q at %.1f…%.1f, %.1f", text.Text, text.X, right, text.Y)
				}
			}
			for _, line := range page.Lines {
				if line.Y1 > PageHeight-margin || line.X2 > PageWidth {
					t.Fatalf("line %v", line)
				}
			}
		}
	})
}

func TestCancelEndsTheReport(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	r := plainReport(covers{}, contactSections(5, func(int) string { return "" })...)
	_, err := r.pdf(ctx, func(done, total int) {
		if done > 1 || total != 5 {
			t.Errorf("%d of %d after Cancel", done, total)
		}
		cancel()
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
