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

// twins are two companies that are the same, each with something that the other has not.
func twins(t testing.TB) *app.Session {
	s := classified(t)
	apptest.Add(t, s, data.Contacts, data.Contact{No: "CT50", Name: "Nordvik Aktiebolag", CompanyNo: "CT50", CompanyName: "Nordvik Aktiebolag", EMail: "info@nordvik.example", PhoneNo: "08-5"},
		data.Contact{No: "CT51", Type: data.Person, Name: "Ola Ek", CompanyNo: "CT50", CompanyName: "Nordvik Aktiebolag", PhoneNo: "08-5"})
	apptest.Add(t, s, data.Customers, data.Customer{No: "C1", Name: "Nordvik Aktiebolag"})
	apptest.Add(t, s, data.ContactBusinessRelations, data.ContactBusinessRelation{Code: "CUST", ContactNo: "CT50", CustomerNo: "C1"})
	apptest.Add(t, s, data.ContactMailingGroups, data.ContactMailingGroup{ContactNo: "CT10", Code: "X-CARD"}, data.ContactMailingGroup{ContactNo: "CT50", Code: "X-CARD"})
	apptest.Add(t, s, data.ContactIndustryGroups, data.ContactIndustryGroup{ContactNo: "CT50", Code: "MAN"})
	apptest.Add(t, s, data.CommentLines, data.CommentLine{No: "CT10", LineNo: 10000, Comment: "one"}, data.CommentLine{No: "CT50", LineNo: 10000, Comment: "other"})
	apptest.Add(t, s, data.Interactions, data.Interaction{ContactNo: "CT50", ContactCompanyNo: "CT50", Cost: data.One}, data.Interaction{ContactNo: "CT51", ContactCompanyNo: "CT50"})
	apptest.Add(t, s, data.SegmentLines, data.SegmentLine{SegmentNo: "SM1", LineNo: 10000, ContactNo: "CT51", ContactCompanyNo: "CT50", CampaignNo: "CP2", CampaignTarget: true})
	apptest.Add(t, s, data.QuoteHeaders, data.QuoteHeader{No: "Q1", ContactNo: "CT50"})
	targeted(t, s, data.TargetContact, "CT10", "CP1", "CP2")
	targeted(t, s, data.TargetCustomer, "C1", "CP2")
	return s
}

func TestMerge(t *testing.T) { // CO-49f
	s := twins(t)
	kept, merged := get(t, s, "CT10"), get(t, s, "CT50")
	chosen := contact.Differences(kept, merged)
	offered := map[string]bool{}
	for i, d := range chosen {
		offered[d.Column] = d.FromDuplicate
		if d.Column == "phone_no" {
			chosen[i].FromDuplicate = true
		}
	}
	if !offered["e_mail"] || offered["name"] {
		t.Errorf("what is missing should be taken, what is there kept: %v", offered)
	}
	apptest.Undoes(t, s, func() {
		if _, err := contact.Merge(s, "CT10", "CT50", chosen); err != nil {
			t.Fatal(err)
		}
	})
	after := get(t, s, "CT10")
	got := fmt.Sprintln(after.Name, after.EMail, after.PhoneNo, after.CustomerNo) +
		fmt.Sprintln(get(t, s, "CT51").CompanyNo, get(t, s, "CT51").CompanyName, get(t, s, "CT51").PhoneNo, get(t, s, "CT11").PhoneNo) +
		fmt.Sprintln(len(apptest.All(t, s, data.ContactMailingGroups)), apptest.All(t, s, data.ContactIndustryGroups)[0].ContactNo) +
		fmt.Sprintln(apptest.All(t, s, data.SegmentLines)[0].ContactCompanyNo, apptest.All(t, s, data.QuoteHeaders)[0].ContactNo, group(t, s, "CP1"), group(t, s, "CP2")) +
		fmt.Sprintln(apptest.Get(t, s, data.Customers, data.CustomerNo("C1")).Name)
	for _, i := range apptest.All(t, s, data.Interactions) {
		got += fmt.Sprintln(i.ContactNo, i.ContactCompanyNo)
	}
	for _, line := range apptest.All(t, s, data.CommentLines) {
		got += fmt.Sprintln(line.No, line.Comment)
	}
	want := `Nordvik AB info@nordvik.example 08-5 C1
CT10 Nordvik AB 08-5 08-5
1 CT10
CT10 CT10 [customer C1] [customer C1]
Nordvik AB
CT10 CT10
CT51 CT10
CT10 one
CT10 other
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if _, err := data.Contacts.Get(s.DB, data.ContactNo("CT50")); err == nil {
		t.Error("the merged contact is still there")
	}
}

func TestMergeIsRefused(t *testing.T) {
	for _, c := range []struct {
		name         string
		setup        func(s *app.Session)
		kept, merged data.ContactNo
		want         string
	}{
		{"with itself", nil, "CT10", "CT10", "merge-with-itself"},
		{"a company and a person", nil, "CT10", "CT51", "merge-other-type"},
		{"two customers", func(s *app.Session) {
			apptest.Add(t, s, data.Customers, data.Customer{No: "C2"})
			apptest.Add(t, s, data.ContactBusinessRelations, data.ContactBusinessRelation{Code: "CUST", ContactNo: "CT10", CustomerNo: "C2"})
		}, "CT10", "CT50", "merge-two-customers"},
		{"alternative addresses of the same code", func(s *app.Session) {
			apptest.Add(t, s, data.AltAddresses, data.AltAddress{ContactNo: "CT50", Code: "SUMMER"})
		}, "CT10", "CT50", "merge-same-alt-address"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := twins(t)
			if c.setup != nil {
				c.setup(s)
			}
			apptest.Undoes(t, s, func() {
				_, err := contact.Merge(s, c.kept, c.merged, nil)
				refused(t, err, c.want)
			})
		})
	}
}

func TestPersonsOfTwoCompaniesAreMerged(t *testing.T) { // CO-23
	s := twins(t)
	if _, err := contact.Merge(s, "CT11", "CT51", nil); err != nil {
		t.Fatal(err)
	}
	if i := apptest.All(t, s, data.Interactions)[1]; i.ContactNo != "CT50" || i.ContactCompanyNo != "CT50" {
		t.Errorf("the history went to %s at %s, though it belongs to the company left", i.ContactNo, i.ContactCompanyNo)
	}
	if line := apptest.All(t, s, data.SegmentLines)[0]; line.ContactNo != "CT11" || line.ContactCompanyNo != "CT10" {
		t.Errorf("the line is of %s at %s", line.ContactNo, line.ContactCompanyNo)
	}
}

func TestDuplicates(t *testing.T) { // CO-49d…f, S:WE-13
	alike := data.Contact{No: "CT60", Name: "Sandhamn Handel", CompanyNo: "CT60", City: "Sandhamn", PostCode: "130 39", PhoneNo: "08-2", VATRegistrationNo: "SE556"}
	for _, c := range []struct {
		name  string
		other func(*data.Contact)
		want  int
	}{
		{"equal in five fields, 10 strings", func(*data.Contact) {}, 1},
		{"without the VAT number, 8", func(c *data.Contact) { c.VATRegistrationNo = "" }, 0},
		{"a person is never compared", func(c *data.Contact) { c.Type, c.CompanyNo = data.Person, "" }, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			setUp(t, s, func(setup *data.Setup) { setup.MaintainSearchStrings, setup.AutosearchDuplicates = true, true })
			other := alike
			c.other(&other)
			apptest.Add(t, s, data.Contacts, other)
			typed := alike
			typed.No, typed.CompanyNo = "", ""
			question, err := contact.AskDuplicates(s, &data.Contact{}, &typed)
			if err != nil || (question != nil) != (c.want > 0) {
				t.Errorf("while typing: %v, %v", question, err)
			}
			apptest.Add(t, s, data.Contacts, data.Contact{No: "CT61", Name: alike.Name, CompanyNo: "CT61", City: alike.City, PostCode: alike.PostCode, PhoneNo: alike.PhoneNo,
				VATRegistrationNo: alike.VATRegistrationNo})
			found, err := contact.FindDuplicates(s)
			if err != nil || found != c.want {
				t.Fatalf("%d pairs, %v", found, err)
			}
			if c.want == 0 {
				return
			}
			pair := apptest.All(t, s, data.ContactDuplicates)[0]
			pair.Separate = true
			if err := contact.SaveDuplicate(s, &pair); err != nil {
				t.Fatal(err)
			}
			if again, err := contact.FindDuplicates(s); again != 0 || err != nil {
				t.Errorf("again %d, %v", again, err)
			}
		})
	}
	t.Run("without strings", func(t *testing.T) {
		_, err := contact.FindDuplicates(newDesk(t))
		refused(t, err, "search-strings-not-maintained")
	})
}

func TestSearchString(t *testing.T) { // CO-49c, S:WE-13
	for _, c := range []struct {
		part data.PartOfField
		want string
	}{{data.FirstPart, "ABNOR"}, {data.LastPart, "VIKCO"}} {
		if got := data.SearchString("Ab, Nord-vik & Co.", c.part, 5); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

func TestSwitchesOfTheDuplicateSearch(t *testing.T) { // CO-49g
	for _, c := range []struct {
		name                     string
		before, after            [2]bool // maintain, autosearch
		wantMaintain, wantSearch bool
	}{
		{"searching needs the strings", [2]bool{}, [2]bool{false, true}, true, true},
		{"strings turn searching on", [2]bool{}, [2]bool{true, false}, true, true},
		{"and off", [2]bool{true, true}, [2]bool{false, true}, false, false},
		{"searching may be off alone", [2]bool{true, true}, [2]bool{true, false}, true, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := data.Setup{MaintainSearchStrings: c.before[0], AutosearchDuplicates: c.before[1]}
			after := data.Setup{MaintainSearchStrings: c.after[0], AutosearchDuplicates: c.after[1]}
			contact.SettleDuplicateSetup(&before, &after)
			if after.MaintainSearchStrings != c.wantMaintain || after.AutosearchDuplicates != c.wantSearch {
				t.Errorf("maintain %v, search %v", after.MaintainSearchStrings, after.AutosearchDuplicates)
			}
		})
	}
}
