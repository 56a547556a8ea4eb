package company

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

// CP-2, CP-3: six statuses, described in the language of the company.
func TestSixStatusesInTheLanguageChosen(t *testing.T) {
	for language, want := range map[string][]string{
		"en": {"1-PLAN Planned", "2-APP Approved", "3-INIT Initiated", "4-SCH Scheduled", "5-START Started", "9-DONE Done"},
		"sv": {"1-PLAN Planerad", "2-APP Godkänd", "3-INIT Påbörjad", "4-SCH Schemalagd", "5-START Startad", "9-DONE Klar"},
	} {
		db := makeCompany(t, Choices{Name: "Test AB", Language: language, Region: "sv", Currency: "SEK"})
		var got []string
		for _, s := range all(t, db, data.CampaignStatuses) {
			got = append(got, string(s.Code)+" "+s.Description)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", language, diff)
		}
	}
}

// CP-49: the prefix of the laptop stands before the pattern of every series.
func TestNumbersBeginWithTheLaptopsPrefix(t *testing.T) {
	for _, c := range []struct{ name, prefix, wantFirst, wantPrefix string }{
		{"one laptop", "", "CP0001", ""},
		{"one of several", "N2", "N2-CP0001", "N2"},
		{"typed with the hyphen and in lower case", " n2- ", "N2-CP0001", "N2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			db := makeCompany(t, Choices{Name: "Test AB", Language: "en", Region: "sv", Currency: "SEK", Prefix: c.prefix})
			line, err := data.NoSeriesLines.Get(db, "CAMP", 10000)
			if err != nil {
				t.Fatal(err)
			}
			if line.StartingNo != c.wantFirst {
				t.Errorf("first campaign %s, want %s", line.StartingNo, c.wantFirst)
			}
			if setup := settings(t, db); setup.LaptopPrefix != c.wantPrefix {
				t.Errorf("prefix %q, want %q", setup.LaptopPrefix, c.wantPrefix)
			}
		})
	}
}

func TestSettingsOfANewCompany(t *testing.T) {
	db := makeCompany(t, Choices{Name: " Fjäll AB ", Language: "sv", Region: "en-GB", Currency: "NOK"})
	want := data.Setup{ID: 1, CompanyName: "Fjäll AB", Language: "sv", Region: "en-GB", LCYCode: "NOK", AmountRounding: data.One / 100,
		UnitAmountRounding: 1, CampaignNos: "CAMP", SegmentNos: "SEG", ContactNos: "CONT", CustomerNos: "CUST", ItemNos: "ITEM", QuoteNos: "QUOTE",
		JournalDays: 90, CustomerRelation: "CUST", InheritSalesperson: true, InheritTerritory: true, InheritCountry: true, InheritLanguage: true,
		InheritFormatRegion: true, InheritAddress: true, InheritCommunication: true, SearchHit: data.Int(60), CompanySalutation: "COMPANY", PersonSalutation: "PERSON",
		CoverSheetTemplate: "COVERSH", OutgoingCallTemplate: "OUTGOING", EMailTemplate: "EMAIL", MeetingTemplate: "MEETING"}
	if diff := cmp.Diff(want, settings(t, db)); diff != "" {
		t.Error(diff)
	}
	for _, s := range all(t, db, data.NoSeriesTable) {
		if !s.DefaultNos || !s.ManualNos {
			t.Errorf("%s must give numbers and let them be typed", s.Code)
		}
	}
	if journal, err := data.Journal(db, 1); err != nil || len(journal) != 0 {
		t.Errorf("journal %v, %v; a new company has nothing to undo", journal, err)
	}
}

func TestARefusedCompanyLeavesNoFile(t *testing.T) {
	for _, c := range []struct {
		name    string
		choices Choices
		key     string
	}{
		{"without a name", Choices{Name: " ", Language: "en", Region: "sv"}, "must-not-be-blank"},
		{"prefix too long", Choices{Name: "Test AB", Language: "en", Region: "sv", Prefix: "LAPTOP2"}, "text-too-long"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "a.campaigndesk")
			_, err := New(path, c.choices)
			var refusal data.Message
			if !errors.As(err, &refusal) || refusal.Key != c.key {
				t.Errorf("got %v, want %s", err, c.key)
			}
			if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("the file is there: %v", err)
			}
		})
	}
}

func TestAnExistingFileStays(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.campaigndesk")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := New(path, Choices{Name: "Test AB", Language: "en", Region: "sv"}); err == nil {
		t.Error("made over a file")
	}
	if kept, err := os.ReadFile(path); err != nil || string(kept) != "mine" {
		t.Errorf("file now %q, %v", kept, err)
	}
}

func makeCompany(t *testing.T, c Choices) *data.DB {
	t.Helper()
	db, err := New(filepath.Join(t.TempDir(), "a.campaigndesk"), c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func all[T any](t *testing.T, db *data.DB, table *data.Table[T]) []T {
	t.Helper()
	records, err := table.Select(db, data.View{})
	if err != nil {
		t.Fatal(err)
	}
	return records
}

func settings(t *testing.T, db *data.DB) data.Setup {
	t.Helper()
	setup, err := data.GetSetup(db)
	if err != nil {
		t.Fatal(err)
	}
	return setup
}
