package data

// Customer is a company that buys, with what its prices depend on.
type Customer struct {
	ID                 int64              `db:"id"`
	No                 CustomerNo         `db:"no,code=20"`
	Name               string             `db:"name,text=100"`
	SearchName         string             `db:"search_name,code=100"`
	Name2              string             `db:"name_2,text=50"`
	Address            string             `db:"address,text=100"`
	Address2           string             `db:"address_2,text=50"`
	PostCode           string             `db:"post_code,code=20"`
	City               string             `db:"city,text=30"`
	County             string             `db:"county,text=30"`
	CountryCode        CountryCode        `db:"country_code,code=10"`
	PhoneNo            string             `db:"phone_no,text=30"`
	MobilePhoneNo      string             `db:"mobile_phone_no,text=30"`
	FaxNo              string             `db:"fax_no,text=30"`
	EMail              string             `db:"e_mail,text=80"`
	HomePage           string             `db:"home_page,text=255"`
	ContactName        string             `db:"contact_name,text=100"`
	SalespersonCode    SalespersonCode    `db:"salesperson_code,code=20,ref"`
	TerritoryCode      TerritoryCode      `db:"territory_code,code=10,ref"`
	LanguageCode       string             `db:"language_code,code=10"`
	FormatRegion       string             `db:"format_region,text=80"`
	VATRegistrationNo  string             `db:"vat_registration_no,code=20"`
	RegistrationNo     string             `db:"registration_no,text=50"`
	PrimaryContactNo   ContactNo          `db:"primary_contact_no,code=20,ref"` // the person asked for, blank if none
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
