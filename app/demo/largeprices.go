package demo

import (
	"iter"
	"math/rand/v2"
	"slices"

	"campaigndesk/data"
)

// kindOf spreads rows over the sales types: of 25 rows one is for all customers, four are for groups, six of campaigns.
func kindOf(row int) data.SalesType {
	switch row %= 25; {
	case row < 1:
		return data.ForAllCustomers
	case row < 5:
		return data.ForGroup
	case row < 11:
		return data.ForCampaign
	default:
		return data.ForCustomer
	}
}

// terms are what a price row and a discount row have in common.
type terms struct {
	item       *data.Item
	kind       data.SalesType
	code       string
	minimum    data.Amount
	start, end data.Date
}

// parties are all parties of one sales type.
type parties struct {
	n    int
	code func(int) string
}

// rows spreads a number of rows evenly over the items, and those of one item over the parties. Where an item has more rows
// of a kind than there are parties, they get larger and larger minimum quantities, so that no key is there twice.
func (b *builder) rows(total int, r *rand.Rand) iter.Seq[terms] {
	kinds := [...]parties{
		data.ForCustomer:     {len(b.customers), customerNo},
		data.ForGroup:        {groups, groupCode},
		data.ForAllCustomers: {1, func(int) string { return "" }},
		data.ForCampaign:     {len(b.campaigns), campaignNo},
	}
	return func(yield func(terms) bool) {
		for i := range b.items {
			var given [4]int
			for row := total * i / len(b.items); row < total*(i+1)/len(b.items); row++ {
				t := terms{item: &b.items[i], kind: kindOf(row)}
				k := kinds[t.kind]
				party := (i*31 + given[t.kind]) % k.n
				t.code, t.minimum = k.code(party), data.Int(int64(given[t.kind]/k.n*10))
				if t.kind == data.ForCampaign {
					t.start, t.end = b.campaigns[party].StartingDate, b.campaigns[party].EndingDate
				} else {
					t.start, t.end = someTime(r)
				}
				given[t.kind]++
				if !yield(t) {
					return
				}
			}
		}
	}
}

// someTime is always, or with some new year, in the past or to come, or one year that is over.
func someTime(r *rand.Rand) (start, end data.Date) {
	switch r.IntN(5) {
	case 0:
		return "2025-01-01", "2025-12-31"
	case 1:
		return "2026-01-01", ""
	case 2:
		return "2027-01-01", ""
	default:
		return "", ""
	}
}

// prices are sales prices and line discounts. Discounts are for items, and for each pair of groups of items and customers.
func (b *builder) prices() {
	r := b.random(4)
	store(b, data.SalesPrices, func(yield func(data.SalesPrice) bool) {
		for t := range b.rows(b.sizes.Prices, r) {
			if !yield(data.SalesPrice{SalesType: t.kind, SalesCode: t.code, ItemNo: t.item.No, UnitCode: "PCS", MinimumQuantity: t.minimum,
				UnitPrice: t.item.UnitCost + data.Int(int64(r.IntN(lowestCost))), StartingDate: t.start, EndingDate: t.end,
				AllowLineDisc: true, AllowInvoiceDisc: true}) {
				return
			}
		}
	})
	r = b.random(5)
	store(b, data.SalesLineDiscounts, func(yield func(data.SalesLineDiscount) bool) {
		for t := range b.rows(b.sizes.Discounts, r) {
			if !yield(data.SalesLineDiscount{SalesType: t.kind, SalesCode: t.code, Type: data.DiscountItem, Code: string(t.item.No), UnitCode: "PCS",
				MinimumQuantity: t.minimum, LineDiscount: data.Int(int64(1 + r.IntN(20))), StartingDate: t.start, EndingDate: t.end}) {
				return
			}
		}
	})
	store(b, data.SalesLineDiscounts, numbered(groups*itemGroups, func(i int) data.SalesLineDiscount {
		return data.SalesLineDiscount{SalesType: data.ForGroup, SalesCode: groupCode(i % groups), Type: data.DiscountItemGroup, Code: groupCode(i / groups),
			LineDiscount: data.Int(int64(1 + i%12))}
	}))
}

// longestUsual is the most lines that a quote has, the first apart.
const longestUsual = 20

// quotes are for customers in local currency, at the prices of the item cards.
func (b *builder) quotes() {
	r := b.random(6)
	headers := slices.Collect(numbered(b.sizes.Quotes, func(i int) data.QuoteHeader {
		c := b.customers[r.IntN(len(b.customers))]
		for c.CurrencyCode != "" {
			c = b.customers[r.IntN(len(b.customers))]
		}
		day := LargeWorkDate.AddDays(-r.IntN(60))
		return data.QuoteHeader{No: data.QuoteNo(quoteNo(i)), CustomerNo: c.No, Name: c.Name, OrderDate: day, ValidUntil: day.AddDays(30),
			SalespersonCode: c.SalespersonCode, PriceGroup: c.PriceGroup, DiscGroup: c.DiscGroup, AllowLineDisc: true,
			ExchangeRateAmount: data.One, RelationalAmount: data.One, NoSeries: "QUOTE"}
	}))
	store(b, data.QuoteHeaders, slices.Values(headers))
	store(b, data.QuoteLines, func(yield func(data.QuoteLine) bool) {
		for i := range headers {
			n := 1 + r.IntN(longestUsual)
			if i == 0 {
				n = b.sizes.LongestQuote
			}
			for k := range n {
				item := b.items[r.IntN(len(b.items))]
				quantity := 1 + r.IntN(50)
				if !yield(data.QuoteLine{QuoteNo: headers[i].No, LineNo: (k + 1) * 10000, ItemNo: item.No, Description: item.Description, UnitCode: item.BaseUnit,
					Quantity: data.Int(int64(quantity)), UnitPrice: item.UnitPrice, LineAmount: item.UnitPrice * data.Amount(quantity), PriceGroup: headers[i].PriceGroup, DiscGroup: headers[i].DiscGroup,
					AllowLineDisc: true, AllowInvoiceDisc: true}) {
					return
				}
			}
		}
	})
}
