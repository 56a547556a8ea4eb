package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/register"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// CampaignStatus is the list of labels for how far a campaign has come (CP section 1), edited in place.
func CampaignStatus(s *app.Session) page.Page {
	type S = data.CampaignStatus
	return &page.Worksheet[S]{
		Name: "campaign-status", Session: s, Table: data.CampaignStatuses,
		New: func(*S) S { return S{} },
		Delete: func(_ *page.Window, rows []S) error {
			return register.Delete(s, data.CampaignStatuses, rows)
		},
		Fields: page.Fields[S]{
			page.Code("code", func(c *S) *data.CampaignStatusCode { return &c.Code }),
			page.Text("description", func(c *S) *string { return &c.Description }).Width(40),
		},
		Empty: "campaign-status-empty",
	}
}
