package exchange

import "campaigndesk/data"

// Verdict is what becomes of a row.
type Verdict int

// The verdicts.
const (
	New     Verdict = iota // makes a record
	Same                   // says nothing that is not stored already
	Changed                // changes a stored record
	Faulty                 // cannot be imported, for a reason
	verdicts
)

// Judged is a row with its verdict.
type Judged struct {
	Line    int
	Cells   []string
	Verdict Verdict
	Reason  error    // of a faulty row: a data.Message, its Field the ID of the field at fault
	Changes []Change // of a changed row
}

// Change is a field that a row changes. Values are texts, amounts, dates, yes or no, or the message of an option.
type Change struct {
	Field    string
	Old, New any
}

// Report says what an import does or did. Only the first rows of each verdict are kept, however large the file.
type Report struct {
	Counts [verdicts]int
	Rows   [verdicts][]Judged
	Codes  []NewCode // codes that did not exist and are created along with the rows
}

// NewCode is a code that rows name and that is created for them.
type NewCode struct {
	Table string // as [data.Table.Name] has it
	Code  string
}

// keptRows is how many rows of each verdict a report keeps.
const keptRows = 1000

// judgement is a verdict before it is joined with its row.
type judgement struct {
	verdict Verdict
	reason  data.Message
	changes []Change
}

func (r *Report) add(row Row, j judgement) {
	r.Counts[j.verdict]++
	if len(r.Rows[j.verdict]) >= keptRows {
		return
	}
	judged := Judged{Line: row.Line, Cells: row.Cells, Verdict: j.verdict, Changes: j.changes}
	if j.verdict == Faulty {
		judged.Reason = j.reason
	}
	r.Rows[j.verdict] = append(r.Rows[j.verdict], judged)
}
