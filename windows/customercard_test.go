package windows

import (
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/contact"
	"campaigndesk/data"
	"campaigndesk/windows/page"
	"campaigndesk/windows/pagetest"
)

// A new customer gets its number when the first field is left, and becomes a contact that follows it from then on (CO-31).
func TestEnterNewCustomer(t *testing.T) {
	s := pagetest.Session(t, "en")
	p := pagetest.OpenIn(t, s, CustomerCard(s, 0))
	p.Field("Name").Enter("Ek & Ask AB")
	p.WantField("No.", "CU00041")
	p.Field("City").Enter("Lund")
	p.Field("Customer Price Group").Enter("key")
	made := apptest.Get(t, s, data.Contacts, data.ContactNo("CT000211"))
	if made.Name != "Ek & Ask AB" || made.City != "Lund" || made.CustomerNo != "CU00041" {
		t.Errorf("the contact is %s in %s, customer %s", made.Name, made.City, made.CustomerNo)
	}
	p.Action("Contact").Do()
	p.Newest().WantField("Name", "Ek & Ask AB")
	p.Action("Sales Prices").Do()
	p.Newest().WantField("Sales Code Filter", "CU00041")
}

func TestUnknownCodesOnCustomerAreRefused(t *testing.T) {
	p := pagetest.Open(t, func(s *app.Session) page.Page { return customerCardOf(s, "CU00001") })
	p.Field("Customer Price Group").Enter("NOSUCH")
	p.WantMessage("NOSUCH").Press("Esc")
	p.WantField("Customer Price Group", "PARTNER")
}

// CP-139: while prices know no VAT, its fields are not there.
func TestVATFieldsOnlyWhereVATIsOn(t *testing.T) {
	s := pagetest.Session(t, "en")
	if pagetest.OpenIn(t, s, CustomerCard(s, 1)).Sees("Prices Including VAT") {
		t.Error("a field of VAT, though VAT is off")
	}
	setup := pagetest.OpenIn(t, s, Setup(s))
	setup.Field("Prices with VAT").Focus().Press("Space", "Tab")
	if !pagetest.OpenIn(t, s, CustomerCard(s, 1)).Sees("Prices Including VAT") || !pagetest.OpenIn(t, s, ItemCard(s, 1)).Sees("VAT Prod. Posting Group") {
		t.Error("no field of VAT, though VAT is on")
	}
}

// CO-32a: customers that are no contacts yet become contacts, those that are stay as they are.
func TestCreateContactsOfCustomers(t *testing.T) {
	s := pagetest.Session(t, "en")
	if err := contact.Unlink(s, "CT000001"); err != nil {
		t.Fatal(err)
	}
	p := pagetest.OpenIn(t, s, Customers(s))
	undoes(t, p, func() {
		p.Lines().GoTo(0, "no").Press("Ctrl+A")
		p.Action("create-contacts").Do()
		p.WantMessage("1 contact was created.")
	})
	made := apptest.Get(t, s, data.Contacts, data.ContactNo("CT000211"))
	if customer := apptest.Get(t, s, data.Customers, data.CustomerNo("CU00001")); customer.ContactNo != made.No || made.Name != customer.Name || made.CustomerNo != customer.No {
		t.Errorf("%+v\n%+v", customer, made)
	}
	p.Action("create-contacts").Do()
	p.WantMessage("0 contacts were created.")
}
