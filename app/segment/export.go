package segment

import (
	"iter"

	"campaigndesk/app"
	"campaigndesk/app/exchange"
	"campaigndesk/data"
)

// exported are the columns of Export Contacts (SG-58). The headings are a file format and therefore always English; Type and
// Correspondence Type are numbers. Telex is kept for programs that expect the column.
var exported = []struct {
	heading string
	cell    func(c *data.Contact) any
}{
	{"No.", func(c *data.Contact) any { return c.No }},
	{"External ID", func(c *data.Contact) any { return c.ExternalID }},
	{"Name", func(c *data.Contact) any { return c.Name }},
	{"Name 2", func(c *data.Contact) any { return c.Name2 }},
	{"Address", func(c *data.Contact) any { return c.Address }},
	{"Address 2", func(c *data.Contact) any { return c.Address2 }},
	{"County", func(c *data.Contact) any { return c.County }},
	{"Post Code", func(c *data.Contact) any { return c.PostCode }},
	{"City", func(c *data.Contact) any { return c.City }},
	{"Country/Region Code", func(c *data.Contact) any { return c.CountryCode }},
	{"Phone No.", func(c *data.Contact) any { return c.PhoneNo }},
	{"Telex No.", func(*data.Contact) any { return nil }},
	{"Fax No.", func(c *data.Contact) any { return c.FaxNo }},
	{"Telex Answer Back", func(*data.Contact) any { return nil }},
	{"Territory Code", func(c *data.Contact) any { return c.TerritoryCode }},
	{"Currency Code", func(c *data.Contact) any { return c.CurrencyCode }},
	{"Language Code", func(c *data.Contact) any { return c.LanguageCode }},
	{"Salesperson Code", func(c *data.Contact) any { return c.SalespersonCode }},
	{"VAT Registration No.", func(c *data.Contact) any { return c.VATRegistrationNo }},
	{"E-Mail", func(c *data.Contact) any { return c.EMail }},
	{"Home Page", func(c *data.Contact) any { return c.HomePage }},
	{"Type", func(c *data.Contact) any { return int(c.Type) }},
	{"Company Name", func(c *data.Contact) any { return c.CompanyName }},
	{"Company No.", func(c *data.Contact) any { return c.CompanyNo }},
	{"First Name", func(c *data.Contact) any { return c.FirstName }},
	{"Middle Name", func(c *data.Contact) any { return c.MiddleName }},
	{"Surname", func(c *data.Contact) any { return c.Surname }},
	{"Job Title", func(c *data.Contact) any { return c.JobTitle }},
	{"Initials", func(c *data.Contact) any { return c.Initials }},
	{"Extension No.", func(c *data.Contact) any { return c.ExtensionNo }},
	{"Mobile Phone No.", func(c *data.Contact) any { return c.MobilePhoneNo }},
	{"Pager", func(c *data.Contact) any { return c.Pager }},
	{"Organizational Level Code", func(c *data.Contact) any { return c.OrganizationalLevelCode }},
	{"Exclude from Segment", func(c *data.Contact) any { return c.ExcludeFromSegment }},
	{"Correspondence Type", func(c *data.Contact) any { return int(c.CorrespondenceType) }},
	{"Salutation Code", func(c *data.Contact) any { return c.SalutationCode }},
}

// readTogether is how many lines are read from the company at once.
const readTogether = 500

// ExportContacts is the table of a segment's contacts, one row per line with a contact in line order (SG-58, S:DV-20), for
// [exchange.WriteCSV], which makes texts harmless that a spreadsheet would run.
func ExportContacts(s *app.Session, no data.SegmentNo, progress app.Progress) (exchange.Export, error) {
	lines, err := data.SegmentLines.Select(s.DB, data.View{Fixed: []data.Cond{data.Equal("segment_no", no)}})
	if err != nil {
		return exchange.Export{}, err
	}
	table := exchange.Export{Name: string(no)}
	for _, column := range exported {
		table.Captions = append(table.Captions, column.heading)
	}
	table.Rows = func(yield func([]any, error) bool) {
		for done := 0; done < len(lines); done += readTogether {
			progress(done, len(lines))
			for cells, err := range contactsOnLines(s.DB, lines[done:min(done+readTogether, len(lines))]) {
				if !yield(cells, err) || err != nil {
					return
				}
			}
		}
	}
	return table, nil
}

// contactsOnLines are the cells of the contacts on some lines.
func contactsOnLines(r data.Reader, lines []data.SegmentLine) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		var codes []data.ContactNo
		for _, l := range lines {
			if l.ContactNo != "" {
				codes = append(codes, l.ContactNo)
			}
		}
		if codes == nil {
			return
		}
		contacts, err := data.OfCodes(r, data.Contacts, codes)
		if err != nil {
			yield(nil, err)
			return
		}
		byNo := make(map[data.ContactNo]*data.Contact, len(contacts))
		for i := range contacts {
			byNo[contacts[i].No] = &contacts[i]
		}
		for _, no := range codes {
			cells := make([]any, len(exported))
			for i, column := range exported {
				cells[i] = column.cell(byNo[no])
			}
			if !yield(cells, nil) {
				return
			}
		}
	}
}
