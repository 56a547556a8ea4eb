package campaign

import (
	"cmp"
	"slices"

	"campaigndesk/app/pricing"
	"campaigndesk/data"
)

// Conflict says that another campaign or an agreement with the customer meets the campaign on an item for some parties: both
// have a price, or both a discount, and only one of the two is taken.
type Conflict struct {
	ItemNo        data.ItemNo
	Description   string
	Discount      bool   // about discounts, not prices
	Other         string // number of the other campaign or customer
	Agreement     bool   // with a customer, not a campaign
	Wins          bool   // this campaign's row is the one that is taken
	Parties       int
	From, To      data.Date   // days on which both rows hold, blank where open
	Taken, Passed data.Amount // what the two rows come to: a unit's price after the discount, or per cent
}

// meeting are the conflicts on one line and how many parties they concern.
type meeting map[Conflict]int

// meet notes the rows of others that meet the campaign's on a line of a kind of parties, on every day from the day of the dry
// run on that brings another row into play.
func (run *DryRun) meet(met meeting, book *pricing.Book, line pricing.Line, k kind) {
	if k.party.CustomerNo == "" && len(k.party.Campaigns) == 0 {
		return // nobody but this campaign has rows for these parties
	}
	rows := book.Rows(line.Item.No)
	days := []data.Date{run.Day}
	note := func(salesType data.SalesType, code string, starting data.Date) {
		reaches := salesType == data.ForCustomer && code == string(k.party.CustomerNo) ||
			salesType == data.ForCampaign && slices.Contains(k.party.Campaigns, data.CampaignNo(code))
		if reaches && starting > run.Day && starting.Within("", run.Campaign.EndingDate) {
			days = append(days, starting)
		}
	}
	for i := range rows.Prices {
		note(rows.Prices[i].SalesType, rows.Prices[i].SalesCode, rows.Prices[i].StartingDate)
	}
	for _, discounts := range rows.Discounts {
		for i := range discounts {
			note(discounts[i].SalesType, discounts[i].SalesCode, discounts[i].StartingDate)
		}
	}
	slices.Sort(days)
	found := map[Conflict]bool{} // a conflict may last over several of the days
	for _, day := range slices.Compact(days) {
		line.Date = day
		run.meetOn(found, book.Explain(&line))
	}
	for c := range found {
		c.ItemNo, c.Description = line.Item.No, line.Item.Description
		met[c] += k.reached()
	}
}

// candidate is a row that would apply to a line, as conflicts look at it.
type candidate struct {
	salesType  data.SalesType
	code       string
	start, end data.Date
	chosen     bool
	value      data.Amount
}

// meetOn finds the conflicts on one day, among the prices and among the discounts that apply. A discount that the price does
// not allow meets nobody.
func (run *DryRun) meetOn(found map[Conflict]bool, e pricing.Explanation) {
	var prices, discounts []candidate
	for _, p := range e.Prices {
		if p.Verdict <= pricing.LessSpecific {
			prices = append(prices, candidate{p.Row.SalesType, p.Row.SalesCode, p.Row.StartingDate, p.Row.EndingDate, p.Verdict == pricing.Chosen, p.Net})
		}
	}
	for _, d := range e.Discounts {
		if d.Verdict <= pricing.LessSpecific {
			discounts = append(discounts, candidate{d.Row.SalesType, d.Row.SalesCode, d.Row.StartingDate, d.Row.EndingDate, d.Verdict == pricing.Chosen, d.Row.LineDiscount})
		}
	}
	run.meetAmong(found, prices, false)
	run.meetAmong(found, discounts, true)
}

// meetAmong finds the conflicts among candidates of which one is chosen: the campaign's best against each other campaign's and
// agreement's best, where one of the two is the one taken.
func (run *DryRun) meetAmong(found map[Conflict]bool, all []candidate, discount bool) {
	best := func(salesType data.SalesType, code string) (b candidate, ok bool) {
		for _, c := range all {
			if c.salesType != salesType || c.code != code {
				continue
			}
			if !ok || c.chosen || !b.chosen && (c.value < b.value) != discount {
				b, ok = c, true
			}
		}
		return b, ok
	}
	mine, ok := best(data.ForCampaign, string(run.Campaign.No))
	if !ok {
		return
	}
	for _, c := range all {
		if c.salesType != data.ForCustomer && c.salesType != data.ForCampaign || c.salesType == data.ForCampaign && c.code == string(run.Campaign.No) {
			continue
		}
		other, _ := best(c.salesType, c.code)
		if other != c || !mine.chosen && !other.chosen {
			continue
		}
		taken, passed := mine, other
		if other.chosen {
			taken, passed = other, mine
		}
		found[Conflict{Discount: discount, Other: other.code, Agreement: other.salesType == data.ForCustomer, Wins: mine.chosen,
			From: max(mine.start, other.start), To: earlier(mine.end, other.end), Taken: taken.value, Passed: passed.value}] = true
	}
}

// merge adds the conflicts of a line to those of the lines before. The same conflict on another quantity, unit or variant of
// the item is the same to the reader.
func merge(all []Conflict, met meeting) []Conflict {
	same := func(c Conflict) Conflict {
		c.Parties, c.Taken, c.Passed = 0, 0, 0
		return c
	}
	var fresh []Conflict
	for c, parties := range met {
		c.Parties = parties
		fresh = append(fresh, c)
	}
	slices.SortFunc(fresh, compareConflicts)
	for _, c := range fresh {
		if at := slices.IndexFunc(all, func(o Conflict) bool { return same(o) == same(c) }); at >= 0 {
			all[at].Parties = max(all[at].Parties, c.Parties)
			continue
		}
		all = append(all, c)
	}
	return all
}

func compareConflicts(a, b Conflict) int {
	return cmp.Or(cmp.Compare(a.Other, b.Other), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.Taken, b.Taken), cmp.Compare(b.Parties, a.Parties))
}

// earlier is the earlier of two ends, a blank one being open.
func earlier(a, b data.Date) data.Date {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}
