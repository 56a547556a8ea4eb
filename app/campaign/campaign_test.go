package campaign_test

import (
	"errors"
	"fmt"
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/campaign"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

// newDesk is a company with two companies, their persons and a person without company: ALFA is customer 10000, BETA no
// customer. Campaigns CP1 and CP2 are to be given segments, interactions and prices by the tests.
func newDesk(t testing.TB) *app.Session {
	t.Helper()
	s := apptest.New(t)
	apptest.Add(t, s, data.Salespeople, data.Salesperson{Code: "JR", Name: "Johanna Ros"}, data.Salesperson{Code: "OUT", Name: "Olle Ut", Blocked: true},
		data.Salesperson{Code: "GDPR", Name: "Gun Dahl", PrivacyBlocked: true})
	apptest.Add(t, s, data.Customers, data.Customer{No: "10000", Name: "Alfa AB"})
	apptest.Add(t, s, data.Contacts,
		data.Contact{No: "ALFA", Type: data.Company, Name: "Alfa AB", CompanyNo: "ALFA", CompanyName: "Alfa AB"},
		data.Contact{No: "ALFA-1", Type: data.Person, Name: "Anna Berg", CompanyNo: "ALFA", CompanyName: "Alfa AB"},
		data.Contact{No: "ALFA-2", Type: data.Person, Name: "Per Lund", CompanyNo: "ALFA", CompanyName: "Alfa AB"},
		data.Contact{No: "BETA", Type: data.Company, Name: "Beta AB", CompanyNo: "BETA", CompanyName: "Beta AB"},
		data.Contact{No: "BETA-1", Type: data.Person, Name: "Eva Ek", CompanyNo: "BETA", CompanyName: "Beta AB"},
		data.Contact{No: "LONE", Type: data.Person, Name: "Siv Ensam"})
	apptest.Add(t, s, data.ContactBusinessRelations, data.ContactBusinessRelation{Code: "CUST", ContactNo: "ALFA", CustomerNo: "10000"})
	apptest.Add(t, s, data.Items, data.Item{No: "CHAIR", Description: "Chair", UnitPrice: data.Int(100)}, data.Item{No: "DESK", Description: "Desk", UnitPrice: data.Int(300)})
	apptest.Add(t, s, data.Campaigns, data.Campaign{No: "CP1", Description: "Spring"}, data.Campaign{No: "CP2", Description: "Autumn"})
	apptest.Add(t, s, data.SegmentHeaders, data.SegmentHeader{No: "SM1", Description: "Fair"})
	return s
}

// line is a segment line of CP1 for a contact of newDesk, targeted.
func line(no int, contact data.ContactNo, change ...func(*data.SegmentLine)) data.SegmentLine {
	l := data.SegmentLine{SegmentNo: "SM1", LineNo: no * 10000, ContactNo: contact, ContactCompanyNo: companyOf(contact), CampaignNo: "CP1", CampaignTarget: true}
	for _, c := range change {
		c(&l)
	}
	return l
}

// interaction is a logged interaction of CP1 with a contact of newDesk, targeted.
func interaction(contact data.ContactNo, change ...func(*data.Interaction)) data.Interaction {
	i := data.Interaction{ContactNo: contact, ContactCompanyNo: companyOf(contact), Date: "2026-02-01", CampaignNo: "CP1", CampaignTarget: true}
	for _, c := range change {
		c(&i)
	}
	return i
}

func companyOf(contact data.ContactNo) data.ContactNo {
	if contact == "LONE" || contact == "" {
		return ""
	}
	return contact[:4]
}

func priceRow(no data.CampaignNo, item data.ItemNo, change ...func(*data.SalesPrice)) data.SalesPrice {
	p := data.SalesPrice{SalesType: data.ForCampaign, SalesCode: string(no), ItemNo: item, UnitPrice: data.Int(80)}
	for _, c := range change {
		c(&p)
	}
	return p
}

func discountRow(no data.CampaignNo, item string) data.SalesLineDiscount {
	return data.SalesLineDiscount{SalesType: data.ForCampaign, SalesCode: string(no), Type: data.DiscountItem, Code: item, LineDiscount: data.Int(10)}
}

// group is the target group of a campaign in words.
func group(t apptest.T, s *app.Session, no data.CampaignNo) []string {
	t.Helper()
	var names []string
	for _, target := range apptest.All(t, s, data.CampaignTargets, data.Equal("campaign_no", no)) {
		names = append(names, fmt.Sprintf("%s %s", map[data.TargetType]string{data.TargetCustomer: "customer", data.TargetContact: "contact"}[target.Type], target.No))
	}
	return names
}

// keys are the keys of messages.
func keys(messages []data.Message) []string {
	var all []string
	for _, m := range messages {
		all = append(all, m.Key)
	}
	return all
}

// refused checks that an error is a refusal with the key, or that there is none.
func refused(t testing.TB, err error, key string) {
	t.Helper()
	var refusal data.Message
	switch {
	case err == nil && key == "":
	case errors.As(err, &refusal) && refusal.Key == key:
	default:
		t.Fatalf("got %v, want %q", err, key)
	}
}

func TestCreate(t *testing.T) {
	for _, c := range []struct {
		name   string
		setup  func(*app.Session)
		given  data.Campaign
		want   data.Campaign
		refuse string
	}{
		{"CP-10, CP-40 needs nothing but a number", nil, data.Campaign{}, data.Campaign{No: "CP0001", NoSeries: "CAMP"}, ""},
		{"CP-11 the laptop's salesperson", func(s *app.Session) { s.Setup.SalespersonCode = "JR" }, data.Campaign{},
			data.Campaign{No: "CP0001", NoSeries: "CAMP", SalespersonCode: "JR"}, ""},
		{"CP-11 but not a blocked one", func(s *app.Session) { s.Setup.SalespersonCode = "OUT" }, data.Campaign{}, data.Campaign{No: "CP0001", NoSeries: "CAMP"}, ""},
		{"CP-11 a salesperson given stays", func(s *app.Session) { s.Setup.SalespersonCode = "OUT" }, data.Campaign{SalespersonCode: "JR"},
			data.Campaign{No: "CP0001", NoSeries: "CAMP", SalespersonCode: "JR"}, ""},
		{"CP-46 a typed number", nil, data.Campaign{No: "fair26"}, data.Campaign{No: "FAIR26"}, ""},
		{"CP-46 typed numbers not allowed", func(s *app.Session) { setManual(t, s, false) }, data.Campaign{No: "FAIR26"}, data.Campaign{}, "m24-numbers-not-typed"},
		{"CP-42 a number taken from a related series counts as given", func(s *app.Session) { setManual(t, s, false) },
			data.Campaign{No: "X1", NoSeries: "OTHER"}, data.Campaign{No: "X1", NoSeries: "OTHER"}, ""},
		{"CP-40 no series in Setup", func(s *app.Session) { s.Setup.CampaignNos = "" }, data.Campaign{}, data.Campaign{}, "no-series-not-chosen"},
		{"CP-36 an existing number", nil, data.Campaign{No: "CP1"}, data.Campaign{}, "already-exists"},
		{"CP-12 end before start", nil, data.Campaign{StartingDate: "2026-03-02", EndingDate: "2026-03-01"}, data.Campaign{}, "m07-start-after-end"},
		{"CP-12 one day", nil, data.Campaign{StartingDate: "2026-03-02", EndingDate: "2026-03-02"},
			data.Campaign{No: "CP0001", NoSeries: "CAMP", StartingDate: "2026-03-02", EndingDate: "2026-03-02"}, ""},
		{"CP-13 an end without start", nil, data.Campaign{EndingDate: "2026-03-02"}, data.Campaign{No: "CP0001", NoSeries: "CAMP", EndingDate: "2026-03-02"}, ""},
		{"CP-13 a start without end", nil, data.Campaign{StartingDate: "2026-03-02"}, data.Campaign{No: "CP0001", NoSeries: "CAMP", StartingDate: "2026-03-02"}, ""},
		{"a salesperson who does not exist", nil, data.Campaign{SalespersonCode: "NOBODY"}, data.Campaign{}, "salesperson-missing"},
		{"SP-3 a blocked salesperson", nil, data.Campaign{SalespersonCode: "OUT"}, data.Campaign{}, "salesperson-blocked"},
		{"SP-4 a privacy-blocked salesperson", nil, data.Campaign{SalespersonCode: "GDPR"}, data.Campaign{}, "salesperson-blocked"},
		{"a status that does not exist", nil, data.Campaign{StatusCode: "NONE"}, data.Campaign{}, "campaign-status-missing"},
		{"CP-4 a status", nil, data.Campaign{StatusCode: "1-PLAN"}, data.Campaign{No: "CP0001", NoSeries: "CAMP", StatusCode: "1-PLAN"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			if c.setup != nil {
				c.setup(s)
			}
			created := c.given
			apptest.Undoes(t, s, func() {
				_, err := campaign.Create(s, &created)
				refused(t, err, c.refuse)
			})
			if c.refuse != "" {
				return
			}
			c.want.ID = created.ID
			if diff := cmp.Diff(c.want, apptest.Get(t, s, data.Campaigns, c.want.No)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func setManual(t testing.TB, s *app.Session, allowed bool) {
	t.Helper()
	series := apptest.Get(t, s, data.NoSeriesTable, data.NoSeriesCode("CAMP"))
	series.ManualNos = allowed
	if err := s.Write(data.Msg("test"), func(tx *data.Tx) error { return data.NoSeriesTable.Update(tx, &series) }); err != nil {
		t.Fatal(err)
	}
}

func TestARefusedCampaignTakesNoNumber(t *testing.T) {
	s := newDesk(t)
	_, err := campaign.Create(s, &data.Campaign{StatusCode: "NONE"})
	refused(t, err, "campaign-status-missing")
	var c data.Campaign
	if _, err := campaign.Create(s, &c); err != nil || c.No != "CP0001" {
		t.Errorf("%s, %v", c.No, err)
	}
}

func TestOnlyStoredFieldsStampACampaign(t *testing.T) { // CP-16
	s := newDesk(t)
	stamp := func() data.Date { return apptest.Get(t, s, data.Campaigns, data.CampaignNo("CP1")).LastDateModified }
	apptest.Add(t, s, data.SegmentLines, line(1, "ALFA-1"))
	for _, c := range []struct {
		name string
		do   func() error
	}{
		{"activation", func() error { _, err := campaign.Activate(s, "CP1"); return err }},
		{"deactivation", func() error { _, err := campaign.Deactivate(s, "CP1"); return err }},
		{"a comment", func() error {
			return campaign.AddComment(s, &data.CommentLine{TableName: data.CommentOnCampaign, No: "CP1"}, nil)
		}},
		{"saving without a change", func() error {
			c := apptest.Get(t, s, data.Campaigns, data.CampaignNo("CP1"))
			same := c
			return campaign.Save(s, &c, &same)
		}},
	} {
		if err := c.do(); err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if day := stamp(); day != "" {
			t.Fatalf("%s stamped %s", c.name, day)
		}
	}
	before := apptest.Get(t, s, data.Campaigns, data.CampaignNo("CP1"))
	after := before
	after.Description = "Summer"
	if err := campaign.Save(s, &before, &after); err != nil {
		t.Fatal(err)
	}
	if day := stamp(); day != s.Today() {
		t.Errorf("a new description stamped %q", day)
	}
}

func TestABlockedSalespersonStaysWhereHeIs(t *testing.T) { // SP-3
	s := newDesk(t)
	apptest.Add(t, s, data.Campaigns, data.Campaign{No: "OLD", SalespersonCode: "OUT"})
	before := apptest.Get(t, s, data.Campaigns, data.CampaignNo("OLD"))
	after := before
	after.Description = "Still his"
	if err := campaign.Save(s, &before, &after); err != nil {
		t.Error(err)
	}
}

// T4: a campaign moves wholly before or after its old period, with any number of rows.
func TestPricesFollowTheDates(t *testing.T) {
	period := func(start, end data.Date) data.Campaign { return data.Campaign{StartingDate: start, EndingDate: end} }
	for _, c := range []struct {
		name     string
		from, to data.Campaign
		rows     int
	}{
		{"CP-22 wholly later", period("2026-03-01", "2026-03-31"), period("2026-06-01", "2026-06-30"), 2},
		{"CP-22 wholly earlier", period("2026-03-01", "2026-03-31"), period("2026-01-01", "2026-01-31"), 2},
		{"one row", period("2026-03-01", "2026-03-31"), period("2026-06-01", "2026-06-30"), 1},
		{"no row", period("2026-03-01", "2026-03-31"), period("2026-06-01", "2026-06-30"), 0},
		{"only the end", period("2026-03-01", "2026-03-31"), period("2026-03-01", "2026-04-30"), 2},
		{"CP-14 dates removed", period("2026-03-01", "2026-03-31"), period("", ""), 2},
		{"CP-14 dates given", period("", ""), period("2026-03-01", ""), 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			before := apptest.Get(t, s, data.Campaigns, data.CampaignNo("CP1"))
			apptest.Add(t, s, data.SalesPrices, priceRow("CP2", "CHAIR", dated("2026-05-05", "2026-05-06")))
			for i, item := range []data.ItemNo{"CHAIR", "DESK"} {
				if i < c.rows { // with dates of their own, as a worksheet may have given them (CP-21)
					apptest.Add(t, s, data.SalesPrices, priceRow("CP1", item, dated("2025-01-01", "2025-12-31")))
					apptest.Add(t, s, data.SalesLineDiscounts, discountRow("CP1", string(item)))
				}
			}
			after := before
			after.StartingDate, after.EndingDate = c.to.StartingDate, c.to.EndingDate
			before.StartingDate, before.EndingDate = c.from.StartingDate, c.from.EndingDate
			if err := s.Write(data.Msg("test"), func(tx *data.Tx) error { return data.Campaigns.Update(tx, &before) }); err != nil {
				t.Fatal(err)
			}
			apptest.Undoes(t, s, func() {
				if err := campaign.Save(s, &before, &after); err != nil {
					t.Fatal(err)
				}
			})
			var got, want []string
			for _, p := range apptest.All(t, s, data.SalesPrices, data.Equal("sales_code", "CP1")) {
				got = append(got, fmt.Sprint(p.StartingDate, "..", p.EndingDate))
			}
			for _, d := range apptest.All(t, s, data.SalesLineDiscounts, data.Equal("sales_code", "CP1")) {
				got = append(got, fmt.Sprint(d.StartingDate, "..", d.EndingDate))
			}
			for range 2 * c.rows {
				want = append(want, fmt.Sprint(c.to.StartingDate, "..", c.to.EndingDate))
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if other := apptest.All(t, s, data.SalesPrices, data.Equal("sales_code", "CP2"))[0]; other.StartingDate != "2026-05-05" || other.EndingDate != "2026-05-06" {
				t.Errorf("another campaign's price moved to %s..%s", other.StartingDate, other.EndingDate)
			}
		})
	}
}

func dated(start, end data.Date) func(*data.SalesPrice) {
	return func(p *data.SalesPrice) { p.StartingDate, p.EndingDate = start, end }
}

func TestRowsThatWouldBecomeTheSameRefuseTheMove(t *testing.T) { // CP-23
	s := newDesk(t)
	apptest.Add(t, s, data.SalesPrices, priceRow("CP1", "CHAIR", dated("2026-01-01", "")), priceRow("CP1", "CHAIR", dated("2026-02-01", "")))
	before := apptest.Get(t, s, data.Campaigns, data.CampaignNo("CP1"))
	after := before
	after.StartingDate = "2026-03-01"
	apptest.Undoes(t, s, func() { refused(t, campaign.Save(s, &before, &after), "m13-same-row") })
}

func TestQuestionsBeforeSaving(t *testing.T) {
	moved := func(c *data.Campaign) { c.StartingDate = "2026-04-01" }
	for _, c := range []struct {
		name              string
		priced, activated bool
		change            func(*data.Campaign)
		want              *app.Question
	}{
		{"CP-25 dates of an activated campaign with rows", true, true, moved, &app.Question{Text: data.Msg("m05-dates-follow", 1, 1), Yes: true}},
		{"CP-25 not activated", true, false, moved, nil},
		{"CP-25 no rows", false, true, moved, nil},
		{"CP-25 other fields", true, true, func(c *data.Campaign) { c.Description = "Summer" }, nil},
		{"CP-39 another number", true, true, func(c *data.Campaign) { c.No = "CP9" },
			&app.Question{Text: data.Msg("campaign-rename-question", data.CampaignNo("CP1"), data.CampaignNo("CP9")), Yes: true}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			if c.priced {
				apptest.Add(t, s, data.SalesPrices, priceRow("CP1", "CHAIR"))
				apptest.Add(t, s, data.SalesLineDiscounts, discountRow("CP1", "CHAIR"))
			}
			if c.activated {
				apptest.Add(t, s, data.CampaignTargets, data.CampaignTarget{Type: data.TargetContact, No: "BETA", CampaignNo: "CP1"})
			}
			before := apptest.Get(t, s, data.Campaigns, data.CampaignNo("CP1"))
			after := before
			c.change(&after)
			got, err := campaign.AskBeforeSave(s, &before, &after)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// fill gives CP1 something in every table that refers to campaigns.
func fill(t testing.TB, s *app.Session) {
	t.Helper()
	apptest.Add(t, s, data.SalesPrices, priceRow("CP1", "CHAIR"), priceRow("CP1", "DESK"), priceRow("CP2", "DESK"))
	apptest.Add(t, s, data.SalesLineDiscounts, discountRow("CP1", "CHAIR"), discountRow("CP2", "CHAIR"))
	apptest.Add(t, s, data.CommentLines, data.CommentLine{TableName: data.CommentOnCampaign, No: "CP1", LineNo: 10000}, data.CommentLine{TableName: data.CommentOnCampaign, No: "CP2", LineNo: 10000})
	apptest.Add(t, s, data.SegmentHeaders, data.SegmentHeader{No: "SM2", CampaignNo: "CP1"})
	apptest.Add(t, s, data.SegmentLines, line(1, "ALFA-1"), line(2, "BETA"))
	apptest.Add(t, s, data.Interactions, interaction("ALFA-1"), interaction("LONE"))
	apptest.Add(t, s, data.CampaignTargets, data.CampaignTarget{Type: data.TargetContact, No: "BETA", CampaignNo: "CP1"},
		data.CampaignTarget{Type: data.TargetContact, No: "BETA", CampaignNo: "CP2"})
	apptest.Add(t, s, data.QuoteHeaders, data.QuoteHeader{No: "Q1", CampaignNo: "CP1"})
	apptest.Add(t, s, data.QuoteLines, data.QuoteLine{QuoteNo: "Q1", LineNo: 10000, PriceCampaignNo: "CP1"},
		data.QuoteLine{QuoteNo: "Q1", LineNo: 20000, DiscountCampaignNo: "CP1"})
}

// references counts where a campaign's number stands.
func references(t testing.TB, s *app.Session, no data.CampaignNo) map[string]int {
	t.Helper()
	count := map[string]int{}
	for name, n := range map[string]int{
		"prices":              len(apptest.All(t, s, data.SalesPrices, data.Equal("sales_code", no))),
		"discounts":           len(apptest.All(t, s, data.SalesLineDiscounts, data.Equal("sales_code", no))),
		"comments":            len(apptest.All(t, s, data.CommentLines, data.CommentsOn(data.CommentOnCampaign, string(no)))),
		"targets":             len(apptest.All(t, s, data.CampaignTargets, data.Equal("campaign_no", no))),
		"segments":            len(apptest.All(t, s, data.SegmentHeaders, data.Equal("campaign_no", no))),
		"segment lines":       len(apptest.All(t, s, data.SegmentLines, data.Equal("campaign_no", no))),
		"interactions":        len(apptest.All(t, s, data.Interactions, data.Equal("campaign_no", no))),
		"quotes":              len(apptest.All(t, s, data.QuoteHeaders, data.Equal("campaign_no", no))),
		"quote line prices":   len(apptest.All(t, s, data.QuoteLines, data.Equal("price_campaign_no", no))),
		"quote line discount": len(apptest.All(t, s, data.QuoteLines, data.Equal("discount_campaign_no", no))),
	} {
		if n > 0 {
			count[name] = n
		}
	}
	return count
}

var allReferences = map[string]int{"prices": 2, "discounts": 1, "comments": 1, "targets": 1, "segments": 1, "segment lines": 2,
	"interactions": 2, "quotes": 1, "quote line prices": 1, "quote line discount": 1}

// T5: deletion removes what belongs to the campaign and takes it off open segments; history keeps the number.
func TestDelete(t *testing.T) {
	s := newDesk(t)
	fill(t, s)
	if diff := cmp.Diff(allReferences, references(t, s, "CP1")); diff != "" {
		t.Fatalf("before (-want +got):\n%s", diff)
	}
	others := references(t, s, "CP2")
	doomed := []data.Campaign{apptest.Get(t, s, data.Campaigns, data.CampaignNo("CP1"))}
	question, err := campaign.AskBeforeDelete(s, doomed)
	if err != nil {
		t.Fatal(err)
	}
	want := &app.Question{Text: data.Msg("m10-delete-campaign", data.CampaignNo("CP1"), 2, 1, 1, 1, 2), Yes: false} // activated (CP-33)
	if diff := cmp.Diff(want, question); diff != "" {
		t.Errorf("question (-want +got):\n%s", diff)
	}
	apptest.Undoes(t, s, func() {
		if err := campaign.Delete(s, doomed); err != nil {
			t.Fatal(err)
		}
	})
	history := map[string]int{"interactions": 2, "quotes": 1, "quote line prices": 1, "quote line discount": 1}
	if diff := cmp.Diff(history, references(t, s, "CP1")); diff != "" {
		t.Errorf("after (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(others, references(t, s, "CP2")); diff != "" {
		t.Errorf("the other campaign (-want +got):\n%s", diff)
	}
	if n := len(apptest.All(t, s, data.SegmentLines)); n != 2 {
		t.Errorf("%d segment lines are left", n)
	}
}

func TestQuestionBeforeDeletingSeveral(t *testing.T) { // CP-33
	s := newDesk(t)
	apptest.Add(t, s, data.SalesPrices, priceRow("CP1", "CHAIR"), priceRow("CP2", "DESK"))
	question, err := campaign.AskBeforeDelete(s, apptest.All(t, s, data.Campaigns))
	if err != nil {
		t.Fatal(err)
	}
	want := &app.Question{Text: data.Msg("delete-campaigns", 2, 2, 0, 0, 0, 0), Yes: true}
	if diff := cmp.Diff(want, question); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if err := campaign.Delete(s, apptest.All(t, s, data.Campaigns)); err != nil || len(apptest.All(t, s, data.Campaigns)) > 0 {
		t.Errorf("%v, %v", err, apptest.All(t, s, data.Campaigns))
	}
}

// T5: a rename reaches every referring table.
func TestRename(t *testing.T) {
	s := newDesk(t)
	fill(t, s)
	others := references(t, s, "CP2")
	before := apptest.Get(t, s, data.Campaigns, data.CampaignNo("CP1"))
	before.NoSeries = "CAMP"
	after := before
	after.No = "FAIR"
	apptest.Undoes(t, s, func() {
		if err := campaign.Save(s, &before, &after); err != nil {
			t.Fatal(err)
		}
	})
	if diff := cmp.Diff(map[string]int{}, references(t, s, "CP1")); diff != "" {
		t.Errorf("the old number (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(allReferences, references(t, s, "FAIR")); diff != "" {
		t.Errorf("the new number (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(others, references(t, s, "CP2")); diff != "" {
		t.Errorf("the other campaign (-want +got):\n%s", diff)
	}
	renamed := apptest.Get(t, s, data.Campaigns, data.CampaignNo("FAIR"))
	if renamed.NoSeries != "" || renamed.LastDateModified != s.Today() { // CP-38
		t.Errorf("series %q, modified %q", renamed.NoSeries, renamed.LastDateModified)
	}
}

func TestRenameIsRefused(t *testing.T) { // CP-36
	for _, c := range []struct {
		name   string
		manual bool
		to     data.CampaignNo
		want   string
	}{
		{"when numbers cannot be typed", false, "FAIR", "m24-numbers-not-typed"},
		{"when the number exists", true, "CP2", "already-exists"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			setManual(t, s, c.manual)
			before := apptest.Get(t, s, data.Campaigns, data.CampaignNo("CP1"))
			after := before
			after.No = c.to
			apptest.Undoes(t, s, func() { refused(t, campaign.Save(s, &before, &after), c.want) })
		})
	}
}
