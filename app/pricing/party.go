package pricing

import (
	"errors"

	"campaigndesk/data"
)

// PartyOf is a customer or, when the customer is blank, a contact, with its own terms on a day (CP-206…209). A contact whose
// company is a customer is that customer. It refuses a customer or contact that does not exist, at column customer_no or
// contact_no, and a currency without a rate.
func PartyOf(r data.Reader, setup data.Setup, customer data.CustomerNo, contact data.ContactNo, day data.Date) (Party, error) {
	parties, err := Parties(r, setup, []data.TargetedParty{{CustomerNo: customer, ContactNo: contact}}, day)
	switch {
	case err != nil:
		return Party{}, err
	case len(parties) == 1:
		return parties[0], nil
	case customer != "":
		return Party{}, data.Msg("customer-missing", customer).At("customer_no")
	}
	return Party{}, data.Msg("contact-missing", contact).At("contact_no")
}

// Parties is [PartyOf] for many at once, in the order given; those that do not exist are left out.
func Parties(r data.Reader, setup data.Setup, who []data.TargetedParty, day data.Date) ([]Party, error) {
	resolved, err := resolve(r, who)
	if err != nil {
		return nil, err
	}
	customers, err := customersOf(r, resolved)
	if err != nil {
		return nil, err
	}
	currencies := map[data.CurrencyCode]Currency{}
	var parties []Party
	var known []data.TargetedParty
	for _, p := range resolved {
		party := DefaultTerms(setup)
		code := data.CurrencyCode("")
		if p.CustomerNo != "" {
			c, ok := customers[p.CustomerNo]
			if !ok {
				continue
			}
			party = termsOf(c)
			code = c.CurrencyCode
			if p.ContactNo == "" {
				p.ContactNo = c.ContactNo
			}
		}
		currency, ok := currencies[code]
		if !ok {
			if currency, err = CurrencyOn(r, setup, code, day); err != nil {
				return nil, err
			}
			currencies[code] = currency
		}
		party.CustomerNo, party.ContactNo, party.Currency = p.CustomerNo, p.ContactNo, currency
		parties, known = append(parties, party), append(known, p)
	}
	campaigns, err := data.CampaignsOf(r, known)
	for i := range parties {
		parties[i].Campaigns = campaigns[i]
	}
	return parties, err
}

// resolve finds the customers of contacts that have one, and leaves out contacts that do not exist.
func resolve(r data.Reader, who []data.TargetedParty) ([]data.TargetedParty, error) {
	wanted := []data.ContactNo{}
	for _, p := range who {
		if p.CustomerNo == "" {
			wanted = append(wanted, p.ContactNo)
		}
	}
	if len(wanted) == 0 {
		return who, nil
	}
	contacts, err := data.OfCodes(r, data.Contacts, wanted)
	if err != nil {
		return nil, err
	}
	customers := make(map[data.ContactNo]data.CustomerNo, len(contacts))
	for _, c := range contacts {
		customers[c.No] = c.CustomerNo
	}
	resolved := make([]data.TargetedParty, 0, len(who))
	for _, p := range who {
		if p.CustomerNo == "" {
			customer, exists := customers[p.ContactNo]
			if !exists {
				continue
			}
			p.CustomerNo = customer
		}
		resolved = append(resolved, p)
	}
	return resolved, nil
}

func customersOf(r data.Reader, who []data.TargetedParty) (map[data.CustomerNo]data.Customer, error) {
	nos := []data.CustomerNo{}
	for _, p := range who {
		if p.CustomerNo != "" {
			nos = append(nos, p.CustomerNo)
		}
	}
	found, err := data.OfCodes(r, data.Customers, nos)
	customers := make(map[data.CustomerNo]data.Customer, len(found))
	for _, c := range found {
		customers[c.No] = c
	}
	return customers, err
}

// termsOf are a customer's own terms, currency apart.
func termsOf(c data.Customer) Party {
	return Party{PriceGroup: c.PriceGroup, DiscGroup: c.DiscGroup, PricesIncludingVAT: c.PricesIncludingVAT, VATGroup: c.VATGroup,
		AllowLineDisc: c.AllowLineDisc}
}

// DefaultTerms are the terms of a contact that is no customer, from Setup (CP-209, OQ-5), currency apart.
func DefaultTerms(setup data.Setup) Party {
	return Party{PriceGroup: setup.QuotePriceGroup, DiscGroup: setup.QuoteDiscGroup, VATGroup: setup.QuoteVATGroup, AllowLineDisc: true}
}

// CurrencyOn is a currency with its roundings and the newest rate on a day (CP-212); the blank code is LCY. It refuses a
// currency that does not exist or has no rate yet, at column currency_code.
func CurrencyOn(r data.Reader, setup data.Setup, code data.CurrencyCode, day data.Date) (Currency, error) {
	currency, err := CurrencyAt(r, setup, code, data.One, data.One)
	if err != nil || code == "" {
		return currency, err
	}
	rate, err := data.RateOn(r, code, day)
	if errors.Is(err, data.ErrNotFound) {
		return currency, data.Msg("rate-missing", code, day).At("currency_code")
	}
	currency.ExchangeRateAmount, currency.RelationalAmount = rate.ExchangeRateAmount, rate.RelationalAmount
	return currency, err
}

// CurrencyAt is a currency at the rate that a document keeps (CP-212).
func CurrencyAt(r data.Reader, setup data.Setup, code data.CurrencyCode, exchangeRate, relational data.Amount) (Currency, error) {
	if code == "" {
		return Currency{AmountRounding: setup.AmountRounding, UnitAmountRounding: setup.UnitAmountRounding,
			ExchangeRateAmount: data.One, RelationalAmount: data.One}, nil
	}
	c, err := data.Currencies.Get(r, code)
	if errors.Is(err, data.ErrNotFound) {
		err = data.Msg("currency-missing", code).At("currency_code")
	}
	return Currency{code, c.AmountRounding, c.UnitAmountRounding, exchangeRate, relational}, err
}
