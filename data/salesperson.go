package data

import "database/sql"

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

// SalespersonFigures are what a salesperson's interactions add up to, without canceled and postponed ones (CO-51).
type SalespersonFigures struct {
	Interactions int
	Cost         Amount // LCY
	Duration     Amount // minutes
}

// FiguresOfSalesperson sums the interactions of a salesperson.
func FiguresOfSalesperson(r Reader, code SalespersonCode) (SalespersonFigures, error) {
	var f SalespersonFigures
	err := each(r, "SELECT count(*), ifnull(sum(cost), 0), ifnull(sum(duration), 0) FROM interaction WHERE salesperson_code=? AND postponed=0 AND canceled=0",
		[]any{string(code)}, func(rows *sql.Rows) error { return rows.Scan(&f.Interactions, &f.Cost, &f.Duration) })
	return f, err
}
