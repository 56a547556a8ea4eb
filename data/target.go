package data

import (
	"database/sql"
	"encoding/json"
)

// TargetType tells what a campaign's target is.
type TargetType int

const (
	TargetCustomer TargetType = iota
	TargetContact
)

// CampaignTarget is one row of a campaign's target group: the customer, company contact or lone person to whom the rows
// of sales type Campaign apply (CP section 6.1). The group is all that activation writes (CP-70).
type CampaignTarget struct {
	ID         int64      `db:"id"`
	Type       TargetType `db:"type"`
	No         string     `db:"no,code=20"` // a CustomerNo or ContactNo
	CampaignNo CampaignNo `db:"campaign_no,code=20"`
	Name       string     `db:"name,calc"`
	SegmentNo  SegmentNo  `db:"segment_no,calc"` // a segment with a targeted line of the party, blank if none (CP-74)
	Logged     bool       `db:"logged,calc"`     // a logged interaction targets the party (CP-74)
}

// CampaignTargets is the table of target groups.
var CampaignTargets = newTable[CampaignTarget]("campaign_target", "type no campaign_no", "", map[string]string{
	"name": `CASE type WHEN 0 THEN (SELECT name FROM customer WHERE customer.no=campaign_target.no)
		ELSE (SELECT name FROM contact WHERE contact.no=campaign_target.no) END`,
	"segment_no": "ifnull((SELECT min(l.segment_no)" + linesOfCompany("campaign_target.campaign_no", partyOfTarget) +
		"), (SELECT min(l.segment_no)" + linesOfPerson("campaign_target.campaign_no", partyOfTarget) + "))",
	"logged": "EXISTS (SELECT 1" + interactionsOfCompany("campaign_target.campaign_no", partyOfTarget) +
		") OR EXISTS (SELECT 1" + interactionsOfPerson("campaign_target.campaign_no", partyOfTarget) + ")",
})

// A party is who can be a target: a company contact, or a person without a company (CP-73, CP-83). The party of a segment
// line or interaction is its contact's company, else the contact. Somebody is a target because a targeted line or a
// targeted interaction, neither postponed nor canceled, of the campaign has it as its party: that is a reason.

// partyOfTarget is the party of a row of the target group.
const partyOfTarget = `CASE campaign_target.type WHEN 0
	THEN (SELECT contact_no FROM contact_customer WHERE customer_no=campaign_target.no) ELSE campaign_target.no END`

// The lines and interactions that make one party a target of a campaign: as the company of their contact, or as a contact
// without one. Asked together, with OR, SQLite would look at every line of the campaign.

func linesOfCompany(campaign, party string) string {
	return " FROM segment_line AS l WHERE l.campaign_no=" + campaign + " AND l.campaign_target=1 AND l.contact_company_no=" + party
}

func linesOfPerson(campaign, party string) string {
	return " FROM segment_line AS l WHERE l.campaign_no=" + campaign + " AND l.campaign_target=1 AND l.contact_company_no IS NULL AND l.contact_no=" + party
}

func interactionsOfCompany(campaign, party string) string {
	return " FROM interaction AS i WHERE i.campaign_no=" + campaign + " AND i.campaign_target=1 AND i.contact_company_no=" + party +
		" AND i.postponed=0 AND i.canceled=0"
}

func interactionsOfPerson(campaign, party string) string {
	return " FROM interaction AS i WHERE i.campaign_no=" + campaign + " AND i.campaign_target=1 AND i.contact_company_no='' AND i.contact_no=" + party +
		" AND i.postponed=0 AND i.canceled=0"
}

// The reasons themselves, to be completed by a condition on segment lines or on interactions. An interaction may name contacts
// that are gone; those are no reasons.
const (
	reasonLines        = " FROM segment_line WHERE campaign_target=1 AND campaign_no IS NOT NULL AND contact_no IS NOT NULL AND "
	reasonInteractions = ` FROM interaction JOIN contact ON contact.no=CASE contact_company_no WHEN '' THEN contact_no ELSE contact_company_no END
		WHERE campaign_target=1 AND postponed=0 AND canceled=0 AND campaign_no<>'' AND contact_no<>'' AND `
)

// planned is the query of the rows (campaign_no, party, type, no) that the reasons for which the conditions hold call for in
// the target groups (CP-78).
func planned(ofLines, ofInteractions string) string {
	return `SELECT campaign_no, party, customer_no IS NULL AS type, ifnull(customer_no, party) AS no
		FROM (SELECT campaign_no, ifnull(contact_company_no, contact_no) AS party` + reasonLines + ofLines + `
			UNION SELECT campaign_no, contact.no` + reasonInteractions + ofInteractions + `)
		LEFT JOIN contact_customer ON contact_customer.contact_no=party`
}

// plannedOf is the query of the rows that one campaign, ?1, should have.
var plannedOf = planned("campaign_no=?1", "campaign_no=?1")

// AddPlannedTargets puts into a campaign's target group whoever its segments and logged interactions call for and is not
// in it yet (CP-76…80).
func AddPlannedTargets(tx *Tx, campaign CampaignNo) error {
	_, err := tx.exec("INSERT INTO campaign_target (type, no, campaign_no) SELECT type, no, campaign_no FROM ("+plannedOf+
		") WHERE true ORDER BY type, no ON CONFLICT DO NOTHING", string(campaign))
	return err
}

// RemoveUnplannedTargets takes out of a campaign's target group whoever nothing calls for any more.
func RemoveUnplannedTargets(tx *Tx, campaign CampaignNo) error {
	_, err := tx.exec("DELETE FROM campaign_target WHERE campaign_no=?1 AND (type, no) NOT IN (SELECT type, no FROM ("+plannedOf+"))", string(campaign))
	return err
}

// RemoveTargets empties a campaign's target group (CP-86).
func RemoveTargets(tx *Tx, campaign CampaignNo) error {
	_, err := tx.exec("DELETE FROM campaign_target WHERE campaign_no=?", string(campaign))
	return err
}

// TargetCounts says how many targets a campaign has, by kind.
func TargetCounts(r Reader, campaign CampaignNo) (customers, contacts int, err error) {
	err = each(r, "SELECT type, count(*) FROM campaign_target WHERE campaign_no=? GROUP BY type", []any{string(campaign)}, func(rows *sql.Rows) error {
		var kind TargetType
		var n int
		if err := rows.Scan(&kind, &n); err != nil {
			return err
		}
		if kind == TargetCustomer {
			customers = n
		} else {
			contacts = n
		}
		return nil
	})
	return customers, contacts, err
}

// Drift is the difference between a campaign's target group and what its segments and logged interactions call for.
type Drift struct {
	CampaignNo CampaignNo
	Entering   int // called for, not in the group
	Leaving    int // in the group, not called for
}

// None reports whether the group is as it should be.
func (d Drift) None() bool { return d.Entering == 0 && d.Leaving == 0 }

// DriftOf compares the target group of one campaign, activated or not, with its plan.
func DriftOf(r Reader, campaign CampaignNo) (Drift, error) {
	found, err := drifts(r, plannedOf, "campaign_no=?1", string(campaign))
	if err != nil || len(found) == 0 {
		return Drift{CampaignNo: campaign}, err
	}
	return found[0], nil
}

// Drifting lists the activated campaigns whose target group differs from its plan.
func Drifting(r Reader) ([]Drift, error) {
	const activated = `campaign_no IN (SELECT no FROM campaign WHERE EXISTS (
		SELECT 1 FROM campaign_target WHERE campaign_target.campaign_no=campaign.no))`
	return drifts(r, planned("segment_line."+activated, "interaction."+activated), "true")
}

func drifts(r Reader, plan, group string, args ...any) ([]Drift, error) {
	var all []Drift
	err := each(r, `SELECT campaign_no, sum(planned)-sum(both), sum(grouped)-sum(both) FROM (
			SELECT campaign_no, count(*) AS planned, sum(EXISTS (SELECT 1 FROM campaign_target AS t
				WHERE t.type=plan.type AND t.no=plan.no AND t.campaign_no=plan.campaign_no)) AS both, 0 AS grouped FROM (`+plan+`) AS plan GROUP BY campaign_no
			UNION ALL
			SELECT campaign_no, 0, 0, count(*) FROM campaign_target WHERE `+group+` GROUP BY campaign_no)
		GROUP BY campaign_no ORDER BY campaign_no`, args, func(rows *sql.Rows) error {
		var d Drift
		if err := rows.Scan(&d.CampaignNo, &d.Entering, &d.Leaving); err != nil {
			return err
		}
		if !d.None() {
			all = append(all, d)
		}
		return nil
	})
	return all, err
}

// Entering lists who a campaign's segments and interactions call for and is not in its target group, by name.
func Entering(r Reader, campaign CampaignNo) ([]CampaignTarget, error) {
	return targets(r, "SELECT 0 AS id, type, no, campaign_no FROM ("+plannedOf+`) AS plan WHERE NOT EXISTS (
		SELECT 1 FROM campaign_target AS t WHERE t.type=plan.type AND t.no=plan.no AND t.campaign_no=plan.campaign_no)`, campaign)
}

// Leaving lists who is in a campaign's target group and nothing calls for any more, by name.
func Leaving(r Reader, campaign CampaignNo) ([]CampaignTarget, error) {
	return targets(r, "SELECT id, type, no, campaign_no FROM campaign_target WHERE campaign_no=?1 AND (type, no) NOT IN (SELECT type, no FROM ("+plannedOf+"))", campaign)
}

// targets reads rows like those of the target group with their names and reasons.
func targets(r Reader, query string, campaign CampaignNo) ([]CampaignTarget, error) {
	var selected string
	for i, c := range CampaignTargets.columns {
		if i > 0 {
			selected += ", "
		}
		selected += c.sql() + " AS " + c.name
	}
	return CampaignTargets.query(r, "SELECT "+selected+" FROM ("+query+") AS campaign_target ORDER BY name COLLATE swedish, no", string(campaign))
}

// Reason says that a targeted line or interaction of an activated campaign makes a party its target, and how the party
// stands in the target group.
type Reason struct {
	CampaignNo CampaignNo `json:"c"`
	Party      ContactNo  `json:"p"`
	Type       TargetType `json:"t"`
	No         string     `json:"n"`
}

// ReasonsOfSegment lists the reasons that a segment's lines give.
func ReasonsOfSegment(r Reader, segment SegmentNo) ([]Reason, error) {
	return readReasons(r, "segment_line.segment_no=?1", "false", string(segment))
}

// ReasonsOfLines lists the reasons that segment lines give.
func ReasonsOfLines(r Reader, ids ...int64) ([]Reason, error) {
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	return readReasons(r, "segment_line.id IN (SELECT value FROM json_each(?1))", "false", string(list))
}

// ReasonsOfInteractions lists the reasons that logged interactions give.
func ReasonsOfInteractions(r Reader, ids ...int64) ([]Reason, error) {
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	return readReasons(r, "false", "interaction.id IN (SELECT value FROM json_each(?1))", string(list))
}

// ReasonsOfContact lists the reasons that lines and interactions of a contact, or of a company and its persons, give.
func ReasonsOfContact(r Reader, contact ContactNo) ([]Reason, error) {
	const of = "IN (SELECT no FROM contact WHERE no=?1 OR company_no=?1)"
	return readReasons(r, "segment_line.contact_no "+of, "(interaction.contact_no "+of+" OR interaction.contact_company_no=?1)", string(contact))
}

// readReasons reads the reasons that are for activated campaigns; those for others say nothing about a target group.
func readReasons(r Reader, ofLines, ofInteractions string, arg any) ([]Reason, error) {
	activated := func(table string) string {
		return " AND EXISTS (SELECT 1 FROM campaign_target AS t WHERE t.campaign_no=" + table + ".campaign_no)"
	}
	var all []Reason
	err := each(r, planned(ofLines+activated("segment_line"), ofInteractions+activated("interaction")), []any{arg}, func(rows *sql.Rows) error {
		var reason Reason
		if err := rows.Scan(&reason.CampaignNo, &reason.Party, &reason.Type, &reason.No); err != nil {
			return err
		}
		all = append(all, reason)
		return nil
	})
	return all, err
}

// AddTargets puts the parties of reasons into the target groups.
func AddTargets(tx *Tx, gained []Reason) error {
	list, err := json.Marshal(gained)
	if err != nil || len(gained) == 0 {
		return err
	}
	_, err = tx.exec(`INSERT INTO campaign_target (type, no, campaign_no)
		SELECT value->>'t', value->>'n', value->>'c' FROM json_each(?) WHERE true ON CONFLICT DO NOTHING`, string(list))
	return err
}

// RemoveTargetsWithoutReason takes the parties of lost reasons out of the target groups, except those that another
// targeted line or interaction of the campaign still calls for (CP-95).
func RemoveTargetsWithoutReason(tx *Tx, lost []Reason) error {
	list, err := json.Marshal(lost)
	if err != nil || len(lost) == 0 {
		return err
	}
	_, err = tx.exec(`DELETE FROM campaign_target WHERE (type, no, campaign_no) IN (
		SELECT value->>'t', value->>'n', value->>'c' FROM json_each(?)
		WHERE NOT EXISTS (SELECT 1`+linesOfCompany("value->>'c'", "value->>'p'")+`)
		AND NOT EXISTS (SELECT 1`+linesOfPerson("value->>'c'", "value->>'p'")+`)
		AND NOT EXISTS (SELECT 1`+interactionsOfCompany("value->>'c'", "value->>'p'")+`)
		AND NOT EXISTS (SELECT 1`+interactionsOfPerson("value->>'c'", "value->>'p'")+"))", string(list))
	return err
}

// HasReasons reports whether anything calls for a target of the campaign (CP-79).
func HasReasons(r Reader, campaign CampaignNo) (bool, error) {
	return scalar[bool](r, "SELECT EXISTS (SELECT 1"+reasonLines+"campaign_no=?1) OR EXISTS (SELECT 1"+reasonInteractions+"campaign_no=?1)", string(campaign))
}

// IsActivated reports whether a campaign has a target group (CP-71).
func IsActivated(r Reader, campaign CampaignNo) (bool, error) {
	return scalar[bool](r, "SELECT EXISTS (SELECT 1 FROM campaign_target WHERE campaign_no=?)", string(campaign))
}

// MoveTargets lets one party stand in the target groups in place of another, in all campaigns (CP-100…102): where both
// stand, one remains.
func MoveTargets(tx *Tx, fromType TargetType, from string, toType TargetType, to string) error {
	if _, err := tx.exec(`DELETE FROM campaign_target WHERE type=? AND no=? AND campaign_no IN (
		SELECT campaign_no FROM campaign_target WHERE type=? AND no=?)`, fromType, from, toType, to); err != nil {
		return err
	}
	_, err := tx.exec("UPDATE campaign_target SET type=?, no=? WHERE type=? AND no=?", toType, to, fromType, from)
	return err
}

// DropTarget takes a party out of all target groups.
func DropTarget(tx *Tx, kind TargetType, no string) error {
	_, err := tx.exec("DELETE FROM campaign_target WHERE type=? AND no=?", kind, no)
	return err
}
