package interaction

import (
	"errors"
	"strings"
	"unicode/utf8"

	"campaigndesk/app"
	"campaigndesk/app/campaign"
	"campaigndesk/data"
)

// Log stores a draft as an interaction that took place, in its campaign entry (IN-24…26, CE-1…4). A postponed one becomes that
// interaction (IN-42). The draft has its entry number afterwards.
func Log(s *app.Session, d *Draft) (notices []data.Message, err error) {
	if notices, err = check(s, d); err != nil {
		return nil, err
	}
	stored := *d
	stored.Postponed = false
	told, err := write(s, data.Msg("interaction-logged", d.who()), func(tx *data.Tx) ([]data.Message, error) { return store(tx, s, &stored) })
	if err != nil {
		return nil, err
	}
	*d = stored
	return append(notices, told...), nil
}

// Postpone keeps a draft to be finished later (IN-28, IN-41). It needs the same fields as logging.
func Postpone(s *app.Session, d *Draft) error {
	if _, err := check(s, d); err != nil {
		return err
	}
	stored := *d
	stored.Postponed = true
	_, err := write(s, data.Msg("interaction-postponed", d.who()), func(tx *data.Tx) ([]data.Message, error) { return store(tx, s, &stored) })
	if err == nil {
		*d = stored
	}
	return err
}

// Resume takes up a postponed interaction: on the work date and now, as if it had succeeded (IN-42).
func Resume(s *app.Session, id int64) (Draft, error) {
	i, err := data.Interactions.ByID(s.DB, id)
	if err != nil {
		return Draft{}, err
	}
	d, err := New(s, From{})
	if err != nil {
		return d, err
	}
	i.Date, i.Time, i.AttemptFailed = d.Date, d.Time, false
	d.Interaction = i
	d.Call = i.ContactVia != "" // only calls have a number
	lines, err := data.CommentLines.Select(s.DB, data.View{Fixed: []data.Cond{data.CommentsOn(data.CommentOnInteraction, data.EntryText(id))}})
	for n, line := range lines {
		if n > 0 {
			d.Note += " "
		}
		d.Note += line.Comment
	}
	return d, err
}

// who is the contact of a draft as a message names it.
func (d *Draft) who() string {
	if d.ContactName != "" {
		return d.ContactName
	}
	return string(d.ContactNo)
}

// check refuses a draft that cannot be logged (IN-25, IN-38), and says what is worth knowing about one that can (S:DV-1).
func check(s *app.Session, d *Draft) (notices []data.Message, err error) {
	for _, f := range []struct {
		column string
		blank  bool
	}{
		{"contact_no", d.ContactNo == ""}, {"interaction_template_code", d.InteractionTemplateCode == ""}, {"description", d.Description == ""},
		{"salesperson_code", d.SalespersonCode == ""}, {"date", d.Date == ""}, {"contact_via", d.Call && d.ContactVia == ""},
	} {
		if f.blank {
			return nil, data.Msg("must-not-be-blank").At(f.column)
		}
	}
	contact, err := contactToMeet(s.DB, d.ContactNo)
	if err != nil {
		return nil, err
	}
	t, err := template(s.DB, d.InteractionTemplateCode)
	if err != nil {
		return nil, err
	}
	if err := app.CheckSalesperson(s.DB, d.SalespersonCode); err != nil {
		return nil, err
	}
	if d.CampaignNo != "" {
		if _, err := data.Campaigns.Get(s.DB, d.CampaignNo); errors.Is(err, data.ErrNotFound) {
			return nil, data.Msg("campaign-missing", d.CampaignNo).At("campaign_no")
		} else if err != nil {
			return nil, err
		}
	}
	if d.Cost < 0 || d.Duration < 0 {
		column := "cost"
		if d.Cost >= 0 {
			column = "duration"
		}
		return nil, data.Msg("must-not-be-negative").At(column)
	}
	document := d.AttachmentNo != 0 || d.Document.Content != nil
	if t.WizardAction == data.WizardOpen && !document {
		return nil, withoutDocument(d)
	}
	if d.CorrespondenceType != data.Email {
		return nil, nil
	}
	if !document {
		notices = append(notices, data.Msg("e-mail-without-document"))
	}
	reached, err := hasEmail(s.DB, d, contact)
	if err == nil && !reached { // S:SG-65
		d.CorrespondenceType = data.NoCorrespondence
		notices = append(notices, data.Msg("e-mail-without-address", contact.Name))
	}
	return notices, err
}

// withoutDocument says that the template has no document in the draft's language.
func withoutDocument(d *Draft) data.Message {
	if d.LanguageCode == "" {
		return data.Msg("template-without-language", d.InteractionTemplateCode).At("interaction_template_code")
	}
	return data.Msg("template-without-document", d.InteractionTemplateCode, d.LanguageCode).At("language_code")
}

// hasEmail reports whether there is an address to write to: the alternative address's, else the contact's (IN-15).
func hasEmail(r data.Reader, d *Draft, contact data.Contact) (bool, error) {
	if contact.EMail != "" || d.AltAddressCode == "" {
		return contact.EMail != "", nil
	}
	alt, err := data.AltAddresses.Get(r, d.ContactNo, d.AltAddressCode)
	if errors.Is(err, data.ErrNotFound) {
		return false, nil
	}
	return alt.EMail != "", err
}

// store puts a draft into the company, new or in place of the postponed one.
func store(tx *data.Tx, s *app.Session, d *Draft) ([]data.Message, error) {
	d.UserID = app.User()
	if d.Subject == "" {
		d.Subject = d.Description
	}
	if d.Document.Content != nil {
		var err error
		if d.AttachmentNo, err = data.PutAttachment(tx, d.Document.Name, d.Document.Content); err != nil {
			return nil, err
		}
		d.Document = File{}
	}
	if d.CampaignNo == "" { // S:SG-30
		d.CampaignTarget, d.CampaignResponse = false, false
	}
	return campaign.KeepTargets(tx, func() ([]data.Reason, error) { return data.ReasonsOfInteractions(tx, d.ID) }, func() error {
		if err := enterCampaign(tx, &d.Interaction); err != nil {
			return err
		}
		if d.ID == 0 {
			if err := data.Interactions.Insert(tx, &d.Interaction); err != nil {
				return err
			}
		} else {
			if err := data.Interactions.Update(tx, &d.Interaction); err != nil {
				return err
			}
			if err := data.DeleteComments(tx, data.CommentOnInteraction, data.EntryText(d.ID)); err != nil {
				return err
			}
		}
		return addNote(tx, s, d.ID, d.Note)
	})
}

// enterCampaign finds or makes the campaign entry of an interaction. An entry for a segment has the segment's description, one
// for single interactions none: the word for them is shown (CE-6).
func enterCampaign(tx *data.Tx, i *data.Interaction) error {
	description := ""
	if i.SegmentNo != "" {
		header, err := data.SegmentHeaders.Get(tx, i.SegmentNo)
		if err != nil && !errors.Is(err, data.ErrNotFound) {
			return err
		}
		description = header.Description
	}
	return data.EnterCampaign(tx, i, description)
}

// commentLength is the most that one line of comments holds (CM-2).
const commentLength = 80

// addNote appends a note to an interaction's comments, in as many lines as it takes, the first one dated (CM-3, CM-7).
func addNote(tx *data.Tx, s *app.Session, interaction int64, note string) error {
	no := data.EntryText(interaction)
	dated, err := data.HasCommentOn(tx, data.CommentOnInteraction, no, s.WorkDate)
	if err != nil {
		return err
	}
	for _, text := range lines(note) {
		line := data.CommentLine{TableName: data.CommentOnInteraction, No: no, Comment: text}
		if !dated {
			line.Date, dated = s.WorkDate, true
		}
		if line.LineNo, err = nextLineNo(tx, no); err != nil {
			return err
		}
		if err := data.CommentLines.Insert(tx, &line); err != nil {
			return err
		}
	}
	return nil
}

func nextLineNo(tx *data.Tx, no string) (int, error) {
	last, err := data.CommentLines.First(tx, data.View{Fixed: []data.Cond{data.CommentsOn(data.CommentOnInteraction, no)}, Desc: true}, 1)
	if err != nil || len(last) == 0 {
		return 10000, err
	}
	return last[0].LineNo + 10000, nil
}

// lines breaks a text between words into lines that comments can hold; a word that is too long is cut.
func lines(text string) (all []string) {
	line := ""
	for _, word := range strings.Fields(text) {
		for utf8.RuneCountInString(word) > commentLength {
			if line != "" {
				all, line = append(all, line), ""
			}
			runes := []rune(word)
			all, word = append(all, string(runes[:commentLength])), string(runes[commentLength:])
		}
		switch {
		case line == "":
			line = word
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) <= commentLength:
			line += " " + word
		default:
			all, line = append(all, line), word
		}
	}
	if line != "" {
		all = append(all, line)
	}
	return all
}

// write carries out a command that gives notices; a command that failed gives none.
func write(s *app.Session, name data.Message, fn func(*data.Tx) ([]data.Message, error)) (notices []data.Message, err error) {
	err = s.Write(name, func(tx *data.Tx) (err error) {
		notices, err = fn(tx)
		return err
	})
	if err != nil {
		return nil, err
	}
	return notices, nil
}
