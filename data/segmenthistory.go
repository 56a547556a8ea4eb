package data

import (
	"encoding/json"
	"fmt"
	"strings"
)

// NoteInsertion notes in the history that an action added a line (SG-49).
func NoteInsertion(tx *Tx, action int, line *SegmentLine) error {
	return SegmentHistories.Insert(tx, &SegmentHistory{SegmentNo: line.SegmentNo, ActionNo: action, LineNo: line.LineNo, LastLineNo: line.LineNo, ContactNo: line.ContactNo})
}

// RemoveLines removes lines of a segment by their ids, with a copy of each in the history when there is an action (SG-48).
func RemoveLines(tx *Tx, segment SegmentNo, action int, ids ...int64) error {
	list, err := json.Marshal(ids)
	if err != nil {
		return err
	}
	_, err = removeLines(tx, segment, action, "segment_no=? AND id IN (SELECT value FROM json_each(?))", []any{string(segment), string(list)})
	return err
}

// removedLine is the expression of a segment line with its own languages, if it has any, for the history.
var removedLine = "iif(EXISTS (SELECT 1 " + languagesOfLine + "), json_insert(" + imageOf("segment_line", SegmentLines.storedNames()) + `, '$.languages',
	json((SELECT json_group_array(json_object('language_code', g.language_code, 'description', g.description, 'subject', g.subject, 'attachment_no', g.attachment_no)) ` +
	languagesOfLine + "))), " + imageOf("segment_line", SegmentLines.storedNames()) + ")"

const languagesOfLine = "FROM segment_language AS g WHERE g.segment_no=segment_line.segment_no AND g.line_no=segment_line.line_no"

func removeLines(tx *Tx, segment SegmentNo, action int, condition string, args []any) (int, error) {
	if action > 0 {
		if _, err := tx.exec(`INSERT INTO segment_history (segment_no, action_no, line_no, last_line_no, contact_no, action_taken, line)
			SELECT segment_no, ?, line_no, line_no, ifnull(contact_no, ''), 1, `+removedLine+" FROM segment_line WHERE "+condition, append([]any{action}, args...)...); err != nil {
			return 0, err
		}
	}
	result, err := tx.exec("DELETE FROM segment_line WHERE "+condition, args...)
	if err != nil {
		return 0, err
	}
	removed, err := result.RowsAffected()
	if err != nil {
		return 0, err
	}
	_, err = tx.exec(`DELETE FROM segment_language WHERE segment_no=?1 AND line_no<>0
		AND line_no NOT IN (SELECT line_no FROM segment_line WHERE segment_no=?1)`, string(segment))
	return int(removed), err
}

// stillThere are the columns of a segment line that name what may be gone when the line comes back.
var stillThere = map[string]string{"contact_company_no": "contact.no", "salesperson_code": "salesperson.code",
	"interaction_template_code": "interaction_template.code", "campaign_no": "campaign.no"}

// GoBack takes back what the last action did to a segment: the lines that it added go, and those that it removed come back as they
// were, with their numbers (SG-50, S:DV-15). It does nothing to a segment without actions. A contact that is gone does not come back.
func GoBack(tx *Tx, segment SegmentNo) error {
	action, err := scalar[int](tx, "SELECT count(*) FROM segment_criteria_line WHERE segment_no=? AND type=0", string(segment))
	if err != nil || action == 0 {
		return err
	}
	if _, err := tx.exec(`DELETE FROM segment_line WHERE id IN (SELECT l.id FROM segment_history AS h
		CROSS JOIN segment_line AS l ON l.segment_no=h.segment_no AND l.line_no BETWEEN h.line_no AND h.last_line_no
		WHERE h.segment_no=? AND h.action_no=? AND h.action_taken=0)`, string(segment), action); err != nil {
		return err
	}
	if _, err := tx.exec(`DELETE FROM segment_line WHERE segment_no=?1 AND line_no IN (
		SELECT line_no FROM segment_history WHERE segment_no=?1 AND action_no=?2 AND action_taken=1)`, string(segment), action); err != nil { // a line whose contact was cleared
		return err
	}
	var names, values []string
	for _, c := range SegmentLines.stored {
		value := "h.line->>'$." + c.name + "'"
		if key := stillThere[c.name]; key != "" {
			table, _, _ := strings.Cut(key, ".")
			value = fmt.Sprintf("(SELECT %s FROM %s WHERE %[1]s=%[3]s)", key, table, value)
		}
		if c.name == "line_no" {
			value = "h.line_no" // it may have been numbered anew
		}
		names, values = append(names, c.name), append(values, value)
	}
	if _, err := tx.exec("INSERT INTO segment_line ("+strings.Join(names, ", ")+") SELECT "+strings.Join(values, ", ")+` FROM segment_history AS h
		WHERE h.segment_no=? AND h.action_no=? AND h.action_taken=1 AND (h.contact_no='' OR EXISTS (SELECT 1 FROM contact WHERE contact.no=h.contact_no))
		ORDER BY h.line_no`, string(segment), action); err != nil {
		return err
	}
	if _, err := tx.exec(`INSERT INTO segment_language (segment_no, line_no, language_code, description, subject, attachment_no)
		SELECT l.segment_no, l.line_no, g.value->>'language_code', g.value->>'description', g.value->>'subject', g.value->>'attachment_no'
		FROM segment_history AS h CROSS JOIN segment_line AS l ON l.segment_no=h.segment_no AND l.line_no=h.line_no CROSS JOIN json_each(h.line, '$.languages') AS g
		WHERE h.segment_no=? AND h.action_no=? AND h.line LIKE '%"languages":%'`, string(segment), action); err != nil {
		return err
	}
	if _, err := tx.exec("DELETE FROM segment_history WHERE segment_no=? AND action_no=?", string(segment), action); err != nil {
		return err
	}
	_, err = tx.exec(`DELETE FROM segment_criteria_line WHERE segment_no=?1
		AND line_no >= (SELECT max(line_no) FROM segment_criteria_line WHERE segment_no=?1 AND type=0)`, string(segment))
	return err
}

// ClearHistory forgets the criteria and the history of a segment (SG-56).
func ClearHistory(tx *Tx, segment SegmentNo) error {
	for _, table := range []string{"segment_criteria_line", "segment_history"} {
		if _, err := tx.exec("DELETE FROM "+table+" WHERE segment_no=?", string(segment)); err != nil {
			return err
		}
	}
	return nil
}
