package demo

import (
	"errors"

	"campaigndesk/assets"
	"campaigndesk/data"
)

// codes are what contacts are classified by, before there are contacts.
func (s *story) codes() error {
	return errors.Join(
		load(s, "industry_group", data.IndustryGroups, data.IndustryGroup{}, asItIs),
		load(s, "mailing_group", data.MailingGroups, data.MailingGroup{}, asItIs),
		load(s, "job_responsibility", data.JobResponsibilities, data.JobResponsibility{}, asItIs),
		load(s, "organizational_level", data.OrganizationalLevels, data.OrganizationalLevel{}, asItIs),
		load(s, "territory", data.Territories, data.Territory{}, asItIs),
	)
}

// classification is what is known of the contacts.
func (s *story) classification() error {
	return errors.Join(
		load(s, "contact_industry_group", data.ContactIndustryGroups, data.ContactIndustryGroup{}, asItIs),
		load(s, "contact_mailing_group", data.ContactMailingGroups, data.ContactMailingGroup{}, asItIs),
		load(s, "contact_job_responsibility", data.ContactJobResponsibilities, data.ContactJobResponsibility{}, asItIs),
		load(s, "profile_questionnaire", data.Questionnaires, data.Questionnaire{Priority: data.NormalPriority}, asItIs),
		load(s, "profile_questionnaire_line", data.QuestionnaireLines, data.QuestionnaireLine{Priority: data.NormalPriority}, asItIs),
		load(s, "contact_profile_answer", data.ProfileAnswers, data.ProfileAnswer{AnswerPriority: data.NormalPriority, QuestionnairePriority: data.NormalPriority}, asItIs),
	)
}

// documents are the languages of the templates, with a letter to fill in, and what the templates cost.
func (s *story) documents() error {
	content, err := assets.FS.ReadFile("demo/letter." + s.language + ".txt")
	if err != nil {
		return err
	}
	letter, err := data.PutAttachment(s.tx, map[string]string{"en": "Letter.txt", "sv": "Brev.txt"}[s.language], content)
	if err != nil {
		return err
	}
	if err := load(s, "interaction_template_language", data.InteractionTemplateLanguages, data.InteractionTemplateLanguage{AttachmentNo: letter}, asItIs); err != nil {
		return err
	}
	for code, cost := range map[data.InteractionTemplateCode]int64{"LETTER": 18, "EMAIL": 2, "OUTGOING": 15, "MEETING": 400} {
		t, err := data.InteractionTemplates.Get(s.tx, code)
		if err != nil {
			return err
		}
		t.UnitCost = data.Int(cost)
		if code == "LETTER" || code == "EMAIL" {
			t.LanguageCode = "SV"
		}
		if err := data.InteractionTemplates.Update(s.tx, &t); err != nil {
			return err
		}
	}
	return nil
}

// logged completes an interaction with what logging it made: the company, the group of its template, the logged segment and the campaign entry.
func (s *story) logged(i *data.Interaction) error {
	contact, err := data.Contacts.Get(s.tx, i.ContactNo)
	if err != nil {
		return err
	}
	template, err := data.InteractionTemplates.Get(s.tx, i.InteractionTemplateCode)
	if err != nil {
		return err
	}
	i.ContactCompanyNo, i.UserID = contact.CompanyNo, string(i.SalespersonCode)
	i.InteractionGroupCode, i.InformationFlow, i.InitiatedBy = template.InteractionGroupCode, template.InformationFlow, template.InitiatedBy
	if i.Canceled {
		i.CanceledWith = data.CanceledByItself
	}
	if i.SegmentNo != "" {
		if i.LoggedSegmentNo, err = s.loggedSegment(i); err != nil {
			return err
		}
	}
	if err := data.EnterCampaign(s.tx, i, i.Description); err != nil || i.CampaignEntryNo == 0 {
		return err
	}
	entry, err := data.CampaignEntries.ByID(s.tx, i.CampaignEntryNo)
	if err != nil || entry.RegisterNo == i.LoggedSegmentNo {
		return err
	}
	entry.RegisterNo = i.LoggedSegmentNo
	return data.CampaignEntries.Update(s.tx, &entry)
}

// loggedSegment is the number of the logged segment that an interaction comes from, made with its first one.
func (s *story) loggedSegment(i *data.Interaction) (int64, error) {
	found, err := data.LoggedSegments.First(s.tx, data.View{Fixed: []data.Cond{data.Equal("segment_no", i.SegmentNo)}}, 1)
	if err != nil {
		return 0, err
	}
	if len(found) > 0 {
		return found[0].ID, nil
	}
	segment := data.LoggedSegment{SegmentNo: i.SegmentNo, Description: i.Description, CreationDate: i.Date, UserID: i.UserID}
	err = data.LoggedSegments.Insert(s.tx, &segment)
	return segment.ID, err
}
