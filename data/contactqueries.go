package data

import "database/sql"

// ContactUse counts what names a contact.
type ContactUse struct {
	Segments     int       // open segments with the contact on a line
	Segment      SegmentNo // the first of them, blank if there is none
	Quotes       int
	Interactions int
	Persons      int // of a company, without itself
}

// UseOfContact counts what names a contact, for the refusals of CO-8, CO-10, CO-22 and CO-56.
func UseOfContact(r Reader, no ContactNo) (ContactUse, error) {
	var use ContactUse
	err := each(r, `SELECT
		(SELECT count(DISTINCT segment_no) FROM segment_line WHERE contact_no=?1),
		(SELECT ifnull(min(segment_no), '') FROM segment_line WHERE contact_no=?1),
		(SELECT count(*) FROM quote_header WHERE contact_no=?1),
		(SELECT count(*) FROM interaction WHERE contact_no=?1),
		(SELECT count(*) FROM contact WHERE company_no=?1 AND no<>?1)`, []any{string(no)}, func(rows *sql.Rows) error {
		return rows.Scan(&use.Segments, &use.Segment, &use.Quotes, &use.Interactions, &use.Persons)
	})
	return use, err
}

// PersonsOf lists the persons of a company.
func PersonsOf(r Reader, company ContactNo) ([]Contact, error) {
	return Contacts.query(r, Contacts.selectSQL+" WHERE company_no=?1 AND no<>?1 ORDER BY no", string(company))
}

// RenameContact brings a contact's new number to the rows that name it without a foreign key; the others follow by themselves.
func RenameContact(tx *Tx, from, to ContactNo) error {
	for _, statement := range []string{
		"UPDATE interaction SET contact_no=? WHERE contact_no=?",
		"UPDATE interaction SET contact_company_no=? WHERE contact_company_no=?",
		"UPDATE segment_history SET contact_no=? WHERE contact_no=?",
	} {
		if _, err := tx.exec(statement, string(to), string(from)); err != nil {
			return err
		}
	}
	if err := RenameComments(tx, CommentOnContact, string(from), string(to)); err != nil {
		return err
	}
	return MoveTargets(tx, TargetContact, string(from), TargetContact, string(to))
}

// MoveLinesToCompany tells the segment lines of a contact its company, blank for none.
func MoveLinesToCompany(tx *Tx, contact, company ContactNo) error {
	_, err := tx.exec("UPDATE segment_line SET contact_company_no=nullif(?, '') WHERE contact_no=?", string(company), string(contact))
	return err
}

// LeaveHistoryWithCompany lets a person's interactions stand under its company: with the company as the contact, because
// the person moves on or is deleted (CO-23, CO-59).
func LeaveHistoryWithCompany(tx *Tx, person ContactNo) error {
	_, err := tx.exec("UPDATE interaction SET contact_no=contact_company_no WHERE contact_no=?", string(person))
	return err
}

// TakeHistoryToCompany puts the interactions of a person who had no company under its new one (S:DV-12).
func TakeHistoryToCompany(tx *Tx, person, company ContactNo) error {
	_, err := tx.exec("UPDATE interaction SET contact_company_no=? WHERE contact_no=? AND contact_company_no=''", string(company), string(person))
	return err
}

// ForgetCompanyInHistory leaves the interactions of a company that is deleted without contact (CO-58).
func ForgetCompanyInHistory(tx *Tx, company ContactNo) error {
	_, err := tx.exec("UPDATE interaction SET contact_no='', contact_company_no='' WHERE contact_no=?1 OR contact_company_no=?1", string(company))
	return err
}

// ownedByContact are the tables whose rows go with their contact (CO-58, CO-59), and the column that names it.
var ownedByContact = []struct{ table, column string }{
	{"contact_business_relation", "contact_no"}, {"contact_industry_group", "contact_no"}, {"contact_mailing_group", "contact_no"},
	{"contact_job_responsibility", "contact_no"}, {"contact_profile_answer", "contact_no"}, {"contact_alt_addr_date_range", "contact_no"},
	{"contact_alt_address", "contact_no"}, {"contact_duplicate", "contact_no"}, {"contact_duplicate", "duplicate_no"},
}

// ClearContact deletes what belongs to a contact and takes it off the customers whose primary contact it is (CO-58, CO-59).
func ClearContact(tx *Tx, no ContactNo) error {
	for _, owned := range ownedByContact {
		if _, err := tx.exec("DELETE FROM "+owned.table+" WHERE "+owned.column+"=?", string(no)); err != nil {
			return err
		}
	}
	if _, err := tx.exec("UPDATE customer SET primary_contact_no=NULL WHERE primary_contact_no=?", string(no)); err != nil {
		return err
	}
	return DeleteComments(tx, CommentOnContact, string(no))
}
