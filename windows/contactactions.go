package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/contact"
	"campaigndesk/app/interaction"
	"campaigndesk/app/quote"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// contactActions are what can be done with a contact, on its card as in the list (UI-52).
func contactActions(s *app.Session) []page.Action[data.Contact] {
	type C = data.Contact
	company := func(c *C) bool { return c.Type == data.Company }
	person := func(c *C) bool { return c.Type == data.Person }
	unlinked := func(c *C) bool { return c.CustomerNo == "" }
	linked := func(c *C) bool { return c.CustomerNo != "" }
	return []page.Action[C]{
		{Caption: "new-quote", Promoted: true, Primary: true, Do: func(w *page.Window, c *C) error {
			h, notices, err := quote.ForContact(s, c.No)
			if w.Noticed(notices, err) == nil {
				w.Open(QuoteCard(s, h.ID))
			}
			return err
		}},
		{Caption: "create-interaction", Promoted: true, Do: func(w *page.Window, c *C) error { return openDraft(s, w, interaction.From{ContactNo: c.No}) }},
		{Caption: "make-phone-call", Promoted: true, Do: func(w *page.Window, c *C) error { return openCall(s, w, interaction.From{ContactNo: c.No}, "") }},
		{Caption: "create-customer", Enabled: unlinked, Do: func(w *page.Window, c *C) error {
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
		{Caption: "merge-with", Do: func(w *page.Window, c *C) error {
			w.Open(MergeContacts(s, c.No, ""))
			return nil
		}},
		{Caption: "report-contact-cover-sheets", DoRows: func(w *page.Window, rows []C) error { return contactCoverSheets(s, rows).show(w) }},
		{Caption: "report-contact-labels", DoRows: func(w *page.Window, rows []C) error { return contactLabels(s, rows).show(w) }},
		{Caption: "report-contact-list", DoRows: func(w *page.Window, rows []C) error { return contactListReport(s, rows).show(w) }},
		{Caption: "export-person-data", Do: func(w *page.Window, c *C) error {
			w.SaveFile(data.Msg("export-person-data"), string(c.No)+".json", func(path string) {
				if err := contact.WriteExport(s, c.No, path); err != nil {
					w.Fail(err)
					return
				}
				w.Tell(data.Msg("person-data-exported", path))
			})
			return nil
		}},
		{Caption: "anonymise", Enabled: person, Do: func(w *page.Window, c *C) error {
			no := c.No
			w.Ask(*contact.AskAnonymise(s, *c), func(yes bool) {
				if !yes {
					return
				}
				if err := contact.Anonymise(s, no); err != nil {
					w.Fail(err)
				}
			})
			return nil
		}},

		{Caption: "company-contacts", Group: "contact", Promoted: true, Enabled: func(c *C) bool { return c.CompanyNo != "" },
			Open: func(c *C) page.Page { return contactList(s, c.CompanyNo) }},
		{Caption: "business-relations", Group: "contact", Enabled: company, Open: func(c *C) page.Page { return ContactBusinessRelations(s, c.No) }},
		{Caption: "industry-groups", Group: "contact", Enabled: company, Open: func(c *C) page.Page { return ContactIndustryGroups(s, c.No) }},
		{Caption: "job-responsibilities", Group: "contact", Enabled: person, Open: func(c *C) page.Page { return ContactJobResponsibilities(s, c.No) }},
		{Caption: "mailing-groups", Group: "contact", Open: func(c *C) page.Page { return ContactMailingGroups(s, c.No) }},
		{Caption: "contact-profile", Group: "contact", Promoted: true, Open: func(c *C) page.Page { return ContactProfile(s, c.No) }},
		{Caption: "comments", Group: "contact", Open: func(c *C) page.Page { return ContactComments(s, c.No) }},
		{Caption: "alternative-addresses", Group: "contact", Open: func(c *C) page.Page { return AltAddresses(s, c.No) }},
		{Caption: "date-ranges", Group: "contact", Open: func(c *C) page.Page { return AltAddressRanges(s, c.No) }},
		{Caption: "contact-segments", Group: "contact", Open: func(c *C) page.Page { return ContactSegments(s, c) }},
		{Caption: "contact-salutations", Group: "contact", Open: func(c *C) page.Page { return ContactSalutations(s, c.No) }},
		{Caption: "possible-duplicates", Group: "contact", Enabled: company, Open: func(c *C) page.Page { return LikeContacts(s, c.No) }},
		{Caption: "customer", Group: "contact", Enabled: linked, Open: func(c *C) page.Page { return customerCardOf(s, c.CustomerNo) }},
		{Caption: "interaction-log-entries", Group: "history", Key: "Ctrl+F7", Open: func(c *C) page.Page { return interactionLog(s, logOfContact(c)) }},
		{Caption: "postponed-interactions", Group: "history", Open: func(c *C) page.Page { return postponedOf(s, logOfContact(c)) }},
		{Caption: "contact-statistics", Group: "history", Key: "F7", Open: func(c *C) page.Page { return ContactStatistics(s, c.No) }},
	}
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
