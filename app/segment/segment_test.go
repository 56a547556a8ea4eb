package segment_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/campaign"
	"campaigndesk/app/segment"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

// newDesk is a company with the contacts of the specification's worked examples: CT10 Nordvik, customer 10000, with Anna and
// Per; CT20 Sandhamn, no customer, with Eva; and Siv, who belongs to no company. Segment SM1 is for campaign CP1.
func newDesk(t testing.TB) *app.Session {
	t.Helper()
	s := apptest.New(t)
	apptest.Add(t, s, data.Salespeople, data.Salesperson{Code: "JL"}, data.Salesperson{Code: "MK"}, data.Salesperson{Code: "OUT", Blocked: true})
	apptest.Add(t, s, data.Customers, data.Customer{No: "10000", Name: "Nordvik AB"})
	apptest.Add(t, s, data.Contacts,
		data.Contact{No: "CT10", Type: data.Company, Name: "Nordvik AB", CompanyNo: "CT10", CompanyName: "Nordvik AB", SalespersonCode: "JL"},
		data.Contact{No: "CT11", Type: data.Person, Name: "Anna Berg", CompanyNo: "CT10", CompanyName: "Nordvik AB", SalespersonCode: "JL"},
		data.Contact{No: "CT12", Type: data.Person, Name: "Per Lund", CompanyNo: "CT10", CompanyName: "Nordvik AB", SalespersonCode: "JL", City: "Umeå"},
		data.Contact{No: "CT20", Type: data.Company, Name: "Sandhamn Handel", CompanyNo: "CT20", CompanyName: "Sandhamn Handel", SalespersonCode: "MK"},
		data.Contact{No: "CT21", Type: data.Person, Name: "Eva Ek", CompanyNo: "CT20", CompanyName: "Sandhamn Handel", SalespersonCode: "MK", City: "Umeå"},
		data.Contact{No: "CT30", Type: data.Person, Name: "Siv Ensam"})
	apptest.Add(t, s, data.ContactBusinessRelations, data.ContactBusinessRelation{Code: "CUST", ContactNo: "CT10", CustomerNo: "10000"})
	apptest.Add(t, s, data.Campaigns, data.Campaign{No: "CP1"}, data.Campaign{No: "CP2"})
	apptest.Add(t, s, data.SegmentHeaders,
		data.SegmentHeader{No: "SM1", Description: "Fair", Date: "2026-03-02", CampaignNo: "CP1", CampaignTarget: true},
		data.SegmentHeader{No: "SM2", Description: "Letter", CampaignNo: "CP1", CampaignTarget: true})
	return s
}

// put gives a segment lines for contacts, filled as when they are typed.
func put(t apptest.T, s *app.Session, no data.SegmentNo, contacts ...data.ContactNo) {
	t.Helper()
	for _, contact := range contacts {
		line := data.SegmentLine{SegmentNo: no}
		if err := segment.SetContact(s.DB, &line, contact); err != nil {
			t.Fatalf("%v", err)
		}
		lines := apptest.All(t, s, data.SegmentLines, data.Equal("segment_no", no))
		var above *data.SegmentLine
		if len(lines) > 0 {
			above = &lines[len(lines)-1]
		}
		if _, err := segment.AddLine(s, &line, above); err != nil {
			t.Fatalf("%v", err)
		}
	}
}

// change edits a contact past the rules of contacts.
func change(t apptest.T, s *app.Session, no data.ContactNo, do func(*data.Contact)) {
	t.Helper()
	c := apptest.Get(t, s, data.Contacts, no)
	do(&c)
	store(t, s, data.Contacts, &c)
}

// store saves a record past the rules.
func store[R any](t apptest.T, s *app.Session, table *data.Table[R], row *R) {
	t.Helper()
	if err := s.Write(data.Msg("test"), func(tx *data.Tx) error { return table.Update(tx, row) }); err != nil {
		t.Fatalf("%v", err)
	}
}

func lineOf(t apptest.T, s *app.Session, no data.SegmentNo, contact data.ContactNo) data.SegmentLine {
	t.Helper()
	lines := apptest.All(t, s, data.SegmentLines, data.Equal("segment_no", no), data.Equal("contact_no", contact))
	if len(lines) != 1 {
		t.Fatalf("%s has %d lines for %s", no, len(lines), contact)
	}
	return lines[0]
}

// group is the target group of a campaign in words.
func group(t apptest.T, s *app.Session, no data.CampaignNo) []string {
	t.Helper()
	var names []string
	for _, target := range apptest.All(t, s, data.CampaignTargets, data.Equal("campaign_no", no)) {
		names = append(names, fmt.Sprintf("%s %s", map[data.TargetType]string{data.TargetCustomer: "customer", data.TargetContact: "contact"}[target.Type], target.No))
	}
	return names
}

// answer is what [segment.AskLines] is answered with.
func answer(yes bool) segment.Answer {
	if yes {
		return segment.Yes
	}
	return segment.No
}

// add is Add Contacts with filters on contact fields and options.
func add(filters map[string]string, options ...func(*segment.Criteria)) segment.Criteria {
	c := segment.Criteria{Action: data.AddContactsAction, Filters: segment.Filters{data.ContactSection: filters}}
	for _, set := range options {
		set(&c)
	}
	return c
}

// apply carries out criteria on a segment.
func apply(t apptest.T, s *app.Session, no data.SegmentNo, c segment.Criteria) segment.Preview {
	t.Helper()
	done, _, err := segment.Apply(context.Background(), s, no, c)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return done
}

func activate(t testing.TB, s *app.Session, no data.CampaignNo) {
	t.Helper()
	if _, err := campaign.Activate(s, no); err != nil {
		t.Fatal(err)
	}
}

func keys(messages []data.Message) []string {
	var all []string
	for _, m := range messages {
		all = append(all, m.Key)
	}
	return all
}

func refused(t testing.TB, err error, key string) {
	t.Helper()
	var refusal data.Message
	switch {
	case err == nil && key == "":
	case errors.As(err, &refusal) && refusal.Key == key:
	default:
		t.Fatalf("got %v, want %q", err, key)
	}
}

func TestCreate(t *testing.T) {
	for _, c := range []struct {
		name    string
		given   data.SegmentHeader
		want    data.SegmentHeader
		refused string
	}{
		{"SG-1, SG-2 number, salesperson and date", data.SegmentHeader{Date: "1999-01-01"},
			data.SegmentHeader{No: "SM00001", NoSeries: "SEG", SalespersonCode: "JL", Date: apptest.WorkDate}, ""},
		{"SG-1 a typed number", data.SegmentHeader{No: "FAIR"}, data.SegmentHeader{No: "FAIR", SalespersonCode: "JL", Date: apptest.WorkDate}, ""},
		{"SG-1 an existing number", data.SegmentHeader{No: "SM1"}, data.SegmentHeader{}, "already-exists"},
		{"SG-3 from a campaign", data.SegmentHeader{CampaignNo: "CP2"},
			data.SegmentHeader{No: "SM00001", NoSeries: "SEG", SalespersonCode: "JL", Date: apptest.WorkDate, CampaignNo: "CP2"}, ""},
		{"SG-23 marks want a campaign", data.SegmentHeader{CampaignTarget: true},
			data.SegmentHeader{No: "SM00001", NoSeries: "SEG", SalespersonCode: "JL", Date: apptest.WorkDate}, ""},
		{"a campaign that does not exist", data.SegmentHeader{CampaignNo: "NONE"}, data.SegmentHeader{}, "campaign-missing"},
		{"a blocked salesperson", data.SegmentHeader{SalespersonCode: "OUT"}, data.SegmentHeader{}, "salesperson-blocked"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			s.Setup.SalespersonCode = "JL"
			created := c.given
			apptest.Undoes(t, s, func() {
				_, err := segment.Create(s, &created)
				refused(t, err, c.refused)
			})
			if c.refused != "" {
				return
			}
			c.want.ID = created.ID
			if diff := cmp.Diff(c.want, apptest.Get(t, s, data.SegmentHeaders, c.want.No)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestHeaderChangesReachTheLines(t *testing.T) { // SG-10…15, SG-23
	for _, c := range []struct {
		name    string
		change  func(*data.SegmentHeader)
		fields  string                  // the question's list, blank for no question
		changed func(*data.SegmentLine) // what a yes does to the lines
	}{
		{"SG-10 description", func(h *data.SegmentHeader) { h.Description = "New" }, "description", func(l *data.SegmentLine) { l.Description = "New" }},
		{"SG-11 campaign", func(h *data.SegmentHeader) { h.CampaignNo = "CP2" }, "campaign-no", func(l *data.SegmentLine) { l.CampaignNo = "CP2" }},
		{"SG-12 salesperson", func(h *data.SegmentHeader) { h.SalespersonCode = "MK" }, "salesperson-code", func(l *data.SegmentLine) { l.SalespersonCode = "MK" }},
		{"SG-13 date", func(h *data.SegmentHeader) { h.Date = "2026-04-01" }, "date", func(l *data.SegmentLine) { l.Date = "2026-04-01" }},
		{"SG-15 target", func(h *data.SegmentHeader) { h.CampaignTarget = false }, "campaign-target", func(l *data.SegmentLine) { l.CampaignTarget = false }},
		{"SG-15 response", func(h *data.SegmentHeader) { h.CampaignResponse = true }, "campaign-response", func(l *data.SegmentLine) { l.CampaignResponse = true }},
		{"one question for several fields", func(h *data.SegmentHeader) { h.Description, h.Date, h.CampaignResponse = "New", "2026-04-01", true },
			"list-comma [description list-and [date campaign-response]]",
			func(l *data.SegmentLine) { l.Description, l.Date, l.CampaignResponse = "New", "2026-04-01", true }},
		{"SG-23 without campaign the lines keep their marks", func(h *data.SegmentHeader) { h.CampaignNo = "" }, "campaign-no", func(l *data.SegmentLine) { l.CampaignNo = "" }},
	} {
		for _, yes := range []bool{true, false} {
			t.Run(fmt.Sprintf("%s, %v", c.name, yes), func(t *testing.T) {
				s := newDesk(t)
				put(t, s, "SM1", "CT11", "CT21", "")
				put(t, s, "SM2", "CT11")
				want := apptest.All(t, s, data.SegmentLines)
				before := apptest.Get(t, s, data.SegmentHeaders, data.SegmentNo("SM1"))
				after := before
				c.change(&after)
				question, err := segment.AskLines(s, &before, &after)
				if err != nil {
					t.Fatal(err)
				}
				if fields := question.Text.Args[1].(data.Message).Error(); fields != c.fields || question.Text.Args[0] != 3 || !question.Yes {
					t.Errorf("asked about %s, want %s: %+v", fields, c.fields, question)
				}
				apptest.Undoes(t, s, func() {
					if _, err := segment.Save(s, &before, &after, answer(yes)); err != nil {
						t.Fatal(err)
					}
				})
				for i := range want {
					if yes && want[i].SegmentNo == "SM1" {
						c.changed(&want[i])
					}
				}
				if diff := cmp.Diff(want, apptest.All(t, s, data.SegmentLines)); diff != "" {
					t.Errorf("lines (-want +got):\n%s", diff)
				}
				header := apptest.Get(t, s, data.SegmentHeaders, data.SegmentNo("SM1"))
				if header.CampaignNo == "" && (header.CampaignTarget || header.CampaignResponse) {
					t.Error("a header without campaign has a mark")
				}
			})
		}
	}
}

func TestNoQuestion(t *testing.T) {
	for _, c := range []struct {
		name   string
		lines  []data.ContactNo
		change func(*data.SegmentHeader)
	}{
		{"without lines", nil, func(h *data.SegmentHeader) { h.Description = "New" }},
		{"without a change that concerns lines", []data.ContactNo{"CT11"}, func(h *data.SegmentHeader) { h.No = "FAIR" }},
		{"without any change", []data.ContactNo{"CT11"}, func(*data.SegmentHeader) {}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			put(t, s, "SM1", c.lines...)
			before := apptest.Get(t, s, data.SegmentHeaders, data.SegmentNo("SM1"))
			after := before
			c.change(&after)
			if question, err := segment.AskLines(s, &before, &after); question != nil || err != nil {
				t.Errorf("%v, %v", question, err)
			}
		})
	}
}

func TestRename(t *testing.T) {
	s := newDesk(t)
	put(t, s, "SM1", "CT11")
	apptest.Add(t, s, data.Interactions, data.Interaction{ContactNo: "CT11", SegmentNo: "SM1"})
	before := apptest.Get(t, s, data.SegmentHeaders, data.SegmentNo("SM1"))
	after := before
	after.No = "FAIR"
	apptest.Undoes(t, s, func() {
		if _, err := segment.Save(s, &before, &after, segment.No); err != nil {
			t.Fatal(err)
		}
	})
	if lineOf(t, s, "FAIR", "CT11").SegmentNo != "FAIR" || apptest.All(t, s, data.Interactions)[0].SegmentNo != "FAIR" {
		t.Error("a line or an interaction kept the old number")
	}
}

func TestAContactFillsItsLine(t *testing.T) { // SG-24, SG-24a
	for _, c := range []struct {
		name    string
		header  data.SalespersonCode
		contact data.ContactNo
		want    data.SegmentLine
		refused string
	}{
		{"a person", "", "CT21", data.SegmentLine{ContactNo: "CT21", ContactCompanyNo: "CT20", SalespersonCode: "MK"}, ""},
		{"the header's salesperson wins", "JL", "CT21", data.SegmentLine{ContactNo: "CT21", ContactCompanyNo: "CT20", SalespersonCode: "JL"}, ""},
		{"a company", "", "CT20", data.SegmentLine{ContactNo: "CT20", ContactCompanyNo: "CT20", SalespersonCode: "MK"}, ""},
		{"a person without company", "", "CT30", data.SegmentLine{ContactNo: "CT30"}, ""},
		{"SG-27 no contact yet", "", "", data.SegmentLine{}, ""},
		{"a contact that does not exist", "", "CT99", data.SegmentLine{}, "contact-missing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			header := apptest.Get(t, s, data.SegmentHeaders, data.SegmentNo("SM1"))
			header.SalespersonCode = c.header
			if err := s.Write(data.Msg("test"), func(tx *data.Tx) error { return data.SegmentHeaders.Update(tx, &header) }); err != nil {
				t.Fatal(err)
			}
			line := data.SegmentLine{SegmentNo: "SM1", Description: "typed", CampaignResponse: true, CampaignNo: "CP2"} // lost (SG-24)
			err := segment.SetContact(s.DB, &line, c.contact)
			refused(t, err, c.refused)
			if c.refused != "" {
				return
			}
			c.want.SegmentNo, c.want.Description, c.want.Date = "SM1", "Fair", "2026-03-02"
			c.want.CampaignNo, c.want.CampaignTarget = "CP1", true
			if diff := cmp.Diff(c.want, line); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestLinesRefuseWhatDoesNotExist(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*data.SegmentLine)
		want   string
	}{
		{"contact", func(l *data.SegmentLine) { l.ContactNo = "CT99" }, "contact-missing"},
		{"campaign", func(l *data.SegmentLine) { l.CampaignNo = "NONE" }, "campaign-missing"},
		{"salesperson", func(l *data.SegmentLine) { l.SalespersonCode = "NOBODY" }, "salesperson-missing"},
		{"a blocked salesperson", func(l *data.SegmentLine) { l.SalespersonCode = "OUT" }, "salesperson-blocked"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			put(t, s, "SM1", "CT11")
			before := lineOf(t, s, "SM1", "CT11")
			after := before
			c.change(&after)
			apptest.Undoes(t, s, func() {
				_, err := segment.SaveLine(s, &before, &after)
				refused(t, err, c.want)
			})
			fresh := after
			fresh.ID = 0
			apptest.Undoes(t, s, func() {
				_, err := segment.AddLine(s, &fresh, nil)
				refused(t, err, c.want)
			})
		})
	}
}

func TestALineCanBePutBetweenOthers(t *testing.T) { // SG 2.2: half-way
	s := newDesk(t)
	put(t, s, "SM1", "CT11", "CT21")
	first := lineOf(t, s, "SM1", "CT11")
	line := data.SegmentLine{SegmentNo: "SM1", ContactNo: "CT30"}
	apptest.Undoes(t, s, func() {
		if _, err := segment.AddLine(s, &line, &first); err != nil {
			t.Fatal(err)
		}
	})
	var got []int
	for _, l := range apptest.All(t, s, data.SegmentLines) {
		got = append(got, l.LineNo)
	}
	if diff := cmp.Diff([]int{10000, 15000, 20000}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
