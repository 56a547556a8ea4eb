package data

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func by(column, expression string) View { return View{Filters: map[string]string{column: expression}} }

func linesOf(t testing.TB, db *DB, segment SegmentNo) (all []string) {
	lines, err := SegmentLines.Select(db, View{Fixed: []Cond{Equal("segment_no", segment)}})
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lines {
		all = append(all, fmt.Sprintf("%d %s %v", l.LineNo, l.ContactNo, l.Cost))
	}
	return all
}

func TestContactsAreChosenByAllSections(t *testing.T) { // WE-8
	db := walkthrough(t)
	we1(t, db)
	segment(t, db, SegmentHeader{No: "SM1"})
	mailing := Related{MailingGroupSection: by("mailing_group_code", "M")}
	ofCampaign := by("campaign_no", "CP1001")
	for _, c := range []struct {
		name   string
		choice ContactChoice
		want   int
	}{
		{"everybody", ContactChoice{}, 5},
		{"a section without filters is ignored", ContactChoice{Related: Related{MailingGroupSection: {}}}, 5},
		{"mailing group", ContactChoice{Related: mailing}, 2},
		{"related companies", ContactChoice{Related: mailing, AllowRelatedCompanies: true}, 4},
		{"expanded", ContactChoice{Related: mailing, ExpandCompanies: true}, 5},
		{"mailing group and salesperson", ContactChoice{View: by("salesperson_code", "MK"), Related: mailing}, 1},
		{"mailing group and interaction", ContactChoice{Related: Related{MailingGroupSection: mailing[MailingGroupSection], InteractionSection: ofCampaign}}, 2},
		{"interactions stand on persons", ContactChoice{View: View{Fixed: []Cond{Equal("type", Company)}}, Related: Related{InteractionSection: ofCampaign}}, 0},
		{"relation of the company", ContactChoice{Related: Related{BusinessRelationSection: by("business_relation_code", "CUST")}}, 0},
	} {
		n, err := CountContacts(db, "SM1", c.choice)
		if err != nil || n != c.want {
			t.Errorf("%s: %d, want %d, %v", c.name, n, c.want, err)
		}
	}
	_, err := CountContacts(db, "SM1", ContactChoice{Related: Related{MailingGroupSection: by("mailing_group_code", "M|")}})
	if _, refused := err.(Message); !refused {
		t.Errorf("a faulty filter of a section: %v", err)
	}
}

func TestGoBackRestoresWhatActionsDid(t *testing.T) { // WE-7 with DV-15
	db := walkthrough(t)
	segment(t, db, SegmentHeader{No: "SM1", UnitCost: Int(8)})
	action := 0
	act := func(kind SegmentAction, fn func(tx *Tx, action int) error) {
		t.Helper()
		action++
		write(t, db, func(tx *Tx) error {
			if err := SegmentCriteriaLines.Insert(tx, &SegmentCriteriaLine{SegmentNo: "SM1", LineNo: 2 * action, Action: kind}); err != nil {
				return err
			}
			if err := SegmentCriteriaLines.Insert(tx, &SegmentCriteriaLine{SegmentNo: "SM1", LineNo: 2*action + 1, Type: CriteriaFilter}); err != nil {
				return err
			}
			return fn(tx, action)
		})
	}
	var states [][]string
	keep := func() { states = append(states, linesOf(t, db, "SM1")) }
	keep()
	act(AddContactsAction, func(tx *Tx, n int) error {
		_, err := AddContacts(tx, "SM1", ContactChoice{View: by("salesperson_code", "JL"), ActionNo: n})
		return err
	})
	write(t, db, func(tx *Tx) error {
		line, err := SegmentLines.Get(tx, "SM1", 10000)
		line.Cost = Int(99)
		return firstOf(err, SegmentLines.Update(tx, &line))
	})
	keep()
	act(ReduceAction, func(tx *Tx, n int) error {
		removal := Removal{View: View{Fixed: []Cond{Equal("type", Company)}}, ActionNo: n}
		announced, err := CountRemoved(tx, "SM1", removal)
		if err != nil {
			return err
		}
		removed, err := RemoveContacts(tx, "SM1", removal)
		if removed != 1 || announced != 1 {
			t.Errorf("announced %d, removed %d", announced, removed)
		}
		return err
	})
	keep()
	act(RefineAction, func(tx *Tx, n int) error {
		_, err := RemoveContacts(tx, "SM1", Removal{Related: Related{MailingGroupSection: by("mailing_group_code", "M")}, Refine: true, ActionNo: n})
		return err
	})
	if diff := cmp.Diff([]string{"30000 CT12 8"}, linesOf(t, db, "SM1")); diff != "" {
		t.Error(diff)
	}
	for i := range states {
		write(t, db, func(tx *Tx) error { return GoBack(tx, "SM1") })
		if diff := cmp.Diff(states[len(states)-1-i], linesOf(t, db, "SM1")); diff != "" {
			t.Errorf("%d back: %s", i+1, diff)
		}
	}
	write(t, db, func(tx *Tx) error { return GoBack(tx, "SM1") }) // past the beginning: nothing
	left, err := scalar[int](db, "SELECT (SELECT count(*) FROM segment_criteria_line) + (SELECT count(*) FROM segment_history)")
	if err != nil || left != 0 {
		t.Errorf("%d rows left, %v", left, err)
	}
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func TestReduceAndRefinePartitionASegment(t *testing.T) { // SG-44
	db := walkthrough(t)
	segment(t, db, SegmentHeader{No: "SM1"}, "CT10   JL 0", "CT11   JL 0", "CT12   JL 0", "   JL 0")
	mailing := Related{MailingGroupSection: by("mailing_group_code", "M")}
	for _, c := range []struct {
		name           string
		removal        Removal
		reduce, refine int
	}{
		{"by mailing group", Removal{Related: mailing}, 1, 3},
		{"entire companies", Removal{Related: mailing, EntireCompanies: true}, 3, 1},
		{"SG-45 without filter", Removal{}, 3, 1},
	} {
		for _, refine := range []bool{false, true} {
			c.removal.Refine = refine
			n, err := CountRemoved(db, "SM1", c.removal)
			if want := map[bool]int{false: c.reduce, true: c.refine}[refine]; err != nil || n != want {
				t.Errorf("%s, refine %v: %d, want %d, %v", c.name, refine, n, want, err)
			}
		}
	}
}

func TestALoggedSegmentIsUsedAgain(t *testing.T) { // SG-55
	db := walkthrough(t)
	we1(t, db)
	segment(t, db, SegmentHeader{No: "SM6"}, "CT11 CP1001 2024-03-04 JL 1", "CT21 CP1002 2024-03-04 JL 1")
	logIt(t, db, "SM6")
	write(t, db, func(tx *Tx) error {
		return firstOf(LeaveHistoryWithCompany(tx, "CT21"), CancelInteractions(tx, true, 1),
			DeleteOwned(tx, "campaign_entry", Equal("campaign_no", "CP1002")), DeleteOwned(tx, "campaign", Equal("no", "CP1002")))
	})
	segment(t, db, SegmentHeader{No: "SM1", UnitCost: Int(3)}, "CT11   JL 0")
	for logged, want := range map[int64]int{1: 3, 2: 2} {
		write(t, db, func(tx *Tx) error {
			n, err := AddLoggedContacts(tx, "SM1", int(logged), logged)
			if n != want {
				t.Errorf("logged segment %d: %d lines, want %d", logged, n, want)
			}
			return err
		})
	}
	lines, err := SegmentLines.Select(db, View{Fixed: []Cond{Equal("segment_no", SegmentNo("SM1"))}})
	if err != nil || len(lines) != 6 {
		t.Fatalf("%d lines, %v", len(lines), err)
	}
	campaigns := map[CampaignNo]int{}
	for _, l := range lines {
		campaigns[l.CampaignNo]++
	}
	if diff := cmp.Diff(map[CampaignNo]int{"": 2, "CP1001": 4}, campaigns); diff != "" {
		t.Error("the campaign as far as it exists: ", diff)
	}
}

func TestGoBackBringsBackTheLanguagesOfALine(t *testing.T) {
	db := walkthrough(t)
	segment(t, db, SegmentHeader{No: "SM1"}, "CT11   JL 0", "CT12   JL 0")
	write(t, db, func(tx *Tx) error {
		line, err := SegmentLines.Get(tx, "SM1", 10000)
		return firstOf(err, SegmentLanguages.Insert(tx, &SegmentLanguage{SegmentNo: "SM1", LineNo: 10000, LanguageCode: "SV", Subject: "Hej", AttachmentNo: 0}),
			SegmentCriteriaLines.Insert(tx, &SegmentCriteriaLine{SegmentNo: "SM1", LineNo: 1, Action: ReduceAction}), RemoveLines(tx, "SM1", 1, line.ID))
	})
	write(t, db, func(tx *Tx) error { return GoBack(tx, "SM1") })
	back, err := SegmentLanguages.Get(db, "SM1", 10000, "SV")
	if err != nil || back.Subject != "Hej" {
		t.Errorf("%+v, %v", back, err)
	}
}

func TestTheHistoryKnowsHowAContactCameAndWent(t *testing.T) { // S:DV-15
	db := walkthrough(t)
	segment(t, db, SegmentHeader{No: "SM1"}, "CT20   JL 0")
	write(t, db, func(tx *Tx) error {
		_, err := AddContacts(tx, "SM1", ContactChoice{View: by("salesperson_code", "JL"), ActionNo: 1})
		_, err2 := RemoveContacts(tx, "SM1", Removal{View: by("no", "CT11"), ActionNo: 2})
		return firstOf(err, err2)
	})
	for contact, want := range map[ContactNo]string{"CT10": "1 0", "CT11": "2 1", "CT20": "0 0", "CT21": "0 0"} {
		action, taken, err := WasOnSegment(db, "SM1", contact)
		if got := fmt.Sprint(action, int(taken)); got != want || err != nil {
			t.Errorf("%s: %s, want %s, %v", contact, got, want, err)
		}
	}
}
