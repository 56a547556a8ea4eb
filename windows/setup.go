package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/locale"
	"campaigndesk/app/text"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// settings are the company's settings as Setup shows them: language and region by name.
type settings struct {
	data.Setup
	Language language
	Region   string // in its own words
}

// language is a place in [text.Languages].
type language int

// Setup shows the settings of the company and of this laptop (CP-49, CP-139, OQ-5).
func Setup(s *app.Session) page.Page {
	type S = settings
	return &page.Card[S]{
		Name: "setup", Session: s,
		Load:    func() (S, error) { return loadSettings(s) },
		Watches: []string{data.Setups.Name()},
		Save: func(w *page.Window, before, after *S) error {
			err := s.Write(data.Msg("setup-changed"), func(tx *data.Tx) error { return data.Setups.Update(tx, after.stored()) })
			if err == nil && after.MaintainSearchStrings && !before.MaintainSearchStrings {
				return rebuildSearchStrings(s, w) // CO-49g
			}
			return err
		},
		Tabs: []page.Tab[S]{
			{Caption: "general", Fields: page.Fields[S]{
				page.Text("company-name", func(r *S) *string { return &r.CompanyName }).Required().Validate(func(r *S) error { return filled(r.CompanyName, "company_name") }),
				page.Code("salesperson-code", func(r *S) *data.SalespersonCode { return &r.SalespersonCode }).Lookup(salespersonLookup()).
					Validate(func(r *S) error { return app.CheckSalesperson(s.DB, r.SalespersonCode) }),
				page.Code("lcy-code", func(r *S) *data.CurrencyCode { return &r.LCYCode }),
				page.Amount("amount-rounding-precision", func(r *S) *data.Amount { return &r.AmountRounding }).Validate(func(r *S) error { return positive(r.AmountRounding, "amount_rounding") }),
				page.Choice("language", func(r *S) *language { return &r.Language }, "english", "swedish"),
				page.Text("region", func(r *S) *string { return &r.Region }).Lookup(regionLookup(s)).Validate(func(r *S) error {
					_, err := knownRegion(r.Region)
					return err
				}),
				page.Check("dark", func(r *S) *bool { return &r.Dark }),
				page.Amount("unit-amount-rounding-precision", func(r *S) *data.Amount { return &r.UnitAmountRounding }).Validate(func(r *S) error { return positive(r.UnitAmountRounding, "unit_amount_rounding") }),
			}},
			{Caption: "numbering", Fields: page.Fields[S]{
				series("campaign-nos", func(r *S) *data.NoSeriesCode { return &r.CampaignNos }),
				series("segment-nos", func(r *S) *data.NoSeriesCode { return &r.SegmentNos }),
				series("contact-nos", func(r *S) *data.NoSeriesCode { return &r.ContactNos }),
				page.Code("laptop-prefix", func(r *S) *string { return &r.LaptopPrefix }).ReadOnly(),
				series("customer-nos", func(r *S) *data.NoSeriesCode { return &r.CustomerNos }),
				series("item-nos", func(r *S) *data.NoSeriesCode { return &r.ItemNos }),
				series("quote-nos", func(r *S) *data.NoSeriesCode { return &r.QuoteNos }),
			}},
			{Caption: "contact-inheritance", Closed: true, Fields: setupInheritance()},
			{Caption: "contact-defaults", Closed: true, Fields: setupDefaults(s)},
			{Caption: "relations-and-duplicates", Closed: true, Fields: setupRelations()},
			{Caption: "prices-and-quotes", Fields: page.Fields[S]{
				page.Check("prices-with-vat", func(r *S) *bool { return &r.VAT }),
				page.Code("vat-bus-posting-gr-price", func(r *S) *data.VATBusinessGroup { return &r.PriceVATGroup }).EditableIf(func(r *S) bool { return r.VAT }),
				page.Code("quote-vat-bus-posting-group", func(r *S) *data.VATBusinessGroup { return &r.QuoteVATGroup }).EditableIf(func(r *S) bool { return r.VAT }),
				page.Code("quote-price-group", func(r *S) *data.CustomerPriceGroup { return &r.QuotePriceGroup }).Lookup(customerPriceGroupLookup()),
				page.Code("quote-disc-group", func(r *S) *data.CustomerDiscGroup { return &r.QuoteDiscGroup }).Lookup(customerDiscGroupLookup()),
				page.Check("overwrite-typed-prices", func(r *S) *bool { return &r.BCOverwriting }),
				page.Number("journal-days", func(r *S) *int { return &r.JournalDays }).Validate(func(r *S) error {
					if r.JournalDays < 1 {
						return data.Msg("must-be-positive").At("journal_days")
					}
					return nil
				}),
			}},
		},
		Actions: []page.Action[S]{
			{Caption: "contact-setup", Promoted: true, Open: func(*S) page.Page { return ContactSetup(s) }},
			{Caption: "customer-price-groups", Open: func(*S) page.Page { return CustomerPriceGroups(s) }},
			{Caption: "customer-disc-groups", Open: func(*S) page.Page { return CustomerDiscGroups(s) }},
			{Caption: "item-discount-groups", Open: func(*S) page.Page { return ItemDiscountGroups(s) }},
			{Caption: "interaction-groups", Open: func(*S) page.Page { return InteractionGroups(s) }},
			{Caption: "interaction-template-setup", Promoted: true, Open: func(*S) page.Page { return InteractionTemplateSetup(s) }},
			{Caption: "number-series", Promoted: true, Open: func(*S) page.Page { return NumberSeries(s) }},
			{Caption: "units-of-measure", Promoted: true, Open: func(*S) page.Page { return UnitsOfMeasure(s) }},
			{Caption: "currencies", Promoted: true, Open: func(*S) page.Page { return Currencies(s) }},
			{Caption: "vat-posting-setup", Promoted: true, Enabled: func(r *S) bool { return r.VAT }, Open: func(*S) page.Page { return VATPostingSetup(s) }},
			{Caption: "backups", Promoted: true, Open: func(*S) page.Page { return Backups(s) }},
		},
	}
}

// series is a field for the number series of one kind of records.
func series(caption string, at func(*settings) *data.NoSeriesCode) page.Field[settings] {
	return page.Code(caption, at).Lookup(noSeriesLookup())
}

func loadSettings(s *app.Session) (settings, error) {
	setup, err := data.GetSetup(s.DB)
	shown := settings{Setup: setup}
	for i, code := range text.Languages {
		if code == setup.Language {
			shown.Language = language(i)
		}
	}
	region, _ := locale.Find(setup.Region)
	shown.Region = region.Name
	return shown, err
}

// stored are the settings as the company keeps them.
func (r *settings) stored() *data.Setup {
	setup := r.Setup
	setup.Language = text.Languages[r.Language]
	if region, err := knownRegion(r.Region); err == nil {
		setup.Region = region.Region
	}
	return &setup
}

// knownRegion finds a region by its name.
func knownRegion(name string) (locale.Locale, error) {
	for _, l := range locale.All() {
		if l.Name == name {
			return l, nil
		}
	}
	return locale.Locale{}, data.Msg("region-unknown", name).At("region")
}

// regionLookup offers the regions with a sample of how each writes.
func regionLookup(s *app.Session) page.Lookup {
	const amount = data.Amount(123456 * data.One / 100)
	var rows [][]string
	for _, l := range locale.All() {
		rows = append(rows, []string{l.Name, l.FormatAmount(amount, 2, 2), l.FormatDate(s.WorkDate)})
	}
	return page.LookupAmong(func() [][]string { return rows }, "region", "amount", "date")
}

// filled refuses a blank text.
func filled(text, column string) error {
	if text == "" {
		return data.Msg("must-not-be-blank").At(column)
	}
	return nil
}
