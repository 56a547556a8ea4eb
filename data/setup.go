package data

// Setup is the one record of a company's settings.
type Setup struct {
	ID                 int64                `db:"id"`
	CompanyName        string               `db:"company_name,text=100"`
	Language           string               `db:"language"`                 // of the program's words: "en" or "sv"
	Region             string               `db:"region"`                   // how dates and numbers are written: "sv", "en-GB", …
	Dark               bool                 `db:"dark"`                     // dark variant of the theme
	LaptopPrefix       string               `db:"laptop_prefix,code=5"`     // placed before the numbers of this laptop (CP-49)
	LCYCode            CurrencyCode         `db:"lcy_code,code=10"`         // name of the local currency, for show
	AmountRounding     Amount               `db:"amount_rounding"`          // of LCY amounts, usually 0.01
	UnitAmountRounding Amount               `db:"unit_amount_rounding"`     // of LCY unit prices, usually 0.00001
	CampaignNos        NoSeriesCode         `db:"campaign_nos,code=20,ref"` // number series of campaigns (CP-40)
	SegmentNos         NoSeriesCode         `db:"segment_nos,code=20,ref"`
	ContactNos         NoSeriesCode         `db:"contact_nos,code=20,ref"`
	CustomerNos        NoSeriesCode         `db:"customer_nos,code=20,ref"`
	ItemNos            NoSeriesCode         `db:"item_nos,code=20,ref"`
	QuoteNos           NoSeriesCode         `db:"quote_nos,code=20,ref"`
	SalespersonCode    SalespersonCode      `db:"salesperson_code,code=20,ref"`  // whose laptop this is (CP-11, SP-20)
	VAT                bool                 `db:"vat"`                           // prices know VAT (CP-139)
	PriceVATGroup      VATBusinessGroup     `db:"price_vat_group,code=20"`       // default where a price includes VAT (CP-172)
	QuotePriceGroup    CustomerPriceGroup   `db:"quote_price_group,code=10,ref"` // for quotes to contacts (OQ-5)
	QuoteDiscGroup     CustomerDiscGroup    `db:"quote_disc_group,code=20,ref"`
	QuoteVATGroup      VATBusinessGroup     `db:"quote_vat_group,code=20"`   // default group of CP-209
	BCOverwriting      bool                 `db:"bc_overwriting"`            // typed prices are overwritten as in BC (CP-203…205)
	JournalDays        int                  `db:"journal_days"`              // how long commands can be undone, in days
	CustomerRelation   BusinessRelationCode `db:"customer_relation,code=10"` // the business relation that means "customer" (CO-24)
	VendorRelation     BusinessRelationCode `db:"vendor_relation,code=10"`
	BankRelation       BusinessRelationCode `db:"bank_relation,code=10"`
	EmployeeRelation   BusinessRelationCode `db:"employee_relation,code=10"`

	// What persons inherit from their company (CO-19…21).
	InheritSalesperson   bool `db:"inherit_salesperson"`
	InheritTerritory     bool `db:"inherit_territory"`
	InheritCountry       bool `db:"inherit_country"`
	InheritLanguage      bool `db:"inherit_language"`
	InheritFormatRegion  bool `db:"inherit_format_region"`
	InheritAddress       bool `db:"inherit_address"`
	InheritCommunication bool `db:"inherit_communication"`

	// What new contacts start with (CO-4).
	DefaultSalesperson        SalespersonCode    `db:"default_salesperson,code=20,ref"`
	DefaultTerritory          TerritoryCode      `db:"default_territory,code=10,ref"`
	DefaultCountry            CountryCode        `db:"default_country,code=10"`
	DefaultLanguage           string             `db:"default_language,code=10"`
	DefaultFormatRegion       string             `db:"default_format_region,text=80"`
	DefaultCorrespondenceType CorrespondenceType `db:"default_correspondence_type"`
	CompanySalutation         SalutationCode     `db:"company_salutation,code=10,ref"`
	PersonSalutation          SalutationCode     `db:"person_salutation,code=10,ref"`

	MaintainSearchStrings bool   `db:"maintain_search_strings"` // companies can be compared (CO-49g)
	AutosearchDuplicates  bool   `db:"autosearch_duplicates"`   // new companies are compared at once (CO-49e)
	SearchHit             Amount `db:"search_hit"`              // per cent of the strings that duplicates have in common (CO-49d)

	// The templates of interactions that are logged without choosing one (IN-10).
	CoverSheetTemplate   InteractionTemplateCode `db:"cover_sheet_template,code=10,ref"`
	OutgoingCallTemplate InteractionTemplateCode `db:"outgoing_call_template,code=10,ref"`
	EMailTemplate        InteractionTemplateCode `db:"e_mail_template,code=10,ref"`
	MeetingTemplate      InteractionTemplateCode `db:"meeting_template,code=10,ref"`
}

// Setups is the table of the settings, for the setup page; there is one record, with id 1.
var Setups = newTable[Setup]("setup", "id", "", nil)

// GetSetup reads the company's settings.
func GetSetup(r Reader) (Setup, error) { return Setups.ByID(r, 1) }
