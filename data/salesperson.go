package data

// Salesperson is somebody who sells: assigned to campaigns, contacts, segments and quotes.
type Salesperson struct {
	ID             int64           `db:"id"`
	Code           SalespersonCode `db:"code,code=20"`
	Name           string          `db:"name,text=50"`
	JobTitle       string          `db:"job_title,text=30"`
	Commission     Amount          `db:"commission"` // per cent, 0–100
	PhoneNo        string          `db:"phone_no,text=30"`
	EMail          string          `db:"e_mail,text=80"`
	EMail2         string          `db:"e_mail_2,text=80"`
	PrivacyBlocked bool            `db:"privacy_blocked"` // treated like Blocked for new assignments (SP-4)
	Blocked        bool            `db:"blocked"`         // cannot be newly assigned (SP-3)
}

// Salespeople is the table of salespeople.
var Salespeople = newTable[Salesperson]("salesperson", "code", "", nil)
