package contact_test

import (
	"fmt"
	"testing"

	"campaigndesk/app/apptest"
	"campaigndesk/app/contact"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

func TestCreateForCustomers(t *testing.T) { // CO-6, CO-32a
	for _, c := range []struct {
		name    string
		setUp   func(*data.Setup)
		want    map[data.ContactNo]string
		notices string
		refused string
	}{
		{"of each customer that is none yet", func(*data.Setup) {},
			map[data.ContactNo]string{"CT000001": "C2 Sandhamn Handel MK ", "CT000003": "C3 Handel Tre  "}, "contacts-were-created [2]. ", ""},
		{"whose values are not Setup's", func(setup *data.Setup) { setup.DefaultTerritory, setup.SalespersonCode = "NORTH", "AH" },
			map[data.ContactNo]string{"CT000001": "C2 Sandhamn Handel MK ", "CT000003": "C3 Handel Tre  "}, "contacts-were-created [2]. ", ""},
		{"and duplicates are looked for", func(setup *data.Setup) { setup.MaintainSearchStrings = true },
			map[data.ContactNo]string{"CT000001": "C2 Sandhamn Handel MK ", "CT000003": "C3 Handel Tre  "}, "contacts-were-created [2]. duplicates-found [1]. ", ""},
		{"not while Setup does not say what a customer is", func(setup *data.Setup) { setup.CustomerRelation = "" }, nil, "", "customer-relation-missing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := linked(t)
			setUp(t, s, c.setUp)
			if s.Setup.MaintainSearchStrings {
				if err := contact.RebuildSearchStrings(s); err != nil {
					t.Fatal(err)
				}
			}
			sandhamn := get(t, s, "CT20")
			apptest.Add(t, s, data.Customers, data.Customer{No: "C2", Name: sandhamn.Name, Address: sandhamn.Address, PostCode: sandhamn.PostCode, City: sandhamn.City,
				PhoneNo: sandhamn.PhoneNo, EMail: sandhamn.EMail, SalespersonCode: "MK"}, data.Customer{No: "C3", Name: "Handel Tre"})
			apptest.Add(t, s, data.Contacts, data.Contact{No: "CT000002", CompanyNo: "CT000002"}) // the number is taken (CO-1)
			all := apptest.All(t, s, data.Customers)
			var told string
			apptest.Undoes(t, s, func() {
				contact.CreateForCustomers(s, all, func(notices []data.Message, err error) {
					refused(t, err, c.refused)
					for _, n := range notices {
						told += fmt.Sprintf("%s %v. ", n.Key, n.Args)
					}
				})
			})
			if told != c.notices {
				t.Errorf("told %q, want %q", told, c.notices)
			}
			var got map[data.ContactNo]string
			for _, of := range apptest.All(t, s, data.Contacts) {
				if of.NoSeries != "" {
					if got == nil {
						got = map[data.ContactNo]string{}
					}
					got[of.No] = fmt.Sprintf("%s %s %s %s", of.CustomerNo, of.Name, of.SalespersonCode, of.TerritoryCode)
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if c.refused != "" {
				return
			}
			again := apptest.Read(t, s)
			contact.CreateForCustomers(s, apptest.All(t, s, data.Customers), func(_ []data.Message, err error) { refused(t, err, "") })
			if diff := cmp.Diff(again, apptest.Read(t, s)); diff != "" {
				t.Errorf("customers became contacts twice:\n%s", diff)
			}
		})
	}
}

func TestManyCustomersAsk(t *testing.T) { // CO-32a
	for _, c := range []struct {
		without, with int
		asked         bool
	}{{1, 0, false}, {100, 0, false}, {100, 50, false}, {101, 0, true}} {
		customers := make([]data.Customer, c.without+c.with)
		for i := range c.with {
			customers[i].ContactNo = "CT1"
		}
		question := contact.AskBeforeCreating(customers)
		if (question != nil) != c.asked {
			t.Errorf("%d customers, %d of them contacts: %v", c.without+c.with, c.with, question)
		}
	}
}
