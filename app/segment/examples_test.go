package segment_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/segment"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

// newExamples is a company with the common data of the specification's worked examples (section 9).
func newExamples(t testing.TB) *app.Session {
	t.Helper()
	s := apptest.New(t)
	apptest.Add(t, s, data.Salespeople, data.Salesperson{Code: "JL"}, data.Salesperson{Code: "MK"})
	person := func(no data.ContactNo, name string, company data.ContactNo, companyName string, salesperson data.SalespersonCode, mail string) data.Contact {
		c := data.Contact{No: no, Type: data.Person, Name: name, CompanyNo: company, CompanyName: companyName, SalespersonCode: salesperson, EMail: mail}
		if no == company {
			c.Type = data.Company
		}
		return c
	}
	apptest.Add(t, s, data.Contacts,
		person("CT000010", "Nordvik AB", "CT000010", "Nordvik AB", "JL", "info@nordvik.example"),
		person("CT000011", "Anna Berg", "CT000010", "Nordvik AB", "JL", "anna@nordvik.example"),
		person("CT000012", "Per Lund", "CT000010", "Nordvik AB", "JL", ""),
		person("CT000020", "Sandhamn Handel", "CT000020", "Sandhamn Handel", "MK", ""),
		person("CT000021", "Eva Ek", "CT000020", "Sandhamn Handel", "MK", "eva@sandhamn.example"))
	apptest.Add(t, s, data.Campaigns, data.Campaign{No: "CP1001"}, data.Campaign{No: "CP1002"})
	replace(t, s, data.InteractionGroups, data.InteractionGroup{Code: "LETTER"}, data.InteractionGroup{Code: "PHONE"})
	replace(t, s, data.InteractionTemplates,
		data.InteractionTemplate{Code: "BUS", InteractionGroupCode: "LETTER", Description: "Business letter", UnitCost: money(8), UnitDuration: money(30), InformationFlow: data.Outbound,
			InitiatedBy: data.ByUs, CorrespondenceType: data.HardCopy, IgnoreContactCorresType: true},
		data.InteractionTemplate{Code: "RESP", InteractionGroupCode: "LETTER", Description: "Response", UnitCost: money(2), UnitDuration: money(5), InformationFlow: data.Inbound,
			InitiatedBy: data.ByThem, CampaignResponse: true},
		data.InteractionTemplate{Code: "OUTGOING", InteractionGroupCode: "PHONE", Description: "Outgoing call", UnitCost: money(1), UnitDuration: money(15),
			InformationFlow: data.Outbound, InitiatedBy: data.ByUs},
		data.InteractionTemplate{Code: "EMAIL", InteractionGroupCode: "LETTER", Description: "E-mail", UnitCost: money(8), UnitDuration: money(1), CorrespondenceType: data.Email})
	return s
}

// replace puts rows in the place of those that a new company has under the same codes.
func replace[R any](t apptest.T, s *app.Session, table *data.Table[R], rows ...R) {
	t.Helper()
	for _, row := range rows {
		there, err := table.Twin(s.DB, &row)
		switch {
		case errors.Is(err, data.ErrNotFound):
			apptest.Add(t, s, table, row)
		case err != nil:
			t.Fatalf("%v", err)
		default:
			err := s.DB.Remember(context.Background(), func(tx *data.Tx) error {
				if err := table.Delete(tx, table.ID(&there)); err != nil {
					return err
				}
				return table.Insert(tx, &row)
			})
			if err != nil {
				t.Fatalf("%v", err)
			}
		}
	}
}

func money(whole int64) data.Amount { return data.Amount(whole * 100_000) }

// on sets the machine's clock and the work date.
func on(s *app.Session, day string) {
	at, err := time.Parse("2006-01-02", day)
	if err != nil {
		panic(err)
	}
	s.Now = func() time.Time { return at.Add(10 * time.Hour) }
	s.WorkDate = data.Date(day)
}

// make creates a segment, filled by its template and then as the header says, with lines for contacts.
func makeSegment(t apptest.T, s *app.Session, h data.SegmentHeader, contacts ...data.ContactNo) data.SegmentHeader {
	t.Helper()
	created := data.SegmentHeader{No: h.No, InteractionTemplateCode: h.InteractionTemplateCode, CampaignNo: h.CampaignNo}
	if _, err := segment.Create(s, &created); err != nil {
		t.Fatalf("%v", err)
	}
	created.Description, created.Date, created.SalespersonCode = h.Description, h.Date, h.SalespersonCode
	created.CampaignTarget = h.CampaignTarget
	store(t, s, data.SegmentHeaders, &created)
	put(t, s, h.No, contacts...)
	return apptest.Get(t, s, data.SegmentHeaders, h.No)
}

// edit changes the line of a contact as the user would.
func edit(t apptest.T, s *app.Session, no data.SegmentNo, contact data.ContactNo, do func(*data.SegmentLine)) {
	t.Helper()
	before := lineOf(t, s, no, contact)
	after := before
	do(&after)
	if _, err := segment.SaveLine(s, &before, &after); err != nil {
		t.Fatalf("%v", err)
	}
}

func logIt(t apptest.T, s *app.Session, no data.SegmentNo, o segment.LogOptions) segment.LogSummary {
	t.Helper()
	var done segment.LogSummary
	apptest.Undoes(t, s, func() {
		var err error
		if done, _, err = segment.Log(context.Background(), s, no, o); err != nil {
			t.Fatalf("%v", err)
		}
	})
	return done
}

// entry is what an example says of a campaign entry.
type entry struct {
	Campaign     data.CampaignNo
	Date         data.Date
	Description  string
	Salesperson  data.SalespersonCode
	Register     int64
	Interactions int
	Cost         data.Amount
	Duration     data.Amount
}

func entryNo(t apptest.T, s *app.Session, no int64) entry {
	t.Helper()
	e, err := data.CampaignEntries.ByID(s.DB, no)
	if err != nil {
		t.Fatalf("campaign entry %d: %v", no, err)
	}
	return entry{e.CampaignNo, e.Date, e.Description, e.SalespersonCode, e.RegisterNo, e.Interactions, e.Cost, e.Duration}
}

func equal[V any](t apptest.T, what string, want, got V) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// S:WE-1, WE-2 and WE-3, one after the other.
func TestLoggingAsInTheExamples(t *testing.T) {
	s := newExamples(t)
	on(s, "2024-03-05")
	h := makeSegment(t, s, data.SegmentHeader{No: "SM10005", Description: "Letter after the fair", Date: "2024-03-04", SalespersonCode: "JL",
		InteractionTemplateCode: "BUS", CampaignNo: "CP1001", CampaignTarget: true}, "CT000011", "CT000012", "CT000021")
	edit(t, s, h.No, "CT000021", func(l *data.SegmentLine) { l.Cost, l.Duration = data.Amount(1_250_000), money(45) })
	h = apptest.Get(t, s, data.SegmentHeaders, h.No)
	equal(t, "WE-1 header before logging", []any{3, 3, data.Amount(2_850_000), money(105)}, []any{h.Lines, h.CriteriaActions, h.Cost, h.Duration})

	done := logIt(t, s, h.No, segment.LogOptions{})
	equal(t, "WE-1 summary", data.Logged{Segment: 1, Interactions: 3, Entries: 1}, done.Logged)
	logged, _ := data.LoggedSegments.ByID(s.DB, 1)
	equal(t, "WE-1 logged segment", data.LoggedSegment{ID: 1, SegmentNo: "SM10005", Description: "Letter after the fair", CreationDate: "2024-03-05", UserID: app.User(), Interactions: 3, CampaignEntries: 1}, logged)
	equal(t, "WE-1 campaign entry", entry{"CP1001", "2024-03-04", "Letter after the fair", "JL", 1, 3, data.Amount(2_850_000), money(105)}, entryNo(t, s, 1))
	for i, interaction := range apptest.All(t, s, data.Interactions) {
		want := []any{int64(i + 1), []data.ContactNo{"CT000011", "CT000012", "CT000021"}[i], data.Date("2024-03-04"), data.SegmentNo("SM10005"), int64(1), int64(1), true}
		equal(t, "WE-1 interaction", want, []any{interaction.ID, interaction.ContactNo, interaction.Date, interaction.SegmentNo, interaction.LoggedSegmentNo, interaction.CampaignEntryNo, interaction.CampaignTarget})
	}
	if len(apptest.All(t, s, data.SegmentHeaders))+len(apptest.All(t, s, data.SegmentLines))+len(apptest.All(t, s, data.SegmentHistories)) > 0 {
		t.Error("WE-1, SG-67: something of the segment is left")
	}
	figures(t, s, "WE-1", data.CampaignFigures{TargetsContacted: 3, Cost: data.Amount(2_850_000), Duration: money(105)})
	for contact, want := range map[data.ContactNo][]any{"CT000010": {2, money(16), money(60)}, "CT000011": {1, money(8), money(30)}, "CT000020": {1, data.Amount(1_250_000), money(45)}} {
		f, err := data.FiguresOfContact(s.DB, contact, data.Period{})
		if err != nil {
			t.Fatal(err)
		}
		equal(t, "WE-1 contact "+string(contact), want, []any{f.Interactions, f.Cost, f.Duration})
	}

	on(s, "2024-03-18")
	makeSegment(t, s, data.SegmentHeader{No: "SM10006", Description: "Answers to the letter", Date: "2024-03-18", SalespersonCode: "JL", InteractionTemplateCode: "RESP", CampaignNo: "CP1001"},
		"CT000011", "CT000021")
	equal(t, "WE-2 summary", data.Logged{Segment: 2, Interactions: 2, Entries: 1}, logIt(t, s, "SM10006", segment.LogOptions{}).Logged)
	equal(t, "WE-2 campaign entry", entry{"CP1001", "2024-03-18", "Answers to the letter", "JL", 2, 2, money(4), money(10)}, entryNo(t, s, 2))
	figures(t, s, "WE-2", data.CampaignFigures{TargetsContacted: 3, Responded: 2, Cost: data.Amount(3_250_000), Duration: money(115)})

	makeMixed(t, s)
	done = logIt(t, s, "SM10007", segment.LogOptions{FollowUp: true})
	equal(t, "WE-3 summary", data.Logged{Segment: 3, Interactions: 4, Entries: 2}, done.Logged)
	equal(t, "WE-3, DV-16 lines without contact", 1, done.WithoutContact)
	equal(t, "WE-3 campaign entry 3", entry{"CP1001", "2024-03-19", "Mixed list", "MK", 3, 2, 0, 0}, entryNo(t, s, 3))
	equal(t, "WE-3 campaign entry 4", entry{"CP1002", "2024-03-21", "Mixed list", "JL", 3, 1, 0, 0}, entryNo(t, s, 4))
	var entries []int64
	for _, i := range apptest.All(t, s, data.Interactions)[5:] {
		entries = append(entries, i.CampaignEntryNo)
	}
	equal(t, "WE-3 campaign entries of the interactions", []int64{3, 4, 3, 0}, entries)

	follow := apptest.Get(t, s, data.SegmentHeaders, done.FollowUp)
	equal(t, "WE-10 header", []any{"Follow-up on segment SM10007", data.CampaignNo(""), data.Date("2024-03-22"), data.InteractionTemplateCode(""), 1},
		[]any{follow.Description, follow.CampaignNo, follow.Date, follow.InteractionTemplateCode, follow.CriteriaActions})
	type line struct {
		No       int
		Contact  data.ContactNo
		Campaign data.CampaignNo
	}
	var got []line
	for _, l := range apptest.All(t, s, data.SegmentLines) {
		got = append(got, line{l.LineNo, l.ContactNo, l.CampaignNo})
		if l.Cost != 0 || l.CampaignTarget || l.CampaignResponse || l.Description != follow.Description {
			t.Errorf("WE-10: %+v", l)
		}
	}
	equal(t, "WE-10 lines", []line{{10000, "CT000011", "CP1001"}, {20000, "CT000012", "CP1002"}, {30000, "CT000021", "CP1001"}, {40000, "CT000020", ""}}, got)
}

// makeMixed is the segment of S:WE-3.
func makeMixed(t apptest.T, s *app.Session) {
	t.Helper()
	on(s, "2024-03-22")
	makeSegment(t, s, data.SegmentHeader{No: "SM10007", Description: "Mixed list", Date: "2024-03-20", InteractionTemplateCode: "BUS", SalespersonCode: "JL"},
		"CT000011", "CT000012", "CT000021", "CT000020", "")
	for contact, l := range map[data.ContactNo]data.SegmentLine{"CT000011": {CampaignNo: "CP1001", Date: "2024-03-20", SalespersonCode: "JL"}, "CT000012": {CampaignNo: "CP1002", Date: "2024-03-21", SalespersonCode: "JL"},
		"CT000021": {CampaignNo: "CP1001", Date: "2024-03-19", SalespersonCode: "MK"}, "CT000020": {Date: "2024-03-20", SalespersonCode: "JL"}, "": {CampaignNo: "CP1001", Date: "2024-03-20", SalespersonCode: "JL"}} {
		edit(t, s, "SM10007", contact, func(to *data.SegmentLine) {
			to.CampaignNo, to.Date, to.SalespersonCode, to.Cost, to.Duration = l.CampaignNo, l.Date, l.SalespersonCode, 0, 0
		})
	}
}

func figures(t apptest.T, s *app.Session, what string, want data.CampaignFigures) {
	t.Helper()
	got, err := data.FiguresOfCampaign(s.DB, "CP1001", data.Period{})
	if err != nil {
		t.Fatalf("%v", err)
	}
	equal(t, what+" statistics of CP1001", want, got)
}

func TestFollowUpKeepsItsTargetWhenAsked(t *testing.T) { // S:WE-10, SG-68, S:DV-18
	for _, keep := range []bool{false, true} {
		s := newExamples(t)
		makeSegment(t, s, data.SegmentHeader{No: "SM10005", Description: "Letter", Date: "2024-03-04", SalespersonCode: "JL", InteractionTemplateCode: "BUS", CampaignNo: "CP1001",
			CampaignTarget: true}, "CT000011", "CT000021")
		done := logIt(t, s, "SM10005", segment.LogOptions{FollowUp: true, KeepTarget: keep})
		h := apptest.Get(t, s, data.SegmentHeaders, done.FollowUp)
		if h.CampaignNo != "CP1001" || h.CampaignTarget != keep {
			t.Errorf("keep %v: header %+v", keep, h)
		}
		for _, l := range apptest.All(t, s, data.SegmentLines) {
			if l.CampaignTarget != keep || l.CampaignNo != "CP1001" {
				t.Errorf("keep %v: line %+v", keep, l)
			}
		}
	}
}

// S:WE-6 with S:DV-6: logging fills the Register No. that the call left blank, and canceling takes the call along.
func TestACallBeforeLogging(t *testing.T) {
	s := newExamples(t)
	makeSegment(t, s, data.SegmentHeader{No: "SM10008", Description: "Call round", Date: "2024-04-02", SalespersonCode: "JL", InteractionTemplateCode: "BUS", CampaignNo: "CP1001"}, "CT000011")
	call := data.Interaction{ContactNo: "CT000011", ContactCompanyNo: "CT000010", Date: "2024-04-03", CampaignNo: "CP1001", SegmentNo: "SM10008", Cost: money(1), Duration: money(15), SalespersonCode: "JL"}
	if err := s.Write(data.Msg("test"), func(tx *data.Tx) error {
		if err := data.EnterCampaign(tx, &call, "Call round"); err != nil {
			return err
		}
		return data.Interactions.Insert(tx, &call)
	}); err != nil {
		t.Fatal(err)
	}
	equal(t, "after the call", entry{"CP1001", "2024-04-03", "Call round", "JL", 0, 1, money(1), money(15)}, entryNo(t, s, 1))
	equal(t, "logged", data.Logged{Segment: 1, Interactions: 1, Entries: 1}, logIt(t, s, "SM10008", segment.LogOptions{}).Logged)
	equal(t, "after logging", entry{"CP1001", "2024-04-03", "Call round", "JL", 1, 2, money(9), money(45)}, entryNo(t, s, 1))
	rows := apptest.All(t, s, data.LoggedSegments)
	apptest.Undoes(t, s, func() {
		if _, err := segment.Switch(context.Background(), s, rows); err != nil {
			t.Fatal(err)
		}
	})
	for _, i := range apptest.All(t, s, data.Interactions) {
		if !i.Canceled {
			t.Errorf("interaction %d is not canceled", i.ID)
		}
	}
}

// S:WE-7 with S:DV-15: what was removed comes back with its number and its own cost.
func TestAddReduceTypeGoBack(t *testing.T) {
	s := newExamples(t)
	change(t, s, "CT000012", func(c *data.Contact) { c.SalespersonCode = "MK" })
	change(t, s, "CT000021", func(c *data.Contact) { c.SalespersonCode = "JL" })
	const no = data.SegmentNo("SM1")
	makeSegment(t, s, data.SegmentHeader{No: no, InteractionTemplateCode: "BUS"})
	type line struct {
		No      int
		Contact data.ContactNo
		Cost    data.Amount
	}
	after := func(step string, actions int, want ...line) {
		t.Helper()
		var got []line
		for _, l := range apptest.All(t, s, data.SegmentLines) {
			got = append(got, line{l.LineNo, l.ContactNo, l.Cost})
		}
		equal(t, step, want, got)
		equal(t, step+": criteria actions", actions, apptest.Get(t, s, data.SegmentHeaders, no).CriteriaActions)
	}
	back := func() {
		t.Helper()
		apptest.Undoes(t, s, func() {
			if _, err := segment.GoBack(s, no, 1); err != nil {
				t.Fatal(err)
			}
		})
	}
	jl := add(map[string]string{"salesperson_code": "JL"})
	apptest.Undoes(t, s, func() { apply(t, s, no, jl) })
	after("add", 1, line{10000, "CT000010", money(8)}, line{20000, "CT000011", money(8)}, line{30000, "CT000021", money(8)})
	edit(t, s, no, "CT000010", func(l *data.SegmentLine) { l.Cost = money(99) })
	apptest.Undoes(t, s, func() {
		apply(t, s, no, segment.Criteria{Action: data.ReduceAction, Filters: segment.Filters{data.ContactSection: {"type": "Company"}}})
	})
	after("reduce", 2, line{20000, "CT000011", money(8)}, line{30000, "CT000021", money(8)})
	put(t, s, no, "CT000012")
	after("type", 3, line{20000, "CT000011", money(8)}, line{30000, "CT000021", money(8)}, line{40000, "CT000012", money(8)})
	back()
	after("back from typing", 2, line{20000, "CT000011", money(8)}, line{30000, "CT000021", money(8)})
	back()
	after("back from reducing", 1, line{10000, "CT000010", money(99)}, line{20000, "CT000011", money(8)}, line{30000, "CT000021", money(8)})
	back()
	after("back from adding", 0)
	_, err := segment.GoBack(s, no, 1)
	refused(t, err, "segment-nothing-to-go-back")
	_, err = segment.AskGoBack(s, no, 1)
	refused(t, err, "segment-nothing-to-go-back")
	apply(t, s, no, add(map[string]string{"salesperson_code": "NOBODY"}))
	after("add nobody", 1)
	_, err = segment.GoBack(s, no, 2)
	refused(t, err, "segment-too-far-back")
}

func TestDeletingTheLastLineAsksToForget(t *testing.T) { // SG-56
	s := newExamples(t)
	const no = data.SegmentNo("SM1")
	makeSegment(t, s, data.SegmentHeader{No: no}, "CT000010", "CT000011")
	for i, want := range []bool{false, true} {
		if _, err := segment.DeleteLines(s, apptest.All(t, s, data.SegmentLines)[:1]); err != nil {
			t.Fatal(err)
		}
		q, err := segment.AskForget(s, no)
		if err != nil || (q != nil) != want || q != nil && !q.Yes {
			t.Errorf("after deletion %d: %+v, %v", i, q, err)
		}
	}
	apptest.Undoes(t, s, func() {
		if err := segment.Forget(s, no); err != nil {
			t.Fatal(err)
		}
	})
	if h := apptest.Get(t, s, data.SegmentHeaders, no); h.CriteriaActions != 0 || len(apptest.All(t, s, data.SegmentHistories)) != 0 {
		t.Errorf("%d actions are left", h.CriteriaActions)
	}
}

// S:WE-9: a new template on the header, with either answer, and with the second question (S:DV-2).
func TestNewTemplateOnTheHeader(t *testing.T) {
	type line struct {
		Template       data.InteractionTemplateCode
		Cost, Duration data.Amount
		Type           data.CorrespondenceType
	}
	for _, c := range []struct {
		name   string
		answer segment.Answer
		want   []line
		then   []data.Amount // durations after the header's is set to 2 with Yes; nil: no question
	}{
		{"yes", segment.Yes, []line{{"EMAIL", money(8), money(30), data.Email}, {"EMAIL", 1_250_000, money(45), data.Email}, {"EMAIL", money(2), money(5), data.Email}}, []data.Amount{money(2), money(2), money(2)}},
		{"yes with values", segment.YesWithValues, []line{{"EMAIL", money(8), money(1), data.Email}, {"EMAIL", money(8), money(1), data.Email}, {"EMAIL", money(8), money(1), data.Email}}, []data.Amount{money(2), money(2), money(2)}},
		{"no", segment.No, []line{{"BUS", money(8), money(30), data.HardCopy}, {"BUS", 1_250_000, money(45), data.HardCopy}, {"RESP", money(2), money(5), 0}}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newExamples(t)
			const no = data.SegmentNo("SM1")
			makeSegment(t, s, data.SegmentHeader{No: no, InteractionTemplateCode: "BUS", Description: "X", Date: "2024-03-04"}, "CT000011", "CT000021", "CT000012")
			edit(t, s, no, "CT000021", func(l *data.SegmentLine) { l.Cost, l.Duration = 1_250_000, money(45) })
			edit(t, s, no, "CT000012", func(l *data.SegmentLine) {
				before := *l
				l.InteractionTemplateCode = "RESP"
				if err := segment.SetTemplate(s.DB, &before, l); err != nil {
					t.Fatal(err)
				}
				l.CorrespondenceType = data.NoCorrespondence
			})
			before := apptest.Get(t, s, data.SegmentHeaders, no)
			after := before
			after.InteractionTemplateCode = "EMAIL"
			q, err := segment.AskLines(s, &before, &after)
			if err != nil || q == nil || !q.Yes || q.Text.Args[0] != 3 {
				t.Fatalf("%+v, %v", q, err)
			}
			if q := segment.AskValues(&before, &after); q == nil || q.Yes {
				t.Errorf("the second question is %+v", q)
			}
			apptest.Undoes(t, s, func() {
				if _, err := segment.Save(s, &before, &after, c.answer); err != nil {
					t.Fatal(err)
				}
			})
			h := apptest.Get(t, s, data.SegmentHeaders, no)
			equal(t, "header", []any{money(8), money(1), data.Email, false, data.InteractionGroupCode("LETTER")}, []any{h.UnitCost, h.UnitDuration, h.CorrespondenceType, h.IgnoreContactCorresType, h.InteractionGroupCode})
			var got []line
			for _, l := range apptest.All(t, s, data.SegmentLines) {
				got = append(got, line{l.InteractionTemplateCode, l.Cost, l.Duration, l.CorrespondenceType})
			}
			equal(t, "lines", c.want, got)

			longer := h
			longer.UnitDuration = money(2)
			q, err = segment.AskLines(s, &h, &longer)
			if err != nil || (q != nil) != (c.then != nil) {
				t.Fatalf("unit duration asks %+v, %v", q, err)
			}
			if q == nil {
				return
			}
			if _, err := segment.Save(s, &h, &longer, segment.Yes); err != nil {
				t.Fatal(err)
			}
			var durations []data.Amount
			for _, l := range apptest.All(t, s, data.SegmentLines) {
				durations = append(durations, l.Duration)
			}
			equal(t, "durations", c.then, durations)
			if done := logIt(t, s, no, segment.LogOptions{}); done.NoEmail != 1 { // SG-65, S:DV-1
				t.Errorf("%d lost the type Email", done.NoEmail)
			}
		})
	}
}
