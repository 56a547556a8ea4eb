package pricing

import (
	"cmp"

	"campaigndesk/app"
	"campaigndesk/data"
)

// CheckFilter refuses a filter on the codes of a table when it selects none of its records (CP-147, M-16). key is the
// table's column of the codes.
func CheckFilter[T any](s *app.Session, table *data.Table[T], key, expression string) error {
	if expression == "" {
		return nil
	}
	found, err := table.First(s.DB, data.View{Filters: map[string]string{key: expression}, Env: s.FilterEnv()}, 1)
	if err == nil && len(found) == 0 {
		err = data.Msg("m16-filter-matches-nothing", expression)
	}
	return err
}

// CardHint is the item card's price in the terms of a price row, to be shown where the row has none yet (CP-125); not ok
// when the item, its unit, the currency's rate or the VAT rate is unknown.
func CardHint(r data.Reader, setup data.Setup, row data.SalesPrice, day data.Date) (price data.Amount, ok bool) {
	currency, err := CurrencyOn(r, setup, row.CurrencyCode, cmp.Or(row.StartingDate, day))
	if err != nil {
		return 0, false
	}
	party := Party{Currency: currency, PricesIncludingVAT: row.PriceIncludesVAT, VATGroup: row.VATGroup}
	book, err := Load(r, setup, []data.ItemNo{row.ItemNo}, party)
	if err != nil || book.Item(row.ItemNo) == nil {
		return 0, false
	}
	unit := cmp.Or(row.UnitCode, book.Item(row.ItemNo).BaseUnit) // without a unit the price is per base unit
	line, err := book.Line(party, row.ItemNo, row.VariantCode, unit, data.One, day)
	if err != nil {
		return 0, false
	}
	return CardPrice(&line)
}
