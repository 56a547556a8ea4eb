package data

import "fmt"

// movedOnce are the tables in which a contact has a row once per code: the column that names the contact, and the columns
// that together with it are the key. Of what both contacts have, the kept contact's row stays.
var movedOnce = []struct{ table, key string }{
	{"contact_business_relation", "business_relation_code"}, {"contact_industry_group", "industry_group_code"},
	{"contact_mailing_group", "mailing_group_code"}, {"contact_job_responsibility", "job_responsibility_code"},
	{"contact_profile_answer", "questionnaire_code, line_no"}, {"contact_alt_address", "code"},
	{"contact_alt_addr_date_range", "ifnull(starting_date, '')"},
}

// moved are the columns that name a contact in any number of rows.
var moved = []struct{ table, column string }{
	{"interaction", "contact_no"}, {"interaction", "contact_company_no"}, {"segment_line", "contact_no"}, {"segment_line", "contact_company_no"},
	{"segment_history", "contact_no"}, {"quote_header", "contact_no"}, {"customer", "primary_contact_no"}, {"contact", "company_no"},
}

// MergeContact lets everything that names a contact name another one, which stays: history, segment lines, quotes, target groups,
// groups, answers, addresses, comments and, of companies, the persons and the link to a customer (CO-49f). The contact that
// is merged is left with nothing.
func MergeContact(tx *Tx, merged, kept Contact) error {
	from, to := string(merged.No), string(kept.No)
	if _, err := tx.exec(`DELETE FROM contact_business_relation WHERE contact_no=?2 AND customer_no IS NULL AND business_relation_code IN (
		SELECT business_relation_code FROM contact_business_relation WHERE contact_no=?1 AND customer_no IS NOT NULL)`, from, to); err != nil {
		return err
	}
	for _, t := range movedOnce {
		if _, err := tx.exec(fmt.Sprintf(`DELETE FROM %s WHERE contact_no=?1 AND (%s) IN (SELECT %[2]s FROM %[1]s WHERE contact_no=?2)`, t.table, t.key), from, to); err != nil {
			return err
		}
		if _, err := tx.exec(fmt.Sprintf("UPDATE %s SET contact_no=?2 WHERE contact_no=?1", t.table), from, to); err != nil {
			return err
		}
	}
	if _, err := tx.exec("UPDATE contact SET company_name=?2 WHERE company_no=?1 AND no<>?1", from, kept.Name); err != nil {
		return err
	}
	for _, m := range moved {
		if _, err := tx.exec(fmt.Sprintf("UPDATE %s SET %s=?2 WHERE %[2]s=?1", m.table, m.column), from, to); err != nil {
			return err
		}
	}
	if _, err := tx.exec(`UPDATE comment_line SET no=?2, line_no=line_no+(SELECT ifnull(max(line_no), 0) FROM comment_line AS c WHERE c.table_name=?3 AND c.no=?2)
		WHERE table_name=?3 AND no=?1`, from, to, int(CommentOnContact)); err != nil {
		return err
	}
	if err := MoveTargets(tx, TargetContact, from, TargetContact, to); err != nil {
		return err
	}
	return ClearContact(tx, merged.No)
}

// CommonAltAddresses are the codes of the alternative addresses that two contacts both have.
func CommonAltAddresses(r Reader, one, other ContactNo) ([]AltAddressCode, error) {
	return column1[AltAddressCode](r, `SELECT code FROM contact_alt_address WHERE contact_no=?1 INTERSECT
		SELECT code FROM contact_alt_address WHERE contact_no=?2 ORDER BY code`, string(one), string(other))
}
