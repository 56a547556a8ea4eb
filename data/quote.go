package data

// QuoteStatus says whether a quote can still be changed.
type QuoteStatus int

const (
	QuoteOpen QuoteStatus = iota
	QuoteReleased
)

// QuoteHeader is a sales quote for a customer, or for a contact that is no customer yet. What its prices depend on is
// copied from the party when it is chosen, and kept (CP-208, CP-174).
type QuoteHeader struct {
	ID                 int64              `db:"id"`
	No                 QuoteNo            `db:"no,code=20"`
	CustomerNo         CustomerNo         `db:"customer_no,code=20,ref"`
	ContactNo          ContactNo          `db:"contact_no,code=20,ref"`
	Name               string             `db:"name,text=100"`
	OrderDate          Date               `db:"order_date"` // the date prices are valid on; blank: the work date (CP-210)
	ValidUntil         Date               `db:"valid_until"`
	SalespersonCode    SalespersonCode    `db:"salesperson_code,code=20,ref"`
	CampaignNo         CampaignNo         `db:"campaign_no,code=20"` // for statistics only; prices never look at it (CP-109)
	CurrencyCode       CurrencyCode       `db:"currency_code,code=10,ref"`
	PriceGroup         CustomerPriceGroup `db:"customer_price_group,code=10,ref"`
	DiscGroup          CustomerDiscGroup  `db:"customer_disc_group,code=20,ref"`
	PricesIncludingVAT bool               `db:"prices_including_vat"`
	VATGroup           VATBusinessGroup   `db:"vat_group,code=20"`
	AllowLineDisc      bool               `db:"allow_line_disc"`
	ExchangeRateAmount Amount             `db:"exchange_rate_amount"` // the rate kept on the document (CP-212)
	RelationalAmount   Amount             `db:"relational_amount"`
	Status             QuoteStatus        `db:"status"`
	NoSeries           NoSeriesCode       `db:"no_series,code=20"`
	Amount             Amount             `db:"amount,calc"` // sum of the line amounts, in the quote's currency
}

// QuoteLine is one item of a quote, with the price and discount it got and where they came from.
type QuoteLine struct {
	ID                 int64              `db:"id"`
	QuoteNo            QuoteNo            `db:"quote_no,code=20"`
	LineNo             int                `db:"line_no"`
	ItemNo             ItemNo             `db:"item_no,code=20,ref"`
	VariantCode        VariantCode        `db:"variant_code,code=10"`
	Description        string             `db:"description,text=100"`
	UnitCode           UnitCode           `db:"unit_code,code=10,ref"`
	Quantity           Amount             `db:"quantity"`
	UnitPrice          Amount             `db:"unit_price"`
	LineDiscount       Amount             `db:"line_discount"` // per cent, 0–100
	LineDiscountAmount Amount             `db:"line_discount_amount"`
	LineAmount         Amount             `db:"line_amount"`
	PriceGroup         CustomerPriceGroup `db:"customer_price_group,code=10,ref"`
	DiscGroup          CustomerDiscGroup  `db:"customer_disc_group,code=20,ref"`
	AllowLineDisc      bool               `db:"allow_line_disc"`
	AllowInvoiceDisc   bool               `db:"allow_invoice_disc"`
	ManualPrice        bool               `db:"manual_price"`    // typed, survives recalculation (CP-205)
	ManualDiscount     bool               `db:"manual_discount"` // typed, survives recalculation (CP-205)
	PriceCampaignNo    CampaignNo         `db:"price_campaign_no,code=20"`
	DiscountCampaignNo CampaignNo         `db:"discount_campaign_no,code=20"`
}

// The tables of quotes.
var (
	QuoteHeaders = newTable[QuoteHeader]("quote_header", "no", "", map[string]string{
		"amount": "SELECT ifnull(sum(line_amount), 0) FROM quote_line WHERE quote_line.quote_no=quote_header.no",
	})
	QuoteLines = newTable[QuoteLine]("quote_line", "quote_no line_no", "", nil)
)
