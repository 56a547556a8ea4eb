package windows

import (
	"testing"

	"campaigndesk/app"
	"campaigndesk/data"
	"campaigndesk/windows/page"
	"campaigndesk/windows/pagetest"

	"fyne.io/fyne/v2"
)

func openPrices(t *testing.T, f priceFilters) *pagetest.Page {
	t.Helper()
	return pagetest.Open(t, func(s *app.Session) page.Page { return SalesPrices(s, f) })
}

// A new line of a campaign has its type, number and dates before the item is entered (CP-119), and Enter goes only where
// something is to be typed.
func TestEnterPriceOfCampaignByKeyboard(t *testing.T) {
	p := openPrices(t, forCampaign("CP0003"))
	last := p.Rows()
	p.Press("Ctrl+N").Type("1210").Press("Enter")
	for column, want := range map[string]string{"sales-type": "Campaign", "sales-code": "CP0003", "item-no": "1210",
		"unit-price": "", "starting-date": "2026-02-16", "ending-date": "2026-04-19"} {
		p.WantCell(last, column, want)
	}
	if !p.Sees("1\u00a0690,00") { // CP-125: the card price as a hint
		t.Errorf("no list price among %q", p.Texts())
	}
	p.Press("Enter", "Enter").Type("1450").Press("Enter") // unit and minimum quantity stay; a blank currency is gone past
	p.WantCell(last, "unit-price", "1\u00a0450,00")
	p.Press("Down")
	if p.Message() != "" {
		t.Errorf("message %q", p.Message())
	}
	stored := prices(t, p.Session(), data.Equal("sales_code", "CP0003"), data.Equal("item_no", "1210"))
	want := data.SalesPrice{SalesType: data.ForCampaign, SalesCode: "CP0003", ItemNo: "1210", UnitPrice: data.Int(1450),
		StartingDate: "2026-02-16", EndingDate: "2026-04-19", AllowLineDisc: true, AllowInvoiceDisc: true}
	if len(stored) != 1 {
		t.Fatalf("stored %v", stored)
	}
	stored[0].ID, stored[0].Description = 0, ""
	if stored[0] != want {
		t.Errorf("stored %+v, want %+v", stored[0], want)
	}
}

func prices(t *testing.T, s *app.Session, conditions ...data.Cond) []data.SalesPrice {
	t.Helper()
	rows, err := data.SalesPrices.Select(s.DB, data.View{Fixed: conditions})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestPricesAreRefused(t *testing.T) {
	for _, c := range []struct {
		name   string
		column string
		typed  string
		want   string
	}{
		{"an item that does not exist", "item-no", "9999", "Item 9999 does not exist."},
		{"a campaign that is none", "sales-code", "CP9999", "Campaign CP9999 does not exist."},
		{"a variant of another item", "variant-code", "PURPLE", "Item 1010 has no variant PURPLE."},
		{"a unit that the item lacks", "unit-of-measure-code", "SET", "Item 1010 has no unit SET."},
		{"a negative price", "unit-price", "-1", "negative"},
		{"a negative minimum", "minimum-quantity", "-1", "negative"},
		{"a price that is no number", "unit-price", "ten", "does not belong in a number"},
		{"the key of another row", "minimum-quantity", "10", "already registered"}, // M-13
	} {
		t.Run(c.name, func(t *testing.T) {
			s := pagetest.Session(t, "en")
			showColumn(t, s, "sales-prices", "variant-code")
			p := pagetest.OpenIn(t, s, SalesPrices(s, forCampaign("CP0003")))
			row := rowOfPrice(p, "1010", "PCS", "0")
			p.Lines().GoTo(row, c.column).Type(c.typed).Press("Down")
			p.WantMessage(c.want)
			p.Press("Esc", "Esc").Press("Down")
			if p.Message() != "" {
				t.Errorf("after Esc the message is %q", p.Message())
			}
		})
	}
}

// showColumn adds a hidden column to a list, as the user does.
func showColumn(t *testing.T, s *app.Session, name, column string) {
	t.Helper()
	if err := data.SetPageColumns(t.Context(), s.DB, name, "", []data.PageColumn{{ID: column, Position: 4, Width: 100}}); err != nil {
		t.Fatal(err)
	}
}

// rowOfPrice is the row of a price in LCY.
func rowOfPrice(p *pagetest.Page, item, unit, minimum string) int {
	for row := range p.Rows() {
		if p.Cell(row, "item-no") == item && p.Cell(row, "unit-of-measure-code") == unit && p.Cell(row, "minimum-quantity") == minimum && p.Cell(row, "currency-code") == "" {
			return row
		}
	}
	return -1
}

// The dates of campaign rows are the campaign's (CP-127), and the type is fixed while it is filtered by (CP-148).
func TestLockedCellsOfPrices(t *testing.T) {
	p := openPrices(t, forCampaign("CP0003"))
	for _, column := range []string{"sales-type", "description", "starting-date", "ending-date"} {
		before := p.Cell(0, column)
		p.Lines().GoTo(0, column).Type("t").Press("Enter")
		p.WantCell(0, column, before)
	}
}

func TestPasteFromSpreadsheet(t *testing.T) {
	p := openPrices(t, forCampaign("CP0007"))
	p.Lines().GoTo(p.Rows(), "item-no")
	fyne.CurrentApp().Clipboard().SetContent("1210\t\t\tPCS\t0\t1 450,00\n1215\t\t\tPCS\t10\t1 590,50\r\n")
	p.Press("Ctrl+V", "Down")
	p.WantCell(rowOfPrice(p, "1210", "PCS", "0"), "unit-price", "1\u00a0450,00")
	p.WantCell(rowOfPrice(p, "1215", "PCS", "10"), "unit-price", "1\u00a0590,50")

	fyne.CurrentApp().Clipboard().SetContent("1220\t\t\tPCS\t0\t990\n9999\t\t\tPCS\t0\t990")
	p.Lines().GoTo(p.Rows(), "item-no")
	p.Press("Ctrl+V").WantMessage("Item 9999 does not exist.")
}

// M-14: another row of the same party, item, unit and quantity is valid in the same time.
func TestOverlapIsSaid(t *testing.T) {
	p := openPrices(t, forItem("2010"))
	last := p.Rows()
	p.Press("Ctrl+N").Type("All").Press("Tab")
	p.Lines().GoTo(last, "unit-of-measure-code").Type("PCS").Press("Enter")
	p.Lines().GoTo(last, "unit-price").Type("2500").Press("Tab").Type("010126").Press("Enter")
	p.Press("Down").WantMessage("Another row overlaps this period.")
}

func TestFiltersAbovePrices(t *testing.T) {
	p := openPrices(t, forCampaign("CP0003"))
	all := p.Rows()
	p.Field("Item No. Filter").Enter("1010")
	if p.Rows() != 4 || p.Title() != "Sales Prices · Campaign CP0003 Task chairs for every workplace · 1010 Skarv task chair, mesh back — Campaign Desk" {
		t.Errorf("%d rows, title %q", p.Rows(), p.Title())
	}
	p.Field("Item No. Filter").Enter("1010|1015..1020")
	if p.Rows() != 7 {
		t.Errorf("%d rows for an expression", p.Rows())
	}
	p.Field("Item No. Filter").Enter("9*9")
	p.WantMessage("Nothing matches the filter 9*9.") // CP-147
	p.Press("Esc").Field("Item No. Filter").Enter("")
	if p.Rows() != all {
		t.Errorf("%d rows after lifting the filter, want %d", p.Rows(), all)
	}
	p.Field("Sales Code Filter").Enter("CP0")
	p.WantMessage("Nothing matches the filter CP0.")
	p.Press("Esc").Field("Currency Code Filter").Enter("eur")
	if p.Rows() != 1 {
		t.Errorf("%d rows in EUR", p.Rows())
	}
	p.Field("Currency Code Filter").Enter("")
	p.Field("Valid on").Enter("2026-05-01") // CP-146
	if p.Rows() != 0 {
		t.Errorf("%d rows valid after the campaign", p.Rows())
	}
	p.Field("Valid on").Enter("t")
	if p.Rows() != all {
		t.Errorf("%d rows valid today, want %d", p.Rows(), all)
	}
}

// CP-145: words become the dates they stand for, and a date is a filter on the start, not on the time of validity.
func TestFilterOnStartingDates(t *testing.T) {
	p := openPrices(t, forCampaign("CP0003"))
	all := p.Rows()
	for _, c := range []struct {
		typed, want string
		rows        int
	}{
		{"t", "2026-03-16", 0},
		{"..w", "..2026-03-16", all},
		{"2026-02-16", "2026-02-16", all},
		{"t|260216", "2026-03-16|2026-02-16", all},
		{"''", "''", 0},
	} {
		p.Field("Starting Date Filter").Enter(c.typed)
		p.WantField("Starting Date Filter", c.want)
		if p.Rows() != c.rows {
			t.Errorf("%s leaves %d rows, want %d", c.typed, p.Rows(), c.rows)
		}
	}
}

// CP-141: another sales type empties the sales code, and some have none.
func TestSalesTypeFilterEmptiesSalesCode(t *testing.T) {
	p := openPrices(t, forCampaign("CP0003"))
	p.Field("Sales Type Filter").Focus().Type("A").Press("Enter")
	p.WantField("Sales Type Filter", "All Customers").WantField("Sales Code Filter", "")
	p.Field("Sales Code Filter").Focus().Type("X")
	p.WantField("Sales Code Filter", "")
	if p.Cell(0, "sales-type") != "All Customers" {
		t.Errorf("the first row is for %s", p.Cell(0, "sales-type"))
	}
	p.Action("Clear Filter").Do()
	p.WantField("Sales Type Filter", "None")
}

// CP-150: from the menu the filters are those entered last; a preset of another window wins.
func TestLastFiltersComeBack(t *testing.T) {
	s := pagetest.Session(t, "en")
	p := pagetest.OpenIn(t, s, SalesPrices(s, forCampaign("CP0003")))
	p.Field("Item No. Filter").Enter("1010")
	again := pagetest.OpenIn(t, s, SalesPrices(s, priceFilters{}))
	again.WantField("Sales Code Filter", "CP0003").WantField("Item No. Filter", "1010")
	pagetest.OpenIn(t, s, SalesPrices(s, forItem("1020"))).WantField("Sales Code Filter", "").WantField("Item No. Filter", "1020")
}

// Several rows marked in the lookup of a filter become one expression (CP-143).
func TestMarkedRowsBecomeFilter(t *testing.T) {
	p := openPrices(t, forCampaign("CP0003"))
	p.Field("Item No. Filter").Focus().Press("F4")
	p.Lines().GoTo(0, "no").Press("Shift+Down", "Enter")
	p.WantField("Item No. Filter", "1010|1015")
}

func TestCopyPrices(t *testing.T) {
	p := openPrices(t, noPriceFilters)
	p.Action("Copy Prices…").Do()
	p.WantMessage("Set the sales type filter to Customer first.") // M-17
	p.Field("Sales Type Filter").Focus().Type("C").Press("Enter")
	p.Action("Copy Prices…").Do()
	p.WantMessage("Choose exactly one customer to copy to.") // M-18
	p.Field("Sales Code Filter").Enter("CU00006")
	before := p.Rows()

	p.Action("Copy Prices…").Do()
	if p.Lines().Find("sales-code", "CU00006") >= 0 {
		t.Error("the customer's own rows are offered")
	}
	p.Press("Esc")
	if p.Rows() != before {
		t.Error("cancelling copied something")
	}
	for _, want := range []string{"Rows copied: 2. Skipped because they exist already: 0.", "Rows copied: 0. Skipped because they exist already: 2."} {
		p.Action("Copy Prices…").Do()
		p.Lines().GoTo(0, "sales-code").Press("Shift+Down", "Enter")
		p.WantMessage(want)
		if p.Rows() != before+2 {
			t.Errorf("%d rows, want %d", p.Rows(), before+2)
		}
	}
}

// CP-159: rows copied from other campaigns take the dates of the campaign.
func TestCopyPricesFromOtherCampaigns(t *testing.T) {
	p := openPrices(t, forCampaign("CP0006"))
	p.Action("Copy Prices…").Do()
	p.Lines().GoTo(p.Lines().Find("sales-code", "CP0003"), "sales-code").Press("Enter")
	p.WantMessage("Rows copied: 1.")
	row := p.Lines().Find("item-no", "1010")
	campaign, err := data.Campaigns.Get(p.Session().DB, "CP0006")
	if err != nil {
		t.Fatal(err)
	}
	p.WantCell(row, "starting-date", string(campaign.StartingDate)).WantCell(row, "ending-date", string(campaign.EndingDate))
}

func TestWhyThisPriceOfRow(t *testing.T) {
	p := openPrices(t, forCampaign("CP0003"))
	p.Lines().GoTo(rowOfPrice(p, "1010", "PCS", "10"), "item-no").Press("Ctrl+F8")
	why := p.Newest()
	why.WantField("Item No.", "1010").WantField("Quantity", "10")
	row := why.Part("Prices and discounts looked at")
	row.WantCell(0, "Verdict", "Chosen")
	row.WantCell(0, "Sales Code", "CP0003")
}
