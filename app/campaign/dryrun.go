package campaign

import (
	"cmp"
	"slices"

	"campaigndesk/app"
	"campaigndesk/app/pricing"
	"campaigndesk/data"
)

// Step is what a dry run tries out.
type Step int

const (
	Activating   Step = iota // adds whom segments and interactions call for; removes nobody (CP-80)
	Aligning                 // adds and removes, so that the target group is what they call for (OQ-2)
	Deactivating             // removes everybody (CP-86)
)

// DryRun is what a step would do, found without writing anything.
type DryRun struct {
	Campaign  data.Campaign
	Step      Step
	Day       data.Date // on which prices are compared: the work date, or the campaign's start if that is still to come
	Entering  []data.CampaignTarget
	Leaving   []data.CampaignTarget
	Staying   int
	Changes   []PriceChange
	Conflicts []Conflict
	Faults    []Fault
	Unpriced  int // items of discount groups beyond those compared
}

// PriceChange says that a number of parties would pay another price for an item: what one unit costs after the discount.
type PriceChange struct {
	ItemNo        data.ItemNo
	Description   string
	VariantCode   data.VariantCode
	UnitCode      data.UnitCode
	CurrencyCode  data.CurrencyCode
	Quantity      data.Amount
	Before, After data.Amount
	Parties       int
	Margin        data.Amount // per cent of the new price that is above cost; negative below cost
	HasMargin     bool        // a cost is known
}

// Conflict says that another campaign or an agreement with the customer meets the campaign on an item for some parties.
type Conflict struct {
	ItemNo      data.ItemNo
	Description string
	Other       string // number of the other campaign or customer
	Agreement   bool   // with a customer, not a campaign
	Wins        bool   // this campaign's row is the one that is taken
	Parties     int
	From, To    data.Date // days on which both rows hold, blank where open
}

// Fault is something that is probably not meant.
type Fault struct {
	Kind  data.Message // in a word or two
	Text  data.Message
	Grave bool
}

// comparedItems bounds how many items of discount groups are compared; whole ranges would not be read by anybody.
const comparedItems = 500

// Try finds out what a step would do to a campaign.
func Try(s *app.Session, no data.CampaignNo, step Step) (*DryRun, error) {
	campaign, err := get(s.DB, no)
	if err != nil {
		return nil, err
	}
	run := &DryRun{Campaign: campaign, Step: step, Day: s.WorkDate}
	if campaign.StartingDate > s.WorkDate {
		run.Day = campaign.StartingDate
	}
	if err := run.group(s); err != nil {
		return nil, err
	}
	rows, err := Rows(s, no)
	if err != nil {
		return nil, err
	}
	if err := run.compare(s, rows); err != nil {
		return nil, err
	}
	run.judge(s, rows)
	return run, nil
}

// group finds who enters, leaves and stays.
func (run *DryRun) group(s *app.Session) (err error) {
	no := run.Campaign.No
	customers, contacts, err := data.TargetCounts(s.DB, no)
	if err != nil {
		return err
	}
	if run.Step != Deactivating {
		if run.Entering, err = data.Entering(s.DB, no); err != nil {
			return err
		}
	}
	switch run.Step {
	case Aligning:
		run.Leaving, err = data.Leaving(s.DB, no)
	case Deactivating:
		run.Leaving, err = data.CampaignTargets.Select(s.DB, targetsOf(no))
	}
	run.Staying = customers + contacts - len(run.Leaving)
	return err
}

func targetsOf(no data.CampaignNo) data.View {
	return data.View{Fixed: []data.Cond{data.Equal("campaign_no", no)}}
}

// terms are parties for whom every line of the campaign costs the same, with and without it.
type terms struct {
	with, without pricing.Party
	entering      int
	leaving       int
	staying       int
}

// compare prices every row of the campaign for every kind of party before and after the step.
func (run *DryRun) compare(s *app.Session, rows []Row) error {
	lines, err := run.linesOf(s, rows)
	if err != nil || len(lines) == 0 {
		return err
	}
	items := make([]data.ItemNo, len(lines))
	for i, l := range lines {
		items[i] = l.item
	}
	slices.Sort(items)
	book, err := pricing.Load(s.DB, s.Setup, slices.Compact(items))
	if err != nil {
		return err
	}
	kinds, err := run.kindsOfParties(s, book)
	if err != nil {
		return err
	}
	for _, l := range lines {
		if err := run.compareLine(book, l, kinds); err != nil {
			return err
		}
	}
	return nil
}

// asked is a line that a row of the campaign is about.
type asked struct {
	item     data.ItemNo
	variant  data.VariantCode
	unit     data.UnitCode
	quantity data.Amount
}

func (run *DryRun) linesOf(s *app.Session, rows []Row) ([]asked, error) {
	var lines []asked
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
		case r.Price != nil:
			add(asked{r.Price.ItemNo, r.Price.VariantCode, r.Price.UnitCode, r.Price.MinimumQuantity})
		case r.Discount.Type == data.DiscountItem:
			add(asked{data.ItemNo(r.Discount.Code), r.Discount.VariantCode, r.Discount.UnitCode, r.Discount.MinimumQuantity})
		default:
			ofGroup := data.View{Fixed: []data.Cond{data.Equal("item_disc_group", r.Discount.Code), data.Equal("blocked", false)}}
			count, err := data.Items.Count(s.DB, ofGroup)
			if err != nil {
				return nil, err
			}
			items, err := data.Items.First(s.DB, ofGroup, comparedItems)
			if err != nil {
				return nil, err
			}
			run.Unpriced += count - len(items)
			for _, item := range items {
				add(asked{item: item.No, quantity: r.Discount.MinimumQuantity})
			}
		}
	}
	return lines, nil
}

// kindsOfParties puts the parties together whose lines cost the same: with equal terms, in the same target groups, and without
// prices of their own for one of the items.
func (run *DryRun) kindsOfParties(s *app.Session, book *pricing.Book) ([]*terms, error) {
	own := map[string]bool{} // customers with rows of their own
	for _, item := range book.Items() {
		rows := book.Rows(item)
		for _, p := range rows.Prices {
			if p.SalesType == data.ForCustomer {
				own[p.SalesCode] = true
			}
		}
		for _, discounts := range rows.Discounts {
			for _, d := range discounts {
				if d.SalesType == data.ForCustomer {
					own[d.SalesCode] = true
				}
			}
		}
	}
	current, err := data.CampaignTargets.Select(s.DB, targetsOf(run.Campaign.No))
	if err != nil {
		return nil, err
	}
	leaving := map[data.CampaignTarget]bool{}
	for _, t := range run.Leaving {
		leaving[data.CampaignTarget{Type: t.Type, No: t.No}] = true
	}
	kinds := map[string]*terms{}
	var order []*terms
	count := func(targets []data.CampaignTarget, entering bool) error {
		who := make([]data.TargetedParty, len(targets))
		for i, t := range targets {
			if t.Type == data.TargetCustomer {
				who[i].CustomerNo = data.CustomerNo(t.No)
			} else {
				who[i].ContactNo = data.ContactNo(t.No)
			}
		}
		parties, err := pricing.Parties(s.DB, s.Setup, who, run.Day)
		if err != nil {
			return err
		}
		for _, p := range parties {
			with, without := withCampaign(p, run.Campaign.No)
			key := signature(without, own)
			k := kinds[key]
			if k == nil {
				k = &terms{with: with, without: without}
				kinds[key] = k
				order = append(order, k)
			}
			is := data.CampaignTarget{Type: data.TargetContact, No: string(p.ContactNo)}
			if p.CustomerNo != "" {
				is = data.CampaignTarget{Type: data.TargetCustomer, No: string(p.CustomerNo)}
			}
			switch {
			case entering:
				k.entering++
			case leaving[is]:
				k.leaving++
			default:
				k.staying++
			}
		}
		return nil
	}
	if err := count(run.Entering, true); err != nil {
		return nil, err
	}
	return order, count(current, false)
}

// withCampaign is the party as a target of the campaign and as none.
func withCampaign(p pricing.Party, no data.CampaignNo) (with, without pricing.Party) {
	with, without = p, p
	without.Campaigns = slices.DeleteFunc(slices.Clone(p.Campaigns), func(c data.CampaignNo) bool { return c == no })
	with.Campaigns = append(slices.Clone(without.Campaigns), no)
	slices.Sort(with.Campaigns)
	return with, without
}

// signature is equal for parties whose lines cost the same.
func signature(p pricing.Party, own map[string]bool) string {
	who := ""
	if own[string(p.CustomerNo)] {
		who = string(p.CustomerNo)
	}
	key := who + "|" + string(p.PriceGroup) + "|" + string(p.DiscGroup) + "|" + string(p.Currency.Code) + "|" + string(p.VATGroup)
	for _, flag := range []bool{p.PricesIncludingVAT, p.AllowLineDisc} {
		if flag {
			key += "|y"
		} else {
			key += "|n"
		}
	}
	for _, c := range p.Campaigns {
		key += "|" + string(c)
	}
	return key
}

// compareLine prices one line for every kind of party.
func (run *DryRun) compareLine(book *pricing.Book, l asked, kinds []*terms) error {
	changes := map[PriceChange]int{}
	var order []PriceChange
	for _, k := range kinds {
		line, err := book.Line(k.with, l.item, l.variant, l.unit, l.quantity, run.Day)
		if err != nil {
			return nil // the item has not this unit any more: the row can never apply
		}
		explained := book.Explain(&line)
		after := paid(explained.Result)
		outside := line
		outside.Party = k.without
		before := paid(book.Best(&outside))
		if run.Step != Deactivating {
			run.meet(&line, explained, k.entering+k.staying)
		}
		moved := k.entering
		if k.leaving > 0 {
			before, after, moved = after, before, k.leaving
		}
		if moved == 0 || before == after {
			continue
		}
		change := PriceChange{ItemNo: l.item, Description: line.Item.Description, VariantCode: l.variant, UnitCode: line.UnitCode,
			CurrencyCode: k.with.Currency.Code, Quantity: l.quantity, Before: before, After: after}
		change.Margin, change.HasMargin = margin(&line, after)
		if changes[change] == 0 {
			order = append(order, change)
		}
		changes[change] += moved
	}
	for _, change := range order {
		change, parties := change, changes[change]
		change.Parties = parties
		run.Changes = append(run.Changes, change)
	}
	return nil
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

// meet notes the rows of others that apply to the line beside the campaign's.
func (run *DryRun) meet(line *pricing.Line, explained pricing.Explanation, parties int) {
	var own *data.SalesPrice
	for _, v := range explained.Prices {
		if run.isOwn(v.Row.SalesType, v.Row.SalesCode) && (v.Verdict == pricing.Chosen || v.Verdict == pricing.MoreExpensive || v.Verdict == pricing.LessSpecific) {
			own = v.Row
			if v.Verdict == pricing.Chosen {
				break
			}
		}
	}
	if own == nil || parties == 0 {
		return
	}
	for _, v := range explained.Prices {
		row := v.Row
		other := row.SalesType == data.ForCampaign && !run.isOwn(row.SalesType, row.SalesCode) || row.SalesType == data.ForCustomer
		if !other || v.Verdict != pricing.Chosen && v.Verdict != pricing.MoreExpensive && v.Verdict != pricing.LessSpecific {
			continue
		}
		c := Conflict{ItemNo: line.Item.No, Description: line.Item.Description, Other: row.SalesCode, Agreement: row.SalesType == data.ForCustomer,
			Wins: explained.Price == own, From: max(own.StartingDate, row.StartingDate), To: earlier(own.EndingDate, row.EndingDate)}
		same := slices.IndexFunc(run.Conflicts, func(o Conflict) bool {
			o.Parties = 0
			return o == c
		})
		if same < 0 {
			c.Parties = parties
			run.Conflicts = append(run.Conflicts, c)
		} else {
			run.Conflicts[same].Parties = max(run.Conflicts[same].Parties, parties)
		}
	}
}

func (run *DryRun) isOwn(kind data.SalesType, code string) bool {
	return kind == data.ForCampaign && code == string(run.Campaign.No)
}

// earlier is the earlier of two ends, a blank one being open.
func earlier(a, b data.Date) data.Date {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}

// judge lists what is probably not meant.
func (run *DryRun) judge(s *app.Session, rows []Row) {
	fault := func(grave bool, kind string, text data.Message) {
		run.Faults = append(run.Faults, Fault{data.Msg(kind), text, grave})
	}
	c := run.Campaign
	if run.Step != Deactivating && len(run.Entering)+run.Staying == 0 {
		fault(true, "fault-no-targets", data.Msg("m02-no-targets", c.No))
	}
	if len(rows) == 0 {
		fault(true, "fault-no-rows", data.Msg("campaign-without-prices", c.No))
	}
	switch {
	case c.StartingDate > s.WorkDate:
		fault(false, "fault-not-begun", data.Msg("campaign-not-begun", c.No, c.StartingDate))
	case c.EndingDate != "" && c.EndingDate < s.WorkDate:
		fault(true, "fault-over", data.Msg("campaign-over", c.No, c.EndingDate))
	}
	for _, r := range rows {
		code, description := r.subject()
		switch {
		case r.zero():
			fault(true, "fault-zero", data.Msg("fault-zero-text", code, description))
		case r.belowCost():
			fault(true, "fault-below-cost", data.Msg("fault-below-cost-text", code, description, r.Margin))
		case r.aboveList():
			fault(false, "fault-above-list", data.Msg("fault-above-list-text", code, description, r.Price.UnitPrice, r.ListPrice))
		}
	}
	for _, conflict := range run.Conflicts {
		if !conflict.Agreement {
			fault(false, "fault-conflict", data.Msg("fault-conflict-text", conflict.ItemNo, conflict.Description, conflict.Other, conflict.Parties))
		}
	}
	slices.SortStableFunc(run.Faults, func(a, b Fault) int { return cmp.Compare(rank(a), rank(b)) })
}

func rank(f Fault) int {
	if f.Grave {
		return 0
	}
	return 1
}
