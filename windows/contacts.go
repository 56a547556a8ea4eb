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
	type C = data.Contact
	list := &page.List[C]{
		Name: "contacts", Session: s, Table: data.Contacts,
		Watches:   []string{data.ContactBusinessRelations.Name()},
		View:      func() data.View { return data.View{Sort: "company_name"} },
		Card:      func(c *C) page.Page { return ContactCard(s, c.ID, "") },
		NewCard:   func() page.Page { return ContactCard(s, 0, company) },
		Delete:    func(w *page.Window, rows []C) error { return w.Noticed(contact.Delete(s, rows)) },
		AskDelete: func(rows []C) (*app.Question, error) { return contact.AskBeforeDelete(s, rows) },
		Fields: page.Fields[C]{
			page.Code("no", func(c *C) *data.ContactNo { return &c.No }),
			page.Text("name", func(c *C) *string { return &c.Name }).Width(24),
			page.Choice("type", func(c *C) *data.ContactType { return &c.Type }, "company", "person").Width(10),
			page.Text("company-name", func(c *C) *string { return &c.CompanyName }),
			page.Text("job-title", func(c *C) *string { return &c.JobTitle }).Hidden(),
			page.Code("post-code", func(c *C) *string { return &c.PostCode }).Width(10).Hidden(),
			page.Text("city", func(c *C) *string { return &c.City }).Width(14),
			page.Code("country-region-code", func(c *C) *data.CountryCode { return &c.CountryCode }).Hidden(),
			page.Text("phone-no", func(c *C) *string { return &c.PhoneNo }).Width(16),
			page.Text("mobile-phone-no", func(c *C) *string { return &c.MobilePhoneNo }).Width(16).Hidden(),
			page.Text("e-mail", func(c *C) *string { return &c.EMail }).Width(24),
			page.Code("salesperson-code", func(c *C) *data.SalespersonCode { return &c.SalespersonCode }).Width(10),
			page.Code("territory-code", func(c *C) *data.TerritoryCode { return &c.TerritoryCode }).Hidden(),
			page.Code("customer-no", func(c *C) *data.CustomerNo { return &c.CustomerNo }),
			page.Check("exclude-from-segment", func(c *C) *bool { return &c.ExcludeFromSegment }).Hidden(),
		},
		Empty: "contacts-empty",
	}
	if company != "" {
		list.Title = func() string { return string(company) }
		list.View = func() data.View {
			return data.View{Fixed: []data.Cond{data.Equal("company_no", company)}, Sort: "company_name"}
		}
	}
	return list
}
