// Package windows holds the windows of Campaign Desk, one file each. A window is a function that returns a value of the page
// kit: its table, fields, parts, fact boxes and actions, in this order. What two windows share belongs to the kit, what
// decides something to package app.
package windows

import (
	"slices"

	"campaigndesk/app"
	"campaigndesk/app/interaction"
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
		{Name: "campaign-entries", Caption: "campaign-entries", Words: "words-campaign-entries", Open: CampaignEntries},
		{Name: "campaign-statistics", Caption: "campaign-statistics", Words: "words-statistics", Open: func(s *app.Session) page.Page { return CampaignStatistics(s, running(s, true).No) }},
		{Name: "statistics-of-all-campaigns", Caption: "statistics-of-all-campaigns", Words: "words-statistics", Open: AllCampaignStatistics},
		{Name: "given-away-on-quotes", Caption: "given-away-on-quotes", Words: "words-statistics", Open: func(s *app.Session) page.Page {
			c := running(s, true)
			return givenAway(s, &c, data.Period{})
		}},
		{Name: "segments", Caption: "segments", Group: "marketing", Words: "words-segments", Open: Segments,
			Count: counted(data.SegmentHeaders), Counts: []string{data.SegmentHeaders.Name()}},
		{Name: "segment-card", Caption: "segment-card", Words: "words-segments", Open: func(s *app.Session) page.Page { return SegmentCard(s, first(s, data.SegmentHeaders).ID, "") }},
		{Name: "segment-criteria", Caption: "segment-criteria", Words: "words-criteria", Open: func(s *app.Session) page.Page { return SegmentCriteria(s, first(s, data.SegmentHeaders).No) }},
		{Name: "segment-explain", Caption: "segment-explain", Words: "words-criteria", Open: func(s *app.Session) page.Page {
			return SegmentExplain(s, first(s, data.SegmentHeaders).No, first(s, data.Contacts).No)
		}},
		{Name: "segment-languages", Caption: "segment-languages", Words: "words-segments", Open: func(s *app.Session) page.Page { return SegmentLanguages(s, first(s, data.SegmentHeaders).No, 0) }},
		{Name: "saved-criteria", Caption: "saved-criteria", Words: "words-criteria", Open: SavedCriteria},
		{Name: "saved-criteria-card", Caption: "saved-criteria-card", Words: "words-criteria", Open: func(s *app.Session) page.Page { return SavedCriteriaCard(s, first(s, data.SavedCriteriaSets).ID) }},
		{Name: "logged-segments", Caption: "logged-segments", Words: "words-logged-segments", Open: LoggedSegments},
		{Name: "contact-segments", Caption: "contact-segments", Words: "words-segments", Open: func(s *app.Session) page.Page {
			c := first(s, data.Contacts)
			return ContactSegments(s, &c)
		}},
		{Name: "call-round", Caption: "call-round", Words: "words-calls", Open: func(s *app.Session) page.Page { return CallRound(s, first(s, data.SegmentHeaders).No) }},
		{Name: "letters", Caption: "letters", Words: "words-letters", Open: func(s *app.Session) page.Page { return Letters(s, first(s, data.SegmentHeaders).No) }},
		{Name: "report-campaign-details", Caption: "report-campaign-details", Words: "words-reports", Open: func(s *app.Session) page.Page { return campaignDetails(s, "").preview() }},
		{Name: "report-segment-contacts", Caption: "report-segment-contacts", Words: "words-reports", Open: func(s *app.Session) page.Page { return segmentContacts(s, "").preview() }},
		{Name: "report-segment-labels", Caption: "report-segment-labels", Words: "words-reports", Open: func(s *app.Session) page.Page {
			return segmentLabels(s, first(s, data.SegmentHeaders).No).preview()
		}},
		{Name: "report-segment-cover-sheets", Caption: "report-segment-cover-sheets", Words: "words-reports", Open: func(s *app.Session) page.Page {
			h := first(s, data.SegmentHeaders)
			return segmentCoverSheets(s, h.No, h.CampaignNo).preview()
		}},
		{Name: "report-call-sheet", Caption: "report-call-sheet", Words: "words-reports", Open: func(s *app.Session) page.Page { return callSheet(s, first(s, data.SegmentHeaders).No).preview() }},
		{Name: "report-contact-list", Caption: "report-contact-list", Words: "words-reports", Open: func(s *app.Session) page.Page { return contactListReport(s, nil).preview() }},
		{Name: "report-contact-labels", Caption: "report-contact-labels", Words: "words-reports", Open: func(s *app.Session) page.Page { return contactLabels(s, nil).preview() }},
		{Name: "report-contact-cover-sheets", Caption: "report-contact-cover-sheets", Words: "words-reports", Open: func(s *app.Session) page.Page { return contactCoverSheets(s, nil).preview() }},
		{Name: "interaction-log-entries", Caption: "interaction-log-entries", Group: "marketing", Words: "words-interactions", Open: InteractionLog},
		{Name: "postponed-interactions", Caption: "postponed", Group: "marketing", Words: "words-interactions", Open: PostponedInteractions,
			Count: countedIn(data.Interactions, data.Postponed()), Counts: []string{data.Interactions.Name()}},
		{Name: "create-interaction", Caption: "create-interaction", Words: "words-interactions", Open: func(s *app.Session) page.Page {
			return CreateInteraction(s, draftOf(interaction.New(s, interaction.From{ContactNo: first(s, data.Contacts).No})))
		}},
		{Name: "make-phone-call", Caption: "make-phone-call", Words: "words-calls", Open: func(s *app.Session) page.Page {
			return MakePhoneCall(s, draftOf(interaction.NewCall(s, interaction.From{ContactNo: first(s, data.Contacts).No}, "")))
		}},

		{Name: "sales-prices", Caption: "sales-prices", Group: "prices", Words: "words-prices", Open: func(s *app.Session) page.Page { return SalesPrices(s, priceFilters{}) }},
		{Name: "sales-line-discounts", Caption: "sales-line-discounts", Group: "prices", Words: "words-discounts", Open: func(s *app.Session) page.Page { return SalesLineDiscounts(s, priceFilters{}) }},
		{Name: "sales-quotes", Caption: "sales-quotes", Group: "prices", Words: "words-quotes", Open: Quotes,
			Count: counted(data.QuoteHeaders), Counts: []string{data.QuoteHeaders.Name()}},
		{Name: "sales-quote", Caption: "sales-quote", Words: "words-quotes", Open: func(s *app.Session) page.Page { return QuoteCard(s, first(s, data.QuoteHeaders).ID) }},
		{Name: "price-check", Caption: "price-check", Group: "prices", Words: "words-price-check", Open: func(s *app.Session) page.Page { return PriceCheck(s) }},
		{Name: "why-this-price", Caption: "why-this-price", Words: "words-price-check", Open: func(s *app.Session) page.Page { return WhyThisPrice(s, questionOfPrice(s, campaignPrice(s))) }},

		{Name: "contacts", Caption: "contacts", Group: "registers", Words: "words-contacts", Open: Contacts},
		{Name: "contact-card", Caption: "contact-card", Words: "words-contacts", Open: func(s *app.Session) page.Page { return ContactCard(s, first(s, data.Contacts).ID, "") }},
		{Name: "contact-statistics", Caption: "contact-statistics", Words: "words-contacts", Open: func(s *app.Session) page.Page { return ContactStatistics(s, first(s, data.Contacts).No) }},
		{Name: "contact-comments", Caption: "contact-comments", Words: "words-comments", Open: func(s *app.Session) page.Page { return ContactComments(s, first(s, data.Contacts).No) }},
		{Name: "contact-profile", Caption: "contact-profile", Words: "words-profiles", Open: func(s *app.Session) page.Page { return ContactProfile(s, first(s, data.Contacts).No) }},
		{Name: "contact-business-relations", Caption: "contact-business-relations", Words: "words-contact-codes", Open: func(s *app.Session) page.Page { return ContactBusinessRelations(s, first(s, data.Contacts).No) }},
		{Name: "contact-industry-groups", Caption: "contact-industry-groups", Words: "words-contact-codes", Open: func(s *app.Session) page.Page { return ContactIndustryGroups(s, first(s, data.Contacts).No) }},
		{Name: "contact-mailing-groups", Caption: "contact-mailing-groups", Words: "words-contact-codes", Open: func(s *app.Session) page.Page { return ContactMailingGroups(s, first(s, data.Contacts).No) }},
		{Name: "contact-job-responsibilities", Caption: "contact-job-responsibilities", Words: "words-contact-codes", Open: func(s *app.Session) page.Page { return ContactJobResponsibilities(s, aPerson(s)) }},
		{Name: "contact-alt-addresses", Caption: "contact-alt-addresses", Words: "words-addresses", Open: func(s *app.Session) page.Page { return AltAddresses(s, first(s, data.Contacts).No) }},
		{Name: "contact-alt-addr-date-ranges", Caption: "contact-alt-addr-date-ranges", Words: "words-addresses", Open: func(s *app.Session) page.Page { return AltAddressRanges(s, first(s, data.Contacts).No) }},
		{Name: "contact-salutations", Caption: "contact-salutations", Words: "words-salutations", Open: func(s *app.Session) page.Page { return ContactSalutations(s, aPerson(s)) }},
		{Name: "possible-duplicates", Caption: "possible-duplicates", Words: "words-duplicates", Open: func(s *app.Session) page.Page { return LikeContacts(s, first(s, data.Contacts).No) }},
		{Name: "merge-contacts", Caption: "merge-contacts", Words: "words-duplicates", Open: func(s *app.Session) page.Page { return MergeContacts(s, first(s, data.Contacts).No, "") }},
		{Name: "customers", Caption: "customers", Group: "registers", Words: "words-customers", Open: Customers},
		{Name: "customer-card", Caption: "customer-card", Words: "words-customers", Open: func(s *app.Session) page.Page { return CustomerCard(s, first(s, data.Customers).ID) }},
		{Name: "items", Caption: "items", Group: "registers", Words: "words-items", Open: Items},
		{Name: "item-card", Caption: "item-card", Words: "words-items", Open: func(s *app.Session) page.Page { return ItemCard(s, first(s, data.Items).ID) }},
		{Name: "salespeople", Caption: "salespeople", Group: "registers", Words: "words-salespeople", Open: Salespeople},
		{Name: "salesperson-card", Caption: "salesperson-card", Words: "words-salespeople", Open: func(s *app.Session) page.Page { return SalespersonCard(s, first(s, data.Salespeople).ID) }},
		{Name: "salesperson-statistics", Caption: "salesperson-statistics", Words: "words-salespeople", Open: func(s *app.Session) page.Page { return SalespersonStatistics(s, first(s, data.Salespeople).Code) }},
		{Name: "customer-price-groups", Caption: "customer-price-groups", Words: "words-groups", Open: CustomerPriceGroups},
		{Name: "customer-disc-groups", Caption: "customer-disc-groups", Words: "words-groups", Open: CustomerDiscGroups},
		{Name: "item-discount-groups", Caption: "item-discount-groups", Words: "words-groups", Open: ItemDiscountGroups},

		{Name: "setup", Caption: "setup", Group: "setup", Words: "words-setup", Open: Setup},
		{Name: "campaign-status", Caption: "campaign-status", Group: "setup", Words: "words-campaigns", Open: CampaignStatus},
		{Name: "interaction-groups", Caption: "interaction-groups", Words: "words-templates", Open: InteractionGroups},
		{Name: "interaction-group-statistics", Caption: "interaction-group-statistics", Words: "words-statistics", Open: func(s *app.Session) page.Page {
			return InteractionGroupStatistics(s, first(s, data.InteractionGroups).ID)
		}},
		{Name: "interaction-templates", Caption: "interaction-templates", Group: "setup", Words: "words-templates", Open: InteractionTemplates},
		{Name: "interaction-template-statistics", Caption: "interaction-template-statistics", Words: "words-statistics", Open: func(s *app.Session) page.Page {
			return InteractionTemplateStatistics(s, first(s, data.InteractionTemplates).ID)
		}},
		{Name: "interaction-template-languages", Caption: "interaction-template-languages", Words: "words-templates", Open: func(s *app.Session) page.Page {
			return InteractionTemplateLanguages(s, first(s, data.InteractionTemplateLanguages).TemplateCode)
		}},
		{Name: "interaction-template-setup", Caption: "interaction-template-setup", Words: "words-templates", Open: InteractionTemplateSetup},
		{Name: "number-series", Caption: "number-series", Group: "setup", Words: "words-numbers", Open: NumberSeries},
		{Name: "no-series-lines", Caption: "no-series-lines", Words: "words-numbers", Open: func(s *app.Session) page.Page { return noSeriesLines(s, s.Setup.CampaignNos) }},
		{Name: "no-series-relationships", Caption: "no-series-relationships", Words: "words-numbers", Open: func(s *app.Session) page.Page { return noSeriesRelationships(s, s.Setup.CampaignNos) }},
		{Name: "contact-setup", Caption: "contact-setup", Words: "words-contact-codes", Open: ContactSetup},
		{Name: "business-relations", Caption: "business-relations", Words: "words-contact-codes", Open: BusinessRelations},
		{Name: "business-relation-contacts", Caption: "business-relation-contacts", Words: "words-contact-codes", Open: func(s *app.Session) page.Page {
			return BusinessRelationContacts(s, first(s, data.BusinessRelations).Code)
		}},
		{Name: "industry-groups", Caption: "industry-groups", Words: "words-contact-codes", Open: IndustryGroups},
		{Name: "industry-group-contacts", Caption: "industry-group-contacts", Words: "words-contact-codes", Open: func(s *app.Session) page.Page { return IndustryGroupContacts(s, first(s, data.IndustryGroups).Code) }},
		{Name: "mailing-groups", Caption: "mailing-groups", Words: "words-contact-codes", Open: MailingGroups},
		{Name: "mailing-group-contacts", Caption: "mailing-group-contacts", Words: "words-contact-codes", Open: func(s *app.Session) page.Page { return MailingGroupContacts(s, first(s, data.MailingGroups).Code) }},
		{Name: "job-responsibilities", Caption: "job-responsibilities", Words: "words-contact-codes", Open: JobResponsibilities},
		{Name: "job-responsibility-contacts", Caption: "job-responsibility-contacts", Words: "words-contact-codes", Open: func(s *app.Session) page.Page {
			return JobResponsibilityContacts(s, first(s, data.JobResponsibilities).Code)
		}},
		{Name: "organizational-levels", Caption: "organizational-levels", Words: "words-contact-codes", Open: OrganizationalLevels},
		{Name: "territories", Caption: "territories", Words: "words-contact-codes", Open: Territories},
		{Name: "salutations", Caption: "salutations", Words: "words-salutations", Open: Salutations},
		{Name: "salutation-formulas", Caption: "salutation-formulas", Words: "words-salutations", Open: func(s *app.Session) page.Page { return SalutationFormulas(s, first(s, data.Salutations).Code) }},
		{Name: "profile-questionnaires", Caption: "profile-questionnaires", Words: "words-profiles", Open: Questionnaires},
		{Name: "profile-questionnaire-lines", Caption: "profile-questionnaire-lines", Words: "words-profiles", Open: func(s *app.Session) page.Page { return QuestionnaireLines(s, first(s, data.Questionnaires).Code) }},
		{Name: "duplicate-contacts", Caption: "duplicate-contacts", Words: "words-duplicates", Open: DuplicateContacts},
		{Name: "duplicate-search-setup", Caption: "duplicate-search-setup", Words: "words-duplicates", Open: DuplicateSearchSetup},
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

// draftOf is a draft to be shown, empty when it cannot be begun.
func draftOf(d interaction.Draft, _ error) interaction.Draft { return d }

// countedIn counts the records of a table for which a condition holds, for the navigation.
func countedIn[T any](table *data.Table[T], condition data.Cond) func(s *app.Session) (int, error) {
	return func(s *app.Session) (int, error) { return table.Count(s.DB, data.View{Fixed: []data.Cond{condition}}) }
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

// aPerson is the number of the first contact that is a person, blank when there is none.
func aPerson(s *app.Session) data.ContactNo {
	persons, err := data.Contacts.First(s.DB, data.View{Fixed: []data.Cond{data.Equal("type", data.Person)}}, 1)
	if err != nil || len(persons) == 0 {
		return ""
	}
	return persons[0].No
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
