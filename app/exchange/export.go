package exchange

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"

	"campaigndesk/data"
)

// Export is a table to be written: captions and rows of cells. A cell is a data.Amount, data.Date, bool or int, nil for
// blank, or anything else for its text.
type Export struct {
	Name     string // the sheet's name in a workbook
	Captions []string
	Rows     iter.Seq2[[]any, error] // ends at the first error, which the writers return
}

// ReplaceFile writes a new file beside path and puts it in path's place when it is complete, so that neither a fault nor
// a cancellation leaves half a file behind.
func ReplaceFile(path string, write func(*os.File) error) (err error) {
	file, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return cannotWrite(path, err)
	}
	defer func() {
		if err != nil {
			file.Close() // a second time at worst, which does no harm
			os.Remove(file.Name())
		}
	}()
	if err := write(file); err != nil {
		return cannotWrite(path, err)
	}
	if err := errors.Join(file.Chmod(0o644), file.Sync(), file.Close()); err != nil {
		return cannotWrite(path, err)
	}
	if err := os.Rename(file.Name(), path); err != nil {
		return cannotWrite(path, err)
	}
	return nil
}

// cannotWrite explains the errors of the file system and passes on all others.
func cannotWrite(path string, err error) error {
	name := filepath.Base(path)
	switch {
	case errors.Is(err, fs.ErrPermission):
		return data.Msg("export-no-permission", name)
	case errors.Is(err, fs.ErrNotExist):
		return data.Msg("export-no-folder", filepath.Dir(path))
	case errors.As(err, new(*fs.PathError)), errors.As(err, new(*os.LinkError)), errors.As(err, new(*os.SyscallError)):
		return data.Msg("export-cannot-write", name, err.Error())
	}
	return err
}

// textOf is the text of a cell that has no type of its own in files.
func textOf(cell any) string {
	if cell == nil {
		return ""
	}
	return fmt.Sprint(cell)
}
