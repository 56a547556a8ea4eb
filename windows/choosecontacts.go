package windows

import (
	"context"

	"campaigndesk/app"
	"campaigndesk/app/segment"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// The request windows Add Contacts, Reduce Contacts and Refine Contacts (UI-17, UI-18). Each says how many contacts would come or
// go before OK.

// sections is how many sections a request has, and fields how many filters the largest of them.
const (
	sections      = int(data.BusinessRelationSection) + 1
	sectionFields = 16
)

// contactRequest is what is asked for: the options, and a filter expression for each field of each section.
type contactRequest struct {
	AllowExisting, ExpandCompanies, AllowRelated, IgnoreExclusion, EntireCompanies bool

	Filters [sections][sectionFields]string
}

// criteria is what was asked for, as the rules want it.
func (f *contactRequest) criteria(action data.SegmentAction) segment.Criteria {
	c := segment.Criteria{Action: action, Filters: segment.Filters{}, AllowExisting: f.AllowExisting, ExpandCompanies: f.ExpandCompanies,
		AllowRelatedCompanies: f.AllowRelated, IgnoreExclusion: f.IgnoreExclusion, EntireCompanies: f.EntireCompanies}
	for _, section := range segment.Sections {
		for i, column := range segment.Columns(section) {
			if expr := f.Filters[section][i]; expr != "" {
				if c.Filters[section] == nil {
					c.Filters[section] = map[string]string{}
				}
				c.Filters[section][column.Name] = expr
			}
		}
	}
	return c
}

// entireCompanies is remembered between runs (SG-41).
const entireCompanies = "entire-companies"

// askContacts asks what is to be done with the contacts of a segment.
func askContacts(s *app.Session, w *page.Window, h *data.SegmentHeader, action data.SegmentAction) error {
	type F = contactRequest
	no, request := h.No, &F{}
	options := page.Fields[F]{
		page.Check("allow-existing-contacts", func(f *F) *bool { return &f.AllowExisting }),
		page.Check("expand-companies", func(f *F) *bool { return &f.ExpandCompanies }),
		page.Check("allow-related-companies", func(f *F) *bool { return &f.AllowRelated }),
		page.Check("ignore-exclusion", func(f *F) *bool { return &f.IgnoreExclusion }),
	}
	caption := map[data.SegmentAction]string{data.AddContactsAction: "add-contacts", data.ReduceAction: "reduce-contacts", data.RefineAction: "refine-contacts"}[action]
	title := data.Msg("add-contacts-to", no)
	if action != data.AddContactsAction {
		options = page.Fields[F]{page.Check("entire-companies", func(f *F) *bool { return &f.EntireCompanies })}
		title = map[data.SegmentAction]data.Message{data.ReduceAction: data.Msg("reduce-contacts-of", no), data.RefineAction: data.Msg("refine-contacts-of", no)}[action]
		kept, err := data.PageState(s.DB, "segment-card", "", entireCompanies)
		if err != nil {
			return err
		}
		request.EntireCompanies = kept != ""
	}
	(&page.Dialog[F]{
		Title: title, Record: request, OK: caption, Fields: options, Groups: contactSections(s),
		Count: func(f *F) (data.Message, error) {
			p, err := segment.Count(s, no, f.criteria(action))
			return foreseen(p), err
		},
		Then: func(w *page.Window, f *F) {
			if action != data.AddContactsAction {
				kept := ""
				if f.EntireCompanies {
					kept = entireCompanies
				}
				if err := data.SetPageState(context.Background(), s.DB, "segment-card", "", entireCompanies, kept); err != nil {
					w.Fail(err)
					return
				}
			}
			applyCriteria(s, w, no, f.criteria(action))
		},
	}).Show(w)
	return nil
}

// foreseen says what criteria would do.
func foreseen(p segment.Preview) data.Message {
	switch {
	case p.Action != data.AddContactsAction:
		return data.Msg("contacts-to-remove", p.Lines)
	case p.Blocked > 0:
		return data.Msg("contacts-to-add-without-blocked", p.Lines, p.Blocked)
	}
	return data.Msg("contacts-to-add", p.Lines)
}

// applyCriteria carries out criteria as a job that can be cancelled, and says what they did.
func applyCriteria(s *app.Session, w *page.Window, no data.SegmentNo, c segment.Criteria) {
	var done segment.Preview
	var notices []data.Message
	w.Job(data.Msg("segment-working"), func(ctx context.Context, _ app.Progress) (err error) {
		done, notices, err = segment.Apply(ctx, s, no, c)
		return err
	}, func() {
		if len(notices) == 0 {
			w.Tell(happened(done))
		}
		w.Noticed(notices, nil)
		if c.Action != data.AddContactsAction {
			offerToForget(s, w, no)
		}
	})
}

// happened says what criteria did.
func happened(p segment.Preview) data.Message {
	switch {
	case p.Action != data.AddContactsAction:
		return data.Msg("contacts-removed", p.Lines)
	case p.Blocked > 0:
		return data.Msg("contacts-added-without-blocked", p.Lines, p.Blocked)
	}
	return data.Msg("contacts-added", p.Lines)
}

// contactSections are the sections of a request, Contact open at first.
func contactSections(s *app.Session) []page.Group[contactRequest] {
	type F = contactRequest
	var groups []page.Group[F]
	for _, section := range segment.Sections {
		columns := segment.Columns(section)
		group := page.Group[F]{Caption: segment.SectionCaption(section), Open: section == data.ContactSection, Summary: func(f *F) string {
			c := f.criteria(data.AddContactsAction)
			return c.FiltersOf(s, section)
		}}
		for i, column := range columns {
			field := page.Filter(column.Caption, func(f *F) *string { return &f.Filters[section][i] }).
				Validate(func(f *F) error { return segment.CheckFilter(s, section, column.Name, f.Filters[section][i]) })
			if lookup, ok := filterLookup(s, section, column); ok {
				field = field.Lookup(lookup)
			}
			group.Fields = append(group.Fields, field)
		}
		groups = append(groups, group)
	}
	return groups
}

// filterLookup offers what can be in a filter field.
func filterLookup(s *app.Session, section data.Section, column segment.Column) (page.Lookup, bool) {
	if column.Options != nil {
		return page.LookupAmong(func() [][]string {
			var rows [][]string
			for _, key := range column.Options {
				if key != "" {
					rows = append(rows, []string{s.Texts.T(key)})
				}
			}
			return rows
		}, column.Caption), true
	}
	lookups := map[string]func() page.Lookup{"salesperson_code": salespersonLookup, "territory_code": territoryLookup, "organizational_level_code": organizationalLevelLookup,
		"mailing_group_code": mailingGroupLookup, "job_responsibility_code": jobResponsibilityLookup, "industry_group_code": industryGroupLookup,
		"business_relation_code": businessRelationLookup, "campaign_no": campaignLookup, "interaction_template_code": interactionTemplateLookup}
	switch {
	case section == data.ContactSection && column.Name == "no":
		return contactLookup(), true
	case column.Name == "questionnaire_code":
		return questionnaireLookup(func() ([]data.Questionnaire, error) { return data.Questionnaires.Select(s.DB, data.View{}) }), true
	case lookups[column.Name] != nil:
		return lookups[column.Name](), true
	}
	return page.Lookup{}, false
}

// offerToForget asks, after the last line of a segment went, whether its criteria are to be forgotten (SG-56).
func offerToForget(s *app.Session, w *page.Window, no data.SegmentNo) {
	q, err := segment.AskForget(s, no)
	if err != nil {
		w.Fail(err)
	}
	if q == nil {
		return
	}
	w.Ask(*q, func(yes bool) {
		if yes {
			if err := segment.Forget(s, no); err != nil {
				w.Fail(err)
			}
		}
	})
}
