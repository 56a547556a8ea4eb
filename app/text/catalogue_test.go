package text

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"campaigndesk/app/locale"
	"campaigndesk/assets"
)

// TestTheCataloguesAreComplete reads every text of the program in both languages.
func TestTheCataloguesAreComplete(t *testing.T) {
	for _, fault := range faults(assets.FS) {
		t.Error(fault)
	}
}

// A catalogue with every fault proves that the test above can fail.
func TestFaultsAreFound(t *testing.T) {
	files := fstest.MapFS{
		"text/en/a.json": {Data: []byte(`{"one-language": "x", "empty": "", "values": "%1 %2", "twice": "x", "twice": "y", "areas": "x", "Bad key": "x", "forms": {"one": "%1 line", "other": ""}}`)},
		"text/sv/a.json": {Data: []byte(`{"empty": "", "values": "%1", "twice": "x", "areas": "x", "Bad key": "x", "forms": {"one": "%1 rad", "other": "rader"}}`)},
		"text/en/b.json": {Data: []byte(`{"areas": "x"}`)},
		"text/sv/c.json": {Data: []byte(`nonsense`)},
	}
	found := strings.Join(faults(files), "\n")
	for _, want := range []string{
		`sv lacks "one-language"`, `text/en/a.json: "empty" has no text`, `"values" has the values %1 %2 in en but %1 in sv`,
		`text/en/a.json: "twice" stands twice`, `"areas" stands in text/en/a.json and text/en/b.json`, `text/en/a.json: "Bad key" is no kebab-case`,
		`text/en/a.json: "forms" has no text`, `text/sv/c.json: invalid`,
	} {
		if !strings.Contains(found, want) {
			t.Errorf("not found: %s in\n%s", want, found)
		}
	}
}

func TestPluralForms(t *testing.T) {
	files := fstest.MapFS{
		"text/en/a.json": {Data: []byte(`{"lines": {"one": "%1 line of %2", "other": "%1 lines of %2"}}`)},
		"text/sv/a.json": {Data: []byte(`{"lines": {"one": "%1 rad i %2", "other": "%1 rader i %2"}}`)},
	}
	all, err := load(files)
	if err != nil {
		t.Fatal(err)
	}
	for language, wants := range map[string][3]string{
		"en": {"0 lines of X", "1 line of X", "1,200 lines of X"},
		"sv": {"0 rader i X", "1 rad i X", "1\u00a0200 rader i X"},
	} {
		c := all[language]
		c.locale, _ = locale.Find(map[string]string{"en": "en-GB", "sv": "sv"}[language])
		for i, n := range []int{0, 1, 1200} {
			if got := c.T("lines", n, "X"); got != wants[i] {
				t.Errorf("%s: got %q, want %q", language, got, wants[i])
			}
		}
	}
}

var (
	kebab        = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	placeholders = regexp.MustCompile(`%[1-9]`)
)

// faults lists what is wrong with the catalogues.
func faults(files fs.FS) (found []string) {
	report := func(parts ...string) { found = append(found, strings.Join(parts, "")) }
	texts := map[string]map[string]forms{} // language → key → text
	areas := map[string]string{}           // language and key → file
	for _, language := range Languages {
		texts[language] = map[string]forms{}
		names, _ := fs.Glob(files, path.Join("text", language, "*.json"))
		for _, file := range names {
			raw, _ := fs.ReadFile(files, file)
			area := map[string]forms{}
			if err := json.Unmarshal(raw, &area); err != nil {
				report(file, ": ", err.Error())
				continue
			}
			for _, key := range repeated(raw) {
				report(file, `: "`, key, `" stands twice`)
			}
			for key, f := range area {
				if other, ok := areas[language+key]; ok {
					report(`"`, key, `" stands in `, min(file, other), ` and `, max(file, other))
				}
				areas[language+key] = file
				texts[language][key] = f
				if !kebab.MatchString(key) {
					report(file, `: "`, key, `" is no kebab-case`)
				}
				if strings.TrimSpace(f.Other) == "" {
					report(file, `: "`, key, `" has no text`)
				}
			}
		}
	}
	for _, language := range Languages {
		for _, other := range Languages {
			for key, f := range texts[language] {
				g, ok := texts[other][key]
				if !ok {
					report(other, ` lacks "`, key, `"`)
					continue
				}
				if ours, theirs := values(f.Other), values(g.Other); language < other && ours != theirs {
					report(`"`, key, `" has the values `, ours, ` in `, language, ` but `, theirs, ` in `, other)
				}
				if (f.One == "") != (g.One == "") && language < other {
					report(`"`, key, `" has plural forms in one language only`)
				}
			}
		}
	}
	return found
}

// values are the placeholders of a text, each once, in order of number.
func values(text string) string {
	all := placeholders.FindAllString(text, -1)
	slices.Sort(all)
	return strings.Join(slices.Compact(all), " ")
}

// repeated returns the keys that an object has twice, which reading it into a map would hide.
func repeated(raw []byte) (keys []string) {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	seen := map[string]bool{}
	decoder.Token() // {
	for decoder.More() {
		key, err := decoder.Token()
		if err != nil {
			return keys
		}
		if name, _ := key.(string); seen[name] {
			keys = append(keys, name)
		} else {
			seen[name] = true
		}
		var value json.RawMessage
		if decoder.Decode(&value) != nil {
			return keys
		}
	}
	return keys
}
