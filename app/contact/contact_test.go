package contact_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/contact"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// newDesk is a company with the contacts of S:WE-12: Nordvik with Anna, who has all of the company's values, and Per, who
// has some of his own; Sandhamn without persons; and Siv, who belongs to no company.
func newDesk(t testing.TB) *app.Session {
	t.Helper()
	s := apptest.New(t)
	s.Now = func() time.Time { return time.Date(2026, 3, 2, 8, 15, 0, 0, time.UTC) }
	s.Setup.CompanySalutation, s.Setup.PersonSalutation = "", "" // see TestDefaultsOfNewContacts
	apptest.Add(t, s, data.Salespeople, data.Salesperson{Code: "JL"}, data.Salesperson{Code: "MK"}, data.Salesperson{Code: "AH"}, data.Salesperson{Code: "OUT", Blocked: true})
	apptest.Add(t, s, data.Territories, data.Territory{Code: "NORTH"})
	nordvik := data.Contact{No: "CT10", Type: data.Company, Name: "Nordvik AB", CompanyNo: "CT10", CompanyName: "Nordvik AB", SalespersonCode: "JL",
		PhoneNo: "08-1", Address: "Storgatan 1", PostCode: "111 11", City: "Stockholm", County: "AB", CountryCode: "SE", LanguageCode: "SVE", TerritoryCode: "NORTH"}
	anna := nordvik
	anna.No, anna.Type, anna.Name, anna.FirstName, anna.Surname = "CT11", data.Person, "Anna Berg", "Anna", "Berg"
	per := anna
	per.No, per.Name, per.FirstName, per.Surname, per.SalespersonCode, per.PhoneNo, per.PostCode = "CT12", "Per Lund", "Per", "Lund", "MK", "08-9", "222 22"
	apptest.Add(t, s, data.Contacts, nordvik, anna, per,
		data.Contact{No: "CT20", Type: data.Company, Name: "Sandhamn Handel", CompanyNo: "CT20", CompanyName: "Sandhamn Handel", SalespersonCode: "MK",
			PhoneNo: "08-2", Address: "Kajen 2", PostCode: "130 39", City: "Sandhamn", EMail: "info@sandhamn.example"},
		data.Contact{No: "CT30", Type: data.Person, Name: "Siv Ensam", FirstName: "Siv", Surname: "Ensam"})
	apptest.Add(t, s, data.Campaigns, data.Campaign{No: "CP1"}, data.Campaign{No: "CP2"})
	apptest.Add(t, s, data.SegmentHeaders, data.SegmentHeader{No: "SM1"})
	return s
}

// apart leaves out what tests of their own look at.
var apart = cmpopts.IgnoreFields(data.Contact{}, "SearchName", "LastTimeModified", "BusinessRelation")

func get(t apptest.T, s *app.Session, no data.ContactNo) data.Contact {
	t.Helper()
	return apptest.Get(t, s, data.Contacts, no)
}

// save changes a contact and checks that it can be undone.
func save(t testing.TB, s *app.Session, no data.ContactNo, change func(*data.Contact)) (notices []data.Message, err error) {
	t.Helper()
	before := get(t, s, no)
	after := before
	change(&after)
	apptest.Undoes(t, s, func() { notices, err = contact.Save(s, &before, &after) })
	return notices, err
}

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

func group(t apptest.T, s *app.Session, no data.CampaignNo) []string {
	t.Helper()
	var names []string
	for _, target := range apptest.All(t, s, data.CampaignTargets, data.Equal("campaign_no", no)) {
		names = append(names, fmt.Sprintf("%s %s", map[data.TargetType]string{data.TargetCustomer: "customer", data.TargetContact: "contact"}[target.Type], target.No))
	}
	return names
}

func TestCreate(t *testing.T) {
	for _, c := range []struct {
		name    string
		given   data.Contact
		want    data.Contact
		refused string
	}{
		{"CO-1, CO-5 a company", data.Contact{Name: "Alfa AB"},
			data.Contact{No: "CT000001", NoSeries: "CONT", Name: "Alfa AB", CompanyNo: "CT000001", CompanyName: "Alfa AB", SalespersonCode: "AH"}, ""},
		{"CO-2 a typed number", data.Contact{No: "alfa", Name: "Alfa AB"}, data.Contact{No: "ALFA", Name: "Alfa AB", CompanyNo: "ALFA", CompanyName: "Alfa AB", SalespersonCode: "AH"}, ""},
		{"CO-2 an existing number", data.Contact{No: "CT10"}, data.Contact{}, "already-exists"},
		{"CO-14 a person without company", data.Contact{Type: data.Person, Name: "Karl Olof Sand"},
			data.Contact{No: "CT000001", NoSeries: "CONT", Type: data.Person, Name: "Karl Olof Sand", FirstName: "Karl", MiddleName: "Olof", Surname: "Sand", SalespersonCode: "AH"}, ""},
		{"CO-11, CO-19, CO-20 a person of a company inherits", data.Contact{Type: data.Person, Name: "Eva Ek", CompanyNo: "CT20"},
			data.Contact{No: "CT000001", NoSeries: "CONT", Type: data.Person, Name: "Eva Ek", FirstName: "Eva", Surname: "Ek", CompanyNo: "CT20", CompanyName: "Sandhamn Handel",
				SalespersonCode: "MK", PhoneNo: "08-2", Address: "Kajen 2", PostCode: "130 39", City: "Sandhamn", EMail: "info@sandhamn.example"}, ""},
		{"CO-19 but keeps what is its own", data.Contact{Type: data.Person, Name: "Eva Ek", CompanyNo: "CT20", EMail: "eva@example.com", City: "Nacka"},
			data.Contact{No: "CT000001", NoSeries: "CONT", Type: data.Person, Name: "Eva Ek", FirstName: "Eva", Surname: "Ek", CompanyNo: "CT20", CompanyName: "Sandhamn Handel",
				SalespersonCode: "MK", PhoneNo: "08-2", City: "Nacka", EMail: "eva@example.com"}, ""},
		{"CO-18 a company that does not exist", data.Contact{Type: data.Person, CompanyNo: "CT99"}, data.Contact{}, "contact-no-company"},
		{"CO-18 a company that is a person", data.Contact{Type: data.Person, CompanyNo: "CT30"}, data.Contact{}, "contact-no-company"},
		{"a blocked salesperson", data.Contact{SalespersonCode: "OUT"}, data.Contact{}, "salesperson-blocked"},
		{"letters in a phone number", data.Contact{PhoneNo: "08-ring"}, data.Contact{}, "phone-with-letters"},
		{"letters in a mobile number", data.Contact{MobilePhoneNo: "o70"}, data.Contact{}, "phone-with-letters"},
		{"no e-mail address", data.Contact{EMail: "anna at example.com"}, data.Contact{}, "e-mail-not-valid"},
		{"several e-mail addresses", data.Contact{EMail: "a@example.com; b@example.com"},
			data.Contact{No: "CT000001", NoSeries: "CONT", CompanyNo: "CT000001", EMail: "a@example.com; b@example.com", SalespersonCode: "AH"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			s.Setup.SalespersonCode = "AH"
			created := c.given
			apptest.Undoes(t, s, func() {
				_, err := contact.Create(s, &created)
				refused(t, err, c.refused)
			})
			if c.refused != "" {
				return
			}
			c.want.ID, c.want.LastDateModified = created.ID, s.Today()
			if diff := cmp.Diff(c.want, get(t, s, c.want.No), apart); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestNumbersAlreadyTakenAreSkipped(t *testing.T) { // CO-1
	s := newDesk(t)
	apptest.Add(t, s, data.Contacts, data.Contact{No: "CT000001"}, data.Contact{No: "CT000002"})
	var c data.Contact
	if _, err := contact.Create(s, &c); err != nil || c.No != "CT000003" {
		t.Errorf("%s, %v", c.No, err)
	}
}

func TestNamesOfPersons(t *testing.T) { // CO-14, CO-15, S:WE-14
	for _, c := range []struct {
		name   string
		change func(*data.Contact)
		want   [4]string // name, first, middle, surname
	}{
		{"one word", func(c *data.Contact) { c.Name = "Cher" }, [4]string{"Cher", "Cher", "", ""}},
		{"two words", func(c *data.Contact) { c.Name = "Anna Ek" }, [4]string{"Anna Ek", "Anna", "", "Ek"}},
		{"three words", func(c *data.Contact) { c.Name = "Karl Olof Sand" }, [4]string{"Karl Olof Sand", "Karl", "Olof", "Sand"}},
		{"four words", func(c *data.Contact) { c.Name = "Karl Erik Olof Sand" }, [4]string{"Karl Erik Olof Sand", "Karl Erik", "Olof", "Sand"}},
		{"none", func(c *data.Contact) { c.Name = " " }, [4]string{" ", "", "", ""}},
		{"a part longer than its field", func(c *data.Contact) { c.Name = strings.Repeat("å", 31) + " Ek" },
			[4]string{strings.Repeat("å", 31) + " Ek", strings.Repeat("å", 30), "", "Ek"}},
		{"the parts make the name", func(c *data.Contact) { c.Surname = "Ek" }, [4]string{"Anna Ek", "Anna", "", "Ek"}},
		{"a middle name in between", func(c *data.Contact) { c.MiddleName = "Maria" }, [4]string{"Anna Maria Berg", "Anna", "Maria", "Berg"}},
		{"a part removed", func(c *data.Contact) { c.FirstName = "" }, [4]string{"Berg", "", "", "Berg"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			if _, err := save(t, s, "CT11", c.change); err != nil {
				t.Fatal(err)
			}
			after := get(t, s, "CT11")
			if diff := cmp.Diff(c.want, [4]string{after.Name, after.FirstName, after.MiddleName, after.Surname}); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestPersonsFollowTheirCompany(t *testing.T) { // CO-12, CO-21, S:WE-12
	for _, c := range []struct {
		name      string
		change    func(*data.Contact)
		anna, per func(*data.Contact)
	}{
		{"salesperson", func(c *data.Contact) { c.SalespersonCode = "AH" }, func(c *data.Contact) { c.SalespersonCode = "AH" }, nil},
		{"phone", func(c *data.Contact) { c.PhoneNo = "08-2" }, func(c *data.Contact) { c.PhoneNo = "08-2" }, nil},
		{"address", func(c *data.Contact) { c.Address, c.City = "Kungsgatan 3", "Solna" }, func(c *data.Contact) { c.Address, c.City = "Kungsgatan 3", "Solna" }, nil},
		{"county, with the address", func(c *data.Contact) { c.County = "C" }, func(c *data.Contact) { c.County = "C" }, nil},
		{"name", func(c *data.Contact) { c.Name = "Nordvik & Co" }, func(c *data.Contact) { c.CompanyName = "Nordvik & Co" }, func(c *data.Contact) { c.CompanyName = "Nordvik & Co" }},
		{"what both share", func(c *data.Contact) { c.LanguageCode = "ENU" }, func(c *data.Contact) { c.LanguageCode = "ENU" }, func(c *data.Contact) { c.LanguageCode = "ENU" }},
		{"a value for the first time", func(c *data.Contact) { c.HomePage = "nordvik.example" }, func(c *data.Contact) { c.HomePage = "nordvik.example" },
			func(c *data.Contact) { c.HomePage = "nordvik.example" }},
		{"what persons do not inherit", func(c *data.Contact) { c.ExcludeFromSegment = true }, nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			want := map[data.ContactNo]data.Contact{}
			for no, change := range map[data.ContactNo]func(*data.Contact){"CT11": c.anna, "CT12": c.per, "CT20": nil, "CT30": nil} {
				w := get(t, s, no)
				if change != nil {
					change(&w)
					w.LastDateModified = s.Today() // CO-16
				}
				want[no] = w
			}
			if _, err := save(t, s, "CT10", c.change); err != nil {
				t.Fatal(err)
			}
			for no, w := range want {
				if diff := cmp.Diff(w, get(t, s, no), apart); diff != "" {
					t.Errorf("%s (-want +got):\n%s", no, diff)
				}
			}
		})
	}
}

func TestAPersonMovesToAnotherCompany(t *testing.T) { // CO-19, CO-22, CO-23, S:DV-12
	toSandhamn := func(c *data.Contact) { c.CompanyNo = "CT20" }
	for _, c := range []struct {
		name    string
		no      data.ContactNo
		change  func(*data.Contact)
		want    func(*data.Contact)
		history [2]data.ContactNo // contact and company of the person's interaction afterwards
	}{
		{"CO-19 takes the new company's values where it had the old one's", "CT11", toSandhamn, func(c *data.Contact) {
			c.CompanyNo, c.CompanyName, c.SalespersonCode, c.TerritoryCode, c.CountryCode, c.LanguageCode = "CT20", "Sandhamn Handel", "MK", "", "", ""
			c.PhoneNo, c.EMail, c.Address, c.PostCode, c.City, c.County = "08-2", "info@sandhamn.example", "Kajen 2", "130 39", "Sandhamn", ""
		}, [2]data.ContactNo{"CT10", "CT10"}},
		{"CO-19 and keeps its own", "CT12", toSandhamn, func(c *data.Contact) {
			c.CompanyNo, c.CompanyName, c.SalespersonCode, c.TerritoryCode, c.CountryCode, c.LanguageCode = "CT20", "Sandhamn Handel", "MK", "", "", ""
			c.EMail = "info@sandhamn.example"
		}, [2]data.ContactNo{"CT10", "CT10"}},
		{"out of a company", "CT11", func(c *data.Contact) { c.CompanyNo = "" }, func(c *data.Contact) { c.CompanyNo, c.CompanyName = "", "" }, [2]data.ContactNo{"CT10", "CT10"}},
		{"S:DV-12 into a first company, with the history", "CT30", toSandhamn, func(c *data.Contact) {
			c.CompanyNo, c.CompanyName, c.SalespersonCode = "CT20", "Sandhamn Handel", "MK"
			c.PhoneNo, c.EMail, c.Address, c.PostCode, c.City = "08-2", "info@sandhamn.example", "Kajen 2", "130 39", "Sandhamn"
		}, [2]data.ContactNo{"CT30", "CT20"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			before := get(t, s, c.no)
			apptest.Add(t, s, data.Interactions, data.Interaction{ContactNo: c.no, ContactCompanyNo: before.CompanyNo})
			want := before
			c.want(&want)
			want.LastDateModified = s.Today()
			if _, err := save(t, s, c.no, c.change); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, get(t, s, c.no), apart); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			i := apptest.All(t, s, data.Interactions)[0]
			if got := [2]data.ContactNo{i.ContactNo, i.ContactCompanyNo}; got != c.history {
				t.Errorf("the interaction is of %v", got)
			}
		})
	}
}

func TestTargetsFollowAPersonIntoACompany(t *testing.T) { // CP-83, S:DV-12
	s := newDesk(t)
	apptest.Add(t, s, data.Interactions, data.Interaction{ContactNo: "CT30", CampaignNo: "CP1", CampaignTarget: true})
	apptest.Add(t, s, data.CampaignTargets, data.CampaignTarget{Type: data.TargetContact, No: "CT30", CampaignNo: "CP1"})
	if _, err := save(t, s, "CT30", func(c *data.Contact) { c.CompanyNo = "CT20" }); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"contact CT20"}, group(t, s, "CP1")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestRefusedChanges(t *testing.T) {
	toPerson := func(c *data.Contact) { c.Type = data.Person }
	toCompany := func(c *data.Contact) { c.Type = data.Company }
	onSegment := func(no data.ContactNo) func(*app.Session) {
		return func(s *app.Session) {
			apptest.Add(t, s, data.SegmentLines, data.SegmentLine{SegmentNo: "SM1", LineNo: 10000, ContactNo: no})
		}
	}
	for _, c := range []struct {
		name   string
		setup  func(*app.Session)
		no     data.ContactNo
		change func(*data.Contact)
		want   string
	}{
		{"CO-8 type, with interactions", func(s *app.Session) { apptest.Add(t, s, data.Interactions, data.Interaction{ContactNo: "CT30"}) }, "CT30", toCompany, "contact-type-interactions"},
		{"CO-10 to person, with persons", nil, "CT10", toPerson, "contact-type-persons"},
		{"CO-10 to person, being a customer", func(s *app.Session) {
			apptest.Add(t, s, data.Customers, data.Customer{No: "C1"})
			apptest.Add(t, s, data.ContactBusinessRelations, data.ContactBusinessRelation{Code: "CUST", ContactNo: "CT20", CustomerNo: "C1"})
		}, "CT20", toPerson, "contact-type-customer"},
		{"CO-22 another company while on a segment", onSegment("CT11"), "CT11", func(c *data.Contact) { c.CompanyNo = "CT20" }, "contact-on-segments"},
		{"CO-22 no company while on a segment", onSegment("CT11"), "CT11", func(c *data.Contact) { c.CompanyNo = "" }, "contact-on-segments"},
		{"CO-22 a company of its own while on a segment", onSegment("CT11"), "CT11", toCompany, "contact-on-segments"},
		{"CO-18 a company that does not exist", nil, "CT11", func(c *data.Contact) { c.CompanyNo = "CT99" }, "contact-no-company"},
		{"another contact's number", nil, "CT11", func(c *data.Contact) { c.No = "CT10" }, "already-exists"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			if c.setup != nil {
				c.setup(s)
			}
			_, err := save(t, s, c.no, c.change)
			refused(t, err, c.want)
		})
	}
}

func TestTypeChanges(t *testing.T) { // CO-9, CO-10
	for _, c := range []struct {
		name    string
		no      data.ContactNo
		change  func(*data.Contact)
		want    func(*data.Contact)
		company data.ContactNo // of its segment line afterwards
	}{
		{"CO-9 a person becomes a company", "CT30", func(c *data.Contact) { c.Type = data.Company }, func(c *data.Contact) {
			c.Type, c.FirstName, c.Surname, c.CompanyNo, c.CompanyName = data.Company, "", "", "CT30", "Siv Ensam"
			c.SalutationCode = "COMPANY"
		}, "CT30"},
		{"CO-10 a company becomes a person", "CT20", func(c *data.Contact) { c.Type = data.Person }, func(c *data.Contact) {
			c.Type, c.FirstName, c.Surname, c.CompanyNo, c.CompanyName = data.Person, "Sandhamn", "Handel", "", ""
			c.SalutationCode = "PERSON"
		}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			want := get(t, s, c.no)
			apptest.Add(t, s, data.SegmentLines, data.SegmentLine{SegmentNo: "SM1", LineNo: 10000, ContactNo: c.no, ContactCompanyNo: want.CompanyNo, CampaignNo: "CP1", CampaignTarget: true})
			apptest.Add(t, s, data.CampaignTargets, data.CampaignTarget{Type: data.TargetContact, No: string(c.no), CampaignNo: "CP1"})
			c.want(&want)
			want.LastDateModified = s.Today()
			if _, err := save(t, s, c.no, c.change); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, get(t, s, c.no), apart); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if line := apptest.All(t, s, data.SegmentLines)[0]; line.ContactCompanyNo != c.company {
				t.Errorf("the line's company is %q", line.ContactCompanyNo)
			}
			if diff := cmp.Diff([]string{"contact " + string(c.no)}, group(t, s, "CP1")); diff != "" {
				t.Errorf("target group (-want +got):\n%s", diff)
			}
		})
	}
}

func TestRenameReachesEveryReference(t *testing.T) {
	s := newDesk(t)
	apptest.Add(t, s, data.Customers, data.Customer{No: "C1", Name: "Nordvik AB"})
	apptest.Add(t, s, data.ContactBusinessRelations, data.ContactBusinessRelation{Code: "CUST", ContactNo: "CT10", CustomerNo: "C1"})
	apptest.Add(t, s, data.SegmentLines, data.SegmentLine{SegmentNo: "SM1", LineNo: 10000, ContactNo: "CT11", ContactCompanyNo: "CT10"})
	apptest.Add(t, s, data.Interactions, data.Interaction{ContactNo: "CT10", ContactCompanyNo: "CT10"})
	apptest.Add(t, s, data.CampaignTargets, data.CampaignTarget{Type: data.TargetContact, No: "CT10", CampaignNo: "CP1"})
	apptest.Add(t, s, data.QuoteHeaders, data.QuoteHeader{No: "Q1", ContactNo: "CT10"})
	before, after := get(t, s, "CT10"), get(t, s, "CT10")
	after.No = "NORD"
	if question := contact.AskBeforeSave(&before, &after); question == nil || question.Text.Key != "contact-rename-question" {
		t.Errorf("question %v", question)
	}
	if _, err := save(t, s, "CT10", func(c *data.Contact) { c.No = "NORD" }); err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprintln(get(t, s, "NORD").CompanyNo, get(t, s, "NORD").CustomerNo, get(t, s, "CT11").CompanyNo, apptest.All(t, s, data.SegmentLines)[0].ContactCompanyNo,
		apptest.All(t, s, data.Interactions)[0].ContactNo, apptest.All(t, s, data.Interactions)[0].ContactCompanyNo, group(t, s, "CP1"), apptest.All(t, s, data.QuoteHeaders)[0].ContactNo)
	if want := "NORD C1 NORD NORD NORD NORD [contact NORD] NORD\n"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestFindCompanies(t *testing.T) { // CO-18
	for _, c := range []struct {
		typed   string
		want    []data.ContactNo
		refused string
	}{
		{"ct20", []data.ContactNo{"CT20"}, ""},
		{"sandhamn handel", []data.ContactNo{"CT20"}, ""},
		{"Sand", []data.ContactNo{"CT20"}, ""},
		{"Stockholm", []data.ContactNo{"CT10"}, ""},
		{"08", []data.ContactNo{"CT10", "CT20"}, ""},
		{"130 39", []data.ContactNo{"CT20"}, ""},
		{"Anna", nil, "company-not-found"},
	} {
		t.Run(c.typed, func(t *testing.T) {
			s := newDesk(t)
			found, err := contact.FindCompanies(s.DB, c.typed, 10)
			refused(t, err, c.refused)
			var got []data.ContactNo
			for _, f := range found {
				got = append(got, f.No)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// A name that is put together from its parts and split again gives the parts, when each but the first is one word.
func TestNamesSplitAsTheyWereJoined(t *testing.T) {
	s := newDesk(t)
	rapid.Check(t, func(rt *rapid.T) {
		defer apptest.Rewind(rt, s)()
		word := rapid.StringMatching(`[A-ZÅÄÖ][a-zåäö]{0,8}`)
		first, middle, last := word.Draw(rt, "first"), word.Draw(rt, "middle"), word.Draw(rt, "last")
		joined := data.Contact{Type: data.Person, FirstName: first, MiddleName: middle, Surname: last}
		if _, err := contact.Create(s, &joined); err != nil {
			rt.Fatal(err)
		}
		split := data.Contact{Type: data.Person, Name: joined.Name}
		if _, err := contact.Create(s, &split); err != nil {
			rt.Fatal(err)
		}
		if split.FirstName != first || split.MiddleName != middle || split.Surname != last {
			rt.Errorf("%q became %q %q %q", joined.Name, split.FirstName, split.MiddleName, split.Surname)
		}
	})
}

func TestRenumber(t *testing.T) { // CO-3: where numbers cannot be typed, also within the contact's own series
	for _, c := range []struct {
		name    string
		no      data.ContactNo
		series  data.NoSeriesCode
		persons int // whom the company's number reaches
		refused string
	}{
		{"a company, and its persons with it", "CT10", "CONT", 2, ""},
		{"a person", "CT11", "CONT", 0, ""},
		{"a series that does not exist", "CT10", "NONE", 0, "no-series-missing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			apptest.Add(t, s, data.SegmentLines, data.SegmentLine{SegmentNo: "SM1", LineNo: 1, ContactNo: c.no})
			series := apptest.Get(t, s, data.NoSeriesTable, data.NoSeriesCode("CONT"))
			series.ManualNos = false
			if err := s.Write(data.Msg("test"), func(tx *data.Tx) error { return data.NoSeriesTable.Update(tx, &series) }); err != nil {
				t.Fatal(err)
			}
			for no, want := c.no, data.ContactNo("CT000001"); want != ""; no, want = want, map[data.ContactNo]data.ContactNo{"CT000001": "CT000002"}[want] {
				before := get(t, s, no)
				apptest.Undoes(t, s, func() {
					_, err := contact.Renumber(s, &before, c.series)
					refused(t, err, c.refused)
				})
				if c.refused != "" {
					return
				}
				if got := get(t, s, want); got.NoSeries != c.series || got.Name != before.Name {
					t.Errorf("%+v", got)
				}
				if persons := apptest.All(t, s, data.Contacts, data.Equal("company_no", want), data.Equal("type", data.Person)); len(persons) != c.persons {
					t.Errorf("%s has %d persons", want, len(persons))
				}
				if line := apptest.All(t, s, data.SegmentLines)[0]; line.ContactNo != want {
					t.Errorf("the segment has %s", line.ContactNo)
				}
			}
		})
	}
}
