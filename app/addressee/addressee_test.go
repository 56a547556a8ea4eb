package addressee

import (
	"errors"
	"strings"
	"testing"

	"campaigndesk/app/apptest"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

func TestBlock(t *testing.T) {
	s := apptest.New(t)
	s.Setup.DefaultCountry, s.Setup.InheritAddress = "SE", true
	const day data.Date = "2026-03-02"
	berg := data.Contact{No: "C1", Name: "Berg AB", Name2: "Avd. Norr", CompanyNo: "C1", Address: "Storgatan 1", Address2: "Box 2", PostCode: "903 26", City: "Umeå", CountryCode: "SE"}
	person := func(no data.ContactNo, name string) data.Contact {
		return data.Contact{No: no, Type: data.Person, Name: name, CompanyNo: "C1", Address: berg.Address, Address2: berg.Address2, PostCode: berg.PostCode, City: berg.City}
	}
	moved := person("C3", "Bo Ek")
	moved.Address = "Hemvägen 7"
	apptest.Add(t, s, data.Contacts, berg, person("C2", "Anna Berg"), moved,
		data.Contact{No: "C4", Type: data.Person, Name: "Cecilia Dahl", City: "Ås", County: "Jämtland"},
		data.Contact{No: "C5", Name: "Müller GmbH", CompanyNo: "C5", PostCode: "10115", City: "Berlin", CountryCode: "DE"},
		data.Contact{No: "C6", Name: "Nowhere Ltd", CompanyNo: "C6", CountryCode: "XX1"})
	apptest.Add(t, s, data.AltAddresses,
		data.AltAddress{ContactNo: "C1", Code: "SUMMER", CompanyName: "Berg AB", CompanyName2: "Sommarkontoret", Address: "Strandvägen 3", PostCode: "932 32", City: "Skelleftehamn"},
		data.AltAddress{ContactNo: "C3", Code: "HOTEL", CompanyName: "Hotell Ek", Address: "Torget 1", City: "Luleå"})
	apptest.Add(t, s, data.AltAddressRanges, data.AltAddressRange{ContactNo: "C1", StartingDate: "2026-06-01", EndingDate: "2026-08-31", AltAddressCode: "SUMMER"})
	for _, test := range []struct {
		name    string
		contact data.ContactNo
		given   data.AltAddressCode
		day     data.Date
		want    []string
	}{
		{"a company (CO-41d)", "C1", "", day, []string{"Berg AB", "Avd. Norr", "Storgatan 1", "Box 2", "903 26 Umeå"}},
		{"a person of a company (CO-41c)", "C2", "", day, []string{"Berg AB", "Avd. Norr", "Anna Berg", "Storgatan 1", "Box 2", "903 26 Umeå"}},
		{"a person with an address of its own (CO-41c)", "C3", "", "2026-07-01", []string{"Berg AB", "Avd. Norr", "Bo Ek", "Hemvägen 7", "Box 2", "903 26 Umeå"}},
		{"a company on a day of its alternative address (CO-41a)", "C1", "", "2026-06-01", []string{"Berg AB", "Sommarkontoret", "Strandvägen 3", "932 32 Skelleftehamn"}},
		{"a person follows the company there (CO-41b)", "C2", "", "2026-08-31", []string{"Berg AB", "Sommarkontoret", "Anna Berg", "Strandvägen 3", "932 32 Skelleftehamn"}},
		{"the day after", "C1", "", "2026-09-01", []string{"Berg AB", "Avd. Norr", "Storgatan 1", "Box 2", "903 26 Umeå"}},
		{"a given alternative address (CO-41a)", "C3", "HOTEL", day, []string{"Hotell Ek", "Bo Ek", "Torget 1", "Luleå"}},
		{"a given one that is gone", "C1", "WINTER", day, []string{"Berg AB", "Avd. Norr", "Storgatan 1", "Box 2", "903 26 Umeå"}},
		{"a person without company, with county (CO-42)", "C4", "", day, []string{"Cecilia Dahl", "Ås", "Jämtland"}},
		{"abroad the country stands last (CO-42)", "C5", "", day, []string{"Müller GmbH", "10115 Berlin", "Germany"}},
		{"a country that nobody knows", "C6", "", day, []string{"Nowhere Ltd", "XX1"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := Block(s, apptest.Get(t, s, data.Contacts, test.contact), test.given, test.day)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
	t.Run("without the switch a person stays at the company's own address", func(t *testing.T) {
		s.Setup.InheritAddress = false
		got, err := Block(s, apptest.Get(t, s, data.Contacts, data.ContactNo("C2")), "", "2026-07-01")
		if err != nil || got[3] != "Storgatan 1" {
			t.Error(got, err)
		}
	})
	t.Run("the region tells what is abroad where Setup has no country", func(t *testing.T) {
		s.Setup.DefaultCountry = ""
		got, err := Block(s, apptest.Get(t, s, data.Contacts, data.ContactNo("C1")), "", day)
		if err != nil || got[len(got)-1] != "903 26 Umeå" {
			t.Error(got, err)
		}
	})
}

func TestGreet(t *testing.T) {
	names := data.SalutationFormula{Salutation: "Hej %1 %2 %3,", Name1: data.FirstNamePart, Name2: data.MiddleNamePart, Name3: data.SurnamePart}
	for _, test := range []struct {
		name    string
		formula data.SalutationFormula
		contact data.Contact
		want    string
	}{
		{"all parts", names, data.Contact{FirstName: "Karl", MiddleName: "Olof", Surname: "Sand"}, "Hej Karl Olof Sand,"},
		{"a blank part goes with its blank (WE-14)", names, data.Contact{FirstName: "Anna", Surname: "Berg"}, "Hej Anna Berg,"},
		{"a blank part before a comma (CO-35)", names, data.Contact{FirstName: "Cher"}, "Hej Cher ,"},
		{"a part used twice, a sign that is none, and a percentage", data.SalutationFormula{Salutation: "%1! %1? %6 5 %", Name1: data.SurnamePart}, data.Contact{Surname: "Berg"}, "Berg! Berg? %6 5 %"},
		{"a name that looks like a part", data.SalutationFormula{Salutation: "%1 %2", Name1: data.CompanyNamePart, Name2: data.SurnamePart}, data.Contact{CompanyName: "%2 AB", Surname: "Berg"}, "%2 AB Berg"},
		{"every kind of part", data.SalutationFormula{Salutation: "%1|%2|%3|%4|%5", Name1: data.JobTitlePart, Name2: data.InitialsPart, Name3: data.CompanyNamePart, Name5: data.SurnamePart},
			data.Contact{JobTitle: "VD", Initials: "AB", CompanyName: "Berg AB", Surname: "Öst"}, "VD|AB|Berg AB||Öst"},
		{"no more than 260 characters (CO-35)", data.SalutationFormula{Salutation: "%1%1%1", Name1: data.CompanyNamePart}, data.Contact{CompanyName: strings.Repeat("å", 100)}, strings.Repeat("å", 260)},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := Greet(test.formula, test.contact); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestGreetingNeedsItsVeryFormula(t *testing.T) {
	s := apptest.New(t)
	apptest.Add(t, s, data.Salutations, data.Salutation{Code: "F"}, data.Salutation{Code: "E"})
	apptest.Add(t, s, data.SalutationFormulas,
		data.SalutationFormula{SalutationCode: "F", Type: data.Formal, Salutation: "Dear %1,", Name1: data.SurnamePart},
		data.SalutationFormula{SalutationCode: "E", Type: data.Formal})
	for _, test := range []struct {
		name, want string
		contact    data.Contact
		kind       data.SalutationType
	}{
		{"found", "Dear Berg,", data.Contact{SalutationCode: "F", Surname: "Berg"}, data.Formal},
		{"another type (CO-36)", "letter-no-informal-salutation", data.Contact{SalutationCode: "F"}, data.Informal},
		{"only for the blank language (WE-14)", "letter-no-formal-salutation", data.Contact{SalutationCode: "F", LanguageCode: "SVE"}, data.Formal},
		{"a formula without text (CO-36)", "letter-empty-salutation", data.Contact{SalutationCode: "E"}, data.Formal},
		{"a contact without code", "letter-no-salutation-code", data.Contact{}, data.Formal},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := Greeting(s.DB, test.contact, test.kind)
			var refused data.Message
			if errors.As(err, &refused) {
				got, err = refused.Key, nil
			}
			if err != nil || got != test.want {
				t.Errorf("got %q, %v, want %q", got, err, test.want)
			}
		})
	}
}
