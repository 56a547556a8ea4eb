package windows

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"campaigndesk/app"
	"campaigndesk/app/company"
	"campaigndesk/app/locale"
	"campaigndesk/app/text"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// companyEnding is how the names of company files end.
const companyEnding = ".campaigndesk"

// CompanyCommands are New, Open and Demo company and the restoring of a backup. Companies are made in the folder unless
// the user says otherwise; open starts work in a file, which is made first if it is the demo company's.
func CompanyCommands(desk *page.Desk, folder, demo string, open func(path string) (*app.Session, error)) page.CompanyCommands {
	change := func(w *page.Window, path string) error {
		old := w.Session().DB
		next, err := open(path)
		if err != nil {
			return err
		}
		desk.Replace(next)
		return old.Close()
	}
	return page.CompanyCommands{
		New: func(w *page.Window) error {
			askNewCompany(w, folder, func(path string) error { return change(w, path) })
			return nil
		},
		Open: func(w *page.Window) error {
			w.OpenFile(data.Msg("open-company"), []string{companyEnding}, func(path string) {
				if err := change(w, path); err != nil {
					w.Fail(err)
				}
			})
			return nil
		},
		Demo: func(w *page.Window) error { return change(w, demo) },
		Restore: func(w *page.Window, backup string) error {
			path := w.Session().DB.Path()
			if err := w.Session().DB.Close(); err != nil {
				return err
			}
			refused := data.Restore(path, backup)
			next, err := open(path) // the company as it was, when the backup was refused
			if err == nil {
				desk.Replace(next)
			}
			return errors.Join(refused, err)
		},
	}
}

// newCompany is what is asked before a company is made.
type newCompany struct {
	Name     string
	Language language
	Region   string // in its own words
	Currency data.CurrencyCode
	Prefix   string
	File     string
}

// askNewCompany asks for a company's name and ways, makes it and opens it.
func askNewCompany(w *page.Window, folder string, open func(path string) error) {
	type N = newCompany
	s := w.Session()
	shown, err := loadSettings(s)
	if err != nil {
		w.Fail(err)
		return
	}
	fileOf := func(name string) string { return filepath.Join(folder, strings.Map(inFileName, name)+companyEnding) }
	dialog := &page.Dialog[N]{
		Title:  data.Msg("new-company"),
		Text:   data.Msg("new-company-text"),
		Record: &N{Language: shown.Language, Region: shown.Region, Currency: shown.LCYCode},
		OK:     "make-company",
		Fields: page.Fields[N]{
			page.Text("company-name", func(n *N) *string { return &n.Name }).Required().Validate(func(n *N) error {
				n.File = fileOf(n.Name)
				return nil
			}),
			page.Choice("language", func(n *N) *language { return &n.Language }, "english", "swedish"),
			page.Text("region", func(n *N) *string { return &n.Region }).Lookup(regionLookup(s)).Validate(func(n *N) error {
				_, err := knownRegion(n.Region)
				return err
			}),
			page.Code("lcy-code", func(n *N) *data.CurrencyCode { return &n.Currency }),
			page.Code("laptop-prefix", func(n *N) *string { return &n.Prefix }).Hint(func(*N) string { return s.Texts.T("laptop-prefix-hint") }),
			page.Text("file", func(n *N) *string { return &n.File }),
		},
		Do: func(_ *page.Window, n *N) error {
			region, err := knownRegion(n.Region)
			if err != nil {
				return err
			}
			if err := makeCompany(n, region); err != nil {
				return err
			}
			return open(n.File)
		},
	}
	dialog.Show(w)
}

// makeCompany makes the company's file, and its folder if there is none.
func makeCompany(n *newCompany, region locale.Locale) error {
	if err := filled(n.File, "file"); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(n.File), 0o755); err != nil {
		return data.Msg("file-cannot-create", n.File, err.Error())
	}
	db, err := company.New(n.File, company.Choices{
		Name: n.Name, Language: text.Languages[n.Language], Region: region.Region, Currency: n.Currency, Prefix: n.Prefix,
	})
	if err != nil {
		return err
	}
	return db.Close()
}

// inFileName leaves out what file systems do not take in a name.
func inFileName(r rune) rune {
	if strings.ContainsRune(`/\:*?"<>|`, r) {
		return -1
	}
	return r
}
