package data

import "database/sql"

// Way is one way by which a campaign's prices come to a target: customer ← company ← person ← segment line or logged interaction.
// What a way does not pass is blank; a target that nothing calls for any more has a way without segment and interaction.
type Way struct {
	Type         TargetType
	CustomerNo   CustomerNo
	CustomerName string
	CompanyNo    ContactNo
	CompanyName  string
	PersonNo     ContactNo
	PersonName   string
	SegmentNo    SegmentNo // of the line, or the segment that the interaction was logged from
	Interaction  int64     // id of the logged interaction, 0 for a segment line
	Date         Date      // of the line or interaction
}

// WaysOf lists all ways to all targets of a campaign, by customer or company.
func WaysOf(r Reader, campaign CampaignNo) ([]Way, error) {
	var all []Way
	err := each(r, `WITH reason AS MATERIALIZED (
			SELECT ifnull(contact_company_no, contact_no) AS party, contact_no, segment_no, 0 AS interaction, date`+reasonLines+`campaign_no=?1
			UNION ALL SELECT contact.no, contact_no, segment_no, interaction.id, date`+reasonInteractions+`campaign_no=?1)
		SELECT target.type, ifnull(customer.no, ''), ifnull(customer.name, ''),
			iif(party.type=0, party.no, ''), iif(party.type=0, party.name, ''), ifnull(person.no, ''), ifnull(person.name, ''),
			ifnull(reason.segment_no, ''), ifnull(reason.interaction, 0), ifnull(reason.date, '')
		FROM (SELECT type, no, CASE type WHEN 0 THEN (SELECT contact_no FROM contact_customer WHERE customer_no=campaign_target.no) ELSE no END AS party
			FROM campaign_target WHERE campaign_no=?1) AS target
		LEFT JOIN customer ON target.type=0 AND customer.no=target.no
		LEFT JOIN contact AS party ON party.no=target.party
		LEFT JOIN reason ON reason.party=target.party
		LEFT JOIN contact AS person ON person.type=1 AND person.no=ifnull(reason.contact_no, target.party)
		ORDER BY target.type, target.no, reason.contact_no, reason.segment_no, reason.interaction`, []any{string(campaign)}, func(rows *sql.Rows) error {
		var w Way
		if err := rows.Scan(&w.Type, &w.CustomerNo, &w.CustomerName, &w.CompanyNo, &w.CompanyName, &w.PersonNo, &w.PersonName,
			&w.SegmentNo, &w.Interaction, &w.Date); err != nil {
			return err
		}
		all = append(all, w)
		return nil
	})
	return all, err
}
