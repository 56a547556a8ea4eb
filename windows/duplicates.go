package windows

import (
	"slices"

	"campaigndesk/app"
	"campaigndesk/app/contact"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// DuplicateContacts is the list of pairs of companies that may be the same (UI-64).
func DuplicateContacts(s *app.Session) page.Page {
	type D = data.ContactDuplicate
	return &page.Worksheet[D]{
		Name: "duplicate-contacts", Session: s, Table: data.ContactDuplicates,
		Save: func(_ *page.Window, _, after *D) error { return contact.SaveDuplicate(s, after) },
		Fields: page.Fields[D]{
			page.Code("contact-no", func(d *D) *data.ContactNo { return &d.ContactNo }).ReadOnly(),
			page.Text("contact-name", func(d *D) *string { return &d.ContactName }).ReadOnly().Width(30),
			page.Code("duplicate-contact-no", func(d *D) *data.ContactNo { return &d.DuplicateNo }).ReadOnly().Width(20),
			page.Text("duplicate-contact-name", func(d *D) *string { return &d.DuplicateName }).ReadOnly().Width(30),
			page.Check("separate-contacts", func(d *D) *bool { return &d.Separate }).Width(18),
			page.Number("equal-strings", func(d *D) *int { return &d.Hits }).ReadOnly().Width(14).Hidden(),
		},
		Actions: []page.Action[D]{
			{Caption: "search-duplicates", Promoted: true, Primary: true, NoRow: true, Do: func(w *page.Window, _ *D) error {
				found, err := contact.FindDuplicates(s)
				if err == nil {
					w.Tell(data.Msg("duplicates-found", found))
				}
				return err
			}},
			{Caption: "merge-contacts", Promoted: true, Open: func(d *D) page.Page { return MergeContacts(s, d.ContactNo, d.DuplicateNo) }},
			{Caption: "contact", Promoted: true, Open: func(d *D) page.Page { return contactCardOf(s, d.ContactNo) }},
			{Caption: "duplicate-contact", Promoted: true, Open: func(d *D) page.Page { return contactCardOf(s, d.DuplicateNo) }},
			{Caption: "duplicate-search-setup", NoRow: true, Open: func(*D) page.Page { return DuplicateSearchSetup(s) }},
			{Caption: "rebuild-search-strings", NoRow: true, Do: func(w *page.Window, _ *D) error { return rebuildSearchStrings(s, w) }},
		},
		Empty: "duplicate-contacts-empty",
	}
}

// rebuildSearchStrings makes the strings anew by which companies are compared.
func rebuildSearchStrings(s *app.Session, w *page.Window) error {
	err := contact.RebuildSearchStrings(s)
	if err == nil {
		w.Tell(data.Msg("search-strings-rebuilt"))
	}
	return err
}

// DuplicateSearchSetup is the list of what companies are compared by (UI-65), edited in place.
func DuplicateSearchSetup(s *app.Session) page.Page {
	type F = data.DuplicateSearchField
	var names [][]string
	for _, column := range data.ComparedFields {
		names = append(names, []string{column, s.Texts.T(captionOf(column))})
	}
	return &page.Worksheet[F]{
		Name: "duplicate-search-setup", Session: s, Table: data.DuplicateSearchFields,
		New:    func(*F) F { return F{Length: 5} },
		Insert: func(_ *page.Window, f *F) error { return contact.AddSearchField(s, f) },
		Save:   func(_ *page.Window, _, after *F) error { return contact.SaveSearchField(s, after) },
		Delete: func(_ *page.Window, rows []F) error { return contact.DeleteSearchFields(s, rows) },
		Fields: page.Fields[F]{
			page.Text("field", func(f *F) *string { return &f.Field }).Width(24).Lookup(page.LookupAmong(func() [][]string { return names }, "field", "name")).
				Validate(func(f *F) error {
					if !slices.Contains(data.ComparedFields, f.Field) {
						return data.Msg("not-a-compared-field", f.Field).At("field")
					}
					return nil
				}),
			page.Calc("name", func(f *F) string { return s.Texts.T(captionOf(f.Field)) }).Width(24),
			page.Choice("part-of-field", func(f *F) *data.PartOfField { return &f.Part }, "first-part", "last-part"),
			page.Number("length", func(f *F) *int { return &f.Length }).Validate(func(f *F) error {
				if f.Length < 2 || f.Length > 10 {
					return data.Msg("search-length").At("length")
				}
				return nil
			}),
		},
		Actions: []page.Action[F]{
			{Caption: "duplicate-contacts", Promoted: true, NoRow: true, Open: func(*F) page.Page { return DuplicateContacts(s) }},
			{Caption: "rebuild-search-strings", Promoted: true, NoRow: true, Do: func(w *page.Window, _ *F) error { return rebuildSearchStrings(s, w) }},
		},
		Empty: "duplicate-search-setup-empty",
	}
}

// LikeContacts is the list of companies that are like a company (CO-49e).
func LikeContacts(s *app.Session, no data.ContactNo) page.Page {
	type C = data.Contact
	return &page.List[C]{
		Name: "possible-duplicates", Session: s,
		Title: func() string { return string(no) },
		Rows: func() ([]C, error) {
			c, err := data.Contacts.Get(s.DB, no)
			if err != nil {
				return nil, ignoreMissing(err)
			}
			return contact.Like(s, c)
		},
		Watches: []string{data.Contacts.Name()},
		Card:    func(c *C) page.Page { return ContactCard(s, c.ID, "") },
		Fields: page.Fields[C]{
			page.Code("no", func(c *C) *data.ContactNo { return &c.No }),
			page.Text("name", func(c *C) *string { return &c.Name }).Width(30),
			page.Text("address", func(c *C) *string { return &c.Address }).Width(26),
			page.Text("city", func(c *C) *string { return &c.City }).Width(18),
			page.Text("phone-no", func(c *C) *string { return &c.PhoneNo }).Width(16),
		},
		Actions: []page.Action[C]{
			{Caption: "merge-contacts", Promoted: true, Open: func(c *C) page.Page { return MergeContacts(s, no, c.No) }},
		},
		Empty: "possible-duplicates-empty",
	}
}
