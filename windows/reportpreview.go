package windows

import (
	"path/filepath"

	"campaigndesk/app"
	"campaigndesk/app/interaction"
	"campaigndesk/app/report"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// printout is a report as a window: what it is collected from, and what can be asked for before.
type printout struct {
	s       *app.Session
	name    string // of the page
	of      string // after the page's caption
	collect func(p *printout) (report.Report, error)
	watches []string

	sections []filterSection // whose filters can be asked for
	labels   bool            // on labels, whose sheet can be chosen
	covers   bool            // cover sheets, which have a sender and a text and can be logged
	campaign data.CampaignNo // that they belong to when they are logged
	request  printRequest
}

// preview shows the report as it will be printed.
func (p *printout) preview() page.Page {
	type R = report.Report
	actions := []page.Action[R]{
		{Caption: "open-as-pdf", Key: "Ctrl+P", Promoted: true, Do: func(w *page.Window, r *R) error { return p.open(w, r) }},
	}
	if p.hasOptions() {
		actions = append(actions, page.Action[R]{Caption: "report-options", Key: "F9", NoRow: true, Promoted: true,
			Do: func(w *page.Window, _ *R) error { return p.ask(w, w.Refresh) }})
	}
	preview := &page.Preview{
		Name: p.name, Session: p.s, Key: p.of, Watches: p.watches, Actions: actions,
		Report: func() func() (R, error) {
			asked := *p // the request may change while the report is collected
			return func() (R, error) { return asked.collect(&asked) }
		},
		Note: func() string {
			if p.request.Log {
				return p.s.Texts.T("cover-sheets-will-be-logged")
			}
			return ""
		},
		Printed: p.printed,
	}
	if p.of != "" {
		preview.Title = func() string { return p.of }
	}
	return preview
}

// show asks for the options of the report if it has any, and then shows it.
func (p *printout) show(w *page.Window) error {
	if !p.hasOptions() {
		w.Open(p.preview())
		return nil
	}
	p.request.Log = p.covers && interaction.CheckCoverSheets(p.s) == nil // RP-6
	return p.ask(w, func() { w.Open(p.preview()) })
}

// open writes the report as PDF into a folder that nobody else can read, and hands it to the system's program.
func (p *printout) open(w *page.Window, r *report.Report) error {
	folder, err := interaction.PrivateFolder(p.s)
	if err != nil {
		return err
	}
	path := filepath.Join(folder, p.name+".pdf")
	w.WritePDF(r, path, func() {
		if err := openFile(path); err != nil {
			w.Fail(err)
			return
		}
		p.printed(w, r)
	})
	return nil
}

// printed logs cover sheets that were printed if the user wants it (RP-10), and only once.
func (p *printout) printed(w *page.Window, r *report.Report) {
	if !p.request.Log {
		return
	}
	logCoverSheets(p.s, w, r, p.campaign, func() {
		p.request.Log = false
		w.Refresh()
	})
}
