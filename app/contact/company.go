package contact

import (
	"errors"
	"strings"

	"campaigndesk/data"
)

// changeCompany puts a person into a company, or takes it out, with what it inherits (CO-18, CO-19, CO-22).
func changeCompany(r data.Reader, before, after *data.Contact) error {
	if before.No != "" && before.Type == data.Person {
		use, err := data.UseOfContact(r, before.No)
		if err != nil {
			return err
		}
		if use.Segments > 0 {
			return data.Msg("contact-on-segments", before.No, use.Segments, use.Segment).At("company_no")
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
	setup, err := data.GetSetup(r)
	if err != nil {
		return err
	}
	*after = join(setup, *after, previous, company)
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
