package page

import (
	"context"

	"campaigndesk/app"
	"campaigndesk/app/report"
	"campaigndesk/data"
)

// writer writes a report to a file.
type writer func(ctx context.Context, r *report.Report, path string, progress app.Progress) error

func writePDF(ctx context.Context, r *report.Report, path string, progress app.Progress) error {
	return r.WritePDF(ctx, path, progress)
}

func writeXLSX(ctx context.Context, r *report.Report, path string, progress app.Progress) error {
	return r.WriteXLSX(ctx, path, progress)
}

func (pp *previewPage) writeCSV(ctx context.Context, r *report.Report, path string, progress app.Progress) error {
	return r.WriteCSV(ctx, path, csvStyle(pp.Session), progress)
}

// writeReport writes a report to a file as a job that can be canceled, and then calls done.
func (w *Window) writeReport(r *report.Report, path string, write writer, done func()) {
	w.Job(data.Msg("report-writing", data.Msg(w.pageName())), func(ctx context.Context, progress app.Progress) error {
		return write(ctx, r, path, progress)
	}, done)
}

// WritePDF writes a report as PDF as a job that can be canceled, and then calls done.
func (w *Window) WritePDF(r *report.Report, path string, done func()) {
	w.writeReport(r, path, writePDF, done)
}
