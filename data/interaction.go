package data

// Interaction is one contact with a contact, as logged. It keeps codes of what may be gone since, as history (CP-34).
type Interaction struct {
	ID               int64           `db:"id"`
	ContactNo        ContactNo       `db:"contact_no,code=20"`
	ContactCompanyNo ContactNo       `db:"contact_company_no,code=20"`
	Date             Date            `db:"date"`
	Description      string          `db:"description,text=100"`
	Cost             Amount          `db:"cost"`     // LCY
	Duration         Amount          `db:"duration"` // minutes
	CampaignNo       CampaignNo      `db:"campaign_no,code=20"`
	CampaignTarget   bool            `db:"campaign_target"`
	CampaignResponse bool            `db:"campaign_response"`
	SegmentNo        SegmentNo       `db:"segment_no,code=20"`
	SalespersonCode  SalespersonCode `db:"salesperson_code,code=20"`
	Canceled         bool            `db:"canceled"`
	Postponed        bool            `db:"postponed"`
}

// Interactions is the table of logged interactions.
var Interactions = newTable[Interaction]("interaction", "id", "", nil)
