package exchange

import "slices"

// Kind is what a field holds.
type Kind string

// The kinds of fields.
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
	Required bool     // a row without it is faulty
	Options  []Choice // of an option, in stored order

	known []string // headings under which other programs have it, the most telling first
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
}

// Field returns the field with the ID, and whether there is one.
func (t Target) Field(id string) (Field, bool) {
	i := slices.IndexFunc(t.Fields, func(f Field) bool { return f.ID == id })
	if i < 0 {
		return Field{}, false
	}
	return t.Fields[i], true
}

// Targets returns everything that can be imported, in the order in which a new company is best filled.
func Targets() []Target {
	return []Target{
		codeTable("units-of-measure", 10), codeTable("customer-price-groups", 10), codeTable("customer-disc-groups", 20),
		codeTable("item-discount-groups", 20), Salespeople, Items, Customers, Contacts, SalesPrices, SalesLineDiscounts,
		SalesQuotes, SalesQuoteLines,
	}
}

// codeTable is a table of codes with descriptions.
func codeTable(id string, length int) Target {
	return Target{ID: id, Fields: []Field{
		required(code("code", length, "Code", "Kod", "No.", "Nr", "ID", "Group", "Grupp", "Unit", "Enhet")),
		text("description", 100, "Description", "Beskrivning", "Benämning", "Name", "Namn", "Text"),
	}}
}

// Contacts are companies and persons. A row may name both a person and the person's company.
var Contacts = Target{ID: "contacts", Fields: slices.Concat(
	[]Field{
		code("no", 20, "No.", "Nr", "Contact No.", "Kontaktnr", "Contact ID", "ContactID", "Kontakt-ID", "ID"),
		option("type", companyOrPerson, "Type", "Typ", "Contact Type", "Kontakttyp"),
		text("name", 100, "Name", "Namn", "Full Name", "Fullständigt namn", "Display Name", "Visningsnamn", "Contact Name",
			"ContactName", "Kontaktnamn", "Contact", "Contact Person", "Kontaktperson", "Person", "Kontakt"),
		text("company-name", 100, "Company Name", "CompanyName", "Företagsnamn", "Company", "Företag", "Organization Name",
			"Organization 1 - Name", "Organisation", "Organization", "Organisationsnamn", "Account Name", "Bolag", "Firma"),
		code("company-no", 20, "Company No.", "Företagsnr", "Contact Company No.", "Kontaktföretagsnr", "Kontaktföretag nr"),
	},
	personName,
	[]Field{jobTitle, text("initials", 30, "Initials", "Initialer")},
	address, communication,
	[]Field{
		code("salesperson-code", 20, salespersonHeadings...),
		code("territory-code", 10, "Territory Code", "Distriktskod", "Distrikt", "Territory", "Sales Territory"),
		code("currency-code", 10, currencyHeadings...),
		code("language-code", 10, "Language Code", "Språkkod", "Language", "Språk"),
		text("vat-registration-no", 20, vatNoHeadings...),
		text("registration-no", 50, "Registration No.", "Organisationsnr", "Organisationsnummer", "Org.nr", "Orgnr",
			"Org nummer", "Company Registration Number"),
	},
)}

// Customers are those who buy. With each comes its contact and, where the row names a person, that person.
var Customers = Target{ID: "customers", Fields: slices.Concat(
	[]Field{
		code("no", 20, "No.", "Nr", "Customer No.", "Kundnr", "CustomerID", "Customer ID", "Kundnummer", "Customer Number",
			"Account No.", "Kund-ID", "Customer Code", "Kundkod", "ID"),
		required(text("name", 100, "Name", "Namn", "Company Name", "CompanyName", "Customer Name", "Kundnamn", "Företagsnamn",
			"Företag", "Company", "Customer", "Kund", "Organization Name", "Firma")),
		text("name-2", 50, "Name 2", "Namn 2"),
		text("contact", 100, "Contact", "Kontakt", "Contact Name", "ContactName", "Kontaktnamn", "Contact Person",
			"Kontaktperson", "Primary Contact", "Er referens"),
		jobTitle,
	},
	address, communication,
	[]Field{
		code("salesperson-code", 20, salespersonHeadings...),
		code("currency-code", 10, currencyHeadings...),
		code("customer-price-group", 10, "Customer Price Group", "Kundprisgrupp", "Kund prisgrupp", "Price Group", "Prisgrupp",
			"Prislista", "Price List"),
		code("customer-disc-group", 20, "Customer Disc. Group", "Kundrabattgrupp", "Customer Discount Group", "Discount Group",
			"Rabattgrupp"),
		boolean("allow-line-disc", allowLineHeadings...),
		boolean("prices-including-vat", "Prices Including VAT", "Priser inkl. moms", "Priser inklusive moms"),
		code("vat-bus-posting-group", 20, "VAT Bus. Posting Group", "Moms rörelsebokföringsmall",
			"VAT Business Posting Group", "Momsgrupp"),
		text("vat-registration-no", 20, vatNoHeadings...),
	},
)}

// Items are the goods that prices are for.
var Items = Target{ID: "items", Fields: []Field{
	required(code("no", 20, "No.", "Nr", "Item No.", "Artikelnr", "ProductID", "Product ID", "Artikelnummer", "Item Number",
		"Product No.", "Product Code", "Produktnr", "Produktnummer", "Art.nr", "Artnr", "SKU", "Item Code", "Item ID", "ID")),
	text("description", 100, "Description", "Beskrivning", "Product Name", "ProductName", "Benämning", "Artikelbenämning",
		"Item Name", "Item Description", "Artikelnamn", "Produktnamn", "Name", "Namn", "Title", "Item", "Artikel"),
	text("description-2", 50, "Description 2", "Beskrivning 2", "QuantityPerUnit", "Quantity Per Unit", "Förpackning"),
	code("base-unit-of-measure", 10, "Base Unit of Measure", "Basenhet", "Base Unit", "Unit of Measure", "Unit of Measure Code",
		"Enhet", "Enhetskod", "Unit", "UOM", "Lagerenhet"),
	code("sales-unit-of-measure", 10, "Sales Unit of Measure", "Försäljningsenhet", "Förs.enhet", "Sales Unit"),
	amount("unit-price", "Unit Price", "A-pris", "À-pris", "UnitPrice", "Enhetspris", "Sales Price", "Försäljningspris",
		"Utpris", "Price", "Pris", "List Price", "Listpris", "Styckpris"),
	amount("unit-cost", "Unit Cost", "Kostnad per enhet", "Styckkostnad", "Enhetskostnad", "Cost", "Cost Price", "Kostpris",
		"Inpris", "Inköpspris", "Purchase Price", "Självkostnad"),
	code("item-disc-group", 20, "Item Disc. Group", "Artikelrabattgrupp", "Item Discount Group", "Discount Group",
		"Rabattgrupp"),
	boolean("allow-invoice-disc", allowInvoiceHeadings...),
	boolean("price-includes-vat", priceVATHeadings...),
	code("vat-bus-posting-gr-price", 20, priceVATGroupHeadings...),
	code("vat-prod-posting-group", 20, "VAT Prod. Posting Group", "Moms produktbokföringsmall", "VAT Product Posting Group",
		"Momskod"),
	boolean("blocked", "Blocked", "Spärrad", "Discontinued", "Utgått", "Utgången", "Inactive", "Inaktiv"),
}}

// SalesPrices are prices for a customer, a price group, everybody or a campaign (CP 7.1).
var SalesPrices = Target{ID: "sales-prices", Fields: []Field{
	option("sales-type", priceSalesTypes, salesTypeHeadings...),
	code("sales-code", 20, salesCodeHeadings...),
	required(code("item-no", 20, itemHeadings...)),
	code("variant-code", 10, variantHeadings...),
	code("currency-code", 10, currencyHeadings...),
	code("unit-of-measure-code", 10, unitHeadings...),
	amount("minimum-quantity", minimumHeadings...),
	required(amount("unit-price", "Unit Price", "A-pris", "À-pris", "UnitPrice", "Enhetspris", "Price", "Pris",
		"Sales Price", "Försäljningspris", "Nettopris", "Net Price")),
	date("starting-date", startHeadings...),
	date("ending-date", endHeadings...),
	boolean("price-includes-vat", priceVATHeadings...),
	boolean("allow-line-disc", allowLineHeadings...),
	boolean("allow-invoice-disc", allowInvoiceHeadings...),
	code("vat-bus-posting-gr-price", 20, priceVATGroupHeadings...),
}}

// SalesLineDiscounts are discounts for a customer, a discount group, everybody or a campaign (CP 7.2).
var SalesLineDiscounts = Target{ID: "sales-line-discounts", Fields: []Field{
	option("sales-type", discountSalesTypes, salesTypeHeadings...),
	code("sales-code", 20, salesCodeHeadings...),
	option("type", itemOrGroup, "Type", "Typ", "Product Type", "Produkttyp"),
	required(code("code", 20, append([]string{"Code", "Kod", "Item Disc. Group", "Artikelrabattgrupp"}, itemHeadings...)...)),
	code("variant-code", 10, variantHeadings...),
	code("currency-code", 10, currencyHeadings...),
	code("unit-of-measure-code", 10, unitHeadings...),
	amount("minimum-quantity", minimumHeadings...),
	required(percent("line-discount-percent", discountHeadings...)),
	date("starting-date", startHeadings...),
	date("ending-date", endHeadings...),
}}

// Salespeople take care of contacts and campaigns.
var Salespeople = Target{ID: "salespeople", Fields: slices.Concat(
	[]Field{
		required(code("code", 20, "Code", "Kod", "Salesperson Code", "Säljarkod", "EmployeeID", "Employee ID", "Employee No.",
			"Anställningsnr", "Signatur", "No.", "Nr", "ID")),
		text("name", 50, "Name", "Namn", "Salesperson", "Säljare", "Full Name", "Employee Name"),
	},
	personName,
	[]Field{
		jobTitle,
		percent("commission-percent", "Commission %", "Provision %", "Commission", "Provision"),
		phone, email,
		boolean("blocked", "Blocked", "Spärrad"),
	},
)}

// SalesQuotes are the heads of quotes.
var SalesQuotes = Target{ID: "sales-quotes", Fields: []Field{
	required(code("no", 20, "No.", "Nr", "Quote No.", "Offertnr", "OrderID", "Order ID", "Order No.", "Ordernr", "Document No.",
		"Dokumentnr", "Quote ID", "Offertnummer", "Ordernummer", "ID")),
	required(code("customer-no", 20, "Sell-to Customer No.", "Försäljningskundnr", "Customer No.", "Kundnr", "CustomerID",
		"Customer ID", "Kundnummer", "Bill-to Customer No.", "Faktureringskundnr", "Customer", "Kund")),
	code("salesperson-code", 20, append(slices.Clone(salespersonHeadings), "EmployeeID", "Employee ID")...),
	date("order-date", "Order Date", "OrderDate", "Orderdatum", "Document Date", "Dokumentdatum", "Quote Date", "Offertdatum",
		"Date", "Datum"),
	code("currency-code", 10, currencyHeadings...),
	code("campaign-no", 20, "Campaign No.", "Kampanjnr", "Campaign", "Kampanj"),
	text("external-document-no", 35, "External Document No.", "Externt dokumentnr", "Your Reference", "Er referens"),
}}

// SalesQuoteLines are the lines of quotes that exist already.
var SalesQuoteLines = Target{ID: "sales-quote-lines", Fields: []Field{
	required(code("document-no", 20, "Document No.", "Dokumentnr", "Quote No.", "Offertnr", "OrderID", "Order ID", "Order No.",
		"Ordernr", "Quote ID")),
	required(code("item-no", 20, itemHeadings...)),
	code("variant-code", 10, variantHeadings...),
	code("unit-of-measure-code", 10, unitHeadings...),
	required(amount("quantity", "Quantity", "Antal", "Qty", "Qty.", "Kvantitet")),
	amount("unit-price", "Unit Price", "A-pris", "À-pris", "UnitPrice", "Enhetspris", "Price", "Pris"),
	percent("line-discount-percent", discountHeadings...),
	text("description", 100, "Description", "Beskrivning", "Benämning", "Product Name"),
}}
