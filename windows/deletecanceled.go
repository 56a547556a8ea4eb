package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/interaction"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// The request windows that delete what is canceled (UI-4, UI-5). Each says how much will go before OK.

// canceledFilters is what Delete Interaction Log Entries asks for (UI-5): filter expressions.
type canceledFilters struct{ EntryNo, ContactNo, Date, CampaignNo, Group, Template, Salesperson string }

func askDeleteInteractions(s *app.Session, w *page.Window, of logOf) {
	type F = canceledFilters
	view := func(f *F) data.View {
		v := filtered(s, map[string]string{"id": f.EntryNo, "contact_no": f.ContactNo, "date": f.Date, "campaign_no": f.CampaignNo,
			"interaction_group_code": f.Group, "interaction_template_code": f.Template, "salesperson_code": f.Salesperson})
		v.Fixed = of.rows
		return v
	}
	(&page.Dialog[F]{
		Title:  data.Msg("delete-interaction-log-entries"),
		Text:   data.Msg("delete-canceled-only"),
		Record: &F{},
		OK:     "delete",
		Fields: page.Fields[F]{
			page.Filter("entry-no", func(f *F) *string { return &f.EntryNo }),
			page.Filter("contact-no", func(f *F) *string { return &f.ContactNo }).Lookup(contactLookup()),
			page.Filter("date", func(f *F) *string { return &f.Date }),
			page.Filter("campaign-no", func(f *F) *string { return &f.CampaignNo }).Lookup(campaignLookup()),
			page.Filter("interaction-group-code", func(f *F) *string { return &f.Group }).Lookup(interactionGroupLookup()),
			page.Filter("interaction-template-code", func(f *F) *string { return &f.Template }).Lookup(interactionTemplateLookup()),
			page.Filter("salesperson-code", func(f *F) *string { return &f.Salesperson }).Lookup(salespersonLookup()),
		},
		Count: func(f *F) (data.Message, error) {
			n, err := interaction.CountCanceled(s.DB, view(f))
			return data.Msg("canceled-interactions-found", n), err
		},
		Do: func(w *page.Window, f *F) error {
			n, err := interaction.DeleteCanceled(s, view(f))
			if err == nil {
				w.Tell(data.Msg("canceled-interactions-gone", n))
			}
			return err
		},
	}).Show(w)
}

// canceledEntryFilters is what Delete Campaign Entries asks for (UI-4).
type canceledEntryFilters struct{ EntryNo, CampaignNo, Date, Salesperson string }

func askDeleteEntries(s *app.Session, w *page.Window, campaign data.CampaignNo) {
	type F = canceledEntryFilters
	view := func(f *F) data.View {
		return filtered(s, map[string]string{"id": f.EntryNo, "campaign_no": f.CampaignNo, "date": f.Date, "salesperson_code": f.Salesperson})
	}
	(&page.Dialog[F]{
		Title:  data.Msg("delete-campaign-entries"),
		Text:   data.Msg("delete-canceled-only"),
		Record: &F{CampaignNo: string(campaign)},
		OK:     "delete",
		Fields: page.Fields[F]{
			page.Filter("entry-no", func(f *F) *string { return &f.EntryNo }),
			page.Filter("campaign-no", func(f *F) *string { return &f.CampaignNo }).Lookup(campaignLookup()),
			page.Filter("date", func(f *F) *string { return &f.Date }),
			page.Filter("salesperson-code", func(f *F) *string { return &f.Salesperson }).Lookup(salespersonLookup()),
		},
		Count: func(f *F) (data.Message, error) {
			n, err := interaction.CountCanceledEntries(s.DB, view(f))
			return data.Msg("canceled-entries-found", n.Entries, n.Interactions), err
		},
		Do: func(w *page.Window, f *F) error {
			n, notices, err := interaction.DeleteCanceledEntries(s, view(f))
			if err == nil {
				w.Tell(data.Msg("canceled-entries-gone", n))
			}
			return w.Noticed(notices, err)
		},
	}).Show(w)
}

// filtered is a view with the filter expressions that are not blank.
func filtered(s *app.Session, by map[string]string) data.View {
	v := data.View{Filters: map[string]string{}, Env: s.FilterEnv()}
	for column, expr := range by {
		if expr != "" {
			v.Filters[column] = expr
		}
	}
	return v
}
