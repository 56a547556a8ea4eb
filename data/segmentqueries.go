package data

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
