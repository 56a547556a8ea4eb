package windows

import (
	"errors"
	"strings"

	"campaigndesk/app"
	"campaigndesk/app/contact"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// merging is what the window that merges two contacts is about.
type merging struct {
	Kept, Merged         data.ContactNo
	KeptName, MergedName string
}

// MergeContacts shows two contacts beside each other, lets the user choose field by field which value stays, and makes one
// contact of them (CO-49f).
func MergeContacts(s *app.Session, kept, merged data.ContactNo) page.Page {
	type M = merging
	state := M{Kept: kept, Merged: merged}
	chosen := map[string]bool{} // by column: whether the duplicate's value is taken, where the user said so
	return &page.Card[M]{
		Name: "merge-contacts", Session: s, Key: string(kept),
		Title:   func(m *M) string { return string(m.Kept) },
		Watches: []string{data.Contacts.Name()},
		Load: func() (M, error) {
			state.KeptName, state.MergedName = contactName(s, state.Kept), contactName(s, state.Merged)
			return state, nil
		},
		Save: func(_ *page.Window, _, after *M) error {
			state = *after
			clear(chosen)
			return nil
		},
		Tabs: []page.Tab[M]{{Caption: "general", Fields: page.Fields[M]{
			page.Code("contact-to-keep", func(m *M) *data.ContactNo { return &m.Kept }).Required().Lookup(contactLookup()),
			page.Code("duplicate-contact-no", func(m *M) *data.ContactNo { return &m.Merged }).Required().Lookup(contactLookup()),
			page.Text("contact-name", func(m *M) *string { return &m.KeptName }).ReadOnly(),
			page.Text("duplicate-contact-name", func(m *M) *string { return &m.MergedName }).ReadOnly(),
		}}},
		Parts: []page.Part[M]{mergeFields(s, chosen)},
		Actions: []page.Action[M]{
			{Caption: "merge", Promoted: true, Primary: true, Enabled: func(m *M) bool { return m.Kept != "" && m.Merged != "" }, Do: func(w *page.Window, m *M) error {
				fields, err := mergeChoices(s, m, chosen)
				if err != nil {
					return err
				}
				w.Ask(app.Question{Text: data.Msg("merge-question", m.Merged, m.MergedName, m.Kept, m.KeptName)}, func(yes bool) {
					if !yes {
						return
					}
					if w.Noticed(contact.Merge(s, m.Kept, m.Merged, fields)) == nil {
						w.Open(contactCardOf(s, m.Kept))
						w.Close()
					}
				})
				return nil
			}},
			{Caption: "swap-contacts", Promoted: true, Do: func(w *page.Window, _ *M) error {
				state.Kept, state.Merged = state.Merged, state.Kept
				clear(chosen)
				w.Refresh()
				return nil
			}},
			{Caption: "contact", Promoted: true, Open: func(m *M) page.Page { return contactCardOf(s, m.Kept) }},
			{Caption: "duplicate-contact", Promoted: true, Open: func(m *M) page.Page { return contactCardOf(s, m.Merged) }},
		},
	}
}

// mergeFields are the fields in which the two differ, each with a tick where the duplicate's value is taken.
func mergeFields(s *app.Session, chosen map[string]bool) page.Part[merging] {
	type D = contact.Difference
	return &page.ListPart[merging, D]{
		Name: "fields-that-differ", Session: s,
		Rows:    func(m *merging) ([]D, error) { return mergeChoices(s, m, chosen) },
		Watches: []string{data.Contacts.Name()},
		Save: func(_ *page.Window, _ *merging, _, after *D) error {
			chosen[after.Column] = after.FromDuplicate
			return nil
		},
		Fields: page.Fields[D]{
			page.Calc("field", func(d *D) string { return s.Texts.T(captionOf(d.Column)) }).Width(24),
			page.Text("value-to-keep", func(d *D) *string { return &d.Kept }).ReadOnly().Width(32),
			page.Text("value-of-duplicate", func(d *D) *string { return &d.Merged }).ReadOnly().Width(32),
			page.Check("take-from-duplicate", func(d *D) *bool { return &d.FromDuplicate }).Width(20),
		},
		Empty: "fields-that-differ-empty",
	}
}

// mergeChoices are the differences with what the user chose; none while one of the contacts is missing.
func mergeChoices(s *app.Session, m *merging, chosen map[string]bool) ([]contact.Difference, error) {
	kept, err := data.Contacts.Get(s.DB, m.Kept)
	if err != nil {
		return nil, ignoreMissing(err)
	}
	merged, err := data.Contacts.Get(s.DB, m.Merged)
	if err != nil {
		return nil, ignoreMissing(err)
	}
	fields := contact.Differences(kept, merged)
	for i, f := range fields {
		if take, said := chosen[f.Column]; said {
			fields[i].FromDuplicate = take
		}
	}
	return fields, nil
}

// captions are the fields of contacts whose caption is not their column's name.
var captions = map[string]string{"country_code": "country-region-code"}

// captionOf is the caption of a contact's column.
func captionOf(column string) string {
	if caption := captions[column]; caption != "" {
		return caption
	}
	return strings.ReplaceAll(column, "_", "-")
}

// contactName is the name of the contact with a number, blank if there is none.
func contactName(s *app.Session, no data.ContactNo) string {
	c, err := data.Contacts.Get(s.DB, no)
	if err != nil {
		return ""
	}
	return c.Name
}

// ignoreMissing lets a page about a record that is gone show nothing.
func ignoreMissing(err error) error {
	if errors.Is(err, data.ErrNotFound) {
		return nil
	}
	return err
}
