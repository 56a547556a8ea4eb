package data

// InformationFlow says who told whom.
type InformationFlow int

const (
	NoFlow InformationFlow = iota
	Outbound
	Inbound
)

// InitiatedBy says who began.
type InitiatedBy int

const (
	NotInitiated InitiatedBy = iota
	ByUs
	ByThem
)

// WizardAction is what happens with the document when an interaction is created.
type WizardAction int

const (
	NoWizardAction WizardAction = iota
	WizardOpen
	WizardImport
	WizardMerge
)

// InteractionGroup gathers templates of one kind: letters, calls, meetings (IN-1).
type InteractionGroup struct {
	ID           int64                `db:"id"`
	Code         InteractionGroupCode `db:"code,code=10"`
	Description  string               `db:"description,text=100"`
	Interactions int                  `db:"interactions,calc"` // No. of Interactions, like the sums without canceled and postponed ones
	Cost         Amount               `db:"cost,calc"`         // LCY
	Duration     Amount               `db:"duration,calc"`     // minutes
}

// InteractionTemplate is what interactions of a kind start with; the values are copied at use (IN-2, IN-3).
type InteractionTemplate struct {
	ID                      int64                   `db:"id"`
	Code                    InteractionTemplateCode `db:"code,code=10"`
	InteractionGroupCode    InteractionGroupCode    `db:"interaction_group_code,code=10,ref"`
	Description             string                  `db:"description,text=100"`
	WizardAction            WizardAction            `db:"wizard_action"`
	CorrespondenceType      CorrespondenceType      `db:"correspondence_type"`   // Correspondence Type (Default)
	LanguageCode            string                  `db:"language_code,code=10"` // Language Code (Default)
	IgnoreContactCorresType bool                    `db:"ignore_contact_corres_type"`
	UnitCost                Amount                  `db:"unit_cost"`     // LCY
	UnitDuration            Amount                  `db:"unit_duration"` // minutes
	InformationFlow         InformationFlow         `db:"information_flow"`
	InitiatedBy             InitiatedBy             `db:"initiated_by"`
	CampaignNo              CampaignNo              `db:"campaign_no,code=20,ref"`
	CampaignTarget          bool                    `db:"campaign_target"`
	CampaignResponse        bool                    `db:"campaign_response"`
	AttachmentNo            int64                   `db:"attachment_no,calc"` // of the default language, 0 if none
	Attachment              string                  `db:"attachment,calc"`    // its file name
	Interactions            int                     `db:"interactions,calc"`
	Cost                    Amount                  `db:"cost,calc"`
	Duration                Amount                  `db:"duration,calc"`
}

// InteractionTemplateLanguage is a template in one language, with the document to send (IN-8).
type InteractionTemplateLanguage struct {
	ID           int64                   `db:"id"`
	TemplateCode InteractionTemplateCode `db:"template_code,code=10"`
	LanguageCode string                  `db:"language_code,code=10"`
	Description  string                  `db:"description,text=100"`
	AttachmentNo int64                   `db:"attachment_no"` // 0 if none
	Attachment   string                  `db:"attachment,calc"`
}

// The tables of templates.
var (
	InteractionGroups    = newTable[InteractionGroup]("interaction_group", "code", "", figuresBy("interaction_group_code", "interaction_group.code"))
	InteractionTemplates = newTable[InteractionTemplate]("interaction_template", "code", "", func() map[string]string {
		calc := figuresBy("interaction_template_code", "interaction_template.code")
		const language = `FROM interaction_template_language AS l
			WHERE l.template_code=interaction_template.code AND l.language_code=interaction_template.language_code`
		calc["attachment_no"] = "ifnull((SELECT l.attachment_no " + language + "), 0)"
		calc["attachment"] = "ifnull((SELECT (SELECT file_name FROM attachment WHERE attachment.id=l.attachment_no) " + language + "), '')"
		return calc
	}())
	InteractionTemplateLanguages = newTable[InteractionTemplateLanguage]("interaction_template_language", "template_code language_code", "", map[string]string{
		"attachment": "SELECT file_name FROM attachment WHERE attachment.id=interaction_template_language.attachment_no",
	})
)

// figuresBy are the calculated columns with the sums over the interactions, neither canceled nor postponed, whose column is
// the record's code (IN-1).
func figuresBy(column, code string) map[string]string {
	return sumsOver("interaction AS i WHERE i." + column + "=" + code + " AND i.postponed=0 AND i.canceled=0")
}

// sumsOver are the calculated columns with the number, the cost and the duration of interactions.
func sumsOver(interactions string) map[string]string {
	return map[string]string{
		"interactions": "SELECT count(*) FROM " + interactions,
		"cost":         "SELECT ifnull(sum(i.cost), 0) FROM " + interactions,
		"duration":     "SELECT ifnull(sum(i.duration), 0) FROM " + interactions,
	}
}
