package windows

import (
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/campaign"
	"campaigndesk/data"
	"campaigndesk/windows/page"
	"campaigndesk/windows/pagetest"
)

// newQuote opens a new quote on a day and enters whom it is for.
func newQuote(t *testing.T, s *app.Session, party, no, day string) *pagetest.Page {
	t.Helper()
	p := pagetest.OpenIn(t, s, QuoteCard(s, 0))
	p.Field("Order Date").Enter(day)
	p.Field(party).Enter(no)
	return p
}

// typeLine types item and quantity on the empty line, as fast as possible: Enter goes only to what is not there yet.
func typeLine(p *pagetest.Page, item, quantity string) pagetest.Lines {
	lines := p.Part("Lines")
	lines.GoTo(lines.Rows(), "item-no").Type(item).Press("Enter").Type(quantity).Press("Enter")
	return p.Part("Lines")
}

// OQ-3: the lines have the campaign's prices for its targets, and for nobody else or after its end (CP-106, CP-215).
func TestQuoteLinesGetCampaignPrices(t *testing.T) {
	for _, c := range []struct {
		name                               string
		party, no, day, item, quantity     string
		price, discount, amount, priceFrom string
	}{
		{"customer in the target group", "Customer No.", "CU00001", "2026-03-16", "1010", "12", "3 390,00", "5", "38 646,00", "CP0003"},
		{"first campaign is dearer for few", "Customer No.", "CU00001", "2026-03-16", "1010", "2", "3 490,00", "5", "6 631,00", "CP0008"},
		{"last day of the campaign", "Customer No.", "CU00001", "2026-04-19", "1010", "12", "3 390,00", "5", "38 646,00", "CP0003"},
		{"day after its end", "Customer No.", "CU00001", "2026-04-20", "1010", "12", "4 090,00", "5", "46 626,00", ""},
		{"customer that is no target", "Customer No.", "CU00013", "2026-03-16", "1010", "2", "4 290,00", "", "8 580,00", ""},
		{"contact that is no customer", "Contact No.", "CT000162", "2026-03-16", "1010", "12", "3 390,00", "", "40 680,00", "CP0003"},
		{"price in the customer's currency", "Customer No.", "CU00038", "2026-03-16", "1010", "2", "329,00", "2", "644,84", "CP0003"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := pagetest.Session(t, "en")
			p := newQuote(t, s, c.party, c.no, c.day)
			lines := typeLine(p, c.item, c.quantity)
			for column, want := range map[string]string{"unit-price": c.price, "line-discount-percent": c.discount, "line-amount": c.amount, "price-origin": c.priceFrom} {
				lines.WantCell(0, column, noBreak(want))
			}
			if p.Message() != "" {
				t.Errorf("message %q", p.Message())
			}
		})
	}
}

// CP-109: the campaign on the header gives nobody its prices.
func TestCampaignOfQuoteChangesNoPrice(t *testing.T) {
	s := pagetest.Session(t, "en")
	p := newQuote(t, s, "Customer No.", "CU00013", "2026-03-16")
	p.Field("Campaign No.").Enter("CP0003")
	typeLine(p, "1010", "2").WantCell(0, "unit-price", noBreak("4 290,00"))
}

// CP-205: a typed price is marked and survives another quantity; Best price brings the calculated one back.
func TestTypedPriceStays(t *testing.T) {
	s := pagetest.Session(t, "en")
	p := newQuote(t, s, "Customer No.", "CU00001", "2026-03-16")
	lines := typeLine(p, "1010", "12")
	lines.GoTo(0, "unit-price").Type("3000").Press("Enter")
	lines.WantCell(0, "price-origin", "Typed")
	lines.GoTo(0, "quantity").Type("20").Press("Down")
	lines.WantCell(0, "unit-price", noBreak("3 000,00"))
	lines.WantCell(0, "line-amount", noBreak("57 000,00"))
	lines.GoTo(0, "item-no")
	p.Button("Best price").Click()
	lines.WantCell(0, "unit-price", noBreak("3 390,00"))
	lines.WantCell(0, "price-origin", "CP0003")
}

// S4: another unit takes a typed price away only after a question.
func TestUnitAsksBeforeTypedPriceGoes(t *testing.T) {
	for _, answer := range []struct{ key, unit, price string }{{"N", "PCS", "3 000,00"}, {"Y", "BOX", "6 900,00"}} {
		s := pagetest.Session(t, "en")
		p := newQuote(t, s, "Customer No.", "CU00001", "2026-03-16")
		lines := typeLine(p, "1010", "12")
		lines.GoTo(0, "unit-price").Type("3000").Press("Down", "Up")
		lines.GoTo(0, "unit").Type("BOX").Press("Tab", "Down")
		if !p.Dialog() {
			t.Fatalf("no question, message %q", p.Message())
		}
		p.Press(answer.key)
		p.Part("Lines").WantCell(0, "unit", answer.unit)
		p.Part("Lines").WantCell(0, "unit-price", noBreak(answer.price))
	}
}

// S5, S6: deactivation changes lines only when they are calculated again.
func TestDeactivationAffectsLaterCalculations(t *testing.T) {
	s := pagetest.Session(t, "en")
	p := newQuote(t, s, "Customer No.", "CU00001", "2026-03-16")
	lines := typeLine(p, "1010", "12")
	lines.GoTo(0, "quantity").Press("Down") // stores the line
	for _, no := range []data.CampaignNo{"CP0003", "CP0008"} {
		if _, err := campaign.Deactivate(s, no); err != nil {
			t.Fatal(err)
		}
	}
	lines.WantCell(0, "unit-price", noBreak("3 390,00"))
	lines.GoTo(0, "quantity").Type("13").Press("Enter")
	lines.WantCell(0, "unit-price", noBreak("4 090,00"))
}

// CP-201: another order date leaves the lines alone unless the user wants them recalculated.
func TestOrderDateAsksToRecalculate(t *testing.T) {
	for _, answer := range []struct{ key, price string }{{"N", "3 390,00"}, {"Y", "4 090,00"}} {
		s := pagetest.Session(t, "en")
		p := newQuote(t, s, "Customer No.", "CU00001", "2026-03-16")
		typeLine(p, "1010", "12").GoTo(0, "quantity").Press("Down")
		p.Field("Order Date").Enter("2026-04-20")
		if !p.Dialog() {
			t.Fatalf("no question, message %q", p.Message())
		}
		p.Press(answer.key)
		p.WantField("Order Date", "2026-04-20")
		p.Part("Lines").WantCell(0, "unit-price", noBreak(answer.price))
		p.Action("Recalculate lines").Do()
		p.Part("Lines").WantCell(0, "unit-price", noBreak("4 090,00"))
	}
}

// A line that is being entered is stored before the header changes, so that it is among those recalculated.
func TestHeaderStoresLineBeingEntered(t *testing.T) {
	s := pagetest.Session(t, "en")
	p := newQuote(t, s, "Customer No.", "CU00001", "2026-03-16")
	typeLine(p, "1010", "12")
	p.Field("Order Date").Enter("2026-04-20")
	if !p.Dialog() {
		t.Fatalf("no question, message %q", p.Message())
	}
}

// CP-250…252: rows below the minimum quantity are offered, but not taken.
func TestGetPrice(t *testing.T) {
	s := pagetest.Session(t, "en")
	p := newQuote(t, s, "Customer No.", "CU00001", "2026-03-16")
	lines := typeLine(p, "1010", "2")
	lines.GoTo(0, "item-no")
	p.Button("Get Price…").Click()
	p.Lines().GoTo(rowOfPrice(p, "1010", "PCS", "10"), "item-no").Press("Enter")
	p.WantMessage("The quantity is below the minimum of the chosen row.") // M-22
	p.Part("Lines").WantCell(0, "unit-price", noBreak("3 490,00"))

	p.Part("Lines").GoTo(0, "item-no")
	p.Button("Get Price…").Click()
	p.Lines().GoTo(rowOfPrice(p, "1010", "PCS", "0"), "item-no").Press("Enter")
	p.Part("Lines").WantCell(0, "unit-price", noBreak("3 590,00"))
}

// A released quote is closed (CP-254); reopening lets its lines be changed again.
func TestReleasedQuoteIsLocked(t *testing.T) {
	s := pagetest.Session(t, "en")
	h, err := data.QuoteHeaders.Get(s.DB, data.QuoteNo("SQ00003"))
	if err != nil {
		t.Fatal(err)
	}
	p := pagetest.OpenIn(t, s, QuoteCard(s, h.ID))
	p.Action("Release").Do()
	p.WantField("Status", "Released")
	p.Part("Lines").GoTo(0, "quantity").Type("99").Press("Enter")
	p.Part("Lines").WantCell(0, "quantity", "12")
	p.Action("Reopen").Do()
	p.Part("Lines").GoTo(0, "quantity").Type("13").Press("Down")
	p.Part("Lines").WantCell(0, "quantity", "13")
}

func TestWhyThisPriceOfLine(t *testing.T) {
	s := pagetest.Session(t, "en")
	h, err := data.QuoteHeaders.Get(s.DB, data.QuoteNo("SQ00003"))
	if err != nil {
		t.Fatal(err)
	}
	p := pagetest.OpenIn(t, s, QuoteCard(s, h.ID))
	p.Part("Lines").GoTo(0, "item-no").Press("Ctrl+F8")
	why := p.Newest()
	why.WantField("Customer No.", "CU00001").WantField("Date", "2026-03-09").WantField("Quantity", "12")
	why.Part("Prices and discounts looked at").WantCell(0, "Verdict", "Chosen")
}

// The list leads to the card and back.
func TestQuotesOpenTheirCard(t *testing.T) {
	p := pagetest.Open(t, func(s *app.Session) page.Page { return Quotes(s) })
	if got := p.Cell(0, "no"); got != "SQ00012" {
		t.Errorf("the first quote is %s, want the newest", got)
	}
	p.Lines().GoTo(p.Lines().Find("no", "SQ00003"), "no").Press("Enter")
	p.Newest().WantField("No.", "SQ00003").WantField("Name", "Sävlunda Arkitekter AB")
}
