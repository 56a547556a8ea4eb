package segment

import (
	"campaigndesk/app"
	"campaigndesk/data"
)

// Filters are the filter expressions of each section: column → expression.
type Filters map[data.Section]map[string]string

// Criteria are what Add Contacts, Reduce or Refine is done with, and what is kept of it (SG-47).
type Criteria struct {
	Action  data.SegmentAction
	Filters Filters

	AllowExisting         bool // Add: contacts that are on a line already come again (SG-35)
	ExpandCompanies       bool // Add: with each contact its whole company (SG-36)
	AllowRelatedCompanies bool // Add: with each person its company (SG-37)
	IgnoreExclusion       bool // Add: also contacts that are left out of segments (SG-38)
	EntireCompanies       bool // Reduce and Refine: companies as a whole (SG-43)
}

// view is a section's filters as the data want them, read as the user writes. Extra are further conditions.
func (c *Criteria) view(s *app.Session, section data.Section, extra ...data.Cond) data.View {
	v := data.View{Fixed: extra, Filters: c.Filters[section], Env: s.FilterEnv(), Options: map[string][]string{}}
	for _, column := range Columns(section) {
		if column.Options == nil {
			continue
		}
		captions := make([]string, len(column.Options))
		for i, key := range column.Options {
			if key != "" {
				captions[i] = s.Texts.T(key)
			}
		}
		v.Options[column.Name] = captions
	}
	return v
}

// CheckFilter refuses a filter that cannot be read, as soon as it is entered.
func CheckFilter(s *app.Session, section data.Section, column, expr string) error {
	var c Criteria
	return data.CheckSectionFilter(section, column, expr, c.view(s, section))
}

// related are the sections other than Contact that have filters.
func (c *Criteria) related(s *app.Session) data.Related {
	related := data.Related{}
	for section, filters := range c.Filters {
		if section != data.ContactSection && section != data.ItemSalesSection && len(filters) > 0 {
			related[section] = c.view(s, section)
		}
	}
	return related
}

func (c *Criteria) choice(s *app.Session, action int) data.ContactChoice {
	return data.ContactChoice{View: c.view(s, data.ContactSection), Related: c.related(s), AllowExisting: c.AllowExisting, ExpandCompanies: c.ExpandCompanies,
		AllowRelatedCompanies: c.AllowRelatedCompanies, IgnoreExclusion: c.IgnoreExclusion, ActionNo: action}
}

func (c *Criteria) removal(s *app.Session, action int) data.Removal {
	return data.Removal{View: c.view(s, data.ContactSection), Related: c.related(s), EntireCompanies: c.EntireCompanies,
		Refine: c.Action == data.RefineAction, ActionNo: action}
}

// record keeps criteria with a segment: an action, and a line of filters per section that has any (SG-40, SG-46). It returns the
// number of the action, which the history of its lines has (SG-49).
func record(tx *data.Tx, no data.SegmentNo, c Criteria) (action int, err error) {
	lines, err := data.SegmentCriteriaLines.Select(tx, data.View{Fixed: []data.Cond{data.Equal("segment_no", no)}})
	if err != nil {
		return 0, err
	}
	last := 0
	for _, l := range lines {
		last = l.LineNo
		if l.Type == data.CriteriaAction {
			action++
		}
	}
	for i, l := range c.lines() {
		l.SegmentNo, l.LineNo = no, last+1+i
		if err := data.SegmentCriteriaLines.Insert(tx, &l); err != nil {
			return 0, err
		}
	}
	return action + 1, nil
}

// lines are the criteria as they are kept: the action, then the sections in their order.
func (c *Criteria) lines() []data.SegmentCriteriaLine {
	all := []data.SegmentCriteriaLine{{Type: data.CriteriaAction, Action: c.Action, AllowExisting: c.AllowExisting, ExpandCompanies: c.ExpandCompanies,
		AllowRelatedCompanies: c.AllowRelatedCompanies, IgnoreExclusion: c.IgnoreExclusion, EntireCompanies: c.EntireCompanies}}
	for section := data.ContactSection; section <= data.ItemSalesSection; section++ {
		if filters := c.Filters[section]; len(filters) > 0 {
			all = append(all, data.SegmentCriteriaLine{Type: data.CriteriaFilter, Section: section, Filters: data.FiltersText(filters)})
		}
	}
	return all
}

// criteriaOf reads kept lines as the criteria of each action, in order (the inverse of lines).
func criteriaOf(lines []data.SegmentCriteriaLine) ([]Criteria, error) {
	var all []Criteria
	for _, l := range lines {
		if l.Type == data.CriteriaAction {
			all = append(all, Criteria{Action: l.Action, Filters: Filters{}, AllowExisting: l.AllowExisting, ExpandCompanies: l.ExpandCompanies,
				AllowRelatedCompanies: l.AllowRelatedCompanies, IgnoreExclusion: l.IgnoreExclusion, EntireCompanies: l.EntireCompanies})
			continue
		}
		filters, err := data.ParseFilters(l.Filters)
		if err != nil || len(all) == 0 {
			return nil, data.Msg("segment-criteria-damaged", l.LineNo)
		}
		all[len(all)-1].Filters[l.Section] = filters
	}
	return all, nil
}

// CriteriaOf reads what was done to a segment, in order.
func CriteriaOf(r data.Reader, no data.SegmentNo) ([]Criteria, error) {
	lines, err := data.SegmentCriteriaLines.Select(r, data.View{Fixed: []data.Cond{data.Equal("segment_no", no)}})
	if err != nil {
		return nil, err
	}
	return criteriaOf(lines)
}

// Column is a filter field of a section.
type Column struct {
	Name    string   // of the table's column
	Caption string   // catalogue key
	Options []string // catalogue keys of an option's values, "" for the blank one; nil: no option
	More    bool     // not among the preset fields of the section (SG-32)
}

// Sections are those that can be filled in, in the order of the request windows (SG-32).
var Sections = []data.Section{data.ContactSection, data.ProfileAnswerSection, data.MailingGroupSection, data.InteractionSection,
	data.JobResponsibilitySection, data.IndustryGroupSection, data.BusinessRelationSection}

// SectionCaption is the catalogue key of a section's name (SG-52).
func SectionCaption(section data.Section) string {
	return []string{"contact", "contact-profile-answer", "contact-mailing-group", "interaction-log-entry", "contact-job-responsibility",
		"contact-industry-group", "contact-business-relation", "item-sales"}[section]
}

// Columns are the filter fields of a section: the preset ones of SG-32 first, then further ones that are asked for often.
func Columns(section data.Section) []Column {
	switch section {
	case data.ContactSection:
		return []Column{{Name: "no", Caption: "no"}, {Name: "search_name", Caption: "search-name"}, {Name: "type", Caption: "type", Options: []string{"company", "person"}},
			{Name: "salesperson_code", Caption: "salesperson-code"}, {Name: "post_code", Caption: "post-code"}, {Name: "country_code", Caption: "country-region-code"},
			{Name: "territory_code", Caption: "territory-code"}, {Name: "name", Caption: "name", More: true}, {Name: "city", Caption: "city", More: true},
			{Name: "company_name", Caption: "company-name", More: true}, {Name: "job_title", Caption: "job-title", More: true},
			{Name: "organizational_level_code", Caption: "organizational-level-code", More: true}, {Name: "language_code", Caption: "language-code", More: true},
			{Name: "correspondence_type", Caption: "correspondence-type", Options: correspondences, More: true}, {Name: "e_mail", Caption: "e-mail", More: true}}
	case data.ProfileAnswerSection:
		return []Column{{Name: "questionnaire_code", Caption: "profile-questionnaire-code"}, {Name: "line_no", Caption: "line-no"}}
	case data.MailingGroupSection:
		return []Column{{Name: "mailing_group_code", Caption: "mailing-group-code"}}
	case data.InteractionSection:
		return []Column{{Name: "date", Caption: "date"}, {Name: "segment_no", Caption: "segment-no"}, {Name: "campaign_no", Caption: "campaign-no"},
			{Name: "evaluation", Caption: "evaluation", Options: []string{"", "very-positive", "positive", "neutral", "negative", "very-negative"}},
			{Name: "interaction_template_code", Caption: "interaction-template-code"}, {Name: "salesperson_code", Caption: "salesperson-code"},
			{Name: "logged_segment_no", Caption: "logged-segment-entry-no", More: true}, {Name: "campaign_response", Caption: "campaign-response", More: true},
			{Name: "campaign_target", Caption: "campaign-target", More: true}}
	case data.JobResponsibilitySection:
		return []Column{{Name: "job_responsibility_code", Caption: "job-responsibility-code"}}
	case data.IndustryGroupSection:
		return []Column{{Name: "industry_group_code", Caption: "industry-group-code"}}
	case data.BusinessRelationSection:
		return []Column{{Name: "business_relation_code", Caption: "business-relation-code"}}
	}
	return nil
}

var correspondences = []string{"", "hard-copy", "email"}

// Told is one line of criteria in words: an action with its options, or the filters of a section below it (SG-52).
type Told struct {
	Action   int // number of the action it belongs to
	Indented bool
	What     data.Message
	How      string // options or filters
}

// Tell puts criteria into words, in the language of the session (SG-52).
func Tell(s *app.Session, all []Criteria) []Told {
	var told []Told
	for i, c := range all {
		told = append(told, Told{Action: i + 1, What: data.Msg(actionCaption(c.Action)), How: c.options(s)})
		for section := data.ContactSection; section <= data.ItemSalesSection; section++ {
			if len(c.Filters[section]) > 0 {
				told = append(told, Told{Action: i + 1, Indented: true, What: data.Msg(SectionCaption(section)), How: c.FiltersOf(s, section)})
			}
		}
	}
	return told
}

func actionCaption(action data.SegmentAction) string {
	return []string{"criteria-add-contacts", "criteria-add-contacts", "remove-contacts-reduce", "remove-contacts-refine"}[action]
}

// options lists the options that are on.
func (c *Criteria) options(s *app.Session) string {
	var on []data.Message
	for _, o := range []struct {
		set     bool
		caption string
	}{{c.AllowExisting, "allow-existing-contacts"}, {c.ExpandCompanies, "expand-companies"}, {c.AllowRelatedCompanies, "allow-related-companies"},
		{c.IgnoreExclusion, "ignore-exclusion"}, {c.EntireCompanies, "entire-companies"}} {
		if o.set {
			on = append(on, data.Msg(o.caption))
		}
	}
	if on == nil {
		return ""
	}
	return s.Texts.Message(list(on))
}

// FiltersOf are a section's filters in words, "Type: Person and City: Lund", blank when it has none.
func (c *Criteria) FiltersOf(s *app.Session, section data.Section) string {
	var parts []data.Message
	for _, column := range Columns(section) {
		if expr, ok := c.Filters[section][column.Name]; ok {
			parts = append(parts, data.Msg("filter-told", data.Msg(column.Caption), expr))
		}
	}
	if parts == nil {
		return data.FiltersText(c.Filters[section]) // of a section or field that only imported criteria have
	}
	return s.Texts.Message(list(parts))
}
