package data

// LoggedSegment is what is left of a segment that was logged (SG-70). Its Entry No. is the ID.
type LoggedSegment struct {
	ID              int64     `db:"id"`
	SegmentNo       SegmentNo `db:"segment_no,code=20"`
	Description     string    `db:"description,text=100"`
	CreationDate    Date      `db:"creation_date"`
	UserID          string    `db:"user_id,text=50"`
	Canceled        bool      `db:"canceled"`
	Interactions    int       `db:"interactions,calc"`     // No. of Interactions that are canceled as it is
	CampaignEntries int       `db:"campaign_entries,calc"` // No. of Campaign Entries that are canceled as it is
}

// CampaignEntry gathers the interactions of a campaign that were logged from one segment, or singly (CE section 4). Its Entry
// No. is the ID.
type CampaignEntry struct {
	ID              int64                   `db:"id"`
	CampaignNo      CampaignNo              `db:"campaign_no,code=20"`
	Description     string                  `db:"description,text=100"` // blank for single interactions: the word for them is shown (CE-6)
	Date            Date                    `db:"date"`
	UserID          string                  `db:"user_id,text=50"`
	SegmentNo       SegmentNo               `db:"segment_no,code=20"` // blank for single interactions
	Canceled        bool                    `db:"canceled"`
	CanceledWith    CanceledWith            `db:"canceled_with"`
	SalespersonCode SalespersonCode         `db:"salesperson_code,code=20"`
	RegisterNo      int64                   `db:"register_no"` // the logged segment that it came with, 0 if none (CE-5, DV-6)
	DocumentType    InteractionDocumentType `db:"document_type"`
	Interactions    int                     `db:"interactions,calc"` // No. of Interactions that are canceled as it is, like the sums (CE-8)
	Cost            Amount                  `db:"cost,calc"`         // LCY
	Duration        Amount                  `db:"duration,calc"`     // minutes
}

// The tables of what was logged together.
var (
	LoggedSegments = newTable[LoggedSegment]("logged_segment", "id", "", map[string]string{
		"interactions":     "SELECT count(*) FROM interaction AS i WHERE i.logged_segment_no=logged_segment.id AND i.canceled=logged_segment.canceled",
		"campaign_entries": "SELECT count(*) FROM campaign_entry AS e WHERE e.register_no=logged_segment.id AND e.canceled=logged_segment.canceled",
	})
	CampaignEntries = newTable[CampaignEntry]("campaign_entry", "id", "",
		sumsOver("interaction AS i WHERE i.campaign_entry_no=campaign_entry.id AND i.canceled=campaign_entry.canceled"))
)
