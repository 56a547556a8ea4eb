// Package contact keeps the rules of contacts (CO section 1): companies and the persons in them, what persons inherit from
// their company, and the link to the customer that a company is.
package contact

import (
	"cmp"
	"errors"
	"strings"

	"campaigndesk/app"
	"campaigndesk/app/campaign"
	"campaigndesk/app/noseries"
	"campaigndesk/data"
)

// Create stores a new contact. A blank number is taken from the contact's No. Series, else from the series of Setup, skipping
// numbers that exist (CO-1); a typed one must be allowed (CO-2). A blank salesperson becomes the laptop's own (CO-4, CO-5);
// what a person inherits from its company wins (CO-19, CO-20).
func Create(s *app.Session, c *data.Contact) (notices []data.Message, err error) {
	if c.SalespersonCode == "" && app.CheckSalesperson(s.DB, s.Setup.SalespersonCode) == nil {
		c.SalespersonCode = s.Setup.SalespersonCode
	}
	if err := settle(s.DB, &data.Contact{Type: c.Type}, c); err != nil {
		return nil, err
	}
	if c.No == "" {
		c.NoSeries = cmp.Or(c.NoSeries, s.Setup.ContactNos)
		var no string
		if no, notices, err = noseries.Take(s.DB, data.Contacts, c.NoSeries, s.WorkDate); err != nil {
			return nil, err
		}
		c.No = data.ContactNo(no)
	} else if c.NoSeries == "" {
		if err := noseries.CheckManual(s.DB, s.Setup.ContactNos); err != nil {
			return nil, err
		}
	}
	if c.Type == data.Company {
		c.CompanyNo, c.CompanyName = c.No, c.Name
	}
	c.LastDateModified = s.Today()
	return notices, s.Write(data.Msg("contact-created", c.No, c.Name), func(tx *data.Tx) error { return data.Contacts.Insert(tx, c) })
}

// Save stores a changed contact, with what follows from the change: the names of a person (CO-14, CO-15), the fields that
// persons inherit from their company (CO-12, CO-21), the linked customer (CO-17, CO-31), the history of a person who moves
// to another company (CO-23), and every reference to another number.
func Save(s *app.Session, before, after *data.Contact) (notices []data.Message, err error) {
	if *after == *before {
		return nil, nil
	}
	if err := settle(s.DB, before, after); err != nil {
		return nil, err
	}
	if after.Type == data.Company {
		after.CompanyNo, after.CompanyName = after.No, after.Name
	}
	name := data.Msg("contact-changed", before.No, before.Name)
	if after.No != before.No {
		if after.NoSeries == before.NoSeries { // typed, not taken from another series
			if err := noseries.CheckManual(s.DB, s.Setup.ContactNos); err != nil {
				return nil, err
			}
			after.NoSeries = ""
		}
		name = data.Msg("contact-renamed", before.No, after.No, after.Name)
	}
	after.LastDateModified = s.Today()
	err = s.Write(name, func(tx *data.Tx) error {
		if after.No != before.No {
			if err := rename(tx, before.No, after); err != nil {
				return err
			}
		}
		notices, err = campaign.KeepTargets(tx, func() ([]data.Reason, error) { return data.ReasonsOfContact(tx, after.No) }, func() error {
			if err := data.Contacts.Update(tx, after); err != nil {
				return err
			}
			return moved(tx, before, after)
		})
		if err != nil {
			return err
		}
		if err := toPersons(tx, s.Today(), before, after); err != nil {
			return err
		}
		return toCustomer(tx, before, after)
	})
	if err != nil {
		return nil, err
	}
	return notices, nil
}

// AskBeforeSave asks before a rename.
func AskBeforeSave(before, after *data.Contact) *app.Question {
	if after.No == before.No {
		return nil
	}
	return &app.Question{Text: data.Msg("contact-rename-question", before.No, after.No), Yes: true}
}

// rename gives the stored contact its new number, before anything else is changed.
func rename(tx *data.Tx, from data.ContactNo, after *data.Contact) error {
	stored, err := data.Contacts.Get(tx, from)
	if err != nil {
		return err
	}
	stored.No = after.No
	if stored.CompanyNo == from {
		stored.CompanyNo = after.No
	}
	if err := data.Contacts.Update(tx, &stored); err != nil {
		return err
	}
	return data.RenameContact(tx, from, after.No)
}

// moved brings segment lines and history along when the contact's company is another than before.
func moved(tx *data.Tx, before, after *data.Contact) error {
	if after.CompanyNo == before.CompanyNo || before.CompanyNo == before.No && after.CompanyNo == after.No {
		return nil
	}
	if err := data.MoveLinesToCompany(tx, after.No, after.CompanyNo); err != nil {
		return err
	}
	if before.CompanyNo == "" {
		return data.TakeHistoryToCompany(tx, after.No, after.CompanyNo)
	}
	return data.LeaveHistoryWithCompany(tx, after.No)
}

// toPersons passes what changed on a company on to its persons (CO-12, CO-21).
func toPersons(tx *data.Tx, today data.Date, before, after *data.Contact) error {
	if before.Type != data.Company || after.Type != data.Company {
		return nil
	}
	persons, err := data.PersonsOf(tx, after.No)
	if err != nil {
		return err
	}
	for _, person := range persons {
		followed := follow(person, *before, *after)
		if followed == person {
			continue
		}
		followed.LastDateModified = today
		if err := data.Contacts.Update(tx, &followed); err != nil {
			return err
		}
	}
	return nil
}

// settle refuses what a contact may not be and makes its fields agree: the type with the company, a person's names with
// each other, the company's name with its number.
func settle(r data.Reader, before, after *data.Contact) error {
	if err := checkFields(r, before, after); err != nil {
		return err
	}
	if after.Type != before.Type {
		if err := changeType(r, before, after); err != nil {
			return err
		}
	}
	if after.Type == data.Company {
		return nil
	}
	if after.FirstName != before.FirstName || after.MiddleName != before.MiddleName || after.Surname != before.Surname {
		after.Name = joinName(after)
	} else if after.Name != before.Name {
		splitName(after)
	}
	if after.CompanyNo != before.CompanyNo {
		return changeCompany(r, before, after)
	}
	after.CompanyName = before.CompanyName
	return nil
}

// checkFields refuses single fields that cannot be so.
func checkFields(r data.Reader, before, after *data.Contact) error {
	if after.SalespersonCode != before.SalespersonCode {
		if err := app.CheckSalesperson(r, after.SalespersonCode); err != nil {
			return err
		}
	}
	for _, phone := range []struct{ column, no string }{{"phone_no", after.PhoneNo}, {"mobile_phone_no", after.MobilePhoneNo}} {
		if hasLetter(phone.no) {
			return data.Msg("phone-with-letters", phone.no).At(phone.column)
		}
	}
	if after.EMail != before.EMail && !isAddressList(after.EMail) {
		return data.Msg("e-mail-not-valid", after.EMail).At("e_mail")
	}
	return nil
}

// changeType makes a company of a person or the reverse (CO-8…10).
func changeType(r data.Reader, before, after *data.Contact) error {
	use, err := data.UseOfContact(r, before.No)
	if err != nil {
		return err
	}
	switch {
	case use.Interactions > 0:
		return data.Msg("contact-type-interactions", before.No, use.Interactions).At("type")
	case after.Type == data.Person && use.Persons > 0:
		return data.Msg("contact-type-persons", before.No, use.Persons).At("type")
	case after.Type == data.Person && before.CustomerNo != "":
		return data.Msg("contact-type-customer", before.No, before.CustomerNo).At("type")
	case after.Type == data.Company && before.CompanyNo != "" && use.Segments > 0:
		return data.Msg("contact-on-segments", before.No, use.Segments).At("type")
	case after.Type == data.Company:
		after.FirstName, after.MiddleName, after.Surname, after.JobTitle = "", "", "", ""
	default:
		after.CompanyNo, after.CompanyName = "", ""
		splitName(after)
	}
	return nil
}

// changeCompany puts a person into a company, or takes it out, with what it inherits (CO-18, CO-19, CO-22).
func changeCompany(r data.Reader, before, after *data.Contact) error {
	if before.No != "" && before.Type == data.Person {
		use, err := data.UseOfContact(r, before.No)
		if err != nil {
			return err
		}
		if use.Segments > 0 {
			return data.Msg("contact-on-segments", before.No, use.Segments).At("company_no")
		}
	}
	previous, err := companyOf(r, before)
	if err != nil {
		return err
	}
	company, err := companyOf(r, after)
	if err != nil {
		return err
	}
	if company.No == "" {
		after.CompanyName = ""
		return nil
	}
	*after = join(*after, previous, company)
	return nil
}

// companyOf reads the company that a person names, an empty one when it names none.
func companyOf(r data.Reader, person *data.Contact) (data.Contact, error) {
	if person.CompanyNo == "" || person.CompanyNo == person.No {
		return data.Contact{}, nil
	}
	company, err := data.Contacts.Get(r, person.CompanyNo)
	if errors.Is(err, data.ErrNotFound) || err == nil && company.Type != data.Company {
		return data.Contact{}, data.Msg("contact-no-company", person.CompanyNo).At("company_no")
	}
	return company, err
}

// FindCompanies answers what was typed into Company Name (CO-18): the company of that number or exact name, else those in
// whose number, name, city, phone number or post code the words begin, at most limit. One hit is to be taken, of several
// one is chosen, and none is an error.
func FindCompanies(r data.Reader, typed string, limit int) ([]data.Contact, error) {
	company := data.Equal("type", data.Company)
	for _, exact := range []data.View{
		{Fixed: []data.Cond{company, data.Equal("no", strings.ToUpper(strings.TrimSpace(typed)))}},
		{Fixed: []data.Cond{company, data.Equal("name", typed)}},
	} {
		found, err := data.Contacts.First(r, exact, limit)
		if err != nil || len(found) > 0 {
			return found, err
		}
	}
	found, err := data.Contacts.First(r, data.View{Fixed: []data.Cond{company}, Search: typed}, limit)
	if err == nil && len(found) == 0 {
		return nil, data.Msg("company-not-found", typed).At("company_name")
	}
	return found, err
}
