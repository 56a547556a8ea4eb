package register

import (
	"campaigndesk/app"
	"campaigndesk/app/contact"
	"campaigndesk/app/noseries"
	"campaigndesk/data"
)

// CreateCustomer stores a new customer. A blank number is taken from the series of Setup; a typed one must be allowed. A blank
// salesperson becomes the laptop's own. Where Setup says which business relation means customer, the company becomes a
// contact as well, so that segments can hold it.
func CreateCustomer(s *app.Session, c *data.Customer) (notices []data.Message, err error) {
	if c.SalespersonCode == "" && app.CheckSalesperson(s.DB, s.Setup.SalespersonCode) == nil {
		c.SalespersonCode = s.Setup.SalespersonCode
	}
	if err := app.CheckSalesperson(s.DB, c.SalespersonCode); err != nil {
		return nil, err
	}
	no, notices, err := numbered(s, data.Customers, string(c.No), s.Setup.CustomerNos)
	if err != nil {
		return nil, err
	}
	c.No = data.CustomerNo(no)
	var contactNo string
	if s.Setup.CustomerRelation != "" {
		var more []data.Message
		if contactNo, more, err = noseries.Take(s.DB, data.Contacts, s.Setup.ContactNos, s.WorkDate); err != nil {
			return nil, err
		}
		notices = append(notices, more...)
	}
	return notices, s.Write(created(data.Customers.Name(), no), func(tx *data.Tx) error {
		if err := data.Customers.Insert(tx, c); err != nil || contactNo == "" {
			return err
		}
		return contact.CustomerCreated(s, tx, data.ContactNo(contactNo), s.Setup.ContactNos, c)
	})
}

// SaveCustomer stores a changed customer; its contact follows (CO-31), and so does everything that names its number.
func SaveCustomer(s *app.Session, before, after *data.Customer) error {
	if after.SalespersonCode != before.SalespersonCode {
		if err := app.CheckSalesperson(s.DB, after.SalespersonCode); err != nil {
			return err
		}
	}
	if after.No != before.No {
		if err := noseries.CheckManual(s.DB, s.Setup.CustomerNos); err != nil {
			return err
		}
	}
	return s.Write(changed(data.Customers.Name(), string(before.No)), func(tx *data.Tx) error {
		if err := Update(tx, data.Customers, before, after); err != nil {
			return err
		}
		return contact.CustomerChanged(s, tx, before, after)
	})
}

// numbered is a new record's number: the one typed, if the series allows it, else the next of the series.
func numbered[T any](s *app.Session, table *data.Table[T], typed string, series data.NoSeriesCode) (string, []data.Message, error) {
	if typed != "" {
		return typed, nil, noseries.CheckManual(s.DB, series)
	}
	return noseries.Take(s.DB, table, series, s.WorkDate)
}
