package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/register"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// IndustryGroups is the list of branches that companies work in (UI-73), edited in place.
func IndustryGroups(s *app.Session) page.Page {
	type G = data.IndustryGroup
	return &page.Worksheet[G]{
		Name: "industry-groups", Session: s, Table: data.IndustryGroups,
		Watches: []string{data.ContactIndustryGroups.Name()},
		New:     func(*G) G { return G{} },
		Delete:  func(_ *page.Window, rows []G) error { return register.Delete(s, data.IndustryGroups, rows) },
		Fields: page.Fields[G]{
			page.Code("code", func(g *G) *data.IndustryGroupCode { return &g.Code }),
			page.Text("description", func(g *G) *string { return &g.Description }).Width(40),
			page.Number("no-of-contacts", func(g *G) *int { return &g.Contacts }).ReadOnly().Width(16).
				Drill(func(g *G) page.Page { return IndustryGroupContacts(s, g.Code) }),
		},
		Actions: []page.Action[G]{
			{Caption: "contacts", Promoted: true, Open: func(g *G) page.Page { return IndustryGroupContacts(s, g.Code) }},
		},
		Empty: "industry-groups-empty",
	}
}

// ContactIndustryGroups is the list of those that a contact has (UI-57).
func ContactIndustryGroups(s *app.Session, no data.ContactNo) page.Page {
	type G = data.ContactIndustryGroup
	sheet := contactRows(s, "contact-industry-groups", string(no), data.ContactIndustryGroups, data.Equal("contact_no", no), G{ContactNo: no}, page.Fields[G]{
		page.Code("industry-group-code", func(g *G) *data.IndustryGroupCode { return &g.Code }).Width(18).Lookup(industryGroupLookup()),
		page.Text("description", func(g *G) *string { return &g.Description }).ReadOnly().Width(40),
	})
	sheet.Empty = "contact-industry-groups-empty"
	return sheet
}

// IndustryGroupContacts is the list of the contacts that have one (UI-58).
func IndustryGroupContacts(s *app.Session, code data.IndustryGroupCode) page.Page {
	type G = data.ContactIndustryGroup
	sheet := contactRows(s, "industry-group-contacts", string(code), data.ContactIndustryGroups, data.Equal("industry_group_code", code), G{Code: code}, page.Fields[G]{
		page.Code("contact-no", func(g *G) *data.ContactNo { return &g.ContactNo }).Lookup(companyLookup()),
		page.Text("contact-name", func(g *G) *string { return &g.ContactName }).ReadOnly().Width(30),
	})
	sheet.Actions = openContact(s, func(g *G) data.ContactNo { return g.ContactNo })
	sheet.Empty = "group-contacts-empty"
	return sheet
}

func industryGroupLookup() page.Lookup {
	type G = data.IndustryGroup
	return page.LookupIn(data.IndustryGroups, nil, IndustryGroups,
		page.Code("code", func(g *G) *data.IndustryGroupCode { return &g.Code }),
		page.Text("description", func(g *G) *string { return &g.Description }))
}
