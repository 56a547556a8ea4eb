package data

// SalesType says to whom a price or discount row applies. Its order is BC's and part of the reading order (CP-226).
// For prices the group is a customer price group, for discounts a customer discount group.
type SalesType int

const (
	ForCustomer SalesType = iota
	ForGroup
	ForAllCustomers
	ForCampaign
)

// SalesPrice is one row of the Sales Prices window: what an item costs for whom, when and from which quantity on (CP 7.1).
// Its key is everything but ending date, price and flags.
type SalesPrice struct {
	ID               int64            `db:"id"`
	SalesType        SalesType        `db:"sales_type"`
	SalesCode        string           `db:"sales_code,code=20"` // CustomerNo, CustomerPriceGroup or CampaignNo; blank for all customers
	ItemNo           ItemNo           `db:"item_no,code=20"`
	VariantCode      VariantCode      `db:"variant_code,code=10"`      // blank: every variant
	CurrencyCode     CurrencyCode     `db:"currency_code,code=10,ref"` // blank: LCY
	UnitCode         UnitCode         `db:"unit_code,code=10,ref"`     // blank: every unit, price and minimum per base unit
	MinimumQuantity  Amount           `db:"minimum_quantity"`          // at least 0
	UnitPrice        Amount           `db:"unit_price"`                // at least 0; 0 is a price (CP-227)
	StartingDate     Date             `db:"starting_date"`
	EndingDate       Date             `db:"ending_date"`
	PriceIncludesVAT bool             `db:"price_includes_vat"`
	VATGroup         VATBusinessGroup `db:"vat_group,code=20"` // needed when the price includes VAT (CP-138)
	AllowLineDisc    bool             `db:"allow_line_disc"`
	AllowInvoiceDisc bool             `db:"allow_invoice_disc"`
	Description      string           `db:"description,calc"` // the item's
}

// SalesPrices is the table of sales prices.
var SalesPrices = newTable[SalesPrice]("sales_price",
	"item_no sales_type sales_code starting_date currency_code variant_code unit_code minimum_quantity", "m13-same-row", map[string]string{
		"description": "SELECT description FROM item WHERE item.no=sales_price.item_no",
	})
