package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/interaction"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// openDraft opens Create Interaction from where the user stands.
func openDraft(s *app.Session, w *page.Window, from interaction.From) error {
	d, err := interaction.New(s, from)
	if err == nil {
		w.Open(CreateInteraction(s, d))
	}
	return err
}

// CreateInteraction is one page for what BC asks in four steps (UI-32): whom, what with, what for, and what came of it. Nothing
// is stored before Log.
func CreateInteraction(s *app.Session, d interaction.Draft) page.Page {
	type D = interaction.Draft
	chosen := func(d *D) bool { return d.InteractionTemplateCode != "" } // IN-21
	desk := newDraftDesk(s, d, "create-interaction")
	desk.card.Tabs = []page.Tab[D]{
		{Caption: "interaction", Fields: page.Fields[D]{
			page.Code("contact-no", func(d *D) *data.ContactNo { return &d.ContactNo }).Lookup(contactLookup()).Required().
				EditableIf(func(d *D) bool { return d.From.ContactNo == "" }).Validate(func(d *D) error { return interaction.SetContact(s.DB, d) }),
			page.Text("contact-name", func(d *D) *string { return &d.ContactName }).ReadOnly(),
			page.Code("interaction-template-code", func(d *D) *data.InteractionTemplateCode { return &d.InteractionTemplateCode }).Lookup(interactionTemplateLookup()).Required().
				ValidateChange(func(before, after *D) error {
					return interaction.SetTemplate(s.DB, after, before.InteractionTemplateCode)
				}),
			page.Text("contact-company-name", func(d *D) *string { return &d.CompanyName }).ReadOnly(),
			page.Text("description", func(d *D) *string { return &d.Description }).Required().EditableIf(chosen),
			page.Code("salesperson-code", func(d *D) *data.SalespersonCode { return &d.SalespersonCode }).Lookup(salespersonLookup()).Required().
				EditableIf(func(d *D) bool { return d.From.SalespersonCode == "" }),
			page.Date("date-of-interaction", func(d *D) *data.Date { return &d.Date }).EditableIf(chosen),
			page.Text("time-of-interaction", func(d *D) *string { return &d.Time }).EditableIf(chosen),
			page.Choice("correspondence-type", func(d *D) *data.CorrespondenceType { return &d.CorrespondenceType }, correspondence...).EditableIf(chosen),
			page.Code("language-code", func(d *D) *string { return &d.LanguageCode }).EditableIf(chosen).LookupFor(func(d *D) page.Lookup { return templateLanguageLookup(d.InteractionTemplateCode) }).
				Validate(func(d *D) error { return interaction.SetLanguage(s.DB, d) }),
			page.Choice("information-flow", func(d *D) *data.InformationFlow { return &d.InformationFlow }, informationFlows...).EditableIf(chosen),
			page.Calc("attachment", func(d *D) string { return documentOf(s, d) }),
			page.Choice("initiated-by", func(d *D) *data.InitiatedBy { return &d.InitiatedBy }, initiators...).EditableIf(chosen),
		}},
		relatedTab(s),
		resultTab(),
	}
	desk.card.Actions = append(desk.card.Actions,
		page.Action[D]{Caption: "show-attachments", Enabled: func(d *D) bool { return d.AttachmentNo != 0 && d.Document.Content == nil }, Promoted: true,
			Do: func(_ *page.Window, d *D) error { return showDocument(s, d.AttachmentNo) }},
		page.Action[D]{Caption: "import-document", Enabled: chosen, Promoted: true, Do: func(w *page.Window, _ *D) error {
			importDocument(w, func(file interaction.File) error {
				desk.draft.Document = file
				w.Refresh()
				return nil
			})
			return nil
		}})
	return desk.card
}

// documentOf is the name of the document of a draft.
func documentOf(s *app.Session, d *interaction.Draft) string {
	if d.Document.Content != nil {
		return d.Document.Name
	}
	if d.AttachmentNo == 0 {
		return ""
	}
	kept, err := data.GetAttachment(s.DB, d.AttachmentNo)
	if err != nil {
		return ""
	}
	return kept.FileName
}

// relatedTab is what an interaction is for (IN-24, IN-40).
func relatedTab(s *app.Session) page.Tab[interaction.Draft] {
	type D = interaction.Draft
	marked := func(d *D) bool { return d.CampaignNo != "" && (!d.Call || d.From.CampaignNo == "") }
	return page.Tab[D]{Caption: "related-to", Fields: page.Fields[D]{
		page.Code("campaign-no", func(d *D) *data.CampaignNo { return &d.CampaignNo }).Lookup(campaignLookup()).EditableIf(func(d *D) bool { return d.From.CampaignNo == "" }),
		page.Calc("campaign-description", func(d *D) string {
			c, err := data.Campaigns.Get(s.DB, d.CampaignNo)
			if err != nil {
				return ""
			}
			return c.Description
		}),
		page.Check("campaign-target", func(d *D) *bool { return &d.CampaignTarget }).EditableIf(marked),
		page.Check("campaign-response", func(d *D) *bool { return &d.CampaignResponse }).EditableIf(marked),
	}}
}

// resultTab is what came of an interaction (IN-26).
func resultTab() page.Tab[interaction.Draft] {
	type D = interaction.Draft
	return page.Tab[D]{Caption: "result", Fields: page.Fields[D]{
		page.Choice("evaluation", func(d *D) *data.Evaluation { return &d.Evaluation }, evaluations...),
		page.Check("attempt-failed", func(d *D) *bool { return &d.AttemptFailed }),
		page.Amount("cost-lcy", func(d *D) *data.Amount { return &d.Cost }).Places(2, 2),
		page.Amount("duration-min", func(d *D) *data.Amount { return &d.Duration }).Places(0, 0),
		page.Text("comment", func(d *D) *string { return &d.Note }), // IN-27
	}}
}

// draftDesk is a page on which an interaction is entered.
type draftDesk struct {
	card  *page.Card[interaction.Draft]
	draft interaction.Draft
}

// newDraftDesk makes the page of a draft, without its fields. Its entries stay in memory until the draft is logged or put off.
func newDraftDesk(s *app.Session, d interaction.Draft, name string) *draftDesk {
	type D = interaction.Draft
	desk := &draftDesk{draft: d}
	stored := false
	var told []data.Message
	begun := func() bool {
		return desk.draft.InteractionTemplateCode != d.InteractionTemplateCode || desk.draft.Description != d.Description || desk.draft.Note != d.Note
	}
	postpone := func(w *page.Window) error {
		if err := interaction.Postpone(s, &desk.draft); err != nil {
			return err
		}
		stored, told = true, []data.Message{data.Msg("interaction-is-postponed", desk.draft.ContactName)}
		w.Close()
		return nil
	}
	desk.card = &page.Card[D]{
		Name: name, Session: s, Key: string(d.ContactNo) + data.EntryText(d.ID),
		Title: func(d *D) string { return d.ContactName },
		Load:  func() (D, error) { return desk.draft, nil },
		Save:  func(_ *page.Window, _, after *D) error { desk.draft = *after; return nil },
		Leave: func(*D) []data.Message {
			if !stored && begun() {
				return []data.Message{data.Msg("interaction-not-logged")}
			}
			return told
		},
		Actions: []page.Action[D]{
			{Caption: "log-interaction", Key: "Ctrl+F9", Promoted: true, Primary: true, Do: func(w *page.Window, _ *D) error { // S:DV-19
				notices, err := interaction.Log(s, &desk.draft)
				if err != nil {
					return err
				}
				stored, told = true, append([]data.Message{data.Msg("interaction-is-logged", desk.draft.ContactName)}, notices...)
				w.Close()
				return nil
			}},
			{Caption: "finish-later", Promoted: true, Do: func(w *page.Window, _ *D) error { return postpone(w) }},
			{Caption: "leave-interaction", Key: "Esc", Do: func(w *page.Window, _ *D) error { // IN-28
				if !begun() || d.Postponed {
					w.Close()
					return nil
				}
				w.Ask(app.Question{Text: data.Msg("ask-finish-later"), Yes: true}, func(yes bool) {
					if !yes {
						stored = true
						w.Close()
						return
					}
					if err := postpone(w); err != nil {
						w.Fail(err)
					}
				})
				return nil
			}},
		},
	}
	return desk
}
