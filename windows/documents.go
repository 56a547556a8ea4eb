package windows

import (
	"net/url"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"campaigndesk/app"
	"campaigndesk/app/interaction"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// What windows hand to the system's programs: documents and telephone numbers.

// showDocument opens a copy of a document in the system's program for it.
func showDocument(s *app.Session, attachment int64) error {
	path, err := interaction.Unpack(s, attachment)
	if err != nil {
		return err
	}
	return openFile(path)
}

// openFile opens a file in the system's program for it.
func openFile(path string) error {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") { // C:/…
		path = "/" + path
	}
	if fyne.CurrentApp().OpenURL(&url.URL{Scheme: "file", Path: path}) != nil {
		return data.Msg("no-program-for-document", filepath.Base(path))
	}
	return nil
}

// exportDocument asks where a document is to be written.
func exportDocument(s *app.Session, w *page.Window, attachment int64, name string) error {
	w.SaveFile(data.Msg("export-attachment"), name, func(path string) {
		if err := interaction.Export(s, attachment, path); err != nil {
			w.Fail(err)
			return
		}
		w.Tell(data.Msg("document-exported", path))
	})
	return nil
}

// importDocument asks for a file to be taken into the company.
func importDocument(w *page.Window, take func(interaction.File) error) {
	w.OpenFile(data.Msg("import-document"), nil, func(path string) {
		file, err := interaction.ReadFile(path)
		if err == nil {
			err = take(file)
		}
		if err != nil {
			w.Fail(err)
		}
	})
}

// dial hands a number to the system's telephone program.
func dial(number string) error {
	dialled := strings.Map(func(r rune) rune {
		if strings.ContainsRune("0123456789+*#", r) {
			return r
		}
		return -1
	}, number)
	if dialled == "" {
		return data.Msg("no-number-to-dial", number)
	}
	if fyne.CurrentApp().OpenURL(&url.URL{Scheme: "tel", Opaque: strings.ReplaceAll(dialled, "#", "%23")}) != nil {
		return data.Msg("no-program-for-calls", number)
	}
	return nil
}
