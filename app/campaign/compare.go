package campaign

import (
	"slices"

	"campaigndesk/app"
	"campaigndesk/app/pricing"
	"campaigndesk/data"
)

// comparedItems bounds how many items of a discount group are compared; whole ranges would not be read by anybody.
const comparedItems = 500

// asked is a line that a row of the campaign is about: the least of it that the row is for.
type asked struct {
	item     data.ItemNo
	variant  data.VariantCode
	unit     data.UnitCode
	quantity data.Amount
}

// linesOf are the lines that the campaign's rows of a day are about, and how many items of discount groups are left out.
func linesOf(s *app.Session, rows []Row, day data.Date) (lines []asked, unpriced int, err error) {
	seen := map[asked]bool{}
	add := func(l asked) {
		l.quantity = max(l.quantity, data.One)
		if !seen[l] {
			seen[l] = true
			lines = append(lines, l)
		}
	}
	for _, r := range rows {
		switch {
		case !r.validOn(day):
		case r.Price != nil:
			add(asked{r.Price.ItemNo, r.Price.VariantCode, r.Price.UnitCode, r.Price.MinimumQuantity})
		case r.Discount.Type == data.DiscountItem:
			add(asked{data.ItemNo(r.Discount.Code), r.Discount.VariantCode, r.Discount.UnitCode, r.Discount.MinimumQuantity})
		default:
			ofGroup := data.View{Fixed: []data.Cond{data.Equal("item_disc_group", r.Discount.Code), data.Equal("blocked", false)}}
			count, err := data.Items.Count(s.DB, ofGroup)
			if err != nil {
				return nil, 0, err
			}
			items, err := data.Items.First(s.DB, ofGroup, comparedItems)
			if err != nil {
				return nil, 0, err
			}
			unpriced += count - len(items)
			for _, item := range items {
				add(asked{item: item.No, unit: r.Discount.UnitCode, quantity: r.Discount.MinimumQuantity})
			}
		}
	}
	return lines, unpriced, nil
}

func itemsOf(lines []asked) []data.ItemNo {
	items := make([]data.ItemNo, len(lines))
	for i, l := range lines {
		items[i] = l.item
	}
	slices.Sort(items)
	return slices.Compact(items)
}

// compare prices every line for everybody before and after the step. It returns the marks of the campaign's rows that
// somebody gets.
func (run *DryRun) compare(book *pricing.Book, a *audience, lines []asked) map[int64]bool {
	won, places := map[int64]bool{}, map[Conflict]int{}
	for _, l := range lines {
		met := meeting{}
		changes := map[PriceChange]int{}
		var order []PriceChange
		rows := book.Rows(l.item)
		for _, k := range a.kindsFor(rows) {
			without, err := book.Line(k.party, l.item, l.variant, l.unit, l.quantity, run.Day)
			if err != nil {
				break // the item has not this unit any more: the row can never apply
			}
			with := without
			with.Campaigns = including(k.party.Campaigns, run.Campaign.No)
			outside, inside := paid(book.Best(&without)), book.Best(&with)
			if k.reached() > 0 {
				noteWinners(inside, run.Campaign.No, won)
				run.meet(met, rows, with, k)
			}
			for _, side := range []struct {
				parties       int
				before, after data.Amount
			}{{k.count[enters], outside, paid(inside)}, {k.count[leaves], paid(inside), outside}} {
				if side.parties == 0 || side.before == side.after {
					continue
				}
				change := PriceChange{ItemNo: l.item, Description: with.Item.Description, VariantCode: l.variant, UnitCode: with.UnitCode,
					CurrencyCode: k.party.Currency.Code, Quantity: l.quantity, Before: side.before, After: side.after}
				change.Margin, change.HasMargin = margin(&with, side.after)
				if changes[change] == 0 {
					order = append(order, change)
				}
				changes[change] += side.parties
			}
		}
		for _, change := range order {
			parties := changes[change]
			change.Parties = parties
			run.Changes = append(run.Changes, change)
		}
		run.take(met, places)
	}
	return won
}

// including is a list of campaigns with one more, ascending.
func including(campaigns []data.CampaignNo, no data.CampaignNo) []data.CampaignNo {
	all := append(slices.Clone(campaigns), no)
	slices.Sort(all)
	return all
}

// noteWinners notes the campaign's rows that a line took.
func noteWinners(r pricing.Result, no data.CampaignNo, won map[int64]bool) {
	if r.PriceCampaign() == no {
		won[r.Price.ID] = true
	}
	if r.DiscountCampaign() == no {
		won[-r.LineDiscount.ID] = true
	}
}

// paid is what one unit costs after the discount.
func paid(r pricing.Result) data.Amount { return less(r.UnitPrice, r.Discount) }

// margin is what of a price is left above the item's cost, in per cent of the price.
func margin(line *pricing.Line, price data.Amount) (percent data.Amount, ok bool) {
	cost, ok := pricing.CardCost(line)
	if !ok || cost == 0 || price == 0 {
		return 0, false
	}
	return marginOf(price, cost)
}
