package windows

import (
	"context"
	"strings"

	"campaigndesk/app"
	"campaigndesk/app/segment"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// SegmentCriteria lists what was done to a segment, with the filters of each action below it (UI-13). From here one goes back to
// any step.
func SegmentCriteria(s *app.Session, no data.SegmentNo) page.Page {
	type T = segment.Told
	rows := func() ([]T, error) {
		all, err := segment.CriteriaOf(s.DB, no)
		return segment.Tell(s, all), err
	}
	return &page.List[T]{
		Name: "segment-criteria", Session: s, Title: func() string { return string(no) },
		Rows: rows, Watches: []string{data.SegmentCriteriaLines.Name()},
		Fields: criteriaFields(s),
		Actions: []page.Action[T]{
			{Caption: "save-criteria", NoRow: true, Promoted: true, Primary: true, Do: func(w *page.Window, _ *T) error { return askSaveCriteria(s, w, no) }},
			{Caption: "go-back-before", Promoted: true, Key: "Ctrl+Shift+B", Do: func(w *page.Window, t *T) error {
				h, err := data.SegmentHeaders.Get(s.DB, no)
				if err != nil {
					return err
				}
				return goBack(s, w, no, h.CriteriaActions-t.Action+1)
			}},
		},
		Empty: "segment-criteria-empty",
	}
}

// criteriaFields show criteria in words, filters indented below their action (SG-52).
func criteriaFields(s *app.Session) page.Fields[segment.Told] {
	type T = segment.Told
	return page.Fields[T]{
		page.Calc("step", func(t *T) string {
			if t.Indented {
				return ""
			}
			return s.Locale.FormatInt(int64(t.Action))
		}).Width(6).Right(),
		page.Calc("action-table", func(t *T) string {
			if t.Indented {
				return strings.Repeat("\u00a0", 4) + s.Texts.Message(t.What)
			}
			return s.Texts.Message(t.What)
		}).Width(34).Toned(func(t *T) page.Tone {
			if t.Indented {
				return page.Muted
			}
			return page.Plain
		}),
		page.Calc("filter-and-options", func(t *T) string { return t.How }).Width(60),
	}
}

// SavedCriteria is the list of criteria that were saved to be used again (UI-14).
func SavedCriteria(s *app.Session) page.Page { return savedCriteria(s) }

func savedCriteria(s *app.Session) *page.List[data.SavedCriteria] {
	type C = data.SavedCriteria
	return &page.List[C]{
		Name: "saved-criteria", Session: s, Table: data.SavedCriteriaSets, Watches: []string{data.SavedCriteriaLines.Name()},
		Card:   func(c *C) page.Page { return SavedCriteriaCard(s, c.ID) },
		Delete: func(_ *page.Window, rows []C) error { return segment.DeleteSavedCriteria(s, rows) },
		Fields: page.Fields[C]{
			page.Code("code", func(c *C) *data.SavedCriteriaCode { return &c.Code }),
			page.Text("description", func(c *C) *string { return &c.Description }).Width(50),
			page.Text("user-id", func(c *C) *string { return &c.UserID }).Hidden(),
			page.Number("no-of-actions", func(c *C) *int { return &c.Actions }).Hidden(),
		},
		Empty: "saved-criteria-empty",
	}
}

// SavedCriteriaCard shows saved criteria; code and description can be changed (UI-15).
func SavedCriteriaCard(s *app.Session, id int64) page.Page {
	type C = data.SavedCriteria
	type T = segment.Told
	return &page.Card[C]{
		Name: "saved-criteria-card", Session: s, Table: data.SavedCriteriaSets, ID: id,
		Title:  func(c *C) string { return string(c.Code) + " " + c.Description },
		Save:   func(_ *page.Window, before, after *C) error { return segment.SaveSavedCriteria(s, before, after) },
		Delete: func(_ *page.Window, c *C) error { return segment.DeleteSavedCriteria(s, []C{*c}) },
		Tabs: []page.Tab[C]{{Caption: "general", Fields: page.Fields[C]{
			page.Code("code", func(c *C) *data.SavedCriteriaCode { return &c.Code }).Required(),
			page.Text("description", func(c *C) *string { return &c.Description }),
			page.Text("user-id", func(c *C) *string { return &c.UserID }).ReadOnly(),
			page.Number("no-of-actions", func(c *C) *int { return &c.Actions }).ReadOnly(),
		}}},
		Parts: []page.Part[C]{&page.ListPart[C, T]{
			Name: "criteria", Session: s, Watches: []string{data.SavedCriteriaLines.Name()},
			Rows: func(c *C) ([]T, error) {
				all, err := segment.SavedCriteriaOf(s.DB, c.Code)
				return segment.Tell(s, all), err
			},
			Fields: criteriaFields(s),
			Empty:  "segment-criteria-empty",
		}},
	}
}

// askSaveCriteria asks for the code under which the criteria of a segment are kept (UI-16).
func askSaveCriteria(s *app.Session, w *page.Window, no data.SegmentNo) error {
	h, err := data.SegmentHeaders.Get(s.DB, no)
	if err != nil {
		return err
	}
	if err := segment.CheckHasCriteria(&h); err != nil {
		return err
	}
	type C = data.SavedCriteria
	(&page.Dialog[C]{
		Title: data.Msg("save-criteria"), Record: &C{},
		Fields: page.Fields[C]{
			page.Code("code", func(c *C) *data.SavedCriteriaCode { return &c.Code }).Required(),
			page.Text("description", func(c *C) *string { return &c.Description }),
		},
		Do: func(w *page.Window, c *C) error {
			err := segment.SaveCriteria(s, no, c.Code, c.Description)
			if err == nil {
				w.Tell(data.Msg("criteria-saved", c.Code))
			}
			return err
		},
	}).Show(w)
	return nil
}

// reuseCriteria does to a segment what saved criteria say (SG-54).
func reuseCriteria(s *app.Session, w *page.Window, h *data.SegmentHeader) {
	no := h.No
	askReuse(w, h, func() {
		page.Pick(w, savedCriteria(s), func(rows []data.SavedCriteria) error {
			var done []segment.Preview
			var notices []data.Message
			w.Job(data.Msg("segment-working"), func(ctx context.Context, _ app.Progress) (err error) {
				done, notices, err = segment.Reuse(ctx, s, no, rows[0].Code)
				return err
			}, func() {
				w.Tell(data.Msg("criteria-reused", len(done), rows[0].Code))
				w.Noticed(notices, nil)
			})
			return nil
		})
	})
}

// reuseSegment brings the contacts of a logged segment into a segment (SG-55).
func reuseSegment(s *app.Session, w *page.Window, h *data.SegmentHeader) {
	no := h.No
	askReuse(w, h, func() {
		page.Pick(w, loggedSegments(s), func(rows []data.LoggedSegment) error {
			added := 0
			var notices []data.Message
			w.Job(data.Msg("segment-working"), func(ctx context.Context, _ app.Progress) (err error) {
				added, notices, err = segment.ReuseLogged(ctx, s, no, rows[0].ID)
				return err
			}, func() {
				w.Tell(data.Msg("contacts-added", added))
				w.Noticed(notices, nil)
			})
			return nil
		})
	})
}

// askReuse asks before criteria are added to those that a segment has, and goes on.
func askReuse(w *page.Window, h *data.SegmentHeader, then func()) {
	q := segment.AskReuse(h)
	if q == nil {
		then()
		return
	}
	w.Ask(*q, func(yes bool) {
		if yes {
			then()
		}
	})
}
