package data

import (
	"fmt"
	"strings"
)

// HeaderToLines gives all lines of a segment the header's values in the named columns, which both tables have (SG-10…15).
func HeaderToLines(tx *Tx, segment SegmentNo, columns []string) error {
	sets, differs := make([]string, len(columns)), make([]string, len(columns))
	for i, name := range columns {
		c := SegmentLines.column(name).name
		sets[i], differs[i] = fmt.Sprintf("%s=h.%[1]s", c), fmt.Sprintf("segment_line.%s IS NOT h.%[1]s", c)
	}
	_, err := tx.exec(fmt.Sprintf("UPDATE segment_line SET %s FROM segment_header AS h WHERE h.no=? AND segment_line.segment_no=h.no AND (%s)",
		strings.Join(sets, ", "), strings.Join(differs, " OR ")), string(segment))
	return err
}

// RenameSegment brings a segment's new number to the interactions logged from it; its lines follow by themselves.
func RenameSegment(tx *Tx, from, to SegmentNo) error {
	for _, statement := range []string{
		"UPDATE interaction SET segment_no=? WHERE segment_no=?",
		"UPDATE campaign_entry SET segment_no=? WHERE segment_no=?",
	} {
		if _, err := tx.exec(statement, string(to), string(from)); err != nil {
			return err
		}
	}
	return nil
}

// ClearSegment deletes all that belongs to a segment: criteria, history, languages and lines (SG-75).
func ClearSegment(tx *Tx, segment SegmentNo) error {
	for _, table := range []string{"segment_criteria_line", "segment_history", "segment_language", "segment_line"} {
		if _, err := tx.exec("DELETE FROM "+table+" WHERE segment_no=?", string(segment)); err != nil {
			return err
		}
	}
	return nil
}
