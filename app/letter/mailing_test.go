package letter

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

const section = `<w:sectPr/>`

// mailing is a company with a segment of four lines: Anna and Bo, who read Swedish, a company that reads English, for which there
// is no document, and somebody who must not be written to.
func mailing(t *testing.T, body string) (*app.Session, Mailing) {
	t.Helper()
	s := apptest.New(t)
	apptest.Add(t, s, data.Salespeople, data.Salesperson{Code: "JO", Name: "Jörgen Öst", EMail: "jo@nordic.example"})
	apptest.Add(t, s, data.Salutations, data.Salutation{Code: "F"})
	apptest.Add(t, s, data.SalutationFormulas, data.SalutationFormula{SalutationCode: "F", LanguageCode: "SV", Type: data.Informal, Salutation: "Hej %1!", Name1: data.FirstNamePart})
	apptest.Add(t, s, data.Contacts,
		data.Contact{No: "C1", Type: data.Person, Name: "Anna Berg", FirstName: "Anna", City: "Umeå", EMail: "anna@x.example", SalutationCode: "F", LanguageCode: "SV"},
		data.Contact{No: "C2", Type: data.Person, Name: "Bo/Ek", FirstName: "Bo", SalutationCode: "F", LanguageCode: "SV"},
		data.Contact{No: "C3", Name: "Acme", CompanyNo: "C3", LanguageCode: "EN", EMail: "info@acme.example"},
		data.Contact{No: "C4", Type: data.Person, Name: "Cecilia", PrivacyBlocked: true, LanguageCode: "SV"})
	apptest.Add(t, s, data.SegmentHeaders, data.SegmentHeader{No: "S1", Description: "Hösten", LanguageCode: "SV"})
	line := func(no int, contact data.ContactNo, language string) data.SegmentLine {
		return data.SegmentLine{SegmentNo: "S1", LineNo: no, ContactNo: contact, LanguageCode: language, SalespersonCode: "JO", Subject: "Till «First_Name»", Date: "2026-03-02"}
	}
	apptest.Add(t, s, data.SegmentLines, line(10000, "C1", "SV"), line(20000, "C2", "SV"), line(30000, "C3", "EN"), line(40000, "C4", "SV"), data.SegmentLine{SegmentNo: "S1", LineNo: 50000})
	attach(t, s, "Brev.docx", document(t, "<w:p><w:r><w:t>"+body+"</w:t></w:r></w:p>"+section))
	return s, Mailing{Segment: "S1", Folder: t.TempDir(), Body: "«Informal_Salutation»\nVälkommen «Shoe_Size»"}
}

func attach(t *testing.T, s *app.Session, name string, content []byte) {
	t.Helper()
	err := s.DB.Remember(context.Background(), func(tx *data.Tx) error {
		id, err := data.PutAttachment(tx, name, content)
		if err != nil {
			return err
		}
		row, err := data.SegmentLanguages.Get(tx, data.SegmentNo("S1"), 0, "SV")
		if errors.Is(err, data.ErrNotFound) {
			row = data.SegmentLanguage{SegmentNo: "S1", LanguageCode: "SV", AttachmentNo: id}
			return data.SegmentLanguages.Insert(tx, &row)
		}
		row.AttachmentNo = id
		return errors.Join(err, data.SegmentLanguages.Update(tx, &row))
	})
	if err != nil {
		t.Fatal(err)
	}
}

func silent(int, int) {}

func names(files []string) (all []string) {
	for _, file := range files {
		all = append(all, filepath.Base(file))
	}
	return all
}

func left(o Outcome) (all []string) {
	for _, l := range o.Left {
		all = append(all, string(l.Contact)+" "+l.Why.Key)
	}
	return all
}

func TestLettersToASegment(t *testing.T) {
	s, m := mailing(t, "«Informal_Salutation» «Salesperson_Name» «Contact_Shoes»")
	steps := 0
	outcome, err := WriteLetters(context.Background(), s, m, false, func(done, total int) {
		if steps++; done != steps || total != 4 {
			t.Errorf("step %d is reported as %d of %d", steps, done, total)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"C1 Anna Berg.docx", "C2 Bo_Ek.docx"}, names(outcome.Files)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"C3 letter-no-document", "C4 letter-privacy-blocked"}, left(outcome)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"Contact_Shoes"}, outcome.Unknown); diff != "" || outcome.Letters != 2 {
		t.Errorf("%d letters; unknown: %s", outcome.Letters, diff)
	}
	if got := partOf(t, []byte(contents(t, m.Folder)["C2 Bo_Ek.docx"]), documentPart); !strings.Contains(got, ">Hej Bo! Jörgen Öst «Contact_Shoes»<") {
		t.Error(got)
	}
	if steps != 4 {
		t.Errorf("%d steps", steps)
	}
}

func TestLettersTogether(t *testing.T) {
	s, m := mailing(t, "«Contact_Name»")
	outcome, err := WriteLetters(context.Background(), s, m, true, silent)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"S1 Hösten SV.docx"}, names(outcome.Files)); diff != "" || outcome.Letters != 2 || len(outcome.Left) != 2 {
		t.Errorf("%d letters, left %v, %s", outcome.Letters, left(outcome), diff)
	}
	got := partOf(t, []byte(contents(t, m.Folder)["S1 Hösten SV.docx"]), documentPart)
	if anna, bo := strings.Index(got, "Anna Berg"), strings.Index(got, "Bo/Ek"); anna < 0 || bo < anna || strings.Count(got, section) != 2 {
		t.Error(got)
	}
}

func TestAMissingSalutationLeavesOnlyThoseOutWhoNeedIt(t *testing.T) {
	s, m := mailing(t, "«Formal_Salutation»")
	for _, together := range []bool{false, true} {
		outcome, err := WriteLetters(context.Background(), s, m, together, silent)
		if err != nil {
			t.Fatal(err)
		}
		if got := left(outcome); len(outcome.Files) != 0 || len(got) != 4 || outcome.Letters != 0 {
			t.Errorf("together %v: %v, left %v", together, outcome.Files, got)
		}
	}
	if got := contents(t, m.Folder); len(got) != 0 {
		t.Errorf("files left: %v", got)
	}
}

func TestDraftsToASegment(t *testing.T) {
	s, m := mailing(t, "Brev till «Contact_Name»")
	outcome, err := WriteDrafts(context.Background(), s, m, silent)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"C1 Anna Berg.eml", "C3 Acme.eml"}, names(outcome.Files)); diff == "" {
		t.Error("a salutation that a company lacks was found")
	}
	if diff := cmp.Diff([]string{"C2 letter-no-e-mail", "C3 letter-no-salutation-code", "C4 letter-privacy-blocked"}, left(outcome)); diff != "" {
		t.Error(diff)
	}
	got := readDraft(t, []byte(contents(t, m.Folder)["C1 Anna Berg.eml"]))
	if letter := partOf(t, []byte(got.Content), documentPart); !strings.Contains(letter, "Brev till Anna Berg") {
		t.Error(letter)
	}
	got.Content = ""
	want := read{From: "Jörgen Öst <jo@nordic.example>", To: "Anna Berg <anna@x.example>", Subject: "Till Anna", Unsent: "1", Text: "Hej Anna!\r\nVälkommen «Shoe_Size»", File: "Brev.docx", Heads: 7}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"Shoe_Size"}, outcome.Unknown); diff != "" {
		t.Error(diff)
	}
}

func TestOneDocumentForAll(t *testing.T) {
	s, m := mailing(t, "the segment's own")
	template, err := Open("Alla.docx", document(t, "<w:p><w:r><w:t>Till «Contact_Name» «Hat»</w:t></w:r></w:p>"+section))
	if err != nil {
		t.Fatal(err)
	}
	m.Template, m.Subject, m.Body = template, "Nytt, «Contact_Name»", "Hej"
	outcome, err := WriteLetters(context.Background(), s, m, true, silent)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"S1 Hösten.docx"}, names(outcome.Files)); diff != "" || outcome.Letters != 3 {
		t.Errorf("%d letters, %s", outcome.Letters, diff)
	}
	if diff := cmp.Diff([]string{"Hat"}, outcome.Unknown); diff != "" {
		t.Error(diff)
	}
	if _, err := WriteDrafts(context.Background(), s, m, silent); err != nil {
		t.Fatal(err)
	}
	got := readDraft(t, []byte(contents(t, m.Folder)["C3 Acme.eml"]))
	if letter := partOf(t, []byte(got.Content), documentPart); got.Subject != "Nytt, Acme" || !strings.Contains(letter, "Till Acme") {
		t.Errorf("%q %s", got.Subject, letter)
	}
}

func TestCancelAndFaultsLeaveNoFiles(t *testing.T) {
	for _, test := range []struct {
		name  string
		spoil func(t *testing.T, s *app.Session, m *Mailing)
		want  string
	}{
		{name: "canceled after one letter"},
		{name: "the document is damaged", want: "letter-damaged", spoil: func(t *testing.T, s *app.Session, m *Mailing) {
			attach(t, s, "Brev.docx", document(t, "<w:p>"))
		}},
		{name: "the folder is gone", want: "export-no-folder", spoil: func(t *testing.T, s *app.Session, m *Mailing) {
			m.Folder = filepath.Join(m.Folder, "gone")
		}},
		{name: "the segment is gone", want: "report-no-such-segment", spoil: func(t *testing.T, s *app.Session, m *Mailing) { m.Segment = "S9" }},
		{name: "nobody wants mail", want: "letter-no-recipients", spoil: func(t *testing.T, s *app.Session, m *Mailing) { m.Only = data.Email }},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, m := mailing(t, "«Contact_Name»")
			dir := m.Folder
			if test.spoil != nil {
				test.spoil(t, s, &m)
			}
			ctx, cancel := context.WithCancel(context.Background())
			_, err := WriteLetters(ctx, s, m, false, func(int, int) { cancel() })
			var refused data.Message
			if test.want == "" && !errors.Is(err, context.Canceled) || test.want != "" && (!errors.As(err, &refused) || refused.Key != test.want) {
				t.Errorf("got %v, want %s", err, test.want)
			}
			if got := contents(t, dir); len(got) != 0 {
				t.Errorf("files left: %d", len(got))
			}
		})
	}
}

func TestEveryFieldHasAHelpText(t *testing.T) {
	s := apptest.New(t)
	for _, field := range Fields {
		if text := s.Texts.T(field.Help()); strings.HasPrefix(text, "[") {
			t.Errorf("%s: %s", field.Name, text)
		}
	}
}
