// Package addressee writes to whom something is sent: the address block of a contact, and the words that greet it.
package addressee

import (
	"errors"

	"campaigndesk/app"
	"campaigndesk/data"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Block is the address of a contact on a day as it stands on an envelope, without blank lines (CO-41, CO-42). An alternative
// address may be given by its code; blank is the one that is active on the day.
func Block(s *app.Session, c data.Contact, given data.AltAddressCode, day data.Date) ([]string, error) {
	alt, found, err := alternative(s.DB, c.No, given, day)
	if err != nil {
		return nil, err
	}
	if found {
		return lines(s, instead(alt, c.Name)), nil
	}
	if c.Type != data.Person || c.CompanyNo == "" {
		return lines(s, place(c, c.Name, c.Name2, "")), nil
	}
	company, err := data.Contacts.Get(s.DB, c.CompanyNo)
	if err != nil {
		return nil, err
	}
	if s.Setup.InheritAddress && sameAddress(c, company) {
		alt, found, err := alternative(s.DB, company.No, "", day)
		if err != nil {
			return nil, err
		}
		if found {
			return lines(s, instead(alt, c.Name)), nil
		}
	}
	return lines(s, place(c, company.Name, company.Name2, c.Name)), nil
}

// alternative finds the alternative address of the code, or without one that of the day (CO-40). A code whose address is gone
// finds nothing.
func alternative(r data.Reader, contact data.ContactNo, code data.AltAddressCode, day data.Date) (alt data.AltAddress, found bool, err error) {
	if code == "" {
		if code, err = data.ActiveAltAddress(r, contact, day); err != nil || code == "" {
			return alt, false, err
		}
	}
	alt, err = data.AltAddresses.Get(r, contact, code)
	if errors.Is(err, data.ErrNotFound) {
		return alt, false, nil
	}
	return alt, err == nil, err
}

func sameAddress(a, b data.Contact) bool {
	return a.Address == b.Address && a.Address2 == b.Address2 && a.PostCode == b.PostCode && a.City == b.City
}

// address is what a block is made of, in order.
type address struct {
	name, name2, attention, street, street2, postCode, city, county string

	country data.CountryCode
}

func place(c data.Contact, name, name2, attention string) address {
	return address{name, name2, attention, c.Address, c.Address2, c.PostCode, c.City, c.County, c.CountryCode}
}

func instead(a data.AltAddress, attention string) address {
	return address{a.CompanyName, a.CompanyName2, attention, a.Address, a.Address2, a.PostCode, a.City, a.County, a.CountryCode}
}

func lines(s *app.Session, a address) []string {
	if a.attention == a.name {
		a.attention = ""
	}
	town := a.postCode
	if town != "" && a.city != "" {
		town += " "
	}
	town += a.city
	var block []string
	for _, line := range []string{a.name, a.name2, a.attention, a.street, a.street2, town, a.county, foreign(s, a.country)} {
		if line != "" {
			block = append(block, line)
		}
	}
	return block
}

// foreign is the name of a country in the program's language; blank for the own country, which no address needs.
func foreign(s *app.Session, code data.CountryCode) string {
	own := s.Setup.DefaultCountry
	if own == "" {
		region, _ := language.Make(s.Setup.Region).Region()
		own = data.CountryCode(region.String())
	}
	if code == "" || code == own {
		return ""
	}
	region, err := language.ParseRegion(string(code))
	if err != nil {
		return string(code)
	}
	return display.Regions(language.Make(s.Texts.Language())).Name(region)
}
