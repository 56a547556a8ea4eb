package app

import (
	"errors"

	"campaigndesk/data"
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
