package data

// ContactType tells companies from the people in them.
type ContactType int

const (
	Company ContactType = iota
	Person
)

// CorrespondenceType is the way in which somebody is reached (IN-13).
type CorrespondenceType int

const (
	NoCorrespondence CorrespondenceType = iota
	HardCopy
	Email
)

// Contact is a company or a person that campaigns are made for, customer or not (CO section 1).
type Contact struct {
	ID                      int64                   `db:"id"`
	No                      ContactNo               `db:"no,code=20"`
	Type                    ContactType             `db:"type"`
	Name                    string                  `db:"name,text=100"`
	SearchName              string                  `db:"search_name,code=100"` // follows the name until it is edited (CO-13)
	Name2                   string                  `db:"name_2,text=50"`
	CompanyNo               ContactNo               `db:"company_no,code=20,ref"` // a company's own number; a person's company, blank without one
	CompanyName             string                  `db:"company_name,text=100"`
	FirstName               string                  `db:"first_name,text=30"`
	MiddleName              string                  `db:"middle_name,text=30"`
	Surname                 string                  `db:"surname,text=30"`
	JobTitle                string                  `db:"job_title,text=30"`
	Initials                string                  `db:"initials,text=30"`
	OrganizationalLevelCode OrganizationalLevelCode `db:"organizational_level_code,code=10,ref"`
	Address                 string                  `db:"address,text=100"`
	Address2                string                  `db:"address_2,text=50"`
	PostCode                string                  `db:"post_code,code=20"`
	City                    string                  `db:"city,text=30"`
	County                  string                  `db:"county,text=30"`
	CountryCode             CountryCode             `db:"country_code,code=10"`
	PhoneNo                 string                  `db:"phone_no,text=30"`
	MobilePhoneNo           string                  `db:"mobile_phone_no,text=30"`
	FaxNo                   string                  `db:"fax_no,text=30"`
	ExtensionNo             string                  `db:"extension_no,text=30"`
	Pager                   string                  `db:"pager,text=30"`
	EMail                   string                  `db:"e_mail,text=80"`
	EMail2                  string                  `db:"e_mail_2,text=80"`
	HomePage                string                  `db:"home_page,text=255"`
	SalespersonCode         SalespersonCode         `db:"salesperson_code,code=20,ref"`
	TerritoryCode           TerritoryCode           `db:"territory_code,code=10,ref"`
	CurrencyCode            CurrencyCode            `db:"currency_code,code=10,ref"`
	LanguageCode            string                  `db:"language_code,code=10"`
	FormatRegion            string                  `db:"format_region,text=80"`
	CorrespondenceType      CorrespondenceType      `db:"correspondence_type"`
	SalutationCode          SalutationCode          `db:"salutation_code,code=10,ref"`
	VATRegistrationNo       string                  `db:"vat_registration_no,code=20"`
	RegistrationNo          string                  `db:"registration_no,text=50"`
	ExternalID              string                  `db:"external_id,code=20"`
	NoSeries                NoSeriesCode            `db:"no_series,code=20"`    // blank after a typed number
	ExcludeFromSegment      bool                    `db:"exclude_from_segment"` // left out by Add Contacts (SG-38)
	PrivacyBlocked          bool                    `db:"privacy_blocked"`      // not to be used (CO-60)
	Minor                   bool                    `db:"minor"`                // (CO-61)
	ParentalConsent         bool                    `db:"parental_consent"`     // Parental Consent Received (CO-62)
	LastDateModified        Date                    `db:"last_date_modified"`
	LastTimeModified        string                  `db:"last_time_modified,text=8"` // 15:04:05, UTC like the date (CO-16)
	CustomerNo              CustomerNo              `db:"customer_no,calc"`          // the customer its company is linked to, blank if none
	BusinessRelation        ContactRelation         `db:"business_relation,calc"`
	Comment                 bool                    `db:"comment,calc"` // has comments (CM-5)
}

// Contacts is the table of contacts.
var Contacts = newTable[Contact]("contact", "no", "", map[string]string{
	"customer_no":       "SELECT customer_no FROM contact_customer WHERE contact_customer.contact_no=ifnull(contact.company_no, contact.no)",
	"business_relation": relationShown,
	"comment":           commentsOf(CommentOnContact, "contact.no"),
})
