package interaction

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"campaigndesk/app"
	"campaigndesk/data"
)

// File is a document from outside the company.
type File struct {
	Name    string // without folder
	Content []byte
}

// ReadFile reads a document to be imported. It refuses what is not there, is no file, is empty, or larger than a company keeps
// ([data.MaxAttachment]); a file that is too large is not read.
func ReadFile(path string) (File, error) {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return File{}, data.Msg("document-missing", path)
	case err != nil:
		return File{}, data.Msg("document-unreadable", path)
	case !info.Mode().IsRegular():
		return File{}, data.Msg("document-no-file", name)
	case info.Size() == 0:
		return File{}, data.Msg("attachment-empty", name)
	case info.Size() > data.MaxAttachment:
		return File{}, data.Msg("attachment-too-large", name, data.MaxAttachment>>20)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return File{}, data.Msg("document-unreadable", path)
	}
	return File{name, content}, nil
}

// content reads a document of the company. It refuses one that is not kept any more.
func content(s *app.Session, attachment int64) (File, error) {
	kept, err := data.GetAttachment(s.DB, attachment)
	if errors.Is(err, data.ErrNotFound) {
		return File{}, data.Msg("no-document")
	}
	if err != nil {
		return File{}, err
	}
	bytes, err := data.AttachmentContent(s.DB, attachment)
	return File{kept.FileName, bytes}, err
}

// Export writes a document of the company to a path (IN-9).
func Export(s *app.Session, attachment int64, path string) error {
	file, err := content(s, attachment)
	if err != nil {
		return err
	}
	if err := os.WriteFile(path, file.Content, 0o600); err != nil {
		return data.Msg("document-unwritable", path)
	}
	return nil
}

// programs are the endings of files that the system would run instead of showing.
var programs = []string{".app", ".bat", ".cmd", ".com", ".command", ".cpl", ".desktop", ".exe", ".hta", ".jar", ".js", ".jse", ".lnk", ".msi", ".pif", ".ps1", ".reg",
	".scr", ".sh", ".url", ".vbe", ".vbs", ".wsf"}

const opened = "campaigndesk-document-"

// Unpack writes a copy of a document into a folder of its own that nobody else can read, for the system's program to open, and
// returns its path. Changes to the copy stay in it. It refuses programs: those can be exported. Copies older than a day are
// removed.
func Unpack(s *app.Session, attachment int64) (path string, err error) {
	file, err := content(s, attachment)
	if err != nil {
		return "", err
	}
	if slices.Contains(programs, strings.ToLower(filepath.Ext(file.Name))) {
		return "", data.Msg("document-is-program", file.Name)
	}
	folder, err := PrivateFolder(s)
	if err != nil {
		return "", err
	}
	path = filepath.Join(folder, file.Name)
	return path, os.WriteFile(path, file.Content, 0o600)
}

// PrivateFolder makes a folder that nobody else can read, for a copy of something that the system's program is to open. Those older
// than a day are removed.
func PrivateFolder(s *app.Session) (string, error) {
	tidy(s.Now())
	return os.MkdirTemp("", opened)
}

// tidy removes copies of yesterday. What cannot be removed is in use, and goes the next time.
func tidy(now time.Time) {
	old, err := filepath.Glob(filepath.Join(os.TempDir(), opened+"*"))
	if err != nil {
		return
	}
	for _, folder := range old {
		if info, err := os.Lstat(folder); err == nil && info.IsDir() && now.Sub(info.ModTime()) > 24*time.Hour {
			os.RemoveAll(folder)
		}
	}
}
