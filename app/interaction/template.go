package interaction

import (
	"errors"

	"campaigndesk/app"
	"campaigndesk/app/register"
	"campaigndesk/data"
)

// NewTemplate is a new template of a group, blank for none (IN-2, IN-7).
func NewTemplate(group data.InteractionGroupCode) data.InteractionTemplate {
	return data.InteractionTemplate{InteractionGroupCode: group, CorrespondenceType: data.Email}
}

// AddTemplate stores a new template.
func AddTemplate(s *app.Session, t *data.InteractionTemplate) error {
	if err := checkTemplate(t); err != nil {
		return err
	}
	return s.Write(data.Msg("interaction-template-added", t.Code), func(tx *data.Tx) error {
		if err := data.InteractionTemplates.Insert(tx, t); err != nil {
			return err
		}
		return haveLanguage(tx, t)
	})
}

// SaveTemplate stores a changed template. A default language that has no row yet gets one (IN-4).
func SaveTemplate(s *app.Session, before, after *data.InteractionTemplate) error {
	if err := checkTemplate(after); err != nil {
		return err
	}
	return s.Write(data.Msg("interaction-template-changed", before.Code), func(tx *data.Tx) error {
		if err := register.Update(tx, data.InteractionTemplates, before, after); err != nil {
			return err
		}
		return haveLanguage(tx, after)
	})
}

// checkTemplate refuses a template without a group, or with a cost or duration below zero (IN-2).
func checkTemplate(t *data.InteractionTemplate) error {
	switch {
	case t.InteractionGroupCode == "":
		return data.Msg("must-not-be-blank").At("interaction_group_code")
	case t.UnitCost < 0:
		return data.Msg("must-not-be-negative").At("unit_cost")
	case t.UnitDuration < 0:
		return data.Msg("must-not-be-negative").At("unit_duration")
	}
	return nil
}

// haveLanguage adds the row of a template's default language if there is none.
func haveLanguage(tx *data.Tx, t *data.InteractionTemplate) error {
	if t.LanguageCode == "" {
		return nil
	}
	_, err := data.InteractionTemplateLanguages.Get(tx, t.Code, t.LanguageCode)
	if errors.Is(err, data.ErrNotFound) {
		return data.InteractionTemplateLanguages.Insert(tx, &data.InteractionTemplateLanguage{TemplateCode: t.Code, LanguageCode: t.LanguageCode, Description: t.Description})
	}
	return err
}

// SaveLanguage stores a changed language of a template. When it is the template's default language, that follows a new code (IN-8).
func SaveLanguage(s *app.Session, before, after *data.InteractionTemplateLanguage) error {
	return s.Write(data.Msg("template-language-changed", before.TemplateCode, before.LanguageCode), func(tx *data.Tx) error {
		if err := data.InteractionTemplateLanguages.Update(tx, after); err != nil {
			return err
		}
		if after.LanguageCode == before.LanguageCode {
			return nil
		}
		t, err := data.InteractionTemplates.Get(tx, after.TemplateCode)
		if err != nil || t.LanguageCode != before.LanguageCode {
			return err
		}
		t.LanguageCode = after.LanguageCode
		return data.InteractionTemplates.Update(tx, &t)
	})
}

// AddLanguage stores a new language of a template.
func AddLanguage(s *app.Session, l *data.InteractionTemplateLanguage) error {
	return s.Write(data.Msg("template-language-added", l.TemplateCode, l.LanguageCode), func(tx *data.Tx) error {
		return data.InteractionTemplateLanguages.Insert(tx, l)
	})
}

// DeleteLanguages removes languages of templates; a template whose default language goes has none any more.
func DeleteLanguages(s *app.Session, rows []data.InteractionTemplateLanguage) error {
	return s.Write(data.Msg("template-languages-deleted", len(rows), rows[0].TemplateCode), func(tx *data.Tx) error {
		for _, row := range rows {
			t, err := data.InteractionTemplates.Get(tx, row.TemplateCode)
			if err != nil {
				return err
			}
			if t.LanguageCode == row.LanguageCode {
				t.LanguageCode = ""
				if err := data.InteractionTemplates.Update(tx, &t); err != nil {
					return err
				}
			}
			if err := data.InteractionTemplateLanguages.Delete(tx, row.ID); err != nil {
				return err
			}
		}
		return nil
	})
}

// AskReplace asks before another document takes the place of one (IN-9); nil when there is none.
func AskReplace(l *data.InteractionTemplateLanguage) *app.Question {
	if l.AttachmentNo == 0 {
		return nil
	}
	return &app.Question{Text: data.Msg("ask-replace-document", l.Attachment)}
}

// SetDocument gives a language of a template a document. Interactions that were logged with the one before keep it (IN-9).
func SetDocument(s *app.Session, l *data.InteractionTemplateLanguage, file File) error {
	return s.Write(data.Msg("document-imported", file.Name, l.TemplateCode), func(tx *data.Tx) error {
		no, err := data.PutAttachment(tx, file.Name, file.Content)
		if err != nil {
			return err
		}
		return setAttachment(tx, l, no)
	})
}

// CopyDocument gives a language of a template the document of another one (IN-9).
func CopyDocument(s *app.Session, l, from *data.InteractionTemplateLanguage) error {
	if from.AttachmentNo == 0 {
		return data.Msg("no-document")
	}
	return s.Write(data.Msg("document-imported", from.Attachment, l.TemplateCode), func(tx *data.Tx) error { return setAttachment(tx, l, from.AttachmentNo) })
}

// RemoveDocument takes the document from a language of a template (IN-9).
func RemoveDocument(s *app.Session, l *data.InteractionTemplateLanguage) error {
	return s.Write(data.Msg("document-removed", l.Attachment, l.TemplateCode), func(tx *data.Tx) error { return setAttachment(tx, l, 0) })
}

func setAttachment(tx *data.Tx, l *data.InteractionTemplateLanguage, no int64) error {
	after, err := data.InteractionTemplateLanguages.ByID(tx, l.ID)
	if err != nil {
		return err
	}
	after.AttachmentNo = no
	return data.InteractionTemplateLanguages.Update(tx, &after)
}

// SaveTemplateSetup stores which templates are used without being chosen (IN-10). All but the one for meetings may not have a
// document (IN-11).
func SaveTemplateSetup(s *app.Session, before, after *data.Setup) error {
	for _, f := range []struct {
		column        string
		before, after data.InteractionTemplateCode
	}{
		{"cover_sheet_template", before.CoverSheetTemplate, after.CoverSheetTemplate},
		{"outgoing_call_template", before.OutgoingCallTemplate, after.OutgoingCallTemplate},
		{"e_mail_template", before.EMailTemplate, after.EMailTemplate},
		{"meeting_template", before.MeetingTemplate, after.MeetingTemplate},
	} {
		if f.after == "" || f.after == f.before {
			continue
		}
		t, err := data.InteractionTemplates.Get(s.DB, f.after)
		if errors.Is(err, data.ErrNotFound) {
			return data.Msg("interaction-template-missing", f.after).At(f.column)
		}
		if err != nil {
			return err
		}
		if t.AttachmentNo != 0 && f.column != "meeting_template" {
			return data.Msg("automatic-template-has-document", f.after, t.Attachment).At(f.column)
		}
	}
	return s.Write(data.Msg("template-setup-changed"), func(tx *data.Tx) error { return data.Setups.Update(tx, after) })
}
