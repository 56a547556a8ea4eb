package exchange

import (
	"errors"
	"reflect"
	"strings"
	"unicode"

	"campaigndesk/app/contact"
	"campaigndesk/app/noseries"
	"campaigndesk/data"
	"campaigndesk/data/filter"
)

// contacts are companies and persons. A row may name both a person and the company the person works for, as the contact
// lists of mail programs do; a company that does not exist yet is created along with its first person.
var contacts = register[data.Contact]{
	id:     "contacts",
	table:  data.Contacts,
	fields: contactFields,
	derive: func(_ *job, d *draft) error { return deriveContact(d) },
	find:   findContact,
	check:  checkContact,
	settle: settleContact,
	follow: followContact,
}

var contactFields = []bound[data.Contact]{
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
}

const (
	companyChoice = int(data.Company)
	personChoice  = int(data.Person)
)

// deriveContact decides whether the row is about a company or a person, and completes its name (CO-15).
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
	} else {
		d.setText("name", wholeName(d))
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
	switch {
	case before == nil:
		return nil
	case before.Type != c.Type:
		return data.Msg("import-type-changed", before.No, before.Name).At("type")
	case c.Type == data.Person && d.given("company-name") && filter.Fold(d.text("company-name")) != filter.Fold(before.CompanyName):
		return data.Msg("import-company-changed", before.No, before.CompanyName).At("company-name")
	}
	return contact.Prepare(j.tx, before, c)
}

// settleContact gives a new contact its number and its company. What the file says of a person wins over what the person
// would have from the company.
func settleContact(j *job, d *draft, before, c *data.Contact) error {
	contact.Stamp(j.session, c)
	if err := ensure(j, data.Territories, c.TerritoryCode, "territory-code", data.Territory{Code: c.TerritoryCode}); err != nil {
		return err
	}
	if before != nil {
		return nil
	}
	if c.Type == data.Person {
		if err := contact.Prepare(j.tx, &data.Contact{Type: data.Person}, c); err != nil {
			return err
		}
		company, err := companyOf(j, d, c)
		if err != nil {
			return err
		}
		c.CompanyNo = company
	}
	if err := prepareNew(j, c); err != nil {
		return err
	}
	for i, f := range contactFields {
		if v := d.values[i]; v.given && f.at != nil {
			v.put(f.Kind, reflect.ValueOf(f.at(c)).Elem())
		}
	}
	return nil
}

// prepareNew gives a new contact its number and lets its fields agree, a person's with its company.
func prepareNew(j *job, c *data.Contact) error {
	if c.No == "" {
		no, _, err := noseries.NextFree(j.tx, j.session.Setup.ContactNos, j.session.WorkDate, func(no string) (bool, error) {
			return data.Contacts.Exists(j.tx, no)
		})
		if err != nil {
			return err
		}
		c.No, c.NoSeries = data.ContactNo(no), j.session.Setup.ContactNos
	}
	return contact.Prepare(j.tx, &data.Contact{Type: c.Type}, c)
}

func insertContact(j *job, c *data.Contact) error {
	contact.Stamp(j.session, c)
	if err := prepareNew(j, c); err != nil {
		return err
	}
	return data.Contacts.Insert(j.tx, c)
}

// checkReach refuses telephone numbers and e-mail addresses that a contact may not have.
func checkReach(j *job, phone, mobile, email string) error {
	return contact.Prepare(j.tx, &data.Contact{}, &data.Contact{PhoneNo: phone, MobilePhoneNo: mobile, EMail: email})
}

// companyOf finds the company of a new person, creating it if only its name is known; blank for a person without.
func companyOf(j *job, d *draft, person *data.Contact) (data.ContactNo, error) {
	if no := data.ContactNo(d.text("company-no")); no != "" {
		return no, nil
	}
	name := d.text("company-name")
	if name == "" {
		return "", nil
	}
	company, err := findCompany(j, name, person.City)
	if !errors.Is(err, data.ErrNotFound) {
		return company.No, err
	}
	company = data.Contact{Type: data.Company, Name: name, Address: person.Address, Address2: person.Address2, PostCode: person.PostCode,
		City: person.City, County: person.County, CountryCode: person.CountryCode, HomePage: person.HomePage,
		SalespersonCode: person.SalespersonCode, TerritoryCode: person.TerritoryCode, LanguageCode: person.LanguageCode}
	return company.No, insertContact(j, &company)
}

// followContact lets the persons and the customer of a changed contact follow it.
func followContact(j *job, _ *draft, before, c *data.Contact) (bool, error) {
	if before == nil || *before == *c {
		return false, nil
	}
	return false, contact.Changed(j.tx, before, c)
}
