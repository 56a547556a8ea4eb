package data

import (
	"fmt"
	"strconv"
)

// CommentTable says what a comment is on, in BC's order (CM-1); interactions, which have a table of their own there, come last.
type CommentTable int

const (
	CommentOnContact CommentTable = iota
	CommentOnCampaign
	CommentOnTask
	CommentOnWebSource // no such records here; keeps BC's order
	CommentOnSalesCycle
	CommentOnSalesCycleStage
	CommentOnOpportunity
	CommentOnInteraction
)

// CommentLine is one line of the comments on a record (CP section 4, CM section 6).
type CommentLine struct {
	ID               int64        `db:"id"`
	TableName        CommentTable `db:"table_name"`
	No               string       `db:"no,code=20"` // of the record: its number, code or entry number
	SubNo            int          `db:"sub_no"`     // the stage of a sales cycle; 0 otherwise
	LineNo           int          `db:"line_no"`    // order of entry, in steps of 10000 (CP-54, CM-4)
	Date             Date         `db:"date"`
	Code             string       `db:"code,code=10"`
	Comment          string       `db:"comment,text=80"`
	LastDateModified Date         `db:"last_date_modified"`
}

// CommentLines is the table of all comments.
var CommentLines = newTable[CommentLine]("comment_line", "table_name no sub_no line_no", "", nil)

// commentsOf is the expression that the record whose number an expression yields has comments (CM-5).
func commentsOf(table CommentTable, no string) string {
	return fmt.Sprintf("EXISTS (SELECT 1 FROM comment_line WHERE comment_line.table_name=%d AND comment_line.no=%s)", table, no)
}

// CommentsOn holds for the comments on a record.
func CommentsOn(table CommentTable, no string) Cond {
	return Cond{"table_name=? AND no=? AND sub_no=0", []any{int(table), normalCode(no)}}
}

// EntryText is an entry number as comments name the entry.
func EntryText(entry int64) string { return strconv.FormatInt(entry, 10) }

// HasCommentOn reports whether a record has a comment of the day (CP-53, CM-3).
func HasCommentOn(r Reader, table CommentTable, no string, day Date) (bool, error) {
	return scalar[bool](r, "SELECT EXISTS (SELECT 1 FROM comment_line WHERE table_name=? AND no=? AND date=?)", int(table), no, string(day))
}

// RenameComments lets comments follow their record to its new number.
func RenameComments(tx *Tx, table CommentTable, from, to string) error {
	_, err := tx.exec("UPDATE comment_line SET no=? WHERE table_name=? AND no=?", to, int(table), from)
	return err
}

// DeleteComments deletes the comments on a record that goes (CM-6, CM-7).
func DeleteComments(tx *Tx, table CommentTable, no string) error {
	_, err := tx.exec("DELETE FROM comment_line WHERE table_name=? AND no=?", int(table), no)
	return err
}
