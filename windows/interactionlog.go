package windows

import (
	"strings"

	"campaigndesk/app"
	"campaigndesk/app/interaction"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// logOf says of what the interaction log entries are shown: which ones, what the title names, and what a new one is started from
// (IN-19, IN-34).
type logOf struct {
	what string
	rows []data.Cond
	from interaction.From
}

func logOfCampaign(c *data.Campaign) logOf {
	return logOf{strings.TrimSpace(string(c.No) + " " + c.Description), []data.Cond{data.Equal("campaign_no", c.No)}, interaction.From{CampaignNo: c.No}}
}

// logOfContact are the interactions of a person, or of a company with all its persons.
func logOfContact(c *data.Contact) logOf {
	column := "contact_no"
	if c.Type == data.Company {
		column = "contact_company_no"
	}
	return logOf{strings.TrimSpace(string(c.No) + " " + c.Name), []data.Cond{data.Equal(column, c.No)}, interaction.From{ContactNo: c.No}}
}

func logOfSalesperson(p *data.Salesperson) logOf {
	return logOf{strings.TrimSpace(string(p.Code) + " " + p.Name), []data.Cond{data.Equal("salesperson_code", p.Code)}, interaction.From{SalespersonCode: p.Code}}
}

// logOfSegment are the interactions logged from a segment: its calls, and what it became when it was logged.
func logOfSegment(no data.SegmentNo) logOf {
	return logOf{what: string(no), rows: []data.Cond{data.Equal("segment_no", no)}}
}

func logOfLoggedSegment(l *data.LoggedSegment) logOf {
	return logOf{what: string(l.SegmentNo), rows: []data.Cond{data.Equal("logged_segment_no", l.ID)}}
}

func logOfEntry(e *data.CampaignEntry) logOf { // CE-17
	return logOf{string(e.CampaignNo) + " · " + data.EntryText(e.ID), []data.Cond{data.Equal("campaign_entry_no", e.ID)}, interaction.From{CampaignNo: e.CampaignNo}}
}

func logOfTemplate(t *data.InteractionTemplate) logOf {
	return logOf{what: string(t.Code), rows: []data.Cond{data.Equal("interaction_template_code", t.Code)}}
}

func logOfGroup(g *data.InteractionGroup) logOf {
	return logOf{what: string(g.Code), rows: []data.Cond{data.Equal("interaction_group_code", g.Code)}}
}

// InteractionLog is the list of interactions that took place, the newest first (UI-30). Nothing in it is edited; postponed
// ones are not in it (IN-31, IN-41).
func InteractionLog(s *app.Session) page.Page { return interactionLog(s, logOf{}) }

func interactionLog(s *app.Session, of logOf) page.Page {
	type I = data.Interaction
	list := &page.List[I]{
		Name: "interaction-log-entries", Session: s, Table: data.Interactions,
		View: func() data.View {
			return data.View{Fixed: append([]data.Cond{data.NotPostponed()}, of.rows...), Desc: true}
		},
		Watches: []string{data.CommentLines.Name(), data.Contacts.Name()},
		Card:    func(i *I) page.Page { return InteractionComments(s, i) },
		Fields:  append(page.Fields[I]{page.Check("canceled", func(i *I) *bool { return &i.Canceled }).Width(9)}, interactionFields()...),
		Actions: []page.Action[I]{
			{Caption: "create-interaction", NoRow: true, Promoted: true, Primary: true, Key: "Ctrl+Shift+I",
				Do: func(w *page.Window, _ *I) error { return openDraft(s, w, of.from) }},
			{Caption: "switch-canceled", Promoted: true, DoRows: func(w *page.Window, rows []I) error {
				switchInteractions(s, w, rows)
				return nil
			}},
			{Caption: "evaluate-interaction", Promoted: true, DoRows: func(w *page.Window, rows []I) error {
				askEvaluation(s, w, rows)
				return nil
			}},
			{Caption: "comments", Promoted: true, Open: func(i *I) page.Page { return InteractionComments(s, i) }},
			{Caption: "show-attachments", Promoted: true, Enabled: func(i *I) bool { return i.AttachmentNo != 0 },
				Do: func(_ *page.Window, i *I) error { return showDocument(s, i.AttachmentNo) }},
			{Caption: "export-attachment", Enabled: func(i *I) bool { return i.AttachmentNo != 0 },
				Do: func(w *page.Window, i *I) error { return exportDocument(s, w, i.AttachmentNo, i.Attachment) }},
			{Caption: "delete-canceled-entries", NoRow: true, Do: func(w *page.Window, _ *I) error {
				askDeleteInteractions(s, w, of)
				return nil
			}},
			{Caption: "contact", Group: "menu-view", Enabled: func(i *I) bool { return i.ContactNo != "" }, Open: func(i *I) page.Page { return contactCardOf(s, i.ContactNo) }},
			{Caption: "campaign", Group: "menu-view", Enabled: func(i *I) bool { return i.CampaignNo != "" }, Open: func(i *I) page.Page { return campaignCardOf(s, i.CampaignNo) }},
		},
		Empty: "interaction-log-empty",
	}
	if of.what != "" {
		list.Title = func() string { return of.what }
	}
	return list
}

// interactionFields are the columns of interactions but for Canceled, in the order of UI-30.
func interactionFields() page.Fields[data.Interaction] {
	type I = data.Interaction
	return page.Fields[I]{
		page.Check("attempt-failed", func(i *I) *bool { return &i.AttemptFailed }).Width(9),
		page.Text("document-no", func(i *I) *string { return &i.DocumentNo }).Hidden(),
		page.Date("date", func(i *I) *data.Date { return &i.Date }),
		page.Text("time-of-interaction", func(i *I) *string { return &i.Time }).Width(9).Hidden(),
		page.Choice("correspondence-type", func(i *I) *data.CorrespondenceType { return &i.CorrespondenceType }, correspondence...).Hidden(),
		page.Code("interaction-group-code", func(i *I) *data.InteractionGroupCode { return &i.InteractionGroupCode }).Hidden(),
		page.Code("interaction-template-code", func(i *I) *data.InteractionTemplateCode { return &i.InteractionTemplateCode }),
		page.Text("description", func(i *I) *string { return &i.Description }).Width(24),
		page.Text("attachment", func(i *I) *string { return &i.Attachment }).Width(14),
		page.Choice("information-flow", func(i *I) *data.InformationFlow { return &i.InformationFlow }, informationFlows...).Hidden(),
		page.Choice("initiated-by", func(i *I) *data.InitiatedBy { return &i.InitiatedBy }, initiators...).Hidden(),
		page.Code("contact-no", func(i *I) *data.ContactNo { return &i.ContactNo }),
		page.Text("contact-name", func(i *I) *string { return &i.ContactName }).Width(18),
		page.Code("contact-company-no", func(i *I) *data.ContactNo { return &i.ContactCompanyNo }).Hidden(),
		page.Text("contact-company-name", func(i *I) *string { return &i.CompanyName }).Width(20),
		page.Choice("evaluation", func(i *I) *data.Evaluation { return &i.Evaluation }, evaluations...).Width(12),
		page.Amount("cost-lcy", func(i *I) *data.Amount { return &i.Cost }).Places(2, 2),
		page.Amount("duration-min", func(i *I) *data.Amount { return &i.Duration }).Places(0, 0),
		page.Code("salesperson-code", func(i *I) *data.SalespersonCode { return &i.SalespersonCode }),
		page.Text("user-id", func(i *I) *string { return &i.UserID }).Hidden(),
		page.Code("segment-no", func(i *I) *data.SegmentNo { return &i.SegmentNo }).Hidden(),
		page.Code("campaign-no", func(i *I) *data.CampaignNo { return &i.CampaignNo }),
		page.Calc("campaign-entry-no", func(i *I) string { return entryNo(i.CampaignEntryNo) }).Right().Hidden(),
		page.Check("campaign-response", func(i *I) *bool { return &i.CampaignResponse }).Hidden(),
		page.Check("campaign-target", func(i *I) *bool { return &i.CampaignTarget }).Hidden(),
		page.Code("opportunity-no", func(i *I) *data.OpportunityNo { return &i.OpportunityNo }).Hidden(),
		page.Code("task-no", func(i *I) *data.TaskNo { return &i.TaskNo }).Hidden(),
		page.Text("interaction-language-code", func(i *I) *string { return &i.LanguageCode }).Hidden(),
		page.Text("subject", func(i *I) *string { return &i.Subject }).Hidden(),
		page.Text("contact-via", func(i *I) *string { return &i.ContactVia }).Hidden(),
		page.Calc("entry-no", func(i *I) string { return entryNo(i.ID) }).Right().Width(9),
		page.Check("comment", func(i *I) *bool { return &i.Comment }).Width(11),
	}
}

// The options of interactions and templates, in the stored order.
var (
	correspondence   = []string{"not-chosen", "hard-copy", "email"}
	informationFlows = []string{"not-chosen", "outbound", "inbound"}
	initiators       = []string{"not-chosen", "us", "them"}
	evaluations      = []string{"not-chosen", "very-positive", "positive", "neutral", "negative", "very-negative"}
	wizardActions    = []string{"not-chosen", "open-document", "import-document"}
)

// entryNo is an entry number as lists show it, blank for none.
func entryNo(no int64) string {
	if no == 0 {
		return ""
	}
	return data.EntryText(no)
}

// switchInteractions switches the mark Canceled after a question, and then asks about documents that nothing else has (IN-43, IN-46).
func switchInteractions(s *app.Session, w *page.Window, rows []data.Interaction) {
	canceling := !rows[0].Canceled
	w.Ask(*interaction.AskSwitch(rows), func(yes bool) {
		if !yes {
			return
		}
		if err := w.Noticed(interaction.Switch(s, rows)); err != nil {
			w.Fail(err)
			return
		}
		question, err := interaction.AskDocuments(s, rows)
		if err != nil {
			w.Fail(err)
		}
		if question == nil || !canceling {
			return
		}
		w.Ask(*question, func(yes bool) {
			if yes {
				if err := interaction.RemoveDocuments(s, rows); err != nil {
					w.Fail(err)
				}
			}
		})
	})
}

// askEvaluation asks how the contacts took the marked interactions (IN-48).
func askEvaluation(s *app.Session, w *page.Window, rows []data.Interaction) {
	type E = data.Evaluation
	chosen := rows[0].Evaluation
	(&page.Dialog[E]{
		Title:  data.Msg("evaluate-title", len(rows)),
		Record: &chosen,
		OK:     "evaluate-interaction",
		Fields: page.Fields[E]{page.Choice("evaluation", func(e *E) *E { return e }, evaluations...)},
		Do:     func(_ *page.Window, e *E) error { return interaction.Evaluate(s, rows, *e) },
	}).Show(w)
}

// onlyLive leaves out canceled interactions: what figures are made of (IN-1).
func onlyLive(of logOf) logOf {
	of.rows = append(of.rows[:len(of.rows):len(of.rows)], data.Equal("canceled", false))
	return of
}
