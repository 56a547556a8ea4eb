package segment_test

import (
	"context"
	"fmt"
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/segment"
	"campaigndesk/data"
)

// manyContacts is a company with 100,000 contacts, five of them to each company, half of them in the north.
func manyContacts(b *testing.B) *app.Session {
	b.Helper()
	s := apptest.New(b)
	contacts := make([]data.Contact, 100_000)
	for i := range contacts {
		company := data.ContactNo(fmt.Sprintf("CT%06d", i-i%5))
		contacts[i] = data.Contact{No: data.ContactNo(fmt.Sprintf("CT%06d", i)), Type: data.Person, Name: fmt.Sprintf("Contact %06d", i),
			CompanyNo: company, CompanyName: "Company " + string(company), TerritoryCode: "NORTH"}
		if i%5 == 0 {
			contacts[i].Type = data.Company
		}
		if i%2 == 0 {
			contacts[i].TerritoryCode = "SOUTH"
		}
	}
	apptest.Add(b, s, data.Territories, data.Territory{Code: "NORTH"}, data.Territory{Code: "SOUTH"})
	apptest.Add(b, s, data.Contacts, contacts...)
	apptest.Add(b, s, data.Campaigns, data.Campaign{No: "CP1"})
	apptest.Add(b, s, data.SegmentHeaders, data.SegmentHeader{No: "SM1", CampaignNo: "CP1", CampaignTarget: true}, data.SegmentHeader{No: "SM2", CampaignNo: "CP1", CampaignTarget: true})
	apptest.Add(b, s, data.SegmentLines, data.SegmentLine{SegmentNo: "SM2", LineNo: 10000, ContactNo: "CT000000", ContactCompanyNo: "CT000000", CampaignNo: "CP1", CampaignTarget: true})
	return s
}

var north = add(map[string]string{"territory_code": "NORTH"})

// BenchmarkAddContacts measures adding 50,000 of 100,000 contacts to a segment, for a campaign that is not activated and for
// one that is.
func BenchmarkAddContacts(b *testing.B) {
	s := manyContacts(b)
	for _, campaign := range []string{"not activated", "activated"} {
		b.Run(campaign, func(b *testing.B) {
			if campaign == "activated" {
				activate(b, s, "CP1")
			}
			for b.Loop() {
				if done := apply(b, s, "SM1", north); done.Lines != 50_000 {
					b.Fatal(done)
				}
				b.StopTimer()
				if _, err := s.DB.Undo(context.Background()); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
			}
		})
	}
}

// BenchmarkSegmentOfMany measures counting before OK, one line's edit and a header's change in a segment of 50,000 lines of an
// activated campaign.
func BenchmarkSegmentOfMany(b *testing.B) {
	s := manyContacts(b)
	apply(b, s, "SM1", north)
	activate(b, s, "CP1")
	b.Run("count", func(b *testing.B) {
		for b.Loop() {
			c := north
			c.ExpandCompanies, c.AllowRelatedCompanies = true, true
			if _, err := segment.Count(s, "SM1", c); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("line", func(b *testing.B) {
		line := lineOf(b, s, "SM1", "CT050001")
		for b.Loop() {
			before := line
			line.CampaignTarget = !line.CampaignTarget
			if _, err := segment.SaveLine(s, &before, &line); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("header", func(b *testing.B) {
		header := apptest.Get(b, s, data.SegmentHeaders, data.SegmentNo("SM1"))
		for b.Loop() {
			before := header
			header.CampaignTarget = !header.CampaignTarget
			if _, err := segment.Save(s, &before, &header, segment.Yes); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkReduce measures taking 50,000 of 100,000 lines off a segment, each with a copy in the history.
func BenchmarkReduce(b *testing.B) {
	s := manyContacts(b)
	apply(b, s, "SM1", add(nil))
	for b.Loop() {
		c := north
		c.Action = data.ReduceAction
		if done := apply(b, s, "SM1", c); done.Lines != 50_000 {
			b.Fatal(done)
		}
		b.StopTimer()
		if _, err := s.DB.Undo(context.Background()); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
}

// BenchmarkLog measures logging a segment of 100,000 lines.
func BenchmarkLog(b *testing.B) {
	s := manyContacts(b)
	apptest.Add(b, s, data.Salespeople, data.Salesperson{Code: "JL"})
	replace(b, s, data.InteractionGroups, data.InteractionGroup{Code: "LETTER"})
	replace(b, s, data.InteractionTemplates, data.InteractionTemplate{Code: "BUS", InteractionGroupCode: "LETTER"})
	h := apptest.Get(b, s, data.SegmentHeaders, data.SegmentNo("SM1"))
	h.Description, h.Date, h.SalespersonCode, h.InteractionTemplateCode = "Letter", "2026-03-02", "JL", "BUS"
	store(b, s, data.SegmentHeaders, &h)
	c := add(nil)
	c.AllowExisting = true
	apply(b, s, "SM1", c)
	for b.Loop() {
		done, _, err := segment.Log(context.Background(), s, "SM1", segment.LogOptions{})
		if err != nil || done.Interactions != 100_000 {
			b.Fatal(done, err)
		}
		b.StopTimer()
		if _, err := s.DB.Undo(context.Background()); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
}
