package windows

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"campaigndesk/app"
	"campaigndesk/app/interaction"
	"campaigndesk/app/report"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// The request window of a report: filters, label sheet, and what cover sheets say.

// printRequest is what is asked for.
type printRequest struct {
	Filters [3][7]string // by section and field
	Sheet   string       // name of the label sheet
	Used    int          // labels of the first sheet that are gone
	Sender  [4]string    // own address, kept between runs
	Text    [5]string    // of the cover sheet, not kept (RP-7)
	Remarks [6]bool
	Remark  string // one of the user's own
	Log     bool   // cover sheets are logged when they are printed
}

// filterSection is a table whose records a report chooses, with the fields that can be filtered by.
type filterSection struct {
	caption string
	fields  []filterField
}

type filterField struct {
	column, caption string
	lookup          func() page.Lookup // nil: none
	options         []string           // catalogue keys of an option
}

// The filters of the reports.

func campaignsFilters() filterSection {
	return filterSection{"campaign", []filterField{
		{"no", "no", campaignLookup, nil}, {"salesperson_code", "salesperson-code", salespersonLookup, nil},
		{"starting_date", "starting-date", nil, nil}, {"ending_date", "ending-date", nil, nil}, {"status_code", "status-code", statusLookup, nil}}}
}

func segmentsFilters() filterSection {
	return filterSection{"segment", []filterField{
		{"no", "no", nil, nil}, {"campaign_no", "campaign-no", campaignLookup, nil},
		{"salesperson_code", "salesperson-code", salespersonLookup, nil}, {"date", "date", nil, nil}}}
}

func entriesFilters() filterSection {
	return filterSection{"report-campaign-entry", []filterField{
		{"date", "date", nil, nil}, {"salesperson_code", "salesperson-code", salespersonLookup, nil}, {"canceled", "canceled", nil, []string{"answer-no", "answer-yes"}}}}
}

func contactsFilters() filterSection {
	return filterSection{"contact", []filterField{
		{"no", "no", contactLookup, nil}, {"search_name", "search-name", nil, nil}, {"type", "type", nil, []string{"company", "person"}},
		{"salesperson_code", "salesperson-code", salespersonLookup, nil}, {"post_code", "post-code", nil, nil},
		{"territory_code", "territory-code", territoryLookup, nil}, {"country_code", "country-region-code", nil, nil}}}
}

var (
	senderLines = []string{"sender-line-1", "sender-line-2", "sender-line-3", "sender-line-4"}
	textLines   = []string{"cover-text-1", "cover-text-2", "cover-text-3", "cover-text-4", "cover-text-5"}
	remarks     = []string{"remark-as-agreed", "remark-for-information", "remark-please-comment", "remark-please-sign", "remark-please-return", "remark-please-call"}
)

// view is what the filters of a section choose.
func (p *printout) view(section int) data.View {
	v := data.View{Filters: map[string]string{}, Options: map[string][]string{}, Env: p.s.FilterEnv()}
	for i, f := range p.sections[section].fields {
		if f.options != nil {
			for _, option := range f.options {
				v.Options[f.column] = append(v.Options[f.column], p.s.Texts.T(option))
			}
		}
		if expression := p.request.Filters[section][i]; expression != "" {
			v.Filters[f.column] = expression
		}
	}
	return v
}

// sheet is the label sheet asked for, the first one if that is none.
func (r *printRequest) sheet() report.LabelSheet {
	return report.LabelSheets[max(0, slices.IndexFunc(report.LabelSheets, func(l report.LabelSheet) bool { return l.Name == r.Sheet }))]
}

// coverSheet is what a cover sheet says.
func (r *printRequest) coverSheet(s *app.Session) report.CoverSheet {
	said := func(lines []string) []string {
		return slices.DeleteFunc(slices.Clone(lines), func(line string) bool { return line == "" })
	}
	sheet := report.CoverSheet{Sender: said(r.Sender[:]), Text: said(r.Text[:])}
	for i, key := range remarks {
		if r.Remarks[i] {
			sheet.Remarks = append(sheet.Remarks, s.Texts.T(key))
		}
	}
	if r.Remark != "" {
		sheet.Remarks = append(sheet.Remarks, r.Remark)
	}
	return sheet
}

func (p *printout) hasOptions() bool { return len(p.sections) > 0 || p.labels || p.covers }

// ask puts the request window before the user; after OK it calls then.
func (p *printout) ask(w *page.Window, then func()) error {
	request := p.request
	dialog := &page.Dialog[printRequest]{
		Title: data.Msg("report-request", data.Msg(p.name)), Record: &request, OK: "report-preview",
		Do: func(_ *page.Window, r *printRequest) error {
			asked := *p
			asked.request = *r
			if _, err := asked.collect(&asked); err != nil { // a fault in a filter
				return err
			}
			return p.remember(r)
		},
		Then: func(_ *page.Window, r *printRequest) {
			p.request = *r
			then()
		},
	}
	if p.labels {
		dialog.Fields = labelFields(p.s)
	}
	if p.covers {
		dialog.Fields = page.Fields[printRequest]{page.Check("log-cover-sheets", func(r *printRequest) *bool { return &r.Log }).
			EditableIf(func(*printRequest) bool { return interaction.CheckCoverSheets(p.s) == nil })} // IN-12
		dialog.Groups = coverGroups()
	}
	for i, section := range p.sections {
		fields := p.filterFields(i)
		if dialog.Fields == nil {
			dialog.Fields = fields
			continue
		}
		dialog.Groups = append(dialog.Groups, page.Group[printRequest]{Caption: section.caption, Fields: fields,
			Summary: func(r *printRequest) string { return joined(r.Filters[i][:]) }})
	}
	dialog.Show(w)
	return nil
}

// filterFields are the filters of a section.
func (p *printout) filterFields(section int) page.Fields[printRequest] {
	var fields page.Fields[printRequest]
	for i, f := range p.sections[section].fields {
		field := page.Filter(f.caption, func(r *printRequest) *string { return &r.Filters[section][i] })
		switch {
		case f.lookup != nil:
			field = field.Lookup(f.lookup())
		case f.options != nil:
			field = field.Lookup(page.LookupAmong(func() [][]string {
				var rows [][]string
				for _, option := range f.options {
					rows = append(rows, []string{p.s.Texts.T(option)})
				}
				return rows
			}, f.caption))
		}
		fields = append(fields, field)
	}
	return fields
}

// labelFields ask for the sheet of labels and how many of its first sheet are gone.
func labelFields(s *app.Session) page.Fields[printRequest] {
	type R = printRequest
	size := func(mm float64) string {
		return strings.Replace(strconv.FormatFloat(mm, 'f', -1, 64), ".", string(s.Locale.Decimal), 1)
	}
	return page.Fields[R]{
		page.Text("label-sheet", func(r *R) *string { return &r.Sheet }).
			Lookup(page.LookupAmong(func() [][]string {
				var rows [][]string
				for _, l := range report.LabelSheets {
					rows = append(rows, []string{l.Name, strconv.Itoa(l.Across) + " × " + strconv.Itoa(l.Down), size(l.Width) + " × " + size(l.Height) + " mm"})
				}
				return rows
			}, "label-sheet", "labels-on-sheet", "label-size")).
			Validate(func(r *R) error {
				if r.sheet().Name != r.Sheet {
					return data.Msg("no-such-label-sheet", r.Sheet)
				}
				return nil
			}),
		page.Number("labels-used", func(r *R) *int { return &r.Used }).Validate(func(r *R) error {
			if r.Used < 0 {
				return data.Msg("must-not-be-negative")
			}
			return nil
		}),
	}
}

// coverGroups ask for what cover sheets say: whom they are from, a text, and remarks to tick.
func coverGroups() []page.Group[printRequest] {
	type R = printRequest
	sender := page.Group[R]{Caption: "cover-sender", Summary: func(r *R) string { return joined(r.Sender[:]) }}
	for i, caption := range senderLines {
		sender.Fields = append(sender.Fields, page.Text(caption, func(r *R) *string { return &r.Sender[i] }))
	}
	text := page.Group[R]{Caption: "cover-text", Summary: func(r *R) string { return joined(r.Text[:]) }}
	for i, caption := range textLines {
		text.Fields = append(text.Fields, page.Text(caption, func(r *R) *string { return &r.Text[i] }))
	}
	ticked := page.Group[R]{Caption: "cover-remarks", Summary: func(r *R) string { return r.Remark }}
	for i, caption := range remarks {
		ticked.Fields = append(ticked.Fields, page.Check(caption, func(r *R) *bool { return &r.Remarks[i] }))
	}
	ticked.Fields = append(ticked.Fields, page.Text("remark-own", func(r *R) *string { return &r.Remark }))
	return []page.Group[R]{sender, text, ticked}
}

// joined is what was entered of several texts.
func joined(texts []string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(texts), func(text string) bool { return text == "" }), ", ")
}

// printState is what the sender and the label sheet are remembered by.
const printState = "printing"

// remembering is the report with what was asked for last time.
func remembering(p *printout) *printout {
	kept := func(name string) string {
		value, err := data.PageState(p.s.DB, printState, "", name)
		if err != nil {
			return "" // it is only an offer
		}
		return value
	}
	if p.request.Sheet = kept("label-sheet"); p.request.Sheet == "" {
		p.request.Sheet = report.LabelSheets[0].Name
	}
	for i, name := range senderLines {
		p.request.Sender[i] = kept(name)
	}
	return p
}

// remember keeps what is asked for the same way every time.
func (p *printout) remember(r *printRequest) error {
	keep := func(name, value string) error {
		return data.SetPageState(context.Background(), p.s.DB, printState, "", name, value)
	}
	if p.labels {
		return keep("label-sheet", r.Sheet)
	}
	if p.covers {
		for i, name := range senderLines {
			if err := keep(name, r.Sender[i]); err != nil {
				return err
			}
		}
	}
	return nil
}
