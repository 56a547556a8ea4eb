package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/quote"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// Get Price and Get Line Discount let a row be picked by hand for a line of an open quote (CP 9.8, 14.10).

func getPrice(s *app.Session, w *page.Window, l *data.QuoteLine) error {
	offered, err := quote.GetPrices(s, l)
	if err != nil {
		return err
	}
	rows := make([]data.SalesPrice, len(offered))
	for i, o := range offered {
		rows[i] = *o.Row
		rows[i].Description = itemName(s, string(l.ItemNo))
	}
	page.Pick(w, &page.List[data.SalesPrice]{
		Name: "get-sales-price", Session: s,
		Rows:   func() ([]data.SalesPrice, error) { return rows, nil },
		Fields: salesPriceFields(s, &priceFilters{}),
		Empty:  "get-sales-price-empty",
	}, func(picked []data.SalesPrice) error { return quote.TakePrice(s, *l, &picked[0]) })
	return nil
}

func getLineDiscount(s *app.Session, w *page.Window, l *data.QuoteLine) error {
	offered, err := quote.GetDiscounts(s, l)
	if err != nil {
		return err
	}
	rows := make([]data.SalesLineDiscount, len(offered))
	for i, o := range offered {
		rows[i] = *o.Row
		rows[i].Description = objectName(s, o.Row.Type, o.Row.Code)
	}
	page.Pick(w, &page.List[data.SalesLineDiscount]{
		Name: "get-sales-line-disc", Session: s,
		Rows:   func() ([]data.SalesLineDiscount, error) { return rows, nil },
		Fields: salesLineDiscountFields(s, &priceFilters{}),
		Empty:  "get-sales-line-disc-empty",
	}, func(picked []data.SalesLineDiscount) error { return quote.TakeDiscount(s, *l, &picked[0]) })
	return nil
}
