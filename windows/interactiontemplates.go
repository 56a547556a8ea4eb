package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/interaction"
	"campaigndesk/app/register"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// InteractionTemplates is the list of what interactions start with (UI-36), edited in place.
func InteractionTemplates(s *app.Session) page.Page { return templatesOf(s, "") }

// templatesOf is the list of the templates of a group; a new one gets it (IN-7). Blank: all.
func templatesOf(s *app.Session, group data.InteractionGroupCode) page.Page {
	type T = data.InteractionTemplate
	sheet := &page.Worksheet[T]{
		Name: "interaction-templates", Session: s, Table: data.InteractionTemplates,
		Watches: []string{data.InteractionTemplateLanguages.Name(), data.Interactions.Name()},
		New:     func(*T) T { return interaction.NewTemplate(group) },
		Insert:  func(_ *page.Window, t *T) error { return interaction.AddTemplate(s, t) },
		Save:    func(_ *page.Window, before, after *T) error { return interaction.SaveTemplate(s, before, after) },
		Delete:  func(_ *page.Window, rows []T) error { return register.Delete(s, data.InteractionTemplates, rows) },
		Fields: page.Fields[T]{
			page.Code("code", func(t *T) *data.InteractionTemplateCode { return &t.Code }),
			page.Code("interaction-group-code", func(t *T) *data.InteractionGroupCode { return &t.InteractionGroupCode }).Lookup(interactionGroupLookup()),
			page.Text("description", func(t *T) *string { return &t.Description }).Width(28),
			page.Choice("wizard-action", func(t *T) *data.WizardAction { return &t.WizardAction }, wizardActions...).Width(13),
			page.Choice("correspondence-type-default", func(t *T) *data.CorrespondenceType { return &t.CorrespondenceType }, correspondence...).Width(13),
			page.Code("language-code-default", func(t *T) *string { return &t.LanguageCode }).Width(10),
			page.Text("attachment", func(t *T) *string { return &t.Attachment }).ReadOnly().Width(18),
			page.Check("ignore-contact-corres-type", func(t *T) *bool { return &t.IgnoreContactCorresType }).Width(14),
			page.Amount("unit-cost-lcy", func(t *T) *data.Amount { return &t.UnitCost }).Places(2, 2),
			page.Amount("unit-duration-min", func(t *T) *data.Amount { return &t.UnitDuration }).Places(0, 0),
			page.Choice("information-flow", func(t *T) *data.InformationFlow { return &t.InformationFlow }, informationFlows...).Width(12),
			page.Choice("initiated-by", func(t *T) *data.InitiatedBy { return &t.InitiatedBy }, initiators...).Width(11),
			page.Code("campaign-no", func(t *T) *data.CampaignNo { return &t.CampaignNo }).Lookup(campaignLookup()),
			page.Check("campaign-target", func(t *T) *bool { return &t.CampaignTarget }).Width(13),
			page.Check("campaign-response", func(t *T) *bool { return &t.CampaignResponse }).Width(13),
		},
		FactBoxes: []page.FactBox[T]{{
			Caption: "statistics", Watches: []string{data.Interactions.Name()},
			Facts: func(t *T) ([]page.Fact, error) {
				return interactionFacts(s, logOfTemplate(t), t.Interactions, t.Cost, t.Duration), nil
			},
		}},
		Actions: []page.Action[T]{
			{Caption: "interaction-log-entries", Key: "Ctrl+F7", Promoted: true, Open: func(t *T) page.Page { return interactionLog(s, logOfTemplate(t)) }},
			{Caption: "statistics", Key: "F7", Promoted: true, Open: func(t *T) page.Page { return InteractionTemplateStatistics(s, t.ID) }},
			{Caption: "languages", Promoted: true, Open: func(t *T) page.Page { return InteractionTemplateLanguages(s, t.Code) }},
			{Caption: "show-attachments", Promoted: true, Enabled: func(t *T) bool { return t.AttachmentNo != 0 },
				Do: func(_ *page.Window, t *T) error { return showDocument(s, t.AttachmentNo) }},
			{Caption: "interaction-template-setup", Group: "menu-view", NoRow: true, Open: func(*T) page.Page { return InteractionTemplateSetup(s) }},
		},
		Empty: "interaction-templates-empty",
	}
	if group != "" {
		sheet.Title = func() string { return string(group) }
		sheet.View = func() data.View {
			return data.View{Fixed: []data.Cond{data.Equal("interaction_group_code", group)}}
		}
	}
	return sheet
}

// InteractionTemplateStatistics shows what the interactions of a template add up to (UI-38).
func InteractionTemplateStatistics(s *app.Session, id int64) page.Page {
	type T = data.InteractionTemplate
	drill := func(t *T) page.Page { return interactionLog(s, onlyLive(logOfTemplate(t))) }
	return &page.Card[T]{
		Name: "interaction-template-statistics", Session: s, Table: data.InteractionTemplates, ID: id,
		Title:   func(t *T) string { return string(t.Code) + " " + t.Description },
		Watches: []string{data.Interactions.Name()},
		Tabs: []page.Tab[T]{{Caption: "general", Fields: page.Fields[T]{
			page.Number("no-of-interactions", func(t *T) *int { return &t.Interactions }).ReadOnly().Drill(drill),
			page.Amount("cost-lcy", func(t *T) *data.Amount { return &t.Cost }).Places(2, 2).ReadOnly().Drill(drill),
			page.Amount("duration-min", func(t *T) *data.Amount { return &t.Duration }).Places(0, 0).ReadOnly().Drill(drill),
		}}},
	}
}

// InteractionTemplateLanguages is the list of the languages of a template with their documents (UI-39), edited in place.
func InteractionTemplateLanguages(s *app.Session, template data.InteractionTemplateCode) page.Page {
	type L = data.InteractionTemplateLanguage
	has := func(l *L) bool { return l.AttachmentNo != 0 }
	return &page.Worksheet[L]{
		Name: "interaction-template-languages", Session: s, Table: data.InteractionTemplateLanguages,
		Title: func() string { return string(template) },
		View: func() data.View {
			return data.View{Fixed: []data.Cond{data.Equal("template_code", template)}}
		},
		New:    func(*L) L { return L{TemplateCode: template} },
		Insert: func(_ *page.Window, l *L) error { return interaction.AddLanguage(s, l) },
		Save:   func(_ *page.Window, before, after *L) error { return interaction.SaveLanguage(s, before, after) },
		Delete: func(_ *page.Window, rows []L) error { return interaction.DeleteLanguages(s, rows) },
		Fields: page.Fields[L]{
			page.Code("language-code", func(l *L) *string { return &l.LanguageCode }),
			page.Text("description", func(l *L) *string { return &l.Description }).Width(40),
			page.Text("attachment", func(l *L) *string { return &l.Attachment }).ReadOnly().Width(30),
			page.Calc("file-size", func(l *L) string { return sizeOf(s, l.AttachmentNo) }).Width(12).Right(),
		},
		Actions: []page.Action[L]{
			{Caption: "import-document", Key: "Ctrl+Shift+I", Promoted: true, Primary: true, Do: func(w *page.Window, l *L) error {
				row := *l
				take := func() {
					importDocument(w, func(file interaction.File) error { return interaction.SetDocument(s, &row, file) })
				}
				if question := interaction.AskReplace(l); question != nil {
					w.Ask(*question, func(yes bool) {
						if yes {
							take()
						}
					})
					return nil
				}
				take()
				return nil
			}},
			{Caption: "show-attachments", Promoted: true, Enabled: has, Do: func(_ *page.Window, l *L) error { return showDocument(s, l.AttachmentNo) }},
			{Caption: "copy-document-from", Promoted: true, Do: func(w *page.Window, l *L) error { return copyDocument(s, w, *l) }},
			{Caption: "export-attachment", Promoted: true, Enabled: has, Do: func(w *page.Window, l *L) error { return exportDocument(s, w, l.AttachmentNo, l.Attachment) }},
			{Caption: "remove-document", Promoted: true, Enabled: has, Do: func(w *page.Window, l *L) error {
				row := *l
				w.Ask(app.Question{Text: data.Msg("ask-remove-document", row.Attachment), Yes: true}, func(yes bool) {
					if yes {
						if err := interaction.RemoveDocument(s, &row); err != nil {
							w.Fail(err)
						}
					}
				})
				return nil
			}},
		},
		Empty: "interaction-template-languages-empty",
	}
}

// sizeOf is the size of a document as a list shows it.
func sizeOf(s *app.Session, attachment int64) string {
	if attachment == 0 {
		return ""
	}
	kept, err := data.GetAttachment(s.DB, attachment)
	if err != nil {
		return ""
	}
	return s.Texts.T("kilobytes", (kept.Size+1023)/1024)
}

// copyDocument takes the document of another language of any template.
func copyDocument(s *app.Session, w *page.Window, to data.InteractionTemplateLanguage) error {
	type L = data.InteractionTemplateLanguage
	page.Pick(w, &page.List[L]{
		Name: "interaction-template-languages", Session: s, Table: data.InteractionTemplateLanguages,
		Fields: page.Fields[L]{
			page.Code("interaction-template-code", func(l *L) *data.InteractionTemplateCode { return &l.TemplateCode }),
			page.Code("language-code", func(l *L) *string { return &l.LanguageCode }),
			page.Text("attachment", func(l *L) *string { return &l.Attachment }).Width(40),
		},
	}, func(rows []L) error { return interaction.CopyDocument(s, &to, &rows[0]) })
	return nil
}

// InteractionTemplateSetup says which templates are used without being chosen (UI-40).
func InteractionTemplateSetup(s *app.Session) page.Page {
	type S = data.Setup
	return &page.Card[S]{
		Name: "interaction-template-setup", Session: s,
		Load:    func() (S, error) { return data.GetSetup(s.DB) },
		Watches: []string{data.Setups.Name(), data.InteractionTemplates.Name()},
		Save:    func(_ *page.Window, before, after *S) error { return interaction.SaveTemplateSetup(s, before, after) },
		Tabs: []page.Tab[S]{{Caption: "general", Fields: page.Fields[S]{
			page.Code("e-mails", func(r *S) *data.InteractionTemplateCode { return &r.EMailTemplate }).Lookup(interactionTemplateLookup()),
			page.Code("cover-sheets", func(r *S) *data.InteractionTemplateCode { return &r.CoverSheetTemplate }).Lookup(interactionTemplateLookup()),
			page.Code("outgoing-calls", func(r *S) *data.InteractionTemplateCode { return &r.OutgoingCallTemplate }).Lookup(interactionTemplateLookup()),
			page.Code("meeting-invitation", func(r *S) *data.InteractionTemplateCode { return &r.MeetingTemplate }).Lookup(interactionTemplateLookup()),
		}}},
		Actions: []page.Action[S]{
			{Caption: "interaction-templates", Promoted: true, Open: func(*S) page.Page { return InteractionTemplates(s) }},
		},
	}
}

func interactionGroupLookup() page.Lookup {
	type G = data.InteractionGroup
	return page.LookupIn(data.InteractionGroups, nil, InteractionGroups,
		page.Code("code", func(g *G) *data.InteractionGroupCode { return &g.Code }),
		page.Text("description", func(g *G) *string { return &g.Description }))
}

func interactionTemplateLookup() page.Lookup {
	type T = data.InteractionTemplate
	return page.LookupIn(data.InteractionTemplates, nil, InteractionTemplates,
		page.Code("code", func(t *T) *data.InteractionTemplateCode { return &t.Code }),
		page.Text("description", func(t *T) *string { return &t.Description }))
}

// templateLanguageLookup offers the languages of one template.
func templateLanguageLookup(template data.InteractionTemplateCode) page.Lookup {
	type L = data.InteractionTemplateLanguage
	return page.LookupIn(data.InteractionTemplateLanguages, func(*app.Session) data.View {
		return data.View{Fixed: []data.Cond{data.Equal("template_code", template)}}
	}, nil,
		page.Code("language-code", func(l *L) *string { return &l.LanguageCode }),
		page.Text("description", func(l *L) *string { return &l.Description }))
}
