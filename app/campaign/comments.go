package campaign

import (
	"campaigndesk/app"
	"campaigndesk/data"
)

// NewComment is a new line of the comments on a record: dated with the work date unless there is a comment of that day (CP-53,
// CM-3).
func NewComment(s *app.Session, table data.CommentTable, no string) (data.CommentLine, error) {
	line := data.CommentLine{TableName: table, No: no}
	dated, err := data.HasCommentOn(s.DB, table, no, s.WorkDate)
	if !dated && err == nil {
		line.Date = s.WorkDate
	}
	return line, err
}

// AddComment stores a new comment below the line above, at the top when that is nil (CP-54).
func AddComment(s *app.Session, line, above *data.CommentLine) error {
	return s.Write(data.Msg("comment-added", line.No), func(tx *data.Tx) (err error) {
		place := 0
		if above != nil {
			place = above.LineNo
		}
		if line.LineNo, err = data.LineNo(tx, data.CommentLines, data.CommentsOn(line.TableName, line.No), place); err != nil {
			return err
		}
		return data.CommentLines.Insert(tx, line)
	})
}

// SaveComment stores a changed comment and the day of the change (CP-52).
func SaveComment(s *app.Session, before, after *data.CommentLine) error {
	if *after == *before {
		return nil
	}
	after.LastDateModified = s.Today()
	return s.Write(data.Msg("comment-changed", after.No), func(tx *data.Tx) error { return data.CommentLines.Update(tx, after) })
}

// DeleteComments removes comments of one campaign.
func DeleteComments(s *app.Session, lines []data.CommentLine) error {
	if len(lines) == 0 {
		return nil
	}
	return s.Write(data.Msg("comments-deleted", len(lines), lines[0].No), func(tx *data.Tx) error {
		for _, line := range lines {
			if err := data.CommentLines.Delete(tx, line.ID); err != nil {
				return err
			}
		}
		return nil
	})
}
