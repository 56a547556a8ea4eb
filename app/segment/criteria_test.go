package segment_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/segment"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// newRelated is newExamples with related rows for each section: Per and Eva have mailing group M, Anna buys, Nordvik is a prospect and
// in retail, Eva has answered a question, and the letter of CP1001 went to Anna, Per and Eva.
func newRelated(t testing.TB) *app.Session {
	t.Helper()
	s := newExamples(t)
	replace(t, s, data.MailingGroups, data.MailingGroup{Code: "M"}, data.MailingGroup{Code: "N"})
	apptest.Add(t, s, data.ContactMailingGroups, data.ContactMailingGroup{ContactNo: "CT000012", Code: "M"}, data.ContactMailingGroup{ContactNo: "CT000021", Code: "M"})
	replace(t, s, data.JobResponsibilities, data.JobResponsibility{Code: "PURCHASE"})
	apptest.Add(t, s, data.ContactJobResponsibilities, data.ContactJobResponsibility{ContactNo: "CT000011", Code: "PURCHASE"})
	replace(t, s, data.BusinessRelations, data.BusinessRelation{Code: "PROS"})
	apptest.Add(t, s, data.ContactBusinessRelations, data.ContactBusinessRelation{ContactNo: "CT000010", Code: "PROS"})
	replace(t, s, data.IndustryGroups, data.IndustryGroup{Code: "RET"})
	apptest.Add(t, s, data.ContactIndustryGroups, data.ContactIndustryGroup{ContactNo: "CT000010", Code: "RET"})
	replace(t, s, data.Questionnaires, data.Questionnaire{Code: "PEOPLE"})
	apptest.Add(t, s, data.ProfileAnswers, data.ProfileAnswer{ContactNo: "CT000021", Questionnaire: "PEOPLE", LineNo: 20000})
	for contact, company := range map[data.ContactNo]data.ContactNo{"CT000011": "CT000010", "CT000012": "CT000010", "CT000021": "CT000020"} {
		apptest.Add(t, s, data.Interactions, data.Interaction{ContactNo: contact, ContactCompanyNo: company, Date: "2024-03-04", CampaignNo: "CP1001", CampaignTarget: true,
			CampaignResponse: contact != "CT000012", Canceled: contact == "CT000012", Evaluation: data.Positive})
	}
	apptest.Add(t, s, data.SegmentHeaders, data.SegmentHeader{No: "SM1"})
	return s
}

func filters(section data.Section, column, expr string) segment.Filters {
	return segment.Filters{section: {column: expr}}
}

func contactsOn(t apptest.T, s *app.Session, no data.SegmentNo) []data.ContactNo {
	t.Helper()
	var found []data.ContactNo
	for _, l := range apptest.All(t, s, data.SegmentLines, data.Equal("segment_no", no)) {
		found = append(found, l.ContactNo)
	}
	return found
}

func TestSections(t *testing.T) { // SG-32…34, S:WE-8
	const nordvik, anna, per, eva = "CT000010", "CT000011", "CT000012", "CT000021"
	for _, c := range []struct {
		name    string
		filters segment.Filters
		want    []data.ContactNo
	}{
		{"mailing group", filters(data.MailingGroupSection, "mailing_group_code", "M"), []data.ContactNo{per, eva}},
		{"mailing group and salesperson", segment.Filters{data.MailingGroupSection: {"mailing_group_code": "M"}, data.ContactSection: {"salesperson_code": "MK"}}, []data.ContactNo{eva}},
		{"mailing group and campaign, also canceled", segment.Filters{data.MailingGroupSection: {"mailing_group_code": "M"}, data.InteractionSection: {"campaign_no": "CP1001"}}, []data.ContactNo{per, eva}},
		{"a company matches only its own interactions", segment.Filters{data.ContactSection: {"type": "Company"}, data.InteractionSection: {"campaign_no": "CP1001"}}, nil},
		{"two filters must hold for one row", segment.Filters{data.InteractionSection: {"campaign_no": "CP1001", "campaign_response": "Yes"}}, []data.ContactNo{anna, eva}},
		{"evaluation by its caption", filters(data.InteractionSection, "evaluation", "Positive"), []data.ContactNo{anna, per, eva}},
		{"date", filters(data.InteractionSection, "date", "2024-03-05.."), nil},
		{"job responsibility", filters(data.JobResponsibilitySection, "job_responsibility_code", "PURCHASE"), []data.ContactNo{anna}},
		{"business relation of the company", filters(data.BusinessRelationSection, "business_relation_code", "PROS"), []data.ContactNo{nordvik, anna, per}},
		{"industry group of the company", filters(data.IndustryGroupSection, "industry_group_code", "RET"), []data.ContactNo{nordvik, anna, per}},
		{"profile answer", segment.Filters{data.ProfileAnswerSection: {"questionnaire_code": "PEOPLE", "line_no": "20000"}}, []data.ContactNo{eva}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newRelated(t)
			apply(t, s, "SM1", segment.Criteria{Action: data.AddContactsAction, Filters: c.filters})
			equal(t, "contacts", c.want, contactsOn(t, s, "SM1"))
		})
	}
}

func TestReduceAndRefine(t *testing.T) { // SG-41…46, S:WE-8
	m := filters(data.MailingGroupSection, "mailing_group_code", "M")
	for _, c := range []struct {
		name     string
		criteria segment.Criteria
		want     []data.ContactNo
	}{
		{"refine", segment.Criteria{Action: data.RefineAction, Filters: m}, []data.ContactNo{"CT000012"}},
		{"refine entire companies", segment.Criteria{Action: data.RefineAction, Filters: m, EntireCompanies: true}, []data.ContactNo{"CT000010", "CT000011", "CT000012"}},
		{"reduce", segment.Criteria{Action: data.ReduceAction, Filters: m}, []data.ContactNo{"CT000010", "CT000011", ""}},
		{"reduce entire companies", segment.Criteria{Action: data.ReduceAction, Filters: m, EntireCompanies: true}, []data.ContactNo{""}},
		{"SG-45 reduce without filters", segment.Criteria{Action: data.ReduceAction}, []data.ContactNo{""}},
		{"SG-45 refine without filters", segment.Criteria{Action: data.RefineAction}, []data.ContactNo{"CT000010", "CT000011", "CT000012"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newRelated(t)
			put(t, s, "SM1", "CT000010", "CT000011", "CT000012", "")
			before := apptest.Get(t, s, data.SegmentHeaders, data.SegmentNo("SM1"))
			announced, err := segment.Count(s, "SM1", c.criteria)
			if err != nil {
				t.Fatal(err)
			}
			apptest.Undoes(t, s, func() {
				if done := apply(t, s, "SM1", c.criteria); done != announced || done.Lines != before.Lines-len(c.want) {
					t.Errorf("did %+v, announced %+v", done, announced)
				}
			})
			equal(t, "contacts", c.want, contactsOn(t, s, "SM1"))
			if n := apptest.Get(t, s, data.SegmentHeaders, data.SegmentNo("SM1")).CriteriaActions; n != before.CriteriaActions+1 {
				t.Errorf("%d actions", n)
			}
		})
	}
}

// Every filter field takes nonsense with a message, for each action, and nothing is done.
func TestNonsenseInEveryFilter(t *testing.T) {
	s := newRelated(t)
	put(t, s, "SM1", "CT000011")
	for _, section := range segment.Sections {
		for _, column := range segment.Columns(section) {
			for _, action := range []data.SegmentAction{data.AddContactsAction, data.ReduceAction, data.RefineAction} {
				for _, nonsense := range []string{"1..2..3", "(", "<>|", "&&", "A..B..C|"} {
					c := segment.Criteria{Action: action, Filters: filters(section, column.Name, nonsense)}
					_, counted := segment.Count(s, "SM1", c)
					apptest.Undoes(t, s, func() {
						_, _, applied := segment.Apply(context.Background(), s, "SM1", c)
						if !errors.As(counted, new(data.Message)) || !errors.As(applied, new(data.Message)) {
							t.Errorf("%s %s %q: %v, %v", segment.SectionCaption(section), column.Name, nonsense, counted, applied)
						}
					})
				}
			}
		}
	}
	equal(t, "lines", []data.ContactNo{"CT000011"}, contactsOn(t, s, "SM1"))
}

func TestCriteriaAreKeptInWords(t *testing.T) { // SG-47, SG-48, SG-52
	s := newRelated(t)
	apply(t, s, "SM1", segment.Criteria{Action: data.AddContactsAction, ExpandCompanies: true, IgnoreExclusion: true,
		Filters: segment.Filters{data.ContactSection: {"type": "Person", "salesperson_code": "JL"}, data.MailingGroupSection: {"mailing_group_code": "M"}}})
	put(t, s, "SM1", "CT000021")
	edit(t, s, "SM1", "CT000021", func(l *data.SegmentLine) { l.ContactNo = "CT000020" })
	if _, err := segment.DeleteLines(s, []data.SegmentLine{lineOf(t, s, "SM1", "CT000011")}); err != nil {
		t.Fatal(err)
	}
	all, err := segment.CriteriaOf(s.DB, "SM1")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, told := range segment.Tell(s, all) {
		line := s.Texts.Message(told.What) + " | " + told.How
		if told.Indented {
			line = "  " + line
		}
		got = append(got, line)
	}
	equal(t, "criteria", []string{
		"Add Contacts | Expand Companies and Ignore Exclusion",
		"  Contact | Type: Person and Salesperson Code: JL",
		"  Contact Mailing Group | Mailing Group Code: M",
		"Add Contacts | Allow Existing Contacts and Ignore Exclusion",
		"  Contact | No.: CT000021",
		"Remove Contacts – Reduce | ",
		"  Contact | No.: CT000021",
		"Add Contacts | Allow Existing Contacts and Ignore Exclusion",
		"  Contact | No.: CT000020",
		"Remove Contacts – Reduce | ",
		"  Contact | No.: CT000011",
	}, got)
}

func TestSaveAndReuseCriteria(t *testing.T) { // SG-53, SG-54, S:DV-5
	s := newRelated(t)
	refused(t, segment.SaveCriteria(s, "SM1", "SET", ""), "segment-no-criteria")
	apply(t, s, "SM1", segment.Criteria{Action: data.AddContactsAction})
	apply(t, s, "SM1", segment.Criteria{Action: data.RefineAction, EntireCompanies: true, Filters: filters(data.JobResponsibilitySection, "job_responsibility_code", "PURCHASE")})
	refused(t, segment.SaveCriteria(s, "SM1", " ", ""), "saved-criteria-code-missing")
	if err := segment.SaveCriteria(s, "SM1", "set", "Buyers and their firms"); err != nil {
		t.Fatal(err)
	}
	refused(t, segment.SaveCriteria(s, "SM1", "SET", ""), "already-exists")
	set := apptest.Get(t, s, data.SavedCriteriaSets, data.SavedCriteriaCode("SET"))
	equal(t, "set", data.SavedCriteria{ID: set.ID, Code: "SET", Description: "Buyers and their firms", UserID: app.User(), Actions: 2}, set)

	apptest.Add(t, s, data.SegmentHeaders, data.SegmentHeader{No: "SM2"})
	h := apptest.Get(t, s, data.SegmentHeaders, data.SegmentNo("SM2"))
	if q := segment.AskReuse(&h); q != nil {
		t.Errorf("asks %+v", q)
	}
	apptest.Undoes(t, s, func() {
		done, _, err := segment.Reuse(context.Background(), s, "SM2", "SET")
		if err != nil || len(done) != 2 || done[0].Lines != 5 || done[1].Lines != 2 {
			t.Errorf("%+v, %v", done, err)
		}
	})
	equal(t, "reused", []data.ContactNo{"CT000010", "CT000011", "CT000012"}, contactsOn(t, s, "SM2"))
	h = apptest.Get(t, s, data.SegmentHeaders, data.SegmentNo("SM2"))
	if q := segment.AskReuse(&h); q == nil || q.Yes || h.CriteriaActions != 2 {
		t.Errorf("asks %+v with %d actions", q, h.CriteriaActions)
	}
	_, _, err := segment.Reuse(context.Background(), s, "SM2", "NONE")
	refused(t, err, "saved-criteria-missing")
	apptest.Add(t, s, data.SavedCriteriaSets, data.SavedCriteria{Code: "BAD"})
	apptest.Add(t, s, data.SavedCriteriaLines, data.SavedCriteriaLine{CriteriaCode: "BAD", LineNo: 1, Action: data.AddContactsAction},
		data.SavedCriteriaLine{CriteriaCode: "BAD", LineNo: 2, Type: data.CriteriaFilter, Filters: data.FiltersText(map[string]string{"no": "1..2..3"})})
	apptest.Undoes(t, s, func() {
		_, _, err := segment.Reuse(context.Background(), s, "SM2", "BAD")
		refused(t, err, "saved-criteria-unreadable")
	})
	if err := segment.DeleteSavedCriteria(s, apptest.All(t, s, data.SavedCriteriaSets)); err != nil || len(apptest.All(t, s, data.SavedCriteriaLines)) > 0 {
		t.Errorf("%v, %d lines are left", err, len(apptest.All(t, s, data.SavedCriteriaLines)))
	}
}

func TestReuseALoggedSegment(t *testing.T) { // SG-55
	s := newRelated(t)
	makeSegment(t, s, data.SegmentHeader{No: "SM7", Description: "Letter", Date: "2024-03-04", SalespersonCode: "JL", InteractionTemplateCode: "BUS", CampaignNo: "CP1001"}, "CT000011", "CT000021", "CT000011")
	logIt(t, s, "SM7", segment.LogOptions{})
	if _, err := segment.Switch(context.Background(), s, apptest.All(t, s, data.LoggedSegments)); err != nil {
		t.Fatal(err)
	}
	makeSegment(t, s, data.SegmentHeader{No: "SM8", Description: "Again", CampaignNo: "CP1002", InteractionTemplateCode: "RESP"})
	apptest.Undoes(t, s, func() {
		n, _, err := segment.ReuseLogged(context.Background(), s, "SM8", 1)
		if err != nil || n != 3 {
			t.Errorf("%d, %v", n, err)
		}
	})
	for _, l := range apptest.All(t, s, data.SegmentLines) {
		if l.CampaignNo != "CP1001" || l.InteractionTemplateCode != "RESP" || l.Cost != money(2) {
			t.Errorf("%+v", l)
		}
	}
	equal(t, "contacts", []data.ContactNo{"CT000011", "CT000021", "CT000011"}, contactsOn(t, s, "SM8"))
	_, _, err := segment.ReuseLogged(context.Background(), s, "SM8", 99)
	refused(t, err, "logged-segment-missing")
}

// withoutIDs are lines as they are shown: a line that came back has another id.
func withoutIDs(lines []data.SegmentLine) []data.SegmentLine {
	for i := range lines {
		lines[i].ID = 0
	}
	return lines
}

// Whatever is done to a segment and taken back is as if it had not been done; Reduce and Refine with the same criteria part a
// segment in two.
func TestGoBackIsTheInverseAndReduceAndRefinePart(t *testing.T) {
	s := newRelated(t)
	put(t, s, "SM1", "CT000011")
	rapid.Check(t, func(rt *rapid.T) {
		defer apptest.Rewind(t, s)()
		contacts := rapid.SampledFrom([]data.ContactNo{"CT000010", "CT000011", "CT000012", "CT000020", "CT000021"})
		yes := rapid.Bool()
		any := func(action data.SegmentAction) segment.Criteria {
			c := segment.Criteria{Action: action, Filters: segment.Filters{}, AllowExisting: yes.Draw(rt, "existing"), ExpandCompanies: yes.Draw(rt, "expand"),
				AllowRelatedCompanies: yes.Draw(rt, "related"), EntireCompanies: yes.Draw(rt, "entire")}
			switch rapid.IntRange(0, 3).Draw(rt, "filter") {
			case 0:
				c.Filters[data.ContactSection] = map[string]string{"salesperson_code": rapid.SampledFrom([]string{"JL", "MK"}).Draw(rt, "salesperson")}
			case 1:
				c.Filters[data.MailingGroupSection] = map[string]string{"mailing_group_code": "M"}
			case 2:
				c.Filters[data.ContactSection] = map[string]string{"no": string(contacts.Draw(rt, "no"))}
			}
			return c
		}
		step := func() {
			lines := apptest.All(rt, s, data.SegmentLines)
			switch what := rapid.IntRange(0, 4).Draw(rt, "step"); {
			case what == 0:
				apply(rt, s, "SM1", any(data.AddContactsAction))
			case what == 1:
				apply(rt, s, "SM1", any(rapid.SampledFrom([]data.SegmentAction{data.ReduceAction, data.RefineAction}).Draw(rt, "remove")))
			case what == 2:
				line := data.SegmentLine{SegmentNo: "SM1"}
				if err := segment.SetContact(s.DB, &line, contacts.Draw(rt, "contact")); err != nil {
					rt.Fatal(err)
				}
				var above *data.SegmentLine
				if len(lines) > 0 && yes.Draw(rt, "below") {
					above = &lines[rapid.IntRange(0, len(lines)-1).Draw(rt, "above")]
				}
				if _, err := segment.AddLine(s, &line, above); err != nil {
					rt.Fatal(err)
				}
			case len(lines) == 0:
			case what == 3:
				if _, err := segment.DeleteLines(s, lines[:rapid.IntRange(1, len(lines)).Draw(rt, "deleted")]); err != nil {
					rt.Fatal(err)
				}
			default:
				line := lines[rapid.IntRange(0, len(lines)-1).Draw(rt, "line")]
				after := line
				after.ContactNo = contacts.Draw(rt, "contact")
				if _, err := segment.SaveLine(s, &line, &after); err != nil {
					rt.Fatal(err)
				}
			}
		}
		for range rapid.IntRange(0, 2).Draw(rt, "already") {
			step()
		}
		before, actions := withoutIDs(apptest.All(rt, s, data.SegmentLines)), apptest.Get(rt, s, data.SegmentHeaders, data.SegmentNo("SM1")).CriteriaActions
		for range rapid.IntRange(1, 6).Draw(rt, "steps") {
			step()
		}
		if done := apptest.Get(rt, s, data.SegmentHeaders, data.SegmentNo("SM1")).CriteriaActions - actions; done > 0 {
			if _, err := segment.GoBack(s, "SM1", done); err != nil {
				rt.Fatal(err)
			}
		}
		if diff := cmp.Diff(before, withoutIDs(apptest.All(rt, s, data.SegmentLines))); diff != "" {
			rt.Fatalf("after going back (-want +got):\n%s", diff)
		}

		c := any(data.ReduceAction)
		left := func(action data.SegmentAction) (numbers []int) {
			defer apptest.Rewind(t, s)()
			c.Action = action
			apply(rt, s, "SM1", c)
			for _, l := range apptest.All(rt, s, data.SegmentLines) {
				numbers = append(numbers, l.LineNo)
			}
			return numbers
		}
		var all []int
		for _, l := range before {
			all = append(all, l.LineNo)
		}
		both := append(left(data.ReduceAction), left(data.RefineAction)...)
		slices.Sort(both)
		if !slices.Equal(all, both) {
			rt.Fatalf("Reduce and Refine leave %v of %v", both, all)
		}
	})
}

// Lines typed again and again in the same place are numbered anew, and the history with them.
func TestGoBackAfterNumbersRanOut(t *testing.T) {
	s := newRelated(t)
	put(t, s, "SM1", "CT000010", "CT000011")
	for range 20 {
		line := data.SegmentLine{SegmentNo: "SM1"}
		if err := segment.SetContact(s.DB, &line, "CT000021"); err != nil {
			t.Fatal(err)
		}
		above := lineOf(t, s, "SM1", "CT000010")
		if _, err := segment.AddLine(s, &line, &above); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := segment.GoBack(s, "SM1", 19); err != nil {
		t.Fatal(err)
	}
	equal(t, "contacts", []data.ContactNo{"CT000010", "CT000021", "CT000011"}, contactsOn(t, s, "SM1"))
	if _, err := segment.GoBack(s, "SM1", 3); err != nil {
		t.Fatal(err)
	}
	equal(t, "contacts at the beginning", nil, contactsOn(t, s, "SM1"))
}
