package segment

import (
	"errors"

	"campaigndesk/app"
	"campaigndesk/app/interaction"
	"campaigndesk/data"
)

// LanguagesOf lists the languages that a line can have: its own, else those of the header when it has the header's template
// (UI-28).
func LanguagesOf(r data.Reader, line *data.SegmentLine) ([]data.SegmentLanguage, error) {
	rows, err := languages(r, line.SegmentNo, line.LineNo)
	if err != nil || len(rows) > 0 && line.LineNo != 0 {
		return rows, err
	}
	header, err := find(r, line.SegmentNo)
	if err != nil || header.InteractionTemplateCode != line.InteractionTemplateCode {
		return nil, err
	}
	return languages(r, line.SegmentNo, 0)
}

// languages are the rows of a segment, or with a line number of that line.
func languages(r data.Reader, no data.SegmentNo, line int) ([]data.SegmentLanguage, error) {
	return data.SegmentLanguages.Select(r, data.View{Fixed: []data.Cond{data.Equal("segment_no", no), data.Equal("line_no", line)}})
}

// FindLanguage finds the row of a language that a line can have. Blank needs none; a language without a row is refused.
func FindLanguage(r data.Reader, line *data.SegmentLine, code string) (data.SegmentLanguage, error) {
	if code == "" {
		return data.SegmentLanguage{}, nil
	}
	rows, err := LanguagesOf(r, line)
	if err != nil {
		return data.SegmentLanguage{}, err
	}
	for _, row := range rows {
		if row.LanguageCode == code {
			return row, nil
		}
	}
	return data.SegmentLanguage{}, data.Msg("segment-language-missing", code).At("language_code")
}

// SetLanguage gives a line the subject of the language typed on it.
func SetLanguage(r data.Reader, line *data.SegmentLine) error {
	row, err := FindLanguage(r, line, line.LanguageCode)
	if err == nil {
		line.Subject = row.Subject
	}
	return err
}

// AddLanguage stores a language of a segment or of a line.
func AddLanguage(s *app.Session, l *data.SegmentLanguage) error {
	if l.LanguageCode == "" {
		return data.Msg("segment-language-blank").At("language_code")
	}
	return s.Write(data.Msg("segment-language-added", l.LanguageCode, l.SegmentNo), func(tx *data.Tx) error { return data.SegmentLanguages.Insert(tx, l) })
}

// SaveLanguage stores a changed language. When it is the segment's default, the header takes over its code and subject.
func SaveLanguage(s *app.Session, before, after *data.SegmentLanguage) error {
	if *before == *after {
		return nil
	}
	if after.LanguageCode == "" {
		return data.Msg("segment-language-blank").At("language_code")
	}
	return s.Write(data.Msg("segment-language-changed", before.LanguageCode, before.SegmentNo), func(tx *data.Tx) error {
		if err := data.SegmentLanguages.Update(tx, after); err != nil || after.LineNo != 0 {
			return err
		}
		h, err := find(tx, after.SegmentNo)
		if err != nil || h.LanguageCode != before.LanguageCode {
			return err
		}
		h.LanguageCode, h.Subject = after.LanguageCode, after.Subject
		return data.SegmentHeaders.Update(tx, &h)
	})
}

// DeleteLanguages deletes languages of a segment or line with their documents.
func DeleteLanguages(s *app.Session, rows []data.SegmentLanguage) error {
	if len(rows) == 0 {
		return nil
	}
	return s.Write(data.Msg("segment-languages-deleted", len(rows), rows[0].SegmentNo), func(tx *data.Tx) error {
		for _, row := range rows {
			if err := data.SegmentLanguages.Delete(tx, row.ID); err != nil {
				return err
			}
		}
		return nil
	})
}

// Document finds the row that holds the document of a segment, of its default language, or of a line: the line's own or the header's
// (SG 2.1, SG 2.2 column 20). It has no id when there is none yet.
func Document(r data.Reader, no data.SegmentNo, line *data.SegmentLine) (data.SegmentLanguage, error) {
	if line != nil {
		row, err := FindLanguage(r, line, line.LanguageCode)
		var missing data.Message
		if errors.As(err, &missing) {
			return data.SegmentLanguage{SegmentNo: no, LineNo: line.LineNo, LanguageCode: line.LanguageCode}, nil
		}
		return row, err
	}
	h, err := find(r, no)
	if err != nil {
		return data.SegmentLanguage{}, err
	}
	row, err := data.SegmentLanguages.Get(r, no, 0, h.LanguageCode)
	if errors.Is(err, data.ErrNotFound) {
		return data.SegmentLanguage{SegmentNo: no, LanguageCode: h.LanguageCode}, nil
	}
	return row, err
}

// Own makes a row of a line's own of one that it has from the header, so that another document for this line does not change the
// header's. The row is stored when its document is set.
func Own(row data.SegmentLanguage, line *data.SegmentLine) data.SegmentLanguage {
	if row.LineNo != line.LineNo {
		row.ID, row.LineNo = 0, line.LineNo
	}
	return row
}

// SetDocument makes a file the document of a language (IN-9). What was logged with the one before keeps it.
func SetDocument(s *app.Session, row data.SegmentLanguage, file interaction.File) error {
	if row.LanguageCode == "" {
		return data.Msg("segment-language-first").At("language_code")
	}
	return s.Write(data.Msg("segment-document-imported", file.Name, row.SegmentNo), func(tx *data.Tx) (err error) {
		if row.AttachmentNo, err = data.PutAttachment(tx, file.Name, file.Content); err != nil {
			return err
		}
		return storeLanguage(tx, &row)
	})
}

// CopyDocument gives a language the document of another (IN-9).
func CopyDocument(s *app.Session, row data.SegmentLanguage, from *data.SegmentLanguage) error {
	if from.AttachmentNo == 0 {
		return data.Msg("segment-document-missing", from.LanguageCode)
	}
	return s.Write(data.Msg("segment-document-imported", from.Attachment, row.SegmentNo), func(tx *data.Tx) error {
		row.AttachmentNo = from.AttachmentNo
		return storeLanguage(tx, &row)
	})
}

func storeLanguage(tx *data.Tx, row *data.SegmentLanguage) error {
	if row.ID == 0 {
		return data.SegmentLanguages.Insert(tx, row)
	}
	return data.SegmentLanguages.Update(tx, row)
}

// RemoveDocument takes the document from a language.
func RemoveDocument(s *app.Session, row data.SegmentLanguage) error {
	if row.AttachmentNo == 0 {
		return data.Msg("segment-document-missing", row.LanguageCode)
	}
	return s.Write(data.Msg("segment-document-removed", row.Attachment, row.SegmentNo), func(tx *data.Tx) error {
		row.AttachmentNo = 0
		return data.SegmentLanguages.Update(tx, &row)
	})
}
