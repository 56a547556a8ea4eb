package windows

import (
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/campaign"
	"campaigndesk/data"
	"campaigndesk/windows/page"
	"campaigndesk/windows/pagetest"
)

func openSegment(t *testing.T, no data.SegmentNo) *pagetest.Page {
	t.Helper()
	return pagetest.Open(t, func(s *app.Session) page.Page { return segmentCardOf(s, no) })
}

// SG-1…3: a segment made from a campaign belongs to it and has number, day and salesperson.
func TestNewSegmentOfCampaign(t *testing.T) {
	card := openCampaign(t, "CP0007")
	card.Button("New Segment").Click()
	p := card.Newest()
	p.WantField("Campaign No.", "CP0007")
	undoes(t, p, func() { p.Field("Description").Enter("Architects abroad") })
	for field, want := range map[string]string{"No.": "SM00012", "Campaign No.": "CP0007", "Campaign Description": "Showroom pieces",
		"Salesperson Code": "JR", "Date": "2026-03-16"} {
		p.WantField(field, want)
	}
	audience := card.Part("Audience")
	audience.WantCell(audience.Find("no", "SM00012"), "description", "Architects abroad")
}

// SG-32…39: the dialog says how many contacts come before they do; those that are there already come again only when asked for.
func TestAddContacts(t *testing.T) {
	for _, c := range []struct {
		name, filter, typed string
		ticked              string // another field of the dialog, blank: none
		count, added        string
		lines               int
	}{
		{"a range without one that is there", "no", "CT000061..CT000065", "", "3 contacts will be added", "3 contacts were added.", 11},
		{"the same again", "no", "CT000061..CT000065", "allow-existing-contacts", "4 contacts will be added", "4 contacts were added.", 12},
		{"one contact", "no", "CT000062", "", "1 contact will be added", "1 contact was added.", 9},
		{"one that is left out of segments", "no", "CT000063", "", "0 contacts will be added", "0 contacts were added.", 8},
		{"the same all the same", "no", "CT000063", "ignore-exclusion", "1 contact will be added", "1 contact was added.", 9},
		{"nobody", "city", "Nowhere", "", "0 contacts will be added", "0 contacts were added.", 8},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := openSegment(t, "SM00009")
			add := func() {
				p.Press("Ctrl+Shift+A").Field(c.filter).Focus().Type(c.typed).Press("Tab")
				if c.ticked != "" {
					p.Field(c.ticked).Focus().Press("Space")
				}
				if !p.Sees(c.count) {
					t.Errorf("no %q among %q", c.count, p.Texts())
				}
				p.Press("Enter")
			}
			if c.lines == 8 {
				add()
				p.WantMessage(c.added)
			} else {
				undoes(t, p, add)
			}
			if p.Dialog() || p.Part("Lines").Rows() != c.lines {
				t.Errorf("dialog open: %v, %d lines", p.Dialog(), p.Part("Lines").Rows())
			}
		})
	}
}

// A filter that cannot be read keeps the dialog open; Esc adds nobody.
func TestAddContactsRefused(t *testing.T) {
	p := openSegment(t, "SM00009")
	p.Press("Ctrl+Shift+A").Field("no").Focus().Type("CT1..CT2..CT3").Press("Enter")
	if !p.Dialog() {
		t.Fatalf("the dialog is closed, message %q", p.Message())
	}
	p.Press("Esc", "Esc")
	if p.Dialog() || p.Part("Lines").Rows() != 8 {
		t.Errorf("dialog open: %v, %d lines", p.Dialog(), p.Part("Lines").Rows())
	}
}

// SG-10…15: a change of the header asks once whether the lines follow; both answers store the header.
func TestHeaderAsksForItsLines(t *testing.T) {
	for _, c := range []struct {
		key, marked string
	}{{"Enter", "8 contacts · 8 targets"}, {"N", "8 contacts · 0 targets"}} {
		t.Run(c.key, func(t *testing.T) {
			p := openSegment(t, "SM00009")
			undoes(t, p, func() {
				p.Field("Campaign Target").Focus().Press("Space")
				wantQuestion(t, p, "Change Campaign Target on all 8 lines of the segment as well?")
				p.Press(c.key)
			})
			p.WantField("Campaign Target", "true")
			if !shows(p, c.marked) {
				t.Errorf("no %q among %q", c.marked, p.Texts())
			}
		})
	}
}

// CP-90, CP-91: one line is marked with Space; the activated campaign takes the company in, and lets it go again.
func TestMarkOneLine(t *testing.T) {
	s := pagetest.Session(t, "en")
	p := pagetest.OpenIn(t, s, segmentCardOf(s, "SM00004"))
	row := p.Part("Lines").Find("contact-no", "CT000124")
	targets := func() int {
		return len(apptest.All(t, s, data.CampaignTargets, data.Equal("campaign_no", "CP0003")))
	}
	before := targets()
	undoes(t, p, func() { p.Part("Lines").GoTo(row, "campaign-target").Press("Space", "Down") })
	p.Part("Lines").WantCell(row, "campaign-target", "true")
	if !shows(p, "13 contacts · 11 targets") || targets() != before+1 {
		t.Errorf("%d targets, %q", targets(), p.Texts())
	}
	undoes(t, p, func() { p.Part("Lines").GoTo(row, "campaign-target").Press("Space", "Down") })
	if targets() != before {
		t.Errorf("%d targets, want %d", targets(), before)
	}
}

// SG-24: a contact typed on a line brings the header's values; one that does not exist is refused.
func TestTypeContactOnLine(t *testing.T) {
	p := openSegment(t, "SM00009")
	lines := p.Part("Lines")
	contact := apptest.Get(t, p.Session(), data.Contacts, "CT000062")
	undoes(t, p, func() { lines.GoTo(lines.Rows(), "contact-no").Type("ct000062").Press("Enter", "Down") })
	for column, want := range map[string]string{"contact-no": "CT000062", "contact-name": contact.Name, "description": "Interior architects",
		"salesperson-code": "JR", "campaign-no": "CP0007"} {
		lines.WantCell(8, column, want)
	}
	if !shows(p, "9 contacts · 0 targets") {
		t.Errorf("no count among %q", p.Texts())
	}
	lines.GoTo(lines.Rows(), "contact-no").Type("CT999999").Press("Enter")
	p.WantMessage("Contact CT999999 does not exist.")
}

// CP-94: lines go after a question, and with them the targets that nothing else calls for.
func TestDeleteSegmentLines(t *testing.T) {
	p := openSegment(t, "SM00009")
	undoes(t, p, func() {
		p.Part("Lines").GoTo(0, "contact-no").Press("Shift+Down", "Ctrl+Shift+Delete")
		wantQuestion(t, p, "2")
		p.Press("Enter")
	})
	p.Part("Lines").WantCell(0, "contact-no", "CT000089")
	if p.Part("Lines").Rows() != 6 {
		t.Errorf("%d lines", p.Part("Lines").Rows())
	}
}

// CP-99, SG-75: with its only segment a campaign loses its last target, which is said where the user comes to (M-06).
func TestDeleteSegmentOfActivatedCampaign(t *testing.T) {
	s := pagetest.Session(t, "en")
	if _, err := campaign.Activate(s, "CP0004"); err != nil {
		t.Fatal(err)
	}
	home := pagetest.Start(t, s, All(), Segments)
	home.Window().Open(segmentCardOf(s, "SM00005"))
	card := home.Newest()
	undoes(t, home, func() {
		card.Press("Ctrl+Delete", "Enter")
		home.WantMessage("The last target is gone, so campaign CP0004 is no longer active.")
	})
	if len(home.Windows()) != 1 || home.Lines().Find("no", "SM00005") >= 0 {
		t.Errorf("%d windows", len(home.Windows()))
	}
}
