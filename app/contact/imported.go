package contact

import "campaigndesk/data"

// Prepare refuses what a contact may not be and makes its fields agree, as [Create] and [Save] do, for a command that stores
// many contacts itself. For a new contact, before is an empty one of the same type.
func Prepare(r data.Reader, before, after *data.Contact) error {
	if err := settle(r, before, after); err != nil {
		return err
	}
	if after.Type == data.Company {
		after.CompanyNo, after.CompanyName = after.No, after.Name
	}
	return nil
}

// Changed is to be called in the command that changed a stored contact: what persons inherit follows (CO-12, CO-21), and so
// does the customer (CO-17, CO-31).
func Changed(tx *data.Tx, before, after *data.Contact) error {
	if err := toPersons(tx, before, after); err != nil {
		return err
	}
	return toCustomer(tx, before, after)
}
