package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/register"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// VATPostingSetup is the list of VAT rates per group of customers and of items, edited in place.
func VATPostingSetup(s *app.Session) page.Page {
	type V = data.VATPostingSetup
	return &page.Worksheet[V]{
		Name: "vat-posting-setup", Session: s, Table: data.VATPostingSetups,
		New: func(above *V) V {
			if above == nil {
				return V{}
			}
			return V{BusinessGroup: above.BusinessGroup}
		},
		Delete: func(_ *page.Window, rows []V) error { return register.Delete(s, data.VATPostingSetups, rows) },
		Fields: page.Fields[V]{
			page.Code("vat-bus-posting-group", func(v *V) *data.VATBusinessGroup { return &v.BusinessGroup }).Width(24),
			page.Code("vat-prod-posting-group", func(v *V) *data.VATProductGroup { return &v.ProductGroup }).Width(24),
			page.Amount("vat-percent", func(v *V) *data.Amount { return &v.VAT }).Places(0, 5).Validate(func(v *V) error { return percentage(v.VAT, "vat") }),
			page.Choice("vat-calculation-type", func(v *V) *data.VATCalculation { return &v.CalculationType },
				"vat-normal", "vat-reverse-charge", "vat-full", "vat-sales-tax").Width(28),
		},
		Empty: "vat-posting-setup-empty",
	}
}

// percentage refuses what is not between 0 and 100.
func percentage(a data.Amount, column string) error {
	if a < 0 || a > 100*data.One {
		return data.Msg("must-be-a-percentage").At(column)
	}
	return nil
}
