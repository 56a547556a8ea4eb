package contact

import (
	"context"

	"campaigndesk/app"
	"campaigndesk/data"
)

// shownDuplicates is how many companies are offered as being the same as another.
const shownDuplicates = 20

// Like finds the companies that are like a company, stored or just being typed, the most alike first (CO-49d). While the strings
// are not maintained there are none.
func Like(s *app.Session, c data.Contact) ([]data.Contact, error) {
	if c.Type != data.Company || !s.Setup.MaintainSearchStrings {
		return nil, nil
	}
	return data.LikeContact(s.DB, c, shownDuplicates)
}

// AskDuplicates asks whether to see the companies that are like a company that was made or changed in what is compared
// (CO-49e); nil when there are none or Setup does not want to know.
func AskDuplicates(s *app.Session, before, after *data.Contact) (*app.Question, error) {
	same := before.ID != 0 && before.Name == after.Name && before.Name2 == after.Name2 && addressOf(*before) == addressOf(*after) &&
		before.VATRegistrationNo == after.VATRegistrationNo && before.PhoneNo == after.PhoneNo
	if same || !s.Setup.AutosearchDuplicates {
		return nil, nil
	}
	found, err := Like(s, *after)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return &app.Question{Text: data.Msg("duplicates-question", len(found), found[0].No, found[0].Name), Yes: true}, nil
}

// FindDuplicates looks for all pairs of companies that may be the same and lists the new ones (CO-49d, CO-49f). It returns how
// many are new.
func FindDuplicates(s *app.Session) (found int, err error) {
	if !s.Setup.MaintainSearchStrings {
		return 0, data.Msg("search-strings-not-maintained")
	}
	return found, s.Write(data.Msg("duplicates-searched"), func(tx *data.Tx) (err error) {
		found, err = data.FindDuplicates(tx)
		return err
	})
}

// SaveDuplicate stores whether a pair is two separate contacts, which is then not reported again (CO-49f).
func SaveDuplicate(s *app.Session, pair *data.ContactDuplicate) error {
	return s.Write(data.Msg("duplicate-marked", pair.ContactNo, pair.DuplicateNo), func(tx *data.Tx) error { return data.ContactDuplicates.Update(tx, pair) })
}

// RebuildSearchStrings makes the strings anew by which companies are compared (CO-49g). There is nothing to undo.
func RebuildSearchStrings(s *app.Session) error {
	return s.DB.Remember(context.Background(), data.RebuildSearchStrings)
}

// SettleDuplicateSetup lets the two switches of the duplicate search agree: searching at once needs the strings, and without
// strings there is no searching (CO-49g).
func SettleDuplicateSetup(before, after *data.Setup) {
	switch {
	case after.AutosearchDuplicates && !before.AutosearchDuplicates:
		after.MaintainSearchStrings = true
	case after.MaintainSearchStrings != before.MaintainSearchStrings:
		after.AutosearchDuplicates = after.MaintainSearchStrings
	}
}

// AddSearchField, SaveSearchField and DeleteSearchFields change what companies are compared by (CO-49b); the strings are made
// anew.
func AddSearchField(s *app.Session, f *data.DuplicateSearchField) error {
	return writeSearchFields(s, func(tx *data.Tx) error { return data.DuplicateSearchFields.Insert(tx, f) })
}

// SaveSearchField stores a changed field; see [AddSearchField].
func SaveSearchField(s *app.Session, f *data.DuplicateSearchField) error {
	return writeSearchFields(s, func(tx *data.Tx) error { return data.DuplicateSearchFields.Update(tx, f) })
}

// DeleteSearchFields removes fields; see [AddSearchField].
func DeleteSearchFields(s *app.Session, fields []data.DuplicateSearchField) error {
	return writeSearchFields(s, func(tx *data.Tx) error {
		for _, f := range fields {
			if err := data.DuplicateSearchFields.Delete(tx, f.ID); err != nil {
				return err
			}
		}
		return nil
	})
}

func writeSearchFields(s *app.Session, change func(tx *data.Tx) error) error {
	err := s.Write(data.Msg("search-fields-changed"), change)
	if err != nil || !s.Setup.MaintainSearchStrings {
		return err
	}
	return RebuildSearchStrings(s)
}
