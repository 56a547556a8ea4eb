package contact_test

import (
	"fmt"
	"testing"
	"time"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/contact"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

// A change of what belongs to a contact is a change of the contact (CO-16); and not everything may belong to everybody.
func TestRowsOfAContact(t *testing.T) {
	for _, c := range []struct {
		name    string
		add     func(s *app.Session) error
		no      data.ContactNo
		refused string
	}{
		{"CO-33a an industry group", func(s *app.Session) error {
			return contact.AddRow(s, data.ContactIndustryGroups, &data.ContactIndustryGroup{ContactNo: "CT10", Code: "MAN"})
		}, "CT10", ""},
		{"CO-33a but for companies", func(s *app.Session) error {
			return contact.AddRow(s, data.ContactIndustryGroups, &data.ContactIndustryGroup{ContactNo: "CT11", Code: "MAN"})
		}, "", "industry-groups-of-companies"},
		{"CO-33c a job responsibility", func(s *app.Session) error {
			return contact.AddRow(s, data.ContactJobResponsibilities, &data.ContactJobResponsibility{ContactNo: "CT11", Code: "SALE"})
		}, "CT11", ""},
		{"CO-33c but for persons", func(s *app.Session) error {
			return contact.AddRow(s, data.ContactJobResponsibilities, &data.ContactJobResponsibility{ContactNo: "CT10", Code: "SALE"})
		}, "", "job-responsibilities-of-persons"},
		{"CO-33b a mailing group, once", func(s *app.Session) error {
			row := data.ContactMailingGroup{ContactNo: "CT30", Code: "X-CARD"}
			if err := contact.AddRow(s, data.ContactMailingGroups, &row); err != nil {
				return err
			}
			return contact.AddRow(s, data.ContactMailingGroups, &data.ContactMailingGroup{ContactNo: "CT30", Code: "X-CARD"})
		}, "CT30", "already-exists"},
		{"CO-27 a free business relation", func(s *app.Session) error {
			return contact.AddRow(s, data.ContactBusinessRelations, &data.ContactBusinessRelation{ContactNo: "CT10", Code: "PROS"})
		}, "CT10", ""},
		{"CO-27 customer is a link", func(s *app.Session) error {
			return contact.AddRow(s, data.ContactBusinessRelations, &data.ContactBusinessRelation{ContactNo: "CT10", Code: "CUST"})
		}, "", "relation-needs-link"},
		{"CO-25 not of a person in a company", func(s *app.Session) error {
			return contact.AddRow(s, data.ContactBusinessRelations, &data.ContactBusinessRelation{ContactNo: "CT11", Code: "PROS"})
		}, "", "relations-of-companies"},
		{"CO-39 a date range", func(s *app.Session) error {
			return contact.AddRow(s, data.AltAddressRanges, &data.AltAddressRange{ContactNo: "CT10", StartingDate: "2026-06-01", AltAddressCode: "SUMMER"})
		}, "CT10", ""},
		{"CO-39 that ends before it starts", func(s *app.Session) error {
			return contact.AddRow(s, data.AltAddressRanges, &data.AltAddressRange{ContactNo: "CT10", StartingDate: "2026-06-01", EndingDate: "2026-05-01", AltAddressCode: "SUMMER"})
		}, "", "alt-address-range-backwards"},
		{"CO-39 of an address that is not there", func(s *app.Session) error {
			return contact.AddRow(s, data.AltAddressRanges, &data.AltAddressRange{ContactNo: "CT11", AltAddressCode: "SUMMER"})
		}, "", "alt-address-missing"},
		{"CM-4 a comment", func(s *app.Session) error {
			line, err := contact.NewComment(s, "CT11")
			if err != nil || line.Date != s.WorkDate {
				t.Errorf("the comment is of %s, %v", line.Date, err)
			}
			line.Comment = "Likes boats"
			return contact.AddComment(s, &line, 0)
		}, "CT11", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := classified(t)
			s.Now = func() time.Time { return time.Date(2026, 3, 5, 9, 0, 0, 0, time.UTC) }
			refused(t, c.add(s), c.refused)
			for _, after := range apptest.All(t, s, data.Contacts) {
				stamped := after.LastDateModified == "2026-03-05" && after.LastTimeModified == "09:00:00"
				if stamped != (after.No == c.no) {
					t.Errorf("%s is stamped %q %q", after.No, after.LastDateModified, after.LastTimeModified)
				}
			}
		})
	}
}

// classified is the desk with codes for contacts, beside the business relations of a new company.
func classified(t testing.TB) *app.Session {
	s := newDesk(t)
	apptest.Add(t, s, data.IndustryGroups, data.IndustryGroup{Code: "MAN"})
	apptest.Add(t, s, data.JobResponsibilities, data.JobResponsibility{Code: "SALE"})
	apptest.Add(t, s, data.MailingGroups, data.MailingGroup{Code: "X-CARD"})
	apptest.Add(t, s, data.AltAddresses, data.AltAddress{ContactNo: "CT10", Code: "SUMMER", City: "Visby"})
	return s
}

func TestBusinessRelationShown(t *testing.T) { // CO-26, S:WE-15
	link := func(s *app.Session) error {
		apptest.Add(t, s, data.Customers, data.Customer{No: "C1"})
		return contact.Link(s, "CT10", "C1", contact.ContactWins)
	}
	relate := func(codes ...data.BusinessRelationCode) func(*app.Session) error {
		return func(s *app.Session) error {
			for _, code := range codes {
				if err := contact.AddRow(s, data.ContactBusinessRelations, &data.ContactBusinessRelation{ContactNo: "CT10", Code: code}); err != nil {
					return err
				}
			}
			return nil
		}
	}
	for _, c := range []struct {
		name string
		do   []func(*app.Session) error
		want data.ContactRelation
	}{
		{"none", nil, data.RelationNone},
		{"a prospect", []func(*app.Session) error{relate("PROS")}, data.RelationOther},
		{"a prospect and competitor", []func(*app.Session) error{relate("PROS", "COMPETITOR")}, data.RelationMultiple},
		{"a customer", []func(*app.Session) error{link}, data.RelationCustomer},
		{"a customer and prospect", []func(*app.Session) error{link, relate("PROS")}, data.RelationMultiple},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := classified(t)
			for _, do := range c.do {
				if err := do(s); err != nil {
					t.Fatal(err)
				}
			}
			for _, no := range []data.ContactNo{"CT10", "CT11"} {
				if got := get(t, s, no).BusinessRelation; got != c.want {
					t.Errorf("%s shows %d, want %d", no, got, c.want)
				}
			}
		})
	}
}

func TestRemovingTheRelationUnlinksTheCustomer(t *testing.T) { // CO-32, CP-102
	s := classified(t)
	apptest.Add(t, s, data.Customers, data.Customer{No: "C1"})
	if err := contact.Link(s, "CT10", "C1", contact.ContactWins); err != nil {
		t.Fatal(err)
	}
	targeted(t, s, data.TargetCustomer, "C1", "CP1")
	rows := apptest.All(t, s, data.ContactBusinessRelations)
	apptest.Undoes(t, s, func() {
		if err := contact.DeleteRows(s, data.ContactBusinessRelations, rows); err != nil {
			t.Fatal(err)
		}
	})
	if got := get(t, s, "CT10").CustomerNo; got != "" {
		t.Errorf("still customer %s", got)
	}
	if diff := cmp.Diff([]string{"contact CT10"}, group(t, s, "CP1")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestDateRangesFollowTheirAddress(t *testing.T) { // CO-38, CO-40
	s := classified(t)
	apptest.Add(t, s, data.AltAddressRanges, data.AltAddressRange{ContactNo: "CT10", StartingDate: "2026-06-01", EndingDate: "2026-08-31", AltAddressCode: "SUMMER"},
		data.AltAddressRange{ContactNo: "CT10", StartingDate: "2026-07-01", AltAddressCode: "SUMMER"})
	before := apptest.Get(t, s, data.AltAddresses, data.ContactNo("CT10"), data.AltAddressCode("SUMMER"))
	after := before
	after.Code = "ISLAND"
	if err := contact.SaveRow(s, data.AltAddresses, &before, &after); err != nil {
		t.Fatal(err)
	}
	for day, want := range map[data.Date]data.AltAddressCode{"2026-05-31": "", "2026-06-15": "ISLAND", "2027-01-01": "ISLAND"} {
		if got, err := data.ActiveAltAddress(s.DB, "CT10", day); got != want || err != nil {
			t.Errorf("on %s: %q, %v", day, got, err)
		}
	}
	if err := contact.DeleteRows(s, data.AltAddresses, []data.AltAddress{after}); err != nil {
		t.Fatal(err)
	}
	if left := apptest.All(t, s, data.AltAddressRanges); len(left) > 0 {
		t.Errorf("ranges are left: %s", fmt.Sprint(left))
	}
}
