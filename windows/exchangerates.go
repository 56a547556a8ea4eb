package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/register"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// ExchangeRates is the list of a currency's rates, newest last (CP-212), edited in place.
func ExchangeRates(s *app.Session, currency data.CurrencyCode) page.Page {
	type R = data.ExchangeRate
	return &page.Worksheet[R]{
		Name: "exchange-rates", Session: s, Table: data.ExchangeRates,
		Title: func() string { return string(currency) },
		View:  func() data.View { return data.View{Fixed: []data.Cond{data.Equal("currency_code", currency)}} },
		New: func(*R) R {
			return R{CurrencyCode: currency, StartingDate: s.WorkDate, ExchangeRateAmount: 100 * data.One, RelationalAmount: 100 * data.One}
		},
		Delete: func(_ *page.Window, rows []R) error { return register.Delete(s, data.ExchangeRates, rows) },
		Fields: page.Fields[R]{
			page.Date("starting-date", func(r *R) *data.Date { return &r.StartingDate }),
			page.Amount("exchange-rate-amount", func(r *R) *data.Amount { return &r.ExchangeRateAmount }).Width(22).Validate(func(r *R) error { return positive(r.ExchangeRateAmount, "exchange_rate_amount") }),
			page.Amount("relational-exch-rate-amount", func(r *R) *data.Amount { return &r.RelationalAmount }).Width(26).Validate(func(r *R) error { return positive(r.RelationalAmount, "relational_amount") }),
		},
		Empty: "exchange-rates-empty",
	}
}
