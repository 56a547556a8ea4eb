package windows

import (
	"errors"

	"campaigndesk/app"
	"campaigndesk/app/contact"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// businessRelations are the words of what a contact is to us, in the stored order.
var businessRelations = []string{"none", "customer", "vendor", "bank-account", "employee", "none", "other", "multiple"}

// ContactCard shows one contact (UI-51). An id of 0 is a new contact: a person of the company if one is given (CO-11).
func ContactCard(s *app.Session, id int64, company data.ContactNo) page.Page {
	type C = data.Contact
	return &page.Card[C]{
		Name: "contact-card", Session: s, Table: data.Contacts, ID: id,
		Title:   func(c *C) string { return string(c.No) + " " + c.Name },
		Watches: []string{data.ContactBusinessRelations.Name(), data.Interactions.Name()},
		New: func() C {
			if company != "" {
				return C{Type: data.Person, CompanyNo: company}
			}
			return C{}
		},
		Insert: func(w *page.Window, c *C) error {
			if err := w.Noticed(contact.Create(s, c)); err != nil {
				return err
			}
			return offerDuplicates(s, w, &C{}, c)
		},
		Ask: func(before, after *C) (*app.Question, error) { return contact.AskBeforeSave(before, after), nil },
		Save: func(w *page.Window, before, after *C) error {
			if err := w.Noticed(contact.Save(s, before, after)); err != nil {
				return err
			}
			return offerDuplicates(s, w, before, after)
		},
		Delete:    func(w *page.Window, c *C) error { return w.Noticed(contact.Delete(s, []C{*c})) },
		AskDelete: func(c *C) (*app.Question, error) { return contact.AskBeforeDelete(s, []C{*c}) },
		Chips:     func(c *C) []page.Chip { return privacyChips(s, c) },
		Tabs: []page.Tab[C]{
			{Caption: "general", Fields: contactGeneral(s)},
			{Caption: "communication", Fields: contactCommunication()},
			{Caption: "foreign-trade", Fields: contactTrade(), Closed: true},
		},
		Parts:     []page.Part[C]{historyPart(s), profilePart(s)},
		FactBoxes: []page.FactBox[C]{contactFacts(s), likeFacts(s)},
		Actions:   contactActions(s),
	}
}

// privacyChips say that a contact is not to be used.
func privacyChips(s *app.Session, c *data.Contact) []page.Chip {
	if !c.PrivacyBlocked {
		return nil
	}
	return []page.Chip{{Text: s.Texts.T("privacy-blocked"), Tone: page.Warning}}
}

func isPerson(c *data.Contact) bool  { return c.Type == data.Person }
func isCompany(c *data.Contact) bool { return c.Type == data.Company }

// contactGeneral are the fields that say who a contact is.
func contactGeneral(s *app.Session) page.Fields[data.Contact] {
	type C = data.Contact
	figures := func(c *C) data.ContactFigures {
		f, err := data.FiguresOfContact(s.DB, c.No, data.Period{})
		if err != nil { // a contact that is not stored yet has none
			return data.ContactFigures{}
		}
		return f
	}
	history := func(c *C) page.Page { return interactionsOfContact(s, c.No, data.Period{}) }
	return page.Fields[C]{
		page.Code("no", func(c *C) *data.ContactNo { return &c.No }).Assist(func(w *page.Window, c *C) { pickContactNo(s, w, c) }),
		page.Text("name", func(c *C) *string { return &c.Name }).Required().Assist(func(w *page.Window, c *C) { askNames(s, w, c) }),
		page.Choice("type", func(c *C) *data.ContactType { return &c.Type }, "company", "person"),
		page.Code("company-no", func(c *C) *data.ContactNo { return &c.CompanyNo }).Lookup(companyLookup()).EditableIf(isPerson),
		page.Text("company-name", func(c *C) *string { return &c.CompanyName }).Lookup(companyLookup()).EditableIf(isPerson).
			Validate(func(c *C) error { return takeCompany(s, c) }),
		page.Text("job-title", func(c *C) *string { return &c.JobTitle }).EditableIf(isPerson),
		page.Code("salesperson-code", func(c *C) *data.SalespersonCode { return &c.SalespersonCode }).Lookup(salespersonLookup()),
		page.Code("salutation-code", func(c *C) *data.SalutationCode { return &c.SalutationCode }).Lookup(salutationLookup()),
		page.Code("organizational-level-code", func(c *C) *data.OrganizationalLevelCode { return &c.OrganizationalLevelCode }).Lookup(organizationalLevelLookup()).EditableIf(isPerson),
		page.Choice("business-relation", func(c *C) *data.ContactRelation { return &c.BusinessRelation }, businessRelations...).ReadOnly().
			Drill(func(c *C) page.Page { return ContactBusinessRelations(s, c.CompanyNo) }),
		page.Code("customer-no", func(c *C) *data.CustomerNo { return &c.CustomerNo }).ReadOnly().Drill(func(c *C) page.Page { return customerCardOf(s, c.CustomerNo) }),
		page.CalcDate("date-of-last-interaction", func(c *C) data.Date { return figures(c).LastInteraction }).Drill(history),
		page.CalcDate("last-date-attempted", func(c *C) data.Date { return figures(c).LastAttempt }).Drill(history),
		page.Calc("last-modified", func(c *C) string { return modified(s, c) }),
		page.Check("exclude-from-segment", func(c *C) *bool { return &c.ExcludeFromSegment }),
		page.Check("privacy-blocked", func(c *C) *bool { return &c.PrivacyBlocked }),
		page.Check("minor", func(c *C) *bool { return &c.Minor }),
		page.Check("parental-consent-received", func(c *C) *bool { return &c.ParentalConsent }).EditableIf(func(c *C) bool { return c.Minor }),
		page.Text("registration-no", func(c *C) *string { return &c.RegistrationNo }).EditableIf(isCompany).More(),
		page.Code("search-name", func(c *C) *string { return &c.SearchName }).More(),
		page.Text("name-2", func(c *C) *string { return &c.Name2 }).More(),
		page.Text("first-name", func(c *C) *string { return &c.FirstName }).EditableIf(isPerson).More(),
		page.Text("middle-name", func(c *C) *string { return &c.MiddleName }).EditableIf(isPerson).More(),
		page.Text("surname", func(c *C) *string { return &c.Surname }).EditableIf(isPerson).More(),
		page.Text("initials", func(c *C) *string { return &c.Initials }).EditableIf(isPerson).More(),
	}
}

// modified is when a contact was changed last, in words.
func modified(s *app.Session, c *data.Contact) string {
	at := contact.Modified(c)
	if at.IsZero() {
		return ""
	}
	if c.LastTimeModified == "" {
		return s.Locale.FormatDate(c.LastDateModified)
	}
	return s.Locale.FormatDate(data.DateOf(at)) + " " + at.Format("15:04")
}

// contactCommunication are the fields that say how a contact is reached.
func contactCommunication() page.Fields[data.Contact] {
	type C = data.Contact
	return page.Fields[C]{
		page.Text("address", func(c *C) *string { return &c.Address }),
		page.Text("address-2", func(c *C) *string { return &c.Address2 }),
		page.Code("country-region-code", func(c *C) *data.CountryCode { return &c.CountryCode }),
		page.Code("post-code", func(c *C) *string { return &c.PostCode }),
		page.Text("city", func(c *C) *string { return &c.City }),
		page.Text("county", func(c *C) *string { return &c.County }),
		page.Text("phone-no", func(c *C) *string { return &c.PhoneNo }),
		page.Text("mobile-phone-no", func(c *C) *string { return &c.MobilePhoneNo }),
		page.Text("e-mail", func(c *C) *string { return &c.EMail }),
		page.Text("e-mail-2", func(c *C) *string { return &c.EMail2 }).More(),
		page.Text("fax-no", func(c *C) *string { return &c.FaxNo }),
		page.Text("home-page", func(c *C) *string { return &c.HomePage }),
		page.Choice("correspondence-type", func(c *C) *data.CorrespondenceType { return &c.CorrespondenceType }, correspondence...).
			BlankIf(func(c *C) bool { return c.CorrespondenceType == data.NoCorrespondence }),
		page.Code("language-code", func(c *C) *string { return &c.LanguageCode }),
		page.Text("format-region", func(c *C) *string { return &c.FormatRegion }),
	}
}

// contactTrade are the fields for trade with a contact.
func contactTrade() page.Fields[data.Contact] {
	type C = data.Contact
	return page.Fields[C]{
		page.Code("currency-code", func(c *C) *data.CurrencyCode { return &c.CurrencyCode }).Lookup(currencyLookup()).EditableIf(isCompany),
		page.Code("territory-code", func(c *C) *data.TerritoryCode { return &c.TerritoryCode }).Lookup(territoryLookup()),
		page.Code("vat-registration-no", func(c *C) *string { return &c.VATRegistrationNo }).EditableIf(isCompany),
	}
}

// companyLookup offers companies.
func companyLookup() page.Lookup {
	type C = data.Contact
	companies := func(*app.Session) data.View {
		return data.View{Fixed: []data.Cond{data.Equal("type", data.Company)}}
	}
	return page.LookupIn(data.Contacts, companies, Contacts,
		page.Code("no", func(c *C) *data.ContactNo { return &c.No }),
		page.Text("name", func(c *C) *string { return &c.Name }),
		page.Text("city", func(c *C) *string { return &c.City }))
}

// personLookup offers persons.
func personLookup() page.Lookup {
	type C = data.Contact
	persons := func(*app.Session) data.View {
		return data.View{Fixed: []data.Cond{data.Equal("type", data.Person)}}
	}
	return page.LookupIn(data.Contacts, persons, Contacts,
		page.Code("no", func(c *C) *data.ContactNo { return &c.No }),
		page.Text("name", func(c *C) *string { return &c.Name }),
		page.Text("company-name", func(c *C) *string { return &c.CompanyName }))
}

// contactCardOf is the card of the contact with a number; a number that is gone opens nothing but says so.
func contactCardOf(s *app.Session, no data.ContactNo) page.Page {
	c, err := data.Contacts.Get(s.DB, no)
	if errors.Is(err, data.ErrNotFound) {
		return Contacts(s)
	}
	return ContactCard(s, c.ID, "")
}
