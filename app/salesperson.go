package app

import (
	"errors"

	"campaigndesk/data"

	"github.com/shopspring/decimal"
)

// CheckSalesperson refuses a salesperson who does not exist or may not be newly assigned (SP-3, SP-4), at column
// salesperson_code. Blank is allowed.
func CheckSalesperson(r data.Reader, code data.SalespersonCode) error {
	if code == "" {
		return nil
	}
	salesperson, err := data.Salespeople.Get(r, code)
	switch {
	case errors.Is(err, data.ErrNotFound):
		return data.Msg("salesperson-missing", code).At("salesperson_code")
	case err != nil:
		return err
	case salesperson.Blocked || salesperson.PrivacyBlocked:
		return data.Msg("salesperson-blocked", code, salesperson.Name).At("salesperson_code")
	}
	return nil
}

// SalespersonStatistics are what a salesperson's interactions add up to, and come to on average: to two decimals, 0 without
// any (CO-51).
type SalespersonStatistics struct {
	data.SalespersonFigures
	AvgCost     data.Amount // LCY
	AvgDuration data.Amount // minutes
}

// StatisticsOfSalesperson computes the figures of a salesperson.
func StatisticsOfSalesperson(r data.Reader, code data.SalespersonCode) (SalespersonStatistics, error) {
	f, err := data.FiguresOfSalesperson(r, code)
	statistics := SalespersonStatistics{SalespersonFigures: f}
	if err != nil || f.Interactions == 0 {
		return statistics, err
	}
	n := decimal.NewFromInt(int64(f.Interactions))
	if statistics.AvgCost, err = data.AmountOf(f.Cost.Decimal().DivRound(n, 2)); err != nil {
		return statistics, err
	}
	statistics.AvgDuration, err = data.AmountOf(f.Duration.Decimal().DivRound(n, 2))
	return statistics, err
}
