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
	derive:  derivePrice,
	initial: initialPrice,
	check: func(_ *job, _ *draft, _, p *data.SalesPrice) error {
		if p.PriceIncludesVAT && p.VATGroup == "" {
			return data.Msg("m15-vat-group-unknown").At(priceVATGroup.ID)
		}
		return checkPeriod(p.StartingDate, p.EndingDate)
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
	bulk:   true,
	derive: deriveDiscount,
	check: func(_ *job, _ *draft, _, l *data.SalesLineDiscount) error {
		return checkPeriod(l.StartingDate, l.EndingDate)
	},
}

// derivePrice completes a price row as typing it would: whose price it is, the dates of a campaign (CP-124), the currency of
// a customer (CP-123), the sales unit of the item (CP-120).
func derivePrice(j *job, d *draft) error {
	err := j.deriveBuyer(d, func(group string) error {
		return exists(j, data.CustomerPriceGroups, data.CustomerPriceGroup(group), salesCode.ID)
	})
	if err != nil {
		return err
	}
	if data.SalesType(d.at("sales-type").choice) == data.ForCustomer && !d.given(currency.ID) {
		customer, err := lookup(j, data.Customers, data.CustomerNo(d.text(salesCode.ID)))
		if err != nil {
			return err
		}
		d.setText(currency.ID, string(customer.CurrencyCode))
	}
	if err := exists(j, data.Currencies, data.CurrencyCode(d.text(currency.ID)), currency.ID); err != nil {
		return err
	}
	return j.deriveItem(d, itemNo.ID)
}

// deriveDiscount is derivePrice for discounts: the row is about an item unless an item discount group has the code.
func deriveDiscount(j *job, d *draft) error {
	err := j.deriveBuyer(d, func(group string) error {
		return exists(j, data.CustomerDiscGroups, data.CustomerDiscGroup(group), salesCode.ID)
	})
	if err != nil {
		return err
	}
	if err := exists(j, data.Currencies, data.CurrencyCode(d.text(currency.ID)), currency.ID); err != nil {
		return err
	}
	kind, object := d.at("type"), d.text("code")
	if !kind.given {
		item, err := lookup(j, data.Items, data.ItemNo(object))
		if err != nil {
			return err
		}
		group, err := lookup(j, data.ItemDiscGroups, data.ItemDiscGroup(object))
		if err != nil {
			return err
		}
		*kind = value{given: true}
		if item == nil && group != nil {
			kind.choice = int(data.DiscountItemGroup)
		}
	}
	if data.DiscountType(kind.choice) == data.DiscountItem {
		return j.deriveItem(d, "code")
	}
	if d.given(variant.ID) {
		return data.Msg("m12-variant-needs-item").At(variant.ID)
	}
	*d.at(unit.ID) = value{} // CP-136
	return exists(j, data.ItemDiscGroups, data.ItemDiscGroup(object), "code")
}

// deriveBuyer checks the sales code, finds out the sales type where the file does not say it, and takes the dates of a
// campaign (CP-110, CP-124, CP-133).
func (j *job) deriveBuyer(d *draft, group func(code string) error) error {
	kind, buyer := d.at("sales-type"), d.text(salesCode.ID)
	if !kind.given {
		guessed, err := j.guessBuyer(buyer, group)
		if err != nil {
			return err
		}
		*kind = value{given: true, choice: int(guessed)}
	}
	switch data.SalesType(kind.choice) {
	case data.ForAllCustomers:
		*d.at(salesCode.ID) = value{}
		return nil
	case data.ForCustomer:
		if err := exists(j, data.Customers, data.CustomerNo(buyer), salesCode.ID); err != nil {
			return err
		}
	case data.ForGroup:
		if err := group(buyer); err != nil {
			return err
		}
	case data.ForCampaign:
		campaign, err := need(j, data.Campaigns, data.CampaignNo(buyer), salesCode.ID)
		if err != nil {
			return err
		}
		if campaign == nil {
			break
		}
		for _, date := range []struct {
			field string
			day   data.Date
		}{{startingDate.ID, campaign.StartingDate}, {endingDate.ID, campaign.EndingDate}} {
			if d.given(date.field) && d.text(date.field) != string(date.day) {
				return data.Msg("m11-dates-from-campaign", campaign.No).At(date.field)
			}
			d.setText(date.field, string(date.day))
		}
	}
	if buyer == "" {
		return data.Msg("must-not-be-blank").At(salesCode.ID)
	}
	return nil
}

// guessBuyer tells from the code alone to whom a row applies.
func (j *job) guessBuyer(code string, group func(string) error) (data.SalesType, error) {
	if code == "" {
		return data.ForAllCustomers, nil
	}
	if customer, err := lookup(j, data.Customers, data.CustomerNo(code)); customer != nil || err != nil {
		return data.ForCustomer, err
	}
	if group(code) == nil {
		return data.ForGroup, nil
	}
	return data.ForCampaign, exists(j, data.Campaigns, data.CampaignNo(code), salesCode.ID)
}

// deriveItem checks item, variant and unit, and takes the item's sales unit where the file says none (CP-120, CP-131).
func (j *job) deriveItem(d *draft, field string) error {
	no := data.ItemNo(d.text(field))
	item, err := need(j, data.Items, no, field)
	if err != nil || item == nil {
		return err
	}
	if !d.given(unit.ID) {
		d.setText(unit.ID, string(item.SalesUnit))
	} else if code := data.UnitCode(d.text(unit.ID)); code != item.BaseUnit {
		if known, err := j.isUnitOf(no, code); err != nil || !known {
			return orRefuse(err, data.Msg("import-unit-of-item", code, no).At(unit.ID))
		}
	}
	if code := data.VariantCode(d.text(variant.ID)); code != "" {
		if known, err := j.isVariantOf(no, code); err != nil || !known {
			return orRefuse(err, data.Msg("import-variant-of-item", code, no).At(variant.ID))
		}
	}
	return nil
}

func orRefuse(err error, refusal data.Message) error {
	if err != nil {
		return err
	}
	return refusal
}

// initialPrice gives a new price the flags of its buyer and its item (CP-120…123).
func initialPrice(j *job, d *draft, p *data.SalesPrice) error {
	item, err := lookup(j, data.Items, data.ItemNo(d.text(itemNo.ID)))
	if err != nil || item == nil {
		return err
	}
	p.AllowInvoiceDisc = item.AllowInvoiceDisc
	buyer := d.text(salesCode.ID)
	switch data.SalesType(d.at("sales-type").choice) {
	case data.ForAllCustomers:
		p.PriceIncludesVAT, p.VATGroup = item.PriceIncludesVAT, item.PriceVATGroup
	case data.ForCustomer:
		customer, err := lookup(j, data.Customers, data.CustomerNo(buyer))
		if err != nil {
			return err
		}
		p.PriceIncludesVAT, p.VATGroup, p.AllowLineDisc = customer.PricesIncludingVAT, customer.VATGroup, customer.AllowLineDisc
	case data.ForGroup:
		group, err := lookup(j, data.CustomerPriceGroups, data.CustomerPriceGroup(buyer))
		if err != nil {
			return err
		}
		p.PriceIncludesVAT, p.VATGroup, p.AllowLineDisc, p.AllowInvoiceDisc = group.PriceIncludesVAT, group.VATGroup, group.AllowLineDisc, group.AllowInvoiceDisc
	}
	return nil
}

func checkPeriod(start, end data.Date) error {
	if start != "" && end != "" && start > end {
		return data.Msg("m07-start-after-end").At(endingDate.ID)
	}
	return nil
}
