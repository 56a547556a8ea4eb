package segment_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/segment"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

// S:WE-8 with the city Umeå in the place of the mailing group: Per and Eva are there.
func TestAddContacts(t *testing.T) {
	exclude := func(no data.ContactNo) func(*testing.T, *app.Session) {
		return func(t *testing.T, s *app.Session) {
			change(t, s, no, func(c *data.Contact) { c.ExcludeFromSegment = true })
		}
	}
	block := func(t *testing.T, s *app.Session) {
		change(t, s, "CT12", func(c *data.Contact) { c.PrivacyBlocked = true })
	}
	onLine := func(t *testing.T, s *app.Session) { put(t, s, "SM1", "CT21") }
	umea := map[string]string{"city": "Umeå"}
	related, expand := func(c *segment.Criteria) { c.AllowRelatedCompanies = true }, func(c *segment.Criteria) { c.ExpandCompanies = true }
	existing, ignore := func(c *segment.Criteria) { c.AllowExisting = true }, func(c *segment.Criteria) { c.IgnoreExclusion = true }
	for _, c := range []struct {
		name     string
		setup    func(*testing.T, *app.Session)
		criteria segment.Criteria
		want     []data.ContactNo
		blocked  int
	}{
		{"no options", nil, add(umea), []data.ContactNo{"CT12", "CT21"}, 0},
		{"SG-37 related companies", nil, add(umea, related), []data.ContactNo{"CT10", "CT12", "CT20", "CT21"}, 0},
		{"SG-36 expand companies", nil, add(umea, expand), []data.ContactNo{"CT10", "CT11", "CT12", "CT20", "CT21"}, 0},
		{"SG-38 excluded", exclude("CT12"), add(umea), []data.ContactNo{"CT21"}, 0},
		{"SG-38 excluded after expanding", exclude("CT11"), add(umea, expand), []data.ContactNo{"CT10", "CT12", "CT20", "CT21"}, 0},
		{"SG-38 an excluded person brings its company", exclude("CT12"), add(umea, related), []data.ContactNo{"CT10", "CT20", "CT21"}, 0},
		{"SG-38 exclusion ignored", exclude("CT11"), add(umea, expand, ignore), []data.ContactNo{"CT10", "CT11", "CT12", "CT20", "CT21"}, 0},
		{"DV-17 privacy-blocked", block, add(umea, ignore), []data.ContactNo{"CT21"}, 1},
		{"SG-35 on a line already", onLine, add(umea), []data.ContactNo{"CT21", "CT12"}, 0},
		{"SG-35 existing contacts allowed", onLine, add(umea, existing), []data.ContactNo{"CT21", "CT12", "CT21"}, 0},
		{"SG-33 two filters", nil, add(map[string]string{"city": "Umeå", "salesperson_code": "MK"}), []data.ContactNo{"CT21"}, 0},
		{"SG-39 by company, the company first; persons without company on top", nil, add(nil), []data.ContactNo{"CT30", "CT10", "CT11", "CT12", "CT20", "CT21"}, 0},
		{"SG-36, SG-37 a person without company has none to bring", nil, add(map[string]string{"no": "CT30"}, expand, related), []data.ContactNo{"CT30"}, 0},
		{"SG-40 nobody", nil, add(map[string]string{"no": "NOBODY"}), nil, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			if c.setup != nil {
				c.setup(t, s)
			}
			already := apptest.Get(t, s, data.SegmentHeaders, data.SegmentNo("SM1"))
			expected, err := segment.Count(s, "SM1", c.criteria)
			if err != nil {
				t.Fatal(err)
			}
			apptest.Undoes(t, s, func() {
				done := apply(t, s, "SM1", c.criteria)
				if done != expected || done.Lines != len(c.want)-already.Lines || done.Blocked != c.blocked {
					t.Errorf("did %+v, announced %+v", done, expected)
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
			if n := apptest.Get(t, s, data.SegmentHeaders, data.SegmentNo("SM1")).CriteriaActions; n != already.CriteriaActions+1 {
				t.Errorf("%d criteria actions", n)
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
			apply(t, s, "SM2", add(nil))
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
	apptest.Undoes(t, s, func() {
		_, _, err := segment.Apply(context.Background(), s, "SM1", add(map[string]string{"no": "CT1|"}))
		if !errors.As(err, new(data.Message)) {
			t.Errorf("%v is no refusal", err)
		}
	})
}
