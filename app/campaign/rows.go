package campaign

import (
	"slices"

	"github.com/shopspring/decimal"

	"campaigndesk/app"
	"campaigndesk/app/pricing"
	"campaigndesk/data"
)

// Row is a price or a discount of a campaign, with what it means against the item card.
type Row struct {
	Price    *data.SalesPrice        // nil: a discount
	Discount *data.SalesLineDiscount // nil: a price

	ListPrice data.Amount // the item card's price in the row's unit and currency; 0 for a group of items
	Margin    data.Amount // per cent of what the customer pays that is left above cost, to 0.1; negative below cost
	HasMargin bool        // a cost is known and the row is for one item
}

// Rows lists a campaign's prices, then its discounts, in their reading order.
func Rows(s *app.Session, no data.CampaignNo) ([]Row, error) {
	of := data.View{Fixed: []data.Cond{data.Equal("sales_type", data.ForCampaign), data.Equal("sales_code", no)}}
	prices, err := data.SalesPrices.Select(s.DB, of)
	if err != nil {
		return nil, err
	}
	discounts, err := data.SalesLineDiscounts.Select(s.DB, of)
	if err != nil {
		return nil, err
	}
	entry := pricing.Enter(s.DB, s.Setup)
	if err := entry.Expect(itemsIn(prices, discounts)); err != nil {
		return nil, err
	}
	rows := make([]Row, 0, len(prices)+len(discounts))
	for i := range prices {
		r := Row{Price: &prices[i]}
		r.compare(entry, r.Price, r.Price.UnitPrice, s.WorkDate)
		rows = append(rows, r)
	}
	for i := range discounts {
		r := Row{Discount: &discounts[i]}
		if d := r.Discount; d.Type == data.DiscountItem {
			asPrice := &data.SalesPrice{ItemNo: data.ItemNo(d.Code), UnitCode: d.UnitCode, CurrencyCode: d.CurrencyCode}
			if list, ok := entry.ListPrice(asPrice, s.WorkDate); ok {
				r.compare(entry, asPrice, less(list, d.LineDiscount), s.WorkDate)
			}
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// itemsIn are the items that price and discount rows are about.
func itemsIn(prices []data.SalesPrice, discounts []data.SalesLineDiscount) (items []data.ItemNo) {
	for i := range prices {
		items = append(items, prices[i].ItemNo)
	}
	for i := range discounts {
		if discounts[i].Type == data.DiscountItem {
			items = append(items, data.ItemNo(discounts[i].Code))
		}
	}
	slices.Sort(items)
	return slices.Compact(items)
}

// less is a price after a discount of some per cent.
func less(price, discount data.Amount) data.Amount {
	left, err := data.AmountOf(price.Decimal().Mul((100*data.One - discount).Decimal()).DivRound(decimal.NewFromInt(100), data.AmountPlaces))
	if err != nil {
		return price
	}
	return left
}

// compare fills in list price and margin of what is paid.
func (r *Row) compare(entry *pricing.Entry, terms *data.SalesPrice, paid data.Amount, day data.Date) {
	r.ListPrice, _ = entry.ListPrice(terms, day)
	cost, ok := entry.UnitCost(terms, day)
	if !ok || cost == 0 || paid == 0 {
		return
	}
	r.Margin, r.HasMargin = marginOf(paid, cost)
}

// marginOf is what of a price is left above cost, in per cent of the price, to 0.1.
func marginOf(price, cost data.Amount) (percent data.Amount, ok bool) {
	percent, err := data.AmountOf((price - cost).Decimal().Mul(decimal.NewFromInt(100)).DivRound(price.Decimal(), 1))
	return percent, err == nil
}

// subject is the item or group that the row is about.
func (r *Row) subject() (code, description string) {
	if r.Price != nil {
		return string(r.Price.ItemNo), r.Price.Description
	}
	return r.Discount.Code, r.Discount.Description
}

// mark tells the campaign's rows from each other: a price's id, a discount's with a minus.
func (r *Row) mark() int64 {
	if r.Price != nil {
		return r.Price.ID
	}
	return -r.Discount.ID
}

// validOn reports whether the row counts on a day.
func (r *Row) validOn(day data.Date) bool {
	if r.Price != nil {
		return day.Within(r.Price.StartingDate, r.Price.EndingDate)
	}
	return day.Within(r.Discount.StartingDate, r.Discount.EndingDate)
}

func (r *Row) zero() bool      { return r.Price != nil && r.Price.UnitPrice == 0 }
func (r *Row) belowCost() bool { return r.HasMargin && r.Margin < 0 }
func (r *Row) aboveList() bool {
	return r.Price != nil && r.ListPrice > 0 && r.Price.UnitPrice > r.ListPrice
}
