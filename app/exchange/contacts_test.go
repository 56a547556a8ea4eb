package exchange

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"campaigndesk/app/apptest"
	"campaigndesk/data"
)

// people lists the contacts as "type no name, company" in the order of their numbers.
func people(t *testing.T, contacts []data.Contact) (lines []string) {
	t.Helper()
	for _, c := range contacts {
		line := string(c.No) + " " + c.Name
		if c.Type == data.Person {
			line += " @ " + c.CompanyName + " " + string(c.CompanyNo)
		}
		if c.CustomerNo != "" {
			line += ", customer " + string(c.CustomerNo)
		}
		lines = append(lines, line)
	}
	return lines
}

func TestContactListOfAMailProgram(t *testing.T) {
	s := apptest.New(t)
	const file = "First Name,Middle Name,Last Name,Company,Job Title,Business Street,Business City,Business Phone,E-mail Address\n" +
		"Anna,,Berg,Alfa AB,Inköpare,Storgatan 1,Lund,046-12 34 56,anna@example.com\n" +
		"Bo,,Ek,alfa ab,,,Lund,046-12 34 57,bo@example.com\n" + // the same company
		"Eva,Maria,Lind,,,,,,eva@example.com\n" +
		",,,Beta Handel AB,,Hamngatan 2,Ystad,0411-100 00,info@example.com\n" +
		"Ulf,,Ström,Alfa AB,,,Lund,ring kvällstid,\n" +
		"Pia,,Roos,Alfa AB,,,Lund,,pia(a)example.com\n" +
		",,,,Inköpare,,,,\n"
	before := apptest.Read(t, s)
	wantVerdicts(t, imported(t, s, Contacts, file), "2 new", "3 new", "4 new", "5 new",
		"6 faulty: phone-no phone-with-letters", "7 faulty: e-mail e-mail-not-valid", "8 faulty: name must-not-be-blank")
	want := []string{
		"CT000001 Alfa AB",
		"CT000002 Anna Berg @ Alfa AB CT000001",
		"CT000003 Bo Ek @ Alfa AB CT000001",
		"CT000004 Eva Maria Lind @  ",
		"CT000005 Beta Handel AB",
	}
	if diff := cmp.Diff(want, people(t, apptest.All(t, s, data.Contacts))); diff != "" {
		t.Error(diff)
	}
	alfa, bo := apptest.Get(t, s, data.Contacts, data.ContactNo("CT000001")), apptest.Get(t, s, data.Contacts, data.ContactNo("CT000003"))
	if alfa.Address != "Storgatan 1" || alfa.City != "Lund" || alfa.EMail != "" || alfa.CompanyNo != alfa.No {
		t.Errorf("a company has the address of its first person and none of the person's own: %+v", alfa)
	}
	if bo.Address != "" || bo.City != "Lund" || bo.Surname != "Ek" || bo.EMail != "bo@example.com" {
		t.Errorf("a person with a place of its own keeps it (CO-19): %+v", bo)
	}
	wantVerdicts(t, imported(t, s, Contacts, file), "2 same", "3 same", "4 same", "5 same",
		"6 faulty: phone-no phone-with-letters", "7 faulty: e-mail e-mail-not-valid", "8 faulty: name must-not-be-blank")
	undone(t, s, before)
}

func TestContactsWithNumbers(t *testing.T) {
	s := apptest.New(t)
	wantVerdicts(t, imported(t, s, Contacts, "Nr;Typ;Namn;Företagsnr;Telefonnr\nK1;Företag;Alfa AB;K1;\nK2;Person;Anna Berg;K1;08-1\nK3;Person;Bo Ek;K9;\n"),
		"2 new", "3 new", "4 faulty: company-no contact-no-company")
	wantVerdicts(t, imported(t, s, Contacts, "Nr;Typ;Namn;Företagsnamn;Telefonnr\nK1;0;Alfa Handel AB;;\nK2;Person;Anna Berg;Beta AB;08-2\nK2;Företag;Anna Berg;;\n"),
		"2 changed, name Alfa AB → Alfa Handel AB", "3 faulty: company-name import-company-changed", "4 faulty: import-repeated")
	want := []string{"K1 Alfa Handel AB", "K2 Anna Berg @ Alfa Handel AB K1"}
	if diff := cmp.Diff(want, people(t, apptest.All(t, s, data.Contacts))); diff != "" {
		t.Error(diff)
	}
	wantVerdicts(t, imported(t, s, Contacts, "Nr;Typ;Namn\nK2;Företag;Anna Berg\n"), "2 faulty: type import-type-changed")
}

func TestCompaniesAndPersonsAreToldApart(t *testing.T) {
	for _, c := range []struct {
		name    string
		cells   map[string]string
		company bool
	}{
		{"only a company name", map[string]string{"company-name": "Alfa"}, true},
		{"name and company name are one", map[string]string{"name": "Alfa", "company-name": "ALFA"}, true},
		{"name differs from the company name", map[string]string{"name": "Anna Berg", "company-name": "Alfa"}, false},
		{"legal form", map[string]string{"name": "Alfa Handel AB"}, true},
		{"legal form with points", map[string]string{"name": "Alfa Trading Co."}, true},
		{"plain name", map[string]string{"name": "Anna Berg"}, false},
		{"one word", map[string]string{"name": "AB"}, false},
		{"own number as company number", map[string]string{"name": "Alfa", "no": "1", "company-no": "1"}, true},
		{"job title", map[string]string{"name": "Alfa AB", "job-title": "VD"}, false},
		{"first name", map[string]string{"first-name": "Anna", "company-name": "Alfa"}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := &draft{fields: Contacts.Fields, values: make([]value, len(Contacts.Fields))}
			for id, text := range c.cells {
				d.setText(id, text)
			}
			if got := kindOf(d) == companyChoice; got != c.company {
				t.Errorf("taken for a company: %v", got)
			}
		})
	}
}

func TestCustomersComeWithTheirContacts(t *testing.T) {
	s := apptest.New(t)
	apptest.Add(t, s, data.Contacts, data.Contact{No: "K7", Type: data.Company, Name: "Gamma AB", CompanyNo: "K7", CompanyName: "Gamma AB", City: "Lund"})
	apptest.Add(t, s, data.Campaigns, data.Campaign{No: "CP0001"})
	apptest.Add(t, s, data.CampaignTargets, data.CampaignTarget{Type: data.TargetContact, No: "K7", CampaignNo: "CP0001"})
	before := apptest.Read(t, s)
	const file = "Kundnr;Namn;Kontakt;Befattning;Ort;Kundprisgrupp;Hemsida;Tillåt radrabatt\n" +
		"C1;Alfa AB;Anna Berg;Inköpare;Lund;GROSS;alfa.example;nej\n" +
		"C2;Beta AB;;;Ystad;;;\n" +
		"C3;Gamma AB;Bo Ek;;Lund;;;\n" + // the company is there already
		"C4;;;;;;;\n"
	report := imported(t, s, Customers, file, func(i *Import) { i.CreateCodes = true })
	wantVerdicts(t, report, "2 new", "3 new", "4 new", "5 faulty: name must-not-be-blank")
	want := []string{
		"CT000001 Alfa AB, customer C1",
		"CT000002 Anna Berg @ Alfa AB CT000001, customer C1",
		"CT000003 Beta AB, customer C2",
		"CT000004 Bo Ek @ Gamma AB K7, customer C3",
		"K7 Gamma AB, customer C3",
	}
	if diff := cmp.Diff(want, people(t, apptest.All(t, s, data.Contacts))); diff != "" {
		t.Error(diff)
	}
	alfa := apptest.Get(t, s, data.Customers, data.CustomerNo("C1"))
	if alfa.PriceGroup != "GROSS" || alfa.AllowLineDisc || alfa.ContactName != "Anna Berg" {
		t.Errorf("got %+v", alfa)
	}
	if c := apptest.Get(t, s, data.Contacts, data.ContactNo("CT000002")); c.JobTitle != "Inköpare" || c.HomePage != "alfa.example" {
		t.Errorf("the person has its job and the company's home page: %+v", c)
	}
	if targets := apptest.All(t, s, data.CampaignTargets); len(targets) != 1 || targets[0].Type != data.TargetCustomer || targets[0].No != "C3" {
		t.Errorf("the company's place in the target group is the customer's (CP-101): %+v", targets)
	}
	wantVerdicts(t, imported(t, s, Customers, file), "2 same", "3 same", "4 same", "5 faulty: name must-not-be-blank")
	undone(t, s, before)
}

func TestAChangedCustomerChangesItsContact(t *testing.T) {
	s := apptest.New(t)
	imported(t, s, Customers, "Kundnr;Namn;Kontakt;Telefonnr\nC1;Alfa AB;Anna Berg;08-1\n")
	report := imported(t, s, Customers, "Kundnr;Namn;Kontakt;Telefonnr\nC1;Alfa Handel AB;Bo Ek;08-2\n")
	wantVerdicts(t, report, "2 changed, name Alfa AB → Alfa Handel AB, contact Anna Berg → Bo Ek, phone-no 08-1 → 08-2")
	want := []string{
		"CT000001 Alfa Handel AB, customer C1",
		"CT000002 Anna Berg @ Alfa Handel AB CT000001, customer C1",
		"CT000003 Bo Ek @ Alfa Handel AB CT000001, customer C1",
	}
	if diff := cmp.Diff(want, people(t, apptest.All(t, s, data.Contacts))); diff != "" {
		t.Error(diff)
	}
	if c := apptest.Get(t, s, data.Contacts, data.ContactNo("CT000001")); c.PhoneNo != "08-2" {
		t.Errorf("the contact has phone number %s (CO-31)", c.PhoneNo)
	}
}

func TestCustomersWithoutNumberAreFoundByName(t *testing.T) {
	s := apptest.New(t)
	wantVerdicts(t, imported(t, s, Customers, "Namn;Telefonnr\nAlfa AB;08-1\nBeta AB;08-2\n"), "2 new", "3 new")
	wantVerdicts(t, imported(t, s, Customers, "Namn;Telefonnr\nALFA AB;08-3\nBeta AB;08-2\n"),
		"2 changed, name Alfa AB → ALFA AB, phone-no 08-1 → 08-3", "3 same")
}

func TestAChangedContactChangesItsCustomer(t *testing.T) {
	s := apptest.New(t)
	imported(t, s, Customers, "Kundnr;Namn;Kontakt;Telefonnr\nC1;Alfa AB;Anna Berg;08-1\n")
	before := apptest.Read(t, s)
	wantVerdicts(t, imported(t, s, Contacts, "Nr;Typ;Namn;Telefonnr\nCT000001;Företag;Alfa AB;08-2\nCT000002;Person;Anna Lind;\n"),
		"2 changed, phone-no 08-1 → 08-2", "3 changed, name Anna Berg → Anna Lind")
	customer := apptest.Get(t, s, data.Customers, data.CustomerNo("C1"))
	if customer.PhoneNo != "08-2" || customer.ContactName != "Anna Lind" {
		t.Errorf("the customer has the new phone number (CO-31) and the person's new name (CO-17): %+v", customer)
	}
	if anna := apptest.Get(t, s, data.Contacts, data.ContactNo("CT000002")); anna.PhoneNo != "08-2" || anna.Surname != "Lind" {
		t.Errorf("the person had its company's phone number and follows it (CO-21): %+v", anna)
	}
	undone(t, s, before)
}

func TestContactsComeWithTheirTerritories(t *testing.T) {
	s := apptest.New(t)
	const file = "Namn;Typ;Distrikt\nAlfa AB;Företag;NORR\nBeta AB;Företag;NORR\n"
	wantVerdicts(t, imported(t, s, Contacts, file, func(i *Import) { i.CreateCodes = true }), "2 new", "3 new")
	want := []data.Territory{{ID: 1, Code: "NORR"}}
	if diff := cmp.Diff(want, apptest.All(t, s, data.Territories)); diff != "" {
		t.Error(diff)
	}
}
