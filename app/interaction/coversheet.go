package interaction

import (
	"context"
	"errors"

	"campaigndesk/app"
	"campaigndesk/data"
)

// CheckCoverSheets refuses to log cover sheets while no template is set up for them, or while the template has languages (IN-11, IN-12).
func CheckCoverSheets(s *app.Session) error {
	code := s.Setup.CoverSheetTemplate
	if code == "" {
		return data.Msg("cover-sheets-without-template")
	}
	n, err := data.InteractionTemplateLanguages.Count(s.DB, data.View{Fixed: []data.Cond{data.Equal("template_code", code)}})
	if err == nil && n > 0 {
		err = data.Msg("cover-sheet-template-has-languages", code)
	}
	return err
}

// LogCoverSheets logs that each of the contacts was sent a cover sheet today, by the template for them (RP-10), in one command. With a
// campaign they belong to its campaign entry for cover sheets. Contacts that are gone or privacy-blocked are passed over; it
// returns how many were logged.
func LogCoverSheets(ctx context.Context, s *app.Session, contacts []data.ContactNo, campaign data.CampaignNo, progress app.Progress) (logged int, notices []data.Message, err error) {
	if err := CheckCoverSheets(s); err != nil {
		return 0, nil, err
	}
	notices, err = write(s, data.Msg("cover-sheets-logged", len(contacts)), func(tx *data.Tx) (all []data.Message, err error) {
		for i, no := range contacts {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			d, err := coverSheet(tx, s, no, campaign)
			var refused data.Message
			if errors.As(err, &refused) {
				continue
			}
			if err != nil {
				return nil, err
			}
			told, err := store(tx, s, &d)
			if err != nil {
				return nil, err
			}
			all = append(all, told...)
			logged++
			progress(i+1, len(contacts))
		}
		return all, nil
	})
	if err != nil {
		return 0, nil, err
	}
	return logged, notices, nil
}

// coverSheet is the interaction of one cover sheet: of the contact's own salesperson if it has one.
func coverSheet(tx *data.Tx, s *app.Session, no data.ContactNo, campaign data.CampaignNo) (Draft, error) {
	d := Draft{From: From{ContactNo: no, CampaignNo: campaign}}
	d.DocumentType, d.ContactNo, d.CampaignNo = data.CoverSheetDocument, no, campaign
	d.Date, d.Time = s.Today(), clock(s.Now())
	if err := SetContact(tx, &d); err != nil {
		return d, err
	}
	if d.SalespersonCode == "" {
		d.SalespersonCode = s.Setup.SalespersonCode
	}
	d.InteractionTemplateCode = s.Setup.CoverSheetTemplate
	return d, SetTemplate(tx, &d, "")
}
