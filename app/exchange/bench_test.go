package exchange

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/data"
)

// priceFile writes a file of n price rows for a campaign and returns its path. The rows are in no order.
func priceFile(tb testing.TB, n int) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "prices.csv")
	file, err := os.Create(path)
	if err != nil {
		tb.Fatal(err)
	}
	w := bufio.NewWriter(file)
	fmt.Fprintln(w, "Försäljningstyp;Försäljningskod;Artikelnr;Minimiantal;A-pris;Startdatum;Slutdatum")
	for i := range n {
		fmt.Fprintf(w, "Alla kunder;;I%05d;%d;%d,%02d;2026-%02d-01;2026-12-31\n", i*7919%benchItems, i/benchItems, 100+i%900, i%100, 1+i%12)
	}
	if err := errors.Join(w.Flush(), file.Close()); err != nil {
		tb.Fatal(err)
	}
	return path
}

const benchItems = 20_000

func companyWithItems(tb testing.TB) *app.Session {
	tb.Helper()
	s := apptest.New(tb)
	items := make([]data.Item, benchItems)
	for i := range items {
		items[i] = data.Item{No: data.ItemNo(fmt.Sprintf("I%05d", i)), Description: "Artikel"}
	}
	apptest.Add(tb, s, data.Items, items...)
	return s
}

// BenchmarkImport imports 1,000,000 price rows: looking at them once, the preview, the import with its journal.
func BenchmarkImport(b *testing.B) {
	const rows = 1_000_000
	path := priceFile(b, rows)
	for b.Loop() {
		s := companyWithItems(b)
		runtime.GC()
		var i *Import
		for _, stage := range []struct {
			name string
			run  func() error
		}{
			{"survey", func() error { i = importOf(b, s, SalesPrices, path); return nil }},
			{"preview", func() error { _, err := i.Preview(context.Background(), nil); return err }},
			{"import", func() error { _, err := i.Write(context.Background(), nil); return err }},
		} {
			start := time.Now()
			if err := stage.run(); err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(rows/time.Since(start).Seconds(), stage.name+"-rows/s")
		}
		b.ReportMetric(peakMB(), "peak-MB")
	}
}

// peakMB is the largest resident memory the process has had, where the system tells.
func peakMB() float64 {
	status, _ := os.ReadFile("/proc/self/status")
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	kB, _ := strconv.ParseFloat(strings.Fields(rest + " 0")[0], 64)
	return kB / 1024
}

// BenchmarkRows reads rows of text and of a workbook.
func BenchmarkRows(b *testing.B) {
	const rows = 50_000
	text := priceFile(b, rows)
	workbook := filepath.Join(b.TempDir(), "prices.xlsx")
	err := WriteXLSX(workbook, Export{Name: "Prices", Captions: []string{"Artikelnr", "Minimiantal", "A-pris", "Startdatum"}, Rows: func(yield func([]any, error) bool) {
		for i := range rows {
			if !yield([]any{fmt.Sprintf("I%05d", i), data.Int(int64(i % 10)), data.Amount(i * 1000), data.Date("2026-01-01").AddDays(i % 300)}, nil) {
				return
			}
		}
	}})
	if err != nil {
		b.Fatal(err)
	}
	for name, path := range map[string]string{"text": text, "workbook": workbook} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				table, err := Open(path)
				if err != nil {
					b.Fatal(err)
				}
				n := 0
				for _, err := range table.Rows(context.Background()) {
					if err != nil {
						b.Fatal(err)
					}
					n++
				}
				if n != rows {
					b.Fatalf("%d rows", n)
				}
			}
			b.ReportMetric(float64(b.N*rows)/b.Elapsed().Seconds(), "rows/s")
		})
	}
}
