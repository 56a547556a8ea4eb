package segment_test

import (
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/interaction"
	"campaigndesk/app/segment"
	"campaigndesk/data"
)

// newLanguages is newExamples in which BUS has a letter in English and in Swedish, English by default, and Anna speaks Swedish.
func newLanguages(t testing.TB) *app.Session {
	t.Helper()
	s := newExamples(t)
	bus := apptest.Get(t, s, data.InteractionTemplates, data.InteractionTemplateCode("BUS"))
	bus.LanguageCode = "ENG"
	store(t, s, data.InteractionTemplates, &bus)
	if err := s.Write(data.Msg("test"), func(tx *data.Tx) error {
		for _, language := range []string{"ENG", "SVE"} {
			id, err := data.PutAttachment(tx, language+".docx", []byte(language))
			if err != nil {
				return err
			}
			if err := data.InteractionTemplateLanguages.Insert(tx, &data.InteractionTemplateLanguage{TemplateCode: "BUS", LanguageCode: language, Description: "In " + language, AttachmentNo: id}); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	change(t, s, "CT000011", func(c *data.Contact) { c.LanguageCode = "SVE" })
	makeSegment(t, s, data.SegmentHeader{No: "SM1", InteractionTemplateCode: "BUS"}, "CT000011", "CT000021")
	return s
}

// saved changes the header with an answer and returns what was asked.
func saved(t *testing.T, s *app.Session, answer segment.Answer, do func(*data.SegmentHeader)) string {
	t.Helper()
	before := apptest.Get(t, s, data.SegmentHeaders, data.SegmentNo("SM1"))
	after := before
	do(&after)
	q, err := segment.AskLines(s, &before, &after)
	if err != nil {
		t.Fatal(err)
	}
	apptest.Undoes(t, s, func() {
		if _, err := segment.Save(s, &before, &after, answer); err != nil {
			t.Fatal(err)
		}
	})
	if q == nil {
		return ""
	}
	return q.Text.Key
}

func TestLanguageOfALine(t *testing.T) { // SG-24c, IN-16, IN-17
	s := newLanguages(t)
	for contact, want := range map[data.ContactNo]string{"CT000011": "SVE", "CT000021": "ENG"} {
		l := lineOf(t, s, "SM1", contact)
		equal(t, string(contact), []any{want, data.InheritedAttachment}, []any{l.LanguageCode, l.Attachment})
	}
	edit(t, s, "SM1", "CT000021", func(l *data.SegmentLine) {
		before := *l
		l.InteractionTemplateCode = "RESP"
		if err := segment.SetTemplate(s.DB, &before, l); err != nil {
			t.Fatal(err)
		}
	})
	l := lineOf(t, s, "SM1", "CT000021")
	equal(t, "SG-25 another template", []any{"", data.NoAttachment, money(2), money(5), data.Inbound, data.ByThem, true, "Response"},
		[]any{l.LanguageCode, l.Attachment, l.Cost, l.Duration, l.InformationFlow, l.InitiatedBy, l.CampaignResponse, l.Description})
	before, after := lineOf(t, s, "SM1", "CT000011"), lineOf(t, s, "SM1", "CT000011")
	after.LanguageCode = "DAN"
	_, err := segment.SaveLine(s, &before, &after)
	refused(t, err, "segment-language-missing")
	none := data.SegmentLine{SegmentNo: "SM1", InteractionTemplateCode: "BUS"}
	refused(t, segment.SetTemplate(s.DB, &none, &none), "segment-contact-first")
}

func TestDefaultLanguageAndSubject(t *testing.T) { // SG-21, SG-22
	s := newLanguages(t)
	english := func(h *data.SegmentHeader) { h.Subject = "Spring" }
	equal(t, "asked about a subject", "segment-update-lines", saved(t, s, segment.Yes, english))
	equal(t, "subject of the lines in English", "Spring", lineOf(t, s, "SM1", "CT000021").Subject)
	equal(t, "subject of the line in Swedish", "", lineOf(t, s, "SM1", "CT000011").Subject)

	equal(t, "asked about a language that is there", "", saved(t, s, segment.No, func(h *data.SegmentHeader) { h.LanguageCode = "SVE" }))
	equal(t, "subject of the new language", "", apptest.Get(t, s, data.SegmentHeaders, data.SegmentNo("SM1")).Subject)
	saved(t, s, segment.No, func(h *data.SegmentHeader) { h.LanguageCode = "ENG" })
	equal(t, "subject of the language again", "Spring", apptest.Get(t, s, data.SegmentHeaders, data.SegmentNo("SM1")).Subject)

	danish := func(h *data.SegmentHeader) { h.LanguageCode = "DAN" }
	equal(t, "asked about a language that is not there", "segment-make-language", saved(t, s, segment.No, danish))
	equal(t, "language after No", "ENG", apptest.Get(t, s, data.SegmentHeaders, data.SegmentNo("SM1")).LanguageCode)
	saved(t, s, segment.Yes, danish)
	equal(t, "language after Yes", "DAN", apptest.Get(t, s, data.SegmentHeaders, data.SegmentNo("SM1")).LanguageCode)
	if len(apptest.All(t, s, data.SegmentLanguages)) != 3 {
		t.Error("the language was not made")
	}
}

func TestANewTemplateAndItsDocuments(t *testing.T) { // SG-17, SG-18
	s := newLanguages(t)
	before := apptest.Get(t, s, data.SegmentHeaders, data.SegmentNo("SM1"))
	after := before
	after.InteractionTemplateCode = "EMAIL"
	apptest.Undoes(t, s, func() {
		_, err := segment.Save(s, &before, &after, segment.No)
		refused(t, err, "segment-documents-inherited")
	})
	after = before
	after.InteractionTemplateCode = ""
	_, err := segment.Save(s, &before, &after, segment.Yes)
	refused(t, err, "segment-template-stays")
	after.InteractionTemplateCode = "NONE"
	_, err = segment.Save(s, &before, &after, segment.Yes)
	refused(t, err, "segment-template-missing")
	saved(t, s, segment.Yes, func(h *data.SegmentHeader) { h.InteractionTemplateCode = "EMAIL" })
	l := lineOf(t, s, "SM1", "CT000011")
	equal(t, "line", []any{"", data.NoAttachment}, []any{l.LanguageCode, l.Attachment})
	if n := len(apptest.All(t, s, data.SegmentLanguages)); n != 0 {
		t.Errorf("%d languages are left", n)
	}
}

func TestCorrespondenceGoesOverOnlyWithADocument(t *testing.T) { // SG-19
	s := newLanguages(t)
	email := func(h *data.SegmentHeader) { h.CorrespondenceType = data.Email }
	equal(t, "asked", "segment-update-lines", saved(t, s, segment.Yes, email))
	equal(t, "line", data.Email, lineOf(t, s, "SM1", "CT000011").CorrespondenceType)
	equal(t, "asked about none", "", saved(t, s, segment.No, func(h *data.SegmentHeader) { h.CorrespondenceType = data.NoCorrespondence }))
	if err := segment.DeleteLanguages(s, apptest.All(t, s, data.SegmentLanguages)); err != nil {
		t.Fatal(err)
	}
	equal(t, "asked without a document", "", saved(t, s, segment.No, email))
}

func TestDocuments(t *testing.T) { // IN-9, SG 2.2 column 20
	s := newLanguages(t)
	line := lineOf(t, s, "SM1", "CT000011")
	row, err := segment.Document(s.DB, "SM1", &line)
	if err != nil || row.Attachment != "SVE.docx" {
		t.Fatalf("%+v, %v", row, err)
	}
	apptest.Undoes(t, s, func() {
		if err := segment.SetDocument(s, segment.Own(row, &line), interaction.File{Name: "anna.docx", Content: []byte("for Anna")}); err != nil {
			t.Fatal(err)
		}
	})
	equal(t, "Anna's", data.OwnAttachment, lineOf(t, s, "SM1", "CT000011").Attachment)
	row, err = segment.Document(s.DB, "SM1", &line)
	if err != nil || row.Attachment != "anna.docx" {
		t.Fatalf("%+v, %v", row, err)
	}
	apptest.Undoes(t, s, func() {
		if err := segment.RemoveDocument(s, row); err != nil {
			t.Fatal(err)
		}
	})
	row, _ = segment.Document(s.DB, "SM1", &line)
	refused(t, segment.RemoveDocument(s, row), "segment-document-missing")

	header, err := segment.Document(s.DB, "SM1", nil)
	if err != nil || header.Attachment != "ENG.docx" {
		t.Fatalf("%+v, %v", header, err)
	}
	refused(t, segment.CopyDocument(s, header, &row), "segment-document-missing")
	apptest.Undoes(t, s, func() {
		if err := segment.CopyDocument(s, row, &header); err != nil {
			t.Fatal(err)
		}
	})
	row, _ = segment.Document(s.DB, "SM1", &line)
	equal(t, "copied", "ENG.docx", row.Attachment)
	refused(t, segment.SetDocument(s, header, interaction.File{Name: "empty.docx"}), "attachment-empty")
	refused(t, segment.SetDocument(s, data.SegmentLanguage{SegmentNo: "SM1"}, interaction.File{Name: "a.docx", Content: []byte("a")}), "segment-language-first")
}

func TestLanguageRows(t *testing.T) { // UI-21
	s := newLanguages(t)
	danish := data.SegmentLanguage{SegmentNo: "SM1", LanguageCode: "DAN", Subject: "Forår"}
	apptest.Undoes(t, s, func() {
		if err := segment.AddLanguage(s, &danish); err != nil {
			t.Fatal(err)
		}
	})
	twin := data.SegmentLanguage{SegmentNo: "SM1", LanguageCode: "DAN"}
	refused(t, segment.AddLanguage(s, &twin), "already-exists")
	refused(t, segment.AddLanguage(s, &data.SegmentLanguage{SegmentNo: "SM1"}), "segment-language-blank")
	before := apptest.Get(t, s, data.SegmentLanguages, data.SegmentNo("SM1"), 0, "ENG")
	after := before
	after.Subject = "Spring"
	if err := segment.SaveLanguage(s, &before, &after); err != nil {
		t.Fatal(err)
	}
	equal(t, "the header follows its default language", "Spring", apptest.Get(t, s, data.SegmentHeaders, data.SegmentNo("SM1")).Subject)
}

func TestMarksOfATemplateWaitForTheCampaign(t *testing.T) { // SG-18, SG-23
	s := newExamples(t)
	makeSegment(t, s, data.SegmentHeader{No: "SM1"})
	saved(t, s, segment.No, func(h *data.SegmentHeader) { h.InteractionTemplateCode = "RESP" })
	saved(t, s, segment.No, func(h *data.SegmentHeader) { h.CampaignNo = "CP1001" })
	if !apptest.Get(t, s, data.SegmentHeaders, data.SegmentNo("SM1")).CampaignResponse {
		t.Error("the template's mark is lost")
	}
}

func TestExplain(t *testing.T) {
	s := newRelated(t)
	change(t, s, "CT000020", func(c *data.Contact) { c.ExcludeFromSegment = true })
	apply(t, s, "SM1", segment.Criteria{Action: data.AddContactsAction, AllowRelatedCompanies: true,
		Filters: segment.Filters{data.MailingGroupSection: {"mailing_group_code": "M"}, data.ContactSection: {"salesperson_code": "JL|MK"}}})
	apply(t, s, "SM1", segment.Criteria{Action: data.ReduceAction, Filters: filters(data.ContactSection, "no", "CT000021")})
	put(t, s, "SM1", "CT000020")
	for _, c := range []struct {
		name    string
		contact data.ContactNo
		setup   func()
		on      bool
		reason  string
	}{
		{"meets the filters", "CT000012", nil, true, "explain-in-itself"},
		{"came with a person", "CT000010", nil, true, "explain-in-company"},
		{"typed", "CT000020", nil, true, "explain-in-itself"},
		{"removed", "CT000021", nil, false, "explain-removed"},
		{"does not meet a section", "CT000011", nil, false, "explain-out"},
		{"excluded", "CT000011", func() {
			change(t, s, "CT000011", func(c *data.Contact) { c.ExcludeFromSegment = true })
			apptest.Add(t, s, data.ContactMailingGroups, data.ContactMailingGroup{ContactNo: "CT000011", Code: "M"})
		}, false, "explain-excluded"},
		{"meets it since", "CT000011", func() { change(t, s, "CT000011", func(c *data.Contact) { c.ExcludeFromSegment = false }) }, false, "explain-meets-now"},
		{"privacy-blocked", "CT000011", func() { change(t, s, "CT000011", func(c *data.Contact) { c.PrivacyBlocked = true }) }, false, "explain-blocked"},
		{"met the filters then", "CT000012", func() { change(t, s, "CT000012", func(c *data.Contact) { c.SalespersonCode = "" }) }, true, "explain-in-company"},
		{"criteria forgotten", "CT000012", func() {
			if err := segment.Forget(s, "SM1"); err != nil {
				t.Fatal(err)
			}
		}, true, "explain-in-unknown"},
		{"nothing was added by criteria", "CT000021", nil, false, "explain-nothing-added"},
	} {
		if c.setup != nil {
			c.setup()
		}
		e, err := segment.Explain(s, "SM1", c.contact)
		if err != nil || e.On != c.on || len(e.Reasons) == 0 || e.Reasons[0].Key != c.reason {
			t.Errorf("%s: %+v, %v", c.name, e, err)
		}
	}
	_, err := segment.Explain(s, "SM1", "CT99")
	refused(t, err, "contact-missing")
}
