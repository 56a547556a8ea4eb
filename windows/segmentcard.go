package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/segment"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// SegmentCard shows one segment with its contacts (UI-11). A change of the header asks once whether the lines follow (UI-25). An id of
// 0 is a new segment, of the campaign if one is given (SG-3).
func SegmentCard(s *app.Session, id int64, campaign data.CampaignNo) page.Page {
	type H = data.SegmentHeader
	ofCampaign := func(h *H) bool { return h.CampaignNo != "" }
	templated := func(h *H) bool { return h.InteractionTemplateCode != "" }
	return &page.Card[H]{
		Name: "segment-card", Session: s, Table: data.SegmentHeaders, ID: id,
		Title:   func(h *H) string { return string(h.No) + " " + h.Description },
		Watches: []string{data.SegmentLines.Name(), data.Campaigns.Name(), data.SegmentLanguages.Name(), data.SegmentCriteriaLines.Name()},
		New:     func() H { return H{CampaignNo: campaign} },
		Insert:  func(w *page.Window, h *H) error { return w.Noticed(segment.Create(s, h)) },
		Ask:     func(before, after *H) (*app.Question, error) { return segment.AskLines(s, before, after) },
		Answered: func(w *page.Window, before, after *H, yes bool) error {
			return answered(s, w, before, after, yes)
		},
		Save: func(w *page.Window, before, after *H) error {
			return w.Noticed(segment.Save(s, before, after, segment.No))
		},
		Delete: func(w *page.Window, h *H) error { return w.Noticed(segment.Delete(s, []H{*h})) },
		Tabs: []page.Tab[H]{
			{Caption: "general", Fields: page.Fields[H]{
				page.Code("no", func(h *H) *data.SegmentNo { return &h.No }).Assist(func(w *page.Window, h *H) { pickSegmentNo(s, w, h) }),
				page.Text("description", func(h *H) *string { return &h.Description }).Required(),
				page.Code("salesperson-code", func(h *H) *data.SalespersonCode { return &h.SalespersonCode }).Lookup(salespersonLookup()),
				page.Date("date", func(h *H) *data.Date { return &h.Date }),
				page.Number("no-of-lines", func(h *H) *int { return &h.Lines }).ReadOnly(),
				page.Number("no-of-criteria-actions", func(h *H) *int { return &h.CriteriaActions }).ReadOnly().
					Drill(func(h *H) page.Page { return SegmentCriteria(s, h.No) }),
			}},
			{Caption: "interaction", Summary: func(h *H) string { return string(h.InteractionTemplateCode) }, Fields: page.Fields[H]{
				page.Code("interaction-template-code", func(h *H) *data.InteractionTemplateCode { return &h.InteractionTemplateCode }).Lookup(interactionTemplateLookup()),
				page.Code("language-code-default", func(h *H) *string { return &h.LanguageCode }).EditableIf(templated).
					LookupFor(func(h *H) page.Lookup { return segmentLanguageLookup(h.No) }),
				page.Text("subject-default", func(h *H) *string { return &h.Subject }).EditableIf(func(h *H) bool { return h.LanguageCode != "" }),
				page.Text("attachment", func(h *H) *string { return &h.Attachment }).ReadOnly(),
				page.Check("ignore-contact-corres-type", func(h *H) *bool { return &h.IgnoreContactCorresType }).EditableIf(templated),
				page.Choice("correspondence-type-default", func(h *H) *data.CorrespondenceType { return &h.CorrespondenceType }, correspondence...).
					EditableIf(func(h *H) bool { return h.IgnoreContactCorresType }),
				page.Choice("information-flow", func(h *H) *data.InformationFlow { return &h.InformationFlow }, informationFlows...).EditableIf(templated),
				page.Choice("initiated-by", func(h *H) *data.InitiatedBy { return &h.InitiatedBy }, initiators...).EditableIf(templated),
				page.Amount("unit-cost-lcy", func(h *H) *data.Amount { return &h.UnitCost }).EditableIf(templated),
				page.Amount("unit-duration-min", func(h *H) *data.Amount { return &h.UnitDuration }).Places(0, 0).EditableIf(templated),
			}},
			{Caption: "campaign", Fields: page.Fields[H]{
				page.Code("campaign-no", func(h *H) *data.CampaignNo { return &h.CampaignNo }).Lookup(campaignLookup()),
				page.Text("campaign-description", func(h *H) *string { return &h.CampaignName }).ReadOnly(),
				page.Check("campaign-target", func(h *H) *bool { return &h.CampaignTarget }).EditableIf(ofCampaign),
				page.Check("campaign-response", func(h *H) *bool { return &h.CampaignResponse }).EditableIf(ofCampaign),
			}},
		},
		Parts:     []page.Part[H]{segmentLines(s)},
		FactBoxes: []page.FactBox[H]{segmentSums(s)},
		Actions:   segmentActions(s),
	}
}

// answered saves a header after the question for its lines; a new template that goes to them is followed by the question for its values
// (S:DV-2).
func answered(s *app.Session, w *page.Window, before, after *data.SegmentHeader, yes bool) error {
	if !yes {
		return w.Noticed(segment.Save(s, before, after, segment.No))
	}
	q := segment.AskValues(before, after)
	if q == nil {
		return w.Noticed(segment.Save(s, before, after, segment.Yes))
	}
	w.Ask(*q, func(values bool) {
		answer := segment.Yes
		if values {
			answer = segment.YesWithValues
		}
		if err := w.Noticed(segment.Save(s, before, after, answer)); err != nil {
			w.Fail(err)
		}
	})
	return nil
}

// segmentSums are the sums over all lines of a segment (UI-29).
func segmentSums(s *app.Session) page.FactBox[data.SegmentHeader] {
	return page.FactBox[data.SegmentHeader]{
		Caption: "segment-sums", Watches: []string{data.SegmentLines.Name()},
		Facts: func(h *data.SegmentHeader) ([]page.Fact, error) {
			contacts, err := data.SegmentLines.Count(s.DB, data.View{Fixed: []data.Cond{data.Equal("segment_no", h.No)}, Filters: map[string]string{"contact_no": "<>''"}})
			return []page.Fact{
				{Caption: "no-of-contacts", Text: s.Locale.FormatInt(int64(contacts))},
				{Caption: "no-of-targets", Text: s.Locale.FormatInt(int64(h.Targets))},
				{Caption: "cost-lcy", Text: s.Locale.FormatAmount(h.Cost, 2, 2)},
				{Caption: "duration-min", Text: s.Locale.FormatAmount(h.Duration, 0, 0)},
			}, err
		},
	}
}

// segmentLines are the contacts of a segment, always edited in place (UI-27). Campaign Target can be set and cleared on each.
func segmentLines(s *app.Session) page.Part[data.SegmentHeader] {
	type H = data.SegmentHeader
	type L = data.SegmentLine
	ofCampaign := func(l *L) bool { return l.CampaignNo != "" }
	return &page.ListPart[H, L]{
		Name: "segment-lines", Session: s, Table: data.SegmentLines, Height: 12,
		Summary: func(h *H) string { return s.Texts.T("segment-lines-summary", h.Lines, h.Targets) },
		View:    func(h *H) data.View { return data.View{Fixed: []data.Cond{data.Equal("segment_no", h.No)}} },
		Watches: []string{data.Contacts.Name(), data.SegmentLanguages.Name()},
		New: func(h *H, above *L) L {
			line := L{SegmentNo: h.No}
			if above != nil {
				line.LineNo = above.LineNo // until it has a number of its own: the line it follows
			}
			return line
		},
		Insert: func(w *page.Window, _ *H, l *L) error { return w.Noticed(segment.AddLine(s, l, &L{LineNo: l.LineNo})) },
		Save: func(w *page.Window, _ *H, before, after *L) error {
			return w.Noticed(segment.SaveLine(s, before, after))
		},
		Delete: func(w *page.Window, h *H, rows []L) error {
			no := h.No
			err := w.Noticed(segment.DeleteLines(s, rows))
			if err == nil {
				offerToForget(s, w, no)
			}
			return err
		},
		Fields: page.Fields[L]{
			page.Code("contact-no", func(l *L) *data.ContactNo { return &l.ContactNo }).Lookup(contactLookup()).
				Validate(func(l *L) error { return segment.SetContact(s.DB, l, l.ContactNo) }),
			page.Choice("correspondence-type", func(l *L) *data.CorrespondenceType { return &l.CorrespondenceType }, correspondence...).Width(13),
			page.Code("contact-alt-address-code", func(l *L) *data.AltAddressCode { return &l.AltAddressCode }).Hidden(),
			page.Text("company-name", func(l *L) *string { return &l.CompanyName }).ReadOnly(),
			page.Text("contact-name", func(l *L) *string { return &l.ContactName }).ReadOnly().Width(22),
			page.Text("description", func(l *L) *string { return &l.Description }),
			page.Code("salesperson-code", func(l *L) *data.SalespersonCode { return &l.SalespersonCode }).Lookup(salespersonLookup()),
			page.Code("interaction-template-code", func(l *L) *data.InteractionTemplateCode { return &l.InteractionTemplateCode }).Lookup(interactionTemplateLookup()).
				ValidateChange(func(before, after *L) error { return segment.SetTemplate(s.DB, before, after) }),
			page.Code("language-code", func(l *L) *string { return &l.LanguageCode }).Width(9).LookupFor(func(l *L) page.Lookup { return lineLanguageLookup(s, *l) }).
				Validate(func(l *L) error { return segment.SetLanguage(s.DB, l) }),
			page.Text("subject", func(l *L) *string { return &l.Subject }),
			page.Choice("evaluation", func(l *L) *data.Evaluation { return &l.Evaluation }, evaluations...).Width(13),
			page.Amount("cost-lcy", func(l *L) *data.Amount { return &l.Cost }).Width(11),
			page.Amount("duration-min", func(l *L) *data.Amount { return &l.Duration }).Places(0, 0).Width(11),
			page.Choice("initiated-by", func(l *L) *data.InitiatedBy { return &l.InitiatedBy }, initiators...).Hidden(),
			page.Choice("information-flow", func(l *L) *data.InformationFlow { return &l.InformationFlow }, informationFlows...).Hidden(),
			page.Code("campaign-no", func(l *L) *data.CampaignNo { return &l.CampaignNo }).Lookup(campaignLookup()),
			page.Check("campaign-target", func(l *L) *bool { return &l.CampaignTarget }).Width(14).EditableIf(ofCampaign),
			page.Check("campaign-response", func(l *L) *bool { return &l.CampaignResponse }).Width(14).EditableIf(ofCampaign).Hidden(),
			page.Choice("attachment", func(l *L) *data.LineAttachment { return &l.Attachment }, "not-chosen", "attachment-inherited", "attachment-own").ReadOnly().Width(12),
			page.Text("contact-via", func(l *L) *string { return &l.ContactVia }).Hidden(),
			page.Text("phone-no", func(l *L) *string { return &l.PhoneNo }).ReadOnly(),
			page.Text("mobile-phone-no", func(l *L) *string { return &l.MobilePhoneNo }).ReadOnly(),
			page.Text("e-mail", func(l *L) *string { return &l.EMail }).ReadOnly(),
			page.Date("date", func(l *L) *data.Date { return &l.Date }).Hidden(),
			page.Text("time-of-interaction", func(l *L) *string { return &l.Time }).ReadOnly().Hidden(),
			page.Check("attempt-failed", func(l *L) *bool { return &l.AttemptFailed }).ReadOnly().Hidden(),
			page.Code("interaction-group-code", func(l *L) *data.InteractionGroupCode { return &l.InteractionGroupCode }).ReadOnly().Hidden(),
		},
		Actions: segmentLineActions(s),
		Empty:   "segment-lines-empty",
	}
}
