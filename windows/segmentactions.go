package windows

import (
	"context"

	"campaigndesk/app"
	"campaigndesk/app/exchange"
	"campaigndesk/app/interaction"
	"campaigndesk/app/segment"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// segmentActions are what can be done with a segment (UI-12). Creating opportunities and tasks waits for their windows.
func segmentActions(s *app.Session) []page.Action[data.SegmentHeader] {
	type H = data.SegmentHeader
	choose := func(action data.SegmentAction) func(*page.Window, *H) error {
		return func(w *page.Window, h *H) error { return askContacts(s, w, h, action) }
	}
	templated := func(h *H) bool { return h.InteractionTemplateCode != "" }
	document := func(do func(*page.Window, data.SegmentLanguage) error) func(*page.Window, *H) error {
		return func(w *page.Window, h *H) error {
			row, err := segment.Document(s.DB, h.No, nil)
			if err != nil {
				return err
			}
			return do(w, row)
		}
	}
	hasDocument := func(h *H) bool { return h.AttachmentNo != 0 }
	return []page.Action[H]{
		{Caption: "log", Key: "F9", Promoted: true, Primary: true, Do: func(w *page.Window, h *H) error { return askLog(s, w, h) }},
		{Caption: "add-contacts", Key: "Ctrl+Shift+A", Promoted: true, Do: choose(data.AddContactsAction)},
		{Caption: "report-segment-cover-sheets", Promoted: true, Do: func(w *page.Window, h *H) error { return segmentCoverSheets(s, h.No, h.CampaignNo).show(w) }},
		{Caption: "reduce-contacts", Key: "Ctrl+Shift+R", Promoted: true, Do: choose(data.ReduceAction)},
		{Caption: "refine-contacts", Promoted: true, Do: choose(data.RefineAction)},
		{Caption: "go-back", Key: "Ctrl+Shift+B", Promoted: true, Do: func(w *page.Window, h *H) error { return goBack(s, w, h.No, 1) }},
		{Caption: "reuse-criteria", Do: func(w *page.Window, h *H) error { reuseCriteria(s, w, h); return nil }},
		{Caption: "reuse-segment", Do: func(w *page.Window, h *H) error { reuseSegment(s, w, h); return nil }},
		{Caption: "save-criteria", Do: func(w *page.Window, h *H) error { return askSaveCriteria(s, w, h.No) }},
		{Caption: "explain-contact", Open: func(h *H) page.Page { return SegmentExplain(s, h.No, "") }},
		{Caption: "export-contacts", Do: func(w *page.Window, h *H) error { exportContacts(s, w, h.No); return nil }},
		{Caption: "apply-mailing-group", Do: func(w *page.Window, h *H) error { askMailingGroup(s, w, h.No); return nil }},
		{Caption: "letters", Key: "Ctrl+Shift+L", Promoted: true, Open: func(h *H) page.Page { return Letters(s, h.No) }},
		{Caption: "report-segment-labels", Do: func(w *page.Window, h *H) error { return segmentLabels(s, h.No).show(w) }},
		{Caption: "report-segment-contacts", Do: func(w *page.Window, h *H) error { return segmentContacts(s, h.No).show(w) }},
		{Caption: "report-call-sheet", Do: func(w *page.Window, h *H) error { return callSheet(s, h.No).show(w) }},
		{Caption: "import-document", Enabled: templated, Do: document(func(w *page.Window, row data.SegmentLanguage) error { takeDocument(s, w, row); return nil })},
		{Caption: "show-attachments", Enabled: hasDocument, Do: document(func(_ *page.Window, row data.SegmentLanguage) error { return showDocument(s, row.AttachmentNo) })},
		{Caption: "export-attachment", Enabled: hasDocument, Do: document(func(w *page.Window, row data.SegmentLanguage) error {
			return exportDocument(s, w, row.AttachmentNo, row.Attachment)
		})},
		{Caption: "remove-document", Enabled: hasDocument, Do: document(func(w *page.Window, row data.SegmentLanguage) error { dropDocument(s, w, row); return nil })},
		{Caption: "segment-languages", Group: "menu-view", Enabled: templated, Open: func(h *H) page.Page { return SegmentLanguages(s, h.No, 0) }},
		{Caption: "call-round", Key: "Ctrl+Shift+K", Promoted: true, Open: func(h *H) page.Page { return CallRound(s, h.No) }},
		{Caption: "segment-criteria", Group: "menu-view", Key: "Ctrl+F7", Open: func(h *H) page.Page { return SegmentCriteria(s, h.No) }},
		{Caption: "campaign", Group: "menu-view", Enabled: func(h *H) bool { return h.CampaignNo != "" }, Open: func(h *H) page.Page { return campaignCardOf(s, h.CampaignNo) }},
	}
}

// segmentLineActions are what can be done with one line.
func segmentLineActions(s *app.Session) []page.PartAction[data.SegmentHeader, data.SegmentLine] {
	type H = data.SegmentHeader
	type L = data.SegmentLine
	withContact := func(_ *H, l *L) bool { return l != nil && l.ContactNo != "" }
	hasDocument := func(_ *H, l *L) bool { return l != nil && l.Attachment != data.NoAttachment }
	document := func(do func(*page.Window, *L, data.SegmentLanguage) error) func(*page.Window, *H, *L) error {
		return func(w *page.Window, h *H, l *L) error {
			row, err := segment.Document(s.DB, h.No, l)
			if err != nil {
				return err
			}
			return do(w, l, row)
		}
	}
	return []page.PartAction[H, L]{
		{Caption: "make-phone-call", Enabled: withContact, Do: func(w *page.Window, _ *H, l *L) error { return openCallOfLine(s, w, l) }},
		{Caption: "contact-card", Enabled: withContact, Open: func(_ *H, l *L) page.Page { return contactCardOf(s, l.ContactNo) }},
		{Caption: "explain-line", Enabled: withContact, Open: func(h *H, l *L) page.Page { return SegmentExplain(s, h.No, l.ContactNo) }},
		{Caption: "import-line-document", Enabled: withContact, Do: document(func(w *page.Window, l *L, row data.SegmentLanguage) error {
			takeDocument(s, w, segment.Own(row, l))
			return nil
		})},
		{Caption: "show-line-document", Enabled: hasDocument, Do: document(func(_ *page.Window, _ *L, row data.SegmentLanguage) error { return showDocument(s, row.AttachmentNo) })},
		{Caption: "export-line-document", Enabled: hasDocument, Do: document(func(w *page.Window, _ *L, row data.SegmentLanguage) error {
			return exportDocument(s, w, row.AttachmentNo, row.Attachment)
		})},
		{Caption: "remove-line-document", Enabled: func(_ *H, l *L) bool { return l != nil && l.Attachment == data.OwnAttachment },
			Do: document(func(w *page.Window, _ *L, row data.SegmentLanguage) error { dropDocument(s, w, row); return nil })},
	}
}

// takeDocument asks for a file for a language, and before for leave to replace the one that is there (IN-9).
func takeDocument(s *app.Session, w *page.Window, row data.SegmentLanguage) {
	take := func() {
		importDocument(w, func(file interaction.File) error { return segment.SetDocument(s, row, file) })
	}
	if row.AttachmentNo == 0 {
		take()
		return
	}
	w.Ask(app.Question{Text: data.Msg("ask-replace-document", row.Attachment)}, func(yes bool) {
		if yes {
			take()
		}
	})
}

// dropDocument asks before the document of a language is removed (IN-9).
func dropDocument(s *app.Session, w *page.Window, row data.SegmentLanguage) {
	w.Ask(app.Question{Text: data.Msg("ask-remove-document", row.Attachment), Yes: true}, func(yes bool) {
		if yes {
			if err := segment.RemoveDocument(s, row); err != nil {
				w.Fail(err)
			}
		}
	})
}

// goBack asks and takes back the last actions (SG-50).
func goBack(s *app.Session, w *page.Window, no data.SegmentNo, steps int) error {
	q, err := segment.AskGoBack(s, no, steps)
	if err != nil {
		return err
	}
	w.Ask(*q, func(yes bool) {
		if yes {
			if err := w.Noticed(segment.GoBack(s, no, steps)); err != nil {
				w.Fail(err)
			}
		}
	})
	return nil
}

// exportContacts writes the contacts of a segment to a file (SG-58).
func exportContacts(s *app.Session, w *page.Window, no data.SegmentNo) {
	w.SaveFile(data.Msg("export-contacts"), string(no)+".csv", func(path string) {
		w.Job(data.Msg("segment-exporting"), func(_ context.Context, progress app.Progress) error {
			table, err := segment.ExportContacts(s, no, progress)
			if err != nil {
				return err
			}
			return exchange.WriteCSV(path, table, exchange.CSVStyle{Delimiter: ';', Decimal: ','})
		}, func() { w.Tell(data.Msg("contacts-exported", path)) })
	})
}

// askMailingGroup asks for the group that the contacts of a segment get (UI-20), and before others lose it (S:DV-14).
func askMailingGroup(s *app.Session, w *page.Window, no data.SegmentNo) {
	type R = struct {
		Group   data.MailingGroupCode
		DropOld bool
	}
	apply := func(w *page.Window, r *R) {
		added := 0
		w.Job(data.Msg("segment-working"), func(ctx context.Context, _ app.Progress) (err error) {
			added, err = segment.ApplyMailingGroup(ctx, s, no, r.Group, r.DropOld)
			return err
		}, func() { w.Tell(data.Msg("mailing-group-applied", added, r.Group, no)) })
	}
	var question *app.Question
	(&page.Dialog[R]{
		Title: data.Msg("apply-mailing-group"), Record: &R{},
		Fields: page.Fields[R]{
			page.Code("mailing-group-code", func(r *R) *data.MailingGroupCode { return &r.Group }).Lookup(mailingGroupLookup()),
			page.Check("delete-old-assignments", func(r *R) *bool { return &r.DropOld }),
		},
		Do: func(_ *page.Window, r *R) (err error) {
			question, err = segment.AskMailingGroup(s, no, r.Group, r.DropOld)
			return err
		},
		Then: func(w *page.Window, r *R) {
			if question == nil {
				apply(w, r)
				return
			}
			w.Ask(*question, func(yes bool) {
				if yes {
					apply(w, r)
				}
			})
		},
	}).Show(w)
}

// pickSegmentNo draws a number from a series that the user chooses among the related ones (SG-1).
func pickSegmentNo(s *app.Session, w *page.Window, h *data.SegmentHeader) {
	before := *h
	page.Pick(w, noSeriesToChoose(s, s.Setup.SegmentNos), func(rows []data.NoSeries) error {
		if before.No != "" {
			return w.Noticed(segment.Renumber(s, &before, rows[0].Code))
		}
		fresh := data.SegmentHeader{NoSeries: rows[0].Code, CampaignNo: before.CampaignNo}
		if err := w.Noticed(segment.Create(s, &fresh)); err != nil {
			return err
		}
		w.Open(SegmentCard(s, fresh.ID, ""))
		return nil
	})
}
