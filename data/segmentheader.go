package data

import (
	"fmt"
	"strings"
)

// What goes from a segment's header to its lines, set by set (SG section 2.4). Matching lines are those that have the header's
// interaction template; where neither has one, they match too.

const (
	headerOf = " FROM segment_header AS h WHERE h.no=?1 AND segment_line.segment_no=h.no"
	matching = " AND segment_line.interaction_template_code IS h.interaction_template_code"
)

// headerColumns are the columns of lines that have another name in the header.
var headerColumns = map[string]string{"cost": "unit_cost", "duration": "unit_duration"}

// CountMatchingLines counts the lines of a segment that have a template.
func CountMatchingLines(r Reader, segment SegmentNo, template InteractionTemplateCode) (int, error) {
	return scalar[int](r, "SELECT count(*) FROM segment_line WHERE segment_no=? AND ifnull(interaction_template_code, '')=?", string(segment), string(template))
}

// HeaderToMatchingLines gives the matching lines of a segment the header's values in the named columns of lines (SG-10…16, SG-19).
func HeaderToMatchingLines(tx *Tx, segment SegmentNo, columns []string) error {
	var sets, differs []string
	for _, name := range columns {
		of := name
		if other := headerColumns[name]; other != "" {
			of = other
		}
		line, header := SegmentLines.column(name).name, SegmentHeaders.column(of).name
		sets, differs = append(sets, line+"=h."+header), append(differs, fmt.Sprintf("segment_line.%s IS NOT h.%s", line, header))
	}
	_, err := tx.exec("UPDATE segment_line SET "+strings.Join(sets, ", ")+headerOf+matching+" AND ("+strings.Join(differs, " OR ")+")", string(segment))
	return err
}

// SubjectToLines gives the header's subject to the matching lines in its language whose subject is still the old one (SG-22).
func SubjectToLines(tx *Tx, segment SegmentNo, old string) error {
	_, err := tx.exec("UPDATE segment_line SET subject=h.subject"+headerOf+matching+" AND segment_line.language_code=h.language_code AND segment_line.subject=?2",
		string(segment), old)
	return err
}

// TemplateToLines gives all lines of a segment the header's template (SG-17).
func TemplateToLines(tx *Tx, segment SegmentNo) error {
	_, err := tx.exec("UPDATE segment_line SET interaction_template_code=h.interaction_template_code"+headerOf+
		" AND segment_line.interaction_template_code IS NOT h.interaction_template_code", string(segment))
	return err
}

// ownDocument holds for lines that have a document of their own.
const ownDocument = `EXISTS (SELECT 1 FROM segment_language AS o WHERE o.segment_no=segment_line.segment_no AND o.line_no=segment_line.line_no
	AND o.attachment_no<>0)`

// TakeOverTemplate gives the matching lines what a header that has just taken over a template has for them: the correspondence
// type, and for lines without a document of their own the language and the subject (SG-18a). Rows of languages that such lines
// had for another template go.
func TakeOverTemplate(tx *Tx, segment SegmentNo) error {
	if _, err := tx.exec(`DELETE FROM segment_language WHERE segment_no=?1 AND line_no IN (SELECT line_no FROM segment_line, segment_header AS h
		WHERE h.no=?1 AND segment_line.segment_no=h.no`+matching+" AND NOT "+ownDocument+")", string(segment)); err != nil {
		return err
	}
	const language = `(SELECT g.%s FROM segment_language AS g JOIN contact ON contact.language_code=g.language_code
		WHERE g.segment_no=h.no AND g.line_no=0 AND contact.no=segment_line.contact_no)`
	const own = "CASE WHEN " + ownDocument + " THEN segment_line.%[1]s ELSE ifnull(" + "%[2]s" + ", h.%[1]s) END"
	_, err := tx.exec("UPDATE segment_line SET correspondence_type=h.correspondence_type, language_code="+
		fmt.Sprintf(own, "language_code", fmt.Sprintf(language, "language_code"))+", subject="+
		fmt.Sprintf(own, "subject", fmt.Sprintf(language, "subject"))+headerOf+matching, string(segment))
	return err
}

// HasInheritedDocuments reports whether a line of a segment has the document of the header (SG-17).
func HasInheritedDocuments(r Reader, segment SegmentNo) (bool, error) {
	return scalar[bool](r, "SELECT EXISTS (SELECT 1 FROM segment_line WHERE segment_no=? AND NOT EXISTS (SELECT 1 "+ownLanguage+") AND EXISTS (SELECT 1 "+inheritedLanguage+"))",
		string(segment))
}

// CopyTemplateLanguages gives a segment, or with a line number that line, the languages of a template in the place of those it
// has (SG-18, SG-25).
func CopyTemplateLanguages(tx *Tx, segment SegmentNo, line int, template InteractionTemplateCode) error {
	if _, err := tx.exec("DELETE FROM segment_language WHERE segment_no=? AND line_no=?", string(segment), line); err != nil {
		return err
	}
	_, err := tx.exec(`INSERT INTO segment_language (segment_no, line_no, language_code, description, attachment_no)
		SELECT ?, ?, language_code, description, attachment_no FROM interaction_template_language WHERE template_code=? ORDER BY language_code`,
		string(segment), line, string(template))
	return err
}

// FillLineLanguages gives the languages of their template to the lines of a segment that have another template than the header
// and no languages: lines that came back (S:DV-15).
func FillLineLanguages(tx *Tx, segment SegmentNo) error {
	_, err := tx.exec(`INSERT INTO segment_language (segment_no, line_no, language_code, description, attachment_no)
		SELECT l.segment_no, l.line_no, t.language_code, t.description, t.attachment_no
		FROM segment_line AS l JOIN segment_header AS h ON h.no=l.segment_no JOIN interaction_template_language AS t ON t.template_code=l.interaction_template_code
		WHERE l.segment_no=?1 AND l.interaction_template_code IS NOT h.interaction_template_code
			AND NOT EXISTS (SELECT 1 FROM segment_language AS o WHERE o.segment_no=l.segment_no AND o.line_no=l.line_no)`, string(segment))
	return err
}
