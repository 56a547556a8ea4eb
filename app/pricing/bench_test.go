package pricing_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"campaigndesk/app/demo"
	"campaigndesk/app/pricing"
	"campaigndesk/data"
)

// large is a company with 50 price rows to each of 4,000 items.
func large(b *testing.B) (*data.DB, data.Setup) {
	b.Helper()
	db, err := demo.Large(context.Background(), filepath.Join(b.TempDir(), "large.campaigndesk"), demo.FullSize.Percent(20), 1, func(int, int) {})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { db.Close() })
	setup, err := data.GetSetup(db)
	if err != nil {
		b.Fatal(err)
	}
	return db, setup
}

// someParties are a thousand customers with their terms.
func someParties(b *testing.B, db *data.DB, setup data.Setup) []pricing.Party {
	b.Helper()
	customers, err := data.Customers.Select(db, data.View{})
	if err != nil {
		b.Fatal(err)
	}
	var who []data.TargetedParty
	for _, c := range customers[:1000] {
		who = append(who, data.TargetedParty{CustomerNo: c.No})
	}
	parties, err := pricing.Parties(db, setup, who, demo.LargeWorkDate)
	if err != nil {
		b.Fatal(err)
	}
	return parties
}

func BenchmarkBestPrice(b *testing.B) {
	db, setup := large(b)
	parties := someParties(b, db, setup)
	book, err := pricing.Load(db, setup, nil)
	if err != nil {
		b.Fatal(err)
	}
	items := book.Items()
	r := rand.New(rand.NewPCG(1, 1))
	some := func(n int) []data.ItemNo {
		nos := make([]data.ItemNo, n)
		for i := range nos {
			nos[i] = items[r.IntN(len(items))]
		}
		return nos
	}
	perSecond := func(b *testing.B, each int) {
		b.ReportMetric(float64(b.N*each)/b.Elapsed().Seconds(), "prices/s")
	}
	price := func(book *pricing.Book, party pricing.Party, item data.ItemNo) {
		line, err := book.Line(party, item, "", "", data.Int(10), demo.LargeWorkDate)
		if err != nil {
			b.Fatal(err)
		}
		if book.Best(&line).UnitPrice == 0 {
			b.Fatalf("%s for %s costs nothing", item, party.CustomerNo)
		}
	}
	b.Run("from memory", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			price(book, parties[i%len(parties)], items[r.IntN(len(items))])
		}
		perSecond(b, 1)
	})
	for _, n := range []int{1, 1000} {
		b.Run(fmt.Sprintf("from the file, %d at a time", n), func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				party, nos := parties[i%len(parties)], some(n)
				loaded, err := pricing.Load(db, setup, nos, party)
				if err != nil {
					b.Fatal(err)
				}
				for _, item := range nos {
					price(loaded, party, item)
				}
			}
			perSecond(b, n)
		})
	}
}
