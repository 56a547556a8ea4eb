package data

// SegmentHeader is a worksheet of contacts for a campaign, with what is done with them (SG section 2.1).
type SegmentHeader struct {
	ID                      int64                   `db:"id"`
	No                      SegmentNo               `db:"no,code=20"`
	Description             string                  `db:"description,text=100"`
	SalespersonCode         SalespersonCode         `db:"salesperson_code,code=20,ref"`
	Date                    Date                    `db:"date"`
	InteractionTemplateCode InteractionTemplateCode `db:"interaction_template_code,code=10,ref"`
	InteractionGroupCode    InteractionGroupCode    `db:"interaction_group_code,code=10"`
	LanguageCode            string                  `db:"language_code,code=10"` // Language Code (Default)
	Subject                 string                  `db:"subject,text=100"`      // Subject (Default)
	IgnoreContactCorresType bool                    `db:"ignore_contact_corres_type"`
	CorrespondenceType      CorrespondenceType      `db:"correspondence_type"` // Correspondence Type (Default)
	InformationFlow         InformationFlow         `db:"information_flow"`
	InitiatedBy             InitiatedBy             `db:"initiated_by"`
	UnitCost                Amount                  `db:"unit_cost"`     // LCY
	UnitDuration            Amount                  `db:"unit_duration"` // minutes
	CampaignNo              CampaignNo              `db:"campaign_no,code=20,ref"`
	CampaignTarget          bool                    `db:"campaign_target"`
	CampaignResponse        bool                    `db:"campaign_response"`
	NoSeries                NoSeriesCode            `db:"no_series,code=20"`
	Lines                   int                     `db:"lines,calc"`            // all lines, also those without contact
	Targets                 int                     `db:"targets,calc"`          // lines marked Campaign Target
	CriteriaActions         int                     `db:"criteria_actions,calc"` // No. of Criteria Actions
	CampaignName            string                  `db:"campaign_name,calc"`
	AttachmentNo            int64                   `db:"attachment_no,calc"` // of the default language, 0 if none
	Attachment              string                  `db:"attachment,calc"`    // its file name
	Cost                    Amount                  `db:"cost,calc"`          // of all lines, LCY
	Duration                Amount                  `db:"duration,calc"`      // of all lines, minutes
}

// LineAttachment says where the document of a segment line comes from.
type LineAttachment int

const (
	NoAttachment LineAttachment = iota
	InheritedAttachment
	OwnAttachment
)

// SegmentLine is one contact of a segment (SG section 2.2). The line's own fields count for campaigns, not the header's (CP-76).
type SegmentLine struct {
	ID                      int64                   `db:"id"`
	SegmentNo               SegmentNo               `db:"segment_no,code=20"`
	LineNo                  int                     `db:"line_no"`
	ContactNo               ContactNo               `db:"contact_no,code=20,ref"`
	ContactCompanyNo        ContactNo               `db:"contact_company_no,code=20,ref"`
	CorrespondenceType      CorrespondenceType      `db:"correspondence_type"`
	AltAddressCode          AltAddressCode          `db:"alt_address_code,code=10"`
	Description             string                  `db:"description,text=100"`
	SalespersonCode         SalespersonCode         `db:"salesperson_code,code=20,ref"`
	InteractionTemplateCode InteractionTemplateCode `db:"interaction_template_code,code=10,ref"`
	InteractionGroupCode    InteractionGroupCode    `db:"interaction_group_code,code=10"`
	LanguageCode            string                  `db:"language_code,code=10"`
	Subject                 string                  `db:"subject,text=100"`
	Evaluation              Evaluation              `db:"evaluation"`
	Cost                    Amount                  `db:"cost"`     // LCY
	Duration                Amount                  `db:"duration"` // minutes
	InitiatedBy             InitiatedBy             `db:"initiated_by"`
	InformationFlow         InformationFlow         `db:"information_flow"`
	Date                    Date                    `db:"date"`
	Time                    string                  `db:"time,text=5"` // Time of Interaction, 15:04
	AttemptFailed           bool                    `db:"attempt_failed"`
	CampaignNo              CampaignNo              `db:"campaign_no,code=20,ref"`
	CampaignTarget          bool                    `db:"campaign_target"`   // gets the campaign's prices when it is activated (SG-28)
	CampaignResponse        bool                    `db:"campaign_response"` // answered the campaign (SG-29)
	ContactVia              string                  `db:"contact_via,text=80"`
	TaskNo                  TaskNo                  `db:"task_no,code=20"`
	OpportunityNo           OpportunityNo           `db:"opportunity_no,code=20"`
	ContactName             string                  `db:"contact_name,calc"`
	CompanyName             string                  `db:"company_name,calc"`
	PhoneNo                 string                  `db:"phone_no,calc"`
	MobilePhoneNo           string                  `db:"mobile_phone_no,calc"`
	EMail                   string                  `db:"e_mail,calc"`
	Attachment              LineAttachment          `db:"attachment,calc"`
}

// SegmentLanguage is the document and subject of a segment in one language, copied from its template (SG-18, SG-25).
type SegmentLanguage struct {
	ID           int64     `db:"id"`
	SegmentNo    SegmentNo `db:"segment_no,code=20"`
	LineNo       int       `db:"line_no"` // of the line that has a template of its own; 0 for the segment
	LanguageCode string    `db:"language_code,code=10"`
	Description  string    `db:"description,text=100"`
	Subject      string    `db:"subject,text=100"`
	AttachmentNo int64     `db:"attachment_no"` // 0 if none
	Attachment   string    `db:"attachment,calc"`
}

// The languages with a document that a line has itself, or has from its segment.
const (
	ownLanguage = `FROM segment_language AS g WHERE g.segment_no=segment_line.segment_no AND g.line_no=segment_line.line_no
		AND g.language_code=segment_line.language_code AND g.attachment_no <> 0`
	inheritedLanguage = `FROM segment_language AS g JOIN segment_header AS h ON h.no=g.segment_no
		WHERE g.segment_no=segment_line.segment_no AND g.line_no=0 AND g.language_code=segment_line.language_code AND g.attachment_no <> 0
		AND h.interaction_template_code=segment_line.interaction_template_code`
	headerLanguage = "FROM segment_language AS g WHERE g.segment_no=segment_header.no AND g.line_no=0 AND g.language_code=segment_header.language_code"
	linesOfHeader  = " FROM segment_line AS l WHERE l.segment_no=segment_header.no"
)

// The tables of segments.
var (
	SegmentHeaders = newTable[SegmentHeader]("segment_header", "no", "", map[string]string{
		"lines":            "SELECT count(*)" + linesOfHeader,
		"targets":          "SELECT count(*)" + linesOfHeader + " AND l.campaign_target=1",
		"cost":             "SELECT ifnull(sum(l.cost), 0)" + linesOfHeader,
		"duration":         "SELECT ifnull(sum(l.duration), 0)" + linesOfHeader,
		"criteria_actions": "SELECT count(*) FROM segment_criteria_line AS c WHERE c.segment_no=segment_header.no AND c.type=0",
		"campaign_name":    "SELECT description FROM campaign WHERE campaign.no=segment_header.campaign_no",
		"attachment_no":    "ifnull((SELECT g.attachment_no " + headerLanguage + "), 0)",
		"attachment":       "ifnull((SELECT (SELECT file_name FROM attachment WHERE attachment.id=g.attachment_no) " + headerLanguage + "), '')",
	})
	SegmentLines = newTable[SegmentLine]("segment_line", "segment_no line_no", "", map[string]string{
		"contact_name":    "SELECT name FROM contact WHERE contact.no=segment_line.contact_no AND contact.type=1",
		"company_name":    "SELECT name FROM contact WHERE contact.no=segment_line.contact_company_no",
		"phone_no":        "SELECT phone_no FROM contact WHERE contact.no=segment_line.contact_no",
		"mobile_phone_no": "SELECT mobile_phone_no FROM contact WHERE contact.no=segment_line.contact_no",
		"e_mail":          "SELECT e_mail FROM contact WHERE contact.no=segment_line.contact_no",
		"attachment":      "CASE WHEN EXISTS (SELECT 1 " + ownLanguage + ") THEN 2 WHEN EXISTS (SELECT 1 " + inheritedLanguage + ") THEN 1 ELSE 0 END",
	})
	SegmentLanguages = newTable[SegmentLanguage]("segment_language", "segment_no line_no language_code", "", map[string]string{
		"attachment": "SELECT file_name FROM attachment WHERE attachment.id=segment_language.attachment_no",
	})
)
