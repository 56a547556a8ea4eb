package windows

import (
	"errors"

	"campaigndesk/app"
	"campaigndesk/app/contact"
	"campaigndesk/app/quote"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// ContactCard shows one contact (UI-51). An id of 0 is a new contact: a person of the company if one is given (CO-11).
func ContactCard(s *app.Session, id int64, company data.ContactNo) page.Page {
	type C = data.Contact
	person := func(c *C) bool { return c.Type == data.Person }
	unlinked := func(c *C) bool { return c.CustomerNo == "" }
	linked := func(c *C) bool { return c.CustomerNo != "" }
	return &page.Card[C]{
		Name: "contact-card", Session: s, Table: data.Contacts, ID: id,
		Title:   func(c *C) string { return string(c.No) + " " + c.Name },
		Watches: []string{data.ContactBusinessRelations.Name()},
		New: func() C {
			if company != "" {
				return C{Type: data.Person, CompanyNo: company}
			}
			return C{}
		},
		Insert:    func(w *page.Window, c *C) error { return w.Noticed(contact.Create(s, c)) },
		Ask:       func(before, after *C) (*app.Question, error) { return contact.AskBeforeSave(before, after), nil },
		Save:      func(w *page.Window, before, after *C) error { return w.Noticed(contact.Save(s, before, after)) },
		Delete:    func(w *page.Window, c *C) error { return w.Noticed(contact.Delete(s, []C{*c})) },
		AskDelete: func(c *C) (*app.Question, error) { return contact.AskBeforeDelete(s, []C{*c}) },
		Tabs: []page.Tab[C]{
			{Caption: "general", Fields: page.Fields[C]{
				page.Code("no", func(c *C) *data.ContactNo { return &c.No }),
				page.Text("name", func(c *C) *string { return &c.Name }).Required(),
				page.Choice("type", func(c *C) *data.ContactType { return &c.Type }, "company", "person"),
				page.Code("company-no", func(c *C) *data.ContactNo { return &c.CompanyNo }).Lookup(companyLookup()).EditableIf(person),
				page.Text("company-name", func(c *C) *string { return &c.CompanyName }).ReadOnly(),
				page.Text("job-title", func(c *C) *string { return &c.JobTitle }).EditableIf(person),
				page.Code("salesperson-code", func(c *C) *data.SalespersonCode { return &c.SalespersonCode }).Lookup(salespersonLookup()),
				page.Code("territory-code", func(c *C) *data.TerritoryCode { return &c.TerritoryCode }),
				page.Code("language-code", func(c *C) *string { return &c.LanguageCode }),
				page.Code("customer-no", func(c *C) *data.CustomerNo { return &c.CustomerNo }).ReadOnly().Drill(func(c *C) page.Page { return customerCardOf(s, c.CustomerNo) }),
				page.Check("exclude-from-segment", func(c *C) *bool { return &c.ExcludeFromSegment }),
				page.Date("last-date-modified", func(c *C) *data.Date { return &c.LastDateModified }).ReadOnly(),
				page.Text("first-name", func(c *C) *string { return &c.FirstName }).EditableIf(person).More(),
				page.Text("middle-name", func(c *C) *string { return &c.MiddleName }).EditableIf(person).More(),
				page.Text("surname", func(c *C) *string { return &c.Surname }).EditableIf(person).More(),
			}},
			{Caption: "communication", Fields: page.Fields[C]{
				page.Text("address", func(c *C) *string { return &c.Address }),
				page.Text("address-2", func(c *C) *string { return &c.Address2 }),
				page.Code("post-code", func(c *C) *string { return &c.PostCode }),
				page.Text("city", func(c *C) *string { return &c.City }),
				page.Text("county", func(c *C) *string { return &c.County }),
				page.Code("country-region-code", func(c *C) *data.CountryCode { return &c.CountryCode }),
				page.Text("phone-no", func(c *C) *string { return &c.PhoneNo }),
				page.Text("mobile-phone-no", func(c *C) *string { return &c.MobilePhoneNo }),
				page.Text("e-mail", func(c *C) *string { return &c.EMail }),
				page.Text("home-page", func(c *C) *string { return &c.HomePage }),
			}},
		},
		Actions: []page.Action[C]{
			{Caption: "new-quote", Promoted: true, Primary: true, Do: func(w *page.Window, c *C) error {
				h, notices, err := quote.ForContact(s, c.No)
				if w.Noticed(notices, err) == nil {
					w.Open(QuoteCard(s, h.ID))
				}
				return err
			}},
			{Caption: "create-customer", Promoted: true, Enabled: unlinked, Do: func(w *page.Window, c *C) error {
				customer, notices, err := contact.CreateCustomer(s, c.No)
				if w.Noticed(notices, err) == nil {
					w.Open(CustomerCard(s, customer.ID))
				}
				return err
			}},
			{Caption: "link-with-customer", Promoted: true, Enabled: unlinked, Do: func(w *page.Window, c *C) error {
				askCustomerLink(s, w, c.No)
				return nil
			}},
			{Caption: "unlink-customer", Enabled: linked, Do: func(_ *page.Window, c *C) error { return contact.Unlink(s, c.No) }},
			{Caption: "company-contacts", Group: "menu-view", Promoted: true, Enabled: func(c *C) bool { return c.CompanyNo != "" },
				Open: func(c *C) page.Page { return contactList(s, c.CompanyNo) }},
		},
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

// customerLink is what the request window Link with Customer asks for (UI-61).
type customerLink struct {
	Customer data.CustomerNo
	Winner   contact.Winner
}

// askCustomerLink asks which customer a contact is, and whose fields win (CO-29).
func askCustomerLink(s *app.Session, w *page.Window, no data.ContactNo) {
	type L = customerLink
	dialog := &page.Dialog[L]{
		Title:  data.Msg("link-with-customer-title", no),
		Record: &L{},
		Fields: page.Fields[L]{
			page.Code("customer-no", func(l *L) *data.CustomerNo { return &l.Customer }).Required().Lookup(customerLookup()),
			page.Choice("current-master-fields", func(l *L) *contact.Winner { return &l.Winner }, "contact", "customer"),
		},
		Do: func(_ *page.Window, l *L) error { return contact.Link(s, no, l.Customer, l.Winner) },
	}
	dialog.Show(w)
}

// contactCardOf is the card of the contact with a number; a number that is gone opens nothing but says so.
func contactCardOf(s *app.Session, no data.ContactNo) page.Page {
	c, err := data.Contacts.Get(s.DB, no)
	if errors.Is(err, data.ErrNotFound) {
		return Contacts(s)
	}
	return ContactCard(s, c.ID, "")
}
