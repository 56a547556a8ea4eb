package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/campaign"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// CommentSheet is the list of a campaign's comments in the order they were written (CP section 4, 14.6), edited in place.
func CommentSheet(s *app.Session, no data.CampaignNo) page.Page {
	return comments(s, data.CommentOnCampaign, string(no), string(no))
}

// InteractionComments is the list of the comments on an interaction (CM-7, UI-35).
func InteractionComments(s *app.Session, i *data.Interaction) page.Page {
	no := data.EntryText(i.ID)
	return comments(s, data.CommentOnInteraction, no, no+" "+i.ContactName)
}

// comments is the list of the comments on a record; what names the record in the title.
func comments(s *app.Session, table data.CommentTable, no, what string) page.Page {
	type L = data.CommentLine
	return &page.Worksheet[L]{
		Name: "comment-sheet", Session: s, Table: data.CommentLines,
		Title: func() string { return what },
		View: func() data.View {
			return data.View{Fixed: []data.Cond{data.CommentsOn(table, no)}}
		},
		New: func(above *L) L {
			line, err := campaign.NewComment(s, table, no)
			if err != nil { // the date is only an offer
				line = L{TableName: table, No: no}
			}
			if above != nil {
				line.LineNo = above.LineNo // until it has a number of its own: the line it follows
			}
			return line
		},
		Insert: func(_ *page.Window, r *L) error { return campaign.AddComment(s, r, &L{LineNo: r.LineNo}) },
		Save:   func(_ *page.Window, before, after *L) error { return campaign.SaveComment(s, before, after) },
		Delete: func(_ *page.Window, rows []L) error { return campaign.DeleteComments(s, rows) },
		Fields: page.Fields[L]{
			page.Date("date", func(l *L) *data.Date { return &l.Date }),
			page.Text("comment", func(l *L) *string { return &l.Comment }).Width(80),
			page.Code("code", func(l *L) *string { return &l.Code }).Hidden(),
		},
		Empty: "comment-sheet-empty",
	}
}
