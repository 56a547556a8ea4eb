package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/noseries"
	"campaigndesk/app/register"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// NumberSeries is the list of series that new records take their numbers from (CP section 3), edited in place.
func NumberSeries(s *app.Session) page.Page {
	type N = data.NoSeries
	return &page.Worksheet[N]{
		Name: "number-series", Session: s, Table: data.NoSeriesTable,
		Watches: []string{data.NoSeriesLines.Name()},
		New:     func(*N) N { return N{DefaultNos: true, ManualNos: true} },
		Delete:  func(_ *page.Window, rows []N) error { return register.Delete(s, data.NoSeriesTable, rows) },
		Fields: page.Fields[N]{
			page.Code("code", func(n *N) *data.NoSeriesCode { return &n.Code }),
			page.Text("description", func(n *N) *string { return &n.Description }).Width(26),
			page.Check("default-nos", func(n *N) *bool { return &n.DefaultNos }).Width(13),
			page.Check("manual-nos", func(n *N) *bool { return &n.ManualNos }).Width(11),
			page.Check("date-order", func(n *N) *bool { return &n.DateOrder }).Width(11),
			page.Calc("starting-no", func(n *N) string { return lineInUse(s, n.Code).StartingNo }).Width(12),
			page.Calc("last-no-used", func(n *N) string { return lineInUse(s, n.Code).LastNoUsed }).Width(14),
			page.Calc("ending-no", func(n *N) string { return lineInUse(s, n.Code).EndingNo }).Width(12),
		},
		Actions: []page.Action[N]{
			{Caption: "no-series-lines", Promoted: true, Key: "Ctrl+F7", Open: func(n *N) page.Page { return noSeriesLines(s, n.Code) }},
			{Caption: "no-series-relationships", Promoted: true, Open: func(n *N) page.Page { return noSeriesRelationships(s, n.Code) }},
		},
		Empty: "number-series-empty",
	}
}

// lineInUse is the line that gives a series' numbers on the work date, blank when there is none.
func lineInUse(s *app.Session, series data.NoSeriesCode) data.NoSeriesLine {
	line, err := noseries.LineOn(s.DB, series, s.WorkDate)
	if err != nil {
		return data.NoSeriesLine{}
	}
	return line
}

// noSeriesLines are the stretches of numbers of a series, edited in place (CP-43…45).
func noSeriesLines(s *app.Session, series data.NoSeriesCode) page.Page {
	type L = data.NoSeriesLine
	ofSeries := data.Equal("series_code", series)
	return &page.Worksheet[L]{
		Name: "no-series-lines", Session: s, Table: data.NoSeriesLines,
		Title:  func() string { return string(series) },
		View:   func() data.View { return data.View{Fixed: []data.Cond{ofSeries}} },
		New:    func(*L) L { return L{SeriesCode: series, IncrementBy: 1, Open: true} },
		Insert: func(_ *page.Window, l *L) error { return noseries.AddLine(s, l) },
		Save:   func(_ *page.Window, _, after *L) error { return noseries.SaveLine(s, after) },
		Delete: func(_ *page.Window, rows []L) error { return noseries.DeleteLines(s, series, rows) },
		Fields: page.Fields[L]{
			page.Date("starting-date", func(l *L) *data.Date { return &l.StartingDate }),
			page.Code("starting-no", func(l *L) *string { return &l.StartingNo }).Width(16),
			page.Code("ending-no", func(l *L) *string { return &l.EndingNo }).Width(16),
			page.Code("warning-no", func(l *L) *string { return &l.WarningNo }).Width(16),
			page.Number("increment-by-no", func(l *L) *int { return &l.IncrementBy }).Width(14),
			page.Code("last-no-used", func(l *L) *string { return &l.LastNoUsed }).Width(16),
			page.Date("last-date-used", func(l *L) *data.Date { return &l.LastDateUsed }).ReadOnly(),
			page.Check("line-open", func(l *L) *bool { return &l.Open }).ReadOnly(),
		},
		Empty: "no-series-lines-empty",
	}
}

// noSeriesRelationships are the series that may be chosen instead of one (CP-42), edited in place.
func noSeriesRelationships(s *app.Session, series data.NoSeriesCode) page.Page {
	type R = data.NoSeriesRelationship
	return &page.Worksheet[R]{
		Name: "no-series-relationships", Session: s, Table: data.NoSeriesRelationships,
		Title:  func() string { return string(series) },
		View:   func() data.View { return data.View{Fixed: []data.Cond{data.Equal("code", series)}} },
		New:    func(*R) R { return R{Code: series} },
		Delete: func(_ *page.Window, rows []R) error { return register.Delete(s, data.NoSeriesRelationships, rows) },
		Fields: page.Fields[R]{
			page.Code("series-code", func(r *R) *data.NoSeriesCode { return &r.SeriesCode }).Width(16).Lookup(noSeriesLookup()),
		},
		Empty: "no-series-relationships-empty",
	}
}
