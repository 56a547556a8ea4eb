package windows

import (
	"strings"

	"campaigndesk/app"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// groupKind tells the two kinds of customer groups apart: those that have prices and those that have discounts.
type groupKind string

const (
	priceGroups groupKind = "customer-price-group"
	discGroups  groupKind = "customer-disc-group"
)

// salesTypes are the options of a sales type in the stored order.
func salesTypes(groups groupKind) []string {
	return []string{"customer", string(groups), "all-customers", "campaign"}
}

// salesCodeLookup offers to whom rows of a sales type can apply.
func salesCodeLookup(t data.SalesType, groups groupKind) page.Lookup {
	switch {
	case t == data.ForCustomer:
		return customerLookup()
	case t == data.ForGroup && groups == priceGroups:
		return customerPriceGroupLookup()
	case t == data.ForGroup:
		return customerDiscGroupLookup()
	case t == data.ForCampaign:
		return campaignLookup()
	}
	return page.Lookup{}
}

// The filter fields that both windows have (CP 7.8).

func salesTypeFilter(groups groupKind) page.Field[priceFilters] {
	return page.Choice("sales-type-filter", func(f *priceFilters) *data.SalesType { return &f.SalesType }, append(salesTypes(groups), "none")...).
		ValidateChange(func(before, after *priceFilters) error {
			if after.SalesType != before.SalesType { // CP-141
				after.SalesCode = ""
			}
			return nil
		})
}

func salesCodeFilter(s *app.Session, groups groupKind) page.Field[priceFilters] {
	return page.Filter("sales-code-filter", func(f *priceFilters) *string { return &f.SalesCode }).
		EditableIf((*priceFilters).hasCode).
		LookupFor(func(f *priceFilters) page.Lookup { return salesCodeLookup(f.SalesType, groups) }).
		Validate(func(f *priceFilters) error {
			switch {
			case f.SalesType == data.ForCustomer:
				return matchesSomething(s, data.Customers, "no", f.SalesCode)
			case f.SalesType == data.ForCampaign:
				return matchesSomething(s, data.Campaigns, "no", f.SalesCode)
			case groups == priceGroups:
				return matchesSomething(s, data.CustomerPriceGroups, "code", f.SalesCode)
			}
			return matchesSomething(s, data.CustomerDiscGroups, "code", f.SalesCode)
		})
}

func startingDateFilter(s *app.Session) page.Field[priceFilters] {
	return page.Filter("starting-date-filter", func(f *priceFilters) *string { return &f.StartingDate }).
		Validate(func(f *priceFilters) error { return f.writeDates(s) })
}

func currencyFilter(s *app.Session) page.Field[priceFilters] {
	return page.Filter("currency-code-filter", func(f *priceFilters) *string { return &f.Currency }).Lookup(currencyLookup()).
		Validate(func(f *priceFilters) error { return matchesSomething(s, data.Currencies, "code", f.Currency) })
}

func validOnFilter() page.Field[priceFilters] {
	return page.Date("valid-on", func(f *priceFilters) *data.Date { return &f.ValidOn })
}

// title says what the filters select: kind, code and name of the party, then of the item or group (CP-149).
func (f *priceFilters) title(s *app.Session, groups groupKind) string {
	var parts []string
	if f.SalesType != anySalesType {
		party := s.Texts.T(salesTypes(groups)[f.SalesType])
		if f.SalesCode != "" {
			party += " " + f.SalesCode + " " + f.partyName(s, groups)
		}
		parts = append(parts, strings.TrimSpace(party))
	}
	if f.Code != "" {
		parts = append(parts, strings.TrimSpace(f.Code+" "+objectName(s, f.Type, single(f.Code))))
	}
	return strings.Join(parts, " · ")
}

func (f *priceFilters) partyName(s *app.Session, groups groupKind) string {
	switch code := single(f.SalesCode); {
	case f.SalesType == data.ForCustomer:
		return nameIn(s, data.Customers, code, func(c *data.Customer) string { return c.Name })
	case f.SalesType == data.ForCampaign:
		return nameIn(s, data.Campaigns, code, func(c *data.Campaign) string { return c.Description })
	case groups == priceGroups:
		return nameIn(s, data.CustomerPriceGroups, code, func(g *data.PriceGroup) string { return g.Description })
	default:
		return nameIn(s, data.CustomerDiscGroups, code, func(g *data.CustomerDiscountGroup) string { return g.Description })
	}
}

// objectName is the name of what a discount of a type is about.
func objectName(s *app.Session, of data.DiscountType, code string) string {
	if of == data.DiscountItemGroup {
		return nameIn(s, data.ItemDiscGroups, code, func(g *data.ItemDiscountGroup) string { return g.Description })
	}
	return itemName(s, code)
}

func itemName(s *app.Session, no string) string {
	return nameIn(s, data.Items, no, func(i *data.Item) string { return i.Description })
}

// nameIn is the name of a record, blank if there is none of the code.
func nameIn[T any](s *app.Session, table *data.Table[T], code string, name func(*T) string) string {
	r, err := table.Get(s.DB, code)
	if err != nil {
		return ""
	}
	return name(&r)
}

// newPrice is what the filters say of a new price row (CP-119).
func (f *priceFilters) newPrice(s *app.Session) data.SalesPrice {
	p := data.SalesPrice{SalesType: f.SalesType, SalesCode: single(f.SalesCode), ItemNo: data.ItemNo(single(f.Code)),
		StartingDate: singleDay(s, f.StartingDate), CurrencyCode: data.CurrencyCode(single(f.Currency))}
	if f.SalesType == anySalesType {
		p.SalesType = data.ForCustomer
	}
	return p
}

// newDiscount is what the filters say of a new discount row (CP-119).
func (f *priceFilters) newDiscount(s *app.Session) data.SalesLineDiscount {
	d := data.SalesLineDiscount{SalesType: f.SalesType, SalesCode: single(f.SalesCode), Type: f.Type, Code: single(f.Code),
		StartingDate: singleDay(s, f.StartingDate), CurrencyCode: data.CurrencyCode(single(f.Currency))}
	if f.SalesType == anySalesType {
		d.SalesType = data.ForCustomer
	}
	if f.Type == anyType {
		d.Type = data.DiscountItem
	}
	return d
}

// discountView is the rows that the filters leave of the discounts.
func (f *priceFilters) discountView() data.View {
	v := f.view("code")
	if f.Type != anyType {
		v.Fixed = append(v.Fixed, data.Equal("type", f.Type))
	}
	return v
}

// clear lifts all filters.
func (f *priceFilters) clear(s *app.Session, w *page.Window, name string) error {
	*f = noPriceFilters
	w.Refresh()
	return f.remember(s, name)
}
