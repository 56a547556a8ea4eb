package segment

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"campaigndesk/app"
	"campaigndesk/data"
)

// CheckHasCriteria refuses to save the criteria of a segment that has none (SG-53).
func CheckHasCriteria(h *data.SegmentHeader) error {
	if h.CriteriaActions == 0 {
		return data.Msg("segment-no-criteria", h.No)
	}
	return nil
}

// SaveCriteria keeps the criteria of a segment under a new code, to be used again (SG-53).
func SaveCriteria(s *app.Session, no data.SegmentNo, code data.SavedCriteriaCode, description string) error {
	h, err := find(s.DB, no)
	if err != nil {
		return err
	}
	if err := CheckHasCriteria(&h); err != nil {
		return err
	}
	if strings.TrimSpace(string(code)) == "" {
		return data.Msg("saved-criteria-code-missing").At("code")
	}
	lines, err := data.SegmentCriteriaLines.Select(s.DB, data.View{Fixed: []data.Cond{data.Equal("segment_no", no)}})
	if err != nil {
		return err
	}
	return s.Write(data.Msg("saved-criteria-saved", no, code), func(tx *data.Tx) error {
		set := data.SavedCriteria{Code: code, Description: description, UserID: app.User()}
		if err := data.SavedCriteriaSets.Insert(tx, &set); err != nil {
			return err
		}
		saved := make([]data.SavedCriteriaLine, len(lines))
		for i, l := range lines {
			saved[i] = data.SavedCriteriaLine{CriteriaCode: set.Code, LineNo: i + 1, Type: l.Type, Action: l.Action, AllowExisting: l.AllowExisting,
				ExpandCompanies: l.ExpandCompanies, AllowRelatedCompanies: l.AllowRelatedCompanies, IgnoreExclusion: l.IgnoreExclusion,
				EntireCompanies: l.EntireCompanies, Section: l.Section, Filters: l.Filters}
		}
		return data.SavedCriteriaLines.InsertAll(tx, saved)
	})
}

// SavedCriteriaOf reads saved criteria, in order.
func SavedCriteriaOf(r data.Reader, code data.SavedCriteriaCode) ([]Criteria, error) {
	saved, err := data.SavedCriteriaLines.Select(r, data.View{Fixed: []data.Cond{data.Equal("criteria_code", code)}})
	if err != nil {
		return nil, err
	}
	lines := make([]data.SegmentCriteriaLine, len(saved))
	for i, l := range saved {
		lines[i] = data.SegmentCriteriaLine{LineNo: l.LineNo, Type: l.Type, Action: l.Action, AllowExisting: l.AllowExisting, ExpandCompanies: l.ExpandCompanies,
			AllowRelatedCompanies: l.AllowRelatedCompanies, IgnoreExclusion: l.IgnoreExclusion, EntireCompanies: l.EntireCompanies, Section: l.Section, Filters: l.Filters}
	}
	return criteriaOf(lines)
}

// SaveSavedCriteria stores another code or description of saved criteria.
func SaveSavedCriteria(s *app.Session, before, after *data.SavedCriteria) error {
	if *before == *after {
		return nil
	}
	return s.Write(data.Msg("saved-criteria-changed", before.Code), func(tx *data.Tx) error { return data.SavedCriteriaSets.Update(tx, after) })
}

// DeleteSavedCriteria deletes saved criteria; segments that used them keep their own.
func DeleteSavedCriteria(s *app.Session, sets []data.SavedCriteria) error {
	return s.Write(data.Msg("saved-criteria-deleted", len(sets)), func(tx *data.Tx) error {
		for _, set := range sets {
			if err := data.DeleteOwned(tx, data.SavedCriteriaLines.Name(), data.Equal("criteria_code", set.Code)); err != nil {
				return err
			}
			if err := data.SavedCriteriaSets.Delete(tx, set.ID); err != nil {
				return err
			}
		}
		return nil
	})
}

// AskReuse asks, when a segment has criteria already, whether others are to be added to them (SG-54, SG-55). A nil question asks
// nothing.
func AskReuse(h *data.SegmentHeader) *app.Question {
	if h.CriteriaActions == 0 {
		return nil
	}
	return &app.Question{Text: data.Msg("segment-ask-reuse", h.No, h.CriteriaActions)}
}

// Reuse does to a segment again what saved criteria say, action by action, with their filters and options (SG-54, S:DV-5). It
// returns what each did.
func Reuse(ctx context.Context, s *app.Session, no data.SegmentNo, code data.SavedCriteriaCode) (done []Preview, notices []data.Message, err error) {
	if _, err := data.SavedCriteriaSets.Get(s.DB, code); errors.Is(err, data.ErrNotFound) {
		return nil, nil, data.Msg("saved-criteria-missing", code)
	}
	all, err := SavedCriteriaOf(s.DB, code)
	if err != nil {
		return nil, nil, err
	}
	notices, err = write(ctx, s, data.Msg("segment-criteria-reused", code, no), func(tx *data.Tx) ([]data.Message, error) {
		return keepTargets(tx, no, func() error {
			for i, c := range all {
				one, err := apply(tx, s, no, c)
				var fault data.Message
				if errors.As(err, &fault) {
					return data.Msg("saved-criteria-unreadable", code, i+1, fault)
				}
				if err != nil {
					return err
				}
				done = append(done, one)
			}
			return nil
		})
	})
	return done, notices, err
}

// ReuseLogged appends a line for each interaction of a logged segment, with the interaction's campaign; canceled ones and
// contacts that come repeatedly are included (SG-55). It returns how many.
func ReuseLogged(ctx context.Context, s *app.Session, no data.SegmentNo, logged int64) (added int, notices []data.Message, err error) {
	l, err := data.LoggedSegments.ByID(s.DB, logged)
	if errors.Is(err, data.ErrNotFound) {
		return 0, nil, data.Msg("logged-segment-missing", logged)
	}
	if err != nil {
		return 0, nil, err
	}
	notices, err = write(ctx, s, data.Msg("segment-logged-reused", l.SegmentNo, no), func(tx *data.Tx) ([]data.Message, error) {
		return keepTargets(tx, no, func() (err error) {
			added, err = addLogged(tx, no, logged)
			return err
		})
	})
	return added, notices, err
}

// addLogged records the one action that reusing a logged segment is, and carries it out.
func addLogged(tx *data.Tx, no data.SegmentNo, logged int64) (int, error) {
	action, err := record(tx, no, Criteria{Action: data.AddContactsAction, AllowExisting: true,
		Filters: Filters{data.InteractionSection: {"logged_segment_no": strconv.FormatInt(logged, 10)}}})
	if err != nil {
		return 0, err
	}
	return data.AddLoggedContacts(tx, no, action, logged)
}
