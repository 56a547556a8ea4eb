package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/contact"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// contactRows is the sheet of rows that belong to contacts, those of one contact or of one code: what is new or changed goes
// by the rules of contacts, and each change stamps the contact (CO-16).
func contactRows[T any](s *app.Session, name, title string, table *data.Table[T], of data.Cond, blank T, fields page.Fields[T]) *page.Worksheet[T] {
	return &page.Worksheet[T]{
		Name: name, Session: s, Table: table,
		Title:  func() string { return title },
		View:   func() data.View { return data.View{Fixed: []data.Cond{of}} },
		New:    func(*T) T { return blank },
		Insert: func(_ *page.Window, r *T) error { return contact.AddRow(s, table, r) },
		Save:   func(_ *page.Window, before, after *T) error { return contact.SaveRow(s, table, before, after) },
		Delete: func(_ *page.Window, rows []T) error { return contact.DeleteRows(s, table, rows) },
		Fields: fields,
	}
}

// openContact is the action that opens the contact of a row.
func openContact[T any](s *app.Session, of func(*T) data.ContactNo) []page.Action[T] {
	return []page.Action[T]{{Caption: "contact", Promoted: true, Enabled: func(r *T) bool { return of(r) != "" },
		Open: func(r *T) page.Page { return contactCardOf(s, of(r)) }}}
}
