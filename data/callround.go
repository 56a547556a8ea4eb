package data

import (
	"database/sql"
)

// RoundCall is a line of a segment as the list of those to call shows it, with what was logged for the contact from this segment.
type RoundCall struct {
	LineID        int64
	ContactNo     ContactNo
	ContactName   string
	CompanyName   string
	PhoneNo       string
	MobilePhoneNo string
	EMail         string
	Logged        int64 // Entry No. of the newest interaction, 0 if none
	Date          Date  // of that
	Responded     bool
	Failed        bool // Attempt Failed
	CallBack      Date // of a postponed interaction, blank if none
	Note          string
}

// CallRound lists the contacts of a segment in the order of its lines, each with its newest interaction from the segment that is not
// canceled.
func CallRound(r Reader, segment SegmentNo) ([]RoundCall, error) {
	var all []RoundCall
	err := each(r, `WITH newest AS MATERIALIZED (SELECT contact_no, max(id) AS id FROM interaction WHERE segment_no=?1 AND postponed=0 AND canceled=0 GROUP BY contact_no),
			again AS MATERIALIZED (SELECT contact_no, min(date) AS date FROM interaction WHERE segment_no=?1 AND postponed=1 GROUP BY contact_no)
		SELECT l.id, c.no, c.name, iif(c.type=1, c.company_name, ''), c.phone_no, c.mobile_phone_no, c.e_mail, ifnull(i.id, 0), ifnull(i.date, ''),
			ifnull(i.campaign_response, 0), ifnull(i.attempt_failed, 0), ifnull(again.date, ''),
			ifnull((SELECT group_concat(comment, ' ') FROM (SELECT m.comment FROM comment_line AS m WHERE m.table_name=7 AND m.no=CAST(i.id AS TEXT) AND m.sub_no=0 ORDER BY m.line_no)), '')
		FROM segment_line AS l CROSS JOIN contact AS c ON c.no=l.contact_no LEFT JOIN newest ON newest.contact_no=l.contact_no LEFT JOIN interaction AS i ON i.id=newest.id
			LEFT JOIN again ON again.contact_no=l.contact_no
		WHERE l.segment_no=?1 ORDER BY l.line_no`, []any{string(segment)}, func(rows *sql.Rows) error {
		var c RoundCall
		err := rows.Scan(&c.LineID, &c.ContactNo, &c.ContactName, &c.CompanyName, &c.PhoneNo, &c.MobilePhoneNo, &c.EMail, &c.Logged, &c.Date,
			&c.Responded, &c.Failed, &c.CallBack, &c.Note)
		all = append(all, c)
		return err
	})
	return all, err
}
