package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/register"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// Currencies is the list of foreign currencies with their rounding, edited in place.
func Currencies(s *app.Session) page.Page {
	type C = data.Currency
	return &page.Worksheet[C]{
		Name: "currencies", Session: s, Table: data.Currencies,
		New:    func(*C) C { return C{AmountRounding: data.One / 100, UnitAmountRounding: data.One / 100_000} },
		Delete: func(_ *page.Window, rows []C) error { return register.Delete(s, data.Currencies, rows) },
		Fields: page.Fields[C]{
			page.Code("code", func(c *C) *data.CurrencyCode { return &c.Code }),
			page.Text("description", func(c *C) *string { return &c.Description }).Width(34),
			page.Amount("amount-rounding-precision", func(c *C) *data.Amount { return &c.AmountRounding }).Width(20).Validate(func(c *C) error { return positive(c.AmountRounding, "amount_rounding") }),
			page.Amount("unit-amount-rounding-precision", func(c *C) *data.Amount { return &c.UnitAmountRounding }).Width(24).Validate(func(c *C) error { return positive(c.UnitAmountRounding, "unit_amount_rounding") }),
		},
		Actions: []page.Action[C]{
			{Caption: "exchange-rates", Key: "Ctrl+F7", Promoted: true, Open: func(c *C) page.Page { return ExchangeRates(s, c.Code) }},
		},
		Empty: "currencies-empty",
	}
}

// positive refuses an amount that is not above 0.
func positive(a data.Amount, column string) error {
	if a <= 0 {
		return data.Msg("must-be-positive").At(column)
	}
	return nil
}
