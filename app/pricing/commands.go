package pricing

import (
	"campaigndesk/app"
	"campaigndesk/data"
)

// SavePrice stores a new or changed price row; a changed key is a rename of the row (CP-114). The notice M-14 comes back when
// another row overlaps its period (CP-116).
func SavePrice(s *app.Session, row *data.SalesPrice) (notices []data.Message, err error) {
	if err := Enter(s.DB, s.Setup).CheckPrice(row); err != nil {
		return nil, err
	}
	name, store := data.Msg("price-changed", row.ItemNo), data.SalesPrices.Update
	if row.ID == 0 {
		name, store = data.Msg("price-added", row.ItemNo), data.SalesPrices.Insert
	}
	if err := s.Write(name, func(tx *data.Tx) error { return store(tx, row) }); err != nil {
		return nil, err
	}
	return noticed(data.OverlappingPrice(s.DB, *row))
}

// SaveDiscount is [SavePrice] for a discount row.
func SaveDiscount(s *app.Session, row *data.SalesLineDiscount) (notices []data.Message, err error) {
	if err := Enter(s.DB, s.Setup).CheckDiscount(row); err != nil {
		return nil, err
	}
	name, store := data.Msg("discount-changed", row.Code), data.SalesLineDiscounts.Update
	if row.ID == 0 {
		name, store = data.Msg("discount-added", row.Code), data.SalesLineDiscounts.Insert
	}
	if err := s.Write(name, func(tx *data.Tx) error { return store(tx, row) }); err != nil {
		return nil, err
	}
	return noticed(data.OverlappingDiscount(s.DB, *row))
}

func noticed(overlaps bool, err error) ([]data.Message, error) {
	if err != nil || !overlaps {
		return nil, err
	}
	return []data.Message{data.Msg("m14-overlap")}, nil
}

// DeletePrices removes price rows; lines that have their prices keep them (CP-118).
func DeletePrices(s *app.Session, rows []data.SalesPrice) error {
	return s.Write(data.Msg("prices-deleted", len(rows)), func(tx *data.Tx) error {
		for _, row := range rows {
			if err := data.SalesPrices.Delete(tx, row.ID); err != nil {
				return err
			}
		}
		return nil
	})
}

// DeleteDiscounts removes discount rows; lines that have their discounts keep them (CP-118).
func DeleteDiscounts(s *app.Session, rows []data.SalesLineDiscount) error {
	return s.Write(data.Msg("discounts-deleted", len(rows)), func(tx *data.Tx) error {
		for _, row := range rows {
			if err := data.SalesLineDiscounts.Delete(tx, row.ID); err != nil {
				return err
			}
		}
		return nil
	})
}

// CopyTarget is to whom Copy Prices copies: the one customer, or the one campaign, that the header filters select (CP-156,
// CP-159). It refuses another sales type or none (M-17) and filters that select none or several (M-18). A nil salesType is
// no filter.
func CopyTarget(s *app.Session, salesType *data.SalesType, codeFilter string) (data.Buyer, error) {
	if salesType == nil {
		return data.Buyer{}, data.Msg("m17-filter-by-customer").At("sales_type")
	}
	view := data.View{Filters: map[string]string{"no": codeFilter}, Env: s.FilterEnv()}
	var codes []string
	var refusal data.Message
	switch *salesType {
	case data.ForCustomer:
		refusal = data.Msg("m18-one-customer").At("sales_code")
		customers, err := data.Customers.First(s.DB, view, 2)
		if err != nil {
			return data.Buyer{}, err
		}
		for _, c := range customers {
			codes = append(codes, string(c.No))
		}
	case data.ForCampaign:
		refusal = data.Msg("copy-to-one-campaign").At("sales_code")
		campaigns, err := data.Campaigns.First(s.DB, view, 2)
		if err != nil {
			return data.Buyer{}, err
		}
		for _, c := range campaigns {
			codes = append(codes, string(c.No))
		}
	default:
		return data.Buyer{}, data.Msg("m17-filter-by-customer").At("sales_type")
	}
	if codeFilter == "" || len(codes) != 1 {
		return data.Buyer{}, refusal
	}
	return data.Buyer{Type: *salesType, Code: codes[0]}, nil
}

// CopyPrices copies picked rows of other customers, or of other campaigns, to one (CP-158, CP-159). Rows that exist already
// are skipped; the notice says how many.
func CopyPrices(s *app.Session, rows []data.SalesPrice, to data.Buyer) (notices []data.Message, err error) {
	ids := make([]int64, len(rows))
	for i, row := range rows {
		ids[i] = row.ID
	}
	return copied(s, "prices-copied", ids, to, data.CopyPrices)
}

// CopyDiscounts is [CopyPrices] for discount rows.
func CopyDiscounts(s *app.Session, rows []data.SalesLineDiscount, to data.Buyer) (notices []data.Message, err error) {
	ids := make([]int64, len(rows))
	for i, row := range rows {
		ids[i] = row.ID
	}
	return copied(s, "discounts-copied", ids, to, data.CopyDiscounts)
}

func copied(s *app.Session, name string, ids []int64, to data.Buyer, copyRows func(*data.Tx, []int64, data.Buyer) (int, error)) ([]data.Message, error) {
	var n int
	err := s.Write(data.Msg(name, to.Code), func(tx *data.Tx) (err error) {
		n, err = copyRows(tx, ids, to)
		return err
	})
	if err != nil {
		return nil, err
	}
	return []data.Message{data.Msg("rows-copied", n, len(ids)-n)}, nil
}
