package windows

import (
	"testing"

	"campaigndesk/windows/pagetest"
)

func TestEnterNewItem(t *testing.T) {
	s := pagetest.Session(t, "en")
	p := pagetest.OpenIn(t, s, ItemCard(s, 0))
	p.Field("Description").Enter("Footrest")
	p.WantField("No.", "IT00001")
	p.Field("Base Unit").Enter("PCS")
	p.Field("Unit Price").Enter("129,5")
	p.WantField("Unit Price", "129,50")
	units := p.Part("Item Units of Measure")
	units.WantCell(0, "Code", "PCS")
	units.WantCell(0, "Qty. per Unit of Measure", "1")
	units.GoTo(1, "Code").Type("BOX").Press("Tab").Type("12").Press("Enter")
	units.WantCell(0, "Code", "BOX")
	units.WantCell(0, "Qty. per Unit of Measure", "12")
	p.Field("Sales Unit").Enter("BOX")
	p.WantField("Sales Unit", "BOX")

	units.GoTo(0, "Code").Press("Ctrl+Shift+Delete", "Enter")
	p.WantMessage("kept or sold in BOX")
	if units.Rows() != 2 {
		t.Errorf("%d rows", units.Rows())
	}
	variants := p.Part("Item Variants")
	variants.GoTo(0, "Code").Type("red").Press("Tab").Type("Red").Press("Enter")
	variants.WantCell(0, "Code", "RED")
}
