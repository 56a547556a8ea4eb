package data

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// source is a Go file of the program.
type source struct {
	path string // from the root of the repository, with slashes
	test bool
	file *ast.File
	set  *token.FileSet
}

// sources parses every Go file of the program, from main.go down.
func sources(t *testing.T) []source {
	t.Helper()
	var all []source
	root := ".."
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if entry.IsDir() && path != root && (strings.HasPrefix(name, ".") || name == "build" || name == "testdata") {
			return filepath.SkipDir
		}
		if filepath.Ext(name) != ".go" {
			return nil
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(root, path)
		all = append(all, source{filepath.ToSlash(relative), strings.HasSuffix(name, "_test.go"), file, set})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 50 {
		t.Fatalf("only %d files found", len(all))
	}
	return all
}

// floor is where a file stands: data, app, windows, or main for main.go and what is beside it.
func (s source) floor() string {
	first, _, inFolder := strings.Cut(s.path, "/")
	if !inFolder {
		return "main"
	}
	return first
}

// Each floor knows only the floors below, and what it must not know at all.
var forbidden = map[string][]string{
	"assets":  {"campaigndesk/", "fyne.io/", "database/sql", "modernc.org/"},
	"data":    {"campaigndesk/app", "campaigndesk/windows", "campaigndesk/assets", "fyne.io/"},
	"app":     {"campaigndesk/windows", "fyne.io/", "database/sql", "modernc.org/"},
	"windows": {"database/sql", "modernc.org/", "fyne.io/fyne/v2/app"},
	"main":    {"database/sql", "modernc.org/"},
}

// fault returns what is wrong with an import, blank if nothing.
func (s source) fault(imported string) string {
	for _, no := range forbidden[s.floor()] {
		if strings.HasPrefix(imported, no) {
			return s.floor() + " must not import " + imported
		}
	}
	if imported == "fyne.io/fyne/v2/app" && s.path != "main.go" {
		return "only main.go may import " + imported
	}
	return ""
}

func TestEveryFloorKnowsOnlyTheFloorsBelow(t *testing.T) {
	for _, s := range sources(t) {
		if forbidden[s.floor()] == nil {
			t.Errorf("%s stands on no floor", s.path)
		}
		// The tests of the program as a whole look into the file it leaves behind.
		if s.test && s.floor() == "main" {
			continue
		}
		for _, i := range s.file.Imports {
			imported, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if fault := s.fault(imported); fault != "" {
				t.Errorf("%s: %s", s.path, fault)
			}
		}
	}
}

func TestAForbiddenImportIsFound(t *testing.T) {
	for _, test := range []struct{ path, imported string }{
		{"app/pricing/engine.go", "fyne.io/fyne/v2"},
		{"app/pricing/engine.go", "campaigndesk/windows/page"},
		{"app/pricing/engine_test.go", "database/sql"},
		{"data/item.go", "campaigndesk/app"},
		{"windows/home.go", "database/sql"},
		{"windows/home.go", "fyne.io/fyne/v2/app"},
		{"other.go", "fyne.io/fyne/v2/app"},
	} {
		if (source{path: test.path}).fault(test.imported) == "" {
			t.Errorf("%s may import %s", test.path, test.imported)
		}
	}
	for _, test := range []struct{ path, imported string }{
		{"main.go", "fyne.io/fyne/v2/app"}, {"windows/home.go", "campaigndesk/app"}, {"app/app.go", "campaigndesk/data"},
		{"app/text/text.go", "campaigndesk/assets"}, {"data/db.go", "database/sql"},
	} {
		if fault := (source{path: test.path}).fault(test.imported); fault != "" {
			t.Error(fault)
		}
	}
}

// doors are the functions of package data that may execute SQL other than queries. All changes of a company go through
// Tx.exec; the others make files, or set up the connection that it uses.
var doors = []string{"exec", "prepareWriter", "setCache", "migrate", "vacuumInto"}

func TestThereIsOneWayToWrite(t *testing.T) {
	found := map[string]bool{}
	for _, s := range sources(t) {
		if s.floor() != "data" || s.test {
			continue
		}
		for _, d := range s.file.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			ast.Inspect(fn, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok {
					if method, ok := call.Fun.(*ast.SelectorExpr); ok && slices.Contains([]string{"Exec", "ExecContext"}, method.Sel.Name) {
						found[fn.Name.Name] = true
						if !slices.Contains(doors, fn.Name.Name) {
							t.Errorf("%s: %s executes SQL by itself", s.set.Position(call.Pos()), fn.Name.Name)
						}
					}
				}
				return true
			})
		}
	}
	for _, door := range doors {
		if !found[door] {
			t.Errorf("%s executes nothing any more; it is no door", door)
		}
	}
}

var (
	sqlStatement = regexp.MustCompile(`(?s)^\s*(SELECT\s.*\sFROM\s|INSERT INTO\s|UPDATE\s+\w+\s+SET\s|DELETE FROM\s|WITH\s.*\sAS\s|CREATE (TABLE|INDEX|TRIGGER)|PRAGMA\s)`)
	// REPLACE would delete rows without telling the triggers of the journal.
	sqlReplace = regexp.MustCompile(`\b(OR REPLACE|REPLACE INTO)\b`)
)

func TestSQLStandsInDataOnlyAndNeverReplaces(t *testing.T) {
	statements := 0
	for _, s := range sources(t) {
		ast.Inspect(s.file, func(n ast.Node) bool {
			literal, ok := n.(*ast.BasicLit)
			if !ok || literal.Kind != token.STRING || s.test {
				return true
			}
			text, err := strconv.Unquote(literal.Value)
			if err != nil {
				t.Fatal(err)
			}
			if sqlStatement.MatchString(text) {
				statements++
				if s.floor() != "data" {
					t.Errorf("%s: SQL outside data: %.60s", s.set.Position(literal.Pos()), text)
				}
			}
			if sqlReplace.MatchString(text) {
				t.Errorf("%s: a row would be replaced behind the journal's back: %.60s", s.set.Position(literal.Pos()), text)
			}
			return true
		})
	}
	if statements < 50 {
		t.Errorf("only %d statements recognised", statements)
	}
}

var vagueNames = []string{"util", "utils", "common", "helper", "helpers", "model", "models", "misc", "shared", "base"}

func TestEveryPackageSaysWhatItIsAndNoneIsVague(t *testing.T) {
	documented, packages := map[string]bool{}, map[string]string{}
	for _, s := range sources(t) {
		if s.test {
			continue
		}
		folder := filepath.ToSlash(filepath.Dir(s.path))
		packages[folder] = s.file.Name.Name
		documented[folder] = documented[folder] || s.file.Doc.Text() != ""
	}
	for folder, name := range packages {
		if !documented[folder] {
			t.Errorf("package %s in %s has no comment", name, folder)
		}
		if slices.Contains(vagueNames, name) {
			t.Errorf("package %s in %s says nothing by its name", name, folder)
		}
	}
}
