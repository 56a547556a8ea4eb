package page

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"campaigndesk/app"
	"campaigndesk/data"
	"campaigndesk/windows/field"
	"campaigndesk/windows/grid"
	"campaigndesk/windows/theme"
)

// fileDialog asks for the path of a file: typed, with the folder's matching names below, or chosen among them. Down goes to
// the names, Enter goes into a folder or takes a file, Backspace goes to the folder above.
type fileDialog struct {
	w       *Window
	modal   *modal
	endings []string // of the files shown, nil: all
	saving  bool
	folders bool // a folder is asked for: only folders are shown
	chosen  func(path string)

	entry  *field.Entry
	grid   *grid.Grid
	fault  *canvas.Text
	folder string // whose files are listed
	files  []fs.FileInfo
}

// OpenFile asks for an existing file whose name has one of the endings (".csv"); nil: any file.
func (w *Window) OpenFile(title data.Message, endings []string, chosen func(path string)) {
	d := &fileDialog{w: w, endings: endings, chosen: chosen}
	d.show(title, "", "open")
}

// SaveFile asks for the path of a file to be written, name being the proposal. A path without an ending gets the proposal's;
// before a file is replaced the user is asked.
func (w *Window) SaveFile(title data.Message, name string, chosen func(path string)) {
	d := &fileDialog{w: w, saving: true, chosen: chosen}
	if ending := filepath.Ext(name); ending != "" {
		d.endings = []string{ending}
	}
	d.show(title, strings.Map(inFileName, name), "save")
}

// ChooseFolder asks for an existing folder.
func (w *Window) ChooseFolder(title data.Message, chosen func(path string)) {
	d := &fileDialog{w: w, folders: true, chosen: chosen}
	d.show(title, "", "ok")
}

// inFileName leaves out what file systems do not take in a name.
func inFileName(r rune) rune {
	if strings.ContainsRune(`/\:*?"<>|`, r) {
		return '-'
	}
	return r
}

const (
	fileName    = "file-name"
	fileChanged = "file-changed"
	fileSize    = "file-size"
	separator   = string(filepath.Separator)
)

func (d *fileDialog) show(title data.Message, name, ok string) {
	w, t := d.w, d.w.session.Texts
	d.entry = field.NewText(field.Events{Before: d.entryKey, Key: w.key, Typed: d.typed})
	d.fault = words("", theme.Bad, textSize, false)
	d.grid = grid.New(w.fyne.Canvas(), []grid.Column{
		{ID: fileName, Caption: t.T(fileName), Width: 400},
		{ID: fileChanged, Caption: t.T(fileChanged), Width: 130},
		{ID: fileSize, Caption: t.T(fileSize), Width: 100, Align: grid.Right},
	}, d)
	d.grid.MinRows = 14
	d.grid.SetEmptyText(t.T("folder-empty"))
	d.grid.OnKey = d.gridKey
	d.grid.OnOpen = func(row int) { d.take(filepath.Join(d.folder, d.files[row].Name())) }
	d.grid.OnType = func(_, typed string) {
		w.fyne.Canvas().Focus(d.entry)
		d.enter(filepath.Join(d.folder, typed))
	}
	d.modal = &modal{enter: func() {
		if path := filepath.Clean(d.entry.Text()); d.folders && filepath.IsAbs(path) && isFolder(path) {
			d.give(path)
			return
		}
		d.take(d.entry.Text())
	}}
	d.modal.cancel = d.modal.close
	do, cancel := field.NewButton(t.T(ok), field.Primary, d.modal.enter), field.NewButton(t.T("cancel"), field.Plain, d.modal.cancel)
	do.OnKey, cancel.OnKey = w.key, w.key
	lines := panel(d.grid)
	w.openModal(t.Message(title), columnGrowing(8, lines, d.entry, lines, d.fault), 680, d.modal, do, cancel)
	w.fyne.Canvas().Focus(d.entry)
	d.enter(filepath.Join(d.start(), name))
	if name == "" {
		d.enter(d.start() + separator)
	}
}

// start is the folder chosen last, or the user's own.
func (d *fileDialog) start() string {
	if folder, err := data.PageState(d.w.session.DB, "files", "", "folder"); err == nil && isFolder(folder) {
		return folder
	}
	if home, err := os.UserHomeDir(); err == nil {
		return home
	}
	return separator
}

// enter puts a path into the entry and lists its folder.
func (d *fileDialog) enter(path string) {
	d.entry.Fill(path)
	d.typed(path)
}

// typed lists what the path typed so far may become.
func (d *fileDialog) typed(path string) {
	d.say("")
	folder, begun := filepath.Split(path)
	if folder == "" {
		folder = d.start()
	}
	if d.saving && !isFolder(path) {
		begun = "" // the name is a new one; the names there are only shown
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		d.say(d.w.session.Texts.Error(unreadable(folder, err)))
	}
	d.folder, d.files = filepath.Clean(folder), nil
	for _, e := range entries {
		if !d.shows(e, begun) {
			continue
		}
		if info, err := os.Stat(filepath.Join(folder, e.Name())); err == nil { // follows links; what they lead to may be gone
			d.files = append(d.files, info)
		}
	}
	slices.SortStableFunc(d.files, func(a, b fs.FileInfo) int {
		switch {
		case a.IsDir() == b.IsDir():
			return strings.Compare(strings.ToLower(a.Name()), strings.ToLower(b.Name()))
		case a.IsDir():
			return -1
		}
		return 1
	})
	d.grid.SetCursor(0, "")
	d.grid.Refresh()
}

// shows is whether a name is listed: it begins as typed, is not hidden unless a dot was typed, and has a wanted ending.
func (d *fileDialog) shows(e fs.DirEntry, begun string) bool {
	name := e.Name()
	if !strings.HasPrefix(strings.ToLower(name), strings.ToLower(begun)) || strings.HasPrefix(name, ".") && !strings.HasPrefix(begun, ".") {
		return false
	}
	if e.IsDir() || e.Type()&fs.ModeSymlink != 0 {
		return true
	}
	return !d.folders && (d.endings == nil || slices.Contains(d.endings, strings.ToLower(filepath.Ext(name))))
}

// take goes into a folder or gives the path of a file.
func (d *fileDialog) take(path string) {
	if path = strings.TrimSpace(path); path != "" && !filepath.IsAbs(path) {
		path = filepath.Join(d.folder, path)
	}
	if isFolder(path) {
		d.enter(filepath.Clean(path) + strings.TrimSuffix(separator, filepath.Clean(path)))
		return
	}
	if d.saving && filepath.Ext(path) == "" && d.endings != nil {
		path += d.endings[0]
	}
	_, err := os.Stat(path)
	switch {
	case err == nil && d.folders:
		d.say(d.w.session.Texts.T("not-a-folder", path))
	case err != nil && (!d.saving || !errors.Is(err, fs.ErrNotExist) || !isFolder(filepath.Dir(path))):
		d.say(d.w.session.Texts.Error(unreadable(path, err)))
	case err == nil && d.saving:
		d.w.Ask(app.Question{Text: data.Msg("ask-replace-file", filepath.Base(path))}, func(yes bool) {
			if yes {
				d.give(path)
			}
		})
	default:
		d.give(path)
	}
}

func (d *fileDialog) give(path string) {
	folder := filepath.Dir(path)
	if d.folders {
		folder = path
	}
	if err := data.SetPageState(context.Background(), d.w.session.DB, "files", "", "folder", folder); err != nil {
		d.w.Fail(err)
	}
	d.modal.close()
	d.chosen(path)
}

func (d *fileDialog) say(text string) {
	d.fault.Text = text
	d.fault.Refresh()
}

// entryKey: Down goes to the names.
func (d *fileDialog) entryKey(name fyne.KeyName, mod fyne.KeyModifier) bool {
	if name != fyne.KeyDown || mod != 0 {
		return false
	}
	d.grid.Focus()
	return true
}

// gridKey: Backspace goes to the folder above, Up from the first name back to the entry.
func (d *fileDialog) gridKey(name fyne.KeyName, mod fyne.KeyModifier) bool {
	if name == fyne.KeyBackspace && mod == 0 {
		d.enter(strings.TrimSuffix(filepath.Dir(d.folder), separator) + separator)
		d.grid.Focus()
		return true
	}
	return d.w.key(name, mod)
}

// Len and Cell are the names listed.
func (d *fileDialog) Len() int { return len(d.files) }

func (d *fileDialog) Cell(row int, column string) grid.Cell {
	f, l := d.files[row], d.w.session.Locale
	switch {
	case column == fileName && f.IsDir():
		return grid.Cell{Text: f.Name() + separator}
	case column == fileName:
		return grid.Cell{Text: f.Name()}
	case column == fileChanged:
		return grid.Cell{Text: l.FormatDate(data.DateOf(f.ModTime())), Tone: Muted}
	case f.IsDir():
		return grid.Cell{}
	}
	return grid.Cell{Text: d.w.session.Texts.T("kilobytes", int((f.Size()+1023)/1024)), Tone: Muted}
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// unreadable says why a file or folder cannot be used.
func unreadable(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return data.Msg("file-missing", path)
	case errors.Is(err, fs.ErrPermission):
		return data.Msg("file-forbidden", path)
	}
	return err
}
