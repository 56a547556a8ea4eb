package windows

import (
	"campaigndesk/app"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// Records are the windows of the records that the search finds, by the name of their table.
func Records() map[string]func(s *app.Session, id int64) page.Page {
	return map[string]func(s *app.Session, id int64) page.Page{
		data.Campaigns.Name():      CampaignCard,
		data.SegmentHeaders.Name(): func(s *app.Session, id int64) page.Page { return SegmentCard(s, id, "") },
		data.QuoteHeaders.Name():   QuoteCard,
		data.Contacts.Name():       func(s *app.Session, id int64) page.Page { return ContactCard(s, id, "") },
		data.Customers.Name():      CustomerCard,
		data.Items.Name():          ItemCard,
		data.Salespeople.Name():    SalespersonCard,
	}
}
