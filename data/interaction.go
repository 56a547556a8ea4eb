package data

// Evaluation is how a contact took an interaction.
type Evaluation int

const (
	NotEvaluated Evaluation = iota
	VeryPositive
	Positive
	Neutral
	Negative
	VeryNegative
)

// DeliveryStatus says how far a document has come.
type DeliveryStatus int

const (
	Delivered DeliveryStatus = iota // nothing to do
	DeliveryInProgress
	DeliveryError
)

// InteractionDocumentType is the kind of printed document that an interaction comes from, by BC's numbers, of which this program has
// few.
type InteractionDocumentType int

const (
	NoDocument         InteractionDocumentType = 0
	CoverSheetDocument InteractionDocumentType = 17
)

// CanceledWith remembers with what an interaction or campaign entry was canceled, because only that brings it back (S:DV-13).
type CanceledWith int

const (
	NotCanceled CanceledWith = iota
	CanceledByItself
	CanceledWithEntry         // its campaign entry
	CanceledWithLoggedSegment // its logged segment
)

// Interaction is one contact with a contact, as logged (IN-30). Its Entry No. is the ID. It keeps codes of what may be gone
// since, as history (CP-34).
type Interaction struct {
	ID                      int64                   `db:"id"`
	ContactNo               ContactNo               `db:"contact_no,code=20"`
	ContactCompanyNo        ContactNo               `db:"contact_company_no,code=20"`
	Date                    Date                    `db:"date"`
	Time                    string                  `db:"time,text=5"` // Time of Interaction, 15:04
	Description             string                  `db:"description,text=100"`
	InformationFlow         InformationFlow         `db:"information_flow"`
	InitiatedBy             InitiatedBy             `db:"initiated_by"`
	AttachmentNo            int64                   `db:"attachment_no"` // 0 if none
	Cost                    Amount                  `db:"cost"`          // LCY
	Duration                Amount                  `db:"duration"`      // minutes
	UserID                  string                  `db:"user_id,text=50"`
	InteractionGroupCode    InteractionGroupCode    `db:"interaction_group_code,code=10"`
	InteractionTemplateCode InteractionTemplateCode `db:"interaction_template_code,code=10"`
	CampaignNo              CampaignNo              `db:"campaign_no,code=20"`
	CampaignEntryNo         int64                   `db:"campaign_entry_no"` // 0 without campaign (CE-2)
	CampaignTarget          bool                    `db:"campaign_target"`
	CampaignResponse        bool                    `db:"campaign_response"`
	SegmentNo               SegmentNo               `db:"segment_no,code=20"`
	Evaluation              Evaluation              `db:"evaluation"`
	AttemptFailed           bool                    `db:"attempt_failed"`
	TaskNo                  TaskNo                  `db:"task_no,code=20"`
	SalespersonCode         SalespersonCode         `db:"salesperson_code,code=20"`
	DeliveryStatus          DeliveryStatus          `db:"delivery_status"`
	Canceled                bool                    `db:"canceled"`
	CanceledWith            CanceledWith            `db:"canceled_with"`
	CorrespondenceType      CorrespondenceType      `db:"correspondence_type"`
	AltAddressCode          AltAddressCode          `db:"alt_address_code,code=10"`
	LoggedSegmentNo         int64                   `db:"logged_segment_no"` // Logged Segment Entry No., 0 if none
	DocumentType            InteractionDocumentType `db:"document_type"`
	DocumentNo              string                  `db:"document_no,code=20"`
	ContactVia              string                  `db:"contact_via,text=80"`
	LanguageCode            string                  `db:"language_code,code=10"` // Interaction Language Code
	Subject                 string                  `db:"subject,text=100"`
	OpportunityNo           OpportunityNo           `db:"opportunity_no,code=20"`
	Postponed               bool                    `db:"postponed"` // to be finished later; counts nowhere (IN-41)
	ContactName             string                  `db:"contact_name,calc"`
	CompanyName             string                  `db:"company_name,calc"` // Contact Company Name
	Attachment              string                  `db:"attachment,calc"`   // the file name
	Comment                 bool                    `db:"comment,calc"`
}

// Interactions is the table of logged interactions.
var Interactions = newTable[Interaction]("interaction", "id", "", map[string]string{
	"contact_name": "SELECT name FROM contact WHERE contact.no=interaction.contact_no",
	"company_name": "SELECT name FROM contact WHERE contact.no=interaction.contact_company_no",
	"attachment":   "SELECT file_name FROM attachment WHERE attachment.id=interaction.attachment_no",
	"comment":      commentsOf(CommentOnInteraction, "CAST(interaction.id AS TEXT)"),
})

// NotPostponed holds for interactions that took place: what lists of log entries show (IN-41).
func NotPostponed() Cond { return Cond{sql: "postponed=0"} }

// Postponed holds for interactions that are to be finished later.
func Postponed() Cond { return Cond{sql: "postponed=1"} }
