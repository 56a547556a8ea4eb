package data

import (
	"fmt"
	"slices"
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

// ContactChoice says which contacts to add to a segment (SG-32…38).
type ContactChoice struct {
	View                  View // filters on contact fields; the empty view is all contacts
	AllowExisting         bool // also contacts that are on a line already
	ExpandCompanies       bool // with each contact, its whole company
	AllowRelatedCompanies bool // with each person, its company contact
	IgnoreExclusion       bool // also contacts that are excluded from segments
}

// sql is the query of the contacts chosen, whole rows, with its values.
func (c ContactChoice) sql(segment SegmentNo) (string, []any, error) {
	where, args, err := Contacts.where(c.View)
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
	query = "SELECT * FROM (" + query + ") AS contact WHERE true"
	if !c.AllowExisting {
		query += " AND NOT EXISTS (SELECT 1 FROM segment_line AS l WHERE l.contact_no=contact.no AND l.segment_no=?)"
		args = append(slices.Clip(args), string(segment))
	}
	if !c.IgnoreExclusion {
		query += " AND exclude_from_segment=0"
	}
	return query, args, nil
}

// CountContacts counts the contacts that a choice would add to a segment.
func CountContacts(r Reader, segment SegmentNo, c ContactChoice) (int, error) {
	query, args, err := c.sql(segment)
	if err != nil {
		return 0, err
	}
	return scalar[int](r, "SELECT count(*) FROM ("+query+")", args...)
}

// AddContacts appends the chosen contacts to a segment, each once, by company with the company contact first (SG-39), the
// lines filled from the header (SG-24). It returns how many.
func AddContacts(tx *Tx, segment SegmentNo, c ContactChoice) (int, error) {
	query, args, err := c.sql(segment)
	if err != nil {
		return 0, err
	}
	last, err := scalar[int](tx, "SELECT ifnull(max(line_no), 0) FROM segment_line WHERE segment_no=?", string(segment))
	if err != nil {
		return 0, err
	}
	result, err := tx.exec(`INSERT INTO segment_line (segment_no, line_no, contact_no, contact_company_no, description, salesperson_code, date,
			campaign_no, campaign_target, campaign_response)
		SELECT h.no, ? + ? * row_number() OVER (ORDER BY contact.company_name, contact.company_no, contact.type, contact.name, contact.no),
			contact.no, contact.company_no, h.description, ifnull(h.salesperson_code, contact.salesperson_code), h.date,
			h.campaign_no, h.campaign_target, h.campaign_response
		FROM (`+query+`) AS contact JOIN segment_header AS h ON h.no=?`, slices.Concat([]any{last, lineStep}, args, []any{string(segment)})...)
	if err != nil {
		return 0, err
	}
	added, err := result.RowsAffected()
	return int(added), err
}
