package data

// PriceGroup is a customer price group: customers that share prices. Its flags are copied to a price row when the row's
// sales code is entered, and later changes leave existing rows alone (CP-122, CP-171).
type PriceGroup struct {
	ID               int64              `db:"id"`
	Code             CustomerPriceGroup `db:"code,code=10"`
	Description      string             `db:"description,text=100"`
	AllowLineDisc    bool               `db:"allow_line_disc"`
	AllowInvoiceDisc bool               `db:"allow_invoice_disc"`
	PriceIncludesVAT bool               `db:"price_includes_vat"`
	VATGroup         VATBusinessGroup   `db:"vat_group,code=20"`
}

// CustomerDiscountGroup is a group of customers that share line discounts.
type CustomerDiscountGroup struct {
	ID          int64             `db:"id"`
	Code        CustomerDiscGroup `db:"code,code=20"`
	Description string            `db:"description,text=100"`
}

// ItemDiscountGroup is a group of items that share line discounts, present and future ones (CP-175).
type ItemDiscountGroup struct {
	ID          int64         `db:"id"`
	Code        ItemDiscGroup `db:"code,code=20"`
	Description string        `db:"description,text=100"`
}

// The tables of groups.
var (
	CustomerPriceGroups = newTable[PriceGroup]("customer_price_group", "code", "", nil)
	CustomerDiscGroups  = newTable[CustomerDiscountGroup]("customer_disc_group", "code", "", nil)
	ItemDiscGroups      = newTable[ItemDiscountGroup]("item_disc_group", "code", "", nil)
)
