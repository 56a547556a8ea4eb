package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/contact"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// ContactComments is the list of a contact's comments in the order they were written (UI-67), edited in place.
func ContactComments(s *app.Session, no data.ContactNo) page.Page {
	type L = data.CommentLine
	return &page.Worksheet[L]{
		Name: "contact-comments", Session: s, Table: data.CommentLines,
		Title: func() string { return string(no) },
		View: func() data.View {
			return data.View{Fixed: []data.Cond{data.CommentsOn(data.CommentOnContact, string(no))}}
		},
		New: func(above *L) L {
			line, err := contact.NewComment(s, no)
			if err != nil { // the date is only an offer
				line = L{TableName: data.CommentOnContact, No: string(no)}
			}
			if above != nil {
				line.LineNo = above.LineNo // until it has a number of its own: the line it follows
			}
			return line
		},
		Insert: func(_ *page.Window, l *L) error { return contact.AddComment(s, l, l.LineNo) },
		Save:   func(_ *page.Window, before, after *L) error { return contact.SaveComment(s, before, after) },
		Delete: func(_ *page.Window, rows []L) error { return contact.DeleteRows(s, data.CommentLines, rows) },
		Fields: page.Fields[L]{
			page.Date("date", func(l *L) *data.Date { return &l.Date }),
			page.Text("comment", func(l *L) *string { return &l.Comment }).Width(80),
			page.Code("code", func(l *L) *string { return &l.Code }).Hidden(),
		},
		Empty: "contact-comments-empty",
	}
}
