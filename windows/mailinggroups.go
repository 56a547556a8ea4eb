package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/register"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// MailingGroups is the list of groups of contacts that get the same mailings (UI-73), edited in place.
func MailingGroups(s *app.Session) page.Page {
	type G = data.MailingGroup
	return &page.Worksheet[G]{
		Name: "mailing-groups", Session: s, Table: data.MailingGroups,
		Watches: []string{data.ContactMailingGroups.Name()},
		New:     func(*G) G { return G{} },
		Delete:  func(_ *page.Window, rows []G) error { return register.Delete(s, data.MailingGroups, rows) },
		Fields: page.Fields[G]{
			page.Code("code", func(g *G) *data.MailingGroupCode { return &g.Code }),
			page.Text("description", func(g *G) *string { return &g.Description }).Width(40),
			page.Number("no-of-contacts", func(g *G) *int { return &g.Contacts }).ReadOnly().Width(16).
				Drill(func(g *G) page.Page { return MailingGroupContacts(s, g.Code) }),
		},
		Actions: []page.Action[G]{
			{Caption: "contacts", Promoted: true, Open: func(g *G) page.Page { return MailingGroupContacts(s, g.Code) }},
		},
		Empty: "mailing-groups-empty",
	}
}

// ContactMailingGroups is the list of those that a contact has (UI-57).
func ContactMailingGroups(s *app.Session, no data.ContactNo) page.Page {
	type G = data.ContactMailingGroup
	sheet := contactRows(s, "contact-mailing-groups", string(no), data.ContactMailingGroups, data.Equal("contact_no", no), G{ContactNo: no}, page.Fields[G]{
		page.Code("mailing-group-code", func(g *G) *data.MailingGroupCode { return &g.Code }).Width(18).Lookup(mailingGroupLookup()),
		page.Text("description", func(g *G) *string { return &g.Description }).ReadOnly().Width(40),
	})
	sheet.Empty = "contact-mailing-groups-empty"
	return sheet
}

// MailingGroupContacts is the list of the contacts that have one (UI-58).
func MailingGroupContacts(s *app.Session, code data.MailingGroupCode) page.Page {
	type G = data.ContactMailingGroup
	sheet := contactRows(s, "mailing-group-contacts", string(code), data.ContactMailingGroups, data.Equal("mailing_group_code", code), G{Code: code}, page.Fields[G]{
		page.Code("contact-no", func(g *G) *data.ContactNo { return &g.ContactNo }).Lookup(contactLookup()),
		page.Text("contact-company-name", func(g *G) *string { return &g.CompanyName }).ReadOnly().Width(30),
		page.Text("contact-name", func(g *G) *string { return &g.ContactName }).ReadOnly().Width(30),
	})
	sheet.Actions = openContact(s, func(g *G) data.ContactNo { return g.ContactNo })
	sheet.Empty = "group-contacts-empty"
	return sheet
}

func mailingGroupLookup() page.Lookup {
	type G = data.MailingGroup
	return page.LookupIn(data.MailingGroups, nil, MailingGroups,
		page.Code("code", func(g *G) *data.MailingGroupCode { return &g.Code }),
		page.Text("description", func(g *G) *string { return &g.Description }))
}
