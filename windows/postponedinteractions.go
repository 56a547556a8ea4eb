package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/interaction"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// PostponedInteractions is the list of interactions that are to be finished later (UI-31), the next one first.
func PostponedInteractions(s *app.Session) page.Page { return postponedOf(s, logOf{}) }

func postponedOf(s *app.Session, of logOf) page.Page {
	type I = data.Interaction
	list := &page.List[I]{
		Name: "postponed-interactions", Session: s, Table: data.Interactions,
		View: func() data.View {
			return data.View{Fixed: append([]data.Cond{data.Postponed()}, of.rows...), Sort: "date"}
		},
		Card: func(i *I) page.Page { return resumed(s, i) },
		Delete: func(_ *page.Window, rows []I) error {
			return interaction.DeletePostponed(s, rows)
		},
		Fields: interactionFields(),
		Actions: []page.Action[I]{
			{Caption: "resume", Promoted: true, Primary: true, Open: func(i *I) page.Page { return resumed(s, i) }},
			{Caption: "show-attachments", Promoted: true, Enabled: func(i *I) bool { return i.AttachmentNo != 0 },
				Do: func(_ *page.Window, i *I) error { return showDocument(s, i.AttachmentNo) }},
			{Caption: "contact", Group: "menu-view", Promoted: true, Enabled: func(i *I) bool { return i.ContactNo != "" },
				Open: func(i *I) page.Page { return contactCardOf(s, i.ContactNo) }},
		},
		Empty: "postponed-interactions-empty",
	}
	if of.what != "" {
		list.Title = func() string { return of.what }
	}
	return list
}

// resumed is the page on which a postponed interaction is finished (IN-42); when it is gone, the list.
func resumed(s *app.Session, i *data.Interaction) page.Page {
	d, err := interaction.Resume(s, i.ID)
	if err != nil {
		return PostponedInteractions(s)
	}
	if d.Call {
		return MakePhoneCall(s, d)
	}
	return CreateInteraction(s, d)
}
