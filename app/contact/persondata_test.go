package contact_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/contact"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

// known is the desk with everything that can be known about Anna.
func known(t testing.TB) *app.Session {
	s := questioned(t)
	apptest.Add(t, s, data.ContactMailingGroups, data.ContactMailingGroup{ContactNo: "CT11", Code: "X-CARD"})
	apptest.Add(t, s, data.CommentLines, data.CommentLine{No: "CT11", LineNo: 10000, Comment: "Anna likes boats"}, data.CommentLine{TableName: data.CommentOnInteraction, No: "1", LineNo: 10000, Comment: "Anna called"})
	apptest.Add(t, s, data.AltAddresses, data.AltAddress{ContactNo: "CT11", Code: "HOME", Address: "Annas väg 1"})
	apptest.Add(t, s, data.ProfileAnswers, data.ProfileAnswer{ContactNo: "CT11", Questionnaire: "LEADS", LineNo: 2})
	apptest.Add(t, s, data.Interactions, data.Interaction{ContactNo: "CT11", ContactCompanyNo: "CT10", Description: "Call to Anna", ContactVia: "08-1", Cost: 8 * data.One,
		InteractionTemplateCode: "OUTGOING", CampaignNo: "CP1", CampaignTarget: true}, data.Interaction{ContactNo: "CT12", Description: "Per"})
	apptest.Add(t, s, data.QuoteHeaders, data.QuoteHeader{No: "Q1", ContactNo: "CT11", Name: "Anna Berg"})
	apptest.Add(t, s, data.QuoteLines, data.QuoteLine{QuoteNo: "Q1", LineNo: 1, Description: "Boat"})
	apptest.Add(t, s, data.Customers, data.Customer{No: "C1", ContactName: "Anna Berg", PrimaryContactNo: "CT11"})
	return s
}

func TestExportHoldsEverythingAboutOne(t *testing.T) {
	s := known(t)
	path := filepath.Join(t.TempDir(), "anna.json")
	if err := contact.WriteExport(s, "CT11", path); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var export map[string][]map[string]any
	if err := json.Unmarshal(content, &export); err != nil {
		t.Fatal(err)
	}
	got := map[string]int{}
	for table, rows := range export {
		got[table] = len(rows)
	}
	want := map[string]int{"contact": 1, "contact_mailing_group": 1, "contact_profile_answer": 1, "contact_alt_address": 1, "comment_line": 2, "interaction": 1,
		"quote_header": 1, "quote_line": 1, "customer": 1}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if export["interaction"][0]["cost"] != "8" || export["contact"][0]["name"] != "Anna Berg" {
		t.Errorf("it says %v and %v", export["interaction"][0]["cost"], export["contact"][0]["name"])
	}
	if strings.Contains(string(content), "Per") {
		t.Error("it tells of somebody else")
	}
	var refusal data.Message
	if err := contact.WriteExport(s, "CT11", filepath.Join(path, "below")); !asMessage(err, &refusal) || refusal.Key != "export-not-written" {
		t.Errorf("to an impossible place: %v", err)
	}
}

func asMessage(err error, into *data.Message) bool {
	m, ok := err.(data.Message)
	*into = m
	return ok
}

// Who is anonymous cannot be told from anything in the company, and no figure changes.
func TestAnonymise(t *testing.T) {
	s := known(t)
	before, err := data.FiguresOfCampaign(s.DB, "CP1", data.Period{})
	if err != nil {
		t.Fatal(err)
	}
	company, err := data.FiguresOfContact(s.DB, "CT10", data.Period{})
	if err != nil {
		t.Fatal(err)
	}
	apptest.Undoes(t, s, func() {
		if err := contact.Anonymise(s, "CT11"); err != nil {
			t.Fatal(err)
		}
	})
	everything := fmt.Sprint(apptest.Read(t, s), apptest.All(t, s, data.AltAddresses), apptest.All(t, s, data.ProfileAnswers), apptest.All(t, s, data.ContactMailingGroups))
	for _, trace := range []string{"Anna", "ANNA", "Annas"} {
		if strings.Contains(everything, trace) {
			t.Errorf("%q is still there", trace)
		}
	}
	after, err := data.FiguresOfCampaign(s.DB, "CP1", data.Period{})
	if err != nil || after != before {
		t.Errorf("the campaign's figures were %v, are %v, %v", before, after, err)
	}
	if now, err := data.FiguresOfContact(s.DB, "CT10", data.Period{}); err != nil || now.Interactions != company.Interactions || now.Cost != company.Cost {
		t.Errorf("the company's figures were %v, are %v, %v", company, now, err)
	}
	if c := get(t, s, "CT11"); !c.PrivacyBlocked || !c.ExcludeFromSegment || c.Name != "Unknown person" {
		t.Errorf("blocked %v, excluded %v, %q", c.PrivacyBlocked, c.ExcludeFromSegment, c.Name)
	}
}

func TestAnonymiseIsRefused(t *testing.T) {
	s := known(t)
	refused(t, contact.Anonymise(s, "CT10"), "anonymise-only-persons")
	apptest.Add(t, s, data.SegmentLines, data.SegmentLine{SegmentNo: "SM1", LineNo: 10000, ContactNo: "CT11"})
	refused(t, contact.Anonymise(s, "CT11"), "contact-on-segments")
}
