package exchange

import (
	"path/filepath"
	"strings"
)

// nameWords are the words in the names of files and sheets that say what their rows are: beginnings of words that must all
// be there, the more telling ones first.
var nameWords = []struct {
	words  string
	target *Target
}{
	{"item disc group", &ItemDiscGroups}, {"artikelrabattgrupp", &ItemDiscGroups}, {"categor", &ItemDiscGroups}, {"kategori", &ItemDiscGroups},
	{"customer disc group", &CustomerDiscGroups}, {"kundrabattgrupp", &CustomerDiscGroups},
	{"price group", &CustomerPriceGroups}, {"kundprisgrupp", &CustomerPriceGroups}, {"prisgrupp", &CustomerPriceGroups},
	{"discount", &SalesLineDiscounts}, {"rabatt", &SalesLineDiscounts}, {"radrabatt", &SalesLineDiscounts},
	{"price", &SalesPrices}, {"pris", &SalesPrices}, {"försäljningspris", &SalesPrices},
	{"order detail", &SalesQuoteLines}, {"order line", &SalesQuoteLines}, {"quote line", &SalesQuoteLines},
	{"orderrad", &SalesQuoteLines}, {"offertrad", &SalesQuoteLines},
	{"order", &SalesQuotes}, {"quote", &SalesQuotes}, {"offert", &SalesQuotes},
	{"item unit", &ItemUnits}, {"artikelenhet", &ItemUnits}, {"variant", &ItemVariants}, {"artikelvariant", &ItemVariants},
	{"unit", &Units}, {"enhet", &Units},
	{"salesp", &Salespeople}, {"employee", &Salespeople}, {"staff", &Salespeople}, {"säljare", &Salespeople}, {"anställd", &Salespeople},
	{"personal", &Salespeople},
	{"item", &Items}, {"product", &Items}, {"artik", &Items}, {"produkt", &Items},
	{"customer", &Customers}, {"client", &Customers}, {"kund", &Customers},
	{"contact", &Contacts}, {"kontakt", &Contacts}, {"person", &Contacts}, {"people", &Contacts}, {"lead", &Contacts},
}

// GuessByName says what the rows of a file most likely are by its name alone; false when the name says nothing.
func GuessByName(name string) (Target, bool) {
	words := wordsOf(strings.TrimSuffix(name, filepath.Ext(name)))
	for _, n := range nameWords {
		if allBegin(words, strings.Fields(n.words)) {
			return *n.target, true
		}
	}
	return Target{}, false
}

// allBegin reports whether each beginning begins some word.
func allBegin(words, beginnings []string) bool {
	for _, b := range beginnings {
		found := false
		for _, w := range words {
			found = found || strings.HasPrefix(w, b)
		}
		if !found {
			return false
		}
	}
	return true
}

// Guess says what the rows of a table most likely are: what the name of the file or the sheet says, else the target that has
// a place for most of the columns, among those whose required fields are there.
func Guess(t *Table) Target {
	for _, name := range []string{t.Name, t.Layout.Sheet} {
		if target, ok := GuessByName(name); ok {
			return target
		}
	}
	best, most := Contacts, 0
	for _, target := range Targets() {
		mapping := Propose(target, t.Headings, t.Sample)
		mapped := 0
		for _, id := range mapping.Columns {
			if id != "" {
				mapped++
			}
		}
		for _, f := range target.Fields {
			if f.Required && mapping.Column(f.ID) < 0 {
				mapped = 0
			}
		}
		if mapped > most {
			best, most = target, mapped
		}
	}
	return best
}
