package contact

import (
	"errors"

	"campaigndesk/app"
	"campaigndesk/app/campaign"
	"campaigndesk/app/noseries"
	"campaigndesk/data"
)

// Winner says whose fields count when a contact is linked to an existing customer (CO-29).
type Winner int

const (
	ContactWins Winner = iota
	CustomerWins
)

// CreateCustomer makes a customer of a contact, of a person's company if it has one, and links them (CO-30). The contact's
// places in target groups become the customer's (CP-100). It returns the customer.
func CreateCustomer(s *app.Session, no data.ContactNo) (customer data.Customer, notices []data.Message, err error) {
	contact, err := linkable(s, no)
	if err != nil {
		return customer, nil, err
	}
	number, notices, err := noseries.Take(s.DB, data.Customers, s.Setup.CustomerNos, s.WorkDate)
	if err != nil {
		return customer, nil, err
	}
	customer = data.Customer{No: data.CustomerNo(number), AllowLineDisc: true}
	copyAll(commonOfContact(&contact), commonOfCustomer(&customer))
	return customer, notices, s.Write(data.Msg("customer-created-from", customer.No, contact.No, contact.Name), func(tx *data.Tx) error {
		if err := data.Customers.Insert(tx, &customer); err != nil {
			return err
		}
		return link(tx, contact.No, customer.No)
	})
}

// Link links a contact, a person's company if it has one, with an existing customer (CO-28, CO-29). The fields that both have
// become the winner's, and the contact's places in target groups become the customer's (CP-101).
func Link(s *app.Session, no data.ContactNo, customerNo data.CustomerNo, winner Winner) error {
	contact, err := linkable(s, no)
	if err != nil {
		return err
	}
	customer, err := data.Customers.Get(s.DB, customerNo)
	switch {
	case errors.Is(err, data.ErrNotFound):
		return data.Msg("customer-missing", customerNo).At("customer_no")
	case err != nil:
		return err
	case customer.ContactNo != "":
		return data.Msg("customer-already-linked", customer.No, customer.ContactNo).At("customer_no")
	}
	return s.Write(data.Msg("contact-linked", contact.No, contact.Name, customer.No), func(tx *data.Tx) error {
		if err := link(tx, contact.No, customer.No); err != nil {
			return err
		}
		if winner == ContactWins {
			copyAll(commonOfContact(&contact), commonOfCustomer(&customer))
			return data.Customers.Update(tx, &customer)
		}
		before := contact
		copyAll(commonOfCustomer(&customer), commonOfContact(&contact))
		return saveFollowing(s, tx, &before, &contact)
	})
}

// Unlink parts a contact from its customer; both stay. The customer's places in target groups become the contact's.
func Unlink(s *app.Session, no data.ContactNo) error {
	contact, err := data.Contacts.Get(s.DB, no)
	if err != nil {
		return err
	}
	if contact.CompanyNo != "" {
		no = contact.CompanyNo
	}
	return s.Write(data.Msg("contact-unlinked", no, contact.CustomerNo), func(tx *data.Tx) error {
		if contact.CustomerNo == "" {
			return nil
		}
		if err := campaign.CustomerIsGone(tx, contact.CustomerNo); err != nil {
			return err
		}
		return data.UnlinkCustomer(tx, no)
	})
}

// CustomerDeleted is to be called in the command that deletes a customer, before the customer goes: its contact stays and
// takes its places in target groups (CO-32, CP-102).
func CustomerDeleted(tx *data.Tx, no data.CustomerNo) error {
	customer, err := data.Customers.Get(tx, no)
	if err != nil {
		return err
	}
	if err := campaign.CustomerIsGone(tx, no); err != nil {
		return err
	}
	return data.UnlinkCustomer(tx, customer.ContactNo)
}

// CustomerChanged is to be called in the command that changes a customer: its contact follows in the fields that changed and
// that both have (CO-31).
func CustomerChanged(s *app.Session, tx *data.Tx, before, after *data.Customer) error {
	if after.ContactNo == "" {
		return nil
	}
	contact, err := data.Contacts.Get(tx, after.ContactNo)
	if err != nil {
		return err
	}
	stored := contact
	copyChanged(commonOfCustomer(before), commonOfCustomer(after), commonOfContact(&contact))
	return saveFollowing(s, tx, &stored, &contact)
}

// linkable reads the contact to be linked, a person's company if it has one, and refuses one that is linked already or blocked
// (CO-28…30, CO-60), and a Setup that does not say what a customer is.
func linkable(s *app.Session, no data.ContactNo) (data.Contact, error) {
	if s.Setup.CustomerRelation == "" {
		return data.Contact{}, data.Msg("customer-relation-missing")
	}
	contact, err := data.Contacts.Get(s.DB, no)
	if err == nil && contact.CompanyNo != "" {
		contact, err = data.Contacts.Get(s.DB, contact.CompanyNo)
	}
	switch {
	case errors.Is(err, data.ErrNotFound):
		return contact, data.Msg("contact-missing", no)
	case err != nil:
		return contact, err
	case contact.CustomerNo != "":
		return contact, data.Msg("contact-already-linked", contact.No, contact.CustomerNo)
	}
	return contact, CheckUsable(contact)
}

func link(tx *data.Tx, contact data.ContactNo, customer data.CustomerNo) error {
	if err := data.LinkCustomer(tx, contact, customer); err != nil {
		return err
	}
	return campaign.ContactIsCustomer(tx, contact, customer)
}

// saveFollowing stores a contact that follows its customer, and its persons with it.
func saveFollowing(s *app.Session, tx *data.Tx, before, after *data.Contact) error {
	if after.Type == data.Company {
		after.CompanyName = after.Name
	} else if after.Name != before.Name {
		splitName(after)
	}
	settleSearchName(before, after)
	if *after == *before {
		return nil
	}
	Stamp(s, after)
	if err := data.Contacts.Update(tx, after); err != nil {
		return err
	}
	return toPersons(tx, before, after)
}

// toCustomer passes what changed on a contact on to its customer: the common fields of the linked contact itself (CO-31), and
// the name of a person whom the customer names as its contact (CO-17).
func toCustomer(tx *data.Tx, before, after *data.Contact) error {
	if after.CustomerNo == "" {
		return nil
	}
	customer, err := data.Customers.Get(tx, after.CustomerNo)
	if err != nil {
		return err
	}
	stored := customer
	if customer.ContactNo == after.No {
		copyChanged(commonOfContact(before), commonOfContact(after), commonOfCustomer(&customer))
	} else if customer.PrimaryContactNo == after.No || customer.PrimaryContactNo == "" && customer.ContactName == before.Name {
		customer.ContactName = after.Name
	}
	if customer == stored {
		return nil
	}
	return data.Customers.Update(tx, &customer)
}

// commonOfContact are the fields that a contact has in common with its customer, in the order of commonOfCustomer (CO-31).
func commonOfContact(c *data.Contact) []*string {
	return []*string{&c.Name, &c.SearchName, &c.Name2, &c.Address, &c.Address2, &c.PostCode, &c.City, &c.County, (*string)(&c.CountryCode), &c.PhoneNo, &c.MobilePhoneNo,
		&c.FaxNo, &c.EMail, &c.HomePage, (*string)(&c.SalespersonCode), (*string)(&c.TerritoryCode), (*string)(&c.CurrencyCode), &c.LanguageCode, &c.FormatRegion,
		&c.VATRegistrationNo, &c.RegistrationNo}
}

// commonOfCustomer are the fields that a customer has in common with its contact.
func commonOfCustomer(c *data.Customer) []*string {
	return []*string{&c.Name, &c.SearchName, &c.Name2, &c.Address, &c.Address2, &c.PostCode, &c.City, &c.County, (*string)(&c.CountryCode), &c.PhoneNo, &c.MobilePhoneNo,
		&c.FaxNo, &c.EMail, &c.HomePage, (*string)(&c.SalespersonCode), (*string)(&c.TerritoryCode), (*string)(&c.CurrencyCode), &c.LanguageCode, &c.FormatRegion,
		&c.VATRegistrationNo, &c.RegistrationNo}
}

func copyAll(from, into []*string) {
	for i := range into {
		*into[i] = *from[i]
	}
}

// copyChanged copies only the fields in which a record changed.
func copyChanged(before, after, into []*string) {
	for i := range into {
		if *after[i] != *before[i] {
			*into[i] = *after[i]
		}
	}
}
