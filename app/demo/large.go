package demo

import (
	"context"
	"iter"
	"math/rand/v2"

	"campaigndesk/app"
	"campaigndesk/app/company"
	"campaigndesk/data"
)

// Sizes says how many records of each kind a large company has.
type Sizes struct {
	Contacts     int // three in ten are companies, the others persons in them
	Customers    int // at most as many as companies
	Items        int
	Prices       int // of each 25 of an item 14 are for single customers, 6 of campaigns, 4 for groups, 1 for all customers
	Discounts    int // in the same proportions
	Campaigns    int // each with a segment and a third of them activated; the segment of the first has all contacts
	SegmentLines int // in each segment but the first
	Interactions int
	Quotes       int // of up to twenty lines each
	LongestQuote int // lines of the first quote
}

// FullSize is the company that every window must stay quick with.
var FullSize = Sizes{Contacts: 100_000, Customers: 20_000, Items: 20_000, Prices: 1_000_000, Discounts: 100_000, Campaigns: 300,
	SegmentLines: 200, Interactions: 50_000, Quotes: 2_000, LongestQuote: 1_000}

// Percent is a smaller company of about the same proportions, for tests.
func (s Sizes) Percent(percent int) Sizes {
	for _, n := range []*int{&s.Contacts, &s.Customers, &s.Items, &s.Prices, &s.Discounts, &s.Campaigns, &s.SegmentLines,
		&s.Interactions, &s.Quotes, &s.LongestQuote} {
		*n = max(1, *n*percent/100)
	}
	return s
}

// LargeWorkDate is the day that the campaigns of a large company lie around: some are over, some running, some to come.
const LargeWorkDate data.Date = "2026-06-15"

// Large makes a large company in a new file and opens it, for measuring. The same sizes and seed make the same company. Its
// quotes have the prices of the item cards; everything else is as if people had entered it, with nothing to undo. Progress
// counts records. An error, also a cancelled ctx, leaves no file.
func Large(ctx context.Context, path string, sizes Sizes, seed uint64, progress app.Progress) (*data.DB, error) {
	db, err := company.New(path, company.Choices{Name: "Large Company AB", Language: "en", Region: "sv", Currency: "SEK"})
	if err != nil {
		return nil, err
	}
	b := &builder{ctx: ctx, db: db, sizes: sizes, seed: seed, progress: progress}
	b.registers()
	b.territories()
	b.parties()
	b.marketing()
	b.itemsAndCampaigns()
	b.segments()
	b.prices()
	b.quotes()
	b.finish()
	if b.err != nil {
		company.Discard(db)
		return nil, b.err
	}
	progress(b.done, b.done)
	return db, nil
}

// builder makes a large company. After the first error its steps do nothing.
type builder struct {
	ctx      context.Context
	db       *data.DB
	sizes    Sizes
	seed     uint64
	progress app.Progress
	done     int
	err      error

	companies []data.Contact
	persons   []data.Contact
	customers []data.Customer
	items     []data.Item
	campaigns []data.Campaign
}

// random is a source of chance of its own for each kind of record, so that the size of one does not change another.
func (b *builder) random(kind uint64) *rand.Rand { return rand.New(rand.NewPCG(b.seed, kind)) }

// write carries out a step that is no command of the user.
func (b *builder) write(fn func(*data.Tx) error) {
	if b.err == nil {
		b.err = b.db.Remember(b.ctx, fn)
	}
}

// progressEvery is how many records are stored between two reports of progress.
const progressEvery = 5_000

// store inserts the records of a table.
func store[T any](b *builder, table *data.Table[T], records iter.Seq[T]) {
	b.write(func(tx *data.Tx) error {
		return tx.Bulk(table.Name(), func() error {
			for record := range records {
				if err := table.Insert(tx, &record); err != nil {
					return err
				}
				if b.done++; b.done%progressEvery == 0 {
					b.progress(b.done, b.sizes.total())
				}
			}
			return nil
		})
	})
}

// numbered is n records made from their numbers, counted from 0.
func numbered[T any](n int, record func(i int) T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for i := range n {
			if !yield(record(i)) {
				return
			}
		}
	}
}

// pick chooses one of some words.
func pick(r *rand.Rand, words []string) string { return words[r.IntN(len(words))] }

// total is how many records there can be at most.
func (s Sizes) total() int {
	registers := salespeople + 2*groups + itemGroups + 4*marketingGroups + 4
	return registers + s.Contacts*4 + s.Customers*2 + s.Items*9/4 + s.Prices + s.Discounts + groups*itemGroups + s.Campaigns*(s.SegmentLines+2) +
		s.Interactions + s.Quotes*(1+longestUsual) + s.LongestQuote
}

// finish makes the number series go on after the numbers given.
func (b *builder) finish() {
	last := map[data.NoSeriesCode]string{"CONT": contactNo(b.sizes.Contacts - 1), "CUST": customerNo(b.sizes.Customers - 1), "ITEM": itemNo(b.sizes.Items - 1),
		"CAMP": campaignNo(b.sizes.Campaigns - 1), "SEG": segmentNo(b.sizes.Campaigns - 1), "QUOTE": quoteNo(b.sizes.Quotes - 1)}
	b.write(func(tx *data.Tx) error { return useNumbers(tx, last, LargeWorkDate) })
}
