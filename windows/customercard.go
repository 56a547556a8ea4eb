package windows

import (
	"errors"

	"campaigndesk/app"
	"campaigndesk/app/quote"
	"campaigndesk/app/register"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// CustomerCard shows one customer: who it is and what its prices depend on. An id of 0 is a new customer.
func CustomerCard(s *app.Session, id int64) page.Page {
	type C = data.Customer
	return &page.Card[C]{
		Name: "customer-card", Session: s, Table: data.Customers, ID: id,
		Title:   func(c *C) string { return string(c.No) + " " + c.Name },
		Watches: []string{data.ContactBusinessRelations.Name()},
		New:     func() C { return C{AllowLineDisc: true} },
		Insert:  func(w *page.Window, c *C) error { return w.Noticed(register.CreateCustomer(s, c)) },
		Save:    func(_ *page.Window, before, after *C) error { return register.SaveCustomer(s, before, after) },
		Delete:  func(_ *page.Window, c *C) error { return register.Delete(s, data.Customers, []C{*c}) },
		Tabs: []page.Tab[C]{
			{Caption: "general", Fields: page.Fields[C]{
				page.Code("no", func(c *C) *data.CustomerNo { return &c.No }),
				page.Text("name", func(c *C) *string { return &c.Name }).Required(),
				page.Text("contact", func(c *C) *string { return &c.ContactName }),
				page.Code("salesperson-code", func(c *C) *data.SalespersonCode { return &c.SalespersonCode }).Lookup(salespersonLookup()),
				page.Code("contact-no", func(c *C) *data.ContactNo { return &c.ContactNo }).ReadOnly().Drill(func(c *C) page.Page { return contactCardOf(s, c.ContactNo) }),
			}},
			{Caption: "communication", Fields: page.Fields[C]{
				page.Text("address", func(c *C) *string { return &c.Address }),
				page.Code("post-code", func(c *C) *string { return &c.PostCode }),
				page.Text("city", func(c *C) *string { return &c.City }),
				page.Code("country-region-code", func(c *C) *data.CountryCode { return &c.CountryCode }),
				page.Text("phone-no", func(c *C) *string { return &c.PhoneNo }),
				page.Text("e-mail", func(c *C) *string { return &c.EMail }),
			}},
			{Caption: "prices-and-discounts", Fields: customerPricing(s)},
		},
		Actions: customerActions(s),
	}
}

// customerPricing are the fields that a customer's prices depend on; VAT is left out while Setup has it off (CP-139).
func customerPricing(s *app.Session) page.Fields[data.Customer] {
	type C = data.Customer
	fields := page.Fields[C]{
		page.Code("customer-price-group", func(c *C) *data.CustomerPriceGroup { return &c.PriceGroup }).Lookup(customerPriceGroupLookup()),
		page.Code("customer-disc-group", func(c *C) *data.CustomerDiscGroup { return &c.DiscGroup }).Lookup(customerDiscGroupLookup()),
		page.Code("currency-code", func(c *C) *data.CurrencyCode { return &c.CurrencyCode }).Lookup(currencyLookup()),
		page.Check("allow-line-disc", func(c *C) *bool { return &c.AllowLineDisc }),
	}
	if s.Setup.VAT {
		fields = append(fields,
			page.Check("prices-including-vat", func(c *C) *bool { return &c.PricesIncludingVAT }),
			page.Code("vat-bus-posting-group", func(c *C) *data.VATBusinessGroup { return &c.VATGroup }))
	}
	return fields
}

// newQuoteFor makes a quote for a customer and opens it.
func newQuoteFor(s *app.Session, w *page.Window, no data.CustomerNo) error {
	h, notices, err := quote.ForCustomer(s, no)
	if w.Noticed(notices, err) == nil {
		w.Open(QuoteCard(s, h.ID))
	}
	return err
}

// customerCardOf is the card of the customer with a number; for one that is gone the list of those that are there.
func customerCardOf(s *app.Session, no data.CustomerNo) page.Page {
	c, err := data.Customers.Get(s.DB, no)
	if errors.Is(err, data.ErrNotFound) {
		return Customers(s)
	}
	return CustomerCard(s, c.ID)
}
