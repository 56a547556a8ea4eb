package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/contact"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// contactRegister is a register of codes for contacts, with how many there are.
type contactRegister struct {
	Name    string
	Records int
	open    func(s *app.Session) page.Page
}

// ContactSetup lists the registers that contacts are described by; Enter opens one.
func ContactSetup(s *app.Session) page.Page {
	type R = contactRegister
	return &page.List[R]{
		Name: "contact-setup", Session: s,
		Rows: func() (rows []R, err error) {
			for _, r := range []struct {
				caption string
				count   func(*app.Session) (int, error)
				open    func(*app.Session) page.Page
			}{
				{"business-relations", counted(data.BusinessRelations), BusinessRelations},
				{"industry-groups", counted(data.IndustryGroups), IndustryGroups},
				{"mailing-groups", counted(data.MailingGroups), MailingGroups},
				{"job-responsibilities", counted(data.JobResponsibilities), JobResponsibilities},
				{"organizational-levels", counted(data.OrganizationalLevels), OrganizationalLevels},
				{"territories", counted(data.Territories), Territories},
				{"salutations", counted(data.Salutations), Salutations},
				{"profile-questionnaires", counted(data.Questionnaires), Questionnaires},
				{"duplicate-search-setup", counted(data.DuplicateSearchFields), DuplicateSearchSetup},
				{"duplicate-contacts", counted(data.ContactDuplicates), DuplicateContacts},
			} {
				n, err := r.count(s)
				if err != nil {
					return nil, err
				}
				rows = append(rows, R{Name: s.Texts.T(r.caption), Records: n, open: r.open})
			}
			return rows, nil
		},
		Watches: []string{data.BusinessRelations.Name(), data.IndustryGroups.Name(), data.MailingGroups.Name(), data.JobResponsibilities.Name(),
			data.OrganizationalLevels.Name(), data.Territories.Name(), data.Salutations.Name(), data.Questionnaires.Name(),
			data.DuplicateSearchFields.Name(), data.ContactDuplicates.Name()},
		Card: func(r *R) page.Page { return r.open(s) },
		Fields: page.Fields[R]{
			page.Text("name", func(r *R) *string { return &r.Name }).Width(40),
			page.Number("no-of-records", func(r *R) *int { return &r.Records }).Width(16),
		},
	}
}

// setupInheritance are the switches for what persons take from their company (CO-19…21).
func setupInheritance() page.Fields[settings] {
	type S = settings
	return page.Fields[S]{
		page.Check("inherit-salesperson-code", func(r *S) *bool { return &r.InheritSalesperson }),
		page.Check("inherit-territory-code", func(r *S) *bool { return &r.InheritTerritory }),
		page.Check("inherit-country-region-code", func(r *S) *bool { return &r.InheritCountry }),
		page.Check("inherit-language-code", func(r *S) *bool { return &r.InheritLanguage }),
		page.Check("inherit-format-region", func(r *S) *bool { return &r.InheritFormatRegion }),
		page.Check("inherit-address-details", func(r *S) *bool { return &r.InheritAddress }),
		page.Check("inherit-communication-details", func(r *S) *bool { return &r.InheritCommunication }),
	}
}

// setupDefaults are what new contacts start with (CO-4).
func setupDefaults(s *app.Session) page.Fields[settings] {
	type S = settings
	return page.Fields[S]{
		page.Code("default-salesperson-code", func(r *S) *data.SalespersonCode { return &r.DefaultSalesperson }).Lookup(salespersonLookup()).
			Validate(func(r *S) error { return app.CheckSalesperson(s.DB, r.DefaultSalesperson) }),
		page.Code("default-territory-code", func(r *S) *data.TerritoryCode { return &r.DefaultTerritory }).Lookup(territoryLookup()),
		page.Code("default-country-region-code", func(r *S) *data.CountryCode { return &r.DefaultCountry }),
		page.Code("default-language-code", func(r *S) *string { return &r.DefaultLanguage }),
		page.Text("default-format-region", func(r *S) *string { return &r.DefaultFormatRegion }),
		page.Choice("default-correspondence-type", func(r *S) *data.CorrespondenceType { return &r.DefaultCorrespondenceType }, correspondence...),
		page.Code("default-company-salutation", func(r *S) *data.SalutationCode { return &r.CompanySalutation }).Lookup(salutationLookup()),
		page.Code("default-person-salutation", func(r *S) *data.SalutationCode { return &r.PersonSalutation }).Lookup(salutationLookup()),
	}
}

// setupRelations are the business relations with a meaning of their own (CO-24), and the switches of the duplicate search
// (CO-49g).
func setupRelations() page.Fields[settings] {
	type S = settings
	agree := func(before, after *S) error {
		contact.SettleDuplicateSetup(&before.Setup, &after.Setup)
		return nil
	}
	return page.Fields[S]{
		page.Code("bus-relation-code-for-customers", func(r *S) *data.BusinessRelationCode { return &r.CustomerRelation }).Lookup(businessRelationLookup()),
		page.Code("bus-relation-code-for-vendors", func(r *S) *data.BusinessRelationCode { return &r.VendorRelation }).Lookup(businessRelationLookup()),
		page.Code("bus-relation-code-for-banks", func(r *S) *data.BusinessRelationCode { return &r.BankRelation }).Lookup(businessRelationLookup()),
		page.Code("bus-relation-code-for-employees", func(r *S) *data.BusinessRelationCode { return &r.EmployeeRelation }).Lookup(businessRelationLookup()),
		page.Check("maintain-dupl-search-strings", func(r *S) *bool { return &r.MaintainSearchStrings }).ValidateChange(agree),
		page.Check("autosearch-for-duplicates", func(r *S) *bool { return &r.AutosearchDuplicates }).ValidateChange(agree),
		page.Amount("search-hit-percent", func(r *S) *data.Amount { return &r.SearchHit }).Places(0, 2).Validate(func(r *S) error { return percentage(r.SearchHit, "search_hit") }),
	}
}
