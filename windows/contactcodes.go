package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/register"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// OrganizationalLevels is the list of how high persons stand in their companies (UI-74), edited in place.
func OrganizationalLevels(s *app.Session) page.Page {
	type L = data.OrganizationalLevel
	return &page.Worksheet[L]{
		Name: "organizational-levels", Session: s, Table: data.OrganizationalLevels,
		New:    func(*L) L { return L{} },
		Delete: func(_ *page.Window, rows []L) error { return register.Delete(s, data.OrganizationalLevels, rows) },
		Fields: page.Fields[L]{
			page.Code("code", func(l *L) *data.OrganizationalLevelCode { return &l.Code }),
			page.Text("description", func(l *L) *string { return &l.Description }).Width(40),
		},
		Empty: "organizational-levels-empty",
	}
}

func organizationalLevelLookup() page.Lookup {
	type L = data.OrganizationalLevel
	return page.LookupIn(data.OrganizationalLevels, nil, OrganizationalLevels,
		page.Code("code", func(l *L) *data.OrganizationalLevelCode { return &l.Code }),
		page.Text("description", func(l *L) *string { return &l.Description }))
}

// Territories is the list of the parts of the market (UI-77), edited in place.
func Territories(s *app.Session) page.Page {
	type T = data.Territory
	return &page.Worksheet[T]{
		Name: "territories", Session: s, Table: data.Territories,
		New:    func(*T) T { return T{} },
		Delete: func(_ *page.Window, rows []T) error { return register.Delete(s, data.Territories, rows) },
		Fields: page.Fields[T]{
			page.Code("code", func(t *T) *data.TerritoryCode { return &t.Code }),
			page.Text("name", func(t *T) *string { return &t.Name }).Width(40),
		},
		Empty: "territories-empty",
	}
}

func territoryLookup() page.Lookup {
	type T = data.Territory
	return page.LookupIn(data.Territories, nil, Territories,
		page.Code("code", func(t *T) *data.TerritoryCode { return &t.Code }),
		page.Text("name", func(t *T) *string { return &t.Name }))
}
