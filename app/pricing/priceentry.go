package pricing

import "campaigndesk/data"

// NewPrice starts a price row with the values that the window's filters give it, as if they had been typed in the order
// sales type, sales code, item, starting date, currency (CP-119). Blank values give nothing.
func (e *Entry) NewPrice(given data.SalesPrice) (data.SalesPrice, error) {
	row := data.SalesPrice{SalesType: given.SalesType, SalesCode: given.SalesCode, AllowLineDisc: true, AllowInvoiceDisc: true}
	if err := e.PriceSalesCodeEntered(&row); err != nil {
		return row, err
	}
	if given.ItemNo != "" {
		row.ItemNo = given.ItemNo
		if err := e.PriceItemEntered(&row); err != nil {
			return row, err
		}
	}
	if given.StartingDate != "" && row.SalesType != data.ForCampaign {
		row.StartingDate = given.StartingDate
	}
	if given.CurrencyCode != "" {
		row.CurrencyCode = given.CurrencyCode
	}
	return row, nil
}

// PriceSalesTypeEntered empties the sales code when the type has changed, and the dates if they were a campaign's (CP-112).
func (e *Entry) PriceSalesTypeEntered(row *data.SalesPrice, before data.SalesType) {
	if row.SalesType == before {
		return
	}
	row.SalesCode = ""
	if before == data.ForCampaign {
		row.StartingDate, row.EndingDate = "", ""
	}
}

// PriceSalesCodeEntered takes over what the customer, price group or campaign says (CP-122…124). It refuses a code that does
// not exist, and any code for all customers (CP-111).
func (e *Entry) PriceSalesCodeEntered(row *data.SalesPrice) error {
	code(&row.SalesCode)
	if row.SalesCode == "" {
		return nil
	}
	switch row.SalesType {
	case data.ForCustomer:
		c, err := e.customer(row.SalesCode)
		if err != nil {
			return err
		}
		row.CurrencyCode, row.PriceIncludesVAT, row.VATGroup, row.AllowLineDisc = c.CurrencyCode, c.PricesIncludingVAT, c.VATGroup, c.AllowLineDisc
	case data.ForGroup:
		g, err := e.priceGroup(row.SalesCode)
		if err != nil {
			return err
		}
		row.PriceIncludesVAT, row.VATGroup, row.AllowLineDisc, row.AllowInvoiceDisc = g.PriceIncludesVAT, g.VATGroup, g.AllowLineDisc, g.AllowInvoiceDisc
	case data.ForAllCustomers:
		return data.Msg("no-code-for-all-customers").At("sales_code")
	case data.ForCampaign:
		c, err := e.campaign(row.SalesCode)
		if err != nil {
			return err
		}
		row.StartingDate, row.EndingDate = c.StartingDate, c.EndingDate
	}
	return nil
}

func (e *Entry) priceGroup(code string) (*data.PriceGroup, error) {
	group := data.CustomerPriceGroup(code)
	return need(e, &e.priceGroups, data.CustomerPriceGroups, data.Msg("price-group-missing", group).At("sales_code"), group, group)
}

// PriceItemEntered takes over what the item says (CP-120), except that a price group's word on invoice discounts counts more
// than the item's (CP-121). It refuses an item that does not exist.
func (e *Entry) PriceItemEntered(row *data.SalesPrice) error {
	code(&row.ItemNo)
	row.VariantCode, row.UnitCode = "", ""
	if row.ItemNo == "" {
		return nil
	}
	item, err := e.item(row.ItemNo, "item_no")
	if err != nil {
		return err
	}
	row.UnitCode = item.SalesUnit
	if row.SalesType == data.ForGroup && row.SalesCode != "" {
		group := data.CustomerPriceGroup(row.SalesCode)
		g, err := find(e, &e.priceGroups, data.CustomerPriceGroups, group, group)
		if err != nil || g != nil && g.AllowInvoiceDisc == row.AllowInvoiceDisc {
			return err
		}
	}
	row.AllowInvoiceDisc = item.AllowInvoiceDisc
	if row.SalesType == data.ForAllCustomers {
		row.PriceIncludesVAT, row.VATGroup = item.PriceIncludesVAT, item.PriceVATGroup
	}
	return nil
}

// PriceDateEntered refuses dates in a campaign's row (CP-126, M-11) and a start after the end (CP-113, M-07).
func (e *Entry) PriceDateEntered(row *data.SalesPrice) error {
	return checkDates(row.SalesType, row.SalesCode, row.StartingDate, row.EndingDate)
}

// CheckPrice refuses a row that may not be stored, at the column that is wrong, after completing what follows from other
// fields: no code for all customers (CP-110), the campaign's own dates (CP-126).
func (e *Entry) CheckPrice(row *data.SalesPrice) error {
	code(&row.SalesCode)
	code(&row.ItemNo)
	code(&row.VariantCode)
	code(&row.UnitCode)
	code(&row.CurrencyCode)
	code(&row.VATGroup)
	if err := e.completePrice(row); err != nil {
		return err
	}
	if row.ItemNo == "" {
		return blank("item_no")
	}
	item, err := e.item(row.ItemNo, "item_no")
	if err != nil {
		return err
	}
	if err := e.checkObject(row.ItemNo, row.VariantCode, row.UnitCode, row.CurrencyCode); err != nil {
		return err
	}
	switch {
	case row.MinimumQuantity < 0:
		return negative("minimum_quantity")
	case row.UnitPrice < 0:
		return negative("unit_price")
	}
	if err := checkPeriod(row.StartingDate, row.EndingDate); err != nil {
		return err
	}
	return e.checkVAT(row, item)
}

func (e *Entry) completePrice(row *data.SalesPrice) error {
	if row.SalesType == data.ForAllCustomers {
		row.SalesCode = ""
		return nil
	}
	if row.SalesCode == "" {
		return blank("sales_code")
	}
	switch row.SalesType {
	case data.ForCustomer:
		_, err := e.customer(row.SalesCode)
		return err
	case data.ForGroup:
		_, err := e.priceGroup(row.SalesCode)
		return err
	default:
		c, err := e.campaign(row.SalesCode)
		if err == nil {
			row.StartingDate, row.EndingDate = c.StartingDate, c.EndingDate
		}
		return err
	}
}

// checkVAT refuses a price that includes VAT of an unknown rate (CP-138, M-15).
func (e *Entry) checkVAT(row *data.SalesPrice, item *data.Item) error {
	if !e.setup.VAT || !row.PriceIncludesVAT {
		return nil
	}
	groups := VATGroups{row.VATGroup, item.VATProductGroup}
	rate, err := find(e, &e.vat, data.VATPostingSetups, groups, groups.Business, groups.Product)
	if err == nil && (rate == nil || rate.CalculationType == data.VATSalesTax) {
		err = data.Msg("m15-unusable-vat").At("vat_group")
	}
	return err
}
