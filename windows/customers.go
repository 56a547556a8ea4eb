package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/contact"
	"campaigndesk/app/register"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// Customers is the list of those who buy.
func Customers(s *app.Session) page.Page {
	type C = data.Customer
	return &page.List[C]{
		Name: "customers", Session: s, Table: data.Customers,
		Watches: []string{data.ContactBusinessRelations.Name()},
		Card:    func(c *C) page.Page { return CustomerCard(s, c.ID) },
		NewCard: func() page.Page { return CustomerCard(s, 0) },
		Delete:  func(_ *page.Window, rows []C) error { return register.Delete(s, data.Customers, rows) },
		Fields: page.Fields[C]{
			page.Code("no", func(c *C) *data.CustomerNo { return &c.No }),
			page.Text("name", func(c *C) *string { return &c.Name }),
			page.Text("city", func(c *C) *string { return &c.City }).Width(14),
			page.Code("country-region-code", func(c *C) *data.CountryCode { return &c.CountryCode }).Width(10).Hidden(),
			page.Text("contact", func(c *C) *string { return &c.ContactName }).Width(17),
			page.Text("phone-no", func(c *C) *string { return &c.PhoneNo }).Width(13),
			page.Text("e-mail", func(c *C) *string { return &c.EMail }).Hidden(),
			page.Code("salesperson-code", func(c *C) *data.SalespersonCode { return &c.SalespersonCode }).Width(10),
			page.Code("customer-price-group", func(c *C) *data.CustomerPriceGroup { return &c.PriceGroup }).Width(14),
			page.Code("customer-disc-group", func(c *C) *data.CustomerDiscGroup { return &c.DiscGroup }).Width(14),
			page.Code("currency-code", func(c *C) *data.CurrencyCode { return &c.CurrencyCode }).Hidden(),
			page.Code("contact-no", func(c *C) *data.ContactNo { return &c.ContactNo }).Hidden(),
		},
		Actions: customerActions(s),
		Empty:   "customers-empty",
	}
}

// customerActions are what can be done with a customer, on its card as in the list.
func customerActions(s *app.Session) []page.Action[data.Customer] {
	type C = data.Customer
	return []page.Action[C]{
		{Caption: "new-quote", Promoted: true, Primary: true, Do: func(w *page.Window, c *C) error { return newQuoteFor(s, w, c.No) }},
		{Caption: "create-contacts", DoRows: func(w *page.Window, rows []C) error { createContacts(s, w, rows); return nil }},
		{Caption: "sales-prices", Group: "prices-and-discounts", Key: "Ctrl+Shift+P", Promoted: true,
			Open: func(c *C) page.Page { return SalesPrices(s, forCustomer(c.No)) }},
		{Caption: "sales-line-discounts", Group: "prices-and-discounts", Key: "Ctrl+Shift+L", Promoted: true,
			Open: func(c *C) page.Page { return SalesLineDiscounts(s, forCustomerDiscount(c.No)) }},
		{Caption: "contact", Group: "menu-view", Promoted: true, Enabled: func(c *C) bool { return c.ContactNo != "" },
			Open: func(c *C) page.Page { return contactCardOf(s, c.ContactNo) }},
	}
}

// createContacts makes contacts of the customers that are none yet, after a question when they are many (CO-32a).
func createContacts(s *app.Session, w *page.Window, customers []data.Customer) {
	create := func() {
		contact.CreateForCustomers(s, customers, func(notices []data.Message, err error) {
			if w.Noticed(notices, err) != nil {
				w.Fail(err)
			}
		})
	}
	question := contact.AskBeforeCreating(customers)
	if question == nil {
		create()
		return
	}
	w.Ask(*question, func(yes bool) {
		if yes {
			create()
		}
	})
}
