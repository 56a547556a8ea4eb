// Package app is what the rules of campaign work and the windows share about the work in hand: the open company, the work
// date, the language, and the runner of long jobs. The rules themselves are in the packages below, one per subject.
package app

import (
	"context"
	"slices"
	"time"

	"campaigndesk/app/dateformula"
	"campaigndesk/app/locale"
	"campaigndesk/app/text"
	"campaigndesk/data"
	"campaigndesk/data/filter"
)

// Session is one person at work in one company.
type Session struct {
	DB *data.DB

	Texts  *text.Catalogue // the program's words in the chosen language
	Locale locale.Locale   // how dates and numbers are written
	Setup  data.Setup      // the company's settings, read anew when they change

	// WorkDate is the day the user has chosen to work in; today unless changed.
	WorkDate data.Date
	// Now is the machine's clock.
	Now func() time.Time

	// Run carries out a long job beside the windows, with progress and Cancel, and then calls done on the windows' goroutine.
	// In tests and before the first window it runs the job at once. A job that returns an error has written nothing.
	Run func(title data.Message, job func(ctx context.Context, progress Progress) error, done func(error))

	listeners []*listener
}

// Progress tells how far a job has come: done of total steps, total 0 when unknown.
type Progress func(done, total int)

type listener struct {
	tables []string
	fn     func()
}

// Start begins work in an open company with today as the work date.
func Start(db *data.DB) (*Session, error) {
	s := &Session{DB: db, Now: time.Now}
	s.Run = func(_ data.Message, job func(context.Context, Progress) error, done func(error)) {
		done(job(context.Background(), func(int, int) {}))
	}
	s.WorkDate = s.Today()
	if err := s.readSetup(); err != nil {
		return nil, err
	}
	s.On([]string{data.Setups.Name()}, func() { s.readSetup() })
	db.Changed = s.changed
	return s, nil
}

// readSetup takes over the settings, the language and the region among them.
func (s *Session) readSetup() error {
	setup, err := data.GetSetup(s.DB)
	if err != nil {
		return err
	}
	s.Setup = setup
	s.Locale, _ = locale.Find(setup.Region)
	s.Texts = text.For(setup.Language, s.Locale)
	return nil
}

// Today is the machine's calendar day.
func (s *Session) Today() data.Date { return data.DateOf(s.Now()) }

// DateContext is what dates typed by the user are read in.
func (s *Session) DateContext() dateformula.Context {
	l := s.Locale
	l.Language = s.Texts.Language()
	return dateformula.Context{Locale: l, WorkDate: s.WorkDate, Today: s.Today()}
}

// FilterEnv is what filter expressions typed by the user are read in.
func (s *Session) FilterEnv() filter.Env {
	return filter.Env{
		Date: func(text string) (string, string, error) {
			from, to, err := dateformula.ParseFilterDate(text, s.DateContext())
			return string(from), string(to), err
		},
		Amount: func(text string) (int64, error) {
			a, err := s.Locale.ParseAmount(text)
			return int64(a), err
		},
		Me:  string(s.Setup.SalespersonCode),
		Yes: []string{s.Locale.FormatBool(true), "yes", "ja"},
		No:  []string{s.Locale.FormatBool(false), "no", "nej"},
	}
}

// Write carries out a command of the user; see [data.DB.Write].
func (s *Session) Write(name data.Message, fn func(*data.Tx) error) error {
	return s.DB.Write(context.Background(), name, fn)
}

// On calls fn after every command that changed one of the tables, until stop is called.
func (s *Session) On(tables []string, fn func()) (stop func()) {
	l := &listener{tables, fn}
	s.listeners = append(s.listeners, l)
	return func() {
		s.listeners = slices.DeleteFunc(s.listeners, func(other *listener) bool { return other == l })
	}
}

// changed passes the data's one notice on to the windows that show the tables.
func (s *Session) changed(tables []string) {
	for _, l := range slices.Clone(s.listeners) {
		if slices.ContainsFunc(l.tables, func(t string) bool { return slices.Contains(tables, t) }) {
			l.fn()
		}
	}
}
