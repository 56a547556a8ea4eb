// Package text speaks the user's language. It renders the keys and messages of the program with the catalogues in
// assets/text/<language>/<area>.json: flat objects of key → text, or key → {"one": …, "other": …} where a count decides.
// Values stand in a text as %1 to %9 and are written as the region does.
package text

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"

	"campaigndesk/app/locale"
	"campaigndesk/assets"
	"campaigndesk/data"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/nicksnyder/go-i18n/v2/i18n/template"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Catalogue is the program's words in one language. It does not change and may be used from any goroutine.
type Catalogue struct {
	language string
	locale   locale.Locale
	plain    map[string]string // texts without plural forms
	plurals  map[string]bool   // keys of texts with plural forms
	chooser  *i18n.Localizer   // picks the plural form
}

// Languages are the languages that the program speaks; the first is the one for everybody else.
var Languages = []string{"en", "sv"}

// catalogues holds what is common to all catalogues of a language; the embedded files are read once.
var catalogues = sync.OnceValue(func() map[string]Catalogue {
	all, err := load(assets.FS)
	if err != nil {
		panic(err) // the files are part of the program, and a test reads them all
	}
	return all
})

// For returns the catalogue of a language ("en", "sv"; English for any other), with dates and numbers as in the locale.
func For(language string, l locale.Locale) *Catalogue {
	c, ok := catalogues()[language]
	if !ok {
		c = catalogues()[Languages[0]]
	}
	l.Language = c.language
	c.locale = l
	return &c
}

func load(files fs.FS) (map[string]Catalogue, error) {
	bundle := i18n.NewBundle(language.English)
	all := map[string]Catalogue{}
	for _, name := range Languages {
		messages, err := read(files, name)
		if err != nil {
			return nil, err
		}
		if err := bundle.AddMessages(language.Make(name), messages...); err != nil {
			return nil, err
		}
		c := Catalogue{language: name, plain: map[string]string{}, plurals: map[string]bool{}, chooser: i18n.NewLocalizer(bundle, name)}
		for _, m := range messages {
			if m.One == "" {
				c.plain[m.ID] = m.Other
			} else {
				c.plurals[m.ID] = true
			}
		}
		all[name] = c
	}
	return all, nil
}

// read returns the texts of all areas of a language. The files are not left to go-i18n to parse, because it takes an
// object with a key like "description" for a single message.
func read(files fs.FS, name string) ([]*i18n.Message, error) {
	areas, err := fs.ReadDir(files, path.Join("text", name))
	if err != nil {
		return nil, err
	}
	var messages []*i18n.Message
	for _, area := range areas {
		file := path.Join("text", name, area.Name())
		raw, err := fs.ReadFile(files, file)
		if err != nil {
			return nil, err
		}
		texts := map[string]forms{}
		if err := json.Unmarshal(raw, &texts); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		for key, f := range texts {
			messages = append(messages, &i18n.Message{ID: key, One: f.One, Other: f.Other})
		}
	}
	return messages, nil
}

// forms is a text with its plural forms; English and Swedish have two. A plain text is the form Other alone.
type forms struct{ One, Other string }

// UnmarshalJSON reads "text" or {"one": "text", "other": "text"}.
func (f *forms) UnmarshalJSON(raw []byte) error {
	if raw[0] == '"' {
		return json.Unmarshal(raw, &f.Other)
	}
	type object forms
	return json.Unmarshal(raw, (*object)(f))
}

// Language is the code of the language: "en" or "sv".
func (c *Catalogue) Language() string { return c.language }

// Locale is how the catalogue writes dates and numbers.
func (c *Catalogue) Locale() locale.Locale { return c.locale }

// T renders a key with the values of %1, %2, … The first whole number among them decides between plural forms. Dates,
// amounts and whole numbers are written as the region does (so a year must be given as text), messages are rendered,
// everything else is printed. A key that no catalogue has is shown in brackets.
func (c *Catalogue) T(key string, args ...any) string {
	text, ok := c.plain[key]
	if !ok {
		if !c.plurals[key] {
			return "[" + key + "]"
		}
		text = c.plural(key, args)
	}
	if len(args) == 0 {
		return text
	}
	return c.fill(text, args)
}

func (c *Catalogue) plural(key string, args []any) string {
	var count any
	for _, arg := range args {
		if n, ok := whole(arg); ok {
			count = n
			break
		}
	}
	text, err := c.chooser.Localize(&i18n.LocalizeConfig{MessageID: key, PluralCount: count, TemplateParser: template.IdentityParser{}})
	if err != nil {
		return "[" + key + "]"
	}
	return text
}

// fill puts the values in the places of %1 to %9; a % before anything else stands for itself.
func (c *Catalogue) fill(text string, args []any) string {
	var b strings.Builder
	for {
		at := strings.IndexByte(text, '%')
		if at < 0 || at+1 == len(text) {
			b.WriteString(text)
			return b.String()
		}
		b.WriteString(text[:at])
		n := int(text[at+1]) - '1'
		if n >= 0 && n < len(args) {
			b.WriteString(c.value(args[n]))
		} else {
			b.WriteString(text[at : at+2])
		}
		text = text[at+2:]
	}
}

func (c *Catalogue) value(arg any) string {
	switch v := arg.(type) {
	case string:
		return v
	case data.Date:
		return c.locale.FormatDate(v)
	case data.Amount:
		return c.locale.FormatAmount(v, 0, data.AmountPlaces)
	case data.Message:
		return c.Message(v)
	case error:
		return c.Error(v)
	case bool:
		return c.locale.FormatBool(v)
	}
	if n, ok := whole(arg); ok {
		return c.locale.FormatInt(n)
	}
	return fmt.Sprint(arg)
}

func whole(arg any) (int64, bool) {
	switch n := arg.(type) {
	case int:
		return int64(n), true
	case int64:
		return n, true
	default:
		return 0, false
	}
}

// Message renders a message of the floors below.
func (c *Catalogue) Message(m data.Message) string { return c.T(m.Key, m.Args...) }

// Day writes a day with its weekday and ISO week, as date fields show how they understood an entry; "" when blank.
func (c *Catalogue) Day(d data.Date) string {
	if d.Blank() {
		return ""
	}
	_, week := d.Time().ISOWeek()
	weekday := (int(d.Time().Weekday())+6)%7 + 1
	return c.T("date-reading", c.T(fmt.Sprintf("weekday-%d", weekday)), d, week)
}

// Order returns a comparison for sorting captions as the language does (in Swedish å, ä and ö follow z). Each goroutine
// needs its own.
func (c *Catalogue) Order() func(a, b string) int {
	return collate.New(language.Make(c.language), collate.IgnoreCase).CompareString
}
