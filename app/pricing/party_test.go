package pricing_test

import (
	"errors"
	"testing"

	"campaigndesk/app/pricing"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

// CP-213 with its union, CP-83.
func TestCampaignsOfAParty(t *testing.T) {
	company := section10(t)
	db := company.db
	insert(t, db, data.Campaigns, data.Campaign{No: "AUTUMN"}, data.Campaign{No: "WINTER"})
	insert(t, db, data.Contacts, data.Contact{No: "CT700", CompanyNo: "CT700"}, data.Contact{No: "CT701", Type: data.Person, CompanyNo: "CT700"},
		data.Contact{No: "CT800", Type: data.Person})
	insert(t, db, data.ContactBusinessRelations, data.ContactBusinessRelation{Code: "CUST", ContactNo: "CT700", CustomerNo: "C10"})
	insert(t, db, data.CampaignTargets, data.CampaignTarget{Type: data.TargetContact, No: "CT700", CampaignNo: "AUTUMN"},
		data.CampaignTarget{Type: data.TargetContact, No: "CT700", CampaignNo: "SPRING"},
		data.CampaignTarget{Type: data.TargetContact, No: "CT800", CampaignNo: "WINTER"})
	for _, c := range []struct {
		name  string
		party string
		want  []data.CampaignNo
	}{
		{"a customer's own and its company's, each once", "C10", []data.CampaignNo{"AUTUMN", "LOYAL", "SPRING"}},
		{"a person of that company", "CT701", []data.CampaignNo{"AUTUMN", "LOYAL", "SPRING"}},
		{"a company that is no customer", "CT500", []data.CampaignNo{"SPRING"}},
		{"a person of it", "CT501", []data.CampaignNo{"SPRING"}},
		{"a person without company", "CT800", []data.CampaignNo{"WINTER"}},
		{"no target", "C22", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, company.party(t, c.party, "").Campaigns); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestTermsOfAParty(t *testing.T) { // CP-206…212, OQ-5
	company := section10(t)
	insert(t, company.db, data.CustomerPriceGroups, data.PriceGroup{Code: "WEB"})
	company.setup.QuotePriceGroup = "WEB"
	insert(t, company.db, data.Contacts, data.Contact{No: "CT700", CompanyNo: "CT700"})
	insert(t, company.db, data.ContactBusinessRelations, data.ContactBusinessRelation{Code: "CUST", ContactNo: "CT700", CustomerNo: "C20"})
	lcy := pricing.Currency{AmountRounding: 1000, UnitAmountRounding: 1, ExchangeRateAmount: data.One, RelationalAmount: data.One}
	for _, c := range []struct {
		name  string
		party string
		want  pricing.Party
	}{
		{"a customer has its own", "C20", pricing.Party{CustomerNo: "C20", ContactNo: "CT700", PriceGroup: "RETAIL", DiscGroup: "GOLD", VATGroup: "DOM", AllowLineDisc: true, Currency: lcy}},
		{"a contact whose company is a customer has the customer's", "CT700", pricing.Party{CustomerNo: "C20", ContactNo: "CT700", PriceGroup: "RETAIL", DiscGroup: "GOLD", VATGroup: "DOM", AllowLineDisc: true, Currency: lcy}},
		{"a contact without customer has those of Setup", "CT600", pricing.Party{ContactNo: "CT600", PriceGroup: "WEB", VATGroup: "DOM", AllowLineDisc: true, Currency: lcy}},
		{"a foreign customer", "C60", pricing.Party{CustomerNo: "C60", VATGroup: "EXP", AllowLineDisc: true,
			Currency: pricing.Currency{Code: "NOK", AmountRounding: 1000, UnitAmountRounding: 1000, ExchangeRateAmount: data.Int(100), RelationalAmount: data.Int(97)}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, company.party(t, c.party, "")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestManyPartiesAreWhatTheyAreAlone(t *testing.T) {
	company := section10(t)
	who := []data.TargetedParty{{CustomerNo: "C40"}, {ContactNo: "CT501"}, {CustomerNo: "GONE"}, {CustomerNo: "C10"}, {ContactNo: "GONE"}, {ContactNo: "CT600"}}
	got, err := pricing.Parties(company.db, company.setup, who, day)
	if err != nil {
		t.Fatal(err)
	}
	var want []pricing.Party
	for _, no := range []string{"C40", "CT501", "C10", "CT600"} {
		want = append(want, company.party(t, no, ""))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-alone +together):\n%s", diff)
	}
}

func TestPartiesThatCannotBePriced(t *testing.T) {
	company := section10(t)
	insert(t, company.db, data.Currencies, data.Currency{Code: "USD", AmountRounding: 1000, UnitAmountRounding: 1})
	insert(t, company.db, data.ExchangeRates, data.ExchangeRate{CurrencyCode: "USD", StartingDate: "2026-03-11", ExchangeRateAmount: 1, RelationalAmount: 1})
	insert(t, company.db, data.Customers, data.Customer{No: "C90", CurrencyCode: "USD"})
	for _, c := range []struct {
		name     string
		customer data.CustomerNo
		contact  data.ContactNo
		want     data.Message
	}{
		{"no such customer", "GONE", "", data.Msg("customer-missing", data.CustomerNo("GONE")).At("customer_no")},
		{"no such contact", "", "GONE", data.Msg("contact-missing", data.ContactNo("GONE")).At("contact_no")},
		{"no rate yet", "C90", "", data.Msg("rate-missing", data.CurrencyCode("USD"), day).At("currency_code")},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := pricing.PartyOf(company.db, company.setup, c.customer, c.contact, day)
			var got data.Message
			if !errors.As(err, &got) {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
