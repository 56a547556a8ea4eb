package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/segment"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// SegmentLanguages is the list of the languages of a segment with subjects and documents, edited in place (UI-21); with a line
// number, those of a line that has a template of its own.
func SegmentLanguages(s *app.Session, no data.SegmentNo, line int) page.Page {
	type L = data.SegmentLanguage
	has := func(l *L) bool { return l.AttachmentNo != 0 }
	return &page.Worksheet[L]{
		Name: "segment-languages", Session: s, Table: data.SegmentLanguages,
		Title: func() string { return string(no) },
		View: func() data.View {
			return data.View{Fixed: []data.Cond{data.Equal("segment_no", no), data.Equal("line_no", line)}}
		},
		New:    func(*L) L { return L{SegmentNo: no, LineNo: line} },
		Insert: func(_ *page.Window, l *L) error { return segment.AddLanguage(s, l) },
		Save:   func(_ *page.Window, before, after *L) error { return segment.SaveLanguage(s, before, after) },
		Delete: func(_ *page.Window, rows []L) error { return segment.DeleteLanguages(s, rows) },
		Fields: page.Fields[L]{
			page.Code("language-code", func(l *L) *string { return &l.LanguageCode }),
			page.Text("description", func(l *L) *string { return &l.Description }).Width(34),
			page.Text("subject", func(l *L) *string { return &l.Subject }).Width(40),
			page.Text("attachment", func(l *L) *string { return &l.Attachment }).ReadOnly().Width(30),
			page.Calc("file-size", func(l *L) string { return sizeOf(s, l.AttachmentNo) }).Width(12).Right(),
		},
		Actions: []page.Action[L]{
			{Caption: "import-document", Key: "Ctrl+Shift+I", Promoted: true, Primary: true, Do: func(w *page.Window, l *L) error { takeDocument(s, w, *l); return nil }},
			{Caption: "show-attachments", Promoted: true, Enabled: has, Do: func(_ *page.Window, l *L) error { return showDocument(s, l.AttachmentNo) }},
			{Caption: "copy-document-from", Promoted: true, Do: func(w *page.Window, l *L) error { copySegmentDocument(s, w, *l); return nil }},
			{Caption: "export-attachment", Promoted: true, Enabled: has, Do: func(w *page.Window, l *L) error { return exportDocument(s, w, l.AttachmentNo, l.Attachment) }},
			{Caption: "remove-document", Promoted: true, Enabled: has, Do: func(w *page.Window, l *L) error { dropDocument(s, w, *l); return nil }},
		},
		Empty: "segment-languages-empty",
	}
}

// copySegmentDocument takes the document of another language of any segment.
func copySegmentDocument(s *app.Session, w *page.Window, to data.SegmentLanguage) {
	type L = data.SegmentLanguage
	page.Pick(w, &page.List[L]{
		Name: "segment-languages", Session: s, Table: data.SegmentLanguages,
		Fields: page.Fields[L]{
			page.Code("segment-no", func(l *L) *data.SegmentNo { return &l.SegmentNo }),
			page.Code("language-code", func(l *L) *string { return &l.LanguageCode }),
			page.Text("attachment", func(l *L) *string { return &l.Attachment }).Width(40),
		},
	}, func(rows []L) error { return segment.CopyDocument(s, to, &rows[0]) })
}

// segmentLanguageLookup offers the languages of a segment.
func segmentLanguageLookup(no data.SegmentNo) page.Lookup {
	type L = data.SegmentLanguage
	return page.LookupIn(data.SegmentLanguages, func(*app.Session) data.View {
		return data.View{Fixed: []data.Cond{data.Equal("segment_no", no), data.Equal("line_no", 0)}}
	}, nil,
		page.Code("language-code", func(l *L) *string { return &l.LanguageCode }),
		page.Text("description", func(l *L) *string { return &l.Description }))
}

// lineLanguageLookup offers the languages that a line can have (UI-28).
func lineLanguageLookup(s *app.Session, line data.SegmentLine) page.Lookup {
	return page.LookupAmong(func() [][]string {
		languages, err := segment.LanguagesOf(s.DB, &line)
		if err != nil {
			return nil
		}
		var rows [][]string
		for _, l := range languages {
			rows = append(rows, []string{l.LanguageCode, l.Description})
		}
		return rows
	}, "language-code", "description")
}
