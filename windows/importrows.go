package windows

import (
	"errors"
	"slices"
	"strings"

	"campaigndesk/app/exchange"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// judgedRow is a row of the file with what becomes of it.
type judgedRow struct {
	Line    int
	Verdict exchange.Verdict
	Says    string
	Cells   string
}

// shownRows is the verdict of the rows shown, or all of them.
type shownRows int

const allRows shownRows = -1

var (
	verdictCaptions = map[exchange.Verdict]string{exchange.New: "row-new", exchange.Same: "row-same", exchange.Changed: "row-changed", exchange.Faulty: "row-faulty"}
	verdictTones    = map[exchange.Verdict]page.Tone{exchange.New: page.Good, exchange.Same: page.Muted, exchange.Changed: page.Warning, exchange.Faulty: page.Bad}
)

// judged are the rows of the last check that are to be shown, in the order of the file.
func (i *importing) judged() []judgedRow {
	if i.report == nil {
		return nil
	}
	var rows []judgedRow
	for verdict, judged := range i.report.Rows {
		if i.shown != allRows && i.shown != shownRows(verdict) {
			continue
		}
		for _, j := range judged {
			rows = append(rows, judgedRow{Line: j.Line, Verdict: j.Verdict, Says: i.says(&j), Cells: strings.Join(j.Cells, " · ")})
		}
	}
	slices.SortFunc(rows, func(a, b judgedRow) int { return a.Line - b.Line })
	return rows
}

// says is why a row is faulty, or what it changes.
func (i *importing) says(j *exchange.Judged) string {
	t := i.s.Texts
	if j.Verdict == exchange.Faulty {
		var reason data.Message
		if errors.As(j.Reason, &reason) && reason.Field != "" {
			return t.T("fault-at-field", data.Msg(reason.Field), reason)
		}
		return t.Error(j.Reason)
	}
	var changes []string
	for _, c := range j.Changes {
		changes = append(changes, t.T("field-changes", data.Msg(c.Field), c.Old, c.New))
	}
	return strings.Join(changes, "; ")
}
