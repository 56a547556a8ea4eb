// Package windows holds the windows of Campaign Desk, one file each. A window is a function that returns a value of the page
// kit: its table, fields, parts, fact boxes and actions, in this order. What two windows share belongs to the kit, what
// decides something to package app.
package windows

import (
	"slices"

	"campaigndesk/app"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// All is the register: every window once. Windows of one record are opened here with a sample, for the contract test and the
// pictures; the navigation shows those with a group.
func All() []page.Entry {
	return []page.Entry{
		{Name: "campaigns", Caption: "campaigns", Group: "marketing", Words: "words-campaigns", Open: Campaigns,
			Count: counted(data.Campaigns), Counts: []string{data.Campaigns.Name()}},
		{Name: "campaign-card", Caption: "campaign-card", Words: "words-campaigns", Open: func(s *app.Session) page.Page { return CampaignCard(s, running(s, true).ID) }},
		{Name: "comment-sheet", Caption: "comment-sheet", Words: "words-comments", Open: func(s *app.Session) page.Page { return CommentSheet(s, first(s, data.Campaigns).No) }},
		{Name: "activation", Caption: "activation", Words: "words-activation", Open: func(s *app.Session) page.Page { return Activation(s, running(s, false).No) }},
		{Name: "deactivation", Caption: "deactivation", Words: "words-activation", Open: func(s *app.Session) page.Page { return Deactivation(s, running(s, true).No) }},
		{Name: "alignment", Caption: "alignment", Words: "words-activation", Open: func(s *app.Session) page.Page { return Alignment(s, drifting(s)) }},
		{Name: "who-gets-it", Caption: "who-gets-it", Words: "words-targets", Open: func(s *app.Session) page.Page { return WhoGetsIt(s, running(s, true).No) }},
		{Name: "segments", Caption: "segments", Group: "marketing", Words: "words-segments", Open: Segments,
			Count: counted(data.SegmentHeaders), Counts: []string{data.SegmentHeaders.Name()}},
		{Name: "segment-card", Caption: "segment-card", Words: "words-segments", Open: func(s *app.Session) page.Page { return SegmentCard(s, first(s, data.SegmentHeaders).ID, "") }},

		{Name: "sales-prices", Caption: "sales-prices", Group: "prices", Words: "words-prices", Open: func(s *app.Session) page.Page { return SalesPrices(s, priceFilters{}) }},
		{Name: "sales-line-discounts", Caption: "sales-line-discounts", Group: "prices", Words: "words-discounts", Open: func(s *app.Session) page.Page { return SalesLineDiscounts(s, priceFilters{}) }},
		{Name: "sales-quotes", Caption: "sales-quotes", Group: "prices", Words: "words-quotes", Open: Quotes,
			Count: counted(data.QuoteHeaders), Counts: []string{data.QuoteHeaders.Name()}},
		{Name: "sales-quote", Caption: "sales-quote", Words: "words-quotes", Open: func(s *app.Session) page.Page { return QuoteCard(s, first(s, data.QuoteHeaders).ID) }},
		{Name: "price-check", Caption: "price-check", Group: "prices", Words: "words-price-check", Open: func(s *app.Session) page.Page { return PriceCheck(s) }},
		{Name: "why-this-price", Caption: "why-this-price", Words: "words-price-check", Open: func(s *app.Session) page.Page { return WhyThisPrice(s, questionOfPrice(s, campaignPrice(s))) }},

		{Name: "contacts", Caption: "contacts", Group: "registers", Words: "words-contacts", Open: Contacts},
		{Name: "contact-card", Caption: "contact-card", Words: "words-contacts", Open: func(s *app.Session) page.Page { return ContactCard(s, first(s, data.Contacts).ID, "") }},
		{Name: "customers", Caption: "customers", Group: "registers", Words: "words-customers", Open: Customers},
		{Name: "customer-card", Caption: "customer-card", Words: "words-customers", Open: func(s *app.Session) page.Page { return CustomerCard(s, first(s, data.Customers).ID) }},
		{Name: "items", Caption: "items", Group: "registers", Words: "words-items", Open: Items},
		{Name: "item-card", Caption: "item-card", Words: "words-items", Open: func(s *app.Session) page.Page { return ItemCard(s, first(s, data.Items).ID) }},
		{Name: "salespeople", Caption: "salespeople", Group: "registers", Words: "words-salespeople", Open: Salespeople},
		{Name: "customer-price-groups", Caption: "customer-price-groups", Group: "registers", Words: "words-groups", Open: CustomerPriceGroups},
		{Name: "customer-disc-groups", Caption: "customer-disc-groups", Group: "registers", Words: "words-groups", Open: CustomerDiscGroups},
		{Name: "item-discount-groups", Caption: "item-discount-groups", Group: "registers", Words: "words-groups", Open: ItemDiscountGroups},

		{Name: "setup", Caption: "setup", Group: "setup", Words: "words-setup", Open: Setup},
		{Name: "campaign-status", Caption: "campaign-status", Group: "setup", Words: "words-campaigns", Open: CampaignStatus},
		{Name: "number-series", Caption: "number-series", Group: "setup", Words: "words-numbers", Open: NumberSeries},
		{Name: "no-series-lines", Caption: "no-series-lines", Words: "words-numbers", Open: func(s *app.Session) page.Page { return noSeriesLines(s, s.Setup.CampaignNos) }},
		{Name: "no-series-relationships", Caption: "no-series-relationships", Words: "words-numbers", Open: func(s *app.Session) page.Page { return noSeriesRelationships(s, s.Setup.CampaignNos) }},
		{Name: "units-of-measure", Caption: "units-of-measure", Words: "words-units", Open: UnitsOfMeasure},
		{Name: "currencies", Caption: "currencies", Words: "words-currencies", Open: Currencies},
		{Name: "exchange-rates", Caption: "exchange-rates", Words: "words-currencies", Open: func(s *app.Session) page.Page { return ExchangeRates(s, first(s, data.Currencies).Code) }},
		{Name: "vat-posting-setup", Caption: "vat-posting-setup", Words: "words-vat", Open: VATPostingSetup},
		{Name: "dimension-values", Caption: "dimension-values", Words: "words-dimensions", Open: func(s *app.Session) page.Page { return DimensionValues(s, 1) }},
		{Name: "import", Caption: "import", Group: "setup", Words: "words-import", Open: Import},
		{Name: "journal", Caption: "journal", Group: "setup", Words: "words-journal", Open: Journal},
		{Name: "backups", Caption: "backups", Group: "setup", Words: "words-backups", Open: Backups},
	}
}

// first is the first record of a table, the zero value when there is none.
func first[T any](s *app.Session, table *data.Table[T]) T {
	var none T
	records, err := table.First(s.DB, data.View{}, 1)
	if err != nil || len(records) == 0 {
		return none
	}
	return records[0]
}

// running is the first campaign that runs on the work date and is activated or not, the zero value when there is none.
func running(s *app.Session, activated bool) data.Campaign {
	campaigns, err := data.Campaigns.Select(s.DB, data.View{Fixed: []data.Cond{data.Between("starting_date", "ending_date", s.WorkDate)}})
	if i := slices.IndexFunc(campaigns, func(c data.Campaign) bool { return c.Activated == activated }); err == nil && i >= 0 {
		return campaigns[i]
	}
	return data.Campaign{}
}

// campaignPrice is the first price of a campaign that runs and is activated, the zero value when there is none.
func campaignPrice(s *app.Session) *data.SalesPrice {
	prices, err := data.SalesPrices.First(s.DB, data.View{Fixed: []data.Cond{
		data.Equal("sales_type", data.ForCampaign), data.Equal("sales_code", string(running(s, true).No))}}, 1)
	if err != nil || len(prices) == 0 {
		return &data.SalesPrice{}
	}
	return &prices[0]
}

// drifting is the first campaign whose target group is not what segments and interactions call for, blank when there is none.
func drifting(s *app.Session) data.CampaignNo {
	drifts, err := data.Drifting(s.DB)
	if err != nil || len(drifts) == 0 {
		return ""
	}
	return drifts[0].CampaignNo
}

// counted counts the records of a table for the navigation.
func counted[T any](table *data.Table[T]) func(s *app.Session) (int, error) {
	return func(s *app.Session) (int, error) { return table.Count(s.DB, data.View{}) }
}
