package report

import (
	"context"
	"slices"

	"campaigndesk/app"
	"campaigndesk/app/exchange"
)

// WriteCSV writes the report as delimited text in place of path, complete or not at all.
func (r Report) WriteCSV(ctx context.Context, path string, style exchange.CSVStyle, progress app.Progress) error {
	return exchange.WriteCSV(path, r.table(ctx, progress), style)
}

// WriteXLSX writes the report as a workbook in place of path, complete or not at all.
func (r Report) WriteXLSX(ctx context.Context, path string, progress app.Progress) error {
	return exchange.WriteXLSX(path, r.table(ctx, progress))
}

// table is the report as one table that a spreadsheet can sort and sum: the fields of a section are
// repeated on each of its rows. Sums are left to the spreadsheet.
func (r Report) table(ctx context.Context, progress app.Progress) exchange.Export {
	r.Sections = r.watched(ctx, progress)
	return exchange.Export{Name: r.Title, Captions: r.captions(), Rows: func(yield func([]any, error) bool) {
		for section, err := range r.Sections {
			if err != nil {
				yield(nil, err)
				return
			}
			for _, row := range r.rows(section) {
				if !yield(row, nil) {
					return
				}
			}
		}
	}}
}

func (r Report) captions() []string {
	var all []string
	for _, field := range r.Fields {
		all = append(all, field.Caption)
	}
	for _, column := range r.Columns {
		caption := column.Caption
		if slices.Contains(all[:len(r.Fields)], caption) { // a spreadsheet needs to tell them apart
			caption = r.texts.T("report-of-row", caption)
		}
		all = append(all, caption)
	}
	return all
}

func (r Report) rows(s Section) [][]any {
	fields := slices.Clip(s.Fields)
	if len(r.Columns) == 0 {
		return [][]any{fields}
	}
	var all [][]any
	for _, group := range s.Groups {
		for _, row := range group.Rows {
			all = append(all, append(fields, row.Cells...))
		}
	}
	if all == nil { // a section without rows is in the table, too
		all = append(all, append(fields, make([]any, len(r.Columns))...))
	}
	return all
}
