package windows

import (
	"strings"
	"testing"

	"campaigndesk/app"
	"campaigndesk/data"
	"campaigndesk/windows/page"
	"campaigndesk/windows/pagetest"

	"fyne.io/fyne/v2"
)

// askPrice types a question into Price Check.
func askPrice(p *pagetest.Page, party, no, item, quantity, date string) *pagetest.Page {
	if p.Field(party).Text() != no {
		p.Field(party).Enter(no)
	}
	p.Field("Date").Enter(date)
	p.Field("Item No.").Enter(item)
	return p.Field("Quantity").Enter(quantity)
}

func openPriceCheck(t *testing.T) *pagetest.Page {
	t.Helper()
	return pagetest.Open(t, func(s *app.Session) page.Page { return PriceCheck(s) }).Resize(1280, 800)
}

// CP-256, CP-257: the answer and where it comes from, for a target of the campaign, for others, and after its end.
func TestPriceCheckAnswers(t *testing.T) {
	for _, c := range []struct {
		name                                string
		party, no, quantity, date           string
		price, discount, amount, from, lost string // lost: a verdict on one of the other rows
	}{
		{"a customer in the target group", "Customer No.", "CU00001", "12", "2026-03-16", "3 390,00", "5", "38 646,00", "Campaign CP0003 · from 10 PCS · 2026-02-16 – 2026-04-19", ""},
		{"below the minimum quantity", "Customer No.", "CU00001", "9", "2026-03-16", "3 490,00", "5", "29 839,50", "Campaign CP0008", ""},
		{"the day after the end", "Customer No.", "CU00001", "9", "2026-04-20", "4 290,00", "5", "36 679,50", "Item card", "Expired"},
		{"a customer that is no target", "Customer No.", "CU00013", "9", "2026-03-16", "4 290,00", "0", "38 610,00", "Item card", "Campaign not activated for this party"},
		{"a contact without customer", "Contact No.", "CT000162", "12", "2026-03-16", "3 390,00", "0", "40 680,00", "Campaign CP0003", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := askPrice(openPriceCheck(t), c.party, c.no, "1010", c.quantity, c.date)
			for _, want := range []string{c.price, c.discount, c.amount, c.from} {
				if !p.Sees(want) && !p.Sees(noBreak(want)) {
					t.Errorf("no %q among %q, message %q", want, p.Texts(), p.Message())
				}
			}
			if c.lost != "" && p.Part("Prices and discounts looked at").Find("Verdict", c.lost) < 0 {
				t.Errorf("no row is %q", c.lost)
			}
		})
	}
}

// noBreak writes the blanks in an amount as the program does.
func noBreak(amount string) string { return strings.ReplaceAll(amount, " ", "\u00a0") }

func TestPriceCheckRefuses(t *testing.T) {
	for _, c := range []struct{ field, typed, want string }{
		{"Customer No.", "CU99999", "Customer CU99999 does not exist."},
		{"Contact No.", "CT999999", "Contact CT999999 does not exist."},
		{"Item No.", "9999", "Item 9999 does not exist."},
		{"Unit of Measure Code", "SET", "Item 1010 has no unit SET."},
		{"Currency Code", "XXX", "Currency XXX does not exist."},
	} {
		p := askPrice(openPriceCheck(t), "Customer No.", "CU00001", "1010", "1", "2026-03-16")
		p.Field(c.field).Enter(c.typed).WantMessage(c.want)
	}
}

// CP-258: nothing is stored, and the answer can be taken along as text.
func TestPriceCheckCopiesText(t *testing.T) {
	p := askPrice(openPriceCheck(t), "Customer No.", "CU00001", "1010", "12", "2026-03-16")
	before, err := data.Journal(p.Session().DB, 10)
	if err != nil {
		t.Fatal(err)
	}
	p.Press("Ctrl+Shift+C").WantMessage("clipboard")
	text := fyne.CurrentApp().Clipboard().Content()
	for _, want := range []string{"Name: Sävlunda Arkitekter AB\n", "Item No.: 1010 Skarv task chair, mesh back\n", "Quantity: 12 PCS\n",
		"Unit Price: " + noBreak("3 390,00") + " SEK\n", "Line Amount: " + noBreak("38 646,00") + " SEK\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %q", want, text)
		}
	}
	after, err := data.Journal(p.Session().DB, 10)
	if err != nil || len(after) != len(before) {
		t.Errorf("the journal has %d entries, want %d (%v)", len(after), len(before), err)
	}
}

// Price Check follows what happens in other windows.
func TestPriceCheckFollowsPrices(t *testing.T) {
	s := pagetest.Session(t, "en")
	p := askPrice(pagetest.OpenIn(t, s, PriceCheck(s)), "Customer No.", "CU00001", "1010", "12", "2026-03-16")
	row := prices(t, s, data.Equal("sales_code", "CP0003"), data.Equal("item_no", "1010"), data.Equal("minimum_quantity", data.Int(10)))[0]
	row.UnitPrice = data.Int(3000)
	if err := s.Write(data.Msg("test"), func(tx *data.Tx) error { return data.SalesPrices.Update(tx, &row) }); err != nil {
		t.Fatal(err)
	}
	if !p.Sees(noBreak("3 000,00")) {
		t.Errorf("the new price is not shown: %q", p.Texts())
	}
}
