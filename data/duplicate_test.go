package data

import "testing"

func TestSearchStrings(t *testing.T) { // WE-13, CO-49c
	for _, c := range []struct {
		text   string
		part   PartOfField
		length int
		want   string
	}{
		{"Ab, Nord-vik & Co.", FirstPart, 5, "ABNOR"},
		{"Ab, Nord-vik & Co.", LastPart, 5, "VIKCO"},
		{"Åsa", LastPart, 5, "ÅSA"},
		{" - ", FirstPart, 5, ""},
	} {
		if got := SearchString(c.text, c.part, c.length); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestDuplicatesHaveSixtyPerCentInCommon(t *testing.T) { // WE-13
	db := newCompany(t)
	write(t, db, func(tx *Tx) error {
		setup, err := GetSetup(tx)
		setup.MaintainSearchStrings = true
		return firstOf(err, Setups.Update(tx, &setup))
	})
	nordvik := Contact{No: "CT1", Name: "Nordvik AB", City: "Lund", PostCode: "222 22", PhoneNo: "046-123456", VATRegistrationNo: "SE556677889901"}
	add := func(c Contact) {
		write(t, db, func(tx *Tx) error { return Contacts.Insert(tx, &c) })
	}
	add(nordvik)
	like := func(c Contact) int {
		t.Helper()
		found, err := LikeContact(db, c, 10)
		if err != nil {
			t.Fatal(err)
		}
		return len(found)
	}
	same, without, person := nordvik, nordvik, nordvik
	same.No, without.No, without.VATRegistrationNo, person.No, person.Type = "CT2", "CT3", "", "CT4", Person
	if like(same) != 1 || like(without) != 0 {
		t.Errorf("while typing: %d and %d, want 10 equal strings to be enough and 8 too few", like(same), like(without))
	}
	add(person)
	if like(same) != 1 {
		t.Error("a person was found among the companies")
	}
	add(same)
	add(without)
	pairs := func() (list []string) {
		write(t, db, func(tx *Tx) error { _, err := FindDuplicates(tx); return err })
		found, err := ContactDuplicates.Select(db, View{})
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range found {
			list = append(list, string(d.ContactNo+" "+d.DuplicateNo))
		}
		return list
	}
	if got := pairs(); len(got) != 1 || got[0] != "CT1 CT2" {
		t.Errorf("found %v", got)
	}
	write(t, db, func(tx *Tx) error { // the strings follow a change, and its undo
		c, err := Contacts.Get(tx, "CT1")
		c.VATRegistrationNo = "SE1"
		return firstOf(err, Contacts.Update(tx, &c))
	})
	if got := pairs(); got != nil {
		t.Errorf("after a change %v", got)
	}
	for range 2 {
		if _, err := db.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if got := pairs(); len(got) != 1 {
		t.Errorf("after undo %v", got)
	}
	strings := "SELECT group_concat(contact || string, ' ' ORDER BY contact, setup) FROM contact_search_string"
	kept, err := scalar[string](db, strings)
	if err != nil {
		t.Fatal(err)
	}
	write(t, db, RebuildSearchStrings)
	if rebuilt, err := scalar[string](db, strings); rebuilt != kept || err != nil {
		t.Errorf("kept by triggers %s, made anew %s, %v", kept, rebuilt, err)
	}
}
