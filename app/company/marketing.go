package company

import (
	"strings"

	"campaigndesk/app/text"
	"campaigndesk/data"
)

// kinds are the interaction groups of a new company with their templates: those that the program logs by itself are named in the settings
// (IN-10), the others are what campaigns begin with. Costs are for the user to fill in.
var kinds = []struct {
	group     data.InteractionGroupCode
	templates []data.InteractionTemplate
}{
	{"LETTER", []data.InteractionTemplate{
		{Code: "LETTER", CorrespondenceType: data.HardCopy, InformationFlow: data.Outbound, InitiatedBy: data.ByUs},
		{Code: "COVERSH", CorrespondenceType: data.HardCopy, InformationFlow: data.Outbound, InitiatedBy: data.ByUs},
		{Code: "RESPONSE", InformationFlow: data.Inbound, InitiatedBy: data.ByThem, CampaignResponse: true}}},
	{"PHONE", []data.InteractionTemplate{
		{Code: "OUTGOING", InformationFlow: data.Outbound, InitiatedBy: data.ByUs, IgnoreContactCorresType: true},
		{Code: "INCOMING", InformationFlow: data.Inbound, InitiatedBy: data.ByThem, IgnoreContactCorresType: true}}},
	{"EMAIL", []data.InteractionTemplate{
		{Code: "EMAIL", CorrespondenceType: data.Email, InformationFlow: data.Outbound, InitiatedBy: data.ByUs, IgnoreContactCorresType: true}}},
	{"MEETING", []data.InteractionTemplate{
		{Code: "MEETING", InformationFlow: data.Outbound, InitiatedBy: data.ByUs, IgnoreContactCorresType: true}}},
}

// relations are the business relations of a new company; that of customers is there already.
var relations = []data.BusinessRelationCode{"PROS", "COMPETITOR"}

// salutations are the ways of addressing contacts in a new company, and the parts of the name in their formulas (CO-34).
var salutations = []struct {
	code             data.SalutationCode
	formal, informal data.NamePart
}{
	{"COMPANY", data.NoNamePart, data.NoNamePart},
	{"PERSON", data.SurnamePart, data.FirstNamePart},
}

// fillMarketing makes what contacts, segments and interactions start with, described in the company's language.
func fillMarketing(tx *data.Tx, setup *data.Setup, words *text.Catalogue) error {
	named := func(kind, code string) string { return words.T(kind + "-" + strings.ToLower(code)) }
	customers, err := data.BusinessRelations.Get(tx, setup.CustomerRelation)
	if err != nil {
		return err
	}
	customers.Description = named("relation", string(customers.Code))
	if err := data.BusinessRelations.Update(tx, &customers); err != nil {
		return err
	}
	for _, code := range relations {
		if err := data.BusinessRelations.Insert(tx, &data.BusinessRelation{Code: code, Description: named("relation", string(code))}); err != nil {
			return err
		}
	}
	for _, kind := range kinds {
		group := data.InteractionGroup{Code: kind.group, Description: named("group", string(kind.group))}
		if err := data.InteractionGroups.Insert(tx, &group); err != nil {
			return err
		}
		for _, t := range kind.templates {
			t.InteractionGroupCode, t.Description = kind.group, named("template", string(t.Code))
			if err := data.InteractionTemplates.Insert(tx, &t); err != nil {
				return err
			}
		}
	}
	for _, s := range salutations {
		if err := data.Salutations.Insert(tx, &data.Salutation{Code: s.code, Description: named("salutation", string(s.code))}); err != nil {
			return err
		}
		for _, formula := range []data.SalutationFormula{
			{Type: data.Formal, Salutation: named("salutation", "formal-"+string(s.code)), Name1: s.formal},
			{Type: data.Informal, Salutation: named("salutation", "informal-"+string(s.code)), Name1: s.informal},
		} {
			formula.SalutationCode = s.code
			if err := data.SalutationFormulas.Insert(tx, &formula); err != nil {
				return err
			}
		}
	}
	setup.CompanySalutation, setup.PersonSalutation = "COMPANY", "PERSON"
	setup.CoverSheetTemplate, setup.OutgoingCallTemplate, setup.EMailTemplate, setup.MeetingTemplate = "COVERSH", "OUTGOING", "EMAIL", "MEETING"
	return nil
}
