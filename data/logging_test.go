package data

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// walkthrough is a company with the contacts and templates of S:WE.
func walkthrough(t testing.TB) *DB {
	db := newCompany(t)
	write(t, db, func(tx *Tx) error {
		for _, statement := range []string{
			"INSERT INTO salesperson (code) VALUES ('JL'), ('MK')",
			"INSERT INTO campaign (no) VALUES ('CP1001'), ('CP1002')",
			"INSERT INTO interaction_group (code) VALUES ('LETTER')",
			`INSERT INTO interaction_template (code, interaction_group_code, correspondence_type, unit_cost, unit_duration) VALUES
				('BUS', 'LETTER', 1, 800000, 3000000), ('RESP', 'LETTER', 0, 200000, 500000), ('EMAIL', 'LETTER', 2, 800000, 100000)`,
			`INSERT INTO contact (no, type, name, company_no, company_name, salesperson_code, e_mail) VALUES
				('CT10', 0, 'Nordvik', 'CT10', 'Nordvik', 'JL', 'info@n'), ('CT11', 1, 'Anna', 'CT10', 'Nordvik', 'JL', 'anna@n'), ('CT12', 1, 'Per', 'CT10', 'Nordvik', 'JL', ''),
				('CT20', 0, 'Sandhamn', 'CT20', 'Sandhamn', 'MK', ''), ('CT21', 1, 'Eva', 'CT20', 'Sandhamn', 'MK', 'eva@s')`,
			"INSERT INTO mailing_group (code) VALUES ('M')",
			"INSERT INTO contact_mailing_group (contact_no, mailing_group_code) VALUES ('CT12', 'M'), ('CT21', 'M')",
		} {
			if _, err := tx.exec(statement); err != nil {
				return err
			}
		}
		return nil
	})
	return db
}

// segment makes a segment with a line for each of "contact campaign date salesperson cost".
func segment(t testing.TB, db *DB, h SegmentHeader, lines ...string) {
	write(t, db, func(tx *Tx) error {
		if err := SegmentHeaders.Insert(tx, &h); err != nil {
			return err
		}
		for i, text := range lines {
			l := SegmentLine{SegmentNo: h.No, LineNo: (i + 1) * lineStep, Description: h.Description, InteractionTemplateCode: h.InteractionTemplateCode,
				CampaignTarget: h.CampaignTarget, CampaignResponse: h.CampaignResponse, CorrespondenceType: h.CorrespondenceType}
			part := strings.Split(text, " ")
			l.ContactNo, l.CampaignNo, l.Date, l.SalespersonCode = ContactNo(part[0]), CampaignNo(part[1]), Date(part[2]), SalespersonCode(part[3])
			if l.ContactNo != "" {
				c, err := Contacts.Get(tx, l.ContactNo)
				if err != nil {
					return err
				}
				l.ContactCompanyNo = c.CompanyNo
			}
			cost, err := ParseAmount(part[4])
			if err != nil {
				return err
			}
			l.Cost, l.Duration = cost, Int(30)
			if err := SegmentLines.Insert(tx, &l); err != nil {
				return err
			}
		}
		return nil
	})
}

func logIt(t testing.TB, db *DB, no SegmentNo) (made Logged) {
	write(t, db, func(tx *Tx) (err error) { made, err = LogSegment(tx, no, "2024-03-05", "me"); return err })
	return made
}

// shown are the figures of all campaign entries and logged segments, and of CP1001.
func shown(t testing.TB, db *DB) (all []string) {
	entries, err := CampaignEntries.Select(db, View{})
	if err != nil {
		t.Fatal(err)
	}
	mark := map[bool]string{true: " canceled"}
	for _, e := range entries {
		all = append(all, fmt.Sprintf("entry %d %s %s %s: %d %v%s", e.ID, e.CampaignNo, e.Date, e.SalespersonCode, e.Interactions, e.Cost, mark[e.Canceled]))
	}
	segments, err := LoggedSegments.Select(db, View{})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range segments {
		all = append(all, fmt.Sprintf("logged %d %s: %d / %d%s", s.ID, s.SegmentNo, s.Interactions, s.CampaignEntries, mark[s.Canceled]))
	}
	f, err := FiguresOfCampaign(db, "CP1001", Period{})
	if err != nil {
		t.Fatal(err)
	}
	everybody, err := FiguresOfCampaigns(db, Period{})
	if err != nil || everybody["CP1001"] != f {
		t.Errorf("alone %+v, among all %+v, %v", f, everybody["CP1001"], err)
	}
	return append(all, fmt.Sprintf("CP1001: %d %d %v", f.TargetsContacted, f.Responded, f.Cost))
}

func expectFigures(t testing.TB, db *DB, what string, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, shown(t, db)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func we1(t testing.TB, db *DB) {
	segment(t, db, SegmentHeader{No: "SM5", Description: "Letter", InteractionTemplateCode: "BUS", CampaignNo: "CP1001", CampaignTarget: true},
		"CT11 CP1001 2024-03-04 JL 8", "CT12 CP1001 2024-03-04 JL 8", "CT21 CP1001 2024-03-04 JL 12.5")
	logIt(t, db, "SM5")
}

func TestLoggedSegmentsBecomeInteractionsAndCampaignEntries(t *testing.T) {
	db := walkthrough(t)
	we1(t, db)
	expectFigures(t, db, "WE-1", "entry 1 CP1001 2024-03-04 JL: 3 28.5", "logged 1 SM5: 3 / 1", "CP1001: 3 0 28.5")
	segment(t, db, SegmentHeader{No: "SM6", InteractionTemplateCode: "RESP", CampaignResponse: true}, "CT11 CP1001 2024-03-18 JL 2", "CT21 CP1001 2024-03-18 JL 2")
	logIt(t, db, "SM6")
	segment(t, db, SegmentHeader{No: "SM7", InteractionTemplateCode: "BUS"}, "CT11 CP1001 2024-03-20 JL 0", "CT12 CP1002 2024-03-21 JL 0", "CT21 CP1001 2024-03-19 MK 0",
		"CT20  2024-03-20 JL 0", " CP1001 2024-03-20 JL 0")
	if made := logIt(t, db, "SM7"); made != (Logged{Segment: 3, Interactions: 4, Entries: 2}) {
		t.Errorf("made %+v", made)
	}
	expectFigures(t, db, "WE-3: the earliest line makes the entry", "entry 1 CP1001 2024-03-04 JL: 3 28.5", "entry 2 CP1001 2024-03-18 JL: 2 4",
		"entry 3 CP1001 2024-03-19 MK: 2 0", "entry 4 CP1002 2024-03-21 JL: 1 0", "logged 1 SM5: 3 / 1", "logged 2 SM6: 2 / 1", "logged 3 SM7: 4 / 2", "CP1001: 3 2 32.5")
	left, err := SegmentHeaders.Count(db, View{})
	if err != nil || left != 0 {
		t.Errorf("%d segments left, %v", left, err)
	}
	people, err := PeopleOfCampaign(db, "CP1001", Period{From: "2024-03-04", To: "2024-03-18"})
	if err != nil || people != (CampaignPeople{Contacted: 3, Responded: 2}) {
		t.Errorf("people %+v, %v", people, err)
	}
	for no, want := range map[ContactNo]string{"CT10": "5 18", "CT11": "3 10", "CT20": "4 14.5", "CT12": "2 8"} {
		f, err := FiguresOfContact(db, no, Period{})
		if got := fmt.Sprintf("%d %v", f.Interactions, f.Cost); err != nil || got != want {
			t.Errorf("CO-53 %s: %s, want %s, %v", no, got, want, err)
		}
	}
}

func TestCancelingFollowsWhatWasCanceledWithWhat(t *testing.T) { // WE-4 with DV-13
	db := walkthrough(t)
	we1(t, db)
	do := func(fn func(*Tx) error) { t.Helper(); write(t, db, fn) }
	entry := func(canceled bool) func(*Tx) error {
		return func(tx *Tx) error { return CancelEntry(tx, 1, canceled) }
	}
	logged := func(canceled bool) func(*Tx) error {
		return func(tx *Tx) error { return CancelLoggedSegments(tx, canceled, 1) }
	}
	live := []string{"entry 1 CP1001 2024-03-04 JL: 3 28.5", "logged 1 SM5: 3 / 1", "CP1001: 3 0 28.5"}
	do(logged(true))
	expectFigures(t, db, "logged segment canceled", "entry 1 CP1001 2024-03-04 JL: 3 28.5 canceled", "logged 1 SM5: 3 / 1 canceled", "CP1001: 0 0 0")
	held, err := HeldCanceled(db, 1, 2)
	if err != nil || len(held) != 2 {
		t.Errorf("IN-44: held %v, %v", held, err)
	}
	do(entry(false))
	expectFigures(t, db, "CE-11 only its entry is back", "entry 1 CP1001 2024-03-04 JL: 3 28.5", "logged 1 SM5: 0 / 0 canceled", "CP1001: 3 0 28.5")
	do(logged(false))
	expectFigures(t, db, "all is back", live...)
	do(func(tx *Tx) error { return CancelInteractions(tx, true, 1) })
	expectFigures(t, db, "one interaction canceled", "entry 1 CP1001 2024-03-04 JL: 2 20.5", "logged 1 SM5: 2 / 1", "CP1001: 2 0 20.5")
	do(entry(true))
	expectFigures(t, db, "its entry too", "entry 1 CP1001 2024-03-04 JL: 3 28.5 canceled", "logged 1 SM5: 0 / 0", "CP1001: 0 0 0")
	do(entry(false))
	expectFigures(t, db, "DV-13 it stays canceled", "entry 1 CP1001 2024-03-04 JL: 2 20.5", "logged 1 SM5: 2 / 1", "CP1001: 2 0 20.5")
	do(func(tx *Tx) error {
		if n, err := DeleteEntries(tx, 1); n != 0 || err != nil {
			t.Errorf("CE-13: %d live entries deleted, %v", n, err)
		}
		return CancelEntry(tx, 1, true)
	})
	do(func(tx *Tx) error {
		if err := CommentLines.Insert(tx, &CommentLine{TableName: CommentOnInteraction, No: EntryText(1)}); err != nil {
			return err
		}
		if n, err := DeleteEntries(tx, 1); n != 1 || err != nil {
			t.Errorf("deleted %d, %v", n, err)
		}
		return nil
	})
	expectFigures(t, db, "WE-5 deleted with its interactions", "logged 1 SM5: 0 / 0", "CP1001: 0 0 0")
	if n, err := CommentLines.Count(db, View{}); n != 0 || err != nil {
		t.Errorf("DV-8: %d comments left, %v", n, err)
	}
	do(func(tx *Tx) error {
		if err := CancelLoggedSegments(tx, true, 1); err != nil {
			return err
		}
		n, err := DeleteLoggedSegments(tx, 1)
		if n != 1 {
			t.Errorf("SG-72: deleted %d", n)
		}
		return err
	})
	we1(t, db)
	expectFigures(t, db, "DV-11 no number comes again", "entry 2 CP1001 2024-03-04 JL: 3 28.5", "logged 2 SM5: 3 / 1", "CP1001: 3 0 28.5")
}

func TestACallFromALineSharesTheEntryOfItsSegment(t *testing.T) { // WE-6 with DV-6, DV-7
	db := walkthrough(t)
	call := func() {
		write(t, db, func(tx *Tx) error {
			i := Interaction{ContactNo: "CT11", ContactCompanyNo: "CT10", Date: "2024-04-03", CampaignNo: "CP1001", SegmentNo: "SM8", SalespersonCode: "JL", Cost: Int(1)}
			if err := EnterCampaign(tx, &i, "Call round"); err != nil {
				return err
			}
			return Interactions.Insert(tx, &i)
		})
	}
	call()
	write(t, db, func(tx *Tx) error { return CancelEntry(tx, 1, true) })
	call()
	segment(t, db, SegmentHeader{No: "SM8", InteractionTemplateCode: "BUS"}, "CT11 CP1001 2024-04-02 JL 8")
	logIt(t, db, "SM8")
	expectFigures(t, db, "DV-6, DV-7", "entry 1 CP1001 2024-04-03 JL: 1 1 canceled", "entry 2 CP1001 2024-04-03 JL: 2 9", "logged 1 SM8: 1 / 1", "CP1001: 0 0 9")
	write(t, db, func(tx *Tx) error { return CancelLoggedSegments(tx, true, 1) })
	expectFigures(t, db, "DV-6 the call follows", "entry 1 CP1001 2024-04-03 JL: 1 1 canceled", "entry 2 CP1001 2024-04-03 JL: 2 9 canceled", "logged 1 SM8: 1 / 1 canceled", "CP1001: 0 0 0")
}

func TestAnEmailWithoutAddressLosesItsType(t *testing.T) { // SG-65
	db := walkthrough(t)
	segment(t, db, SegmentHeader{No: "SM9", InteractionTemplateCode: "EMAIL", CorrespondenceType: Email}, "CT11  2024-04-02 JL 0", "CT12  2024-04-02 JL 0")
	if made := logIt(t, db, "SM9"); made.NoEmail != 1 {
		t.Errorf("made %+v", made)
	}
	logged, err := Interactions.Select(db, View{})
	if err != nil || logged[0].CorrespondenceType != Email || logged[1].CorrespondenceType != NoCorrespondence {
		t.Errorf("%+v, %v", logged, err)
	}
}

// contentOf is everything in the company that the journal keeps.
func contentOf(t testing.TB, db *DB) map[string][]string {
	all := map[string][]string{}
	for name, table := range declared {
		rows, err := column1[string](db, "SELECT "+imageOf("t", table.storedNames())+" FROM "+name+" AS t ORDER BY id")
		if err != nil {
			t.Fatal(err)
		}
		all[name] = rows
	}
	return all
}

func TestUndoOfALoggedSegmentLeavesEverythingAsItWas(t *testing.T) {
	db := walkthrough(t)
	segment(t, db, SegmentHeader{No: "SM1", InteractionTemplateCode: "BUS", CampaignNo: "CP1001", CampaignTarget: true, SalespersonCode: "JL", Date: "2024-03-04"}, "CT10 CP1001 2024-03-04 JL 8")
	write(t, db, func(tx *Tx) error {
		if err := SegmentCriteriaLines.Insert(tx, &SegmentCriteriaLine{SegmentNo: "SM1", LineNo: 1, Action: AddContactsAction}); err != nil {
			return err
		}
		_, err := AddContacts(tx, "SM1", ContactChoice{ActionNo: 1})
		return firstOf(err, SegmentLanguages.Insert(tx, &SegmentLanguage{SegmentNo: "SM1", LineNo: 10000, LanguageCode: "SV"}))
	})
	before := contentOf(t, db)
	if made := logIt(t, db, "SM1"); made.Interactions != 5 {
		t.Errorf("made %+v", made)
	}
	after := contentOf(t, db)
	for _, step := range []struct {
		name string
		do   func(context.Context) (Message, error)
		want map[string][]string
	}{{"undo", db.Undo, before}, {"redo", db.Redo, after}, {"undo again", db.Undo, before}} {
		if _, err := step.do(t.Context()); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(step.want, contentOf(t, db)); diff != "" {
			t.Errorf("%s: %s", step.name, diff)
		}
	}
}

func TestACancelledLogLeavesNothing(t *testing.T) {
	db := walkthrough(t)
	segment(t, db, SegmentHeader{No: "SM1", InteractionTemplateCode: "BUS"}, "CT11 CP1001 2024-03-04 JL 8", "CT12 CP1001 2024-03-04 JL 8")
	before := contentOf(t, db)
	ctx, cancel := context.WithCancel(t.Context())
	err := db.Write(ctx, Msg("test"), func(tx *Tx) error {
		_, err := LogSegment(tx, "SM1", "2024-03-05", "me")
		cancel()
		return err
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if diff := cmp.Diff(before, contentOf(t, db)); diff != "" {
		t.Error(diff)
	}
}
