package page_test

import (
	"testing"

	"campaigndesk/windows/pagetest"
)

// UI-52: F6 leads through the parts of a card and back to its fields, wherever the cursor is.
func TestF6LeadsThroughTheParts(t *testing.T) {
	s := pagetest.Session(t, "en")
	p := pagetest.OpenIn(t, s, campaign(s, 3))
	if p.Part("Sales Prices").Rows() < 2 {
		t.Fatal("the campaign has no prices")
	}
	p.Press("F6", "Down")
	if row, _ := p.Part("Sales Prices").Cursor(); row != 1 {
		t.Errorf("the list did not get the keys: row %d", row)
	}
	p.Press("F6", "Tab").Type("Chairs for all").Press("Tab")
	p.WantField("Description", "Chairs for all")
	p.Press("Shift+F6", "Down")
	if row, _ := p.Part("Sales Prices").Cursor(); row != 2 {
		t.Errorf("back: row %d", row)
	}
}

func TestFoldThePartWithTheCursor(t *testing.T) { // UI-52
	s := pagetest.Session(t, "en")
	p := pagetest.OpenIn(t, s, campaign(s, 3))
	if !p.Sees("Status Code") {
		t.Fatal("the fields are not there")
	}
	p.Press("Ctrl+F6", "Down")
	if row, _ := p.Part("Sales Prices").Cursor(); p.Sees("Status Code") || row != 1 {
		t.Errorf("still open, or the cursor did not go on: row %d", row)
	}
	if p.Press("F6"); !p.Sees("Status Code") {
		t.Error("F6 did not open the fields")
	}
}
