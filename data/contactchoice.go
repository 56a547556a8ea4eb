package data

import (
	"fmt"
	"slices"
	"strings"
)

// Related are the filters of the sections other than Contact by which contacts are chosen (SG-32). A section without filters is
// ignored (SG-33).
type Related map[Section]View

// relatedRows says where the rows of each section are, and what of a contact they belong to (SG-34).
var relatedRows = []struct {
	section     Section
	table       *shape
	contact, of string
}{
	{ProfileAnswerSection, ProfileAnswers.shape, "contact.no", "contact_no"},
	{MailingGroupSection, ContactMailingGroups.shape, "contact.no", "contact_no"},
	{InteractionSection, Interactions.shape, "(contact.no, ifnull(contact.company_no, ''))", "contact_no, contact_company_no"},
	{JobResponsibilitySection, ContactJobResponsibilities.shape, "contact.no", "contact_no"},
	{IndustryGroupSection, ContactIndustryGroups.shape, "contact.company_no", "contact_no"},
	{BusinessRelationSection, ContactBusinessRelations.shape, "contact.company_no", "contact_no"},
}

// passing is the condition, to follow FROM contact, that a contact passes the filters of all sections: its own, and each of the
// others by at least one row (SG-33). It is blank when there are none.
func passing(view View, related Related) (string, []any, error) {
	where, args, err := Contacts.where(view)
	if err != nil {
		return "", nil, err
	}
	var conds []string
	if where != "" {
		conds = append(conds, strings.TrimPrefix(where, " WHERE "))
	}
	for _, rows := range relatedRows {
		v := related[rows.section]
		if len(v.Filters) == 0 {
			continue
		}
		of, values, err := rows.table.where(v)
		if err != nil {
			return "", nil, err
		}
		conds = append(conds, fmt.Sprintf("%s IN (SELECT %s FROM %s%s)", rows.contact, rows.of, rows.table.name, of))
		args = append(args, values...)
	}
	if conds == nil {
		return "", nil, nil
	}
	return " WHERE " + strings.Join(conds, " AND "), args, nil
}

// ContactChoice says which contacts to add to a segment (SG-32…38).
type ContactChoice struct {
	View                  View // filters on contact fields; the empty view is all contacts
	Related               Related
	AllowExisting         bool // also contacts that are on a line already
	ExpandCompanies       bool // with each contact, its whole company
	AllowRelatedCompanies bool // with each person, its company contact
	IgnoreExclusion       bool // also contacts that are excluded from segments
	ActionNo              int  // of the segment's history; 0 leaves none
}

// sql is the query of the contacts chosen, whole rows, with its values: those that may be used, or those left out because
// they are privacy-blocked (S:DV-17).
func (c ContactChoice) sql(segment SegmentNo, blocked bool) (string, []any, error) {
	where, args, err := passing(c.View, c.Related)
	if err != nil {
		return "", nil, err
	}
	query := "SELECT * FROM contact" + where
	switch {
	case where == "": // everybody
	case c.ExpandCompanies: // the company contact too, so that nothing is left to do for AllowRelatedCompanies
		query = "SELECT * FROM contact WHERE ifnull(company_no, no) IN (SELECT ifnull(company_no, no) FROM contact" + where + ")"
	case c.AllowRelatedCompanies:
		query += " OR type=0 AND no IN (SELECT company_no FROM contact" + where + " AND type=1)"
		args = slices.Concat(args, args)
	}
	query = "SELECT * FROM (" + query + ") AS contact WHERE privacy_blocked=?"
	args = append(slices.Clip(args), blocked)
	if !c.AllowExisting {
		query += " AND NOT EXISTS (SELECT 1 FROM segment_line AS l WHERE l.contact_no=contact.no AND l.segment_no=?)"
		args = append(args, string(segment))
	}
	if !c.IgnoreExclusion {
		query += " AND exclude_from_segment=0"
	}
	return query, args, nil
}

// CountContacts counts the contacts that a choice would add to a segment.
func CountContacts(r Reader, segment SegmentNo, c ContactChoice) (int, error) {
	return countChosen(r, segment, c, false)
}

// CountBlockedContacts counts the contacts that a choice would add to a segment if they were not privacy-blocked.
func CountBlockedContacts(r Reader, segment SegmentNo, c ContactChoice) (int, error) {
	return countChosen(r, segment, c, true)
}

func countChosen(r Reader, segment SegmentNo, c ContactChoice, blocked bool) (int, error) {
	query, args, err := c.sql(segment, blocked)
	if err != nil {
		return 0, err
	}
	return scalar[int](r, "SELECT count(*) FROM ("+query+")", args...)
}

// filledLine are the columns of a new segment line and their values from the contact, its segment h and the segment's template
// t: all of the header, the company, alternative address and language of the contact, and the correspondence type by SG-24b
// (SG-24).
const filledColumns = `segment_no, contact_no, contact_company_no, description, salesperson_code, date, campaign_no, campaign_target, campaign_response,
	interaction_template_code, interaction_group_code, cost, duration, information_flow, initiated_by, alt_address_code,
	correspondence_type, language_code, subject, line_no`

const filledValues = `h.no, contact.no, contact.company_no, h.description, ifnull(h.salesperson_code, contact.salesperson_code), h.date, %s,
	h.campaign_target, h.campaign_response, h.interaction_template_code, h.interaction_group_code, h.unit_cost, h.unit_duration,
	h.information_flow, h.initiated_by, ifnull(%s, ''),
	CASE WHEN h.ignore_contact_corres_type=1 AND h.correspondence_type<>0 THEN h.correspondence_type
		WHEN t.ignore_contact_corres_type=1 OR contact.correspondence_type=0 THEN ifnull(t.correspondence_type, 0)
		ELSE contact.correspondence_type END,
	ifnull(g.language_code, h.language_code), ifnull(g.subject, h.subject)`

const filledFrom = ` JOIN segment_header AS h ON h.no=? LEFT JOIN interaction_template AS t ON t.code=h.interaction_template_code
	LEFT JOIN segment_language AS g ON g.segment_no=h.no AND g.line_no=0 AND g.language_code=contact.language_code`

// insertFilled appends a line for each contact of a query, in an order, with a campaign, and notes them in the history. It
// returns how many.
func insertFilled(tx *Tx, segment SegmentNo, action int, campaign, order, query string, args []any) (int, error) {
	last, err := scalar[int](tx, "SELECT ifnull(max(line_no), 0) FROM segment_line WHERE segment_no=?", string(segment))
	if err != nil {
		return 0, err
	}
	result, err := tx.exec("INSERT INTO segment_line ("+filledColumns+") SELECT "+
		fmt.Sprintf(filledValues, campaign, activeAltAddress("contact.no", "ifnull(h.date, '')"))+
		", ? + ? * row_number() OVER (ORDER BY "+order+") FROM ("+query+") AS contact"+filledFrom,
		slices.Concat([]any{last, lineStep}, args, []any{string(segment)})...)
	if err != nil {
		return 0, err
	}
	added, err := result.RowsAffected()
	if err != nil || action == 0 || added == 0 {
		return int(added), err
	}
	return int(added), SegmentHistories.Insert(tx, &SegmentHistory{SegmentNo: segment, ActionNo: action, LineNo: last + lineStep, LastLineNo: last + lineStep*int(added)})
}

// AddContacts appends the chosen contacts to a segment, each once, by company with the company contact first (SG-39), the
// lines filled from the header (SG-24). It returns how many.
func AddContacts(tx *Tx, segment SegmentNo, c ContactChoice) (int, error) {
	query, args, err := c.sql(segment, false)
	if err != nil {
		return 0, err
	}
	return insertFilled(tx, segment, c.ActionNo, "h.campaign_no",
		"contact.company_name, contact.company_no, contact.type, contact.name, contact.no", query, args)
}

// AddLoggedContacts appends a line for each interaction of a logged segment whose contact is still there, canceled ones and
// repeated contacts included, with the interaction's campaign as far as it still exists (SG-55). It returns how many.
func AddLoggedContacts(tx *Tx, segment SegmentNo, action int, logged int64) (int, error) {
	return insertFilled(tx, segment, action, "(SELECT campaign.no FROM campaign WHERE campaign.no=contact.logged_campaign)", "contact.entry",
		"SELECT contact.*, i.id AS entry, i.campaign_no AS logged_campaign FROM interaction AS i JOIN contact ON contact.no=i.contact_no WHERE i.logged_segment_no=?",
		[]any{logged})
}

// Removal says which lines to remove from a segment (SG-41…45): those of the contacts that pass, or those of all others.
type Removal struct {
	View            View
	Related         Related
	EntireCompanies bool
	Refine          bool // the others go, also lines without contact
	ActionNo        int  // of the segment's history; 0 leaves none
}

// sql is the condition on segment lines, with its values.
func (m Removal) sql(segment SegmentNo) (string, []any, error) {
	where, args, err := passing(m.View, m.Related)
	if err != nil {
		return "", nil, err
	}
	const onLines = "no IN (SELECT contact_no FROM segment_line WHERE segment_no=?)"
	const company = "ifnull(company_no, no)"
	among := onLines
	if m.EntireCompanies {
		among = company + " IN (SELECT " + company + " FROM contact WHERE " + onLines + ")"
	}
	if where == "" {
		where = " WHERE " + among
	} else {
		where += " AND " + among
	}
	found := "SELECT no FROM contact" + where
	if m.EntireCompanies {
		found = "SELECT no FROM contact WHERE " + company + " IN (SELECT " + company + " FROM contact" + where + ")"
	}
	condition := "segment_no=? AND contact_no IN (" + found + ")"
	if m.Refine {
		condition = "segment_no=? AND (contact_no IS NULL OR contact_no NOT IN (" + found + "))"
	}
	return condition, slices.Concat([]any{string(segment)}, args, []any{string(segment)}), nil
}

// CountRemoved counts the lines that would be removed.
func CountRemoved(r Reader, segment SegmentNo, m Removal) (int, error) {
	condition, args, err := m.sql(segment)
	if err != nil {
		return 0, err
	}
	return scalar[int](r, "SELECT count(*) FROM segment_line WHERE "+condition, args...)
}

// RemoveContacts removes lines from a segment, with a copy of each in the history. It returns how many.
func RemoveContacts(tx *Tx, segment SegmentNo, m Removal) (int, error) {
	condition, args, err := m.sql(segment)
	if err != nil {
		return 0, err
	}
	return removeLines(tx, segment, m.ActionNo, condition, args)
}
