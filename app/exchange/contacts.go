package exchange

import (
	"errors"
	"net/mail"
	"strings"
	"unicode"

	"campaigndesk/app/noseries"
	"campaigndesk/data"
	"campaigndesk/data/filter"
)

// contacts are companies and persons. A row may name both a person and the company the person works for, as the contact
// lists of mail programs do; a company that does not exist yet is created along with its first person.
var contacts = register[data.Contact]{
	id:    "contacts",
	table: data.Contacts,
	fields: []bound[data.Contact]{
		{code("no", 20, "No.", "Nr", "Contact No.", "Kontaktnr", "Contact ID", "ContactID", "Kontakt-ID", "ID"), func(c *data.Contact) any { return &c.No }},
		{option("type", []Choice{
			{"company", []string{"Company", "Företag", "Bolag", "Organization", "Organisation"}},
			{"person", []string{"Person", "Individual", "Privatperson"}},
		}, "Type", "Typ", "Contact Type", "Kontakttyp"), func(c *data.Contact) any { return &c.Type }},
		{text("name", 100, "Name", "Namn", "Full Name", "Fullständigt namn", "Display Name", "Visningsnamn", "Contact Name",
			"ContactName", "Kontaktnamn", "Contact", "Contact Person", "Kontaktperson", "Person", "Kontakt"), func(c *data.Contact) any { return &c.Name }},
		{text("company-name", 100, "Company Name", "CompanyName", "Företagsnamn", "Company", "Företag", "Organization Name",
			"Organization 1 - Name", "Organisation", "Organization", "Organisationsnamn", "Account Name", "Bolag", "Firma"), nil},
		{code("company-no", 20, "Company No.", "Företagsnr", "Contact Company No.", "Kontaktföretagsnr", "Kontaktföretag nr"), nil},
		{firstName, func(c *data.Contact) any { return &c.FirstName }},
		{middleName, func(c *data.Contact) any { return &c.MiddleName }},
		{surname, func(c *data.Contact) any { return &c.Surname }},
		{jobTitle, func(c *data.Contact) any { return &c.JobTitle }},
		{address, func(c *data.Contact) any { return &c.Address }},
		{address2, func(c *data.Contact) any { return &c.Address2 }},
		{postCode, func(c *data.Contact) any { return &c.PostCode }},
		{city, func(c *data.Contact) any { return &c.City }},
		{county, func(c *data.Contact) any { return &c.County }},
		{country, func(c *data.Contact) any { return &c.CountryCode }},
		{phone, func(c *data.Contact) any { return &c.PhoneNo }},
		{mobile, func(c *data.Contact) any { return &c.MobilePhoneNo }},
		{email, func(c *data.Contact) any { return &c.EMail }},
		{homePage, func(c *data.Contact) any { return &c.HomePage }},
		{salesperson, func(c *data.Contact) any { return &c.SalespersonCode }},
		{code("territory-code", 10, "Territory Code", "Distriktskod", "Distrikt", "Territory", "Sales Territory"), func(c *data.Contact) any { return &c.TerritoryCode }},
		{code("language-code", 10, "Language Code", "Språkkod", "Language", "Språk"), func(c *data.Contact) any { return &c.LanguageCode }},
		{boolean("exclude-from-segment", "Exclude from Segment", "Undanta från segment"), func(c *data.Contact) any { return &c.ExcludeFromSegment }},
	},
	derive: func(_ *job, d *draft) error { return deriveContact(d) },
	find:   findContact,
	check:  checkContact,
	settle: settleContact,
	follow: followContact,
}

const (
	companyChoice = int(data.Company)
	personChoice  = int(data.Person)
)

// deriveContact decides whether the row is about a company or a person, and completes its names (CO-14, CO-15).
func deriveContact(d *draft) error {
	kind := d.at("type")
	if !kind.given {
		*kind = value{given: true, choice: kindOf(d)}
	}
	if kind.choice == companyChoice {
		if !d.given("name") {
			d.setText("name", d.text("company-name"))
		}
		for _, part := range []Field{firstName, middleName, surname, jobTitle} {
			*d.at(part.ID) = value{}
		}
	} else if whole := wholeName(d); whole != "" {
		d.setText("name", whole)
	} else {
		first, middle, last := splitName(d.text("name"))
		d.setText(firstName.ID, first)
		d.setText(middleName.ID, middle)
		d.setText(surname.ID, last)
	}
	if !d.given("name") {
		return data.Msg("must-not-be-blank").At("name")
	}
	return nil
}

// kindOf judges by what only persons have, by a name that is not the company's, and by the legal form in a lone name.
func kindOf(d *draft) int {
	name, company := d.text("name"), d.text("company-name")
	switch {
	case wholeName(d) != "" || d.given(jobTitle.ID):
		return personChoice
	case name == "" || filter.Fold(name) == filter.Fold(company) || d.given("no") && d.text("no") == d.text("company-no"):
		return companyChoice
	case company == "" && hasLegalForm(name):
		return companyChoice
	}
	return personChoice
}

// legalForms end the names of companies in the languages around us.
var legalForms = " ab hb kb publ as asa da oy oyj aps gmbh ag kg ohg ltd limited plc llc inc corp co bv nv sa sarl srl spa "

func hasLegalForm(name string) bool {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) })
	return len(words) > 1 && strings.Contains(legalForms, " "+words[len(words)-1]+" ")
}

// splitName takes a whole name apart: the last word is the surname, the one before it the middle name (CO-14).
func splitName(name string) (first, middle, last string) {
	words := strings.Fields(name)
	switch n := len(words); n {
	case 0:
	case 1:
		first = words[0]
	case 2:
		first, last = words[0], words[1]
	default:
		first, middle, last = strings.Join(words[:n-2], " "), words[n-2], words[n-1]
	}
	return cut(first, firstName.Length), cut(middle, middleName.Length), cut(last, surname.Length)
}

func cut(text string, length int) string {
	runes := []rune(text)
	return string(runes[:min(len(runes), length)])
}

// findContact finds the contact by its number, else by its name: a person within the company or with the same e-mail
// address, a company in the same place unless the name is the only one of its kind.
func findContact(j *job, d *draft, c *data.Contact) (data.Contact, error) {
	if c.No != "" {
		return data.Contacts.Twin(j.tx, c)
	}
	if c.Type == data.Company {
		return findCompany(j, c.Name, c.City)
	}
	candidates, err := namesakes(j, data.Person, c.Name)
	if err != nil {
		return data.Contact{}, err
	}
	company := filter.Fold(d.text("company-name"))
	for _, other := range candidates {
		switch {
		case company != "" && filter.Fold(other.CompanyName) == company,
			c.EMail != "" && strings.EqualFold(other.EMail, c.EMail),
			company == "" && c.EMail == "" && len(candidates) == 1:
			return other, nil
		}
	}
	return data.Contact{}, data.ErrNotFound
}

// findCompany finds a company by its name; of several the one in the city.
func findCompany(j *job, name, city string) (data.Contact, error) {
	candidates, err := namesakes(j, data.Company, name)
	if err != nil {
		return data.Contact{}, err
	}
	for _, c := range candidates {
		if len(candidates) == 1 && (city == "" || c.City == "") || filter.Fold(c.City) == filter.Fold(city) {
			return c, nil
		}
	}
	return data.Contact{}, data.ErrNotFound
}

// namesakes are the contacts of a name, without regard to case.
func namesakes(j *job, kind data.ContactType, name string) ([]data.Contact, error) {
	return data.Contacts.First(j.tx, data.View{Fixed: []data.Cond{data.Equal("name", name), data.Equal("type", kind)}}, 50)
}

func checkContact(j *job, d *draft, before, c *data.Contact) error {
	if before != nil && before.Type != c.Type {
		return data.Msg("import-type-changed", before.No, before.Name).At("type")
	}
	if before != nil && c.Type == data.Person && d.given("company-name") && filter.Fold(d.text("company-name")) != filter.Fold(before.CompanyName) {
		return data.Msg("import-company-changed", before.No, before.CompanyName).At("company-name")
	}
	if err := checkAddresses(d); err != nil {
		return err
	}
	return exists(j, data.Salespeople, c.SalespersonCode, salesperson.ID)
}

// checkAddresses refuses telephone numbers with letters and what is no e-mail address.
func checkAddresses(d *draft) error {
	for i, f := range d.fields {
		switch text := d.values[i].text; {
		case (f.ID == phone.ID || f.ID == mobile.ID) && strings.ContainsFunc(text, unicode.IsLetter):
			return data.Msg("phone-with-letters", text).At(f.ID)
		case f.ID == email.ID && !isAddressList(text):
			return data.Msg("e-mail-not-valid", text).At(f.ID)
		}
	}
	return nil
}

// isAddressList reports whether a text is blank or e-mail addresses separated by semicolons or commas.
func isAddressList(text string) bool {
	for address := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ';' || r == ',' }) {
		address = strings.TrimSpace(address)
		if parsed, err := mail.ParseAddress(address); err != nil || parsed.Address != address {
			return false
		}
	}
	return true
}

// settleContact gives a new contact its number and a person its company.
func settleContact(j *job, d *draft, before, c *data.Contact) error {
	c.LastDateModified = j.session.Today()
	if before != nil {
		if c.Type == data.Company {
			c.CompanyName = c.Name
		}
		return nil
	}
	if c.Type == data.Person {
		company, err := companyOf(j, d, c)
		if err != nil {
			return err
		}
		inherit(c, company)
	}
	return number(j, c)
}

// number gives a new contact its number, and makes a company its own company.
func number(j *job, c *data.Contact) error {
	if c.No == "" {
		no, _, err := noseries.NextFree(j.tx, j.session.Setup.ContactNos, j.session.WorkDate, func(no string) (bool, error) {
			return data.Contacts.Exists(j.tx, no)
		})
		if err != nil {
			return err
		}
		c.No, c.NoSeries = data.ContactNo(no), j.session.Setup.ContactNos
	}
	if c.Type == data.Company {
		c.CompanyNo, c.CompanyName = c.No, c.Name
	}
	return nil
}

// companyOf finds the company of a new person, creating it if only its name is known; nil for a person without.
func companyOf(j *job, d *draft, person *data.Contact) (*data.Contact, error) {
	if no := data.ContactNo(d.text("company-no")); no != "" {
		company, err := data.Contacts.Get(j.tx, no)
		if errors.Is(err, data.ErrNotFound) || err == nil && company.Type != data.Company {
			return nil, data.Msg("import-unknown-code", data.Msg("company-no"), no).At("company-no")
		}
		return &company, err
	}
	name := d.text("company-name")
	if name == "" {
		return nil, nil
	}
	company, err := findCompany(j, name, person.City)
	if !errors.Is(err, data.ErrNotFound) {
		return &company, err
	}
	company = data.Contact{Type: data.Company, Name: name, Address: person.Address, Address2: person.Address2, PostCode: person.PostCode,
		City: person.City, County: person.County, CountryCode: person.CountryCode, HomePage: person.HomePage,
		SalespersonCode: person.SalespersonCode, TerritoryCode: person.TerritoryCode, LanguageCode: person.LanguageCode,
		LastDateModified: person.LastDateModified}
	return &company, insertContact(j, &company)
}

func insertContact(j *job, c *data.Contact) error {
	if err := number(j, c); err != nil {
		return err
	}
	return data.Contacts.Insert(j.tx, c)
}

// inherit puts a person into a company. What the file does not say, the person has from the company (CO-19).
func inherit(person, company *data.Contact) {
	if company == nil {
		return
	}
	person.CompanyNo, person.CompanyName = company.No, company.Name
	if person.Address+person.Address2+person.PostCode+person.City == "" {
		person.Address, person.Address2, person.PostCode, person.City = company.Address, company.Address2, company.PostCode, company.City
		person.County = company.County
	}
	for _, f := range []struct{ own, theirs *string }{
		{(*string)(&person.CountryCode), (*string)(&company.CountryCode)}, {&person.PhoneNo, &company.PhoneNo},
		{&person.MobilePhoneNo, &company.MobilePhoneNo}, {&person.EMail, &company.EMail}, {&person.HomePage, &company.HomePage},
		{(*string)(&person.SalespersonCode), (*string)(&company.SalespersonCode)},
		{(*string)(&person.TerritoryCode), (*string)(&company.TerritoryCode)}, {&person.LanguageCode, &company.LanguageCode},
	} {
		if *f.own == "" {
			*f.own = *f.theirs
		}
	}
}

// followContact lets the persons of a changed company follow it.
func followContact(j *job, _ *draft, before, c *data.Contact) (bool, error) {
	if before == nil || c.Type != data.Company || c.Name == before.Name {
		return false, nil
	}
	persons, err := data.PersonsOf(j.tx, c.No)
	if err != nil {
		return false, err
	}
	for i := range persons {
		persons[i].CompanyName = c.Name
		if err := data.Contacts.Update(j.tx, &persons[i]); err != nil {
			return false, err
		}
	}
	return len(persons) > 0, nil
}
