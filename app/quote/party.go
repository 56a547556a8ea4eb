package quote

import (
	"cmp"

	"campaigndesk/app"
	"campaigndesk/app/pricing"
	"campaigndesk/data"
)

// CustomerEntered takes over the name and the terms of the customer (CP-206…209), and its contact unless the quote names
// another person of it. A blank customer leaves a quote for nobody. It refuses a customer that does not exist.
func CustomerEntered(s *app.Session, h *data.QuoteHeader) error {
	if h.CustomerNo == "" {
		h.ContactNo = ""
		return takeParty(s, h)
	}
	contact, err := data.OfCodes(s.DB, data.Contacts, []data.ContactNo{h.ContactNo})
	if err != nil {
		return err
	}
	if len(contact) == 0 || contact[0].CustomerNo != h.CustomerNo {
		h.ContactNo = ""
	}
	return takeParty(s, h)
}

// ContactEntered takes over the name of the contact and the terms that Setup has for quotes to contacts (CP-209, OQ-5); a
// contact whose company is a customer makes the quote one for that customer. It refuses a contact that does not exist.
func ContactEntered(s *app.Session, h *data.QuoteHeader) error {
	if h.ContactNo == "" && h.CustomerNo != "" {
		return nil // a quote for a customer needs no contact
	}
	contact, err := data.OfCodes(s.DB, data.Contacts, []data.ContactNo{h.ContactNo})
	switch {
	case err != nil:
		return err
	case len(contact) == 0 && h.ContactNo != "":
		return data.Msg("contact-missing", h.ContactNo).At("contact_no")
	case len(contact) > 0 && contact[0].CustomerNo != "" && contact[0].CustomerNo == h.CustomerNo:
		return nil // another person of the same customer: the quote keeps its terms
	}
	h.CustomerNo = ""
	return takeParty(s, h)
}

// CurrencyEntered takes the currency's rate of the order date, which the quote then keeps (CP-212). It refuses a currency
// that does not exist or has no rate yet.
func CurrencyEntered(s *app.Session, h *data.QuoteHeader) error {
	currency, err := pricing.CurrencyOn(s.DB, s.Setup, h.CurrencyCode, dayOf(s, h))
	h.ExchangeRateAmount, h.RelationalAmount = currency.ExchangeRateAmount, currency.RelationalAmount
	return err
}

// dayOf is the day that a quote's prices are valid on (CP-210).
func dayOf(s *app.Session, h *data.QuoteHeader) data.Date { return cmp.Or(h.OrderDate, s.WorkDate) }

// takeParty takes over all that the customer, else the contact, says.
func takeParty(s *app.Session, h *data.QuoteHeader) error {
	if h.CustomerNo == "" && h.ContactNo == "" {
		h.Name, h.CurrencyCode = "", ""
		takeTerms(h, pricing.DefaultTerms(s.Setup))
		return CurrencyEntered(s, h)
	}
	party, err := pricing.PartyOf(s.DB, s.Setup, h.CustomerNo, h.ContactNo, dayOf(s, h))
	if err != nil {
		return err
	}
	h.CustomerNo, h.ContactNo, h.CurrencyCode = party.CustomerNo, party.ContactNo, party.Currency.Code
	h.ExchangeRateAmount, h.RelationalAmount = party.Currency.ExchangeRateAmount, party.Currency.RelationalAmount
	takeTerms(h, party)
	if h.CustomerNo == "" {
		contact, err := data.Contacts.Get(s.DB, h.ContactNo)
		h.Name = contact.Name
		takeSalesperson(s.DB, h, contact.SalespersonCode)
		return err
	}
	customer, err := data.Customers.Get(s.DB, h.CustomerNo)
	h.Name = customer.Name
	takeSalesperson(s.DB, h, customer.SalespersonCode)
	return err
}

func takeTerms(h *data.QuoteHeader, party pricing.Party) {
	h.PriceGroup, h.DiscGroup, h.AllowLineDisc = party.PriceGroup, party.DiscGroup, party.AllowLineDisc
	h.PricesIncludingVAT, h.VATGroup = party.PricesIncludingVAT, party.VATGroup
}

// takeSalesperson takes a salesperson if there is one and it may be assigned (SP-4).
func takeSalesperson(r data.Reader, h *data.QuoteHeader, code data.SalespersonCode) {
	if code != "" && app.CheckSalesperson(r, code) == nil {
		h.SalespersonCode = code
	}
}
