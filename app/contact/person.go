package contact

import (
	"net/mail"
	"slices"
	"strings"
	"unicode"

	"campaigndesk/data"
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

// inheritance is what persons take from their company, always as a whole in BC's Setup switches, which are all on here (CO-20).
type inheritance struct {
	own           []*string // salesperson, territory, country, language
	address       []*string // Address, Address 2, Post Code, City: what decides whether an address is the company's
	county        *string   // goes with the address
	communication []*string
}

func inherited(c *data.Contact) inheritance {
	return inheritance{
		own:           []*string{(*string)(&c.SalespersonCode), (*string)(&c.TerritoryCode), (*string)(&c.CountryCode), &c.LanguageCode},
		address:       []*string{&c.Address, &c.Address2, &c.PostCode, &c.City},
		county:        &c.County,
		communication: []*string{&c.PhoneNo, &c.MobilePhoneNo, &c.EMail, &c.HomePage},
	}
}

// join puts a person into a company: it takes the company's salesperson, territory, country and language; its address, unless
// the person has one of its own; and its means of communication where the person has none of its own. What equals that of
// the previous company is not the person's own (CO-19).
func join(person, previous, company data.Contact) data.Contact {
	person.CompanyNo, person.CompanyName = company.No, company.Name
	p, old, now := inherited(&person), inherited(&previous), inherited(&company)
	for i := range p.own {
		*p.own[i] = *now.own[i]
	}
	if blank(p.address) || same(p.address, old.address) {
		for i := range p.address {
			*p.address[i] = *now.address[i]
		}
		*p.county = *now.county
	}
	for i, field := range p.communication {
		if *field == "" || *field == *old.communication[i] {
			*field = *now.communication[i]
		}
	}
	return person
}

// follow changes a person as its company changed: each field only where the person had the company's value, the address only
// when all of it was the company's (CO-21).
func follow(person, before, after data.Contact) data.Contact {
	person.CompanyName = after.Name
	p, old, now := inherited(&person), inherited(&before), inherited(&after)
	if same(p.address, old.address) {
		for i := range p.address {
			*p.address[i] = *now.address[i]
		}
		if *now.county != *old.county {
			*p.county = *now.county
		}
	}
	olds, nows := slices.Concat(old.own, old.communication), slices.Concat(now.own, now.communication)
	for i, field := range slices.Concat(p.own, p.communication) {
		if *field == *olds[i] {
			*field = *nows[i]
		}
	}
	return person
}

func blank(fields []*string) bool {
	for _, f := range fields {
		if *f != "" {
			return false
		}
	}
	return true
}

func same(a, b []*string) bool {
	for i := range a {
		if *a[i] != *b[i] {
			return false
		}
	}
	return true
}
