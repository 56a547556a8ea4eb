// Package interaction keeps the rules of interactions (IN, CE): what a contact with a contact starts with, what is checked before it
// is logged, the campaign entries that gather it, what is canceled and deleted, and the templates and documents it is made
// from. Every command keeps the target groups of activated campaigns in step (S:OQ-7, S:DV-4) and returns the notices to show.
package interaction

import (
	"errors"
	"time"

	"campaigndesk/app"
	"campaigndesk/data"
)

// From says where an interaction is started from. What is filled in cannot be changed (IN-19).
type From struct {
	ContactNo       data.ContactNo
	SalespersonCode data.SalespersonCode
	CampaignNo      data.CampaignNo
	TaskNo          data.TaskNo
	OpportunityNo   data.OpportunityNo
}

// Draft is an interaction that is being entered and is not logged yet.
type Draft struct {
	data.Interaction
	From     From
	Call     bool   // a phone call, which needs a number (IN-38)
	Note     string // comments, kept with the entry (IN-27)
	Document File   // imported for this interaction; without content: that of the template
}

// New begins an interaction (IN-20).
func New(s *app.Session, from From) (Draft, error) {
	d := Draft{From: from}
	d.Date, d.Time = s.WorkDate, clock(s.Now().Add(time.Minute-time.Nanosecond))
	return d, begin(s, &d)
}

// begin fills in where the draft is started from, and whose it is.
func begin(s *app.Session, d *Draft) error {
	d.SalespersonCode = d.From.SalespersonCode
	if d.SalespersonCode == "" && app.CheckSalesperson(s.DB, s.Setup.SalespersonCode) == nil {
		d.SalespersonCode = s.Setup.SalespersonCode
	}
	d.CampaignNo, d.TaskNo, d.OpportunityNo = d.From.CampaignNo, d.From.TaskNo, d.From.OpportunityNo
	d.ContactNo = d.From.ContactNo
	if d.ContactNo == "" {
		return nil
	}
	return SetContact(s.DB, d)
}

// clock is the time of day as it is stored.
func clock(t time.Time) string { return t.Format("15:04") }

// SetContact completes a draft whose contact was entered: its company, its salesperson if the draft has none, its active
// alternative address and its language. It refuses contacts that are not there or privacy-blocked (IN-19), at column contact_no.
func SetContact(r data.Reader, d *Draft) error {
	d.ContactCompanyNo, d.ContactName, d.CompanyName, d.AltAddressCode = "", "", "", ""
	if d.ContactNo == "" {
		return nil
	}
	contact, err := contactToMeet(r, d.ContactNo)
	if err != nil {
		return err
	}
	d.ContactCompanyNo, d.ContactName, d.CompanyName = contact.CompanyNo, contact.Name, contact.CompanyName
	if d.SalespersonCode == "" && app.CheckSalesperson(r, contact.SalespersonCode) == nil {
		d.SalespersonCode = contact.SalespersonCode
	}
	if d.AltAddressCode, err = data.ActiveAltAddress(r, contact.No, d.Date); err != nil {
		return err
	}
	return setLanguage(r, d, contact)
}

// contactToMeet is a contact that may be met, called and written to.
func contactToMeet(r data.Reader, no data.ContactNo) (data.Contact, error) {
	contact, err := data.Contacts.Get(r, no)
	switch {
	case errors.Is(err, data.ErrNotFound):
		return contact, data.Msg("contact-missing", no).At("contact_no")
	case err == nil && contact.PrivacyBlocked:
		return contact, data.Msg("contact-privacy-blocked", no, contact.Name).At("contact_no")
	}
	return contact, err
}

// SetTemplate completes a draft whose template was entered in place of another (IN-22): what the template says replaces what was
// there, but for a description that was typed and a campaign that is fixed.
func SetTemplate(r data.Reader, d *Draft, before data.InteractionTemplateCode) error {
	d.InteractionGroupCode = ""
	if d.InteractionTemplateCode == "" {
		return nil
	}
	t, err := template(r, d.InteractionTemplateCode)
	if err != nil {
		return err
	}
	d.InteractionGroupCode, d.Cost, d.Duration = t.InteractionGroupCode, t.UnitCost, t.UnitDuration
	d.InformationFlow, d.InitiatedBy, d.CorrespondenceType = t.InformationFlow, t.InitiatedBy, t.CorrespondenceType
	d.CampaignTarget, d.CampaignResponse = t.CampaignTarget, t.CampaignResponse
	if d.Description == "" || before != "" {
		d.Description = t.Description
	}
	if d.From.CampaignNo == "" && t.CampaignNo != "" {
		d.CampaignNo = t.CampaignNo
	}
	d.Document = File{}
	contact := data.Contact{}
	if d.ContactNo != "" {
		if contact, err = data.Contacts.Get(r, d.ContactNo); err != nil && !errors.Is(err, data.ErrNotFound) {
			return err
		}
	}
	return setLanguage(r, d, contact)
}

// template reads a template that was entered, at column interaction_template_code.
func template(r data.Reader, code data.InteractionTemplateCode) (data.InteractionTemplate, error) {
	t, err := data.InteractionTemplates.Get(r, code)
	if errors.Is(err, data.ErrNotFound) {
		err = data.Msg("interaction-template-missing", code).At("interaction_template_code")
	}
	return t, err
}

// setLanguage chooses the language of the template's document: the contact's if the template has it, else the template's own
// (IN-18).
func setLanguage(r data.Reader, d *Draft, contact data.Contact) error {
	d.LanguageCode, d.AttachmentNo = "", 0
	if d.InteractionTemplateCode == "" {
		return nil
	}
	t, err := template(r, d.InteractionTemplateCode)
	if err != nil {
		return err
	}
	for _, language := range []string{contact.LanguageCode, t.LanguageCode} {
		row, err := data.InteractionTemplateLanguages.Get(r, t.Code, language)
		if err == nil {
			d.LanguageCode, d.AttachmentNo = row.LanguageCode, row.AttachmentNo
			return nil
		}
		if !errors.Is(err, data.ErrNotFound) {
			return err
		}
	}
	d.LanguageCode = t.LanguageCode
	return nil
}

// SetLanguage takes the document of a language that was entered. It refuses a language that the template does not have, when it has
// any, at column language_code.
func SetLanguage(r data.Reader, d *Draft) error {
	d.AttachmentNo = 0
	row, err := data.InteractionTemplateLanguages.Get(r, d.InteractionTemplateCode, d.LanguageCode)
	if err == nil {
		d.AttachmentNo = row.AttachmentNo
		return nil
	}
	if !errors.Is(err, data.ErrNotFound) {
		return err
	}
	n, err := data.InteractionTemplateLanguages.Count(r, data.View{Fixed: []data.Cond{data.Equal("template_code", d.InteractionTemplateCode)}})
	if err == nil && n > 0 && d.LanguageCode != "" {
		err = data.Msg("template-lacks-language", d.InteractionTemplateCode, d.LanguageCode).At("language_code")
	}
	return err
}
