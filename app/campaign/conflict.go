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
func (run *DryRun) meet(met meeting, all pricing.Rows, line pricing.Line, k kind) {
	rows, days := run.meetingRows(k.party, all)
	found := map[Conflict]bool{} // a conflict may last over several of the days
	for _, day := range days {
		line.Date = day
		run.meetOn(found, pricing.Explain(&line, rows))
	}
	for c := range found {
		c.ItemNo, c.Description = line.Item.No, line.Item.Description
		met[c] += k.reached()
	}
}

// meetingRows are the rows of an item that are meant for a party, and the days on which they may meet: none unless both the
// campaign and another campaign or the customer have a price, or a discount.
func (run *DryRun) meetingRows(p pricing.Party, all pricing.Rows) (rows pricing.Rows, days []data.Date) {
	const mine, others = 1, 2
	prices, discounts := 0, 0
	days = []data.Date{run.Day}
	meant := func(whose *int, salesType data.SalesType, code, group string, starting data.Date) bool {
		switch {
		case salesType == data.ForAllCustomers:
			return true
		case salesType == data.ForGroup:
			return code == group
		case salesType == data.ForCampaign && code == string(run.Campaign.No):
			*whose |= mine
		case salesType == data.ForCampaign && slices.Contains(p.Campaigns, data.CampaignNo(code)),
			salesType == data.ForCustomer && code == string(p.CustomerNo):
			*whose |= others
		default:
			return false
		}
		if starting > run.Day && starting.Within("", run.Campaign.EndingDate) {
			days = append(days, starting)
		}
		return true
	}
	for _, r := range all.Prices {
		if meant(&prices, r.SalesType, r.SalesCode, string(p.PriceGroup), r.StartingDate) {
			rows.Prices = append(rows.Prices, r)
		}
	}
	for kind := range all.Discounts {
		for _, r := range all.Discounts[kind] {
			if meant(&discounts, r.SalesType, r.SalesCode, string(p.DiscGroup), r.StartingDate) {
				rows.Discounts[kind] = append(rows.Discounts[kind], r)
			}
		}
	}
	if prices != mine|others && discounts != mine|others {
		return rows, nil
	}
	slices.Sort(days)
	return rows, slices.Compact(days)
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

// take adds the conflicts of a line to those of the lines before, whose places it keeps. The same conflict on another quantity,
// unit or variant of the item is the same to the reader.
func (run *DryRun) take(met meeting, places map[Conflict]int) {
	var fresh []Conflict
	for c, parties := range met {
		c.Parties = parties
		fresh = append(fresh, c)
	}
	slices.SortFunc(fresh, compareConflicts)
	for _, c := range fresh {
		same := c
		same.Parties, same.Taken, same.Passed = 0, 0, 0
		if at, ok := places[same]; ok {
			run.Conflicts[at].Parties = max(run.Conflicts[at].Parties, c.Parties)
			continue
		}
		places[same] = len(run.Conflicts)
		run.Conflicts = append(run.Conflicts, c)
	}
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
