package exchange

import "campaigndesk/data"

// salesPrices are prices for a customer, a price group, everybody or a campaign (CP 7.1).
var salesPrices = register[data.SalesPrice]{
	id:    "sales-prices",
	table: data.SalesPrices,
	fresh: data.SalesPrice{AllowLineDisc: true, AllowInvoiceDisc: true},
	fields: []bound[data.SalesPrice]{
		{option("sales-type", []Choice{customerWord, {"customer-price-group", []string{"Customer Price Group", "Kundprisgrupp", "Kund prisgrupp"}},
			allCustomersWord, campaignWord}, salesTypeHeadings...), func(p *data.SalesPrice) any { return &p.SalesType }},
		{salesCode, func(p *data.SalesPrice) any { return &p.SalesCode }},
		{required(itemNo), func(p *data.SalesPrice) any { return &p.ItemNo }},
		{variant, func(p *data.SalesPrice) any { return &p.VariantCode }},
		{currency, func(p *data.SalesPrice) any { return &p.CurrencyCode }},
		{unit, func(p *data.SalesPrice) any { return &p.UnitCode }},
		{minimum, func(p *data.SalesPrice) any { return &p.MinimumQuantity }},
		{required(unitPrice), func(p *data.SalesPrice) any { return &p.UnitPrice }},
		{startingDate, func(p *data.SalesPrice) any { return &p.StartingDate }},
		{endingDate, func(p *data.SalesPrice) any { return &p.EndingDate }},
		{priceIncludesVAT, func(p *data.SalesPrice) any { return &p.PriceIncludesVAT }},
		{allowLineDisc, func(p *data.SalesPrice) any { return &p.AllowLineDisc }},
		{allowInvoiceDisc, func(p *data.SalesPrice) any { return &p.AllowInvoiceDisc }},
		{priceVATGroup, func(p *data.SalesPrice) any { return &p.VATGroup }},
	},
	bulk:    true,
	derive:  func(j *job, d *draft) error { return deriveBuyer(j, d, data.CustomerPriceGroups) },
	initial: initialPrice,
	check: func(j *job, d *draft, _, p *data.SalesPrice) error {
		if err := j.entry.CheckPrice(p); err != nil {
			return err
		}
		return checkCampaignDates(d, p.SalesType, p.SalesCode, p.StartingDate, p.EndingDate)
	},
}

// salesLineDiscounts are discounts for a customer, a discount group, everybody or a campaign (CP 7.2).
var salesLineDiscounts = register[data.SalesLineDiscount]{
	id:    "sales-line-discounts",
	table: data.SalesLineDiscounts,
	fields: []bound[data.SalesLineDiscount]{
		{option("sales-type", []Choice{customerWord, {"customer-disc-group", []string{"Customer Disc. Group", "Kundrabattgrupp", "Customer Discount Group"}},
			allCustomersWord, campaignWord}, salesTypeHeadings...), func(l *data.SalesLineDiscount) any { return &l.SalesType }},
		{salesCode, func(l *data.SalesLineDiscount) any { return &l.SalesCode }},
		{option("type", []Choice{
			{"item", []string{"Item", "Artikel", "Product", "Produkt"}},
			{"item-disc-group", []string{"Item Disc. Group", "Artikelrabattgrupp", "Item Discount Group"}},
		}, "Type", "Typ", "Product Type", "Produkttyp"), func(l *data.SalesLineDiscount) any { return &l.Type }},
		{required(code("code", 20, append([]string{"Code", "Kod", "Item Disc. Group", "Artikelrabattgrupp"}, itemHeadings...)...)),
			func(l *data.SalesLineDiscount) any { return &l.Code }},
		{variant, func(l *data.SalesLineDiscount) any { return &l.VariantCode }},
		{currency, func(l *data.SalesLineDiscount) any { return &l.CurrencyCode }},
		{unit, func(l *data.SalesLineDiscount) any { return &l.UnitCode }},
		{minimum, func(l *data.SalesLineDiscount) any { return &l.MinimumQuantity }},
		{required(lineDiscount), func(l *data.SalesLineDiscount) any { return &l.LineDiscount }},
		{startingDate, func(l *data.SalesLineDiscount) any { return &l.StartingDate }},
		{endingDate, func(l *data.SalesLineDiscount) any { return &l.EndingDate }},
	},
	bulk:    true,
	derive:  deriveDiscount,
	initial: initialDiscount,
	check: func(j *job, d *draft, _, l *data.SalesLineDiscount) error {
		if err := j.entry.CheckDiscount(l); err != nil {
			return err
		}
		return checkCampaignDates(d, l.SalesType, l.SalesCode, l.StartingDate, l.EndingDate)
	},
}

// deriveBuyer finds out the sales type where the file does not say it: a code that names a customer, a group or a campaign
// is that one's; without a code the row is for all customers.
func deriveBuyer[G any](j *job, d *draft, groups *data.Table[G]) error {
	kind, code := d.at("sales-type"), d.text(salesCode.ID)
	if kind.given {
		return nil
	}
	*kind = value{given: true, choice: int(data.ForAllCustomers)}
	if code == "" {
		return nil
	}
	for _, buyer := range []struct {
		kind  data.SalesType
		known func() (bool, error)
	}{
		{data.ForCustomer, func() (bool, error) { return knows(j, data.Customers, code) }},
		{data.ForGroup, func() (bool, error) { return knows(j, groups, code) }},
		{data.ForCampaign, func() (bool, error) { return knows(j, data.Campaigns, code) }},
	} {
		if known, err := buyer.known(); err != nil || known {
			kind.choice = int(buyer.kind)
			return err
		}
	}
	return data.Msg("import-unknown-code", data.Msg(salesCode.ID), code).At(salesCode.ID)
}

// initialPrice fills a new price as typing its buyer and its item would (CP-120…124).
func initialPrice(j *job, d *draft, p *data.SalesPrice) error {
	p.SalesType, p.SalesCode = data.SalesType(d.at("sales-type").choice), d.text(salesCode.ID)
	if err := j.entry.PriceSalesCodeEntered(p); err != nil {
		return err
	}
	p.ItemNo = data.ItemNo(d.text(itemNo.ID))
	return j.entry.PriceItemEntered(p)
}

// deriveDiscount finds out the sales type, and whether the row is about an item or a group of items.
func deriveDiscount(j *job, d *draft) error {
	if err := deriveBuyer(j, d, data.CustomerDiscGroups); err != nil {
		return err
	}
	kind, code := d.at("type"), d.text("code")
	if kind.given {
		return nil
	}
	*kind = value{given: true, choice: int(data.DiscountItem)}
	if item, err := knows(j, data.Items, code); err != nil || item {
		return err
	}
	group, err := knows(j, data.ItemDiscGroups, code)
	if group {
		kind.choice = int(data.DiscountItemGroup)
	}
	return err
}

// initialDiscount fills a new discount as typing its buyer and its item would (CP-131, CP-133).
func initialDiscount(j *job, d *draft, l *data.SalesLineDiscount) error {
	l.SalesType, l.SalesCode = data.SalesType(d.at("sales-type").choice), d.text(salesCode.ID)
	if err := j.entry.DiscountSalesCodeEntered(l); err != nil {
		return err
	}
	l.Type, l.Code = data.DiscountType(d.at("type").choice), d.text("code")
	if err := j.entry.DiscountCodeEntered(l); err != nil {
		return err
	}
	if l.Type == data.DiscountItemGroup {
		*d.at(unit.ID) = value{} // CP-136
	}
	return nil
}

// checkCampaignDates refuses dates that are not those of the row's campaign (CP-126).
func checkCampaignDates(d *draft, salesType data.SalesType, code string, start, end data.Date) error {
	for _, date := range []struct {
		field string
		day   data.Date
	}{{startingDate.ID, start}, {endingDate.ID, end}} {
		if salesType == data.ForCampaign && d.given(date.field) && d.text(date.field) != string(date.day) {
			return data.Msg("m11-dates-of-campaign", code).At(date.field)
		}
	}
	return nil
}
