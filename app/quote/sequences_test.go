package quote_test

import (
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/campaign"
	"campaigndesk/app/contact"
	"campaigndesk/app/quote"
	"campaigndesk/app/segment"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

// The sequences S1 to S8 of CP section 10: what stands on the lines with typed values kept (D) and overwritten as in BC (B).
var sequences = []struct {
	name  string
	steps func(t *testing.T, s *app.Session) data.QuoteNo
	kept  []string
	asBC  []string // the same when nil
}{
	{name: "S1 no row for item and party: a typed price stays",
		steps: func(t *testing.T, s *app.Session) data.QuoteNo {
			h := quoteFor(t, s, "C22")
			l := addLine(t, s, h, "LAMP", "1")
			if l.UnitPrice != amount("199.2") {
				t.Errorf("card price %s", l.UnitPrice)
			}
			change(t, s, change(t, s, l, price("180")), quantity("2"))
			return h.No
		},
		kept: []string{"2 PCS LAMP at 180*, 0 %: 360"}},
	{name: "S2 a row exists though its minimum is not reached",
		steps: func(t *testing.T, s *app.Session) data.QuoteNo {
			h := quoteFor(t, s, "C20")
			change(t, s, change(t, s, addLine(t, s, h, "CABLE", "10"), price("9.5")), quantity("20"))
			return h.No
		},
		kept: []string{"20 M CABLE at 9.5*, 0 %: 190"},
		asBC: []string{"20 M CABLE at 9.99, 0 %: 199.8"}},
	{name: "S3 a typed discount",
		steps: func(t *testing.T, s *app.Session) data.QuoteNo {
			h := quoteFor(t, s, "C22")
			change(t, s, change(t, s, addLine(t, s, h, "LAMP", "1"), discount("10")), quantity("2"))
			return h.No
		},
		kept: []string{"2 PCS LAMP at 199.2, 10 %*: 358.56"},
		asBC: []string{"2 PCS LAMP at 199.2, 0 %: 398.4"}},
	{name: "S4 another unit: typed values are lost",
		steps: func(t *testing.T, s *app.Session) data.QuoteNo {
			h := quoteFor(t, s, "C22")
			change(t, s, change(t, s, addLine(t, s, h, "CHAIR", "1"), price("700"), discount("12")), unit("BOX"))
			return h.No
		},
		kept: []string{"1 BOX CHAIR at 3920, 3 %: 3802.4"}},
	{name: "S5 a deactivated campaign's price goes with the next change",
		steps: func(t *testing.T, s *app.Session) data.QuoteNo {
			h := quoteFor(t, s, "C10")
			l := addLine(t, s, h, "CHAIR", "1")
			deactivate(t, s)
			change(t, s, l, quantity("2"))
			return h.No
		},
		kept: []string{"2 PCS CHAIR at 920, 3 %: 1784.8"}},
	{name: "S6 a line that is not touched keeps the campaign's price",
		steps: func(t *testing.T, s *app.Session) data.QuoteNo {
			h := quoteFor(t, s, "C10")
			addLine(t, s, h, "CHAIR", "1")
			deactivate(t, s)
			return h.No
		},
		kept: []string{"1 PCS CHAIR at 900 SPRING, 5 % SPRING: 855"}},
	{name: "S7 the campaign ends earlier: only new lines notice",
		steps: func(t *testing.T, s *app.Session) data.QuoteNo {
			h := quoteFor(t, s, "C10")
			addLine(t, s, h, "CHAIR", "1")
			before := apptest.Get(t, s, data.Campaigns, data.CampaignNo("SPRING"))
			after := before
			after.EndingDate = "2026-03-05"
			do(t, campaign.Save(s, &before, &after))
			addLine(t, s, h, "CHAIR", "1")
			return h.No
		},
		kept: []string{"1 PCS CHAIR at 900 SPRING, 5 % SPRING: 855", "1 PCS CHAIR at 920, 3 %: 892.4"}},
	{name: "S8 a targeted contact becomes a customer",
		steps: func(t *testing.T, s *app.Session) data.QuoteNo {
			h := quoteFor(t, s, "CT501")
			addLine(t, s, h, "CHAIR", "1")
			customer, _, err := contact.CreateCustomer(s, "CT500")
			do(t, err)
			addLine(t, s, h, "CHAIR", "1") // the contact's quote goes on
			addLine(t, s, quoteFor(t, s, string(customer.No)), "CHAIR", "1")
			return h.No
		},
		kept: []string{"1 PCS CHAIR at 900 SPRING, 5 % SPRING: 855", "1 PCS CHAIR at 900 SPRING, 5 % SPRING: 855"}},
}

func TestSequences(t *testing.T) {
	for _, c := range sequences {
		for _, asBC := range []bool{false, true} {
			name, want := c.name+", typed values kept", c.kept
			if asBC {
				name = c.name + ", as in BC"
				if c.asBC != nil {
					want = c.asBC
				}
			}
			t.Run(name, func(t *testing.T) {
				s := newDesk(t)
				s.Setup.BCOverwriting = asBC
				if diff := cmp.Diff(want, stored(t, s, c.steps(t, s))); diff != "" {
					t.Errorf("lines (-want +got):\n%s", diff)
				}
			})
		}
	}
}

func TestACustomerMadeOfATargetedContactGetsTheCampaign(t *testing.T) { // S8
	s := newDesk(t)
	customer, _, err := contact.CreateCustomer(s, "CT500")
	do(t, err)
	for _, no := range []string{string(customer.No), "CT500", "CT501"} {
		h := quoteFor(t, s, no)
		if l := addLine(t, s, h, "CHAIR", "1"); h.CustomerNo != customer.No || l.PriceCampaignNo != "SPRING" {
			t.Errorf("quote for %s: customer %s, %s", no, h.CustomerNo, inWords(l))
		}
	}
}

func TestNobodyGetsACampaignWhoseLastTargetLeft(t *testing.T) { // S9
	s := newDesk(t)
	deactivate(t, s)
	apptest.Add(t, s, data.SegmentHeaders, data.SegmentHeader{No: "SM1", CampaignNo: "SPRING", CampaignTarget: true})
	put := func(no data.ContactNo) data.SegmentLine {
		l := data.SegmentLine{SegmentNo: "SM1"}
		do(t, segment.SetContact(s.DB, &l, no))
		_, err := segment.AddLine(s, &l, nil)
		do(t, err)
		return l
	}
	eva := put("CT501")
	priceFor := func(no string) data.Amount { return addLine(t, s, quoteFor(t, s, no), "CHAIR", "1").UnitPrice }
	activate := func() {
		_, err := campaign.Activate(s, "SPRING")
		do(t, err)
	}
	activate()
	if got := priceFor("CT501"); got != amount("900") {
		t.Errorf("the target gets %s", got)
	}
	_, err := segment.DeleteLines(s, []data.SegmentLine{eva})
	do(t, err)
	put("CT600")
	for _, no := range []string{"CT501", "CT600"} {
		if got := priceFor(no); got != amount("980") {
			t.Errorf("%s gets %s while the campaign is not activated", no, got)
		}
	}
	activate()
	if got := priceFor("CT600"); got != amount("900") {
		t.Errorf("the new target gets %s", got)
	}
}

func deactivate(t testing.TB, s *app.Session) {
	t.Helper()
	_, err := campaign.Deactivate(s, "SPRING")
	do(t, err)
}

func TestQuestionBeforeTypedValuesAreLost(t *testing.T) { // S4
	for _, c := range []struct {
		name  string
		typed []typed
		then  typed
		asBC  bool
		asks  bool
	}{
		{name: "another unit after a typed price", typed: []typed{price("700")}, then: unit("BOX"), asks: true},
		{name: "another unit after a typed discount", typed: []typed{discount("12")}, then: unit("BOX"), asks: true},
		{name: "as in BC nobody asks", typed: []typed{price("700")}, then: unit("BOX"), asBC: true},
		{name: "nothing typed", then: unit("BOX")},
		{name: "another quantity keeps what was typed", typed: []typed{price("700")}, then: quantity("3")},
		{name: "another item is another line", typed: []typed{price("700")}, then: item("CABLE")},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			s.Setup.BCOverwriting = c.asBC
			before := change(t, s, addLine(t, s, quoteFor(t, s, "C22"), "CHAIR", "1"), c.typed...)
			after := before
			do(t, c.then(s, &after))
			if q := quote.AskBeforeSaveLine(s, &before, &after); (q != nil) != c.asks {
				t.Errorf("question %v, want one: %v", q, c.asks)
			}
		})
	}
}
