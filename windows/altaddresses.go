package windows

import (
	"campaigndesk/app"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// AltAddresses is the list of a contact's other addresses (UI-62), edited in place.
func AltAddresses(s *app.Session, no data.ContactNo) page.Page {
	type A = data.AltAddress
	sheet := contactRows(s, "contact-alt-addresses", string(no), data.AltAddresses, data.Equal("contact_no", no), A{ContactNo: no}, page.Fields[A]{
		page.Code("code", func(a *A) *data.AltAddressCode { return &a.Code }),
		page.Text("company-name", func(a *A) *string { return &a.CompanyName }).Width(24),
		page.Text("company-name-2", func(a *A) *string { return &a.CompanyName2 }).Hidden(),
		page.Text("address", func(a *A) *string { return &a.Address }).Width(24),
		page.Text("address-2", func(a *A) *string { return &a.Address2 }).Hidden(),
		page.Code("post-code", func(a *A) *string { return &a.PostCode }).Width(10),
		page.Text("city", func(a *A) *string { return &a.City }).Width(16),
		page.Text("county", func(a *A) *string { return &a.County }).Hidden(),
		page.Code("country-region-code", func(a *A) *data.CountryCode { return &a.CountryCode }).Hidden(),
		page.Text("phone-no", func(a *A) *string { return &a.PhoneNo }).Width(16),
		page.Text("mobile-phone-no", func(a *A) *string { return &a.MobilePhoneNo }).Hidden(),
		page.Text("fax-no", func(a *A) *string { return &a.FaxNo }).Hidden(),
		page.Text("e-mail", func(a *A) *string { return &a.EMail }).Hidden(),
		page.Text("home-page", func(a *A) *string { return &a.HomePage }).Hidden(),
	})
	sheet.Actions = []page.Action[A]{
		{Caption: "date-ranges", Promoted: true, NoRow: true, Open: func(*A) page.Page { return AltAddressRanges(s, no) }},
	}
	sheet.Empty = "contact-alt-addresses-empty"
	return sheet
}

// AltAddressRanges is the list of the times in which a contact is reached at its other addresses (UI-63), edited in place.
func AltAddressRanges(s *app.Session, no data.ContactNo) page.Page {
	type R = data.AltAddressRange
	sheet := contactRows(s, "contact-alt-addr-date-ranges", string(no), data.AltAddressRanges, data.Equal("contact_no", no), R{ContactNo: no, StartingDate: s.WorkDate}, page.Fields[R]{
		page.Date("starting-date", func(r *R) *data.Date { return &r.StartingDate }),
		page.Date("ending-date", func(r *R) *data.Date { return &r.EndingDate }),
		page.Code("contact-alt-address-code", func(r *R) *data.AltAddressCode { return &r.AltAddressCode }).Width(24).Lookup(altAddressLookup(no)),
	})
	sheet.Empty = "contact-alt-addr-date-ranges-empty"
	return sheet
}

// altAddressLookup offers the other addresses of one contact.
func altAddressLookup(no data.ContactNo) page.Lookup {
	type A = data.AltAddress
	ofContact := func(*app.Session) data.View {
		return data.View{Fixed: []data.Cond{data.Equal("contact_no", no)}}
	}
	return page.LookupIn(data.AltAddresses, ofContact, func(s *app.Session) page.Page { return AltAddresses(s, no) },
		page.Code("code", func(a *A) *data.AltAddressCode { return &a.Code }),
		page.Text("address", func(a *A) *string { return &a.Address }),
		page.Text("city", func(a *A) *string { return &a.City }))
}
