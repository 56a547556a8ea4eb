package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/register"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// JobResponsibilities is the list of what persons decide about (UI-73), edited in place.
func JobResponsibilities(s *app.Session) page.Page {
	type G = data.JobResponsibility
	return &page.Worksheet[G]{
		Name: "job-responsibilities", Session: s, Table: data.JobResponsibilities,
		Watches: []string{data.ContactJobResponsibilities.Name()},
		New:     func(*G) G { return G{} },
		Delete:  func(_ *page.Window, rows []G) error { return register.Delete(s, data.JobResponsibilities, rows) },
		Fields: page.Fields[G]{
			page.Code("code", func(g *G) *data.JobResponsibilityCode { return &g.Code }),
			page.Text("description", func(g *G) *string { return &g.Description }).Width(40),
			page.Number("no-of-contacts", func(g *G) *int { return &g.Contacts }).ReadOnly().Width(16).
				Drill(func(g *G) page.Page { return JobResponsibilityContacts(s, g.Code) }),
		},
		Actions: []page.Action[G]{
			{Caption: "contacts", Promoted: true, Open: func(g *G) page.Page { return JobResponsibilityContacts(s, g.Code) }},
		},
		Empty: "job-responsibilities-empty",
	}
}

// ContactJobResponsibilities is the list of those that a contact has (UI-57).
func ContactJobResponsibilities(s *app.Session, no data.ContactNo) page.Page {
	type G = data.ContactJobResponsibility
	sheet := contactRows(s, "contact-job-responsibilities", string(no), data.ContactJobResponsibilities, data.Equal("contact_no", no), G{ContactNo: no}, page.Fields[G]{
		page.Code("job-responsibility-code", func(g *G) *data.JobResponsibilityCode { return &g.Code }).Width(18).Lookup(jobResponsibilityLookup()),
		page.Text("description", func(g *G) *string { return &g.Description }).ReadOnly().Width(40),
	})
	sheet.Empty = "contact-job-responsibilities-empty"
	return sheet
}

// JobResponsibilityContacts is the list of the contacts that have one (UI-58).
func JobResponsibilityContacts(s *app.Session, code data.JobResponsibilityCode) page.Page {
	type G = data.ContactJobResponsibility
	sheet := contactRows(s, "job-responsibility-contacts", string(code), data.ContactJobResponsibilities, data.Equal("job_responsibility_code", code), G{Code: code}, page.Fields[G]{
		page.Code("contact-no", func(g *G) *data.ContactNo { return &g.ContactNo }).Lookup(personLookup()),
		page.Text("contact-name", func(g *G) *string { return &g.ContactName }).ReadOnly().Width(30),
		page.Text("contact-company-name", func(g *G) *string { return &g.CompanyName }).ReadOnly().Width(30),
	})
	sheet.Actions = openContact(s, func(g *G) data.ContactNo { return g.ContactNo })
	sheet.Empty = "group-contacts-empty"
	return sheet
}

func jobResponsibilityLookup() page.Lookup {
	type G = data.JobResponsibility
	return page.LookupIn(data.JobResponsibilities, nil, JobResponsibilities,
		page.Code("code", func(g *G) *data.JobResponsibilityCode { return &g.Code }),
		page.Text("description", func(g *G) *string { return &g.Description }))
}
