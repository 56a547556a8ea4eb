package segment

import (
	"context"

	"campaigndesk/app"
	"campaigndesk/data"
)

// Preview is what criteria would do to a segment.
type Preview struct {
	Action  data.SegmentAction
	Lines   int // that would come or go
	Blocked int // contacts that would come if they were not privacy-blocked (S:DV-17)
}

// Count says what criteria would do, before they are applied.
func Count(s *app.Session, no data.SegmentNo, c Criteria) (Preview, error) {
	return count(s, s.DB, no, c)
}

func count(s *app.Session, r data.Reader, no data.SegmentNo, c Criteria) (p Preview, err error) {
	p.Action = c.Action
	if c.Action != data.AddContactsAction {
		p.Lines, err = data.CountRemoved(r, no, c.removal(s, 0))
		return p, err
	}
	if p.Lines, err = data.CountContacts(r, no, c.choice(s, 0)); err != nil {
		return p, err
	}
	p.Blocked, err = data.CountBlockedContacts(r, no, c.choice(s, 0))
	return p, err
}

// Apply adds contacts to a segment, reduces or refines it (SG-32…46): lines come filled from the header, or go. The criteria are
// kept even if nothing comes or goes, and each line leaves its history. Target groups follow (CP-90, CP-94). It returns what
// was done. Cancelling ctx leaves nothing done.
func Apply(ctx context.Context, s *app.Session, no data.SegmentNo, c Criteria) (done Preview, notices []data.Message, err error) {
	if done, err = Count(s, no, c); err != nil {
		return done, nil, err
	}
	notices, err = write(ctx, s, data.Msg(appliedAs(c.Action), done.Lines, no), func(tx *data.Tx) ([]data.Message, error) {
		return keepTargets(tx, no, func() (err error) {
			done, err = apply(tx, s, no, c)
			return err
		})
	})
	return done, notices, err
}

func appliedAs(action data.SegmentAction) string {
	return []string{"", "segment-contacts-added", "segment-contacts-reduced", "segment-contacts-refined"}[action]
}

// apply records criteria and carries them out.
func apply(tx *data.Tx, s *app.Session, no data.SegmentNo, c Criteria) (done Preview, err error) {
	action, err := record(tx, no, c)
	if err != nil {
		return done, err
	}
	done.Action = c.Action
	if c.Action != data.AddContactsAction {
		done.Lines, err = data.RemoveContacts(tx, no, c.removal(s, action))
		return done, err
	}
	if done.Blocked, err = data.CountBlockedContacts(tx, no, c.choice(s, 0)); err != nil {
		return done, err
	}
	done.Lines, err = data.AddContacts(tx, no, c.choice(s, action))
	return done, err
}

// AskForget asks, after the last line of a segment was deleted and more than one action is kept, whether criteria and history are to
// be forgotten (SG-56). A nil question asks nothing.
func AskForget(s *app.Session, no data.SegmentNo) (*app.Question, error) {
	h, err := find(s.DB, no)
	if err != nil || h.Lines > 0 || h.CriteriaActions < 2 {
		return nil, err
	}
	return &app.Question{Text: data.Msg("segment-forget-criteria", no, h.CriteriaActions), Yes: true}, nil
}

// Forget deletes the criteria and the history of a segment, so that Go Back and Save Criteria start over (SG-56).
func Forget(s *app.Session, no data.SegmentNo) error {
	return s.Write(data.Msg("segment-criteria-forgotten", no), func(tx *data.Tx) error { return data.ClearHistory(tx, no) })
}

// AskGoBack asks before the last action of a segment, or all from a step on, is taken back (SG-50); it is refused when there is
// nothing to go back to.
func AskGoBack(s *app.Session, no data.SegmentNo, steps int) (*app.Question, error) {
	h, err := find(s.DB, no)
	if err != nil {
		return nil, err
	}
	if err := checkSteps(&h, steps); err != nil {
		return nil, err
	}
	return &app.Question{Text: data.Msg("segment-ask-go-back", steps, no)}, nil
}

func checkSteps(h *data.SegmentHeader, steps int) error {
	switch {
	case h.CriteriaActions == 0:
		return data.Msg("segment-nothing-to-go-back", h.No)
	case steps < 1 || steps > h.CriteriaActions:
		return data.Msg("segment-too-far-back", h.No, h.CriteriaActions)
	}
	return nil
}

// GoBack takes back the last actions of a segment: lines that they added go, lines that they removed come back as they were, with
// their numbers (SG-50, SG-51, S:DV-15). Header values stay.
func GoBack(s *app.Session, no data.SegmentNo, steps int) ([]data.Message, error) {
	h, err := find(s.DB, no)
	if err != nil {
		return nil, err
	}
	if err := checkSteps(&h, steps); err != nil {
		return nil, err
	}
	return write(context.Background(), s, data.Msg("segment-gone-back", steps, no), func(tx *data.Tx) ([]data.Message, error) {
		return keepTargets(tx, no, func() error {
			for range steps {
				if err := data.GoBack(tx, no); err != nil {
					return err
				}
			}
			return data.FillLineLanguages(tx, no)
		})
	})
}
