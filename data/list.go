package data

import (
	"fmt"
	"slices"
)

// List is a view of a table as a window scrolls through it: the ids of its rows in order, and the rows themselves in pages
// read when looked at. The ids beyond the first screens are read when somebody goes there, so that a million rows open as
// quickly as ten.
type List[T any] struct {
	table    *Table[T]
	reader   Reader
	view     View
	ids      []int64
	total    int
	complete bool
	pages    map[int][]T
}

const (
	pageRows  = 128  // rows read at a time
	firstKeys = 2048 // ids read when a list opens
	keptPages = 64   // pages kept before the list forgets them all
)

// Open reads the beginning of a view. A fault in a filter is a [Message] at its column.
func (t *Table[T]) Open(r Reader, v View) (*List[T], error) {
	l := &List[T]{table: t, reader: r, view: v}
	return l, l.Reload()
}

// Reload reads the list anew after its table changed.
func (l *List[T]) Reload() error {
	total, err := l.table.Count(l.reader, l.view)
	if err != nil {
		return err
	}
	l.total, l.pages = total, map[int][]T{}
	return l.readIDs(max(firstKeys, min(len(l.ids), total)))
}

func (l *List[T]) readIDs(limit int) error {
	where, args, err := l.table.where(l.view)
	if err != nil {
		return err
	}
	query := fmt.Sprintf("SELECT id FROM %s%s%s LIMIT ?", l.table.name, where, l.table.order(l.view))
	l.ids, err = column1[int64](l.reader, query, append(slices.Clip(args), limit)...)
	l.complete = len(l.ids) < limit || len(l.ids) >= l.total
	if l.complete {
		l.total = len(l.ids)
	}
	return err
}

// Len is the number of rows.
func (l *List[T]) Len() int { return l.total }

// ID returns the id of a row.
func (l *List[T]) ID(row int) (int64, error) {
	if row >= len(l.ids) && !l.complete {
		if err := l.readIDs(l.total); err != nil {
			return 0, err
		}
	}
	if row < 0 || row >= len(l.ids) {
		return 0, ErrNotFound
	}
	return l.ids[row], nil
}

// At reads a row, with its neighbours.
func (l *List[T]) At(row int) (T, error) {
	var none T
	if _, err := l.ID(row); err != nil {
		return none, err
	}
	page, ok := l.pages[row/pageRows]
	if !ok {
		first := row / pageRows * pageRows
		var err error
		if page, err = l.table.ByIDs(l.reader, l.ids[first:min(first+pageRows, len(l.ids))]); err != nil {
			return none, err
		}
		if len(l.pages) >= keptPages {
			clear(l.pages)
		}
		l.pages[row/pageRows] = page
	}
	if row%pageRows >= len(page) {
		return none, ErrNotFound // deleted since; the change notice will reload the list
	}
	return page[row%pageRows], nil
}

// IndexOf finds the row of an id, -1 if the list does not have it.
func (l *List[T]) IndexOf(id int64) int {
	if row := slices.Index(l.ids, id); row >= 0 || l.complete {
		return row
	}
	if err := l.readIDs(l.total); err != nil {
		return -1
	}
	return slices.Index(l.ids, id)
}
