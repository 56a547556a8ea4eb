package windows

import (
	"context"
	"errors"
	"fmt"
	"time"

	"campaigndesk/app"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// journalShown is how many commands the journal shows, the newest ones.
const journalShown = 1000

// Journal is the list of everything that was done, the newest first; each command can be undone on its own.
func Journal(s *app.Session) page.Page {
	type E = data.JournalEntry
	return &page.List[E]{
		Name: "journal", Session: s,
		Rows:    func() ([]E, error) { return data.Journal(s.DB, journalShown) },
		Watches: data.TableNames(),
		Fields: page.Fields[E]{
			page.Calc("done-at", func(e *E) string { return moment(s, e.At) }).Width(22),
			page.Calc("command", func(e *E) string { return s.Texts.Message(e.Name) }).Width(70),
			page.CalcNumber("records-touched", func(e *E) int { return e.Rows }).Width(10),
			page.Calc("state", func(e *E) string { return s.Texts.T(journalStates[e.State].caption) }).Width(12).
				Chip(func(e *E) page.Tone { return journalStates[e.State].tone }),
		},
		Actions: []page.Action[E]{
			{Caption: "undo-this", Promoted: true, Primary: true, Key: "Ctrl+F9", Enabled: func(e *E) bool { return e.State == data.Applied },
				Do: func(w *page.Window, e *E) error {
					name, err := s.DB.UndoEntry(context.Background(), e.ID)
					if err == nil {
						w.Tell(data.Msg("undone", name))
					}
					return err
				}},
			{Caption: "redo-last-undone", Promoted: true, NoRow: true, Do: func(w *page.Window, _ *E) error {
				name, err := s.DB.Redo(context.Background())
				switch {
				case errors.Is(err, data.ErrNotFound):
					w.Tell(data.Msg("nothing-to-redo"))
					return nil
				case err == nil:
					w.Tell(data.Msg("redone", name))
				}
				return err
			}},
		},
		Empty: "journal-empty",
	}
}

// journalStates are the states of a command in a word.
var journalStates = map[data.JournalState]struct {
	caption string
	tone    page.Tone
}{
	data.Applied:   {"state-done", page.Good},
	data.Undone:    {"state-undone", page.Warning},
	data.Abandoned: {"state-undone-for-good", page.Muted},
}

// moment writes a point in time with its weekday, as the clock of this machine shows it.
func moment(s *app.Session, at time.Time) string {
	at = at.Local()
	weekday := s.Texts.T(fmt.Sprintf("weekday-short-%d", (int(at.Weekday())+6)%7+1))
	return weekday + " " + s.Locale.FormatDate(data.DateOf(at)) + " " + at.Format("15:04")
}
