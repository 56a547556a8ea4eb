package windows

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"campaigndesk/app/locale"
	"campaigndesk/app/text"
	"campaigndesk/data"
)

// Every text that the program asks for must be there in every language. The keys are read off the source: words with a
// hyphen are keys wherever they stand; single words are keys as captions, names, options and messages.
func TestEveryTextIsThere(t *testing.T) {
	region, _ := locale.Find("sv")
	keys := usedKeys(t, "..")
	if len(keys) < 500 {
		t.Fatalf("only %d keys found in the source", len(keys))
	}
	for _, language := range text.Languages {
		catalogue := text.For(language, region)
		for key, places := range keys {
			if catalogue.T(key) == "["+key+"]" {
				t.Errorf("%s lacks %q, used in %s", language, key, strings.Join(places, " "))
			}
		}
	}
}

func TestKeysAreFoundInSource(t *testing.T) {
	source := `package windows
func Shelves(s *app.Session) page.Page {
	return &page.Worksheet[data.Shelf]{
		Name: "shelves", Table: data.Shelves, New: func(*S) S { return S{} }, Delete: nil,
		Fields: page.Fields[S]{page.Code("code", at), page.Choice("kind", at, "high", "low"), page.Text("name-2", at)},
		Actions: []page.Action[S]{{Caption: "fill", Group: "menu", Do: func() error { return data.Msg("full", 1).At("code_no") }}},
		Empty: "nothing",
	}
}`
	file, err := parser.ParseFile(token.NewFileSet(), "shelves.go", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	keysIn(file, func(key string) { found = append(found, key) })
	slices.Sort(found)
	want := []string{"code", "fill", "fill-help", "full", "high", "kind", "low", "menu", "name-2", "nothing", "shelves"}
	if got := slices.Compact(found); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// testHelp are the packages that only tests use.
var testHelp = []string{"apptest", "datatest", "pagetest"}

// usedKeys are the keys in all source files below a folder, with the files that have them.
func usedKeys(t *testing.T, root string) map[string][]string {
	t.Helper()
	var files []*ast.File
	var names []string
	err := filepath.WalkDir(root, func(path string, entry os.DirEntry, err error) error {
		if err == nil && entry.IsDir() && slices.Contains(testHelp, entry.Name()) {
			return filepath.SkipDir
		}
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err == nil {
			files, names = append(files, file), append(names, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	keys := map[string][]string{}
	for i, file := range files {
		keysIn(file, func(key string) {
			if !slices.Contains(keys[key], names[i]) {
				keys[key] = append(keys[key], names[i])
			}
		})
	}
	for _, key := range madeKeys() {
		keys[key] = append(keys[key], "composed")
	}
	return keys
}

// madeKeys are the keys that are put together from parts.
func madeKeys() (keys []string) {
	for _, e := range All() {
		if e.Group != "" {
			keys = append(keys, "nav-"+e.Group)
		}
	}
	for table := range Records() {
		keys = append(keys, "record-"+strings.ReplaceAll(table, "_", "-"))
	}
	for _, table := range data.TableNames() {
		keys = append(keys, "table-"+strings.ReplaceAll(table, "_", "-"))
	}
	return keys
}

var hyphenated = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)+$`)

// notKeys are words with a hyphen that are something else.
var notKeys = []string{"utf-8", "windows-1252", "utf-16le", "utf-16be", "generate-large", "campaigndesk-shots", "reverse-charge", "yyyy-mm-dd", "quoted-printable"}

// keysIn reports the keys of a file.
func keysIn(file *ast.File, report func(key string)) {
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec, *ast.StructType:
			return false
		case *ast.BasicLit:
			if word, ok := literal(n); ok && hyphenated.MatchString(word) && !slices.Contains(notKeys, word) {
				report(word)
			}
		case *ast.CallExpr:
			keysInCall(n, report)
		case *ast.CompositeLit:
			keysInLiteral(n, report)
		}
		return true
	})
}

var fieldKinds = []string{"Text", "Code", "Filter", "Amount", "Number", "Date", "Check", "Choice", "Calc", "CalcAmount", "CalcNumber", "CalcDate"}

func keysInCall(call *ast.CallExpr, report func(string)) {
	name := nameOf(call.Fun)
	var words []ast.Expr
	switch {
	case len(call.Args) == 0:
	case name == "Msg" || name == "T":
		words = call.Args[:1]
	case name == "Choice" && len(call.Args) > 2:
		words = append(slices.Clone(call.Args[2:]), call.Args[0])
	case slices.Contains(fieldKinds, name) && len(call.Args) > 1:
		words = call.Args[:1]
	}
	for _, w := range words {
		if key, ok := literal(w); ok {
			report(key)
		}
	}
}

// keysInLiteral reports the keys in the fields of a window, part or action.
func keysInLiteral(lit *ast.CompositeLit, report func(string)) {
	kind := typeName(lit.Type)
	fields := map[string]ast.Expr{}
	for _, element := range lit.Elts {
		switch e := element.(type) {
		case *ast.KeyValueExpr:
			if key, ok := e.Key.(*ast.Ident); ok {
				fields[key.Name] = e.Value
			}
		case *ast.CompositeLit: // of a slice, whose elements leave out their type
			if e.Type == nil && (kind == "Action" || kind == "PartAction" || kind == "command") {
				reportHelp(e, report)
			}
		}
	}
	for _, name := range []string{"Caption", "Empty", "OK", "Group", "Words", "caption", "group"} {
		if key, ok := literal(fields[name]); ok && !(name == "Group" && fields["Name"] != nil) {
			report(key)
		}
	}
	switch kind {
	case "Card", "List", "Worksheet", "ListPart":
		if key, ok := literal(fields["Name"]); ok {
			report(key)
		}
	case "command", "Action":
		reportHelp(lit, report)
	}
}

// reportHelp reports the help text of an action or command.
func reportHelp(lit *ast.CompositeLit, report func(string)) {
	for _, element := range lit.Elts {
		if e, ok := element.(*ast.KeyValueExpr); ok && strings.EqualFold(nameOf(e.Key), "caption") {
			if key, ok := literal(e.Value); ok {
				report(key + "-help")
			}
		}
	}
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	word, err := strconv.Unquote(lit.Value)
	return word, err == nil && word != ""
}

// nameOf is the last part of a name: Msg of data.Msg.
func nameOf(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	case *ast.IndexExpr:
		return nameOf(e.X)
	case *ast.IndexListExpr:
		return nameOf(e.X)
	case *ast.StarExpr:
		return nameOf(e.X)
	}
	return ""
}

// typeName is the name of a literal's type, or of the elements of a slice.
func typeName(e ast.Expr) string {
	if list, ok := e.(*ast.ArrayType); ok {
		return nameOf(list.Elt)
	}
	return nameOf(e)
}
