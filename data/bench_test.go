package data

import (
	"cmp"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"campaigndesk/data/filter"
)

func openView[T any](b *testing.B, table *Table[T], v View) func() {
	db := large(b)
	return func() {
		if _, err := table.Open(db, v); err != nil {
			b.Fatal(err)
		}
	}
}

// Opening a list on the large company: the count and the first ids.
func BenchmarkOpen(b *testing.B) {
	filtered := func(column, expression string) View {
		return View{Filters: map[string]string{column: expression}, Env: filter.Env{Amount: func(text string) (int64, error) {
			amount, err := ParseAmount(text)
			return int64(amount), err
		}}}
	}
	for _, test := range []struct {
		name string
		open func()
	}{
		{"prices", openView(b, SalesPrices, View{})},
		{"prices descending", openView(b, SalesPrices, View{Desc: true})},
		{"prices by sales code", openView(b, SalesPrices, View{Sort: "sales_code"})},
		{"prices by unit", openView(b, SalesPrices, View{Sort: "unit_code"})},
		{"prices by price", openView(b, SalesPrices, View{Sort: "unit_price"})},
		{"prices by starting date", openView(b, SalesPrices, View{Sort: "starting_date"})},
		{"prices by description", openView(b, SalesPrices, View{Sort: "description"})},
		{"prices of a campaign", openView(b, SalesPrices, View{Fixed: []Cond{Equal("sales_type", ForCampaign), Equal("sales_code", CampaignNo("CP0007"))}})},
		{"prices of an item", openView(b, SalesPrices, filtered("item_no", "I00500"))},
		{"prices of items", openView(b, SalesPrices, filtered("item_no", "I005*"))},
		{"prices of a sales code", openView(b, SalesPrices, filtered("sales_code", "CP0007"))},
		{"prices of a quantity", openView(b, SalesPrices, filtered("minimum_quantity", "49"))},
		{"prices by words of the item", openView(b, SalesPrices, filtered("description", "*bord 77*"))},
		{"prices searched for skriv", openView(b, SalesPrices, View{Search: "skriv"})},
		{"prices searched for skrivbord 777", openView(b, SalesPrices, View{Search: "skrivbord 777"})},
		{"contacts", openView(b, Contacts, View{})},
		{"contacts by name", openView(b, Contacts, View{Sort: "name"})},
		{"contacts by company", openView(b, Contacts, View{Sort: "company_name"})},
		{"contacts by city", openView(b, Contacts, View{Sort: "city"})},
		{"contacts by customer", openView(b, Contacts, View{Sort: "customer_no"})},
		{"contacts in a city", openView(b, Contacts, filtered("city", "lund"))},
		{"customers", openView(b, Customers, View{})},
		{"items", openView(b, Items, View{})},
	} {
		b.Run(test.name, func(b *testing.B) {
			for b.Loop() {
				test.open()
			}
		})
	}
}

// Every prefix of what is typed, as the list of contacts is searched while typing.
func BenchmarkSearchPerKeystroke(b *testing.B) {
	db := large(b)
	typed := []string{"andersson", "öberg", "eva12 holm", "firma 77", "ct000123", "lund ek", "a512@example", "co åkesson"}
	for _, sort := range []string{"", "name", "company_name"} {
		b.Run("by "+cmp.Or(sort, "number"), func(b *testing.B) {
			var times []time.Duration
			var slowest string
			for b.Loop() {
				for _, words := range typed {
					for i := range words {
						if i == 0 {
							continue
						}
						start := time.Now()
						if _, err := Contacts.Open(db, View{Search: words[:i], Sort: sort}); err != nil {
							b.Fatal(err)
						}
						took := time.Since(start)
						if len(times) == 0 || took > slices.Max(times) {
							slowest = words[:i]
						}
						times = append(times, took)
					}
				}
			}
			slices.Sort(times)
			b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "p50-ms")
			b.ReportMetric(float64(times[len(times)*95/100].Microseconds())/1000, "p95-ms")
			b.ReportMetric(0, "ns/op")
			b.Logf("slowest: %q %v", slowest, times[len(times)-1])
		})
	}
}

// Scrolling: a page of rows in the middle, and the way to the last row.
func BenchmarkScroll(b *testing.B) {
	db := large(b)
	b.Run("a page of prices", scrollPage(db, SalesPrices))
	b.Run("a page of contacts", scrollPage(db, Contacts))
	b.Run("to the last price", func(b *testing.B) {
		for b.Loop() {
			list, err := SalesPrices.Open(db, View{})
			if err != nil {
				b.Fatal(err)
			}
			if _, err := list.At(list.Len() - 1); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func scrollPage[T any](db *DB, table *Table[T]) func(*testing.B) {
	return func(b *testing.B) {
		list, err := table.Open(db, View{})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := list.ID(list.Len() / 2); err != nil {
			b.Fatal(err)
		}
		for row := list.Len() / 4; b.Loop(); row = (row + pageRows) % (list.Len() / 2) {
			if _, err := list.At(row); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// Storing prices through the table, with the journal.
func BenchmarkStorePrices(b *testing.B) {
	const rows = 100_000
	for _, way := range []struct {
		name  string
		store func(*Tx, []SalesPrice) error
	}{
		{"one by one", func(tx *Tx, prices []SalesPrice) error {
			for i := range prices {
				if err := SalesPrices.Insert(tx, &prices[i]); err != nil {
					return err
				}
			}
			return nil
		}},
		{"together", SalesPrices.InsertAll},
	} {
		b.Run(way.name, func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				db := companyWithItems(b)
				prices := somePrices(0, rows)
				b.StartTimer()
				write(b, db, func(tx *Tx) error {
					return tx.Bulk(SalesPrices.Name(), func() error { return way.store(tx, prices) })
				})
				b.StopTimer()
				db.Close()
				b.StartTimer()
			}
			b.ReportMetric(float64(rows*b.N)/b.Elapsed().Seconds(), "rows/s")
		})
	}
}

// A million prices in one command, and its undo and redo.
func BenchmarkMillionPricesInOneCommand(b *testing.B) {
	const rows = 1_000_000
	for b.Loop() {
		db := companyWithItems(b)
		start := time.Now()
		took := func(what string) {
			b.ReportMetric(time.Since(start).Seconds(), what+"-s")
			start = time.Now()
		}
		write(b, db, func(tx *Tx) error {
			return tx.Bulk(SalesPrices.Name(), func() error {
				for n := 0; n < rows; n += 10_000 {
					if err := SalesPrices.InsertAll(tx, somePrices(n, 10_000)); err != nil {
						return err
					}
				}
				return nil
			})
		})
		took("write")
		if _, err := db.Undo(b.Context()); err != nil {
			b.Fatal(err)
		}
		took("undo")
		if _, err := db.Redo(b.Context()); err != nil {
			b.Fatal(err)
		}
		took("redo")
		db.Close()
		b.ReportMetric(peakMemory(b), "peak-MB")
	}
}

func companyWithItems(b *testing.B) *DB {
	db := newCompany(b)
	write(b, db, func(tx *Tx) error {
		for i := range 1000 {
			if err := Items.Insert(tx, &Item{No: ItemNo(fmt.Sprintf("I%03d", i))}); err != nil {
				return err
			}
		}
		return nil
	})
	return db
}

func somePrices(from, count int) []SalesPrice {
	prices := make([]SalesPrice, count)
	for i := range prices {
		n := from + i
		prices[i] = SalesPrice{SalesType: ForCampaign, SalesCode: fmt.Sprintf("CP%d", n/1000), ItemNo: ItemNo(fmt.Sprintf("I%03d", n%1000)),
			UnitPrice: Int(int64(n)), StartingDate: "2026-01-01", EndingDate: "2026-12-31", AllowLineDisc: true}
	}
	return prices
}

// peakMemory is the most memory this process ever had resident, in MB; 0 where the system does not tell.
func peakMemory(b *testing.B) float64 {
	b.Helper()
	if runtime.GOOS != "linux" {
		return 0
	}
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		b.Fatal(err)
	}
	var kilobytes float64
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	if _, err := fmt.Sscan(rest, &kilobytes); err != nil {
		b.Fatal(err)
	}
	return kilobytes / 1024
}

// Opening a company, and a command of one changed field, as a card stores it.
func BenchmarkEveryday(b *testing.B) {
	db := large(b)
	b.Run("change one field", func(b *testing.B) {
		campaign, err := Campaigns.Get(db, CampaignNo("CP0001"))
		if err != nil {
			b.Fatal(err)
		}
		for i := 0; b.Loop(); i++ {
			campaign.Description = fmt.Sprint("Kampanj ", i)
			write(b, db, func(tx *Tx) error { return Campaigns.Update(tx, &campaign) })
		}
	})
	b.Run("read one record", func(b *testing.B) {
		for b.Loop() {
			if _, err := Contacts.Get(db, ContactNo("CT005000")); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("open an empty company", func(b *testing.B) {
		db := newCompany(b)
		for b.Loop() {
			db = reopen(b, db)
		}
	})
}
