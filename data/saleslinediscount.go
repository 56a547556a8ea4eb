package data

// DiscountType says what a discount row is about.
type DiscountType int

const (
	DiscountItem DiscountType = iota
	DiscountItemGroup
)

// SalesLineDiscount is one row of the Sales Line Discounts window (CP 7.2). Its key is everything but ending date and
// percentage.
type SalesLineDiscount struct {
	ID              int64        `db:"id"`
	SalesType       SalesType    `db:"sales_type"`
	SalesCode       string       `db:"sales_code,code=20"` // CustomerNo, CustomerDiscGroup or CampaignNo; blank for all customers
	Type            DiscountType `db:"type"`
	Code            string       `db:"code,code=20"`              // ItemNo or ItemDiscGroup, not blank
	VariantCode     VariantCode  `db:"variant_code,code=10"`      // only with type Item (CP-132)
	CurrencyCode    CurrencyCode `db:"currency_code,code=10,ref"` // the currency the line must have; blank: any
	UnitCode        UnitCode     `db:"unit_code,code=10,ref"`     // only with type Item (CP-136)
	MinimumQuantity Amount       `db:"minimum_quantity"`          // at least 0
	LineDiscount    Amount       `db:"line_discount"`             // per cent, 0–100
	StartingDate    Date         `db:"starting_date"`
	EndingDate      Date         `db:"ending_date"`
	Description     string       `db:"description,calc"` // the item's or the group's
}

// SalesLineDiscounts is the table of sales line discounts.
var SalesLineDiscounts = newTable[SalesLineDiscount]("sales_line_discount",
	"code type sales_type sales_code starting_date currency_code variant_code unit_code minimum_quantity", "m13-same-row", map[string]string{
		"description": `CASE type WHEN 0 THEN (SELECT description FROM item WHERE item.no=sales_line_discount.code)
			ELSE (SELECT description FROM item_disc_group WHERE item_disc_group.code=sales_line_discount.code) END`,
	})
