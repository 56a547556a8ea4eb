package windows

import (
	"testing"

	"campaigndesk/app"
	"campaigndesk/windows/page"
	"campaigndesk/windows/pagetest"
)

// A series goes on with a further line once its first is used up, and what cannot give numbers is refused.
func TestEnterLineOfNumberSeries(t *testing.T) {
	p := pagetest.Open(t, func(s *app.Session) page.Page { return NumberSeries(s) })
	p.WantCell(0, "Last No. Used", "CP0008")
	p.Lines().GoTo(0, "Code")
	p.Action("No. Series Lines").Do()
	lines := p.Newest()
	lines.Press("Ctrl+N").Type("260401").Press("Tab").Type("K-1").Press("Tab").Type("X9").Press("Down")
	lines.WantMessage("X9 does not follow K-1")
	lines.Lines().GoTo(1, "Ending No.").Type("K-99").Press("Down")
	lines.WantCell(1, "Starting No.", "K-1").WantCell(1, "Ending No.", "K-99").WantCell(1, "Open", "true")
}
