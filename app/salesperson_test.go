package app_test

import (
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

func TestStatisticsOfSalesperson(t *testing.T) { // CO-51
	interaction := func(code data.SalespersonCode, cost, minutes int64) data.Interaction {
		return data.Interaction{SalespersonCode: code, Cost: data.Int(cost), Duration: data.Int(minutes)}
	}
	canceled, postponed := interaction("MK", 50, 50), interaction("MK", 60, 60)
	canceled.Canceled, postponed.Postponed = true, true
	hundredths := func(n int64) data.Amount { return data.Amount(n * int64(data.One) / 100) }
	for _, c := range []struct {
		name                       string
		interactions               []data.Interaction
		n                          int
		cost, duration, avgC, avgD data.Amount
	}{
		{"nothing", nil, 0, 0, 0, 0, 0},
		{"only another's", []data.Interaction{interaction("JL", 10, 5)}, 0, 0, 0, 0, 0},
		{"one", []data.Interaction{interaction("MK", 10, 5)}, 1, data.Int(10), data.Int(5), data.Int(10), data.Int(5)},
		{"averages have two decimals", []data.Interaction{interaction("MK", 10, 5), interaction("MK", 10, 0), interaction("MK", 5, 15)},
			3, data.Int(25), data.Int(20), hundredths(833), hundredths(667)},
		{"canceled and postponed ones do not count", []data.Interaction{interaction("MK", 10, 5), canceled, postponed}, 1, data.Int(10), data.Int(5), data.Int(10), data.Int(5)},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := apptest.New(t)
			apptest.Add(t, s, data.Interactions, c.interactions...)
			want := app.SalespersonStatistics{SalespersonFigures: data.SalespersonFigures{Interactions: c.n, Cost: c.cost, Duration: c.duration}, AvgCost: c.avgC, AvgDuration: c.avgD}
			got, err := app.StatisticsOfSalesperson(s.DB, "MK")
			if diff := cmp.Diff(want, got); diff != "" || err != nil {
				t.Errorf("%v (-want +got):\n%s", err, diff)
			}
		})
	}
}
