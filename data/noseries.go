package data

// NoSeries is a series of numbers for new records (CP section 3).
type NoSeries struct {
	ID          int64        `db:"id"`
	Code        NoSeriesCode `db:"code,code=20"`
	Description string       `db:"description,text=100"`
	DefaultNos  bool         `db:"default_nos"` // numbers may be given automatically (CP-40)
	ManualNos   bool         `db:"manual_nos"`  // numbers may be typed (CP-46)
	DateOrder   bool         `db:"date_order"`  // numbers follow the work date (CP-47)
}

// NoSeriesLine is a stretch of numbers of a series from a date on.
type NoSeriesLine struct {
	ID           int64        `db:"id"`
	SeriesCode   NoSeriesCode `db:"series_code,code=20"`
	LineNo       int          `db:"line_no"`
	StartingDate Date         `db:"starting_date"`
	StartingNo   string       `db:"starting_no,code=20"`
	EndingNo     string       `db:"ending_no,code=20"`
	WarningNo    string       `db:"warning_no,code=20"` // from here on a warning is shown (CP-45)
	IncrementBy  int          `db:"increment_by"`       // at least 1
	LastNoUsed   string       `db:"last_no_used,code=20"`
	LastDateUsed Date         `db:"last_date_used"`
	Open         bool         `db:"open"` // closes when the ending number is reached (CP-45)
}

// NoSeriesRelationship lets a second series be chosen instead of the first (CP-42).
type NoSeriesRelationship struct {
	ID         int64        `db:"id"`
	Code       NoSeriesCode `db:"code,code=20"`
	SeriesCode NoSeriesCode `db:"series_code,code=20"`
}

// The tables of number series. Taking a number leaves no trace in the journal: a number taken is never given again (CP-48).
var (
	NoSeriesTable         = newTable[NoSeries]("no_series", "code", "", nil)
	NoSeriesLines         = newTable[NoSeriesLine]("no_series_line", "series_code line_no", "", nil)
	NoSeriesRelationships = newTable[NoSeriesRelationship]("no_series_relationship", "code series_code", "", nil)
)

// UseNo keeps what taking a number changed on a line: the last number and date used, and whether the line is still open.
// It changes nothing else, so that undoing a command does not give the number back.
func UseNo(tx *Tx, line NoSeriesLine) error {
	var day any
	if line.LastDateUsed != "" {
		day = string(line.LastDateUsed)
	}
	_, err := tx.exec("UPDATE no_series_line SET last_no_used=?, last_date_used=?, open=? WHERE id=?", line.LastNoUsed, day, line.Open, line.ID)
	return err
}
