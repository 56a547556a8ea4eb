// Package windows holds the windows of Campaign Desk, one file each. A window is a function that returns a value of the page
// kit: its table, fields, parts, fact boxes and actions, in this order. What two windows share belongs to the kit, what
// decides something to package app.
package windows

import (
	"campaigndesk/app"
	"campaigndesk/windows/page"
)

// All is the register: every window once. Windows of one record are opened here with a sample, for the contract test and the
// pictures; the navigation shows those with a group.
func All() []page.Entry {
	return []page.Entry{
		{Name: "campaign-status", Caption: "campaign-status", Group: "setup", Open: func(s *app.Session) page.Page { return CampaignStatus(s) }},
	}
}
