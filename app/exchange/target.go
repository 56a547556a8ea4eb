package exchange

import "slices"

// Kind is what a field holds.
type Kind string

// The kinds of fields. No amount is negative.
const (
	Text    Kind = "text"
	Code    Kind = "code" // upper-cased, without surrounding blanks
	Amount  Kind = "amount"
	Percent Kind = "percent" // an amount from 0 to 100
	Date    Kind = "date"
	Bool    Kind = "bool"
	Option  Kind = "option" // one of Field.Options
)

// Field is something that a column of a foreign table can fill.
type Field struct {
	ID       string // the key of the field's caption
	Kind     Kind
	Length   int      // most characters of a text or code
	Required bool     // a new record needs it
	Options  []Choice // of an option, in stored order

	known []string            // headings under which other programs have it, the most telling first
	code  func(string) string // makes a cell a code
}

// Choice is a value of an option field.
type Choice struct {
	ID    string   // the key of its caption
	words []string // how files write it, besides its position
}

// Target is a table of the company that rows can be imported into.
type Target struct {
	ID     string // the key of its caption
	Fields []Field

	open func() intake // begins an import
}

// Field returns the field with the ID, and whether there is one.
func (t Target) Field(id string) (Field, bool) {
	i := slices.IndexFunc(t.Fields, func(f Field) bool { return f.ID == id })
	if i < 0 {
		return Field{}, false
	}
	return t.Fields[i], true
}

// The targets, in the order in which a new company is best filled.
var (
	Units               = units.target()
	CustomerPriceGroups = customerPriceGroups.target()
	CustomerDiscGroups  = customerDiscGroups.target()
	ItemDiscGroups      = itemDiscGroups.target()
	Salespeople         = salespeople.target()
	Items               = items.target()
	ItemUnits           = itemUnits.target()
	ItemVariants        = itemVariants.target()
	Customers           = customers.target()
	Contacts            = contacts.target()
	SalesPrices         = salesPrices.target()
	SalesLineDiscounts  = salesLineDiscounts.target()
	SalesQuotes         = salesQuotes.target()
	SalesQuoteLines     = salesQuoteLines.target()
)

// Targets returns everything that can be imported, in the order in which a new company is best filled.
func Targets() []Target {
	return []Target{
		Units, CustomerPriceGroups, CustomerDiscGroups, ItemDiscGroups, Salespeople, Items, ItemUnits, ItemVariants,
		Customers, Contacts, SalesPrices, SalesLineDiscounts, SalesQuotes, SalesQuoteLines,
	}
}
