package noseries_test

import (
	"errors"
	"testing"

	"campaigndesk/app/apptest"
	"campaigndesk/app/noseries"
	"campaigndesk/data"
)

func TestLinesThatCannotGoOnAreRefused(t *testing.T) {
	for _, c := range []struct {
		name  string
		line  data.NoSeriesLine
		fault string // key and column, blank when the line is taken
	}{
		{"a range", data.NoSeriesLine{StartingNo: "N2-CP0001", EndingNo: "N2-CP9999", WarningNo: "N2-CP9900"}, ""},
		{"no end", data.NoSeriesLine{StartingNo: "A1"}, ""},
		{"no beginning", data.NoSeriesLine{EndingNo: "A9"}, "must-not-be-blank starting_no"},
		{"no digits", data.NoSeriesLine{StartingNo: "CAMP"}, "no-series-without-digits starting_no"},
		{"end of another pattern", data.NoSeriesLine{StartingNo: "CP0001", EndingNo: "CX9999"}, "no-series-not-of-line ending_no"},
		{"end before the beginning", data.NoSeriesLine{StartingNo: "CP0010", EndingNo: "CP0009"}, "no-series-not-of-line ending_no"},
		{"warning of another pattern", data.NoSeriesLine{StartingNo: "CP0010", WarningNo: "90"}, "no-series-not-of-line warning_no"},
		{"last number before the beginning", data.NoSeriesLine{StartingNo: "CP0010", LastNoUsed: "CP0001"}, "no-series-not-of-line last_no_used"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := apptest.New(t)
			c.line.SeriesCode, c.line.IncrementBy = "CAMP", 1
			err := noseries.AddLine(s, &c.line)
			var fault data.Message
			if c.fault == "" && err != nil || c.fault != "" && (!errors.As(err, &fault) || fault.Key+" "+fault.Field != c.fault) {
				t.Errorf("got %v, want %q", err, c.fault)
			}
		})
	}
}

// A series that has come to its end goes on when its line gets a later one, and a further line comes behind the others.
func TestLineIsOpenAsLongAsItHasNumbers(t *testing.T) {
	s := apptest.New(t)
	line := apptest.Get(t, s, data.NoSeriesLines, data.NoSeriesCode("CAMP"), 10000)
	line.EndingNo, line.LastNoUsed = "CP0002", "CP0002"
	if err := noseries.SaveLine(s, &line); err != nil || line.Open {
		t.Fatalf("a line with nothing left is open: %v %v", line.Open, err)
	}
	line.EndingNo = "CP0010"
	if err := noseries.SaveLine(s, &line); err != nil || !line.Open {
		t.Fatalf("a line with numbers left is closed: %v %v", line.Open, err)
	}
	second := data.NoSeriesLine{SeriesCode: "CAMP", StartingNo: "X1", IncrementBy: 1}
	if err := noseries.AddLine(s, &second); err != nil || second.LineNo != 20000 {
		t.Errorf("line %d, %v", second.LineNo, err)
	}
	if err := noseries.DeleteLines(s, "CAMP", []data.NoSeriesLine{line}); err != nil {
		t.Fatal(err)
	}
	if left := apptest.All(t, s, data.NoSeriesLines, data.Equal("series_code", data.NoSeriesCode("CAMP"))); len(left) != 1 || left[0].StartingNo != "X1" {
		t.Errorf("left: %v", left)
	}
}
