package data

// AltAddress is another address of a contact, for some time (CO-38).
type AltAddress struct {
	ID            int64          `db:"id"`
	ContactNo     ContactNo      `db:"contact_no,code=20"`
	Code          AltAddressCode `db:"code,code=10"`
	CompanyName   string         `db:"company_name,text=100"`
	CompanyName2  string         `db:"company_name_2,text=50"`
	Address       string         `db:"address,text=100"`
	Address2      string         `db:"address_2,text=50"`
	PostCode      string         `db:"post_code,code=20"`
	City          string         `db:"city,text=30"`
	County        string         `db:"county,text=30"`
	CountryCode   CountryCode    `db:"country_code,code=10"`
	PhoneNo       string         `db:"phone_no,text=30"`
	MobilePhoneNo string         `db:"mobile_phone_no,text=30"`
	FaxNo         string         `db:"fax_no,text=30"`
	EMail         string         `db:"e_mail,text=80"`
	HomePage      string         `db:"home_page,text=255"`
}

// AltAddressRange is a time in which a contact is reached at an alternative address (CO-39).
type AltAddressRange struct {
	ID             int64          `db:"id"`
	ContactNo      ContactNo      `db:"contact_no,code=20"`
	StartingDate   Date           `db:"starting_date"`
	EndingDate     Date           `db:"ending_date"` // blank: open
	AltAddressCode AltAddressCode `db:"alt_address_code,code=10"`
}

// The tables of alternative addresses.
var (
	AltAddresses     = newTable[AltAddress]("contact_alt_address", "contact_no code", "", nil)
	AltAddressRanges = newTable[AltAddressRange]("contact_alt_addr_date_range", "contact_no starting_date", "", nil)
)

// activeAltAddress is the expression for the code of the alternative address that a contact has on a day, NULL if none: of
// the ranges that hold the day the one that starts last (CO-40).
func activeAltAddress(contact, day string) string {
	return `(SELECT d.alt_address_code FROM contact_alt_addr_date_range AS d WHERE d.contact_no=` + contact + ` AND ifnull(d.starting_date, '') <= ` + day + `
		AND ifnull(d.ending_date, '` + string(LastDate) + `') >= ` + day + ` ORDER BY ifnull(d.starting_date, '') DESC LIMIT 1)`
}

// ActiveAltAddress returns the code of the alternative address that a contact has on a day, blank if none (CO-40).
func ActiveAltAddress(r Reader, contact ContactNo, day Date) (AltAddressCode, error) {
	return scalar[AltAddressCode](r, "SELECT ifnull("+activeAltAddress("?1", "?2")+", '')", string(contact), string(day))
}
