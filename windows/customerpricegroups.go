package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/register"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// CustomerPriceGroups is the list of groups of customers that share prices (CP 14.9), edited in place.
func CustomerPriceGroups(s *app.Session) page.Page {
	type G = data.PriceGroup
	return &page.Worksheet[G]{
		Name: "customer-price-groups", Session: s, Table: data.CustomerPriceGroups,
		New:    func(*G) G { return G{AllowLineDisc: true, AllowInvoiceDisc: true} },
		Delete: func(_ *page.Window, rows []G) error { return register.Delete(s, data.CustomerPriceGroups, rows) },
		Fields: customerPriceGroupFields(s),
		Actions: []page.Action[G]{
			{Caption: "sales-prices", Promoted: true, Open: func(g *G) page.Page { return SalesPrices(s, forPriceGroup(g.Code)) }},
		},
		Empty: "customer-price-groups-empty",
	}
}

// customerPriceGroupFields leave VAT out while Setup has it off (CP-139).
func customerPriceGroupFields(s *app.Session) page.Fields[data.PriceGroup] {
	type G = data.PriceGroup
	fields := page.Fields[G]{
		page.Code("code", func(g *G) *data.CustomerPriceGroup { return &g.Code }),
		page.Text("description", func(g *G) *string { return &g.Description }).Width(34),
		page.Check("allow-line-disc", func(g *G) *bool { return &g.AllowLineDisc }).Width(16),
		page.Check("allow-invoice-disc", func(g *G) *bool { return &g.AllowInvoiceDisc }).Width(18),
	}
	if s.Setup.VAT {
		fields = append(fields,
			page.Check("price-includes-vat", func(g *G) *bool { return &g.PriceIncludesVAT }).Width(16).Validate(func(g *G) error {
				if g.PriceIncludesVAT && g.VATGroup == "" { // CP-172
					g.VATGroup = s.Setup.PriceVATGroup
				}
				return nil
			}),
			page.Code("vat-bus-posting-gr-price", func(g *G) *data.VATBusinessGroup { return &g.VATGroup }).Width(24))
	}
	return fields
}
