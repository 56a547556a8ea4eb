package data

// VATCalculation is how a VAT posting setup computes VAT.
type VATCalculation int

const (
	VATNormal VATCalculation = iota
	VATReverseCharge
	VATFull
	VATSalesTax
)

// VATPostingSetup gives the VAT rate for a customer's group and an item's group.
type VATPostingSetup struct {
	ID              int64            `db:"id"`
	BusinessGroup   VATBusinessGroup `db:"business_group,code=20"`
	ProductGroup    VATProductGroup  `db:"product_group,code=20"`
	VAT             Amount           `db:"vat"` // per cent, 0–100
	CalculationType VATCalculation   `db:"calculation_type"`
}

// VATPostingSetups is the table of VAT rates.
var VATPostingSetups = newTable[VATPostingSetup]("vat_posting_setup", "business_group product_group", "", nil)
