package demo

import (
	"testing"

	"campaigndesk/data"
)

// dump is everything in a company, table by table.
func dump(t *testing.T, r data.Reader) map[string]any {
	t.Helper()
	d := map[string]any{}
	add(t, d, r, data.Setups)
	add(t, d, r, data.NoSeriesTable)
	add(t, d, r, data.NoSeriesLines)
	add(t, d, r, data.Salespeople)
	add(t, d, r, data.Currencies)
	add(t, d, r, data.ExchangeRates)
	add(t, d, r, data.VATPostingSetups)
	add(t, d, r, data.DimensionValues)
	add(t, d, r, data.Units)
	add(t, d, r, data.CustomerPriceGroups)
	add(t, d, r, data.CustomerDiscGroups)
	add(t, d, r, data.ItemDiscGroups)
	add(t, d, r, data.Items)
	add(t, d, r, data.ItemUnits)
	add(t, d, r, data.ItemVariants)
	add(t, d, r, data.Customers)
	add(t, d, r, data.Contacts)
	add(t, d, r, data.ContactBusinessRelations)
	add(t, d, r, data.CampaignStatuses)
	add(t, d, r, data.Campaigns)
	add(t, d, r, data.CommentLines)
	add(t, d, r, data.CampaignTargets)
	add(t, d, r, data.SalesPrices)
	add(t, d, r, data.SalesLineDiscounts)
	add(t, d, r, data.SegmentHeaders)
	add(t, d, r, data.SegmentLines)
	add(t, d, r, data.Interactions)
	add(t, d, r, data.LoggedSegments)
	add(t, d, r, data.CampaignEntries)
	add(t, d, r, data.InteractionTemplates)
	add(t, d, r, data.InteractionTemplateLanguages)
	add(t, d, r, data.ContactIndustryGroups)
	add(t, d, r, data.ContactMailingGroups)
	add(t, d, r, data.ContactJobResponsibilities)
	add(t, d, r, data.ProfileAnswers)
	add(t, d, r, data.QuoteHeaders)
	add(t, d, r, data.QuoteLines)
	return d
}

func add[T any](t *testing.T, d map[string]any, r data.Reader, table *data.Table[T]) {
	t.Helper()
	d[table.Name()] = all(t, r, table)
}

func all[T any](t *testing.T, r data.Reader, table *data.Table[T]) []T {
	t.Helper()
	records, err := table.Select(r, data.View{})
	if err != nil {
		t.Fatal(err)
	}
	return records
}

// stray lists what names a record that is not there, where the file itself would not refuse it: parties and objects of
// prices and discounts, variants and units that the item does not have, contacts of interactions, targets.
func stray(t *testing.T, r data.Reader) []string {
	t.Helper()
	known := map[string]bool{}
	for _, x := range all(t, r, data.Customers) {
		known["customer "+string(x.No)] = true
	}
	for _, x := range all(t, r, data.Contacts) {
		known["contact "+string(x.No)] = true
	}
	for _, x := range all(t, r, data.Campaigns) {
		known["campaign "+string(x.No)] = true
	}
	for _, x := range all(t, r, data.CustomerPriceGroups) {
		known["price group "+string(x.Code)] = true
	}
	for _, x := range all(t, r, data.CustomerDiscGroups) {
		known["discount group "+string(x.Code)] = true
	}
	for _, x := range all(t, r, data.ItemDiscGroups) {
		known["item group "+string(x.Code)] = true
	}
	for _, x := range all(t, r, data.Items) {
		known["item "+string(x.No)] = true
	}
	for _, x := range all(t, r, data.ItemUnits) {
		known["unit "+string(x.ItemNo)+" "+string(x.Code)] = true
	}
	for _, x := range all(t, r, data.ItemVariants) {
		known["variant "+string(x.ItemNo)+" "+string(x.Code)] = true
	}
	for _, x := range all(t, r, data.VATPostingSetups) {
		known["VAT group "+string(x.BusinessGroup)], known["VAT item group "+string(x.ProductGroup)] = true, true
	}
	for _, x := range all(t, r, data.DimensionValues) {
		known["dimension "+string(x.Code)] = true
	}
	var unknown []string
	check := func(kind string, code string) {
		if !known[kind+" "+code] {
			unknown = append(unknown, kind+" "+code)
		}
	}
	optional := func(kind string, of data.ItemNo, code string) {
		if code != "" {
			check(kind, string(of)+" "+code)
		}
	}
	party := func(kind data.SalesType, group, code string) {
		switch kind {
		case data.ForCustomer:
			check("customer", code)
		case data.ForGroup:
			check(group, code)
		case data.ForCampaign:
			check("campaign", code)
		}
	}
	for _, x := range all(t, r, data.Items) {
		optional("unit", x.No, string(x.BaseUnit))
		optional("unit", x.No, string(x.SalesUnit))
	}
	for _, x := range all(t, r, data.SalesPrices) {
		party(x.SalesType, "price group", x.SalesCode)
		optional("unit", x.ItemNo, string(x.UnitCode))
		optional("variant", x.ItemNo, string(x.VariantCode))
	}
	for _, x := range all(t, r, data.SalesLineDiscounts) {
		party(x.SalesType, "discount group", x.SalesCode)
		if x.Type == data.DiscountItemGroup {
			check("item group", x.Code)
			continue
		}
		check("item", x.Code)
		optional("unit", data.ItemNo(x.Code), string(x.UnitCode))
		optional("variant", data.ItemNo(x.Code), string(x.VariantCode))
	}
	for _, x := range all(t, r, data.CampaignTargets) {
		check(map[data.TargetType]string{data.TargetCustomer: "customer", data.TargetContact: "contact"}[x.Type], x.No)
	}
	for _, x := range all(t, r, data.Interactions) {
		check("contact", string(x.ContactNo))
		if x.CampaignNo != "" {
			check("campaign", string(x.CampaignNo))
		}
	}
	for _, x := range all(t, r, data.QuoteLines) {
		optional("unit", x.ItemNo, string(x.UnitCode))
		optional("variant", x.ItemNo, string(x.VariantCode))
	}
	return unknown
}
