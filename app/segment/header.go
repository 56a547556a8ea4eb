package segment

import (
	"context"

	"campaigndesk/app"
	"campaigndesk/app/noseries"
	"campaigndesk/data"
)

// Answer is what was answered to the question of [AskLines]; where there was none, No.
type Answer int

// The answers. Yes to a new template can bring its cost, duration, information flow, initiator and marks to the lines too
// (S:DV-2).
const (
	No Answer = iota
	Yes
	YesWithValues
)

// passedOn are the header's fields that can go over to the matching lines, with their column in lines and the catalogue keys of
// their captions (SG-10…16, SG-19). The subject is among them for the question; it goes over in its own way (SG-22).
var passedOn = []struct {
	column, caption string
	differs         func(before, after *data.SegmentHeader) bool
}{
	{"description", "description", func(a, b *data.SegmentHeader) bool { return a.Description != b.Description }},
	{"campaign_no", "campaign-no", func(a, b *data.SegmentHeader) bool { return a.CampaignNo != b.CampaignNo }},
	{"salesperson_code", "salesperson-code", func(a, b *data.SegmentHeader) bool { return a.SalespersonCode != b.SalespersonCode }},
	{"date", "date", func(a, b *data.SegmentHeader) bool { return a.Date != b.Date }},
	{"cost", "unit-cost-lcy", func(a, b *data.SegmentHeader) bool { return a.UnitCost != b.UnitCost }},
	{"duration", "unit-duration-min", func(a, b *data.SegmentHeader) bool { return a.UnitDuration != b.UnitDuration }},
	{"campaign_target", "campaign-target", func(a, b *data.SegmentHeader) bool { return marked(a.CampaignTarget, b.CampaignTarget, b) }},
	{"campaign_response", "campaign-response", func(a, b *data.SegmentHeader) bool { return marked(a.CampaignResponse, b.CampaignResponse, b) }},
	{"information_flow", "information-flow", func(a, b *data.SegmentHeader) bool { return a.InformationFlow != b.InformationFlow }},
	{"initiated_by", "initiated-by", func(a, b *data.SegmentHeader) bool { return a.InitiatedBy != b.InitiatedBy }},
	{"correspondence_type", "correspondence-type-default", func(a, b *data.SegmentHeader) bool {
		return a.CorrespondenceType != b.CorrespondenceType && b.CorrespondenceType != data.NoCorrespondence && a.AttachmentNo != 0
	}},
	{subject, "subject-default", func(a, b *data.SegmentHeader) bool { return a.Subject != b.Subject }},
}

const subject = "subject"

// withTemplate are the columns of lines that a new template reaches only when asked for (S:DV-2).
var withTemplate = []string{"cost", "duration", "information_flow", "initiated_by", "campaign_target", "campaign_response"}

// marked reports whether a mark changed, and not because the campaign was cleared: the lines keep theirs then (SG-23).
func marked(before, after bool, h *data.SegmentHeader) bool {
	return before != after && h.CampaignNo != ""
}

// changed lists the captions of the fields that would go over to the lines.
func changed(before, after *data.SegmentHeader) (captions []data.Message) {
	for _, f := range passedOn {
		if f.differs(before, after) {
			captions = append(captions, data.Msg(f.caption))
		}
	}
	return captions
}

// AskLines asks, once for all changed fields of a header, whether they go over to the lines that have its template (SG-10…16,
// SG-19, SG-22); a new template goes to all lines (SG-17). For a language that the segment does not have it asks instead whether
// to make it (SG-21). All answers save the header: they are given to [Save]. A nil question asks nothing.
func AskLines(s *app.Session, before, after *data.SegmentHeader) (*app.Question, error) {
	changedHeader := *after
	withoutIdleMarks(before, &changedHeader)
	after = &changedHeader
	if missing, err := languageMissing(s.DB, before, after); err != nil || missing {
		return &app.Question{Text: data.Msg("segment-make-language", after.LanguageCode), Yes: true}, err
	}
	fields, lines := changed(before, after), 0
	var err error
	if after.InteractionTemplateCode != before.InteractionTemplateCode {
		fields = append([]data.Message{data.Msg("interaction-template-code")}, fields...)
		lines, err = data.SegmentLines.Count(s.DB, data.View{Fixed: []data.Cond{data.Equal("segment_no", before.No)}})
	} else if fields != nil {
		lines, err = data.CountMatchingLines(s.DB, before.No, before.InteractionTemplateCode)
	}
	if err != nil || lines == 0 {
		return nil, err
	}
	return &app.Question{Text: data.Msg("segment-update-lines", lines, list(fields)), Yes: true}, nil
}

// AskValues asks, after Yes to a new template, whether the lines take its values too; it is No unless meant (S:DV-2).
func AskValues(before, after *data.SegmentHeader) *app.Question {
	if after.InteractionTemplateCode == before.InteractionTemplateCode {
		return nil
	}
	return &app.Question{Text: data.Msg("segment-values-of-template", after.InteractionTemplateCode)}
}

// list is messages in one: "A, B and C".
func list(items []data.Message) data.Message {
	all := items[len(items)-1]
	for i := len(items) - 2; i >= 0; i-- {
		joint := "list-and"
		if i < len(items)-2 {
			joint = "list-comma"
		}
		all = data.Msg(joint, items[i], all)
	}
	return all
}

// Save stores a changed header. With the answer Yes the changed fields go over to the matching lines (SG-10…16), a new template
// to all lines (SG-17), and the target groups follow as if each line had been edited (S:DV-3, CP-92). With No a language that is
// not there keeps the old one (SG-21).
func Save(s *app.Session, before, after *data.SegmentHeader, answer Answer) ([]data.Message, error) {
	withoutIdleMarks(before, after)
	missing, err := languageMissing(s.DB, before, after)
	if err != nil {
		return nil, err
	}
	switch {
	case missing && answer == No:
		after.LanguageCode, missing = before.LanguageCode, false
	case missing:
		answer = No
	}
	if *after == *before {
		return nil, nil
	}
	if err := check(s.DB, before, after); err != nil {
		return nil, err
	}
	newTemplate := after.InteractionTemplateCode != before.InteractionTemplateCode
	if newTemplate && answer == No {
		inherited, err := data.HasInheritedDocuments(s.DB, before.No)
		if err != nil {
			return nil, err
		}
		if inherited {
			return nil, data.Msg("segment-documents-inherited", before.InteractionTemplateCode).At("interaction_template_code")
		}
	}
	var columns []string
	for _, f := range passedOn {
		if answer != No && f.column != subject && f.differs(before, after) {
			columns = append(columns, f.column)
		}
	}
	if newTemplate {
		if err := takeTemplate(s.DB, after); err != nil {
			return nil, err
		}
		if answer == YesWithValues {
			columns = append(columns, withTemplate...)
		}
	}
	name, err := savedAs(s, before, after)
	if err != nil {
		return nil, err
	}
	return write(context.Background(), s, name, func(tx *data.Tx) ([]data.Message, error) {
		return keepTargets(tx, after.No, func() error {
			if err := data.SegmentHeaders.Update(tx, after); err != nil {
				return err
			}
			if after.No != before.No {
				if err := data.RenameSegment(tx, before.No, after.No); err != nil {
					return err
				}
			}
			if newTemplate {
				if err := newTemplateToLines(tx, after, answer); err != nil {
					return err
				}
			} else if err := saveLanguage(tx, before, after, missing, answer); err != nil {
				return err
			}
			if columns == nil {
				return nil
			}
			return data.HeaderToMatchingLines(tx, after.No, columns)
		})
	})
}

// savedAs is the name of the command that saves a header; a new number must be allowed.
func savedAs(s *app.Session, before, after *data.SegmentHeader) (data.Message, error) {
	if after.No == before.No {
		return data.Msg("segment-changed", before.No), nil
	}
	if after.NoSeries == before.NoSeries { // typed, not taken from another series
		if err := noseries.CheckManual(s.DB, s.Setup.SegmentNos); err != nil {
			return data.Message{}, err
		}
		after.NoSeries = ""
	}
	return data.Msg("segment-renamed", before.No, after.No), nil
}

// takeTemplate sets on a header what its template says (SG-18).
func takeTemplate(r data.Reader, h *data.SegmentHeader) error {
	if h.InteractionTemplateCode == "" {
		return nil
	}
	t, err := template(r, h.InteractionTemplateCode)
	if err != nil {
		return err
	}
	h.LanguageCode, h.InteractionGroupCode, h.Subject = t.LanguageCode, t.InteractionGroupCode, ""
	h.UnitCost, h.UnitDuration, h.InformationFlow, h.InitiatedBy = t.UnitCost, t.UnitDuration, t.InformationFlow, t.InitiatedBy
	h.CampaignTarget, h.CampaignResponse = t.CampaignTarget, t.CampaignResponse
	h.CorrespondenceType, h.IgnoreContactCorresType = t.CorrespondenceType, t.IgnoreContactCorresType
	if t.CampaignNo != "" {
		h.CampaignNo = t.CampaignNo
	}
	return nil
}

// newTemplateToLines gives a segment the languages of its new template, and the lines what follows from it (SG-17…18b).
func newTemplateToLines(tx *data.Tx, h *data.SegmentHeader, answer Answer) error {
	if err := data.CopyTemplateLanguages(tx, h.No, 0, h.InteractionTemplateCode); err != nil {
		return err
	}
	if answer != No {
		if err := data.TemplateToLines(tx, h.No); err != nil {
			return err
		}
	}
	return data.TakeOverTemplate(tx, h.No)
}

// languageMissing reports whether a header newly names a language that its segment does not have (SG-21).
func languageMissing(r data.Reader, before, after *data.SegmentHeader) (bool, error) {
	if after.LanguageCode == before.LanguageCode || after.LanguageCode == "" || after.InteractionTemplateCode != before.InteractionTemplateCode {
		return false, nil
	}
	there, err := data.SegmentLanguages.Exists(r, before.No, 0, after.LanguageCode)
	return !there, err
}

// saveLanguage makes the header's language where it is missing, takes its subject when the language was changed (SG-21), and brings
// a new subject to it and, after Yes, to the lines that had the old one (SG-22).
func saveLanguage(tx *data.Tx, before, after *data.SegmentHeader, missing bool, answer Answer) error {
	if missing {
		if err := data.SegmentLanguages.Insert(tx, &data.SegmentLanguage{SegmentNo: after.No, LanguageCode: after.LanguageCode}); err != nil {
			return err
		}
	}
	if after.LanguageCode == "" || after.LanguageCode == before.LanguageCode && after.Subject == before.Subject {
		return nil
	}
	there, err := data.SegmentLanguages.Exists(tx, after.No, 0, after.LanguageCode)
	if err != nil || !there {
		return err
	}
	row, err := data.SegmentLanguages.Get(tx, after.No, 0, after.LanguageCode)
	if err != nil {
		return err
	}
	if after.LanguageCode != before.LanguageCode && after.Subject == before.Subject {
		after.Subject = row.Subject
		return data.SegmentHeaders.Update(tx, after)
	}
	row.Subject = after.Subject
	if err := data.SegmentLanguages.Update(tx, &row); err != nil || answer == No {
		return err
	}
	return data.SubjectToLines(tx, after.No, before.Subject)
}
