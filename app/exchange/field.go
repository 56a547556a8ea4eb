package exchange

// Fields that several targets have, and the headings under which other programs write them: BC's captions in English and
// Swedish, the contact exports of Outlook and Google, and common database and spreadsheet names.

func text(id string, length int, known ...string) Field {
	return Field{ID: id, Kind: Text, Length: length, known: known}
}

func code(id string, length int, known ...string) Field {
	return Field{ID: id, Kind: Code, Length: length, known: known}
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

var personName = []Field{
	text("first-name", 30, "First Name", "FirstName", "Förnamn", "Given Name", "Tilltalsnamn"),
	text("middle-name", 30, "Middle Name", "Mellannamn", "Additional Name", "Andra namn"),
	text("surname", 30, "Surname", "Efternamn", "Last Name", "LastName", "Family Name"),
}

var jobTitle = text("job-title", 30, "Job Title", "JobTitle", "Befattning", "Contact Title", "ContactTitle",
	"Organization Title", "Organization 1 - Title", "Organisationstitel", "Titel", "Title", "Position", "Role", "Roll", "Yrke")

var address = []Field{
	text("address", 100, "Address", "Adress", "Business Street", "Gatuadress, arbete", "Address 1 - Street", "Street Address",
		"Gatuadress", "Street", "Gata", "Address 1", "Adress 1", "Adress 1 - Gata", "Utdelningsadress", "Postadress",
		"Mailing Street", "Billing Street", "Home Street", "Gatuadress, hem"),
	text("address-2", 50, "Address 2", "Adress 2", "Business Street 2", "Gatuadress 2, arbete", "Address Line 2",
		"Address 1 - Extended Address", "C/O", "Street 2"),
	code("post-code", 20, "Post Code", "Postnr", "Postal Code", "PostalCode", "Postnummer", "Business Postal Code",
		"Postnummer, arbete", "Address 1 - Postal Code", "Adress 1 - Postnummer", "Zip Code", "Zip", "Zip/Postal Code",
		"Mailing Postal Code", "Billing Postal Code", "Home Postal Code", "Postnummer, hem"),
	text("city", 30, "City", "Ort", "Business City", "Ort, arbete", "Address 1 - City", "Adress 1 - Ort", "Town", "Postort",
		"Stad", "Mailing City", "Billing City", "Home City", "Ort, hem"),
	text("county", 30, "County", "Län", "Region", "Business State", "Delstat, arbete", "Address 1 - Region",
		"State", "Province", "State/Province", "Delstat/provins", "Delstat"),
	code("country-region-code", 10, "Country/Region Code", "Lands-/regionkod", "Landskod", "Country Code", "Country",
		"Land", "Country/Region", "Land/region", "Business Country/Region", "Business Country", "Land/region, arbete",
		"Land, arbete", "Address 1 - Country", "Adress 1 - Land", "Mailing Country", "Billing Country"),
}

var (
	phone = text("phone-no", 30, "Phone No.", "Telefonnr", "Phone", "Telefon", "Business Phone", "Telefon, arbete",
		"Phone 1 - Value", "Telefon 1 - Värde", "Phone Number", "Telefonnummer", "Telephone", "Telephone No.", "Tel", "Tfn",
		"Work Phone", "Company Main Phone", "Primary Phone", "HomePhone", "Home Phone", "Telefon, hem")
	email = text("e-mail", 80, "E-Mail", "E-post", "Email", "E-mail Address", "E-postadress", "E-mail 1 - Value",
		"E-post 1 - Värde", "Email Address", "Mail", "Mejl", "Epostadress", "E-mail 1 Address")
)

var communication = []Field{
	phone,
	text("mobile-phone-no", 30, "Mobile Phone No.", "Mobiltelefonnr", "Mobile Phone", "Mobiltelefon", "Mobile", "Mobil",
		"Cell Phone", "Mobilnummer", "Mobilnr", "Cell", "Phone 2 - Value", "Telefon 2 - Värde"),
	text("fax-no", 30, "Fax No.", "Faxnr", "Fax", "Business Fax", "Fax, arbete", "Faxnummer", "Fax Number"),
	email,
	text("e-mail-2", 80, "E-Mail 2", "E-post 2", "E-mail 2 Address", "E-postadress 2", "E-mail 2 - Value",
		"E-post 2 - Värde"),
	text("home-page", 255, "Home Page", "Hemsida", "Web Page", "Webbsida", "Website", "Webbplats", "Website 1 - Value", "URL",
		"Homepage", "Webb", "Web", "WWW", "Personal Web Page", "Business Home Page"),
}

var (
	salespersonHeadings = []string{"Salesperson Code", "Säljarkod", "Salesperson", "Säljare", "Sales Rep", "Account Owner",
		"Owner", "Vår referens"}
	currencyHeadings     = []string{"Currency Code", "Valutakod", "Currency", "Valuta"}
	vatNoHeadings        = []string{"VAT Registration No.", "Momsregistreringsnr", "VAT No.", "VAT Number", "Momsregnr", "VAT ID", "Momsnr"}
	allowLineHeadings    = []string{"Allow Line Disc.", "Tillåt radrabatt", "Allow Line Discount"}
	allowInvoiceHeadings = []string{"Allow Invoice Disc.", "Tillåt fakturarabatt", "Beräkna fakturarabatt", "Allow Invoice Discount"}
	priceVATHeadings     = []string{"Price Includes VAT", "Pris inkl. moms", "Pris inklusive moms", "Inkl. moms"}

	priceVATGroupHeadings = []string{"VAT Bus. Posting Gr. (Price)", "Moms rörelsebokf.mall (pris)", "VAT Bus. Posting Group (Price)"}

	salesTypeHeadings = []string{"Sales Type", "Försäljningstyp", "Förs.typ", "Assign-to Type", "Applies-to Type"}
	salesCodeHeadings = []string{"Sales Code", "Försäljningskod", "Förs.kod", "Assign-to No.", "Assign-to", "Campaign No.",
		"Kampanjnr", "Customer No.", "Kundnr", "CustomerID", "Customer Price Group", "Kundprisgrupp", "Customer Disc. Group",
		"Kundrabattgrupp"}
	itemHeadings = []string{"Item No.", "Artikelnr", "ProductID", "Product ID", "Artikelnummer", "Product No.", "Item Number",
		"Item", "Artikel", "Art.nr", "Artnr", "SKU", "Produktnr", "Product Code", "Item Code", "No.", "Nr"}
	variantHeadings = []string{"Variant Code", "Variantkod", "Variant"}
	unitHeadings    = []string{"Unit of Measure Code", "Enhetskod", "Unit of Measure", "Enhet", "Unit", "UOM", "Försäljningsenhet"}
	minimumHeadings = []string{"Minimum Quantity", "Minimiantal", "Minsta antal", "Min. Qty", "Min Quantity", "Min. antal",
		"Quantity", "Antal", "From Quantity", "Från antal"}
	discountHeadings = []string{"Line Discount %", "Radrabatt %", "Rabatt %", "Discount %", "Discount", "Rabatt", "Radrabatt",
		"Discount Percent", "Rabatt i procent"}
	startHeadings = []string{"Starting Date", "Startdatum", "Start Date", "From Date", "Från datum", "Valid From",
		"Gäller från", "From", "Från", "Start"}
	endHeadings = []string{"Ending Date", "Slutdatum", "End Date", "To Date", "Till datum", "Valid To", "Valid Until",
		"Gäller till", "Gäller t.o.m.", "To", "Till", "End", "Slut"}
)

var companyOrPerson = []Choice{
	{"company", []string{"Company", "Företag", "Bolag", "Organization", "Organisation"}},
	{"person", []string{"Person", "Individual", "Privatperson"}},
}

var allCustomers = Choice{"all-customers", []string{"All Customers", "Alla kunder", "All", "Alla"}}

var priceSalesTypes = []Choice{
	{"customer", []string{"Customer", "Kund"}},
	{"customer-price-group", []string{"Customer Price Group", "Kundprisgrupp", "Kund prisgrupp"}},
	allCustomers,
	{"campaign", []string{"Campaign", "Kampanj"}},
}

var discountSalesTypes = []Choice{
	{"customer", []string{"Customer", "Kund"}},
	{"customer-disc-group", []string{"Customer Disc. Group", "Kundrabattgrupp", "Customer Discount Group"}},
	allCustomers,
	{"campaign", []string{"Campaign", "Kampanj"}},
}

var itemOrGroup = []Choice{
	{"item", []string{"Item", "Artikel", "Product", "Produkt"}},
	{"item-disc-group", []string{"Item Disc. Group", "Artikelrabattgrupp", "Item Discount Group"}},
}
