package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/register"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// BusinessRelations is the list of ways in which companies have to do with us (UI-73), edited in place.
func BusinessRelations(s *app.Session) page.Page {
	type B = data.BusinessRelation
	return &page.Worksheet[B]{
		Name: "business-relations", Session: s, Table: data.BusinessRelations,
		Watches: []string{data.ContactBusinessRelations.Name()},
		New:     func(*B) B { return B{} },
		Delete:  func(_ *page.Window, rows []B) error { return register.Delete(s, data.BusinessRelations, rows) },
		Fields: page.Fields[B]{
			page.Code("code", func(b *B) *data.BusinessRelationCode { return &b.Code }),
			page.Text("description", func(b *B) *string { return &b.Description }).Width(40),
			page.Number("no-of-contacts", func(b *B) *int { return &b.Contacts }).ReadOnly().Width(16).
				Drill(func(b *B) page.Page { return BusinessRelationContacts(s, b.Code) }),
		},
		Actions: []page.Action[B]{
			{Caption: "contacts", Promoted: true, Open: func(b *B) page.Page { return BusinessRelationContacts(s, b.Code) }},
		},
		Empty: "business-relations-empty",
	}
}

// ContactBusinessRelations is the list of a company's business relations (UI-59). The link to a customer is made by its own
// action; removing its row unlinks the customer (CO-32).
func ContactBusinessRelations(s *app.Session, no data.ContactNo) page.Page {
	type B = data.ContactBusinessRelation
	sheet := contactRows(s, "contact-business-relations", string(no), data.ContactBusinessRelations, data.Equal("contact_no", no), B{ContactNo: no}, page.Fields[B]{
		page.Code("business-relation-code", func(b *B) *data.BusinessRelationCode { return &b.Code }).Width(18).Lookup(businessRelationLookup()),
		page.Text("description", func(b *B) *string { return &b.Description }).ReadOnly().Width(30),
		page.Text("contact-name", func(b *B) *string { return &b.ContactName }).ReadOnly().Hidden(),
		linkToTable(s),
		page.Code("linked-no", func(b *B) *data.CustomerNo { return &b.CustomerNo }).ReadOnly(),
		page.Text("name", func(b *B) *string { return &b.Name }).ReadOnly().Width(30),
	})
	sheet.Actions = []page.Action[B]{
		{Caption: "customer", Promoted: true, Enabled: func(b *B) bool { return b.CustomerNo != "" }, Open: func(b *B) page.Page { return customerCardOf(s, b.CustomerNo) }},
	}
	sheet.Empty = "contact-business-relations-empty"
	return sheet
}

// BusinessRelationContacts is the list of the contacts that have a business relation (UI-60).
func BusinessRelationContacts(s *app.Session, code data.BusinessRelationCode) page.Page {
	type B = data.ContactBusinessRelation
	sheet := contactRows(s, "business-relation-contacts", string(code), data.ContactBusinessRelations, data.Equal("business_relation_code", code), B{Code: code}, page.Fields[B]{
		page.Code("contact-no", func(b *B) *data.ContactNo { return &b.ContactNo }).Lookup(companyLookup()),
		page.Text("contact-name", func(b *B) *string { return &b.ContactName }).ReadOnly().Width(36),
		linkToTable(s),
		page.Code("linked-no", func(b *B) *data.CustomerNo { return &b.CustomerNo }).ReadOnly(),
	})
	sheet.Actions = openContact(s, func(b *B) data.ContactNo { return b.ContactNo })
	sheet.Empty = "group-contacts-empty"
	return sheet
}

// linkToTable says what kind of record a business relation links to (CO-25).
func linkToTable(s *app.Session) page.Field[data.ContactBusinessRelation] {
	return page.Calc("link-to-table", func(b *data.ContactBusinessRelation) string {
		if b.CustomerNo == "" {
			return ""
		}
		return s.Texts.T("customer")
	}).Width(14)
}

func businessRelationLookup() page.Lookup {
	type B = data.BusinessRelation
	return page.LookupIn(data.BusinessRelations, nil, BusinessRelations,
		page.Code("code", func(b *B) *data.BusinessRelationCode { return &b.Code }),
		page.Text("description", func(b *B) *string { return &b.Description }))
}
