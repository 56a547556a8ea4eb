package data

import (
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"path"
	"strings"
)

// MaxAttachment is the size of the largest file that the company keeps, in bytes: it is held in memory as a whole.
const MaxAttachment = 100 << 20

// Attachment is a file that templates, segments and interactions name by its number. The same file is kept once, however
// often it is named, and never changes: another file is another attachment. So the journal need not keep it, and
// undo only puts the numbers back. The file itself goes when the company is opened and nothing names it any more, nor anything
// that can come back by undo.
type Attachment struct {
	ID       int64
	FileName string // without folder
	Size     int64  // bytes
}

// PutAttachment keeps a file and returns its number, which is that of the same file under the same name if it is kept already.
// A path before the name is left out. It refuses a file that is larger than [MaxAttachment], and an empty one.
func PutAttachment(tx *Tx, fileName string, content []byte) (int64, error) {
	switch {
	case len(content) == 0:
		return 0, Msg("attachment-empty", fileName)
	case len(content) > MaxAttachment:
		return 0, Msg("attachment-too-large", fileName, MaxAttachment>>20)
	}
	sum := sha256.Sum256(content)
	hash, name := hex.EncodeToString(sum[:]), plainFileName(fileName)
	id, err := scalar[int64](tx, "SELECT id FROM attachment WHERE sha256=? AND file_name=?", hash, name)
	if err != ErrNotFound {
		return id, err
	}
	result, err := tx.exec("INSERT INTO attachment (sha256, file_name, size, content) VALUES (?, ?, ?, ?)", hash, name, len(content), content)
	if err != nil {
		return 0, err
	}
	return result.LastInsertId()
}

// plainFileName takes a name out of a path of any system, so that a file can be written under it into a folder of our choice.
func plainFileName(name string) string {
	name = path.Base(strings.ReplaceAll(normalText(name), "\\", "/"))
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"|?*`, r) {
			return '_'
		}
		return r
	}, strings.TrimRight(name, ". "))
	if name == "" || name == "/" {
		return "attachment"
	}
	return name
}

// GetAttachment reads what is known of a file, without its content; ErrNotFound if there is none of that number.
func GetAttachment(r Reader, id int64) (Attachment, error) {
	a := Attachment{}
	err := each(r, "SELECT id, file_name, size FROM attachment WHERE id=?", []any{id}, func(rows *sql.Rows) error {
		return rows.Scan(&a.ID, &a.FileName, &a.Size)
	})
	if err == nil && a.ID == 0 {
		err = ErrNotFound
	}
	return a, err
}

// AttachmentContent reads a file; ErrNotFound if there is none of that number.
func AttachmentContent(r Reader, id int64) ([]byte, error) {
	return scalar[[]byte](r, "SELECT content FROM attachment WHERE id=?", id)
}

// attachmentUsers are the tables whose rows name attachments, in a column of the same name.
var attachmentUsers = []string{"interaction_template_language", "segment_language", "interaction"}

// AttachmentLogged reports whether an interaction has the file: its document can no longer be replaced, only copied (IN-9).
func AttachmentLogged(r Reader, id int64) (bool, error) {
	return scalar[bool](r, "SELECT EXISTS (SELECT 1 FROM interaction WHERE attachment_no=? AND attachment_no<>0)", id)
}

// dropUnusedAttachments removes the files that nothing names, nor any row that the journal could bring back.
func dropUnusedAttachments(tx *Tx) error {
	var unused []string
	for _, table := range attachmentUsers {
		unused = append(unused, "NOT EXISTS (SELECT 1 FROM "+table+" AS u WHERE u.attachment_no=attachment.id AND u.attachment_no<>0)")
	}
	some, err := scalar[bool](tx, "SELECT EXISTS (SELECT 1 FROM attachment WHERE "+strings.Join(unused, " AND ")+")")
	if err != nil || !some { // looking through the journal takes a while
		return err
	}
	const languages = ` UNION SELECT g.value->>'attachment_no' FROM %s AS h CROSS JOIN json_each(%s, '$.languages') AS g WHERE %[2]s LIKE '%%"languages":%%'`
	_, err = tx.exec("DELETE FROM attachment WHERE " + strings.Join(unused, " AND ") + ` AND id NOT IN (
		SELECT image->>'$.attachment_no' FROM journal_row WHERE tbl IN ('` + strings.Join(attachmentUsers, "', '") + "') AND image IS NOT NULL" +
		fmt.Sprintf(languages, "segment_history", "h.line") + // of lines that Go Back brings back
		fmt.Sprintf(languages, "(SELECT image->>'$.line' AS line FROM journal_row WHERE tbl='segment_history' AND image IS NOT NULL)", "h.line") + ")")
	return err
}

// AttachmentUses counts the rows of templates, segments and interactions that name a file.
func AttachmentUses(r Reader, id int64) (int, error) {
	var counts []string
	for _, table := range attachmentUsers {
		counts = append(counts, "(SELECT count(*) FROM "+table+" WHERE attachment_no=?1 AND attachment_no<>0)")
	}
	return scalar[int](r, "SELECT "+strings.Join(counts, "+"), id)
}
