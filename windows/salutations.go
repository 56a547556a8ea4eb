package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/addressee"
	"campaigndesk/app/register"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// salutationTypes and nameParts are the words of their options in the stored order.
var (
	salutationTypes = []string{"formal", "informal"}
	nameParts       = []string{"none", "job-title", "first-name", "middle-name", "surname", "initials", "company-name"}
)

// Salutations is the list of ways of addressing contacts (UI-75), edited in place.
func Salutations(s *app.Session) page.Page {
	type C = data.Salutation
	return &page.Worksheet[C]{
		Name: "salutations", Session: s, Table: data.Salutations,
		New:    func(*C) C { return C{} },
		Delete: func(_ *page.Window, rows []C) error { return register.Delete(s, data.Salutations, rows) },
		Fields: page.Fields[C]{
			page.Code("code", func(c *C) *data.SalutationCode { return &c.Code }),
			page.Text("description", func(c *C) *string { return &c.Description }).Width(40),
		},
		Actions: []page.Action[C]{
			{Caption: "salutation-formulas", Promoted: true, Open: func(c *C) page.Page { return SalutationFormulas(s, c.Code) }},
		},
		Empty: "salutations-empty",
	}
}

// SalutationFormulas is the list of how a salutation reads in each language (UI-76, CO-34), edited in place.
func SalutationFormulas(s *app.Session, code data.SalutationCode) page.Page {
	type F = data.SalutationFormula
	return &page.Worksheet[F]{
		Name: "salutation-formulas", Session: s, Table: data.SalutationFormulas,
		Title:  func() string { return string(code) },
		View:   func() data.View { return data.View{Fixed: []data.Cond{data.Equal("salutation_code", code)}} },
		New:    func(*F) F { return F{SalutationCode: code} },
		Delete: func(_ *page.Window, rows []F) error { return register.Delete(s, data.SalutationFormulas, rows) },
		Fields: page.Fields[F]{
			page.Code("language-code", func(f *F) *string { return &f.LanguageCode }).Width(12),
			page.Choice("salutation-type", func(f *F) *data.SalutationType { return &f.Type }, salutationTypes...),
			page.Text("salutation", func(f *F) *string { return &f.Salutation }).Width(30),
			page.Choice("name-1", func(f *F) *data.NamePart { return &f.Name1 }, nameParts...),
			page.Choice("name-2", func(f *F) *data.NamePart { return &f.Name2 }, nameParts...),
			page.Choice("name-3", func(f *F) *data.NamePart { return &f.Name3 }, nameParts...),
			page.Choice("name-4", func(f *F) *data.NamePart { return &f.Name4 }, nameParts...),
			page.Choice("name-5", func(f *F) *data.NamePart { return &f.Name5 }, nameParts...),
		},
		Empty: "salutation-formulas-empty",
	}
}

// ContactSalutations is the list of how a contact can be greeted, each formula filled in (UI-55, CO-37).
func ContactSalutations(s *app.Session, no data.ContactNo) page.Page {
	type F = data.SalutationFormula
	var c data.Contact
	return &page.List[F]{
		Name: "contact-salutations", Session: s,
		Title: func() string { return string(no) },
		Rows: func() (formulas []F, err error) {
			if c, err = data.Contacts.Get(s.DB, no); err != nil || c.SalutationCode == "" {
				return nil, ignoreMissing(err)
			}
			return data.SalutationFormulas.Select(s.DB, data.View{Fixed: []data.Cond{data.Equal("salutation_code", c.SalutationCode)}})
		},
		Watches: []string{data.SalutationFormulas.Name(), data.Contacts.Name()},
		Fields: page.Fields[F]{
			page.Code("language-code", func(f *F) *string { return &f.LanguageCode }).Width(12),
			page.Choice("salutation-type", func(f *F) *data.SalutationType { return &f.Type }, salutationTypes...),
			page.Calc("salutation", func(f *F) string { return addressee.Greet(*f, c) }).Width(60),
		},
		Actions: []page.Action[F]{
			{Caption: "salutation-formulas", Promoted: true, Open: func(f *F) page.Page { return SalutationFormulas(s, f.SalutationCode) }},
		},
		Empty: "contact-salutations-empty",
	}
}

func salutationLookup() page.Lookup {
	type C = data.Salutation
	return page.LookupIn(data.Salutations, nil, Salutations,
		page.Code("code", func(c *C) *data.SalutationCode { return &c.Code }),
		page.Text("description", func(c *C) *string { return &c.Description }))
}
