package grid

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
)

// wide is fifteen columns, as many as a business list has, in a window that shows 42 rows.
func wide(editable bool) []Column {
	var columns []Column
	for i := range 15 {
		columns = append(columns, Column{ID: fmt.Sprint("c", i), Caption: fmt.Sprint("Column ", i), Width: 110, Editable: editable})
	}
	return columns
}

func bench(b *testing.B, src Source) *user {
	u := sit(b, wide(true), src)
	u.size(1700, 42)
	return u
}

// endless is an editable list of any length.
type endless struct {
	list
	sheet
}

func (e *endless) Len() int                         { return e.list.n }
func (e *endless) Cell(row int, column string) Cell { return e.list.Cell(row, column) }
func (e *endless) Begin(int, string) (string, bool) { return "before", true }
func (e *endless) Commit(int, string, string) error { return nil }
func (e *endless) LeaveRow(int) error               { return nil }

func BenchmarkOpenMillionRows(b *testing.B) {
	u := bench(b, &list{n: 1})
	b.ResetTimer()
	for b.Loop() {
		g := New(u.window.Canvas(), wide(false), &list{n: 1_000_000})
		g.Resize(fyne.NewSize(1700, HeaderHeight+42*RowHeight))
	}
}

func BenchmarkDown(b *testing.B) {
	u := bench(b, &list{n: 1_000_000})
	b.ResetTimer()
	for i := 0; b.Loop(); i++ {
		if i%40 == 39 {
			u.row = u.first // stay inside the view
		}
		u.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
}

func BenchmarkDownScrolling(b *testing.B) {
	u := bench(b, &list{n: 1_000_000})
	u.SetCursor(100, "c0")
	b.ResetTimer()
	for b.Loop() {
		u.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
}

func BenchmarkPageDown(b *testing.B) {
	u := bench(b, &list{n: 1_000_000})
	b.ResetTimer()
	for b.Loop() {
		u.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	}
}

func BenchmarkJump(b *testing.B) {
	u := bench(b, &list{n: 1_000_000})
	b.ResetTimer()
	for i := 0; b.Loop(); i++ {
		u.SetCursor((i*7919)%1_000_000, "c3")
	}
}

func BenchmarkFirstCharacter(b *testing.B) {
	u := bench(b, &endless{list: list{n: 1000}})
	b.ResetTimer()
	for b.Loop() {
		u.Grid.TypedRune('a')
		b.StopTimer()
		u.CancelEdit()
		b.StartTimer()
	}
}

func BenchmarkFurtherCharacter(b *testing.B) {
	u := bench(b, &endless{list: list{n: 1000}})
	u.Grid.TypedRune('a')
	b.ResetTimer()
	for i := 0; b.Loop(); i++ {
		if i%8 == 7 {
			u.SetEditorText("a")
		}
		u.edit.entry.TypedRune('b')
	}
}

func BenchmarkTypeAndCommit(b *testing.B) {
	u := bench(b, &endless{list: list{n: 1_000_000}})
	b.ResetTimer()
	for b.Loop() {
		u.Grid.TypedRune('1')
		for _, r := range "2,50" {
			u.edit.entry.TypedRune(r)
		}
		u.edit.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
}

func BenchmarkSideways(b *testing.B) {
	u := bench(b, &list{n: 1000})
	u.size(800, 42)
	b.ResetTimer()
	for i := 0; b.Loop(); i++ {
		u.scrollSideways(float32(i % 300))
	}
}
