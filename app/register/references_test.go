package register_test

import (
	"errors"
	"reflect"
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/register"
	"campaigndesk/data"
)

// named is a company in which the code X of every register is named wherever it can be.
func named(t *testing.T) *app.Session {
	t.Helper()
	s := apptest.New(t)
	apptest.Add(t, s, data.Units, data.Unit{Code: "PCS"}, data.Unit{Code: "XU"})
	apptest.Add(t, s, data.Currencies, data.Currency{Code: "XC", AmountRounding: 1000, UnitAmountRounding: 1})
	apptest.Add(t, s, data.ExchangeRates, data.ExchangeRate{CurrencyCode: "XC", ExchangeRateAmount: 1, RelationalAmount: 1})
	apptest.Add(t, s, data.Salespeople, data.Salesperson{Code: "XS"})
	apptest.Add(t, s, data.CampaignStatuses, data.CampaignStatus{Code: "XT"})
	apptest.Add(t, s, data.CustomerPriceGroups, data.PriceGroup{Code: "XPG"})
	apptest.Add(t, s, data.CustomerDiscGroups, data.CustomerDiscountGroup{Code: "XDG"})
	apptest.Add(t, s, data.ItemDiscGroups, data.ItemDiscountGroup{Code: "XIG"})
	apptest.Add(t, s, data.NoSeriesTable, data.NoSeries{Code: "XN"})
	apptest.Add(t, s, data.NoSeriesLines, data.NoSeriesLine{SeriesCode: "XN", LineNo: 1, IncrementBy: 1})
	apptest.Add(t, s, data.Items, data.Item{No: "XI", BaseUnit: "PCS", SalesUnit: "XU", DiscGroup: "XIG"}, data.Item{No: "OTHER", BaseUnit: "PCS"})
	apptest.Add(t, s, data.ItemUnits, data.ItemUnit{ItemNo: "XI", Code: "PCS", QtyPerUnit: data.One}, data.ItemUnit{ItemNo: "XI", Code: "XU", QtyPerUnit: 2 * data.One},
		data.ItemUnit{ItemNo: "OTHER", Code: "XU", QtyPerUnit: data.One})
	apptest.Add(t, s, data.ItemVariants, data.ItemVariant{ItemNo: "XI", Code: "XV"}, data.ItemVariant{ItemNo: "OTHER", Code: "XV"})
	apptest.Add(t, s, data.Customers, data.Customer{No: "XK", SalespersonCode: "XS", CurrencyCode: "XC", PriceGroup: "XPG", DiscGroup: "XDG"})
	apptest.Add(t, s, data.Contacts, data.Contact{No: "CT1", CompanyNo: "CT1", SalespersonCode: "XS", NoSeries: "XN"})
	apptest.Add(t, s, data.ContactBusinessRelations, data.ContactBusinessRelation{Code: "CUST", ContactNo: "CT1", CustomerNo: "XK"})
	apptest.Add(t, s, data.Campaigns, data.Campaign{No: "CP1", SalespersonCode: "XS", StatusCode: "XT", NoSeries: "XN"})
	apptest.Add(t, s, data.CampaignTargets, data.CampaignTarget{Type: data.TargetCustomer, No: "XK", CampaignNo: "CP1"},
		data.CampaignTarget{Type: data.TargetContact, No: "CT1", CampaignNo: "CP1"})
	apptest.Add(t, s, data.SegmentHeaders, data.SegmentHeader{No: "SM1", SalespersonCode: "XS", CampaignNo: "CP1", NoSeries: "XN"})
	apptest.Add(t, s, data.Interactions, data.Interaction{ContactNo: "CT1", SalespersonCode: "XS"})
	apptest.Add(t, s, data.SalesPrices,
		data.SalesPrice{SalesType: data.ForCustomer, SalesCode: "XK", ItemNo: "XI", VariantCode: "XV", UnitCode: "XU", CurrencyCode: "XC"},
		data.SalesPrice{SalesType: data.ForGroup, SalesCode: "XPG", ItemNo: "XI", VariantCode: "XV", UnitCode: "XU"},
		data.SalesPrice{SalesType: data.ForGroup, SalesCode: "XPG", ItemNo: "OTHER", VariantCode: "XV", UnitCode: "XU"})
	apptest.Add(t, s, data.SalesLineDiscounts,
		data.SalesLineDiscount{SalesType: data.ForCustomer, SalesCode: "XK", Code: "XI", VariantCode: "XV", UnitCode: "XU", CurrencyCode: "XC"},
		data.SalesLineDiscount{SalesType: data.ForGroup, SalesCode: "XDG", Code: "OTHER", VariantCode: "XV", UnitCode: "XU"},
		data.SalesLineDiscount{SalesType: data.ForGroup, SalesCode: "XDG", Type: data.DiscountItemGroup, Code: "XIG"})
	apptest.Add(t, s, data.QuoteHeaders, data.QuoteHeader{No: "Q1", CustomerNo: "XK", ContactNo: "CT1", SalespersonCode: "XS", CurrencyCode: "XC", PriceGroup: "XPG", DiscGroup: "XDG",
		ExchangeRateAmount: 1, RelationalAmount: 1, NoSeries: "XN"})
	apptest.Add(t, s, data.QuoteLines, data.QuoteLine{QuoteNo: "Q1", LineNo: 1, ItemNo: "XI", VariantCode: "XV", UnitCode: "XU", PriceGroup: "XPG", DiscGroup: "XDG"})
	apptest.Add(t, s, data.InteractionGroups, data.InteractionGroup{Code: "XG"})
	apptest.Add(t, s, data.InteractionTemplates, data.InteractionTemplate{Code: "XE", InteractionGroupCode: "XG"})
	apptest.Add(t, s, data.InteractionTemplateLanguages, data.InteractionTemplateLanguage{TemplateCode: "XE", LanguageCode: "SV"})
	apptest.Add(t, s, data.Territories, data.Territory{Code: "XR"})
	apptest.Add(t, s, data.MailingGroups, data.MailingGroup{Code: "XM"})
	apptest.Add(t, s, data.IndustryGroups, data.IndustryGroup{Code: "XB"})
	apptest.Add(t, s, data.Salutations, data.Salutation{Code: "XH"})
	apptest.Add(t, s, data.SalutationFormulas, data.SalutationFormula{SalutationCode: "XH"})
	apptest.Add(t, s, data.BusinessRelations, data.BusinessRelation{Code: "XZ"})
	apptest.Add(t, s, data.Contacts, data.Contact{No: "CT2", CompanyNo: "CT2", TerritoryCode: "XR", SalutationCode: "XH"})
	apptest.Add(t, s, data.ContactMailingGroups, data.ContactMailingGroup{ContactNo: "CT2", Code: "XM"})
	apptest.Add(t, s, data.ContactIndustryGroups, data.ContactIndustryGroup{ContactNo: "CT2", Code: "XB"})
	apptest.Add(t, s, data.ContactBusinessRelations, data.ContactBusinessRelation{ContactNo: "CT2", Code: "XZ"})
	apptest.Add(t, s, data.SegmentHeaders, data.SegmentHeader{No: "SM2", InteractionTemplateCode: "XE", InteractionGroupCode: "XG"})
	apptest.Add(t, s, data.SegmentLines, data.SegmentLine{SegmentNo: "SM2", LineNo: 10000, InteractionTemplateCode: "XE", InteractionGroupCode: "XG"})
	apptest.Add(t, s, data.Interactions, data.Interaction{ContactNo: "CT2", InteractionTemplateCode: "XE", InteractionGroupCode: "XG"})
	apptest.Add(t, s, data.CampaignEntries, data.CampaignEntry{CampaignNo: "CP1", SalespersonCode: "XS"})
	setup := s.Setup
	setup.OutgoingCallTemplate, setup.DefaultTerritory, setup.CompanySalutation, setup.VendorRelation = "XE", "XR", "XH", "XZ"
	setup.SalespersonCode, setup.QuotePriceGroup, setup.QuoteDiscGroup, setup.QuoteNos = "XS", "XPG", "XDG", "XN"
	if err := s.Write(data.Msg("test"), func(tx *data.Tx) error { return data.Setups.Update(tx, &setup) }); err != nil {
		t.Fatal(err)
	}
	return s
}

// mentions counts where in the company a code stands.
func mentions(t *testing.T, s *app.Session, code string) int {
	t.Helper()
	n := 0
	for _, count := range []func() int{
		in(t, s, data.Setups, code), in(t, s, data.Units, code), in(t, s, data.Currencies, code), in(t, s, data.ExchangeRates, code),
		in(t, s, data.Salespeople, code), in(t, s, data.CampaignStatuses, code), in(t, s, data.CustomerPriceGroups, code),
		in(t, s, data.CustomerDiscGroups, code), in(t, s, data.ItemDiscGroups, code), in(t, s, data.NoSeriesTable, code), in(t, s, data.NoSeriesLines, code),
		in(t, s, data.Items, code), in(t, s, data.ItemUnits, code), in(t, s, data.ItemVariants, code), in(t, s, data.Customers, code),
		in(t, s, data.Contacts, code), in(t, s, data.ContactBusinessRelations, code), in(t, s, data.Campaigns, code), in(t, s, data.CampaignTargets, code),
		in(t, s, data.SegmentHeaders, code), in(t, s, data.Interactions, code), in(t, s, data.SalesPrices, code), in(t, s, data.SalesLineDiscounts, code),
		in(t, s, data.QuoteHeaders, code), in(t, s, data.QuoteLines, code),
		in(t, s, data.InteractionGroups, code), in(t, s, data.InteractionTemplates, code), in(t, s, data.InteractionTemplateLanguages, code), in(t, s, data.Territories, code),
		in(t, s, data.MailingGroups, code), in(t, s, data.ContactMailingGroups, code), in(t, s, data.IndustryGroups, code), in(t, s, data.ContactIndustryGroups, code),
		in(t, s, data.Salutations, code), in(t, s, data.SalutationFormulas, code), in(t, s, data.BusinessRelations, code), in(t, s, data.SegmentLines, code),
		in(t, s, data.CampaignEntries, code),
	} {
		n += count()
	}
	return n
}

// in counts the fields of a table's records that are the code.
func in[T any](t *testing.T, s *app.Session, table *data.Table[T], code string) func() int {
	return func() int {
		t.Helper()
		n := 0
		for _, record := range apptest.All(t, s, table) {
			v := reflect.ValueOf(record)
			for i := range v.NumField() {
				if v.Field(i).Kind() == reflect.String && v.Field(i).String() == code {
					n++
				}
			}
		}
		return n
	}
}

// rename gives the record with the code another one.
func rename[T any](t *testing.T, s *app.Session, table *data.Table[T], change func(*T), key ...any) {
	t.Helper()
	before := apptest.Get(t, s, table, key...)
	after := before
	change(&after)
	if err := register.Save(s, table, &before, &after); err != nil {
		t.Fatal(err)
	}
}

// CP-5, CP-173, T5: a new code stands wherever the old one stood, and undo brings the old one back.
func TestEveryReferenceFollowsANewCode(t *testing.T) {
	for _, c := range []struct {
		code   string
		rename func(t *testing.T, s *app.Session)
	}{
		{"XU", func(t *testing.T, s *app.Session) {
			rename(t, s, data.Units, func(r *data.Unit) { r.Code = "NEW" }, data.UnitCode("XU"))
		}},
		{"XC", func(t *testing.T, s *app.Session) {
			rename(t, s, data.Currencies, func(r *data.Currency) { r.Code = "NEW" }, data.CurrencyCode("XC"))
		}},
		{"XS", func(t *testing.T, s *app.Session) {
			rename(t, s, data.Salespeople, func(r *data.Salesperson) { r.Code = "NEW" }, data.SalespersonCode("XS"))
		}},
		{"XT", func(t *testing.T, s *app.Session) {
			rename(t, s, data.CampaignStatuses, func(r *data.CampaignStatus) { r.Code = "NEW" }, data.CampaignStatusCode("XT"))
		}},
		{"XPG", func(t *testing.T, s *app.Session) {
			rename(t, s, data.CustomerPriceGroups, func(r *data.PriceGroup) { r.Code = "NEW" }, data.CustomerPriceGroup("XPG"))
		}},
		{"XDG", func(t *testing.T, s *app.Session) {
			rename(t, s, data.CustomerDiscGroups, func(r *data.CustomerDiscountGroup) { r.Code = "NEW" }, data.CustomerDiscGroup("XDG"))
		}},
		{"XIG", func(t *testing.T, s *app.Session) {
			rename(t, s, data.ItemDiscGroups, func(r *data.ItemDiscountGroup) { r.Code = "NEW" }, data.ItemDiscGroup("XIG"))
		}},
		{"XI", func(t *testing.T, s *app.Session) {
			rename(t, s, data.Items, func(r *data.Item) { r.No = "NEW" }, data.ItemNo("XI"))
		}},
		{"XK", func(t *testing.T, s *app.Session) {
			rename(t, s, data.Customers, func(r *data.Customer) { r.No = "NEW" }, data.CustomerNo("XK"))
		}},
		{"XN", func(t *testing.T, s *app.Session) {
			rename(t, s, data.NoSeriesTable, func(r *data.NoSeries) { r.Code = "NEW" }, data.NoSeriesCode("XN"))
		}},
		{"XG", func(t *testing.T, s *app.Session) {
			rename(t, s, data.InteractionGroups, func(r *data.InteractionGroup) { r.Code = "NEW" }, data.InteractionGroupCode("XG"))
		}},
		{"XE", func(t *testing.T, s *app.Session) {
			rename(t, s, data.InteractionTemplates, func(r *data.InteractionTemplate) { r.Code = "NEW" }, data.InteractionTemplateCode("XE"))
		}},
		{"XR", func(t *testing.T, s *app.Session) {
			rename(t, s, data.Territories, func(r *data.Territory) { r.Code = "NEW" }, data.TerritoryCode("XR"))
		}},
		{"XM", func(t *testing.T, s *app.Session) {
			rename(t, s, data.MailingGroups, func(r *data.MailingGroup) { r.Code = "NEW" }, data.MailingGroupCode("XM"))
		}},
		{"XB", func(t *testing.T, s *app.Session) {
			rename(t, s, data.IndustryGroups, func(r *data.IndustryGroup) { r.Code = "NEW" }, data.IndustryGroupCode("XB"))
		}},
		{"XH", func(t *testing.T, s *app.Session) {
			rename(t, s, data.Salutations, func(r *data.Salutation) { r.Code = "NEW" }, data.SalutationCode("XH"))
		}},
		{"XZ", func(t *testing.T, s *app.Session) {
			rename(t, s, data.BusinessRelations, func(r *data.BusinessRelation) { r.Code = "NEW" }, data.BusinessRelationCode("XZ"))
		}},
	} {
		t.Run(c.code, func(t *testing.T) {
			s := named(t)
			before := mentions(t, s, c.code)
			if before < 2 {
				t.Fatalf("%s is named only %d times", c.code, before)
			}
			apptest.Undoes(t, s, func() { c.rename(t, s) })
			if left, now := mentions(t, s, c.code), mentions(t, s, "NEW"); left != 0 || now != before {
				t.Errorf("%s stood %d times; now it stands %d times and NEW %d times", c.code, before, left, now)
			}
		})
	}
}

// The unit XU and the variant XV of another item keep their code.
func TestUnitsAndVariantsFollowWithinTheirItem(t *testing.T) {
	s := named(t)
	units, variants := mentions(t, s, "XU"), mentions(t, s, "XV")
	apptest.Undoes(t, s, func() {
		before := apptest.Get(t, s, data.ItemVariants, data.ItemNo("XI"), data.VariantCode("XV"))
		after := before
		after.Code = "NEW"
		if err := register.Save(s, data.ItemVariants, &before, &after); err != nil {
			t.Fatal(err)
		}
	})
	if left, now := mentions(t, s, "XV"), mentions(t, s, "NEW"); left != 3 || left+now != variants { // OTHER's variant, price and discount
		t.Errorf("XV stood %d times; now it stands %d times and NEW %d times", variants, left, now)
	}
	apptest.Add(t, s, data.Units, data.Unit{Code: "BOX"})
	apptest.Undoes(t, s, func() {
		before := apptest.Get(t, s, data.ItemUnits, data.ItemNo("XI"), data.UnitCode("XU"))
		after := before
		after.Code = "BOX"
		if err := register.SaveUnit(s, &before, &after); err != nil {
			t.Fatal(err)
		}
	})
	if left, now := mentions(t, s, "XU"), mentions(t, s, "BOX")-1; left != 4 || left+now != units { // the unit itself, OTHER's unit, price and discount
		t.Errorf("XU stood %d times; now it stands %d times and BOX %d times", units, left, now)
	}
}

// what a refusal says: its key, the code, and what stands in the way
func refusalOf(t *testing.T, err error) data.Message {
	t.Helper()
	var m data.Message
	if !errors.As(err, &m) {
		t.Fatalf("not refused: %v", err)
	}
	return m
}

// CP-6, CP-161…165, SP-2: what is named stays, and nothing else goes either.
func TestWhatIsNamedIsNotDeleted(t *testing.T) {
	one := func(table string, count int, keys string) data.Message {
		return data.Msg("register-use", data.Msg("table-"+table), count, keys)
	}
	and := func(first, rest data.Message) data.Message { return data.Msg("register-uses", first, rest) }
	for _, c := range []struct {
		name string
		do   func(s *app.Session) error
		want data.Message
	}{
		{"CP-6 a status", func(s *app.Session) error {
			return register.Delete(s, data.CampaignStatuses, []data.CampaignStatus{apptest.Get(t, s, data.CampaignStatuses, data.CampaignStatusCode("XT"))})
		}, data.Msg("m20-status-used", "XT", 1, one("campaign", 1, "CP1"))},
		{"CP-161 a customer price group", func(s *app.Session) error {
			return register.Delete(s, data.CustomerPriceGroups, []data.PriceGroup{apptest.Get(t, s, data.CustomerPriceGroups, data.CustomerPriceGroup("XPG"))})
		}, data.Msg("m21-group-used", "XPG", 1, and(one("customer", 1, "XK"), and(one("quote-header", 1, "Q1"), and(one("quote-line", 1, "Q1"), one("setup", 1, "1")))))},
		{"CP-162 a customer discount group", func(s *app.Session) error {
			return register.Delete(s, data.CustomerDiscGroups, []data.CustomerDiscountGroup{apptest.Get(t, s, data.CustomerDiscGroups, data.CustomerDiscGroup("XDG"))})
		}, data.Msg("m21-group-used", "XDG", 1, and(one("customer", 1, "XK"), and(one("quote-header", 1, "Q1"), and(one("quote-line", 1, "Q1"), one("setup", 1, "1")))))},
		{"CP-164 an item discount group", func(s *app.Session) error {
			return register.Delete(s, data.ItemDiscGroups, []data.ItemDiscountGroup{apptest.Get(t, s, data.ItemDiscGroups, data.ItemDiscGroup("XIG"))})
		}, data.Msg("register-in-use", "XIG", one("item", 1, "XI"))},
		{"CP-165 a currency", func(s *app.Session) error {
			return register.Delete(s, data.Currencies, []data.Currency{apptest.Get(t, s, data.Currencies, data.CurrencyCode("XC"))})
		}, data.Msg("register-in-use", "XC", and(one("customer", 1, "XK"), and(one("quote-header", 1, "Q1"),
			and(one("sales-line-discount", 1, "XI XK XC XV XU"), one("sales-price", 1, "XI XK XC XV XU")))))},
		{"CP-165 a unit of an item", func(s *app.Session) error {
			item := apptest.Get(t, s, data.Items, data.ItemNo("OTHER"))
			return register.DeleteUnits(s, &item, []data.ItemUnit{apptest.Get(t, s, data.ItemUnits, data.ItemNo("OTHER"), data.UnitCode("XU"))})
		}, data.Msg("register-in-use", "XU", and(one("sales-price", 1, "OTHER XPG XV XU"), one("sales-line-discount", 1, "OTHER XDG XV XU")))},
		{"a variant on a quote", func(s *app.Session) error {
			return register.DeleteVariants(s, []data.ItemVariant{apptest.Get(t, s, data.ItemVariants, data.ItemNo("XI"), data.VariantCode("XV"))})
		}, data.Msg("register-in-use", "XV", one("quote-line", 1, "Q1"))},
		{"an item on a quote", func(s *app.Session) error {
			return register.Delete(s, data.Items, []data.Item{apptest.Get(t, s, data.Items, data.ItemNo("XI"))})
		}, data.Msg("register-in-use", "XI", one("quote-line", 1, "Q1"))},
		{"a customer with a quote", func(s *app.Session) error {
			return register.Delete(s, data.Customers, []data.Customer{apptest.Get(t, s, data.Customers, data.CustomerNo("XK"))})
		}, data.Msg("register-in-use", "XK", one("quote-header", 1, "Q1"))},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := named(t)
			before := apptest.Read(t, s)
			got := refusalOf(t, c.do(s))
			if !reflect.DeepEqual(c.want, got) {
				t.Errorf("got  %v\nwant %v", got, c.want)
			}
			if !reflect.DeepEqual(before, apptest.Read(t, s)) {
				t.Error("something went although it was refused")
			}
		})
	}
}

func TestSalespersonIsBlockedInstead(t *testing.T) { // SP-2
	s := named(t)
	got := refusalOf(t, register.Delete(s, data.Salespeople, []data.Salesperson{apptest.Get(t, s, data.Salespeople, data.SalespersonCode("XS"))}))
	if got.Key != "salesperson-in-use" {
		t.Errorf("refused with %v", got)
	}
}

// The refusal names ten and says how many there are.
func TestRefusalNamesTheFirstTen(t *testing.T) {
	s := apptest.New(t)
	apptest.Add(t, s, data.CustomerPriceGroups, data.PriceGroup{Code: "WEB"})
	for _, no := range []data.CustomerNo{"C01", "C02", "C03", "C04", "C05", "C06", "C07", "C08", "C09", "C10", "C11", "C12"} {
		apptest.Add(t, s, data.Customers, data.Customer{No: no, PriceGroup: "WEB"})
	}
	got := refusalOf(t, register.Delete(s, data.CustomerPriceGroups, apptest.All(t, s, data.CustomerPriceGroups)))
	want := data.Msg("m21-group-used", "WEB", 12, data.Msg("register-use", data.Msg("table-customer"), 12, "C01, C02, C03, C04, C05, C06, C07, C08, C09, C10, …"))
	if !reflect.DeepEqual(want, got) {
		t.Errorf("got %v", got)
	}
}

// CP-160…164: what belongs to a record goes with it.
func TestWhatGoesWithARecord(t *testing.T) {
	s := named(t)
	apptest.Undoes(t, s, func() {
		if err := s.Write(data.Msg("test"), func(tx *data.Tx) error {
			if err := data.DeleteOwned(tx, data.QuoteLines.Name(), data.Equal("quote_no", "Q1")); err != nil {
				return err
			}
			return data.DeleteOwned(tx, data.QuoteHeaders.Name(), data.Equal("no", "Q1"))
		}); err != nil {
			t.Fatal(err)
		}
		if err := register.Delete(s, data.Customers, apptest.All(t, s, data.Customers)); err != nil {
			t.Fatal(err)
		}
		if err := register.DeleteVariants(s, apptest.All(t, s, data.ItemVariants, data.Equal("item_no", "OTHER"))); err != nil {
			t.Fatal(err)
		}
	})
	if n := mentions(t, s, "XK"); n != 0 {
		t.Errorf("CP-160: the customer is still named %d times", n)
	}
	targets := apptest.All(t, s, data.CampaignTargets)
	if len(targets) != 1 || targets[0].Type != data.TargetContact || targets[0].No != "CT1" {
		t.Errorf("CP-102: targets %v", targets)
	}
	for _, price := range apptest.All(t, s, data.SalesPrices, data.Equal("item_no", "OTHER")) {
		t.Errorf("CP-163: the variant's price stays: %v", price)
	}
	apptest.Undoes(t, s, func() {
		if err := register.Delete(s, data.Items, apptest.All(t, s, data.Items)); err != nil {
			t.Fatal(err)
		}
		if err := register.Delete(s, data.ItemDiscGroups, apptest.All(t, s, data.ItemDiscGroups)); err != nil {
			t.Fatal(err)
		}
	})
	if n := len(apptest.All(t, s, data.SalesPrices)) + len(apptest.All(t, s, data.SalesLineDiscounts)); n != 0 {
		t.Errorf("CP-163, CP-164: %d rows stay", n)
	}
}

// IN-1, IN-6: templates and groups go whatever names them; only what was logged keeps their codes.
func TestTemplatesAndTheirGroupsAreNeverRefused(t *testing.T) {
	s := named(t)
	apptest.Undoes(t, s, func() {
		if err := register.Delete(s, data.InteractionTemplates, []data.InteractionTemplate{apptest.Get(t, s, data.InteractionTemplates, data.InteractionTemplateCode("XE"))}); err != nil {
			t.Fatal(err)
		}
	})
	apptest.Undoes(t, s, func() {
		if err := register.Delete(s, data.InteractionGroups, []data.InteractionGroup{apptest.Get(t, s, data.InteractionGroups, data.InteractionGroupCode("XG"))}); err != nil {
			t.Fatal(err)
		}
	})
	for _, code := range []string{"XE", "XG"} {
		if n := mentions(t, s, code); n != 1 {
			t.Errorf("%s still stands %d times, want once, on the interaction", code, n)
		}
	}
}
