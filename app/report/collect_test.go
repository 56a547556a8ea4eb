package report

import (
	"errors"
	"strings"
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/text"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

// company has a campaign with an open segment of three contacts on four lines and one without, and two entries, one of them
// canceled.
func company(t *testing.T) *app.Session {
	t.Helper()
	s := apptest.New(t)
	apptest.Add(t, s, data.Campaigns, data.Campaign{No: "CP1", Description: "Hösten", StartingDate: "2026-03-01"}, data.Campaign{No: "CP2"})
	apptest.Add(t, s, data.Contacts,
		data.Contact{No: "C1", Name: "Berg AB", CompanyNo: "C1", Address: "Storgatan 1", PostCode: "903 26", City: "Umeå", PhoneNo: "090-1"},
		data.Contact{No: "C2", Type: data.Person, Name: "Anna Berg", CompanyNo: "C1", City: "Umeå", PhoneNo: "090-2", MobilePhoneNo: "070-2"},
		data.Contact{No: "C3", Name: "Acme", CompanyNo: "C3", City: "Luleå"},
		data.Contact{No: "C4", Name: "Other", CompanyNo: "C4", City: "Umeå"})
	apptest.Add(t, s, data.AltAddresses, data.AltAddress{ContactNo: "C3", Code: "BOX", CompanyName: "Acme", Address: "Box 1", City: "Piteå"})
	apptest.Add(t, s, data.SegmentHeaders, data.SegmentHeader{No: "S1", Description: "Norr", CampaignNo: "CP1", Date: "2026-03-02"}, data.SegmentHeader{No: "S2", CampaignNo: "CP2"})
	line := func(no int, contact, company data.ContactNo) data.SegmentLine {
		return data.SegmentLine{SegmentNo: "S1", LineNo: no, ContactNo: contact, ContactCompanyNo: company, Date: "2026-03-02", Cost: data.Int(8), Duration: data.Int(5)}
	}
	box := line(30000, "C3", "C3")
	box.AltAddressCode = "BOX"
	apptest.Add(t, s, data.SegmentLines, line(10000, "C2", "C1"), line(20000, "C1", "C1"), box, line(40000, "", ""), line(50000, "C2", "C1"))
	apptest.Add(t, s, data.CampaignEntries,
		data.CampaignEntry{ID: 1, CampaignNo: "CP1", Date: "2026-03-09", Description: "Söder", SegmentNo: "S0", Canceled: true},
		data.CampaignEntry{ID: 2, CampaignNo: "CP1", Date: "2026-03-03"})
	apptest.Add(t, s, data.Interactions,
		data.Interaction{CampaignNo: "CP1", CampaignEntryNo: 2, ContactNo: "C2", ContactCompanyNo: "C1", Date: "2026-03-03", Cost: data.Int(20), Duration: data.Int(10)},
		data.Interaction{CampaignNo: "CP1", CampaignEntryNo: 1, ContactNo: "C2", ContactCompanyNo: "C1", Date: "2026-03-09", Cost: data.Int(40), Canceled: true})
	return s
}

func sectionsOf(t *testing.T, r Report, err error) (all []Section) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	for s, err := range r.Sections {
		if err != nil {
			t.Fatal(err)
		}
		if len(s.Fields) != len(r.Fields) {
			t.Fatalf("%d cells for %d fields", len(s.Fields), len(r.Fields))
		}
		for _, group := range s.Groups {
			for _, row := range group.Rows {
				if len(row.Cells) != len(r.Columns) {
					t.Fatalf("%d cells for %d columns", len(row.Cells), len(r.Columns))
				}
			}
		}
		all = append(all, s)
	}
	return all
}

// cells is the cells of a section by caption.
func cells(r Report, s Section) map[string]any {
	all := map[string]any{}
	for i, field := range r.Fields {
		all[field.Caption] = s.Fields[i]
	}
	return all
}

func TestCampaignDetails(t *testing.T) {
	s := company(t)
	r, err := CampaignDetails(s, data.View{Filters: map[string]string{"no": "CP1"}}, data.View{}, data.View{})
	sections := sectionsOf(t, r, err)
	if len(sections) != 1 || r.Total != 1 {
		t.Fatalf("%d campaigns, %d announced", len(sections), r.Total)
	}
	if diff := cmp.Diff([]string{"No.: CP1"}, r.Filters); diff != "" {
		t.Error(diff)
	}
	got := cells(r, sections[0])
	if got["Cost (LCY)"] != data.Int(20) || got["Duration (Min.)"] != data.Int(10) || sections[0].Title != "CP1 · Hösten" {
		t.Errorf("%s: %v", sections[0].Title, got)
	}
	want := []Group{
		{"Open Segments", []Row{{Cells: []any{"Seg.", data.SegmentNo("S1"), false, data.Date("2026-03-02"), "Norr", data.SalespersonCode(""), 5, data.Int(40), data.Int(25)}}}},
		{"Campaign Entries", []Row{
			{Cells: []any{"Entry", "2", false, data.Date("2026-03-03"), "Single interactions", data.SalespersonCode(""), 1, data.Int(20), data.Int(10)}},
			{Cells: []any{"Entry", "1", true, data.Date("2026-03-09"), "Söder", data.SalespersonCode(""), 1, data.Int(40), data.Amount(0)}, Canceled: true},
		}},
	}
	if diff := cmp.Diff(want, sections[0].Groups); diff != "" {
		t.Error(diff)
	}
	r, err = CampaignDetails(s, data.View{}, data.View{Filters: map[string]string{"no": "S9"}}, data.View{Filters: map[string]string{"canceled": "yes"}, Env: s.FilterEnv()})
	sections = sectionsOf(t, r, err)
	if len(sections) != 2 || len(sections[0].Groups[0].Rows) != 0 || len(sections[0].Groups[1].Rows) != 1 {
		t.Errorf("the filters of segments and entries do not hold: %v", sections)
	}
	if diff := cmp.Diff([]string{"Segment – No.: S9", "Campaign Entry – Canceled: yes"}, r.Filters); diff != "" {
		t.Error(diff)
	}
}

func TestContactList(t *testing.T) {
	s := company(t)
	r, err := ContactList(s, data.View{Filters: map[string]string{"city": "Umeå"}})
	sections := sectionsOf(t, r, err)
	if len(sections) != 3 || r.Total != 3 {
		t.Fatalf("%d contacts, %d announced", len(sections), r.Total)
	}
	if diff := cmp.Diff([]string{"Berg AB", "Anna Berg", "Umeå"}, sections[1].Address); diff != "" {
		t.Error(diff)
	}
	for i, want := range []int{1, 1, 0} { // a company counts the interactions of its persons, canceled ones count nowhere (CO-53)
		if got := cells(r, sections[i]); got["No. of Interactions"] != want || got["Cost (LCY)"] != data.Int(int64(20*want)) {
			t.Errorf("%s: %v", sections[i].Title, got)
		}
	}
	_, err = ContactList(s, data.View{Filters: map[string]string{"city": "(("}})
	if !errors.As(err, new(data.Message)) {
		t.Errorf("a filter of nonsense: %v", err)
	}
}

func TestReportsOfASegment(t *testing.T) {
	s := company(t)
	titles := func(r Report, err error) (all []string) {
		for _, section := range sectionsOf(t, r, err) {
			all = append(all, section.Title)
		}
		return all
	}
	addresses := func(r Report, err error) (all []string) {
		for _, section := range sectionsOf(t, r, err) {
			all = append(all, strings.Join(section.Address, ", "))
		}
		return all
	}
	const anna, berg, box, acme = "Berg AB, Anna Berg, Umeå", "Berg AB, Storgatan 1, 903 26 Umeå", "Acme, Box 1, Piteå", "Acme, Luleå"
	segment := data.View{Filters: map[string]string{"no": "S1"}}
	for _, test := range []struct {
		name      string
		got, want []string
	}{
		{"contacts, each once by number (RP-2)", titles(SegmentContacts(s, segment, data.View{})), []string{"C1 · Berg AB", "C2 · Anna Berg", "C3 · Acme"}},
		{"contacts that a filter chooses", titles(SegmentContacts(s, segment, data.View{Filters: map[string]string{"city": "L*"}})), []string{"C3 · Acme"}},
		{"labels by line, with their alternative address (RP-4, RP-11)", addresses(SegmentLabels(s, "S1", LabelSheets[0], 0)), []string{anna, berg, box, anna}},
		{"cover sheets, one a contact (RP-6)", addresses(SegmentCoverSheets(s, "S1", CoverSheet{})), []string{anna, berg, acme}},
		{"labels of contacts (RP-5)", addresses(ContactLabels(s, data.View{Filters: map[string]string{"no": "C3|C1"}}, LabelSheets[0], 0)), []string{berg, acme}},
		{"cover sheets of contacts (RP-6)", addresses(ContactCoverSheets(s, data.View{Filters: map[string]string{"no": "C2"}}, CoverSheet{})), []string{anna}},
		{"a call sheet by line; a company has no name beside it", titles(CallSheet(s, "S1")), []string{"Anna Berg", "Berg AB", "Acme", "Anna Berg"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, test.got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestACallSheetHasWhatACallNeeds(t *testing.T) {
	r, err := CallSheet(company(t), "S1")
	sectionsOf(t, r, err)
	page := pagesOf(t, r)[0]
	for _, want := range []string{"S1 · Norr", "Berg AB", "090-2", "070-2"} {
		if count(page, want) == 0 {
			t.Errorf("no %q in %q", want, textsOf(page))
		}
	}
	for _, caption := range []string{"Response", "No answer", "Call back"} {
		if count(page, caption) != 4 {
			t.Errorf("%q stands %d times", caption, count(page, caption))
		}
	}
	if len(page.Boxes) != 3*4 {
		t.Errorf("%d boxes", len(page.Boxes))
	}
}

func TestASegmentThatIsGoneIsRefused(t *testing.T) {
	s := company(t)
	for name, collect := range map[string]func() (Report, error){
		"labels":       func() (Report, error) { return SegmentLabels(s, "S9", LabelSheets[0], 0) },
		"cover sheets": func() (Report, error) { return SegmentCoverSheets(s, "S9", CoverSheet{}) },
		"call sheet":   func() (Report, error) { return CallSheet(s, "S9") },
	} {
		var refused data.Message
		if _, err := collect(); !errors.As(err, &refused) || refused.Key != "report-no-such-segment" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestReportsSpeakBothLanguages(t *testing.T) {
	s := company(t)
	for _, language := range []string{"en", "sv"} {
		s.Texts = text.For(language, s.Locale)
		for _, collect := range []func() (Report, error){
			func() (Report, error) { return CampaignDetails(s, data.View{}, data.View{}, data.View{}) },
			func() (Report, error) { return SegmentContacts(s, data.View{}, data.View{}) },
			func() (Report, error) { return ContactList(s, data.View{}) },
			func() (Report, error) { return SegmentLabels(s, "S1", LabelSheets[0], 0) },
			func() (Report, error) { return SegmentCoverSheets(s, "S1", CoverSheet{}) },
			func() (Report, error) { return CallSheet(s, "S1") },
		} {
			r, err := collect()
			if err != nil {
				t.Fatal(err)
			}
			texts := append([]string{r.Title}, r.captions()...)
			for _, page := range pagesOf(t, r) {
				texts = append(texts, textsOf(page)...)
			}
			for _, text := range texts {
				if strings.HasPrefix(text, "[") {
					t.Errorf("%s, %s: no text for %s", language, r.Title, text)
				}
			}
		}
	}
}
