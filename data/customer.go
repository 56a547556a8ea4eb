package data

// Customer is a company that buys, with what its prices depend on.
type Customer struct {
	ID                 int64              `db:"id"`
	No                 CustomerNo         `db:"no,code=20"`
	Name               string             `db:"name,text=100"`
	Address            string             `db:"address,text=100"`
	PostCode           string             `db:"post_code,code=20"`
	City               string             `db:"city,text=30"`
	CountryCode        CountryCode        `db:"country_code,code=10"`
	PhoneNo            string             `db:"phone_no,text=30"`
	EMail              string             `db:"e_mail,text=80"`
	ContactName        string             `db:"contact_name,text=100"`
	SalespersonCode    SalespersonCode    `db:"salesperson_code,code=20,ref"`
	CurrencyCode       CurrencyCode       `db:"currency_code,code=10,ref"`
	PriceGroup         CustomerPriceGroup `db:"customer_price_group,code=10,ref"`
	DiscGroup          CustomerDiscGroup  `db:"customer_disc_group,code=20,ref"`
	PricesIncludingVAT bool               `db:"prices_including_vat"`
	VATGroup           VATBusinessGroup   `db:"vat_group,code=20"`
	AllowLineDisc      bool               `db:"allow_line_disc"`
	ContactNo          ContactNo          `db:"contact_no,calc"` // the contact it is linked to, blank if none
}

// Customers is the table of customers.
var Customers = newTable[Customer]("customer", "no", "", map[string]string{
	"contact_no": "SELECT contact_no FROM contact_customer WHERE customer_no=customer.no",
})
