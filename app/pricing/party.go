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
	terms, err := data.TermsOf(r, who)
	if err != nil {
		return nil, err
	}
	known := make([]data.TargetedParty, len(terms))
	for i := range terms {
		known[i] = terms[i].TargetedParty
	}
	campaigns, err := data.CampaignsOf(r, known)
	if err != nil {
		return nil, err
	}
	currencies := map[data.CurrencyCode]Currency{}
	parties := make([]Party, len(terms))
	for i, t := range terms {
		party := Party{PriceGroup: t.PriceGroup, DiscGroup: t.DiscGroup, PricesIncludingVAT: t.PricesIncludingVAT, VATGroup: t.VATGroup,
			AllowLineDisc: t.AllowLineDisc}
		if t.CustomerNo == "" {
			party = DefaultTerms(setup)
		}
		currency, ok := currencies[t.CurrencyCode]
		if !ok {
			if currency, err = CurrencyOn(r, setup, t.CurrencyCode, day); err != nil {
				return nil, err
			}
			currencies[t.CurrencyCode] = currency
		}
		party.CustomerNo, party.ContactNo, party.Campaigns, party.Currency = t.CustomerNo, t.ContactNo, campaigns[i], currency
		parties[i] = party
	}
	return parties, nil
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
