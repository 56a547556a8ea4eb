package data

// Currency is a foreign currency; the local one (LCY) has no record and the blank code.
type Currency struct {
	ID                 int64        `db:"id"`
	Code               CurrencyCode `db:"code,code=10"`
	Description        string       `db:"description,text=100"`
	AmountRounding     Amount       `db:"amount_rounding"`      // precision of line amounts, above 0
	UnitAmountRounding Amount       `db:"unit_amount_rounding"` // precision of unit prices, above 0
}

// ExchangeRate is what a currency is worth from a day on: ExchangeRateAmount of it equals RelationalAmount LCY (CP-212).
type ExchangeRate struct {
	ID                 int64        `db:"id"`
	CurrencyCode       CurrencyCode `db:"currency_code,code=10"`
	StartingDate       Date         `db:"starting_date"`
	ExchangeRateAmount Amount       `db:"exchange_rate_amount"` // above 0
	RelationalAmount   Amount       `db:"relational_amount"`    // above 0
}

// The tables of currencies and their rates.
var (
	Currencies    = newTable[Currency]("currency", "code", "", nil)
	ExchangeRates = newTable[ExchangeRate]("exchange_rate", "currency_code starting_date", "", nil)
)

// RateOn returns the newest exchange rate of a currency that starts on or before the day; ErrNotFound when there is none.
func RateOn(r Reader, currency CurrencyCode, day Date) (ExchangeRate, error) {
	return ExchangeRates.one(r, ExchangeRates.selectSQL+
		" WHERE currency_code=? AND ifnull(starting_date, '') <= ? ORDER BY ifnull(starting_date, '') DESC LIMIT 1", string(currency), string(day))
}
