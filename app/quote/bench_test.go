package quote_test

import (
	"context"
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/quote"
	"campaigndesk/data"
)

// thousand is a quote with a thousand lines in the large company, which has 50 price rows to each item.
func thousand(b *testing.B) (*app.Session, data.QuoteHeader) {
	b.Helper()
	s := apptest.Large(b)
	customers, err := data.Customers.First(s.DB, data.View{}, 1)
	if err != nil {
		b.Fatal(err)
	}
	h := quoteFor(b, s, string(customers[0].No))
	items, err := data.Items.First(s.DB, data.View{}, 1000)
	if err != nil {
		b.Fatal(err)
	}
	lines := make([]data.QuoteLine, len(items))
	for i := range items {
		lines[i] = quote.NewLine(&h)
		lines[i].LineNo, lines[i].ItemNo, lines[i].Quantity = 10000*(i+1), items[i].No, data.Int(2)
	}
	apptest.Add(b, s, data.QuoteLines, lines...)
	return s, h
}

// Every recalculation changes every line: it takes a price or discount typed into it away.
func BenchmarkRecalculateThousandLines(b *testing.B) {
	s, h := thousand(b)
	s.Setup.BCOverwriting = true
	for b.Loop() {
		b.StopTimer()
		lines, err := data.QuoteLines.Select(s.DB, data.View{Fixed: []data.Cond{data.Equal("quote_no", h.No)}})
		if err != nil || len(lines) != 1000 {
			b.Fatal(len(lines), err)
		}
		err = s.DB.Remember(context.Background(), func(tx *data.Tx) error {
			for i := range lines {
				lines[i].UnitPrice, lines[i].ManualPrice = data.One, true
				if err := data.QuoteLines.Update(tx, &lines[i]); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		if err := quote.Recalculate(s, &h); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkQuantityEntered(b *testing.B) {
	s, h := thousand(b)
	lines, err := data.QuoteLines.First(s.DB, data.View{Fixed: []data.Cond{data.Equal("quote_no", h.No)}}, 1)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := quote.QuantityEntered(s, &lines[0]); err != nil {
			b.Fatal(err)
		}
	}
}
