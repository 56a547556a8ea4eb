package exchange

import (
	"strings"
	"unicode/utf8"

	"campaigndesk/data"
)

// salespeople take care of contacts and campaigns. Other programs keep them as employees, often without one whole name.
var salespeople = register[data.Salesperson]{
	id:    "salespeople",
	table: data.Salespeople,
	fields: []bound[data.Salesperson]{
		{required(code("code", 20, "Code", "Kod", "Salesperson Code", "Säljarkod", "EmployeeID", "Employee ID", "Employee No.",
			"Anställningsnr", "Signatur", "No.", "Nr", "ID")), func(p *data.Salesperson) any { return &p.Code }},
		{text("name", 50, "Name", "Namn", "Salesperson", "Säljare", "Full Name", "Employee Name"), func(p *data.Salesperson) any { return &p.Name }},
		{firstName, nil}, {middleName, nil}, {surname, nil},
		{jobTitle, func(p *data.Salesperson) any { return &p.JobTitle }},
		{percent("commission-percent", "Commission %", "Provision %", "Commission", "Provision"), func(p *data.Salesperson) any { return &p.Commission }},
		{phone, func(p *data.Salesperson) any { return &p.PhoneNo }},
		{email, func(p *data.Salesperson) any { return &p.EMail }},
		{boolean("blocked", "Blocked", "Spärrad"), func(p *data.Salesperson) any { return &p.Blocked }},
	},
	derive: func(_ *job, d *draft) error {
		if !d.given("name") {
			d.setText("name", wholeName(d))
		}
		return nil
	},
	check: func(j *job, _ *draft, _, p *data.Salesperson) error {
		if n := utf8.RuneCountInString(p.Name); n > data.Salespeople.MaxLength("name") {
			return data.Msg("text-too-long", data.Salespeople.MaxLength("name"), n).At("name")
		}
		return checkReach(j, p.PhoneNo, "", p.EMail)
	},
}

// wholeName joins the parts of a person's name.
func wholeName(d *draft) string {
	return strings.Join(strings.Fields(d.text(firstName.ID)+" "+d.text(middleName.ID)+" "+d.text(surname.ID)), " ")
}
