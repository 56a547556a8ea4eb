package data

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// Amount is a sum of money, a quantity or a percentage (0–100), kept exactly in hundred-thousandths: the five decimals
// that unit prices and quantities have. SQLite stores it as INTEGER, so sums and order are exact. Sums and differences
// use + and -; everything that multiplies or divides goes through [Amount.Decimal] and rounds once at the end.
type Amount int64

// AmountPlaces is the number of decimals an Amount keeps.
const AmountPlaces = 5

// One is the amount 1.
const One Amount = 100_000

// MaxAmount bounds what can be entered, far below overflow when a million rows are summed.
const MaxAmount = 9_999_999_999 * One

// AmountOf rounds a decimal to five places, a half away from zero. It refuses what is larger than MaxAmount.
func AmountOf(d decimal.Decimal) (Amount, error) {
	scaled := d.Shift(AmountPlaces).Round(0)
	if scaled.Abs().GreaterThan(decimal.NewFromInt(int64(MaxAmount))) {
		return 0, fmt.Errorf("amount too large: %s", d)
	}
	return Amount(scaled.IntPart()), nil
}

// ParseAmount reads a plain decimal with a point, as in files of our own and in tests: "1234.5".
func ParseAmount(text string) (Amount, error) {
	d, err := decimal.NewFromString(text)
	if err != nil {
		return 0, fmt.Errorf("no amount: %q", text)
	}
	return AmountOf(d)
}

// Int returns a whole number as an amount.
func Int(n int64) Amount { return Amount(n) * One }

// Decimal returns the amount for arithmetic.
func (a Amount) Decimal() decimal.Decimal { return decimal.New(int64(a), -AmountPlaces) }

// Abs returns the amount without its sign.
func (a Amount) Abs() Amount {
	if a < 0 {
		return -a
	}
	return a
}

// String prints the amount with a point and without superfluous zeros, for logs and tests.
func (a Amount) String() string { return a.Decimal().String() }
