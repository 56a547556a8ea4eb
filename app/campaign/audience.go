package campaign

import (
	"fmt"
	"slices"

	"campaigndesk/app"
	"campaigndesk/app/pricing"
	"campaigndesk/data"
)

// audience are the parties that a dry run prices lines for. Most of them have the same terms and no rows of their own, so they
// are priced together: for each line one question per kind of terms, and further ones only for the parties that a row for
// that very item sets apart.
type audience struct {
	members    []member
	terms      []kind // all members by their terms, as if they had no rows of their own and no other campaigns
	byCustomer map[data.CustomerNo]int
	byCampaign map[data.CampaignNo][]int // the members that other campaigns reach
}

// member is a party with what the step does to it.
type member struct {
	party pricing.Party // without the campaign that is tried
	terms int           // its place in the audience's terms
	move  move
}

// move is what a step does to a party: whether the campaign's rows reach it before and after.
type move int

const (
	stays move = iota
	enters
	leaves
)

// kind are parties for whom a line costs the same.
type kind struct {
	party pricing.Party // without the campaign that is tried
	count [3]int        // by move
}

// reached is how many of the parties the campaign reaches after the step.
func (k *kind) reached() int { return k.count[stays] + k.count[enters] }

// audience finds the parties of everybody who stays, enters or leaves. Who stands in the target group twice, as a customer and
// as its contact, is one party, and is reached as long as one of the two is there (CP-213).
func (run *DryRun) audience(s *app.Session, staying []data.CampaignTarget) (*audience, error) {
	a := &audience{byCustomer: map[data.CustomerNo]int{}, byCampaign: map[data.CampaignNo][]int{}}
	known, places := map[string]bool{}, map[terms]int{}
	for _, part := range []struct {
		targets []data.CampaignTarget
		reached bool // after the step
	}{{staying, true}, {run.Entering, true}, {run.Leaving, false}} {
		parties, err := pricing.Parties(s.DB, s.Setup, whoAre(part.targets), run.Day)
		if err != nil {
			return nil, err
		}
		for _, p := range parties {
			who := "customer " + string(p.CustomerNo)
			if p.CustomerNo == "" {
				who = "contact " + string(p.ContactNo)
			}
			if known[who] {
				continue
			}
			known[who] = true
			m := member{party: p, move: moveOf(slices.Contains(p.Campaigns, run.Campaign.No), part.reached)}
			m.party.Campaigns = slices.DeleteFunc(p.Campaigns, func(c data.CampaignNo) bool { return c == run.Campaign.No })
			a.add(m, places)
		}
	}
	return a, nil
}

// parties are all whose rows can matter: the members, and whoever the campaign reaches.
func (a *audience) parties(campaign data.CampaignNo) []pricing.Party {
	all := []pricing.Party{{Campaigns: []data.CampaignNo{campaign}}}
	for i := range a.members {
		all = append(all, a.members[i].party)
	}
	return all
}

func moveOf(before, after bool) move {
	switch {
	case !after:
		return leaves
	case !before:
		return enters
	}
	return stays
}

// terms are what prices depend on besides who the party is.
type terms struct {
	priceGroup         data.CustomerPriceGroup
	discGroup          data.CustomerDiscGroup
	currency           data.CurrencyCode
	vatGroup           data.VATBusinessGroup
	pricesIncludingVAT bool
	allowLineDisc      bool
}

func (a *audience) add(m member, places map[terms]int) {
	t := terms{m.party.PriceGroup, m.party.DiscGroup, m.party.Currency.Code, m.party.VATGroup, m.party.PricesIncludingVAT, m.party.AllowLineDisc}
	place, ok := places[t]
	if !ok {
		place = len(a.terms)
		places[t] = place
		anybody := m.party
		anybody.CustomerNo, anybody.ContactNo, anybody.Campaigns = "", "", nil
		a.terms = append(a.terms, kind{party: anybody})
	}
	m.terms = place
	a.terms[place].count[m.move]++
	if m.party.CustomerNo != "" {
		a.byCustomer[m.party.CustomerNo] = len(a.members)
	}
	for _, c := range m.party.Campaigns {
		a.byCampaign[c] = append(a.byCampaign[c], len(a.members))
	}
	a.members = append(a.members, m)
}

// kindsFor puts the parties together for whom a line of an item costs the same, given the rows that might apply to it.
func (a *audience) kindsFor(rows pricing.Rows) []kind {
	own, others := map[data.CustomerNo]bool{}, map[data.CampaignNo]bool{}
	note := func(salesType data.SalesType, code string) {
		switch salesType {
		case data.ForCustomer:
			own[data.CustomerNo(code)] = true
		case data.ForCampaign:
			others[data.CampaignNo(code)] = true
		}
	}
	for i := range rows.Prices {
		note(rows.Prices[i].SalesType, rows.Prices[i].SalesCode)
	}
	for _, discounts := range rows.Discounts {
		for i := range discounts {
			note(discounts[i].SalesType, discounts[i].SalesCode)
		}
	}
	var apart []int
	for customer := range own {
		if i, ok := a.byCustomer[customer]; ok {
			apart = append(apart, i)
		}
	}
	for campaign := range others {
		apart = append(apart, a.byCampaign[campaign]...)
	}
	slices.Sort(apart)

	kinds := slices.Clone(a.terms)
	places := map[string]int{}
	for _, i := range slices.Compact(apart) {
		m := &a.members[i]
		kinds[m.terms].count[m.move]--
		party := m.party
		if !own[party.CustomerNo] {
			party.CustomerNo = ""
		}
		party.Campaigns = slices.DeleteFunc(slices.Clone(party.Campaigns), func(c data.CampaignNo) bool { return !others[c] })
		key := fmt.Sprint(m.terms, party.CustomerNo, party.Campaigns)
		place, ok := places[key]
		if !ok {
			place = len(kinds)
			places[key] = place
			kinds = append(kinds, kind{party: party})
		}
		kinds[place].count[m.move]++
	}
	return slices.DeleteFunc(kinds, func(k kind) bool { return k.count == [3]int{} })
}

// whoAre are targets as the price engine names parties.
func whoAre(targets []data.CampaignTarget) []data.TargetedParty {
	who := make([]data.TargetedParty, len(targets))
	for i, t := range targets {
		if t.Type == data.TargetCustomer {
			who[i].CustomerNo = data.CustomerNo(t.No)
		} else {
			who[i].ContactNo = data.ContactNo(t.No)
		}
	}
	return who
}
