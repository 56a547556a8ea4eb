// Package report prints what a campaign is worked with: campaign details, contacts, cover sheets, labels and call sheets.
//
// A [Report] is data: captions, and sections with their fields and rows. [Report.Pages] lays it out on sheets of A4, which a
// window shows as a preview and [Report.WritePDF] draws; [Report.WriteCSV] and [Report.WriteXLSX] write the same cells as a
// table. The functions that collect a report read the company a page at a time while it is written. A PDF is in memory until it
// is complete and therefore has a limit; tables have none.
package report

import (
	"iter"

	"campaigndesk/app"
	"campaigndesk/app/text"
	"campaigndesk/data"
)

// Report is what is printed.
type Report struct {
	Title   string
	Company string    // whose report it is
	Author  string    // who printed it
	Day     data.Date // in the head of the pages
	Filters []string  // what the records were chosen by, a line each

	Fields  []Column // what each section says of its subject
	Columns []Column // of the rows of a section; none if sections have no rows
	Form    Form     // how sections stand on the paper

	Total    int // number of sections, for the progress
	Sections iter.Seq2[Section, error]

	texts *text.Catalogue
}

// Column is a field or a column.
type Column struct {
	Caption   string
	Width     float64 // of a column, in proportion to the others
	Places    int     // decimals of amounts
	Sum       bool    // a column whose amounts or whole numbers are added up
	TableOnly bool    // a field that spreadsheets need and the title or the address says on paper
}

// Section is one subject of a report: a campaign, a contact.
type Section struct {
	Under   string // what several sections in a row have in common, such as their segment; it begins a new page
	Title   string
	Address []string // the address block of a contact
	Fields  []any    // a cell per field of the report: data.Amount, data.Date, bool, int or string
	Groups  []Group
}

// Group is rows of one kind, added up under a line.
type Group struct {
	Caption string
	Rows    []Row
}

// Row is a cell per column.
type Row struct {
	Cells    []any
	Canceled bool // shown in grey and not added up
}

// start is a report without content, in the words of the session.
func start(s *app.Session, title string, form Form) Report {
	return Report{Title: s.Texts.T(title), Company: s.Setup.CompanyName, Author: string(s.Setup.SalespersonCode), Day: s.Today(), Form: form, texts: s.Texts}
}

// columns are captions of the catalogue as columns.
func (r *Report) columns(keys ...string) []Column {
	all := make([]Column, len(keys))
	for i, key := range keys {
		all[i] = Column{Caption: r.texts.T(key), Places: 2}
	}
	return all
}

// onPaper is the fields of a section that are printed, with their cells.
func (r *Report) onPaper(s Section) (fields []Column, cells []any) {
	for i, field := range r.Fields {
		if !field.TableOnly {
			fields, cells = append(fields, field), append(cells, s.Fields[i])
		}
	}
	return fields, cells
}

// tableOnly marks columns as not printed.
func tableOnly(columns []Column) []Column {
	for i := range columns {
		columns[i].TableOnly = true
	}
	return columns
}

// sum adds up the cells of a column, an amount or a whole number; nil if nothing can be added up.
func (g Group) sum(column int) any {
	var amount data.Amount
	var count int
	var total any
	for _, row := range g.Rows {
		if row.Canceled {
			continue
		}
		switch cell := row.Cells[column].(type) {
		case data.Amount:
			amount += cell
			total = amount
		case int:
			count += cell
			total = count
		}
	}
	return total
}
