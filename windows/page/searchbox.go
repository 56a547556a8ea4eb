package page

import (
	"strings"

	"fyne.io/fyne/v2"

	"campaigndesk/windows/field"
	"campaigndesk/windows/theme"
)

// searchBox narrows a list while the user types (UI-28). It is hidden until F3, or until somebody types in a list that is
// not edited. The filters stay in force.
type searchBox struct {
	w      *Window
	object fyne.CanvasObject
	entry  *field.Entry
	narrow func(words string) // shows the rows with these words
	toList func()             // gives the list the keyboard
}

func newSearchBox[L any](w *Window, s *sheet[L]) *searchBox {
	b := &searchBox{w: w, narrow: s.find, toList: func() { s.grid.Focus() }}
	b.entry = field.NewText(field.Events{Before: b.before, Key: w.key, Typed: b.narrow})
	caption := words(w.session.Texts.T("search-list"), theme.Muted, textSize, false)
	b.object = rowGrowing(8, b.entry, caption, b.entry)
	b.object.Hide()
	return b
}

// open shows the box and gives it the keyboard.
func (b *searchBox) open() {
	b.object.Show()
	b.w.relayout()
	b.w.fyne.Canvas().Focus(b.entry)
}

// start opens the box with a text that was typed elsewhere.
func (b *searchBox) start(text string) {
	b.open()
	b.entry.Fill(b.entry.Text() + text)
	b.narrow(b.entry.Text())
}

// before takes the keys that lead out of the box.
func (b *searchBox) before(name fyne.KeyName, mod fyne.KeyModifier) bool {
	switch {
	case mod != 0:
		return false
	case name == fyne.KeyDown, name == fyne.KeyReturn, name == fyne.KeyEnter:
		b.toList()
	case name == fyne.KeyEscape:
		b.close()
	default:
		return false
	}
	return true
}

// close shows all rows again and hides the box.
func (b *searchBox) close() {
	b.entry.SetText("")
	b.narrow("")
	b.object.Hide()
	b.w.relayout()
	b.toList()
}

// startSearch searches the window's list for a text typed in it; a window without a search box has no use for it.
func (w *Window) startSearch(text string) {
	if w.content != nil && w.content.search != nil {
		w.content.search(text)
	}
}

// relayout lays the page out anew after a part of it was shown or hidden.
func (w *Window) relayout() {
	if w.content != nil {
		w.content.object.Refresh()
	}
}

// find shows the rows that contain the words, from the first one on.
func (s *sheet[L]) find(text string) {
	if s.search == text {
		return
	}
	s.search = text
	var err error
	if s.table != nil {
		err = s.reopen()
	} else {
		err = s.findCalculated()
	}
	if err != nil {
		s.w.Fail(err)
	}
	s.grid.SetCursor(0, "")
	s.grid.Refresh()
	s.tellChanged()
}

// findCalculated narrows rows that no table can search.
func (s *sheet[L]) findCalculated() error {
	all := s.rows
	if f, ok := all.(*found[L]); ok {
		all = f.rows
	}
	if strings.TrimSpace(s.search) == "" {
		s.rows = all
		return all.Reload()
	}
	f := &found[L]{rows: all, matches: s.contains}
	s.rows = f
	return f.Reload()
}

// contains is whether every word searched for stands somewhere in the record's fields.
func (s *sheet[L]) contains(r *L) bool {
	var all strings.Builder
	for i := range s.fields {
		all.WriteString(strings.ToLower(s.fields[i].text(s.w.session, r)))
		all.WriteByte('\n')
	}
	for word := range strings.FieldsSeq(strings.ToLower(s.search)) {
		if !strings.Contains(all.String(), word) {
			return false
		}
	}
	return true
}

// found is those of other rows that match.
type found[L any] struct {
	rows[L]
	matches func(*L) bool
	at      []int // places in rows
}

func (f *found[L]) Len() int { return len(f.at) }

func (f *found[L]) At(row int) (L, error) {
	if row < 0 || row >= len(f.at) {
		return f.rows.At(-1)
	}
	return f.rows.At(f.at[row])
}

func (f *found[L]) Reload() error {
	f.at = nil
	if err := f.rows.Reload(); err != nil {
		return err
	}
	for i := range f.rows.Len() {
		r, err := f.rows.At(i)
		if err != nil {
			return err
		}
		if f.matches(&r) {
			f.at = append(f.at, i)
		}
	}
	return nil
}
