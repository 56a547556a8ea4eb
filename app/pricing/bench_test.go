package pricing_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/pricing"
	"campaigndesk/data"
)

// someParties are a thousand customers with their terms.
func someParties(b *testing.B, s *app.Session) []pricing.Party {
	b.Helper()
	customers, err := data.Customers.First(s.DB, data.View{}, 1000)
	if err != nil {
		b.Fatal(err)
	}
	var who []data.TargetedParty
	for _, c := range customers {
		who = append(who, data.TargetedParty{CustomerNo: c.No})
	}
	parties, err := pricing.Parties(s.DB, s.Setup, who, s.WorkDate)
	if err != nil {
		b.Fatal(err)
	}
	return parties
}

// BenchmarkBestPrice prices items in no order for customers in turn.
func BenchmarkBestPrice(b *testing.B) {
	s := apptest.Large(b)
	parties := someParties(b, s)
	book, err := pricing.Load(s.DB, s.Setup, nil)
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
		line, err := book.Line(party, item, "", "", data.Int(10), s.WorkDate)
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
				loaded, err := pricing.Load(s.DB, s.Setup, nos, party)
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
