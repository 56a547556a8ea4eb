package windows

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"campaigndesk/app/exchange"
	"campaigndesk/windows/page"
)

// importFile is a table in the folder of the file in hand.
type importFile struct {
	Path, Name, What, State string
	Tone                    page.Tone
	rank                    int
}

// inFolder lists the tables in the folder of the file in hand.
func (i *importing) inFolder() ([]importFile, error) {
	if i.path == "" {
		return nil, nil
	}
	entries, err := os.ReadDir(filepath.Dir(i.path))
	if err != nil {
		return nil, err
	}
	var files []importFile
	for _, e := range entries {
		if e.IsDir() || strings.HasPrefix(e.Name(), ".") || !slices.Contains(tableEndings, strings.ToLower(filepath.Ext(e.Name()))) {
			continue
		}
		f := importFile{Path: filepath.Join(filepath.Dir(i.path), e.Name()), Name: e.Name(), rank: len(exchange.Targets())}
		if target, ok := exchange.GuessByName(e.Name()); ok {
			f.What = i.s.Texts.T(target.ID)
			f.rank = slices.IndexFunc(exchange.Targets(), func(t exchange.Target) bool { return t.ID == target.ID })
		}
		switch {
		case i.done[f.Path]:
			f.State, f.Tone = i.s.Texts.T("file-imported"), page.Good
		case f.Path == i.path:
			f.State, f.Tone = i.s.Texts.T("file-in-hand"), page.Warning
		}
		files = append(files, f)
	}
	slices.SortStableFunc(files, func(a, b importFile) int { return cmp.Compare(a.rank, b.rank) })
	return files, nil
}

// next is the first file of the folder that is neither imported nor in hand, blank if there is none.
func (i *importing) next() string {
	files, err := i.inFolder()
	if err != nil {
		return ""
	}
	for _, f := range files {
		if !i.done[f.Path] && f.Path != i.path {
			return f.Path
		}
	}
	return ""
}
