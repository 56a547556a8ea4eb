package noseries

import (
	"campaigndesk/app"
	"campaigndesk/data"
)

// AddLine stores a new line of a series behind those it has.
func AddLine(s *app.Session, l *data.NoSeriesLine) error {
	if err := settleLine(l); err != nil {
		return err
	}
	return s.Write(data.Msg("no-series-line-added", l.SeriesCode), func(tx *data.Tx) error {
		lines, err := data.NoSeriesLines.Select(tx, data.View{Fixed: []data.Cond{ofSeries(l.SeriesCode)}})
		if err != nil {
			return err
		}
		last := 0
		if len(lines) > 0 {
			last = lines[len(lines)-1].LineNo
		}
		if l.LineNo, err = data.LineNo(tx, data.NoSeriesLines, ofSeries(l.SeriesCode), last); err != nil {
			return err
		}
		return data.NoSeriesLines.Insert(tx, l)
	})
}

// SaveLine stores a changed line. A line that has numbers again is open again.
func SaveLine(s *app.Session, l *data.NoSeriesLine) error {
	if err := settleLine(l); err != nil {
		return err
	}
	return s.Write(data.Msg("no-series-line-changed", l.SeriesCode), func(tx *data.Tx) error { return data.NoSeriesLines.Update(tx, l) })
}

// DeleteLines removes lines of a series.
func DeleteLines(s *app.Session, series data.NoSeriesCode, lines []data.NoSeriesLine) error {
	return s.Write(data.Msg("no-series-lines-deleted", len(lines), series), func(tx *data.Tx) error {
		for _, l := range lines {
			if err := data.NoSeriesLines.Delete(tx, l.ID); err != nil {
				return err
			}
		}
		return nil
	})
}

func ofSeries(series data.NoSeriesCode) data.Cond { return data.Equal("series_code", series) }

// settleLine refuses a line that could not go on from its first number, and opens or closes it by what is left of it (CP-45).
func settleLine(l *data.NoSeriesLine) error {
	if l.StartingNo == "" {
		return data.Msg("must-not-be-blank").At("starting_no")
	}
	if _, ok := increment(l.StartingNo, 1); !ok {
		return data.Msg("no-series-without-digits", l.SeriesCode).At("starting_no")
	}
	for _, later := range []struct{ column, no string }{{"ending_no", l.EndingNo}, {"warning_no", l.WarningNo}, {"last_no_used", l.LastNoUsed}} {
		if later.no != "" && (pattern(later.no) != pattern(l.StartingNo) || compare(later.no, l.StartingNo) < 0) {
			return data.Msg("no-series-not-of-line", later.no, l.StartingNo).At(later.column)
		}
	}
	l.Open = l.LastNoUsed == "" || goesOn(*l, l.LastNoUsed)
	return nil
}
