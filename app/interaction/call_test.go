package interaction_test

import (
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/interaction"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

// round puts the segment of S:WE-6 into the company and returns its line.
func round(t apptest.T, s *app.Session, no data.CampaignNo) *data.SegmentLine {
	t.Helper()
	apptest.Add(t, s, data.SegmentHeaders, data.SegmentHeader{No: "SM10008", Description: "Call round", CampaignNo: no})
	line := data.SegmentLine{SegmentNo: "SM10008", LineNo: 10000, ContactNo: "CT11", ContactCompanyNo: "CT10", SalespersonCode: "JL", Date: "2024-04-02",
		InteractionTemplateCode: "BUS", InteractionGroupCode: "LETTER", Cost: data.Int(8), Duration: data.Int(30), CampaignNo: no, CampaignTarget: no != ""}
	apptest.Add(t, s, data.SegmentLines, line)
	return &apptest.All(t, s, data.SegmentLines)[0]
}

// S:WE-6 with S:DV-6: the entry that a call made belongs to the logged segment afterwards.
func TestCallFromALine(t *testing.T) {
	s := newDesk(t)
	d, err := interaction.CallOfLine(s, round(t, s, "CP1001"))
	if err != nil {
		t.Fatal(err)
	}
	want := data.Interaction{ContactNo: "CT11", ContactCompanyNo: "CT10", ContactName: "Anna Berg", CompanyName: "Nordvik AB", Date: "2024-06-04", Time: "09:30",
		Description: "Call", InformationFlow: data.Outbound, InitiatedBy: data.ByUs, Cost: data.One, Duration: data.Int(15), InteractionGroupCode: "PHONE",
		InteractionTemplateCode: "OUTGOING", CampaignNo: "CP1001", SegmentNo: "SM10008", SalespersonCode: "JL", ContactVia: "08-11"} // IN-39: no target mark
	if diff := cmp.Diff(want, d.Interaction); diff != "" {
		t.Errorf("call (-want +got):\n%s", diff)
	}
	apptest.Undoes(t, s, func() { logged(t, s, d) })
	if diff := cmp.Diff([]string{`1 CP1001 2024-06-04 JL "SM10008": 1 / 1 / 15`}, entries(t, s)); diff != "" {
		t.Errorf("after the call (-want +got):\n%s", diff)
	}
	if e := entry(t, s, 1); e.Description != "Call round" || e.RegisterNo != 0 { // CE-6
		t.Errorf("%+v", e)
	}
	if n := len(apptest.All(t, s, data.SegmentLines)); n != 1 {
		t.Errorf("%d lines are left", n)
	}
	logSegment(t, s, "SM10008")
	if diff := cmp.Diff([]string{`1 CP1001 2024-06-04 JL "SM10008": 2 / 9 / 45`}, entries(t, s)); diff != "" {
		t.Errorf("after logging (-want +got):\n%s", diff)
	}
	if e := entry(t, s, 1); e.RegisterNo != 1 {
		t.Errorf("register no. %d", e.RegisterNo)
	}
}

func TestAPostponedCallIsACallAgain(t *testing.T) { // IN-42, IN-38
	s := newDesk(t)
	d, err := interaction.NewCall(s, interaction.From{ContactNo: "CT11"}, "")
	if err != nil {
		t.Fatal(err)
	}
	if err := interaction.Postpone(s, &d); err != nil {
		t.Fatal(err)
	}
	again, err := interaction.Resume(s, d.ID)
	if err != nil || !again.Call || again.ContactVia != "08-11" {
		t.Errorf("%+v, %v", again, err)
	}
}

func TestCallRefused(t *testing.T) {
	for _, c := range []struct {
		name    string
		change  func(s *app.Session)
		contact data.ContactNo
		number  string
		refused string
	}{
		{"IN-12 no template for calls", func(s *app.Session) { s.Setup.OutgoingCallTemplate = "" }, "CT11", "", "no-outgoing-call-template"},
		{"IN-11 the template has languages", func(s *app.Session) {
			apptest.Add(t, s, data.InteractionTemplateLanguages, data.InteractionTemplateLanguage{TemplateCode: "OUTGOING", LanguageCode: "SV"})
		}, "CT11", "", "automatic-template-has-languages"},
		{"no number", func(*app.Session) {}, "CT21", "", "must-not-be-blank contact_via"},
		{"a number given", func(*app.Session) {}, "CT21", "112", ""},
		{"the phone", func(*app.Session) {}, "CT11", "", ""},
		{"the mobile phone", func(*app.Session) {}, "CT12", "", ""},
		{"privacy-blocked", func(*app.Session) {}, "SECRET", "", "contact-privacy-blocked contact_no"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			c.change(s)
			d, err := interaction.NewCall(s, interaction.From{ContactNo: c.contact}, c.number)
			if err == nil {
				_, err = interaction.Log(s, &d)
			}
			if got := keyOf(err); got != c.refused {
				t.Errorf("%q, want %q", got, c.refused)
			}
		})
	}
}

func TestNumbers(t *testing.T) { // IN-36
	s := newDesk(t)
	apptest.Add(t, s, data.AltAddresses, data.AltAddress{ContactNo: "CT11", Code: "SUMMER", PhoneNo: "0498-1"})
	apptest.Add(t, s, data.AltAddressRanges, data.AltAddressRange{ContactNo: "CT11", StartingDate: "2024-06-01", EndingDate: "2024-08-31", AltAddressCode: "SUMMER"})
	numbers, err := interaction.Numbers(s, "CT11")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, n := range numbers {
		got = append(got, n.Kind.Key+" "+n.Of+" "+n.Number)
	}
	want := []string{"phone-no Anna Berg 08-11", "mobile-phone-no Anna Berg 070-11", "phone-no Anna Berg · SUMMER 0498-1", "phone-no Nordvik AB 08-10"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if _, err := interaction.Numbers(s, "CT21"); keyOf(err) != "no-phone-number" {
		t.Errorf("a contact without numbers: %v", err)
	}
}

func TestOutcomes(t *testing.T) {
	for _, c := range []struct {
		name    string
		no      data.CampaignNo
		outcome interaction.Outcome
		on      data.Date
		want    data.RoundCall
		figures string
		refused string
	}{
		{"response", "CP1001", interaction.Responded, "", data.RoundCall{Logged: 1, Date: "2024-06-04", Responded: true}, "0 / 1 / 0 / 1 / 1 / 15 / 15", ""},
		{"no answer", "CP1001", interaction.NoAnswer, "", data.RoundCall{Logged: 1, Date: "2024-06-04", Failed: true}, "0 / 0 / 0 / 1 / 0 / 15 / 0", ""},
		{"call back", "CP1001", interaction.CallBack, "2024-06-10", data.RoundCall{Logged: 1, Date: "2024-06-04", CallBack: "2024-06-10"}, "0 / 0 / 0 / 1 / 0 / 15 / 0", ""},
		{"call back without a day", "CP1001", interaction.CallBack, "", data.RoundCall{}, "0 / 0 / 0 / 0 / 0 / 0 / 0", "must-not-be-blank date"},
		{"a response to no campaign", "", interaction.Responded, "", data.RoundCall{}, "0 / 0 / 0 / 0 / 0 / 0 / 0", "response-without-campaign"},
		{"no answer without a campaign", "", interaction.NoAnswer, "", data.RoundCall{Logged: 1, Date: "2024-06-04", Failed: true}, "0 / 0 / 0 / 0 / 0 / 0 / 0", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			line := round(t, s, c.no)
			apptest.Undoes(t, s, func() {
				_, _, err := interaction.LogOutcome(s, line, c.outcome, c.on)
				if got := keyOf(err); got != c.refused {
					t.Fatalf("%q, want %q", got, c.refused)
				}
			})
			calls, err := data.CallRound(s.DB, "SM10008")
			if err != nil {
				t.Fatal(err)
			}
			c.want.LineID, c.want.ContactNo, c.want.ContactName, c.want.CompanyName = line.ID, "CT11", "Anna Berg", "Nordvik AB"
			c.want.PhoneNo, c.want.MobilePhoneNo, c.want.EMail = "08-11", "070-11", "anna@nordvik.se"
			if diff := cmp.Diff([]data.RoundCall{c.want}, calls); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if got := figures(t, s); got != c.figures {
				t.Errorf("figures %s", got)
			}
		})
	}
}

func TestNoteOnACall(t *testing.T) {
	s := newDesk(t)
	line := round(t, s, "CP1001")
	id, _, err := interaction.LogOutcome(s, line, interaction.NoAnswer, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, note := range []string{"On holiday", " ", "Back in August"} {
		apptest.Undoes(t, s, func() {
			if err := interaction.AddNote(s, id, note); err != nil {
				t.Fatal(err)
			}
		})
	}
	if calls, err := data.CallRound(s.DB, "SM10008"); err != nil || calls[0].Note != "On holiday Back in August" {
		t.Errorf("%+v, %v", calls, err)
	}
}
