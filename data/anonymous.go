package data

// ForgetPerson takes out of the history of a contact what tells who it was, so that the figures stay: the way it was reached and
// what was written about it. Descriptions become the code of the interaction's template.
func ForgetPerson(tx *Tx, no ContactNo) error {
	for _, statement := range []string{
		"DELETE FROM comment_line WHERE table_name=7 AND no IN (SELECT CAST(id AS TEXT) FROM interaction WHERE contact_no=?)",
		"UPDATE interaction SET description=interaction_template_code, subject='', contact_via='', attachment_no=0, alt_address_code='' WHERE contact_no=?",
		"UPDATE quote_header SET name='' WHERE contact_no=? AND customer_no IS NULL",
		"UPDATE customer SET contact_name='' WHERE primary_contact_no=?",
	} {
		if _, err := tx.exec(statement, string(no)); err != nil {
			return err
		}
	}
	return ClearContact(tx, no)
}
