package segment_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/exchange"
	"campaigndesk/app/segment"
	"campaigndesk/data"
)

func TestWhatIsNotReadyIsNotLogged(t *testing.T) { // SG-60, in its order
	line := func(do func(*data.SegmentLine)) func(*testing.T, *app.Session) {
		return func(t *testing.T, s *app.Session) { edit(t, s, "SM7", "CT000021", do) }
	}
	header := func(do func(*data.SegmentHeader)) func(*testing.T, *app.Session) {
		return func(t *testing.T, s *app.Session) {
			h := apptest.Get(t, s, data.SegmentHeaders, data.SegmentNo("SM7"))
			do(&h)
			store(t, s, data.SegmentHeaders, &h)
		}
	}
	for _, c := range []struct {
		name    string
		break_  func(*testing.T, *app.Session)
		refused string
		at      string
	}{
		{"ready", func(*testing.T, *app.Session) {}, "", ""},
		{"logged already", func(t *testing.T, s *app.Session) {
			apptest.Add(t, s, data.LoggedSegments, data.LoggedSegment{SegmentNo: "SM7"})
			header(func(h *data.SegmentHeader) { h.Description = "" })(t, s)
		}, "segment-logged-already", ""},
		{"no description", header(func(h *data.SegmentHeader) { h.Description = "" }), "segment-description-missing", "description"},
		{"empty", func(t *testing.T, s *app.Session) {
			if _, err := segment.DeleteLines(s, apptest.All(t, s, data.SegmentLines)); err != nil {
				t.Fatal(err)
			}
		}, "segment-empty", ""},
		{"only lines without contact", func(t *testing.T, s *app.Session) {
			if _, err := segment.DeleteLines(s, apptest.All(t, s, data.SegmentLines)); err != nil {
				t.Fatal(err)
			}
			put(t, s, "SM7", "")
		}, "segment-empty", ""},
		{"no date", line(func(l *data.SegmentLine) { l.Date = "" }), "segment-line-unready", "date"},
		{"no salesperson", line(func(l *data.SegmentLine) { l.SalespersonCode = "" }), "segment-line-unready", "salesperson_code"},
		{"no template", line(func(l *data.SegmentLine) { l.InteractionTemplateCode = "" }), "segment-line-unready", "interaction_template_code"},
		{"DV-17 privacy-blocked", func(t *testing.T, s *app.Session) {
			change(t, s, "CT000021", func(c *data.Contact) { c.PrivacyBlocked = true })
		}, "segment-line-blocked", "contact_no"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newExamples(t)
			makeSegment(t, s, data.SegmentHeader{No: "SM7", Description: "Letter", Date: "2024-03-04", SalespersonCode: "JL", InteractionTemplateCode: "BUS"}, "CT000011", "CT000021")
			c.break_(t, s)
			_, err := segment.CheckLog(s, "SM7")
			refused(t, err, c.refused)
			var fault data.Message
			if errors.As(err, &fault) && fault.Field != c.at {
				t.Errorf("at %q, want %q", fault.Field, c.at)
			}
			apptest.Undoes(t, s, func() {
				_, _, err := segment.Log(context.Background(), s, "SM7", segment.LogOptions{})
				refused(t, err, c.refused)
			})
		})
	}
}

func TestBeforeLoggingTheLinesAreCounted(t *testing.T) { // SG-61, SG-65, S:DV-1, S:DV-16
	s := newExamples(t)
	makeSegment(t, s, data.SegmentHeader{No: "SM7", Description: "Letter", Date: "2024-03-04", SalespersonCode: "JL", InteractionTemplateCode: "EMAIL"}, "CT000011", "CT000012", "CT000020", "")
	edit(t, s, "SM7", "CT000020", func(l *data.SegmentLine) { l.CorrespondenceType = data.NoCorrespondence })
	lines, err := segment.CheckLog(s, "SM7")
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "lines", data.LinesToLog{WithContact: 3, WithoutContact: 1, ToDeliver: 2, NoEmail: 1, NoDocument: 2}, lines)
}

func TestCancelledLoggingLeavesNothingDone(t *testing.T) {
	s := newExamples(t)
	makeSegment(t, s, data.SegmentHeader{No: "SM7", Description: "Letter", Date: "2024-03-04", SalespersonCode: "JL", InteractionTemplateCode: "BUS"}, "CT000011")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	apptest.Undoes(t, s, func() {
		if _, _, err := segment.Log(ctx, s, "SM7", segment.LogOptions{FollowUp: true}); err == nil {
			t.Error("logged")
		}
	})
	if len(apptest.All(t, s, data.Interactions)) > 0 || len(apptest.All(t, s, data.SegmentHeaders)) != 1 {
		t.Error("something was done")
	}
}

func TestTargetsStayAfterLoggingAndFollowTheMark(t *testing.T) { // SG-31, SG-71, S:OQ-7
	s := newExamples(t)
	makeSegment(t, s, data.SegmentHeader{No: "SM7", Description: "Letter", Date: "2024-03-04", SalespersonCode: "JL", InteractionTemplateCode: "BUS", CampaignNo: "CP1001", CampaignTarget: true}, "CT000011")
	makeSegment(t, s, data.SegmentHeader{No: "SM8", Description: "Letter", Date: "2024-03-04", SalespersonCode: "JL", InteractionTemplateCode: "BUS", CampaignNo: "CP1001", CampaignTarget: true}, "CT000021")
	activate(t, s, "CP1001")
	logIt(t, s, "SM7", segment.LogOptions{})
	equal(t, "after logging", []string{"contact CT000010", "contact CT000020"}, group(t, s, "CP1001"))
	for _, c := range []struct {
		step string
		want []string
	}{{"canceled", []string{"contact CT000020"}}, {"live again", []string{"contact CT000010", "contact CT000020"}}} {
		rows := apptest.All(t, s, data.LoggedSegments)
		if q := segment.AskSwitch(rows); !q.Yes {
			t.Error("the question's default is No")
		}
		apptest.Undoes(t, s, func() {
			if _, err := segment.Switch(context.Background(), s, rows); err != nil {
				t.Fatal(err)
			}
		})
		equal(t, c.step, c.want, group(t, s, "CP1001"))
	}
}

func TestSwitchCanceled(t *testing.T) { // SG-70, SG-71, S:DV-13
	s := newExamples(t)
	for _, no := range []data.SegmentNo{"SM7", "SM8"} {
		makeSegment(t, s, data.SegmentHeader{No: no, Description: "Letter", Date: "2024-03-04", SalespersonCode: "JL", InteractionTemplateCode: "BUS", CampaignNo: "CP1001"}, "CT000011", "CT000021")
		logIt(t, s, no, segment.LogOptions{})
	}
	if err := s.Write(data.Msg("test"), func(tx *data.Tx) error { return data.CancelInteractions(tx, true, 1) }); err != nil {
		t.Fatal(err)
	}
	state := func() (canceled []bool) {
		for _, i := range apptest.All(t, s, data.Interactions) {
			canceled = append(canceled, i.Canceled)
		}
		return canceled
	}
	for _, want := range [][]bool{{true, true, true, true}, {true, false, false, false}} { // the one canceled by itself stays
		if _, err := segment.Switch(context.Background(), s, apptest.All(t, s, data.LoggedSegments)); err != nil {
			t.Fatal(err)
		}
		equal(t, "canceled", want, state())
	}
	first := apptest.All(t, s, data.LoggedSegments)[:1]
	if _, err := segment.Switch(context.Background(), s, first); err != nil {
		t.Fatal(err)
	}
	rows := apptest.All(t, s, data.LoggedSegments)
	equal(t, "counts of the canceled one and the live one", []any{true, 2, 1, false, 2, 1},
		[]any{rows[0].Canceled, rows[0].Interactions, rows[0].CampaignEntries, rows[1].Canceled, rows[1].Interactions, rows[1].CampaignEntries})
	apptest.Undoes(t, s, func() { // the first of the rows, a live one, decides for both
		if _, err := segment.Switch(context.Background(), s, []data.LoggedSegment{rows[1], rows[0]}); err != nil {
			t.Fatal(err)
		}
	})
	equal(t, "both", []bool{true, true, true, true}, state())
}

func TestDeleteLoggedSegments(t *testing.T) { // SG-72
	s := newExamples(t)
	for _, no := range []data.SegmentNo{"SM7", "SM8", "SM9"} {
		makeSegment(t, s, data.SegmentHeader{No: no, Description: "Letter", Date: "2024-03-04", SalespersonCode: "JL", InteractionTemplateCode: "BUS", CampaignNo: "CP1001"}, "CT000011")
		logIt(t, s, no, segment.LogOptions{})
	}
	if _, err := segment.Switch(context.Background(), s, apptest.All(t, s, data.LoggedSegments)[:2]); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		filters map[string]string
		want    int
	}{{map[string]string{"segment_no": "SM9"}, 0}, {map[string]string{"segment_no": "SM8"}, 1}, {nil, 1}, {nil, 0}} {
		n, err := segment.CountCanceled(s, c.filters)
		if err != nil || n != c.want {
			t.Errorf("announced %d, %v, want %d", n, err, c.want)
		}
		apptest.Undoes(t, s, func() {
			if n, err := segment.DeleteLogged(context.Background(), s, c.filters); err != nil || n != c.want {
				t.Errorf("deleted %d, %v, want %d", n, err, c.want)
			}
		})
	}
	for i, want := range []int64{0, 0, 3} {
		if got := apptest.All(t, s, data.Interactions)[i]; got.LoggedSegmentNo != want || got.Canceled != (want == 0) {
			t.Errorf("interaction %d: %+v", i, got)
		}
	}
	_, err := segment.DeleteLogged(context.Background(), s, map[string]string{"id": "1..2..3"})
	if !errors.As(err, new(data.Message)) {
		t.Errorf("a faulty filter: %v", err)
	}
}

func TestApplyMailingGroup(t *testing.T) { // SG-57, S:DV-14, S:DV-20
	for _, c := range []struct {
		name    string
		group   data.MailingGroupCode
		dropOld bool
		asks    bool
		want    []data.ContactNo
		refused string
	}{
		{"added", "M", false, false, []data.ContactNo{"CT000010", "CT000012", "CT000021"}, ""},
		{"old ones dropped", "M", true, true, []data.ContactNo{"CT000010", "CT000012"}, ""},
		{"nobody to lose it", "N", true, false, []data.ContactNo{"CT000010", "CT000012"}, ""},
		{"no group", "", false, false, nil, "mailing-group-blank"},
		{"a group that does not exist", "X", true, false, nil, "mailing-group-missing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newRelated(t)
			put(t, s, "SM1", "CT000010", "CT000012", "CT000010", "")
			q, err := segment.AskMailingGroup(s, "SM1", c.group, c.dropOld)
			refused(t, err, c.refused)
			if (q != nil) != c.asks || q != nil && q.Yes {
				t.Errorf("asks %+v", q)
			}
			apptest.Undoes(t, s, func() {
				_, err := segment.ApplyMailingGroup(context.Background(), s, "SM1", c.group, c.dropOld)
				refused(t, err, c.refused)
			})
			var got []data.ContactNo
			for _, m := range apptest.All(t, s, data.ContactMailingGroups, data.Equal("mailing_group_code", c.group)) {
				got = append(got, m.ContactNo)
			}
			equal(t, "members", c.want, got)
		})
	}
}

func TestExportContacts(t *testing.T) { // SG-58, S:DV-20
	s := newRelated(t)
	change(t, s, "CT000011", func(c *data.Contact) {
		c.Name, c.CorrespondenceType, c.ExcludeFromSegment = "=1+1", data.Email, true
	})
	put(t, s, "SM1", "CT000011", "", "CT000010")
	table, err := segment.ExportContacts(s, "SM1", func(int, int) {})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "contacts.csv")
	if err := exchange.WriteCSV(path, table, exchange.CSVStyle{Delimiter: ';', Decimal: ','}); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(bytes.TrimPrefix(raw, []byte("\ufeff")))), "\r\n")
	if len(lines) != 3 || len(strings.Split(lines[0], ";")) != 36 {
		t.Fatalf("%q", lines)
	}
	cells := strings.Split(lines[1], ";")
	equal(t, "Anna", []string{"CT000011", "'=1+1", "1", "CT000010", "true", "2"}, []string{cells[0], cells[2], cells[21], cells[23], cells[33], cells[34]})
	if !strings.HasPrefix(lines[2], "CT000010;") {
		t.Errorf("the second row is %q", lines[2])
	}
}
