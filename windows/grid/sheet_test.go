package grid

import (
	"errors"
	"fmt"
	"slices"
)

// sheet is a worksheet over plain slices: the model that the grid is compared with.
type sheet struct {
	columns []string
	rows    [][]string
	stored  []bool // by row: LeaveRow has been called since the row was new
	locked  func(row int, column string) bool
	refuse  func(column, text string) error
	stay    error // LeaveRow's answer
	closed  bool  // CanAdd's opposite
	asked   int   // calls of Cell
	log     []string
}

var errRefused = errors.New("refused")

// prices is a sheet of n rows in the columns of the tests.
func prices(n int) *sheet {
	s := &sheet{columns: []string{"item", "text", "price", "disc"}}
	for i := range n {
		s.rows = append(s.rows, []string{fmt.Sprint("I", i), fmt.Sprint("Text ", i), fmt.Sprint(i * 10), "false"})
		s.stored = append(s.stored, true)
	}
	return s
}

// priceColumns has a column that is not editable, a number and a box.
func priceColumns() []Column {
	return []Column{
		{ID: "item", Caption: "Item No.", Width: 100, Editable: true},
		{ID: "text", Caption: "Description", Width: 180},
		{ID: "price", Caption: "Unit Price", Width: 90, Align: Right, Editable: true, Help: "The price of one unit"},
		{ID: "disc", Caption: "Line Disc.", Width: 80, Check: true, Editable: true},
	}
}

func (s *sheet) at(column string) int { return slices.Index(s.columns, column) }

func (s *sheet) Len() int { return len(s.rows) }

func (s *sheet) Cell(row int, column string) Cell {
	s.asked++
	text := s.rows[row][s.at(column)]
	return Cell{
		Text: text, Checked: text == Checked, Locked: s.locked != nil && s.locked(row, column),
	}
}

func (s *sheet) Begin(row int, column string) (string, bool) { return s.rows[row][s.at(column)], true }

func (s *sheet) Commit(row int, column, text string) error {
	if s.refuse != nil {
		if err := s.refuse(column, text); err != nil {
			return err
		}
	}
	s.rows[row][s.at(column)] = text
	return nil
}

func (s *sheet) LeaveRow(row int) error {
	if s.stay != nil {
		return s.stay
	}
	s.stored[row] = true
	s.log = append(s.log, fmt.Sprint("leave ", row))
	return nil
}

func (s *sheet) NewRow(after int) int {
	s.rows = slices.Insert(s.rows, after+1, make([]string, len(s.columns)))
	s.stored = slices.Insert(s.stored, after+1, false)
	return after + 1
}

func (s *sheet) CanAdd() bool { return !s.closed }

func (s *sheet) CopyAbove(row int, column string) error {
	s.rows[row][s.at(column)] = s.rows[row-1][s.at(column)]
	return nil
}

func (s *sheet) Clear(row int, column string) error {
	s.rows[row][s.at(column)] = ""
	return nil
}

func (s *sheet) Paste(row int, columns []string, block [][]string) error {
	for i, texts := range block {
		if row+i >= len(s.rows) {
			s.NewRow(len(s.rows) - 1)
		}
		for k, text := range texts[:min(len(texts), len(columns))] {
			if err := s.Commit(row+i, columns[k], text); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *sheet) Escape(row int) bool {
	if s.stored[row] {
		return false
	}
	s.rows = slices.Delete(s.rows, row, row+1)
	s.stored = slices.Delete(s.stored, row, row+1)
	return true
}

// list shows a sheet as a source that cannot be edited, of any length.
type list struct {
	n     int
	asked int
}

func (l *list) Len() int { return l.n }

func (l *list) Cell(row int, column string) Cell {
	l.asked++
	return Cell{Text: fmt.Sprint(column, " ", row)}
}
