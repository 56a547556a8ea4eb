package contact

import (
	"campaigndesk/app"
	"campaigndesk/data"
)

// CustomerCreated is to be called in the command that creates a customer: the company that the customer is becomes a contact
// with the number, and the two are linked (CO-28).
func CustomerCreated(s *app.Session, tx *data.Tx, no data.ContactNo, series data.NoSeriesCode, customer *data.Customer) error {
	contact := data.Contact{No: no, Type: data.Company, CompanyNo: no, NoSeries: series}
	Stamp(s, &contact)
	copyAll(commonOfCustomer(customer), commonOfContact(&contact))
	settleSearchName(&data.Contact{}, &contact)
	contact.CompanyName = contact.Name
	if err := data.Contacts.Insert(tx, &contact); err != nil {
		return err
	}
	customer.ContactNo = no
	return data.LinkCustomer(tx, no, customer.No)
}
