package data

// SegmentHeader is a worksheet of contacts for a campaign (SG section 2.1).
type SegmentHeader struct {
	ID               int64           `db:"id"`
	No               SegmentNo       `db:"no,code=20"`
	Description      string          `db:"description,text=100"`
	SalespersonCode  SalespersonCode `db:"salesperson_code,code=20,ref"`
	Date             Date            `db:"date"`
	CampaignNo       CampaignNo      `db:"campaign_no,code=20,ref"`
	CampaignTarget   bool            `db:"campaign_target"`
	CampaignResponse bool            `db:"campaign_response"`
	NoSeries         NoSeriesCode    `db:"no_series,code=20"`
	Lines            int             `db:"lines,calc"`   // all lines, also those without contact
	Targets          int             `db:"targets,calc"` // lines marked Campaign Target
	CampaignName     string          `db:"campaign_name,calc"`
}

// SegmentLine is one contact of a segment (SG section 2.2). The line's own fields count for campaigns, not the header's (CP-76).
type SegmentLine struct {
	ID               int64           `db:"id"`
	SegmentNo        SegmentNo       `db:"segment_no,code=20"`
	LineNo           int             `db:"line_no"`
	ContactNo        ContactNo       `db:"contact_no,code=20,ref"`
	ContactCompanyNo ContactNo       `db:"contact_company_no,code=20,ref"`
	Description      string          `db:"description,text=100"`
	SalespersonCode  SalespersonCode `db:"salesperson_code,code=20,ref"`
	Date             Date            `db:"date"`
	CampaignNo       CampaignNo      `db:"campaign_no,code=20,ref"`
	CampaignTarget   bool            `db:"campaign_target"`   // gets the campaign's prices when it is activated (SG-28)
	CampaignResponse bool            `db:"campaign_response"` // answered the campaign (SG-29)
	ContactName      string          `db:"contact_name,calc"`
	CompanyName      string          `db:"company_name,calc"`
	PhoneNo          string          `db:"phone_no,calc"`
	EMail            string          `db:"e_mail,calc"`
}

// The tables of segments.
var (
	SegmentHeaders = newTable[SegmentHeader]("segment_header", "no", "", map[string]string{
		"lines":         "SELECT count(*) FROM segment_line WHERE segment_line.segment_no=segment_header.no",
		"targets":       "SELECT count(*) FROM segment_line WHERE segment_line.segment_no=segment_header.no AND campaign_target=1",
		"campaign_name": "SELECT description FROM campaign WHERE campaign.no=segment_header.campaign_no",
	})
	SegmentLines = newTable[SegmentLine]("segment_line", "segment_no line_no", "", map[string]string{
		"contact_name": "SELECT name FROM contact WHERE contact.no=segment_line.contact_no AND contact.type=1",
		"company_name": "SELECT name FROM contact WHERE contact.no=segment_line.contact_company_no",
		"phone_no":     "SELECT phone_no FROM contact WHERE contact.no=segment_line.contact_no",
		"e_mail":       "SELECT e_mail FROM contact WHERE contact.no=segment_line.contact_no",
	})
)
