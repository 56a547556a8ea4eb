package windows

import (
	"testing"

	"campaigndesk/app"
	"campaigndesk/data"
	"campaigndesk/windows/page"
	"campaigndesk/windows/pagetest"
)

func openDiscounts(t *testing.T, f priceFilters) *pagetest.Page {
	t.Helper()
	return pagetest.Open(t, func(s *app.Session) page.Page { return SalesLineDiscounts(s, f) })
}

func TestEnterDiscountOfCampaignByKeyboard(t *testing.T) {
	p := openDiscounts(t, forCampaignDiscount("CP0007"))
	last := p.Rows()
	p.Press("Ctrl+N").Type("Item D").Press("Enter").Type("desks").Press("Enter")
	for column, want := range map[string]string{"sales-type": "Campaign", "sales-code": "CP0007", "type": "Item Discount Group", "code": "DESKS", "unit-of-measure-code": ""} {
		p.WantCell(last, column, want)
	}
	p.Type("5").Press("Enter").Type("12,5").Press("Down") // the unit of a group cannot be entered (CP-136)
	p.WantCell(last, "minimum-quantity", "5").WantCell(last, "line-discount-percent", "12,5").WantMessage("")
	stored, err := data.SalesLineDiscounts.Select(p.Session().DB, data.View{Fixed: []data.Cond{data.Equal("sales_code", "CP0007"), data.Equal("code", "DESKS")}})
	if err != nil || len(stored) != 1 || stored[0].LineDiscount != 12_50000 || stored[0].MinimumQuantity != data.Int(5) {
		t.Errorf("stored %+v, %v", stored, err)
	}
}

func TestDiscountsAreRefused(t *testing.T) {
	for _, c := range []struct{ name, column, typed, want string }{
		{"above the whole", "line-discount-percent", "101", "0 and 100"}, // CP-135
		{"below nothing", "line-discount-percent", "-1", "0 and 100"},
		{"an item that does not exist", "code", "9999", "Item 9999 does not exist."},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := openDiscounts(t, forCampaignDiscount("CP0003"))
			p.Lines().GoTo(p.Lines().Find("type", "Item"), c.column).Type(c.typed).Press("Down")
			p.WantMessage(c.want)
		})
	}
}

// CP-130, CP-131: another type empties the code and what belonged to it.
func TestOtherTypeEmptiesCode(t *testing.T) {
	p := openDiscounts(t, forCampaignDiscount("CP0003"))
	row := p.Lines().Find("code", "8125")
	p.Lines().GoTo(row, "type").Type("Item D").Press("Tab")
	p.WantCell(row, "code", "").WantCell(row, "unit-of-measure-code", "")
	p.Press("Down").WantMessage("must be filled in")
	p.Press("Esc").WantCell(row, "code", "8125")
}

func TestFiltersAboveDiscounts(t *testing.T) {
	p := openDiscounts(t, forItemDiscGroup("CHAIRS"))
	if p.Title() != "Sales Line Discounts · CHAIRS Chairs and stools — Campaign Desk" {
		t.Errorf("title %q", p.Title())
	}
	p.WantField("Type Filter", "Item Discount Group").WantField("Code Filter", "CHAIRS")
	p.Field("Type Filter").Focus().Type("I").Press("Enter")         // the next one: Item
	p.WantField("Type Filter", "Item").WantField("Code Filter", "") // CP-142
	p.Field("Code Filter").Enter("CHAIRS")
	p.WantMessage("Nothing matches the filter CHAIRS.") // CP-147
	p.Press("Esc").Field("Type Filter").Focus().Type("N").Press("Enter")
	p.Field("Code Filter").Focus().Type("X") // disabled
	p.WantField("Code Filter", "")
}

func TestCopyDiscounts(t *testing.T) {
	p := openDiscounts(t, forCampaignDiscount("CP0007"))
	before := p.Rows()
	p.Action("Copy Discounts…").Do()
	p.Lines().GoTo(0, "sales-code").Press("Enter")
	p.WantMessage("Rows copied: 1. Skipped because they exist already: 0.")
	if p.Rows() != before+1 {
		t.Errorf("%d rows, want %d", p.Rows(), before+1)
	}
}
