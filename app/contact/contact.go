// Package contact keeps the rules of contacts (CO section 1): companies and the persons in them, what persons inherit from
// their company, and the link to the customer that a company is.
package contact

import (
	"cmp"
	"time"

	"campaigndesk/app"
	"campaigndesk/app/campaign"
	"campaigndesk/app/noseries"
	"campaigndesk/data"
)

// Create stores a new contact. A blank number is taken from the contact's No. Series, else from the series of Setup, skipping
// numbers that exist (CO-1); a typed one must be allowed (CO-2). What is blank becomes Setup's default (CO-4), the salesperson
// the laptop's own (CO-5); what a person inherits from its company wins (CO-19, CO-20).
func Create(s *app.Session, c *data.Contact) (notices []data.Message, err error) {
	takeDefaults(s, c)
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
	Stamp(s, c)
	return notices, s.Write(data.Msg("contact-created", c.No, c.Name), func(tx *data.Tx) error { return data.Contacts.Insert(tx, c) })
}

// takeDefaults fills what a new contact leaves blank from Setup (CO-4, CO-5). A company gets the salutation of companies
// whatever was chosen before (CO-7). A salesperson who may not be assigned is left out.
func takeDefaults(s *app.Session, c *data.Contact) {
	for _, code := range []data.SalespersonCode{s.Setup.SalespersonCode, s.Setup.DefaultSalesperson} {
		if c.SalespersonCode == "" && app.CheckSalesperson(s.DB, code) == nil {
			c.SalespersonCode = code
		}
	}
	c.TerritoryCode = cmp.Or(c.TerritoryCode, s.Setup.DefaultTerritory)
	c.CountryCode = cmp.Or(c.CountryCode, s.Setup.DefaultCountry)
	c.LanguageCode = cmp.Or(c.LanguageCode, s.Setup.DefaultLanguage)
	c.FormatRegion = cmp.Or(c.FormatRegion, s.Setup.DefaultFormatRegion)
	c.CorrespondenceType = cmp.Or(c.CorrespondenceType, s.Setup.DefaultCorrespondenceType)
	if c.Type == data.Company {
		c.SalutationCode = cmp.Or(s.Setup.CompanySalutation, c.SalutationCode)
	} else {
		c.SalutationCode = cmp.Or(c.SalutationCode, s.Setup.PersonSalutation)
	}
}

// Stamp says that a contact was changed now, in universal time (CO-16).
func Stamp(s *app.Session, c *data.Contact) {
	now := s.Now().UTC()
	c.LastDateModified, c.LastTimeModified = data.DateOf(now), now.Format(time.TimeOnly)
}

// Modified is when a contact was changed last, in the machine's time zone; the zero time when that is not known.
func Modified(c *data.Contact) time.Time {
	at, err := time.Parse(time.DateOnly+" "+time.TimeOnly, string(c.LastDateModified)+" "+c.LastTimeModified)
	if err != nil {
		return c.LastDateModified.Time()
	}
	return at.Local()
}

// Save stores a changed contact, with what follows from the change: the names of a person (CO-14, CO-15), the fields that
// persons inherit from their company (CO-12, CO-21), the linked customer (CO-17, CO-31), the history of a person who moves
// to another company (CO-23), and every reference to another number.
func Save(s *app.Session, before, after *data.Contact) (notices []data.Message, err error) {
	if *after == *before {
		return nil, nil
	}
	if after.No != before.No {
		if err := noseries.CheckManual(s.DB, s.Setup.ContactNos); err != nil {
			return nil, err
		}
		after.NoSeries = ""
	}
	return save(s, before, after)
}

// save stores a changed contact whose number, when it is another, may be so.
func save(s *app.Session, before, after *data.Contact) (notices []data.Message, err error) {
	if err := settle(s.DB, before, after); err != nil {
		return nil, err
	}
	if after.Type == data.Company {
		after.CompanyNo, after.CompanyName = after.No, after.Name
	}
	name := data.Msg("contact-changed", before.No, before.Name)
	if after.No != before.No {
		name = data.Msg("contact-renamed", before.No, after.No, after.Name)
	}
	Stamp(s, after)
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
		if err := toPersons(tx, before, after); err != nil {
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
func toPersons(tx *data.Tx, before, after *data.Contact) error {
	if before.Type != data.Company || after.Type != data.Company {
		return nil
	}
	setup, err := data.GetSetup(tx)
	if err != nil {
		return err
	}
	return data.PassToPersons(tx, before, after, inheritance(setup))
}

// settle refuses what a contact may not be and makes its fields agree: the type with the company, a person's names with
// each other, the company's name with its number.
func settle(r data.Reader, before, after *data.Contact) error {
	if err := checkFields(r, before, after); err != nil {
		return err
	}
	if err := settlePrivacy(before, after); err != nil {
		return err
	}
	if after.Type != before.Type {
		if err := changeType(r, before, after); err != nil {
			return err
		}
	}
	if after.Type == data.Company {
		settleSearchName(before, after)
		return nil
	}
	if after.FirstName != before.FirstName || after.MiddleName != before.MiddleName || after.Surname != before.Surname {
		after.Name = joinName(after)
	} else if after.Name != before.Name {
		splitName(after)
	}
	settleSearchName(before, after)
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
	for _, phone := range []struct{ column, no string }{{"phone_no", after.PhoneNo}, {"mobile_phone_no", after.MobilePhoneNo}, {"fax_no", after.FaxNo}} {
		if hasLetter(phone.no) {
			return data.Msg("phone-with-letters", phone.no).At(phone.column)
		}
	}
	for _, mail := range []struct{ column, before, after string }{{"e_mail", before.EMail, after.EMail}, {"e_mail_2", before.EMail2, after.EMail2}} {
		if mail.after != mail.before && !isAddressList(mail.after) {
			return data.Msg("e-mail-not-valid", mail.after).At(mail.column)
		}
	}
	return nil
}

// Renumber gives a contact the next number of a series, also where numbers cannot be typed (CO-3).
func Renumber(s *app.Session, c *data.Contact, series data.NoSeriesCode) (notices []data.Message, err error) {
	no, notices, err := noseries.Take(s.DB, data.Contacts, series, s.WorkDate)
	if err != nil {
		return nil, err
	}
	after := *c
	after.No, after.NoSeries = data.ContactNo(no), series
	more, err := save(s, c, &after)
	return append(notices, more...), err
}
