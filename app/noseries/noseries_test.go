package noseries_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"campaigndesk/app/noseries"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

const today data.Date = "2026-03-02"

func newCompany(t testing.TB) *data.DB {
	t.Helper()
	db, err := data.Create(filepath.Join(t.TempDir(), "test.campaigndesk"), "Test AB")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func write(t testing.TB, db *data.DB, fn func(*data.Tx) error) {
	t.Helper()
	if err := db.Write(context.Background(), data.Msg("test"), fn); err != nil {
		t.Fatal(err)
	}
}

// newSeries makes a company whose series CAMP has the given lines.
func newSeries(t testing.TB, series data.NoSeries, lines ...data.NoSeriesLine) *data.DB {
	t.Helper()
	db := newCompany(t)
	series.Code = "CAMP"
	write(t, db, func(tx *data.Tx) error {
		if err := data.NoSeriesTable.Insert(tx, &series); err != nil {
			return err
		}
		for i, line := range lines {
			line.SeriesCode, line.LineNo, line.IncrementBy = "CAMP", (i+1)*10000, max(1, line.IncrementBy)
			if err := data.NoSeriesLines.Insert(tx, &line); err != nil {
				return err
			}
		}
		return nil
	})
	return db
}

// take takes a number in a command of its own. The answer is the number, "+ warning" if there was one, or the key of the refusal.
func take(db *data.DB, series data.NoSeriesCode, day data.Date) string {
	var answer string
	err := db.Write(context.Background(), data.Msg("test"), func(tx *data.Tx) error {
		no, warning, err := noseries.Next(tx, series, day)
		if warning != nil {
			no += " + warning"
		}
		answer = no
		return err
	})
	var refusal data.Message
	if errors.As(err, &refusal) {
		return refusal.Key
	}
	if err != nil {
		return err.Error()
	}
	return answer
}

func TestNumbersOfASeries(t *testing.T) {
	automatic := data.NoSeries{DefaultNos: true, ManualNos: true}
	open := func(first, last, used string) data.NoSeriesLine {
		return data.NoSeriesLine{StartingNo: first, EndingNo: last, LastNoUsed: used, Open: true}
	}
	for _, c := range []struct {
		name   string
		series data.NoSeries
		lines  []data.NoSeriesLine
		want   []string // of taking one number after the other
	}{
		{"CP-44 the first is the starting number", automatic, []data.NoSeriesLine{open("CP0001", "CP9999", "")}, []string{"CP0001", "CP0002"}},
		{"CP-44 leading zeros are kept", automatic, []data.NoSeriesLine{open("CP0001", "CP9999", "CP0042")}, []string{"CP0043"}},
		{"CP-44 a carry lengthens the digits", automatic, []data.NoSeriesLine{open("A1", "", "A9")}, []string{"A10"}},
		{"CP-44 the last group of digits counts", automatic, []data.NoSeriesLine{open("K-09-X", "", "K-09-X")}, []string{"K-10-X"}},
		{"CP-44 earlier groups stay", automatic, []data.NoSeriesLine{open("2026-001", "2026-999", "2026-009")}, []string{"2026-010"}},
		{"CP-44 by more than one", automatic, []data.NoSeriesLine{{StartingNo: "N10", Open: true, IncrementBy: 10}}, []string{"N10", "N20", "N30"}},
		{"CP-44 numbers without digits cannot go on", automatic, []data.NoSeriesLine{open("ABC", "", "ABC")}, []string{"no-series-without-digits"}},
		{"CP-45 the ending number is the last", automatic, []data.NoSeriesLine{open("A1", "A2", "")}, []string{"A1", "A2", "no-series-used-up"}},
		{"CP-45 closed when the next step would pass the end", automatic, []data.NoSeriesLine{{StartingNo: "A1", EndingNo: "A9", IncrementBy: 5, Open: true}},
			[]string{"A1", "A6", "no-series-used-up"}},
		{"CP-45 a last number past the end is refused", automatic, []data.NoSeriesLine{open("A1", "A5", "A7")}, []string{"no-series-left"}},
		{"CP-45 a last number before the start is refused", automatic, []data.NoSeriesLine{open("A50", "A99", "A11")}, []string{"no-series-left"}},
		{"CP-45 another pattern is refused", automatic, []data.NoSeriesLine{open("A1", "A9", "B1")}, []string{"no-series-left"}},
		{"CP-45 a shorter number is refused", automatic, []data.NoSeriesLine{open("A001", "A999", "A2")}, []string{"no-series-left"}},
		{"CP-45 a number longer than a code is refused", automatic, []data.NoSeriesLine{open("99999999999999999998", "", "99999999999999999999")}, []string{"no-series-left"}},
		{"CP-45 a warning from the warning number on", automatic, []data.NoSeriesLine{{StartingNo: "A8", EndingNo: "A99", WarningNo: "A10", Open: true}},
			[]string{"A8", "A9", "A10 + warning", "A11 + warning"}},
		{"CP-43 the latest starting date not after the work date", automatic, []data.NoSeriesLine{
			{StartingNo: "OLD1", Open: true},
			{StartingNo: "NEW1", StartingDate: "2026-01-01", Open: true},
			{StartingNo: "LATER1", StartingDate: "2026-03-03", Open: true},
		}, []string{"NEW1"}},
		{"CP-43 the first open line of that date", automatic, []data.NoSeriesLine{
			{StartingNo: "A1", StartingDate: "2026-01-01"},
			{StartingNo: "B1", StartingDate: "2026-01-01", Open: true},
		}, []string{"B1"}},
		{"CP-43 an older open line is not gone back to", automatic, []data.NoSeriesLine{
			{StartingNo: "OLD1", Open: true},
			{StartingNo: "NEW1", StartingDate: "2026-01-01"},
		}, []string{"no-series-used-up"}},
		{"CP-43 no line yet", automatic, nil, []string{"no-series-used-up"}},
		{"CP-40 a series that does not give numbers by itself", data.NoSeries{ManualNos: true}, []data.NoSeriesLine{open("A1", "", "")}, []string{"no-series-not-automatic"}},
		{"CP-47 date order, same day", data.NoSeries{DefaultNos: true, DateOrder: true},
			[]data.NoSeriesLine{{StartingNo: "A1", LastNoUsed: "A1", LastDateUsed: today, Open: true}}, []string{"A2"}},
		{"CP-47 date order, a later number exists", data.NoSeries{DefaultNos: true, DateOrder: true},
			[]data.NoSeriesLine{{StartingNo: "A1", LastNoUsed: "A1", LastDateUsed: "2026-03-03", Open: true}}, []string{"no-series-date-order"}},
		{"CP-47 without date order any day", automatic,
			[]data.NoSeriesLine{{StartingNo: "A1", LastNoUsed: "A1", LastDateUsed: "2026-03-03", Open: true}}, []string{"A2"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			db := newSeries(t, c.series, c.lines...)
			var got []string
			for range c.want {
				got = append(got, take(db, "CAMP", today))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestNoSeriesChosenOrGone(t *testing.T) { // CP-40
	db := newCompany(t)
	if got := take(db, "", today); got != "no-series-not-chosen" {
		t.Errorf("blank series: %s", got)
	}
	if got := take(db, "GONE", today); got != "no-series-missing" {
		t.Errorf("unknown series: %s", got)
	}
}

func TestTypedNumbers(t *testing.T) { // CP-46
	for _, c := range []struct {
		name   string
		manual bool
		series data.NoSeriesCode
		want   error
	}{
		{"allowed by the series", true, "CAMP", nil},
		{"not allowed by the series", false, "CAMP", data.Msg("m24-numbers-not-typed").At("no")},
		{"no series in Setup", false, "", nil},
		{"a series that is gone", true, "GONE", data.Msg("no-series-missing", data.NoSeriesCode("GONE")).At("no")},
	} {
		t.Run(c.name, func(t *testing.T) {
			db := newSeries(t, data.NoSeries{DefaultNos: true, ManualNos: c.manual})
			if diff := cmp.Diff(c.want, noseries.CheckManual(db, c.series)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestRelatedSeriesFollowTheOneOfSetup(t *testing.T) { // CP-42
	db := newSeries(t, data.NoSeries{DefaultNos: true})
	write(t, db, func(tx *data.Tx) error {
		for _, code := range []data.NoSeriesCode{"BIG", "AUTUMN", "OTHER"} {
			if err := data.NoSeriesTable.Insert(tx, &data.NoSeries{Code: code}); err != nil {
				return err
			}
		}
		for _, code := range []data.NoSeriesCode{"BIG", "AUTUMN"} {
			if err := data.NoSeriesRelationships.Insert(tx, &data.NoSeriesRelationship{Code: "CAMP", SeriesCode: code}); err != nil {
				return err
			}
		}
		return nil
	})
	choice, err := noseries.Related(db, "CAMP")
	if err != nil {
		t.Fatal(err)
	}
	var codes []data.NoSeriesCode
	for _, s := range choice {
		codes = append(codes, s.Code)
	}
	if diff := cmp.Diff([]data.NoSeriesCode{"CAMP", "AUTUMN", "BIG"}, codes); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestUndoDoesNotGiveANumberBack(t *testing.T) { // CP-48
	db := newSeries(t, data.NoSeries{DefaultNos: true}, data.NoSeriesLine{StartingNo: "CP1", EndingNo: "CP2", Open: true})
	create := func() (no string) {
		write(t, db, func(tx *data.Tx) (err error) {
			if no, _, err = noseries.Next(tx, "CAMP", today); err != nil {
				return err
			}
			return data.Campaigns.Insert(tx, &data.Campaign{No: data.CampaignNo(no)})
		})
		return no
	}
	create()
	if _, err := db.Undo(context.Background()); err != nil {
		t.Fatal(err)
	}
	if no := create(); no != "CP2" {
		t.Errorf("after undo the number is %s", no)
	}
	if got := take(db, "CAMP", today); got != "no-series-used-up" {
		t.Errorf("after the last number: %s", got)
	}
}

func TestNumbersThatExistAreSkipped(t *testing.T) { // CO-1
	db := newSeries(t, data.NoSeries{DefaultNos: true}, data.NoSeriesLine{StartingNo: "CP1", Open: true})
	var no string
	write(t, db, func(tx *data.Tx) (err error) {
		no, _, err = noseries.NextFree(tx, "CAMP", today, func(no string) (bool, error) { return no == "CP1" || no == "CP2", nil })
		return err
	})
	if no != "CP3" {
		t.Errorf("got %s", no)
	}
}

// A series gives exactly the numbers that counting by hand gives, warns from the warning number on, and ends where the
// next step would pass the ending number.
func TestSeriesCountsLikeAPerson(t *testing.T) {
	db := newSeries(t, data.NoSeries{DefaultNos: true})
	rapid.Check(t, func(t *rapid.T) {
		before := rapid.StringMatching(`[A-Z]{0,3}([0-9]{1,2}-)?`).Draw(t, "before")
		after := rapid.StringMatching(`(-[A-Z]{1,2})?`).Draw(t, "after")
		width := rapid.IntRange(1, 4).Draw(t, "width")
		first := rapid.IntRange(0, 120).Draw(t, "first")
		last := first + rapid.IntRange(0, 60).Draw(t, "length")
		by := rapid.IntRange(1, 7).Draw(t, "by")
		warn := rapid.IntRange(first, last).Draw(t, "warn")
		no := func(n int) string { return before + fmt.Sprintf("%0*d", width, n) + after }

		var want []string
		for n, counted := first, no(first); n <= last; n += by {
			answer := counted
			if n >= warn {
				answer += " + warning"
			}
			want = append(want, answer)
			for range by {
				counted = before + countOn(strings.TrimSuffix(strings.TrimPrefix(counted, before), after)) + after
			}
		}
		want = append(want, "no-series-used-up")

		line := data.NoSeriesLine{SeriesCode: "CAMP", LineNo: 10000, StartingNo: no(first), EndingNo: no(last), WarningNo: no(warn), IncrementBy: by, Open: true}
		if err := db.Write(context.Background(), data.Msg("test"), func(tx *data.Tx) error { return data.NoSeriesLines.Insert(tx, &line) }); err != nil {
			t.Fatal(err)
		}
		defer db.Undo(context.Background())
		var got []string
		for range want {
			got = append(got, take(db, "CAMP", today))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
}

// countOn writes the number after a row of digits as a person with a pencil does.
func countOn(row string) string {
	next := []byte(row)
	for i := len(next) - 1; i >= 0; i-- {
		if next[i] < '9' {
			next[i]++
			return string(next)
		}
		next[i] = '0'
	}
	return "1" + string(next)
}
