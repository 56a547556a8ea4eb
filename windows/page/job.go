package page

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"campaigndesk/app"
	"campaigndesk/data"
	"campaigndesk/windows/field"
	"campaigndesk/windows/theme"
)

// runJob carries out a long job beside the windows. Its dialog stands over the window that asked for it and offers Cancel.
// While it runs, the notices of what it writes come to the windows by way of their own goroutine.
func (d *Desk) runJob(title data.Message, job func(context.Context, app.Progress) error, done func(error)) {
	ctx, cancel := context.WithCancel(context.Background())
	p := newProgressDialog(d.asking, title, cancel)
	db := d.session.DB
	if d.jobs++; d.jobs == 1 {
		d.noticed = db.Changed
		db.Changed = func(tables []string) { fyne.Do(func() { d.noticed(tables) }) }
	}
	go func() {
		err := job(ctx, p.report)
		fyne.Do(func() {
			cancel()
			if d.jobs--; d.jobs == 0 {
				db.Changed = d.noticed
			}
			p.modal.close()
			done(err)
		})
	}()
}

// progressDialog shows how far a job has come.
type progressDialog struct {
	w     *Window
	modal *modal
	bar   *progressBar
	said  *canvas.Text
	shown time.Time // when the last report was shown; touched by the job only
}

const reportEvery = 100 * time.Millisecond

func newProgressDialog(w *Window, title data.Message, cancel func()) *progressDialog {
	t := w.session.Texts
	p := &progressDialog{w: w, said: words(t.T("job-running"), theme.Muted, textSize, false)}
	p.bar = &progressBar{back: canvas.NewRectangle(colour(theme.Line)), done: canvas.NewRectangle(colour(theme.Accent))}
	p.modal = &modal{enter: func() {}, cancel: cancel}
	stop := field.NewButton(t.T("cancel"), field.Plain, cancel)
	stop.OnKey = w.key
	w.openModal(t.Message(title), column(8, container.New(p.bar, p.bar.back, p.bar.done), p.said), 440, p.modal, stop)
	w.fyne.Canvas().Focus(stop)
	return p
}

// report is the job's [app.Progress].
func (p *progressDialog) report(done, total int) {
	if now := time.Now(); now.Sub(p.shown) >= reportEvery {
		p.shown = now
		fyne.Do(func() { p.show(done, total) })
	}
}

func (p *progressDialog) show(done, total int) {
	t := p.w.session.Texts
	p.said.Text = t.T("job-done", done)
	if total > 0 {
		p.bar.part = float32(done) / float32(total)
		p.said.Text = t.T("job-done-of", done, total)
	}
	p.said.Refresh()
	p.modal.object.Refresh()
}

// progressBar lays out a bar of which a part is done.
type progressBar struct {
	back, done *canvas.Rectangle
	part       float32
}

func (b *progressBar) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(120, 6) }

func (b *progressBar) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	b.back.Resize(size)
	b.done.Resize(fyne.NewSize(size.Width*min(1, b.part), size.Height))
}
