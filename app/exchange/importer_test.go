package exchange

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/data"
)

// importOf prepares the import of a file into the target, mapped as proposed.
func importOf(t testing.TB, s *app.Session, target Target, path string) *Import {
	t.Helper()
	table, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	survey, err := table.Survey(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return &Import{Session: s, Table: table, Columns: survey.Columns, Rows: survey.Rows, Target: target,
		Mapping: Propose(target, table.Headings, table.Sample)}
}

// imported imports a text and returns its report, after checking that the preview said the same.
func imported(t *testing.T, s *app.Session, target Target, text string, change ...func(*Import)) Report {
	t.Helper()
	i := importOf(t, s, target, fileOf(t, "a.csv", text))
	for _, c := range change {
		c(i)
	}
	return carriedOut(t, i)
}

func carriedOut(t *testing.T, i *Import) Report {
	t.Helper()
	preview, err := i.Preview(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	report, err := i.Write(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(preview, report); diff != "" {
		t.Errorf("the preview said something else than the import: %s", diff)
	}
	return report
}

// verdicts tells each line's verdict with its reason or its changes, "2 new", "3 faulty: item-no import-unknown-code".
func verdictsOf(r Report) (lines []string) {
	words := [...]string{"new", "same", "changed", "faulty"}
	all := map[int]string{}
	for v, rows := range r.Rows {
		for _, row := range rows {
			text := words[v]
			var reason data.Message
			if errors.As(row.Reason, &reason) {
				text += ": " + strings.TrimSpace(reason.Field+" "+reason.Key)
			}
			for _, c := range row.Changes {
				text += fmt.Sprintf(", %s %v → %v", c.Field, c.Old, c.New)
			}
			all[row.Line] = text
		}
	}
	for line := range 10_000 {
		if text, ok := all[line]; ok {
			lines = append(lines, fmt.Sprintf("%d %s", line, text))
		}
	}
	return lines
}

func wantVerdicts(t *testing.T, r Report, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, verdictsOf(r)); diff != "" {
		t.Error(diff)
	}
}

func TestItemsAreImported(t *testing.T) {
	s := apptest.New(t)
	apptest.Add(t, s, data.Items, data.Item{No: "1000", Description: "Stol", UnitPrice: data.Int(100), AllowInvoiceDisc: true},
		data.Item{No: "1001", Description: "Bord", UnitPrice: data.Int(200), AllowInvoiceDisc: true})
	const file = "Artikelnr;Benämning;Enhet;Pris;Spärrad\n" +
		"1000;Stol;;100,00;\n" + // says nothing new
		"1001;Bord;;225,50;ja\n" +
		"1002;Lampa;st;80;\n" +
		";Utan nummer;;1;\n" +
		"1003;Matta;st;på begäran;\n" +
		"1004;Soffa;st;-5;\n" +
		"1002;Lampa igen;st;81;\n" +
		"1005;Byrå;kartonglåda;1;\n" +
		"1006;Skåp;st;1;kanske\n"
	before := apptest.Read(t, s)
	report := imported(t, s, Items, file, func(i *Import) { i.CreateCodes = true })
	wantVerdicts(t, report,
		"2 same",
		"3 changed, unit-price 200 → 225.5, blocked false → true",
		"4 new",
		"5 faulty: no must-not-be-blank",
		"6 faulty: unit-price import-no-number",
		"7 faulty: unit-price must-not-be-negative",
		"8 faulty: import-repeated",
		"9 faulty: base-unit-of-measure text-too-long",
		"10 faulty: blocked import-no-boolean",
	)
	if diff := cmp.Diff([]NewCode{{"unit_of_measure", "ST"}}, report.Codes); diff != "" {
		t.Error(diff)
	}
	lamp := data.Item{No: "1002", Description: "Lampa", BaseUnit: "ST", UnitPrice: data.Int(80), AllowInvoiceDisc: true}
	if diff := cmp.Diff(lamp, apptest.Get(t, s, data.Items, data.ItemNo("1002")), cmpopts.IgnoreFields(data.Item{}, "ID")); diff != "" {
		t.Error(diff)
	}
	if unit := apptest.Get(t, s, data.ItemUnits, data.ItemNo("1002"), data.UnitCode("ST")); unit.QtyPerUnit != data.One {
		t.Errorf("the base unit has %v base units", unit.QtyPerUnit)
	}
	wantVerdicts(t, imported(t, s, Items, file, func(i *Import) { i.CreateCodes = true }),
		"2 same", "3 same", "4 same", "5 faulty: no must-not-be-blank", "6 faulty: unit-price import-no-number", "7 faulty: unit-price must-not-be-negative",
		"8 faulty: import-repeated", "9 faulty: base-unit-of-measure text-too-long", "10 faulty: blocked import-no-boolean")
	undone(t, s, before)
}

// undone takes the last command back and compares the company with what it was.
func undone(t *testing.T, s *app.Session, before apptest.Content) {
	t.Helper()
	if _, err := s.DB.Undo(context.Background()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, apptest.Read(t, s)); diff != "" {
		t.Errorf("one undo does not bring back what was: %s", diff)
	}
}

func TestUnknownCodesAreRefusedUnlessTheyMayBeCreated(t *testing.T) {
	s := apptest.New(t)
	const file = "Artikelnr;Benämning;Enhet\n1000;Stol;ST\n"
	wantVerdicts(t, imported(t, s, Items, file), "2 faulty: base-unit-of-measure import-unknown-code")
	wantVerdicts(t, imported(t, s, Items, file, func(i *Import) { i.CreateCodes = true }), "2 new")
}

func TestFixedValuesFillEveryRow(t *testing.T) {
	s := apptest.New(t)
	report := imported(t, s, Items, "Artikelnr;Benämning\n1000;Stol\n1001;Bord\n", func(i *Import) {
		i.CreateCodes, i.Mapping.Fixed = true, map[string]string{"base-unit-of-measure": "st", "unit-price": "12.5"}
	})
	wantVerdicts(t, report, "2 new", "3 new")
	if item := apptest.Get(t, s, data.Items, data.ItemNo("1001")); item.BaseUnit != "ST" || item.UnitPrice != data.Int(25)/2 {
		t.Errorf("got %+v", item)
	}
	for text, want := range map[string]data.Amount{"12,5": 1250_000, "12.5": 1250_000, "1,234": 123_400, "1 234,50 kr": 1234_50000, "7": data.Int(7)} {
		price, _ := Items.Field("unit-price")
		if v, err := price.read(typed(text), text); v.amount != want || err != nil {
			t.Errorf("%s typed for every row is %v, %v", text, v.amount, err)
		}
	}
	i := importOf(t, s, Items, fileOf(t, "a.csv", "Artikelnr;Benämning\n1000;Stol\n"))
	i.Mapping.Fixed = map[string]string{"unit-price": "dyrt"}
	if _, err := i.Preview(context.Background(), nil); keyOf(err) != "import-no-number" {
		t.Error(err)
	}
}

func TestAFaultStopsTheImportWhenWanted(t *testing.T) {
	s := apptest.New(t)
	before := apptest.Read(t, s)
	i := importOf(t, s, Salespeople, fileOf(t, "a.csv", "Kod;Namn;E-post\nAB;Anna Berg;anna@example.com\nBE;Bo Ek;bo på example\n"))
	i.StopAtFault = true
	_, err := i.Write(context.Background(), nil)
	var m data.Message
	if !errors.As(err, &m) || m.Key != "import-stopped" || m.Args[0] != 3 {
		t.Errorf("got %v", err)
	}
	if diff := cmp.Diff(before, apptest.Read(t, s)); diff != "" {
		t.Error(diff)
	}
}

func TestCancellingLeavesNothing(t *testing.T) {
	s := apptest.New(t)
	before := apptest.Read(t, s)
	var b strings.Builder
	b.WriteString("Kod;Namn\n")
	for n := range 20_000 {
		fmt.Fprintf(&b, "S%d;Säljare %d\n", n, n)
	}
	i := importOf(t, s, Salespeople, fileOf(t, "a.csv", b.String()))
	ctx, cancel := context.WithCancel(context.Background())
	_, err := i.Write(ctx, func(done, total int) {
		if done >= 12_000 {
			cancel()
		}
		if total != 20_000 {
			t.Errorf("%d rows in all", total)
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if diff := cmp.Diff(before, apptest.Read(t, s)); diff != "" {
		t.Error("something was written")
	}
	wantVerdicts(t, imported(t, s, Salespeople, "Kod;Namn\nAB;Anna Berg\n"), "2 new") // and work goes on
}

func TestThePreviewWritesNothing(t *testing.T) {
	s := apptest.New(t)
	before := apptest.Read(t, s)
	i := importOf(t, s, Customers, fileOf(t, "a.csv", "Kundnr;Namn;Kontakt\n;Alfa AB;Anna Berg\n"))
	if _, err := i.Preview(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, apptest.Read(t, s)); diff != "" {
		t.Error(diff)
	}
	if entries, err := data.Journal(s.DB, 10); err != nil || len(entries) > 0 {
		t.Errorf("the journal has %v, %v", entries, err)
	}
}

func TestOnlyTheFirstRowsOfEachVerdictAreKept(t *testing.T) {
	s := apptest.New(t)
	report := imported(t, s, Units, "Kod;Beskrivning\n"+strings.Repeat(";x\n", keptRows+5))
	if report.Counts[Faulty] != keptRows+5 || len(report.Rows[Faulty]) != keptRows {
		t.Errorf("%d rows counted, %d kept", report.Counts[Faulty], len(report.Rows[Faulty]))
	}
}
