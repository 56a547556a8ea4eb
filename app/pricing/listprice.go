package pricing

import "campaigndesk/data"

// ListPrice is the item card's price in the unit, currency and VAT terms of a price row that is being entered: what the row
// is an offer against (CP-125). It is not ok as long as the row has no item, or when the price cannot be converted.
func (e *Entry) ListPrice(row *data.SalesPrice, day data.Date) (price data.Amount, ok bool) {
	line, ok := e.lineOf(row, day)
	if !ok {
		return 0, false
	}
	return CardPrice(line)
}

// UnitCost is the item card's cost in the same terms: what a price below it loses money against.
func (e *Entry) UnitCost(row *data.SalesPrice, day data.Date) (cost data.Amount, ok bool) {
	line, ok := e.lineOf(row, day)
	if !ok {
		return 0, false
	}
	return CardCost(line)
}

// CardCost is the item card's cost in the line's terms; not ok when it cannot be converted.
func CardCost(l *Line) (cost data.Amount, ok bool) {
	return l.convert(l.Item.UnitCost, false, "", "", "")
}

// lineOf is a line in the terms of a price row.
func (e *Entry) lineOf(row *data.SalesPrice, day data.Date) (*Line, bool) {
	item, err := find(e, &e.items, data.Items, row.ItemNo, row.ItemNo)
	if err != nil || item == nil {
		return nil, false
	}
	line := &Line{Item: item, QtyPerUnit: data.One,
		Party: Party{PricesIncludingVAT: row.PriceIncludesVAT, VATGroup: row.VATGroup}}
	if row.UnitCode != "" && row.UnitCode != item.BaseUnit {
		unit, err := find(e, &e.units, data.ItemUnits, [2]string{string(row.ItemNo), string(row.UnitCode)}, row.ItemNo, row.UnitCode)
		if err != nil || unit == nil {
			return nil, false
		}
		line.QtyPerUnit = unit.QtyPerUnit
	}
	if line.Currency, err = CurrencyOn(e.r, e.setup, row.CurrencyCode, day); err != nil {
		return nil, false
	}
	if line.VAT, err = LoadVAT(e.r, e.setup); err != nil {
		return nil, false
	}
	return line, true
}
