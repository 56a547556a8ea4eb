package windows

import (
	"context"

	"campaigndesk/app"
	"campaigndesk/app/segment"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// contactFilters is what the request window Add Contacts asks for (UI-17): filter expressions on contacts, and the options.
type contactFilters struct {
	No, Name, Type, Salesperson, PostCode, City, Country, Territory, JobTitle string

	AllowExisting, ExpandCompanies, AllowRelated, IgnoreExclusion bool
}

// askContacts asks which contacts come into a segment, and says how many before OK.
func askContacts(s *app.Session, w *page.Window, h *data.SegmentHeader) error {
	type F = contactFilters
	dialog := &page.Dialog[F]{
		Title:  data.Msg("add-contacts-to", h.No),
		Record: &F{},
		OK:     "add-contacts",
		Fields: page.Fields[F]{
			page.Text("no-filter", func(f *F) *string { return &f.No }),
			page.Text("name-filter", func(f *F) *string { return &f.Name }),
			page.Text("type-filter", func(f *F) *string { return &f.Type }),
			page.Text("salesperson-code-filter", func(f *F) *string { return &f.Salesperson }),
			page.Text("post-code-filter", func(f *F) *string { return &f.PostCode }),
			page.Text("city-filter", func(f *F) *string { return &f.City }),
			page.Text("country-region-code-filter", func(f *F) *string { return &f.Country }),
			page.Text("territory-code-filter", func(f *F) *string { return &f.Territory }),
			page.Text("job-title-filter", func(f *F) *string { return &f.JobTitle }),
			page.Check("allow-existing-contacts", func(f *F) *bool { return &f.AllowExisting }),
			page.Check("expand-companies", func(f *F) *bool { return &f.ExpandCompanies }),
			page.Check("allow-related-companies", func(f *F) *bool { return &f.AllowRelated }),
			page.Check("ignore-exclusion", func(f *F) *bool { return &f.IgnoreExclusion }),
		},
		Count: func(f *F) (data.Message, error) {
			n, err := segment.Count(s, h.No, f.criteria())
			return data.Msg("contacts-to-add", n.Lines), err
		},
		Do: func(w *page.Window, f *F) error {
			done, notices, err := segment.Apply(context.Background(), s, h.No, f.criteria())
			if err == nil {
				w.Tell(data.Msg("contacts-added", done.Lines))
			}
			return w.Noticed(notices, err)
		},
	}
	dialog.Show(w)
	return nil
}

// criteria is what was asked for, as the rules want it.
func (f *contactFilters) criteria() segment.Criteria {
	filters := map[string]string{}
	for column, expr := range map[string]string{"no": f.No, "name": f.Name, "type": f.Type, "salesperson_code": f.Salesperson,
		"post_code": f.PostCode, "city": f.City, "country_code": f.Country, "territory_code": f.Territory, "job_title": f.JobTitle} {
		if expr != "" {
			filters[column] = expr
		}
	}
	return segment.Criteria{Action: data.AddContactsAction, Filters: segment.Filters{data.ContactSection: filters},
		AllowExisting: f.AllowExisting, ExpandCompanies: f.ExpandCompanies, AllowRelatedCompanies: f.AllowRelated, IgnoreExclusion: f.IgnoreExclusion}
}
