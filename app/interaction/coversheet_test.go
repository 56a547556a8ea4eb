package interaction

import (
	"context"
	"errors"
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/data"
)

// senders is a company with a template for cover sheets and three contacts, one of whom must not be written to.
func senders(t *testing.T) *app.Session {
	t.Helper()
	s := apptest.New(t)
	apptest.Add(t, s, data.Campaigns, data.Campaign{No: "CP1"})
	apptest.Add(t, s, data.InteractionTemplates, data.InteractionTemplate{Code: "COVER", Description: "Cover sheet", UnitCost: data.Int(3)})
	apptest.Add(t, s, data.Contacts, data.Contact{No: "C1", Name: "Berg", CompanyNo: "C1"}, data.Contact{No: "C2", Name: "Ek", CompanyNo: "C2"},
		data.Contact{No: "C3", Name: "Ask", CompanyNo: "C3", PrivacyBlocked: true})
	before := s.Setup
	after := before
	after.CoverSheetTemplate = "COVER"
	if err := SaveTemplateSetup(s, &before, &after); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestCoverSheetsAreLogged(t *testing.T) {
	for _, test := range []struct {
		name     string
		campaign data.CampaignNo
		entries  int
	}{{"without campaign (RP-10)", "", 0}, {"of a campaign they share one entry without segment (RP-10, CE-4)", "CP1", 1}} {
		t.Run(test.name, func(t *testing.T) {
			s := senders(t)
			n, _, err := LogCoverSheets(context.Background(), s, []data.ContactNo{"C1", "C2", "C3"}, test.campaign, func(int, int) {})
			if err != nil || n != 2 {
				t.Fatalf("%d logged, %v", n, err)
			}
			logged, err := data.Interactions.Select(s.DB, data.View{})
			if err != nil || len(logged) != 2 {
				t.Fatalf("%d interactions, %v", len(logged), err)
			}
			for _, i := range logged {
				if i.DocumentType != data.CoverSheetDocument || i.InteractionTemplateCode != "COVER" || i.Description != "Cover sheet" || i.Date != s.Today() ||
					i.Cost != data.Int(3) || i.CampaignNo != test.campaign || i.SegmentNo != "" {
					t.Errorf("%+v", i)
				}
			}
			entries, err := data.CampaignEntries.Select(s.DB, data.View{})
			if err != nil || len(entries) != test.entries || test.entries == 1 && entries[0].DocumentType != data.CoverSheetDocument {
				t.Errorf("entries %v, %v", entries, err)
			}
		})
	}
}

func TestCoverSheetsThatCannotBeLogged(t *testing.T) {
	for _, test := range []struct {
		name, want string
		spoil      func(t *testing.T, s *app.Session)
	}{
		{"no template is set up (IN-12)", "cover-sheets-without-template", func(_ *testing.T, s *app.Session) { s.Setup.CoverSheetTemplate = "" }},
		{"the template has a language (IN-11)", "cover-sheet-template-has-languages", func(t *testing.T, s *app.Session) {
			apptest.Add(t, s, data.InteractionTemplateLanguages, data.InteractionTemplateLanguage{TemplateCode: "COVER", LanguageCode: "SV"})
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := senders(t)
			test.spoil(t, s)
			_, _, err := LogCoverSheets(context.Background(), s, []data.ContactNo{"C1"}, "", func(int, int) {})
			var refused data.Message
			if !errors.As(err, &refused) || refused.Key != test.want {
				t.Errorf("got %v, want %s", err, test.want)
			}
		})
	}
}

func TestCancelLogsNoCoverSheet(t *testing.T) {
	s := senders(t)
	ctx, cancel := context.WithCancel(context.Background())
	_, _, err := LogCoverSheets(ctx, s, []data.ContactNo{"C1", "C2"}, "", func(int, int) { cancel() })
	n, counting := data.Interactions.Count(s.DB, data.View{})
	if !errors.Is(err, context.Canceled) || n != 0 || counting != nil {
		t.Errorf("%v, %d logged, %v", err, n, counting)
	}
}
