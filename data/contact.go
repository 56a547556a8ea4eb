package data

// ContactType tells companies from the people in them.
type ContactType int

const (
	Company ContactType = iota
	Person
)

// Contact is a company or a person that campaigns are made for, customer or not (CO section 1).
type Contact struct {
	ID                 int64           `db:"id"`
	No                 ContactNo       `db:"no,code=20"`
	Type               ContactType     `db:"type"`
	Name               string          `db:"name,text=100"`
	CompanyNo          ContactNo       `db:"company_no,code=20,ref"` // a company's own number; a person's company, blank without one
	CompanyName        string          `db:"company_name,text=100"`
	FirstName          string          `db:"first_name,text=30"`
	MiddleName         string          `db:"middle_name,text=30"`
	Surname            string          `db:"surname,text=30"`
	JobTitle           string          `db:"job_title,text=30"`
	Address            string          `db:"address,text=100"`
	Address2           string          `db:"address_2,text=50"`
	PostCode           string          `db:"post_code,code=20"`
	City               string          `db:"city,text=30"`
	County             string          `db:"county,text=30"`
	CountryCode        CountryCode     `db:"country_code,code=10"`
	PhoneNo            string          `db:"phone_no,text=30"`
	MobilePhoneNo      string          `db:"mobile_phone_no,text=30"`
	EMail              string          `db:"e_mail,text=80"`
	HomePage           string          `db:"home_page,text=255"`
	SalespersonCode    SalespersonCode `db:"salesperson_code,code=20,ref"`
	TerritoryCode      TerritoryCode   `db:"territory_code,code=10"`
	LanguageCode       string          `db:"language_code,code=10"`
	NoSeries           NoSeriesCode    `db:"no_series,code=20"`    // blank after a typed number
	ExcludeFromSegment bool            `db:"exclude_from_segment"` // left out by Add Contacts (SG-38)
	LastDateModified   Date            `db:"last_date_modified"`
	CustomerNo         CustomerNo      `db:"customer_no,calc"` // the customer its company is linked to, blank if none
}

// ContactCustomer links a company contact to the customer it is; at most one each way (CO-28).
type ContactCustomer struct {
	ID         int64      `db:"id"`
	ContactNo  ContactNo  `db:"contact_no,code=20"`
	CustomerNo CustomerNo `db:"customer_no,code=20"`
}

// The tables of contacts.
var (
	Contacts = newTable[Contact]("contact", "no", "", map[string]string{
		"customer_no": "SELECT customer_no FROM contact_customer WHERE contact_customer.contact_no=ifnull(contact.company_no, contact.no)",
	})
	ContactCustomers = newTable[ContactCustomer]("contact_customer", "contact_no", "", nil)
)
