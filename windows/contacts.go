package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/contact"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// Contacts is the list of companies and the people in them (UI-50); a company stands before its people.
func Contacts(s *app.Session) page.Page { return contactList(s, "") }

// contactList is the list of all contacts, or of the people of one company.
func contactList(s *app.Session, company data.ContactNo) page.Page {
	list := contactsOf(s, company)
	if company != "" {
		list.Title = func() string { return string(company) }
		list.View = func() data.View {
			return data.View{Fixed: []data.Cond{data.Equal("company_no", company)}, Sort: "company_name"}
		}
	}
	return list
}

// contactsIn is the list of the contacts that a view picks out.
func contactsIn(s *app.Session, title string, view func() data.View) page.Page {
	list := contactsOf(s, "")
	list.Title, list.View = func() string { return title }, view
	return list
}

// contactsOf is the list itself; a new contact is a person of the company if one is given (CO-11).
func contactsOf(s *app.Session, company data.ContactNo) *page.List[data.Contact] {
	type C = data.Contact
	return &page.List[C]{
		Name: "contacts", Session: s, Table: data.Contacts,
		Watches:   []string{data.ContactBusinessRelations.Name()},
		View:      func() data.View { return data.View{Sort: "company_name"} },
		Card:      func(c *C) page.Page { return ContactCard(s, c.ID, "") },
		NewCard:   func() page.Page { return ContactCard(s, 0, company) },
		Delete:    func(w *page.Window, rows []C) error { return w.Noticed(contact.Delete(s, rows)) },
		AskDelete: func(rows []C) (*app.Question, error) { return contact.AskBeforeDelete(s, rows) },
		FactBoxes: []page.FactBox[C]{contactFacts(s)},
		Actions:   contactActions(s),
		Fields: page.Fields[C]{
			page.Code("no", func(c *C) *data.ContactNo { return &c.No }),
			page.Text("name", func(c *C) *string { return &c.Name }).Width(24),
			page.Text("name-2", func(c *C) *string { return &c.Name2 }).Hidden(),
			page.Choice("type", func(c *C) *data.ContactType { return &c.Type }, "company", "person").Width(10),
			page.Text("company-name", func(c *C) *string { return &c.CompanyName }),
			page.Text("job-title", func(c *C) *string { return &c.JobTitle }).Hidden(),
			page.Choice("business-relation", func(c *C) *data.ContactRelation { return &c.BusinessRelation }, businessRelations...).Width(12),
			page.Code("post-code", func(c *C) *string { return &c.PostCode }).Width(10).Hidden(),
			page.Text("city", func(c *C) *string { return &c.City }).Width(14),
			page.Code("country-region-code", func(c *C) *data.CountryCode { return &c.CountryCode }).Hidden(),
			page.Text("phone-no", func(c *C) *string { return &c.PhoneNo }).Width(16),
			page.Text("mobile-phone-no", func(c *C) *string { return &c.MobilePhoneNo }).Width(16).Hidden(),
			page.Text("e-mail", func(c *C) *string { return &c.EMail }).Width(24),
			page.Text("fax-no", func(c *C) *string { return &c.FaxNo }).Hidden(),
			page.Code("salesperson-code", func(c *C) *data.SalespersonCode { return &c.SalespersonCode }).Width(10),
			page.Code("territory-code", func(c *C) *data.TerritoryCode { return &c.TerritoryCode }).Width(10),
			page.Code("currency-code", func(c *C) *data.CurrencyCode { return &c.CurrencyCode }).Hidden(),
			page.Code("language-code", func(c *C) *string { return &c.LanguageCode }).Hidden(),
			page.Code("search-name", func(c *C) *string { return &c.SearchName }).Hidden(),
			page.Code("customer-no", func(c *C) *data.CustomerNo { return &c.CustomerNo }).Hidden(),
			page.Check("exclude-from-segment", func(c *C) *bool { return &c.ExcludeFromSegment }).Hidden(),
			page.Check("privacy-blocked", func(c *C) *bool { return &c.PrivacyBlocked }).Hidden(),
			page.Check("minor", func(c *C) *bool { return &c.Minor }).Hidden(),
			page.Check("parental-consent-received", func(c *C) *bool { return &c.ParentalConsent }).Hidden(),
		},
		Empty: "contacts-empty",
	}
}
