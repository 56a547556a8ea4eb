package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/pricing"
	"campaigndesk/data"
	"campaigndesk/data/filter"
	"campaigndesk/windows/page"
)

// Copy Prices and Copy Discounts (CP 7.10): rows of other customers, or of other campaigns, are picked and copied to the one
// that the filters of the window select.

func copyPrices(s *app.Session, w *page.Window, f *priceFilters) error {
	to, err := pricing.CopyTarget(s, f.salesType(), f.SalesCode)
	if err != nil {
		return err
	}
	page.Pick(w, &page.List[data.SalesPrice]{
		Name: "sales-prices", Session: s, Table: data.SalesPrices,
		Title:  func() string { return s.Texts.T("copy-to", to.Code) },
		View:   func() data.View { return rowsOfOthers(to) },
		Fields: salesPriceFields(s, f),
		Empty:  "copy-empty",
	}, func(rows []data.SalesPrice) error {
		notices, err := pricing.CopyPrices(s, rows, to)
		tell(w, notices)
		return err
	})
	return nil
}

func copyDiscounts(s *app.Session, w *page.Window, f *priceFilters) error {
	to, err := pricing.CopyTarget(s, f.salesType(), f.SalesCode)
	if err != nil {
		return err
	}
	page.Pick(w, &page.List[data.SalesLineDiscount]{
		Name: "sales-line-discounts", Session: s, Table: data.SalesLineDiscounts,
		Title:  func() string { return s.Texts.T("copy-to", to.Code) },
		View:   func() data.View { return rowsOfOthers(to) },
		Fields: salesLineDiscountFields(s, f),
		Empty:  "copy-empty",
	}, func(rows []data.SalesLineDiscount) error {
		notices, err := pricing.CopyDiscounts(s, rows, to)
		tell(w, notices)
		return err
	})
	return nil
}

// salesType is the sales type filtered by, nil for none.
func (f *priceFilters) salesType() *data.SalesType {
	if f.SalesType == anySalesType {
		return nil
	}
	return &f.SalesType
}

// rowsOfOthers are the rows of the same sales type but another code (CP-157).
func rowsOfOthers(than data.Buyer) data.View {
	return data.View{
		Fixed:   []data.Cond{data.Equal("sales_type", than.Type)},
		Filters: map[string]string{"sales_code": "<>" + filter.OneOf(than.Code)},
	}
}

// tell shows what a command has done.
func tell(w *page.Window, done []data.Message) {
	for _, m := range done {
		w.Tell(m)
	}
}
