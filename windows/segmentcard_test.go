package windows

import (
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/campaign"
	"campaigndesk/data"
	"campaigndesk/windows/page"
	"campaigndesk/windows/pagetest"

	"github.com/google/go-cmp/cmp"
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

// SG-42, SG-43: Refine keeps what matches, with Entire Companies also whoever is of the same company; it says how many go before they do.
func TestRefineContacts(t *testing.T) {
	for _, c := range []struct {
		name, filter, typed string
		companies           bool
		count, removed      string
		lines               int
	}{
		{"two contacts", "no", "CT000061|CT000088", false, "6 lines will be removed", "6 lines were removed.", 2},
		{"two contacts with their companies", "no", "CT000061|CT000088", true, "5 lines will be removed", "5 lines were removed.", 3},
		{"everybody", "no", "CT*", false, "0 lines will be removed", "0 lines were removed.", 8},
		{"nobody", "city", "Nowhere", false, "8 lines will be removed", "8 lines were removed.", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := openSegment(t, "SM00009")
			undoes(t, p, func() {
				p.Action("refine-contacts").Do()
				p.Field(c.filter).Focus().Type(c.typed).Press("Tab")
				if c.companies {
					p.Field("entire-companies").Focus().Press("Space")
				}
				if !p.Sees(c.count) {
					t.Errorf("no %q among %q", c.count, p.Texts())
				}
				p.Press("Enter").WantMessage(c.removed)
			})
			if p.Dialog() || p.Part("Lines").Rows() != c.lines {
				t.Errorf("dialog open: %v, %d lines", p.Dialog(), p.Part("Lines").Rows())
			}
		})
	}
}

// carryOut fills in one filter of a request that is open, and carries it out.
func carryOut(p *pagetest.Page, filter, typed string) {
	p.Field(filter).Focus().Type(typed).Press("Tab", "Enter")
}

// Explain names the action that brought a contact or took it away, and what keeps out whoever is not on the segment.
func TestExplainContact(t *testing.T) {
	p := openSegment(t, "SM00009")
	carryOut(p.Press("Ctrl+Shift+A"), "no", "CT000061..CT000065")
	carryOut(p.Press("Ctrl+Shift+R"), "no", "CT000064")
	p.Action("explain-contact").Do()
	explain := p.Newest()
	for _, c := range []struct{ name, contact, on, reason string }{
		{"brought by Add Contacts", "CT000062", "Yes", "Added by action 1, whose filters the contact meets."},
		{"there before", "CT000061", "Yes", "The contact is on the segment. How it came is not known any more, because its criteria were forgotten."},
		{"taken away", "CT000064", "No", "Removed by action 2: Remove Contacts – Reduce."},
		{"left out of segments", "CT000063", "No", "Action 1 left it out because of Exclude from Segment on the contact."},
		{"not met", "CT000100", "No", "Action 1 left it out: it does not meet No.: CT000061..CT000065."},
	} {
		t.Run(c.name, func(t *testing.T) {
			explain.Field("Contact No.").Enter(c.contact)
			explain.WantField("On the Segment", c.on)
			explain.Part("Reasons").WantCell(0, "reason", c.reason)
		})
	}
	explain.Field("Contact No.").Enter("CT999999").WantMessage("Contact CT999999 does not exist.")
}

// SG-50: Go Back asks, is No unless meant, goes to any step of the criteria, and not past the beginning.
func TestGoBack(t *testing.T) {
	p := openSegment(t, "SM00009")
	nothing := func() {
		t.Helper()
		p.Press("Ctrl+Shift+B").WantMessage("Segment SM00009 has no action to go back from.")
		if p.Dialog() || p.Part("Lines").Rows() != 8 {
			t.Errorf("dialog open: %v, %d lines", p.Dialog(), p.Part("Lines").Rows())
		}
	}
	nothing()
	carryOut(p.Press("Ctrl+Shift+A"), "no", "CT000061..CT000065")
	carryOut(p.Press("Ctrl+Shift+R"), "no", "CT000088|CT000064")
	if rows := p.Part("Lines").Rows(); rows != 9 {
		t.Fatalf("%d lines, message %q", rows, p.Message())
	}
	p.Press("Ctrl+Shift+B")
	wantQuestion(t, p, "Take back the last action on segment SM00009?")
	if p.Press("Enter"); p.Dialog() || p.Part("Lines").Rows() != 9 {
		t.Errorf("dialog open: %v, %d lines", p.Dialog(), p.Part("Lines").Rows())
	}
	criteria := p.Press("Ctrl+F7").Newest()
	criteria.WantCell(0, "Step", "1").Lines().GoTo(0, "Step")
	undoes(t, criteria, func() {
		criteria.Press("Ctrl+Shift+B")
		wantQuestion(t, criteria, "Take back the last 2 actions on segment SM00009?")
		criteria.Press("Y")
	})
	if criteria.Rows() != 0 {
		t.Errorf("%d criteria are left", criteria.Rows())
	}
	criteria.Press("Esc")
	nothing()
}

// SG-60: a segment without contacts is not logged.
func TestEmptySegmentIsNotLogged(t *testing.T) {
	card := openCampaign(t, "CP0007")
	card.Button("New Segment").Click()
	p := card.Newest()
	p.Field("Description").Enter("Nobody")
	before := apptest.Read(t, p.Session())
	p.Press("F9").WantMessage("Segment SM00012 has no line with a contact, so there is nothing to log.")
	if p.Dialog() {
		t.Errorf("it asks %q", p.Texts())
	}
	if diff := cmp.Diff(before, apptest.Read(t, p.Session())); diff != "" {
		t.Errorf("something was logged (-want +got):\n%s", diff)
	}
}

// Nonsense in a filter of any section is said at once, and keeps the dialog open with nothing done.
func TestNonsenseInASection(t *testing.T) {
	for _, c := range []struct{ section, filter, typed, said string }{
		{"Contact", "type", "Robot", "“Robot” at character 1 is not one of the choices"},
		{"Contact Profile Answer", "line-no", "first", "“first” at character 1 is not a number."},
		{"Contact Mailing Group", "mailing-group-code", "A..B..C", "“.” cannot stand at character 5."},
		{"Interaction Log Entry", "date", "someday", "“someday” at character 1 is not a date"},
		{"Contact Job Responsibility", "job-responsibility-code", "(PURCHASE", "The parenthesis opened at character 1 is never closed."},
		{"Contact Industry Group", "industry-group-code", "A|", "A value is missing at character 3 of the filter."},
		{"Contact Business Relation", "business-relation-code", "'CUST", "The apostrophe at character 1 opens a text that is never closed."},
	} {
		t.Run(c.section, func(t *testing.T) {
			p := openSegment(t, "SM00009")
			p.Press("Ctrl+Shift+A")
			if c.section != "Contact" { // which is open at first
				openSection(t, p, c.section)
			}
			p.Field(c.filter).Focus().Type(c.typed)
			for range 2 {
				p.Press("Enter")
				if !p.Dialog() || !p.Sees(c.said) {
					t.Fatalf("dialog open: %v, no %q among %q", p.Dialog(), c.said, p.Texts())
				}
			}
			p.Press("Esc", "Esc")
			if criteria := apptest.All(t, p.Session(), data.SegmentCriteriaLines); p.Dialog() || len(criteria) > 0 || p.Part("Lines").Rows() != 8 {
				t.Errorf("dialog open: %v, criteria %v, %d lines", p.Dialog(), criteria, p.Part("Lines").Rows())
			}
		})
	}
}
