package contact

import (
	"encoding/json"
	"os"
	"reflect"
	"strings"

	"campaigndesk/app"
	"campaigndesk/data"
)

// Export is everything that the company knows about one contact, for a person who asks for it: tables by name, each with its
// rows, in the words of the company file. Amounts are decimal numbers as text.
type Export map[string][]map[string]any

// ExportOf gathers everything about a contact (CO privacy rules).
func ExportOf(r data.Reader, no data.ContactNo) (Export, error) {
	export := Export{}
	owned := data.Equal("contact_no", no)
	for _, gather := range []func() error{
		func() error { return add(r, export, data.Contacts, data.Equal("no", no)) },
		func() error { return add(r, export, data.ContactBusinessRelations, owned) },
		func() error { return add(r, export, data.ContactIndustryGroups, owned) },
		func() error { return add(r, export, data.ContactMailingGroups, owned) },
		func() error { return add(r, export, data.ContactJobResponsibilities, owned) },
		func() error { return add(r, export, data.ProfileAnswers, owned) },
		func() error { return add(r, export, data.AltAddresses, owned) },
		func() error { return add(r, export, data.AltAddressRanges, owned) },
		func() error {
			return add(r, export, data.CommentLines, data.CommentsOn(data.CommentOnContact, string(no)))
		},
		func() error { return add(r, export, data.SegmentLines, owned) },
		func() error { return add(r, export, data.Interactions, owned) },
		func() error { return add(r, export, data.QuoteHeaders, owned) },
		func() error {
			return add(r, export, data.CampaignTargets, data.Equal("no", string(no)), data.Equal("type", data.TargetContact))
		},
		func() error { return add(r, export, data.Customers, data.Equal("primary_contact_no", no)) },
		func() error { return addOfRows(r, export, no) },
	} {
		if err := gather(); err != nil {
			return nil, err
		}
	}
	return export, nil
}

// WriteExport writes everything about a contact to a file, as JSON.
func WriteExport(s *app.Session, no data.ContactNo, path string) error {
	export, err := ExportOf(s.DB, no)
	if err != nil {
		return err
	}
	content, err := json.MarshalIndent(export, "", "  ")
	if err != nil {
		return err
	}
	if err := os.WriteFile(path, append(content, '\n'), 0o600); err != nil {
		return data.Msg("export-not-written", path, err.Error())
	}
	return nil
}

// addOfRows adds the comments on the contact's interactions and the lines of its quotes.
func addOfRows(r data.Reader, export Export, no data.ContactNo) error {
	interactions, err := data.Interactions.Select(r, data.View{Fixed: []data.Cond{data.Equal("contact_no", no)}})
	if err != nil {
		return err
	}
	for _, i := range interactions {
		if i.Comment {
			if err := add(r, export, data.CommentLines, data.CommentsOn(data.CommentOnInteraction, data.EntryText(i.ID))); err != nil {
				return err
			}
		}
	}
	quotes, err := data.QuoteHeaders.Select(r, data.View{Fixed: []data.Cond{data.Equal("contact_no", no)}})
	if err != nil {
		return err
	}
	for _, q := range quotes {
		if err := add(r, export, data.QuoteLines, data.Equal("quote_no", q.No)); err != nil {
			return err
		}
	}
	return nil
}

// add puts the rows of a table that meet the conditions into the export.
func add[T any](r data.Reader, export Export, table *data.Table[T], conditions ...data.Cond) error {
	rows, err := table.Select(r, data.View{Fixed: conditions})
	if err != nil {
		return err
	}
	for _, row := range rows {
		export[table.Name()] = append(export[table.Name()], columnsOf(reflect.ValueOf(row)))
	}
	return nil
}

// columnsOf are the columns of a record that say something.
func columnsOf(record reflect.Value) map[string]any {
	columns := map[string]any{}
	for i := range record.NumField() {
		name, _, _ := strings.Cut(record.Type().Field(i).Tag.Get("db"), ",")
		switch value := record.Field(i).Interface().(type) {
		case data.Amount:
			columns[name] = value.String()
		default:
			if !record.Field(i).IsZero() {
				columns[name] = value
			}
		}
	}
	return columns
}

// AskAnonymise says what making a person unknown means.
func AskAnonymise(s *app.Session, c data.Contact) *app.Question {
	return &app.Question{Text: data.Msg("anonymise-question", c.No, c.Name, s.Setup.JournalDays)}
}

// Anonymise makes a person unknown and keeps what counts: its number, company and history stay, so that no figure changes, and
// nothing tells who it was. It is blocked from then on (CO-60). Only a person that is on no open segment and no customer is
// taken. The journal keeps the old values for as long as Setup says, backups for as long as they are kept.
func Anonymise(s *app.Session, no data.ContactNo) error {
	c, err := data.Contacts.Get(s.DB, no)
	if err != nil {
		return err
	}
	use, err := data.UseOfContact(s.DB, no)
	switch {
	case err != nil:
		return err
	case c.Type != data.Person:
		return data.Msg("anonymise-only-persons", c.No)
	case c.CustomerNo != "" && c.CompanyNo == "":
		return data.Msg("anonymise-customer", c.No, c.CustomerNo)
	case use.Segments > 0:
		return data.Msg("contact-on-segments", c.No, use.Segments, use.Segment)
	}
	unknown := data.Contact{ID: c.ID, No: c.No, Type: c.Type, Name: s.Texts.T("anonymous-person"), CompanyNo: c.CompanyNo, CompanyName: c.CompanyName,
		SalespersonCode: c.SalespersonCode, TerritoryCode: c.TerritoryCode, CountryCode: c.CountryCode, LanguageCode: c.LanguageCode,
		NoSeries: c.NoSeries, ExcludeFromSegment: true, PrivacyBlocked: true}
	settleSearchName(&data.Contact{}, &unknown)
	Stamp(s, &unknown)
	return s.Write(data.Msg("contact-anonymised", c.No), func(tx *data.Tx) error {
		if err := data.ForgetPerson(tx, c.No); err != nil {
			return err
		}
		return data.Contacts.Update(tx, &unknown)
	})
}
