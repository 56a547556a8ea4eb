package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/register"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// UnitsOfMeasure is the list of units that items are sold in, edited in place.
func UnitsOfMeasure(s *app.Session) page.Page {
	type U = data.Unit
	return &page.Worksheet[U]{
		Name: "units-of-measure", Session: s, Table: data.Units,
		New:    func(*U) U { return U{} },
		Delete: func(_ *page.Window, rows []U) error { return register.Delete(s, data.Units, rows) },
		Fields: page.Fields[U]{
			page.Code("code", func(u *U) *data.UnitCode { return &u.Code }),
			page.Text("description", func(u *U) *string { return &u.Description }).Width(40),
		},
		Empty: "units-of-measure-empty",
	}
}
