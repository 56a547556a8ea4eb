package data

import "encoding/json"

// CriteriaLineType tells what was done to a segment from the filters it was done with.
type CriteriaLineType int

const (
	CriteriaAction CriteriaLineType = iota
	CriteriaFilter
)

// SegmentAction is what was done to a segment.
type SegmentAction int

const (
	NoSegmentAction SegmentAction = iota
	AddContactsAction
	ReduceAction
	RefineAction
)

// Section is a table by whose rows Add Contacts, Reduce and Refine choose contacts (SG-32), in the order of the window.
type Section int

const (
	ContactSection Section = iota
	ProfileAnswerSection
	MailingGroupSection
	InteractionSection
	JobResponsibilitySection
	IndustryGroupSection
	BusinessRelationSection
	ItemSalesSection // reserved: kept when imported, never evaluated (S:OQ-10)
)

// SegmentCriteriaLine is one line of what was done to a segment.
type SegmentCriteriaLine struct {
	ID                    int64            `db:"id"`
	SegmentNo             SegmentNo        `db:"segment_no,code=20"`
	LineNo                int              `db:"line_no"` // 1, 2, 3 …
	Type                  CriteriaLineType `db:"type"`
	Action                SegmentAction    `db:"action"`
	AllowExisting         bool             `db:"allow_existing"`
	ExpandCompanies       bool             `db:"expand_companies"`
	AllowRelatedCompanies bool             `db:"allow_related_companies"`
	IgnoreExclusion       bool             `db:"ignore_exclusion"`
	EntireCompanies       bool             `db:"entire_companies"`
	Section               Section          `db:"section"`
	Filters               string           `db:"filters,text=10000"` // see [FiltersText]
}

// SavedCriteria is a set of criteria kept under a name to be used again (SG-53).
type SavedCriteria struct {
	ID          int64             `db:"id"`
	Code        SavedCriteriaCode `db:"code,code=10"`
	Description string            `db:"description,text=100"`
	UserID      string            `db:"user_id,text=50"`
	Actions     int               `db:"actions,calc"` // No. of Actions
}

// SavedCriteriaLine is one line of saved criteria.
type SavedCriteriaLine struct {
	ID                    int64             `db:"id"`
	CriteriaCode          SavedCriteriaCode `db:"criteria_code,code=10"`
	LineNo                int               `db:"line_no"`
	Type                  CriteriaLineType  `db:"type"`
	Action                SegmentAction     `db:"action"`
	AllowExisting         bool              `db:"allow_existing"`
	ExpandCompanies       bool              `db:"expand_companies"`
	AllowRelatedCompanies bool              `db:"allow_related_companies"`
	IgnoreExclusion       bool              `db:"ignore_exclusion"`
	EntireCompanies       bool              `db:"entire_companies"`
	Section               Section           `db:"section"`
	Filters               string            `db:"filters,text=10000"`
}

// ActionTaken says what happened to a line of a segment.
type ActionTaken int

const (
	Insertion ActionTaken = iota
	Deletion
)

// SegmentHistory is what an action did to lines, for Go Back (SG-49, S:DV-15): that it added those of a range of numbers, however many, or
// that it took away one.
type SegmentHistory struct {
	ID          int64       `db:"id"`
	SegmentNo   SegmentNo   `db:"segment_no,code=20"`
	ActionNo    int         `db:"action_no"` // the number of criteria actions right after the action
	LineNo      int         `db:"line_no"`
	LastLineNo  int         `db:"last_line_no"`       // of the lines added; of a deletion, its own number
	ContactNo   ContactNo   `db:"contact_no,code=20"` // blank for more lines than one
	ActionTaken ActionTaken `db:"action_taken"`
	Line        string      `db:"line,text=10000"` // the line that was deleted, as the journal writes rows; blank for an insertion
}

// The tables of criteria and history.
var (
	SegmentCriteriaLines = newTable[SegmentCriteriaLine]("segment_criteria_line", "segment_no line_no", "", nil)
	SavedCriteriaSets    = newTable[SavedCriteria]("saved_criteria", "code", "", map[string]string{
		"actions": "SELECT count(*) FROM saved_criteria_line AS l WHERE l.criteria_code=saved_criteria.code AND l.type=0",
	})
	SavedCriteriaLines = newTable[SavedCriteriaLine]("saved_criteria_line", "criteria_code line_no", "", nil)
	SegmentHistories   = newTable[SegmentHistory]("segment_history", "segment_no action_no line_no", "", nil)
)

// FiltersText is how criteria keep the filters of a section: JSON of column → expression, always in the same order.
func FiltersText(filters map[string]string) string {
	if len(filters) == 0 {
		return ""
	}
	text, err := json.Marshal(filters)
	if err != nil {
		panic(err) // texts always have a JSON
	}
	return string(text)
}

// ParseFilters reads what [FiltersText] wrote.
func ParseFilters(text string) (map[string]string, error) {
	if text == "" {
		return nil, nil
	}
	var filters map[string]string
	err := json.Unmarshal([]byte(text), &filters)
	return filters, err
}
