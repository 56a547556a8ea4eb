package contact_test

import (
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/contact"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

// setUp changes the settings.
func setUp(t testing.TB, s *app.Session, change func(*data.Setup)) {
	t.Helper()
	setup := s.Setup
	change(&setup)
	if err := s.Write(data.Msg("setup-changed"), func(tx *data.Tx) error { return data.Setups.Update(tx, &setup) }); err != nil {
		t.Fatal(err)
	}
}

func TestDefaultsOfNewContacts(t *testing.T) { // CO-4, CO-5, CO-7, CO-20
	defaults := func(setup *data.Setup) {
		setup.DefaultSalesperson, setup.DefaultTerritory, setup.DefaultCountry, setup.DefaultLanguage = "MK", "NORTH", "SE", "SVE"
		setup.DefaultFormatRegion, setup.DefaultCorrespondenceType, setup.CompanySalutation, setup.PersonSalutation = "sv-SE", data.Email, "COMPANY", "UNISEX"
	}
	type fields struct {
		Salesperson  data.SalespersonCode
		Territory    data.TerritoryCode
		Language     string
		Correspond   data.CorrespondenceType
		Salutation   data.SalutationCode
		FormatRegion string
	}
	for _, c := range []struct {
		name  string
		setup func(*data.Setup)
		given data.Contact
		want  fields
	}{
		{"CO-4 a person", defaults, data.Contact{Type: data.Person}, fields{"MK", "NORTH", "SVE", data.Email, "UNISEX", "sv-SE"}},
		{"CO-4 only what is blank", defaults, data.Contact{Type: data.Person, LanguageCode: "ENU", SalutationCode: "F", SalespersonCode: "JL"},
			fields{"JL", "NORTH", "ENU", data.Email, "F", "sv-SE"}},
		{"CO-7 a company's salutation", defaults, data.Contact{SalutationCode: "F"}, fields{"MK", "NORTH", "SVE", data.Email, "COMPANY", "sv-SE"}},
		{"CO-5 the laptop's own salesperson", func(setup *data.Setup) { defaults(setup); setup.SalespersonCode = "AH" }, data.Contact{}, fields{"AH", "NORTH", "SVE", data.Email, "COMPANY", "sv-SE"}},
		{"CO-20 what is inherited wins", defaults, data.Contact{Type: data.Person, CompanyNo: "CT20"}, fields{"MK", "", "", data.Email, "UNISEX", ""}},
		{"CO-20 unless it is not inherited", func(setup *data.Setup) { defaults(setup); setup.InheritLanguage, setup.InheritTerritory = false, false },
			data.Contact{Type: data.Person, CompanyNo: "CT20"}, fields{"MK", "NORTH", "SVE", data.Email, "UNISEX", ""}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			apptest.Add(t, s, data.Salutations, data.Salutation{Code: "UNISEX"}, data.Salutation{Code: "F"})
			setUp(t, s, func(setup *data.Setup) { setup.SalespersonCode = ""; c.setup(setup) })
			if _, err := contact.Create(s, &c.given); err != nil {
				t.Fatal(err)
			}
			got := get(t, s, c.given.No)
			if diff := cmp.Diff(c.want, fields{got.SalespersonCode, got.TerritoryCode, got.LanguageCode, got.CorrespondenceType, got.SalutationCode, got.FormatRegion}); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestSearchNameFollowsTheName(t *testing.T) { // CO-13
	for _, c := range []struct {
		name    string
		changes []func(*data.Contact)
		want    string
	}{
		{"the name", []func(*data.Contact){func(c *data.Contact) { c.Name = "Östra Möbler" }}, "ÖSTRA MÖBLER"},
		{"not once it is edited", []func(*data.Contact){func(c *data.Contact) { c.SearchName = "HARBOUR" }, func(c *data.Contact) { c.Name = "Östra Möbler" }}, "HARBOUR"},
		{"again once it is blank", []func(*data.Contact){func(c *data.Contact) { c.SearchName = "HARBOUR" }, func(c *data.Contact) { c.SearchName = "" }}, "SANDHAMN HANDEL"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			for _, change := range c.changes {
				if _, err := save(t, s, "CT20", change); err != nil {
					t.Fatal(err)
				}
			}
			if got := get(t, s, "CT20").SearchName; got != c.want {
				t.Errorf("search name %q, want %q", got, c.want)
			}
		})
	}
}

func TestPrivacyMarks(t *testing.T) { // CO-61, CO-62
	type marks struct{ blocked, minor, consent bool }
	for _, c := range []struct {
		name        string
		stored      marks
		change      func(*data.Contact)
		want        marks
		wantRefusal string
	}{
		{"CO-61 a minor is blocked", marks{}, func(c *data.Contact) { c.Minor = true }, marks{true, true, false}, ""},
		{"CO-61 consent blocks again", marks{false, true, false}, func(c *data.Contact) { c.ParentalConsent = true }, marks{true, true, true}, ""},
		{"CO-61 and so does taking it back", marks{false, true, true}, func(c *data.Contact) { c.ParentalConsent = false }, marks{true, true, false}, ""},
		{"CO-62 a minor with consent is freed", marks{true, true, true}, func(c *data.Contact) { c.PrivacyBlocked = false }, marks{false, true, true}, ""},
		{"CO-62 one without is not", marks{true, true, false}, func(c *data.Contact) { c.PrivacyBlocked = false }, marks{true, true, false}, "minor-without-consent"},
		{"CO-62 only a minor has consent", marks{}, func(c *data.Contact) { c.ParentalConsent = true }, marks{}, "consent-only-for-minors"},
		{"CO-62 who grows up needs none", marks{true, true, true}, func(c *data.Contact) { c.Minor = false }, marks{true, false, false}, ""},
		{"anybody may be blocked and freed", marks{true, false, false}, func(c *data.Contact) { c.PrivacyBlocked = false }, marks{}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			apptest.Add(t, s, data.Contacts, data.Contact{No: "CT40", Type: data.Person, PrivacyBlocked: c.stored.blocked, Minor: c.stored.minor, ParentalConsent: c.stored.consent})
			_, err := save(t, s, "CT40", c.change)
			refused(t, err, c.wantRefusal)
			got := get(t, s, "CT40")
			if (marks{got.PrivacyBlocked, got.Minor, got.ParentalConsent}) != c.want {
				t.Errorf("blocked %v, minor %v, consent %v, want %v", got.PrivacyBlocked, got.Minor, got.ParentalConsent, c.want)
			}
		})
	}
}

func TestABlockedContactIsNoCustomer(t *testing.T) { // CO-29, CO-30, CO-60
	s := newDesk(t)
	if _, err := save(t, s, "CT10", func(c *data.Contact) { c.PrivacyBlocked = true }); err != nil {
		t.Fatal(err)
	}
	apptest.Add(t, s, data.Customers, data.Customer{No: "C1"})
	_, _, err := contact.CreateCustomer(s, "CT11")
	refused(t, err, "contact-privacy-blocked")
	refused(t, contact.Link(s, "CT10", "C1", contact.ContactWins), "contact-privacy-blocked")
}

func TestWhatStandsInTheWayOfAnotherType(t *testing.T) { // CO-9, CO-10
	for _, c := range []struct {
		name   string
		no     data.ContactNo
		change func(*data.Contact)
		setup  func(s *app.Session)
		want   string
	}{
		{"CO-9 a level", "CT30", func(c *data.Contact) { c.Type, c.OrganizationalLevelCode = data.Company, "CEO" }, nil, "contact-type-level"},
		{"CO-9 job responsibilities", "CT30", func(c *data.Contact) { c.Type = data.Company }, func(s *app.Session) {
			apptest.Add(t, s, data.ContactJobResponsibilities, data.ContactJobResponsibility{ContactNo: "CT30", Code: "SALE"})
		}, "contact-type-jobs"},
		{"CO-10 business relations", "CT20", func(c *data.Contact) { c.Type = data.Person }, func(s *app.Session) {
			apptest.Add(t, s, data.ContactBusinessRelations, data.ContactBusinessRelation{ContactNo: "CT20", Code: "PROS"})
		}, "contact-type-relations"},
		{"CO-10 industry groups", "CT20", func(c *data.Contact) { c.Type = data.Person }, func(s *app.Session) {
			apptest.Add(t, s, data.ContactIndustryGroups, data.ContactIndustryGroup{ContactNo: "CT20", Code: "MAN"})
		}, "contact-type-industries"},
		{"CO-10 a VAT registration no.", "CT20", func(c *data.Contact) { c.Type, c.VATRegistrationNo = data.Person, "SE1" }, nil, "contact-type-vat-no"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := classified(t)
			if c.setup != nil {
				c.setup(s)
			}
			_, err := save(t, s, c.no, c.change)
			refused(t, err, c.want)
		})
	}
}

func TestOnlyWhatSetupSaysIsInherited(t *testing.T) { // CO-21
	s := newDesk(t)
	setUp(t, s, func(setup *data.Setup) { setup.InheritCommunication, setup.InheritAddress = false, false })
	if _, err := save(t, s, "CT10", func(c *data.Contact) { c.PhoneNo, c.City, c.SalespersonCode = "08-7", "Solna", "AH" }); err != nil {
		t.Fatal(err)
	}
	if anna := get(t, s, "CT11"); anna.PhoneNo != "08-1" || anna.City != "Stockholm" || anna.SalespersonCode != "AH" {
		t.Errorf("Anna has %s, %s, %s", anna.PhoneNo, anna.City, anna.SalespersonCode)
	}
}

func TestCorrespondenceTypeIsTakenOnlyOnJoining(t *testing.T) { // CO-19, CO-21, S:WE-12
	s := newDesk(t)
	if _, err := save(t, s, "CT10", func(c *data.Contact) { c.CorrespondenceType = data.Email }); err != nil {
		t.Fatal(err)
	}
	joined := data.Contact{Type: data.Person, Name: "Ny Person", CompanyNo: "CT10"}
	if _, err := contact.Create(s, &joined); err != nil {
		t.Fatal(err)
	}
	if anna, ny := get(t, s, "CT11"), get(t, s, joined.No); anna.CorrespondenceType != data.NoCorrespondence || ny.CorrespondenceType != data.Email {
		t.Errorf("Anna has %d, the new person %d", anna.CorrespondenceType, ny.CorrespondenceType)
	}
}
