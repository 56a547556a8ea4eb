package letter

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"campaigndesk/data"
)

// folder is where the files of a job go. Until the job is complete they can all be taken back.
type folder struct {
	path    string
	written []string
}

// maxFileName is how long a name may be in characters, without its ending: what all systems take.
const maxFileName = 100

// create makes a new file of the name; if there is one already, of the name with a number.
func (f *folder) create(name, ending string, write func(io.Writer) error) error {
	name = safeName(name)
	for n := 1; ; n++ {
		numbered := name
		if n > 1 {
			numbered = fmt.Sprintf("%s (%d)", name, n)
		}
		path := filepath.Join(f.path, numbered+ending)
		file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return cannotWrite(path, err)
		}
		f.written = append(f.written, path)
		if err := errors.Join(write(file), file.Close()); err != nil {
			return cannotWrite(path, err)
		}
		return nil
	}
}

// dropLast takes the file back that was written last.
func (f *folder) dropLast() error {
	last := len(f.written) - 1
	err := os.Remove(f.written[last])
	f.written = f.written[:last]
	return err
}

// takeBack removes all files of a job that failed or was canceled.
func (f *folder) takeBack() {
	for _, path := range f.written {
		os.Remove(path) // one that is gone already is as well
	}
}

// cannotWrite explains the errors of the file system and passes on all others.
func cannotWrite(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return data.Msg("export-no-folder", filepath.Dir(path))
	case errors.Is(err, fs.ErrPermission):
		return data.Msg("export-no-permission", filepath.Base(path))
	case errors.As(err, new(*fs.PathError)):
		return data.Msg("export-cannot-write", filepath.Base(path), err.Error())
	}
	return err
}

// safeName makes of a text the name of a file that every system takes and that leads into no other folder.
func safeName(text string) string {
	name := strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7F || strings.ContainsRune(`<>:"/\|?*`, r) {
			return '_'
		}
		return r
	}, strings.ToValidUTF8(text, "_"))
	if letters := []rune(name); len(letters) > maxFileName {
		name = string(letters[:maxFileName])
	}
	name = strings.Trim(name, ". ")
	if device, _, _ := strings.Cut(name, "."); name == "" || isDevice(strings.TrimRight(device, " ")) {
		name = "_" + name
	}
	return name
}

// isDevice reports whether Windows takes a name for a device, whatever its ending.
func isDevice(name string) bool {
	name = strings.ToUpper(name)
	switch name {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	port, number := strings.CutPrefix(name, "COM")
	if !number {
		port, number = strings.CutPrefix(name, "LPT")
	}
	return number && len([]rune(port)) == 1 && strings.Contains("0123456789¹²³", port)
}
