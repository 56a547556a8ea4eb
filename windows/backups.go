package windows

import (
	"context"
	"path/filepath"

	"campaigndesk/app"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// Backups is the list of the verified backups beside the company's file. Each can take the file's place.
func Backups(s *app.Session) page.Page {
	type B = data.BackupInfo
	return &page.List[B]{
		Name: "backups", Session: s,
		Rows: func() ([]B, error) { return data.Backups(s.DB) },
		Fields: page.Fields[B]{
			page.Calc("made-at", func(b *B) string { return moment(s, b.At) }).Width(22),
			page.Calc("backup-kind", func(b *B) string { return s.Texts.T(backupKinds[b.Kind]) }).Width(20).
				Chip(func(*B) page.Tone { return page.Plain }),
			page.Calc("file-size", func(b *B) string { return s.Texts.T("kilobytes", int((b.Size+1023)/1024)) }).Width(12),
			page.Calc("file", func(b *B) string { return filepath.Base(b.Path) }).Width(60),
		},
		Actions: []page.Action[B]{
			{Caption: "back-up-now", NoRow: true, Promoted: true, Primary: true, Do: func(w *page.Window, _ *B) error {
				backUp(s, w, "")
				return nil
			}},
			{Caption: "back-up-to-file", NoRow: true, Promoted: true, Do: func(w *page.Window, _ *B) error {
				w.SaveFile(data.Msg("back-up-to-file"), filepath.Base(s.DB.Path()), func(path string) { backUp(s, w, path) })
				return nil
			}},
			{Caption: "restore-backup", Promoted: true, Do: func(w *page.Window, b *B) error {
				w.Ask(app.Question{Text: data.Msg("ask-restore", moment(s, b.At))}, func(yes bool) {
					if !yes {
						return
					}
					if err := w.Company().Restore(w, b.Path); err != nil {
						w.Fail(err)
					}
				})
				return nil
			}},
		},
		Empty: "backups-empty",
	}
}

var backupKinds = map[data.BackupKind]string{
	data.Manual: "manual", data.Daily: "daily", data.BeforeUpgrade: "before-upgrade", data.BeforeRestore: "before-restore",
}

// backUp makes a backup as a job; a blank path means beside the company's file.
func backUp(s *app.Session, w *page.Window, path string) {
	var made data.BackupInfo
	w.Job(data.Msg("backup-running"), func(ctx context.Context, _ app.Progress) (err error) {
		made, err = data.Backup(ctx, s.DB, path)
		return err
	}, func() {
		w.Refresh()
		w.Tell(data.Msg("backup-made", filepath.Base(made.Path)))
	})
}
