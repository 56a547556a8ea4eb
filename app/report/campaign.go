package report

import (
	"iter"
	"strconv"

	"campaigndesk/app"
	"campaigndesk/data"
)

// CampaignDetails shows campaigns with their figures, their open segments, and what was logged (RP-1). The views choose
// the campaigns and, if they filter, the segments and entries below them.
func CampaignDetails(s *app.Session, campaigns, segments, entries data.View) (Report, error) {
	r := start(s, "report-campaign-details", listing{})
	r.Filters = append(filters(s, "", campaigns), append(filters(s, "segment", segments), filters(s, "report-campaign-entry", entries)...)...)
	list, err := data.Campaigns.Open(s.DB, campaigns)
	if err != nil {
		return r, err
	}
	r.Fields = append(tableOnly(r.columns("no", "description")),
		r.columns("starting-date", "ending-date", "salesperson-code", "status-code", "cost-lcy", "duration-min")...)
	r.Columns = r.columns("type", "no", "report-canceled", "date", "description", "salesperson-code", "report-lines-interactions", "cost-lcy", "duration-min")
	for i, width := range []float64{7, 9, 8, 9, 20, 9, 10, 10, 9} {
		r.Columns[i].Width = width
		r.Columns[i].Sum = i >= 6
	}
	minutes(r.Fields, len(r.Fields)-1)
	minutes(r.Columns, len(r.Columns)-1)
	r.Total = list.Len()
	r.Sections = sections(list, func(c data.Campaign) (Section, error) {
		figures, err := data.FiguresOfCampaign(s.DB, c.No, data.Period{})
		if err != nil {
			return Section{}, err
		}
		section := Section{
			Title:  titled(string(c.No), c.Description),
			Fields: []any{c.No, c.Description, c.StartingDate, c.EndingDate, c.SalespersonCode, c.StatusCode, figures.Cost, figures.Duration},
		}
		open, err := openSegments(s, c.No, segments)
		if err != nil {
			return section, err
		}
		logged, err := loggedEntries(s, c.No, entries)
		section.Groups = []Group{open, logged}
		return section, err
	})
	return r, nil
}

func openSegments(s *app.Session, campaign data.CampaignNo, view data.View) (Group, error) {
	group := Group{Caption: s.Texts.T("report-open-segments")}
	headers, err := data.SegmentHeaders.Select(s.DB, within(view, data.Equal("campaign_no", campaign)))
	for _, h := range headers {
		group.Rows = append(group.Rows, Row{Cells: []any{s.Texts.T("report-seg"), h.No, false, h.Date, h.Description, h.SalespersonCode, h.Lines, h.Cost, h.Duration}})
	}
	return group, err
}

// loggedEntries are the campaign entries by date, canceled ones among them (CE-8).
func loggedEntries(s *app.Session, campaign data.CampaignNo, view data.View) (Group, error) {
	group := Group{Caption: s.Texts.T("report-campaign-entries")}
	view = within(view, data.Equal("campaign_no", campaign))
	view.Sort = "date"
	entries, err := data.CampaignEntries.Select(s.DB, view)
	for _, e := range entries {
		description := e.Description
		if description == "" {
			description = s.Texts.T("report-single-interactions")
		}
		group.Rows = append(group.Rows, Row{Canceled: e.Canceled,
			Cells: []any{s.Texts.T("report-entry"), strconv.FormatInt(e.ID, 10), e.Canceled, e.Date, description, e.SalespersonCode, e.Interactions, e.Cost, e.Duration}})
	}
	return group, err
}

// minutes shows amounts of a column without decimals.
func minutes(columns []Column, i int) { columns[i].Places = 0 }

// within is the view with one more condition that nobody can lift.
func within(v data.View, fixed data.Cond) data.View {
	v.Fixed = append(v.Fixed[:len(v.Fixed):len(v.Fixed)], fixed)
	return v
}

// titled joins a number and a name.
func titled(no, name string) string {
	if name == "" {
		return no
	}
	return no + " · " + name
}

// sections turns the rows of a list into sections, as they are asked for.
func sections[T any](list *data.List[T], section func(T) (Section, error)) iter.Seq2[Section, error] {
	return func(yield func(Section, error) bool) {
		for row := range list.Len() {
			record, err := list.At(row)
			var s Section
			if err == nil {
				s, err = section(record)
			}
			if !yield(s, err) || err != nil {
				return
			}
		}
	}
}
