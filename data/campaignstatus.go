package data

// CampaignStatus is a free label for how far a campaign has come; nothing reads it (CP-1).
type CampaignStatus struct {
	ID          int64              `db:"id"`
	Code        CampaignStatusCode `db:"code,code=10"`
	Description string             `db:"description,text=100"`
}

// CampaignStatuses is the table of campaign statuses.
var CampaignStatuses = newTable[CampaignStatus]("campaign_status", "code", "", nil)
