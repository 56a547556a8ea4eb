package data

// TargetType tells what a campaign's target is.
type TargetType int

const (
	TargetCustomer TargetType = iota
	TargetContact
)

// CampaignTarget is one row of a campaign's target group: the customer, company contact or lone person to whom the rows
// of sales type Campaign apply (CP section 6.1). The group is all that activation writes (CP-70).
type CampaignTarget struct {
	ID         int64      `db:"id"`
	Type       TargetType `db:"type"`
	No         string     `db:"no,code=20"` // a CustomerNo or ContactNo
	CampaignNo CampaignNo `db:"campaign_no,code=20"`
	Name       string     `db:"name,calc"`
}

// CampaignTargets is the table of target groups.
var CampaignTargets = newTable[CampaignTarget]("campaign_target", "type no campaign_no", "", map[string]string{
	"name": `CASE type WHEN 0 THEN (SELECT name FROM customer WHERE customer.no=campaign_target.no)
		ELSE (SELECT name FROM contact WHERE contact.no=campaign_target.no) END`,
})
