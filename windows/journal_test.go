package windows

import (
	"testing"

	"campaigndesk/data"
	"campaigndesk/windows/pagetest"
)

// Each command can be undone on its own, but not when a later one builds on it.
func TestUndoOneCommandInTheJournal(t *testing.T) {
	s := pagetest.Session(t, "en")
	journal := pagetest.OpenIn(t, s, Journal(s))
	if journal.Rows() != 0 {
		t.Fatalf("%d commands in a new company", journal.Rows())
	}
	card := pagetest.OpenIn(t, s, CustomerCard(s, first(s, data.Customers).ID))
	card.Field("Name").Enter("One")
	card.Field("Name").Enter("Two")
	item := pagetest.OpenIn(t, s, ItemCard(s, first(s, data.Items).ID))
	item.Field("Description").Enter("Chair")

	journal.WantCell(0, "What was done", "Change of item 1010").WantCell(2, "State", "Done")
	journal.Lines().GoTo(2, "When")
	journal.Action("Undo This").Do()
	journal.WantMessage("Change of customer CU00001").WantCell(2, "State", "Done")

	journal.Lines().GoTo(1, "When")
	journal.Action("Undo This").Do()
	journal.WantMessage("Undone").WantCell(1, "State", "Undone")
	card.WantField("Name", "One")
	item.WantField("Description", "Chair")

	journal.Action("Redo Last Undone").Do()
	card.WantField("Name", "Two")
	journal.WantCell(1, "State", "Done")
}
