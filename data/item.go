package data

// Item is something that is sold.
type Item struct {
	ID               int64            `db:"id"`
	No               ItemNo           `db:"no,code=20"`
	Description      string           `db:"description,text=100"`
	BaseUnit         UnitCode         `db:"base_unit,code=10,ref"`
	SalesUnit        UnitCode         `db:"sales_unit,code=10,ref"` // one of the item's units; blank: the base unit
	UnitPrice        Amount           `db:"unit_price"`             // LCY per base unit, at least 0: the card price of CP-228
	UnitCost         Amount           `db:"unit_cost"`              // LCY per base unit, at least 0, for margins
	DiscGroup        ItemDiscGroup    `db:"item_disc_group,code=20,ref"`
	AllowInvoiceDisc bool             `db:"allow_invoice_disc"`
	PriceIncludesVAT bool             `db:"price_includes_vat"`
	PriceVATGroup    VATBusinessGroup `db:"price_vat_group,code=20"`
	VATProductGroup  VATProductGroup  `db:"vat_product_group,code=20"`
	Blocked          bool             `db:"blocked"` // hidden from lookups
}

// ItemUnit is a unit an item is sold in.
type ItemUnit struct {
	ID         int64    `db:"id"`
	ItemNo     ItemNo   `db:"item_no,code=20"`
	Code       UnitCode `db:"code,code=10"`
	QtyPerUnit Amount   `db:"qty_per_unit"` // base units in one of it, above 0
}

// ItemVariant is a kind of an item: a colour, a size.
type ItemVariant struct {
	ID          int64       `db:"id"`
	ItemNo      ItemNo      `db:"item_no,code=20"`
	Code        VariantCode `db:"code,code=10"`
	Description string      `db:"description,text=100"`
}

// Unit is a unit of measure.
type Unit struct {
	ID          int64    `db:"id"`
	Code        UnitCode `db:"code,code=10"`
	Description string   `db:"description,text=50"`
}

// The tables of items and their units and variants.
var (
	Items        = newTable[Item]("item", "no", "", nil)
	ItemUnits    = newTable[ItemUnit]("item_unit_of_measure", "item_no code", "", nil)
	ItemVariants = newTable[ItemVariant]("item_variant", "item_no code", "", nil)
	Units        = newTable[Unit]("unit_of_measure", "code", "", nil)
)
