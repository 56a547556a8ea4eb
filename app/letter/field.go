package letter

import (
	"strings"

	"campaigndesk/app/addressee"
	"campaigndesk/data"
)

// Field is something that a document may ask for: as a merge field of Word, or as its name between guillemets, «Contact_Name».
// Capitals do not matter, and in a merge field a blank is as good as an underscore.
type Field struct {
	Name   string
	common bool // the same in all letters of a segment
	value  func(*recipient) (string, error)
}

// Help is the key of the text that says what a field becomes.
func (f Field) Help() string {
	return "letter-field-" + strings.ToLower(strings.ReplaceAll(f.Name, "_", "-"))
}

// Fields are all fields that documents and drafts know, in the order of a list of them.
var Fields = []Field{
	ofContact("Contact_No", func(c *data.Contact) string { return string(c.No) }),
	ofContact("Contact_Name", func(c *data.Contact) string { return c.Name }),
	ofContact("Contact_Name_2", func(c *data.Contact) string { return c.Name2 }),
	ofContact("First_Name", func(c *data.Contact) string { return c.FirstName }),
	ofContact("Middle_Name", func(c *data.Contact) string { return c.MiddleName }),
	ofContact("Surname", func(c *data.Contact) string { return c.Surname }),
	ofContact("Initials", func(c *data.Contact) string { return c.Initials }),
	ofContact("Job_Title", func(c *data.Contact) string { return c.JobTitle }),
	ofContact("Contact_Company", func(c *data.Contact) string { return c.CompanyName }),
	ofContact("Contact_Address", func(c *data.Contact) string { return c.Address }),
	ofContact("Contact_Address_2", func(c *data.Contact) string { return c.Address2 }),
	ofContact("Contact_Post_Code", func(c *data.Contact) string { return c.PostCode }),
	ofContact("Contact_City", func(c *data.Contact) string { return c.City }),
	ofContact("Contact_County", func(c *data.Contact) string { return c.County }),
	ofContact("Contact_Country_Code", func(c *data.Contact) string { return string(c.CountryCode) }),
	ofContact("Contact_Phone_No", func(c *data.Contact) string { return c.PhoneNo }),
	ofContact("Contact_Mobile_Phone_No", func(c *data.Contact) string { return c.MobilePhoneNo }),
	ofContact("Contact_E_Mail", func(c *data.Contact) string { return c.EMail }),
	ofContact("Contact_Home_Page", func(c *data.Contact) string { return c.HomePage }),
	{Name: "Address_Block", value: (*recipient).addressBlock},
	{Name: "Formal_Salutation", value: (*recipient).formal},
	{Name: "Informal_Salutation", value: (*recipient).informal},
	ofSalesperson("Salesperson_Code", func(p *data.Salesperson) string { return string(p.Code) }),
	ofSalesperson("Salesperson_Name", func(p *data.Salesperson) string { return p.Name }),
	ofSalesperson("Salesperson_Job_Title", func(p *data.Salesperson) string { return p.JobTitle }),
	ofSalesperson("Salesperson_Phone_No", func(p *data.Salesperson) string { return p.PhoneNo }),
	ofSalesperson("Salesperson_E_Mail", func(p *data.Salesperson) string { return p.EMail }),
	ofCampaign("Campaign_No", func(r *recipient, c *data.Campaign) string { return string(c.No) }),
	ofCampaign("Campaign_Description", func(r *recipient, c *data.Campaign) string { return c.Description }),
	ofCampaign("Campaign_Starting_Date", func(r *recipient, c *data.Campaign) string { return r.day(c.StartingDate) }),
	ofCampaign("Campaign_Ending_Date", func(r *recipient, c *data.Campaign) string { return r.day(c.EndingDate) }),
	{Name: "Segment_No", common: true, value: func(r *recipient) (string, error) { return string(r.header.No), nil }},
	{Name: "Segment_Description", common: true, value: func(r *recipient) (string, error) { return r.header.Description, nil }},
	{Name: "Subject", value: func(r *recipient) (string, error) { return r.line.Subject, nil }},
	{Name: "Letter_Date", value: func(r *recipient) (string, error) { return r.day(r.line.Date), nil }},
	{Name: "Company_Name", common: true, value: func(r *recipient) (string, error) { return r.session.Setup.CompanyName, nil }},
}

func ofContact(name string, value func(*data.Contact) string) Field {
	return Field{Name: name, value: func(r *recipient) (string, error) { return value(&r.contact), nil }}
}

func ofSalesperson(name string, value func(*data.Salesperson) string) Field {
	return Field{Name: name, value: func(r *recipient) (string, error) {
		p, err := r.salesperson()
		return value(&p), err
	}}
}

func ofCampaign(name string, value func(*recipient, *data.Campaign) string) Field {
	return Field{Name: name, value: func(r *recipient) (string, error) {
		c, err := r.campaign()
		return value(r, &c), err
	}}
}

// fieldNumber finds a field by the name that a document has it by; -1 if nothing is known by that name.
func fieldNumber(name string) int {
	name = strings.ReplaceAll(strings.TrimSpace(name), " ", "_")
	for i := range Fields {
		if strings.EqualFold(Fields[i].Name, name) {
			return i
		}
	}
	return -1
}

// The fields that need more than a record.

func (r *recipient) addressBlock() (string, error) {
	block, err := addressee.Block(r.session, r.contact, r.line.AltAddressCode, r.line.Date)
	return strings.Join(block, "\n"), err
}

func (r *recipient) formal() (string, error) {
	return addressee.Greeting(r.session.DB, r.contact, data.Formal)
}

func (r *recipient) informal() (string, error) {
	return addressee.Greeting(r.session.DB, r.contact, data.Informal)
}
