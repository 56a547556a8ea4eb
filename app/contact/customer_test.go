package contact_test

import (
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/contact"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

// T3: CP-100…102, for a target of one campaign and for one of two.
func targeted(t testing.TB, s *app.Session, kind data.TargetType, no string, campaigns ...data.CampaignNo) {
	t.Helper()
	for _, of := range campaigns {
		apptest.Add(t, s, data.CampaignTargets, data.CampaignTarget{Type: kind, No: no, CampaignNo: of})
	}
}

func TestCreateCustomer(t *testing.T) { // CO-30, CP-100
	for _, c := range []struct {
		name    string
		no      data.ContactNo
		want    data.Customer
		contact data.ContactNo // that is linked
	}{
		{"from a company", "CT20", data.Customer{Name: "Sandhamn Handel", Address: "Kajen 2", PostCode: "130 39", City: "Sandhamn", PhoneNo: "08-2",
			EMail: "info@sandhamn.example", SalespersonCode: "MK"}, "CT20"},
		{"from a person, for the company", "CT11", data.Customer{Name: "Nordvik AB", Address: "Storgatan 1", PostCode: "111 11", City: "Stockholm", CountryCode: "SE",
			PhoneNo: "08-1", SalespersonCode: "JL", County: "AB", TerritoryCode: "NORTH", LanguageCode: "SVE"}, "CT10"},
		{"from a person without company", "CT30", data.Customer{Name: "Siv Ensam"}, "CT30"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			targeted(t, s, data.TargetContact, string(c.contact), "CP1", "CP2")
			targeted(t, s, data.TargetContact, "CT99", "CP2")
			var made data.Customer
			apptest.Undoes(t, s, func() {
				var err error
				if made, _, err = contact.CreateCustomer(s, c.no); err != nil {
					t.Fatal(err)
				}
			})
			c.want.ID, c.want.No, c.want.ContactNo, c.want.AllowLineDisc = made.ID, "CU00001", c.contact, true
			if diff := cmp.Diff(c.want, apptest.Get(t, s, data.Customers, made.No)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if diff := cmp.Diff([]string{"customer CU00001"}, group(t, s, "CP1")); diff != "" {
				t.Errorf("CP1 (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff([]string{"customer CU00001", "contact CT99"}, group(t, s, "CP2")); diff != "" {
				t.Errorf("CP2 (-want +got):\n%s", diff)
			}
			_, _, err := contact.CreateCustomer(s, c.no)
			refused(t, err, "contact-already-linked")
		})
	}
}

func TestLink(t *testing.T) { // CO-28, CO-29, CP-101
	for _, c := range []struct {
		name   string
		winner contact.Winner
		want   string // the name of both afterwards
	}{
		{"the contact's fields count", contact.ContactWins, "Nordvik AB"},
		{"the customer's fields count", contact.CustomerWins, "Nordvik i Umeå"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			apptest.Add(t, s, data.Customers, data.Customer{No: "C1", Name: "Nordvik i Umeå", PhoneNo: "090-1"})
			targeted(t, s, data.TargetContact, "CT10", "CP1", "CP2")
			targeted(t, s, data.TargetCustomer, "C1", "CP2")
			apptest.Undoes(t, s, func() {
				if err := contact.Link(s, "CT12", "C1", c.winner); err != nil { // Per stands for his company
					t.Fatal(err)
				}
			})
			nordvik, customer := get(t, s, "CT10"), apptest.Get(t, s, data.Customers, data.CustomerNo("C1"))
			if nordvik.CustomerNo != "C1" || nordvik.Name != c.want || customer.Name != c.want || nordvik.PhoneNo != customer.PhoneNo || nordvik.Address != customer.Address {
				t.Errorf("%+v\n%+v", nordvik, customer)
			}
			if anna, per := get(t, s, "CT11"), get(t, s, "CT12"); anna.CompanyName != c.want || anna.PhoneNo != nordvik.PhoneNo || per.PhoneNo != "08-9" {
				t.Errorf("persons: %+v\n%+v", anna, per)
			}
			for _, of := range []data.CampaignNo{"CP1", "CP2"} {
				if diff := cmp.Diff([]string{"customer C1"}, group(t, s, of)); diff != "" {
					t.Errorf("%s (-want +got):\n%s", of, diff)
				}
			}
		})
	}
}

func TestRefusedLinks(t *testing.T) { // CO-28…30
	for _, c := range []struct {
		name     string
		setup    func(*app.Session)
		contact  data.ContactNo
		customer data.CustomerNo
		want     string
	}{
		{"the contact has a customer", nil, "CT10", "C2", "contact-already-linked"},
		{"the person's company has a customer", nil, "CT11", "C2", "contact-already-linked"},
		{"the customer has a contact", nil, "CT20", "C1", "customer-already-linked"},
		{"a contact that does not exist", nil, "CT99", "C2", "contact-missing"},
		{"a customer that does not exist", nil, "CT20", "C9", "customer-missing"},
		{"Setup does not say what a customer is", func(s *app.Session) { s.Setup.CustomerRelation = "" }, "CT20", "C2", "customer-relation-missing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			apptest.Add(t, s, data.Customers, data.Customer{No: "C1"}, data.Customer{No: "C2"})
			apptest.Add(t, s, data.ContactBusinessRelations, data.ContactBusinessRelation{Code: "CUST", ContactNo: "CT10", CustomerNo: "C1"})
			if c.setup != nil {
				c.setup(s)
			}
			apptest.Undoes(t, s, func() { refused(t, contact.Link(s, c.contact, c.customer, contact.ContactWins), c.want) })
		})
	}
}

// linked is a desk where Nordvik is customer C1, a target of CP1 and CP2.
func linked(t testing.TB) *app.Session {
	t.Helper()
	s := newDesk(t)
	apptest.Add(t, s, data.Customers, data.Customer{No: "C1", Name: "Nordvik AB", PhoneNo: "08-1", SalespersonCode: "JL", ContactName: "Anna Berg"})
	apptest.Add(t, s, data.ContactBusinessRelations, data.ContactBusinessRelation{Code: "CUST", ContactNo: "CT10", CustomerNo: "C1"})
	targeted(t, s, data.TargetCustomer, "C1", "CP1", "CP2")
	targeted(t, s, data.TargetContact, "CT10", "CP2")
	return s
}

func TestPartedFromTheCustomer(t *testing.T) { // CO-32, CP-102
	for name, do := range map[string]func(*testing.T, *app.Session) error{
		"unlinked": func(_ *testing.T, s *app.Session) error { return contact.Unlink(s, "CT11") }, // Anna stands for her company
		"customer deleted": func(t *testing.T, s *app.Session) error {
			customer := apptest.Get(t, s, data.Customers, data.CustomerNo("C1"))
			return s.Write(data.Msg("test"), func(tx *data.Tx) error {
				if err := contact.CustomerDeleted(tx, "C1"); err != nil {
					return err
				}
				return data.Customers.Delete(tx, customer.ID)
			})
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := linked(t)
			apptest.Undoes(t, s, func() {
				if err := do(t, s); err != nil {
					t.Fatal(err)
				}
			})
			if get(t, s, "CT10").CustomerNo != "" {
				t.Error("still linked")
			}
			for _, of := range []data.CampaignNo{"CP1", "CP2"} {
				if diff := cmp.Diff([]string{"contact CT10"}, group(t, s, of)); diff != "" {
					t.Errorf("%s (-want +got):\n%s", of, diff)
				}
			}
		})
	}
}

func TestUnlinkingWhatIsNotLinkedChangesNothing(t *testing.T) {
	s := newDesk(t)
	apptest.Undoes(t, s, func() {
		if err := contact.Unlink(s, "CT20"); err != nil {
			t.Fatal(err)
		}
	})
}

func TestContactAndCustomerFollowEachOther(t *testing.T) { // CO-17, CO-31
	t.Run("the company's fields", func(t *testing.T) {
		s := linked(t)
		if _, err := save(t, s, "CT10", func(c *data.Contact) { c.PhoneNo, c.HomePage = "08-7", "nordvik.example" }); err != nil {
			t.Fatal(err)
		}
		if c := apptest.Get(t, s, data.Customers, data.CustomerNo("C1")); c.PhoneNo != "08-7" || c.Name != "Nordvik AB" {
			t.Errorf("%+v", c)
		}
	})
	t.Run("the name of the person the customer names", func(t *testing.T) {
		s := linked(t)
		if _, err := save(t, s, "CT11", func(c *data.Contact) { c.Surname = "Ek" }); err != nil {
			t.Fatal(err)
		}
		if c := apptest.Get(t, s, data.Customers, data.CustomerNo("C1")); c.ContactName != "Anna Ek" {
			t.Errorf("%+v", c)
		}
	})
	t.Run("but not of another person", func(t *testing.T) {
		s := linked(t)
		if _, err := save(t, s, "CT12", func(c *data.Contact) { c.Surname = "Ek" }); err != nil {
			t.Fatal(err)
		}
		if c := apptest.Get(t, s, data.Customers, data.CustomerNo("C1")); c.ContactName != "Anna Berg" {
			t.Errorf("%+v", c)
		}
	})
	t.Run("the customer's fields, and the persons with them", func(t *testing.T) {
		s := linked(t)
		before := apptest.Get(t, s, data.Customers, data.CustomerNo("C1"))
		after := before
		after.Name, after.PhoneNo = "Nordvik & Co", "08-7"
		apptest.Undoes(t, s, func() {
			if err := s.Write(data.Msg("test"), func(tx *data.Tx) error {
				if err := data.Customers.Update(tx, &after); err != nil {
					return err
				}
				return contact.CustomerChanged(s, tx, &before, &after)
			}); err != nil {
				t.Fatal(err)
			}
		})
		nordvik, anna := get(t, s, "CT10"), get(t, s, "CT11")
		if nordvik.Name != "Nordvik & Co" || nordvik.CompanyName != "Nordvik & Co" || nordvik.PhoneNo != "08-7" || nordvik.LastDateModified != s.Today() {
			t.Errorf("%+v", nordvik)
		}
		if anna.CompanyName != "Nordvik & Co" || anna.PhoneNo != "08-7" {
			t.Errorf("%+v", anna)
		}
	})
}
