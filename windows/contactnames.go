package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/contact"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// askNames lets the parts of a person's name be entered (UI-53), or the name and address of a company (UI-54): the help of the
// field Name. A card that holds no contact yet needs none.
func askNames(s *app.Session, w *page.Window, c *data.Contact) {
	type C = data.Contact
	if c.ID == 0 {
		return
	}
	before, after := *c, *c
	dialog := &page.Dialog[C]{
		Record: &after,
		Do:     func(w *page.Window, r *C) error { return w.Noticed(contact.Save(s, &before, r)) },
	}
	if c.Type == data.Person {
		dialog.Title = data.Msg("name-details", c.No)
		dialog.Fields = page.Fields[C]{
			page.Code("salutation-code", func(c *C) *data.SalutationCode { return &c.SalutationCode }).Lookup(salutationLookup()),
			page.Text("job-title", func(c *C) *string { return &c.JobTitle }),
			page.Text("initials", func(c *C) *string { return &c.Initials }),
			page.Text("first-name", func(c *C) *string { return &c.FirstName }),
			page.Text("middle-name", func(c *C) *string { return &c.MiddleName }),
			page.Text("surname", func(c *C) *string { return &c.Surname }),
			page.Code("language-code", func(c *C) *string { return &c.LanguageCode }),
		}
	} else {
		dialog.Title = data.Msg("company-details", c.No)
		dialog.Fields = page.Fields[C]{
			page.Text("name", func(c *C) *string { return &c.Name }).Required(),
			page.Text("name-2", func(c *C) *string { return &c.Name2 }),
			page.Text("address", func(c *C) *string { return &c.Address }),
			page.Text("address-2", func(c *C) *string { return &c.Address2 }),
			page.Code("post-code", func(c *C) *string { return &c.PostCode }),
			page.Text("city", func(c *C) *string { return &c.City }),
			page.Code("country-region-code", func(c *C) *data.CountryCode { return &c.CountryCode }),
			page.Text("phone-no", func(c *C) *string { return &c.PhoneNo }),
			page.Text("fax-no", func(c *C) *string { return &c.FaxNo }),
		}
	}
	dialog.Show(w)
}

// pickContactNo lets the number be taken from the series of Setup or one related to it (CO-3).
func pickContactNo(s *app.Session, w *page.Window, c *data.Contact) {
	page.Pick(w, noSeriesToChoose(s, s.Setup.ContactNos), func(rows []data.NoSeries) error {
		if c.No != "" {
			return w.Noticed(contact.Renumber(s, c, rows[0].Code))
		}
		fresh := data.Contact{NoSeries: rows[0].Code, Type: c.Type, CompanyNo: c.CompanyNo}
		if err := w.Noticed(contact.Create(s, &fresh)); err != nil {
			return err
		}
		w.Open(ContactCard(s, fresh.ID, ""))
		return nil
	})
}

// takeCompany understands what was typed into Company Name: a number, a name or the beginning of what a company is found by
// (CO-18). Of several the lookup lets the user choose.
func takeCompany(s *app.Session, c *data.Contact) error {
	if c.CompanyName == "" {
		c.CompanyNo = ""
		return nil
	}
	found, err := contact.FindCompanies(s.DB, c.CompanyName, 2)
	switch {
	case err != nil:
		return err
	case len(found) > 1:
		return data.Msg("several-companies", c.CompanyName).At("company_name")
	}
	c.CompanyNo, c.CompanyName = found[0].No, found[0].Name
	return nil
}
