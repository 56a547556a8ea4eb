package demo

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"campaigndesk/app/noseries"
	"campaigndesk/app/pricing"
	"campaigndesk/assets"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

const wednesday data.Date = "2026-03-18"

func demo(t *testing.T, language string, workDate data.Date) *data.DB {
	t.Helper()
	db, err := New(filepath.Join(t.TempDir(), "demo.campaigndesk"), language, workDate)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func TestTheDemoCompanyHasWhatIsPromised(t *testing.T) {
	db := demo(t, "en", wednesday)
	kinds := map[data.ContactType]int{}
	for _, c := range all(t, db, data.Contacts) {
		kinds[c.Type]++
	}
	got := map[string]int{"companies": kinds[data.Company], "persons": kinds[data.Person],
		"customers": len(all(t, db, data.Customers)), "customers that are contacts": len(all(t, db, data.ContactBusinessRelations)),
		"items": len(all(t, db, data.Items)), "currencies": len(all(t, db, data.Currencies)), "salespeople": len(all(t, db, data.Salespeople)),
		"statuses": len(all(t, db, data.CampaignStatuses)), "campaigns": len(all(t, db, data.Campaigns)), "quotes": len(all(t, db, data.QuoteHeaders)),
		"logged segments": len(all(t, db, data.LoggedSegments)), "templates with a document": len(all(t, db, data.InteractionTemplateLanguages))}
	want := map[string]int{"companies": 60, "persons": 150, "customers": 40, "customers that are contacts": 40, "items": 80, "currencies": 3,
		"salespeople": 6, "statuses": 6, "campaigns": 8, "quotes": 12, "logged segments": 2, "templates with a document": 3}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	setup, err := data.GetSetup(db)
	if err != nil {
		t.Fatal(err)
	}
	if setup.CompanyName != "Nordic Office AB" || setup.SalespersonCode != "JR" || setup.VAT {
		t.Errorf("settings %+v, want Nordic Office AB, salesperson JR, no VAT", setup)
	}
	if journal, err := data.Journal(db, 1); err != nil || len(journal) != 0 {
		t.Errorf("journal %v, %v, want nothing to undo", journal, err)
	}
}

// No campaign has more answers than contacts contacted, and nothing is logged for a campaign without its entry.
func TestStatisticsOfTheDemoCompanyMakeSense(t *testing.T) {
	db := demo(t, "sv", wednesday)
	figures, err := data.FiguresOfCampaigns(db, data.Period{})
	if err != nil || len(figures) < 3 {
		t.Errorf("%v, %v", figures, err)
	}
	for no, f := range figures {
		if f.Responded >= f.TargetsContacted {
			t.Errorf("%s: %d of %d answered", no, f.Responded, f.TargetsContacted)
		}
	}
	for _, i := range all(t, db, data.Interactions) {
		if (i.CampaignNo != "" && !i.Postponed) != (i.CampaignEntryNo != 0) || i.InteractionGroupCode == "" || (i.SegmentNo != "") != (i.LoggedSegmentNo != 0) {
			t.Errorf("%+v", i)
		}
	}
}

// A campaign of every state, whatever day the demo is made on.
func TestACampaignInEveryState(t *testing.T) {
	for _, day := range []data.Date{"2026-03-16", wednesday, "2026-03-22", "2024-02-29", "2026-12-31", "2027-01-01"} {
		db := demo(t, "en", day)
		campaigns := map[data.CampaignNo]data.Campaign{}
		for _, c := range all(t, db, data.Campaigns) {
			campaigns[c.No] = c
		}
		drift := func(no data.CampaignNo) data.Drift {
			d, err := data.DriftOf(db, no)
			if err != nil {
				t.Fatal(err)
			}
			return d
		}
		sunday := day.AddDays((7 - int(day.Time().Weekday())) % 7)
		for _, c := range []struct {
			state string
			no    data.CampaignNo
			holds func(data.Campaign) bool
		}{
			{"over and deactivated", "CP0001", func(c data.Campaign) bool { return c.EndingDate < day && !c.Activated }},
			{"over and still activated", "CP0002", func(c data.Campaign) bool { return c.EndingDate < day && c.Activated }},
			{"running and activated", "CP0003", func(c data.Campaign) bool {
				return day.Within(c.StartingDate, c.EndingDate) && c.Activated && drift(c.No).None()
			}},
			{"running, planned and not activated", "CP0004", func(c data.Campaign) bool {
				return day.Within(c.StartingDate, c.EndingDate) && !c.Activated && drift(c.No).Entering > 0
			}},
			{"running, with drift", "CP0005", func(c data.Campaign) bool {
				return day.Within(c.StartingDate, c.EndingDate) && drift(c.No) == data.Drift{CampaignNo: c.No, Entering: 8, Leaving: 2}
			}},
			{"to come", "CP0006", func(c data.Campaign) bool { return c.StartingDate > day && !c.Activated }},
			{"without dates and targets", "CP0007", func(c data.Campaign) bool {
				return c.StartingDate == "" && c.EndingDate == "" && !c.Activated && drift(c.No).None()
			}},
			{"ending this week", "CP0008", func(c data.Campaign) bool { return c.EndingDate == sunday && c.Activated && drift(c.No).None() }},
		} {
			if !c.holds(campaigns[c.no]) {
				t.Errorf("on %s, %s: %+v, %+v", day, c.state, campaigns[c.no], drift(c.no))
			}
		}
	}
}

// CP0003 and CP0008 have prices for the same items, days and customers: the conflict of the demo.
func TestTwoCampaignsAreInConflict(t *testing.T) {
	db := demo(t, "en", wednesday)
	type thing struct{ item, unit, party string }
	things := func(no data.CampaignNo) map[thing]bool {
		found := map[thing]bool{}
		for _, p := range all(t, db, data.SalesPrices) {
			for _, target := range all(t, db, data.CampaignTargets) {
				if p.SalesType == data.ForCampaign && p.SalesCode == string(no) && target.CampaignNo == no && wednesday.Within(p.StartingDate, p.EndingDate) {
					found[thing{string(p.ItemNo), string(p.UnitCode), target.No}] = true
				}
			}
		}
		return found
	}
	other, both := things("CP0008"), 0
	for x := range things("CP0003") {
		if other[x] {
			both++
		}
	}
	if both < 10 {
		t.Errorf("%d items and customers in both campaigns, want some", both)
	}
}

// CP-20, CP-124: rows of campaigns carry the dates of their campaign.
func TestRowsOfCampaignsHaveTheirDates(t *testing.T) {
	db := demo(t, "en", wednesday)
	for _, c := range all(t, db, data.Campaigns) {
		rows := 0
		for _, p := range all(t, db, data.SalesPrices) {
			if p.SalesType == data.ForCampaign && p.SalesCode == string(c.No) {
				rows++
				if p.StartingDate != c.StartingDate || p.EndingDate != c.EndingDate {
					t.Errorf("price %+v does not have the dates of %+v", p, c)
				}
			}
		}
		for _, d := range all(t, db, data.SalesLineDiscounts) {
			if d.SalesType == data.ForCampaign && d.SalesCode == string(c.No) && (d.StartingDate != c.StartingDate || d.EndingDate != c.EndingDate) {
				t.Errorf("discount %+v does not have the dates of %+v", d, c)
			}
		}
		if rows == 0 {
			t.Errorf("%s has no prices", c.No)
		}
	}
}

// What a quote of the demo shows, by its first line.
func TestQuotesShowWhatCampaignsDo(t *testing.T) {
	db := demo(t, "en", wednesday)
	amount := func(s string) data.Amount {
		a, err := data.ParseAmount(s)
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	for _, c := range []struct {
		name            string
		no              data.QuoteNo
		price, discount string
		campaign        data.CampaignNo
	}{
		{"kept from a campaign deactivated since (CP-88)", "SQ00001", "5290", "3", "CP0001"},
		{"kept from a campaign that is over", "SQ00002", "8490", "5", "CP0002"},
		{"a campaign's price for larger quantities", "SQ00003", "3390", "5", "CP0003"},
		{"of two campaigns the cheaper price (CP-243)", "SQ00004", "3490", "3", "CP0008"},
		{"a customer who is no target", "SQ00005", "4290", "5", ""},
		{"a contact who is no customer but a target", "SQ00008", "3390", "4", "CP0003"},
		{"a typed price (CP-205)", "SQ00009", "3500", "8", ""},
		{"a customer group's net price", "SQ00010", "3200", "0", ""},
		{"a person without a company", "SQ00011", "6450", "0", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			line, err := data.QuoteLines.Get(db, c.no, 10000)
			if err != nil {
				t.Fatal(err)
			}
			if line.UnitPrice != amount(c.price) || line.LineDiscount != amount(c.discount) || line.PriceCampaignNo != c.campaign {
				t.Errorf("%s at %s − %s %% from %q, want %s − %s %% from %q", line.ItemNo, line.UnitPrice, line.LineDiscount, line.PriceCampaignNo,
					c.price, c.discount, c.campaign)
			}
		})
	}
}

func TestQuoteAmountsAreMultipliedOut(t *testing.T) {
	db := demo(t, "en", wednesday)
	for _, l := range all(t, db, data.QuoteLines) {
		want, err := pricing.AmountsOf(l.Quantity, l.UnitPrice, l.LineDiscount, data.One/100)
		if err != nil {
			t.Fatal(err)
		}
		if l.LineAmount != want.Amount || l.LineDiscountAmount != want.Discount || l.LineAmount <= 0 {
			t.Errorf("%s %d: %+v, want %+v", l.QuoteNo, l.LineNo, l, want)
		}
	}
}

func TestNumbersGoOn(t *testing.T) {
	db := demo(t, "en", wednesday)
	for series, want := range map[data.NoSeriesCode]string{"CAMP": "CP0009", "SEG": "SM00012", "CONT": "CT000211", "CUST": "CU00041", "ITEM": "IT00001", "QUOTE": "SQ00013"} {
		err := db.Remember(t.Context(), func(tx *data.Tx) error {
			no, _, err := noseries.Next(tx, series, wednesday)
			if no != want {
				t.Errorf("%s gives %s, want %s", series, no, want)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
}

func TestTheSameLanguageAndDayMakeTheSameCompany(t *testing.T) {
	if diff := cmp.Diff(dump(t, demo(t, "sv", wednesday)), dump(t, demo(t, "sv", wednesday))); diff != "" {
		t.Error(diff)
	}
}

func TestEverythingNamedIsThere(t *testing.T) {
	for _, language := range []string{"en", "sv"} {
		if found := stray(t, demo(t, language, wednesday)); found != nil {
			t.Errorf("%s: %v", language, found)
		}
	}
}

func TestTheDemoCompanyOpensAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "demo.campaigndesk")
	made, err := New(path, "sv", wednesday)
	if err != nil {
		t.Fatal(err)
	}
	before := dump(t, made)
	if err := made.Close(); err != nil {
		t.Fatal(err)
	}
	opened, err := data.Open(path) // checks the file
	if err != nil {
		t.Fatal(err)
	}
	defer opened.Close()
	if diff := cmp.Diff(before, dump(t, opened)); diff != "" {
		t.Error(diff)
	}
}

func TestWordsAreInTheLanguageChosen(t *testing.T) {
	for language, want := range map[string][]string{
		"en": {"Task chairs for every workplace", "Skarv task chair, mesh back", "Grey", "Resellers", "Box", "Started"},
		"sv": {"Arbetsstolar för alla arbetsplatser", "Skarv arbetsstol, nätrygg", "Grå", "Återförsäljare", "Kartong", "Startad"},
	} {
		db := demo(t, language, wednesday)
		campaign, err1 := data.Campaigns.Get(db, "CP0003")
		item, err2 := data.Items.Get(db, "1010")
		variant, err3 := data.ItemVariants.Get(db, "1010", "GREY")
		group, err4 := data.CustomerPriceGroups.Get(db, "RETAIL")
		unit, err5 := data.Units.Get(db, "BOX")
		status, err6 := data.CampaignStatuses.Get(db, "5-START")
		setup, err7 := data.GetSetup(db)
		for _, err := range []error{err1, err2, err3, err4, err5, err6, err7} {
			if err != nil {
				t.Fatal(err)
			}
		}
		got := []string{campaign.Description, item.Description, variant.Description, group.Description, unit.Description, status.Description}
		if diff := cmp.Diff(want, got); diff != "" || setup.Language != language {
			t.Errorf("%s: %s", language, diff)
		}
	}
}

// Every word of the tables is there in both languages or in neither.
func TestTablesAreTranslated(t *testing.T) {
	files, err := assets.FS.ReadDir("demo")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if !strings.HasSuffix(file.Name(), ".csv") {
			continue // a document
		}
		rows, err := rowsOf(strings.TrimSuffix(file.Name(), ".csv"))
		if err != nil {
			t.Fatal(err)
		}
		for i, heading := range rows[0] {
			column, ok := strings.CutSuffix(heading, ".en")
			if !ok {
				continue
			}
			j := slices.Index(rows[0], column+".sv")
			if j < 0 {
				t.Errorf("%s: %s has no Swedish", file.Name(), column)
				continue
			}
			for _, row := range rows[1:] {
				if (row[i] == "") != (row[j] == "") {
					t.Errorf("%s: %q against %q", file.Name(), row[i], row[j])
				}
			}
		}
	}
}
