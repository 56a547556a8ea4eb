package data

// The ids given to a statement as a JSON array.
const ofIDs = " IN (SELECT value FROM json_each(?1))"

// CancelInteractions marks interactions as canceled by themselves, or takes any mark from them (IN-43). Whether the mark may go
// is for the caller to find out, see [HeldCanceled].
func CancelInteractions(tx *Tx, canceled bool, ids ...int64) error {
	list, err := idList(ids)
	if err != nil {
		return err
	}
	_, err = tx.exec("UPDATE interaction SET canceled=?2, canceled_with=?3 WHERE id"+ofIDs+" AND canceled<>?2", list, canceled, how(canceled, CanceledByItself))
	return err
}

// HeldCanceled lists those of the interactions whose campaign entry or logged segment is canceled: they cannot be live again by
// themselves (IN-44).
func HeldCanceled(r Reader, ids ...int64) ([]int64, error) {
	list, err := idList(ids)
	if err != nil {
		return nil, err
	}
	return column1[int64](r, `SELECT i.id FROM interaction AS i WHERE i.id`+ofIDs+` AND (EXISTS (SELECT 1 FROM campaign_entry AS e WHERE e.id=i.campaign_entry_no AND e.canceled=1)
		OR EXISTS (SELECT 1 FROM logged_segment AS s WHERE s.id=i.logged_segment_no AND s.canceled=1)) ORDER BY i.id`, list)
}

func how(canceled bool, with CanceledWith) int {
	if canceled {
		return int(with)
	}
	return int(NotCanceled)
}

// CancelEntry cancels a campaign entry with its live interactions, or brings it back with those that were canceled with it: with
// itself, or with its logged segment if that took it along (CE-9, CE-10, S:DV-13).
func CancelEntry(tx *Tx, entry int64, canceled bool) error {
	var err error
	if canceled {
		_, err = tx.exec("UPDATE interaction SET canceled=1, canceled_with=? WHERE campaign_entry_no=? AND canceled=0", int(CanceledWithEntry), entry)
	} else {
		_, err = tx.exec(`UPDATE interaction SET canceled=0, canceled_with=0 WHERE campaign_entry_no=?1 AND canceled=1
			AND canceled_with=(SELECT iif(canceled_with=?3, ?3, ?2) FROM campaign_entry WHERE id=?1)`, entry, int(CanceledWithEntry), int(CanceledWithLoggedSegment))
	}
	if err != nil {
		return err
	}
	_, err = tx.exec("UPDATE campaign_entry SET canceled=?2, canceled_with=?3 WHERE id=?1 AND canceled<>?2", entry, canceled, how(canceled, CanceledByItself))
	return err
}

// CancelLoggedSegments cancels logged segments with their live campaign entries and all live interactions of both, or brings them back with
// what was canceled with them (SG-71, S:DV-6, S:DV-13).
func CancelLoggedSegments(tx *Tx, canceled bool, ids ...int64) error {
	list, err := idList(ids)
	if err != nil {
		return err
	}
	before := "canceled=0"
	if !canceled {
		before = "canceled=1 AND canceled_with=3"
	}
	for _, statement := range []string{
		"UPDATE interaction SET canceled=?2, canceled_with=?3 WHERE logged_segment_no" + ofIDs + " AND " + before,
		"UPDATE interaction SET canceled=?2, canceled_with=?3 WHERE campaign_entry_no IN (SELECT id FROM campaign_entry WHERE register_no" + ofIDs + ") AND " + before,
		"UPDATE campaign_entry SET canceled=?2, canceled_with=?3 WHERE register_no" + ofIDs + " AND " + before,
	} {
		if _, err := tx.exec(statement, list, canceled, how(canceled, CanceledWithLoggedSegment)); err != nil {
			return err
		}
	}
	_, err = tx.exec("UPDATE logged_segment SET canceled=?2 WHERE id"+ofIDs+" AND canceled<>?2", list, canceled)
	return err
}

// InteractionsOfEntries lists the interactions that hang on campaign entries, for what goes with them.
func InteractionsOfEntries(r Reader, entries ...int64) ([]int64, error) {
	list, err := idList(entries)
	if err != nil {
		return nil, err
	}
	return column1[int64](r, "SELECT id FROM interaction WHERE campaign_entry_no"+ofIDs+" AND campaign_entry_no<>0 ORDER BY id", list)
}

// DeleteInteractions deletes interactions with their comments (IN-51). Their attachments go by themselves when nothing names them.
func DeleteInteractions(tx *Tx, ids ...int64) error {
	list, err := idList(ids)
	if err != nil {
		return err
	}
	if _, err := tx.exec("DELETE FROM comment_line WHERE table_name=7 AND no IN (SELECT CAST(value AS TEXT) FROM json_each(?))", list); err != nil {
		return err
	}
	_, err = tx.exec("DELETE FROM interaction WHERE id"+ofIDs, list)
	return err
}

// DeleteEntries deletes canceled campaign entries with all their interactions (CE-13, CE-14, S:DV-8). It returns how many entries went.
func DeleteEntries(tx *Tx, entries ...int64) (int, error) {
	list, err := idList(entries)
	if err != nil {
		return 0, err
	}
	canceled, err := column1[int64](tx, "SELECT id FROM campaign_entry WHERE id"+ofIDs+" AND canceled=1", list)
	if err != nil || len(canceled) == 0 {
		return 0, err
	}
	interactions, err := InteractionsOfEntries(tx, canceled...)
	if err != nil {
		return 0, err
	}
	if err := DeleteInteractions(tx, interactions...); err != nil {
		return 0, err
	}
	if list, err = idList(canceled); err != nil {
		return 0, err
	}
	_, err = tx.exec("DELETE FROM campaign_entry WHERE id"+ofIDs, list)
	return len(canceled), err
}

// DeleteLoggedSegments deletes canceled logged segments; their interactions and campaign entries stay without them (SG-72). It returns how
// many went.
func DeleteLoggedSegments(tx *Tx, ids ...int64) (int, error) {
	list, err := idList(ids)
	if err != nil {
		return 0, err
	}
	canceled, err := column1[int64](tx, "SELECT id FROM logged_segment WHERE id"+ofIDs+" AND canceled=1", list)
	if err != nil {
		return 0, err
	}
	if list, err = idList(canceled); err != nil {
		return 0, err
	}
	for _, statement := range []string{
		"UPDATE interaction SET logged_segment_no=0 WHERE logged_segment_no" + ofIDs,
		"UPDATE campaign_entry SET register_no=0 WHERE register_no" + ofIDs,
		"DELETE FROM logged_segment WHERE id" + ofIDs,
	} {
		if _, err := tx.exec(statement, list); err != nil {
			return 0, err
		}
	}
	return len(canceled), nil
}

// EvaluateInteractions says of interactions how the contact took them (IN-48).
func EvaluateInteractions(tx *Tx, evaluation Evaluation, ids ...int64) error {
	list, err := idList(ids)
	if err != nil {
		return err
	}
	_, err = tx.exec("UPDATE interaction SET evaluation=?2 WHERE id"+ofIDs+" AND evaluation<>?2", list, int(evaluation))
	return err
}
