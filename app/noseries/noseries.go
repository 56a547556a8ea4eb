// Package noseries gives new records their numbers from number series (CP section 3): campaigns, segments, contacts,
// quotes and every other record whose series is named in Setup.
package noseries

import (
	"errors"
	"slices"
	"strings"

	"campaigndesk/data"
)

// Next takes the next number of a series for the work date (CP-40…48). The number is used up at once and is not given back
// by undo. A warning comes with the number when the series runs out soon (CP-45). Refusals are messages at column "no".
func Next(tx *data.Tx, series data.NoSeriesCode, workDate data.Date) (no string, warning *data.Message, err error) {
	found, err := automatic(tx, series)
	if err != nil {
		return "", nil, err
	}
	line, err := LineOn(tx, series, workDate)
	if err != nil {
		return "", nil, err
	}
	if found.DateOrder && workDate < line.LastDateUsed {
		return "", nil, data.Msg("no-series-date-order", series, line.LastDateUsed).At("no")
	}
	if no, err = following(line); err != nil {
		return "", nil, err
	}
	if line.WarningNo != "" && compare(no, line.WarningNo) >= 0 {
		w := data.Msg("no-series-nearly-used-up", series, no, line.EndingNo)
		warning = &w
	}
	line.LastNoUsed, line.LastDateUsed, line.Open = no, workDate, goesOn(line, no)
	return no, warning, data.UseNo(tx, line)
}

// NextFree takes numbers of a series until one is not taken by an existing record (CO-1): imports and typed numbers may
// have run ahead of the series.
func NextFree(tx *data.Tx, series data.NoSeriesCode, workDate data.Date, taken func(no string) (bool, error)) (no string, warning *data.Message, err error) {
	for {
		if no, warning, err = Next(tx, series, workDate); err != nil {
			return "", nil, err
		}
		if used, err := taken(no); err != nil || !used {
			return no, warning, err
		}
	}
}

// CheckManual refuses a typed number when the series of Setup does not allow it (CP-46, M-24). Without a series every
// number may be typed.
func CheckManual(r data.Reader, series data.NoSeriesCode) error {
	if series == "" {
		return nil
	}
	found, err := data.NoSeriesTable.Get(r, series)
	if err != nil {
		return missing(err, series)
	}
	if !found.ManualNos {
		return data.Msg("m24-numbers-not-typed").At("no")
	}
	return nil
}

// Related lists the series among which the assist button of a number lets choose: the one of Setup first, then those
// related to it (CP-42).
func Related(r data.Reader, series data.NoSeriesCode) ([]data.NoSeries, error) {
	own, err := data.NoSeriesTable.Get(r, series)
	if err != nil {
		return nil, missing(err, series)
	}
	relations, err := data.NoSeriesRelationships.Select(r, data.View{Fixed: []data.Cond{data.Equal("code", series)}})
	if err != nil {
		return nil, err
	}
	choice := []data.NoSeries{own}
	for _, relation := range relations {
		other, err := data.NoSeriesTable.Get(r, relation.SeriesCode)
		if err != nil {
			return nil, missing(err, relation.SeriesCode)
		}
		choice = append(choice, other)
	}
	return choice, nil
}

// automatic finds a series that may give numbers by itself (CP-40).
func automatic(r data.Reader, series data.NoSeriesCode) (data.NoSeries, error) {
	if series == "" {
		return data.NoSeries{}, data.Msg("no-series-not-chosen").At("no")
	}
	found, err := data.NoSeriesTable.Get(r, series)
	if err != nil {
		return found, missing(err, series)
	}
	if !found.DefaultNos {
		return found, data.Msg("no-series-not-automatic", series).At("no")
	}
	return found, nil
}

func missing(err error, series data.NoSeriesCode) error {
	if errors.Is(err, data.ErrNotFound) {
		return data.Msg("no-series-missing", series).At("no")
	}
	return err
}

// LineOn chooses the line that gives numbers on a day: of the lines with the latest starting date not after it, the first
// that is open (CP-43). An older line is not gone back to.
func LineOn(r data.Reader, series data.NoSeriesCode, day data.Date) (data.NoSeriesLine, error) {
	lines, err := data.NoSeriesLines.Select(r, data.View{Fixed: []data.Cond{data.Equal("series_code", series)}})
	if err != nil {
		return data.NoSeriesLine{}, err
	}
	lines = slices.DeleteFunc(lines, func(l data.NoSeriesLine) bool { return l.StartingDate > day })
	slices.SortStableFunc(lines, func(a, b data.NoSeriesLine) int {
		return strings.Compare(string(b.StartingDate), string(a.StartingDate))
	})
	for _, line := range lines {
		if line.StartingDate == lines[0].StartingDate && line.Open {
			return line, nil
		}
	}
	return data.NoSeriesLine{}, data.Msg("no-series-used-up", series, day).At("no")
}

// following is the number after the last one used, refused when the line does not have it (CP-44, CP-45).
func following(line data.NoSeriesLine) (string, error) {
	no, ok := line.StartingNo, line.StartingNo != ""
	if line.LastNoUsed != "" {
		no, ok = increment(line.LastNoUsed, line.IncrementBy)
	}
	switch {
	case !ok:
		return "", data.Msg("no-series-without-digits", line.SeriesCode).At("no")
	case pattern(no) != pattern(line.StartingNo), len(no) < len(line.StartingNo), compare(no, line.StartingNo) < 0,
		len(no) > data.NoSeriesLines.MaxLength("last_no_used"),
		line.EndingNo != "" && (pattern(no) != pattern(line.EndingNo) || compare(no, line.EndingNo) > 0):
		return "", data.Msg("no-series-left", line.SeriesCode, no, line.StartingNo, line.EndingNo).At("no")
	}
	return no, nil
}

// goesOn reports whether the line has a number after the given one.
func goesOn(line data.NoSeriesLine, no string) bool {
	if line.EndingNo == "" {
		return true
	}
	next, ok := increment(no, line.IncrementBy)
	return ok && compare(next, line.EndingNo) <= 0
}
