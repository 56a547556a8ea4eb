package data

import (
	"database/sql"
	"fmt"
)

// NoteDeletions notes in the history that an action takes the contacts from lines, which stay, with a copy of each (SG-48).
func NoteDeletions(tx *Tx, action int, ids ...int64) error {
	list, err := idList(ids)
	if err != nil {
		return err
	}
	_, err = tx.exec(fmt.Sprintf(`INSERT INTO segment_history (segment_no, action_no, line_no, last_line_no, contact_no, action_taken, line)
		SELECT segment_no, ?2, line_no, line_no, ifnull(contact_no, ''), 1, %s FROM segment_line WHERE id`+ofIDs, imageOf("segment_line", SegmentLines.storedNames())), list, action)
	return err
}

// lineNumbers are the numbers of a segment's lines, those included that Go Back may bring back.
const lineNumbers = `(SELECT line_no FROM segment_line WHERE segment_no=?1 UNION SELECT line_no FROM segment_history WHERE segment_no=?1
	UNION SELECT last_line_no FROM segment_history WHERE segment_no=?1)`

// SegmentLineNo returns the number for a new line of a segment after the line numbered above, 0 for the first place: half-way to
// the next number that a line has or had, or one step on at the end (SG 2.2). Where there is no room left, lines and history are
// numbered anew in their order.
func SegmentLineNo(tx *Tx, segment SegmentNo, above int) (int, error) {
	for {
		below, err := scalar[*int](tx, "SELECT min(line_no) FROM "+lineNumbers+" WHERE line_no > ?2", string(segment), above)
		switch {
		case err != nil:
			return 0, err
		case below == nil:
			return above + lineStep, nil
		case *below-above > 1:
			return above + (*below-above)/2, nil
		}
		place, err := scalar[int](tx, "SELECT count(*) FROM "+lineNumbers+" WHERE line_no <= ?2", string(segment), above)
		if err != nil {
			return 0, err
		}
		if err := renumberSegment(tx, segment); err != nil {
			return 0, err
		}
		above = place * lineStep
	}
}

// renumberSegment goes through negative numbers, because no two lines may ever have the same.
func renumberSegment(tx *Tx, segment SegmentNo) error {
	if _, err := tx.exec("CREATE TEMP TABLE IF NOT EXISTS new_line_no (was INTEGER PRIMARY KEY, becomes INTEGER)"); err != nil {
		return err
	}
	if _, err := tx.exec(fmt.Sprintf("INSERT INTO new_line_no SELECT line_no, -%d*row_number() OVER (ORDER BY line_no) FROM ", lineStep)+lineNumbers, string(segment)); err != nil {
		return err
	}
	for _, number := range []struct{ table, column string }{{"segment_line", "line_no"}, {"segment_history", "line_no"}, {"segment_history", "last_line_no"},
		{"segment_language", "line_no"}} {
		if _, err := tx.exec(fmt.Sprintf("UPDATE %s SET %s=n.becomes FROM new_line_no AS n WHERE segment_no=? AND %[2]s=n.was", number.table, number.column), string(segment)); err != nil {
			return err
		}
		if _, err := tx.exec(fmt.Sprintf("UPDATE %s SET %s=-%[2]s WHERE segment_no=? AND %[2]s<0", number.table, number.column), string(segment)); err != nil {
			return err
		}
	}
	_, err := tx.exec("DELETE FROM new_line_no")
	return err
}

// ApplyMailingGroup gives the contacts of a segment a mailing group, and takes it before from every contact that has it when the
// old assignments are to go (SG-57). Contacts that change are stamped with the day and the time (CO-16). It returns how many got it.
func ApplyMailingGroup(tx *Tx, segment SegmentNo, group MailingGroupCode, dropOld bool, day Date, time string) (int, error) {
	const onLines = "SELECT contact_no FROM segment_line WHERE segment_no=?1 AND contact_no IS NOT NULL"
	const having = "SELECT contact_no FROM contact_mailing_group WHERE mailing_group_code=?2"
	const stamp = "UPDATE contact SET last_date_modified=?3, last_time_modified=?4 WHERE no IN ("
	if dropOld {
		if _, err := tx.exec(stamp+having+" AND contact_no NOT IN ("+onLines+"))", string(segment), string(group), string(day), time); err != nil {
			return 0, err
		}
		if _, err := tx.exec("DELETE FROM contact_mailing_group WHERE mailing_group_code=?2 AND contact_no NOT IN ("+onLines+")", string(segment), string(group)); err != nil {
			return 0, err
		}
	}
	if _, err := tx.exec(stamp+onLines+") AND no NOT IN ("+having+")", string(segment), string(group), string(day), time); err != nil {
		return 0, err
	}
	result, err := tx.exec("INSERT INTO contact_mailing_group (contact_no, mailing_group_code) SELECT DISTINCT contact_no, ?2 FROM segment_line "+
		"WHERE segment_no=?1 AND contact_no IS NOT NULL AND contact_no NOT IN ("+having+")", string(segment), string(group))
	if err != nil {
		return 0, err
	}
	n, err := result.RowsAffected()
	return int(n), err
}

// CountLosingGroup counts the contacts that have a mailing group and are not on a segment (S:DV-14).
func CountLosingGroup(r Reader, segment SegmentNo, group MailingGroupCode) (int, error) {
	return scalar[int](r, `SELECT count(*) FROM contact_mailing_group WHERE mailing_group_code=? AND contact_no NOT IN (
		SELECT contact_no FROM segment_line WHERE segment_no=? AND contact_no IS NOT NULL)`, string(group), string(segment))
}

// InteractionsOfLogged lists the interactions that hang on logged segments, by themselves or by their campaign entry (S:DV-6).
func InteractionsOfLogged(r Reader, ids ...int64) ([]int64, error) {
	list, err := idList(ids)
	if err != nil {
		return nil, err
	}
	return column1[int64](r, "SELECT id FROM interaction WHERE logged_segment_no"+ofIDs+
		" UNION SELECT id FROM interaction WHERE campaign_entry_no IN (SELECT id FROM campaign_entry WHERE register_no"+ofIDs+") ORDER BY 1", list)
}

// LinesToLog is what the lines of a segment are, for the question before it is logged (SG-61, SG-65, S:DV-1, S:DV-16).
type LinesToLog struct {
	WithContact, WithoutContact int
	ToDeliver                   int // with a correspondence type
	NoEmail                     int // to go by e-mail, without an address
	NoDocument                  int // with a correspondence type, without a document
}

// CountLinesToLog counts the lines of a segment by what becomes of them.
func CountLinesToLog(r Reader, segment SegmentNo) (LinesToLog, error) {
	var n LinesToLog
	document := "(EXISTS (SELECT 1 " + ownLanguage + ") OR EXISTS (SELECT 1 " + inheritedLanguage + "))"
	err := each(r, `SELECT count(contact_no), count(*)-count(contact_no), ifnull(sum(contact_no IS NOT NULL AND correspondence_type<>0), 0),
		ifnull(sum(contact_no IS NOT NULL AND correspondence_type<>0 AND NOT `+document+`), 0) FROM segment_line WHERE segment_no=?`,
		[]any{string(segment)}, func(rows *sql.Rows) error {
			return rows.Scan(&n.WithContact, &n.WithoutContact, &n.ToDeliver, &n.NoDocument)
		})
	if err != nil {
		return n, err
	}
	n.NoEmail, err = scalar[int](r, "SELECT count(*) FROM segment_line AS l JOIN contact AS c ON c.no=l.contact_no WHERE l.segment_no=? AND "+noEmail, string(segment))
	return n, err
}

// WasOnSegment is what the history of a segment says last about a contact: by which action it came or went. The action is 0 when the
// history knows nothing of it.
func WasOnSegment(r Reader, segment SegmentNo, contact ContactNo) (action int, taken ActionTaken, err error) {
	err = each(r, `SELECT action_no, action_taken FROM segment_history WHERE segment_no=?1 AND contact_no=?2
		UNION ALL SELECT h.action_no, h.action_taken FROM segment_line AS l CROSS JOIN segment_history AS h ON h.segment_no=l.segment_no AND l.line_no BETWEEN h.line_no AND h.last_line_no
			WHERE l.contact_no=?2 AND l.segment_no=?1 AND h.action_taken=0
		ORDER BY 1 DESC, 2 LIMIT 1`,
		[]any{string(segment), string(contact)}, func(rows *sql.Rows) error { return rows.Scan(&action, &taken) })
	return action, taken, err
}

// CheckSectionFilter returns the fault in a filter on a column of a section, as [Table.CheckFilter] does.
func CheckSectionFilter(section Section, columnName, expr string, v View) error {
	table := Contacts.shape
	for _, rows := range relatedRows {
		if rows.section == section {
			table = rows.table
		}
	}
	_, err := table.compile(columnName, expr, v)
	return err
}

// ToDeliver holds for interactions whose document is to be printed or mailed (S:DV-1).
func ToDeliver() Cond { return Cond{sql: "correspondence_type<>0"} }
