package windows

import (
	"context"
	"path/filepath"
	"strings"

	"campaigndesk/app"
	"campaigndesk/app/interaction"
	"campaigndesk/app/letter"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// letters is a mailing to a segment that is being prepared.
type letters struct {
	s        *app.Session
	no       data.SegmentNo
	choices  letterChoices
	template *letter.Template // for all, nil: each line's own document
	text     []string         // of drafts, line by line
	unknown  map[int64]string // what is wrong with a document, by its number
	outcome  letter.Outcome   // of the last run
}

// letterChoices are what can be chosen of a mailing.
type letterChoices struct {
	Kind     letterKind
	Only     data.CorrespondenceType
	Template string // file name, blank: each line's own document
	Folder   string
	Subject  string
}

// letterKind says what is written.
type letterKind int

const (
	letterEach letterKind = iota
	lettersTogether
	mailDrafts
)

// draftLines is how many lines the text of drafts can have.
const draftLines = 40

// Letters writes letters or e-mail drafts to the contacts of a segment into a folder. Nothing is logged by that: the user may do so
// afterwards.
func Letters(s *app.Session, no data.SegmentNo) page.Page {
	type C = letterChoices
	l := &letters{s: s, no: no, text: make([]string, draftLines), unknown: map[int64]string{}}
	drafts := func(c *C) bool { return c.Kind == mailDrafts }
	return &page.Card[C]{
		Name: "letters", Session: s, Key: string(no),
		Title:   func(*C) string { return string(no) },
		Load:    func() (C, error) { return l.choices, nil },
		Save:    func(_ *page.Window, _, after *C) error { l.choices = *after; return nil },
		Watches: []string{data.SegmentLines.Name()},
		Tabs: []page.Tab[C]{
			{Caption: "letters-what", Fields: page.Fields[C]{
				page.Choice("letter-kind", func(c *C) *letterKind { return &c.Kind }, "letter-each", "letters-together", "mail-drafts"),
				page.Choice("letter-only", func(c *C) *data.CorrespondenceType { return &c.Only }, append([]string{"letter-to-all"}, correspondence[1:]...)...),
				page.Calc("letter-template", func(c *C) string {
					if c.Template == "" {
						return s.Texts.T("letter-own-documents")
					}
					return c.Template
				}),
				page.Text("target-folder", func(c *C) *string { return &c.Folder }).Required().Assist(func(w *page.Window, _ *C) { l.chooseFolder(w) }),
				page.Text("draft-subject", func(c *C) *string { return &c.Subject }).EditableIf(drafts).Hint(func(*C) string { return s.Texts.T("draft-own-subjects") }),
			}},
		},
		Parts: []page.Part[C]{l.documents(), l.draftText(), l.leftOut(), l.fields()},
		Actions: []page.Action[C]{
			{Caption: "write-letters", Key: "F9", Promoted: true, Primary: true, Do: func(w *page.Window, _ *C) error { return l.write(w) }},
			{Caption: "choose-letter-template", Key: "Ctrl+Shift+O", Promoted: true, Do: func(w *page.Window, _ *C) error { l.chooseTemplate(w); return nil }},
			{Caption: "use-own-documents", Promoted: true, Enabled: func(c *C) bool { return c.Template != "" }, Do: func(w *page.Window, _ *C) error {
				l.template, l.choices.Template = nil, ""
				w.Refresh()
				return nil
			}},
			{Caption: "choose-target-folder", Key: "Ctrl+Shift+D", Promoted: true, Do: func(w *page.Window, _ *C) error { l.chooseFolder(w); return nil }},
			{Caption: "log-segment-of-letters", Key: "Ctrl+Shift+L", Promoted: true, Do: func(w *page.Window, _ *C) error {
				return askLog(s, w, &data.SegmentHeader{No: no})
			}},
		},
	}
}

// chooseTemplate asks for a document for all lines; what is no Word document is refused.
func (l *letters) chooseTemplate(w *page.Window) {
	w.OpenFile(data.Msg("choose-letter-template"), []string{".docx"}, func(path string) {
		file, err := interaction.ReadFile(path)
		var template *letter.Template
		if err == nil {
			template, err = letter.Open(file.Name, file.Content)
		}
		if err != nil {
			w.Fail(err)
			return
		}
		l.template, l.choices.Template = template, file.Name
		w.Refresh()
	})
}

func (l *letters) chooseFolder(w *page.Window) {
	w.ChooseFolder(data.Msg("choose-target-folder"), func(path string) {
		l.choices.Folder = path
		w.Refresh()
	})
}

// mailing is what was chosen, as it is carried out. It refuses a folder that nobody could find again.
func (l *letters) mailing() (letter.Mailing, error) {
	c := l.choices
	if !filepath.IsAbs(c.Folder) {
		return letter.Mailing{}, data.Msg("letters-need-folder")
	}
	m := letter.Mailing{Segment: l.no, Only: c.Only, Template: l.template, Folder: c.Folder, Subject: c.Subject}
	m.Body = strings.TrimRight(strings.Join(l.text, "\n"), "\n")
	return m, nil
}

// write carries the mailing out as a job that leaves nothing behind when it is canceled, and says what became of it.
func (l *letters) write(w *page.Window) error {
	m, err := l.mailing()
	if err != nil {
		return err
	}
	kind := l.choices.Kind
	var outcome letter.Outcome
	w.Job(data.Msg("letters-writing", l.no), func(ctx context.Context, progress app.Progress) (err error) {
		if kind == mailDrafts {
			outcome, err = letter.WriteDrafts(ctx, l.s, m, progress)
		} else {
			outcome, err = letter.WriteLetters(ctx, l.s, m, kind == lettersTogether, progress)
		}
		return err
	}, func() {
		l.outcome = outcome
		w.Refresh()
		w.Noticed(noticesOf(outcome), nil)
	})
	return nil
}

// noticesOf says what became of a mailing.
func noticesOf(o letter.Outcome) []data.Message {
	said := []data.Message{data.Msg("letters-written", o.Letters, len(o.Files))}
	if len(o.Left) > 0 {
		said = append(said, data.Msg("letters-left-out", len(o.Left)))
	}
	if len(o.Unknown) > 0 {
		said = append(said, data.Msg("letters-unknown-fields", strings.Join(o.Unknown, ", ")))
	}
	if len(o.Heads) > 0 {
		said = append(said, data.Msg("letters-fields-in-heads", strings.Join(o.Heads, ", ")))
	}
	return append(said, data.Msg("letters-not-logged"))
}

// letterDocument is a document of the segment, with what is wrong with it.
type letterDocument struct {
	data.SegmentLanguage
	Fault string
}

// documents are the segment's documents by language, from which each line takes its own.
func (l *letters) documents() page.Part[letterChoices] {
	type C = letterChoices
	type D = letterDocument
	has := func(_ *C, d *D) bool { return d != nil && d.AttachmentNo != 0 }
	return &page.ListPart[C, D]{
		Name: "letter-documents", Session: l.s, Watches: []string{data.SegmentLanguages.Name()},
		Summary: func(c *C) string { return c.Template },
		Rows:    func(c *C) ([]D, error) { return l.ownDocuments() },
		Fields: page.Fields[D]{
			page.Calc("language-code", func(d *D) string { return d.LanguageCode }).Width(10),
			page.Calc("subject", func(d *D) string { return d.Subject }).Width(34),
			page.Calc("attachment", func(d *D) string { return d.Attachment }).Width(30),
			page.Calc("document-faults", func(d *D) string { return d.Fault }).Width(50).Toned(func(*D) page.Tone { return page.Warning }),
		},
		Actions: []page.PartAction[C, D]{
			{Caption: "import-document", Do: func(w *page.Window, _ *C, d *D) error { takeDocument(l.s, w, d.SegmentLanguage); return nil }},
			{Caption: "show-attachments", Enabled: has, Do: func(_ *page.Window, _ *C, d *D) error { return showDocument(l.s, d.AttachmentNo) }},
			{Caption: "segment-languages", NoRow: true, Open: func(*C, *D) page.Page { return SegmentLanguages(l.s, l.no, 0) }},
		},
		Empty: "letter-documents-empty",
	}
}

func (l *letters) ownDocuments() ([]letterDocument, error) {
	rows, err := data.SegmentLanguages.Select(l.s.DB, data.View{Fixed: []data.Cond{data.Equal("segment_no", l.no), data.Equal("line_no", 0)}})
	var all []letterDocument
	for _, row := range rows {
		fault, err := l.fault(row)
		if err != nil {
			return all, err
		}
		all = append(all, letterDocument{row, fault})
	}
	return all, err
}

// fault says which fields of a document are not known, or why it cannot be merged.
func (l *letters) fault(row data.SegmentLanguage) (string, error) {
	if row.AttachmentNo == 0 || !strings.EqualFold(filepath.Ext(row.Attachment), ".docx") {
		return "", nil
	}
	if said, known := l.unknown[row.AttachmentNo]; known {
		return said, nil
	}
	content, err := data.AttachmentContent(l.s.DB, row.AttachmentNo)
	if err != nil {
		return "", err
	}
	template, err := letter.Open(row.Attachment, content)
	said := ""
	switch {
	case err != nil:
		said = l.s.Texts.Error(err)
	case len(template.Unknown()) > 0:
		said = l.s.Texts.T("letters-unknown-fields", strings.Join(template.Unknown(), ", "))
	}
	l.unknown[row.AttachmentNo] = said
	return said, nil
}

// draftLine is a line of the text of drafts.
type draftLine struct {
	No   int
	Text string
}

// draftText is the text of drafts, line by line.
func (l *letters) draftText() page.Part[letterChoices] {
	type C = letterChoices
	type D = draftLine
	return &page.ListPart[C, D]{
		Name: "draft-text", Session: l.s, Height: 8, Closed: true,
		Rows: func(*C) ([]D, error) {
			rows := make([]D, len(l.text))
			for i, text := range l.text {
				rows[i] = D{i, text}
			}
			return rows, nil
		},
		Save: func(_ *page.Window, _ *C, _, after *D) error {
			l.text[after.No] = after.Text
			return nil
		},
		Locked: func(c *C) bool { return c.Kind != mailDrafts },
		Fields: page.Fields[D]{page.Text("text", func(d *D) *string { return &d.Text }).Width(100)},
	}
}

// leftOut are those who got nothing in the last run, and why.
func (l *letters) leftOut() page.Part[letterChoices] {
	type C = letterChoices
	type L = letter.Left
	return &page.ListPart[C, L]{
		Name: "left-out-of-letters", Session: l.s, HideEmpty: true,
		Rows: func(*C) ([]L, error) { return l.outcome.Left, nil },
		Fields: page.Fields[L]{
			page.Calc("contact-no", func(r *L) string { return string(r.Contact) }),
			page.Calc("contact-name", func(r *L) string { return r.Name }).Width(26),
			page.Calc("reason", func(r *L) string { return l.s.Texts.Message(r.Why) }).Width(80),
		},
		Card: func(r *L) page.Page { return contactCardOf(l.s, r.Contact) },
	}
}

// fields are the fields that documents, subjects and texts can have.
func (l *letters) fields() page.Part[letterChoices] {
	type C = letterChoices
	type F = letter.Field
	return &page.ListPart[C, F]{
		Name: "letter-fields", Session: l.s, Height: 8, Closed: true,
		Rows: func(*C) ([]F, error) { return letter.Fields, nil },
		Fields: page.Fields[F]{
			page.Calc("field", func(f *F) string { return "«" + f.Name + "»" }).Width(30),
			page.Calc("becomes", func(f *F) string { return l.s.Texts.T(f.Help()) }).Width(70),
		},
		Actions: []page.PartAction[C, F]{
			{Caption: "copy-field", Do: func(w *page.Window, _ *C, f *F) error {
				w.Copy("«" + f.Name + "»")
				w.Tell(data.Msg("field-copied", f.Name))
				return nil
			}},
		},
	}
}
