package interaction_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/campaign"
	"campaigndesk/app/interaction"
	"campaigndesk/app/register"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

// newDesk is the common data of S:WE: two companies with their persons, two campaigns and four templates.
func newDesk(t testing.TB) *app.Session {
	t.Helper()
	s := apptest.New(t)
	s.WorkDate = "2024-06-03"
	s.Now = func() time.Time { return time.Date(2024, 6, 4, 9, 30, 20, 0, time.UTC) }
	apptest.Add(t, s, data.Salespeople, data.Salesperson{Code: "JL"}, data.Salesperson{Code: "MK"}, data.Salesperson{Code: "OUT", Blocked: true})
	apptest.Add(t, s, data.Contacts,
		data.Contact{No: "CT10", Name: "Nordvik AB", CompanyNo: "CT10", CompanyName: "Nordvik AB", SalespersonCode: "JL", EMail: "info@nordvik.se", PhoneNo: "08-10"},
		data.Contact{No: "CT11", Type: data.Person, Name: "Anna Berg", CompanyNo: "CT10", CompanyName: "Nordvik AB", SalespersonCode: "JL", EMail: "anna@nordvik.se",
			LanguageCode: "SV", PhoneNo: "08-11", MobilePhoneNo: "070-11"},
		data.Contact{No: "CT12", Type: data.Person, Name: "Per Lund", CompanyNo: "CT10", CompanyName: "Nordvik AB", SalespersonCode: "JL", MobilePhoneNo: "070-12"},
		data.Contact{No: "CT20", Name: "Sandhamn Handel", CompanyNo: "CT20", CompanyName: "Sandhamn Handel", SalespersonCode: "MK"},
		data.Contact{No: "CT21", Type: data.Person, Name: "Eva Ek", CompanyNo: "CT20", CompanyName: "Sandhamn Handel", SalespersonCode: "MK", EMail: "eva@sandhamn.se"},
		data.Contact{No: "SECRET", Name: "Hemlig", PrivacyBlocked: true})
	apptest.Add(t, s, data.Campaigns, data.Campaign{No: "CP1001", Description: "Spring"}, data.Campaign{No: "CP1002", Description: "Autumn"})
	if err := errors.Join(register.Delete(s, data.InteractionTemplates, apptest.All(t, s, data.InteractionTemplates)),
		register.Delete(s, data.InteractionGroups, apptest.All(t, s, data.InteractionGroups))); err != nil { // those of every new company
		t.Fatalf("%v", err)
	}
	apptest.Add(t, s, data.InteractionGroups, data.InteractionGroup{Code: "LETTER"}, data.InteractionGroup{Code: "PHONE"})
	apptest.Add(t, s, data.InteractionTemplates,
		data.InteractionTemplate{Code: "BUS", InteractionGroupCode: "LETTER", Description: "Business letter", UnitCost: data.Int(8), UnitDuration: data.Int(30),
			InformationFlow: data.Outbound, InitiatedBy: data.ByUs, CorrespondenceType: data.HardCopy, IgnoreContactCorresType: true},
		data.InteractionTemplate{Code: "RESP", InteractionGroupCode: "LETTER", Description: "Answer", UnitCost: data.Int(2), UnitDuration: data.Int(5),
			InformationFlow: data.Inbound, InitiatedBy: data.ByThem, CampaignResponse: true},
		data.InteractionTemplate{Code: "OUTGOING", InteractionGroupCode: "PHONE", Description: "Call", UnitCost: data.One, UnitDuration: data.Int(15),
			InformationFlow: data.Outbound, InitiatedBy: data.ByUs},
		data.InteractionTemplate{Code: "EMAIL", InteractionGroupCode: "LETTER", Description: "Mail", UnitCost: data.Int(8), UnitDuration: data.One,
			CorrespondenceType: data.Email, CampaignNo: "CP1002", CampaignTarget: true})
	s.Setup.OutgoingCallTemplate = "OUTGOING"
	return s
}

// drafted is a draft as it is entered: contact, template, campaign and further changes.
func drafted(t apptest.T, s *app.Session, contact data.ContactNo, template data.InteractionTemplateCode, no data.CampaignNo, changes ...func(*interaction.Draft)) interaction.Draft {
	t.Helper()
	d, err := interaction.New(s, interaction.From{ContactNo: contact, CampaignNo: no})
	if err != nil {
		t.Fatalf("%v", err)
	}
	d.InteractionTemplateCode = template
	if err := interaction.SetTemplate(s.DB, &d, ""); err != nil {
		t.Fatalf("%v", err)
	}
	for _, change := range changes {
		change(&d)
	}
	return d
}

// logged logs a draft and returns its entry number.
func logged(t apptest.T, s *app.Session, d interaction.Draft) int64 {
	t.Helper()
	if _, err := interaction.Log(s, &d); err != nil {
		t.Fatalf("%v", err)
	}
	return d.ID
}

func costing(cost, minutes int64) func(*interaction.Draft) {
	return func(d *interaction.Draft) { d.Cost, d.Duration = data.Int(cost), data.Int(minutes) }
}

func on(day data.Date, salesperson data.SalespersonCode) func(*interaction.Draft) {
	return func(d *interaction.Draft) { d.Date, d.SalespersonCode = day, salesperson }
}

func asTarget(d *interaction.Draft) { d.CampaignTarget = true }

// entries are the campaign entries in words, with what they show.
func entries(t apptest.T, s *app.Session) (all []string) {
	t.Helper()
	for _, e := range apptest.All(t, s, data.CampaignEntries) {
		mark := ""
		if e.Canceled {
			mark = " canceled"
		}
		all = append(all, fmt.Sprintf("%d %s %s %s %q: %d / %v / %v%s", e.ID, e.CampaignNo, e.Date, e.SalespersonCode, e.SegmentNo, e.Interactions, e.Cost, e.Duration, mark))
	}
	return all
}

// figures are the statistics of CP1001 as the worked examples write them.
func figures(t apptest.T, s *app.Session) string {
	t.Helper()
	f, err := campaign.StatisticsOf(s.DB, "CP1001", data.Period{})
	if err != nil {
		t.Fatalf("%v", err)
	}
	return fmt.Sprintf("%d / %d / %v / %v / %v / %v / %v", f.TargetsContacted, f.Responded, f.ResponseRate, f.Cost, f.AvgCostPerResponse, f.Duration, f.AvgDurationPerResponse)
}

func keyOf(err error) string {
	var refused data.Message
	if errors.As(err, &refused) {
		return strings.TrimSpace(refused.Key + " " + refused.Field)
	}
	if err != nil {
		return err.Error()
	}
	return ""
}

func keys(notices []data.Message) (all []string) {
	for _, n := range notices {
		all = append(all, n.Key)
	}
	return all
}

func TestNew(t *testing.T) { // IN-20, IN-22
	for _, c := range []struct {
		name     string
		mine     data.SalespersonCode
		from     interaction.From
		template data.InteractionTemplateCode
		want     data.Interaction
		refused  string
	}{
		{name: "by hand", mine: "JL", want: data.Interaction{SalespersonCode: "JL"}},
		{name: "a contact's salesperson when nobody's laptop", from: interaction.From{ContactNo: "CT21"},
			want: data.Interaction{ContactNo: "CT21", ContactCompanyNo: "CT20", SalespersonCode: "MK"}},
		{name: "mine before the contact's", mine: "JL", from: interaction.From{ContactNo: "CT21"},
			want: data.Interaction{ContactNo: "CT21", ContactCompanyNo: "CT20", SalespersonCode: "JL"}},
		{name: "mine is blocked", mine: "OUT", from: interaction.From{ContactNo: "CT21"},
			want: data.Interaction{ContactNo: "CT21", ContactCompanyNo: "CT20", SalespersonCode: "MK"}},
		{name: "from a salesperson and a campaign", mine: "JL", from: interaction.From{SalespersonCode: "MK", CampaignNo: "CP1001"},
			want: data.Interaction{SalespersonCode: "MK", CampaignNo: "CP1001"}},
		{name: "IN-22 the template fills in", mine: "JL", template: "BUS", want: data.Interaction{SalespersonCode: "JL", InteractionTemplateCode: "BUS", InteractionGroupCode: "LETTER",
			Description: "Business letter", Cost: data.Int(8), Duration: data.Int(30), InformationFlow: data.Outbound, InitiatedBy: data.ByUs, CorrespondenceType: data.HardCopy}},
		{name: "IN-22 and its campaign", mine: "JL", template: "EMAIL", want: data.Interaction{SalespersonCode: "JL", InteractionTemplateCode: "EMAIL", InteractionGroupCode: "LETTER",
			Description: "Mail", Cost: data.Int(8), Duration: data.One, CorrespondenceType: data.Email, CampaignNo: "CP1002", CampaignTarget: true}},
		{name: "IN-22 but not in place of a fixed one", mine: "JL", from: interaction.From{CampaignNo: "CP1001"}, template: "EMAIL",
			want: data.Interaction{SalespersonCode: "JL", InteractionTemplateCode: "EMAIL", InteractionGroupCode: "LETTER",
				Description: "Mail", Cost: data.Int(8), Duration: data.One, CorrespondenceType: data.Email, CampaignNo: "CP1001", CampaignTarget: true}},
		{name: "IN-19 privacy-blocked", from: interaction.From{ContactNo: "SECRET"}, refused: "contact-privacy-blocked contact_no"},
		{name: "a contact that was deleted", from: interaction.From{ContactNo: "GONE"}, refused: "contact-missing contact_no"},
		{name: "a template that was deleted", template: "GONE", refused: "interaction-template-missing interaction_template_code"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			s.Setup.SalespersonCode = c.mine
			d, err := interaction.New(s, c.from)
			if err == nil {
				d.InteractionTemplateCode = c.template
				err = interaction.SetTemplate(s.DB, &d, "")
			}
			if got := keyOf(err); got != c.refused {
				t.Fatalf("%q, want %q", got, c.refused)
			}
			if err != nil {
				return
			}
			c.want.Date, c.want.Time = "2024-06-03", "09:31" // the work date, and now rounded up
			c.want.ContactName, c.want.CompanyName = d.ContactName, d.CompanyName
			if diff := cmp.Diff(c.want, d.Interaction); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestDescriptionOfAnotherTemplate(t *testing.T) { // S:SG-25
	s := newDesk(t)
	d, err := interaction.New(s, interaction.From{})
	if err != nil {
		t.Fatal(err)
	}
	d.Description, d.InteractionTemplateCode = "Typed", "BUS"
	if err := interaction.SetTemplate(s.DB, &d, ""); err != nil || d.Description != "Typed" {
		t.Errorf("first template: %q, %v", d.Description, err)
	}
	d.InteractionTemplateCode = "RESP"
	if err := interaction.SetTemplate(s.DB, &d, "BUS"); err != nil || d.Description != "Answer" {
		t.Errorf("another template: %q, %v", d.Description, err)
	}
}

func TestLanguage(t *testing.T) { // IN-18
	for _, c := range []struct {
		name      string
		contact   data.ContactNo // CT11 speaks SV, CT12 no language
		rows      []string
		byDefault string
		want      string
		document  int64
		typed     string
		refused   string
	}{
		{name: "the contact's", contact: "CT11", rows: []string{"EN", "SV"}, byDefault: "EN", want: "SV", document: 2},
		{name: "the template's when the contact's is not there", contact: "CT11", rows: []string{"EN"}, byDefault: "EN", want: "EN", document: 1},
		{name: "the template's for a contact without one", contact: "CT12", rows: []string{"EN", "SV"}, byDefault: "SV", want: "SV", document: 2},
		{name: "a template without languages", contact: "CT11", want: ""},
		{name: "a template without the language typed", contact: "CT11", rows: []string{"EN"}, byDefault: "EN", typed: "DE", refused: "template-lacks-language language_code"},
		{name: "any language for a template without documents", contact: "CT11", typed: "DE", want: "DE"},
		{name: "another one", contact: "CT11", rows: []string{"EN", "SV"}, byDefault: "SV", typed: "EN", want: "EN", document: 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			for _, code := range c.rows {
				apptest.Add(t, s, data.InteractionTemplateLanguages, data.InteractionTemplateLanguage{TemplateCode: "BUS", LanguageCode: code,
					AttachmentNo: map[string]int64{"EN": 1, "SV": 2}[code]})
			}
			letter := apptest.Get(t, s, data.InteractionTemplates, data.InteractionTemplateCode("BUS"))
			letter.LanguageCode = c.byDefault
			if err := s.Write(data.Msg("test"), func(tx *data.Tx) error { return data.InteractionTemplates.Update(tx, &letter) }); err != nil {
				t.Fatal(err)
			}
			d := drafted(t, s, c.contact, "BUS", "")
			if c.typed != "" {
				d.LanguageCode = c.typed
				if got := keyOf(interaction.SetLanguage(s.DB, &d)); got != c.refused {
					t.Fatalf("%q, want %q", got, c.refused)
				}
			}
			if c.refused == "" && (d.LanguageCode != c.want || d.AttachmentNo != c.document) {
				t.Errorf("%q with document %d", d.LanguageCode, d.AttachmentNo)
			}
		})
	}
}

func TestLogChecks(t *testing.T) { // IN-25, S:SG-60
	for _, c := range []struct {
		name    string
		change  func(d *interaction.Draft)
		refused string
		notices []string
		as      data.CorrespondenceType
	}{
		{name: "complete", change: func(*interaction.Draft) {}, as: data.HardCopy},
		{name: "no contact", change: func(d *interaction.Draft) { d.ContactNo = "" }, refused: "must-not-be-blank contact_no"},
		{name: "no template", change: func(d *interaction.Draft) { d.InteractionTemplateCode = "" }, refused: "must-not-be-blank interaction_template_code"},
		{name: "no description", change: func(d *interaction.Draft) { d.Description = "" }, refused: "must-not-be-blank description"},
		{name: "no salesperson", change: func(d *interaction.Draft) { d.SalespersonCode = "" }, refused: "must-not-be-blank salesperson_code"},
		{name: "no date", change: func(d *interaction.Draft) { d.Date = "" }, refused: "must-not-be-blank date"},
		{name: "a blocked salesperson", change: func(d *interaction.Draft) { d.SalespersonCode = "OUT" }, refused: "salesperson-blocked salesperson_code"},
		{name: "a campaign that was deleted", change: func(d *interaction.Draft) { d.CampaignNo = "GONE" }, refused: "campaign-missing campaign_no"},
		{name: "a contact that was deleted", change: func(d *interaction.Draft) { d.ContactNo = "GONE" }, refused: "contact-missing contact_no"},
		{name: "cost below zero", change: func(d *interaction.Draft) { d.Cost = -1 }, refused: "must-not-be-negative cost"},
		{name: "duration below zero", change: func(d *interaction.Draft) { d.Duration = -1 }, refused: "must-not-be-negative duration"},
		{name: "S:DV-1 e-mail without document", change: func(d *interaction.Draft) { d.CorrespondenceType = data.Email }, notices: []string{"e-mail-without-document"}, as: data.Email},
		{name: "S:SG-65 e-mail without address", change: func(d *interaction.Draft) { d.CorrespondenceType, d.ContactNo = data.Email, "CT12" },
			notices: []string{"e-mail-without-document", "e-mail-without-address"}, as: data.NoCorrespondence},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			d := drafted(t, s, "CT11", "BUS", "CP1001", c.change)
			var notices []data.Message
			var err error
			apptest.Undoes(t, s, func() { notices, err = interaction.Log(s, &d) })
			if got := keyOf(err); got != c.refused {
				t.Fatalf("%q, want %q", got, c.refused)
			}
			if diff := cmp.Diff(c.notices, keys(notices)); diff != "" {
				t.Errorf("notices (-want +got):\n%s", diff)
			}
			stored := apptest.All(t, s, data.Interactions)
			if n := len(stored); (err == nil) != (n == 1) || n == 1 && stored[0].CorrespondenceType != c.as {
				t.Errorf("%d stored: %+v", n, stored)
			}
		})
	}
}

func TestOpenNeedsADocument(t *testing.T) { // IN-25
	s := newDesk(t)
	apptest.Add(t, s, data.InteractionTemplates, data.InteractionTemplate{Code: "SHOW", InteractionGroupCode: "LETTER", Description: "Show", WizardAction: data.WizardOpen})
	d := drafted(t, s, "CT11", "SHOW", "")
	d.SalespersonCode = "JL"
	if _, err := interaction.Log(s, &d); keyOf(err) != "template-without-language interaction_template_code" {
		t.Errorf("a template without a language: %v", err)
	}
	d.LanguageCode = "EN"
	if _, err := interaction.Log(s, &d); keyOf(err) != "template-without-document language_code" {
		t.Errorf("a language without a document: %v", err)
	}
	d.Document = interaction.File{Name: "../../x", Content: []byte("x")}
	if _, err := interaction.Log(s, &d); err != nil {
		t.Errorf("with a document of its own: %v", err)
	}
	stored := apptest.All(t, s, data.Interactions)[0]
	if stored.Attachment != "x" || stored.AttachmentNo == 0 {
		t.Errorf("kept as %q %d", stored.Attachment, stored.AttachmentNo)
	}
}

func TestWhatIsLogged(t *testing.T) { // IN-26, IN-27, IN-30
	s := newDesk(t)
	note := strings.Repeat("word ", 20) + strings.Repeat("x", 100)
	d := drafted(t, s, "CT21", "BUS", "", asTarget, func(d *interaction.Draft) { d.Note, d.AttemptFailed, d.Evaluation = note, true, data.Positive })
	id := logged(t, s, d)
	got := apptest.All(t, s, data.Interactions)[0]
	if got.ID != id || got.CampaignTarget || got.CampaignEntryNo != 0 || got.Subject != "Business letter" || got.ContactCompanyNo != "CT20" || !got.AttemptFailed ||
		got.Evaluation != data.Positive || got.UserID != app.User() || !got.Comment {
		t.Errorf("%+v", got)
	}
	var comments []string
	for _, line := range apptest.All(t, s, data.CommentLines) {
		comments = append(comments, fmt.Sprintf("%d %s %d", line.LineNo, line.Date, len(line.Comment)))
	}
	if diff := cmp.Diff([]string{"10000 2024-06-03 79", "20000  19", "30000  80", "40000  20"}, comments); diff != "" { // CM-2…4
		t.Errorf("comments (-want +got):\n%s", diff)
	}
}

func TestPostponeAndResume(t *testing.T) { // S:WE-11
	s := newDesk(t)
	d := drafted(t, s, "CT21", "OUTGOING", "CP1001", asTarget, func(d *interaction.Draft) { d.Note = "first" })
	apptest.Undoes(t, s, func() {
		if err := interaction.Postpone(s, &d); err != nil {
			t.Fatal(err)
		}
	})
	if got := figures(t, s); entries(t, s) != nil || got != "0 / 0 / 0 / 0 / 0 / 0 / 0" {
		t.Errorf("postponed ones count: %v, %s", entries(t, s), got)
	}
	s.WorkDate = "2024-06-12"
	again, err := interaction.Resume(s, d.ID)
	if err != nil || again.Call || again.Date != "2024-06-12" || again.Note != "first" || again.ContactName != "Eva Ek" {
		t.Fatalf("%+v, %v", again, err)
	}
	again.Note, again.Cost, again.Evaluation = "second", data.Amount(250_000), data.Positive
	apptest.Undoes(t, s, func() { logged(t, s, again) })
	stored := apptest.All(t, s, data.Interactions)
	if len(stored) != 1 || stored[0].ID != d.ID || stored[0].Postponed || stored[0].Date != "2024-06-12" {
		t.Errorf("%+v", stored)
	}
	if got := figures(t, s); got != "1 / 0 / 0 / 2.5 / 0 / 15 / 0" {
		t.Errorf("figures %s", got)
	}
	if lines := apptest.All(t, s, data.CommentLines); len(lines) != 1 || lines[0].Comment != "second" { // IN-42
		t.Errorf("comments %+v", lines)
	}
	if diff := cmp.Diff([]string{`1 CP1001 2024-06-12 MK "": 1 / 2.5 / 15`}, entries(t, s)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
