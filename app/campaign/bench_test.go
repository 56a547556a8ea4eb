package campaign_test

import (
	"context"
	"fmt"
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/campaign"
	"campaigndesk/data"
)

const many = 100_000

// manyTargets is a company in which CP1 has 100,000 targets: companies, every second of them a customer, each on a targeted line.
func manyTargets(b *testing.B) *app.Session {
	b.Helper()
	s := apptest.New(b)
	contacts, lines := make([]data.Contact, many), make([]data.SegmentLine, many)
	customers, links := make([]data.Customer, many/2), make([]data.ContactBusinessRelation, many/2)
	for i := range contacts {
		no := data.ContactNo(fmt.Sprintf("CT%06d", i))
		contacts[i] = data.Contact{No: no, Type: data.Company, Name: fmt.Sprintf("Company %06d", i), CompanyNo: no, CompanyName: fmt.Sprintf("Company %06d", i)}
		lines[i] = data.SegmentLine{SegmentNo: "SM1", LineNo: (i + 1) * 10000, ContactNo: no, ContactCompanyNo: no, CampaignNo: "CP1", CampaignTarget: true}
	}
	for i := range customers {
		no := data.CustomerNo(fmt.Sprintf("CU%05d", i))
		customers[i] = data.Customer{No: no, Name: contacts[2*i].Name}
		links[i] = data.ContactBusinessRelation{Code: "CUST", ContactNo: contacts[2*i].No, CustomerNo: no}
	}
	apptest.Add(b, s, data.Campaigns, data.Campaign{No: "CP1"})
	apptest.Add(b, s, data.SegmentHeaders, data.SegmentHeader{No: "SM1"})
	apptest.Add(b, s, data.Contacts, contacts...)
	apptest.Add(b, s, data.Customers, customers...)
	apptest.Add(b, s, data.ContactBusinessRelations, links...)
	apptest.Add(b, s, data.SegmentLines, lines...)
	return s
}

// BenchmarkActivate measures the activation of a campaign with 100,000 targets, journal included (aim: 1 s), and its undo.
func BenchmarkActivate(b *testing.B) {
	s := manyTargets(b)
	for b.Loop() {
		if _, err := campaign.Activate(s, "CP1"); err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		if _, err := s.DB.Undo(context.Background()); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
}

// BenchmarkManyTargets measures what windows ask about a campaign with 100,000 targets.
func BenchmarkManyTargets(b *testing.B) {
	s := manyTargets(b)
	b.Run("dry run", func(b *testing.B) {
		for b.Loop() {
			if run, err := campaign.Try(s, "CP1", campaign.Activating); err != nil || len(run.Entering) != many {
				b.Fatal(err)
			}
		}
	})
	if _, err := campaign.Activate(s, "CP1"); err != nil {
		b.Fatal(err)
	}
	check := func(err error) {
		if err != nil {
			b.Fatal(err)
		}
	}
	for name, ask := range map[string]func(){
		"drift":    func() { _, err := data.DriftOf(s.DB, "CP1"); check(err) },
		"drifting": func() { _, err := data.Drifting(s.DB); check(err) },
		"entering": func() { _, err := data.Entering(s.DB, "CP1"); check(err) },
		"leaving":  func() { _, err := data.Leaving(s.DB, "CP1"); check(err) },
		"ways":     func() { _, err := data.WaysOf(s.DB, "CP1"); check(err) },
		"cues": func() {
			cues, err := campaign.CuesOf(s.DB, s.WorkDate)
			check(err)
			_, err = cues.Attend(s)
			check(err)
		},
		"targets": func() {
			_, err := data.CampaignTargets.Open(s.DB, data.View{Fixed: []data.Cond{data.Equal("campaign_no", data.CampaignNo("CP1"))}, Sort: "name"})
			check(err)
		},
		"deactivate":  func() { _, err := campaign.Deactivate(s, "CP1"); check(err); s.DB.Undo(context.Background()) },
		"bringInLine": func() { _, err := campaign.BringInLine(s, "CP1"); check(err) },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				ask()
			}
		})
	}
}
