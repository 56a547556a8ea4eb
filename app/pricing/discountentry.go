package pricing

import "campaigndesk/data"

// NewDiscount starts a discount row with the values that the window's filters give it, as if they had been typed in the
// order sales type, sales code, type, code, starting date, currency (CP-119). Blank values give nothing.
func (e *Entry) NewDiscount(given data.SalesLineDiscount) (data.SalesLineDiscount, error) {
	row := data.SalesLineDiscount{SalesType: given.SalesType, SalesCode: given.SalesCode, Type: given.Type}
	if err := e.DiscountSalesCodeEntered(&row); err != nil {
		return row, err
	}
	if given.Code != "" {
		row.Code = given.Code
		if err := e.DiscountCodeEntered(&row); err != nil {
			return row, err
		}
	}
	if given.StartingDate != "" && row.SalesType != data.ForCampaign {
		row.StartingDate = given.StartingDate
	}
	row.CurrencyCode = given.CurrencyCode
	return row, nil
}

// DiscountSalesTypeEntered empties the sales code when the type has changed, and the dates if they were a campaign's (CP-112).
func (e *Entry) DiscountSalesTypeEntered(row *data.SalesLineDiscount, before data.SalesType) {
	if row.SalesType == before {
		return
	}
	row.SalesCode = ""
	if before == data.ForCampaign {
		row.StartingDate, row.EndingDate = "", ""
	}
}

// DiscountSalesCodeEntered takes over a campaign's dates (CP-133); customers and groups give nothing (CP-134). It refuses a
// code that does not exist, and any code for all customers (CP-111).
func (e *Entry) DiscountSalesCodeEntered(row *data.SalesLineDiscount) error {
	code(&row.SalesCode)
	switch {
	case row.SalesCode == "":
		return nil
	case row.SalesType == data.ForAllCustomers:
		return data.Msg("no-code-for-all-customers").At("sales_code")
	}
	return e.completeDiscount(row)
}

// DiscountTypeEntered empties what belonged to the earlier type (CP-130).
func (e *Entry) DiscountTypeEntered(row *data.SalesLineDiscount, before data.DiscountType) {
	if row.Type != before {
		row.Code, row.UnitCode, row.VariantCode = "", "", ""
	}
}

// DiscountCodeEntered empties the variant and takes the item's sales unit, blank for a group (CP-131). It refuses an item or
// item discount group that does not exist.
func (e *Entry) DiscountCodeEntered(row *data.SalesLineDiscount) error {
	code(&row.Code)
	row.UnitCode, row.VariantCode = "", ""
	if row.Code == "" {
		return nil
	}
	if row.Type == data.DiscountItemGroup {
		return e.checkItemDiscGroup(row.Code)
	}
	item, err := e.item(data.ItemNo(row.Code), "code")
	if err == nil {
		row.UnitCode = item.SalesUnit
	}
	return err
}

func (e *Entry) checkItemDiscGroup(code string) error {
	group := data.ItemDiscGroup(code)
	_, err := need(e, &e.itemDiscGroups, data.ItemDiscGroups, data.Msg("item-disc-group-missing", group).At("code"), group, group)
	return err
}

// DiscountVariantEntered refuses a variant of an item discount group (CP-132, M-12).
func (e *Entry) DiscountVariantEntered(row *data.SalesLineDiscount) error {
	if row.VariantCode != "" && row.Type == data.DiscountItemGroup {
		return data.Msg("m12-variant-needs-item").At("variant_code")
	}
	return nil
}

// DiscountDateEntered refuses dates in a campaign's row (CP-126, M-11) and a start after the end (CP-113, M-07).
func (e *Entry) DiscountDateEntered(row *data.SalesLineDiscount) error {
	return checkDates(row.SalesType, row.SalesCode, row.StartingDate, row.EndingDate)
}

// CheckDiscount refuses a row that may not be stored, at the column that is wrong, after completing what follows from other
// fields: no code for all customers (CP-110), the campaign's own dates (CP-126), no unit for a group of items (CP-136).
func (e *Entry) CheckDiscount(row *data.SalesLineDiscount) error {
	code(&row.SalesCode)
	code(&row.Code)
	code(&row.VariantCode)
	code(&row.UnitCode)
	code(&row.CurrencyCode)
	if row.SalesType == data.ForAllCustomers {
		row.SalesCode = ""
	} else if row.SalesCode == "" {
		return blank("sales_code")
	}
	if err := e.completeDiscount(row); err != nil {
		return err
	}
	if err := e.checkDiscountObject(row); err != nil {
		return err
	}
	switch {
	case row.MinimumQuantity < 0:
		return negative("minimum_quantity")
	case row.LineDiscount < 0 || row.LineDiscount > hundred:
		return data.Msg("must-be-a-percentage").At("line_discount")
	}
	return checkPeriod(row.StartingDate, row.EndingDate)
}

// completeDiscount refuses a sales code that does not exist, and takes a campaign's dates.
func (e *Entry) completeDiscount(row *data.SalesLineDiscount) error {
	switch row.SalesType {
	case data.ForCustomer:
		_, err := e.customer(row.SalesCode)
		return err
	case data.ForGroup:
		group := data.CustomerDiscGroup(row.SalesCode)
		_, err := need(e, &e.discGroups, data.CustomerDiscGroups, data.Msg("disc-group-missing", group).At("sales_code"), group, group)
		return err
	case data.ForCampaign:
		c, err := e.campaign(row.SalesCode)
		if err == nil {
			row.StartingDate, row.EndingDate = c.StartingDate, c.EndingDate
		}
		return err
	}
	return nil
}

// checkDiscountObject refuses an item, group, variant, unit or currency that does not exist.
func (e *Entry) checkDiscountObject(row *data.SalesLineDiscount) error {
	if row.Code == "" {
		return blank("code")
	}
	if row.Type == data.DiscountItemGroup {
		row.UnitCode = ""
		if err := e.DiscountVariantEntered(row); err != nil {
			return err
		}
		if err := e.checkItemDiscGroup(row.Code); err != nil {
			return err
		}
		return e.checkCurrency(row.CurrencyCode)
	}
	if _, err := e.item(data.ItemNo(row.Code), "code"); err != nil {
		return err
	}
	return e.checkObject(data.ItemNo(row.Code), row.VariantCode, row.UnitCode, row.CurrencyCode)
}
