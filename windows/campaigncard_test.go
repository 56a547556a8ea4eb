package windows

import (
	"slices"
	"strings"
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/campaign"
	"campaigndesk/data"
	"campaigndesk/windows/page"
	"campaigndesk/windows/pagetest"

	"github.com/google/go-cmp/cmp"
)

func openCampaign(t *testing.T, no data.CampaignNo) *pagetest.Page {
	t.Helper()
	return pagetest.Open(t, func(s *app.Session) page.Page { return campaignCardOf(s, no) })
}

// undoes does something that is one command, takes it back in a window with Ctrl+Z and does it again with Ctrl+Shift+Z: the
// company must hold the same as before, and then the same as after.
func undoes(t *testing.T, in *pagetest.Page, do func()) {
	t.Helper()
	before := apptest.Read(t, in.Session())
	do()
	after := apptest.Read(t, in.Session())
	if cmp.Equal(before, after) {
		t.Fatalf("nothing was done, message %q", in.Message())
	}
	for _, step := range []struct {
		keys, message string
		want          apptest.Content
	}{{"Ctrl+Z", "Undone: ", before}, {"Ctrl+Shift+Z", "Done again: ", after}} {
		in.Press(step.keys).WantMessage(step.message)
		if diff := cmp.Diff(step.want, apptest.Read(t, in.Session())); diff != "" {
			t.Errorf("%s (-want +got):\n%s", step.keys, diff)
		}
	}
}

// wantQuestion fails the test unless a dialog asks what is given; long questions stand in several lines.
func wantQuestion(t *testing.T, p *pagetest.Page, text string) {
	t.Helper()
	if !p.Dialog() {
		t.Fatalf("no question, message %q", p.Message())
	}
	if asked := strings.Join(p.Texts(), " "); !strings.Contains(asked, text) {
		t.Errorf("asked %q, want %q in it", asked, text)
	}
}

// shows is whether exactly this text stands in sight, as of a chip.
func shows(p *pagetest.Page, text string) bool { return slices.Contains(p.Texts(), text) }

// CP-10, CP-11, CP-41: a campaign needs only a number, which it gets when the cursor leaves the blank field.
func TestNewCampaign(t *testing.T) {
	for _, c := range []struct {
		name   string
		enter  func(p *pagetest.Page)
		no     string
		series data.NoSeriesCode
	}{
		{"Tab past the number", func(p *pagetest.Page) { p.Press("Tab") }, "CP0009", "CAMP"},
		{"Enter past the number", func(p *pagetest.Page) { p.Press("Enter") }, "CP0009", "CAMP"},
		{"description first", func(p *pagetest.Page) { p.Field("Description").Enter("Spring") }, "CP0009", "CAMP"},
		{"a number of one's own", func(p *pagetest.Page) { p.Type("spring26").Press("Tab") }, "SPRING26", ""}, // CP-46
	} {
		t.Run(c.name, func(t *testing.T) {
			s := pagetest.Session(t, "en")
			p := pagetest.OpenIn(t, s, CampaignCard(s, 0))
			undoes(t, p, func() { c.enter(p) })
			p.WantField("No.", c.no).WantField("Salesperson Code", "JR")
			for _, blank := range []string{"Status Code", "Starting Date", "Ending Date", "Last Date Modified"} { // CP-10, CP-16
				p.WantField(blank, "")
			}
			if got := apptest.Get(t, s, data.Campaigns, c.no); got.NoSeries != c.series {
				t.Errorf("the series is %q, want %q", got.NoSeries, c.series)
			}
			if !shows(p, "Not activated") {
				t.Errorf("no state among %q", p.Texts())
			}
		})
	}
}

// What is not entered anything leaves no campaign behind.
func TestNewCampaignGivenUp(t *testing.T) {
	s := pagetest.Session(t, "en")
	p := pagetest.OpenIn(t, s, CampaignCard(s, 0))
	p.Press("Esc")
	if n := len(apptest.All(t, s, data.Campaigns)); n != 8 || len(p.Windows()) != 0 {
		t.Errorf("%d campaigns, %d windows", n, len(p.Windows()))
	}
}

// dates are those that a campaign is stored with and those of all its prices and discounts.
func dates(t *testing.T, s *app.Session, no data.CampaignNo) (period [2]data.Date, rows [][2]data.Date) {
	t.Helper()
	c := apptest.Get(t, s, data.Campaigns, no)
	for _, p := range apptest.All(t, s, data.SalesPrices, data.Equal("sales_type", data.ForCampaign), data.Equal("sales_code", no)) {
		rows = append(rows, [2]data.Date{p.StartingDate, p.EndingDate})
	}
	for _, d := range apptest.All(t, s, data.SalesLineDiscounts, data.Equal("sales_type", data.ForCampaign), data.Equal("sales_code", no)) {
		rows = append(rows, [2]data.Date{d.StartingDate, d.EndingDate})
	}
	return [2]data.Date{c.StartingDate, c.EndingDate}, slices.Compact(rows)
}

// CP-12, CP-13: the start is not after the end. What was typed stays in sight, but is not stored, and the card stays open.
func TestStartAfterEnd(t *testing.T) {
	for _, c := range []struct {
		name         string
		no           data.CampaignNo
		field, typed string
		mended       string
	}{
		{"start after the end", "CP0004", "Starting Date", "2026-05-04", "2026-05-03"}, // a campaign of one day is allowed
		{"end before the start", "CP0004", "Ending Date", "2026-03-08", "2026-03-09"},
		{"activated campaign", "CP0003", "Starting Date", "2026-04-20", "2026-02-16"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := openCampaign(t, c.no)
			before, _ := dates(t, p.Session(), c.no)
			p.Field(c.field).Enter(c.typed)
			p.WantMessage("The start must not be after the end.").WantField(c.field, c.typed) // M-07
			if p.Dialog() {
				t.Fatalf("a question about dates that cannot be: %q", p.Texts())
			}
			p.Press("Ctrl+W").WantMessage("The start must not be after the end.").WantField(c.field, c.typed)
			if len(p.Windows()) != 1 {
				t.Fatal("the card closes")
			}
			if got, _ := dates(t, p.Session(), c.no); got != before {
				t.Errorf("stored %v", got)
			}
			p.Field(c.field).Enter(c.mended)
			p.WantMessage("").WantField(c.field, c.mended)
			p.Press("Esc")
			if len(p.Windows()) != 0 {
				t.Errorf("the card does not close: %s", p.Message())
			}
		})
	}
}

// CP-15: dates that cannot be wait for the other one. Other fields are stored in the meantime, and Esc brings back the old dates.
func TestImpossibleDatesWait(t *testing.T) {
	p := openCampaign(t, "CP0004")
	start := p.Field("Starting Date").Text()
	p.Field("Starting Date").Enter("2026-05-04")
	p.Field("Description").Enter("Lamps")
	p.WantField("Starting Date", "2026-05-04")
	if got := apptest.Get(t, p.Session(), data.Campaigns, "CP0004"); got.Description != "Lamps" || string(got.StartingDate) != start {
		t.Errorf("stored: %q from %s", got.Description, got.StartingDate)
	}
	p.Field("Starting Date").Focus().Press("Esc")
	p.WantField("Starting Date", start).WantField("Description", "Lamps")
	p.Press("Esc")
	if len(p.Windows()) != 0 {
		t.Error("the card did not close")
	}
}

// CP-15, CP-20…24: both dates can be typed in either order, also when the campaign is moved past its old time; all prices and
// discounts take both dates in the same command. The first date is refused only until the second is there.
func TestCampaignMoves(t *testing.T) {
	for _, c := range []struct {
		name    string
		entries [2][2]string
		want    [2]data.Date
	}{
		{"later, end first", [2][2]string{{"Ending Date", "2026-08-31"}, {"Starting Date", "2026-06-01"}}, [2]data.Date{"2026-06-01", "2026-08-31"}},
		{"later, start first", [2][2]string{{"Starting Date", "2026-06-01"}, {"Ending Date", "2026-08-31"}}, [2]data.Date{"2026-06-01", "2026-08-31"}},
		{"earlier, start first", [2][2]string{{"Starting Date", "2026-01-01"}, {"Ending Date", "2026-01-31"}}, [2]data.Date{"2026-01-01", "2026-01-31"}},
		{"earlier, end first", [2][2]string{{"Ending Date", "2026-01-31"}, {"Starting Date", "2026-01-01"}}, [2]data.Date{"2026-01-01", "2026-01-31"}},
		{"since ever, for ever", [2][2]string{{"Starting Date", ""}, {"Ending Date", ""}}, [2]data.Date{}}, // CP-14
	} {
		t.Run(c.name, func(t *testing.T) {
			p := openCampaign(t, "CP0004")
			p.Field(c.entries[0][0]).Enter(c.entries[0][1])
			undoes(t, p, func() { p.Field(c.entries[1][0]).Enter(c.entries[1][1]) })
			p.WantField("Starting Date", string(c.want[0])).WantField("Ending Date", string(c.want[1])).WantField("Last Date Modified", "2026-03-16") // CP-16
			period, rows := dates(t, p.Session(), "CP0004")
			if want := [][2]data.Date{c.want}; period != c.want || !cmp.Equal(rows, want) {
				t.Errorf("stored %v with rows of %v, want %v", period, rows, c.want)
			}
		})
	}
}

// CP-25: while the campaign is activated, a question comes first; No brings the old dates back.
func TestDatesOfActivatedCampaignAsk(t *testing.T) {
	p := openCampaign(t, "CP0003")
	old, _ := dates(t, p.Session(), "CP0003")
	for _, no := range []string{"N", "Esc"} {
		p.Field("Ending Date").Enter("2026-05-31")
		wantQuestion(t, p, "The dates of 10 prices and 3 discounts will follow the campaign.") // M-05
		p.Press(no).WantField("Ending Date", "2026-04-19")
		if got, rows := dates(t, p.Session(), "CP0003"); got != old || !cmp.Equal(rows, [][2]data.Date{old}) {
			t.Errorf("after %s: %v with rows of %v", no, got, rows)
		}
	}
	undoes(t, p, func() { // past its old time, the start first: one question, once the pair can be
		p.Field("Starting Date").Enter("2026-06-01")
		p.Field("Ending Date").Enter("2026-06-30")
		wantQuestion(t, p, "10 prices and 3 discounts")
		p.Press("Enter")
	})
	want := [2]data.Date{"2026-06-01", "2026-06-30"}
	if got, rows := dates(t, p.Session(), "CP0003"); got != want || !cmp.Equal(rows, [][2]data.Date{want}) {
		t.Errorf("%v with rows of %v", got, rows)
	}
	if !shows(p, "Activated, not begun") {
		t.Errorf("no state among %q", p.Texts())
	}
}

// CP-36…39: another number goes over to everything that names the campaign, after a question.
func TestCampaignRenamed(t *testing.T) {
	p := openCampaign(t, "CP0003")
	question := "Change campaign number CP0003 to CHAIRS in everything that names it?"
	p.Field("No.").Enter("chairs")
	wantQuestion(t, p, question)
	p.Press("N").WantField("No.", "CP0003")

	undoes(t, p, func() {
		p.Field("No.").Enter("chairs")
		wantQuestion(t, p, question)
		p.Press("Enter")
	})
	p.WantField("No.", "CHAIRS")
	if title := p.Title(); title != "Campaign Card · CHAIRS Task chairs for every workplace — Campaign Desk" {
		t.Errorf("title %q", title)
	}
	if prices, segments := p.Part("Prices and Discounts").Rows(), p.Part("Audience").Rows(); prices != 13 || segments != 2 {
		t.Errorf("%d prices and discounts, %d segments", prices, segments)
	}
	if got := apptest.Get(t, p.Session(), data.Campaigns, "CHAIRS"); got.NoSeries != "" || !got.Activated { // CP-38
		t.Errorf("stored %+v", got)
	}
}

// A number that another campaign has is refused.
func TestCampaignNumberTaken(t *testing.T) {
	p := openCampaign(t, "CP0003")
	p.Field("No.").Enter("CP0004")
	p.Press("Enter").WantMessage("already exists")
	if n := len(apptest.All(t, p.Session(), data.Campaigns)); n != 8 {
		t.Errorf("%d campaigns", n)
	}
	p.Field("No.").Focus().Press("Esc").WantField("No.", "CP0003")
}

func TestUnknownCodesOnCampaignAreRefused(t *testing.T) {
	for _, c := range []struct{ name, field, typed, want string }{
		{"unknown status", "Status Code", "8-NONE", "Campaign status 8-NONE does not exist."},
		{"unknown salesperson", "Salesperson Code", "ZZ", "Salesperson ZZ does not exist."},
		{"blocked salesperson", "Salesperson Code", "PE", "Salesperson PE Pär Edsviken is blocked."}, // SP-3
		{"date that is none", "Starting Date", "32", "32"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := openCampaign(t, "CP0003")
			before, old := apptest.Read(t, p.Session()), p.Field(c.field).Text()
			p.Field(c.field).Enter(c.typed)
			p.WantMessage(c.want).WantField(c.field, c.typed)
			if diff := cmp.Diff(before, apptest.Read(t, p.Session())); diff != "" {
				t.Error(diff)
			}
			p.Press("Esc").WantField(c.field, old).WantMessage("")
		})
	}
}

// CP-30, CP-33, CP-34: the question names what goes too; Enter deletes only what is not activated.
func TestDeleteCampaign(t *testing.T) {
	for _, c := range []struct {
		name     string
		no       data.CampaignNo
		question string
		keys     []string // after Ctrl+Delete
		gone     bool
	}{
		{"activated, Enter", "CP0003", "This also removes 10 prices, 3 discounts, 3 comments and 24 targets, and takes the campaign off 2 segments.", []string{"Enter"}, false},
		{"activated, Y", "CP0003", "Delete campaign CP0003?", []string{"Y"}, true},
		{"not activated, Enter", "CP0007", "This also removes 4 prices, 0 discounts, 0 comments and 0 targets, and takes the campaign off 1 segments.", []string{"Enter"}, true},
		{"not activated, Esc", "CP0007", "Delete campaign CP0007?", []string{"Esc"}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := pagetest.Session(t, "en")
			list := pagetest.Start(t, s, All(), Campaigns)
			list.Window().Open(campaignCardOf(s, c.no))
			card := list.Newest()
			remove := func() {
				card.Press("Ctrl+Delete")
				wantQuestion(t, card, c.question)
				card.Press(c.keys...)
			}
			if !c.gone {
				remove()
				if list.Rows() != 8 || len(list.Windows()) != 2 {
					t.Errorf("%d campaigns, %d windows", list.Rows(), len(list.Windows()))
				}
				return
			}
			undoes(t, list, remove)
			if list.Rows() != 7 || len(list.Windows()) != 1 {
				t.Errorf("%d campaigns, %d windows", list.Rows(), len(list.Windows()))
			}
			left, err := data.ReferencesToCampaign(s.DB, c.no)
			if err != nil || left.Prices+left.Discounts+left.Comments+left.Targets+left.Segments != 0 {
				t.Errorf("left %+v, %v", left, err)
			}
		})
	}
}

// CP 2.1: a campaign left without a description is mentioned where the user comes to.
func TestCampaignLeftWithoutDescription(t *testing.T) {
	const mentioned = "Campaign CP0009 has no description."
	for _, c := range []struct {
		name, want string
		do         func(card *pagetest.Page)
	}{
		{"Esc", mentioned, func(card *pagetest.Page) { card.Press("Tab", "Esc") }},
		{"Ctrl+W", mentioned, func(card *pagetest.Page) { card.Press("Tab", "Ctrl+W") }},
		{"Ctrl+Enter", mentioned, func(card *pagetest.Page) { card.Press("Tab", "Ctrl+Enter") }},
		{"described just before", "", func(card *pagetest.Page) { card.Press("Tab").Type("Spring").Press("Ctrl+W") }},
		{"never made", "", func(card *pagetest.Page) { card.Press("Esc") }},
		{"deleted", "", func(card *pagetest.Page) { card.Press("Tab", "Ctrl+Delete", "Enter") }},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := pagetest.Session(t, "en")
			home := pagetest.Start(t, s, All(), Home)
			home.Window().Open(CampaignCard(s, 0))
			c.do(home.Newest())
			if len(home.Windows()) != 1 || home.Message() != c.want {
				t.Errorf("%d windows, message %q", len(home.Windows()), home.Message())
			}
		})
	}
}

// A card whose campaign is deleted elsewhere says so and stores nothing.
func TestCampaignGoneMeanwhile(t *testing.T) {
	p := openCampaign(t, "CP0007")
	if err := campaign.Delete(p.Session(), []data.Campaign{apptest.Get(t, p.Session(), data.Campaigns, "CP0007")}); err != nil {
		t.Fatal(err)
	}
	p.WantMessage("This record no longer exists.")
	p.Press("Ctrl+Z").WantMessage("Undone: Delete campaign CP0007").WantField("No.", "CP0007")
}
