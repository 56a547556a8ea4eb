package register_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"campaigndesk/app/apptest"
	"campaigndesk/app/register"
	"campaigndesk/data"
)

// refused checks that the error is the message with the key at the column.
func refused(t *testing.T, err error, key, column string) {
	t.Helper()
	var m data.Message
	if !errors.As(err, &m) || m.Key != key || m.Field != column {
		t.Errorf("got %v, want %s at %s", err, key, column)
	}
}

func TestNewCustomerIsNumberedAndBecomesAContact(t *testing.T) {
	s := apptest.New(t)
	c := data.Customer{Name: "Ek AB", City: "Lund", AllowLineDisc: true}
	apptest.Undoes(t, s, func() {
		if _, err := register.CreateCustomer(s, &c); err != nil {
			t.Fatal(err)
		}
	})
	contact := apptest.Get(t, s, data.Contacts, data.ContactNo("CT000001"))
	got := []string{string(c.No), string(contact.CustomerNo), contact.Name, contact.CompanyName, contact.City}
	if diff := cmp.Diff([]string{"CU00001", "CU00001", "Ek AB", "Ek AB", "Lund"}, got); diff != "" {
		t.Error(diff)
	}
}

// CO-31: the contact follows its customer. A new number reaches the prices, too.
func TestContactAndPricesFollowTheCustomer(t *testing.T) {
	s := apptest.New(t)
	c := data.Customer{Name: "Ek AB"}
	if _, err := register.CreateCustomer(s, &c); err != nil {
		t.Fatal(err)
	}
	apptest.Add(t, s, data.Units, data.Unit{Code: "PCS"})
	apptest.Add(t, s, data.Items, data.Item{No: "1000"})
	apptest.Add(t, s, data.SalesPrices, data.SalesPrice{SalesType: data.ForCustomer, SalesCode: string(c.No), ItemNo: "1000"})
	after := c
	after.No, after.Name = "K7", "Ek & Ask AB"
	apptest.Undoes(t, s, func() {
		if err := register.SaveCustomer(s, &c, &after); err != nil {
			t.Fatal(err)
		}
	})
	if contact := apptest.Get(t, s, data.Contacts, data.ContactNo("CT000001")); contact.Name != "Ek & Ask AB" || contact.CustomerNo != "K7" {
		t.Errorf("the contact is %s of customer %s", contact.Name, contact.CustomerNo)
	}
	if price := apptest.All(t, s, data.SalesPrices)[0]; price.SalesCode != "K7" {
		t.Errorf("the price is for %s", price.SalesCode)
	}
}

func TestTypedNumbersMustBeAllowed(t *testing.T) {
	s := apptest.New(t)
	for _, code := range []data.NoSeriesCode{"CUST", "ITEM"} {
		series := apptest.Get(t, s, data.NoSeriesTable, code)
		before := series
		series.ManualNos = false
		if err := register.Save(s, data.NoSeriesTable, &before, &series); err != nil {
			t.Fatal(err)
		}
	}
	_, err := register.CreateCustomer(s, &data.Customer{No: "X"})
	refused(t, err, "m24-numbers-not-typed", "no")
	_, err = register.CreateItem(s, &data.Item{No: "X"})
	refused(t, err, "m24-numbers-not-typed", "no")
}
