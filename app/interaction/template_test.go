package interaction_test

import (
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/interaction"
	"campaigndesk/app/register"
	"campaigndesk/data"
)

func TestTemplateRules(t *testing.T) { // IN-2, IN-7
	if got := interaction.NewTemplate("PHONE"); got.CorrespondenceType != data.Email || got.InteractionGroupCode != "PHONE" {
		t.Errorf("%+v", got)
	}
	for _, c := range []struct {
		name    string
		change  func(*data.InteractionTemplate)
		refused string
	}{
		{"complete", func(*data.InteractionTemplate) {}, ""},
		{"without a group", func(n *data.InteractionTemplate) { n.InteractionGroupCode = "" }, "must-not-be-blank interaction_group_code"},
		{"a group that is not there", func(n *data.InteractionTemplate) { n.InteractionGroupCode = "NONE" }, "unknown-code interaction_group_code"},
		{"cost below zero", func(n *data.InteractionTemplate) { n.UnitCost = -1 }, "must-not-be-negative unit_cost"},
		{"duration below zero", func(n *data.InteractionTemplate) { n.UnitDuration = -1 }, "must-not-be-negative unit_duration"},
		{"a campaign that is not there", func(n *data.InteractionTemplate) { n.CampaignNo = "NONE" }, "unknown-code campaign_no"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			fresh := interaction.NewTemplate("PHONE")
			fresh.Code = "NEW"
			c.change(&fresh)
			if got := keyOf(interaction.AddTemplate(s, &fresh)); got != c.refused {
				t.Errorf("added: %q, want %q", got, c.refused)
			}
			before := apptest.Get(t, s, data.InteractionTemplates, data.InteractionTemplateCode("BUS"))
			after := before
			c.change(&after)
			if got := keyOf(interaction.SaveTemplate(s, &before, &after)); got != c.refused {
				t.Errorf("saved: %q, want %q", got, c.refused)
			}
		})
	}
}

func saveTemplate(t *testing.T, s *app.Session, change func(*data.InteractionTemplate)) {
	t.Helper()
	before := apptest.Get(t, s, data.InteractionTemplates, data.InteractionTemplateCode("BUS"))
	after := before
	change(&after)
	if err := interaction.SaveTemplate(s, &before, &after); err != nil {
		t.Fatal(err)
	}
}

func TestTemplateChanges(t *testing.T) {
	s := newDesk(t)
	id := logged(t, s, drafted(t, s, "CT11", "BUS", ""))
	saveTemplate(t, s, func(n *data.InteractionTemplate) { n.UnitCost, n.Description = data.Int(99), "Dearer" })
	if got := interactions(t, s, id)[0]; got.Cost != data.Int(8) || got.Description != "Business letter" { // IN-3
		t.Errorf("what is logged changed: %+v", got)
	}
	saveTemplate(t, s, func(n *data.InteractionTemplate) { n.LanguageCode = "SV" })
	rows := apptest.All(t, s, data.InteractionTemplateLanguages)
	if len(rows) != 1 || rows[0].LanguageCode != "SV" { // IN-4
		t.Fatalf("languages %+v", rows)
	}
	renamed := rows[0]
	renamed.LanguageCode = "SVE"
	if err := interaction.SaveLanguage(s, &rows[0], &renamed); err != nil {
		t.Fatal(err)
	}
	if got := apptest.Get(t, s, data.InteractionTemplates, data.InteractionTemplateCode("BUS")).LanguageCode; got != "SVE" { // IN-8
		t.Errorf("default language %q", got)
	}
	saveTemplate(t, s, func(n *data.InteractionTemplate) { n.Code = "LETTER" })
	if got := interactions(t, s, id)[0].InteractionTemplateCode; got != "LETTER" {
		t.Errorf("after a new code the interaction says %q", got)
	}
	apptest.Undoes(t, s, func() {
		if err := register.Delete(s, data.InteractionTemplates, []data.InteractionTemplate{apptest.Get(t, s, data.InteractionTemplates, data.InteractionTemplateCode("LETTER"))}); err != nil {
			t.Fatal(err)
		}
	})
	if got := interactions(t, s, id)[0].InteractionTemplateCode; got != "LETTER" || len(apptest.All(t, s, data.InteractionTemplateLanguages)) != 0 { // IN-6
		t.Errorf("after deletion: %q, %v", got, apptest.All(t, s, data.InteractionTemplateLanguages))
	}
}

func TestDocumentsOfTemplates(t *testing.T) { // IN-9
	s := newDesk(t)
	row := letterIn(t, s, "letter.docx")
	if q := interaction.AskReplace(row); q == nil || q.Yes {
		t.Errorf("asks %v", q)
	}
	if q := interaction.AskReplace(&data.InteractionTemplateLanguage{}); q != nil {
		t.Errorf("asks %v", q)
	}
	saveTemplate(t, s, func(n *data.InteractionTemplate) { n.LanguageCode = "EN" })
	id := logged(t, s, drafted(t, s, "CT12", "BUS", ""))
	if err := interaction.SetDocument(s, row, interaction.File{Name: "other.docx", Content: []byte("other")}); err != nil {
		t.Fatal(err)
	}
	if got := interactions(t, s, id)[0].Attachment; got != "letter.docx" {
		t.Errorf("what was logged has %q now", got)
	}
	second := data.InteractionTemplateLanguage{TemplateCode: "BUS", LanguageCode: "SV"}
	if err := interaction.AddLanguage(s, &second); err != nil {
		t.Fatal(err)
	}
	if got := keyOf(interaction.CopyDocument(s, row, &second)); got != "no-document" {
		t.Errorf("copied from one without: %q", got)
	}
	first := apptest.All(t, s, data.InteractionTemplateLanguages)[0]
	if err := interaction.CopyDocument(s, &second, &first); err != nil {
		t.Fatal(err)
	}
	if err := interaction.RemoveDocument(s, &first); err != nil {
		t.Fatal(err)
	}
	rows := apptest.All(t, s, data.InteractionTemplateLanguages)
	if rows[0].Attachment != "" || rows[1].Attachment != "other.docx" {
		t.Errorf("%+v", rows)
	}
	if err := interaction.DeleteLanguages(s, rows); err != nil {
		t.Fatal(err)
	}
	if got := apptest.Get(t, s, data.InteractionTemplates, data.InteractionTemplateCode("BUS")).LanguageCode; got != "" {
		t.Errorf("the default language %q has no row", got)
	}
}

func TestTemplateSetup(t *testing.T) { // IN-10, IN-11
	s := newDesk(t)
	letterIn(t, s, "letter.docx")
	saveTemplate(t, s, func(n *data.InteractionTemplate) { n.LanguageCode = "EN" })
	before, err := data.GetSetup(s.DB)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name    string
		change  func(*data.Setup)
		refused string
	}{
		{"a template without document", func(n *data.Setup) { n.OutgoingCallTemplate = "OUTGOING" }, ""},
		{"one with a document", func(n *data.Setup) { n.OutgoingCallTemplate = "BUS" }, "automatic-template-has-document outgoing_call_template"},
		{"one with a document for cover sheets", func(n *data.Setup) { n.CoverSheetTemplate = "BUS" }, "automatic-template-has-document cover_sheet_template"},
		{"one with a document for meetings", func(n *data.Setup) { n.MeetingTemplate = "BUS" }, ""},
		{"one that is not there", func(n *data.Setup) { n.EMailTemplate = "NONE" }, "interaction-template-missing e_mail_template"},
		{"none", func(n *data.Setup) { n.EMailTemplate = "" }, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			after := before
			c.change(&after)
			if got := keyOf(interaction.SaveTemplateSetup(s, &before, &after)); got != c.refused {
				t.Errorf("%q, want %q", got, c.refused)
			}
		})
	}
}
