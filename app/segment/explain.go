package segment

import (
	"errors"
	"fmt"

	"campaigndesk/app"
	"campaigndesk/data"
)

// Explanation says why a contact is on a segment or is not.
type Explanation struct {
	Contact data.Contact
	On      bool
	Reasons []data.Message // the decisive one first
}

// Explain says for a contact on a segment which action brought it, and by what; for one that is left out which action took it
// away, or for each Add Contacts what it does not meet.
func Explain(s *app.Session, no data.SegmentNo, contact data.ContactNo) (Explanation, error) {
	var e Explanation
	var err error
	if contact == "" {
		return e, data.Msg("contact-missing", contact).At("contact_no")
	}
	if e.Contact, err = contactOf(s.DB, contact); err != nil {
		return e, err
	}
	lines, err := data.SegmentLines.Count(s.DB, data.View{Fixed: []data.Cond{data.Equal("segment_no", no), data.Equal("contact_no", contact)}})
	if err != nil {
		return e, err
	}
	e.On = lines > 0
	all, err := CriteriaOf(s.DB, no)
	if err != nil {
		return e, err
	}
	action, taken, err := data.WasOnSegment(s.DB, no, contact)
	if err != nil {
		return e, err
	}
	known := action > 0 && action <= len(all)
	switch {
	case e.On && known && taken == data.Insertion:
		e.Reasons, err = whyIn(s, action, &all[action-1], contact)
	case e.On:
		e.Reasons = []data.Message{data.Msg("explain-in-unknown")}
	case known && taken == data.Deletion:
		e.Reasons = []data.Message{data.Msg("explain-removed", action, data.Msg(actionCaption(all[action-1].Action))), inWords(s, &all[action-1])}
	default:
		e.Reasons, err = whyOut(s, no, all, &e.Contact)
	}
	return e, err
}

// inWords is what criteria ask for, in one line.
func inWords(s *app.Session, c *Criteria) data.Message {
	var parts []data.Message
	for section := data.ContactSection; section <= data.ItemSalesSection; section++ {
		if len(c.Filters[section]) > 0 {
			parts = append(parts, data.Msg("filter-told", data.Msg(SectionCaption(section)), c.FiltersOf(s, section)))
		}
	}
	if options := c.options(s); options != "" {
		parts = append(parts, data.Msg("explain-options", options))
	}
	if parts == nil {
		return data.Msg("explain-no-filters")
	}
	return list(parts)
}

// whyIn names the action that brought a contact: it met the filters itself, or came with its company.
func whyIn(s *app.Session, action int, c *Criteria, contact data.ContactNo) ([]data.Message, error) {
	missed, err := missed(s, c, contact)
	if err != nil {
		return nil, err
	}
	how := data.Msg("explain-in-itself", action)
	if missed != nil {
		how = data.Msg("explain-in-before", action) // met then, not now
		if c.ExpandCompanies || c.AllowRelatedCompanies {
			how = data.Msg("explain-in-company", action)
		}
	}
	return []data.Message{how, inWords(s, c)}, nil
}

// whyOut names for each Add Contacts what a contact did not meet.
func whyOut(s *app.Session, no data.SegmentNo, all []Criteria, contact *data.Contact) ([]data.Message, error) {
	var reasons []data.Message
	if contact.PrivacyBlocked {
		reasons = append(reasons, data.Msg("explain-blocked"))
	}
	for i, c := range all {
		if c.Action != data.AddContactsAction {
			continue
		}
		missed, err := missed(s, &c, contact.No)
		switch {
		case err != nil:
			return nil, err
		case missed != nil && !c.ExpandCompanies:
			reasons = append(reasons, data.Msg("explain-out", i+1, list(missed)))
		case missed != nil:
			reasons = append(reasons, data.Msg("explain-out-company", i+1, list(missed)))
		case contact.ExcludeFromSegment && !c.IgnoreExclusion:
			reasons = append(reasons, data.Msg("explain-excluded", i+1))
		case !contact.PrivacyBlocked:
			reasons = append(reasons, data.Msg("explain-meets-now", i+1)) // has changed since
		}
	}
	if reasons == nil {
		reasons = []data.Message{data.Msg("explain-nothing-added", no)}
	}
	return reasons, nil
}

// missed lists the filters of criteria that a contact does not meet now, in words.
func missed(s *app.Session, c *Criteria, contact data.ContactNo) ([]data.Message, error) {
	var parts []data.Message
	for section, filters := range sorted(c.Filters) {
		for _, column := range Columns(section) {
			expr, ok := filters[column.Name]
			if !ok || section != data.ContactSection {
				continue
			}
			one := Criteria{Filters: Filters{section: {column.Name: expr}}}
			met, err := meets(s, &one, contact)
			if err != nil {
				return nil, unreadable(err)
			}
			if !met {
				parts = append(parts, data.Msg("filter-told", data.Msg(column.Caption), expr))
			}
		}
		if section == data.ContactSection || len(filters) == 0 {
			continue
		}
		one := Criteria{Filters: Filters{section: filters}} // one row must pass all filters of such a section (SG-33)
		met, err := meets(s, &one, contact)
		if err != nil {
			return nil, unreadable(err)
		}
		if !met {
			parts = append(parts, data.Msg("filter-told", data.Msg(SectionCaption(section)), one.FiltersOf(s, section)))
		}
	}
	return parts, nil
}

// sorted goes through filters in the order of the sections.
func sorted(filters Filters) func(yield func(data.Section, map[string]string) bool) {
	return func(yield func(data.Section, map[string]string) bool) {
		for _, section := range Sections {
			if !yield(section, filters[section]) {
				return
			}
		}
	}
}

// meets reports whether a contact passes criteria's filters, whatever else would keep it out.
func meets(s *app.Session, c *Criteria, contact data.ContactNo) (bool, error) {
	choice := data.ContactChoice{View: c.view(s, data.ContactSection, data.Equal("no", contact)), Related: c.related(s), AllowExisting: true, IgnoreExclusion: true}
	usable, err := data.CountContacts(s.DB, "", choice)
	if err != nil {
		return false, err
	}
	blocked, err := data.CountBlockedContacts(s.DB, "", choice)
	return usable+blocked > 0, err
}

// unreadable says that a kept filter cannot be read as the program is set now.
func unreadable(err error) error {
	var fault data.Message
	if errors.As(err, &fault) {
		return data.Msg("explain-unreadable", fault)
	}
	return fmt.Errorf("explain: %w", err)
}
