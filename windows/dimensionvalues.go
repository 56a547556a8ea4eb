package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/register"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// DimensionValues is the list of codes for one of the two global dimensions of campaigns, edited in place.
func DimensionValues(s *app.Session, dimension int) page.Page {
	type V = data.DimensionValue
	return &page.Worksheet[V]{
		Name: "dimension-values", Session: s, Table: data.DimensionValues,
		Title:  func() string { return s.Locale.FormatInt(int64(dimension)) },
		View:   func() data.View { return ofDimension(dimension) },
		New:    func(*V) V { return V{Dimension: dimension} },
		Delete: func(_ *page.Window, rows []V) error { return register.Delete(s, data.DimensionValues, rows) },
		Fields: page.Fields[V]{
			page.Code("code", func(v *V) *data.DimensionCode { return &v.Code }).Width(20),
			page.Text("description", func(v *V) *string { return &v.Description }).Width(40),
		},
		Empty: "dimension-values-empty",
	}
}

// dimensionLookup offers the codes of one global dimension.
func dimensionLookup(dimension int) page.Lookup {
	type V = data.DimensionValue
	return page.LookupIn(data.DimensionValues,
		func(*app.Session) data.View { return ofDimension(dimension) },
		func(s *app.Session) page.Page { return DimensionValues(s, dimension) },
		page.Code("code", func(v *V) *data.DimensionCode { return &v.Code }),
		page.Text("description", func(v *V) *string { return &v.Description }))
}

func ofDimension(dimension int) data.View {
	return data.View{Fixed: []data.Cond{data.Equal("dimension", dimension)}}
}
