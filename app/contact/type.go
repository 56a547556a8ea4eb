package contact

import "campaigndesk/data"

// changeType makes a company of a person or the reverse (CO-8…10).
func changeType(r data.Reader, before, after *data.Contact) error {
	use, err := data.UseOfContact(r, before.No)
	if err != nil {
		return err
	}
	if use.Interactions > 0 {
		return data.Msg("contact-type-interactions", before.No, use.Interactions).At("type")
	}
	setup, err := data.GetSetup(r)
	if err != nil {
		return err
	}
	if after.Type == data.Company {
		return toCompany(r, setup, use, before, after)
	}
	return toPerson(r, setup, use, before, after)
}

// toCompany makes a company of a person (CO-9).
func toCompany(r data.Reader, setup data.Setup, use data.ContactUse, before, after *data.Contact) error {
	jobs, err := rowsOf(r, data.ContactJobResponsibilities, before.No)
	switch {
	case err != nil:
		return err
	case after.OrganizationalLevelCode != "":
		return data.Msg("contact-type-level", before.No, after.OrganizationalLevelCode).At("type")
	case jobs > 0:
		return data.Msg("contact-type-jobs", before.No, jobs).At("type")
	case before.CompanyNo != "" && use.Segments > 0:
		return data.Msg("contact-on-segments", before.No, use.Segments, use.Segment).At("type")
	}
	after.FirstName, after.MiddleName, after.Surname, after.JobTitle = "", "", "", ""
	after.SalutationCode = setup.CompanySalutation
	return nil
}

// toPerson makes a person of a company (CO-10).
func toPerson(r data.Reader, setup data.Setup, use data.ContactUse, before, after *data.Contact) error {
	relations, err := rowsOf(r, data.ContactBusinessRelations, before.No)
	if err != nil {
		return err
	}
	industries, err := rowsOf(r, data.ContactIndustryGroups, before.No)
	switch {
	case err != nil:
		return err
	case use.Persons > 0:
		return data.Msg("contact-type-persons", before.No, use.Persons).At("type")
	case before.CustomerNo != "":
		return data.Msg("contact-type-customer", before.No, before.CustomerNo).At("type")
	case relations > 0:
		return data.Msg("contact-type-relations", before.No, relations).At("type")
	case industries > 0:
		return data.Msg("contact-type-industries", before.No, industries).At("type")
	case after.CurrencyCode != "":
		return data.Msg("contact-type-currency", before.No, after.CurrencyCode).At("type")
	case after.VATRegistrationNo != "":
		return data.Msg("contact-type-vat-no", before.No, after.VATRegistrationNo).At("type")
	}
	after.CompanyNo, after.CompanyName = "", ""
	after.SalutationCode = setup.PersonSalutation
	splitName(after)
	return nil
}

// rowsOf counts the rows of a table that belong to a contact.
func rowsOf[T any](r data.Reader, table *data.Table[T], no data.ContactNo) (int, error) {
	return table.Count(r, data.View{Fixed: []data.Cond{data.Equal("contact_no", no)}})
}
