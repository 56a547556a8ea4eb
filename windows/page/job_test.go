package page_test

import (
	"context"
	"errors"
	"testing"

	"fyne.io/fyne/v2/test"

	"campaigndesk/app"
	"campaigndesk/data"
	"campaigndesk/windows/page"
	"campaigndesk/windows/pagetest"
)

// job starts a long job in the main window of a desk whose jobs run beside it, and returns when it runs.
func job(t *testing.T, end func(ctx context.Context) error) (w *page.Window, wait func()) {
	t.Helper()
	s := pagetest.Session(t, "en")
	d := page.NewDesk(test.NewTempApp(t), s, register(), home)
	w = d.Start()
	begun, ended := make(chan bool), make(chan bool)
	run := s.Run
	s.Run = func(title data.Message, job func(context.Context, app.Progress) error, done func(error)) {
		run(title, job, func(err error) {
			done(err)
			close(ended)
		})
	}
	w.Job(data.Msg("export-running", "a.csv"), func(ctx context.Context, progress app.Progress) error {
		progress(1, 4)
		close(begun)
		return end(ctx)
	}, func() { w.Tell(data.Msg("exported", 4, "a.csv")) })
	<-begun
	return w, func() { <-ended }
}

func TestAJobRunsBesideTheWindowUntilItIsCancelled(t *testing.T) {
	w, wait := job(t, func(ctx context.Context) error {
		<-ctx.Done()
		return ctx.Err()
	})
	overlays := w.Fyne().Canvas().Overlays()
	if overlays.Top() == nil {
		t.Fatal("no dialog shows that something is going on")
	}
	pagetest.On(t, w).Press("Esc")
	wait()
	if overlays.Top() != nil || w.Message() != "Cancelled. Nothing has been changed." {
		t.Errorf("the message is %q", w.Message())
	}
}

func TestAJobThatEnds(t *testing.T) {
	for _, c := range []struct {
		name string
		end  error
		want string
	}{
		{"well", nil, "4 rows written to a.csv"},
		{"in a refusal", data.Msg("record-gone"), "This record no longer exists."},
		{"in a fault", errors.New("disk on fire"), "Something went wrong that should not have. Technical detail: disk on fire"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, wait := job(t, func(context.Context) error { return c.end })
			wait()
			if w.Message() != c.want || w.Fyne().Canvas().Overlays().Top() != nil {
				t.Errorf("the message is %q, want %q", w.Message(), c.want)
			}
		})
	}
}

func TestWindowsHearOfWhatAJobWrites(t *testing.T) {
	s := pagetest.Session(t, "en")
	p := pagetest.Start(t, s, register(), home)
	before := p.Rows()
	p.Window().Job(data.Msg("job-running"), func(context.Context, app.Progress) error {
		return s.Write(data.Msg("test"), func(tx *data.Tx) error { return data.Campaigns.Insert(tx, &data.Campaign{No: "NEW"}) })
	}, func() {})
	if p.Rows() != before+1 {
		t.Errorf("%d rows, want %d", p.Rows(), before+1)
	}
}
