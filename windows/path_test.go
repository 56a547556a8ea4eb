package windows

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/company"
	"campaigndesk/app/register"
	"campaigndesk/data"
	"campaigndesk/windows/field"
	"campaigndesk/windows/pagetest"

	"github.com/google/go-cmp/cmp"
)

// startProgram opens a company file and shows the main window, as the program does on 16 March 2026.
func startProgram(t *testing.T, db *data.DB) *pagetest.Page {
	t.Helper()
	s, err := app.Start(db)
	if err != nil {
		t.Fatal(err)
	}
	s.Now = func() time.Time { return pagetest.WorkDate.Time().Add(12 * time.Hour) }
	s.WorkDate = pagetest.WorkDate
	p := pagetest.Start(t, s, All(), Home)
	p.Desk().Records = Records()
	return p
}

// shop fills a new company with what an import brings: a salesperson, two items and two customers with their contacts.
func shop(t *testing.T, s *app.Session) {
	t.Helper()
	apptest.Add(t, s, data.Salespeople, data.Salesperson{Code: "EK", Name: "Eva Ek"})
	apptest.Add(t, s, data.Units, data.Unit{Code: "PCS", Description: "Piece"})
	for _, i := range []data.Item{
		{No: "CHAIR", Description: "Chair", BaseUnit: "PCS", UnitPrice: data.Int(1000), UnitCost: data.Int(400), AllowInvoiceDisc: true},
		{No: "DESK", Description: "Desk", BaseUnit: "PCS", UnitPrice: data.Int(5000), UnitCost: data.Int(2500), AllowInvoiceDisc: true},
	} {
		if _, err := register.CreateItem(s, &i); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"Studio Ask", "Bureau Bok"} {
		if _, err := register.CreateCustomer(s, &data.Customer{Name: name, AllowLineDisc: true}); err != nil {
			t.Fatal(err)
		}
	}
}

// tabTo goes by Tab to a field or list, out of a list that is edited by Ctrl+Tab.
func tabTo(t *testing.T, p *pagetest.Page, what interface{ Focused() bool }) *pagetest.Page {
	t.Helper()
	for range 80 {
		if what.Focused() {
			return p
		}
		switch p.Window().Fyne().Canvas().Focused().(type) {
		case field.Widget, *field.Button, nil:
			p.Press("Tab")
		default:
			p.Press("Ctrl+Tab")
		}
	}
	t.Fatalf("Tab does not lead there in %s: %s", p.Title(), p.Message())
	return p
}

// search opens what the search over everything finds first.
func search(p *pagetest.Page, words string) *pagetest.Page {
	return p.Press("Alt+Q").Type(words).Press("Enter").Newest()
}

// The whole path of a campaign in a new company, from its status codes to the price on a quote and back, by keyboard only.
func TestPathFromCampaignToQuote(t *testing.T) {
	file := filepath.Join(t.TempDir(), "Ek & Ask AB.campaigndesk")
	db, err := company.New(file, company.Choices{Name: "Ek & Ask AB", Language: "en", Region: "sv", Currency: "SEK"})
	if err != nil {
		t.Fatal(err)
	}
	home := startProgram(t, db)
	s := home.Session()
	s.Setup.CustomerRelation = "CUST"
	shop(t, s)

	setup := home.Press("Enter").Newest() // the first of the first steps: who works here
	tabTo(t, setup, setup.Field("Salesperson Code")).Type("EK").Press("Enter", "Esc")

	search(home, "Campaign Status").WantCell(5, "Code", "9-DONE") // CP-3
	home.Press("Ctrl+N").Type("6-hold").Press("Enter").Type("On hold").Press("Down")
	home.WantCell(home.Lines().Find("Code", "6-HOLD"), "Description", "On hold").Press("Esc")

	// The campaign.
	card := home.Press("Ctrl+N").Newest()
	card.Press("Tab").Type("Spring").Press("Enter").Type("5-START").Press("Enter").Type("2026-04-01").Press("Enter").Type("2026-04-30").Press("Enter")
	for field, want := range map[string]string{"No.": "CP0001", "Description": "Spring", "Status Code": "5-START",
		"Starting Date": "2026-04-01", "Ending Date": "2026-04-30", "Salesperson Code": "EK"} {
		card.WantField(field, want)
	}

	// Whom it is for.
	segment := search(card, "New Segment")
	segment.Press("Tab").Type("Studios").Press("Enter")
	segment.WantField("No.", "SM00001").WantField("Campaign No.", "CP0001")
	segment.Press("Ctrl+Shift+A", "Tab").Type("Studio*").Press("Tab")
	if !segment.Sees("1 contact will be added") {
		t.Errorf("no count among %q", segment.Texts())
	}
	segment.Press("Enter").WantMessage("1 contact was added.")
	tabTo(t, segment, segment.Field("Campaign Target")).Press("Space")
	wantQuestion(t, segment, "Change Campaign Target on the line of the segment as well?")
	segment.Press("Enter")
	segment.Part("Lines").WantCell(0, "campaign-target", "true")
	segment.Press("Esc")

	// What it offers.
	prices := card.Press("Ctrl+Shift+P").Newest()
	prices.Press("Ctrl+N").Type("CHAIR").Press("Enter")
	for _, column := prices.Lines().Cursor(); column != "unit-price"; _, column = prices.Lines().Cursor() {
		prices.Press("Enter")
	}
	prices.Type("800").Press("Enter", "Down", "Esc")
	discounts := card.Press("Ctrl+Shift+L").Newest()
	discounts.Press("Ctrl+N").Type("Item").Press("Enter").Type("DESK").Press("Enter")
	for _, column := discounts.Lines().Cursor(); column != "line-discount-percent"; _, column = discounts.Lines().Cursor() {
		discounts.Press("Enter")
	}
	discounts.Type("10").Press("Enter", "Down", "Esc")
	offered := card.Part("Prices and Discounts")
	offered.WantCell(0, "unit-price", "800,00")
	offered.WantCell(1, "discount-percent", "10")

	// It begins earlier than planned, and its prices follow.
	tabTo(t, card, card.Field("Starting Date")).Type("2026-03-01").Press("Enter").Type("2026-03-31").Press("Enter")
	want := [2]data.Date{"2026-03-01", "2026-03-31"}
	if period, rows := dates(t, s, "CP0001"); period != want || !cmp.Equal(rows, [][2]data.Date{want}) {
		t.Errorf("%v with rows of %v", period, rows)
	}

	// The dry run, and the activation.
	run := card.Press("Ctrl+F9").Newest()
	wantCue(t, run, "Entering the target group", "1")
	changes := run.Part("Prices that change")
	changes.WantCell(changes.Find("item-no", "CHAIR"), "price-before", noBreak("1 000,00"))
	changes.WantCell(changes.Find("item-no", "CHAIR"), "price-after", "800,00")
	changes.WantCell(changes.Find("item-no", "DESK"), "price-after", noBreak("4 500,00"))
	run.Press("Ctrl+F9").WantMessage("Campaign CP0001 is active for 1 customers and 0 contacts.").Press("Esc")
	if !shows(card, "Active") {
		t.Errorf("no state among %q", card.Texts())
	}
	card.Press("Esc")

	// Its prices on quotes.
	write := func(customer string) *pagetest.Page {
		p := search(home, "New Quote")
		p.Press("Tab").Type(customer).Press("Enter")
		tabTo(t, p, p.Part("Lines")).Type("CHAIR").Press("Enter").Type("2").Press("Down", "Home").Type("DESK").Press("Enter").Type("1").Press("Down")
		return p
	}
	check := func(p *pagetest.Page, chair, chairFrom, desk, deskDiscount string) {
		t.Helper()
		lines := p.Part("Lines")
		lines.WantCell(0, "unit-price", noBreak(chair))
		lines.WantCell(0, "price-origin", chairFrom)
		lines.WantCell(1, "unit-price", noBreak(desk))
		lines.WantCell(1, "line-discount-percent", deskDiscount)
	}
	targeted := write("CU00001")
	check(targeted, "800,00", "CP0001", "5 000,00", "10")
	targeted.Press("Esc")
	untargeted := write("CU00002")
	check(untargeted, "1 000,00", "", "5 000,00", "")
	untargeted.Press("Esc")

	// Why this price: the campaign's row is chosen.
	quote := search(home, "SQ00001")
	why := tabTo(t, quote, quote.Part("Lines")).Press("Ctrl+Home", "Ctrl+F8").Newest()
	why.WantField("Item No.", "CHAIR").WantField("Customer No.", "CU00001").WantField("Date", "2026-03-16")
	candidates := why.Part("Prices and discounts looked at")
	candidates.WantCell(0, "Verdict", "Chosen")
	candidates.WantCell(0, "Sales Code", "CP0001")
	why.Press("Esc")

	// After the campaign's end it is over.
	tabTo(t, quote, quote.Field("Order Date")).Type("2026-04-01").Press("Enter")
	if !quote.Dialog() {
		t.Fatalf("no question, message %q", quote.Message())
	}
	quote.Press("Y")
	check(quote, "1 000,00", "", "5 000,00", "")
	quote.Press("Esc")

	// All of it can be undone after the program was closed, and done again.
	after := apptest.Read(t, s)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(file); err != nil {
		t.Fatal(err)
	}
	if db, err = data.Open(file); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	home = startProgram(t, db)
	steps := 0
	for home.Message() != "Undone: Create campaign CP0001" {
		if steps++; steps > 60 || !strings.HasPrefix(home.Press("Ctrl+Z").Message(), "Undone: ") {
			t.Fatalf("after %d steps: %s", steps, home.Message())
		}
	}
	for table, n := range map[string]int{
		"campaigns": len(apptest.All(t, home.Session(), data.Campaigns)), "segments": len(apptest.All(t, home.Session(), data.SegmentHeaders)),
		"prices": len(apptest.All(t, home.Session(), data.SalesPrices)), "targets": len(apptest.All(t, home.Session(), data.CampaignTargets)),
		"quotes": len(apptest.All(t, home.Session(), data.QuoteHeaders)),
	} {
		if n != 0 {
			t.Errorf("%d %s are left", n, table)
		}
	}
	for range steps {
		home.Press("Ctrl+Shift+Z").WantMessage("Done again: ")
	}
	home.Press("Ctrl+Shift+Z").WantMessage("There is nothing to do again.")
	if diff := cmp.Diff(after, apptest.Read(t, home.Session())); diff != "" {
		t.Errorf("not as before (-want +got):\n%s", diff)
	}
}
