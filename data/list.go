package data

import (
	"slices"
	"strconv"
	"strings"
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
	pageRows  = 128          // rows read at a time
	firstKeys = 2 * pageRows // ids read when a list opens
	keptPages = 64           // pages kept before the list forgets them all

	// From so many hits of a search on, another way to the first of them is the fastest (see searchWay).
	manyHits     = 1500
	veryManyHits = 15_000
)

// Open reads the beginning of a view. A fault in a filter is a [Message] at its column.
func (t *Table[T]) Open(r Reader, v View) (*List[T], error) {
	l := &List[T]{table: t, reader: r, view: v}
	return l, l.Reload()
}

// Reload reads the list anew after its table changed.
func (l *List[T]) Reload() error {
	l.pages = map[int][]T{}
	if len(l.ids) <= firstKeys && l.table.searchesByIndex(l.view) {
		return l.readFirstHits()
	}
	if err := l.readIDs(max(firstKeys, len(l.ids)), throughIndex); err != nil || l.complete {
		return err
	}
	var err error
	l.total, err = l.table.Count(l.reader, l.view)
	return err
}

// readFirstHits reads the beginning of a list that is searched, while somebody types.
func (l *List[T]) readFirstHits() error {
	hits, err := l.table.hits(l.reader, l.view)
	if err != nil {
		return err
	}
	way := throughIndex
	if hits > veryManyHits {
		way = rowByRow
	} else if hits > manyHits {
		ordered, err := l.table.hasOrder(l.reader, l.view)
		if err != nil {
			return err
		}
		if ordered {
			way = alongOrder
		}
	}
	if err := l.readIDs(firstKeys, way); err != nil || l.complete {
		return err
	}
	if l.total = hits; len(l.view.Fixed)+len(l.view.Filters) > 0 {
		l.total, err = l.table.Count(l.reader, l.view)
	}
	return err
}

// readIDs reads the first ids of the view, as one text: that is three times as fast as a row each.
func (l *List[T]) readIDs(limit int, way searchWay) error {
	query, args, err := l.table.idsSQL(l.view, way)
	if err != nil {
		return err
	}
	text, err := scalar[*string](l.reader, "SELECT group_concat(id) FROM ("+query+")", append(slices.Clip(args), limit)...)
	if err != nil {
		return err
	}
	l.ids = l.ids[:0]
	if text != nil {
		for id := range strings.SplitSeq(*text, ",") {
			n, err := strconv.ParseInt(id, 10, 64)
			if err != nil {
				return err
			}
			l.ids = append(l.ids, n)
		}
	}
	if l.complete = len(l.ids) < limit; l.complete {
		l.total = len(l.ids)
	}
	return nil
}

// readTo makes sure that the ids up to a row are known, and some further ones: the rest of the list in a few steps, not in one.
func (l *List[T]) readTo(row int) error {
	if row < len(l.ids) || l.complete {
		return nil
	}
	return l.readIDs(max(row+1, 16*len(l.ids)), throughIndex)
}

// Len is the number of rows.
func (l *List[T]) Len() int { return l.total }

// ID returns the id of a row.
func (l *List[T]) ID(row int) (int64, error) {
	if err := l.readTo(row); err != nil {
		return 0, err
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
		if err := l.readTo(min(first+pageRows, l.total) - 1); err != nil {
			return none, err
		}
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
	for {
		if row := slices.Index(l.ids, id); row >= 0 || l.complete {
			return row
		}
		if err := l.readTo(len(l.ids)); err != nil {
			return -1
		}
	}
}
