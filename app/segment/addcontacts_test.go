package segment_test

import (
	"fmt"
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/segment"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

// The options of Add Contacts as in S:WE-8, with the city Umeå in the place of the mailing group: Per and Eva are there.
func TestAddContacts(t *testing.T) {
	exclude := func(no data.ContactNo) func(*testing.T, *app.Session) {
		return func(t *testing.T, s *app.Session) {
			c := apptest.Get(t, s, data.Contacts, no)
			c.ExcludeFromSegment = true
			if err := s.Write(data.Msg("test"), func(tx *data.Tx) error { return data.Contacts.Update(tx, &c) }); err != nil {
				t.Fatal(err)
			}
		}
	}
	onLine := func(t *testing.T, s *app.Session) { put(t, s, "SM1", "CT21") }
	umea := map[string]string{"city": "Umeå"}
	for _, c := range []struct {
		name   string
		setup  func(*testing.T, *app.Session)
		choice data.ContactChoice
		want   []data.ContactNo
	}{
		{"no options", nil, data.ContactChoice{}, []data.ContactNo{"CT12", "CT21"}},
		{"SG-37 related companies", nil, data.ContactChoice{AllowRelatedCompanies: true}, []data.ContactNo{"CT10", "CT12", "CT20", "CT21"}},
		{"SG-36 expand companies", nil, data.ContactChoice{ExpandCompanies: true}, []data.ContactNo{"CT10", "CT11", "CT12", "CT20", "CT21"}},
		{"SG-38 excluded", exclude("CT12"), data.ContactChoice{}, []data.ContactNo{"CT21"}},
		{"SG-38 excluded after expanding", exclude("CT11"), data.ContactChoice{ExpandCompanies: true}, []data.ContactNo{"CT10", "CT12", "CT20", "CT21"}},
		{"SG-38 an excluded person brings its company", exclude("CT12"), data.ContactChoice{AllowRelatedCompanies: true}, []data.ContactNo{"CT10", "CT20", "CT21"}},
		{"SG-38 exclusion ignored", exclude("CT11"), data.ContactChoice{ExpandCompanies: true, IgnoreExclusion: true}, []data.ContactNo{"CT10", "CT11", "CT12", "CT20", "CT21"}},
		{"SG-35 on a line already", onLine, data.ContactChoice{}, []data.ContactNo{"CT21", "CT12"}},
		{"SG-35 existing contacts allowed", onLine, data.ContactChoice{AllowExisting: true}, []data.ContactNo{"CT21", "CT12", "CT21"}},
		{"SG-33 two filters", nil, data.ContactChoice{View: data.View{Filters: map[string]string{"salesperson_code": "MK"}}}, []data.ContactNo{"CT21"}},
		{"SG-39 by company, the company first; persons without company on top", nil, data.ContactChoice{View: data.View{Filters: map[string]string{"city": "*"}}},
			[]data.ContactNo{"CT30", "CT10", "CT11", "CT12", "CT20", "CT21"}},
		{"SG-36, SG-37 a person without company has none to bring", nil,
			data.ContactChoice{View: data.View{Filters: map[string]string{"no": "CT30", "city": "*"}}, ExpandCompanies: true, AllowRelatedCompanies: true}, []data.ContactNo{"CT30"}},
		{"nobody", nil, data.ContactChoice{View: data.View{Filters: map[string]string{"no": "NOBODY"}}}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			if c.setup != nil {
				c.setup(t, s)
			}
			filters := map[string]string{}
			for column, expr := range c.choice.View.Filters {
				filters[column] = expr
			}
			if filters["city"] == "" {
				filters["city"] = umea["city"]
			}
			if filters["city"] == "*" {
				delete(filters, "city")
			}
			c.choice.View.Filters = filters
			already := len(apptest.All(t, s, data.SegmentLines))
			expected, err := data.CountContacts(s.DB, "SM1", c.choice)
			if err != nil {
				t.Fatal(err)
			}
			apptest.Undoes(t, s, func() {
				added, err := segment.AddContacts(s, "SM1", c.choice)
				if err != nil {
					t.Fatal(err)
				}
				if added != len(c.want)-already || expected != added {
					t.Errorf("added %d, announced %d", added, expected)
				}
			})
			var got []data.ContactNo
			for i, line := range apptest.All(t, s, data.SegmentLines) {
				got = append(got, line.ContactNo)
				if line.LineNo != (i+1)*10000 {
					t.Errorf("line %d is numbered %d", i, line.LineNo)
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestAddedContactsAreFilledLikeTypedOnes(t *testing.T) { // SG-39
	for _, salesperson := range []data.SalespersonCode{"", "JL"} {
		t.Run(fmt.Sprintf("header's salesperson %q", salesperson), func(t *testing.T) {
			s := newDesk(t)
			for _, no := range []data.SegmentNo{"SM1", "SM2"} {
				h := apptest.Get(t, s, data.SegmentHeaders, no)
				h.SalespersonCode, h.CampaignResponse, h.Description, h.Date = salesperson, true, "Same", "2026-05-01"
				if err := s.Write(data.Msg("test"), func(tx *data.Tx) error { return data.SegmentHeaders.Update(tx, &h) }); err != nil {
					t.Fatal(err)
				}
			}
			put(t, s, "SM1", "CT30", "CT10", "CT11", "CT12", "CT20", "CT21")
			if _, err := segment.AddContacts(s, "SM2", data.ContactChoice{}); err != nil {
				t.Fatal(err)
			}
			typed := apptest.All(t, s, data.SegmentLines, data.Equal("segment_no", data.SegmentNo("SM1")))
			added := apptest.All(t, s, data.SegmentLines, data.Equal("segment_no", data.SegmentNo("SM2")))
			for i := range added {
				added[i].ID, added[i].SegmentNo = typed[i].ID, "SM1"
			}
			if diff := cmp.Diff(typed, added); diff != "" {
				t.Errorf("(-typed +added):\n%s", diff)
			}
		})
	}
}

func TestAFaultyFilterAddsNobody(t *testing.T) {
	s := newDesk(t)
	choice := data.ContactChoice{View: data.View{Filters: map[string]string{"no": "CT1|"}}}
	apptest.Undoes(t, s, func() {
		if _, err := segment.AddContacts(s, "SM1", choice); err == nil {
			t.Error("not refused")
		}
	})
}
