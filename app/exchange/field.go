package exchange

import "strings"

// Fields that several targets have, and the headings under which other programs write them: BC's captions in English and
// Swedish, the contact exports of Outlook and Google, and common database and spreadsheet names.

func text(id string, length int, known ...string) Field {
	return Field{ID: id, Kind: Text, Length: length, known: known}
}

func code(id string, length int, known ...string) Field {
	return Field{ID: id, Kind: Code, Length: length, code: strings.ToUpper, known: known}
}

func amount(id string, known ...string) Field  { return Field{ID: id, Kind: Amount, known: known} }
func percent(id string, known ...string) Field { return Field{ID: id, Kind: Percent, known: known} }
func date(id string, known ...string) Field    { return Field{ID: id, Kind: Date, known: known} }
func boolean(id string, known ...string) Field { return Field{ID: id, Kind: Bool, known: known} }

func option(id string, choices []Choice, known ...string) Field {
	return Field{ID: id, Kind: Option, Options: choices, known: known}
}

func required(f Field) Field {
	f.Required = true
	return f
}

// Headings that several targets know.
var (
	jobTitle = text("job-title", 30, "Job Title", "JobTitle", "Befattning", "Contact Title", "ContactTitle",
		"Organization Title", "Organization 1 - Title", "Organisationstitel", "Titel", "Title", "Position", "Role", "Roll", "Yrke")
	firstName  = text("first-name", 30, "First Name", "FirstName", "Förnamn", "Given Name", "Tilltalsnamn")
	middleName = text("middle-name", 30, "Middle Name", "Mellannamn", "Additional Name", "Andra namn")
	surname    = text("surname", 30, "Surname", "Efternamn", "Last Name", "LastName", "Family Name")

	address = text("address", 100, "Address", "Adress", "Business Street", "Gatuadress, arbete", "Address 1 - Street",
		"Street Address", "Gatuadress", "Street", "Gata", "Address 1", "Adress 1", "Adress 1 - Gata", "Utdelningsadress",
		"Postadress", "Mailing Street", "Billing Street", "Home Street", "Gatuadress, hem")
	address2 = text("address-2", 50, "Address 2", "Adress 2", "Business Street 2", "Gatuadress 2, arbete", "Address Line 2",
		"Address 1 - Extended Address", "C/O", "Street 2")
	postCode = code("post-code", 20, "Post Code", "Postnr", "Postal Code", "PostalCode", "Postnummer", "Business Postal Code",
		"Postnummer, arbete", "Address 1 - Postal Code", "Adress 1 - Postnummer", "Zip Code", "Zip", "Zip/Postal Code",
		"Mailing Postal Code", "Billing Postal Code", "Home Postal Code", "Postnummer, hem")
	city = text("city", 30, "City", "Ort", "Business City", "Ort, arbete", "Address 1 - City", "Adress 1 - Ort", "Town",
		"Postort", "Stad", "Mailing City", "Billing City", "Home City", "Ort, hem")
	county = text("county", 30, "County", "Län", "Region", "Business State", "Delstat, arbete", "Address 1 - Region", "State",
		"Province", "State/Province", "Delstat/provins", "Delstat")
	country = Field{ID: "country-region-code", Kind: Code, Length: 10, code: countryCode, known: []string{"Country/Region Code", "Lands-/regionkod", "Landskod", "Country Code", "Country",
		"Land", "Country/Region", "Land/region", "Business Country/Region", "Business Country", "Land/region, arbete",
		"Land, arbete", "Address 1 - Country", "Adress 1 - Land", "Mailing Country", "Billing Country"}}

	phone = text("phone-no", 30, "Phone No.", "Telefonnr", "Phone", "Telefon", "Business Phone", "Telefon, arbete",
		"Phone 1 - Value", "Telefon 1 - Värde", "Phone Number", "Telefonnummer", "Telephone", "Telephone No.", "Tel", "Tfn",
		"Work Phone", "Company Main Phone", "Primary Phone", "HomePhone", "Home Phone", "Telefon, hem")
	mobile = text("mobile-phone-no", 30, "Mobile Phone No.", "Mobiltelefonnr", "Mobile Phone", "Mobiltelefon", "Mobile", "Mobil",
		"Cell Phone", "Mobilnummer", "Mobilnr", "Cell", "Phone 2 - Value", "Telefon 2 - Värde")
	email = text("e-mail", 80, "E-Mail", "E-post", "Email", "E-mail Address", "E-postadress", "E-mail 1 - Value",
		"E-post 1 - Värde", "Email Address", "Mail", "Mejl", "Epostadress", "E-mail 1 Address")
	homePage = text("home-page", 255, "Home Page", "Hemsida", "Web Page", "Webbsida", "Website", "Webbplats", "Website 1 - Value",
		"URL", "Homepage", "Webb", "Web", "WWW", "Personal Web Page", "Business Home Page")

	salesperson = code("salesperson-code", 20, "Salesperson Code", "Säljarkod", "Salesperson", "Säljare", "Sales Rep",
		"Account Owner", "Owner", "Vår referens", "EmployeeID", "Employee ID")
	currency = code("currency-code", 10, "Currency Code", "Valutakod", "Currency", "Valuta")

	allowLineDisc    = boolean("allow-line-disc", "Allow Line Disc.", "Tillåt radrabatt", "Allow Line Discount")
	allowInvoiceDisc = boolean("allow-invoice-disc", "Allow Invoice Disc.", "Tillåt fakturarabatt", "Beräkna fakturarabatt",
		"Allow Invoice Discount")
	priceIncludesVAT = boolean("price-includes-vat", "Price Includes VAT", "Pris inkl. moms", "Pris inklusive moms", "Inkl. moms")
	priceVATGroup    = code("vat-bus-posting-gr-price", 20, "VAT Bus. Posting Gr. (Price)", "Moms rörelsebokf.mall (pris)",
		"VAT Bus. Posting Group (Price)")

	salesCode = code("sales-code", 20, "Sales Code", "Försäljningskod", "Förs.kod", "Assign-to No.", "Assign-to", "Campaign No.",
		"Kampanjnr", "Customer No.", "Kundnr", "CustomerID", "Customer Price Group", "Kundprisgrupp", "Customer Disc. Group",
		"Kundrabattgrupp")
	itemNo = code("item-no", 20, itemHeadings...)

	itemHeadings = []string{"Item No.", "Artikelnr", "ProductID", "Product ID", "Artikelnummer", "Product No.", "Item Number",
		"Item", "Artikel", "Art.nr", "Artnr", "SKU", "Produktnr", "Product Code", "Item Code", "No.", "Nr"}
	salesTypeHeadings = []string{"Sales Type", "Försäljningstyp", "Förs.typ", "Assign-to Type", "Applies-to Type"}

	variant = code("variant-code", 10, "Variant Code", "Variantkod", "Variant")
	unit    = code("unit-of-measure-code", 10, "Unit of Measure Code", "Enhetskod", "Unit of Measure", "Enhet", "Unit", "UOM",
		"Försäljningsenhet")
	minimum = amount("minimum-quantity", "Minimum Quantity", "Minimiantal", "Minsta antal", "Min. Qty", "Min Quantity", "Min. antal",
		"Quantity", "Antal", "From Quantity", "Från antal")
	unitPrice = amount("unit-price", "Unit Price", "A-pris", "À-pris", "UnitPrice", "Enhetspris", "Sales Price",
		"Försäljningspris", "Utpris", "Price", "Pris", "List Price", "Listpris", "Styckpris", "Nettopris", "Net Price")
	lineDiscount = percent("line-discount-percent", "Line Discount %", "Radrabatt %", "Rabatt %", "Discount %", "Discount", "Rabatt",
		"Radrabatt", "Discount Percent", "Rabatt i procent")
	startingDate = date("starting-date", "Starting Date", "Startdatum", "Start Date", "From Date", "Från datum", "Valid From",
		"Gäller från", "From", "Från", "Start")
	endingDate = date("ending-date", "Ending Date", "Slutdatum", "End Date", "To Date", "Till datum", "Valid To", "Valid Until",
		"Gäller till", "Gäller t.o.m.", "To", "Till", "End", "Slut")
)

var (
	customerWord     = Choice{"customer", []string{"Customer", "Kund"}}
	allCustomersWord = Choice{"all-customers", []string{"All Customers", "Alla kunder", "All", "Alla"}}
	campaignWord     = Choice{"campaign", []string{"Campaign", "Kampanj"}}
)
