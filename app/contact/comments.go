package contact

import (
	"campaigndesk/app"
	"campaigndesk/data"
)

// NewComment is a new line of a contact's comments: dated with the work date unless there is a comment of that day (CM-3).
func NewComment(s *app.Session, no data.ContactNo) (data.CommentLine, error) {
	line := data.CommentLine{TableName: data.CommentOnContact, No: string(no)}
	dated, err := data.HasCommentOn(s.DB, data.CommentOnContact, string(no), s.WorkDate)
	if !dated && err == nil {
		line.Date = s.WorkDate
	}
	return line, err
}

// AddComment stores a new comment on a contact below the line numbered above, 0 for the top (CM-4).
func AddComment(s *app.Session, line *data.CommentLine, above int) error {
	return writeRows(s, "contact-row-added", data.CommentLines, []data.CommentLine{*line}, func(tx *data.Tx) (err error) {
		if line.LineNo, err = data.LineNo(tx, data.CommentLines, data.CommentsOn(line.TableName, line.No), above); err != nil {
			return err
		}
		return data.CommentLines.Insert(tx, line)
	})
}

// SaveComment stores a changed comment on a contact and the day of the change.
func SaveComment(s *app.Session, before, after *data.CommentLine) error {
	if *after == *before {
		return nil
	}
	after.LastDateModified = s.Today()
	return SaveRow(s, data.CommentLines, before, after)
}
