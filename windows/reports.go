package windows

import (
	"context"

	"campaigndesk/app"
	"campaigndesk/app/interaction"
	"campaigndesk/app/report"
	"campaigndesk/data"
	"campaigndesk/data/filter"
	"campaigndesk/windows/page"
)

// The reports (RP), each with what can be asked for. A blank number is a report of all records.

// campaignDetails is Campaign Details of a campaign (RP-1).
func campaignDetails(s *app.Session, no data.CampaignNo) *printout {
	p := &printout{s: s, name: "report-campaign-details", of: string(no), sections: []filterSection{campaignsFilters(), segmentsFilters(), entriesFilters()},
		watches: []string{data.Campaigns.Name(), data.SegmentLines.Name(), data.Interactions.Name(), data.CampaignEntries.Name()},
		collect: func(p *printout) (report.Report, error) {
			return report.CampaignDetails(s, p.view(0), p.view(1), p.view(2))
		}}
	p.request.Filters[0][0] = string(no)
	return p
}

// segmentContacts is Segment Contacts of a segment (RP-2).
func segmentContacts(s *app.Session, no data.SegmentNo) *printout {
	p := &printout{s: s, name: "report-segment-contacts", of: string(no), sections: []filterSection{segmentsFilters(), contactsFilters()}, watches: ofSegmentPrinted,
		collect: func(p *printout) (report.Report, error) { return report.SegmentContacts(s, p.view(0), p.view(1)) }}
	p.request.Filters[0][0] = string(no)
	return p
}

// segmentLabels is the labels of a segment's lines (RP-4).
func segmentLabels(s *app.Session, no data.SegmentNo) *printout {
	return remembering(&printout{s: s, name: "report-segment-labels", of: string(no), labels: true, watches: ofSegmentPrinted,
		collect: func(p *printout) (report.Report, error) {
			return report.SegmentLabels(s, no, p.request.sheet(), p.request.Used)
		}})
}

// segmentCoverSheets is the cover sheets of a segment's contacts; when they are logged they belong to the segment's campaign (RP-6,
// RP-7, RP-10).
func segmentCoverSheets(s *app.Session, no data.SegmentNo, campaign data.CampaignNo) *printout {
	return remembering(&printout{s: s, name: "report-segment-cover-sheets", of: string(no), covers: true, campaign: campaign, watches: ofSegmentPrinted,
		collect: func(p *printout) (report.Report, error) {
			return report.SegmentCoverSheets(s, no, p.request.coverSheet(s))
		}})
}

// callSheet is the list of a segment's contacts to call from.
func callSheet(s *app.Session, no data.SegmentNo) *printout {
	return &printout{s: s, name: "report-call-sheet", of: string(no), watches: ofSegmentPrinted,
		collect: func(*printout) (report.Report, error) { return report.CallSheet(s, no) }}
}

// contactListReport is the list of contacts (RP-3).
func contactListReport(s *app.Session, contacts []data.Contact) *printout {
	return ofContacts(&printout{s: s, name: "report-contact-list",
		collect: func(p *printout) (report.Report, error) { return report.ContactList(s, p.view(0)) }}, contacts)
}

// contactLabels is labels of contacts (RP-5).
func contactLabels(s *app.Session, contacts []data.Contact) *printout {
	return remembering(ofContacts(&printout{s: s, name: "report-contact-labels", labels: true,
		collect: func(p *printout) (report.Report, error) {
			return report.ContactLabels(s, p.view(0), p.request.sheet(), p.request.Used)
		}}, contacts))
}

// contactCoverSheets is cover sheets of contacts (RP-6, RP-7).
func contactCoverSheets(s *app.Session, contacts []data.Contact) *printout {
	return remembering(ofContacts(&printout{s: s, name: "report-contact-cover-sheets", covers: true,
		collect: func(p *printout) (report.Report, error) {
			return report.ContactCoverSheets(s, p.view(0), p.request.coverSheet(s))
		}}, contacts))
}

var ofSegmentPrinted = []string{data.SegmentHeaders.Name(), data.SegmentLines.Name(), data.Contacts.Name()}

// ofContacts is a report of contacts by filters, at first of those given; of none: of all.
func ofContacts(p *printout, contacts []data.Contact) *printout {
	p.sections, p.watches = []filterSection{contactsFilters()}, []string{data.Contacts.Name(), data.AltAddresses.Name()}
	if len(contacts) == 1 {
		p.of = string(contacts[0].No)
	}
	numbers := make([]string, len(contacts))
	for i, c := range contacts {
		numbers[i] = string(c.No)
	}
	if len(numbers) > 0 {
		p.request.Filters[0][0] = filter.OneOf(numbers...)
	}
	return p
}

// logCoverSheets logs the cover sheets of a report as a job, and then calls done.
func logCoverSheets(s *app.Session, w *page.Window, r *report.Report, campaign data.CampaignNo, done func()) {
	var logged int
	var notices []data.Message
	w.Job(data.Msg("cover-sheets-logging"), func(ctx context.Context, progress app.Progress) (err error) {
		var contacts []data.ContactNo
		for section, err := range r.Sections {
			if err != nil {
				return err
			}
			contacts = append(contacts, section.Fields[0].(data.ContactNo))
		}
		logged, notices, err = interaction.LogCoverSheets(ctx, s, contacts, campaign, progress)
		return err
	}, func() {
		done()
		w.Tell(data.Msg("cover-sheets-were-logged", logged))
		w.Noticed(notices, nil)
	})
}
