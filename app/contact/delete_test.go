package contact_test

import (
	"fmt"
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/contact"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

func remove(t testing.TB, s *app.Session, no ...data.ContactNo) (notices []data.Message, err error) {
	t.Helper()
	var doomed []data.Contact
	for _, n := range no {
		doomed = append(doomed, get(t, s, n))
	}
	apptest.Undoes(t, s, func() { notices, err = contact.Delete(s, doomed) })
	return notices, err
}

func contacts(t testing.TB, s *app.Session) (nos []data.ContactNo) {
	t.Helper()
	for _, c := range apptest.All(t, s, data.Contacts) {
		nos = append(nos, c.No)
	}
	return nos
}

func TestDelete(t *testing.T) { // CO-56…59, CO-32, S:WE-16
	onSegment := func(no data.ContactNo) func(*app.Session) {
		return func(s *app.Session) {
			apptest.Add(t, s, data.SegmentLines, data.SegmentLine{SegmentNo: "SM1", LineNo: 10000, ContactNo: no})
		}
	}
	quoted := func(s *app.Session) {
		apptest.Add(t, s, data.QuoteHeaders, data.QuoteHeader{No: "Q1", ContactNo: "CT11"})
	}
	logged := func(s *app.Session) {
		apptest.Add(t, s, data.Interactions, data.Interaction{ContactNo: "CT11", ContactCompanyNo: "CT10"}, data.Interaction{ContactNo: "CT30"},
			data.Interaction{ContactNo: "CT10", ContactCompanyNo: "CT10"})
	}
	isCustomer := func(s *app.Session) {
		apptest.Add(t, s, data.Customers, data.Customer{No: "C1", Name: "Nordvik AB", ContactName: "Anna Berg"})
		apptest.Add(t, s, data.ContactBusinessRelations, data.ContactBusinessRelation{Code: "CUST", ContactNo: "CT10", CustomerNo: "C1"})
	}
	for _, c := range []struct {
		name    string
		setup   func(*app.Session)
		no      []data.ContactNo
		refused string
		want    []data.ContactNo // contacts left
		history string           // of the interactions: contact/company
		named   string           // the customer's contact name
	}{
		{"a person", nil, []data.ContactNo{"CT11"}, "", []data.ContactNo{"CT10", "CT12", "CT20", "CT30"}, "", ""},
		{"CO-57 a company with its persons", nil, []data.ContactNo{"CT10"}, "", []data.ContactNo{"CT20", "CT30"}, "", ""},
		{"a company and one of its persons marked", nil, []data.ContactNo{"CT10", "CT11"}, "", []data.ContactNo{"CT20", "CT30"}, "", ""},
		{"CO-56 on a segment", onSegment("CT11"), []data.ContactNo{"CT11"}, "contact-on-segments", nil, "", ""},
		{"CO-57 a person on a segment blocks the company", onSegment("CT12"), []data.ContactNo{"CT10"}, "contact-on-segments", nil, "", ""},
		{"one of several is blocked", onSegment("CT30"), []data.ContactNo{"CT20", "CT30"}, "contact-on-segments", nil, "", ""},
		{"with a quote", quoted, []data.ContactNo{"CT11"}, "contact-on-quotes", nil, "", ""},
		{"CO-59 a person's history goes to the company", logged, []data.ContactNo{"CT11"}, "", []data.ContactNo{"CT10", "CT12", "CT20", "CT30"}, "CT10/CT10 CT30/ CT10/CT10 ", ""},
		{"CO-59 a lone person's history is nobody's", logged, []data.ContactNo{"CT30"}, "", []data.ContactNo{"CT10", "CT11", "CT12", "CT20"}, "CT11/CT10 / CT10/CT10 ", ""},
		{"CO-58 a company's history is nobody's", logged, []data.ContactNo{"CT10"}, "", []data.ContactNo{"CT20", "CT30"}, "/ CT30/ / ", ""},
		{"CO-32 the customer loses the person's name", isCustomer, []data.ContactNo{"CT11"}, "", []data.ContactNo{"CT10", "CT12", "CT20", "CT30"}, "", ""},
		{"CO-32 but keeps another's", isCustomer, []data.ContactNo{"CT12"}, "", []data.ContactNo{"CT10", "CT11", "CT20", "CT30"}, "", "Anna Berg"},
		{"CO-32 the customer of a company stays", isCustomer, []data.ContactNo{"CT10"}, "", []data.ContactNo{"CT20", "CT30"}, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			if c.setup != nil {
				c.setup(s)
			}
			customers := len(apptest.All(t, s, data.Customers))
			_, err := remove(t, s, c.no...)
			refused(t, err, c.refused)
			if c.refused != "" {
				return
			}
			if diff := cmp.Diff(c.want, contacts(t, s)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			history := ""
			for _, i := range apptest.All(t, s, data.Interactions) {
				history += fmt.Sprintf("%s/%s ", i.ContactNo, i.ContactCompanyNo)
			}
			if history != c.history {
				t.Errorf("history %q, want %q", history, c.history)
			}
			left := apptest.All(t, s, data.Customers)
			if len(left) != customers || customers == 1 && left[0].ContactName != c.named {
				t.Errorf("customers %+v", left)
			}
		})
	}
}

func TestTargetsFollowDeletedContacts(t *testing.T) { // CP-95, CP-99
	reason := func(no, company data.ContactNo) data.Interaction {
		return data.Interaction{ContactNo: no, ContactCompanyNo: company, CampaignNo: "CP1", CampaignTarget: true}
	}
	for _, c := range []struct {
		name    string
		no      data.ContactNo
		notices int
		want    []string
	}{
		{"a person, whose company keeps the history", "CT11", 0, []string{"contact CT10", "contact CT30"}},
		{"a company", "CT10", 0, []string{"contact CT30"}},
		{"a person without company", "CT30", 0, []string{"contact CT10"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			apptest.Add(t, s, data.Interactions, reason("CT11", "CT10"), reason("CT30", ""))
			targeted(t, s, data.TargetContact, "CT10", "CP1")
			targeted(t, s, data.TargetContact, "CT30", "CP1")
			notices, err := remove(t, s, c.no)
			if err != nil || len(notices) != c.notices {
				t.Errorf("%v, %v", notices, err)
			}
			if diff := cmp.Diff(c.want, group(t, s, "CP1")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	t.Run("the last target", func(t *testing.T) {
		s := newDesk(t)
		apptest.Add(t, s, data.Interactions, reason("CT30", ""))
		targeted(t, s, data.TargetContact, "CT30", "CP1")
		notices, err := remove(t, s, "CT30")
		if err != nil || len(notices) != 1 || notices[0].Key != "m06-last-target-gone" {
			t.Errorf("%v, %v", notices, err)
		}
	})
}

func TestQuestionBeforeDeleting(t *testing.T) {
	s := newDesk(t)
	question, err := contact.AskBeforeDelete(s, []data.Contact{get(t, s, "CT10"), get(t, s, "CT20")})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(&app.Question{Text: data.Msg("contact-delete-persons", 2, 2), Yes: true}, question); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if question, err := contact.AskBeforeDelete(s, []data.Contact{get(t, s, "CT11")}); question != nil || err != nil {
		t.Errorf("a person: %v, %v", question, err)
	}
}
