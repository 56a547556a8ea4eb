package data

import (
	"database/sql"
	"encoding/json"
)

// Unready is the first line of a segment that cannot be logged, and the column that is blank, or contact_no for a contact that is
// privacy-blocked (SG-60, S:DV-17).
type Unready struct {
	LineNo int
	Column string
}

// UnreadyLine finds the first line with a contact that cannot be logged; false when all can.
func UnreadyLine(r Reader, segment SegmentNo) (Unready, bool, error) {
	var u Unready
	err := each(r, `SELECT l.line_no, CASE WHEN l.date IS NULL THEN 'date' WHEN l.salesperson_code IS NULL THEN 'salesperson_code'
			WHEN l.interaction_template_code IS NULL THEN 'interaction_template_code' ELSE 'contact_no' END
		FROM segment_line AS l JOIN contact AS c ON c.no=l.contact_no WHERE l.segment_no=?
			AND (l.date IS NULL OR l.salesperson_code IS NULL OR l.interaction_template_code IS NULL OR c.privacy_blocked=1)
		ORDER BY l.line_no LIMIT 1`, []any{string(segment)}, func(rows *sql.Rows) error { return rows.Scan(&u.LineNo, &u.Column) })
	return u, u.Column != "", err
}

// Logged says what logging a segment made.
type Logged struct {
	Segment      int64 // Entry No. of the logged segment
	Interactions int
	Entries      int // campaign entries, new or used again
	NoEmail      int // interactions that lost the type Email because there is no address (SG-65)
}

// noEmail is the condition that a line is to go by e-mail and neither its alternative address nor its contact has one (SG-65).
const noEmail = `l.correspondence_type=2 AND c.e_mail='' AND NOT EXISTS (SELECT 1 FROM contact_alt_address AS a
	WHERE a.contact_no=l.contact_no AND a.code=l.alt_address_code AND a.e_mail<>'')`

// liveEntry is the expression for the campaign entry to which an interaction without document of a campaign and segment belongs: of the
// entries that are not canceled the one with the earliest date, NULL if there is none (CE-3, S:DV-7).
func liveEntry(campaign, segment, document string) string {
	return `(SELECT e.id FROM campaign_entry AS e WHERE e.campaign_no=` + campaign + ` AND e.segment_no=` + segment + ` AND e.document_type=` + document +
		` AND e.canceled=0 ORDER BY e.date, e.id LIMIT 1)`
}

// LogSegment turns each line that has a contact into an interaction, gathered in campaign entries, and removes the segment
// (SG-62…67, CE-3…6). Whether it may be logged is for the caller to find out. Whoever is a target by a line stays one by its
// interaction.
func LogSegment(tx *Tx, segment SegmentNo, today Date, user string) (Logged, error) {
	var made Logged
	result, err := tx.exec("INSERT INTO logged_segment (segment_no, description, creation_date, user_id) SELECT no, description, ?, ? FROM segment_header WHERE no=?",
		string(today), user, string(segment))
	if err != nil {
		return made, err
	}
	if made.Segment, err = result.LastInsertId(); err != nil {
		return made, err
	}
	const campaigns = "SELECT campaign_no FROM segment_line WHERE segment_no=?1 AND contact_no IS NOT NULL"
	if _, err := tx.exec("UPDATE campaign_entry SET register_no=?2 WHERE segment_no=?1 AND register_no=0 AND canceled=0 AND document_type=0 AND campaign_no IN ("+
		campaigns+")", string(segment), made.Segment); err != nil { // S:DV-6
		return made, err
	}
	if _, err := tx.exec(`INSERT INTO campaign_entry (campaign_no, description, date, user_id, segment_no, salesperson_code, register_no)
		SELECT l.campaign_no, h.description, l.date, ?2, h.no, ifnull(l.salesperson_code, ''), ?3 FROM (
			SELECT *, row_number() OVER (PARTITION BY campaign_no ORDER BY date, line_no) AS place FROM segment_line
			WHERE segment_no=?1 AND contact_no IS NOT NULL AND campaign_no IS NOT NULL) AS l JOIN segment_header AS h ON h.no=l.segment_no
		WHERE l.place=1 AND `+liveEntry("l.campaign_no", "h.no", "0")+` IS NULL ORDER BY l.campaign_no, l.date, l.line_no`,
		string(segment), user, made.Segment); err != nil {
		return made, err
	}
	if err := tx.writer.setCache(bulkCache); err != nil {
		return made, err
	}
	defer tx.writer.setCache(usualCache)
	if made.NoEmail, err = scalar[int](tx, "SELECT count(*) FROM segment_line AS l JOIN contact AS c ON c.no=l.contact_no WHERE l.segment_no=? AND "+noEmail,
		string(segment)); err != nil {
		return made, err
	}
	result, err = tx.exec(`WITH entry AS MATERIALIZED (SELECT named.campaign_no, `+liveEntry("named.campaign_no", "?1", "0")+` AS id FROM (SELECT DISTINCT campaign_no FROM (`+campaigns+`)) AS named)
		INSERT INTO interaction (contact_no, contact_company_no, date, time, description, information_flow, initiated_by, attachment_no, cost, duration, user_id,
			interaction_group_code, interaction_template_code, campaign_no, campaign_entry_no, campaign_target, campaign_response, segment_no, evaluation,
			attempt_failed, task_no, salesperson_code, correspondence_type, alt_address_code, logged_segment_no, contact_via, language_code, subject, opportunity_no)
		SELECT l.contact_no, ifnull(l.contact_company_no, ''), l.date, l.time, l.description, l.information_flow, l.initiated_by,
			coalesce(nullif(own.attachment_no, 0), iif(l.interaction_template_code=h.interaction_template_code, inherited.attachment_no, 0), 0), l.cost, l.duration, ?2,
			l.interaction_group_code, ifnull(l.interaction_template_code, ''), ifnull(l.campaign_no, ''), ifnull(entry.id, 0), l.campaign_target, l.campaign_response,
			l.segment_no, l.evaluation, l.attempt_failed, l.task_no, ifnull(l.salesperson_code, ''), iif(`+noEmail+`, 0, l.correspondence_type), l.alt_address_code, ?3,
			l.contact_via, l.language_code, l.subject, l.opportunity_no
		FROM segment_line AS l CROSS JOIN segment_header AS h ON h.no=l.segment_no CROSS JOIN contact AS c ON c.no=l.contact_no
		LEFT JOIN entry ON entry.campaign_no=l.campaign_no
		LEFT JOIN segment_language AS own ON own.segment_no=l.segment_no AND own.line_no=l.line_no AND own.language_code=l.language_code
		LEFT JOIN segment_language AS inherited ON inherited.segment_no=l.segment_no AND inherited.line_no=0 AND inherited.language_code=l.language_code
		WHERE l.segment_no=?1 ORDER BY l.line_no`, string(segment), user, made.Segment)
	if err != nil {
		return made, err
	}
	n, err := result.RowsAffected()
	if err != nil {
		return made, err
	}
	made.Interactions = int(n)
	if made.Entries, err = scalar[int](tx, "SELECT count(*) FROM campaign_entry WHERE register_no=? AND canceled=0", made.Segment); err != nil {
		return made, err
	}
	if err := ClearSegment(tx, segment); err != nil {
		return made, err
	}
	_, err = tx.exec("DELETE FROM segment_header WHERE no=?", string(segment))
	return made, err
}

// EnterCampaign gives an interaction that is being logged singly its campaign entry: the live one of its campaign, segment and document
// type, else a new one with the description (CE-3…6, S:DV-7). An interaction without campaign, or postponed, has none (CE-2, CE-7).
func EnterCampaign(tx *Tx, i *Interaction, description string) error {
	i.CampaignEntryNo = 0
	if i.CampaignNo == "" || i.Postponed {
		return nil
	}
	id, err := scalar[*int64](tx, "SELECT "+liveEntry("?1", "?2", "?3"), string(i.CampaignNo), string(i.SegmentNo), int(i.DocumentType))
	if err != nil {
		return err
	}
	if id == nil {
		entry := CampaignEntry{CampaignNo: i.CampaignNo, Description: description, Date: i.Date, UserID: i.UserID, SegmentNo: i.SegmentNo,
			SalespersonCode: i.SalespersonCode, DocumentType: i.DocumentType}
		if err := CampaignEntries.Insert(tx, &entry); err != nil {
			return err
		}
		id = &entry.ID
	}
	i.CampaignEntryNo = *id
	return nil
}

// IsLogged reports whether a segment of the number was logged (SG-60).
func IsLogged(r Reader, segment SegmentNo) (bool, error) {
	return scalar[bool](r, "SELECT EXISTS (SELECT 1 FROM logged_segment WHERE segment_no=?)", string(segment))
}

// idList is how a statement is given many ids.
func idList(ids []int64) (string, error) {
	list, err := json.Marshal(ids)
	return string(list), err
}
