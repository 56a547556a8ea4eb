package contact

import (
	"context"

	"campaigndesk/app"
	"campaigndesk/app/noseries"
	"campaigndesk/data"
)

// manyCustomers is how many customers become contacts without a question (CO-32a).
const manyCustomers = 100

// CustomerCreated is to be called in the command that creates a customer: the company that the customer is becomes a contact
// with the number, and the two are linked (CO-28). Its values are the customer's, not Setup's (CO-6).
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

// AskBeforeCreating asks before more than a hundred customers become contacts (CO-32a); nil for fewer.
func AskBeforeCreating(customers []data.Customer) *app.Question {
	n := len(withoutContact(customers))
	if n <= manyCustomers {
		return nil
	}
	return &app.Question{Text: data.Msg("many-contacts-question", n), Yes: true}
}

// CreateForCustomers makes a contact of each of the customers that has none, with the next number of the series, links the two,
// and looks for duplicates where companies are compared (CO-32a). The notices that done is called with say how many contacts and
// how many new pairs there are.
func CreateForCustomers(s *app.Session, customers []data.Customer, done func(notices []data.Message, err error)) {
	customers = withoutContact(customers)
	switch {
	case s.Setup.CustomerRelation == "":
		done(nil, data.Msg("customer-relation-missing"))
		return
	case len(customers) == 0:
		done([]data.Message{data.Msg("contacts-were-created", 0)}, nil)
		return
	}
	var notices []data.Message
	s.Run(data.Msg("creating-contacts"), func(ctx context.Context, progress app.Progress) error {
		return s.DB.Write(ctx, data.Msg("contacts-created-from", len(customers)), func(tx *data.Tx) (err error) {
			notices, err = createForCustomers(s, tx, customers, progress)
			return err
		})
	}, func(err error) {
		if err != nil {
			notices = nil
		}
		done(notices, err)
	})
}

func createForCustomers(s *app.Session, tx *data.Tx, customers []data.Customer, progress app.Progress) ([]data.Message, error) {
	taken := func(no string) (bool, error) { return data.Contacts.Exists(tx, no) }
	notices := []data.Message{data.Msg("contacts-were-created", len(customers))}
	var runsOut *data.Message
	for i := range customers {
		no, warning, err := noseries.NextFree(tx, s.Setup.ContactNos, s.WorkDate, taken)
		if err != nil {
			return nil, err
		}
		if warning != nil {
			runsOut = warning
		}
		if err := CustomerCreated(s, tx, data.ContactNo(no), s.Setup.ContactNos, &customers[i]); err != nil {
			return nil, err
		}
		progress(i+1, len(customers))
	}
	if s.Setup.MaintainSearchStrings {
		found, err := data.FindDuplicates(tx)
		if err != nil {
			return nil, err
		}
		notices = append(notices, data.Msg("duplicates-found", found))
	}
	if runsOut != nil {
		notices = append(notices, *runsOut)
	}
	return notices, nil
}

func withoutContact(customers []data.Customer) (open []data.Customer) {
	for _, c := range customers {
		if c.ContactNo == "" {
			open = append(open, c)
		}
	}
	return open
}
