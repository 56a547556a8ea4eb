package interaction_test

import (
	"slices"
	"strings"
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/campaign"
	"campaigndesk/app/interaction"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

// letter puts the segment of S:WE-1 into the company and logs it.
func letter(t apptest.T, s *app.Session) {
	t.Helper()
	apptest.Add(t, s, data.SegmentHeaders, data.SegmentHeader{No: "SM10005", Description: "Letter after the fair", CampaignNo: "CP1001"})
	for i, l := range []data.SegmentLine{
		{ContactNo: "CT11", ContactCompanyNo: "CT10", SalespersonCode: "JL", Cost: data.Int(8), Duration: data.Int(30)},
		{ContactNo: "CT12", ContactCompanyNo: "CT10", SalespersonCode: "JL", Cost: data.Int(8), Duration: data.Int(30)},
		{ContactNo: "CT21", ContactCompanyNo: "CT20", SalespersonCode: "MK", Cost: amount(t, "12.5"), Duration: data.Int(45)},
	} {
		l.SegmentNo, l.LineNo, l.Date, l.InteractionTemplateCode, l.InteractionGroupCode = "SM10005", 10000*(i+1), "2024-03-04", "BUS", "LETTER"
		l.CampaignNo, l.CampaignTarget, l.Description = "CP1001", true, "Letter after the fair"
		apptest.Add(t, s, data.SegmentLines, l)
	}
	logSegment(t, s, "SM10005")
}

func logSegment(t apptest.T, s *app.Session, no data.SegmentNo) {
	t.Helper()
	err := s.Write(data.Msg("test"), func(tx *data.Tx) error { _, err := data.LogSegment(tx, no, "2024-03-05", "ME"); return err })
	if err != nil {
		t.Fatalf("%v", err)
	}
}

func amount(t apptest.T, text string) data.Amount {
	t.Helper()
	a, err := data.ParseAmount(text)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return a
}

// answers are the responses of S:WE-2.
func answers(t apptest.T, s *app.Session) {
	t.Helper()
	for _, contact := range []data.ContactNo{"CT11", "CT21"} {
		logged(t, s, drafted(t, s, contact, "RESP", "CP1001", on("2024-03-18", "JL")))
	}
}

func interactions(t apptest.T, s *app.Session, numbers ...int64) (rows []data.Interaction) {
	t.Helper()
	for _, no := range numbers {
		row, err := data.Interactions.ByID(s.DB, no)
		if err != nil {
			t.Fatalf("%d: %v", no, err)
		}
		rows = append(rows, row)
	}
	return rows
}

func entry(t apptest.T, s *app.Session, no int64) *data.CampaignEntry {
	t.Helper()
	e, err := data.CampaignEntries.ByID(s.DB, no)
	if err != nil {
		t.Fatalf("%d: %v", no, err)
	}
	return &e
}

// S:WE-4 with S:DV-13: un-canceling an entry brings back only what was canceled with it.
func TestCancelAndUncancel(t *testing.T) {
	s := newDesk(t)
	letter(t, s)
	answers(t, s)
	const start = "3 / 2 / 66.7 / 32.5 / 16.25 / 115 / 57.5"
	const oneLess = "2 / 2 / 100 / 24.5 / 12.25 / 85 / 42.5"
	const noLetter = "0 / 2 / 0 / 4 / 2 / 10 / 5"
	switchOne := func() error { _, err := interaction.Switch(s, interactions(t, s, 1)); return err }
	switchEntry := func() error { _, err := interaction.SwitchEntry(s, entry(t, s, 1)); return err }
	for _, step := range []struct {
		name    string
		do      func() error
		entry   string
		figures string
		refused string
	}{
		{"start", func() error { return nil }, "3 / 28.5 / 105", start, ""},
		{"cancel interaction 1", switchOne, "2 / 20.5 / 75", oneLess, ""},
		{"cancel campaign entry 1", switchEntry, "3 / 28.5 / 105 canceled", noLetter, ""},
		{"un-cancel interaction 1", switchOne, "3 / 28.5 / 105 canceled", noLetter, "interaction-held-canceled"},
		{"un-cancel campaign entry 1", switchEntry, "2 / 20.5 / 75", oneLess, ""},
		{"un-cancel interaction 1 now", switchOne, "3 / 28.5 / 105", start, ""},
	} {
		apptest.Undoes(t, s, func() {
			if got := keyOf(step.do()); got != step.refused {
				t.Errorf("%s: %q, want %q", step.name, got, step.refused)
			}
		})
		if got := entries(t, s)[0]; !strings.HasSuffix(got, ": "+step.entry) {
			t.Errorf("%s: entry %s, want %s", step.name, got, step.entry)
		}
		if got := figures(t, s); got != step.figures {
			t.Errorf("%s: %s, want %s", step.name, got, step.figures)
		}
	}
}

func TestTheFirstDecides(t *testing.T) { // IN-43, S:WE-4
	for _, c := range []struct {
		name  string
		order []int64
		live  bool
	}{
		{"a canceled one first", []int64{1, 2}, true},
		{"a live one first", []int64{2, 1}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			letter(t, s)
			if _, err := interaction.Switch(s, interactions(t, s, 1)); err != nil {
				t.Fatal(err)
			}
			rows := interactions(t, s, c.order...)
			want := map[bool]string{true: "ask-uncancel-interactions", false: "ask-cancel-interactions"}[c.live]
			if q := interaction.AskSwitch(rows); q.Text.Key != want || !q.Yes {
				t.Errorf("asks %v", q)
			}
			apptest.Undoes(t, s, func() {
				if _, err := interaction.Switch(s, rows); err != nil {
					t.Fatal(err)
				}
			})
			for _, row := range interactions(t, s, 1, 2) {
				if row.Canceled == c.live {
					t.Errorf("interaction %d canceled: %v", row.ID, row.Canceled)
				}
			}
		})
	}
}

func TestRateAboveHundred(t *testing.T) { // S:WE-4
	s := newDesk(t)
	for _, contact := range []data.ContactNo{"CT11", "CT12"} {
		logged(t, s, drafted(t, s, contact, "BUS", "CP1001", asTarget))
	}
	for _, contact := range []data.ContactNo{"CT11", "CT12", "CT21"} {
		logged(t, s, drafted(t, s, contact, "RESP", "CP1001", on("2024-03-18", "JL")))
	}
	if got := figures(t, s); !strings.HasPrefix(got, "2 / 3 / 150 /") {
		t.Error(got)
	}
}

// S:WE-5 with S:DV-7: a canceled entry is not used again, and what is live is not deleted with it.
func TestSingleInteractionsAndDeletion(t *testing.T) {
	s := newDesk(t)
	logged(t, s, drafted(t, s, "CT11", "BUS", "CP1001", on("2024-05-02", "JL"), costing(3, 10)))
	logged(t, s, drafted(t, s, "CT21", "BUS", "CP1001", on("2024-05-10", "MK"), costing(4, 20)))
	if diff := cmp.Diff([]string{`1 CP1001 2024-05-02 JL "": 2 / 7 / 30`}, entries(t, s)); diff != "" {
		t.Errorf("two (-want +got):\n%s", diff)
	}
	if _, err := interaction.SwitchEntry(s, entry(t, s, 1)); err != nil {
		t.Fatal(err)
	}
	logged(t, s, drafted(t, s, "CT11", "BUS", "CP1001", on("2024-05-20", "JL"), costing(1, 5)))
	want := []string{`1 CP1001 2024-05-02 JL "": 2 / 7 / 30 canceled`, `2 CP1001 2024-05-20 JL "": 1 / 1 / 5`}
	if diff := cmp.Diff(want, entries(t, s)); diff != "" {
		t.Errorf("after cancel (-want +got):\n%s", diff)
	}
	view := data.View{Filters: map[string]string{"campaign_no": "CP1001"}, Env: s.FilterEnv()}
	if n, err := interaction.CountCanceledEntries(s.DB, view); err != nil || n != (interaction.Entries{Entries: 1, Interactions: 2}) {
		t.Errorf("counted %+v, %v", n, err)
	}
	apptest.Undoes(t, s, func() {
		if n, _, err := interaction.DeleteCanceledEntries(s, view); n != 1 || err != nil {
			t.Fatalf("%d deleted, %v", n, err)
		}
	})
	if diff := cmp.Diff(want[1:], entries(t, s)); diff != "" {
		t.Errorf("after deletion (-want +got):\n%s", diff)
	}
	if left := apptest.All(t, s, data.Interactions); len(left) != 1 || left[0].ID != 3 {
		t.Errorf("left: %+v", left)
	}
	if n, _, err := interaction.DeleteCanceledEntries(s, data.View{}); n != 0 || err != nil { // CE-13
		t.Errorf("%d live entries deleted, %v", n, err)
	}
	logged(t, s, drafted(t, s, "CT11", "BUS", "CP1002"))
	if last := entries(t, s)[1]; !strings.HasPrefix(last, "3 CP1002") { // S:DV-11
		t.Errorf("next entry %s", last)
	}
}

func TestDeleteCanceledInteractions(t *testing.T) { // IN-51, IN-52
	s := newDesk(t)
	id := logged(t, s, drafted(t, s, "CT11", "BUS", "CP1001", func(d *interaction.Draft) { d.Note = "a note" }))
	logged(t, s, drafted(t, s, "CT21", "BUS", "CP1001"))
	later := drafted(t, s, "CT21", "BUS", "CP1001")
	if err := interaction.Postpone(s, &later); err != nil {
		t.Fatal(err)
	}
	if n, err := interaction.DeleteCanceled(s, data.View{}); n != 0 || err != nil {
		t.Errorf("%d live ones deleted, %v", n, err)
	}
	if _, err := interaction.Switch(s, interactions(t, s, id)); err != nil {
		t.Fatal(err)
	}
	elsewhere := data.View{Filters: map[string]string{"contact_no": "CT21"}, Env: s.FilterEnv()}
	if n, err := interaction.DeleteCanceled(s, elsewhere); n != 0 || err != nil {
		t.Errorf("%d deleted that the filter leaves out, %v", n, err)
	}
	if n, err := interaction.CountCanceled(s.DB, data.View{}); n != 1 || err != nil {
		t.Errorf("counted %d, %v", n, err)
	}
	apptest.Undoes(t, s, func() {
		if n, err := interaction.DeleteCanceled(s, data.View{}); n != 1 || err != nil {
			t.Fatalf("%d deleted, %v", n, err)
		}
	})
	if len(apptest.All(t, s, data.CommentLines)) != 0 || len(apptest.All(t, s, data.Interactions)) != 2 || len(entries(t, s)) != 1 {
		t.Errorf("left: %+v, %v", apptest.All(t, s, data.CommentLines), entries(t, s))
	}
	apptest.Undoes(t, s, func() {
		if err := interaction.DeletePostponed(s, interactions(t, s, later.ID)); err != nil {
			t.Fatal(err)
		}
	})
	if n := len(apptest.All(t, s, data.Interactions)); n != 1 {
		t.Errorf("%d left", n)
	}
}

func TestEvaluate(t *testing.T) { // IN-48
	s := newDesk(t)
	letter(t, s)
	if _, err := interaction.Switch(s, interactions(t, s, 1)); err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		choose, want data.Evaluation
	}{{data.Negative, data.Negative}, {data.NotEvaluated, data.Negative}} {
		apptest.Undoes(t, s, func() {
			if err := interaction.Evaluate(s, interactions(t, s, 1, 2), step.choose); err != nil {
				t.Fatal(err)
			}
		})
		for _, row := range interactions(t, s, 1, 2) {
			if row.Evaluation != step.want {
				t.Errorf("%d is %v", row.ID, row.Evaluation)
			}
		}
	}
	if got := interactions(t, s, 3)[0].Evaluation; got != data.NotEvaluated {
		t.Errorf("another one is %v", got)
	}
}

func TestDocumentsOfCanceled(t *testing.T) { // IN-46
	own := func(name string) func(*interaction.Draft) {
		return func(d *interaction.Draft) { d.Document = interaction.File{Name: name, Content: []byte(name)} }
	}
	s := newDesk(t)
	logged(t, s, drafted(t, s, "CT11", "BUS", "", own("alone.txt")))
	logged(t, s, drafted(t, s, "CT11", "BUS", "", own("shared.txt")))
	logged(t, s, drafted(t, s, "CT21", "BUS", "", own("shared.txt")))
	logged(t, s, drafted(t, s, "CT21", "BUS", ""))
	for _, c := range []struct {
		rows []int64
		want int // with a document that nothing else has
	}{{[]int64{1}, 1}, {[]int64{2}, 0}, {[]int64{2, 3}, 2}, {[]int64{1, 2, 4}, 1}, {[]int64{4}, 0}} {
		q, err := interaction.AskDocuments(s, interactions(t, s, c.rows...))
		if err != nil || (q == nil) != (c.want == 0) || q != nil && (q.Text.Args[0] != c.want || q.Yes) {
			t.Errorf("%v: asks %v, %v", c.rows, q, err)
		}
	}
	apptest.Undoes(t, s, func() {
		if err := interaction.RemoveDocuments(s, interactions(t, s, 1, 2)); err != nil {
			t.Fatal(err)
		}
	})
	for i, want := range []bool{false, true, true, false} {
		if got := interactions(t, s, int64(i+1))[0].AttachmentNo != 0; got != want {
			t.Errorf("interaction %d has a document: %v", i+1, got)
		}
	}
}

// S:OQ-7: whoever is a target only by what is canceled leaves an activated campaign, and comes back.
func TestTargetsFollow(t *testing.T) {
	group := func(s *app.Session) (all []string) {
		for _, target := range apptest.All(t, s, data.CampaignTargets) {
			all = append(all, target.No)
		}
		return all
	}
	for _, c := range []struct {
		name    string
		do      func(s *app.Session) ([]data.Message, error)
		want    []string
		notices []string
	}{
		{"one of two of a company canceled", func(s *app.Session) ([]data.Message, error) { return interaction.Switch(s, interactions(t, s, 1)) }, []string{"CT10", "CT20"}, nil},
		{"both of a company", func(s *app.Session) ([]data.Message, error) { return interaction.Switch(s, interactions(t, s, 1, 2)) }, []string{"CT20"}, nil},
		{"all: the campaign ends", func(s *app.Session) ([]data.Message, error) {
			return interaction.Switch(s, interactions(t, s, 1, 2, 3))
		}, nil, []string{"m06-last-target-gone"}},
		{"the campaign entry", func(s *app.Session) ([]data.Message, error) { return interaction.SwitchEntry(s, entry(t, s, 1)) }, nil, []string{"m06-last-target-gone"}},
		{"canceled and live again", func(s *app.Session) ([]data.Message, error) {
			if _, err := interaction.Switch(s, interactions(t, s, 1, 2)); err != nil {
				t.Fatal(err)
			}
			return interaction.Switch(s, interactions(t, s, 1, 2))
		}, []string{"CT10", "CT20"}, nil},
		{"another one is logged", func(s *app.Session) ([]data.Message, error) {
			d := drafted(t, s, "NEW", "BUS", "CP1001", asTarget, on("2024-06-03", "JL"))
			return interaction.Log(s, &d)
		}, []string{"CT10", "CT20", "NEW"}, nil},
		{"one is postponed", func(s *app.Session) ([]data.Message, error) {
			d := drafted(t, s, "NEW", "BUS", "CP1001", asTarget, on("2024-06-03", "JL"))
			return nil, interaction.Postpone(s, &d)
		}, []string{"CT10", "CT20"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			apptest.Add(t, s, data.Contacts, data.Contact{No: "NEW", Name: "New", CompanyNo: "NEW"})
			letter(t, s)
			if _, err := campaign.Activate(s, "CP1001"); err != nil {
				t.Fatal(err)
			}
			apptest.Undoes(t, s, func() {
				notices, err := c.do(s)
				if err != nil {
					t.Fatal(err)
				}
				if !slices.Equal(keys(notices), c.notices) {
					t.Errorf("notices %v", notices)
				}
			})
			if diff := cmp.Diff(c.want, group(s)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
