// Package pricing finds the best price and the best line discount for a line (CP section 9), says of every row why it was
// or was not taken, and keeps the rules of entering, copying and deleting prices and discounts (CP section 7).
//
// The engine is one pure function of a [Line] and the [Rows] that might apply; [Best] and [Explain] are two views of it.
// A [Book] holds the rows of many items in memory: of one line, of a quote, or of the whole company.
package pricing

import "campaigndesk/data"

// Party is for whom a line is priced, with the terms it was given by its document (CP-206…209).
type Party struct {
	CustomerNo         data.CustomerNo   // blank: a contact that is no customer
	ContactNo          data.ContactNo    // whose company, or who alone, may be a campaign's target
	Campaigns          []data.CampaignNo // whose target groups have the party (CP-213), ascending
	PriceGroup         data.CustomerPriceGroup
	DiscGroup          data.CustomerDiscGroup
	Currency           Currency
	PricesIncludingVAT bool
	VATGroup           data.VATBusinessGroup
	AllowLineDisc      bool // where no sales price says otherwise (CP-230)
}

// Currency is what a line's prices are in: ExchangeRateAmount of it is RelationalAmount LCY (CP-212).
type Currency struct {
	Code               data.CurrencyCode // blank: LCY
	AmountRounding     data.Amount       // precision of amounts, above 0
	UnitAmountRounding data.Amount       // precision of unit prices, above 0
	ExchangeRateAmount data.Amount
	RelationalAmount   data.Amount
}

// Line asks for a price. A line always has an item and one of its units (CP-233).
type Line struct {
	Party
	Item        *data.Item
	VariantCode data.VariantCode
	UnitCode    data.UnitCode
	QtyPerUnit  data.Amount // base units in one of the line's unit
	Quantity    data.Amount // a return's is negative and priced like a sale's (CP-211)
	Date        data.Date
	VAT         VAT
}

// Rows are the price rows of a line's item and the discount rows of the item and of its discount group, by
// [data.DiscountType], in any order; those of other parties may be left out, as they change nothing.
type Rows struct {
	Prices    []data.SalesPrice
	Discounts [2][]data.SalesLineDiscount

	priceMarks    sieve // of a Book, which need not look at every row
	discountMarks [2]sieve
}

// Result is what a line costs and which rows say so.
type Result struct {
	UnitPrice        data.Amount // in the line's unit, currency and VAT terms
	Discount         data.Amount // per cent
	AllowLineDisc    bool
	AllowInvoiceDisc bool

	Price        *data.SalesPrice        // nil: the item card's price (CP-228)
	LineDiscount *data.SalesLineDiscount // nil: no row, or the price does not allow line discounts
	NoPrice      bool                    // not even the card's price can be converted for want of a VAT rate

	// How many rows apply to the line when its quantity is not looked at (CP-203, CP-254).
	PriceRows, DiscountRows int
}

// PriceCampaign is the campaign whose price was taken, blank if none.
func (r Result) PriceCampaign() data.CampaignNo {
	if r.Price != nil && r.Price.SalesType == data.ForCampaign {
		return data.CampaignNo(r.Price.SalesCode)
	}
	return ""
}

// DiscountCampaign is the campaign whose line discount was taken, blank if none.
func (r Result) DiscountCampaign() data.CampaignNo {
	if r.LineDiscount != nil && r.LineDiscount.SalesType == data.ForCampaign {
		return data.CampaignNo(r.LineDiscount.SalesCode)
	}
	return ""
}
