package contact

import (
	"net/mail"
	"strings"
	"unicode"

	"campaigndesk/data"
	"campaigndesk/data/filter"
)

// splitName fills a person's names from the whole name: the last word is the surname, the one before it the middle name,
// the others the first name; a single word is a first name (CO-14).
func splitName(c *data.Contact) {
	words := strings.Fields(c.Name)
	var first, middle, last string
	switch n := len(words); n {
	case 0:
	case 1:
		first = words[0]
	case 2:
		first, last = words[0], words[1]
	default:
		first, middle, last = strings.Join(words[:n-2], " "), words[n-2], words[n-1]
	}
	c.FirstName, c.MiddleName, c.Surname = cut(first, "first_name"), cut(middle, "middle_name"), cut(last, "surname")
}

// joinName is the whole name of a person's names (CO-15).
func joinName(c *data.Contact) string {
	return strings.Join(strings.Fields(c.FirstName+" "+c.MiddleName+" "+c.Surname), " ")
}

// cut shortens a text to what its column takes.
func cut(text, column string) string {
	runes := []rune(text)
	return string(runes[:min(len(runes), data.Contacts.MaxLength(column))])
}

func hasLetter(phone string) bool { return strings.ContainsFunc(phone, unicode.IsLetter) }

// isAddressList reports whether a text is blank or one or several e-mail addresses separated by semicolons or commas.
func isAddressList(text string) bool {
	for _, address := range strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == ',' }) {
		address = strings.TrimSpace(address)
		if parsed, err := mail.ParseAddress(address); err != nil || parsed.Address != address {
			return false
		}
	}
	return true
}

// settleSearchName lets the search name follow the name until it is edited by hand (CO-13).
func settleSearchName(before, after *data.Contact) {
	if after.SearchName == "" || after.SearchName == before.SearchName && after.SearchName == searchName(before.Name) {
		after.SearchName = searchName(after.Name)
	}
}

func searchName(name string) string { return cut(filter.Fold(strings.TrimSpace(name)), "search_name") }

// inheritance is what persons take from their company by Setup's switches (CO-19…21). The correspondence type is taken only when a
// person joins.
func inheritance(setup data.Setup) data.Inheritance {
	inherited := data.Inheritance{Address: setup.InheritAddress}
	for _, part := range []struct {
		on      bool
		columns []string
	}{
		{setup.InheritSalesperson, []string{"salesperson_code"}},
		{setup.InheritTerritory, []string{"territory_code"}},
		{setup.InheritCountry, []string{"country_code"}},
		{setup.InheritLanguage, []string{"language_code"}},
		{setup.InheritFormatRegion, []string{"format_region"}},
		{setup.InheritCommunication, []string{"phone_no", "mobile_phone_no", "fax_no", "e_mail", "home_page"}},
	} {
		if part.on {
			inherited.Columns = append(inherited.Columns, part.columns...)
		}
	}
	return inherited
}

// join puts a person into a company: it takes the company's salesperson, territory, country, language and format region; its
// address, unless the person has one of its own; and its means of communication where the person has none of its own. What
// equals that of the previous company is not the person's own (CO-19).
func join(setup data.Setup, person, previous, company data.Contact) data.Contact {
	person.CompanyNo, person.CompanyName = company.No, company.Name
	if setup.InheritSalesperson {
		person.SalespersonCode = company.SalespersonCode
	}
	if setup.InheritTerritory {
		person.TerritoryCode = company.TerritoryCode
	}
	if setup.InheritCountry {
		person.CountryCode = company.CountryCode
	}
	if setup.InheritLanguage {
		person.LanguageCode = company.LanguageCode
	}
	if setup.InheritFormatRegion {
		person.FormatRegion = company.FormatRegion
	}
	if setup.InheritAddress && (addressOf(person) == address{} || addressOf(person) == addressOf(previous)) {
		person.Address, person.Address2, person.PostCode, person.City = company.Address, company.Address2, company.PostCode, company.City
		person.County = company.County
	}
	if setup.InheritCommunication {
		own, old, now := communication(&person), communication(&previous), communication(&company)
		for i, field := range own {
			if *field == "" || *field == *old[i] {
				*field = *now[i]
			}
		}
		if person.CorrespondenceType == data.NoCorrespondence || person.CorrespondenceType == previous.CorrespondenceType {
			person.CorrespondenceType = company.CorrespondenceType
		}
	}
	return person
}

// address is what decides whether an address is the company's.
type address struct{ street, more, postCode, city string }

func addressOf(c data.Contact) address { return address{c.Address, c.Address2, c.PostCode, c.City} }

func communication(c *data.Contact) []*string {
	return []*string{&c.PhoneNo, &c.MobilePhoneNo, &c.FaxNo, &c.EMail, &c.HomePage}
}
