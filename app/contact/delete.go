package contact

import (
	"campaigndesk/app"
	"campaigndesk/app/campaign"
	"campaigndesk/data"
)

// Delete removes contacts, companies with all their persons; a single contact that is still in use refuses the whole
// (CO-56, CO-57). A person's history stays with its company, a company's without contact (CO-58, CO-59); its customer stays (CO-32).
func Delete(s *app.Session, contacts []data.Contact) (notices []data.Message, err error) {
	name := data.Msg("contacts-deleted", len(contacts))
	if len(contacts) == 1 {
		name = data.Msg("contact-deleted", contacts[0].No, contacts[0].Name)
	}
	err = s.Write(name, func(tx *data.Tx) error {
		for _, c := range contacts {
			ended, err := campaign.KeepTargets(tx, func() ([]data.Reason, error) { return data.ReasonsOfContact(tx, c.No) },
				func() error { return remove(tx, c) })
			if err != nil {
				return err
			}
			notices = append(notices, ended...)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return notices, nil
}

// AskBeforeDelete says how many persons a company takes along; for others nil, the general question.
func AskBeforeDelete(s *app.Session, contacts []data.Contact) (*app.Question, error) {
	persons := 0
	for _, c := range contacts {
		use, err := data.UseOfContact(s.DB, c.No)
		if err != nil {
			return nil, err
		}
		persons += use.Persons
	}
	if persons == 0 {
		return nil, nil
	}
	return &app.Question{Text: data.Msg("contact-delete-persons", len(contacts), persons), Yes: true}, nil
}

// remove deletes a contact that nothing needs, a company's persons first.
func remove(tx *data.Tx, c data.Contact) error {
	use, err := data.UseOfContact(tx, c.No)
	switch {
	case err != nil:
		return err
	case use.Segments > 0:
		return data.Msg("contact-on-segments", c.No, use.Segments, use.Segment)
	case use.Quotes > 0:
		return data.Msg("contact-on-quotes", c.No, use.Quotes)
	}
	if c.Type == data.Person {
		if err := forgetName(tx, c); err != nil {
			return err
		}
		if err := data.LeaveHistoryWithCompany(tx, c.No); err != nil {
			return err
		}
	} else {
		persons, err := data.PersonsOf(tx, c.No)
		if err != nil {
			return err
		}
		for _, person := range persons {
			if err := remove(tx, person); err != nil {
				return err
			}
		}
		if err := data.ForgetCompanyInHistory(tx, c.No); err != nil {
			return err
		}
	}
	if err := data.DropTarget(tx, data.TargetContact, string(c.No)); err != nil {
		return err
	}
	if err := data.ClearContact(tx, c.No); err != nil {
		return err
	}
	return data.Contacts.Delete(tx, c.ID)
}

// forgetName blanks the contact name of the customer that names the person (CO-32).
func forgetName(tx *data.Tx, person data.Contact) error {
	if person.CustomerNo == "" {
		return nil
	}
	customer, err := data.Customers.Get(tx, person.CustomerNo)
	if err != nil || customer.ContactName != person.Name {
		return err
	}
	customer.ContactName = ""
	return data.Customers.Update(tx, &customer)
}
